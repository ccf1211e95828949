"""Conditions on the rows of a register: a year, typed words, certain records."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Table,
    and_,
    column,
    func,
    or_,
    select,
    values,
)

from disclosure_desk.records.cards import FIELDS, MODELS
from disclosure_desk.rules.personal_marks import bare_number
from disclosure_desk.rules.pinyin import matches
from disclosure_desk.storage.register_columns import stored
from disclosure_desk.storage.search import SEARCHED, found_by


def in_year(kind: str, year: int) -> ColumnElement[bool]:
    """The records at work in a year: made or published, open or finished, dated in it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    column: Any = MODELS[kind].metadata.tables[MODELS[kind].__tablename__].c
    if kind == "publication":
        return or_(column.made_on.between(first, last), column.published_on.between(first, last))
    if kind == "request":
        return and_(
            column.received_on <= last,
            or_(column.finished_on.is_(None), column.finished_on >= first),
        )
    if kind == "dispute":
        return and_(
            column.accepted_on <= last,
            or_(column.concluded_on.is_(None), column.concluded_on >= first),
        )
    return and_(column.dated_on >= first, column.dated_on <= last)


def matching(
    connection: Connection, kind: str, table: Table, query: str
) -> ColumnElement[bool] | None:
    """The condition that typed words set on a register; None where there are none."""
    if table.name in SEARCHED:
        found = found_by(connection, table.name, query)
        number = bare_number(query)
        told = list(_numbered_so(kind, table, number)) if number else []
        return or_(found, *told) if found is not None and told else found
    words = query.split()
    if not words:
        return None
    return and_(*(_mentions(kind, table, word) for word in words))


def _numbered_so(kind: str, table: Table, number: str) -> Iterator[ColumnElement[bool]]:
    """Whether a personal field holds this number: found by who knows it, never shown."""
    for name, one in FIELDS[kind].items():
        if one.personal:
            bare = func.replace(func.replace(table.c[name], "-", ""), " ", "")
            yield func.upper(bare) == number


def _mentions(kind: str, table: Table, word: str) -> ColumnElement[bool]:
    """Registers without an index are small: their labels, texts and departments are compared."""
    conditions: list[ColumnElement[bool]] = []
    for name, one in FIELDS[kind].items():
        if one.choices is not None:
            slugs = [term.slug for term in one.choices if matches(word, term.label)]
            conditions.append(table.c[name].in_(slugs))
        elif one.type is str and not one.personal:
            conditions.append(stored(kind, name).contains(word, autoescape=True))
    return or_(*conditions)


def among(id_: ColumnElement[int], ids: Collection[int]) -> ColumnElement[bool]:
    """The records of these ids, however many: they are part of the statement's text."""
    listed = values(column("id", Integer), literal_binds=True).data(
        [(one,) for one in ids] or [(0,)]
    )
    return id_.in_(select(listed.cte("among").c.id))
