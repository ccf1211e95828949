"""Which rows of a large ledger may break a rule: looked for a column at a time.

Nearly every row is sound, and most cells repeat; `check_card` judges only the rows told here.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import REQUIRED
from disclosure_desk.records.soundness import BEFORE_THE_END, EARLIEST, STEP_DATES, SURELY_FITS

Columns = Mapping[str, Sequence[FieldValue]]


def rows_to_check(kind: str, columns: Columns, number: int) -> list[int]:
    """The places, in order, of the rows that may break a rule: all that do, and a few more.

    Every column has `number` values, None where a row tells nothing.
    """
    found: set[int] = set()
    for name in REQUIRED[kind]:
        found.update(_where_empty(columns.get(name), number))
    for values in columns.values():
        if not _is_sound(values):
            found.update(place for place, value in enumerate(values) if not _is_sound([value]))
    if kind == "publication":
        for name in ("published_on", "valid_until", "repealed_on"):
            found.update(_where_earlier(columns, name, "made_on"))
    elif kind == "request":
        found.update(_of_requests(columns))
    elif kind == "dispute":  # an office has few
        found.update(range(number))
    return sorted(found)


def _of_requests(columns: Columns) -> Iterable[int]:
    for name in STEP_DATES:
        yield from _where_earlier(columns, name, "received_on")
    for name in BEFORE_THE_END:
        yield from _where_earlier(columns, "finished_on", name)
    for told, lacking in (("finished_on", "outcome"), ("outcome", "finished_on")):
        yield from _where_alone(columns, told, lacking)
    fees = columns.get("fee_yuan", ())
    yield from (place for place, fee in enumerate(fees) if fee is not None)


def _where_empty(values: Sequence[FieldValue] | None, number: int) -> Iterable[int]:
    if values is None:
        return range(number)
    return () if all(values) else (place for place, value in enumerate(values) if not value)


def _where_earlier(columns: Columns, first: str, than: str) -> Iterable[int]:
    """The rows that tell two days in the wrong order."""
    pairs = zip(columns.get(first, ()), columns.get(than, ()), strict=False)
    return [
        place
        for place, (one, other) in enumerate(pairs)
        if one is not None and other is not None and one < other  # type: ignore[operator]  # days
    ]


def _where_alone(columns: Columns, told: str, lacking: str) -> Iterable[int]:
    """The rows that tell the first and not the second."""
    values = columns.get(told, ())
    pairs = zip(values, columns.get(lacking) or [None] * len(values), strict=False)
    return [place for place, (one, other) in enumerate(pairs) if one is not None and other is None]


def _is_sound(values: Sequence[FieldValue]) -> bool:
    """Whether nothing in a column can be wrong by itself."""
    told: list[FieldValue] = [value for value in values if value is not None]
    types = set(map(type, told))
    if not told or types <= {bool, tuple}:
        return True
    if types == {str}:
        return _are_whole_texts(told)  # type: ignore[arg-type]  # as just seen
    if types == {date}:
        return min(told) >= EARLIEST  # type: ignore[type-var,operator]  # all days
    if types <= {int, Decimal}:
        return min(told) >= 0  # type: ignore[type-var,operator]  # all numbers
    return False


def _are_whole_texts(texts: Sequence[str]) -> bool:
    """Whether every text is short enough, and no character was cut in two."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError:
        return False
    return max(map(len, texts)) <= SURELY_FITS
