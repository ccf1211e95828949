"""What the statistics page asks of the database, behind the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.statistics.edition import Edition
from disclosure_desk.statistics.period import Period

if TYPE_CHECKING:  # loaded by the first count, not by the start of the program
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.explain import Explanation
    from disclosure_desk.statistics.tally import Entry


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of a year and of the year before, with what is printed around them."""

    year: int
    edition: Edition
    figures: Mapping[str, Figure]
    previous: Mapping[str, Figure]
    lines: Mapping[str, str]
    carried: tuple[Finding, ...] = ()  # what disagrees with the signed year before


@dataclass(frozen=True, slots=True)
class Behind:
    """The records behind a figure."""

    code: str
    entries: "list[Entry]"


def counted(session: "Session", edition: Edition, year: int) -> Count:
    """The figures of a year in an edition, beside those of the year before."""
    from disclosure_desk.statistics.carry_over import check_carried_in
    from disclosure_desk.statistics.fields import office_fields
    from disclosure_desk.statistics.tally import tally

    figures = tally(session, edition, Period.of_year(year))
    return Count(
        year,
        edition,
        figures,
        tally(session, edition, Period.of_year(year - 1)),
        {name: str(value) for name, value in office_fields(session, year).items()},
        tuple(check_carried_in(session, edition, year, figures)),
    )


def behind(session: "Session", edition: Edition, year: int, code: str) -> Behind:
    """The records behind a figure of a year."""
    from disclosure_desk.statistics.tally import records_behind

    return Behind(code, records_behind(session, edition, code, Period.of_year(year)))


def explained(session: "Session", edition: Edition, year: int, entry: "Entry") -> "Explanation":
    """Where a record counts in the table of a year."""
    from disclosure_desk.statistics.explain import cells_of_record

    return cells_of_record(session, edition, Period.of_year(year), entry.kind, entry.id)


def told_in_html(entry: "Entry", explanation: "Explanation") -> str:
    """The cells in which a record counts, as links, and why it does not in the others."""
    from disclosure_desk.statistics.naming import named

    name = escape(entry.number or entry.title)
    cells = "".join(
        f'<p style="margin: 0 0 2px 12px"><a href="{cell.code}">{escape(named(cell))}</a></p>'
        for cell in explanation.counted
    )
    absences = "".join(
        f'<p style="margin: 0 0 6px 12px"><b>{escape(absence.reason)}</b><br>'
        f"{escape(absence.where)}</p>"
        for absence in explanation.absences
    )
    counted_in = f"<b>{name}</b> 计入{len(explanation.counted)}个单元格：" if cells else ""
    return (
        f'<p style="margin: 2px 0 4px 0">{counted_in}</p>{cells}'
        f'<p style="margin: 8px 0 4px 0">其余单元格不计入，原因：</p>{absences}'
    )
