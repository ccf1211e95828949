"""Who answers for the report of a year (审签), and whether it was reviewed and signed."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_sign_off import Ui_SignOff
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.commands.meanwhile import ChangedMeanwhile as Refused
    from disclosure_desk.records.base import FieldValue

_NAMES = ("head", "reviewer", "clerk", "phone")


class SignOff(QDialog):
    """The names below the year's table; what is left empty is that of the office."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._year = desk.year
        self._seen: dict[str, FieldValue] = {}  # as it was when the fields were filled
        self.ui = Ui_SignOff()
        self.ui.setupUi(self)
        self.setWindowTitle(f"审签{self._year}年度报告")
        self.ui.label_lead.setText(
            "这些印在统计表的表尾；2021年和2019年格式的报告正文没有这一行，只随统计表和本单位存档。"
            "留空的用“单位信息”里的。"
        )
        self.ui.filled_on.today = desk.today
        guard(desk, "SIGN", self.ui.state)
        guard(desk, "WRITE", self.ui.sign)
        self.ui.sign.setEnabled(False)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.sign.clicked.connect(self.sign)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.sign)
        year = self._year
        desk.look_up(lambda session: _kept(session, year), succeeded=self._show)

    def _show(self, kept: "tuple[dict[str, FieldValue], dict[str, str]]") -> None:
        from disclosure_desk.records.report_signing import STATES

        told, own = kept
        self._seen = {name: told.get(name) for name in (*_NAMES, "filled_on", "note", "state")}
        self._seen["state"] = self._seen["state"] or STATES[0]
        for state in STATES:
            self.ui.state.addItem(state, state)
        self.ui.state.setCurrentIndex(self.ui.state.findData(told.get("state") or STATES[0]))
        for name in _NAMES:
            line = getattr(self.ui, name)
            line.set_value(told.get(name))
            line.setPlaceholderText(own[name])
        self.ui.filled_on.set_value(told.get("filled_on"))
        self.ui.filled_on.setPlaceholderText("留空用导出当天")
        self.ui.note.set_value(told.get("note"))
        days = [
            f"{word}{told[name]}"
            for name, word in (("reviewed_on", "审核："), ("issued_on", "签发："))
            if told.get(name)
        ]
        self.ui.label_dates.setText("　".join(days))
        self.ui.sign.setEnabled(True)
        self.ui.head.setFocus()

    def sign(self) -> None:
        """Keep what was typed, unless a word is being composed or the day is none."""
        if composing() or not self.ui.sign.isEnabled():
            return
        if problem := self.ui.filled_on.problem():
            self.ui.label_dates.setText(problem)
            self.ui.filled_on.setFocus()
            return
        names = {name: getattr(self.ui, name).value() for name in (*_NAMES, "filled_on", "note")}
        seen = dict(self._seen)
        state, year, today = self.ui.state.currentData(), self._year, self._desk.today()

        def command(session: "Session") -> "Done":
            from disclosure_desk.commands.reporting import sign_report

            return sign_report(session, year, names, state=state, today=today, seen=seen)

        self.ui.sign.setEnabled(False)
        self._desk.run(command, self, succeeded=self._is_signed, failed=self._is_refused)

    def _is_signed(self, _done: "Done") -> None:
        self.accept()

    def _is_refused(self, error: Exception) -> None:
        self.ui.sign.setEnabled(True)
        from disclosure_desk.commands.meanwhile import ChangedMeanwhile

        if isinstance(error, ChangedMeanwhile):
            from disclosure_desk.commands.reporting import SIGNING_FIELDS
            from disclosure_desk.desk.dialogs.changed_meanwhile import ask_about

            ask_about(error, SIGNING_FIELDS, self, partial(self._agree, error))
        else:
            errors.tell(error, self)

    def _agree(self, refused: "Refused", mine: set[str]) -> None:
        """Go on from what the other made of the fields, with one's own where that stays."""
        for clash in refused.clashes:
            self._seen[clash.name] = clash.theirs
            if clash.name in mine:
                continue
            if clash.name == "state":
                self.ui.state.setCurrentIndex(self.ui.state.findData(clash.theirs))
            else:
                getattr(self.ui, clash.name).set_value(clash.theirs)
        self.sign()


def _kept(session: "Session", year: int) -> "tuple[dict[str, FieldValue], dict[str, str]]":
    """What was kept of the signing, and the office's own names."""
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.commands.reporting import signing_of

    signing, office = signing_of(session, year), the_office(session)
    names = (*_NAMES, "state", "filled_on", "reviewed_on", "issued_on", "note")
    told = {name: getattr(signing, name) for name in names} if signing else {}
    return told, {name: getattr(office, name) or "" for name in _NAMES}
