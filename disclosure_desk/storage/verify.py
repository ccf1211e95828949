"""Looks through an office's database: the file itself, its schema, and its journal.

V0 the file is damaged, V2 of another program, V3 of another version; V4 schema; V5 links;
V6 records without a line, V7 lines without their records, V8 lines that cannot be read,
V9 order of the lines; V10 files kept beside a record; V11 lines that do not fit their seals;
V12 lines of which a person was cleared, V13 values of another sort. V14, lines that are not those
of a backup, is found by backup_look.py; V15 a damaged search index.
Nothing is written.
"""

import sqlite3
import warnings
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import URL, Connection, create_engine, inspect, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from disclosure_desk.records.base import Base
from disclosure_desk.records.finding import Finding, Severity
from disclosure_desk.records.number_order import ORDER_INDEXES
from disclosure_desk.storage.backup import copy_pages
from disclosure_desk.storage.database import engine_of, url_of
from disclosure_desk.storage.file_connections import driver_of, key_behind
from disclosure_desk.storage.journal_reader import KINDS
from disclosure_desk.storage.looking import Condition, condition_of, looking, rows_of, told_of
from disclosure_desk.storage.plain_faults import is_file, told_plainly
from disclosure_desk.storage.portable import file_engine
from disclosure_desk.storage.readable import unreadable_in
from disclosure_desk.storage.schema import HEAD, KNOWN_REVISIONS, migrate
from disclosure_desk.storage.search import SEARCHED
from disclosure_desk.storage.tables import office_tables
from disclosure_desk.storage.verify_journal import journal_findings, kept_file_findings
from disclosure_desk.storage.verify_search import search_findings

_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Examined:
    """What a look through a database found, and how many rows each table holds."""

    unit: str
    revision: str
    findings: list[Finding]
    rows: dict[str, int] = field(default_factory=dict)


def verify(place: str | Path) -> Examined:
    """Look through all of a database, also one that somebody has open or that is read-only.

    Raises Fault where there is nothing to look through.
    """
    url = url_of(place)
    if not is_file(url):
        return _server(url)
    path = Path(url.database or "")
    with told_of(path), looking(path) as office:
        found = condition_of(office)
        findings = _file_findings(str(path), found)
        if not found.is_usable:
            return Examined(found.unit, found.revision, findings)
        rows = rows_of(office)
        findings += _link_findings(office)
        findings += search_findings(office)
        if found.kind == "sound":
            findings += _unreadable_findings(office)
        with _at_newest_version(path, office, found) as connection:
            findings += _inner_findings(connection)
    return Examined(found.unit, found.revision, findings, rows)


def _server(url: URL) -> Examined:
    engine = engine_of(url)
    try:
        with told_plainly(url), engine.connect() as connection:
            connection.execution_options(isolation_level="REPEATABLE READ")
            found = _on_server(connection)
            findings = _file_findings(str(url.database), found)
            if found.kind == "sound":
                findings += _inner_findings(connection)
    finally:
        engine.dispose()
    return Examined(found.unit, found.revision, findings)


def _on_server(connection: Connection) -> Condition:
    if not {"alembic_version", "office", "journal"} <= set(inspect(connection).get_table_names()):
        return Condition("foreign")
    revision = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar())
    unit = connection.execute(text("SELECT name FROM office")).scalar() or ""
    if revision not in KNOWN_REVISIONS:
        return Condition("newer", revision, unit)
    return Condition("sound" if revision == HEAD else "older", revision, unit)


# ---------------------------------------------------------------------------- the file


def _file_findings(name: str, found: Condition) -> list[Finding]:
    """V0, V2 and V3."""
    details = "；".join(found.damages[:_MOST_NAMED])
    told: dict[str, tuple[str, Severity, str]] = {
        "empty": ("V0", "error", "是空文件，数据已损坏，请用备份恢复。"),
        "damaged": (
            "V0", "error",
            f"不是信息公开工作台的数据库，或者已经损坏，请用备份恢复（“{details}”）。"),
        "foreign": ("V2", "error", "是别的程序的数据库，请另选文件。"),
        "newer": ("V3", "error", "由更新版本的程序建立，请先升级本程序。"),
        "older": ("V3", "hint", "由较旧版本的程序建立，用桌面打开时会先备份再升级。"),
    }  # fmt: skip
    if found.kind not in told:
        return []
    rule, severity, words = told[found.kind]
    return [Finding(rule, severity, f"“{name}”{words}")]


