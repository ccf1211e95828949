"""The rows of a register in some order, fetched by key range: never all, never by OFFSET."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Select,
    Table,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
)
from sqlalchemy.orm import Session

from disclosure_desk.records.base import ExactDecimal
from disclosure_desk.records.cards import FIELDS, MODELS, Card
from disclosure_desk.records.office import Department
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.search import SEARCHED, found_by

_DEPARTMENTS: Any = Department.__table__


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records of a register are shown, and in which order."""

    kind: str
    sort: str
    descending: bool = False
    year: int | None = None
    query: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A record of the register: its id, what it is sorted by, and the fields asked for."""

    id: int
    key: Any = field(repr=False)
    card: Card = field(repr=False)


class RowSource:
    """Counts, pages and positions of the records that are wanted.

    Records without a value in the sorted field come last, whichever way they are sorted; ties
    are broken by order of entry.
    """

    def __init__(self, database: Database, wanted: Wanted, fields: Sequence[str]) -> None:
        self.wanted = wanted
        self._database = database
        self._table: Table = MODELS[wanted.kind].metadata.tables[MODELS[wanted.kind].__tablename__]
        self._fields = tuple(fields)
        self._sort = _sort_value(wanted.kind, self._table, wanted.sort)

    def with_wanted(self, wanted: Wanted) -> "RowSource":
        """The same register, asked anew."""
        return RowSource(self._database, wanted, self._fields)

    def count(self) -> int:
        """How many records there are."""
        with self._database.reading() as session:
            return session.execute(self._counting(session)).scalar_one()

    def first(self, size: int) -> list[Row]:
        """The first rows."""
        with self._database.reading() as session:
            return self._from_segments(session, (_FILLED, _EMPTY), size, forward=True)

    def last(self, size: int) -> list[Row]:
        """The last rows, in order."""
        with self._database.reading() as session:
            rows = self._from_segments(session, (_EMPTY, _FILLED), size, forward=False)
        return rows[::-1]

    def after(self, row: Row, size: int) -> list[Row]:
        """The rows that follow a row."""
        with self._database.reading() as session:
            return self._beyond(session, row, size, forward=True)

    def before(self, row: Row, size: int) -> list[Row]:
        """The rows ahead of a row, in order."""
        with self._database.reading() as session:
            return self._beyond(session, row, size, forward=False)[::-1]

    def starts(self, size: int) -> list[Row]:
        """The first row of every page, without its card: one pass over the keys."""
        place = func.row_number().over(order_by=self._order(forward=True)).label("place")
        with self._database.reading() as session:
            keys = self._chosen(
                session, select(self._table.c.id, self._sort.label("key"), place)
            ).subquery()
            statement = select(keys.c.id, keys.c.key).where((keys.c.place - 1) % size == 0)
            found = session.execute(statement.order_by(keys.c.place))
            return [Row(id_, key, {}) for id_, key in found]

    def from_row(self, row: Row, size: int) -> list[Row]:
        """A row and those that follow it."""
        with self._database.reading() as session:
            return self._beyond(session, row, size, forward=True, itself=True)

    def position(self, record_id: int) -> int | None:
        """The place of a record, the first being 0; None when it is not among those wanted."""
        with self._database.reading() as session:
            asked = self._chosen(session, select(self._sort))
            keys = session.execute(asked.where(self._table.c.id == record_id)).all()
            if not keys:
                return None
            row = Row(record_id, keys[0][0], {})
            own = _EMPTY if row.key is None else _FILLED
            ahead = and_(own(self._sort), self._past(row, forward=False, itself=False))
            if row.key is None:
                ahead = or_(ahead, _FILLED(self._sort))
            return session.execute(self._counting(session).where(ahead)).scalar_one()

    def _counting(self, session: Session) -> Select[int]:
        return self._chosen(session, select(func.count()).select_from(self._table))

    def _chosen(self, session: Session, statement: Select[Any]) -> Select[Any]:
        wanted = self.wanted
        if wanted.year is not None:
            statement = statement.where(in_year(wanted.kind, wanted.year))
        condition = _matching(session, wanted.kind, self._table, wanted.query)
        return statement if condition is None else statement.where(condition)

    def _beyond(
        self, session: Session, row: Row, size: int, *, forward: bool, itself: bool = False
    ) -> list[Row]:
        own, other = (_EMPTY, _FILLED) if row.key is None else (_FILLED, _EMPTY)
        past = self._past(row, forward=forward, itself=itself)
        rows = self._fetch(session, and_(own(self._sort), past), size, forward=forward)
        # Filled rows stand ahead of empty ones: only one way leads over the border.
        if len(rows) < size and forward == (other is _EMPTY):
            rest = size - len(rows)
            rows += self._fetch(session, other(self._sort), rest, forward=forward)
        return rows

    def _from_segments(
        self, session: Session, segments: "Sequence[_Segment]", size: int, *, forward: bool
    ) -> list[Row]:
        rows: list[Row] = []
        for segment in segments:
            if len(rows) < size:
                rest = size - len(rows)
                rows += self._fetch(session, segment(self._sort), rest, forward=forward)
        return rows

    def _past(self, row: Row, *, forward: bool, itself: bool) -> ColumnElement[bool]:
        """The condition on rows of the same segment beyond a row, written to use an index."""
        id_ = self._table.c.id
        upwards = forward != self.wanted.descending
        beyond: ColumnElement[bool] = id_ > row.id if upwards else id_ < row.id
        if itself:
            beyond = or_(beyond, id_ == row.id)
        if row.key is None:
            return beyond
        key = literal(row.key, self._sort.type)  # bound as such: true and false compare too
        if upwards:
            return and_(self._sort >= key, or_(self._sort > key, beyond))
        return and_(self._sort <= key, or_(self._sort < key, beyond))

    def _order(self, *, forward: bool) -> list[ColumnElement[Any]]:
        upwards = forward != self.wanted.descending
        order = [self._sort, self._table.c.id]
        directed = [one.asc() if upwards else one.desc() for one in order]
        return [_EMPTY(self._sort), *directed]

    def _fetch(
        self, session: Session, where: ColumnElement[bool], size: int, *, forward: bool
    ) -> list[Row]:
        columns = [_stored(self._table, name) for name in self._fields]
        statement = self._chosen(session, select(self._table.c.id, self._sort, *columns))
        # Within a segment: no NULLs, so that an index can give the order.
        order = self._order(forward=forward)[1:]
        found = session.execute(statement.where(where).order_by(*order).limit(size))
        return [Row(line[0], line[1], _card(self._fields, line[2:])) for line in found]


_Segment = Callable[[ColumnElement[Any]], ColumnElement[bool]]


def _FILLED(sort: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: N802  # one of two constants
    return sort.is_not(null())


def _EMPTY(sort: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: N802
    return sort.is_(null())


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


def _matching(session: Session, kind: str, table: Table, query: str) -> ColumnElement[bool] | None:
    if table.name in SEARCHED:
        return found_by(session.connection(), table.name, query)
    words = query.split()
    if not words:
        return None
    return and_(*(_mentions(kind, table, word) for word in words))


def _mentions(kind: str, table: Table, word: str) -> ColumnElement[bool]:
    """Registers without an index are small: their labels, texts and departments are compared."""
    conditions: list[ColumnElement[bool]] = []
    for name, one in FIELDS[kind].items():
        if one.choices is not None:
            slugs = [term.slug for term in one.choices if word in term.label]
            conditions.append(table.c[name].in_(slugs))
        elif one.type is str and not one.personal:
            conditions.append(_stored(table, name).contains(word, autoescape=True))
    return or_(*conditions)


def _stored(table: Table, name: str) -> ColumnElement[Any]:
    if name != "department":
        return table.c[name]
    return (
        select(_DEPARTMENTS.c.name)
        .where(_DEPARTMENTS.c.id == table.c.department_id)
        .scalar_subquery()
    )


def _sort_value(kind: str, table: Table, name: str) -> ColumnElement[Any]:
    """What a field is sorted by: choices in their official order, exact decimals by size."""
    one = FIELDS[kind][name]
    column = _stored(table, name)
    if one.choices is not None:
        places = {slug: literal(place) for place, slug in enumerate(one.choices.slugs)}
        return case(places, value=column)
    if isinstance(column.type, ExactDecimal) and one.type is Decimal:
        return cast(column, Float)
    return column


def _card(fields: Sequence[str], values: Sequence[Any]) -> Card:
    pairs = zip(fields, values, strict=True)
    return {name: value for name, value in pairs if value not in (None, (), "")}
