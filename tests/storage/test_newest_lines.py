"""What others write is seen by who looks, and what one wrote oneself is not told as news."""

from datetime import date

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.newest_lines import News, newest_line, news_since

ME, OTHER = Actor("林知夏", "二楼电脑"), Actor("王芳", "窗口电脑")
ITEM: Card = {"number": "2025-001", "title": "财政预算", "made_on": date(2025, 3, 3)}
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 6, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
}


def _news(database: Database, line: int) -> News:
    with database.reading() as session:
        return news_since(session, line, database.own_changes)


def test_what_another_program_wrote_is_news_and_what_this_one_wrote_is_not(
    registers: Database, founded_place: str
) -> None:
    with registers.reading() as session:
        line = newest_line(session)
    with registers.writing(ME) as session:
        mine = add_record(session, "publication", ITEM).record_id
    assert _news(registers, line).kinds == frozenset()
    beside = open_database(founded_place)
    with beside.writing(OTHER) as session:
        request = add_record(session, "request", REQUEST).record_id
    with beside.writing(OTHER) as session:
        told: Card = {"happened_on": date(2025, 6, 5)}
        add_event(session, request, "delivery", told, today=date(2025, 7, 1))
        change_record(session, "publication", mine, {"note": "核过"})
    with registers.writing(ME) as session:
        change_record(session, "publication", mine, {"title": "财政决算"})
    news = _news(registers, line)
    assert news.kinds == {"publication", "request"}
    assert news.records == {("publication", mine), ("request", request)}
    assert news.who == ("王芳",)
    assert _news(registers, news.newest) == News(news.newest)
    with beside.writing(OTHER) as session:
        remove_record(session, "publication", mine, "录错")
    beside.close()
    assert _news(registers, news.newest).records == {("publication", mine)}


def test_what_is_rolled_back_here_does_not_hide_what_another_writes_in_its_place(
    registers: Database, founded_place: str
) -> None:
    with registers.reading() as session:
        line = newest_line(session)
    try:
        with registers.writing(ME) as session:
            add_record(session, "publication", ITEM)
            raise KeyboardInterrupt
    except KeyboardInterrupt:
        pass
    beside = open_database(founded_place)
    with beside.writing(OTHER) as session:
        add_record(session, "publication", ITEM)
    beside.close()
    assert _news(registers, line).kinds == {"publication"}


def test_a_large_import_is_news_of_every_kind(registers: Database, founded_place: str) -> None:
    with registers.reading() as session:
        line = newest_line(session)
    beside = open_database(founded_place)
    cards = [{**ITEM, "number": f"2025-{each:04d}"} for each in range(300)]
    with beside.writing(OTHER) as session:
        begin_step(session, "导入台账")
        enrol(session, "publication", cards)
    beside.close()
    news = _news(registers, line)
    assert news.kinds == {"publication"}
    assert news.records == frozenset()
