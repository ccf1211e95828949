"""The order of numbers as people read them: 城政办〔2025〕9号 before 城政办〔2025〕10号."""

from sqlalchemy import Index, text

_WIDTH = 8
# The fields of each register that are ordered so; an index of the same words makes it quick.
NUMBERED = {
    "publication": ("number", "document_number"),
    "request": ("number",),
    "dispute": ("number",),
}


def as_ordered(column: str) -> str:
    """A column in SQL with the digits at its end filled up with zeros, whatever stands before.

    The same words for SQLite and PostgreSQL, which take an index only for the very expression
    that it was made of. Empty stays empty.
    """
    head = f"rtrim({column}, '0123456789号')"
    filling = f"substr('{'0' * _WIDTH}', length({column}) - length({head}) + 1)"
    return f"({head} || {filling} || substr({column}, length({head}) + 1))"


def index_in_order(table: str, column: str) -> Index:
    """The index that gives records in the order of a number."""
    return Index(_name(table, column), text(as_ordered(column)))


def _name(table: str, column: str) -> str:
    return f"ix_{table}_{column}_order"


ORDER_INDEXES = frozenset(_name(table, one) for table, some in NUMBERED.items() for one in some)
