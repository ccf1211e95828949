"""Every command that writes, by each role: refused or done as the one table of rights says."""

import importlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from disclosure_desk.commands import (
    anonymising,
    calendar_change,
    closing,
    confirming,
    exports,
    ledger,
    letter_files,
    offices,
    people,
    registers,
    reporting,
    undo,
)
from disclosure_desk.faults import Refusal
from disclosure_desk.records.confirmation import CONFIRMABLE
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.person import ROLES, Person
from disclosure_desk.records.rights import PROTECTED, ROLE_RIGHTS, Right
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.finished_report import FinishedReport, ReadCell
from disclosure_desk.storage.admission import this_day
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.restore import restore
from disclosure_desk.storage.tables import office_tables
from tests.commands.test_every_correction import (
    ACTS,
    Act,
    draft,
    signed_file,
    the_id,
    writing_commands,
)
from tests.conftest import CLERK as SIGNER
from tests.conftest import fresh_database

__all__ = ["signed_file"]  # a fixture
TODAY = date(2025, 2, 10)
REVIEWER, CLERK, READER = (Actor(name, "窗口电脑") for name in ("王芳", "林知夏", "李明"))
NONE_OPEN = dict.fromkeys(
    ("natural", "business", "research", "public_welfare", "legal_service", "other"), 0
)
OTHER_YEARS_REPORT = FinishedReport(
    None,
    2023,
    edition_for(2023),
    {code: ReadCell("read", 0) for code in edition_for(2023).cells},
)


def want(session: Session) -> object:
    return people.want_confirmed(session, "request", date(2024, 1, 1))


def a_draft(session: Session) -> int:
    return session.scalars(select(Letter.id)).one()


def a_person(session: Session, name: str = "林知夏") -> int:
    return session.scalars(select(Person.id).where(Person.name == name)).one()


