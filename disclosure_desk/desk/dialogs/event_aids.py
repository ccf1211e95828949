"""What helps to fill in a step: the way to its outcome, the fee, and the days of the clock."""

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut

from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.dialogs.outcome_finder import OutcomeFinder
from disclosure_desk.desk.jobs import lives
from disclosure_desk.desk.outcome_place import counted_words
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
    from disclosure_desk.desk.dialogs.event_edit import EventEdit
    from disclosure_desk.rules.happenings import Happening


class EventAids(FormPart):
    """Works on the widgets of a step's form: F4 finds an outcome or a fee, F9 shows the days."""

    def __init__(self, form: "EventEdit") -> None:
        super().__init__(form)
        self._ui = form.ui
        self._ui.find_outcome.clicked.connect(self.find_outcome)
        self._ui.reckon_fee.clicked.connect(self.reckon_fee)
        self._ui.show_days.clicked.connect(self.show_days)
        for keys, slot in (("F4", self._find), ("F9", self.show_days)):
            QShortcut(QKeySequence(keys), form).activated.connect(slot)

    def show_counted(self) -> None:
        """The row and the article of the outcome that is chosen."""
        outcome = self._form.binder.values().get("outcome")
        words = counted_words(outcome, self._year()) if isinstance(outcome, str) else ""
        self._ui.label_counted.setText(words)
        self._ui.label_counted.setVisible(bool(words))

    def _year(self) -> int:
        day = self._form.binder.values()["happened_on"]
        return day.year if isinstance(day, date) else self._form.desk.today().year

    def _find(self) -> None:
        """F4: whatever this kind of step has to be found."""
        if composing():
            return
        if "outcome" in self._form.binder.widgets:
            self.find_outcome()
        elif "charged_yuan" in self._form.binder.widgets:
            self.reckon_fee()

    def find_outcome(self) -> None:
        """Lead to the outcome by questions."""
        reason = str(self._ui.reason.value() or "")
        outcome = self._form.binder.values().get("outcome")
        written_for = outcome if isinstance(outcome, str) else None
        finder = OutcomeFinder(self._year(), self._form, reason=reason, outcome=written_for)
        finder.taken.connect(self._take_outcome)
        finder.open()

    def _take_outcome(self, outcome: str, reason: str) -> None:
        """What was written for another outcome does not stay: the letter would tell it."""
        was = self._form.binder.values().get("outcome")
        self._ui.outcome.set_value(outcome)
        if reason or was not in (None, outcome):
            self._ui.reason.set_value(reason)
        self._ui.outcome.setFocus(Qt.FocusReason.OtherFocusReason)

    def reckon_fee(self) -> None:
        """Reckon the fee by items or pages."""
        from disclosure_desk.desk.dialogs.fee_reckoner import FeeReckoner

        reckoner = FeeReckoner(self._form.desk, self._form.request_id, self._form)
        reckoner.reckoned.connect(self._take_fee)
        reckoner.open()

    def _take_fee(self, basis: str, number: int, yuan: int) -> None:
        """Either items or pages are charged, never both."""
        by_items = basis == "items"
        self._ui.charged_items.set_value(number if by_items else None)
        self._ui.charged_pages.set_value(None if by_items else number)
        self._ui.charged_yuan.set_value(yuan)
        self._ui.charged_yuan.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_days(self) -> None:
        """Open the due date day by day, with the step as it stands in the form."""
        from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
        from disclosure_desk.desk.lookups import course_with

        if composing():
            return
        view = DayStripView(self._form.desk, None, self._form)
        request_id, proposed = self._form.request_id, self._form.proposed()

        def query(session: "Session") -> "tuple[date, tuple[Happening, ...], str] | None":
            return course_with(session, request_id, proposed)

        self._form.desk.look_up(query, succeeded=partial(self._show_course, view))
        view.open()

    def _show_course(
        self,
        view: "DayStripView",
        course: "tuple[date, tuple[Happening, ...], str] | None",
    ) -> None:
        if course is not None and lives(view.show_days):
            view.show_days(*course)
