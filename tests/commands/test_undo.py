"""What was done today can be taken back and done again, as a whole and under its name."""

import random
import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from disclosure_desk.commands.bulk_change import change_records
from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.departments import departments, merge_departments
from disclosure_desk.commands.done import Done
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.exports import note_personal_export
from disclosure_desk.commands.letter_files import letter_content, letters_of, remove_draft
from disclosure_desk.commands.offices import report_texts, write_report_text
from disclosure_desk.commands.registers import (
    add_record,
    change_record,
    record_of,
    remove_record,
)
from disclosure_desk.commands.reporting import keep_subordinates, subordinates
from disclosure_desk.commands.steps import add_event, change_event, link_as_repeated, remove_event
from disclosure_desk.commands.undo import MOST_RECORDS, Offer, offer_now, redo, undo
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card, card_of
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.storage import changes
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.changes import start_of_day
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.search import SEARCHED, found_by
from disclosure_desk.storage.tables import office_tables
from disclosure_desk.storage.verify import verify
from tests.commands.test_letters import make
from tests.conftest import KINDS as PLACES
from tests.conftest import fresh_database
from tests.letter_requests import CLERK
from tests.offices import RandomOffice

COLLEAGUE = Actor("顾小满", "三楼电脑")
TODAY = date(2025, 9, 2)
REQUEST: Card = {
    "number": "2025-017",
    "received_on": date(2025, 6, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "农机补贴发放名单",
}
ITEM: Card = {"number": "G1", "title": "关于项目申报的通知", "made_on": date(2025, 3, 1)}
# A department stays known once it was named, and what tells of changes is no part of them.
_REGISTERS = (
    *("office", "publication", "request", "request_event", "dispute", "indicator_entry"),
    *("report_text", "letter", "letter_file"),
)


def do(database: Database, actor: Actor, command: Any, *args: Any, **told: Any) -> Done:
    with database.writing(actor) as session:
        done = command(session, *args, **told)
        assert isinstance(done, Done)
        return done


def texts_of(database: Database) -> dict[int, str]:
    with database.reading() as session:
        return report_texts(session, 2025)


def test_what_was_saved_while_a_chapter_was_typed_is_taken_back_at_once(
    registers: Database,
) -> None:
    do(registers, CLERK, write_report_text, 2025, 1, "去年的话。")
    do(registers, CLERK, write_report_text, 2025, 2, "没有。")
    for typed in ("本", "本年", "本年没有"):
        do(registers, CLERK, write_report_text, 2025, 1, typed)
    do(registers, CLERK, undo)
    assert texts_of(registers) == {1: "去年的话。", 2: "没有。"}
    do(registers, CLERK, redo)
    assert texts_of(registers) == {1: "本年没有", 2: "没有。"}
    do(registers, CLERK, undo)
    do(registers, CLERK, undo)
    assert texts_of(registers) == {1: "去年的话。"}


def test_a_chapter_gone_on_with_later_or_by_another_is_a_step_of_its_own(
    registers: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(registers, CLERK, write_report_text, 2025, 1, "本")
    monkeypatch.setattr(changes, "_ONE_SITTING", timedelta(0))
    do(registers, CLERK, write_report_text, 2025, 1, "本年")
    do(registers, CLERK, undo)
    assert texts_of(registers) == {1: "本"}
    monkeypatch.undo()
    do(registers, COLLEAGUE, write_report_text, 2025, 1, "本年度")
    do(registers, COLLEAGUE, write_report_text, 2025, 1, "本年度没有")
    do(registers, COLLEAGUE, undo)
    assert texts_of(registers) == {1: "本"}


def enter(database: Database, kind: str = "request", card: Card = REQUEST, **told: Any) -> int:
    return do(database, CLERK, add_record, kind, card, today=TODAY, **told).record_id


def offer(database: Database, actor: Actor = CLERK) -> Offer:
    with database.reading() as session:
        return offer_now(session, actor)


def names(database: Database) -> tuple[str | None, str | None]:
    now = offer(database)
    return (now.undo.name if now.undo else None), (now.redo.name if now.redo else None)


def take_back(database: Database, actor: Actor = CLERK) -> Done:
    return do(database, actor, undo, today=TODAY)


def do_again(database: Database, actor: Actor = CLERK) -> Done:
    return do(database, actor, redo, today=TODAY)


def held(database: Database) -> dict[str, list[Any]]:
    """All rows of the registers, and what search finds."""
    found: dict[str, list[Any]] = {}
    with database.engine.connect() as connection:
        for table in office_tables():
            if table.name in _REGISTERS:
                rows = connection.execute(select(table).order_by(*table.primary_key.columns))
                found[table.name] = [tuple(row) for row in rows]
        for name in SEARCHED:
            for words in ("通知", "申请人", "S0000", "示公开"):
                matches = found_by(connection, name, words)
                assert matches is not None
                ids = select(text("id")).select_from(text(name)).where(matches)
                found[f"{name} {words}"] = sorted(connection.execute(ids).scalars())
    return found


def findings(place: str) -> list[str]:
    return [one.message for one in verify(place).findings]


# ---------------------------------------------------------------------------- any sequence


class AnyDay:
    """A clerk's day made up: whatever a command refuses was not done."""

    def __init__(self, seed: int, first_number: int = 0) -> None:
        self._random = random.Random(seed)
        self._office = RandomOffice(seed + 1, 2023, 2024)
        self._place = first_number

    def run(self, database: Database, steps: int) -> None:
        """So many commands, each in a transaction of its own."""
        often = (self._add, self._change, self._step)
        ways = (*often, *often, self._remove, self.take_in, self._write, self._link)
        for _ in range(steps):
            try:
                with database.writing(CLERK) as session:
                    self._random.choice(ways)(session)
            except Refusal:
                continue

    def _fresh(self, kind: str) -> Card:
        self._place += 1
        if kind == "request":
            return self._office.request(self._place)
        if kind == "publication":
            return self._office.publication(self._place)
        if kind == "dispute":
            return self._office.dispute(self._place, [{"number": f"S{self._place:06d}"}])
        return self._office.entries(1)[0]

    def _kind(self) -> str:
        return self._random.choice(("request", "request", "publication", "dispute", "indicator"))

    def _add(self, session: Session) -> None:
        kind = self._kind()
        add_record(session, kind, self._fresh(kind), today=TODAY)

    def _any(self, session: Session, kind: str) -> int:
        ids = [id_ for id_, _ in read_cards(session, kind)]
        if not ids:
            raise Refusal("nothing there")
        return self._random.choice(ids)

    def _change(self, session: Session) -> None:
        kind = self._kind()
        fresh = self._fresh(kind)
        chosen = self._random.sample(sorted(fresh), min(3, len(fresh)))
        changes = {name: fresh[name] for name in chosen}
        change_record(session, kind, self._any(session, kind), changes, today=TODAY)

    def _remove(self, session: Session) -> None:
        kind = self._kind()
        remove_record(session, kind, self._any(session, kind), "重复登记")

    def _step(self, session: Session) -> None:
        request = record_of(session, "request", self._any(session, "request"))
        assert isinstance(request, Request)
        day = request.received_on + timedelta(days=self._random.randint(0, 30))
        if request.events and self._random.random() < 0.6:
            event = self._random.choice(request.events)
            if self._random.random() < 0.5:
                remove_event(session, request.id, event.id, "登记错了", today=TODAY)
            else:
                told: Card = {"happened_on": day, "person": "张工"}
                change_event(session, request.id, event.id, told, today=TODAY)
            return
        kind = self._random.choice(("correction_asked", "delivery", "fee_notice", "extension"))
        told = {"happened_on": day}
        if kind == "extension":
            told["extension_workdays"] = 10
        add_event(session, request.id, kind, told, today=TODAY)

    def take_in(self, session: Session) -> None:
        """Six records at once, as from a ledger."""
        begin_step(session, "导入台账")
        for kind in ("publication", "request"):
            enrol(session, kind, [self._fresh(kind) for _ in range(3)])

    def _write(self, session: Session) -> None:
        words = self._random.choice(("本年主动公开信息若干条。", "没有。", ""))
        write_report_text(session, 2024, 1, words)

    def _link(self, session: Session) -> None:
        id_ = self._any(session, "request")
        link_as_repeated(session, id_, f"S{self._random.randint(0, self._place):06d}", today=TODAY)


@pytest.fixture(params=PLACES)
def copies(request: pytest.FixtureRequest) -> Any:
    """Makes places of offices without records, one after another."""
    if request.param == "sqlite":
        founded: Path = request.getfixturevalue("founded_file")

        def files() -> Iterator[str]:
            with TemporaryDirectory() as folder:
                yield str(shutil.copy(founded, Path(folder) / "office.db"))

        return files, 3
    server, like = (request.getfixturevalue(one) for one in ("server", "founded_database"))

    def databases() -> Iterator[str]:
        with fresh_database(server, like) as url:
            yield url.render_as_string(hide_password=False)

    return databases, 1


def test_any_day_is_taken_back_to_its_morning_and_done_again_to_its_evening(copies: Any) -> None:
    places, examples = copies

    @settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # an example is a whole day: to make it smaller takes minutes
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(seed=st.integers(0, 10_000), steps=st.integers(8, 12))
    def hold(seed: int, steps: int) -> None:
        for place in places():
            _hold_a_day(place, seed, steps)

    hold()


def _hold_a_day(place: str, seed: int, steps: int) -> None:
    database = open_database(place)
    try:
        with database.writing(COLLEAGUE) as session:
            AnyDay(seed + 7, first_number=900).take_in(session)
        morning = held(database)
        AnyDay(seed).run(database, steps)
        evening, number = held(database), 0
        while offer(database).undo is not None:
            take_back(database)
            number += 1
        assert held(database) == morning
        assert findings(place) == []
        database.close()
        database = open_database(place)  # the next start of the program
        for _ in range(number):
            do_again(database)
        assert offer(database).redo is None
        assert held(database) == evening
        assert findings(place) == []
        for _ in range(number // 2):
            take_back(database)
        for _ in range(number // 2):
            do_again(database)
        assert held(database) == evening
    finally:
        database.close()


# ---------------------------------------------------------------------------- what it is called


def test_a_change_is_called_by_its_number_and_field(registers: Database) -> None:
    request = enter(registers)
    assert names(registers) == ("登记申请 2025-017", None)
    do(registers, CLERK, change_record, "request", request, {"content": "名单"}, today=TODAY)
    assert names(registers)[0] == "修改 2025-017 申请内容"
    told: Card = {"happened_on": date(2025, 6, 20), "outcome": "granted"}
    do(registers, CLERK, add_event, request, "reply", told, today=TODAY)
    assert names(registers)[0] == "登记答复 2025-017"
    with registers.reading() as session:
        event = session.get_one(Request, request).events[0].id
    changes: Card = {"happened_on": date(2025, 6, 23)}
    do(registers, CLERK, change_event, request, event, changes, today=TODAY)
    assert names(registers)[0] == "修改 2025-017 办结日期"
    changes = {"note": "急", "phone": "1", "address": "县城"}
    do(registers, CLERK, change_record, "request", request, changes, today=TODAY)
    assert names(registers)[0] == "修改 2025-017 联系电话等3栏"


def test_other_changes_are_called_by_what_was_done(registers: Database) -> None:
    item = enter(registers, "publication", ITEM)
    assert names(registers)[0] == "登记主动公开 G1"
    do(registers, CLERK, remove_record, "publication", item, "重复登记")
    assert names(registers)[0] == "删除主动公开 G1"
    do(registers, CLERK, write_report_text, 2025, 2, "没有。")
    assert names(registers)[0] == "修改2025年度报告第2章"
    with registers.writing(CLERK) as session:
        begin_step(session, "导入")
        cards = [ITEM | {"number": f"G{place}"} for place in range(2, 14)]
        ids = enrol(session, "publication", cards)
    assert names(registers)[0] == "导入 12 条主动公开"
    do(registers, CLERK, change_records, "publication", ids, {"category": "规划"}, today=TODAY)
    assert names(registers)[0] == "批量修改12条主动公开：信息类别"
    do(registers, CLERK, change_record, "office", 1, {"phone": "1234"})
    assert names(registers)[0] == "修改 示例县科学技术局 联系电话"


def test_many_lines_that_are_in_no_register_are_called_by_their_step(registers: Database) -> None:
    units = [("青石镇人民政府", False), ("示例县税务局", True)]
    do(registers, CLERK, keep_subordinates, units)
    assert names(registers) == ("修改汇总的下属单位（2条）", None)
    take_back(registers)
    assert names(registers) == (None, "修改汇总的下属单位（2条）")
    with registers.reading() as session:
        assert subordinates(session) == []


def test_a_renamed_request_is_one_change_with_what_names_it(registers: Database) -> None:
    request = enter(registers)
    case: Card = {
        "number": "复议1",
        "kind": "reconsideration",
        "request_number": "2025-017",
        "accepted_on": date(2025, 7, 1),
    }
    dispute = enter(registers, "dispute", case)
    do(registers, CLERK, change_record, "request", request, {"number": "2025-018"}, today=TODAY)
    assert names(registers)[0] == "修改 2025-018 申请编号"
    done = take_back(registers)
    assert done.step == "撤销：修改 2025-018 申请编号"
    assert (done.kind, done.record_id) == ("request", request)
    assert done.kinds == {"request", "dispute"}
    with registers.reading() as session:
        assert card_of(record_of(session, "dispute", dispute))["request_number"] == "2025-017"


def test_the_journal_says_what_was_undone_and_redone(registers: Database) -> None:
    enter(registers)
    assert take_back(registers).step == "撤销：登记申请 2025-017"
    assert names(registers) == (None, "登记申请 2025-017")
    assert do_again(registers).step == "重做：登记申请 2025-017"
    assert names(registers) == ("登记申请 2025-017", None)
    assert take_back(registers).step == "撤销：登记申请 2025-017"
    with registers.reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.kind == "request"))
        told = [one.step for one in lines]
    assert told == [
        "登记依申请公开",
        "撤销：登记申请 2025-017",
        "重做：登记申请 2025-017",
        "撤销：登记申请 2025-017",
    ]


# ---------------------------------------------------------------------------- what may be undone


def test_a_new_step_leaves_nothing_to_redo(registers: Database) -> None:
    enter(registers)
    take_back(registers)
    enter(registers, "publication", ITEM)
    assert names(registers) == ("登记主动公开 G1", None)
    with pytest.raises(Refusal, match="没有可以重做的操作"):
        do_again(registers)


def test_only_the_own_work_of_today_is_taken_back(registers: Database) -> None:
    enter(registers)
    assert offer(registers, COLLEAGUE).undo is None
    with pytest.raises(Refusal, match="今天没有可以撤销的操作"):
        take_back(registers, COLLEAGUE)
    with registers.reading() as session:
        tomorrow = start_of_day() + timedelta(days=2)
        assert offer_now(session, CLERK, since=tomorrow).undo is None


def test_an_export_is_no_step_to_take_back_and_clears_nothing(registers: Database) -> None:
    enter(registers)
    take_back(registers)
    do(registers, CLERK, note_personal_export, 2025, "台账.xlsx")
    assert names(registers) == (None, "登记申请 2025-017")


def test_what_somebody_went_on_with_is_not_taken_back(registers: Database) -> None:
    request = enter(registers)
    do(registers, CLERK, change_record, "request", request, {"content": "甲"}, today=TODAY)
    do(registers, COLLEAGUE, change_record, "request", request, {"content": "乙"}, today=TODAY)
    with pytest.raises(
        Refusal, match=r"不能撤销“修改 2025-017 申请内容”：2025-017的“申请内容”之后又改过"
    ):
        take_back(registers)
    do(registers, COLLEAGUE, change_record, "request", request, {"content": "甲"}, today=TODAY)
    take_back(registers)
    told: Card = {"happened_on": date(2025, 6, 5)}
    do(registers, COLLEAGUE, add_event, request, "correction_asked", told, today=TODAY)
    with pytest.raises(Refusal, match="申请2025-017之后登记了办理步骤"):
        take_back(registers)


def test_another_field_that_a_colleague_changed_stays_changed(registers: Database) -> None:
    request = enter(registers)
    do(registers, CLERK, change_record, "request", request, {"content": "甲"}, today=TODAY)
    do(registers, COLLEAGUE, change_record, "request", request, {"note": "急件"}, today=TODAY)
    take_back(registers)
    with registers.reading() as session:
        card = card_of(record_of(session, "request", request))
    assert (card["content"], card["note"]) == ("农机补贴发放名单", "急件")


def test_an_order_of_steps_that_cannot_be_does_not_come_back(registers: Database) -> None:
    request = enter(registers)
    earlier: Card = {"received_on": date(2025, 6, 1)}
    do(registers, CLERK, change_record, "request", request, earlier, today=TODAY)
    told: Card = {"happened_on": date(2025, 6, 2)}
    do(registers, COLLEAGUE, add_event, request, "correction_asked", told, today=TODAY)
    with pytest.raises(Refusal, match="不能撤销“修改 2025-017 收到日期”"):
        take_back(registers)


def test_a_number_that_was_given_away_meanwhile_is_not_taken_from_its_record(
    registers: Database,
) -> None:
    item = enter(registers, "publication", ITEM)
    do(registers, CLERK, remove_record, "publication", item, "重复登记")
    do(registers, COLLEAGUE, add_record, "publication", ITEM | {"title": "公告"})
    with pytest.raises(Refusal, match=r"不能撤销“删除主动公开 G1”：编号“G1”已用于另一条记录"):
        take_back(registers)


def test_a_request_that_a_dispute_names_since_stays(registers: Database) -> None:
    before: Card = {
        "number": "复议1",
        "kind": "reconsideration",
        "request_number": "2025-017",
        "accepted_on": date(2025, 7, 1),
    }
    do(registers, COLLEAGUE, add_record, "dispute", before)
    enter(registers)
    take_back(registers)  # that case was there before the request
    do_again(registers)
    do(registers, COLLEAGUE, add_record, "dispute", before | {"number": "复议2"})
    with pytest.raises(Refusal, match="申请2025-017之后关联了复议诉讼案件复议2"):
        take_back(registers)


def test_a_request_that_another_repeats_is_not_removed(registers: Database) -> None:
    first = enter(registers)
    second = enter(registers, card=REQUEST | {"number": "2025-020"})
    do(registers, CLERK, link_as_repeated, second, "2025-017", today=TODAY)
    with pytest.raises(Refusal, match="申请2025-020登记的原申请是2025-017，不能删除"):
        do(registers, CLERK, remove_record, "request", first, "重复登记")


def test_drafts_of_letters_come_back_with_their_files(registers: Database) -> None:
    request = enter(registers)
    first = make(registers, request, "reply_not_exist", date(2025, 6, 20), content=b"one")
    make(registers, request, "reply_not_exist", date(2025, 6, 20), content=b"two")
    do(registers, CLERK, remove_draft, first.id)
    do(registers, CLERK, remove_record, "request", request, "重复登记")
    take_back(registers)
    with registers.reading() as session:
        assert letters_of(session, request) == []
    take_back(registers)
    with registers.reading() as session:
        assert letter_content(session, first.id) == b"two"
    take_back(registers)
    with registers.reading() as session:
        assert letter_content(session, first.id) == b"one"
    take_back(registers)
    for _ in range(2):
        do_again(registers)
    with registers.reading() as session:
        assert letter_content(session, first.id) == b"two"


def test_a_final_letter_stays(registers: Database) -> None:
    request = enter(registers)
    told: Card = {"happened_on": date(2025, 6, 20), "outcome": "not_exist"}
    do(registers, CLERK, add_event, request, "reply", told, today=TODAY)
    make(registers, request, "reply_not_exist", date(2025, 6, 20), final=True)
    undo_ = offer(registers).undo
    assert undo_ is not None
    assert undo_.refusal == "文书已经定稿，不能撤销；内容有误请另行制作。"
    with pytest.raises(Refusal, match="文书已经定稿"):
        take_back(registers)


def test_very_many_records_are_left_to_the_backup(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        cards = [ITEM | {"number": f"G{place}"} for place in range(MOST_RECORDS + 1)]
        enrol(session, "publication", cards)
    undo_ = offer(registers).undo
    assert undo_ is not None
    assert undo_.name == f"导入台账（{MOST_RECORDS + 1}条）"
    with pytest.raises(Refusal, match="请用操作之前的备份恢复"):
        take_back(registers)


def test_texts_of_a_report_come_back(registers: Database) -> None:
    do(registers, CLERK, write_report_text, 2025, 2, "第一稿。")
    do(registers, CLERK, write_report_text, 2025, 2, "")
    take_back(registers)
    with registers.reading() as session:
        assert report_texts(session, 2025) == {2: "第一稿。"}
    take_back(registers)
    with registers.reading() as session:
        assert report_texts(session, 2025) == {}


def test_verify_tells_of_an_undo_of_nothing(registers: Database) -> None:
    enter(registers)
    take_back(registers)
    place = registers.url.render_as_string(hide_password=False)
    place = str(registers.path or place)
    assert findings(place) == []
    with registers.engine.begin() as connection:
        connection.execute(text("UPDATE journal_change SET undoes = 999 WHERE undoes IS NOT NULL"))
    told, sealed = findings(place)
    assert told.startswith("有1次撤销或重做找不到它所针对的操作")
    assert sealed.startswith("有1条日志与封存时的不符")


def test_merged_departments_come_apart_and_together_again(registers: Database) -> None:
    item = enter(registers, "publication", ITEM | {"department": "办公室"})
    other = ITEM | {"number": "G2", "department": "综合办"}
    enter(registers, "publication", other)
    with registers.reading() as session:
        kept, gone = (one.id for one in departments(session))
    do(registers, CLERK, merge_departments, kept, gone)
    assert take_back(registers).step == "撤销：合并科室 办公室"

    def department() -> object:
        with registers.reading() as session:
            return card_of(record_of(session, "publication", item))["department"]

    assert department() == "办公室"
    do_again(registers)
    assert department() == "综合办"
    with registers.reading() as session:
        assert [one.name for one in departments(session)] == ["综合办"]
    take_back(registers)
    assert department() == "办公室"


def test_today_begins_at_this_computer_s_midnight() -> None:
    now = datetime.now().astimezone()
    assert timedelta(0) <= now - start_of_day().replace(tzinfo=UTC) < timedelta(hours=25)


def test_an_undo_tells_which_signed_year_counts_otherwise_now(registers: Database) -> None:
    item = enter(registers, "publication", ITEM | {"document_kind": "normative"})
    published: Card = {"published_on": date(2024, 3, 4), "made_on": date(2024, 3, 1)}
    do(registers, CLERK, change_record, "publication", item, published, today=TODAY)
    signed = {"today": date(2025, 1, 20)}
    do(registers, COLLEAGUE, close_year, edition_for(2024), 2024, "局长审定", **signed)
    done = take_back(registers)
    assert [one.message for one in done.findings] == [
        "2024年的统计表已经签发，这些登记现在与签发时不同，请在年度统计里查看。"
    ]
    do(registers, CLERK, close_year, edition_for(2023), 2023, "局长审定", **signed)
    with pytest.raises(Refusal, match="签发和重新开放不能撤销"):
        take_back(registers)
