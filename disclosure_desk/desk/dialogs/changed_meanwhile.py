"""Asks which of two values stays where another clerk changed the same field meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QGroupBox, QLabel, QRadioButton, QWidget

from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.forms.ui_changed_meanwhile import Ui_ChangedMeanwhile
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.records.cards import Field, shown
from disclosure_desk.rules.personal_marks import masked

if TYPE_CHECKING:
    from disclosure_desk.commands.meanwhile import ChangedMeanwhile as Refused
    from disclosure_desk.commands.meanwhile import Clash
    from disclosure_desk.records.base import FieldValue

_LABELS_WIDE = 108


class ChangedMeanwhile(KeyedDialog):
    """One group a field: as it was opened, what the other made of it, what was typed here.

    Nothing is chosen beforehand, so that no key pressed too soon overwrites anybody. Ctrl+Enter
    saves once all is chosen; Esc goes back to the form, where everything still stands as typed.
    """

    chosen = Signal(object)  # the names of the fields in which one's own value stays

    def __init__(
        self, clashes: "Sequence[Clash]", fields: Mapping[str, Field], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_ChangedMeanwhile()
        self.ui.setupUi(self)
        self.mine: dict[str, QRadioButton] = {}
        self.theirs: dict[str, QRadioButton] = {}
        count = f"{len(clashes)}栏" if len(clashes) > 1 else f"“{clashes[0].label}”"
        self.ui.label_question.setText(
            f"您打开以后，{count}被别人改成了别的内容，还没有保存。请选择留哪一个；其他栏目不受影响。"
        )
        self._labels = {clash.name: clash.label for clash in clashes}
        for clash in clashes:
            self._add(clash, fields.get(clash.name))
        self.ui.layout_fields.addStretch(1)
        self.ui.take_theirs.clicked.connect(partial(self._choose_all, self.theirs))
        self.ui.take_mine.clicked.connect(partial(self._choose_all, self.mine))
        self.ui.leave.clicked.connect(self.reject)
        self.ui.keep.clicked.connect(self.keep)
        bind_keys(self, ("Ctrl+Return", self.keep), ("Ctrl+Enter", self.keep))
        self._put_in_order()
        self._show_whether_chosen()

    def _add(self, clash: "Clash", field: Field | None) -> None:
        group = QGroupBox(clash.label, self.ui.fields)
        lines = QGridLayout(group)
        lines.setColumnMinimumWidth(0, _LABELS_WIDE)
        lines.setColumnStretch(1, 1)
        lines.addWidget(QLabel("打开时", group), 0, 0, Qt.AlignmentFlag.AlignTop)
        lines.addWidget(_value(clash.seen, field, group), 0, 1)
        by = clash.by or "对方"
        self.theirs[clash.name] = theirs = QRadioButton("对方改成", group)
        self.mine[clash.name] = mine = QRadioButton("您填的", group)
        for row, button, value, whose in (
            (1, theirs, clash.theirs, f"{by}改成的"),
            (2, mine, clash.mine, "自己填的"),
        ):
            told = _words(value, field)
            button.setAccessibleName(f"{clash.label}：用{whose}“{told}”")
            button.setObjectName(f"{'theirs' if row == 1 else 'mine'}_{clash.name}")
            button.toggled.connect(self._show_whether_chosen)
            lines.addWidget(button, row, 0, Qt.AlignmentFlag.AlignTop)
            lines.addWidget(_value(value, field, group, by if row == 1 else ""), row, 1)
        self.ui.layout_fields.addWidget(group)

    def _put_in_order(self) -> None:
        """Tab goes down the fields, then along the buttons."""
        before: QWidget | None = None
        for name in self.theirs:
            for button in (self.theirs[name], self.mine[name]):
                if before is not None:
                    QWidget.setTabOrder(before, button)
                before = button
        if before is not None:
            QWidget.setTabOrder(before, self.ui.take_theirs)
            next(iter(self.theirs.values())).setFocus()

    def _choose_all(self, buttons: Mapping[str, QRadioButton]) -> None:
        for button in buttons.values():
            button.setChecked(True)
        self.ui.keep.setFocus()

    def _open_names(self) -> list[str]:
        return [
            name
            for name in self.mine
            if not self.mine[name].isChecked() and not self.theirs[name].isChecked()
        ]

    def _show_whether_chosen(self) -> None:
        self.ui.keep.setEnabled(not self._open_names())

    def keep(self) -> None:
        """Save what is chosen; what is not yet chosen gets the keys."""
        if undecided := self._open_names():
            labels = "”“".join(self._labels[name] for name in undecided)
            self.ui.label_notes.setText(f"还没有选“{labels}”留哪一个：按空格键选中，或用鼠标点选。")
            self.theirs[undecided[0]].setFocus(Qt.FocusReason.OtherFocusReason)
            self.ui.scroll_fields.ensureWidgetVisible(self.mine[undecided[0]])
            return
        self.accept()
        self.chosen.emit({name for name, button in self.mine.items() if button.isChecked()})

    def showEvent(self, event: QShowEvent) -> None:
        """As large as its fields, as far as the screen allows."""
        fit_to_screen(self, self.ui.scroll_fields)
        super().showEvent(event)


def ask_about(
    refused: "Refused",
    fields: Mapping[str, Field],
    parent: QWidget,
    chosen: Callable[[set[str]], object],
    given_up: Callable[[], object] | None = None,
) -> ChangedMeanwhile:
    """Ask which values stay; `chosen` gets the names of the fields where one's own does."""
    dialog = ChangedMeanwhile(refused.clashes, fields, parent)
    dialog.chosen.connect(chosen)
    if given_up is not None:
        dialog.rejected.connect(given_up)
    dialog.open()
    return dialog


def _words(value: "FieldValue", field: Field | None) -> str:
    told = str(value or "") if field is None else shown(field, value)
    if field is not None and field.personal:
        told = masked(told)
    return told or "（空）"


def _value(value: "FieldValue", field: Field | None, parent: QWidget, by: str = "") -> QLabel:
    label = QLabel(_words(value, field) + (f"　—— {by}" if by else ""), parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
