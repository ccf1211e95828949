"""`check` on finished reports: its answer, its exit status, and its one sentence."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from disclosure_desk.commands.reporting import switch_rule_off
from disclosure_desk.exchange.founding import found
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database
from tests.calls import call, figures
from tests.conftest import CLERK
from tests.finished_layouts import (
    LAYOUTS,
    Told,
    items,
    printed,
    random_figures,
    sound_texts,
    write_docx,
    write_html,
    write_xlsx,
)

UNIT = "示例县科学技术局"


def told(year: int = 2023, **changed: str) -> Told:
    """A sound report of 2021's form, with single cells printed otherwise."""
    said = {code: printed(figure) for code, figure in random_figures("2021", 3).items()}
    return Told("2021", year, UNIT, said | changed, texts=sound_texts(year))


def test_a_sound_report_has_no_finding_and_exit_status_0(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_docx(tmp_path / "年报.docx", items(told(), "official"))
    answer = call(capsys, "check", path, "--json")
    assert (answer.status, answer.err) == (0, "")
    assert set(answer.json) == {"unit", "year", "edition", "cells", "findings"}
    assert (answer.json["unit"], answer.json["year"], answer.json["edition"]) == (
        UNIT,
        2023,
        "2021",
    )
    assert figures(answer) == random_figures("2021", 3)
    assert answer.json["findings"] == []
    plain = call(capsys, "check", path)
    assert plain.status == 0
    assert "没有发现问题" in plain.out


def test_errors_give_exit_status_1_and_warnings_do_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blank = write_html(
        tmp_path / "空.html", items(told(**{"art20.6.coercion.decisions": "/"}), "official")
    )
    answer = call(capsys, "check", blank, "--json")
    assert answer.status == 0
    assert answer.json["cells"]["art20.6.coercion.decisions"] is None
    assert [one["rule"] for one in answer.json["findings"]] == ["N1"]
    wrong = write_xlsx(
        tmp_path / "错.xlsx", items(told(**{"review.reconsideration.total": "99999"}), "official")
    )
    answer = call(capsys, "check", wrong, "--json")
    assert answer.status == 1
    (finding,) = answer.json["findings"]
    assert finding["rule"] == "H4"
    assert "review.reconsideration.total" in finding["cells"]
    assert finding["found"] == 99999
    assert "共1处：须改正1处。" in call(capsys, "check", wrong).out


def test_rules_that_an_office_switched_off_are_left_out_where_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], registers: Database
) -> None:
    wrong = write_xlsx(
        tmp_path / "错.xlsx", items(told(**{"review.reconsideration.total": "99999"}), "official")
    )
    with registers.writing(CLERK) as session:
        switch_rule_off(session, "H4", "本县口径不同", today=date(2024, 1, 8))
    office = registers.url.render_as_string(hide_password=False)
    answer = call(capsys, "check", wrong, "--db", office, "--json")
    assert (answer.status, answer.json["findings"]) == (0, [])
    assert answer.json["rules_off"] == {"H4": "本县口径不同"}
    assert "H4（本县口径不同）" in call(capsys, "check", wrong, "--db", office).out
    assert call(capsys, "check", wrong).status == 1
    out = tmp_path / "汇总.xlsx"
    added = call(capsys, "aggregate", wrong, "--out", out, "--db", office, "--json")
    assert "H4" not in {one["rule"] for one in added.json["findings"]}
    assert added.json["rules_off"] == {"H4": "本县口径不同"}
    alone = call(capsys, "aggregate", wrong, "--out", out, "--json")
    assert "H4" in {one["rule"] for one in alone.json["findings"]}


def test_last_years_report_is_the_second_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    now = write_docx(tmp_path / "今.docx", items(told(), "official"))
    last = write_html(tmp_path / "昨.html", items(told(2022), "official"))
    answer = call(capsys, "check", now, "--previous", last, "--json")
    assert answer.status == 1
    assert "X1" in {one["rule"] for one in answer.json["findings"]}


def test_a_file_without_a_table_is_an_error_and_a_damaged_one_unusable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = write_docx(tmp_path / "信.docx", ["关于开会的通知", "请按时参加。"])
    answer = call(capsys, "check", empty, "--json")
    assert answer.status == 1
    assert (answer.json["edition"], answer.json["cells"]) == (None, {})
    assert [one["rule"] for one in answer.json["findings"]] == ["S2"]
    for path in (tmp_path / "没有.docx", tmp_path):
        answer = call(capsys, "check", path, "--json")
        assert (answer.status, answer.out) == (2, "")
        assert len(answer.err.splitlines()) == 1
    answer = call(capsys, "check", empty, "--previous", tmp_path / "没有.docx")
    assert answer.status == 2
    assert call(capsys, "check").status == 2


