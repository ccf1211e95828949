"""Full-text search over the registers by pairs of characters and by first letters of pinyin.

Chinese has no blanks between words, and most words have two characters: every run of letters
and characters is cut into overlapping pairs, each run's last character stands alone as well.
A query is cut in the same way; so any part of a word is found, two characters suffice.

There are too few letters for pairs of them to tell anything: first letters are kept by threes,
the last two of a run with a 0 (zjj, jj0 of 住建局). Letters of a query are looked for as they
are written and as first letters.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise, product
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
from disclosure_desk.rules.pinyin import is_spelling, letter_table, simplified
from disclosure_desk.storage.prepared import Prepared

SEARCHED: dict[str, tuple[str, ...]] = {
    Publication.__tablename__: ("number", "title", "index_number", "document_number", "note"),
    Request.__tablename__: ("number", "applicant_name", "content", "note"),
    Dispute.__tablename__: ("number", "request_number", "note"),
}
_RUN = re.compile(r"\w+")
_SPOKEN = re.compile(r"[a-z〇\u4e00-\u9fff]{2,}")
_WRITTEN = re.compile(r"[〇\u4e00-\u9fff]")
_SPELT = 3
_BETWEEN = "\0"  # between two texts: no blank, which folding takes away, and no part of a word
# Fills up what is short at the end of a run: no three letters are taken for these.
_END = "0"


def grams(texts: Iterable[str | None]) -> str:
    """The pairs and first letters under which these texts are found, separated by blanks."""
    words = simplified(folded(_BETWEEN.join(filter(None, texts))))
    found: list[str] = []
    for run in _RUN.findall(words):
        found.extend(map("".join, pairwise(run)))
        found.append(run[-1])
    alone, _ = letter_table()
    letters = words.translate(alone)  # one for one
    for run in _SPOKEN.finditer(words):
        if _WRITTEN.search(run.group()):
            found.extend(_spelt(letters[run.start() : run.end()]))
    return " ".join(found)


def _spelt(letters: str) -> list[str]:
    """The first letters of a run by threes, and those of its end; every reading of each."""
    _, several = letter_table()
    letters += _END
    ends = [letters[place : place + _SPELT] for place in range(len(letters) - 2)]
    if several.keys().isdisjoint(letters):
        return ends
    found = []
    for end in ends:
        if several.keys().isdisjoint(end):
            found.append(end)
        else:
            found += ["".join(one) for one in product(*(several.get(c, c) for c in end))]
    return found


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


def catch_up(
    session: Session, names: Iterable[str] = tuple(SEARCHED), *, most: int | None = None
) -> int:
    """Index records that were inserted in bulk, at most so many; tells how many it were.

    Cheap when there are none.
    """
    connection = session.connection()
    number = 0
    for name in names:
        table = Base.metadata.tables[name]
        index = (
            f"search_{name}_content" if connection.dialect.name == "sqlite" else f"search_{name}"
        )
        missing = text(f"NOT EXISTS (SELECT 1 FROM {index} AS i WHERE i.id = {name}.id)")
        columns = [table.columns[field] for field in SEARCHED[name]]
        asked = select(table.columns["id"], *columns).where(missing)
        if most is not None:
            asked = asked.limit(most - number)
        found = connection.execute(asked).all()
        insert = _insert(connection.dialect.name, name)
        for row in found:
            insert.run(connection, {"id": row[0], "grams": grams(row[1:])})
        number += len(found)
    return number


def found_by(connection: Connection, table: str, query: str) -> ColumnElement[bool] | None:
    """The condition on a register's id that a query sets; None when the query is empty."""
    told = simplified(query)
    runs = [run for word in told.split() for run in _RUN.findall(folded(word))]
    if not runs:
        return None
    if connection.dialect.name == "sqlite":
        matches: Select[Any] = select(literal_column("rowid")).select_from(text(f"search_{table}"))
        terms = " AND ".join(_asked(run, _Signs('"{}"', '"{}"*', " AND ", " OR ")) for run in runs)
        condition = text(f"search_{table} MATCH :terms").bindparams(terms=terms)
    else:
        matches = select(literal_column("id")).select_from(text(f"search_{table}"))
        terms = " & ".join(_asked(run, _Signs("'{}'", "'{}':*", " & ", " | ")) for run in runs)
        condition = text("grams @@ CAST(:terms AS tsquery)").bindparams(terms=terms)
    return literal_column(f"{table}.id").in_(matches.where(condition))


@dataclass(frozen=True, slots=True)
class _Signs:
    """How a kind of database writes a word, the beginning of one, and both and either."""

    word: str
    beginning: str
    both: str
    either: str


def _asked(run: str, signs: _Signs) -> str:
    """What a run of a query must be found as: written so, or with these first letters."""
    pairs = list(map("".join, pairwise(run)))
    if not pairs:
        return signs.beginning.format(run)
    written = signs.both.join(signs.word.format(pair) for pair in pairs)
    if not is_spelling(run):
        return f"({written})"
    if len(run) < _SPELT:
        spelt = signs.beginning.format(run)
    else:
        threes = (run[place : place + _SPELT] for place in range(len(run) - _SPELT + 1))
        spelt = signs.both.join(signs.word.format(three) for three in threes)
    return f"(({written}){signs.either}({spelt}))"


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
