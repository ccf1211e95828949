"""The rules about a request: each fires where it should and is silent where it should be."""

from collections.abc import Callable
from datetime import date

import pytest

from disclosure_desk.records.case import Case, LetterMade
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.records.request_rules import REQUEST_RULES, course_findings, request_findings
from disclosure_desk.records.rulebook import finding, judged, rules
from tests.records.cases_made_up import case, earlier, reply, step

_OLD = date(2018, 3, 5)  # the 2007 regulation: 15 working days, due on 2018-03-26


def told(rule: str, one: Case) -> list[Finding]:
    return [found for found in request_findings(one) if found.rule == rule]


def asked(month: int = 6, day: int = 5, **more: object) -> RequestEvent:
    return step("correction_asked", month, day, **more)


def extended(month: int = 6, day: int = 28, **more: object) -> RequestEvent:
    given = {"extension_workdays": 20, "approved_by": "何主任", **more}
    return step("extension", month, day, **given)


def sent(month: int = 6, day: int = 11, **more: object) -> RequestEvent:
    return step("consultation_sent", month, day, **more)


def letter(outcome: str | None, month: int = 6, day: int = 18) -> LetterMade:
    return LetterMade("reply", "示公开〔2024〕7号", date(2024, month, day), outcome)


Made = Callable[[], Case]
FIRES: list[tuple[str, str, str, Made]] = [
    ("R01", "error", "2024-06-03晚于今天2024-05-31", lambda: case(today=date(2024, 5, 31))),
    (
        "R01",
        "warning",
        "2022-12-30在2023年以前",
        lambda: case(card={"received_on": date(2022, 12, 30)}, registering=True),
    ),
    (
        "R01",
        "warning",
        "2023-12-29在2024年以前",
        lambda: case(
            card={"received_on": date(2023, 12, 29)}, registering=True, oldest_open_year=2024
        ),
    ),
    (
        "R02",
        "hint",
        "2024-06-08（星期六）不是工作日，期限从2024-06-11起算",
        lambda: case(card={"received_on": date(2024, 6, 8)}),
    ),
    ("R03", "hint", "隔了4个工作日", lambda: case(entered_on=date(2024, 6, 7))),
    (
        "R05",
        "warning",
        "“有限公司”，请核对是否应为“商业企业”",
        lambda: case(card={"applicant_name": "红星有限公司"}),
    ),
    (
        "R05",
        "warning",
        "像是个人姓名，请核对是否应为“自然人”",
        lambda: case(card={"applicant_kind": "business"}),
    ),
    (
        "R05",
        "hint",
        "请核对是否应为“科研机构”",
        lambda: case(card={"applicant_kind": "business", "applicant_name": "示例大学"}),
    ),
    (
        "R06",
        "warning",
        "“律师事务所”，而申请人类型是“自然人”",
        lambda: case(card={"applicant_name": "清远律师事务所（委托人：周大勇）"}),
    ),
    (
        "R06",
        "warning",
        "申请人类型是“商业企业”",
        lambda: case(card={"applicant_kind": "business", "applicant_name": "清远律师事务所"}),
    ),
    ("R07", "hint", "签收之日", lambda: case(registering=True)),
    ("R08", "warning", "S3（2024-03-04收到）", lambda: case(duplicates=[earlier()])),
    ("R09", "hint", "已有11件申请（含本件），超过10件", lambda: case(recent=11)),
    ("R10", "hint", "答复期限2024-07-02届满，还有8个工作日", lambda: case()),
    ("R10", "hint", "正在等待申请人补正", lambda: case(asked())),
    (
        "R10",
        "hint",
        "2024-06-11的次一工作日起20个工作日",
        lambda: case(asked(), step("correction_received", 6, 11)),
    ),
    ("R10", "hint", "延长20个工作日", lambda: case(extended(6, 18))),
    (
        "R10",
        "hint",
        "答复期限2024-09-30届满",
        lambda: case(reply(7, 1), step("reopening", 9, 2), today=date(2024, 9, 3)),
    ),
    (
        "R10",
        "hint",
        "放假安排还没有录入",
        lambda: case(card={"received_on": date(2026, 12, 28)}, today=date(2026, 12, 28)),
    ),
    ("R11", "warning", "2024-06-14晚于2024-06-13", lambda: case(asked(6, 14))),
    (
        "R12",
        "error",
        "补正期限2024-06-01早于补正告知日期2024-06-05",
        lambda: case(asked(answer_by=date(2024, 6, 1))),
    ),
    (
        "R12",
        "hint",
        "从次一工作日起重新计算20个工作日",
        lambda: case(asked(), step("correction_received", 6, 11)),
    ),
    (
        "R12",
        "error",
        "早于补正告知日期2024-06-05",
        lambda: case(asked(), step("correction_received", 6, 4)),
    ),
    (
        "R12",
        "warning",
        "没有与它对应的补正告知日期",
        lambda: case(step("correction_received", 6, 4)),
    ),
    (
        "R13",
        "warning",
        "第三方应在2024-07-02前提出意见",
        lambda: case(sent(), today=date(2024, 7, 3)),
    ),
    (
        "R13",
        "warning",
        "2024-07-05才收到",
        lambda: case(sent(), step("consultation_received", 7, 5), today=date(2024, 7, 8)),
    ),
    (
        "R13",
        "warning",
        "被征求意见的机关应在2024-07-04前",
        lambda: case(
            sent(consulted="agency", reached_on=date(2024, 6, 13)), today=date(2024, 7, 5)
        ),
    ),
    (
        "R13",
        "error",
        "2024-06-12早于征求意见书送达日期2024-06-13",
        lambda: case(sent(reached_on=date(2024, 6, 13)), step("consultation_received", 6, 12)),
    ),
    (
        "R13",
        "error",
        "送达日期2024-06-10早于发出日期2024-06-11",
        lambda: case(sent(reached_on=date(2024, 6, 10))),
    ),
    ("R14", "error", "填的是21", lambda: case(extended(extension_workdays=21))),
    ("R14", "warning", "没有填", lambda: case(extended(extension_workdays=None))),
    ("R14", "error", "晚于到期日2024-07-02", lambda: case(extended(7, 3))),
    ("R14", "error", "只能延长一次", lambda: case(extended(6, 18), extended(6, 19))),
    ("R14", "warning", "没有写批准人", lambda: case(extended(approved_by=None))),
    (
        "R14",
        "warning",
        "没有告知日期",
        lambda: case(RequestEvent(kind="extension", approved_by="何主任")),
    ),
    (
        "R14",
        "error",
        "1至15之间",
        lambda: case(
            RequestEvent(kind="extension", happened_on=date(2018, 3, 20), extension_workdays=16),
            card={"received_on": _OLD},
        ),
    ),
    ("R15", "error", "2024-06-21晚于今天2024-06-20", lambda: case(reply(6, 21))),
    ("R15", "error", "送达日期2024-07-01", lambda: case(step("delivery", 7, 1))),
    (
        "R16",
        "warning",
        "晚于到期日2024-07-02，逾期1个工作日，请写明逾期原因",
        lambda: case(reply(7, 3), today=date(2024, 7, 3)),
    ),
    (
        "R16",
        "warning",
        "2024-07-04答复（以交邮",
        lambda: case(reply(7, 2), step("delivery", 7, 4), today=date(2024, 7, 4)),
    ),
    (
        "R16",
        "hint",
        "原因：系统故障",
        lambda: case(reply(7, 3, late_reason="系统故障"), today=date(2024, 7, 3)),
    ),
    (
        "R16",
        "warning",
        "晚于到期日2024-06-28",
        lambda: case(reply(7, 1, due_on=date(2024, 6, 28)), today=date(2024, 7, 1)),
    ),
    ("R16", "warning", "逾期2个工作日，请尽快答复", lambda: case(today=date(2024, 7, 4))),
    ("R16", "warning", "到期日2024-07-02已过", lambda: case(asked(7, 4), today=date(2024, 7, 5))),
    (
        "R17",
        "error",
        "已于2024-06-18办结（予以公开），又登记了2024-06-20的办结",
        lambda: case(reply(6, 18), reply(6, 20, "not_exist")),
    ),
    (
        "R18",
        "warning",
        "没有写理由",
        lambda: case(reply(6, 18, "closed_other")),
    ),
    (
        "R19",
        "warning",
        "按“属于国家秘密”制作的，而登记的办理结果是“予以公开”",
        lambda: case(reply(6, 18), letters=[letter("refused_secret")]),
    ),
    ("R20", "error", "没有告知补正", lambda: case(reply(6, 18, "closed_uncorrected"))),
    (
        "R20",
        "error",
        "2024-06-12已经收到补正",
        lambda: case(
            asked(), step("correction_received", 6, 12), reply(6, 18, "closed_uncorrected")
        ),
    ),
    (
        "R20",
        "error",
        "补正期限到2024-06-18",
        lambda: case(asked(answer_by=date(2024, 6, 18)), reply(6, 18, "closed_uncorrected")),
    ),
    (
        "R20",
        "warning",
        "推算到2024-06-27",
        lambda: case(asked(), reply(6, 18, "closed_uncorrected")),
    ),
    ("R20", "error", "没有收费通知", lambda: case(reply(6, 18, "closed_unpaid"))),
    (
        "R20",
        "error",
        "缴费期限到2024-07-05",
        lambda: case(
            step("fee_notice", 6, 5), reply(7, 5, "closed_unpaid"), today=date(2024, 7, 5)
        ),
    ),
    (
        "R20",
        "error",
        "2024-06-12已经缴费",
        lambda: case(
            step("fee_notice", 6, 5), step("fee_paid", 6, 12), reply(6, 18, "closed_unpaid")
        ),
    ),
    (
        "R20",
        "error",
        "缴费日期2024-06-04早于收费通知日期2024-06-05",
        lambda: case(step("fee_notice", 6, 5), step("fee_paid", 6, 4)),
    ),
    ("R20", "warning", "没有与它对应的收费通知日期", lambda: case(step("fee_paid", 6, 12))),
    ("R21", "error", "没有原申请编号", lambda: case(reply(6, 18, "declined_duplicate"))),
    ("R21", "error", "就是本件的编号", lambda: case(card={"repeats_number": "S7"})),
    (
        "R21",
        "error",
        "2024-06-04收到，晚于本件的收到日期2024-06-03",
        lambda: case(card={"repeats_number": "S3"}, repeated=earlier(day=date(2024, 6, 4))),
    ),
    (
        "R21",
        "warning",
        "“顾言蹊”，本件是“周大勇”",
        lambda: case(card={"repeats_number": "S3"}, repeated=earlier(applicant_name="顾言蹊")),
    ),
    ("R21", "hint", "没有编号“旧12号”", lambda: case(card={"repeats_number": "旧12号"})),
    ("R22", "hint", "告知其名称、联系方式", lambda: case(reply(6, 18, "not_this_agency"))),
    ("R22", "hint", "检索的范围", lambda: case(reply(6, 18, "not_exist"))),
    ("R24", "warning", "还没有登记送达日期", lambda: case(reply(6, 18))),
    ("R24", "warning", "没有写送达方式", lambda: case(reply(6, 18), step("delivery", 6, 19))),
    (
        "R25",
        "hint",
        "2023年计入“结转下年度继续办理”，2024年计入“上年结转”",
        lambda: case(reply(1, 8), card={"received_on": date(2023, 12, 20)}),
    ),
    (
        "R25",
        "hint",
        "2022至2023年各年",
        lambda: case(reply(1, 8), card={"received_on": date(2022, 12, 20)}),
    ),
]
SILENT: list[tuple[str, Made]] = [
    ("R01", lambda: case(registering=True)),
    ("R01", lambda: case(card={"received_on": date(2019, 12, 30)})),  # stored already
    ("R01", lambda: case(card={"received_on": None}, registering=True)),
    ("R02", lambda: case()),
    ("R02", lambda: case(card={"received_on": date(2024, 2, 4)})),  # a Sunday worked
    ("R03", lambda: case(entered_on=date(2024, 6, 6))),
    ("R03", lambda: case(card={"received_on": date(2015, 6, 3)})),  # came with a ledger
    ("R05", lambda: case()),
    ("R05", lambda: case(card={"applicant_name": "清远律师事务所"})),  # R06 speaks of it
    ("R05", lambda: case(card={"applicant_kind": None, "applicant_name": "红星有限公司"})),
    ("R06", lambda: case(card={"applicant_name": "周大勇（清远律师事务所）"})),
    (
        "R06",
        lambda: case(card={"applicant_kind": "legal_service", "applicant_name": "清远律师事务所"}),
    ),
    ("R07", lambda: case()),
    ("R08", lambda: case()),
    ("R08", lambda: case(card={"repeats_number": "S3"}, duplicates=[earlier()])),
    ("R09", lambda: case(recent=10)),
    ("R09", lambda: case(card={"received_on": _OLD}, recent=99)),
    ("R10", lambda: case(reply(6, 18))),
    ("R11", lambda: case(asked(6, 13))),
    (
        "R11",
        lambda: case(
            RequestEvent(kind="correction_asked", happened_on=date(2018, 3, 20)),
            card={"received_on": _OLD},
        ),
    ),
    ("R12", lambda: case(asked())),
    ("R12", lambda: case(asked(), step("correction_received", 6, 5), reply(6, 18))),
    ("R13", lambda: case(sent(), today=date(2024, 7, 2))),
    ("R13", lambda: case(sent(), step("consultation_received", 7, 2), today=date(2024, 7, 8))),
    (
        "R13",
        lambda: case(
            RequestEvent(kind="consultation_sent", happened_on=date(2018, 3, 20)),
            card={"received_on": _OLD},
        ),
    ),
    ("R14", lambda: case(extended(7, 2))),
    ("R15", lambda: case(reply(6, 20))),
    ("R15", lambda: case(RequestEvent(kind="delivery"))),
    ("R16", lambda: case(reply(7, 2), step("delivery", 7, 2), today=date(2024, 7, 9))),
    ("R16", lambda: case(today=date(2024, 7, 2))),
    ("R16", lambda: case(reply(7, 3, due_on=date(2024, 7, 3)), today=date(2024, 7, 9))),
    ("R16", lambda: case(asked(), today=date(2024, 8, 1))),
    ("R16", lambda: case(reply(7, 3), step("reopening", 9, 2), today=date(2024, 12, 3))),
    ("R17", lambda: case(reply(6, 18), step("reopening", 6, 18), reply(6, 20, "not_exist"))),
    ("R18", lambda: case(reply(6, 18, "closed_other", reason="已转有关机关办理"))),
    ("R18", lambda: case(reply(6, 18))),
    ("R19", lambda: case(reply(6, 18), letters=[letter("granted"), letter(None, 6, 19)])),
    ("R19", lambda: case(letters=[letter("granted")])),
    (
        "R19",
        lambda: case(
            reply(6, 18, "not_exist"),
            step("reopening", 9, 2),
            reply(9, 10),
            letters=[letter("not_exist")],
            today=date(2024, 9, 11),
        ),
    ),
    ("R20", lambda: case(asked(), reply(6, 28, "closed_uncorrected"), today=date(2024, 6, 28))),
    (
        "R20",
        lambda: case(asked(answer_by=date(2024, 6, 14)), reply(6, 17, "closed_uncorrected")),
    ),
    (
        "R20",
        lambda: case(
            step("fee_notice", 6, 5), reply(7, 8, "closed_unpaid"), today=date(2024, 7, 8)
        ),
    ),
    ("R20", lambda: case(step("fee_notice", 6, 5), step("fee_paid", 6, 5))),
    (
        "R20",
        lambda: case(
            RequestEvent(kind="correction_asked", happened_on=date(2018, 3, 7)),
            RequestEvent(kind="reply", happened_on=date(2018, 3, 8), outcome="closed_uncorrected"),
            card={"received_on": _OLD},
        ),
    ),
    (
        "R21",
        lambda: case(
            reply(6, 18, "declined_duplicate"),
            card={"repeats_number": "S3"},
            repeated=earlier(applicant_name="周 大勇"),
        ),
    ),
    ("R22", lambda: case(reply(6, 18, "not_exist", reason="已检索档案系统"))),
    ("R22", lambda: case(reply(6, 18))),
    ("R24", lambda: case(reply(6, 18), step("delivery", 6, 18, delivery_way="邮寄"))),
    ("R24", lambda: case(reply(6, 20))),
    ("R24", lambda: case(asked(), reply(6, 18, "closed_uncorrected"))),
    ("R25", lambda: case(reply(6, 18))),
]


