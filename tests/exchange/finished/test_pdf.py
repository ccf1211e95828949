"""Reports printed into PDFs are read to the last cell, over the ends of pages; others refused.

The files in pdf/ were printed by LibreOffice, and one by a browser, from the published figures
in cases/real_reports. Their tables run over several pages; rows, labels, merged cells and a
figure are cut by the ends of pages.
"""

import random
from pathlib import Path

import pytest

from disclosure_desk.exchange.finished import read_apart
from disclosure_desk.exchange.finished.read import read_report
from disclosure_desk.exchange.finished.read_pdf import read_pdf
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import errors
from disclosure_desk.statistics.report_checks import check_report
from tests.exchange.finished.test_layouts import told_by

PAGES = Path(__file__).parent / "pdf"
REPORTS = sorted(path for path in PAGES.glob("*.pdf") if path.stem != "locked")
EMPTY_PAGE = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n"
    b"trailer<</Root 1 0 R>>\n"
)


def refused(path: Path) -> str:
    with pytest.raises(Fault) as told:
        read_report(path)
    assert "\n" not in str(told.value)
    return str(told.value)


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_a_printed_report_is_read_to_the_last_cell(path: Path) -> None:
    told, figures = told_by(path.stem.partition("-")[0])
    report = read_report(path)
    assert report.edition is not None
    assert (report.edition.code, report.year) == (told.edition, told.year)
    assert report.figures == figures
    assert errors(check_report(report)) == []


def test_a_paragraph_broken_into_lines_is_one_again() -> None:
    report = read_report(PAGES / "pingtan_2021.pdf")
    told, _ = told_by("pingtan_2021")
    for number in (1, 5, 6):
        assert "".join(told.texts[number]) in [
            one.text.replace("\n", "") for one in report.chapters
        ]


def test_pages_without_text_are_called_scanned(tmp_path: Path) -> None:
    path = tmp_path / "扫描.pdf"
    path.write_bytes(EMPTY_PAGE)
    assert "扫描件" in refused(path)


def test_a_locked_file_is_called_locked() -> None:
    assert "密码" in refused(PAGES / "locked.pdf")


def test_a_pdf_under_another_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(REPORTS[0].read_bytes())
    assert "与文件名不符" in refused(path)


def test_more_pages_than_a_report_has_are_refused(tmp_path: Path) -> None:
    page = b"/MediaBox[0 0 595 842]>>endobj\n"
    pages = [b"%d 0 obj<</Type/Page/Parent 2 0 R" % number + page for number in range(4, 104)]
    kids = b"".join(b"%d 0 R " % number for number in range(4, 104))
    whole = EMPTY_PAGE.replace(b"3 0 R", kids, 1).replace(b"trailer", b"".join(pages) + b"trailer")
    path = tmp_path / "厚.pdf"
    path.write_bytes(whole)
    assert "内容太多" in refused(path)


def test_what_takes_too_long_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read_apart, "_SECONDS", 0.01)
    assert "内容太多" in refused(REPORTS[0])


def test_damaged_files_are_told_in_one_sentence(tmp_path: Path) -> None:
    draw = random.Random(11)
    path = tmp_path / "年报.pdf"
    whole = (PAGES / "pingtan_2018.pdf").read_bytes()
    path.write_bytes(whole[: len(whole) // 3])
    assert "已损坏" in refused(path) or "扫描件" in refused(path)
    for _ in range(15):
        damaged = bytearray(whole)
        for _ in range(draw.choice((5, 50, 500))):
            damaged[draw.randrange(len(damaged))] = draw.randrange(256)
        path.write_bytes(damaged)
        try:
            read_pdf(path)
        except (read_apart.DamagedError, read_apart.ScannedError, read_apart.LockedError):
            continue
