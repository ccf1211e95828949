"""What the statistics page asks of the database, behind the window."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.statistics.edition import Edition, editions
from disclosure_desk.statistics.interim import form_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.printing import shown

if TYPE_CHECKING:  # loaded by the first count, not by the start of the program
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.explain import Explanation
    from disclosure_desk.statistics.form import Cell, Measure
    from disclosure_desk.statistics.restatement import Closed, Compared
    from disclosure_desk.statistics.tally import Entry


@dataclass(frozen=True, slots=True)
class Count:
    """The figures of a period and of the year before, with what is printed around them.

    `edition` is the form as it is worded for the period. `previous` are the signed figures of
    the year before where `previous_is_signed`, else counted today.
    """

    period: Period
    edition: Edition
    figures: Mapping[str, Figure]
    previous: Mapping[str, Figure]
    lines: Mapping[str, str]
    carried: tuple[Finding, ...] = ()  # what disagrees with the signed year before
    previous_is_signed: bool = False
    closed: "Closed | None" = None
    signed: Mapping[str, Figure] = field(default_factory=dict)

    @property
    def differs(self) -> Mapping[str, Figure]:
        """The signed figures that are not those of today."""
        return {code: was for code, was in self.signed.items() if was != self.figures[code]}


@dataclass(frozen=True, slots=True)
class Behind:
    """The records behind a figure, and for a signed one that has changed, which moved it."""

    code: str
    entries: "list[Entry]"
    compared: "Compared | None" = None


def counted(session: "Session", edition_code: str, period: Period) -> Count:
    """The figures of a period in an edition, beside those of the year before."""
    from disclosure_desk.statistics.carry_over import check_carried_in
    from disclosure_desk.statistics.fields import office_fields
    from disclosure_desk.statistics.restatement import closing_of
    from disclosure_desk.statistics.tally import tally

    edition = form_of(editions()[edition_code], period)
    figures = tally(session, edition, period)
    signed_before = _signed(session, edition, period.year_before)
    carried: Sequence[Finding] = ()
    closed = None
    if period.is_year:
        carried = check_carried_in(session, edition, period.year, figures)
        closed = closing_of(session, edition, period.year, figures)
    return Count(
        period,
        edition,
        figures,
        signed_before or tally(session, edition, period.year_before),
        {name: str(value) for name, value in office_fields(session, period.year).items()},
        tuple(carried),
        bool(signed_before),
        closed,
        _signed(session, edition, period),
    )


def _signed(session: "Session", edition: Edition, period: Period) -> Mapping[str, Figure]:
    """The figures signed of a year in this edition; nothing for another one or part of a year."""
    from disclosure_desk.statistics.closing import in_force, signed_of

    closed = in_force(session, period.year) if period.is_year else None
    if closed is None or closed.edition != edition.code:
        return {}
    return signed_of(session, closed).cells


def behind(
    session: "Session", edition: Edition, period: Period, code: str, *, is_restated: bool = False
) -> Behind:
    """The records behind a figure of a period; of one that is not as signed what moved it too."""
    from disclosure_desk.statistics.tally import records_behind

    entries = records_behind(session, edition, code, period)
    compared = _compared(session, edition, period, code) if is_restated else None
    return Behind(code, entries, compared)


def _compared(session: "Session", edition: Edition, period: Period, code: str) -> "Compared | None":
    """A signed figure against today's, where they differ."""
    from disclosure_desk.statistics.closing import in_force, signed_of
    from disclosure_desk.statistics.members import members_of
    from disclosure_desk.statistics.restatement import Compared, moved
    from disclosure_desk.statistics.tally import tally

    closed = in_force(session, period.year) if period.is_year else None
    if closed is None or closed.edition != edition.code:
        return None
    signed = signed_of(session, closed)
    today = tally(session, edition, period, codes=[code])[code]
    if signed.cells[code] == today:
        return None
    now = members_of(session, edition, period, codes=[code])
    moves = moved(signed.members, code, now, code)
    return Compared(code, signed.cells[code], today, moves)


def behind_measure(session: "Session", measure: "Measure", period: Period) -> "list[Entry]":
    """The records behind a bar of a chart."""
    from disclosure_desk.statistics.tally import records_of

    return records_of(session, measure, period)


def explained(
    session: "Session", edition: Edition, period: Period, entry: "Entry"
) -> "Explanation":
    """Where a record counts in the table of a period."""
    from disclosure_desk.statistics.explain import cells_of_record

    return cells_of_record(session, edition, period, entry.kind, entry.id)


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
    counted_in = f"计入{len(explanation.counted)}个单元格：" if cells else "不计入任何单元格。"
    rest = "其余单元格不计入，原因：" if cells else "原因："
    return (
        f'<p style="margin: 2px 0 4px 0"><b>{name}</b> {counted_in}</p>{cells}'
        f'<p style="margin: 8px 0 4px 0">{rest}</p>{absences}'
    )


def restated_in_html(cell: "Cell", compared: "Compared") -> str:
    """Signed, today, and each record that explains the difference, as a link to it."""
    from disclosure_desk.records.cards import KIND_LABELS
    from disclosure_desk.statistics.restatement import WAYS

    signed, today = (
        shown(figure, signed=cell.signed) for figure in (compared.signed, compared.today)
    )
    moves = "".join(
        f'<p style="margin: 0 0 2px 12px"><a href="{one.kind}:{one.id}">'
        f"{KIND_LABELS[one.kind]} {escape(one.named.name)}</a>：{WAYS[one.way]}"
        f"（{shown(one.difference, signed=True)}）</p>"
        for one in compared.moved
    )
    return (
        f'<p style="margin: 2px 0 4px 0"><b>签发时{signed}，今天{today}，'
        f"相差{shown(compared.difference, signed=True)}。</b>造成差别的记录：</p>{moves}"
    )
