"""The people of the office: who is known how, who may do what, and that nobody is locked out."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, select, text
from sqlalchemy.orm import Session

from disclosure_desk.commands.people import (
    add_person,
    change_person,
    end_person,
    people,
    standing,
    want_confirmed,
)
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.commands.undo import undo
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.person import Person
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.rights import Right
from disclosure_desk.storage.admission import this_day
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from tests.conftest import fresh_database

HERE = Actor("zhouyq", "窗口电脑")
REVIEWER, CLERK, READER = (Actor(name, "窗口电脑") for name in ("王芳", "林知夏", "周砚清"))
ITEM: dict[str, FieldValue] = {"title": "通知", "made_on": date(2025, 3, 4)}
YESTERDAY = this_day() - timedelta(days=1)


def enter(database: Database, name: str, role: str, login: str = "", **more: FieldValue) -> int:
    with database.writing(REVIEWER) as session:
        told = {"name": name, "role": role, "login": login, "active_from": date(2020, 1, 1)}
        return add_person(session, told | more).record_id


def staff(database: Database) -> Database:
    """One of each role."""
    enter(database, "王芳", "reviewer", "wangfang")
    enter(database, "林知夏", "clerk", "LinZX、lin2")
    enter(database, "周砚清", "reader", "zhouyq")
    return database


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Iterator[Database]:
    """An office file; what is asked of the list is the same on a server but for its users."""
    database = open_database(shutil.copy(founded_file, tmp_path / "office.db"))
    yield database
    database.close()


@pytest.fixture
def staffed(office: Database) -> Database:
    """An office with one of each role."""
    return staff(office)


@pytest.fixture
def on_server(server: Engine, founded_database: str) -> Iterator[Database]:
    """An office on a server, of which another user is the owner."""
    with fresh_database(server, founded_database) as url:
        database = open_database(url.render_as_string(hide_password=False))
        yield database
        database.close()


def of(database: Database, actor: Actor) -> tuple[str, str]:
    with database.reading() as session:
        found = standing(session, actor)
        return found.actor.name, found.role


def test_an_office_without_people_may_everything_as_ever(office: Database) -> None:
    with office.reading() as session:
        found = standing(session, HERE)
    assert found.actor == HERE
    assert all(found.may(right) for right in Right)
    assert found.refusal(Right.PEOPLE) == ""
    with office.writing(HERE) as session:
        add_record(session, "publication", ITEM)
        assert session.scalars(select(JournalEntry.actor)).all()[-1] == "zhouyq"


def test_people_are_known_by_name_or_by_the_login_of_the_computer(registers: Database) -> None:
    staffed = staff(registers)
    assert of(staffed, Actor("王芳", "x")) == ("王芳", "reviewer")
    assert of(staffed, Actor("linzx", "x")) == ("林知夏", "clerk")
    assert of(staffed, Actor("lin2", "x")) == ("林知夏", "clerk")
    with staffed.writing(Actor("LINZX", "前台")) as session:
        add_record(session, "publication", ITEM)
        line = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
        assert line is not None
        assert (line.actor, line.computer) == ("林知夏", "前台")


def test_who_is_not_listed_or_shares_a_login_has_to_choose(staffed: Database) -> None:
    enter(staffed, "李明", "clerk", "lin2")
    with staffed.reading() as session:
        shared, unknown = standing(session, Actor("lin2", "x")), standing(session, Actor("y", "x"))
    assert not shared.may(Right.WRITE)
    assert "几个人共用" in shared.problem
    assert "切换人员" in unknown.problem
    assert unknown.may_choose == ("王芳", "林知夏", "周砚清", "李明")
    with pytest.raises(Refusal, match="不在在岗的人员名单里"), staffed.writing(Actor("y", "x")):
        pytest.fail("nobody knows who writes")


def test_a_reader_writes_nothing_and_who_left_neither(staffed: Database) -> None:
    with pytest.raises(Refusal, match="“周砚清”的角色是只读，只能查看"), staffed.writing(HERE):
        pytest.fail("a reader must not get here")
    with staffed.writing(REVIEWER) as session:
        end_person(session, people(session)[1].id, YESTERDAY)
    with pytest.raises(Refusal, match=f"“林知夏”已于{YESTERDAY}离岗"), staffed.writing(CLERK):
        pytest.fail("who left must not get here")
    with staffed.reading() as session:
        assert [one.name for one in people(session)] == ["王芳", "周砚清", "林知夏"]


def test_who_begins_later_is_told_so(staffed: Database) -> None:
    enter(staffed, "李明", "clerk", active_from=this_day() + timedelta(days=3))
    with staffed.reading() as session:
        assert "才到岗" in standing(session, Actor("李明", "x")).problem
        later = standing(session, Actor("李明", "x"), this_day() + timedelta(days=3))
    assert later.may(Right.WRITE)


def test_a_clerk_changes_neither_people_nor_office(staffed: Database) -> None:
    sentence = "“林知夏”的角色是经办人，不能{}，请由复核人办理。"
    for right, act in (
        (Right.PEOPLE, lambda s: add_person(s, {"name": "李明", "role": "clerk"})),
        (Right.OFFICE, lambda s: change_record(s, "office", 1, {"head": "李明"})),
    ):
        with pytest.raises(Refusal) as refused, staffed.writing(CLERK) as session:
            act(session)
        assert str(refused.value) == sentence.format(right.value)
    with staffed.reading() as session:
        assert len(people(session)) == 3


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"name": " ", "role": "clerk"}, "请填写姓名"),
        ({"name": "王芳", "role": "clerk"}, "已经有“王芳”"),
        ({"name": "李明", "role": "boss"}, "请选择角色"),
        ({"name": "李明"}, "请选择角色"),
        ({"name": "李明", "role": "clerk", "active_from": None}, "请填写到岗日期"),
        (
            {
                "name": "李明",
                "role": "clerk",
                "active_from": date(2025, 2, 1),
                "active_until": date(2025, 1, 1),
            },
            "早于到岗日期",
        ),
    ],
)
def test_a_person_who_cannot_be_is_refused(
    staffed: Database, told: dict[str, FieldValue], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence), staffed.writing(REVIEWER) as session:
        add_person(session, told)


def test_the_first_person_and_the_last_one_left_is_a_reviewer(office: Database) -> None:
    with pytest.raises(Refusal, match="至少要有一位在岗的复核人"):
        enter(office, "林知夏", "clerk")
    first = enter(office, "王芳", "reviewer")
    enter(office, "林知夏", "clerk")
    for told in ({"role": "clerk"}, {"active_until": YESTERDAY}):
        with (
            pytest.raises(Refusal, match="至少要有一位在岗的复核人"),
            office.writing(REVIEWER) as session,
        ):
            change_person(session, first, told)


def test_when_the_last_reviewers_time_is_over_the_others_can_name_one(staffed: Database) -> None:
    with staffed.writing(REVIEWER) as session:
        end_person(session, people(session)[0].id, this_day())
    with staffed.reading() as session:
        tomorrow = standing(session, CLERK, this_day() + timedelta(days=1))
    assert tomorrow.rights == {Right.WRITE, Right.PEOPLE}


def test_nobody_is_deleted_not_even_by_undoing(staffed: Database) -> None:
    with pytest.raises(Refusal, match="不删除"), staffed.writing(REVIEWER) as session:
        undo(session)
    with pytest.raises(Refusal, match="不删除"), staffed.writing(REVIEWER) as session:
        session.delete(session.scalars(select(Person)).all()[1])


def test_every_change_of_the_list_is_journalled(staffed: Database) -> None:
    with staffed.writing(REVIEWER) as session:
        change_person(session, people(session)[1].id, {"login": "lzx", "role": "reviewer"})
        line = session.scalars(select(JournalEntry).order_by(JournalEntry.id.desc())).first()
    assert line is not None
    assert (line.step, line.kind, line.actor) == ("修改人员", "person", "王芳")
    assert '"role": "reviewer"' in (line.after or "")


def test_confirming_needs_a_reviewer_and_another_who_writes(office: Database) -> None:
    def wanted(kind: str) -> None:
        with office.writing(REVIEWER) as session:
            want_confirmed(session, kind, date(2025, 1, 1))

    enter(office, "王芳", "reviewer")
    enter(office, "周砚清", "reader")
    with pytest.raises(Refusal, match="一位在岗的复核人，和另一位"):
        wanted("request")
    enter(office, "林知夏", "clerk")
    wanted("request")
    with pytest.raises(Refusal, match="两位在岗的复核人"):
        wanted("closed_year")


# ---------------------------------------------------------------------------- on a server


@contextmanager
def server_user(database: Database, name: str, *grants: str) -> Iterator[Database]:
    """The office as another user of the server sees it, with these rights on its tables."""
    owner = create_engine(database.url, isolation_level="AUTOCOMMIT")
    with owner.connect() as connection:
        connection.execute(text(f"CREATE ROLE {name} LOGIN"))
        for grant in grants:
            connection.execute(text(f"GRANT {grant} IN SCHEMA public TO {name}"))
    url = database.url.set(username=name)
    opened = open_database(url.render_as_string(hide_password=False))
    try:
        yield opened
    finally:
        opened.close()
        with owner.connect() as connection:
            connection.execute(text(f"DROP OWNED BY {name}"))
            connection.execute(text(f"DROP ROLE {name}"))
        owner.dispose()


READS = "SELECT ON ALL TABLES"
WRITES = ("SELECT, INSERT, UPDATE, DELETE ON ALL TABLES", "USAGE ON ALL SEQUENCES")


def titles(session: Session) -> list[str]:
    return list(session.scalars(select(Publication.title)))


@pytest.mark.postgresql
def test_a_server_user_who_may_only_read_opens_looks_and_is_refused(on_server: Database) -> None:
    with on_server.writing(HERE) as session:
        add_record(session, "publication", ITEM)
    with server_user(on_server, "ddsk_reader", READS) as seen:
        with seen.reading() as session:
            assert titles(session) == ["通知"]
            assert not standing(session, HERE).may(Right.WRITE)
        with (
            pytest.raises(Refusal, match="服务器用户“ddsk_reader”只有查看的权限"),
            seen.writing(HERE),
        ):
            pytest.fail("the server would refuse each line of it")


@pytest.mark.postgresql
def test_on_a_server_its_user_name_is_the_proof(on_server: Database) -> None:
    staffed = staff(on_server)
    with server_user(staffed, "ddsk_lin", *WRITES) as seen:
        sentence = "服务器用户“ddsk_lin”不在在岗的人员名单里"
        with pytest.raises(Refusal, match=sentence), seen.writing(REVIEWER):
            pytest.fail("nobody is listed with that name")
        with staffed.writing(REVIEWER) as session:
            change_person(session, people(session)[1].id, {"login": "ddsk_lin"})
        # Whatever is claimed at the desk.
        assert of(seen, REVIEWER) == ("林知夏", "clerk")
        with seen.writing(REVIEWER) as session:
            add_record(session, "publication", ITEM)
            assert session.scalars(select(JournalEntry.actor)).all()[-1] == "林知夏"


@pytest.mark.postgresql
def test_several_who_share_a_server_user_choose_among_themselves(on_server: Database) -> None:
    staffed = staff(on_server)
    with server_user(staffed, "ddsk_shared", *WRITES) as seen:
        with staffed.writing(REVIEWER) as session:
            for one in people(session)[:2]:
                change_person(session, one.id, {"login": "ddsk_shared"})
        assert of(seen, REVIEWER) == ("王芳", "reviewer")
        with seen.reading() as session:
            assert standing(session, HERE).may_choose == ("王芳", "林知夏")


@pytest.mark.postgresql
def test_nobody_enters_a_list_on_a_server_that_shuts_him_out(on_server: Database) -> None:
    with server_user(on_server, "ddsk_first", *WRITES) as seen:
        with pytest.raises(Refusal, match="自己登记为复核人"):
            enter(seen, "王芳", "reviewer", "wangfang")
        enter(seen, "王芳", "reviewer", "wangfang、ddsk_first")
        assert of(seen, HERE) == ("王芳", "reviewer")
