"""Every command that writes, over a signed year: where a signed figure moves, it asks why.

The commands are found by what they return, so that a new one has to be shown here.
"""

import importlib
import inspect
import pkgutil
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk import commands
from disclosure_desk.commands import (
    bulk_change,
    departments,
    exports,
    ledger,
    letters,
    offices,
    recycling,
    registers,
    reporting,
    rows,
    steps,
    undo,
)
from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.corrections import NeedsReason, ask_for_reasons
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.office import Department
from disclosure_desk.records.request import Request
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.touched import closed_years_moved, figures_of_closed_years
from disclosure_desk.storage.database import Database, open_database
from tests.conftest import CLERK

TODAY = date(2025, 2, 10)
REASON = "来函说明"
ENDED = {
    "number": "2024-001",
    "received_on": date(2024, 3, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "李明",
    "department": "办公室",
    "finished_on": date(2024, 3, 20),
    "outcome": "granted",
}
OPEN = ENDED | {
    "number": "2024-002",
    "received_on": date(2024, 12, 2),
    "finished_on": None,
    "outcome": None,
    "content": "补贴发放名单",
}
ITEM = {
    "number": "城政办〔2024〕1号",
    "title": "关于印发试行办法的通知",
    "made_on": date(2024, 5, 6),
    "published_on": date(2024, 5, 8),
    "document_kind": "normative",
    "channels": ("website",),
}
NEW = ENDED | {"number": "2024-009", "applicant_name": "王丽"}


@pytest.fixture(scope="module")
def signed_file(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office whose year 2024 was signed: an ended request, an open one, and a document."""
    path = tmp_path_factory.mktemp("signed") / "office.db"
    shutil.copy(founded_file, path)
    database = open_database(path)
    with database.writing(CLERK) as session:
        registers.add_record(session, "request", ENDED, today=TODAY)
        registers.add_record(session, "request", OPEN, today=TODAY)
        registers.add_record(session, "publication", ITEM)
        departments.add_department(session, "信息科")
        close_year(session, editions()["2021"], 2024, "审定", today=TODAY)
    database.close()
    return path


@pytest.fixture
def signed(signed_file: Path, tmp_path: Path) -> Iterator[Database]:
    """A copy of its own."""
    database = open_database(shutil.copy(signed_file, tmp_path / "office.db"))
    yield database
    database.close()


def the_id(session: Session, number: object = ENDED["number"]) -> int:
    return session.scalars(select(Request.id).where(Request.number == number)).one()


def the_event(session: Session) -> int:
    return session.get_one(Request, the_id(session)).events[0].id


def a_department(session: Session, name: str) -> int:
    return session.scalars(select(Department.id).where(Department.name == name)).one()


def change(session: Session) -> object:
    return registers.change_record(
        session, "request", the_id(session), {"applicant_kind": "business"}, today=TODAY
    )


def change_unseen(session: Session) -> object:
    return registers.change_record(
        session, "request", the_id(session), {"note": "已电话告知"}, today=TODAY
    )


def remove(session: Session) -> object:
    return registers.remove_record(session, "request", the_id(session), REASON)


def write(session: Session) -> object:
    session.info["step"] = "修改申请"
    return registers.write_changes(
        session, "request", the_id(session), {"outcome": "partial"}, today=TODAY
    )


def import_many(session: Session) -> object:
    cards = [NEW | {"number": f"2024-{100 + n}"} for n in range(30)]
    lines = [ledger.LedgerRow(n, card) for n, card in enumerate(cards, start=2)]
    return ledger.take_in(session, [ledger.LedgerPart("request", lines)])


def import_change(session: Session) -> object:
    line = ledger.LedgerRow(2, ENDED | {"applicant_kind": "business"})
    return ledger.take_in(session, [ledger.LedgerPart("request", [line])])


def reply(session: Session) -> object:
    made = letters.MadeLetter(
        kind=letter_kinds()["reply_not_exist"],
        made_on=date(2024, 12, 20),
        content=b"letter",
        file_name="reply.docx",
        final=True,
    )
    return letters.make_letter(session, the_id(session, OPEN["number"]), made, today=TODAY)


def draft(session: Session) -> object:
    made = letters.MadeLetter(
        kind=letter_kinds()["receipt"], made_on=TODAY, content=b"letter", file_name="receipt.docx"
    )
    return letters.make_letter(session, the_id(session, OPEN["number"]), made, today=TODAY)


def end(session: Session) -> object:
    told = {"happened_on": date(2024, 12, 24), "outcome": "granted"}
    request_id = the_id(session, OPEN["number"])
    return steps.add_event(session, request_id, "reply", told, today=TODAY)


def nothing(session: Session) -> object:
    return None


@dataclass(frozen=True)
class Act:
    """A command in use, and what was done in transactions of its own before."""

    of: Callable[..., object]
    run: Callable[[Session], object]
    before: tuple[Callable[[Session], object], ...] = ()


ACTS = {
    "add": Act(registers.add_record, lambda s: registers.add_record(s, "request", NEW)),
    "change": Act(registers.change_record, change),
    "change what no cell sees": Act(registers.change_record, change_unseen),
    "write": Act(registers.write_changes, write),
    "change many": Act(
        bulk_change.change_records,
        lambda s: bulk_change.change_records(
            s, "request", [the_id(s)], {"applicant_kind": "other"}, today=TODAY
        ),
    ),
    "enter many rows": Act(
        rows.add_rows,
        lambda s: rows.add_rows(s, "request", [rows.SheetRow(1, NEW)], today=TODAY),
    ),
    "take in new records": Act(ledger.take_in, import_many),
    "take in a changed one": Act(ledger.take_in, import_change),
    "make a final letter": Act(letters.make_letter, reply),
    "make a draft": Act(letters.make_letter, draft),
    "enter a step": Act(steps.add_event, end),
    "correct a step": Act(
        steps.change_event,
        lambda s: steps.change_event(
            s, the_id(s), the_event(s), {"outcome": "partial"}, today=TODAY
        ),
    ),
    "take a step away": Act(
        steps.remove_event,
        lambda s: steps.remove_event(s, the_id(s), the_event(s), "登记错了", today=TODAY),
    ),
    "take up again": Act(
        steps.reopen,
        lambda s: steps.reopen(s, the_id(s), date(2025, 1, 6), "〔2025〕1号决定", today=TODAY),
    ),
    "link": Act(
        steps.link_as_repeated,
        lambda s: steps.link_as_repeated(
            s, the_id(s, OPEN["number"]), str(ENDED["number"]), today=TODAY
        ),
    ),
    "undo": Act(undo.undo, lambda s: undo.undo(s, today=TODAY), (change,)),
    "undo many": Act(undo.undo, lambda s: undo.undo(s, today=TODAY), (import_many,)),
    "undo what no cell sees": Act(undo.undo, lambda s: undo.undo(s, today=TODAY), (change_unseen,)),
    "redo": Act(
        undo.redo,
        lambda s: undo.redo(s, today=TODAY),
        (change, lambda s: undo.undo(s, today=TODAY)),
    ),
    "put back": Act(
        recycling.put_back,
        lambda s: recycling.put_back(s, "request", 1, today=TODAY),
        (remove,),
    ),
    "name a department": Act(
        departments.rename_department,
        lambda s: departments.rename_department(s, a_department(s, "办公室"), "政办"),
    ),
    "merge departments": Act(
        departments.merge_departments,
        lambda s: departments.merge_departments(
            s, a_department(s, "办公室"), a_department(s, "信息科")
        ),
    ),
    "add a department": Act(
        departments.add_department, lambda s: departments.add_department(s, "督查科")
    ),
    "describe a department": Act(
        departments.change_department,
        lambda s: departments.change_department(
            s, a_department(s, "办公室"), {"out_of_use_since": date(2024, 1, 1)}
        ),
    ),
    "change a department": Act(
        departments.edit_department,
        lambda s: departments.edit_department(
            s, a_department(s, "办公室"), {"name": "政办"}, {"name": "办公室"}
        ),
    ),
    "order departments": Act(
        departments.order_departments,
        lambda s: departments.order_departments(s, [a_department(s, "办公室")]),
    ),
    "write the report": Act(
        offices.write_report_text, lambda s: offices.write_report_text(s, 2024, 6, "无")
    ),
    "switch a rule off": Act(
        reporting.switch_rule_off,
        lambda s: reporting.switch_rule_off(s, "R41", "不适用", today=TODAY),
    ),
    "switch a rule on": Act(
        reporting.switch_rule_on,
        lambda s: reporting.switch_rule_on(s, "R41"),
        (lambda s: reporting.switch_rule_off(s, "R41", "不适用", today=TODAY),),
    ),
    "name those below": Act(
        reporting.keep_subordinates,
        lambda s: reporting.keep_subordinates(s, [("示例镇人民政府", False)]),
    ),
    "journal an export": Act(
        exports.note_personal_export,
        lambda s: exports.note_personal_export(s, 2024, "台账.xlsx"),
    ),
}
# What needs a reason of its own, or has no record that is counted.
LEFT_OUT = {
    "registers.remove_record": "asks for a reason itself",
    "closing.close_year": "signs",
    "closing.reopen_year": "asks for a reason itself",
    "closing.take_in_report": "signs",
    "closing.record_opening_carry": "tells published figures, and no record",
    "offices.found_office": "there is no record yet",
    "calendar_change.calendar_changed": "due dates are not counted",
    "calendar_change.follow_calendar": "due dates are not counted",
    "exports.note_register_export": "only journals",
    "exports.note_look": "only journals",
    "exports.note_deidentified_copy": "only journals",
    "anonymising.set_retention": "a period is not counted",
    "anonymising.anonymise": "persons are not counted",
    "exports.note_package": "only journals",
    "archiving.note_personal_archive": "only journals",
    "protection.note_security": "only journals",
    "protection.set_start_password": "a password is not counted",
    "protection.take_off_start_password": "a password is not counted",
    "letter_files.remove_draft": "drafts are not counted",
    "reporting.sign_report": "only journals",
    "reporting.answer_findings": "findings are not counted",
    "people.add_person": "people are not counted",
    "people.change_person": "people are not counted",
    "people.end_person": "people are not counted",
    "people.want_confirmed": "confirming changes no count",
    "people.stop_confirming": "confirming changes no count",
    "confirming.confirm": "confirming changes no count",
    "confirming.give_back": "confirming changes no count",
}
_WRITE = ("Done", "TakenIn", "RowsEntered")


def named(command: Callable[..., object]) -> str:
    return f"{command.__module__.rpartition('.')[2]}.{command.__name__}"


def writing_commands() -> set[str]:
    """The public functions of the commands that take a session and tell what was done."""
    found = set()
    for module in pkgutil.iter_modules(commands.__path__):
        made = importlib.import_module(f"{commands.__name__}.{module.name}")
        for name, function in inspect.getmembers(made, inspect.isfunction):
            told = inspect.signature(function)
            answer = str(told.return_annotation)
            is_own = function.__module__ == made.__name__ and not name.startswith("_")
            if is_own and "session" in told.parameters and any(one in answer for one in _WRITE):
                found.add(named(function))
    return found


def test_every_command_that_writes_is_held_against_a_signed_year() -> None:
    shown = {named(act.of) for act in ACTS.values()} | set(LEFT_OUT)
    assert writing_commands() == shown


@pytest.mark.parametrize("what", ACTS)
def test_a_moved_figure_asks_for_a_reason_and_keeps_it(signed: Database, what: str) -> None:
    act = ACTS[what]
    for earlier in act.before:
        with signed.writing(CLERK) as session:
            earlier(session)
    moves = tried(signed, act)
    told = asked(signed, act, "")
    assert isinstance(told, NeedsReason) is moves, told
    assert asked(signed, act, REASON) is None
    with signed.reading() as session:
        newest = select(JournalEntry.step).order_by(JournalEntry.id.desc()).limit(3)
        kept = [step for step in session.scalars(newest) if step.endswith(f"，{REASON}")]
    assert bool(kept) is moves or act.of is undo.undo


def test_what_moves_a_figure_and_what_does_not_are_both_shown(signed: Database) -> None:
    assert tried(signed, ACTS["make a final letter"])
    assert tried(signed, ACTS["take in new records"])
    assert not tried(signed, ACTS["merge departments"])


class _TakenBackError(Exception):
    """Ends a trial."""


def tried(database: Database, act: Act) -> bool:
    """Whether it moves a figure of the signed year; it is taken back again."""
    moved: tuple[int, ...] = ()
    try:
        with database.writing(CLERK) as session:
            before = figures_of_closed_years(session)
            act.run(session)
            moved = closed_years_moved(session, before)
            raise _TakenBackError
    except _TakenBackError:
        return bool(moved)


def asked(database: Database, act: Act, reason: str) -> Exception | None:
    """What the command says where somebody can be asked."""
    try:
        with database.writing(CLERK) as session:
            ask_for_reasons(session, reason)
            act.run(session)
            if not reason:
                raise _TakenBackError
    except _TakenBackError:
        return None
    except NeedsReason as needed:
        return needed
    return None
