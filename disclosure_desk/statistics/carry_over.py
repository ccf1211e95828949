"""上年结转 against what was signed or published of the year before (X1).

What a year carries in is counted from the registers, so it is today's 结转 of the year before by
construction. What was signed or published may differ from it: then the records are named.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.records.finding import Figure, Finding
from disclosure_desk.records.published_carry import PublishedCarry
from disclosure_desk.records.terms import APPLICANT_KINDS
from disclosure_desk.statistics.checks import check_table
from disclosure_desk.statistics.closing import SignedYear, in_force, signed_of
from disclosure_desk.statistics.edition import Cell, Edition
from disclosure_desk.statistics.members import members_of
from disclosure_desk.statistics.naming import bare, column_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.printing import plain
from disclosure_desk.statistics.restatement import WAYS, Moved, moved

CARRIED_IN, CARRIED_OUT = "requests.carried_in.", "requests.carried_out."
_NAMED = 5


def opening_carry(session: Session, year: int) -> PublishedCarry | None:
    """What the published report of a year carries over, where it was recorded."""
    return session.scalars(select(PublishedCarry).where(PublishedCarry.year == year)).one_or_none()


def carried_figures(published: PublishedCarry) -> dict[str, int]:
    """The published numbers by cell code, the total among them."""
    numbers = {slug: int(getattr(published, slug)) for slug in APPLICANT_KINDS.slugs}
    numbers["total"] = sum(numbers.values())
    return {f"{CARRIED_OUT}{column}": number for column, number in numbers.items()}


def check_year(
    session: Session, edition: Edition, year: int, figures: Mapping[str, Figure]
) -> list[Finding]:
    """The relations within a year's table, and the one to the year before it."""
    return check_table(edition, year, figures) + check_carried_in(session, edition, year, figures)


def check_carried_in(
    session: Session, edition: Edition, year: int, figures: Mapping[str, Figure]
) -> list[Finding]:
    """X1, column by column: what is carried in is what the year before was signed to carry out.

    The signing in force is asked first, then the recorded figures of a published report; where
    there is neither, or its form has no 结转, nothing is compared.
    """
    cells = [cell for code, cell in edition.cells.items() if code.startswith(CARRIED_IN)]
    if not cells:
        return []
    closed = in_force(session, year - 1)
    if closed is not None:
        return list(_against_signed(session, edition, cells, figures, signed_of(session, closed)))
    published = opening_carry(session, year - 1)
    return list(_against_published(cells, figures, published)) if published else []


def _against_signed(
    session: Session,
    edition: Edition,
    cells: list[Cell],
    figures: Mapping[str, Figure],
    signed: SignedYear,
) -> Iterator[Finding]:
    period = Period.of_year(signed.year + 1)
    for cell in cells:
        code = CARRIED_OUT + cell.code.removeprefix(CARRIED_IN)
        if code not in signed.cells or signed.cells[code] == figures[cell.code]:
            continue
        said = f"{signed.year}年签发的结转下年度继续办理"
        if signed.taken_from:
            said = f"{signed.year}年已公布的结转下年度继续办理"
            why = f"请核对启用时登记的未办结申请（公布的数字取自{signed.taken_from}）。"
            yield _finding(cell, signed.cells[code], figures[cell.code], said, why, ())
            continue
        now = members_of(session, edition, period, codes=[cell.code])
        differing = moved(signed.members, code, now, cell.code)
        why = f"签发后有变动的申请：{_listed(differing)}。"
        yield _finding(cell, signed.cells[code], figures[cell.code], said, why, differing)


def _against_published(
    cells: list[Cell], figures: Mapping[str, Figure], published: PublishedCarry
) -> Iterator[Finding]:
    carried = carried_figures(published)
    for cell in cells:
        number = carried[CARRIED_OUT + cell.code.removeprefix(CARRIED_IN)]
        if number != figures[cell.code]:
            said = f"{published.year}年已公布的结转下年度继续办理"
            why = f"请核对启用时登记的未办结申请（公布的数字出自{published.source}）。"
            yield _finding(cell, number, figures[cell.code], said, why, ())


def _finding(  # one sentence, put together from its parts
    cell: Cell, expected: Figure, found: Figure, said: str, why: str, differing: tuple[Moved, ...]
) -> Finding:
    between = plain(abs(Decimal(expected) - found))
    return Finding(
        "X1",
        "error",
        f"X1 {bare(column_of(cell))}：上年结转{found}，{said}{expected}，相差{between}；{why}",
        cells=(cell.code,),
        records=tuple(one.named.name for one in differing),
        expected=expected,
        found=found,
    )


def _listed(differing: tuple[Moved, ...]) -> str:
    told = [f"{one.named.name}（{WAYS[one.way]}）" for one in differing[:_NAMED]]
    more = f"等{len(differing)}件" if len(differing) > _NAMED else ""
    return "、".join(told) + more
