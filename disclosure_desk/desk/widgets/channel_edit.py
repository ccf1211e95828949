"""The channels of a published item: four have a row of their own, others are free words."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from disclosure_desk.desk.widgets.flow_keys import FlowKeys
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.records.terms import CHANNELS
from disclosure_desk.records.wording import words_in

if TYPE_CHECKING:
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.storage.drafts import Typed


class _Tick(FlowKeys, QCheckBox):
    """A tick that Enter passes by and the space bar sets."""


class ChannelEdit(QWidget):
    """Ticks for 政府公报, 政府网站, 政务微博 and 政务微信, and a line for others."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._ticks: dict[str, _Tick] = {}
        for term in CHANNELS:
            tick = _Tick(term.label, self)
            tick.toggled.connect(self.edited)
            row.addWidget(tick)
            self._ticks[term.label] = tick
        self.others = TextLine(self)
        self.others.setAccessibleName("其他公开渠道")
        self.others.setPlaceholderText("其他方式，多个用顿号隔开，如：公示栏、便民手册")
        self.others.edited.connect(self.edited)
        row.addWidget(self.others, 1)
        self.setFocusProxy(next(iter(self._ticks.values())))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def value(self) -> "FieldValue":
        """The channels ticked, then those written, each once."""
        words = dict.fromkeys(label for label, tick in self._ticks.items() if tick.isChecked())
        for word in words_in(self.others.text()):
            term = CHANNELS.find(word)
            words[term.label if term else word] = None
        return tuple(words)

    def set_value(self, value: "FieldValue") -> None:
        words = list(value) if isinstance(value, tuple) else []
        known = {word: term.label for word in words if (term := CHANNELS.find(word))}
        for label, tick in self._ticks.items():
            tick.setChecked(label in known.values())
        self.others.setText("、".join(word for word in words if word not in known))
        self.others.setCursorPosition(0)

    def problem(self) -> str:
        return ""

    def typed(self) -> "Typed":
        value = self.value()
        return list(value) if isinstance(value, tuple) else []

    def set_typed(self, typed: "Typed") -> None:
        self.set_value(tuple(typed) if isinstance(typed, list) else ())

    def tab_stops(self) -> Iterable[QWidget]:
        """The widgets inside, in the order of the keyboard."""
        return (*self._ticks.values(), self.others)
