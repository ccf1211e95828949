"""What is past the office's period is cleared everywhere; every figure and every seal stays."""

import json
import sqlite3
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.orm import Session

from disclosure_desk.commands.anonymising import anonymise, set_retention
from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.exports import note_register_export
from disclosure_desk.commands.letter_files import keep_content, letter_content
from disclosure_desk.commands.recycling import put_back
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.commands.undo import undo
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card, card_of
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.foreseen import foreseen
from disclosure_desk.records.journal import JournalEntry, journal_blot
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.personal import CLEARED
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.retained import last_day_over, past_retention
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.drafts import Draft, every_draft, keep_draft
from disclosure_desk.storage.find_anywhere import find_anywhere
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.traces import wipe_traces
from disclosure_desk.storage.verify import verify
from tests.offices import RandomOffice

CLERK = Actor("周砚清", "窗口电脑")
TODAY = date(2025, 9, 30)
# A name and numbers that stand nowhere else, so that any byte of them would be found.
NAME, OLD_NAME, AGENT, THIRD = "欧阳栖梧", "欧阳棲梧", "司徒鹤鸣", "端木清越"
NUMBER, PHONE, ADDRESS = "11010519491231002X", "13900000001", "示例县栖凤巷77号"
SECRETS = (NAME, OLD_NAME, AGENT, THIRD, NUMBER, PHONE, ADDRESS)
REQUEST: Card = {
    "number": "2014-001",
    "received_on": date(2014, 9, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": OLD_NAME,
    "id_number": NUMBER,
    "phone": PHONE,
    "address": ADDRESS,
    "agent": AGENT,
    "content": f"{NAME}申请公开栖凤巷征收补偿标准，请打电话{PHONE}。",
    "note": f"{NAME}来过",
}
BESIDE: Card = REQUEST | {
    "number": "2024-001",
    "received_on": date(2024, 9, 2),
    "applicant_name": "夏侯知远",
    "id_number": None,
    "phone": "13900000009",
    "address": None,
    "agent": None,
    "content": "申请公开2024年科技项目名单",
    "note": None,
}


def add(session: Session, card: Card) -> int:
    return add_record(session, "request", card, today=TODAY).record_id


def ended(session: Session, request_id: int, day: date, reason: str = "已查明") -> None:
    told = {"happened_on": day, "outcome": "granted", "reason": reason}
    add_event(session, request_id, "reply", told, today=TODAY)


@pytest.fixture
def life(registers: Database) -> int:
    """A request with all that can belong to it, closed in 2014, beside one of last year."""
    office = RandomOffice(5, first_year=2016, last_year=2024)
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        for kind, cards in office.cards(requests=110, publications=8, disputes=4).items():
            enrol(session, kind, cards)
    with registers.writing(CLERK) as session:
        request_id = add(session, REQUEST)
        ended(session, add(session, BESIDE), date(2024, 9, 20))
    with registers.writing(CLERK) as session:
        change_record(session, "request", request_id, {"applicant_name": NAME})
        sent = {"happened_on": date(2014, 9, 5), "consulted": "third_party", "addressee": THIRD}
        add_event(session, request_id, "consultation_sent", sent, today=TODAY)
        ended(session, request_id, date(2014, 9, 20), f"答复{NAME}")
    with registers.writing(CLERK) as session:
        begin_step(session, "保存文书")
        content = f"{NAME}：你的申请收悉".encode()
        letter = Letter(
            request_id=request_id, kind="reply", made_on=date(2014, 9, 20), final=True,
            number="示科公开〔2014〕1号", file_name=f"答复{NAME}.docx", sha256="0" * 64,
        )  # fmt: skip
        session.add(letter)
        session.flush()
        keep_content(session, letter, content)
        card: Card = {
            "number": "F1", "kind": "litigation_direct", "accepted_on": date(2014, 10, 8),
            "request_number": "2014-001", "concluded_on": date(2015, 2, 3), "result": "upheld",
            "note": f"原告{NAME}",
        }  # fmt: skip
        add_record(session, "dispute", card)
    with registers.writing(CLERK) as session:
        note_register_export(session, "request", 1, f"2014年；查找“{NAME}”", "列表.xlsx")
        typed = {"note": NAME}
        keep_draft(session, Draft("k1", "request", request_id, None, f"2014-001　{NAME}", typed))
        keep_draft(session, Draft("k2", "step.reply", None, request_id, "", {"reason": NAME}))
        keep_draft(session, Draft("k3", "request", None, None, "别的", {"note": "留着"}))
        session.execute(
            insert(foreseen).values(day=TODAY, journal_id=1, unit_name="局", agenda=NAME)
        )
    return request_id


def clear(database: Database, years: int = 5, *, with_texts: bool = False) -> str:
    with database.writing(CLERK) as session:
        set_retention(session, years)
    with database.writing(CLERK) as session:
        step = anonymise(session, today=TODAY, with_texts=with_texts).step
    assert wipe_traces(database)
    return step


def tables(database: Database) -> list[object]:
    with database.reading() as session:
        return [
            tally(session, edition_for(year, edition), Period.of_year(year))
            for year, edition in (
                *((year, None) for year in range(2014, 2026)),
                (2016, "2014-county"),
            )
        ]


def errors(database: Database) -> list[str]:
    place = database.url.render_as_string(hide_password=False)
    return [one.message for one in verify(place).findings if one.severity == "error"]


def bytes_of(database: Database) -> bytes:
    assert database.path is not None
    files = database.path.parent.glob(f"{database.path.name}*")
    return b"".join(one.read_bytes() for one in files)


# ---------------------------------------------------------------------------- the period


def test_nothing_is_due_before_the_office_names_a_period(registers: Database, life: int) -> None:
    with registers.reading() as session:
        assert past_retention(session, TODAY) == []
    with registers.writing(CLERK) as session, pytest.raises(Refusal, match="还没有设置"):
        anonymise(session, today=TODAY)
    for years in (0, -1, 101):
        with registers.writing(CLERK) as session, pytest.raises(Refusal, match="1到100年"):
            set_retention(session, years)


def test_a_period_ends_on_the_day_of_the_end_so_many_years_later() -> None:
    assert last_day_over(date(2025, 9, 30), 5) == date(2020, 9, 29)
    assert last_day_over(date(2024, 2, 29), 5) == date(2019, 2, 28)


def test_a_request_is_due_from_the_last_thing_that_happened_in_it(office_file_2: Database) -> None:
    def due(today: date) -> list[str]:
        with office_file_2.reading() as session:
            return [one.number for one in past_retention(session, today)]

    with office_file_2.writing(CLERK) as session:
        set_retention(session, 5)
        closed = add(session, REQUEST)
        ended(session, closed, date(2014, 9, 20))
        add(session, REQUEST | {"number": "2014-002"})  # never finished
        removed = add(session, REQUEST | {"number": "2014-003"})
        remove_record(session, "request", removed, "重复登记")
    assert due(date(2019, 9, 20)) == []
    assert due(date(2019, 9, 21)) == ["2014-001"]
    with office_file_2.writing(CLERK) as session:
        card: Card = {
            "number": "F1", "kind": "litigation_direct", "accepted_on": date(2014, 10, 8),
            "request_number": "2014-001",
        }  # fmt: skip
        case = add_record(session, "dispute", card).record_id
    assert due(date(2030, 1, 1)) == []
    with office_file_2.writing(CLERK) as session:
        told: Card = {"concluded_on": date(2015, 2, 3), "result": "upheld"}
        change_record(session, "dispute", case, told)
    assert due(date(2020, 2, 3)) == []
    assert due(date(2020, 2, 4)) == ["2014-001"]
    # What lies in the recycle bin counts from the day on which it was removed.
    assert "2014-003" in due(date(2099, 1, 1))


# ---------------------------------------------------------------------------- clearing


@pytest.mark.parametrize("with_texts", [False, True])
def test_no_byte_of_a_cleared_person_is_left_in_the_file(
    registers: Database, life: int, with_texts: bool
) -> None:
    if registers.path is not None:
        registers.settle()
        assert all(secret.encode() in bytes_of(registers) for secret in SECRETS)
    step = clear(registers, with_texts=with_texts)
    assert step.startswith("清除")
    assert errors(registers) == []
    if registers.path is not None:
        left = bytes_of(registers)
        assert [secret for secret in SECRETS if secret.encode() in left] == []
        # Pairs of characters are what the search index holds of a name.
        assert "栖梧".encode() not in left
    with registers.reading() as session:
        card = card_of(session.get_one(Request, life))
        assert card["applicant_name"] == CLEARED
        assert not {"id_number", "phone", "address", "agent"} & set(card)
        assert (card["applicant_kind"], card["outcome"]) == ("natural", "granted")
        content = card["content"]
        whole = f"{CLEARED}申请公开栖凤巷征收补偿标准，请打电话{CLEARED}。"
        assert content == (CLEARED if with_texts else whole)
        assert [one.name for one in every_draft(session)] == ["别的"]
        assert find_anywhere(session, NAME) == []
        assert next(one.number for one in find_anywhere(session, "2014-001")) == "2014-001"
        assert session.scalars(select(Dispute)).first() is not None
        with pytest.raises(Refusal, match="已按个人信息保存期限清除"):
            letter_content(session, session.scalars(select(Letter)).one().id)
        # What is not yet due is as it was.
        beside = session.scalars(select(Request).where(Request.number == "2024-001")).one()
        assert (beside.applicant_name, beside.phone) == ("夏侯知远", "13900000009")
        assert past_retention(session, TODAY) == []


def test_every_table_of_every_year_stays_to_the_cell(registers: Database, life: int) -> None:
    with registers.writing(CLERK) as session:
        close_year(session, edition_for(2018), 2018, "首次签发", today=date(2019, 1, 20))
    before = tables(registers)
    clear(registers, years=1)
    assert tables(registers) == before
    assert errors(registers) == []


def test_the_journal_says_what_was_cleared_and_by_whom(registers: Database, life: int) -> None:
    clear(registers)
    with registers.reading() as session:
        lines = session.scalars(
            select(JournalEntry).where(JournalEntry.step.startswith("清除")).order_by("id")
        ).all()
        told = json.loads(lines[0].after or "")
        assert told["until"] == "2020-09-29"
        assert told["requests"] >= 1
        own = [one for one in lines if (one.kind, one.record_id) == ("request", life)]
        assert json.loads(own[0].after or "") == {"anonymised_on": "2025-09-30"}
    found = verify(registers.url.render_as_string(hide_password=False)).findings
    (hint,) = [one for one in found if one.rule == "V12"]
    assert hint.severity == "hint"
    assert "已按保存期限清除" in hint.message


def test_clearing_cannot_be_undone(registers: Database, life: int) -> None:
    clear(registers)
    with registers.writing(CLERK) as session, pytest.raises(Refusal, match="不能撤销"):
        undo(session, today=TODAY)


def test_what_lies_in_the_recycle_bin_is_cleared_too(registers: Database, life: int) -> None:
    with registers.writing(CLERK) as session:
        card = REQUEST | {"number": "2014-002", "applicant_name": NAME}
        removed = add(session, card)
    with registers.writing(CLERK) as session:
        remove_record(session, "request", removed, f"{NAME}撤回，电话{PHONE}")
    later = date(2099, 1, 1)
    with registers.writing(CLERK) as session:
        set_retention(session, 5)
        anonymise(session, today=later)
    assert wipe_traces(registers)
    assert errors(registers) == []
    if registers.path is not None:
        left = bytes_of(registers)
        assert [secret for secret in SECRETS if secret.encode() in left] == []
    with registers.writing(CLERK) as session:
        put_back(session, "request", removed, today=TODAY)
        card = card_of(session.get_one(Request, removed))
        assert card["applicant_name"] == CLEARED
        assert card["number"] == "2014-002"
        assert past_retention(session, later) == []


def test_a_second_clearing_goes_on_from_the_first(registers: Database, life: int) -> None:
    """Two requests of one line of the journal, cleared in different years."""
    clear(registers, years=8)
    first = clear(registers, years=2)
    assert first
    assert errors(registers) == []
    with registers.reading() as session:
        kept = dict(session.execute(select(journal_blot)).all())
        assert kept


# ---------------------------------------------------------------------------- tampering


def tampered(place: Path, act: Callable[[sqlite3.Connection], object]) -> list[str]:
    connection = sqlite3.connect(place)
    act(connection)
    connection.commit()
    connection.close()
    return [one.rule for one in verify(place).findings if one.severity == "error"]


def blotted_lines(connection: sqlite3.Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT line FROM journal_blot ORDER BY line")]


def change_blotted(connection: sqlite3.Connection) -> None:
    line = blotted_lines(connection)[0]
    connection.execute(
        "UPDATE journal SET after = replace(after, '已清除', '已改写') WHERE id = ?", (line,)
    )


def blot_by_hand(connection: sqlite3.Connection) -> None:
    line = connection.execute("SELECT max(line) FROM journal_seal").fetchone()[0]
    connection.execute("INSERT INTO journal_blot VALUES (?, '')", (line,))


def forget_a_blot(connection: sqlite3.Connection) -> None:
    connection.execute("DELETE FROM journal_blot WHERE line = ?", (blotted_lines(connection)[0],))


def change_a_kept_hash(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE journal_blot SET texts = ? WHERE texts <> ''", ("0" * 64,))


def change_who_did_it(connection: sqlite3.Connection) -> None:
    line = blotted_lines(connection)[0]
    connection.execute("UPDATE journal SET actor = '别人' WHERE id = ?", (line,))


def change_what_attests(connection: sqlite3.Connection) -> None:
    connection.execute(
        "UPDATE journal SET after = replace(after, '\"', ' \"') WHERE kind = 'anonymising'"
    )


@pytest.mark.parametrize(
    "act",
    [
        *(change_blotted, blot_by_hand, forget_a_blot, change_a_kept_hash),
        *(change_who_did_it, change_what_attests),
    ],
)
def test_a_hand_laid_on_what_was_cleared_is_found(
    cleared_file: Path, tmp_path: Path, act: Callable[[sqlite3.Connection], object]
) -> None:
    place = tmp_path / "office.db"
    place.write_bytes(cleared_file.read_bytes())
    assert "V11" in tampered(place, act)


@pytest.fixture(scope="module")
def cleared_file(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("cleared") / "office.db"
    place.write_bytes(founded_file.read_bytes())
    database = open_database(place)
    with database.writing(CLERK) as session:
        set_retention(session, 5)
        ended(session, add(session, REQUEST), date(2014, 9, 20))
        ended(session, add(session, BESIDE), date(2024, 9, 20))
    with database.writing(CLERK) as session:
        anonymise(session, today=TODAY)
    wipe_traces(database)
    database.close()
    assert [one for one in verify(place).findings if one.severity == "error"] == []
    return place


@pytest.fixture
def office_file_2(founded_file: Path, tmp_path: Path) -> Iterable[Database]:
    place = tmp_path / "office.db"
    place.write_bytes(founded_file.read_bytes())
    database = open_database(place)
    yield database
    database.close()


def test_amounts_in_cleared_lines_read_as_before(office_file_2: Database) -> None:
    with office_file_2.writing(CLERK) as session:
        begin_step(session, "导入台账")
        cards: list[Card] = [
            REQUEST
            | {
                "number": f"2014-{place:03d}", "fee_notice_on": date(2014, 9, 3),
                "fee_paid_on": date(2014, 9, 8), "fee_yuan": Decimal("12.50"),
                "finished_on": date(2014, 9, 20), "outcome": "granted",
            }
            for place in range(110)
        ]  # fmt: skip
        enrol(session, "request", cards)
    before = tables(office_file_2)
    with office_file_2.writing(CLERK) as session:
        set_retention(session, 5)
        assert anonymise(session, today=TODAY).step == "清除110件申请的个人信息"
    assert errors(office_file_2) == []
    assert tables(office_file_2) == before
    with office_file_2.reading() as session:
        told = session.execute(
            text("SELECT after FROM journal WHERE kind = 'request' AND last_id IS NOT NULL")
        ).scalars()
        names = [json.loads(one)["columns"] for one in told]
        assert all("applicant_name" in one for one in names)
