"""Full-text search over the registers by pairs of characters.

Chinese has no blanks between words, and most words have two characters: every run of letters
and characters is cut into overlapping pairs, each run's last character stands alone as well.
A query is cut in the same way; so any part of a word is found, two characters suffice.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    event,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Session, UOWTransaction

from disclosure_desk.records.base import Base
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.records.wording import folded
from disclosure_desk.storage.prepared import Prepared

SEARCHED: dict[str, tuple[str, ...]] = {
    Publication.__tablename__: ("number", "title", "index_number", "document_number", "note"),
    Request.__tablename__: ("number", "applicant_name", "content", "note"),
    Dispute.__tablename__: ("number", "request_number", "note"),
}
_RUN = re.compile(r"\w+")


def grams(texts: Iterable[str | None]) -> str:
    """The pairs of characters under which these texts are found, separated by blanks."""
    found: list[str] = []
    for run in _RUN.findall(" ".join(folded(words) for words in texts if words)):
        found.extend(map("".join, pairwise(run)))
        found.append(run[-1])
    return " ".join(found)


def watch(sessions: type[Session]) -> None:
    """Keep the index in step with whatever these sessions flush."""
    event.listen(sessions, "after_flush", _index_changes)


def index_cards(
    connection: Connection, table: str, ids: Iterable[int], cards: Iterable[Mapping[str, object]]
) -> None:
    """Index new records by what their cards say."""
    insert = _insert(connection.dialect.name, table)
    for id_, card in zip(ids, cards, strict=True):
        words = grams(str(card[name]) for name in SEARCHED[table] if name in card)
        insert.run(connection, {"id": id_, "grams": words})


def catch_up(session: Session, names: Iterable[str] = tuple(SEARCHED)) -> int:
    """Index records that were inserted in bulk; tells how many. Cheap when there are none."""
    connection = session.connection()
    number = 0
    for name in names:
        table = Base.metadata.tables[name]
        index = (
            f"search_{name}_content" if connection.dialect.name == "sqlite" else f"search_{name}"
        )
        missing = text(f"NOT EXISTS (SELECT 1 FROM {index} AS i WHERE i.id = {name}.id)")
        columns = [table.columns[field] for field in SEARCHED[name]]
        found = connection.execute(select(table.columns["id"], *columns).where(missing)).all()
        insert = _insert(connection.dialect.name, name)
        for row in found:
            insert.run(connection, {"id": row[0], "grams": grams(row[1:])})
        number += len(found)
    return number


def found_by(connection: Connection, table: str, query: str) -> ColumnElement[bool] | None:
    """The condition on a register's id that a query sets; None when the query is empty."""
    runs = [run for word in query.split() for run in _RUN.findall(folded(word))]
    pairs = [pair for run in runs for pair in map("".join, pairwise(run))]
    singles = [run for run in runs if len(run) == 1]
    if not runs:
        return None
    if connection.dialect.name == "sqlite":
        terms = [f'"{pair}"' for pair in pairs] + [f'"{single}"*' for single in singles]
        matches: Select[Any] = select(literal_column("rowid")).select_from(text(f"search_{table}"))
        condition = text(f"search_{table} MATCH :terms").bindparams(terms=" AND ".join(terms))
    else:
        terms = [f"'{pair}'" for pair in pairs] + [f"'{single}':*" for single in singles]
        matches = select(literal_column("id")).select_from(text(f"search_{table}"))
        condition = text("grams @@ CAST(:terms AS tsquery)").bindparams(terms=" & ".join(terms))
    return literal_column(f"{table}.id").in_(matches.where(condition))


def _index_changes(session: Session, _context: UOWTransaction) -> None:
    connection = session.connection()
    for record in session.deleted:
        if record.__tablename__ in SEARCHED:
            _remove(connection, record)
    for record in session.dirty:
        if record.__tablename__ in SEARCHED and session.is_modified(record):
            _remove(connection, record)
            _add(connection, record)
    for record in session.new:
        if record.__tablename__ in SEARCHED:
            _add(connection, record)


def _add(connection: Connection, record: Base) -> None:
    table = record.__tablename__
    words = grams(getattr(record, name) for name in SEARCHED[table])
    _insert(connection.dialect.name, table).run(
        connection,
        {"id": record.id, "grams": words},
    )


def _remove(connection: Connection, record: Base) -> None:
    table = record.__tablename__
    key = "rowid" if connection.dialect.name == "sqlite" else "id"
    connection.execute(
        text(f"DELETE FROM search_{table} WHERE {key} = :id"),
        {"id": record.id},
    )


@cache
def _insert(dialect: str, table: str) -> Prepared:
    if dialect == "sqlite":
        return Prepared(text(f"INSERT INTO search_{table} (rowid, grams) VALUES (:id, :grams)"))
    words = "array_to_tsvector(string_to_array(:grams, ' '))"
    return Prepared(text(f"INSERT INTO search_{table} (id, grams) VALUES (:id, {words})"))
