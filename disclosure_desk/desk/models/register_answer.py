"""What a register answers when it is asked anew: how many records, and the rows to show first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from disclosure_desk.records.indicators import indicator

if TYPE_CHECKING:
    from disclosure_desk.storage.row_source import Row, RowSource, Wanted

PAGE = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """Count and first pages of the records wanted; `place` is where the looked-for one stands.

    Where nothing was found, `in_all` and `in_other_years` tell how many there are elsewhere.
    `total` is the sum of what is shown, where adding it up says something.
    """

    source: "RowSource"
    count: int
    pages: "dict[int, list[Row]]"
    place: int | None = None
    total: Decimal | None = None
    in_all: int = 0
    in_other_years: int = 0


def answer_of(source: "RowSource", wanted: "Sequence[Wanted]", record_id: int | None) -> Answer:
    """Ask for the first of these that holds a record; for the first of all when none does."""
    for one in wanted if record_id is not None else ():
        asked = source.with_wanted(one)
        found = asked.place_of(record_id or 0)
        if found is not None:
            return _with_rows(asked, *found)
    asked = source.with_wanted(wanted[0])
    count = asked.count()
    if count:
        return Answer(asked, count, {0: asked.first(PAGE)}, None, total_of(asked))
    everything = replace(wanted[0], year=None, query="", filters=())
    in_all = asked.with_wanted(everything).count()
    in_other_years = 0
    if wanted[0].year is not None and in_all:
        in_other_years = asked.with_wanted(replace(wanted[0], year=None)).count()
    return Answer(asked, 0, {}, None, None, in_all, in_other_years)


def _with_rows(source: "RowSource", place: int, row: "Row") -> Answer:
    """The page in which a record stands, by key range, and the first one."""
    number, ahead = divmod(place, PAGE)
    rows = source.before(row, ahead) if ahead else []
    rows += source.from_row(row, PAGE - ahead)
    pages = {number: rows}
    if number:
        pages[0] = source.first(PAGE)
    return Answer(source, source.count(), pages, place, total_of(source))


def total_of(source: "RowSource") -> Decimal | None:
    """The sum of an indicator that is shown alone; None for several, and for one of a day.

    A stock is the newest figure on a day: adding up says nothing there.
    """
    filters = [one for one in source.wanted.filters if one.field == "indicator"]
    if source.wanted.kind != "indicator" or len(filters) != 1 or len(filters[0].values) != 1:
        return None
    slug = str(filters[0].values[0])
    return None if indicator(slug).stock else source.total("amount")
