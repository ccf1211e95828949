"""What rests on a record that is to be taken away: steps, letters, cases, requests, names."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.storage.change_names import LETTER, REQUEST
from disclosure_desk.storage.changes import Touched
from disclosure_desk.storage.journal_batches import EVENT

DEPARTMENT = "department"


def must_stand_alone(
    session: Session, request: Request, *, gone: Collection[tuple[str, int]], touched: Touched
) -> None:
    """Raises Refusal for a request on which something rests that was entered after it.

    `gone` are the records that are taken away with it, `touched` those changed since.
    """
    number = request.number
    if any((EVENT, event.id) not in gone for event in request.events):
        raise Refusal(f"申请{number}之后登记了办理步骤")
    if not touched:
        return
    letters = select(Letter.id).where(Letter.request_id == request.id)
    if any((LETTER, id_) not in gone for id_ in session.scalars(letters)):
        raise Refusal(f"申请{number}之后制作了文书")
    cases = select(Dispute.id, Dispute.number).where(Dispute.request_number == number)
    for id_, case in session.execute(cases):
        place = (Dispute.__tablename__, id_)
        if place in touched and place not in gone:
            raise Refusal(f"申请{number}之后关联了复议诉讼案件{case}")
    repeats = select(Request.id, Request.number).where(Request.repeats_number == number)
    for id_, other in session.execute(repeats):
        if (REQUEST, id_) in touched and (REQUEST, id_) not in gone:
            raise Refusal(f"申请{number}之后被申请{other}登记为原申请")


def is_named(session: Session, department_id: int) -> bool:
    """Whether any record names a department."""
    for table in Base.metadata.sorted_tables:
        for key in table.foreign_keys:
            if key.column.table.name == DEPARTMENT:
                named = select(key.parent).where(key.parent == department_id).limit(1)
                if session.execute(named).first() is not None:
                    return True
    return False
