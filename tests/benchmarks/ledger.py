"""Import of 100,000 rows, beside reading them with calamine and inserting by plain sqlite3."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from disclosure_desk.exchange.founding import found
from disclosure_desk.exchange.read_ledger import import_ledger
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.search import catch_up
from tests.benchmarks.measure import own_peak_mib, seconds
from tests.offices import RandomOffice, write_workbook

REQUESTS = ITEMS = 50_000
ROUNDS = 3
_TABLES = ("publication", "request", "request_event", "dispute", "indicator_entry")


def run(folder: Path) -> None:
    """Print the ratio to flat tables without an index, and to the registers' own tables."""
    cards = RandomOffice(1).cards(requests=REQUESTS, publications=ITEMS, disputes=10, entries=300)
    book = write_workbook(folder / "ledger.xlsx", cards)
    del cards
    for round_ in range(ROUNDS):
        office = folder / f"office{round_}.db"
        found(str(office), "示例县科学技术局")
        database = open_database(office)
        actor = Actor("填报人", "本机")
        ours = seconds(lambda: import_ledger(database, book, actor))  # noqa: B023  # called now
        rows = _stored(office)
        flat = seconds(lambda: _flat(book, folder / f"flat{round_}.db"))  # noqa: B023
        same = folder / f"same{round_}.db"
        found(str(same), "示例县科学技术局")
        registers = seconds(lambda: _same(book, same, rows))  # noqa: B023
        print(
            f"import {ours:5.2f} s ({(REQUESTS + ITEMS) / ours:.0f} rows/s);"
            f" flat tables {flat:5.2f} s, ratio {ours / flat:.2f};"
            f" the same tables {registers:5.2f} s, ratio {ours / registers:.2f}"
        )
    with database.writing(actor) as session:
        indexing = seconds(lambda: catch_up(session))
    database.close()
    print(f"search index caught up afterwards: {indexing:.2f} s; peak {own_peak_mib():.0f} MiB")


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _sheets(book: Path) -> dict[str, list[list[object]]]:
    workbook = CalamineWorkbook.from_path(str(book))
    return {
        name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for name in workbook.sheet_names
    }


def _durable(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def _flat(book: Path, path: Path) -> None:
    """A table a sheet, as it stands there, unchecked and without an index."""
    connection = _durable(path)
    for name, (headings, *rows) in _sheets(book).items():
        columns = ", ".join(f'"{heading}"' for heading in headings)
        connection.execute(f'CREATE TABLE "{name}" ({columns})')
        places = ", ".join("?" * len(headings))
        connection.executemany(
            f'INSERT INTO "{name}" VALUES ({places})',
            [[_plain(cell) for cell in row] for row in rows],
        )
    connection.commit()
    connection.close()


def _stored(path: Path) -> Mapping[str, tuple[list[str], Sequence[Sequence[object]]]]:
    """What the import stored, ready to be inserted again."""
    connection = sqlite3.connect(path)
    found_rows = {}
    for table in _TABLES:
        cursor = connection.execute(f"SELECT * FROM {table}")
        found_rows[table] = [column[0] for column in cursor.description], cursor.fetchall()
    connection.close()
    return found_rows


def _same(
    book: Path, path: Path, stored: Mapping[str, tuple[list[str], Sequence[Sequence[object]]]]
) -> None:
    """The registers' own tables with their indexes; the work of sorting cells is not counted."""
    for rows in _sheets(book).values():
        for row in rows:
            for cell in row:
                _plain(cell)
    connection = _durable(path)
    for table, (columns, rows) in stored.items():
        places = ", ".join("?" * len(columns))
        connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})", rows
        )
    connection.commit()
    connection.close()
