"""Workbooks whose formulas nobody computed: said in one sentence, never read as zero."""

import shutil
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from disclosure_desk.exchange.finished.many import read_many
from disclosure_desk.exchange.finished.read import take_apart
from disclosure_desk.exchange.table_layout import CHECKS_SHEET, NOTES_SHEET, RECORDS_SHEET
from disclosure_desk.faults import Fault
from tests.calls import call, figures
from tests.workbooks import request_row, write_rows

OTHER_SHEETS = (CHECKS_SHEET, NOTES_SHEET, RECORDS_SHEET)


def test_a_workbook_without_computed_values_is_told_and_left_out(tmp_path: Path) -> None:
    path = tmp_path / "城管局.xlsx"
    book = openpyxl.Workbook()
    for row in (["本年新收", 3], ["上年结转", 1], ["合计", "=B1+B2"]):
        book.active.append(row)
    book.save(path)
    with pytest.raises(Fault, match="公式没有算出的数，请用 Excel 或 WPS 打开并保存一次"):
        take_apart(path)
    (read,) = read_many([path], lambda *_told: None)
    assert read.unit_report is None
    assert "公式没有算出的数" in read.reason


@pytest.mark.parametrize("value", [4, 0])
def test_computed_values_are_read_a_zero_too(tmp_path: Path, value: int) -> None:
    path = tmp_path / "城管局.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write("A1", "合计")
        sheet.write_formula("B1", "=2+2", value=value)
    take_apart(path)


def test_the_sums_of_an_own_table_that_lost_its_values_are_added_up_again(
    tmp_path: Path, founded_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [request_row("S1"), request_row("S2"), request_row("S3", 申请人类型="商业企业")]
    ledger = write_rows(tmp_path / "台账.xlsx", {"依申请公开": rows})
    office = shutil.copy(founded_file, tmp_path / "office.db")
    assert call(capsys, "import", "--db", office, ledger).status == 0
    told = call(capsys, "export", "--db", office, "--year", "2024", "--out", tmp_path, "--json")
    table = Path(told.json["files"]["table"])
    sound = call(capsys, "check", table, "--json")
    book = openpyxl.load_workbook(table)
    book.save(table)
    assert call(capsys, "check", table, "--json").json == sound.json
    assert figures(sound)["requests.new.total"] == 3
    forms = (sheet for sheet in book.worksheets if sheet.title not in OTHER_SHEETS)
    received = next(
        cell for form in forms for line in form.iter_rows() for cell in line if cell.value == 2
    )
    received.value = 9
    book.save(table)
    broken = call(capsys, "check", table, "--json")
    assert broken.status == 1
    assert "H1" in {finding["rule"] for finding in broken.json["findings"]}


def test_a_sum_that_adds_up_itself_or_too_much_is_not_added_up(tmp_path: Path) -> None:
    path = tmp_path / "城管局.xlsx"
    for formula in ("=SUM(A1:B1)", "=SUM(A2:ZZ9999)", "=SUM(C1:C3)*2"):
        book = openpyxl.Workbook()
        book.active.append([1, formula])
        book.save(path)
        with pytest.raises(Fault, match="公式没有算出的数"):
            take_apart(path)
