"""Each written chapter beside last year's: how much is the same, and which sentences."""

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_alike_view import Ui_AlikeView
from disclosure_desk.statistics.form import Edition

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.alike import Likeness

REPORT_FILES = ("年度报告 (*.docx *.html *.htm)", "所有文件 (*)")


class AlikeView(QDialog):
    """Compares with the office's own report of the year before, or with a file of it."""

    def __init__(self, desk: Desk, edition: Edition, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._edition = edition
        self._found: list[tuple[str, Likeness | None]] = []
        self.ui = Ui_AlikeView()
        self.ui.setupUi(self)
        self.ui.splitter.setSizes([330, 630])
        self.ui.leave.clicked.connect(self.reject)
        self.ui.choose_file.clicked.connect(self._choose_file)
        self.ui.chapters.currentRowChanged.connect(self._show_sentences)
        self.ui.chapters.setFocus()
        self._compare(None)

    def _compare(self, file: Path | None) -> None:
        desk, edition, year = self._desk, self._edition, self._desk.year
        self.ui.label_lead.setText("正在比较……")

        def query(session: "Session") -> "list[tuple[str, Likeness | None]]":
            return compared(session, edition, year, file)

        self._source = f"“{file.name}”" if file else f"本单位{year - 1}年报告"
        desk.look_up(query, succeeded=self._show, failed=self._is_not_read)

    def _show(self, found: "list[tuple[str, Likeness | None]]") -> None:
        self._found = found
        told = any(likeness for _, likeness in found)
        self.ui.label_lead.setText(
            f"{self._desk.year}年报告与{self._source}比较："
            + (
                "超过80%属于雷同，超过60%偏高。"
                if told
                else "没有可以比较的正文，请选上年的报告文件。"
            )
        )
        self.ui.chapters.clear()
        for title, likeness in found:
            self.ui.chapters.addItem(f"{title}\n　　{likeness.told if likeness else '没有可比的'}")
        self.ui.chapters.setCurrentRow(0)

    def _show_sentences(self, row: int) -> None:
        likeness = self._found[row][1] if 0 <= row < len(self._found) else None
        if likeness is None:
            self.ui.sentences.setHtml("<p>这一章今年或者上年没有正文。</p>")
            return
        lines = [
            f"<p><b>字面相似{one.percent}%</b><br>今年：{escape(one.now)}<br>上年：{escape(one.then)}</p>"
            for one in likeness.sentences
        ]
        self.ui.sentences.setHtml("".join(lines) or "<p>没有整句相同或相近的。</p>")

    def _choose_file(self) -> None:
        folder = file_choice.folder_of(self._desk.database)
        chosen = file_choice.file_to_open(
            self, "上年的年度报告", folder=folder, filters=REPORT_FILES
        )
        if chosen:
            self._compare(Path(chosen))

    def _is_not_read(self, error: Exception) -> None:
        self.ui.label_lead.setText("没有读出上年的报告。")
        errors.tell(error, self)


def compared(
    session: "Session", edition: Edition, year: int, file: Path | None
) -> "list[tuple[str, Likeness | None]]":
    """The written chapters with their likeness to last year's, own ones or those of a file.

    Raises Fault for a file that cannot be read.
    """
    from disclosure_desk.commands.offices import report_texts
    from disclosure_desk.statistics.alike import likeness_of

    texts = report_texts(session, year)
    before = _from_file(edition, file) if file else report_texts(session, year - 1)
    return [
        (chapter.title, likeness_of(texts.get(number, ""), before.get(number, "")))
        for number, chapter in enumerate(edition.chapters, start=1)
        if chapter.written
    ]


def _from_file(edition: Edition, file: Path) -> dict[int, str]:
    from dataclasses import replace

    from disclosure_desk.exchange.finished.read import read_report
    from disclosure_desk.statistics.report_chapters import chapter_text

    report = replace(read_report(file), edition=edition)
    return {
        number: chapter_text(report, chapter.title.partition("、")[2]) or ""
        for number, chapter in enumerate(edition.chapters, start=1)
    }
