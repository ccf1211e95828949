"""The fields offered below the cursor once 【 is typed: by any part of a name, or by pinyin."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject, QRect, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from disclosure_desk.rules.pinyin import matches

_MOST = 60
_WIDTH = 320


@dataclass(frozen=True, slots=True)
class FieldOffer:
    """A field by the name that is put in, with words and value as they are shown."""

    name: str
    words: str
    value: str

    @property
    def line(self) -> str:
        """How it reads in a list."""
        value = self.value if len(self.value) <= 16 else f"{self.value[:15]}…"
        return f"{self.words}　{value}"


class FieldOffers(QObject):
    """A list that narrows with what is typed; Enter or Tab chooses, Esc closes it."""

    chosen = Signal(str)

    def __init__(self, editor: QPlainTextEdit) -> None:
        super().__init__(editor)
        self._offers: tuple[FieldOffer, ...] = ()
        self._shown: list[FieldOffer] = []
        self._lines = QStringListModel(self)
        self._completer = QCompleter(self._lines, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(editor)
        self._completer.setMaxVisibleItems(12)
        self._popup = QListView()
        self._popup.setAccessibleName("可用的字段")
        self._completer.setPopup(self._popup)
        # By row: the line is made of words and value, and is not what is put in.
        self._completer.activated[QModelIndex].connect(self._on_chosen)  # type: ignore[index]  # the stubs know no overloads

    def set_offers(self, offers: Sequence[FieldOffer]) -> None:
        """Offer these from now on, in this order."""
        self._offers = tuple(offers)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._popup.isVisible()

    @property
    def lines(self) -> list[str]:
        """What the list shows."""
        return self._lines.stringList()

    def offer(self, typed: str, place: QRect) -> None:
        """Show what fits the letters typed so far; nothing when nothing does."""
        fitting = [one for one in self._offers if not typed or matches(typed, one.words)]
        self._shown = fitting[:_MOST]
        if not self._shown or (len(fitting) == 1 and fitting[0].name == typed):
            self.hide()
            return
        self._lines.setStringList([one.line for one in self._shown])
        place.setWidth(_WIDTH)
        self._completer.complete(place)
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def hide(self) -> None:
        """Close the list."""
        if self.is_open:
            self._popup.hide()

    def _on_chosen(self, index: QModelIndex) -> None:
        if index.row() < len(self._shown):
            self.chosen.emit(self._shown[index.row()].name)
