"""The copy without persons has the figures of the office to the cell, and no byte of anybody."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.departments import change_department
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.offices import the_office, write_report_text
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.exchange.deidentified_copy import write_deidentified_copy
from disclosure_desk.exchange.stand_ins import LEFT_OUT, StandIns
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import Card
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.office import Department
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.rules.personal_marks import is_identity_number, marks_in
from disclosure_desk.statistics.closing import signed_of
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.drafts import Draft, every_draft, keep_draft
from disclosure_desk.storage.find_anywhere import find_anywhere
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.verify import verify
from tests.offices import RandomOffice

CLERK = Actor("诸葛听雪", "窗口电脑")
TODAY = date(2025, 9, 30)
NAME, AGENT, THIRD, STAFF = "欧阳栖梧", "司徒鹤鸣", "端木清越", "诸葛听雪"
NUMBER, PHONE, ADDRESS, POST = "11010519491231002X", "13900000001", "栖凤巷77号", "XA900000017CN"
HEAD, LIAISON, DESK_PHONE = "长孙望舒", "尉迟照野", "0571-60000001"
SECRETS = (
    *(NAME, AGENT, THIRD, STAFF, NUMBER, PHONE, ADDRESS, POST, HEAD, LIAISON, DESK_PHONE),
    *("刻意写的话", "qiwu@example.org"),
)
REQUEST: Card = {
    "number": "2023-900",
    "received_on": date(2023, 9, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": NAME,
    "id_number": NUMBER,
    "phone": PHONE,
    "address": ADDRESS,
    "agent": AGENT,
    "content": f"刻意写的话：{NAME}申请公开补偿标准，电话{PHONE}",
    "delivery_wanted": "发到 qiwu@example.org",
    "note": "刻意写的话",
    "department": "规划科",
}


@pytest.fixture(scope="module")
def filled_file(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office in which persons are named wherever they can be."""
    path = tmp_path_factory.mktemp("filled") / "office.db"
    path.write_bytes(founded_file.read_bytes())
    database = open_database(path)
    with database.writing(CLERK) as session:
        begin_step(session, "导入台账")
        for kind, cards in RandomOffice(11).cards(requests=120, publications=110).items():
            enrol(session, kind, cards)
        office = the_office(session)
        office.head, office.clerk, office.phone = HEAD, STAFF, DESK_PHONE
    with database.writing(CLERK) as session:
        _fill(session)
        close_year(session, edition_for(2022), 2022, "刻意写的话", today=date(2023, 1, 20))
        write_report_text(session, 2023, 1, f"联系人{STAFF}，电话{DESK_PHONE}，全年3条。")
        keep_draft(session, Draft("k", "request", None, None, NAME, {"note": NAME}))
    database.close()
    return path


def _fill(session: Session) -> None:
    again = REQUEST | {"number": "2023-901", "content": "再问一次"}
    for card in (REQUEST, again):
        key = add_record(session, "request", card, today=TODAY).record_id
        sent = {"happened_on": date(2023, 9, 4), "consulted": "third_party", "addressee": THIRD}
        add_event(session, key, "consultation_sent", sent, today=TODAY)
        told = {
            "happened_on": date(2023, 9, 20), "outcome": "granted", "reason": "刻意写的话",
            "person": STAFF,
        }  # fmt: skip
        add_event(session, key, "reply", told, today=TODAY)
        sent = {"happened_on": date(2023, 9, 21), "tracking_number": POST}
        add_event(session, key, "delivery", sent, today=TODAY)
    item: Card = {
        "number": "G900", "title": f"关于{NAME}表彰的通报", "made_on": date(2022, 3, 4),
        "document_kind": "normative", "secrecy_reviewer": STAFF, "note": "刻意写的话",
    }  # fmt: skip
    add_record(session, "publication", item)
    gone = add_record(session, "publication", item | {"number": "G901", "title": "错"}).record_id
    change_record(session, "publication", gone, {"note": NAME})
    remove_record(session, "publication", gone, f"{NAME}说错了")
    department = session.scalars(select(Department).where(Department.name == "规划科")).one()
    change_department(session, department.id, {"liaison": LIAISON, "phone": DESK_PHONE})


