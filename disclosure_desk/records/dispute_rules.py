"""What is asked of a reconsideration or lawsuit (R26–R30)."""

from collections.abc import Iterator
from datetime import date

from disclosure_desk.records.case import DisputeCase
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.rulebook import finding, judged, rules
from disclosure_desk.records.terms import DISPUTE_KINDS, OUTCOMES
from disclosure_desk.rules.remedies import reconsideration_first


def _about_a_request(case: DisputeCase) -> Iterator[Finding]:
    """R26: linked to a request, or explained."""
    number, source = case.card.get("request_number"), rules()["R26"].source
    if case.card.get("note") or case.card.get("joint_defendant_only"):
        return
    if not number:
        words = f"没有填写所涉申请的编号（{source}），请填写；与申请无关的在备注中说明。"
        yield finding("R26", words, field="request_number")
    elif case.request is None:
        words = f"依申请公开登记簿里没有编号“{number}”（{source}），"
        words += "请核对；确属启用本程序以前的申请，在备注中说明。"
        yield finding("R26", words, field="request_number")


def _after_the_request(case: DisputeCase) -> Iterator[Finding]:
    """R26: no dispute about a request that has not come yet."""
    accepted = case.day("accepted_on")
    if case.request is not None and accepted and accepted < case.request.received_on:
        words = f"受理日期{accepted}早于申请{case.request.number}的收到日期"
        yield finding(
            "R26", f"{words}{case.request.received_on}，请核对日期和编号。", field="accepted_on"
        )


def _linked(case: DisputeCase) -> Iterator[Finding]:
    yield from _about_a_request(case)
    yield from _after_the_request(case)


def _reconsideration_first(case: DisputeCase) -> Iterator[Finding]:
    """R27: a lawsuit after reconsideration needs one; some lawsuits need it by law."""
    kind = case.card.get("kind")
    if kind == "litigation_after":
        yield from _after_reconsideration(case)
    elif kind == "litigation_direct":
        yield from _should_have_gone_first(case)


def _after_reconsideration(case: DisputeCase) -> Iterator[Finding]:
    number, accepted = case.card.get("request_number"), case.day("accepted_on")
    if not number:  # R26 asks for it
        return
    label, source = DISPUTE_KINDS.label_of("litigation_after"), "行政诉讼法第四十五条"
    before = [one for one in case.others if one.get("kind") == "reconsideration"]
    if not before:
        words = f"类型是“{label}”，而申请{number}没有登记过行政复议（{source}），"
        yield finding(
            "R27",
            f"{words}请先登记行政复议案件，或者改正类型；确属启用本程序以前的，在备注中说明。",
            field="kind",
            severity="warning" if case.card.get("note") else "error",
        )
        return
    days = [(day, one) for one in before if isinstance(day := one.get("accepted_on"), date)]
    first, case_before = min(days, key=lambda pair: pair[0], default=(None, {}))
    if first is not None and accepted is not None and first > accepted:
        words = f"起诉受理日期{accepted}早于行政复议{case_before.get('number')}的受理日期{first}"
        yield finding("R27", f"{words}（{source}），请核对两个日期或者类型。", field="accepted_on")


def _should_have_gone_first(case: DisputeCase) -> Iterator[Finding]:
    accepted, request = case.day("accepted_on"), case.request
    if accepted is None or request is None or not request.outcome:
        return
    # The law of the day of the decision, which the applicant was told of, not of the lawsuit's.
    decided_on = request.finished_on or accepted
    rule = reconsideration_first([request.outcome], decided_on)
    if rule is not None:
        outcome = OUTCOMES.label_of(request.outcome)
        words = f"申请{request.number}{decided_on}的办理结果是“{outcome}”，{rule.text}"
        yield finding(
            "R27",
            f"{words}（{rule.source}），请核对类型。",
            field="kind",
            severity="warning",
        )


def _still_pending(case: DisputeCase) -> Iterator[Finding]:
    """R30: what was pending at the end of last year has been decided, or is still pending."""
    accepted = case.day("accepted_on")
    if accepted is None or case.day("concluded_on") or accepted.year >= case.today.year:
        return
    yield finding(
        "R30",
        f"{accepted}受理，{accepted.year}年末计为尚未审结，到今天{case.today}还没有审结日期；"
        f"请向复议机关、法院核对，未审结的继续计为尚未审结（{rules()['R30'].source}）。",
        field="concluded_on",
    )


DISPUTE_RULES = {
    "R26": _linked,
    "R27": _reconsideration_first,
    "R30": _still_pending,
}


def dispute_findings(case: DisputeCase) -> list[Finding]:
    """All findings of the rules about disputes."""
    return list(judged(DISPUTE_RULES, case))
