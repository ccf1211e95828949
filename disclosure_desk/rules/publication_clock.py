"""Until when an item is to be published that was made on a day."""

from datetime import date

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.law import in_force
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays


def publication_due(made_on: date, calendar: WorkingDays) -> date | None:
    """The last day on which it is published in time, by the law of the day of making.

    None where that cannot be told: no regulation yet on that day, or a year without a holiday
    notice. Source: 条例第二十六条; 2007年条例第十八条.
    """
    try:
        return calendar.after(made_on, in_force("publication.workdays", made_on).number)
    except (CalendarMissing, Refusal):
        return None