def _link_findings(office: sqlite3.Connection) -> Iterator[Finding]:
    """V5: what points to a record that is not there; a server takes none in."""
    links = Counter((row[0], row[2]) for row in office.execute("PRAGMA foreign_key_check"))
    for (table, pointed_at), number in links.items():
        told = f"“{_label(table)}”有{number}条指向不存在的“{_label(pointed_at)}”，请用备份恢复。"
        yield Finding("V5", "error", told)


@contextmanager
def _at_newest_version(
    path: Path, office: sqlite3.Connection, found: Condition
) -> Iterator[Connection]:
    """The office as this program would have it: an older one in a copy brought up to date."""
    if found.kind == "sound":
        # One connection, in the one look that it is; SQLAlchemy must not begin another.
        engine = create_engine(
            "sqlite://",
            creator=lambda: office,
            module=driver_of(key_behind(office)),
            poolclass=StaticPool,
        )
        with engine.connect() as connection:
            yield connection
        return
    with TemporaryDirectory(prefix="ddsk-") as folder:
        copy = Path(folder) / "office.db"
        copy_pages(office, copy, source=path)
        with file_engine(copy) as engine:
            migrate(engine)
            with engine.connect() as connection:
                yield connection


# ---------------------------------------------------------------------------- inside


def _unreadable_findings(office: sqlite3.Connection) -> Iterator[Finding]:
    """V13: values that are none of what their columns are for."""
    for place in islice(unreadable_in(office, missing=False), _MOST_NAMED):
        yield Finding("V13", "error", f"“{place}”里有读不出的内容，请用备份恢复。")


def _inner_findings(connection: Connection) -> list[Finding]:
    schema = list(_schema_findings(connection))
    if schema:  # the journal is read by the columns that it should have
        return schema
    try:
        return [*journal_findings(connection), *kept_file_findings(connection)]
    except DBAPIError as error:
        return [
            Finding("V8", "error", f"日志读不完，内容已经损坏，请用备份恢复（“{error.orig}”）。")
        ]


def _schema_findings(connection: Connection) -> Iterator[Finding]:
    """V4: where tables, columns and indexes are not those of the models."""
    # Alembic costs more time to import than most calls take.
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    tables = {table.name: table for table in office_tables()}

    def is_ours(name: str | None, kind: str, _parents: object) -> bool:
        return kind != "table" or name in tables

    options = {
        "include_name": is_ours,
        "include_object": is_read_back,
        "compare_type": True,
    }
    context = MigrationContext.configure(connection, opts=options)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that an index of an expression cannot be read back
        differences = list(_flat(compare_metadata(context, Base.metadata)))
    for difference in differences:
        yield Finding("V4", "error", f"{_told(difference)}，与本程序的不一致，请用备份恢复。")
    for name in sorted(ORDER_INDEXES - _index_names(connection)):
        yield Finding("V4", "error", f"缺少索引“{name}”，与本程序的不一致，请用备份恢复。")
    there = set(inspect(connection).get_table_names())
    for missing in sorted({f"search_{name}" for name in SEARCHED} - there):
        yield Finding("V4", "error", f"缺少检索用的数据表“{missing}”，请用备份恢复。")
    if connection.dialect.name == "sqlite":
        alien = text("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'view')")
        for kind, name in connection.execute(alien):
            words = f"数据库里有本程序没有的“{kind} {name}”，可能被别的程序改过，请用备份核对。"
            yield Finding("V4", "error", words)


def is_read_back(
    _item: object, name: str | None, kind: str, _reflected: bool, _compared: object
) -> bool:
    """Whether a database tells what a part of it was made of; of indexes of numbers none does."""
    return kind != "index" or name not in ORDER_INDEXES


def _index_names(connection: Connection) -> set[str]:
    asked = "SELECT name FROM sqlite_master WHERE type = 'index'"
    if connection.dialect.name != "sqlite":
        asked = "SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"
    return set(connection.scalars(text(asked)))


def _flat(differences: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    for one in differences:
        if isinstance(one, list):
            yield from one
        else:
            yield one


def _told(difference: tuple[Any, ...]) -> str:
    """A difference as Alembic puts it, («add_index», Index), in words."""
    what, *parts = difference
    if what.startswith("modify_"):
        return f"数据表“{parts[1]}”的字段“{parts[2]}”"
    action = "缺少" if what.startswith("add_") else "多出"
    thing = parts[-1]
    if what.endswith("_table"):
        return f"{action}数据表“{thing.name}”"
    table = parts[1] if what.endswith("_column") else thing.table.name
    sort = {"column": "字段", "index": "索引"}.get(what.split("_")[1], "约束")
    return f"数据表“{table}”{action}{sort}“{thing.name}”"


def _label(table: str) -> str:
    return KINDS.get(table, table)
