"""A workbook is looked through in pieces: where one is cut off makes no difference."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font

from disclosure_desk.exchange import workbook
from disclosure_desk.faults import Fault


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A workbook whose last row is formatted far out and holds nothing there."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in range(1, 60):
        sheet.append([f"信息{row}", row, row * 1.5])
    sheet.cell(60, 16_000).font = Font(bold=True)
    path = tmp_path / "台账.xlsx"
    book.save(path)
    return path


@pytest.mark.parametrize("length", range(600, 650))
def test_a_cell_cut_in_two_is_no_cell_without_a_place(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    monkeypatch.setattr(workbook, "_PIECE", length)
    assert len(workbook.open_workbook(ledger).get_sheet_by_index(0).to_python()) >= 59


@pytest.mark.parametrize("length", range(600, 620))
def test_a_place_that_cannot_be_is_found_wherever_it_is_cut(
    ledger: Path, monkeypatch: pytest.MonkeyPatch, length: int
) -> None:
    monkeypatch.setattr(workbook, "_PIECE", length)
    _spoil(ledger, b'r="B30"', b'r="B0"')
    with pytest.raises(Fault, match=r"不是能读的 \.xlsx 工作簿"):
        workbook.open_workbook(ledger)


def _spoil(path: Path, old: bytes, new: bytes) -> None:
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            assert name != "xl/worksheets/sheet1.xml" or old in content
            package.writestr(name, content.replace(old, new))


@pytest.mark.parametrize("text", [" r=5", '取 r="0" 的', "&lt;c> r=x", "a=\"1\" r='2' b"])
def test_the_text_of_a_cell_may_say_what_a_place_says(ledger: Path, text: str) -> None:
    """Some programs write a text within its cell."""
    _spoil(ledger, b"<t>&#20449;&#24687;1</t>", f"<t>{text}</t>".encode())
    read = workbook.open_workbook(ledger).get_sheet_by_index(0).to_python()
    assert str(read[0][0]).strip() == text.strip().replace("&lt;", "<")


@pytest.mark.parametrize("tag", [b'<c x=">" r="B0"', b'<c x="<a>b" r="B0"', b"<c y='>' r='0'"])
def test_a_place_that_cannot_be_is_found_behind_any_other_value(ledger: Path, tag: bytes) -> None:
    _spoil(ledger, b'<c r="B30"', tag)
    with pytest.raises(Fault, match=r"不是能读的 \.xlsx 工作簿"):
        workbook.open_workbook(ledger)
