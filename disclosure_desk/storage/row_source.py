"""The rows of a register in some order, fetched by key range: never all, never by OFFSET."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain
from threading import Lock
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
    null,
    or_,
    select,
    values,
)
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import Card
from disclosure_desk.storage.compiled import CompiledQuery
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.filters import DUE, Filter, condition_of
from disclosure_desk.storage.plain_faults import told_plainly
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
        self._table: Table = register_table(wanted.kind)
        self._stored = tuple(name for name in self.fields if name not in CLOCK_FIELDS)
        self._shows_clock = clocks is not None and len(self._stored) < len(self.fields)
        self._clocks = clocks
        self._days: dict[int, date] | None = None
        self._states: dict[int, frozenset[str]] | None = None
        self._compiled: dict[tuple[bool, bool, str], CompiledQuery] = {}
        self._connections: set[Any] = set()
        self._lock = Lock()
        self._sort: ColumnElement[Any] = literal(None)
        if wanted.sort not in CLOCK_FIELDS:
            self._sort = sort_value(wanted.kind, wanted.sort)

    def with_wanted(self, wanted: Wanted, fields: Sequence[str] | None = None) -> "RowSource":
        """The same register, asked anew."""
        names = self.fields if fields is None else fields
        return RowSource(self._database, wanted, names, self._clocks)

    def stop(self) -> None:
        """Break off what is being asked, from another thread; it ends with a Fault.

        A server is not stopped: its answer comes and is not heeded.
        """
        with self._lock:
            for connection in self._connections:
                connection.interrupt()

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """A connection alone: a connection costs as much as the rows of a page."""
        with told_plainly(self._database.url), self._database.engine.connect() as connection:
            driver = connection.connection.driver_connection
            stoppable = hasattr(driver, "interrupt")
            if stoppable:
                with self._lock:
                    self._connections.add(driver)
            try:
                self._learn_days(connection)
                yield connection
            finally:
                # Under the lock: others get this connection next, nobody must break theirs off.
                with self._lock:
                    self._connections.discard(driver)

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
            self._sort = known.c.day
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
            return self._from_segments(connection, (_FILLED, _EMPTY), size, forward=True)

    def last(self, size: int) -> list[Row]:
        """The last rows, in order."""
        with self._reading() as connection:
            rows = self._from_segments(connection, (_EMPTY, _FILLED), size, forward=False)
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
            for segment in (_FILLED, _EMPTY):
                # Each segment by itself: without NULLs an index gives the order.
                number = self._counting(connection).where(segment(self._sort))
                counted = connection.execute(number).scalar_one()
                order = self._order_within(segment, forward=True)
                place = func.row_number().over(order_by=order).label("place")
                asked = self._chosen(
                    connection, select(self._table.c.id, self._sort.label("key"), place)
                )
                keys = asked.where(segment(self._sort)).subquery()
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
            asked = self._chosen(connection, select(self._table.c.id, self._sort, *columns))
            ordered = asked.order_by(*self._order(forward=True)).offset(place).limit(size)
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
            asked = self._chosen(connection, select(self._sort))
            keys = connection.execute(asked.where(self._table.c.id == record_id)).all()
            if not keys:
                return None
            row = Row(record_id, keys[0][0], {})
            own = _EMPTY if row.key is None else _FILLED
            past = self._past(empty=row.key is None, forward=False, itself=False)
            ahead = and_(own(self._sort), past)
            if row.key is None:
                ahead = or_(ahead, _FILLED(self._sort))
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
        own = _EMPTY if row.key is None else _FILLED
        beyond = "with" if itself else "after"
        rows = self._fetch(connection, own, size, forward=forward, beyond=beyond, row=row)
        # Filled rows stand ahead of empty ones: only one way leads over the border.
        if len(rows) < size and forward == (own is _FILLED):
            other = _EMPTY if own is _FILLED else _FILLED
            rows += self._fetch(connection, other, size - len(rows), forward=forward)
        return rows

    def _from_segments(
        self, connection: Connection, segments: "Sequence[_Segment]", size: int, *, forward: bool
    ) -> list[Row]:
        rows: list[Row] = []
        for segment in segments:
            if len(rows) < size:
                rows += self._fetch(connection, segment, size - len(rows), forward=forward)
        return rows

    def _past(self, *, empty: bool, forward: bool, itself: bool) -> ColumnElement[bool]:
        """The condition on rows of the same segment beyond one, written to use an index.

        That one is told by the values `row_id` and `row_key`.
        """
        id_ = self._table.c.id
        row_id = bindparam("row_id", None, type_=Integer)
        upwards = forward != self.wanted.descending
        beyond: ColumnElement[bool] = id_ > row_id if upwards else id_ < row_id
        if itself:
            beyond = or_(beyond, id_ == row_id)
        if empty:
            return beyond
        # Bound as what it is: true and false compare, too.
        key = bindparam("row_key", None, type_=self._sort.type)
        if upwards:
            return and_(self._sort >= key, or_(self._sort > key, beyond))
        return and_(self._sort <= key, or_(self._sort < key, beyond))

    def _order(self, *, forward: bool) -> list[ColumnElement[Any]]:
        upwards = forward != self.wanted.descending
        order = [self._sort, self._table.c.id]
        directed = [one.asc() if upwards else one.desc() for one in order]
        return [_EMPTY(self._sort), *directed]

    def _order_within(self, segment: "_Segment", *, forward: bool) -> list[ColumnElement[Any]]:
        """Without NULLs an index can give the order; where all are NULL only the id is left."""
        return self._order(forward=forward)[2 if segment is _EMPTY else 1 :]

    def _fetch(
        self,
        connection: Connection,
        segment: "_Segment",
        size: int,
        *,
        forward: bool,
        beyond: str = "",
        row: Row | None = None,
    ) -> list[Row]:
        """Rows of a segment from its end, or beyond a row of it; each way compiled once."""
        way = (segment is _EMPTY, forward, beyond)
        if way not in self._compiled:
            where = segment(self._sort)
            if beyond:
                empty, itself = segment is _EMPTY, beyond == "with"
                where = and_(where, self._past(empty=empty, forward=forward, itself=itself))
            columns = [stored(self.wanted.kind, name) for name in self._stored]
            asked = self._chosen(connection, select(self._table.c.id, self._sort, *columns))
            ordered = asked.where(where).order_by(*self._order_within(segment, forward=forward))
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


_Segment = Callable[[ColumnElement[Any]], ColumnElement[bool]]


def _FILLED(sort: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: N802  # one of two constants
    return sort.is_not(null())


def _EMPTY(sort: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: N802
    return sort.is_(null())


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
