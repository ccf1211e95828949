"""What is asked of the steps of a request and of its clock (R10–R16, R20)."""

from collections.abc import Iterator
from datetime import date

from disclosure_desk.records.case import Case, Misplaced
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.finding import Finding, Severity
from disclosure_desk.records.request import RequestEvent, dated
from disclosure_desk.records.request_clock import REOPENED_BY, answered_on
from disclosure_desk.records.rulebook import finding, rules
from disclosure_desk.rules.happenings import QUESTION_OF
from disclosure_desk.rules.law import law_on

_WAITS = {"correction": "申请人补正", "fee": "申请人缴费", "consultation": "征求的意见"}
_THIRD_PARTY, _AGENCY = "第三方", "被征求意见的机关"


def _due_date(case: Case) -> Iterator[Finding]:
    """R10: the due date of a request that still wants an answer."""
    clock, received = case.clock, case.received_on
    if received is None or not clock.law or not case.is_open:
        return
    begun = case.reopened_on or received
    law = law_on(begun)
    if clock.waiting_for:
        words = f"正在等待{_WAITS[clock.waiting_for]}，期限停止计算，现在没有到期日。"
        yield finding("R10", words, field="received_on")
    elif clock.due is None:
        words = f"{clock.calendar_missing}年的放假安排还没有录入，算不出到期日，请先导入。"
        yield finding("R10", words, field="received_on")
    else:
        start = clock.restarts[-1].on if clock.restarts else begun
        extra = f"，延长{clock.extension_workdays}个工作日" if clock.extension_workdays else ""
        left = case.workdays_between(case.today, clock.due) if case.today <= clock.due else None
        rest = f"，还有{left}个工作日" if left is not None else ""
        source = law.reply.source if case.reopened_on is None else REOPENED_BY
        words = f"答复期限{clock.due}届满{rest}：{start}的次一工作日起{law.reply.number}个工作日"
        yield finding("R10", f"{words}{extra}（{source}）。", field="received_on")


def _correction_notice_in_time(case: Case) -> Iterator[Finding]:
    """R11: the notice to correct within seven working days of receipt."""
    limit = case.clock.correction_notice_due
    asked = dated(case.events, "correction_asked")
    if limit is None or not asked or case.received_on is None:
        return
    day = asked[0].happened_on
    term = law_on(case.received_on).correction_notice
    if term is not None and day is not None and day > limit:
        words = f"补正告知日期{day}晚于{limit}（收到后{term.number}个工作日，{term.source}），"
        yield finding("R11", f"{words}请核对日期；确已超过的，注明原因。", field="happened_on")


def _correction_in_order(case: Case) -> Iterator[Finding]:
    """R12: corrections follow their notices; from a correction the clock runs anew."""
    yield from _out_of_order(case, "R12", "correction_asked", "correction_received")
    for asked in dated(case.events, "correction_asked"):
        told_on, until = asked.happened_on, asked.answer_by
        if told_on is not None and until is not None and until < told_on:
            words = f"补正期限{until}早于补正告知日期{told_on}，请核对两个日期。"
            yield finding("R12", words, field="answer_by", severity="error")
    if case.received_on is None or not case.is_open or case.reopened_on is not None:
        return
    for restart in case.clock.restarts:
        if restart.kind == "correction_received":
            law = law_on(case.received_on)
            words = f"补正于{restart.on}收到，答复期限从次一工作日起重新计算{law.reply.number}"
            yield finding("R12", f"{words}个工作日，等待补正期间不计（{law.correction.source}）。")


