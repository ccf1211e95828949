"""Letters are kept with their request: drafts may change, final ones become steps for good."""

import threading
from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from disclosure_desk.commands.letter_files import (
    is_outdated,
    letter_content,
    letter_to_deliver,
    letters_of,
    remove_draft,
)
from disclosure_desk.commands.letter_numbers import LetterNumber, next_number
from disclosure_desk.commands.letters import (
    MadeLetter,
    day_meant,
    kind_meant,
    make_letter,
    number_for,
    request_numbered,
    step_of,
)
from disclosure_desk.commands.registers import record_of, remove_record
from disclosure_desk.commands.steps import add_event, change_event, remove_event
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter, letter_file
from disclosure_desk.records.request import Request
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.storage.database import Database, open_database
from tests.letter_requests import (
    CLERK,
    ENDED,
    TODAY,
    describe_office,
    end_request,
    enter_request,
    whole_request,
)

KINDS = letter_kinds()
REPLY = "reply_not_exist"


def make(
    database: Database,
    request_id: int,
    slug: str,
    made_on: date,
    *,
    final: bool = False,
    content: bytes = b"letter",
) -> Letter:
    with database.writing(CLERK) as session:
        request = the_request(session, request_id)
        number = None
        if final:
            step = step_of(session, request, KINDS[slug], made_on)
            number = number_for(session, KINDS[slug], step, made_on)
        done = make_letter(
            session,
            request_id,
            MadeLetter(
                kind=KINDS[slug],
                made_on=made_on,
                content=content,
                file_name=f"{slug}.docx",
                final=final,
                number=number,
            ),
        )
        letter = session.get(Letter, done.record_id)
        assert letter is not None
        return letter


def the_request(session: Session, request_id: int) -> Request:
    request = record_of(session, "request", request_id)
    assert isinstance(request, Request)
    return request


def steps(database: Database, request_id: int, kind: str) -> list[tuple[date | None, str | None]]:
    with database.reading() as session:
        events = the_request(session, request_id).events
        return [(one.happened_on, one.letter_number) for one in events if one.kind == kind]


def preview(database: Database, slug: str, made_on: date) -> str | None:
    with database.reading() as session:
        number = next_number(session, KINDS[slug], made_on)
        return number.text if number else None


def test_a_draft_takes_no_number_and_is_no_step(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)
    draft = make(registers, request_id, "receipt", TODAY)
    assert (draft.number, draft.final, draft.event_id) == (None, False, None)
    assert draft.person == CLERK.name
    assert steps(registers, request_id, "letter") == []
    assert preview(registers, "receipt", TODAY) == "示科公开回〔2025〕1号"


def test_the_same_draft_again_takes_the_place_of_the_first(registers: Database) -> None:
    request_id = enter_request(registers)
    first = make(registers, request_id, "receipt", TODAY, content=b"one")
    again = make(registers, request_id, "receipt", TODAY, content=b"two")
    make(registers, request_id, "register_sheet", TODAY, content=b"three")
    with registers.reading() as session:
        letters = letters_of(session, request_id)
        assert first.id == again.id
        assert [one.kind for one in letters] == ["receipt", "register_sheet"]
        assert [letter_content(session, one.id) for one in letters] == [b"two", b"three"]


def test_a_final_letter_keeps_its_draft_s_place_and_becomes_a_step(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)
    draft = make(registers, request_id, "receipt", TODAY)
    final = make(registers, request_id, "receipt", TODAY, final=True)
    assert (final.id, final.final) == (draft.id, True)
    assert final.number == "示科公开回〔2025〕1号"
    assert (final.series, final.year, final.sequence) == ("回", 2025, 1)
    assert steps(registers, request_id, "letter") == [(TODAY, "示科公开回〔2025〕1号")]


def test_a_final_letter_is_never_changed(registers: Database) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")
    make(registers, request_id, "receipt", TODAY, final=True, content=b"final")
    make(registers, request_id, REPLY, ENDED, final=True, content=b"reply")
    for slug, day in (("receipt", TODAY), (REPLY, ENDED)):
        with pytest.raises(Refusal, match=r"已经定稿（示科公开.〔2025〕1号），定稿的文书不能改动"):
            make(registers, request_id, slug, day, final=True, content=b"other")
    make(registers, request_id, "receipt", TODAY, content=b"draft")  # beside the final one
    with registers.reading() as session:
        final = [one for one in letters_of(session, request_id) if one.final]
        assert [letter_content(session, one.id) for one in final] == [b"reply", b"final"]