@pytest.mark.parametrize(("rule", "severity", "words", "made"), FIRES)
def test_a_rule_speaks_where_it_is_broken(rule: str, severity: str, words: str, made: Made) -> None:
    found = [one for one in told(rule, made()) if words in one.message]
    assert [one.severity for one in found] == [severity], [
        one.message for one in told(rule, made())
    ]
    assert found[0].message.endswith(("。", "）", "障"))


@pytest.mark.parametrize(("rule", "made"), SILENT)
def test_a_rule_is_silent_where_it_is_kept(rule: str, made: Made) -> None:
    assert told(rule, made()) == []


def test_every_rule_with_a_function_is_seen_to_speak_and_to_be_silent() -> None:
    assert {rule for rule, _, _, _ in FIRES} == set(REQUEST_RULES)
    assert {rule for rule, _ in SILENT} == set(REQUEST_RULES)


def test_an_empty_form_breaks_no_rule() -> None:
    empty = {"number": None, "received_on": None, "received_via": None, "content": None}
    empty |= {"applicant_kind": None, "applicant_name": None}
    assert request_findings(case(card=empty, registering=True)) == []


def test_a_request_from_before_the_first_regulation_has_no_clock_to_break() -> None:
    early = {"received_on": date(2007, 3, 5)}
    found = request_findings(case(extended(6, 18), reply(6, 18), card=early, registering=True))
    assert {one.rule for one in found} <= {"R01", "R24", "R25"}


