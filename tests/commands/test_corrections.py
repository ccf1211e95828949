"""What moves signed figures is kept only with a reason, where somebody can be asked for it."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.bulk_change import change_records
from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.corrections import NeedsReason, ask_for_reasons
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.commands.rows import SheetRow, add_rows
from disclosure_desk.commands.steps import change_event
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database
from tests.conftest import CLERK

TODAY = date(2025, 2, 10)
CARD = {
    "number": "2024-001",
    "received_on": date(2024, 3, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "李明",
    "finished_on": date(2024, 3, 20),
    "outcome": "granted",
}


@pytest.fixture
def signed(registers: Database) -> Database:
    """An office whose year 2024 was signed with one request."""
    with registers.writing(CLERK) as session:
        add_record(session, "request", CARD)
        close_year(session, editions()["2021"], 2024, "审定", today=TODAY)
    return registers


def the_id(session: Session) -> int:
    return session.scalars(select(Request.id)).one()


def _change(session: Session) -> None:
    change_record(session, "request", the_id(session), {"applicant_kind": "business"})


def _add(session: Session) -> None:
    add_record(session, "request", CARD | {"number": "2024-002", "applicant_name": "王丽"})


def _step(session: Session) -> None:
    request = session.scalars(select(Request)).one()
    [event] = request.events
    change_event(session, request.id, event.id, {"outcome": "partial"}, today=TODAY)


def _bulk(session: Session) -> None:
    change_records(session, "request", [the_id(session)], {"applicant_kind": "other"})


def _paste(session: Session) -> None:
    card = CARD | {"number": "2024-003", "applicant_name": "赵强"}
    add_rows(session, "request", [SheetRow(1, card)], today=TODAY)


@pytest.mark.parametrize("act", [_change, _add, _step, _bulk, _paste])
def test_a_correction_asks_for_its_reason_and_keeps_it(
    signed: Database, act: Callable[[Session], None]
) -> None:
    with signed.writing(CLERK) as session:
        ask_for_reasons(session, "")
        with pytest.raises(NeedsReason, match="2024年度已签发"):
            act(session)
        session.rollback()
    with signed.writing(CLERK) as session:
        ask_for_reasons(session, " 来函说明 ")
        act(session)
    with signed.reading() as session:
        last = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
        assert last is not None
        assert last.step.endswith("：更正已签发年度，来函说明")


def test_what_no_cell_sees_needs_no_reason(signed: Database) -> None:
    with signed.writing(CLERK) as session:
        ask_for_reasons(session, "")
        change_record(session, "request", the_id(session), {"note": "已电话告知"})
        add_record(
            session,
            "request",
            CARD
            | {"number": "2025-001", "received_on": date(2025, 1, 6), "finished_on": None}
            | {"outcome": None},
            today=TODAY,
        )


def test_a_ledger_has_nobody_to_ask(signed: Database) -> None:
    with signed.writing(CLERK) as session:
        _change(session)
