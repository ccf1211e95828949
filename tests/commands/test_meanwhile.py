"""What two clerks change at the same time: both kept, or asked about; never one over the other."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.meanwhile import ChangedMeanwhile, Seen
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import (
    add_record,
    change_record,
    must_be_removable,
    remove_record,
    seen_now,
)
from disclosure_desk.commands.reporting import sign_report, signing_of
from disclosure_desk.commands.steps import add_event, change_event, remove_event
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.row_versions import version_of

ME, OTHER = Actor("林知夏", "二楼电脑"), Actor("王芳", "窗口电脑")
TODAY = date(2025, 9, 2)
CARDS: dict[str, Card] = {
    "publication": {"number": "2025-001", "title": "财政预算", "made_on": date(2025, 3, 3)},
    "request": {
        "number": "2025-001",
        "received_on": date(2025, 6, 3),
        "received_via": "letter",
        "applicant_kind": "natural",
        "applicant_name": "陈一",
    },
    "dispute": {"number": "复-1", "kind": "reconsideration", "accepted_on": date(2025, 7, 1)},
    "indicator": {"dated_on": date(2025, 5, 5), "indicator": "licences_issued", "amount": 3},
}
# Of each register two fields that people change.
FIELDS: dict[str, tuple[tuple[str, FieldValue, FieldValue], tuple[str, FieldValue]]] = {
    "publication": (("title", "财政决算", "财政预决算"), ("note", "窗口核过")),
    "request": (("applicant_name", "陈二", "陈三"), ("note", "窗口核过")),
    "dispute": (("accepted_on", date(2025, 7, 2), date(2025, 7, 3)), ("note", "窗口核过")),
    "indicator": (("note", "初数", "终数"), ("department", "办公室")),
    "office": (("phone", "0571-1", "0571-2"), ("head", "周局长")),
}


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    """An office file without records."""
    opened = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    yield opened
    opened.close()


def _stored(database: Database, kind: str) -> int:
    with database.writing(ME) as session:
        if kind == "office":
            return the_office(session).id
        return add_record(session, kind, CARDS[kind], today=TODAY).record_id


def _seen(database: Database, kind: str, record_id: int) -> Seen:
    with database.reading() as session:
        return seen_now(session, kind, record_id)


def _change(
    database: Database, who: Actor, kind: str, record_id: int, changes: Card, seen: Seen
) -> Done:
    with database.writing(who) as session:
        return change_record(session, kind, record_id, changes, seen=seen, today=TODAY)


@pytest.mark.parametrize("kind", FIELDS)
def test_different_fields_of_a_record_that_two_change_are_both_kept(
    office: Database, kind: str
) -> None:
    record_id = _stored(office, kind)
    (name, theirs, _), (other, mine) = FIELDS[kind]
    shown = _seen(office, kind, record_id)
    _change(office, OTHER, kind, record_id, {name: theirs}, shown)
    done = _change(office, ME, kind, record_id, {other: mine}, shown)
    card = _seen(office, kind, record_id).card
    assert (card[name], card[other]) == (theirs, mine)
    assert done.others == {name: theirs}


@pytest.mark.parametrize("kind", FIELDS)
def test_the_same_field_changed_by_two_is_asked_about_and_overwritten_only_on_demand(
    office: Database, kind: str
) -> None:
    record_id = _stored(office, kind)
    (name, theirs, mine), (other, value) = FIELDS[kind]
    shown = _seen(office, kind, record_id)
    _change(office, OTHER, kind, record_id, {name: theirs}, shown)
    with pytest.raises(ChangedMeanwhile, match="王芳") as refused:
        _change(office, ME, kind, record_id, {name: mine, other: value}, shown)
    [clash] = refused.value.clashes
    assert (clash.name, clash.theirs, clash.mine) == (name, theirs, mine)
    assert clash.seen == shown.card.get(name)
    assert clash.by.startswith("王芳（")
    kept = _seen(office, kind, record_id).card
    assert kept[name] == theirs
    assert other not in kept
    agreed = refused.value.agreed(shown)
    _change(office, ME, kind, record_id, {name: mine, other: value}, agreed)
    kept = _seen(office, kind, record_id).card
    assert (kept[name], kept[other]) == (mine, value)


def test_the_same_value_typed_by_two_is_no_conflict(office: Database) -> None:
    record_id = _stored(office, "publication")
    shown = _seen(office, "publication", record_id)
    for who in (OTHER, ME):
        _change(office, who, "publication", record_id, {"title": "财政决算"}, shown)
    assert _seen(office, "publication", record_id).card["title"] == "财政决算"


def test_a_third_change_after_the_choice_is_asked_about_again(office: Database) -> None:
    record_id = _stored(office, "publication")
    shown = _seen(office, "publication", record_id)
    _change(office, OTHER, "publication", record_id, {"title": "甲"}, shown)
    with pytest.raises(ChangedMeanwhile) as refused:
        _change(office, ME, "publication", record_id, {"title": "丙"}, shown)
    newer = _seen(office, "publication", record_id)
    _change(office, OTHER, "publication", record_id, {"title": "乙"}, newer)
    with pytest.raises(ChangedMeanwhile) as again:
        _change(
            office,
            ME,
            "publication",
            record_id,
            {"title": "丙"},
            refused.value.agreed(shown),
        )
    assert again.value.clashes[0].theirs == "乙"


def test_the_version_of_a_record_grows_with_each_change_and_with_its_steps(
    registers: Database,
) -> None:
    record_id = _stored(registers, "request")
    other = {**CARDS["request"], "number": "2025-002"}
    versions = [_seen(registers, "request", record_id).version]
    with registers.writing(OTHER) as session:
        change_record(session, "request", record_id, {"note": "改"}, today=TODAY)
    versions.append(_seen(registers, "request", record_id).version)
    told = {"happened_on": date(2025, 6, 5)}
    with registers.writing(OTHER) as session:
        add_event(session, record_id, "delivery", told, today=TODAY)
        step = session.scalars(select(RequestEvent.id)).one()
    versions.append(_seen(registers, "request", record_id).version)
    with registers.writing(OTHER) as session:
        remove_event(session, record_id, step, "登记错了", today=TODAY)
    versions.append(_seen(registers, "request", record_id).version)
    assert versions == sorted(set(versions))
    with registers.writing(OTHER) as session:
        add_record(session, "request", other, today=TODAY)
        assert version_of(session, "request", record_id) == versions[-1]


def test_a_step_that_two_change_keeps_both_or_asks(registers: Database) -> None:
    record_id = _stored(registers, "request")
    told: Card = {"happened_on": date(2025, 6, 5), "delivery_way": None, "person": "甲"}
    with registers.writing(ME) as session:
        add_event(session, record_id, "delivery", told, today=TODAY)
        step = session.scalars(select(RequestEvent.id)).one()
    with registers.writing(OTHER) as session:
        change_event(session, record_id, step, {**told, "person": "乙"}, seen=told, today=TODAY)
    with registers.writing(ME) as session:  # another field: the person stays as it is by now
        mine = {**told, "delivery_way": "邮寄"}
        change_event(session, record_id, step, mine, seen=told, today=TODAY)
    with registers.reading() as session:
        event = session.get_one(RequestEvent, step)
        assert (event.person, event.delivery_way) == ("乙", "邮寄")
    with pytest.raises(ChangedMeanwhile) as refused, registers.writing(ME) as session:
        change_event(session, record_id, step, {**told, "person": "丙"}, seen=told, today=TODAY)
    assert [(one.label, one.theirs) for one in refused.value.clashes] == [("经办人", "乙")]
    with pytest.raises(Refusal, match="改过，没有删除"), registers.writing(ME) as session:
        remove_event(session, record_id, step, "登记错了", seen=told, today=TODAY)


def test_a_removed_step_is_told_with_the_one_who_removed_it(office: Database) -> None:
    record_id = _stored(office, "request")
    told: Card = {"happened_on": date(2025, 6, 5)}
    with office.writing(ME) as session:
        add_event(session, record_id, "delivery", told, today=TODAY)
        step = session.scalars(select(RequestEvent.id)).one()
    with office.writing(OTHER) as session:
        remove_event(session, record_id, step, "登记错了", seen=told, today=TODAY)
    with pytest.raises(Refusal, match=r"已被王芳（.*删除"), office.writing(ME) as session:
        change_event(session, record_id, step, told, seen=told, today=TODAY)


def test_a_record_that_another_changed_is_not_removed_unseen(office: Database) -> None:
    record_id = _stored(office, "publication")
    with office.reading() as session:
        version = must_be_removable(session, "publication", record_id)
    with office.writing(OTHER) as session:
        change_record(session, "publication", record_id, {"note": "重要"})
    with pytest.raises(Refusal, match=r"王芳.*改过.*没有删除"), office.writing(ME) as session:
        remove_record(session, "publication", record_id, "录错", version=version)
    with office.writing(ME) as session:
        version = must_be_removable(session, "publication", record_id)
        remove_record(session, "publication", record_id, "录错", version=version)


def test_a_change_of_a_removed_record_says_who_removed_it(registers: Database) -> None:
    record_id = _stored(registers, "publication")
    shown = _seen(registers, "publication", record_id)
    with registers.writing(OTHER) as session:
        remove_record(session, "publication", record_id, "录错")
    with pytest.raises(Refusal, match=r"已被王芳（.*删除"):
        _change(registers, ME, "publication", record_id, {"title": "改"}, shown)


def test_the_signing_of_a_report_that_two_change_keeps_both_or_asks(office: Database) -> None:
    shown: Card = {"head": None, "reviewer": None, "clerk": "林知夏", "phone": None}
    with office.writing(ME) as session:
        sign_report(session, 2025, shown, state="草稿", today=TODAY)
    seen = {**shown, "state": "草稿"}
    with office.writing(OTHER) as session:
        told = {**shown, "reviewer": "沈砚秋"}
        sign_report(session, 2025, told, state="已审核", today=TODAY, seen=seen)
    with office.writing(ME) as session:  # what was not touched here stays reviewed
        sign_report(session, 2025, {**shown, "phone": "111"}, state="草稿", today=TODAY, seen=seen)
        signing = signing_of(session, 2025)
        assert signing is not None
        assert (signing.reviewer, signing.phone, signing.state) == ("沈砚秋", "111", "已审核")
    told = {**shown, "reviewer": "陆一鸣"}
    with pytest.raises(ChangedMeanwhile) as refused, office.writing(ME) as session:
        sign_report(session, 2025, told, state="草稿", today=TODAY, seen=seen)
    assert [(one.label, one.theirs) for one in refused.value.clashes] == [("审核人", "沈砚秋")]