def test_a_step_on_record_is_told_by_its_letter_and_not_entered_twice(
    registers: Database,
) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")
    day = date(2025, 2, 10)
    letter = make(registers, request_id, "extension_notice", day, final=True)
    assert steps(registers, request_id, "extension") == [(day, "示科公开延〔2025〕1号")]
    with registers.reading() as session:
        request = the_request(session, request_id)
        assert letter.event_id in {one.id for one in request.events if one.kind == "extension"}
        assert request.extended_on == day


def test_a_step_that_is_not_on_record_is_entered(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)
    make(registers, request_id, "correction_notice", date(2025, 1, 9), final=True)
    assert steps(registers, request_id, "correction_asked") == [
        (date(2025, 1, 9), "示科公开补〔2025〕1号")
    ]
    confirmed = make(registers, request_id, "withdrawal_confirmation", ENDED, final=True)
    assert confirmed.outcome == "closed_withdrawn"
    with registers.reading() as session:
        request = the_request(session, request_id)
        assert (request.finished_on, request.outcome) == (ENDED, "closed_withdrawn")


def test_two_third_parties_asked_on_one_day_get_a_letter_each(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)
    day = date(2025, 1, 20)
    with registers.writing(CLERK) as session:
        for name, consulted in (("甲", "third_party"), ("局", "agency"), ("乙", "third_party")):
            told = {"happened_on": day, "addressee": name, "consulted": consulted}
            add_event(session, request_id, "consultation_sent", told)
    for _ in range(2):
        make(registers, request_id, "third_party_consultation", day, final=True)
    with pytest.raises(Refusal, match="已经定稿"):
        make(registers, request_id, "third_party_consultation", day, final=True)
    make(registers, request_id, "agency_consultation", day, final=True)
    assert steps(registers, request_id, "consultation_sent") == [
        (day, "示科公开征〔2025〕1号"),
        (day, "示科公开商〔2025〕1号"),
        (day, "示科公开征〔2025〕2号"),
    ]


def test_a_decision_letter_gives_its_number_to_the_reply(registers: Database) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")
    letter = make(registers, request_id, REPLY, ENDED, final=True)
    assert letter.number == "示科公开答〔2025〕1号"
    assert letter.outcome == "not_exist"
    with registers.reading() as session:
        reply = the_request(session, request_id).event("reply")
        assert reply is not None
        assert reply.id == letter.event_id
        assert (reply.reply_number, reply.letter_number) == (letter.number, letter.number)


def test_a_number_written_into_the_register_is_the_letter_s(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)
    other_id = enter_request(registers, number="S2")
    strange_id = enter_request(registers, number="S3")
    with registers.writing(CLERK) as session:
        end_request(session, request_id, "not_exist", reply_number="示科公开答[2025]7号")
        end_request(session, other_id, "not_exist")
        end_request(session, strange_id, "not_exist", reply_number="局办〔2025〕第3号")
    assert preview(registers, REPLY, ENDED) == "示科公开答〔2025〕8号"
    first = make(registers, request_id, REPLY, ENDED, final=True)
    second = make(registers, other_id, REPLY, ENDED, final=True)
    third = make(registers, strange_id, REPLY, ENDED, final=True)
    assert (first.number, first.sequence) == ("示科公开答[2025]7号", 7)
    assert (second.number, second.sequence) == ("示科公开答〔2025〕8号", 8)
    assert (third.number, third.series) == ("局办〔2025〕第3号", None)


def test_a_number_that_another_final_letter_bears_is_refused(registers: Database) -> None:
    describe_office(registers)
    numbers = ["示科公开答〔2025〕1号", "示科公开答〔2025〕1号"]
    ids = [enter_request(registers, number=f"S{place}") for place in range(2)]
    with registers.writing(CLERK) as session:
        for request_id, number in zip(ids, numbers, strict=True):
            end_request(session, request_id, "not_exist", reply_number=number)
    make(registers, ids[0], REPLY, ENDED, final=True)
    with pytest.raises(Refusal, match=r"示科公开答〔2025〕1号”已用于另一份定稿"):
        make(registers, ids[1], REPLY, ENDED, final=True)


def test_each_series_counts_for_itself_and_anew_each_year(registers: Database) -> None:
    describe_office(registers)
    ids = [enter_request(registers, number=f"S{place}") for place in range(3)]
    made = [
        make(registers, ids[0], "receipt", date(2025, 1, 6), final=True),
        make(registers, ids[1], "receipt", date(2025, 12, 31), final=True),
        make(registers, ids[1], "correction_notice", date(2025, 12, 31), final=True),
        make(registers, ids[2], "receipt", date(2026, 1, 1), final=True),
        make(registers, ids[0], "receipt", date(2025, 2, 7), final=True),
    ]
    assert [one.number for one in made] == [
        "示科公开回〔2025〕1号",
        "示科公开回〔2025〕2号",
        "示科公开补〔2025〕1号",
        "示科公开回〔2026〕1号",
        "示科公开回〔2025〕3号",
    ]