@pytest.fixture
def office(filled_file: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "office.db"
    path.write_bytes(filled_file.read_bytes())
    database = open_database(path)
    yield database
    database.close()


@pytest.fixture(scope="module")
def copied_file(filled_file: Path) -> Path:
    path = filled_file.with_name("脱敏.db")
    database = open_database(filled_file)
    write_deidentified_copy(database, path, actor=CLERK)
    database.close()
    return path


@pytest.fixture
def copy(copied_file: Path, tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "脱敏.db"
    path.write_bytes(copied_file.read_bytes())
    database = open_database(path)
    yield database
    database.close()


def tables(database: Database) -> list[object]:
    with database.reading() as session:
        return [
            tally(session, edition_for(year), Period.of_year(year)) for year in range(2014, 2026)
        ]


@pytest.mark.parametrize("keep_texts", [False, True])
def test_no_byte_of_a_person_is_in_the_copy_and_every_table_is_the_same(
    office: Database, tmp_path: Path, keep_texts: bool
) -> None:
    assert office.path is not None
    office.settle()
    # Of what is written only, not of what is compressed or cut for the search.
    assert all(one.encode() in office.path.read_bytes() for one in SECRETS)
    path = tmp_path / "脱敏.db"
    write_deidentified_copy(office, path, actor=CLERK, keep_texts=keep_texts)
    left = path.read_bytes()
    secrets = [one for one in SECRETS if not (keep_texts and one == "刻意写的话")]
    assert [one for one in secrets if one.encode() in left] == []
    assert "栖梧".encode() not in left
    assert [one for one in path.parent.iterdir() if one.name.startswith((".", "脱敏.db-"))] == []
    assert verify(path).findings == []
    copied = open_database(path)
    assert tables(copied) == tables(office)
    with copied.reading() as session:
        request = session.scalars(select(Request).where(Request.number == "2023-900")).one()
        assert request.content is not None
        if keep_texts:
            assert request.content.startswith("刻意写的话：")
            assert marks_in(request.content) == []
        else:
            assert request.content == LEFT_OUT
    copied.close()


def test_a_person_has_one_stand_in_wherever_he_stands(copy: Database) -> None:
    with copy.reading() as session:
        wanted = select(Request).where(Request.number.in_(("2023-900", "2023-901")))
        first, again = session.scalars(wanted).all()
        assert first.applicant_name == again.applicant_name
        assert str(first.applicant_name).startswith("申请人")
        assert is_identity_number(str(first.id_number))
        assert (first.id_number, first.phone) == (again.id_number, again.phone)
        assert str(first.address).startswith("示例县")
        assert (first.note, first.repeats_number) == (LEFT_OUT, None)
        item = session.scalars(select(Publication).where(Publication.number == "G900")).one()
        assert item.title == f"关于{first.applicant_name}表彰的通报"
        assert str(item.secrecy_reviewer).startswith("工作人员")
        assert len(find_anywhere(session, str(first.applicant_name))) == 3
        events = session.scalars(select(RequestEvent.person).distinct()).all()
        assert {one for one in events if one} == {item.secrecy_reviewer}


def test_the_journal_begins_with_the_copy(copy: Database) -> None:
    with copy.reading() as session:
        assert set(session.scalars(select(JournalEntry.actor))) == {"脱敏副本"}
        assert set(session.scalars(select(JournalEntry.step))) == {"建立脱敏副本"}
        assert every_draft(session) == []


def test_a_signed_year_stays_signed_with_its_lists(office: Database, copy: Database) -> None:
    signed = []
    for database in (office, copy):
        with database.reading() as session:
            closed = session.scalars(select(ClosedYear)).one()
            signed.append(signed_of(session, closed))
    before, after = signed
    assert after.cells == before.cells
    assert after.members.lists == before.members.lists
    assert before.signature.by == STAFF
    assert after.signature.by.startswith("工作人员")
    assert after.signature.reason == LEFT_OUT
    titles = {one.title for one in after.members.named.values()}
    assert not any(NAME in title for title in titles)


def test_the_copy_goes_on_to_be_worked_in(copy: Database) -> None:
    with copy.writing(CLERK) as session:
        key = add_record(session, "request", REQUEST | {"number": "2025-1"}, today=TODAY).record_id
        highest = session.scalar(select(func.max(Request.id)))
    assert key == highest
    assert verify(str(copy.path)).findings == []


def test_the_making_is_journalled_and_no_file_is_written_over(
    office: Database, tmp_path: Path
) -> None:
    place = tmp_path / "副本.db"
    place.write_text("别的", encoding="utf-8")
    with pytest.raises(Refusal, match="已经存在"):
        write_deidentified_copy(office, place, actor=CLERK)
    assert place.read_text(encoding="utf-8") == "别的"
    write_deidentified_copy(office, tmp_path / "副本2.db", actor=CLERK)
    with office.reading() as session:
        newest = select(JournalEntry).order_by(JournalEntry.id.desc()).limit(1)
        line = session.scalars(newest).one()
        assert (line.kind, line.step, line.actor) == ("export", "另存脱敏副本", STAFF)
        assert "副本2.db" in str(line.after)


names = st.text("王李张刘陈赵欧阳司徒芳敏静丽强磊军洋勇艳", min_size=1, max_size=5)
parts = st.one_of(names, st.sampled_from(["申请", "。", "13900000001、", "示例路8号", " "]))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(names, min_size=1, max_size=8), st.lists(parts, max_size=12))
def test_no_known_name_is_left_in_any_text(known: list[str], told: list[str]) -> None:
    stand_ins = StandIns()
    for name in known:
        stand_ins.person(name)
    plain = stand_ins.plain("".join(told)) or ""
    rest = plain
    for place in range(len(known), 0, -1):
        for stem in ("甲乙丙丁戊己庚辛壬癸"[place - 1 : place], str(place)):
            rest = rest.replace(f"工作人员{stem}", "|")
    assert not [one for one in known if len(one) > 1 and one in rest]
    assert "13900000001" not in plain


def test_an_office_on_a_server_is_copied_into_a_file(registers: Database, tmp_path: Path) -> None:
    with registers.writing(CLERK) as session:
        begin_step(session, "导入台账")
        cards = RandomOffice(12).cards(requests=20, publications=10)
        for kind, some in cards.items():
            enrol(session, kind, some)
    path = tmp_path / "脱敏.db"
    write_deidentified_copy(registers, path, actor=CLERK)
    copied = open_database(path)
    assert tables(copied) == tables(registers)
    copied.close()
    assert verify(path).findings == []
