"""The first look at an office: its day as foreseen, shown while the office itself is opened."""

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.pages.agenda_view import AgendaView
from disclosure_desk.statistics.agenda import Agenda, agenda_told
from disclosure_desk.storage.first_look import first_look

if TYPE_CHECKING:
    from disclosure_desk.storage.database import Database
    from disclosure_desk.storage.journal import Actor

_MOST_DAYS = 12  # the longest holidays
_PATIENCE_SECONDS = 1.5


class FirstPage(AgendaView):
    """The agenda before its office is open: to be read and walked through.

    What is asked of it meanwhile (`wanted`: «open_item», «show_days») is done by 今日, which
    takes its place.
    """

    title = "今日"

    def __init__(self, unit_name: str, agenda: Agenda, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.unit_name = unit_name
        self.wanted = ""
        self.show_agenda(agenda, None, "")

    def stand_for(self, title: str) -> None:
        """Show only that the page of this title comes; keys that are meant for it do nothing."""
        self.wanted = ""
        self.ui.items.hide()
        self._show_which_buttons_act()
        self.ui.label_day.clear()
        self.ui.label_quiet.setText(f"正在打开“{title}”…")
        self.ui.label_quiet.show()
        self.setFocus()

    def show_day(self) -> None:
        """Show the day again."""
        assert self.agenda is not None
        self.show_agenda(self.agenda, None, "")
        self.setFocus()

    def open_item(self) -> None:
        """Ask for what is chosen; it is opened once the office is."""
        if self.chosen() is None:
            super().open_item()
        else:
            self.wanted = "open_item"

    def show_days(self) -> None:
        """Ask for the days of the chosen request."""
        self.wanted = "show_days"


def first_page(place: str, today: date) -> FirstPage | None:
    """The page for an office file; None where what was foreseen does not hold any longer."""
    if "://" in place:
        return None
    look = first_look(Path(place).expanduser(), today)
    if look is None:
        return None
    try:
        return FirstPage(look.unit_name, agenda_told(look.agenda))
    except (KeyError, TypeError, ValueError):  # told by another version of the program
        return None


def keep_first_look(database: "Database", actor: "Actor", today: date) -> None:
    """Foresee today and the days up to the next working day, if the registers have changed.

    A long list is foreseen for as many days as two seconds allow. Raises Refusal or Fault.
    """
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.statistics.agenda import as_told
    from disclosure_desk.statistics.today import agenda
    from disclosure_desk.storage.first_look import foresee, is_foreseen
    from disclosure_desk.storage.own_calendars import calendar_in_use

    calendar = calendar_in_use()
    days = _days_ahead(today, calendar.counts, calendar.years)
    began = time.monotonic()
    told = {}
    with database.reading() as session:
        if is_foreseen(session, days[-1]):
            return
        name = the_office(session).name
        for day in (days[-1], *days[:-1]):
            told[day] = as_told(agenda(session, calendar, day))
            if time.monotonic() - began > _PATIENCE_SECONDS:
                break
    with database.writing(actor) as session:
        foresee(session, name, told)


def _days_ahead(today: date, counts: Callable[[date], bool], years: tuple[int, ...]) -> list[date]:
    """Today and the days after it, up to the next one on which the office works."""
    days = [today]
    while len(days) < _MOST_DAYS:
        days.append(days[-1] + timedelta(days=1))
        if days[-1].year in years and counts(days[-1]):
            break
    return days
