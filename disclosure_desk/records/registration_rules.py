"""What is asked of the registration of a request (R01–R09)."""

from collections.abc import Iterator
from datetime import timedelta

from disclosure_desk.faults import Refusal
from disclosure_desk.records.case import Case
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.rulebook import finding, rules
from disclosure_desk.records.terms import APPLICANT_KINDS
from disclosure_desk.rules.applicants import NATURAL, proposed_kind
from disclosure_desk.rules.law import law_on, receipt_rule
from disclosure_desk.rules.written_dates import WEEKDAYS

_LEGAL_SERVICE = "legal_service"
_NAMED = 3


def _receipt_in_time(case: Case) -> Iterator[Finding]:
    """R01: not in the future, not in a year that is closed."""
    day = case.received_on
    if day is None:
        return
    if day > case.today:
        yield finding(
            "R01", f"收到日期{day}晚于今天{case.today}，请核对日期。", field="received_on"
        )
    elif case.registering and day.year < case.oldest_open_year:
        words = f"收到日期{day}在{case.oldest_open_year}年以前，那些年度的报告已经定稿；"
        yield finding(
            "R01",
            f"{words}请核对年份，确属补登的可以保存，数字变动要在更正时说明。",
            field="received_on",
            severity="warning",
        )


def _receipt_on_rest_day(case: Case) -> Iterator[Finding]:
    """R02: which day is the first that counts."""
    day = case.received_on
    if day is None or not case.clock.law or not case.is_rest_day(day):
        return
    first = case.after(day, 1)
    if first is not None:
        words = f"收到日期{day}（星期{WEEKDAYS[day.weekday()]}）不是工作日，"
        source = law_on(day).reply.source
        yield finding(
            "R02", f"{words}期限从{first}起算，收到日期不用改（{source}）。", field="received_on"
        )


def _entered_late(case: Case) -> Iterator[Finding]:
    """R03: entered more than three working days after receipt."""
    day, entered = case.received_on, case.entered_on
    if day is None or entered is None or entered <= day:
        return
    passed = case.workdays_between(day, entered)
    limit = rules()["R03"].numbers["workdays"]
    if passed is not None and passed > limit:
        words = f"{day}收到、{entered}登记，隔了{passed}个工作日（一般不超过{limit}个），"
        yield finding("R03", f"{words}请在备注里注明补登的原因。", field="received_on")


def _kind_fits_name(case: Case) -> Iterator[Finding]:
    """R05: a person with a name of an organisation, or the reverse."""
    kind, name = case.card.get("applicant_kind"), case.card.get("applicant_name")
    proposal = proposed_kind(str(name)) if name else None
    if not kind or proposal is None or proposal.kind in (kind, _LEGAL_SERVICE):
        return
    chosen = APPLICANT_KINDS.label_of(str(kind))
    proposed = APPLICANT_KINDS.label_of(proposal.kind)
    if proposal.kind == NATURAL:
        words = f"申请人类型是“{chosen}”，而名称“{name}”像是个人姓名"
    else:
        told = "、".join(f"“{word}”" for word in proposal.words)
        words = f"申请人类型是“{chosen}”，而名称里有{told}"
    yield finding(
        "R05",
        f"{words}，请核对是否应为“{proposed}”。",
        field="applicant_kind",
        severity="warning" if NATURAL in (kind, proposal.kind) else "hint",
    )


def _law_firm(case: Case) -> Iterator[Finding]:
    """R06: a law firm that is not in the column of legal services."""
    kind, name = case.card.get("applicant_kind"), case.card.get("applicant_name")
    proposal = proposed_kind(str(name)) if name else None
    if not kind or kind == _LEGAL_SERVICE or not proposal or proposal.kind != _LEGAL_SERVICE:
        return
    chosen = APPLICANT_KINDS.label_of(str(kind))
    told = "、".join(f"“{word}”" for word in proposal.words)
    yield finding(
        "R06",
        f"名称“{name}”里有{told}，而申请人类型是“{chosen}”，请核对是否应为“法律服务机构”；"
        "律师以个人名义申请的，名称只填姓名。",
        field="applicant_kind",
    )


def _day_of_receipt(case: Case) -> Iterator[Finding]:
    """R07: which day counts as the day of receipt in this way."""
    channel, day = case.card.get("received_via"), case.received_on
    if not case.registering or not channel or day is None:
        return
    try:
        rule = receipt_rule(str(channel), day)
    except Refusal:  # before there was a regulation
        return
    words = f"{rule.text}（{rule.source}）"
    yield finding("R07", words, field="received_via", severity="hint")


def _likely_duplicate(case: Case) -> Iterator[Finding]:
    """R08: the same applicant asked for nearly the same before."""
    found = [one for one in case.duplicates if one.number != case.card.get("repeats_number")]
    if not found:
        return
    told = "、".join(f"{one.number}（{one.received_on}收到）" for one in found[:_NAMED])
    more = f"等{len(found)}件" if len(found) > _NAMED else ""
    months = rules()["R08"].numbers["months"]
    yield finding(
        "R08",
        f"{months}个月内同一申请人提过内容相近的申请：{told}{more}；"
        f"确属重复的，请填写原申请编号（{rules()['R08'].source}）。",
        field="content",
        records=tuple(one.number for one in found),
    )


def _very_many(case: Case) -> Iterator[Finding]:
    """R09: so many requests of one applicant that reasons may be asked for."""
    numbers = rules()["R09"].numbers
    if case.recent <= numbers["most"] or case.received_on is None:
        return
    first = case.received_on - timedelta(days=numbers["days"] - 1)
    yield finding(
        "R09",
        f"同一申请人自{first}起{numbers['days']}日内已有{case.recent}件申请（含本件），超过"
        f"{numbers['most']}件；数量、频次明显超过合理范围的，可以要求说明理由"
        f"（{rules()['R09'].source}）。",
        field="applicant_name",
    )


REGISTRATION_RULES = {
    "R01": _receipt_in_time,
    "R02": _receipt_on_rest_day,
    "R03": _entered_late,
    "R05": _kind_fits_name,
    "R06": _law_firm,
    "R07": _day_of_receipt,
    "R08": _likely_duplicate,
    "R09": _very_many,
}
