"""Second person's confirmation: what waits, who may confirm, and when it has to be done again."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from disclosure_desk.commands.bulk_change import change_records
from disclosure_desk.commands.closing import close_year, reopen_year
from disclosure_desk.commands.confirming import confirm, give_back, unconfirmed_of
from disclosure_desk.commands.export_gate import look_over
from disclosure_desk.commands.ledger import LedgerPart, LedgerRow, take_in
from disclosure_desk.commands.people import add_person, change_person, people, want_confirmed
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.commands.undo import undo
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.confirmation import CLOSED_YEAR, CONFIRMED, RETURNED, WAITING
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.confirmations import sayings, state_now, waiting
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.verify import verify

REVIEWER, SECOND, CLERK = (Actor(name, "窗口电脑") for name in ("王芳", "李明", "林知夏"))
TODAY = date(2025, 1, 20)
ENDED: dict[str, FieldValue] = {
    "number": "S1",
    "received_on": date(2024, 3, 4),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周砚清",
    "finished_on": date(2024, 3, 20),
    "outcome": "granted",
}
ITEM: dict[str, FieldValue] = {
    "title": "通知",
    "made_on": date(2024, 3, 4),
    "published_on": date(2024, 3, 8),
}


def staff(database: Database) -> Database:
    """A reviewer, another one, and a clerk; endings and publications of 2024 on are wanted."""
    with database.writing(REVIEWER) as session:
        for actor, role in ((REVIEWER, "reviewer"), (SECOND, "reviewer"), (CLERK, "clerk")):
            told = {"name": actor.name, "role": role, "active_from": date(2020, 1, 1)}
            add_person(session, told)
        for kind in ("request", "publication"):
            want_confirmed(session, kind, date(2024, 1, 1))
    return database


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    """The same on an office file."""
    database = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    yield staff(database)
    database.close()


def enter(database: Database, kind: str = "request", by: Actor = CLERK, **more: FieldValue) -> int:
    with database.writing(by) as session:
        card = (ENDED if kind == "request" else ITEM) | more
        return add_record(session, kind, card, today=TODAY).record_id


def do(database: Database, by: Actor, act: Callable[[Session], object]) -> None:
    with database.writing(by) as session:
        act(session)


def state(database: Database, record_id: int, kind: str = "request") -> str | None:
    with database.reading() as session:
        return state_now(session, kind, record_id)


def test_an_ending_waits_until_another_person_confirms_it(registers: Database) -> None:
    office = staff(registers)
    request_id, item_id = enter(office), enter(office, "publication")
    with office.reading() as session:
        assert [(one.kind, one.number, one.state) for one in waiting(session)] == [
            ("publication", "", WAITING),
            ("request", "S1", WAITING),
        ]
    do(office, REVIEWER, lambda s: confirm(s, "request", request_id, " 与原件一致 "))
    assert state(office, request_id) == CONFIRMED
    with office.reading() as session:
        (said,) = sayings(session, "request", request_id)
        assert (said.said_by, said.note, said.verdict) == ("王芳", "与原件一致", CONFIRMED)
        assert [one.record_id for one in waiting(session)] == [item_id]


def test_what_is_open_or_of_before_or_not_wanted_does_not_wait(office: Database) -> None:
    for number, more in (
        ("open", {"finished_on": None, "outcome": None}),
        ("before", {"received_on": date(2023, 3, 1), "finished_on": date(2023, 12, 31)}),
    ):
        request_id = enter(office, number=number, **more)
        assert state(office, request_id) is None
        with pytest.raises(Refusal, match="不需要复核"):
            do(office, REVIEWER, lambda s, id_=request_id: confirm(s, "request", id_))


def test_nobody_confirms_what_he_typed_himself(office: Database) -> None:
    own = enter(office, by=REVIEWER)
    with pytest.raises(Refusal, match="申请S1是“王芳”自己登记或修改的，要由另一个人复核"):
        do(office, REVIEWER, lambda s: confirm(s, "request", own))
    do(office, SECOND, lambda s: confirm(s, "request", own))
    assert state(office, own) == CONFIRMED


def test_who_typed_the_ending_may_not_confirm_it_though_another_changed_the_rest(
    office: Database,
) -> None:
    request_id = enter(office, finished_on=None, outcome=None)
    told = {"happened_on": date(2024, 3, 20), "outcome": "granted"}
    do(office, REVIEWER, lambda s: add_event(s, request_id, "reply", told, today=TODAY))
    do(
        office,
        CLERK,
        lambda s: change_record(s, "request", request_id, {"received_via": "fax"}, today=TODAY),
    )
    with pytest.raises(Refusal, match="自己登记或修改的"):
        do(office, REVIEWER, lambda s: confirm(s, "request", request_id))


def test_who_typed_under_a_former_name_or_login_is_known_again(office: Database) -> None:
    first = enter(office, by=REVIEWER)
    with office.writing(SECOND) as session:
        change_person(session, people(session)[0].id, {"name": "王芳芳"})
    with pytest.raises(Refusal, match="自己登记或修改的"):
        do(office, Actor("王芳芳", "x"), lambda s: confirm(s, "request", first))


def test_a_clerk_confirms_nothing(office: Database) -> None:
    request_id = enter(office, by=REVIEWER)
    for act in (
        lambda s: confirm(s, "request", request_id),
        lambda s: give_back(s, "request", request_id, "日期不对"),
    ):
        with pytest.raises(Refusal, match="角色是经办人，不能复核"):
            do(office, CLERK, act)


def test_a_change_of_what_was_confirmed_makes_it_wait_again(registers: Database) -> None:
    office = staff(registers)
    request_id, item_id = enter(office), enter(office, "publication")
    do(office, REVIEWER, lambda s: confirm(s, "request", request_id))
    do(office, REVIEWER, lambda s: confirm(s, "publication", item_id))

    def change(kind: str, id_: int, **told: FieldValue) -> str | None:
        do(office, CLERK, lambda s: change_record(s, kind, id_, told, today=TODAY))
        return state(office, id_, kind)

    assert change("request", request_id, note="已电话告知", delivered_on=date(2024, 3, 22)) == (
        CONFIRMED
    )
    assert change("request", request_id, outcome="partial") == WAITING
    assert change("publication", item_id, note="公示栏也贴了") == CONFIRMED
    assert change("publication", item_id, channels=("公示栏",)) == WAITING
    with office.reading() as session:
        assert [one.stands for one in sayings(session, "request", request_id)] == [False]


def test_undoing_the_change_confirms_it_again_and_undoing_the_confirming_does_not(
    office: Database,
) -> None:
    request_id = enter(office)
    do(office, REVIEWER, lambda s: confirm(s, "request", request_id))
    do(office, CLERK, lambda s: change_record(s, "request", request_id, {"outcome": "partial"}))
    assert state(office, request_id) == WAITING
    do(office, CLERK, lambda s: undo(s, today=TODAY))
    assert state(office, request_id) == CONFIRMED
    do(office, REVIEWER, lambda s: undo(s, today=TODAY))
    assert state(office, request_id) == WAITING
    assert office.path is not None
    assert verify(office.path).findings == []


def test_a_removed_record_that_is_put_back_is_what_was_confirmed(office: Database) -> None:
    request_id = enter(office)
    do(office, REVIEWER, lambda s: confirm(s, "request", request_id))
    do(office, CLERK, lambda s: remove_record(s, "request", request_id, "登记重了"))
    with office.reading() as session:
        assert waiting(session) == []
        assert not sayings(session, "request", request_id)[0].stands
    do(office, CLERK, lambda s: undo(s, today=TODAY))
    assert state(office, request_id) == CONFIRMED


def test_what_is_returned_goes_back_with_a_reason_and_waits_once_it_is_changed(
    office: Database,
) -> None:
    request_id = enter(office)
    with pytest.raises(Refusal, match="请写明退回的原因"):
        do(office, REVIEWER, lambda s: give_back(s, "request", request_id, "  "))
    do(office, REVIEWER, lambda s: give_back(s, "request", request_id, "办结日期不对"))
    with office.reading() as session:
        (one,) = waiting(session)
        assert (one.state, one.note) == (RETURNED, "办结日期不对")
    told = {"finished_on": date(2024, 3, 21)}
    do(office, CLERK, lambda s: change_record(s, "request", request_id, told, today=TODAY))
    assert state(office, request_id) == WAITING
    do(office, REVIEWER, lambda s: confirm(s, "request", request_id))
    with pytest.raises(Refusal, match="已经复核过了"):
        do(office, SECOND, lambda s: confirm(s, "request", request_id))


def test_counts_are_what_they_were_and_what_waits_keeps_a_year_from_being_signed(
    office: Database,
) -> None:
    request_id = enter(office)
    edition = edition_for(2024)
    with office.reading() as session:
        before = tally(session, edition, Period.of_year(2024))
        (finding,) = unconfirmed_of(session, 2024)
    assert before["requests.3.1.total"] == 1
    assert (finding.rule, finding.severity, finding.records) == ("L28", "error", ("S1",))
    with pytest.raises(Refusal, match="2024年依申请公开有1件没有复核：S1"):
        do(office, REVIEWER, lambda s: close_year(s, edition, 2024, "审定", today=TODAY))
    do(office, REVIEWER, lambda s: confirm(s, "request", request_id))
    with office.reading() as session:
        assert tally(session, edition, Period.of_year(2024)) == before
    do(office, REVIEWER, lambda s: close_year(s, edition, 2024, "审定", today=TODAY))


def test_a_report_with_what_waits_is_not_final(office: Database) -> None:
    enter(office)
    with office.reading() as session:
        judged = look_over(session, edition_for(2024), 2024, today=TODAY)
    (one,) = [one for one in judged if one.finding.rule == "L28"]
    assert one.is_open
    assert one.finding.found == 1


def test_an_imported_ledger_waits_and_the_same_again_leaves_what_was_confirmed(
    registers: Database,
) -> None:
    office = staff(registers)

    def take(**more: FieldValue) -> None:
        lines = [LedgerRow(place, ENDED | {"number": f"S{place}"} | more) for place in range(1, 31)]
        do(office, CLERK, lambda s: take_in(s, [LedgerPart("request", lines)]))

    take()
    with office.reading() as session:
        ids = [one.record_id for one in waiting(session)]
    assert len(ids) == 30
    with pytest.raises(Refusal, match="角色是经办人"):
        do(office, CLERK, lambda s: confirm(s, "request", ids[0]))
    do(office, REVIEWER, lambda s: confirm(s, "request", ids[0]))
    take()
    assert state(office, ids[0]) == CONFIRMED
    take(outcome="partial")
    assert state(office, ids[0]) == WAITING


def test_what_a_reviewer_imported_another_confirms(office: Database) -> None:
    lines = [LedgerRow(place, ENDED | {"number": f"S{place}"}) for place in range(1, 31)]
    do(office, REVIEWER, lambda s: take_in(s, [LedgerPart("request", lines)]))
    with office.reading() as session:
        first = waiting(session)[0].record_id
    with pytest.raises(Refusal, match="自己登记或修改的"):
        do(office, REVIEWER, lambda s: confirm(s, "request", first))
    do(office, SECOND, lambda s: confirm(s, "request", first))


def test_a_bulk_edit_and_a_step_end_the_confirmation_too(office: Database) -> None:
    request_id, item_id = enter(office), enter(office, "publication")
    for kind, id_ in (("request", request_id), ("publication", item_id)):
        do(office, REVIEWER, lambda s, kind=kind, id_=id_: confirm(s, kind, id_))
    do(office, CLERK, lambda s: change_records(s, "publication", [item_id], {"category": "通知"}))
    assert state(office, item_id, "publication") == WAITING

    def correct(session: Session) -> None:
        event = session.get_one(Request, request_id).events[0]
        change_event(session, request_id, event.id, {"reply_number": "〔2024〕9号"}, today=TODAY)

    do(office, CLERK, correct)
    assert state(office, request_id) == WAITING


def test_a_signed_year_is_confirmed_by_another_reviewer(office: Database) -> None:
    do(office, REVIEWER, lambda s: want_confirmed(s, CLOSED_YEAR, date(2025, 1, 1)))
    edition = edition_for(2024)
    do(office, REVIEWER, lambda s: close_year(s, edition, 2024, "审定", today=TODAY))
    with office.reading() as session:
        (one,) = waiting(session)
        assert (one.kind, one.number) == (CLOSED_YEAR, "2024")
        assert "还没有由另一位复核人复核" in unconfirmed_of(session, 2024)[0].message
    with pytest.raises(Refusal, match="2024年统计表是“王芳”自己"):
        do(office, REVIEWER, lambda s: confirm(s, CLOSED_YEAR, one.record_id))
    with pytest.raises(Refusal, match="请用“重新开放”"):
        do(office, SECOND, lambda s: give_back(s, CLOSED_YEAR, one.record_id, "不对"))
    do(office, SECOND, lambda s: confirm(s, CLOSED_YEAR, one.record_id))
    with office.reading() as session:
        assert unconfirmed_of(session, 2024) == []
    do(office, SECOND, lambda s: reopen_year(s, 2024, "更正", today=TODAY))
    do(office, REVIEWER, lambda s: close_year(s, edition, 2024, "再次审定", today=TODAY))
    with office.reading() as session:
        assert [x.number for x in waiting(session)] == ["2024"]
