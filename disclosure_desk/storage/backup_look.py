"""A look into a backup before it is put back: what is in it, and what would be lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Engine, text

from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import KIND_LABELS, MODELS
from disclosure_desk.records.finding import Finding
from disclosure_desk.storage.database import engine_of, url_of
from disclosure_desk.storage.looking import condition_of, looking, must_be_usable, told_of
from disclosure_desk.storage.plain_faults import is_file, told_plainly

_REGISTERS = {
    KIND_LABELS[kind]: model.__tablename__ for kind, model in MODELS.items() if kind != "office"
}


class LastLine(NamedTuple):
    """The newest line of a journal; the time is UTC, as journals keep it."""

    number: int
    recorded_at: datetime
    actor: str
    step: str


@dataclass(frozen=True, slots=True)
class Content:
    """What an office file or a backup holds: records by register, and where its journal ends."""

    unit: str
    revision: str
    records: dict[str, int]
    lines: int
    last: LastLine | None


@dataclass(frozen=True, slots=True)
class Look:
    """What a backup holds beside the file that it would take the place of.

    `office` is None where there is none yet, or one that is damaged or of another version.
    `lost` are the records of each register that lie in the office only, `changed` those of both
    on which the office's journal has lines that the backup's has not, `returning` those that
    were removed since.
    """

    backup: Content
    office: Content | None = None
    lost: dict[str, int] = field(default_factory=dict)
    changed: dict[str, int] = field(default_factory=dict)
    returning: dict[str, int] = field(default_factory=dict)
    lost_lines: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def loses_nothing(self) -> bool:
        """Whether the backup has all that the office has."""
        return not (self.lost or self.changed or self.returning or self.lost_lines)


def look_into(backup: Path, place: str | Path | None = None) -> Look:
    """Look into a backup, and hold it against the office at `place`; nothing is written.

    Every page of the backup is read. Raises Fault for one that could not be put back.
    """
    backup = backup.expanduser().absolute()
    with told_of(backup), looking(backup) as kept:
        found = condition_of(kept)
        must_be_usable(backup, found, what="备份", instead="请换一个备份")
        content = _content(kept, found.unit, found.revision)
        if place is None:
            return Look(content)
        with _office(place) as office:
            return Look(content) if office is None else _compared(content, kept, office, backup)


def _compared(content: Content, kept: sqlite3.Connection, office: "_Asked", backup: Path) -> Look:
    beyond = content.last.number if content.last else 0
    lost, changed, returning = dict[str, int](), dict[str, int](), dict[str, int]()
    for label, table in _REGISTERS.items():
        there, here = _keys(office, table), _keys(kept, table)
        touched = _touched(office, table, beyond) & here
        told = ((lost, there - here), (changed, touched), (returning, here - there))
        for counts, keys in told:
            if keys:
                counts[label] = len(keys)
    lines = int(_one(office, f"SELECT count(*) FROM journal WHERE id > {beyond:d}"))
    findings = tuple(_differing(kept, office, backup))
    now = _content(office, *_named(office))
    return Look(content, now, lost, changed, returning, lines, findings)


def journal_differences(backup: Path, place: str | Path) -> list[Finding]:
    """V14: what tells that the office's journal was written anew since the backup was made.

    Raises Fault for a backup that cannot be read, Refusal for one without seals.
    """
    backup = backup.expanduser().absolute()
    with told_of(backup), looking(backup) as kept:
        must_be_usable(backup, condition_of(kept), what="备份", instead="请换一个备份")
        if not _has_seals(kept):
            raise Refusal(f"备份“{backup}”由较旧版本建立，它的日志没有封存值，不能比较，请换一个。")
        with _office(place) as office:
            return [] if office is None else list(_differing(kept, office, backup))


# ---------------------------------------------------------------------------- the two of them


class _OnServer:
    """An office on a server, asked with the few words that SQLite knows too."""

    def __init__(self, engine: Engine) -> None:
        self._connection = engine.connect()
        self._connection.execution_options(isolation_level="REPEATABLE READ")

    def execute(self, statement: str) -> Iterator[tuple[object, ...]]:
        """The rows, fetched at once: who stops early must leave no cursor open there."""
        return iter([tuple(row) for row in self._connection.execute(text(statement))])

    def close(self) -> None:
        self._connection.close()


_Asked = sqlite3.Connection | _OnServer


@contextmanager
def _office(place: str | Path) -> Iterator[_Asked | None]:
    """The office as it is now; None where there is none, or none of this version."""
    url = url_of(place)
    if not is_file(url):
        engine = engine_of(url)
        try:
            with told_plainly(url):
                server = _OnServer(engine)
                try:
                    names = "SELECT tablename FROM pg_tables WHERE tablename = 'journal_seal'"
                    yield server if list(server.execute(names)) else None
                finally:
                    server.close()
        finally:
            engine.dispose()
        return
    path = Path(url.database or "")
    if not path.is_file() or path.stat().st_size == 0:
        yield None
        return
    with told_of(path), looking(path) as office:
        yield office if condition_of(office).kind == "sound" else None


def _content(asked: _Asked, unit: str, revision: str) -> Content:
    records = {
        label: int(_one(asked, f"SELECT count(*) FROM {table}"))
        for label, table in _REGISTERS.items()
    }
    lines = int(_one(asked, "SELECT count(*) FROM journal"))
    newest = list(
        asked.execute("SELECT id, recorded_at, actor, step FROM journal ORDER BY id DESC LIMIT 1")
    )
    last = None
    if newest:
        number, recorded_at, actor, step = newest[0]
        moment = datetime.fromisoformat(str(recorded_at))
        last = LastLine(int(str(number)), moment, str(actor), str(step))
    return Content(unit, revision, records, lines, last)


def _named(asked: _Asked) -> tuple[str, str]:
    units = list(asked.execute("SELECT name FROM office"))
    revision = _one(asked, "SELECT version_num FROM alembic_version")
    return (str(units[0][0]) if units else ""), str(revision)


def _one(asked: _Asked, statement: str) -> str:
    return str(next(iter(asked.execute(statement)))[0])


def _keys(asked: _Asked, table: str) -> set[object]:
    return {key for (key,) in asked.execute(f"SELECT id FROM {table}")}


def _touched(asked: _Asked, table: str, beyond: int) -> set[object]:
    """The records of a register that are still there and have lines behind this one.

    A step of a request is told of the request.
    """
    of_records = (
        f"SELECT record_id FROM journal WHERE id > {beyond:d} AND kind = '{table}'"
        f" AND record_id IN (SELECT id FROM {table})"
    )
    touched = {key for (key,) in asked.execute(of_records)}
    if table == "request":
        of_steps = (
            "SELECT request_id FROM journal JOIN request_event ON request_event.id"
            " BETWEEN record_id AND COALESCE(last_id, record_id)"
            f" WHERE journal.id > {beyond:d} AND journal.kind = 'request_event'"
        )
        touched |= {key for (key,) in asked.execute(of_steps)}
    return touched


# ---------------------------------------------------------------------------- seals


def _has_seals(asked: sqlite3.Connection) -> bool:
    names = "SELECT 1 FROM sqlite_master WHERE name = 'journal_seal'"
    return asked.execute(names).fetchone() is not None


def _differing(kept: sqlite3.Connection, office: _Asked, backup: Path) -> Iterator[Finding]:
    """What the seals of the lines that both should have tell."""
    if not _has_seals(kept) or (not isinstance(office, _OnServer) and not _has_seals(office)):
        return
    statement = "SELECT line, seal FROM journal_seal ORDER BY line"
    now = iter(office.execute(statement))
    last = 0
    for line, seal in kept.execute(statement):
        here = next(now, None)
        if here is None:
            told = f"日志只到第{last}行，备份“{backup.name}”里还有后面的：末尾的日志被删去过"
            yield _finding(told)
            return
        if here != (line, seal):
            told = f"日志第{line}行的封存值与备份“{backup.name}”里的不同：备份以后日志被改写过"
            yield _finding(told)
            return
        last = line


def _finding(told: str) -> Finding:
    words = f"{told}，或者恢复过更早的备份，请核对。"
    return Finding("V14", "error", words)
