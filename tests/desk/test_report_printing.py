"""The report on paper: PDF files with their fonts inside that say what the report says; signing."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtCore import QLibraryInfo, QMarginsF, QTranslator
from PySide6.QtGui import QPainter, QPdfWriter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QStyle,
    QStyleOptionFrame,
    QWidget,
)
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.reporting import signing_of
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.sign_off import SignOff
from disclosure_desk.desk.look_sheet import sheet
from disclosure_desk.desk.pages.report_page import ReportPage
from disclosure_desk.desk.print_words import PrintWords
from disclosure_desk.desk.report_printing import write_year_pdf, year_on_paper
from disclosure_desk.desk.widgets import a4_paper, paper_print
from disclosure_desk.faults import Fault
from disclosure_desk.records.wording import folded_label
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database
from tests.desk.conftest import CLERK, TODAY
from tests.desk.keyboard import ENTER, form_over, keys, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath

REQUEST = {
    "number": "2025-001",
    "received_on": date(2025, 3, 20),
    "received_via": "letter",
    "applicant_kind": "natural",
    "content": "县级科技计划项目的立项文件",
}


@pytest.fixture
def page(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[ReportPage]:
    with database.writing(CLERK) as session:
        add_record(session, "request", REQUEST)
    made = ReportPage(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.ui.chapters.model().rowCount() == 6)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def text_in(path: Path) -> str:
    """What a PDF says, without blanks; its characters made alike."""
    with pdfplumber.open(path) as pdf:
        return folded_label(
            "".join("".join((one.extract_text() or "").split()) for one in pdf.pages)
        )


@pytest.mark.parametrize("code", ["2014", "2019", "2021"])
@pytest.mark.parametrize("of_table", [False, True])
def test_a_pdf_says_what_the_report_says_with_its_fonts_inside(
    database: Database, tmp_path: Path, qapp: QWidget, code: str, of_table: bool
) -> None:
    edition, path = editions()[code], tmp_path / "报告.pdf"
    with database.writing(CLERK) as session:
        add_record(session, "request", REQUEST)
    with database.reading() as session:
        made = year_on_paper(session, edition, 2025, TODAY)
    write_year_pdf(made, path, of_table=of_table)
    told = text_in(path)
    assert folded_label(made.title(of_table=of_table)) in told
    words = [one.title for one in edition.chapters] if not of_table else []
    if edition.above:
        words += ["填报单位"] if of_table else []
    for word in words:
        assert folded_label(word) in told
    assert told.count("—") >= 2  # the number of the page
    with pdfplumber.open(path) as pdf:
        fonts = [one for page in pdf.pages for one in page.page_obj.resources["Font"].values()]
        assert fonts
        width, height = pdf.pages[0].width, pdf.pages[0].height
        assert (round(width), round(height)) == (595, 842)
        assert max(float(one["x1"]) for page in pdf.pages for one in page.chars) <= width
    assert path.read_bytes().count(b"/FontFile") >= 1


def test_a_draft_says_so_above_its_title(database: Database, tmp_path: Path, qapp: QWidget) -> None:
    with database.reading() as session:
        made = year_on_paper(session, editions()["2021"], 2025, TODAY)
    write_year_pdf(made, tmp_path / "d.pdf", of_table=False, mark="草稿")
    assert text_in(tmp_path / "d.pdf").startswith("草稿")


def test_a_pdf_that_is_not_written_whole_leaves_the_older_one_and_nothing_beside(
    tmp_path: Path, qapp: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "报告.pdf"
    path.write_bytes(b"the older one")

    def filled_half(paper: a4_paper.Paper) -> None:
        raise Fault("没有写完。")

    with pytest.raises(Fault, match="没有写完"):
        a4_paper.write_pdf(path, "报告", filled_half, QMarginsF())

    def cut_short(_paper: a4_paper.Paper, writer: QPdfWriter) -> None:
        painter = QPainter(writer)
        painter.end()
        (unfinished,) = tmp_path.glob(".pdf-*/报告.pdf")
        unfinished.write_bytes(b"%PDF-1.4 the disk was full")

    monkeypatch.setattr(a4_paper, "paint_pages", cut_short)
    with pytest.raises(Fault, match="磁盘已满，没有写入"):
        a4_paper.write_pdf(path, "报告", lambda _paper: None, QMarginsF())
    assert path.read_bytes() == b"the older one"
    assert [one.name for one in tmp_path.iterdir()] == ["报告.pdf"]


def test_the_menu_keeps_report_and_table_as_pdf(
    page: ReportPage, desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(dialog: QFileDialog) -> str:
        asked.append(Path(dialog.selectedFiles()[0]).name)
        return str(tmp_path / dialog.windowTitle().replace(" ", ""))

    monkeypatch.setattr(file_choice, "ask", choose)
    actions = {one.text(): one for one in page.ui.print_report.menu().actions()}
    for name in ("报告存为 PDF…", "统计表存为 PDF…"):
        with qtbot.waitSignal(desk.noticed, timeout=20_000):
            actions[name].trigger()
    assert asked == [
        "示例县科学技术局2025年政府信息公开工作年度报告.pdf",
        "示例县科学技术局2025年政府信息公开情况统计表.pdf",
    ]
    assert "总体情况" in text_in(tmp_path / "年度报告存为PDF.pdf")
    assert "申请人情况" in text_in(tmp_path / "统计表存为PDF.pdf")


def test_report_and_table_go_to_the_printer_and_to_the_preview(
    page: ReportPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def to_file(printer: QPrinter, title: str, _parent: QWidget, *, folder: str) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / f"{title}.pdf"))
        return True

    monkeypatch.setattr(paper_print, "choose_printer", to_file)
    actions = {one.text(): one for one in page.ui.print_report.menu().actions()}
    actions["打印报告…"].trigger()
    wanted = tmp_path / "示例县科学技术局2025年政府信息公开工作年度报告.pdf"
    qtbot.waitUntil(wanted.exists, timeout=20_000)
    qtbot.waitUntil(lambda: not page._desk.jobs.busy)
    assert "总体情况" in text_in(wanted)
    page.window().setStyleSheet(sheet(dark=False, points=10))
    actions["预览统计表…"].trigger()
    preview = form_over(page.window(), QPrintPreviewDialog, qtbot)
    assert "统计表" in preview.windowTitle()
    zoom = preview.findChild(QComboBox)
    option = QStyleOptionFrame()
    option.initFrom(zoom.lineEdit())
    part = QStyle.SubElement.SE_LineEditContents
    room = zoom.style().subElementRect(part, option, zoom.lineEdit())
    assert zoom.fontMetrics().horizontalAdvance("100.0%") < room.width()
    preview.close()


def test_the_dialogs_of_printing_speak_chinese(qapp: QApplication, qtbot: QtBot) -> None:
    chinese = QTranslator()
    assert chinese.load("qtbase_zh_CN", QLibraryInfo.path(_TRANSLATIONS))
    qapp.installTranslator(chinese)
    words = PrintWords.put_on()
    try:
        dialog = QPrintDialog(QPrinter())
        qtbot.addWidget(dialog)
        labels = [one.text() for one in dialog.findChildren(QLabel) if one.text()]
        assert "奇偶页(&S)：" in labels
        assert not [one for one in labels if one.isascii()]
    finally:
        words.take_off()
        qapp.removeTranslator(chinese)
    assert not qapp.translate("QPrintSettingsOutput", "Page &Set:").startswith("奇偶页")


def test_a_year_is_signed_by_keys_and_its_table_names_who(
    page: ReportPage, desk: Desk, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    page.ui.sign_off.click()
    form = form_over(page.window(), SignOff, qtbot)
    qtbot.waitUntil(form.ui.sign.isEnabled)
    form.ui.head.setFocus()
    keys(form, "许言", ENTER, "林若溪", ENTER, ENTER, ENTER, "0928", ENTER)
    form.ui.state.setCurrentIndex(form.ui.state.findData("已签发"))
    press(form, ENTER)

    def is_signed() -> bool:
        with database.reading() as session:
            return signing_of(session, 2025) is not None

    qtbot.waitUntil(is_signed)
    with database.reading() as session:
        signing = signing_of(session, 2025)
        assert signing is not None
        assert (signing.state, signing.filled_on) == ("已签发", date(2025, 9, 28))
        made = year_on_paper(session, editions()["2021"], 2025, TODAY)
    write_year_pdf(made, tmp_path / "表.pdf", of_table=True)
    told = text_in(tmp_path / "表.pdf")
    assert "单位负责人:许言" in told
    assert "填报日期:2025年9月28日" in told
