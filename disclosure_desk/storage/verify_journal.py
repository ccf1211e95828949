"""Holds the journal against the registers: each record entered, each line readable."""

import hashlib
import json
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, LargeBinary, Table, Text, cast, select

from disclosure_desk.records.finding import Finding, Severity
from disclosure_desk.records.journal import JournalEntry, journal_change, journal_seal
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.storage.journal_reader import KINDS
from disclosure_desk.storage.journal_seal import SEALED
from disclosure_desk.storage.tables import office_tables
from disclosure_desk.storage.verify_seals import Seals, some

_JOURNAL: Table = JournalEntry.metadata.tables[JournalEntry.__tablename__]
_LINES_AT_ONCE = 1_000
_FILES_AT_ONCE = 20
_MOST_NAMED = 10
# The clocks of two computers never agree to the second.
_CLOCKS_APART = timedelta(minutes=5)


@dataclass(slots=True)
class _Reading:
    """What the lines tell, in their order: which records there are, and what is wrong."""

    alive: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    unreadable: list[int] = field(default_factory=list)
    never_entered: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    entered_twice: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    earlier_than_before: list[int] = field(default_factory=list)
    after_a_gap: list[int] = field(default_factory=list)
    last_id: int = 0
    latest: datetime = datetime.min  # noqa: DTZ901  # UTC, as the journal keeps it

    def take(self, line: Any) -> None:
        if line.id != self.last_id + 1:
            self.after_a_gap.append(line.id)
        self.last_id = line.id
        try:
            entered = self._told(line)
        except (ValueError, TypeError, KeyError, IndexError):
            self.unreadable.append(line.id)
            return
        if entered:
            again = self.alive[line.kind] & entered
            self.entered_twice[line.kind] += sorted(again)
            self.alive[line.kind] |= entered
        elif line.before is not None:
            if line.record_id not in self.alive[line.kind]:
                self.never_entered[line.kind].append(line.record_id)
            if line.after is None:
                self.alive[line.kind].discard(line.record_id)

    def _told(self, line: Any) -> set[int]:
        """The keys of the records that a line enters. Raises ValueError for an odd line."""
        recorded_at = datetime.fromisoformat(line.recorded_at)
        if recorded_at + _CLOCKS_APART < self.latest:
            self.earlier_than_before.append(line.id)
        self.latest = max(self.latest, recorded_at)
        before, after = (_object(text) for text in (line.before, line.after))
        if before is None and after is None:
            raise ValueError("a line that tells nothing")
        if line.last_id is None:
            return {line.record_id} if before is None else set()
        keys = [row[0] for row in after["rows"]] if after else []
        if after is None or after["columns"][0] != "id":
            raise ValueError("a line of many without its records")
        if keys != list(range(line.record_id, line.last_id + 1)):
            raise ValueError("a line of many with other records than it says")
        return set(keys)


def _object(text: str | None) -> dict[str, Any] | None:
    told = None if text is None else json.loads(text)
    if told is not None and not isinstance(told, dict):
        raise ValueError("no object")
    return told


def journal_findings(connection: Connection) -> Iterator[Finding]:
    """V6 to V9 and V11: what the journal and the registers do not agree on."""
    columns = [_JOURNAL.columns[name] for name in SEALED if name not in _TEXTS]
    texts = [cast(_JOURNAL.columns[name], Text).label(name) for name in _TEXTS]
    seal = cast(journal_seal.columns.seal, Text).label("seal")
    statement = select(*columns, *texts, seal).order_by(_JOURNAL.columns.id)
    statement = statement.outerjoin_from(
        _JOURNAL, journal_seal, journal_seal.columns.line == _JOURNAL.columns.id
    )
    reading, seals = _Reading(), Seals(connection)
    for line in connection.execute(statement, execution_options={"yield_per": _LINES_AT_ONCE}):
        reading.take(line)
        seals.take(line)
    for table in office_tables():
        if "id" in table.columns and table is not _JOURNAL:
            yield from _of_register(connection, table, reading)
    yield from _of_lines(reading, gaps_tell=connection.dialect.name == "sqlite")
    yield from _of_changes(connection)
    yield from seals.findings()


_TEXTS = ("recorded_at", "before", "after")


