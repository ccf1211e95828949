"""The filled table looks like the form, adds up by itself, and opens to its records."""

import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from disclosure_desk.commands.registers import add_record
from disclosure_desk.exchange import table_records
from disclosure_desk.exchange.table_layout import added_by, addition, pages_of, places_of
from disclosure_desk.exchange.table_records import sections_of
from disclosure_desk.exchange.verify_table import verify_table
from disclosure_desk.exchange.write_table import write_table
from disclosure_desk.faults import Fault
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.listing import lines_by_cell
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import records_behind, tally
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor

TESTER = Actor("周砚清", "窗口电脑")
CODES = sorted(editions())
YEAR = 2024


def _written(database: Database, path: Path, code: str, year: int = YEAR) -> Mapping[str, Figure]:
    edition = editions()[code]
    with database.reading() as session:
        figures = tally(session, edition, Period.of_year(year))
        write_table(session, edition, year, figures, path, today=date(2025, 1, 6))
    return figures


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("year", [2023, 2024, 2025])
def test_every_figure_reads_back(sample: Database, tmp_path: Path, code: str, year: int) -> None:
    path = tmp_path / "表.xlsx"
    verify_table(path, editions()[code], _written(sample, path, code, year))


@pytest.mark.parametrize("code", CODES)
def test_lists_as_many_records_as_are_counted(sample: Database, code: str) -> None:
    edition, period = editions()[code], Period.of_year(YEAR)
    with sample.reading() as session:
        lines = lines_by_cell(session, edition, period)
        for cell in edition.cells.values():
            behind = records_behind(session, edition, cell.code, period)
            if cell.counted:
                assert [line.date for line in lines[cell.code]] == [one.date for one in behind]


@pytest.mark.parametrize("code", CODES)
def test_totals_are_formulas_of_their_parts(sample: Database, tmp_path: Path, code: str) -> None:
    path = tmp_path / "表.xlsx"
    _written(sample, path, code)
    book = openpyxl.load_workbook(path)
    places = places_of(editions()[code])
    for cell in editions()[code].cells.values():
        place = places[cell.code]
        held = book[place.sheet].cell(place.row + 1, place.column + 1)
        assert (held.data_type == "f") == bool(cell.parts)


@pytest.mark.parametrize("code", CODES)
def test_a_figure_leads_to_its_records_and_back(
    sample: Database, tmp_path: Path, code: str
) -> None:
    path = tmp_path / "表.xlsx"
    figures = _written(sample, path, code)
    book = openpyxl.load_workbook(path)
    for cell in editions()[code].cells.values():
        place = places_of(editions()[code])[cell.code]
        held = book[place.sheet].cell(place.row + 1, place.column + 1)
        if not (cell.counted and figures[cell.code]):
            continue
        assert held.hyperlink is not None
        sheet, address = str(held.hyperlink.location).split("!")
        title = book[sheet.strip("'")][address]
        assert title.value == cell.title
        assert title.offset(0, 3).value == cell.code
        assert title.offset(0, 4).value == figures[cell.code]
        assert title.offset(0, 5).hyperlink.location == place.reference


def test_no_applicant_is_named_anywhere(sample: Database, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    _written(sample, path, "2021")
    with sample.reading() as session:
        cards = [card for _, card in read_cards(session, "request")]
    secret = [name for name, field in FIELDS["request"].items() if field.personal]
    words = {str(card[name]) for card in cards for name in (*secret, "content") if name in card}
    words |= {str(card["applicant_name"]) for card in cards if "applicant_name" in card}
    workbook = CalamineWorkbook.from_path(str(path))
    told = {
        str(cell)
        for name in workbook.sheet_names
        for row in workbook.get_sheet_by_name(name).to_python()
        for cell in row
    }
    assert words
    assert not told & words


@pytest.mark.parametrize("code", CODES)
def test_every_cell_of_the_grid_has_its_lines(sample: Database, tmp_path: Path, code: str) -> None:
    path = tmp_path / "表.xlsx"
    _written(sample, path, code)
    book = openpyxl.load_workbook(path)
    for page in pages_of(editions()[code]):
        sheet = book[page.sheet]
        for placed in page.grid.cells:
            first, left = page.top + placed.row + 1, placed.column + 1
            last, right = first + placed.cell.rows - 1, left + placed.cell.columns - 1
            for row in range(first, last + 1):
                assert sheet.cell(row, left).border.left.style == "thin"
                assert sheet.cell(row, right).border.right.style == "thin"
            for column in range(left, right + 1):
                assert sheet.cell(first, column).border.top.style == "thin"
                assert sheet.cell(last, column).border.bottom.style == "thin"
        merged = {str(one) for one in sheet.merged_cells.ranges}
        spans = [one for one in page.grid.cells if one.cell.rows * one.cell.columns > 1]
        assert len(merged) == len(spans) + 1 + len(page.above) + len(page.below) + bool(
            page.heading
        )


@pytest.mark.parametrize("code", CODES)
def test_it_prints_on_a4(sample: Database, tmp_path: Path, code: str) -> None:
    path = tmp_path / "表.xlsx"
    _written(sample, path, code)
    book = openpyxl.load_workbook(path)
    for page in pages_of(editions()[code]):
        sheet = book[page.sheet]
        assert sheet.page_setup.paperSize == 9
        assert sheet.page_setup.orientation == "portrait"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)  # left out, it is 1
        assert sheet.print_title_rows
        assert "&P" in sheet.oddFooter.center.text


