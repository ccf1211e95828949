"""The chapters of a report: which are written by the clerk, and which of them are."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from disclosure_desk.statistics.form import Chapter

_Index = QModelIndex | QPersistentModelIndex


class ChapterModel(QAbstractListModel):
    """Title and state of each chapter; chapters are numbered from 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._chapters: Sequence[Chapter] = ()
        self._filled: set[int] = set()

    def set_chapters(self, chapters: Sequence[Chapter], texts: Mapping[int, str]) -> None:
        """Show these chapters with what the clerk wrote in them."""
        self.beginResetModel()
        self._chapters = chapters
        self._filled = {number for number, text in texts.items() if text.strip()}
        self.endResetModel()

    def set_text(self, number: int, text: str) -> None:
        """A chapter now has this text."""
        (self._filled.add if text.strip() else self._filled.discard)(number)
        index = self.index(number - 1)
        self.dataChanged.emit(index, index)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        return 0 if parent.isValid() else len(self._chapters)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        chapter = self._chapters[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{chapter.title}\n　　{self._state(chapter, index.row() + 1)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return chapter.title
        return None

    def _state(self, chapter: Chapter, number: int) -> str:
        if not chapter.written:
            return self.tr("自动生成，不用填写")
        return self.tr("已填写") if number in self._filled else self.tr("未填写，先用草稿")


def length_of(text: str) -> int:
    """How many characters a text has, blanks and line ends left out."""
    return len("".join(text.split()))
