"""The holiday notices as data: those that are shipped, and how one is written and read back.

A notice is a TOML file in the notice's own structure; resources/calendars/ holds those of 2008
to 2026. A day that a notice does not name is what the week makes it.
"""

import json
import tomllib
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from disclosure_desk.rules.working_days import (
    Break,
    Extension,
    HolidayNotice,
    WorkingDays,
    is_weekend,
)
from disclosure_desk.shipped import shipped

_FIRST_YEAR, _LAST_YEAR = 1950, 9998
_LONGEST_BREAK = timedelta(days=31)

_Table = dict[str, object]


@cache
def shipped_notices() -> tuple[HolidayNotice, ...]:
    """The notices that come with this program, by year, an amending one after its year's."""
    found = (
        notice_from(file.read_text(encoding="utf-8"))
        for file in shipped("calendars").iterdir()
        if file.name.endswith(".toml")
    )
    return tuple(sorted(found, key=lambda notice: (notice.year, notice.amends)))


def working_days(own: Iterable[HolidayNotice] = ()) -> WorkingDays:
    """The calendar of the shipped notices with an office's own laid over them.

    Raises Refusal for an own amending notice that does not fit the notice of its year.
    """
    return WorkingDays((*shipped_notices(), *own))


def notice_from(text: str) -> HolidayNotice:
    """A notice written by `notice_as_toml`, or by hand. Raises ValueError for any other text."""
    table: _Table = tomllib.loads(text)
    year = table.get("year")
    if not isinstance(year, int) or not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise ValueError("year: no year")
    issued = table.get("issued")
    if issued is not None:
        issued = _day(table, "issued")
    notice = HolidayNotice(
        year=year,
        breaks=tuple(_break(one, year) for one in _tables(table, "break")),
        number=_text(table, "number"),
        title=_text(table, "title"),
        amends=table.get("amends") is True,
        issued=issued,
        extensions=tuple(
            Extension(_text(one, "name"), _day_of(one, "until", year))
            for one in _tables(table, "extension")
        ),
    )
    if not notice.breaks and not notice.extensions:
        raise ValueError("break: none")
    return notice


def notice_as_toml(notice: HolidayNotice) -> str:
    """The notice as `notice_from` reads it, one line a value."""
    lines = [f"year = {notice.year}"]
    lines += [f"number = {_quoted(notice.number)}"] if notice.number else []
    lines += [f"title = {_quoted(notice.title)}"] if notice.title else []
    lines += [f"issued = {notice.issued}"] if notice.issued else []
    lines += ["amends = true"] if notice.amends else []
    for one in notice.breaks:
        lines += ["", "[[break]]", f"name = {_quoted(one.name)}"]
        lines += [f"first = {one.first}", f"last = {one.last}"]
        lines += [f"worked = [{', '.join(map(str, one.worked))}]"] if one.worked else []
    for extension in notice.extensions:
        lines += ["", "[[extension]]", f"name = {_quoted(extension.name)}"]
        lines += [f"until = {extension.until}"]
    return "\n".join(lines) + "\n"


def _break(table: _Table, year: int) -> Break:
    first, last = _day_of(table, "first", year), _day_of(table, "last", year)
    if not timedelta() <= last - first < _LONGEST_BREAK:
        raise ValueError(f"last: {last} does not fit first: {first}")
    worked = table.get("worked", [])
    if not isinstance(worked, list):
        raise ValueError("worked: no list")
    days = tuple(_day_of({"worked": day}, "worked", year) for day in worked)
    for day in days:
        if not is_weekend(day) or first <= day <= last:
            raise ValueError(f"worked: {day} is no weekend day outside the break")
    return Break(_text(table, "name"), first, last, days)


def _tables(table: _Table, key: str) -> list[_Table]:
    told = table.get(key, [])
    if not isinstance(told, list) or not all(isinstance(one, dict) for one in told):
        raise ValueError(f"{key}: no tables")
    return told


def _text(table: _Table, key: str) -> str:
    told = table.get(key, "")
    if not isinstance(told, str):
        raise ValueError(f"{key}: no text")
    return told


def _day(table: _Table, key: str) -> date:
    told = table.get(key)
    # A TOML date and time is a datetime, which is a date to isinstance.
    if type(told) is not date:
        raise ValueError(f"{key}: no date")
    return told


def _day_of(table: _Table, key: str, year: int) -> date:
    """A day that a notice of a year can name: one of that year, or of the December before."""
    told = _day(table, key)
    if told.year != year and (told.year, told.month) != (year - 1, 12):
        raise ValueError(f"{key}: {told} is not of {year}")
    return told


def _quoted(text: str) -> str:
    """A TOML basic string: JSON's, with the one sign escaped that JSON lets stand."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
