"""The manual in a window of its own (使用手册): contents, search, the chapter asked for."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QKeySequence, QShortcut, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from disclosure_desk.desk.dialogs.key_sheet import sheet_html
from disclosure_desk.desk.help_book import FIRST, Chapter, chapters, help_folder
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.text_line import TextLine

_WIDTH, _HEIGHT, _CONTENTS = 1080, 720, 180
_KEY_SHEET = "〔按键一览〕"  # where a chapter shows the sheet of keys itself
_NameRole = Qt.ItemDataRole.UserRole


class HelpView(QWidget):
    """Stays open beside the window while one works; Esc closes it."""

    def __init__(self) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle("使用手册 - 信息公开工作台")
        self._chapters = {one.name: one for one in chapters()}
        self.wanted = TextLine()
        self.wanted.setPlaceholderText("在手册里查找")
        self.wanted.setAccessibleName("在手册里查找")
        self.contents = QListWidget()
        self.contents.setAccessibleName("目录")
        self.text = QTextBrowser()
        self.text.setAccessibleName("手册内容")
        self.text.setSearchPaths([str(help_folder())])
        self.text.setOpenLinks(False)
        self.none_found = QLabel("没有找到。")
        self.none_found.setVisible(False)
        self._lay_out()
        self._connect()
        self._list("")
        self.show_chapter(FIRST)
        self.resize(_WIDTH, _HEIGHT)
        fit_to_screen(self)

    def show_chapter(self, name: str) -> None:
        """Open the manual at a chapter."""
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_NameRole) == name:
                self.contents.setCurrentRow(row)
                return

    def chapter(self) -> str:
        """The chapter in view; "" while none holds the words looked for."""
        row = self.contents.currentRow()
        return str(self.contents.item(row).data(_NameRole)) if row >= 0 else ""

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.wanted)
        left.addWidget(self.none_found)
        left.addWidget(self.contents)
        page = QHBoxLayout(self)
        page.addLayout(left)
        page.addWidget(self.text, 1)
        for widget in (self.wanted, self.contents):
            widget.setFixedWidth(_CONTENTS)

    def _connect(self) -> None:
        self.contents.currentItemChanged.connect(lambda *_: self._show())
        self.wanted.textChanged.connect(self._list)
        self.wanted.returnPressed.connect(self.find_next)
        self.text.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.close)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._go_and_find)

    def _go_and_find(self) -> None:
        self.wanted.setFocus()
        self.wanted.selectAll()

    def _list(self, wanted: str) -> None:
        """The chapters that hold the words, the one in view staying if it is among them."""
        was = self.chapter()
        words = wanted.split()
        self.contents.blockSignals(True)
        self.contents.clear()
        for one in self._chapters.values():
            if all(word in one.title or word in one.text for word in words):
                item = QListWidgetItem(one.title)
                item.setData(_NameRole, one.name)
                self.contents.addItem(item)
        self.contents.blockSignals(False)
        self.none_found.setVisible(not self.contents.count())
        self.show_chapter(was)
        if self.contents.currentRow() < 0 and self.contents.count():
            self.contents.setCurrentRow(0)
        if words and self.contents.count():
            self.find_next()

    def find_next(self) -> None:
        """Mark the next place of the first word in the chapter, from its beginning at the end."""
        words = self.wanted.text().split()
        if words and not self.text.find(words[0]):
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self.text.find(words[0])

    def _show(self) -> None:
        if found := self._chapters.get(self.chapter()):
            self.text.document().setMarkdown(
                found.text, QTextDocument.MarkdownFeature.MarkdownDialectGitHub
            )
            self.text.moveCursor(QTextCursor.MoveOperation.Start)
            self._put_in_keys(found)
            self.text.moveCursor(QTextCursor.MoveOperation.Start)

    def _put_in_keys(self, chapter: Chapter) -> None:
        if _KEY_SHEET in chapter.text and self.text.find(_KEY_SHEET):
            self.text.textCursor().insertHtml(sheet_html())

    def _follow(self, link: QUrl) -> None:
        self.show_chapter(link.path().removesuffix(".md"))
