"""The statutory clock: worked cases, each rule by itself, and a second reckoning day by day."""

import random
import tomllib
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_desk.faults import Refusal
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.rules.calendars import shipped_notices
from disclosure_desk.rules.clock import Clock, Happening, run_clock, tolerant_clock
from disclosure_desk.rules.happenings import DATE_LABELS
from disclosure_desk.rules.law import law_on
from disclosure_desk.rules.working_days import CalendarMissing, WorkingDays
from tests.plain_clock import plain_clock

CASES = Path(__file__).resolve().parent.parent / "cases"
DATES = ("due", "basic_due", "correction_notice_due", "third_party_due", "fee_due")


@cache
def calendar() -> WorkingDays:
    """The shipped one; 2027 is not in it, and its absence is tested."""
    return WorkingDays(notice for notice in shipped_notices() if notice.year <= 2026)


def day(text: str) -> date:
    """2024-03-05, or 0305 of 2024."""
    return date.fromisoformat(text if "-" in text else f"2024{text}")


def events(text: str) -> list[Happening]:
    """Happenings of 2024: "asked 0305, heard 0310, extension 0320 15, sent 0311 delivered 0313"."""
    kinds = {
        "asked": "correction_asked",
        "corrected": "correction_received",
        "sent": "consultation_sent",
        "heard": "consultation_received",
        "notice": "fee_notice",
        "paid": "fee_paid",
    }
    found = []
    for one in filter(None, text.split(", ")):
        word, on, *rest = one.split()
        kind = kinds.get(word, word)
        workdays = int(rest[0]) if word == "extension" and rest else None
        delivered = day(rest[1]) if rest[:1] == ["delivered"] else None
        found.append(Happening(kind, day(on), workdays, delivered))
    return found


def reckon(received: str, text: str = "") -> Clock:
    return run_clock(day(received), events(text), calendar())


def tolerate(received: str, text: str = "") -> Clock:
    return tolerant_clock(day(received), events(text), calendar())


def texts(clock: Clock) -> str:
    return "\n".join(f"{step.date} {step.text} [{step.source}]" for step in clock.steps)


# ---------------------------------------------------------------- worked cases

CASE_EVENTS = {
    "correction_sent": "correction_asked",
    "correction_received": "correction_received",
    "consult_sent": "consultation_sent",
    "consult_received": "consultation_received",
    "extended_on": "extension",
    "fee_notice": "fee_notice",
    "fee_paid": "fee_paid",
}


