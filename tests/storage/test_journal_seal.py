"""Two hundred tamperings with the journal, each found; and what leaves its seals whole."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, create_engine, event, select, text

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.undo import undo
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.journal import JournalEntry, journal_seal
from disclosure_desk.storage import schema
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.verify import verify
from disclosure_desk.storage.verify_journal import journal_findings
from tests.offices import RandomOffice
from tests.storage.test_migrations import founded_at

CLERK = Actor("林知夏", "二楼电脑")
ITEM = {"title": "公告", "made_on": date(2024, 5, 6)}
TAMPERINGS = 200


def work(database: Database) -> None:
    """Lines of all sorts: of one record and of many, changes, removals, a step taken back."""
    with database.writing(CLERK) as session:
        begin_step(session, "导入台账")
        for kind, cards in RandomOffice(7).cards(requests=120, publications=120).items():
            enrol(session, kind, cards)
    for number in range(12):
        with database.writing(CLERK) as session:
            card = {**ITEM, "number": f"A{number}"}
            key = add_record(session, "publication", card).record_id
        with database.writing(CLERK) as session:
            change_record(session, "publication", key, {**card, "title": "通告"})
            if number % 3 == 0:
                remove_record(session, "publication", key, "登记错了")
    with database.writing(CLERK) as session:
        undo(session, today=date(2024, 9, 1))


@pytest.fixture(scope="module")
def office(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sealed") / "office.db"
    path.write_bytes(founded_file.read_bytes())
    database = open_database(path)
    work(database)
    database.close()
    return path


@pytest.fixture(scope="module")
def connection(office: Path) -> Iterator[Connection]:
    engine = create_engine(f"sqlite:///{office}")
    event.listen(engine, "connect", lambda one, _record: setattr(one, "isolation_level", None))
    event.listen(engine, "begin", lambda one: one.exec_driver_sql("BEGIN"))
    with engine.connect() as one:
        yield one
    engine.dispose()


class Tampering:
    """One hand in the tables past the program; tells which lines should be named, if any."""

    def __init__(self, connection: Connection, seed: int) -> None:
        self.connection = connection
        self.chance = random.Random(seed)
        self.lines = self.column("SELECT id FROM journal ORDER BY id")
        self.line = self.chance.choice(self.lines[2:-2])

    def column(self, statement: str) -> list[Any]:
        return list(self.connection.exec_driver_sql(statement).scalars())

    def run(self, statement: str, *values: object) -> None:
        done = self.connection.exec_driver_sql(statement, values)
        assert done.rowcount != 0, statement

    def field_changed(self) -> list[int]:
        name, value = self.chance.choice(
            [
                ("recorded_at", "2024-02-03 04:05:06.000000"),
                ("actor", "周砚清"),
                ("computer", "别的电脑"),
                ("step", "修改"),
                ("kind", "dispute"),
                ("record_id", 4711),
                ("last_id", 4712),
                ("before", '{"title": "别的"}'),
                ("after", '{"title": "别的"}'),
            ]
        )
        self.run(f"UPDATE journal SET {name} = ? WHERE id = ?", value, self.line)
        return [self.line]

    def letter_changed(self) -> list[int]:
        words = "substr(after, 1, length(after) - 3) || '7' || substr(after, length(after) - 1)"
        lines = self.column("SELECT id FROM journal WHERE after IS NOT NULL")
        line = self.chance.choice(lines)
        self.run(f"UPDATE journal SET after = {words} WHERE id = ?", line)
        return [line]

    def removed(self) -> list[int]:
        self.run("DELETE FROM journal WHERE id = ?", self.line)
        return [self.line]

    def removed_with_its_seal(self) -> list[int]:
        self.removed()
        self.run("DELETE FROM journal_seal WHERE line = ?", self.line)
        return [self.lines[self.lines.index(self.line) + 1]]

    def removed_and_closed_up(self) -> list[int]:
        """All lines behind move up by one, their seals and the end with them."""
        self.removed_with_its_seal()
        for table, key in (("journal", "id"), ("journal_seal", "line"), ("journal_end", "line")):
            self.run(f"UPDATE {table} SET {key} = -{key} WHERE {key} > ?", self.line)
            self.run(f"UPDATE {table} SET {key} = -{key} - 1 WHERE {key} < 0")
        return [self.line]

    def swapped(self) -> list[int]:
        other = self.chance.choice([one for one in self.lines if one != self.line])
        self._exchange("journal", "id", self.line, other)
        return sorted([self.line, other])

    def swapped_with_their_seals(self) -> list[int]:
        other = self.lines[self.lines.index(self.line) + 1]
        self._exchange("journal", "id", self.line, other)
        self._exchange("journal_seal", "line", self.line, other)
        return [self.line, other]

    def _exchange(self, table: str, key: str, one: int, other: int) -> None:
        for old, new in ((one, -1), (other, one), (-1, other)):
            self.run(f"UPDATE {table} SET {key} = ? WHERE {key} = ?", new, old)

    def duplicated(self) -> list[int]:
        last = self.lines[-1] + 1
        self._copy(last)
        return [last]

    def duplicated_with_a_seal(self) -> list[int]:
        last = self.lines[-1] + 1
        self._copy(last)
        self.run("INSERT INTO journal_seal SELECT ?, seal FROM journal_seal WHERE line = ?",
                 last, self.line)  # fmt: skip
        return [last]

    def _copy(self, place: int) -> None:
        names = [column.name for column in JournalEntry.__table__.columns if column.name != "id"]
        told = ", ".join(names)
        self.run(f"INSERT INTO journal (id, {told}) SELECT ?, {told} FROM journal WHERE id = ?",
                 place, self.line)  # fmt: skip

    def tail_cut_off(self) -> list[int]:
        """The last lines with their seals, and the changes they belonged to."""
        first = self.lines[-self.chance.randint(1, 5)]
        self.run("DELETE FROM journal WHERE id >= ?", first)
        self.run("DELETE FROM journal_seal WHERE line >= ?", first)
        self.connection.exec_driver_sql(
            "DELETE FROM journal_change WHERE first_line >= ?", (first,)
        )
        return []

    def seal_changed(self) -> list[int]:
        self.run("UPDATE journal_seal SET seal = replace(seal, substr(seal, 1, 2), 'zz')"
                 " WHERE line = ?", self.line)  # fmt: skip
        return [self.line]

    def seal_removed(self) -> list[int]:
        self.run("DELETE FROM journal_seal WHERE line = ?", self.line)
        return [self.line]

    def end_changed(self) -> list[int]:
        self.run(self.chance.choice([
            "DELETE FROM journal_end",
            "UPDATE journal_end SET line = line - 1",
            "UPDATE journal_end SET seal = 'x'",
            "INSERT INTO journal_end SELECT line - 1, seal FROM journal_end",
        ]))  # fmt: skip
        return []

    def change_removed(self) -> list[int]:
        first = self.chance.choice(self.column("SELECT first_line FROM journal_change"))
        self.run("DELETE FROM journal_change WHERE first_line = ?", first)
        return [first]

    def change_changed(self) -> list[int]:
        heads = self.column("SELECT first_line FROM journal_change ORDER BY 1")
        place = self.chance.randrange(1, len(heads))
        told = (heads[place - 1], heads[place])
        self.run("UPDATE journal_change SET undoes = ? WHERE first_line = ?", *told)
        return [heads[place]]

    def change_slipped_in(self) -> list[int]:
        heads = self.column("SELECT first_line FROM journal_change")
        line = self.chance.choice([one for one in self.lines if one not in heads])
        self.run("INSERT INTO journal_change (first_line) VALUES (?)", line)
        return [line]


WAYS = [
    *(way for name, way in vars(Tampering).items() if not name.startswith("_")
      and name not in ("column", "run")),
]  # fmt: skip


def found(connection: Connection) -> list[Finding]:
    return [one for one in journal_findings(connection) if one.rule == "V11"]


def test_the_journal_of_a_busy_office_fits_its_seals(connection: Connection) -> None:
    with connection.begin() as transaction:
        assert list(journal_findings(connection)) == []
        lines = connection.exec_driver_sql("SELECT count(*) FROM journal").scalar_one()
        assert connection.exec_driver_sql("SELECT count(*) FROM journal_seal").scalar() == lines
        transaction.rollback()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_whoever_lays_hand_on_the_journal_is_found(
    connection: Connection, way: Callable[[Tampering], list[int]]
) -> None:
    for seed in range(-(-TAMPERINGS // len(WAYS))):
        with connection.begin() as transaction:
            named = way(Tampering(connection, seed))
            findings = found(connection)
            transaction.rollback()
        assert findings, seed
        words = "".join(one.message for one in findings)
        assert all(str(line) in words for line in named), (seed, named, words)
        assert {one.severity for one in findings} == {"error"}


def test_an_end_that_was_cut_off_is_missed_after_work_went_on(office: Path, tmp_path: Path) -> None:
    cut = tmp_path / "office.db"
    cut.write_bytes(office.read_bytes())
    raw = sqlite3.connect(cut)
    last = raw.execute("SELECT max(id) FROM journal").fetchone()[0]
    for table, key in (("journal", "id"), ("journal_seal", "line")):
        raw.execute(f"DELETE FROM {table} WHERE {key} >= ?", (last,))
    raw.execute("DELETE FROM journal_change WHERE first_line >= ?", (last,))
    raw.commit()
    raw.close()
    database = open_database(cut)
    with database.writing(CLERK) as session:
        add_record(session, "publication", {**ITEM, "number": "A99"})
    database.close()
    findings = [one for one in verify(cut).findings if one.rule == "V11"]
    assert f"日志编号{last}）" in "".join(one.message for one in findings)


def test_a_line_slipped_in_stays_without_a_seal_when_work_goes_on(
    office: Path, tmp_path: Path
) -> None:
    path = tmp_path / "office.db"
    path.write_bytes(office.read_bytes())
    raw = sqlite3.connect(path)
    raw.execute(
        "INSERT INTO journal (recorded_at, actor, computer, step, kind, record_id, after)"
        " VALUES ('2024-05-06 08:00:00.000000', 'x', 'x', 'x', 'export', 0, '{}')"
    )
    raw.commit()
    line = raw.execute("SELECT max(id) FROM journal").fetchone()[0]
    raw.close()
    database = open_database(path)
    with database.writing(CLERK) as session:
        add_record(session, "publication", {**ITEM, "number": "A99"})
    database.close()
    (finding,) = [one for one in verify(path).findings if one.rule == "V11"]
    assert finding.message.startswith(f"有1条日志没有封存（日志编号{line}）")


def test_what_is_rolled_back_leaves_the_seals_whole(registers: Database) -> None:
    work(registers)
    with suppress(ZeroDivisionError), registers.writing(CLERK) as session:
        add_record(session, "publication", {**ITEM, "number": "B1"})
        session.flush()
        raise ZeroDivisionError
    with registers.writing(CLERK) as session:
        with session.begin_nested():
            add_record(session, "publication", {**ITEM, "number": "B2"})
        with suppress(ZeroDivisionError), session.begin_nested():
            add_record(session, "publication", {**ITEM, "number": "B3"})
            session.flush()
            raise ZeroDivisionError
        add_record(session, "publication", {**ITEM, "number": "B4"})
    assert verify(registers.url.render_as_string(hide_password=False)).findings == []


def test_lines_of_before_are_sealed_by_the_migration(
    office_place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    founded_at(office_place, "0009", monkeypatch)
    database = open_database(office_place)
    try:
        with database.engine.connect() as connection:
            lines = connection.execute(select(JournalEntry.id)).scalars().all()
            sealed = connection.execute(select(journal_seal.columns.line)).scalars().all()
            assert sorted(sealed) == sorted(lines) != []
            assert found(connection) == []
            connection.execute(text("UPDATE journal SET actor = '别人' WHERE id = 2"))
            (finding,) = found(connection)
            assert "日志编号2" in finding.message
            connection.rollback()
        with database.engine.connect() as connection:
            version = connection.execute(text("SELECT version_num FROM alembic_version"))
            assert version.scalar() == schema.HEAD
    finally:
        database.close()
