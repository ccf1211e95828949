"""Workbooks whose formulas nobody computed: said in one sentence, never read as zero."""

from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from disclosure_desk.exchange.finished.many import read_many
from disclosure_desk.exchange.finished.read import take_apart
from disclosure_desk.faults import Fault


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
