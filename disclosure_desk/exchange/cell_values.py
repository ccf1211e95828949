"""What a cell of a workbook says, as the value of a field; one reader for each type of field.

A reader gives None for an empty cell, and raises UnreadableError for one that says something else.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Field
from disclosure_desk.records.terms import YES_NO
from disclosure_desk.records.wording import folded, trimmed, words_in

Reader = Callable[[object], FieldValue]

_DATE = re.compile(r"(\d{4})(?:-|/|\.|年)(\d{1,2})(?:-|/|\.|月)(\d{1,2})日?")
_COMPACT_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_AMOUNT = re.compile(r"[+-]?(?:\d+|\d{1,3}(?:,\d{3})+|(?=\.\d))(?:\.\d*)?(?:e[+-]?\d{1,2})?")
_MOST_PLACES = 18  # before and behind the point: no figure of an office has more


class UnreadableError(ValueError):
    """A cell that does not say what its column asks for; the text says what would be right."""


def reader_for(field: Field) -> Reader:
    """The function that reads cells of this field, remembering values; raises UnreadableError."""
    if field.choices is not None:
        return _remembered(_choice_reader(field))
    readers: dict[type, Reader] = {
        str: read_text,
        date: _remembered(read_date),
        int: read_whole_number,
        Decimal: read_amount,
        bool: _remembered(read_yes_no),
        tuple: _remembered(read_words),
    }
    return readers[field.type]


class _Remembered(dict[object, FieldValue]):
    """Reads each cell once: dates and choices repeat thousands of times in a column."""

    def __init__(self, read: Reader) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: object) -> FieldValue:
        value = self[cell] = self._read(cell)
        return value


def _remembered(read: Reader) -> Reader:
    return _Remembered(read).__getitem__


def read_text(cell: object) -> str | None:
    """A text; numbers and dates as Excel shows them."""
    if isinstance(cell, str):
        return trimmed(cell) or None
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float | int):
        return format(_exact(cell), "f")
    if isinstance(cell, datetime) and cell.time() == datetime.min.time():
        cell = cell.date()
    return str(cell)


def read_date(cell: object) -> date | None:
    """A day: an Excel date, or a text such as 2024-09-30, 2024/9/30, 2024年9月30日, 20240930."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    text = read_text(cell)
    if text is None:
        return None
    match = _DATE.fullmatch(folded(text)) or _COMPACT_DATE.fullmatch(folded(text))
    if match is None:
        raise UnreadableError(f"“{text}”不是日期，应如2024-09-30")
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError:
        raise UnreadableError(f"“{text}”这一天不存在，请核对年月日") from None


def read_amount(cell: object) -> Decimal | None:
    """An exact decimal, of a number cell with the 15 digits that Excel keeps."""
    if isinstance(cell, float | int) and not isinstance(cell, bool):
        return _sized(_exact(cell))
    text = read_text(cell)
    if text is None:
        return None
    if not _AMOUNT.fullmatch(folded(text)):
        raise UnreadableError(f"“{text}”不是数字，请只填数字")
    return _sized(Decimal(folded(text).replace(",", "")))


def _sized(amount: Decimal) -> Decimal:
    places = amount.as_tuple().exponent
    if not isinstance(places, int) or amount.adjusted() >= _MOST_PLACES or places < -_MOST_PLACES:
        raise UnreadableError(f"“{amount}”的位数太多，请核对")
    return amount


def read_whole_number(cell: object) -> int | None:
    """A whole number."""
    amount = read_amount(cell)
    if amount is None:
        return None
    if amount != amount.to_integral_value():
        raise UnreadableError(f"“{amount}”不是整数，请填整数")
    return int(amount)


def read_yes_no(cell: object) -> bool | None:
    """是 or 否."""
    text = read_text(cell)
    if text is None:
        return None
    term = YES_NO.find(text)
    if term is None:
        raise UnreadableError(f"“{text}”不在可选项内，应为：是、否")
    return term.slug == "yes"


def read_words(cell: object) -> tuple[str, ...] | None:
    """Several words joined by 、 (or a comma), each once, in order."""
    text = read_text(cell)
    if text is None:
        return None
    return words_in(text) or None


def _choice_reader(field: Field) -> Reader:
    choices = field.choices
    if choices is None:
        raise TypeError(field.name)

    def read(cell: object) -> str | None:
        text = read_text(cell)
        if text is None:
            return None
        term = choices.find(text)
        if term is None:
            raise UnreadableError(f"“{text}”不在可选项内，应为：{'、'.join(choices.labels)}")
        return term.slug

    return read


def _exact(number: float) -> Decimal:
    exact = Decimal(number) if isinstance(number, int) else Decimal(format(number, ".15g"))
    if not exact.is_finite():
        return exact
    return Decimal(int(exact)) if exact == exact.to_integral_value() else exact
