"""A part of a typed line as a chip: what was understood, how sure it is, and how to mend it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from disclosure_desk.desk.widgets.channel_edit import ChannelEdit
from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.field_widget import FieldWidget
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.records.cards import FIELDS, Field, shown
from disclosure_desk.records.line_parts import Part
from disclosure_desk.rules.typed_date import written_date

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_SHOWN = 30
_MAY_BE_AHEAD = ("effective_on", "valid_until", "repealed_on")


class _ChipButton(QPushButton):
    """Leads on by arrows; Enter mends, Delete gives the words back to the title."""

    led = Signal(int)  # to the chip so many places on
    mended = Signal()
    removed = Signal()
    left = Signal()
    looked_at = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.clicked.connect(self.mended)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        key = event.key()
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Left: lambda: self.led.emit(-1),
            Qt.Key.Key_Right: lambda: self.led.emit(1),
            Qt.Key.Key_Up: self.left.emit,
            Qt.Key.Key_Escape: self.left.emit,
            Qt.Key.Key_Delete: self.removed.emit,
            Qt.Key.Key_Backspace: self.removed.emit,
            **dict.fromkeys((*_ENTER, Qt.Key.Key_F2), self.mended.emit),
        }
        if key in acts:
            acts[key]()
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.looked_at.emit()


def _goes_elsewhere(event: QEvent) -> bool:
    """Whether the keys leave a field for another one, not for its list or another window."""
    return (
        event.type() == QEvent.Type.FocusOut
        and isinstance(event, QFocusEvent)
        and event.reason()
        not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
    )


class PartChip(QWidget):
    """One field of the typed item. What is not sure says 待核对, what cannot be kept 要改."""

    corrected = Signal(str, object)  # field, value
    removed = Signal(str)
    led = Signal(str, int)
    left = Signal()
    closed = Signal(str)  # its field, that stood open, is a chip again
    looked_at = Signal(str)  # what there is to say about it

    def __init__(
        self,
        name: str,
        today: Callable[[], date],
        words: Callable[[str], list[str]],
        parent: QWidget,
    ) -> None:
        """`words` tells what was written in a field before."""
        super().__init__(parent)
        self.name = name
        self.part = Part(name, None)
        self._field: Field = FIELDS["publication"][name]
        self._today, self._words = today, words
        self._editor: QWidget | None = None
        self._label = QLabel(self._field.label, self)
        self._label.hide()
        self.button = _ChipButton(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(4)
        self._row.addWidget(self._label)
        self._row.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.button)
        self.button.mended.connect(self.mend)
        self.button.removed.connect(lambda: self.removed.emit(name))
        self.button.led.connect(lambda by: self.led.emit(name, by))
        self.button.left.connect(self.left)
        self.button.looked_at.connect(lambda: self.looked_at.emit(self.says()))

    @property
    def is_mended_now(self) -> bool:
        """Whether its field stands open."""
        return self._editor is not None

    @property
    def needs_a_look(self) -> bool:
        """Whether it is to be checked or mended."""
        return bool(self.part.problem or self.part.doubt)

    def show_part(self, part: Part) -> None:
        """Show what was understood."""
        self.part = part
        value = self._shown_value()
        short = value if len(value) <= _MOST_SHOWN else f"{value[: _MOST_SHOWN - 1]}…"
        state = self._state()
        self.button.setText(f"{self._field.label} {short}{f'（{state}）' if state else ''}")
        self.button.setAccessibleName(f"{self._field.label} {value}")
        self.button.setAccessibleDescription(self.says())
        severity = "error" if part.problem else "warning" if part.doubt else ""
        mark(self.button, severity, self.says())
        self.updateGeometry()

    def says(self) -> str:
        """What there is to know about it, in a sentence."""
        part = self.part
        if part.problem:
            return f"{self._field.label}要改：{part.problem.rstrip('。')}。"
        if part.doubt:
            return f"{self._field.label}待核对：{part.doubt}。"
        told = {
            "默认": "没有写，用的是默认值",
            "沿用": "没有写，沿用上一条",
            "已核对": "已经核对过",
        }.get(part.origin, "")
        return (
            f"{self._field.label}：{told}。"
            if told
            else f"{self._field.label}：{self._shown_value()}"
        )

    def _state(self) -> str:
        part = self.part
        if part.problem:
            return "要改"
        if part.is_new:
            return "新，待核对"
        return "待核对" if part.doubt else part.origin

    def _shown_value(self) -> str:
        value = self.part.value
        if value is None:
            return self.part.typed
        return written_date(value) if isinstance(value, date) else shown(self._field, value)

    # ------------------------------------------------------------------ mending

    def mend(self) -> None:
        """Open the field in place of the chip."""
        if self._editor is not None:
            return
        editor = self._made_editor()
        assert isinstance(editor, FieldWidget)
        editor.set_value(self.part.value)
        if self.part.value is None and isinstance(editor, TextLine):
            editor.setText(self.part.typed.lstrip("@＠#＃"))
        self._editor = editor
        for stop in (editor, *editor.findChildren(QWidget)):
            stop.installEventFilter(self)
        self._label.show()
        self._row.addWidget(editor)
        editor.show()
        self.setFocusProxy(editor)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self.button.hide()  # only now: hidden with the keys, it would give them to the next chip
        self.updateGeometry()
        if isinstance(editor, TextLine):
            editor.selectAll()
        self.looked_at.emit(f"{self.says()}　改好后按 Enter，不改按 Esc。")

    def _made_editor(self) -> QWidget:
        editor: QWidget
        if self._field.type is date:
            editor = DateEdit(self)
            editor.today = self._today
            editor.setMayBeAhead(self.name in _MAY_BE_AHEAD)
        elif self._field.choices is not None:
            editor = ChoiceBox(self)
            editor.offer(self._field.choices, may_be_empty=self._field.default is None)
        elif self._field.type is tuple:
            editor = ChannelEdit(self)
            editor.setMinimumWidth(640)
        else:
            editor = TextLine(self)
            editor.setMinimumWidth(480 if self.name == "title" else 240)
            if words := self._words(self.name):
                editor.propose(words)
        editor.setAccessibleName(self._field.label)
        return editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc end mending; so does going elsewhere."""
        if self._editor is None or composing():
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if plain and event.key() in _ENTER:
                self.finish()
                return True
            if plain and event.key() == Qt.Key.Key_Escape:
                self._close(keys_back=True)
                return True
        if _goes_elsewhere(event):
            QTimer.singleShot(0, self, self._on_left)
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        editor, holder = self._editor, QApplication.focusWidget()
        if editor is None or holder is editor:
            return
        if holder is None or not editor.isAncestorOf(holder):
            self.finish(keys_back=False)

    def finish(self, *, keys_back: bool = True) -> bool:
        """Take what stands in the field, unless it cannot be read; whether it was taken."""
        editor = self._editor
        if editor is None:
            return True
        assert isinstance(editor, FieldWidget)
        if problem := editor.problem():
            mark(editor, "warning", problem)
            self.looked_at.emit(problem)
            return False
        value = editor.value()
        self._close(keys_back=keys_back)
        if value != self.part.value or self.needs_a_look:
            self.corrected.emit(self.name, value)
        return True

    def _close(self, *, keys_back: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        self._label.hide()
        self.button.show()
        self.setFocusProxy(self.button)
        if keys_back:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._row.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.updateGeometry()
        self.closed.emit(self.name)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()
