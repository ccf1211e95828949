"""Whether what an office file holds can be read as what its columns are declared for (V13).

SQLite keeps any value in any column: a file that somebody has changed by hand may hold a word
where a day is due, and every page that shows it would fail. The file is read once, row by row.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from sqlalchemy import Boolean, Column, Date, DateTime, Integer, LargeBinary, Table

from disclosure_desk.faults import Fault
from disclosure_desk.records.base import ExactDecimal
from disclosure_desk.storage.file_connections import errors
from disclosure_desk.storage.tables import office_tables

_AT_ONCE = 500
Check = Callable[[Any], bool]


def must_have_no_strangers(connection: sqlite3.Connection, name: str) -> None:
    """Raises Fault for a file with triggers or views: this program makes none.

    They would run, or be read, as if they were its own.
    """
    added = "SELECT name FROM sqlite_master WHERE type IN ('trigger', 'view') LIMIT 1"
    if found := connection.execute(added).fetchone():
        words = f"里有别的程序加进去的触发器或者视图“{found[0]}”，没有恢复，请换一个备份。"
        raise Fault(f"{name}{words}")


def unreadable_in(connection: sqlite3.Connection, *, missing: bool = True) -> Iterator[str]:
    """The places of the newest version's tables that hold what they cannot, or are `missing`."""
    for table in office_tables():
        told = connection.execute(f'PRAGMA table_info("{table.name}")').fetchall()
        gone = {column.name for column in table.columns} - {row[1] for row in told}
        if gone and missing:
            yield f"{table.name}：没有{'、'.join(sorted(gone))}"
        elif not gone:
            yield from _unreadable_columns(connection, table)


def _unreadable_columns(connection: sqlite3.Connection, table: Table) -> Iterator[str]:
    columns = list(table.columns)
    checks = [_check_of(column) for column in columns]
    wrong: set[int] = set()
    named = ", ".join(f'"{column.name}"' for column in columns)
    try:
        rows = connection.execute(f'SELECT {named} FROM "{table.name}"')
        while some := rows.fetchmany(_AT_ONCE):
            for place, values in enumerate(zip(*some, strict=True)):
                # Most values of a column repeat: each is looked at once.
                if place not in wrong and not all(map(checks[place], set(values))):
                    wrong.add(place)
    except errors("OperationalError") as error:  # a text of broken characters
        if "UTF-8" not in str(error):
            raise
        yield f"{table.name}：有不能识别的字符"
    yield from (f"{table.name}.{columns[place].name}" for place in sorted(wrong))


def _check_of(column: Column[Any]) -> Check:
    """Whether a value can be read as what the column is declared for."""
    kind = next((check for type_, check in _CHECKS if isinstance(column.type, type_)), _is_text)
    # A key that counts up is never empty, whatever is declared.
    may_be_empty = bool(column.nullable)
    return lambda value: may_be_empty if value is None else kind(value)


def _is_day(value: Any) -> bool:
    with suppress(ValueError, TypeError):
        return len(value) == 10 and bool(date.fromisoformat(value))
    return False


def _is_time(value: Any) -> bool:
    with suppress(ValueError, TypeError):
        return bool(datetime.fromisoformat(value))
    return False


def _is_amount(value: Any) -> bool:
    with suppress(InvalidOperation, ValueError):
        return not isinstance(value, bytes) and Decimal(str(value)).is_finite()
    return False


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


_CHECKS: tuple[tuple[type, Check], ...] = (
    (Boolean, lambda value: value in (0, 1)),
    (Integer, lambda value: isinstance(value, int)),
    (DateTime, _is_time),
    (Date, _is_day),
    (ExactDecimal, _is_amount),
    (LargeBinary, lambda value: isinstance(value, bytes)),
)
