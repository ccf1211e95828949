"""Leads to the outcome of a request by questions: one key each, three at most."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from disclosure_desk.desk.forms.ui_outcome_finder import Ui_OutcomeFinder
from disclosure_desk.desk.outcome_place import article_of, row_of_outcome
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.terms import OUTCOMES, WITHDRAWN
from disclosure_desk.rules.decision_path import Leaf, Option, Question, start

_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Left)


class OutcomeFinder(QDialog):
    """Digits answer, Backspace goes back, Enter takes the outcome that was found over."""

    taken = Signal(str, str)  # outcome, reason (empty where none is asked for)

    def __init__(
        self,
        year: int,
        parent: QWidget | None = None,
        *,
        reason: str = "",
        outcome: str | None = None,
    ) -> None:
        """The table of `year` says where an outcome counts.

        `reason` is what was typed before: it is offered again for the `outcome` that it was
        written for, for any where there was none yet.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._year, self._reason, self._outcome = year, reason, outcome
        self.path: list[Option] = []
        self.ui = Ui_OutcomeFinder()
        self.ui.setupUi(self)
        self._connect()
        self._show_place()

    @property
    def place(self) -> Question | Leaf:
        """Where the answers given so far have led."""
        return self.path[-1].leads_to if self.path else start()

    def answer(self, key: str) -> None:
        """Follow the answer of this key; a key that is none does nothing."""
        place = self.place
        option = place.take(key) if isinstance(place, Question) else None
        if option is not None:
            self.path.append(option)
            self._show_place()

    def go_back(self) -> None:
        """Take the last answer back."""
        if self.path:
            self.path.pop()
            self._show_place()

    def take_over(self) -> None:
        """Hand the outcome over; one that asks for a reason is not taken without."""
        place = self.place
        if not isinstance(place, Leaf) or composing():
            return
        reason = str(self.ui.reason.value() or "") if place.needs_reason else ""
        if place.needs_reason and not reason:
            self._tell("请写明理由。")
            mark(self.ui.reason, "error", "请写明理由。")
            self.ui.reason.setFocus()
            return
        if place.outcome == WITHDRAWN:
            self._tell("申请人撤回不是答复：请关闭这一步，用“申请人撤回”登记。")
            return
        self.taken.emit(place.outcome, reason)
        self.accept()

    # ------------------------------------------------------------------ showing

    def _show_place(self) -> None:
        place = self.place
        self.ui.label_path.setText(" › ".join(option.text for option in self.path))
        self.ui.label_path.setVisible(bool(self.path))
        self.ui.go_back.setEnabled(bool(self.path))
        is_found = isinstance(place, Leaf)
        self.ui.take_over.setEnabled(is_found)
        self.ui.group_found.setVisible(is_found)
        self._tell("")
        self._clear_options()
        if isinstance(place, Leaf):
            self.ui.label_question.setText(OUTCOMES.label_of(place.outcome))
            self._show_found(place)
        else:
            self.ui.label_question.setText(place.text)
            self._show_options(place)

    def _show_options(self, question: Question) -> None:
        grid = self.ui.layout_options
        previous: QWidget | None = None
        for row, option in enumerate(question.options):
            button = QPushButton(f"{option.key}　{option.text}")
            button.setAutoDefault(False)
            button.setStyleSheet("text-align: left;")
            button.clicked.connect(partial(self.answer, option.key))
            button.setToolTip(option.hint)
            hint = QLabel(option.hint)
            hint.setWordWrap(True)
            hint.setProperty("role", "grey")
            grid.addWidget(button, row, 0)
            grid.addWidget(hint, row, 1)
            # They stand above what was on the form before: the keys come to them first.
            QWidget.setTabOrder(previous or self.ui.leave, button)
            if previous is None:
                button.setFocus()
            previous = button

    def _clear_options(self) -> None:
        while (item := self.ui.layout_options.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _show_found(self, leaf: Leaf) -> None:
        needed = FIELDS["request"][leaf.needs].label if leaf.needs else ""
        row = row_of_outcome(leaf.outcome, self._year)
        for name, words in (
            ("outcome", OUTCOMES.label_of(leaf.outcome)),
            ("row", f"{self._year}年统计表：{row}" if row else ""),
            ("source", article_of(leaf.outcome, self._year)),
            ("write", leaf.write),
            ("needs", f"登记内容里的“{needed}”" if needed else ""),
        ):
            label: QLabel = getattr(self.ui, f"label_{name}")
            label.setText(words)
            label.setVisible(bool(words))
            getattr(self.ui, f"label_{name}_title").setVisible(bool(words))
        for widget in (self.ui.label_reason, self.ui.reason):
            widget.setVisible(leaf.needs_reason)
        fits = self._outcome in (None, leaf.outcome)
        self.ui.reason.set_value(self._reason if fits else None)
        # In a text of several lines Enter begins a new one.
        keys = "Ctrl+Enter" if leaf.needs_reason else "Enter"
        self.ui.take_over.setText(f"采用（{keys}）")
        (self.ui.reason if leaf.needs_reason else self.ui.take_over).setFocus()

    def _tell(self, words: str) -> None:
        self.ui.label_notes.setText(words)
        self.ui.label_notes.setVisible(bool(words))

    # ------------------------------------------------------------------ keys

    def _connect(self) -> None:
        self.ui.go_back.clicked.connect(self.go_back)
        self.ui.take_over.clicked.connect(self.take_over)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.reason.edited.connect(lambda: mark(self.ui.reason, ""))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.take_over)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits answer the question; Enter presses the button that has the keys, else takes."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            else:
                self.take_over()
        elif key in _BACK:
            self.go_back()
        elif event.text().isascii() and event.text().isdigit():
            self.answer(event.text())
        elif key == Qt.Key.Key_Escape and composing():
            pass
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its questions, as far as the screen allows."""
        fit_to_screen(self, self.ui.scroll_fields)
        super().showEvent(event)
