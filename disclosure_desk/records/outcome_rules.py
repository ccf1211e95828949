"""What is asked of the outcome of a request and of what follows it (R18–R25)."""

from collections.abc import Iterator
from itertools import pairwise

from disclosure_desk.records.case import Case
from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.request import dated
from disclosure_desk.records.rulebook import finding, rules
from disclosure_desk.records.terms import ENDED_WITHOUT_ANSWER, OUTCOMES
from disclosure_desk.records.wording import folded
from disclosure_desk.rules.decision_path import leaf_of

# What is only closed in the file: no answer leaves the office (条例第三十条、国办函〔2020〕109号).


def _one_ending(case: Case) -> Iterator[Finding]:
    """R17: a request ends once; a second answer wants that it was taken up again before."""
    turns = dated(case.events, *FINISHING, "reopening")
    for earlier, later in pairwise(turns):
        if earlier.kind in FINISHING and later.kind in FINISHING:
            told = OUTCOMES.label_of(earlier.outcome) if earlier.outcome else "没有填写结果"
            yield finding(
                "R17",
                f"这件申请已于{earlier.happened_on}办结（{told}），又登记了{later.happened_on}的办结；"
                "要改正结果，请修改原来的一步，复议、诉讼以后重新答复的，请先登记“重新办理”"
                f"（{rules()['R17'].source}）。",
                field="happened_on",
            )


def _outcome_justified(case: Case) -> Iterator[Finding]:
    """R18: 其他处理—其他 wants the clerk's own words."""
    for ending in (case.ending, case.last_ending):
        if ending is None or not ending.outcome:
            continue
        if leaf_of(ending.outcome).needs_reason and not ending.reason:
            yield finding(
                "R18",
                f"{ending.happened_on}的办理结果是“{OUTCOMES.label_of(ending.outcome)}”"
                "（计入其他处理—其他）而没有写理由，检查时要逐件说明，请补填理由"
                f"（{rules()['R18'].source}）。",
                field="reason",
                severity="warning",
            )
            return


def _letter_fits_outcome(case: Case) -> Iterator[Finding]:
    """R19: the newest decision letter was written for the outcome that is registered."""
    letters = sorted(
        (one for one in case.letters if one.outcome is not None), key=lambda one: one.made_on
    )
    ending = case.last_ending
    if not letters or ending is None or not ending.outcome or letters[-1].outcome is None:
        return
    letter, told = letters[-1], letters[-1].outcome
    if told != ending.outcome and (case.reopened_on or letter.made_on) <= letter.made_on:
        named = f"文书“{letter.number}”" if letter.number else f"{letter.made_on}的文书"
        yield finding(
            "R19",
            f"{named}是按“{OUTCOMES.label_of(told)}”制作的，而登记的办理结果是"
            f"“{OUTCOMES.label_of(ending.outcome)}”，请核对，改正结果或者重新制作文书"
            f"（{leaf_of(ending.outcome).source}）。",
            field="outcome",
        )


def _duplicate_of_what(case: Case) -> Iterator[Finding]:
    """R21: a repeated request names the earlier one."""
    number = case.card.get("repeats_number")
    source = rules()["R21"].source
    ending = case.ending
    if ending is not None and ending.outcome == "declined_duplicate" and not number:
        words = f"办理结果是“重复申请”而没有原申请编号（{source}），请先在登记内容里填写。"
        yield finding("R21", words, field="repeats_number")
    if not number:
        return
    if number == case.card.get("number"):
        words = f"原申请编号“{number}”就是本件的编号，请填写以前那一件的编号（{source}）。"
        yield finding("R21", words, field="repeats_number")
    earlier, received = case.repeated, case.received_on
    if number != case.card.get("number") and earlier is None:
        words = f"登记簿里没有编号“{number}”，请核对；是启用本程序以前的申请的，可以这样保存。"
        yield finding("R21", words, field="repeats_number", severity="hint")
    if earlier is None or earlier.number == case.card.get("number") or received is None:
        return
    if earlier.received_on > received:
        words = f"原申请{number}于{earlier.received_on}收到，晚于本件的收到日期{received}"
        yield finding("R21", f"{words}（{source}），请核对编号和日期。", field="repeats_number")
    mine, theirs = case.card.get("applicant_name"), earlier.applicant_name
    if mine and theirs and folded(str(mine)) != folded(theirs):
        words = f"原申请{number}的申请人是“{theirs}”，本件是“{mine}”；不同申请人不算重复申请"
        yield finding(
            "R21", f"{words}（{source}），请核对。", field="repeats_number", severity="warning"
        )


def _where_to_turn(case: Case) -> Iterator[Finding]:
    """R22: name the competent body, tell of the search."""
    ending = case.last_ending
    if ending is None or ending.reason:
        return
    if ending.outcome in ("not_this_agency", "not_exist"):
        leaf = leaf_of(ending.outcome)
        label = OUTCOMES.label_of(ending.outcome)
        words = f"办理结果是“{label}”，答复里请{leaf.write.rstrip('。')}"
        yield finding("R22", f"{words}；可记在理由里（{leaf.source}）。", field="reason")


def _delivered(case: Case) -> Iterator[Finding]:
    """R24: when and how an answer was delivered."""
    ending = case.last_ending
    if ending is None or ending.happened_on is None or ending.outcome in ENDED_WITHOUT_ANSWER:
        return
    if ending.happened_on >= case.today:
        return
    source = rules()["R24"].source
    since = ending.happened_on
    sent = [one for one in dated(case.events, "delivery") if (one.happened_on or since) >= since]
    if not sent:
        words = f"{ending.happened_on}已经答复，还没有登记送达日期；是否按时以交邮、签收之日为准"
        yield finding("R24", f"{words}（{source}），请登记送达。", field="delivered_on")
    elif not any(one.delivery_way for one in sent):
        words = f"{sent[0].happened_on}的送达没有写送达方式（{source}），请补填。"
        yield finding("R24", words, field="delivery_way")


def _over_the_year(case: Case) -> Iterator[Finding]:
    """R25: which years' tables count a request that ended in another year."""
    ending, received = case.ending, case.received_on
    if ending is None or ending.happened_on is None or received is None:
        return
    first, last = received.year, ending.happened_on.year
    if first >= last:
        return
    carried = f"{first}年" if last == first + 1 else f"{first}至{last - 1}年各年"
    yield finding(
        "R25",
        f"{received}收到、{ending.happened_on}办结：{carried}计入“结转下年度继续办理”，"
        f"{last}年计入“上年结转”和办理结果（{rules()['R25'].source}）。",
        field="finished_on",
    )


OUTCOME_RULES = {
    "R17": _one_ending,
    "R18": _outcome_justified,
    "R19": _letter_fits_outcome,
    "R21": _duplicate_of_what,
    "R22": _where_to_turn,
    "R24": _delivered,
    "R25": _over_the_year,
}
