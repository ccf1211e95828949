"""`handover` and `merge`: registers to another computer and back, by the command line."""

import shutil
from pathlib import Path

import pytest

from tests.calls import call
from tests.workbooks import write_rows

ROW = {
    "申请编号": "2025-001",
    "收到日期": "2025-03-03",
    "收到方式": "信函",
    "申请人类型": "自然人",
    "申请人名称": "周大勇",
}


@pytest.fixture
def offices(founded_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[Path]:
    """Two copies of one office with a request."""
    here = Path(shutil.copy(founded_file, tmp_path / "here.db"))
    ledger = write_rows(tmp_path / "台账.xlsx", {"依申请公开": [ROW]})
    assert call(capsys, "import", "--db", here, ledger).status == 0
    return [here, Path(shutil.copy(here, tmp_path / "there.db"))]


def take_in(capsys: pytest.CaptureFixture[str], office: Path, row: dict[str, str]) -> None:
    ledger = write_rows(office.with_suffix(".xlsx"), {"依申请公开": [row]})
    assert call(capsys, "import", "--db", office, ledger).status == 0


def test_registers_go_to_another_computer_and_back(
    offices: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here, there = offices
    take_in(capsys, here, {**ROW, "备注": "本人来过"})
    take_in(capsys, there, {**ROW, "备注": "来过电话"})
    take_in(capsys, there, {**ROW, "申请编号": "2025-002", "承办科室": "农业科"})
    package = tmp_path / "交接.jjb"
    made = call(capsys, "handover", "--db", there, "--out", package, "--json")
    assert (made.status, made.json["file"], made.json["span"]) == (0, str(package), "全部")
    for words in (("--dry-run",), ()):
        merged = call(capsys, "merge", "--db", here, package, "--json", *words)
        assert merged.status == 0
        assert merged.json["added"] == {"依申请公开": 1, "科室": 1}
        (one,) = merged.json["conflicts"]
        assert (one["field"], one["here"], one["there"], one["keeps"]) == (
            *("备注", "本人来过"),
            *("来过电话", "there"),
        )
    again = call(capsys, "merge", "--db", here, package)
    assert "没有新的内容" in again.out
    back = tmp_path / "回.jjb"
    assert call(capsys, "handover", "--db", here, "--out", back, "--year", "2025").status == 0
    assert call(capsys, "merge", "--db", there, back).status == 0
    tables = [
        call(capsys, "table", "--db", one, "--year", "2025", "--json").json for one in offices
    ]
    assert tables[0]["cells"] == tables[1]["cells"]
    assert tables[0]["cells"]["requests.new.total"] == 2
    for office in offices:
        assert call(capsys, "verify", "--db", office).status == 0
    assert list((tmp_path / "备份").glob("*自动备份*"))


def test_what_is_no_package_is_refused_in_one_sentence(
    offices: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "字.jjb").write_text("不是交接包", encoding="utf-8")
    before = offices[0].read_bytes()
    for name in ("字.jjb", "没有.jjb", "there.db"):
        refused = call(capsys, "merge", "--db", offices[0], tmp_path / name)
        assert (refused.status, refused.out) == (2, "")
        assert refused.err.count("\n") == 1
        assert name in refused.err
    assert offices[0].read_bytes() == before
    assert call(capsys, "handover", "--db", offices[0]).status == 2
    assert call(capsys, "handover", "--db", offices[0], "--out", "x", "--year", "零").status == 2


def test_the_making_of_a_package_is_journalled(
    offices: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from sqlalchemy import select

    from disclosure_desk.records.journal import JournalEntry
    from disclosure_desk.storage.database import open_database

    made = call(capsys, "handover", "--db", offices[0], "--out", tmp_path, "--year", "2025")
    assert "个人信息" in made.out
    database = open_database(offices[0])
    with database.reading() as session:
        steps = session.scalars(select(JournalEntry.step).where(JournalEntry.kind == "export"))
        assert list(steps) == ["制作交接包（2025年）"]
    database.close()
