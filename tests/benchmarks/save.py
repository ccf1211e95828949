"""One durable save, journal and search index included, beside raw durable inserts."""

import sqlite3
from collections.abc import Callable
from datetime import date
from itertools import count
from pathlib import Path

from disclosure_desk.commands.registers import add_record
from disclosure_desk.exchange.founding import found
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from tests.benchmarks.measure import in_turn

ROUNDS = 400
_CONTENT = "关于高新技术企业认定补助资金分配方案和专家评审意见的文件"
_number = count()


def _card() -> Card:
    return {
        "number": f"2024-{next(_number):06d}",
        "received_on": date(2024, 5, 6),
        "received_via": "letter",
        "applicant_kind": "natural",
        "applicant_name": "申请人",
        "content": _CONTENT,
        "note": "备注",
    }


def _raw_saver(path: Path, table: str) -> Callable[[], None]:
    """Inserts one row into `table` by plain sqlite3, each in a durable transaction."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    names = list(_card())
    if table == "plain":
        connection.execute(f"CREATE TABLE plain (id INTEGER PRIMARY KEY, {', '.join(names)})")
    places = ", ".join("?" * len(names))
    insert = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({places})"

    def save() -> None:
        values = [str(value) for value in _card().values()]
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(insert, values)
        connection.execute("COMMIT")

    return save


def run(folder: Path) -> None:
    """Print a save beside an insert into a bare table, and into the register's own table."""
    found(str(folder / "office.db"), "示例县科学技术局")
    database = open_database(folder / "office.db")
    actor = Actor("填报人", "本机")

    def save() -> None:
        with database.writing(actor) as session:
            add_record(session, "request", _card())

    bare = _raw_saver(folder / "bare.db", "plain")
    print("a bare table:         ", in_turn(save, bare, ROUNDS))
    register = _raw_saver(folder / "office.db", "request")
    print("the register's table: ", in_turn(save, register, ROUNDS))
    database.close()