def test_a_field_that_a_finding_marks_exists() -> None:
    fields = {*Request.__table__.columns.keys(), *RequestEvent.__table__.columns.keys()}
    fields |= {"delivered_on"}
    for _, _, _, made in FIRES:
        assert {one.field for one in request_findings(made())} <= {*fields, ""}


def test_every_step_in_the_future_is_an_error() -> None:
    for kind in EVENT_KINDS:
        found = told("R15", case(step(kind, 6, 21)))
        assert [one.severity for one in found] == ["error"], kind


def test_the_course_of_a_request_is_judged_without_its_applicants_others() -> None:
    one = case(duplicates=[earlier()], recent=99, registering=True)
    assert {found.rule for found in course_findings(one)} == {"R10"}


# ---------------------------------------------------------------------- the rulebook


def test_the_rulebook_holds_every_rule_in_order() -> None:
    assert list(rules()) == [f"R{number:02}" for number in range(1, 31)]


def test_every_rule_has_a_function_or_is_enforced_elsewhere() -> None:
    for rule in rules().values():
        if rule.about == "request":
            assert (rule.id in REQUEST_RULES) != bool(rule.enforced), rule.id


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        ("error", "R01 R04 R07 R15 R17 R18 R20 R21 R23 R27 R28 R29"),
        ("warning", "R05 R06 R08 R11 R13 R14 R16 R19 R24 R26 R30"),
        ("hint", "R02 R03 R09 R10 R12 R22 R25"),
    ],
)
def test_the_weight_of_a_rule_is_the_one_agreed(severity: str, expected: str) -> None:
    assert [rule.id for rule in rules().values() if rule.severity == severity] == expected.split()


def test_a_rule_has_no_weight_that_its_row_does_not_name() -> None:
    assert finding("R01", "晚", severity="warning").severity == "warning"
    with pytest.raises(ValueError, match="R15"):
        finding("R15", "晚", severity="hint")


def test_a_rule_of_one_regulation_is_not_asked_under_another() -> None:
    judges = {"R11": lambda one: iter([finding("R11", one)])}
    assert [one.rule for one in judged(judges, "晚", "2019")] == ["R11"]
    assert list(judged(judges, "晚", "2007")) == []
