"""What a report says of the year before, where late corrections changed what was signed."""

from sqlalchemy.orm import Session

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.closing import in_force, signed_of
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.printing import shown
from disclosure_desk.statistics.tally import tally

_MOST_NAMED = 8


def corrections_told(session: Session, year: int) -> dict[str, Figure | str]:
    """How many figures that were signed for the year before are others today, and in words which.

    A signed report is not changed silently: who corrects its registers says so in the report of
    the next year. Nothing is told of a year whose figures were taken from a published report:
    its records are not at hand.
    """
    told: dict[str, Figure | str] = {"上年更正数": 0, "上年更正说明": ""}
    closed = in_force(session, year - 1)
    if closed is None:
        return told
    signed = signed_of(session, closed)
    if signed.taken_from:
        return told
    edition = edition_for(signed.year, signed.edition)
    today = tally(session, edition, Period.of_year(signed.year))
    changed = [code for code, figure in signed.cells.items() if figure != today[code]]
    words = "；".join(
        f"“{edition.cells[code].title}”应为{shown(today[code])}，原为{shown(signed.cells[code])}"
        for code in changed[:_MOST_NAMED]
    )
    if len(changed) > _MOST_NAMED:
        words += f"；共更正{len(changed)}个数字"
    return told | {"上年更正数": len(changed), "上年更正说明": words}
