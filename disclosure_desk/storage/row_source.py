"""The rows of a register in some order, fetched by key range: never all, never by OFFSET."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain
from typing import Any, Protocol

from sqlalchemy import (
    ColumnElement,
    Connection,
    Integer,
    Select,
    String,
    Table,
    and_,
    bindparam,
    cast,
    column,
    func,
    literal,
    or_,
    select,
    values,
)
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import Card
from disclosure_desk.storage.compiled import CompiledQuery
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.filters import DUE, Filter, condition_of
from disclosure_desk.storage.key_order import EMPTY, FILLED, KeyOrder, Segment
from disclosure_desk.storage.readings import Readings
from disclosure_desk.storage.register_columns import (
    is_date,
    register_table,
    sort_value,
    stored,
)
from disclosure_desk.storage.row_conditions import among, in_year, matching

# What the clock tells of a request, beside the fields of its card.
DUE_ON, WORKDAYS_LEFT = "due_on", "workdays_left"
CLOCK_FIELDS = (DUE_ON, WORKDAYS_LEFT)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which records of a register are shown, and in which order."""

    kind: str
    sort: str
    descending: bool = False
    year: int | None = None
    query: str = ""
    filters: tuple[Filter, ...] = ()


class Clocks(Protocol):
    """Tells what only the calendar knows: when open requests fall due."""

    def told(self, session: Session, ids: Collection[int]) -> dict[int, Card]:
        """Due date and working days left of those among these that are open."""

    def due_days(self, session: Session) -> dict[int, date]:
        """The last day of every open request whose clock runs."""

    def states(self, session: Session) -> dict[int, frozenset[str]]:
        """How pressing each open request is, as `Filter` names it; one may be several."""


