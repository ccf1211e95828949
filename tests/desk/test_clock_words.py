"""The due date in one line."""

from datetime import date

from disclosure_desk.desk.clock_words import due_words
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.rules.clock import run_clock
from disclosure_desk.rules.happenings import Happening

RECEIVED = date(2024, 6, 3)  # due on 2 July


def words(*happenings: Happening) -> str:
    return due_words(run_clock(RECEIVED, happenings, working_days()))


def test_a_due_date_is_told_with_its_weekday() -> None:
    assert words().startswith("2024-07-02")


def test_while_a_question_is_open_the_wait_is_told() -> None:
    assert "等待申请人缴费" in words(Happening("fee_notice", date(2024, 6, 20)))


def test_a_question_sent_too_late_does_not_hide_the_lapse() -> None:
    told = words(Happening("fee_notice", date(2024, 7, 5)))
    assert told.startswith("已于2024-07-02")
    assert "不能免除逾期" in told
