"""The workbook of a quarter: official layout, the period in its words, checked like a year's."""

from datetime import date
from pathlib import Path

import openpyxl
import pytest

from disclosure_desk.exchange import interim_export
from disclosure_desk.exchange.interim_export import (
    export_interim,
    export_into_folder,
    interim_name,
)
from disclosure_desk.exchange.table_layout import CHECKS_SHEET, NOTES_SHEET, pages_of, places_of
from disclosure_desk.faults import Fault
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.interim import form_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database

TODAY = date(2026, 1, 5)
QUARTER = Period.of_quarter(2025, 3)


def test_a_quarter_is_written_in_the_official_layout_with_its_period(
    sample: Database, tmp_path: Path
) -> None:
    edition = editions()["2021"]
    path = export_interim(sample, QUARTER, edition, tmp_path / "表.xlsx", today=TODAY)
    book = openpyxl.load_workbook(path)
    assert [page.sheet for page in pages_of(edition)] == book.sheetnames[:3]
    title = book["表三"]["A1"].value
    assert title == "示例县科学技术局2025年第三季度政府信息公开情况统计表"
    assert "内部统计：数据截至2025年9月30日" in str(book["表三"]["A2"].value)
    with sample.reading() as session:
        figures = tally(session, edition, QUARTER)
    values = openpyxl.load_workbook(path, data_only=True)
    for code, place in places_of(form_of(edition, QUARTER)).items():
        assert values[place.sheet].cell(place.row + 1, place.column + 1).value == figures[code]
    assert sum(figures[f"requests.{row}.total"] for row in ("new", "carried_in")) > 0


def test_its_checks_compare_with_the_quarter_before_and_its_notes_name_the_days(
    sample: Database, tmp_path: Path
) -> None:
    path = export_interim(sample, QUARTER, editions()["2021"], tmp_path / "表.xlsx", today=TODAY)
    book = openpyxl.load_workbook(path)
    checks = [row for row in book[CHECKS_SHEET].iter_rows(values_only=True) if row[0] == "X1"]
    assert len(checks) == 7
    assert all(row[2] == "2025年第二季度统计表“结转下期继续办理”" for row in checks)
    assert all(
        row[7] == "平"
        for row in openpyxl.load_workbook(path, data_only=True)[CHECKS_SHEET].iter_rows(
            min_row=3, values_only=True
        )
    )
    notes = {row[0]: row[1] for row in book[NOTES_SHEET].iter_rows(values_only=True)}
    assert notes["统计期限"] == "2025年7月1日至2025年9月30日，按各事项的日期统计，截至9月30日"
    assert notes["用途"] == "内部统计，不是年终对外公布的统计表"
    told = "".join(
        str(cell) for row in book[NOTES_SHEET].iter_rows(values_only=True) for cell in row
    )
    assert "本年" not in told


@pytest.mark.parametrize("code", ["2014", "2014-county", "2019"])
@pytest.mark.parametrize(
    "period", [QUARTER, Period.of_month(2025, 2), Period.of_months(2025, 1, 6)]
)
def test_every_form_can_be_written_for_every_kind_of_period(
    sample: Database, tmp_path: Path, code: str, period: Period
) -> None:
    path = export_interim(sample, period, editions()[code], tmp_path / "表.xlsx", today=TODAY)
    first = openpyxl.load_workbook(path).worksheets[0]
    assert period.words in str(first["A1"].value)


def test_the_usual_name_says_unit_period_and_that_it_is_internal(
    sample: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "季报" / "2025"
    path = export_into_folder(sample, QUARTER, editions()["2014"], folder, today=TODAY)
    named = "示例县科学技术局2025年第三季度政府信息公开情况统计表（内部统计）.xlsx"
    assert list(folder.iterdir()) == [path] == [folder / named]
    assert interim_name("一/二", Period.of_months(2025, 1, 9)).startswith("一_二2025年1—9月")


def test_a_table_that_reads_back_differently_is_not_handed_over(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tmp_path / "表.xlsx"
    older.write_text("上一次的表", encoding="utf-8")
    monkeypatch.setattr(interim_export, "verify_table", _refusing)
    with pytest.raises(Fault, match="读回核对不符"):
        export_interim(sample, QUARTER, editions()["2021"], older, today=TODAY)
    assert older.read_text(encoding="utf-8") == "上一次的表"
    assert [path.name for path in tmp_path.glob(".export-*")] == []


def _refusing(*_arguments: object) -> None:
    raise Fault("统计表读回核对不符：表二的F7。")
