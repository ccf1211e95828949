"""Who sits at the desk now (切换人员): chosen with one digit, or with the arrows and Enter."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
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
        self.ui = Ui_SwitchPerson()
        self.ui.setupUi(self)
        standing = desk.person.standing
        problem = standing.problem.split("，")[0] if standing and desk.person.must_choose else ""
        self.ui.label_notes.setText(f"{problem}，选择前只能查看。" if problem else "")
        self.ui.leave.setText("只查看" if problem else "取消")
        self.ui.choose.clicked.connect(self.choose)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.people.itemDoubleClicked.connect(lambda _item: self.choose())
        for keys in ("Return", "Enter"):
            shortcut = QShortcut(QKeySequence(keys), self.ui.people)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.choose)
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

    def choose(self) -> None:
        """Let the chosen one sit down."""
        item = self.ui.people.currentItem()
        if item is not None:
            self._desk.person.sit_down(item.data(_NAME))
            self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit chooses at once."""
        place = event.text()
        if place.isascii() and place.isdigit() and 1 <= int(place) <= self.ui.people.count():
            self.ui.people.setCurrentRow(int(place) - 1)
            self.choose()
            return
        super().keyPressEvent(event)


def _roles(session: "Session", names: tuple[str, ...]) -> "dict[str, str]":
    from disclosure_desk.commands.people import people
    from disclosure_desk.records.person import ROLES

    return {one.name: ROLES.label_of(one.role) for one in people(session) if one.name in names}