def test_changes_are_signed_and_amounts_keep_their_digits(office: Database, tmp_path: Path) -> None:
    entries = [
        ("penalty_items", date(2023, 6, 1), "20"),
        ("penalty_items", date(2024, 6, 1), "2"),
        ("procurement_amount", date(2024, 6, 1), "24252.311082"),
    ]
    with office.writing(TESTER) as session:
        for indicator, day, amount in entries:
            card = {"indicator": indicator, "dated_on": day, "amount": Decimal(amount)}
            add_record(session, "indicator", card)
    path = tmp_path / "表.xlsx"
    verify_table(path, editions()["2019"], _written(office, path, "2019"))
    book = openpyxl.load_workbook(path)
    places = places_of(editions()["2019"])
    change = book[places["art20.6.penalty.change"].sheet][places["art20.6.penalty.change"].address]
    assert (change.value, change.number_format) == (-18, "+0;-0;0")
    amount = book["表二"][places["art20.9.procurement.amount"].address]
    assert (amount.value, amount.number_format) == (24252.311082, "0.000000")


def test_checks_balance_and_reach_back_to_last_year(sample: Database, tmp_path: Path) -> None:
    path = tmp_path / "表.xlsx"
    _written(sample, path, "2021")
    values = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("勾稽检查").to_python()
    rows = values[2:]
    assert {row[7] for row in rows} == {"平"}
    assert len(rows) == len(editions()["2021"].identities) + 7
    assert [row[4] for row in rows if row[0] == "X1"] == [row[5] for row in rows if row[0] == "X1"]


def test_titles_that_look_like_formulas_or_markup_stay_text(
    office: Database, tmp_path: Path
) -> None:
    titles = ["=1+1", "<r><t>甲</t></r>", "\x01控制", "😀" * 100, "_x0041_"]
    with office.writing(TESTER) as session:
        for title in titles:
            day = date(2024, 1, 5)
            add_record(
                session, "publication", {"title": title, "made_on": day, "published_on": day}
            )
    path = tmp_path / "表.xlsx"
    verify_table(path, editions()["2014"], _written(office, path, "2014"))
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name("明细").to_python()
    assert [row[3] for row in rows[3:8]] == titles


def test_a_full_sheet_is_continued(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = 40
    monkeypatch.setattr(
        "disclosure_desk.exchange.write_table.sections_of",
        lambda edition, lines: sections_of(edition, lines, last_row=small),
    )
    monkeypatch.setattr(
        "disclosure_desk.exchange.write_table.write_records",
        lambda *given: table_records.write_records(*given, last_row=small),
    )
    path = tmp_path / "表.xlsx"
    figures = _written(sample, path, "2014")
    verify_table(path, editions()["2014"], figures)
    book = openpyxl.load_workbook(path)
    assert "明细2" in book.sheetnames
    place = places_of(editions()["2014"])["requests.received"]
    link = book[place.sheet][place.address].hyperlink
    assert link is not None
    sheet, address = str(link.location).split("!")
    assert book[sheet.strip("'")][address].value == "（一）收到申请数"


@pytest.mark.parametrize("change", ["figure", "formula", "records"])
def test_a_changed_file_is_found(sample: Database, tmp_path: Path, change: str) -> None:
    path = tmp_path / "表.xlsx"
    edition = editions()["2021"]
    figures = dict(_written(sample, path, "2021"))
    place = places_of(edition)["requests.3.7.natural"]
    if change == "figure":
        figures["requests.new.natural"] = int(figures["requests.new.natural"]) + 1
    else:
        book = openpyxl.load_workbook(path)
        if change == "formula":
            book[place.sheet][place.address].value = f"=SUM({place.address[0]}1:A2)"
        else:
            book["明细"].delete_rows(4)
        book.save(path)
    with pytest.raises(Fault, match="读回核对不符"):
        verify_table(path, edition, figures)


def test_sums_name_neighbours_as_ranges() -> None:
    places = places_of(editions()["2014"])
    parts = editions()["2014"].cells["replies.total"].parts
    formula = addition([places[part] for part in parts], of_sheet="统计表")
    assert formula.count(":") == 2
    found = {(row, column) for _, row, column in added_by(formula, "统计表")}
    assert found == {(places[part].row, places[part].column) for part in parts}


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_recalculates_the_same_totals(sample: Database, tmp_path: Path) -> None:
    paths = {code: tmp_path / f"{code}.xlsx" for code in CODES}
    figures = {code: _written(sample, path, code) for code, path in paths.items()}
    profile = (tmp_path / "profile").as_uri()
    subprocess.run(  # once for all: it takes far longer to start than to reckon
        ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to",
         "xlsx:Calc MS Excel 2007 XML", "--outdir", str(tmp_path / "out"),
         *map(str, paths.values())],
        check=True, capture_output=True, timeout=240,
    )  # fmt: skip
    for code in CODES:
        recalculated = CalamineWorkbook.from_path(str(tmp_path / "out" / f"{code}.xlsx"))
        sheets = {
            name: recalculated.get_sheet_by_name(name).to_python(skip_empty_area=False)
            for name in recalculated.sheet_names
        }
        for cell, place in places_of(editions()[code]).items():
            found = sheets[place.sheet][place.row][place.column]
            assert found == float(figures[code][cell]), (code, cell)
        assert {row[7] for row in sheets["勾稽检查"][2:]} == {"平"}, code