# What only a reviewer does, and the right that is asked for.
REVIEWERS: dict[str, tuple[Right, Act]] = {
    "add a person": (
        Right.PEOPLE,
        Act(people.add_person, lambda s: people.add_person(s, {"name": "赵一", "role": "clerk"})),
    ),
    "change a person": (
        Right.PEOPLE,
        Act(people.change_person, lambda s: people.change_person(s, a_person(s), {"login": "lzx"})),
    ),
    "end a person": (
        Right.PEOPLE,
        Act(people.end_person, lambda s: people.end_person(s, a_person(s), this_day())),
    ),
    "want confirmed": (Right.PEOPLE, Act(people.want_confirmed, want)),
    "want no more": (
        Right.PEOPLE,
        Act(people.stop_confirming, lambda s: people.stop_confirming(s, "request")),
    ),
    "confirm": (
        Right.CONFIRM,
        Act(confirming.confirm, lambda s: confirming.confirm(s, "request", the_id(s)), (want,)),
    ),
    "return": (
        Right.CONFIRM,
        Act(
            confirming.give_back,
            lambda s: confirming.give_back(s, "request", the_id(s), "日期不对"),
            (want,),
        ),
    ),
    "change the office": (
        Right.OFFICE,
        Act(
            registers.change_record,
            lambda s: registers.change_record(s, "office", 1, {"head": "赵一"}),
        ),
    ),
    "keep persons so long": (
        Right.OFFICE,
        Act(anonymising.set_retention, lambda s: anonymising.set_retention(s, 5)),
    ),
    "clear persons": (
        Right.OFFICE,
        Act(
            anonymising.anonymise,
            lambda s: anonymising.anonymise(s, today=date(2099, 1, 1)),
            (lambda s: anonymising.set_retention(s, 1),),
        ),
    ),
    "found another office": (
        Right.OFFICE,
        Act(offices.found_office, lambda s: offices.found_office(s, "另一单位")),
    ),
    "sign a year": (
        Right.SIGN,
        Act(
            closing.close_year,
            lambda s: closing.close_year(s, edition_for(2023), 2023, "审定", today=TODAY),
        ),
    ),
    "take a report in": (
        Right.SIGN,
        Act(
            closing.take_in_report,
            lambda s: closing.take_in_report(
                s, OTHER_YEARS_REPORT, 2023, "已公布", source="年报.docx", today=TODAY
            ),
        ),
    ),
    "open a year again": (
        Right.SIGN,
        Act(closing.reopen_year, lambda s: closing.reopen_year(s, 2024, "更正", today=TODAY)),
    ),
    "enter what was carried": (
        Right.SIGN,
        Act(
            closing.record_opening_carry,
            lambda s: closing.record_opening_carry(s, 2022, NONE_OPEN, "年报"),
        ),
    ),
    "sign the report": (
        Right.SIGN,
        Act(
            reporting.sign_report,
            lambda s: reporting.sign_report(
                s, 2024, {"reviewer": "王芳"}, state="已审核", today=TODAY
            ),
        ),
    ),
    "switch a rule off": (Right.RULES, ACTS["switch a rule off"]),
    "switch a rule on": (Right.RULES, ACTS["switch a rule on"]),
}
# What a clerk does, beside all that is shown over a signed year.
CLERKS = {
    "write the report's names": Act(
        reporting.sign_report,
        lambda s: reporting.sign_report(s, 2024, {"clerk": "林知夏"}, state="草稿", today=TODAY),
    ),
    "answer findings": Act(
        reporting.answer_findings,
        lambda s: reporting.answer_findings(
            s,
            2024,
            "2021",
            [(Finding("Q1", "warning", "第五部分为空"), "已说明")],
            today=TODAY,
            actor="林知夏",
        ),
    ),
    "remove": Act(
        registers.remove_record,
        lambda s: registers.remove_record(s, "request", the_id(s, "2024-002"), "登记重了"),
    ),
    "remove a draft": Act(
        letter_files.remove_draft, lambda s: letter_files.remove_draft(s, a_draft(s)), (draft,)
    ),
    "look at a person": Act(
        exports.note_look, lambda s: exports.note_look(s, "request", the_id(s), ["phone"])
    ),
    "journal a list": Act(
        exports.note_register_export,
        lambda s: exports.note_register_export(s, "request", 2, "2024年", "列表.xlsx"),
    ),
    "follow the calendar": Act(
        calendar_change.follow_calendar,
        lambda s: calendar_change.follow_calendar(s, WorkingDays.exchanging({2025: ()})),
    ),
    "calendar": Act(
        calendar_change.calendar_changed,
        lambda s: calendar_change.calendar_changed(
            s,
            WorkingDays.exchanging({2025: ()}),
            WorkingDays.exchanging({2025: (date(2025, 1, 1),)}),
        ),
    ),
} | {
    name: act
    for name, act in ACTS.items()
    if act.of not in (reporting.switch_rule_off, reporting.switch_rule_on)
}


def staffed_copy(signed_file: Path, place: Path) -> Database:
    """The office over which the commands are shown, with one person of each role."""
    return staffed(open_database(shutil.copy(signed_file, place / "office.db")))


def staffed(database: Database) -> Database:
    with database.writing(SIGNER) as session:
        for actor, role in ((REVIEWER, "reviewer"), (CLERK, "clerk"), (READER, "reader")):
            people.add_person(
                session, {"name": actor.name, "role": role, "active_from": date(2020, 1, 1)}
            )
    return database


