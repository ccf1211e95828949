"""The order of a register's rows by a key: conditions that find a page of it by an index."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Integer, and_, bindparam, null, or_

# Which rows of an order: those with a key, or those without one.
Segment = Callable[[ColumnElement[Any]], ColumnElement[bool]]


def FILLED(key: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: N802  # one of two constants
    """The rows with a key: they come first."""
    return key.is_not(null())


def EMPTY(key: ColumnElement[Any]) -> ColumnElement[bool]:  # noqa: N802
    """The rows without a key: they come last, whichever way the others are sorted."""
    return key.is_(null())


class KeyOrder:
    """Rows by their key, and by order of entry where keys are alike; `forward` as they are read."""

    def __init__(
        self, key: ColumnElement[Any], id_: ColumnElement[int], *, descending: bool
    ) -> None:
        self.key = key
        self._id = id_
        self._descending = descending

    def whole(self, *, forward: bool) -> list[ColumnElement[Any]]:
        """The terms of ORDER BY for all rows."""
        upwards = forward != self._descending
        order = [self.key, self._id]
        directed = [one.asc() if upwards else one.desc() for one in order]
        return [EMPTY(self.key), *directed]

    def within(self, segment: Segment, *, forward: bool) -> list[ColumnElement[Any]]:
        """Without NULLs an index can give the order; where all are NULL only the id is left."""
        return self.whole(forward=forward)[2 if segment is EMPTY else 1 :]

    def past(self, segment: Segment, *, forward: bool, itself: bool) -> ColumnElement[bool]:
        """The condition on rows of the same segment beyond one, written to use an index.

        That one is told by the values `row_id` and `row_key`.
        """
        row_id = bindparam("row_id", None, type_=Integer)
        upwards = forward != self._descending
        beyond: ColumnElement[bool] = self._id > row_id if upwards else self._id < row_id
        if itself:
            beyond = or_(beyond, self._id == row_id)
        if segment is EMPTY:
            return beyond
        # Bound as what it is: true and false compare, too.
        key = bindparam("row_key", None, type_=self.key.type)
        if upwards:
            return and_(self.key >= key, or_(self.key > key, beyond))
        return and_(self.key <= key, or_(self.key < key, beyond))
