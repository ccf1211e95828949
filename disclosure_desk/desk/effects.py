"""What an entry changes, while it is typed: cells of the table, days to keep, letters due."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from disclosure_desk.desk.letter_choice import kinds_offered
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import REQUIRED, Card
from disclosure_desk.rules.publication_clock import publication_due
from disclosure_desk.rules.typed_date import written_date
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays
from disclosure_desk.statistics.edition import Cell, edition_for
from disclosure_desk.statistics.naming import column_of, row_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.touched import cells_of_card

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

# The days that put a record into a year, the one that counts first.
_COUNTED_ON = {
    "publication": ("made_on", "published_on", "repealed_on"),
    "request": ("received_on", "finished_on"),
    "dispute": ("accepted_on", "concluded_on"),
    "indicator": ("dated_on",),
}
_MOST_LETTERS = 3


def effect_words(
    session: "Session",
    kind: str,
    record_id: int | None,
    card: Card,
    *,
    calendar: WorkingDays,
    today: date,
) -> str:
    """One line for each thing that follows from a card as it stands in the form."""
    told = [*_cells(session, kind, card)]
    if kind == "publication":
        told += _to_be_published(card, calendar, today)
    if kind == "request":
        told += _letters(session, record_id)
    return "\n".join(told)


def _cells(session: "Session", kind: str, card: Card) -> Iterator[str]:
    days = [day for name in _COUNTED_ON[kind] if isinstance(day := card.get(name), date)]
    for year in sorted({day.year for day in days}):
        try:
            edition = edition_for(year)
        except Refusal:  # before there was a form
            continue
        cells = cells_of_card(session, edition, Period.of_year(year), kind, card)
        leaves = [cell for cell in cells if not cell.sums]
        if where := _named(leaves or list(cells)):
            yield f"{year}年统计表：计入{where}"
        elif any(name not in card for name in REQUIRED[kind]):
            yield f"{year}年统计表：填完必填项后显示计入哪一格"
        else:
            yield f"{year}年统计表：不单独计数"


def _named(cells: list[Cell]) -> str:
    """Rows with their columns, each row once: «行政规范性文件（本年制发件数、现行有效件数）»."""
    rows: dict[str, list[str]] = {}
    for cell in cells:
        rows.setdefault(row_of(cell), []).append(column_of(cell))
    told = []
    for row, columns in rows.items():
        named = "、".join(filter(None, dict.fromkeys(columns)))
        told.append(f"“{row}”{f'的“{named}”' if named else ''}")
    return "；".join(told)


def _to_be_published(card: Card, calendar: WorkingDays, today: date) -> Iterator[str]:
    """Until when an item is to be published. Source: 条例第二十六条."""
    made, published = card.get("made_on"), card.get("published_on")
    if not isinstance(made, date) or (due := publication_due(made, calendar)) is None:
        return
    words = f"公开期限：{written_date(due)}（自生成之日起20个工作日内，条例第二十六条）"
    if isinstance(published, date) and published <= today:
        yield f"{words}，{'已超过期限' if published > due else '在期限内'}"
        return
    try:
        left = calendar.between(today, due) if today <= due else -calendar.between(due, today)
    except CalendarMissing:
        yield words
        return
    yield f"{words}，{f'还剩{left}个工作日' if left >= 0 else f'已超过{-left}个工作日'}"


def _letters(session: "Session", record_id: int | None) -> Iterator[str]:
    """The letters that the state of a request calls for now."""
    if record_id is None:
        yield "登记后可以制作：登记回执、补正告知书（F7）"
        return
    from disclosure_desk.commands.letter_files import letters_of
    from disclosure_desk.records.request import Request

    request = session.get(Request, record_id)
    if request is None:
        return
    wanted, _ = kinds_offered(request, letters_of(session, record_id))
    if wanted:
        labels = "、".join(one.label for one in wanted[:_MOST_LETTERS])
        yield f"现在要做的文书：{labels}{'等' if len(wanted) > _MOST_LETTERS else ''}（F7）"