def cases() -> list[Any]:
    content = tomllib.loads((CASES / "deadlines.toml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=str(case["number"])) for case in content["case"]]


@pytest.mark.parametrize("case", cases())
def test_worked_case(case: dict[str, Any]) -> None:
    happenings = [
        Happening(kind, day(case[key]), case.get("extension_days") if kind == "extension" else None)
        for key, kind in CASE_EVENTS.items()
        if key in case
    ]
    for reckoned in (run_clock, tolerant_clock):
        clock = reckoned(day(case["received"]), happenings, calendar())
        told = {name: getattr(clock, name) for name in DATES}
        expected = {name: day(value) for name, value in case["expected"].items() if name != "law"}
        assert clock.law == case["expected"]["law"]
        assert {name: told[name] for name in expected} == expected
        assert {name: told[name] for name in case["null"]} == dict.fromkeys(case["null"])


# ---------------------------------------------------------------- each rule by itself


def test_the_labels_of_the_events_are_those_of_the_register() -> None:
    assert {slug: EVENT_KINDS[slug].date_label for slug in DATE_LABELS} == DATE_LABELS


def test_a_correction_outstanding_leaves_no_due_date_and_says_why() -> None:
    clock = reckon("0401", "asked 0409")
    assert (clock.due, clock.basic_due, clock.waiting_for) == (None, None, "correction")
    assert clock.correction_notice_due == day("0411")
    assert "正在等待申请人补正" in texts(clock)


def test_a_correction_restarts_the_full_period_under_both_laws() -> None:
    assert reckon("0401", "asked 0409, corrected 0415").due == day("0514")
    old = run_clock(
        date(2016, 9, 12),
        [
            Happening("correction_asked", date(2016, 9, 14)),
            Happening("correction_received", date(2016, 9, 20)),
        ],
        calendar(),
    )
    assert old.due == date(2016, 10, 14)
    assert old.correction_notice_due is None


def test_a_second_correction_asked_on_the_day_of_the_first_answer_is_still_outstanding() -> None:
    clock = reckon("0401", "asked 0403, corrected 0410, asked 0410")
    assert clock.waiting_for == "correction"
    assert reckon("0401", "asked 0403, asked 0405, corrected 0410").waiting_for is None


def test_an_opinion_lets_the_clock_go_on_with_what_was_left() -> None:
    clock = reckon("0603", "sent 0611 delivered 0613, heard 0626")
    assert clock.due == day("0717")
    assert clock.third_party_due == day("0704")
    assert "此前已用5个工作日" in texts(clock)
    assert "剩余15个工作日" in texts(clock)


def test_an_opinion_outstanding_rests_the_clock_until_the_last_of_several_has_come() -> None:
    both = "sent 0611, sent 0613, heard 0620"
    assert reckon("0603", both).waiting_for == "consultation"
    clock = reckon("0603", f"{both}, heard 0626")
    assert clock.due == reckon("0603", "sent 0611, heard 0626").due
    assert clock.third_party_due == day("0704")


def test_an_agency_has_its_own_article() -> None:
    sent = Happening("consultation_sent", day("0611"), third_party=False)
    clock = run_clock(day("0603"), [sent], calendar())
    assert clock.third_party_due == day("0702")
    assert "被征求意见的机关" in texts(clock)
    assert "条例第三十四条" in texts(clock)


def test_an_opinion_heard_before_a_restart_has_no_effect_after_it() -> None:
    clock = reckon("0603", "sent 0605, heard 0607, asked 0611, corrected 0614")
    assert clock.due == reckon("0614").due


def test_an_opinion_still_outstanding_at_a_restart_rests_the_new_period_from_its_first_day() -> (
    None
):
    text = "asked 0605, sent 0606, corrected 0614"
    assert reckon("0603", text).waiting_for == "consultation"
    assert reckon("0603", f"{text}, heard 0620").due == reckon("0620").due


def test_an_extension_is_kept_over_a_restart() -> None:
    clock = reckon("0401", "extension 0408 10, asked 0409, corrected 0415")
    assert (clock.basic_due, clock.due) == (day("0514"), day("0528"))


def test_an_opinion_asked_for_within_the_extension_is_excluded_too() -> None:
    assert reckon("0401").due == day("0429")
    clock = reckon("0401", "extension 0426 20, sent 0510, heard 0522")
    assert (clock.basic_due, clock.due) == (day("0514"), day("0612"))


def test_a_question_sent_after_the_due_date_does_not_revive_the_clock() -> None:
    clock = reckon("0401", "sent 0506")
    assert (clock.due, clock.waiting_for, clock.lapsed_on) == (None, "consultation", day("0429"))
    clock = reckon("0401", "sent 0506, heard 0510")
    assert (clock.due, clock.lapsed_on) == (day("0429"), day("0429"))
    assert "不能免除逾期" in texts(clock)


def test_a_correction_asked_after_the_due_date_restarts_but_tells_that_it_was_late() -> None:
    clock = reckon("0401", "asked 0506, corrected 0510")
    assert (clock.due, clock.lapsed_on) == (reckon("0510").due, day("0429"))


def test_a_question_sent_on_the_last_day_leaves_the_working_day_of_the_answer() -> None:
    assert reckon("0401", "sent 0429, heard 0508").due == day("0508")
    assert reckon("0401", "sent 0429, heard 0518").due == day("0520")
    again = "sent 0429, heard 0518, sent 0520, heard 0525"
    assert reckon("0401", again).due == day("0527")
    assert reckon("0401", f"{again}, sent 0526, heard 0530").lapsed_on is None
    assert reckon("0401", f"{again}, extension 0520 5").due == day("0531")


def test_the_extension_is_bounded_by_the_law_and_told_by_the_due_date() -> None:
    assert reckon("0401", "extension 0429 20").due == day("0529")
    for wrong in ("extension 0426 21", "extension 0426 0", "extension 0426"):
        with pytest.raises(Refusal, match="1至20"):
            reckon("0401", wrong)
    with pytest.raises(Refusal, match=r"2024-04-30晚于到期日2024-04-29"):
        reckon("0401", "extension 0430 5")
    with pytest.raises(Refusal, match="只能延长一次"):
        reckon("0401", "extension 0422 5, extension 0423 5")
    with pytest.raises(Refusal, match="1至15"):
        reckon("2016-09-12", "extension 2016-09-20 16")


def test_an_extension_may_be_told_while_the_clock_rests_or_after_it_moved_on() -> None:
    assert reckon("0401", "sent 0425, extension 0506 5, heard 0510").due == day("0521")
    assert reckon("0401", "sent 0425, heard 0510, extension 0513 5").due == day("0521")


def test_payment_restarts_and_its_last_day_moves_to_a_working_day() -> None:
    waiting = reckon("0401", "notice 0412")
    assert (waiting.due, waiting.waiting_for, waiting.fee_due) == (None, "fee", day("0513"))
    paid = reckon("0401", "notice 0412, paid 0422")
    assert (paid.due, paid.fee_due) == (reckon("0422").due, day("0513"))
    old = run_clock(date(2016, 3, 1), [Happening("fee_notice", date(2016, 3, 8))], calendar())
    assert (old.fee_due, old.waiting_for) == (None, "fee")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("asked 0329", "补正告知日期2024-03-29早于收到申请的日期2024-04-01"),
        ("corrected 0409", "没有与它对应的补正告知日期"),
        ("asked 0409, corrected 0408", "补正收到日期2024-04-08早于补正告知日期2024-04-09"),
        ("heard 0409", "没有与它对应的征求意见发出日期"),
        ("sent 0409, heard 0408", "早于征求意见发出日期2024-04-09"),
        ("sent 0409 delivered 0408", "送达日期2024-04-08早于发出日期"),
        ("sent 0409 delivered 0412, heard 0411", "早于征求意见书送达日期2024-04-12"),
        ("paid 0409", "没有与它对应的收费通知日期"),
        ("notice 0409, paid 0408", "缴费日期2024-04-08早于收费通知日期2024-04-09"),
        ("asked 0409, corrected 0410, corrected 0411", "没有与它对应的补正告知日期"),
    ],
)
def test_what_cannot_be_is_refused_and_left_out_of_kept_records(text: str, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        reckon("0401", text)
    clock = tolerate("0401", text)
    assert len(clock.problems) == 1
    assert reason in clock.problems[0]
    assert clock.due is not None or clock.waiting_for


def test_an_unlikely_event_that_was_left_out_does_not_move_the_clock() -> None:
    assert tolerate("0401", "corrected 0409").due == day("0429")
    assert tolerate("0401", "extension 0430 5").due == day("0429")
    assert (
        tolerate("0401", "extension 0422 5, extension 0423 9").due
        == reckon("0401", "extension 0422 5").due
    )


def test_events_of_other_kinds_are_ignored() -> None:
    others = [Happening(kind, day("0101")) for kind in EVENT_KINDS if kind not in DATE_LABELS]
    assert {"reply", "withdrawal", "delivery"} <= {one.kind for one in others}
    assert run_clock(day("0401"), others, calendar()) == reckon("0401")


def test_the_order_in_which_events_are_given_does_not_matter() -> None:
    found = events("asked 0409, corrected 0415, sent 0420, heard 0424, extension 0425 5")
    forward = run_clock(day("0401"), found, calendar())
    assert run_clock(day("0401"), found[::-1], calendar()) == forward


def test_a_later_receipt_and_a_longer_extension_never_bring_an_earlier_due_date() -> None:
    first = date(2023, 9, 1)
    dues = [run_clock(first + timedelta(days=n), [], calendar()).due for n in range(400)]
    assert all(earlier <= later for earlier, later in pairwise(dues) if earlier and later)
    longer = [reckon("0401", f"extension 0415 {workdays}").due for workdays in range(1, 21)]
    assert all(earlier < later for earlier, later in pairwise(longer) if earlier and later)


def test_the_steps_name_the_holidays_and_make_up_days_with_their_notice() -> None:
    clock = run_clock(date(2022, 9, 30), [], calendar())
    assert clock.due == date(2022, 11, 2)
    assert "10月1日至7日国庆节放假，不计入 [国办发明电〔2021〕11号]" in texts(clock)
    assert "10月8日、9日为调休工作日，计入 [国办发明电〔2021〕11号]" in texts(clock)
    assert "2022-11-02 答复期限届满 [条例第三十三条第二款]" in texts(clock)
    assert [step.date for step in clock.steps] == sorted(step.date for step in clock.steps)


# ---------------------------------------------------------------- years without a notice


def test_a_due_date_in_a_year_without_a_notice_is_refused_or_told() -> None:
    with pytest.raises(CalendarMissing, match="2027年"):
        reckon("2026-12-20")
    clock = tolerate("2026-12-20")
    assert (clock.due, clock.basic_due, clock.calendar_missing) == (None, None, 2027)
    assert clock.correction_notice_due == date(2026, 12, 29)
    assert "2027年的放假安排还没有录入" in texts(clock)


def test_a_question_outstanding_needs_no_calendar_of_the_due_date() -> None:
    clock = reckon("2026-12-20", "asked 2027-01-05")
    assert (clock.due, clock.waiting_for) == (None, "correction")
    with pytest.raises(CalendarMissing):
        reckon("2026-12-20", "asked 2027-01-05, corrected 2027-01-06")
    late = tolerate("2026-12-20", "sent 2027-01-05, heard 2027-01-06")
    assert (late.due, late.waiting_for, late.calendar_missing) == (None, None, 2027)


def test_a_period_that_ran_out_in_a_known_year_is_told_whatever_was_asked_later() -> None:
    clock = reckon("2026-11-02", "asked 2027-01-10")
    assert (clock.due, clock.lapsed_on, clock.answer_due) == (None, *[date(2026, 11, 30)] * 2)
    assert tolerate("2026-11-02", "sent 2027-01-10").answer_due == date(2026, 11, 30)
    again = reckon("2024-08-01", "asked 2024-09-10, corrected 2024-09-12, sent 2024-09-20")
    assert (again.lapsed_on, again.answer_due) == (date(2024, 8, 29), None), "begun anew"


@pytest.mark.parametrize("text", ["", "asked 9999-12-31", "sent 2024-04-09 delivered 9999-12-31"])
def test_the_last_day_of_all_is_refused_like_any_unknown_year(text: str) -> None:
    received = "0401" if text else "9999-12-31"
    with pytest.raises(CalendarMissing, match="9999年"):
        reckon(received, text)
    assert tolerate(received, text).calendar_missing == 9999


def test_a_request_older_than_the_law_is_refused_or_told() -> None:
    with pytest.raises(Refusal, match="2007-05-01"):
        reckon("2007-05-01")
    clock = tolerate("2007-05-01", "asked 2007-05-03")
    assert (clock.law, clock.due) == ("", None)
    assert "2008-05-01" in clock.problems[0]


# ---------------------------------------------------------------- the second reckoning


def random_request(chance: random.Random) -> tuple[date, list[Happening]]:
    """A request with up to three questions and an extension; every fourth one is disordered."""
    first = chance.choice([date(2008, 5, 1), date(2015, 11, 1), date(2019, 3, 1), date(2020, 1, 1)])
    received = first + timedelta(days=chance.randrange(1200))
    found: list[Happening] = []
    for _ in range(chance.choice([0, 1, 1, 1, 2, 2, 3])):
        asked = received + timedelta(days=chance.randrange(45))
        answered = asked + timedelta(days=chance.choice([0, 1, 2, 5, 10, 20, 35]))
        question, answer = chance.choice(
            [("consultation_sent", "consultation_received")] * 3
            + [("correction_asked", "correction_received"), ("fee_notice", "fee_paid")]
        )
        delivered = asked + timedelta(days=chance.randrange(4))
        is_consultation = question == "consultation_sent"
        given_day = delivered if is_consultation and delivered <= answered else None
        found.append(Happening(question, asked, delivered_on=given_day))
        if chance.random() < 0.85:
            found.append(Happening(answer, answered))
    if chance.random() < 0.4:
        told = received + timedelta(days=chance.randrange(35))
        found.append(Happening("extension", told, chance.randrange(1, 16)))
    if found and chance.random() < 0.25:
        spoilt = chance.randrange(len(found))
        one = found[spoilt]
        moved = received + timedelta(days=chance.randrange(-3, 60))
        found[spoilt] = Happening(one.kind, moved, chance.choice([one.workdays, 0, 16, 21]))
    chance.shuffle(found)
    return received, found


@given(seed=st.integers(min_value=0, max_value=2**32 - 1))
@settings(max_examples=500, derandomize=True, deadline=None, database=None)
def test_ten_thousand_requests_come_out_as_by_walking_through_the_days(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        agree(*random_request(chance))


def agree(received: date, found: list[Happening]) -> None:
    """Both reckonings give the same, and the same is refused; what always holds does."""
    expected = plain_clock(received, found, calendar())
    told = tolerant_clock(received, found, calendar())
    if expected is None:
        assert told.problems, (received, found)
        with pytest.raises(Refusal):
            run_clock(received, found, calendar())
        return
    clock = run_clock(received, found, calendar())
    assert clock == told
    dates = {name: getattr(expected, name) for name in DATES}
    assert {name: getattr(clock, name) for name in DATES} == dates, (received, found)
    assert (clock.waiting_for is not None, clock.lapsed_on) == (
        expected.waiting,
        expected.lapsed_on,
    ), (received, found)
    if clock.due is None or clock.basic_due is None:
        return
    extra = clock.extension_workdays
    assert calendar().counts(clock.due)
    assert calendar().after(clock.basic_due, extra) == clock.due
    assert clock.lapsed_on or clock.due >= run_clock(received, [], calendar()).due
    if clock.lapsed_on is None:
        counted = [
            calendar().between(span.after, span.until)
            for span in clock.spans
            if span.until
            and span.state == "counting"
            and span.after >= max((one.on for one in clock.restarts), default=received)
        ]
        # One more where the last day of the period went by while an opinion was asked for.
        beyond = sum(counted) - law_on(received).reply.number - extra
        assert beyond in (0, 1), (received, found)
