"""Who sits at the desk now (切换人员): chosen with one digit, or with the arrows and Enter."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_switch_person import Ui_SwitchPerson

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_NAME = Qt.ItemDataRole.UserRole
_MOST_NUMBERED = 9


class SwitchPerson(QDialog):
    """Lists those who may sit here; left without a choice, the desk only looks."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._early: int | None = None  # a digit that was pressed before the list is here
        self._is_filled = False
        self.ui = Ui_SwitchPerson()
        self.ui.setupUi(self)
        standing = desk.person.standing
        problem = standing.problem.split("，")[0] if standing and desk.person.must_choose else ""
        self.ui.label_notes.setText(f"{problem}，选择前只能查看。" if problem else "")
        self.ui.label_notes.setVisible(bool(problem))
        self.ui.leave.setText("只查看" if problem else "取消")
        self.ui.choose.clicked.connect(self.choose)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.people.itemDoubleClicked.connect(lambda _item: self.choose())
        for keys in ("Return", "Enter"):
            self._bind(keys, self.choose)
        for place in range(_MOST_NUMBERED):
            self._bind(str(place + 1), partial(self._choose_at, place))
        self.ui.people.setFocus()
        names = standing.may_choose if standing else ()
        desk.look_up(lambda session: _roles(session, names), succeeded=self._show)

    def _show(self, roles: "dict[str, str]") -> None:
        for place, (name, role) in enumerate(roles.items(), start=1):
            digit = f"{place}　" if place <= _MOST_NUMBERED else "　　"
            item = QListWidgetItem(f"{digit}{name}（{role}）", self.ui.people)
            item.setData(_NAME, name)
        names = list(roles)
        here = self._desk.actor.name
        self.ui.people.setCurrentRow(names.index(here) if here in names else 0)
        self.ui.choose.setEnabled(bool(names))
        self._is_filled = True
        if self._early is not None:
            self._choose_at(self._early)

    def choose(self) -> None:
        """Let the chosen one sit down."""
        item = self.ui.people.currentItem()
        if item is not None:
            self._desk.person.sit_down(item.data(_NAME))
            self.accept()

    def _bind(self, keys: str, slot: Callable[[], object]) -> None:
        """The list looks for names that begin with what is typed; these keys come before that."""
        shortcut = QShortcut(QKeySequence(keys), self.ui.people)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(slot)

    def _choose_at(self, place: int) -> None:
        if not self._is_filled:
            self._early = place
        elif place < self.ui.people.count():
            self.ui.people.setCurrentRow(place)
            self.choose()


def _roles(session: "Session", names: tuple[str, ...]) -> "dict[str, str]":
    from disclosure_desk.commands.people import people
    from disclosure_desk.records.person import ROLES

    return {one.name: ROLES.label_of(one.role) for one in people(session) if one.name in names}