def test_without_the_office_s_code_there_is_no_number(registers: Database) -> None:
    assert preview(registers, "receipt", TODAY) is None
    describe_office(registers)
    assert preview(registers, "delivery_receipt", TODAY) is None


def test_two_at_once_never_get_the_same_number(registers: Database) -> None:
    describe_office(registers)
    ids = [enter_request(registers, number=f"S{place}") for place in range(8)]
    place = registers.url.render_as_string(hide_password=False)
    numbers: list[str | None] = []

    def work(mine: list[int]) -> None:
        database = open_database(registers.path or place)
        try:
            for request_id in mine:
                numbers.append(make(database, request_id, "receipt", TODAY, final=True).number)
        finally:
            database.close()

    workers = [threading.Thread(target=work, args=(ids[start::2],)) for start in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sorted(numbers, key=str) == [f"示科公开回〔2025〕{count}号" for count in range(1, 9)]


def test_a_decision_letter_is_outdated_once_the_outcome_is_another(registers: Database) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")
    old = make(registers, request_id, REPLY, ENDED, final=True)
    notice = make(registers, request_id, "receipt", TODAY, final=True)
    with registers.writing(CLERK) as session:
        request = the_request(session, request_id)
        assert not is_outdated(old, request)
        reply = request.event("reply")
        assert reply is not None
        change_event(session, request_id, reply.id, {"outcome": "not_this_agency"})
        assert is_outdated(old, request)
        assert not is_outdated(notice, request)
    new = make(registers, request_id, "reply_not_this_agency", ENDED, final=True)
    assert new.number == "示科公开答〔2025〕2号"
    with registers.reading() as session:
        reply = the_request(session, request_id).event("reply")
        assert reply is not None
        assert reply.reply_number == new.number
        assert {one.number for one in letters_of(session, request_id)} >= {old.number, new.number}


def test_a_second_reply_after_a_dispute_does_not_outdate_the_first_letter(
    registers: Database,
) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")
    first = make(registers, request_id, REPLY, ENDED, final=True)
    with registers.writing(CLERK) as session:
        add_event(session, request_id, "reopening", {"happened_on": date(2025, 6, 2)})
        end_request(session, request_id, "granted", date(2025, 6, 10))
        request = the_request(session, request_id)
        assert kind_meant(request, "答复书").slug == "reply_granted"
        assert day_meant(session, request, KINDS["reply_granted"], TODAY) == date(2025, 6, 10)
    second = make(registers, request_id, "reply_granted", date(2025, 6, 10), final=True)
    with registers.reading() as session:
        request = the_request(session, request_id)
        assert not is_outdated(first, request)
        assert not is_outdated(second, request)
        assert request.outcome == "not_exist"


def test_a_letter_whose_step_is_gone_is_held_against_the_newest_ending(
    registers: Database,
) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")
    letter = make(registers, request_id, REPLY, ENDED, final=True)
    assert letter.event_id is not None
    with registers.writing(CLERK) as session:
        remove_event(session, request_id, letter.event_id, "登记错了")
        assert is_outdated(letter, the_request(session, request_id))


def test_the_day_of_a_letter_is_that_of_the_step_that_lacks_it(registers: Database) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")

    def day(slug: str) -> date:
        with registers.reading() as session:
            return day_meant(session, the_request(session, request_id), KINDS[slug], TODAY)

    assert day(REPLY) == ENDED
    assert day("extension_notice") == date(2025, 2, 10)
    assert day("receipt") == date(2025, 1, 6)  # that of the receipt itself
    assert day("consultation_told") == date(2025, 1, 20)
    assert day("third_party_answer") == date(2025, 1, 20)
    assert day("register_sheet") == TODAY
    make(registers, request_id, "extension_notice", date(2025, 2, 10), final=True)
    assert day("extension_notice") == date(2025, 2, 10)


def test_a_third_party_is_told_on_the_day_of_the_decision(registers: Database) -> None:
    request_id = whole_request(registers, "granted")
    kind = KINDS["third_party_told"]
    with registers.reading() as session:
        assert day_meant(session, the_request(session, request_id), kind, TODAY) == ENDED
    still_open = enter_request(registers, number="S2")
    with registers.writing(CLERK) as session:
        received = {"happened_on": date(2025, 1, 27)}
        add_event(session, still_open, "consultation_received", received)
        request = the_request(session, still_open)
        assert day_meant(session, request, kind, TODAY) == date(2025, 1, 27)


def test_an_outcome_names_its_letter_and_the_form_is_the_applicant_s(registers: Database) -> None:
    company = whole_request(registers, "refused_commercial", applicant_kind="business")
    with registers.reading() as session:
        request = the_request(session, company)
        assert kind_meant(request, "涉及商业秘密").slug == "reply_refused_commercial"
        assert kind_meant(request, "申请表").slug == "application_organisation"
        with pytest.raises(Refusal, match="不符"):
            kind_meant(request, "予以公开")


def test_a_letter_of_an_impossible_day_is_refused(registers: Database) -> None:
    describe_office(registers)
    request_id = whole_request(registers, "not_exist")
    with pytest.raises(Refusal, match="2025-01-05早于申请S1的收到日期2025-01-06"):
        make(registers, request_id, "receipt", date(2025, 1, 5))
    with pytest.raises(Refusal, match="2025-03-05与登记的办结日期2025-03-04不一致"):
        make(registers, request_id, REPLY, date(2025, 3, 5), final=True)


def test_a_file_that_is_not_what_was_kept_is_told(registers: Database) -> None:
    request_id = enter_request(registers)
    letter = make(registers, request_id, "receipt", TODAY)
    with registers.writing(CLERK) as session:
        session.execute(update(letter_file).values(content=b"changed"))
    with registers.reading() as session:
        with pytest.raises(Fault, match=r"receipt\.docx”与保存时不一样"):
            letter_content(session, letter.id)
        with pytest.raises(Refusal, match="已被删除"):
            letter_content(session, 99)


def test_letters_are_journalled_without_their_files(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)
    make(registers, request_id, "receipt", TODAY)
    make(registers, request_id, "receipt", TODAY, final=True)
    with registers.reading() as session:
        lines = session.scalars(select(JournalEntry).where(JournalEntry.kind == "letter")).all()
    assert [line.step for line in lines] == ["起草登记回执", "定稿登记回执"]
    assert "sha256" in (lines[0].after or "")
    assert '"final": true' in (lines[1].after or "")


def test_a_failure_leaves_no_number_behind(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)

    def fail(step: Callable[[], object]) -> None:
        with registers.writing(CLERK) as session:
            make_letter(
                session,
                request_id,
                MadeLetter(
                    kind=KINDS["receipt"],
                    made_on=TODAY,
                    content=b"",
                    file_name="receipt.docx",
                    final=True,
                    number=LetterNumber("示科公开回〔2025〕1号", "回", 2025, 1),
                ),
            )
            step()

    def full() -> None:
        raise OSError("disk full")

    with pytest.raises(OSError, match="disk full"):
        fail(full)
    assert steps(registers, request_id, "letter") == []
    assert preview(registers, "receipt", TODAY) == "示科公开回〔2025〕1号"


def test_drafts_go_with_their_request_and_final_letters_keep_it(registers: Database) -> None:
    describe_office(registers)
    drafted, sent = (enter_request(registers, number=number) for number in ("S1", "S2"))
    make(registers, drafted, "receipt", TODAY)
    make(registers, sent, "receipt", TODAY, final=True)
    with registers.writing(CLERK) as session:
        remove_record(session, "request", drafted, "重复登记")
        assert len(session.execute(select(letter_file.c.letter_id)).all()) == 1
        with pytest.raises(Refusal, match="示科公开回〔2025〕1号，不能删除"):
            remove_record(session, "request", sent, "重复登记")


def test_a_draft_can_be_taken_away_and_a_final_letter_not(registers: Database) -> None:
    describe_office(registers)
    request_id = enter_request(registers)
    draft = make(registers, request_id, "register_sheet", TODAY)
    final = make(registers, request_id, "receipt", TODAY, final=True)
    with registers.writing(CLERK) as session:
        assert remove_draft(session, draft.id).step == "删除政府信息公开申请登记表草稿"
        assert [one.id for one in letters_of(session, request_id)] == [final.id]
        with pytest.raises(Refusal, match="示科公开回〔2025〕1号已经定稿，不能删除"):
            remove_draft(session, final.id)
        with pytest.raises(Refusal, match="已被删除"):
            remove_draft(session, draft.id)


def test_a_request_that_there_is_none_of_is_named(registers: Database) -> None:
    with registers.reading() as session, pytest.raises(Refusal, match="没有编号为“S9”的申请"):
        request_numbered(session, "S9")


def test_what_goes_to_a_third_party_is_not_delivered_to_the_applicant() -> None:
    def made(kind: str) -> Letter:
        return Letter(kind=kind, final=True, number=f"{kind}1号")

    asked, told = made("third_party_consultation"), made("correction_notice")
    assert letter_to_deliver([asked]) is None
    assert letter_to_deliver([told, asked]) is told