def _consultation_in_order(case: Case) -> Iterator[Finding]:
    """R13: opinions follow their questions, and are not waited for beyond the limit."""
    yield from _out_of_order(case, "R13", "consultation_sent", "consultation_received")
    if case.received_on is None or not case.clock.law:
        return
    law = law_on(case.received_on)
    answers = [one.happened_on for one in dated(case.events, "consultation_received")]
    for sent in dated(case.events, "consultation_sent"):
        term = law.agency if sent.consulted == "agency" else law.third_party
        reached = sent.reached_on or sent.happened_on
        limit = case.after(reached, term.number) if term and reached else None
        answered = next((day for day in answers if day and reached and day >= reached), None)
        if answered is not None:
            answers.remove(answered)
        ended = case.ending.happened_on if case.ending else None
        until = answered or ended or case.today
        if term is None or limit is None or until <= limit:
            continue
        whom = _AGENCY if sent.consulted == "agency" else _THIRD_PARTY
        words = f"{whom}应在{limit}前提出意见（{reached}起{term.number}个工作日，{term.source}），"
        if answered is not None:
            yield finding("R13", f"{words}{answered}才收到；超过的时间能否不计入期限，请核对。")
        elif ended is None:
            yield finding("R13", f"{words}至今没有收到；{term.note}，请登记意见或者逾期未提出。")


def _extension_as_allowed(case: Case) -> Iterator[Finding]:
    """R14: once, long enough at most, before the due date, approved and told."""
    for one in case.misplaced:
        if one.event.kind == "extension":
            # A ledger may leave the number of days out: nothing impossible, only unfinished.
            unsaid = one.event.extension_workdays is None
            field = "extension_workdays" if _is_wrong_number(case, one) else "happened_on"
            severity: Severity = "warning" if unsaid else "error"
            yield finding("R14", one.reason, field=field, severity=severity)
    source = rules()["R14"].source
    for event in case.events:
        if event.kind != "extension":
            continue
        if event.happened_on is None:
            words = f"延期没有告知日期；延长期限应当告知申请人（{source}），请补填告知的日期。"
            yield finding("R14", words, field="happened_on")
        if not event.approved_by:
            told = f"{event.happened_on}的" if event.happened_on else ""
            words = f"{told}延期没有写批准人；延长期限须经信息公开工作机构负责人同意（{source}），"
            yield finding("R14", f"{words}请补填。", field="approved_by")


def _is_wrong_number(case: Case, one: Misplaced) -> bool:
    days = one.event.extension_workdays
    if case.received_on is None:
        return False
    return days is None or not 1 <= days <= law_on(case.received_on).extension.number


def _step_in_the_past(case: Case) -> Iterator[Finding]:
    """R15: what is registered has happened."""
    for event in dated(case.events, *EVENT_KINDS):
        if event.happened_on is not None and event.happened_on > case.today:
            label = EVENT_KINDS[event.kind].date_label
            words = f"{label}{event.happened_on}晚于今天{case.today}，"
            yield finding("R15", f"{words}请核对日期，还没有发生的不要登记。", field="happened_on")


def _answered_in_time(case: Case) -> Iterator[Finding]:
    """R16: an answer after the due date wants its reason; without an answer it is overdue."""
    limit = case.due_on
    ending = case.ending
    if ending is not None:
        limit = ending.due_on or limit  # by which it was judged when it was entered
    if limit is None or case.reopened_on is not None:
        return
    source = rules()["R16"].source
    if ending is None:
        if case.today > limit:
            passed = case.workdays_between(limit, case.today)
            words = f"到期日{limit}已过，今天{case.today}，逾期{_days(passed)}，请尽快答复"
            yield finding("R16", f"{words}（{source}）。")
        return
    answered = answered_on(case.events)
    if answered is None or answered <= limit:
        return
    late = f"{answered}答复（以交邮、签收之日为准），晚于到期日{limit}，"
    late += f"逾期{_days(case.workdays_between(limit, answered))}"
    if ending.late_reason:
        words = f"{late}，原因：{ending.late_reason}"
        yield finding("R16", words, field="late_reason", severity="hint")
    else:
        yield finding("R16", f"{late}，请写明逾期原因（{source}）。", field="late_reason")


def _days(workdays: int | None) -> str:
    return f"{workdays}个工作日" if workdays is not None else "的工作日数不详"


def _lapsed_for_good(case: Case) -> Iterator[Finding]:
    """R20: nothing lapses without its notice, nor before the limit of that notice."""
    yield from _out_of_order(case, "R20", "fee_notice", "fee_paid")
    ending = case.ending
    if ending is None or ending.happened_on is None:
        return
    if ending.outcome == "closed_uncorrected":
        yield from _without_correction(case, ending.happened_on)
    elif ending.outcome == "closed_unpaid":
        yield from _without_payment(case, ending.happened_on)


