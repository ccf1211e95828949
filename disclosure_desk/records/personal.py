"""Where a person's data lies in the registers: which columns name somebody, which may tell of one.

What is personal is declared with its field; names are added here, for they are needed in every
list as long as a case is kept.
"""

from functools import cache

from sqlalchemy import Table

from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request, RequestEvent

# What stands in place of a name or text that was cleared.
CLEARED = "（已清除）"
# Names of applicants and of third parties, and the numbers by which their post is followed.
_NAMING = {
    Request.__tablename__: ("applicant_name", "agent"),
    RequestEvent.__tablename__: ("addressee", "tracking_number"),
}
# Free texts that tell what the applicant wrote; they may be cleared as a whole.
_WRITTEN = {
    Request.__tablename__: ("content", "note"),
    RequestEvent.__tablename__: ("reason", "late_reason"),
    Dispute.__tablename__: ("note",),
}
# Words in which a name can stand by chance; numbers of papers are left as they are.
_TELLING = {
    Request.__tablename__: ("content", "note", "delivery_wanted"),
    RequestEvent.__tablename__: ("reason", "late_reason", "delivery_way"),
    Dispute.__tablename__: ("note",),
    Letter.__tablename__: ("file_name",),
}


@cache
def naming_columns(table: Table) -> tuple[str, ...]:
    """The columns that hold nothing but a person's data."""
    personal = [one.key for one in table.columns if one.info.get("personal")]
    return (*_NAMING.get(table.name, ()), *personal)


def telling_columns(table: Table) -> tuple[str, ...]:
    """The columns of free text in which a person's data may stand."""
    return _TELLING.get(table.name, ())


def written_columns(table: Table) -> tuple[str, ...]:
    """Those of them that may be cleared whole."""
    return _WRITTEN.get(table.name, ())
