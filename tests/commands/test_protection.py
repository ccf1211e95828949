"""Who may set passwords and encrypt, and what is written of it."""

import pytest

from disclosure_desk.commands.people import add_person
from disclosure_desk.commands.protection import (
    ENCRYPTED,
    ask_for_security,
    note_security,
    set_start_password,
    take_off_start_password,
)
from disclosure_desk.faults import Refusal
from disclosure_desk.records.person import CLERK, REVIEWER
from disclosure_desk.storage import start_password
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_reader import KINDS
from disclosure_desk.storage.start_password import (
    StartPasswordNeeded,
    keep_start_password,
    must_be_let_in,
    start_password_of,
)
from disclosure_desk.storage.verify import verify

HEAD, OTHER = Actor("顾云舟", "一楼电脑"), Actor("秦小满", "二楼电脑")


def test_only_a_reviewer_sets_passwords_where_people_are_listed(founded_place: str) -> None:
    database = open_database(founded_place)
    with database.writing(HEAD) as session:
        add_person(session, {"name": HEAD.name, "role": REVIEWER})
        add_person(session, {"name": OTHER.name, "role": CLERK})
    with database.reading() as session, pytest.raises(Refusal, match="请由复核人办理"):
        ask_for_security(session, OTHER)
    for command in (
        lambda session: set_start_password(session, "abcd"),
        lambda session: note_security(session, ENCRYPTED),
    ):
        with (
            pytest.raises(Refusal, match="不能修改密码和加密"),
            database.writing(OTHER) as session,
        ):
            command(session)
    with database.writing(HEAD) as session:
        ask_for_security(session, HEAD)
        set_start_password(session, "abcd")
    with database.reading() as session:
        assert start_password_of(session) is not None
    database.close()
    assert verify(founded_place).findings == []


def test_a_start_password_is_asked_for_until_it_is_given(founded_place: str) -> None:
    database = open_database(founded_place)
    with database.writing(HEAD) as session:
        must_be_let_in(session)
        keep_start_password(session, "１２３４５", cost=4)
        must_be_let_in(session)  # who sets it sits at the open desk
    start_password._answered.clear()
    with database.reading() as session, pytest.raises(StartPasswordNeeded) as needed:
        must_be_let_in(session)
    with pytest.raises(Refusal, match="密码不对"):
        needed.value.unlock("12346")
    needed.value.unlock("12345")
    with database.reading() as session:
        must_be_let_in(session)
    with database.writing(HEAD) as session:
        take_off_start_password(session)
    with database.writing(HEAD) as session, pytest.raises(Refusal, match="没有设置"):
        take_off_start_password(session)
    database.close()


def test_a_short_start_password_is_refused_and_nothing_is_written(founded_place: str) -> None:
    database = open_database(founded_place)
    with pytest.raises(Refusal, match="太短"), database.writing(HEAD) as session:
        set_start_password(session, "abc")
    with database.reading() as session:
        assert start_password_of(session) is None
    database.close()


def test_the_journal_has_a_word_for_it() -> None:
    assert KINDS["security"] == "密码和加密"
