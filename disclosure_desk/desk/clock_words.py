"""A clock in one line: the due date, or why there is none."""

from disclosure_desk.rules.clock import Clock
from disclosure_desk.rules.typed_date import written_date

_WAITS = {
    "correction": "正在等待申请人补正，收到补正后重新计算",
    "fee": "正在等待申请人缴费，缴费后重新计算",
    "consultation": "正在征求意见，收到意见后接着计算",
}


def due_words(clock: Clock) -> str:
    """«2025-04-10 周四»; while the clock waits or cannot be run, the reason instead."""
    if not clock.law:
        return clock.problems[0] if clock.problems else "填写收到日期后推算"
    if clock.due is not None:
        return written_date(clock.due)
    if clock.answer_due is not None:
        return f"已于{written_date(clock.answer_due)}届满，以后才发出的告知不能免除逾期"
    if clock.calendar_missing is not None:
        return f"推算不出：还没有{clock.calendar_missing}年的放假安排"
    return _WAITS.get(clock.waiting_for or "", "期限停止计算")


def moved_words(before: Clock, after: Clock) -> str:
    """The due date after a step, and whether the step moves it."""
    words = due_words(after)
    if before.due is None or after.due is None:
        return words
    days = (after.due - before.due).days
    if not days:
        return f"{words}（不变）"
    return f"{words}（{'推后' if days > 0 else '提前'}{abs(days)}天）"