def _of_register(connection: Connection, table: Table, reading: _Reading) -> Iterator[Finding]:
    kind, label = table.name, KINDS.get(table.name, table.name)
    present = set(connection.execute(select(table.columns.id)).scalars())
    entered = reading.alive[kind]
    if unknown := sorted(present - entered):
        told = f"“{label}”有{len(unknown)}条记录在日志里没有登记（内部编号{some(unknown)}），"
        numbers = _numbers(connection, table, unknown)
        words = told + "可能是绕过本程序加入的，请核对。"
        yield Finding("V6", "error", words, records=numbers)
    if lost := sorted(entered - present):
        told = f"“{label}”有{len(lost)}条记录日志里登记过，现在没有了，也没有删除的日志"
        yield Finding("V7", "error", f"{told}（内部编号{some(lost)}），请用备份核对。")
    if early := sorted(set(reading.never_entered[kind])):
        told = f"“{label}”有{len(early)}条记录的改动日志之前没有登记的日志"
        yield Finding("V7", "error", f"{told}（内部编号{some(early)}），可能有日志被删去或调换。")
    if twice := sorted(set(reading.entered_twice[kind])):
        told = f"“{label}”有{len(twice)}条记录在日志里登记过两次"
        yield Finding("V7", "error", f"{told}（内部编号{some(twice)}），可能有日志被删去或调换。")


def _of_lines(reading: _Reading, *, gaps_tell: bool) -> Iterator[Finding]:
    """What is wrong with lines themselves; on a server a step taken back leaves a gap too."""
    found: list[tuple[str, Severity, list[int], str]] = [
        ("V8", "error", reading.unreadable, "条日志读不出来，内容可能被改过或已损坏，请用备份核对"),
        ("V9", "warning", reading.earlier_than_before,
         "条日志的时间早于前一条，可能调过电脑时间，或日志被改过，请核对"),
        ("V9", "hint", reading.after_a_gap if gaps_tell else [],
         "处日志编号不连续，可能有日志被删去；从服务器导出的文件这样是正常的"),
    ]  # fmt: skip
    for rule, severity, lines, words in found:
        if lines:
            told = f"有{len(lines)}{words}（日志编号{some(lines)}）。"
            yield Finding(rule, severity, told)


def _of_changes(connection: Connection) -> Iterator[Finding]:
    """Steps that take back a change which the journal does not have before them."""
    known: set[int] = set()
    astray = []
    for first_line, undoes in connection.execute(
        select(journal_change).order_by(journal_change.columns.first_line)
    ):
        if undoes is not None and undoes not in known:
            astray.append(first_line)
        known.add(first_line)
    if astray:
        told = f"有{len(astray)}次撤销或重做找不到它所针对的操作（日志编号{some(astray)}），"
        yield Finding("V8", "error", told + "日志可能被改过或已损坏，请用备份核对。")


def kept_file_findings(connection: Connection) -> Iterator[Finding]:
    """V10: files kept beside a record that are missing, or not those that were kept."""
    for beside in office_tables():
        kept = beside.columns.get("content")
        if kept is not None and isinstance(kept.type, LargeBinary):
            for link in beside.foreign_keys:
                yield from _kept_of(connection, link.column.table, beside)


def _kept_of(connection: Connection, owner: Table, beside: Table) -> Iterator[Finding]:
    label = KINDS.get(owner.name, owner.name)
    columns = (owner.columns.id, owner.columns.sha256, beside.columns.content)
    statement = select(*columns).outerjoin_from(owner, beside).order_by(owner.columns.id)
    if owner.name == Letter.__tablename__:  # cleared with the data of the applicant
        statement = statement.join(Request).where(Request.anonymised_on.is_(None))
    keys: dict[str, list[int]] = defaultdict(list)
    for key, digest, content in connection.execute(
        statement, execution_options={"yield_per": _FILES_AT_ONCE}
    ):
        if content is None:
            problem = "没有保存的原件"
        elif digest not in _digests(content):
            problem = "与保存时的原件不一样"
        else:
            continue
        keys[problem].append(key)
    for problem, found in keys.items():
        told = f"“{label}”有{len(found)}份{problem}（内部编号{some(found)}），请用备份恢复。"
        yield Finding("V10", "error", told, records=_numbers(connection, owner, found))


def _digests(content: bytes) -> Iterator[str]:
    """The hash of a kept file, then of what it holds: a signed year is kept compressed."""
    yield hashlib.sha256(content).hexdigest()
    with suppress(zlib.error):
        yield hashlib.sha256(zlib.decompress(content)).hexdigest()


def _numbers(connection: Connection, table: Table, keys: Iterable[int]) -> tuple[str, ...]:
    """The numbers of the first of these records, where records of the kind have one."""
    if "number" not in table.columns:
        return ()
    named = select(table.columns.number).where(table.columns.id.in_(list(keys)[:_MOST_NAMED]))
    return tuple(str(one) for one in connection.execute(named).scalars() if one)
