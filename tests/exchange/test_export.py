"""Three files are handed over together, sound, or not at all."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from sqlalchemy import select

from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.commands.registers import change_record
from disclosure_desk.exchange import export
from disclosure_desk.exchange.export import Exported, export_year, file_names
from disclosure_desk.faults import Fault
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor

TESTER = Actor("周砚清", "窗口电脑")
NAMES = {
    "示例县科学技术局2024年政府信息公开情况统计表.xlsx",
    "示例县科学技术局2024年政府信息公开工作年度报告.docx",
    "示例县科学技术局2024年政府信息公开台账.xlsx",
}


def _export(
    database: Database, directory: Path, code: str = "2021", *, personal: bool = False
) -> dict[str, Path]:
    return _exported(database, directory, code, personal=personal).files


def _exported(
    database: Database, directory: Path, code: str = "2021", *, personal: bool = False
) -> Exported:
    return export_year(
        database,
        2024,
        editions()[code],
        directory,
        personal=personal,
        actor=TESTER,
        today=date(2025, 1, 6),
    )


def _journalled(database: Database) -> list[JournalEntry]:
    with database.reading() as session:
        return list(session.scalars(select(JournalEntry).where(JournalEntry.kind == "export")))


def _stop(*_given: object, **_named: object) -> None:
    raise Fault("核对不符。")


def _disk_full(*_given: object, **_named: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("code", sorted(editions()))
def test_writes_three_sound_files(sample: Database, tmp_path: Path, code: str) -> None:
    files = _export(sample, tmp_path / "新" / "导出", code)
    assert list(files) == ["table", "report", "ledger"]
    assert {path.name for path in files.values()} == NAMES
    assert {path.name for path in (tmp_path / "新" / "导出").iterdir()} == NAMES
    assert all(path.is_absolute() for path in files.values())
    assert openpyxl.load_workbook(files["table"]).sheetnames[-1] == "填表说明"
    assert openpyxl.load_workbook(files["ledger"]).sheetnames[0] == "单位信息"
    assert Document(str(files["report"])).tables


def test_only_an_export_with_personal_data_is_journalled(sample: Database, tmp_path: Path) -> None:
    _export(sample, tmp_path / "公开")
    assert _journalled(sample) == []
    files = _export(sample, tmp_path / "内部", personal=True)
    (line,) = _journalled(sample)
    assert (line.actor, line.step, line.record_id) == (
        "周砚清",
        "导出2024年台账（含个人信息）",
        2024,
    )
    assert json.loads(line.after or "") == {"file": files["ledger"].name}


def test_replaces_older_files_of_the_same_names(sample: Database, tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / "导出").mkdir(exist_ok=True)
        (tmp_path / "导出" / name).write_text("旧文件", encoding="utf-8")
    files = _export(sample, tmp_path / "导出")
    assert openpyxl.load_workbook(files["table"])
    assert {path.name for path in (tmp_path / "导出").iterdir()} == NAMES


@pytest.mark.parametrize(
    ("step", "broken"),
    [("verify_table", _stop), ("verify_ledger", _stop), ("write_ledger", _disk_full)],
)
def test_nothing_stays_of_an_export_that_fails(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, broken: object
) -> None:
    monkeypatch.setattr(export, step, broken)
    with pytest.raises(Fault, match=r"^[^\n]+。$"):
        _export(sample, tmp_path / "新" / "导出", personal=True)
    assert not (tmp_path / "新").exists()
    assert _journalled(sample) == []


def test_older_files_outlive_an_export_that_fails(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = {name: path.read_bytes() for name, path in _export(sample, tmp_path / "导出").items()}
    monkeypatch.setattr(export, "verify_ledger", _stop)
    with pytest.raises(Fault):
        _export(sample, tmp_path / "导出", "2019")
    assert {path.name for path in (tmp_path / "导出").iterdir()} == NAMES
    files = file_names("示例县科学技术局", 2024, tmp_path / "导出")
    assert {name: path.read_bytes() for name, path in files.items()} == before


def test_a_file_that_cannot_be_replaced_is_named(sample: Database, tmp_path: Path) -> None:
    files = file_names("示例县科学技术局", 2024, tmp_path / "导出")
    files["report"].mkdir(parents=True)
    with pytest.raises(Fault, match=r"工作年度报告\.docx”正在其他程序中打开或者不能改写"):
        _export(sample, tmp_path / "导出")
    assert [path.name for path in (tmp_path / "导出").iterdir()] == [files["report"].name]


def test_a_file_open_elsewhere_is_named(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows forbids to replace a file that another program holds open."""
    target = _export(sample, tmp_path / "导出")["table"]
    replace = Path.replace

    def held_open(path: Path, other: Path) -> Path:
        if other == target:
            raise PermissionError(13, "Permission denied")
        return replace(path, other)

    monkeypatch.setattr(Path, "replace", held_open)
    with pytest.raises(Fault, match=r"统计表\.xlsx”正在其他程序中打开"):
        _export(sample, tmp_path / "导出")
    assert {path.name for path in (tmp_path / "导出").iterdir()} == NAMES


def test_a_place_that_is_no_folder_is_refused(sample: Database, tmp_path: Path) -> None:
    (tmp_path / "文件").write_text("", encoding="utf-8")
    for place in (tmp_path / "文件", tmp_path / "文件" / "下面"):
        with pytest.raises(Fault, match="不是文件夹"):
            _export(sample, place)


def test_names_of_units_fit_every_file_system() -> None:
    names = file_names('县/局:"信息<公开>"*?|\n', 2024, Path("/导出"))
    assert names["table"].name == "县_局__信息_公开______2024年政府信息公开情况统计表.xlsx"
    longest = file_names("𠮷" * 300, 2024, Path("/导出"))["report"].name
    assert len(longest.encode()) <= 255
    assert file_names("...", 2024, Path("/导出"))["ledger"].name.startswith("_2024年")


def test_others_may_write_meanwhile(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All three files show the office at one moment."""
    verify_table = export.verify_table

    def and_change(*given: object) -> None:
        with sample.writing(TESTER) as session:
            change_record(session, "request", 1, {"content": "导出中途改的内容"})
        verify_table(*given)

    monkeypatch.setattr(export, "verify_table", and_change)
    files = _export(sample, tmp_path / "导出")
    assert files["ledger"].exists()


def test_what_to_look_at_in_the_report_is_handed_over_too(sample: Database, tmp_path: Path) -> None:
    with sample.writing(TESTER) as session:
        write_report_text(session, 2024, 1, "全年收到申请【申请总数】件。")
    findings = _exported(sample, tmp_path / "导出").findings
    assert [one.message for one in findings if one.rule == "R2"] == [
        "“一、总体情况”里的“【申请总数】”不是可用的字段，原样留在报告里，请改正。"
    ]


@pytest.mark.parametrize("steps", range(6))
def test_an_export_that_is_stopped_leaves_nothing(
    sample: Database, tmp_path: Path, steps: int
) -> None:
    told: list[str] = []

    def report(_done: int, total: int, text: str) -> None:
        assert total == 5
        told.append(text)
        if len(told) > steps:
            raise KeyboardInterrupt

    edition = editions()["2021"]
    with pytest.raises(KeyboardInterrupt):
        export_year(
            sample,
            2024,
            edition,
            tmp_path / "导出",
            personal=True,
            actor=TESTER,
            today=date(2025, 1, 20),
            report=report,
        )
    assert len(set(told)) == steps + 1
    assert not (tmp_path / "导出").exists()