@pytest.fixture(scope="module")
def shared(signed_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """For what is taken back again."""
    database = staffed_copy(signed_file, tmp_path_factory.mktemp("roles"))
    yield database
    database.close()


class _TakenBack(Exception):  # noqa: N818  # ends a rehearsal
    pass


@contextmanager
def rehearsing(database: Database, actor: Actor) -> Iterator[Session]:
    with suppress(_TakenBack), database.writing(actor) as session:
        yield session
        session.flush()
        raise _TakenBack


@pytest.fixture
def office(
    request: pytest.FixtureRequest, signed_file: Path, tmp_path: Path
) -> Iterator[Callable[[Act], Database]]:
    """The shared office, or one of its own for a command that goes on from committed ones."""
    opened = []

    def for_act(act: Act) -> Database:
        if not act.before:
            shared: Database = request.getfixturevalue("shared")
            return shared
        opened.append(staffed_copy(signed_file, tmp_path))
        return opened[-1]

    yield for_act
    for one in opened:
        one.close()


@pytest.mark.parametrize("name", sorted(writing_commands()))
def test_a_reader_is_refused_every_command_there_is(shared: Database, name: str) -> None:
    module, _, function = name.partition(".")
    command = getattr(importlib.import_module(f"disclosure_desk.commands.{module}"), function)
    with pytest.raises(Refusal, match="角色是只读，只能查看"), shared.writing(READER) as session:
        command(session)


@pytest.mark.parametrize("what", CLERKS)
def test_a_clerk_does_the_daily_work(office: Callable[[Act], Database], what: str) -> None:
    act = CLERKS[what]
    database = office(act)
    for earlier in act.before:
        with database.writing(CLERK) as session:
            earlier(session)
    with rehearsing(database, CLERK) as session:
        act.run(session)


@pytest.mark.parametrize("what", REVIEWERS)
def test_what_is_a_reviewers_is_refused_to_a_clerk(
    office: Callable[[Act], Database], what: str
) -> None:
    right, act = REVIEWERS[what]
    database = office(act)
    for earlier in act.before:
        with database.writing(REVIEWER) as session:
            earlier(session)
    with rehearsing(database, REVIEWER) as session:
        act.run(session)
    if what == "want no more":
        with database.writing(REVIEWER) as session:
            want(session)
    sentence = f"“林知夏”的角色是经办人，不能{right.value}，请由复核人办理。"
    with pytest.raises(Refusal) as refused, database.writing(CLERK) as session:
        act.run(session)
    assert str(refused.value) == sentence


def test_undoing_and_importing_do_not_get_round_it(signed_file: Path, tmp_path: Path) -> None:
    shared = staffed_copy(signed_file, tmp_path)
    with shared.writing(REVIEWER) as session:
        people.change_person(session, a_person(session, "李明"), {"role": "reviewer"})
    with shared.writing(REVIEWER) as session:
        registers.change_record(session, "office", 1, {"head": "赵一"})
    told = ledger.LedgerPart(
        "office", [ledger.LedgerRow(2, {"name": "示例县科学技术局", "head": "钱二"})]
    )
    with pytest.raises(Refusal, match="不能修改单位信息"), shared.writing(CLERK) as session:
        ledger.take_in(session, [told])
    same = ledger.LedgerPart(
        "office", [ledger.LedgerRow(2, {"name": "示例县科学技术局", "head": "赵一"})]
    )
    with shared.writing(CLERK) as session:
        ledger.take_in(session, [same])
    with shared.writing(REVIEWER) as session:
        assert undo.offer_now(session, REVIEWER).undo is not None
    with shared.writing(Actor("李明", "x")) as session:
        people.change_person(session, a_person(session, "王芳"), {"role": "clerk"})
    with pytest.raises(Refusal, match="不能修改单位信息"), shared.writing(REVIEWER) as session:
        undo.undo(session)


def test_the_table_of_rights_names_what_there_is() -> None:
    tables = {table.name: table for table in office_tables()}
    for one in PROTECTED:
        assert one.table in tables
        assert not one.column or one.column in tables[one.table].columns
    assert set(ROLE_RIGHTS) == set(ROLES.slugs)
    assert Right.WRITE not in {one.right for one in PROTECTED}
    assert set(CONFIRMABLE.slugs) <= {"request", "publication", "closed_year"}


@pytest.mark.postgresql
def test_on_a_server_the_same_holds(server: Engine, signed_file: Path) -> None:
    with fresh_database(server) as url:
        place = url.render_as_string(hide_password=False)
        restore(signed_file, place, now=datetime(2025, 2, 10, 9, 0))  # noqa: DTZ001  # local, as a clerk reads it
        database = staffed(open_database(place))
        with pytest.raises(Refusal, match="角色是只读"), database.writing(READER) as session:
            CLERKS["add"].run(session)
        for right, act in REVIEWERS.values():
            if not act.before:
                with pytest.raises(Refusal, match=right.value), database.writing(CLERK) as session:
                    act.run(session)
        for what in ("add", "change", "enter many rows", "enter a step", "make a draft"):
            with rehearsing(database, CLERK) as session:
                CLERKS[what].run(session)
        database.close()