def _without_correction(case: Case, ended_on: date) -> Iterator[Finding]:
    asked = case.latest("correction_asked", ended_on)
    source = _correction_source(case)
    if asked is None or asked.happened_on is None:
        words = f"办理结果是“逾期不补正”，而{ended_on}以前没有告知补正（{source}），"
        yield finding("R20", f"{words}请先登记补正告知，或者改正办理结果。", field="outcome")
        return
    came = case.latest("correction_received", ended_on)
    if came is not None and came.happened_on and came.happened_on >= asked.happened_on:
        words = f"办理结果是“逾期不补正”，而{came.happened_on}已经收到补正（{source}），"
        yield finding("R20", f"{words}请核对办理结果。", field="outcome")
    elif asked.answer_by is not None:
        if ended_on <= asked.answer_by:
            words = f"补正期限到{asked.answer_by}，{ended_on}还没有过（{source}），"
            yield finding("R20", f"{words}期限过后才能按逾期不补正办结。", field="happened_on")
    elif case.clock.law == "2019":
        days = rules()["R20"].numbers["workdays"]
        limit = case.after(asked.happened_on, days)
        if limit is not None and ended_on <= limit:
            words = f"{asked.happened_on}告知补正，没有登记期限；按{days}个工作日推算到{limit}，"
            yield finding(
                "R20",
                f"{words}{ended_on}还没有过，请补填补正期限或者核对办结日期（{source}）。",
                field="happened_on",
                severity="warning",
            )


def _correction_source(case: Case) -> str:
    received = case.received_on
    return law_on(received).correction.source if received and case.clock.law else "条例第三十条"


def _without_payment(case: Case, ended_on: date) -> Iterator[Finding]:
    notice = case.latest("fee_notice", ended_on)
    source = "国办函〔2020〕109号第六条"  # from memory
    if notice is None or notice.happened_on is None:
        words = f"办理结果是“逾期未缴费”，而{ended_on}以前没有收费通知（{source}），"
        yield finding("R20", f"{words}请先登记收费通知，或者改正办理结果。", field="outcome")
        return
    paid = case.latest("fee_paid", ended_on)
    if paid is not None and paid.happened_on and paid.happened_on >= notice.happened_on:
        words = f"办理结果是“逾期未缴费”，而{paid.happened_on}已经缴费（{source}），"
        yield finding("R20", f"{words}请核对办理结果。", field="outcome")
        return
    limit = case.clock.fee_due
    if limit is not None and ended_on <= limit:
        words = f"{notice.happened_on}发出收费通知，缴费期限到{limit}，{ended_on}还没有过"
        yield finding(
            "R20", f"{words}（{source}），期限过后才能按逾期未缴费办结。", field="happened_on"
        )


def _out_of_order(case: Case, rule_id: str, question: str, answer: str) -> Iterator[Finding]:
    """Questions and answers that the clock has no place for.

    An answer before its question cannot be; one without any is only incomplete.
    """
    for one in case.misplaced:
        if one.event.kind in (question, answer):
            severity: Severity = "error" if _cannot_be(case, one.event) else "warning"
            yield finding(rule_id, one.reason, field="happened_on", severity=severity)


def _cannot_be(case: Case, event: RequestEvent) -> bool:
    if event.kind not in QUESTION_OF:
        return True
    questions = dated(case.events, QUESTION_OF[event.kind])
    days = [one.reached_on or one.happened_on for one in questions]
    return any(day and event.happened_on and day > event.happened_on for day in days)


STEP_RULES = {
    "R10": _due_date,
    "R11": _correction_notice_in_time,
    "R12": _correction_in_order,
    "R13": _consultation_in_order,
    "R14": _extension_as_allowed,
    "R15": _step_in_the_past,
    "R16": _answered_in_time,
    "R20": _lapsed_for_good,
}