@pytest.mark.parametrize("edition", ["2014", "2014-county", "2019", "2021"])
def test_own_exports_are_read_back_and_nothing_is_found(
    edition: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = tmp_path / "office.db"
    found(str(office), UNIT, sample=True)
    for year in ("2024", "2025"):
        asked = ("--db", office, "--year", year, "--edition", edition, "--json")
        counted = figures(call(capsys, "table", *asked))
        files = call(capsys, "export", *asked, "--out", tmp_path / year).json["files"]
        for name in ("report", "table"):
            answer = call(capsys, "check", files[name], "--json")
            assert answer.status == 0
            assert (answer.json["unit"], answer.json["year"]) == (UNIT, int(year))
            assert figures(answer) == counted
            hints = {"E1"} if not editions()[edition].covers(int(year)) else set()
            assert {one["rule"] for one in answer.json["findings"]} == hints
    if edition in ("2019", "2021"):
        reports = [tmp_path / year / f"{UNIT}{year}年政府信息公开工作年度报告.docx"
                   for year in ("2025", "2024")]  # fmt: skip
        answer = call(capsys, "check", reports[0], "--previous", reports[1], "--json")
        assert answer.status == 0
        assert {one["rule"] for one in answer.json["findings"]} <= {"E1", "L1"}


# ------------------------------------------------------------------------------ adding up


def reports_of_units(folder: Path) -> tuple[list[Path], dict[str, Decimal]]:
    """Six offices' reports in three formats, and what they add up to."""
    writers = (write_docx, write_xlsx, write_html)
    files, total = [], {code: Decimal(0) for code in editions()["2021"].cells}
    for number in range(6):
        said = random_figures("2021", number)
        told = Told(
            "2021",
            2023,
            f"示例县第{number}局",
            {code: printed(figure) for code, figure in said.items()},
            texts=sound_texts(2023),
        )
        suffix = ("docx", "xlsx", "html")[number % 3]
        layout = tuple(LAYOUTS)[number]
        files.append(writers[number % 3](folder / f"{number}.{suffix}", items(told, layout)))
        for code, figure in said.items():
            total[code] += figure
    return files, total


def test_reports_of_many_units_are_added_up_cell_by_cell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, total = reports_of_units(tmp_path)
    out = tmp_path / "汇总.xlsx"
    answer = call(capsys, "aggregate", *files, "--out", out, "--json")
    assert answer.status == 0, answer.err
    assert figures(answer) == total
    assert (answer.json["year"], answer.json["edition"]) == (2023, "2021")
    assert [one["unit"] for one in answer.json["units"]] == [f"示例县第{n}局" for n in range(6)]
    assert answer.json["complete"] is True
    assert answer.json["findings"] == []
    book = load_workbook(out)
    assert book.sheetnames[:3] == ["汇总", "核对情况", "问题清单"]
    assert len(book.sheetnames) == 9
    formulas = [one.value for row in book["汇总"].iter_rows() for one in row
                if isinstance(one.value, str) and one.value.startswith("=SUM(")]  # fmt: skip
    assert len(formulas) == len(total)
    assert all(formula.count("!") == 6 for formula in formulas)
    for formula in formulas:
        sheet, cell = formula.split("'")[1], formula.split("!")[1].split(",")[0]
        assert isinstance(book[sheet][cell].value, int | float)
    # The sum is itself a table that can be read.
    again = call(capsys, "check", out, "--json")
    assert figures(again) == total


def test_figures_and_labels_of_a_sum_have_room_in_their_cells(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, _ = reports_of_units(tmp_path)
    out = tmp_path / "汇总.xlsx"
    call(capsys, "aggregate", *files, "--out", out)
    sheet = load_workbook(out, data_only=True)["汇总"]
    widths = {
        column: one.width
        for one in sheet.column_dimensions.values()
        for column in range(one.min, one.max + 1)
    }
    merged = {one.start_cell.coordinate: one for one in sheet.merged_cells.ranges}
    for cell in (one for row in sheet.iter_rows() for one in row if one.value is not None):
        last = merged[cell.coordinate].max_col if cell.coordinate in merged else cell.column
        room = sum(widths[column] for column in range(cell.column, last + 1))
        if isinstance(cell.value, int | float):
            assert len(f"{Decimal(cell.value).normalize():f}") < room, cell.coordinate
        elif isinstance(cell.value, str) and cell.coordinate not in merged:
            height = sheet.row_dimensions[cell.row].height
            assert height is not None
            assert len(cell.value) * 2 < room * (height // 14), cell.value


def test_an_unusable_file_is_named_and_the_sum_marked_incomplete(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, total = reports_of_units(tmp_path)
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04" + bytes(60))
    letter = write_docx(tmp_path / "信.docx", ["关于开会的通知"])
    out = tmp_path / "汇总.xlsx"
    answer = call(capsys, "aggregate", *files, tmp_path / "坏.docx", letter, "--out", out, "--json")
    assert answer.status == 1
    assert figures(answer) == total
    assert answer.json["complete"] is False
    left_out = [one for one in answer.json["findings"] if one["rule"] == "A1"]
    assert [one["records"] for one in left_out] == [["坏.docx"], ["信.docx"]]
    assert "不完整" in load_workbook(out)["汇总"]["A1"].value


def test_another_edition_is_added_up_apart_and_findings_name_their_unit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, total = reports_of_units(tmp_path)
    old = {code: printed(figure) for code, figure in random_figures("2019", 1).items()}
    old["review.reconsideration.total"] = "99999"
    told_old = Told("2019", 2023, "示例县第六局", old, texts=sound_texts(2023))
    files.append(write_html(tmp_path / "旧.html", items(told_old, "official")))
    out = tmp_path / "汇总.xlsx"
    answer = call(capsys, "aggregate", *files, "--out", out, "--json")
    assert answer.status == 1
    assert figures(answer) == total
    assert answer.json["other_editions"]["2019"]["review.reconsideration.total"] == 99999
    by_rule = {one["rule"]: one for one in answer.json["findings"]}
    assert by_rule["A2"]["records"] == ["示例县第六局"]
    assert by_rule["H4"]["unit"] == "示例县第六局"
    questions = load_workbook(out)["问题清单"]
    assert ("示例县第六局", "H4") in {(row[0].value, row[1].value) for row in questions.rows}


def test_a_call_that_adds_up_nothing_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "汇总.xlsx"
    assert call(capsys, "aggregate", "--out", out).status == 2
    assert call(capsys, "aggregate", tmp_path / "没有.docx", "--out", out).status == 2
    files, _ = reports_of_units(tmp_path)
    assert call(capsys, "aggregate", files[0]).status == 2
    assert call(capsys, "aggregate", files[0], "--out", tmp_path / "汇总.docx").status == 2
    nowhere = tmp_path / "没有的文件夹" / "汇总.xlsx"
    assert call(capsys, "aggregate", files[0], "--out", nowhere).status == 2
    assert not out.exists()


def test_a_sum_is_not_written_over_a_table_that_it_adds_up(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_xlsx(tmp_path / "水利局.xlsx", items(told(), "official"))
    before = path.read_bytes()
    monkeypatch.chdir(tmp_path)
    answer = call(capsys, "aggregate", path, "--out", "水利局.xlsx")
    assert (answer.status, answer.out) == (2, "")
    assert "请换一个文件名" in answer.err
    assert path.read_bytes() == before


def test_who_is_missing_and_who_reports_elsewhere_follows_from_a_list(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files, total = reports_of_units(tmp_path)
    names = tmp_path / "名单.txt"
    lines = ["1. 示例县第0局", "示例县第1局（垂直管理）", "示例县第2局", "示例县第3局", "",
             "示例县第4局", "示例县第九局"]  # fmt: skip
    names.write_bytes("\r\n".join(lines).encode("gbk"))
    out = tmp_path / "汇总.xlsx"
    words = (
        "aggregate",
        *files,
        "--out",
        out,
        "--units",
        names,
        "--leave-out",
        "示例县第2局、某局",
    )
    answer = call(capsys, *words, "--json")
    assert answer.status == 0, answer.err
    assert answer.json["missing"] == ["示例县第九局"]
    assert answer.json["left_out"] == ["示例县第1局", "示例县第2局"]
    assert [one["unit"] for one in answer.json["units"]] == [f"示例县第{n}局" for n in (0, 3, 4, 5)]
    left = [random_figures("2021", number) for number in (1, 2)]
    assert figures(answer) == {
        code: figure - sum(one[code] for one in left) for code, figure in total.items()
    }
    told = {one["rule"]: one["records"] for one in answer.json["findings"]}
    assert told == {"A5": ["示例县第九局"], "A6": ["示例县第2局"], "A7": ["示例县第5局"]}
    matrix = [[cell.value for cell in row] for row in load_workbook(out)["核对情况"].rows]
    assert [row[0] for row in matrix[5:]] == ["缺：示例县第九局", "示例县第1局", "示例县第2局"]
    asked = [[cell.value for cell in row] for row in load_workbook(out)["问题清单"].rows]
    assert any("还缺1个单位" in str(row[3]) for row in asked)


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\x00\x01\x02", "示例县".encode() * 60])
def test_a_list_of_units_that_is_none_is_refused(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    report = write_docx(tmp_path / "年报.docx", items(told(), "official"))
    names = tmp_path / "名单.txt"
    names.write_bytes(content)
    for path in (names, tmp_path / "没有.txt", tmp_path):
        words = ("aggregate", report, "--out", tmp_path / "汇总.xlsx", "--units", path)
        answer = call(capsys, *words)
        assert (answer.status, answer.out) == (2, "")
        assert len(answer.err.splitlines()) == 1
    assert not (tmp_path / "汇总.xlsx").exists()