@dataclass(frozen=True, slots=True)
class Group:
    """Records that have the same in one field: the value as `Filter` writes it, and how many."""

    value: str | None
    count: int


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

    def __init__(
        self,
        database: Database,
        wanted: Wanted,
        fields: Sequence[str],
        clocks: Clocks | None = None,
    ) -> None:
        self.wanted = wanted
        self.fields = tuple(fields)
        self._database = database
        self._readings = Readings(database)
        self._table: Table = register_table(wanted.kind)
        self._stored = tuple(name for name in self.fields if name not in CLOCK_FIELDS)
        self._shows_clock = clocks is not None and len(self._stored) < len(self.fields)
        self._clocks = clocks
        self._days: dict[int, date] | None = None
        self._states: dict[int, frozenset[str]] | None = None
        self._compiled: dict[tuple[bool, bool, str], CompiledQuery] = {}
        # When requests fall due is learned from the clock, with the first answer.
        sorted_by_clock = wanted.sort in CLOCK_FIELDS
        self._sort_by(literal(None) if sorted_by_clock else sort_value(wanted.kind, wanted.sort))

    def _sort_by(self, key: ColumnElement[Any]) -> None:
        self._order = KeyOrder(key, self._table.c.id, descending=self.wanted.descending)

    def with_wanted(self, wanted: Wanted, fields: Sequence[str] | None = None) -> "RowSource":
        """The same register, asked anew."""
        names = self.fields if fields is None else fields
        return RowSource(self._database, wanted, names, self._clocks)

    def stop(self) -> None:
        """Break off what is being asked, from another thread; it ends with a Fault."""
        self._readings.stop()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._readings.reading() as connection:
            self._learn_days(connection)
            yield connection

    def _learn_days(self, connection: Connection) -> None:
        """When open requests fall due, once for as long as this source is asked."""
        if self._clocks is None:
            return
        if self.wanted.sort in CLOCK_FIELDS and self._days is None:
            self._days = self._clocks.due_days(Session(connection))
            # As text: a date written into a statement is none to every kind of database.
            days = values(column("id", Integer), column("day", String), literal_binds=True)
            told = [(id_, day.isoformat()) for id_, day in self._days.items()]
            known = days.data(told or [(0, "")]).cte("days")
            self._sort_by(known.c.day)
            self._known_days = known
        if self._states is None and any(one.field == DUE for one in self.wanted.filters):
            self._states = self._clocks.states(Session(connection))

    def count(self) -> int:
        """How many records there are."""
        with self._reading() as connection:
            return connection.execute(self._counting(connection)).scalar_one()

    def total(self, name: str) -> Decimal:
        """A field of exact decimals added up; 0 where there are no records."""
        amount = stored(self.wanted.kind, name)
        with self._reading() as connection:
            asked = self._chosen(connection, select(amount, func.count())).group_by(amount)
            return sum((value * number for value, number in connection.execute(asked)), Decimal(0))

    def groups(self, name: str, length: int = 10) -> list[Group]:
        """How many records have which value in a field, the empty group first.

        Days are cut to their first characters: 4 for years, 7 for months. Of several words in
        a field each is a group of its own, so that a record may stand in more than one.
        """
        with self._reading() as connection:
            if name == DUE:
                return self._due_groups(connection)
            value = stored(self.wanted.kind, name)
            if is_date(self.wanted.kind, name):
                value = func.substr(cast(value, String), 1, length)
            counted = select(value.label("value"), func.count()).select_from(self._table)
            grouped = self._chosen(connection, counted)
            found: dict[str | None, int] = {}
            for one, number in connection.execute(grouped.group_by("value")):
                for word in _words(one):
                    found[word] = found.get(word, 0) + number
        order = sorted(found, key=lambda word: (word is not None, word or ""))
        return [Group(word, found[word]) for word in order]

    def _due_groups(self, connection: Connection) -> list[Group]:
        if self._clocks is None:
            return []
        states = self._clocks.states(Session(connection))
        asked = self._chosen(connection, select(self._table.c.id))
        ids = connection.scalars(asked.where(among(self._table.c.id, states)))
        found: dict[str | None, int] = {}
        for state in chain.from_iterable(states[id_] for id_ in ids):
            found[state] = found.get(state, 0) + 1
        return [Group(state, number) for state, number in found.items()]

    def first(self, size: int) -> list[Row]:
        """The first rows."""
        with self._reading() as connection:
            return self._from_segments(connection, (FILLED, EMPTY), size, forward=True)

    def last(self, size: int) -> list[Row]:
        """The last rows, in order."""
        with self._reading() as connection:
            rows = self._from_segments(connection, (EMPTY, FILLED), size, forward=False)
        return rows[::-1]

    def after(self, row: Row, size: int) -> list[Row]:
        """The rows that follow a row."""
        with self._reading() as connection:
            return self._beyond(connection, row, size, forward=True)

    def before(self, row: Row, size: int) -> list[Row]:
        """The rows ahead of a row, in order."""
        with self._reading() as connection:
            return self._beyond(connection, row, size, forward=False)[::-1]

    def starts(self, size: int) -> list[Row]:
        """The first row of every page, without its card: one pass over the keys."""
        found: list[Row] = []
        ahead = 0
        with self._reading() as connection:
            for segment in (FILLED, EMPTY):
                # Each segment by itself: without NULLs an index gives the order.
                number = self._counting(connection).where(segment(self._order.key))
                counted = connection.execute(number).scalar_one()
                order = self._order.within(segment, forward=True)
                place = func.row_number().over(order_by=order).label("place")
                asked = self._chosen(
                    connection, select(self._table.c.id, self._order.key.label("key"), place)
                )
                keys = asked.where(segment(self._order.key)).subquery()
                starts = select(keys.c.id, keys.c.key).where((keys.c.place - 1 + ahead) % size == 0)
                rows = connection.execute(starts.order_by(keys.c.place)) if counted else ()
                found += [Row(id_, key, {}) for id_, key in rows]
                ahead += counted
        return found

    def from_row(self, row: Row, size: int) -> list[Row]:
        """A row and those that follow it."""
        with self._reading() as connection:
            return self._beyond(connection, row, size, forward=True, itself=True)

    def rows_at(self, place: int, size: int) -> list[Row]:
        """Rows from a place on, found by counting: slow far down, for a few chosen rows only."""
        with self._reading() as connection:
            columns = [stored(self.wanted.kind, name) for name in self._stored]
            asked = self._chosen(connection, select(self._table.c.id, self._order.key, *columns))
            ordered = asked.order_by(*self._order.whole(forward=True)).offset(place).limit(size)
            return self._rows(connection, connection.execute(ordered).all())

    def ids(self, most: int) -> list[int]:
        """The ids of all that are wanted, in no order, at most so many."""
        with self._reading() as connection:
            return list(
                connection.scalars(self._chosen(connection, select(self._table.c.id)).limit(most))
            )

    def position(self, record_id: int) -> int | None:
        """The place of a record, the first being 0; None when it is not among those wanted."""
        found = self.place_of(record_id)
        return None if found is None else found[0]

    def place_of(self, record_id: int) -> tuple[int, Row] | None:
        """The place of a record, and the record as a row from which others can be asked for."""
        with self._reading() as connection:
            asked = self._chosen(connection, select(self._order.key))
            keys = connection.execute(asked.where(self._table.c.id == record_id)).all()
            if not keys:
                return None
            row = Row(record_id, keys[0][0], {})
            own = EMPTY if row.key is None else FILLED
            past = self._order.past(own, forward=False, itself=False)
            ahead = and_(own(self._order.key), past)
            if own is EMPTY:
                ahead = or_(ahead, FILLED(self._order.key))
            counted = self._counting(connection).where(ahead)
            told = {"row_id": row.id, "row_key": row.key}
            return connection.execute(counted, told).scalar_one(), row

    def _counting(self, connection: Connection) -> Select[int]:
        return self._chosen(connection, select(func.count()).select_from(self._table))

    def _chosen(self, connection: Connection, statement: Select[Any]) -> Select[Any]:
        wanted = self.wanted
        if wanted.sort in CLOCK_FIELDS and self._days is not None:
            joined = self._table.outerjoin(
                self._known_days, self._known_days.c.id == self._table.c.id
            )
            statement = statement.select_from(joined)
        if wanted.year is not None:
            statement = statement.where(in_year(wanted.kind, wanted.year))
        for one in wanted.filters:
            statement = statement.where(self._condition(one))
        condition = matching(connection, wanted.kind, self._table, wanted.query)
        return statement if condition is None else statement.where(condition)

    def _condition(self, one: Filter) -> ColumnElement[bool]:
        if one.field != DUE:
            return condition_of(self.wanted.kind, one)
        states = self._states or {}
        ids = [id_ for id_, due in states.items() if not due.isdisjoint(one.values)]
        return among(self._table.c.id, ids)

    def _beyond(
        self, connection: Connection, row: Row, size: int, *, forward: bool, itself: bool = False
    ) -> list[Row]:
        own = EMPTY if row.key is None else FILLED
        beyond = "with" if itself else "after"
        rows = self._fetch(connection, own, size, forward=forward, beyond=beyond, row=row)
        # Filled rows stand ahead of empty ones: only one way leads over the border.
        if len(rows) < size and forward == (own is FILLED):
            other = EMPTY if own is FILLED else FILLED
            rows += self._fetch(connection, other, size - len(rows), forward=forward)
        return rows

    def _from_segments(
        self, connection: Connection, segments: Sequence[Segment], size: int, *, forward: bool
    ) -> list[Row]:
        rows: list[Row] = []
        for segment in segments:
            if len(rows) < size:
                rows += self._fetch(connection, segment, size - len(rows), forward=forward)
        return rows

    def _fetch(
        self,
        connection: Connection,
        segment: Segment,
        size: int,
        *,
        forward: bool,
        beyond: str = "",
        row: Row | None = None,
    ) -> list[Row]:
        """Rows of a segment from its end, or beyond a row of it; each way compiled once."""
        way = (segment is EMPTY, forward, beyond)
        if way not in self._compiled:
            where = segment(self._order.key)
            if beyond:
                past = self._order.past(segment, forward=forward, itself=beyond == "with")
                where = and_(where, past)
            columns = [stored(self.wanted.kind, name) for name in self._stored]
            asked = self._chosen(connection, select(self._table.c.id, self._order.key, *columns))
            ordered = asked.where(where).order_by(*self._order.within(segment, forward=forward))
            limited = ordered.limit(bindparam("size", None, type_=Integer))
            self._compiled[way] = CompiledQuery(connection, limited)
        values: dict[str, object] = {"size": size}
        if row is not None:
            values |= {"row_id": row.id, "row_key": row.key}
        return self._rows(connection, self._compiled[way].rows(connection, values))

    def _rows(self, connection: Connection, lines: Iterable[Sequence[Any]]) -> list[Row]:
        rows = [Row(line[0], line[1], _card(self._stored, line[2:])) for line in lines]
        if self._shows_clock and self._clocks is not None:
            told = self._clocks.told(Session(connection), [row.id for row in rows])
            rows = [Row(row.id, row.key, row.card | told.get(row.id, {})) for row in rows]
        return rows


def _words(value: Any) -> tuple[str | None, ...]:
    """A stored value as filters write it; several words one by one."""
    if isinstance(value, tuple):
        return value or (None,)
    if isinstance(value, bool):
        return ("yes" if value else "no",)
    if isinstance(value, Decimal):
        return (format(value, "f"),)
    return (None,) if value in (None, "") else (str(value),)


def _card(fields: Sequence[str], values: Sequence[Any]) -> Card:
    pairs = zip(fields, values, strict=True)
    # Most are filled: only what looks empty is looked at closely.
    return {name: value for name, value in pairs if value or value not in (None, (), "")}
