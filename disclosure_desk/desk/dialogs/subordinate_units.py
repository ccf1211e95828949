"""The units whose reports are due here: a line each, those of vertical systems marked."""

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_subordinate_units import Ui_SubordinateUnits
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done

_VERTICAL = re.compile(r"\s*[（(]垂直(?:管理)?[）)]\s*$")


class SubordinateUnits(QDialog):
    """A plain list, so that it can be pasted from anywhere."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.ui = Ui_SubordinateUnits()
        self.ui.setupUi(self)
        self.ui.keep.setEnabled(False)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.keep.clicked.connect(self.keep)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep)
        desk.look_up(_subordinates, succeeded=self._show)

    def _show(self, units: list[tuple[str, bool]]) -> None:
        lines = [f"{name}（垂直）" if is_vertical else name for name, is_vertical in units]
        self.ui.units.set_value("\n".join(lines))
        self.ui.keep.setEnabled(True)
        self.ui.units.setFocus()

    def keep(self) -> None:
        """Keep the list as it stands, unless a word is being composed."""
        if composing() or not self.ui.keep.isEnabled():
            return
        lines = str(self.ui.units.value() or "").splitlines()
        units = [(_VERTICAL.sub("", line), bool(_VERTICAL.search(line))) for line in lines]

        def command(session: "Session") -> "Done":
            from disclosure_desk.commands.reporting import keep_subordinates

            return keep_subordinates(session, units)

        refused = partial(errors.tell, window=self)
        self._desk.run(command, self, succeeded=self._is_kept, failed=refused)

    def _is_kept(self, _done: "Done") -> None:
        self.accept()


def _subordinates(session: "Session") -> list[tuple[str, bool]]:
    from disclosure_desk.commands.reporting import subordinates

    return subordinates(session)
