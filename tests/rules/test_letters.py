"""Which letter tells what, the article it cites, and the remedies it names."""

from datetime import date

import pytest

from disclosure_desk.faults import Refusal
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.terms import OUTCOMES
from disclosure_desk.rules.law import versions
from disclosure_desk.rules.letter_naming import kind_for, kinds_named, kinds_offered
from disclosure_desk.rules.letters import (
    law_knows,
    legal_basis,
    letter_for,
    letter_kinds,
    remedy_text,
    require_law,
    rule_told,
)

TODAY = date(2025, 3, 4)
OLD = date(2018, 3, 5)
REGULATION = "《中华人民共和国政府信息公开条例》"
OLD_REGULATION = "《中华人民共和国政府信息公开条例》（国务院令第492号）"
OPINION_2010 = "《国务院办公厅关于做好政府信息依申请公开工作的意见》（国办发〔2010〕5号）第二条"

# Outcome, the letter, its article under the regulation of 2019 and under that of 2007 (None:
# no letter of this kind).
LETTERS = [
    (
        "granted_public",
        "政府信息公开告知书（已主动公开）",
        "第三十六条第（一）项",
        "第二十一条第（一）项",
    ),
    ("granted", "政府信息公开答复书（予以公开）", "第三十六条第（二）项", "第二十一条第（一）项"),
    ("partial", "政府信息部分公开答复书", "第三十七条", "第二十二条"),
    (
        "refused_secret",
        "政府信息不予公开答复书（国家秘密）",
        "第三十六条第（三）项和第十四条",
        "第二十一条第（二）项和第十四条第四款",
    ),
    (
        "refused_law",
        "政府信息不予公开答复书（法律、行政法规禁止公开）",
        "第三十六条第（三）项和第十四条",
        "第二十一条第（二）项",
    ),
    (
        "refused_safety",
        "政府信息不予公开答复书（三安全一稳定）",
        "第三十六条第（三）项和第十四条",
        "第二十一条第（二）项和第八条",
    ),
    (
        "refused_commercial",
        "政府信息不予公开答复书（商业秘密）",
        "第三十六条第（三）项和第十五条",
        "第二十一条第（二）项、第二十三条和第十四条第四款",
    ),
    (
        "refused_privacy",
        "政府信息不予公开答复书（个人隐私）",
        "第三十六条第（三）项和第十五条",
        "第二十一条第（二）项、第二十三条和第十四条第四款",
    ),
    (
        "refused_internal",
        "政府信息不予公开答复书（内部事务信息）",
        "第三十六条第（三）项和第十六条第一款",
        OPINION_2010,
    ),
    (
        "refused_process",
        "政府信息不予公开答复书（过程性信息）",
        "第三十六条第（三）项和第十六条第二款",
        OPINION_2010,
    ),
    (
        "refused_enforcement",
        "政府信息不予公开答复书（行政执法案卷）",
        "第三十六条第（三）项和第十六条第二款",
        None,
    ),
    ("refused_inquiry", "依法查询告知书", "第三十六条第（七）项", None),
    ("not_exist", "政府信息不存在告知书", "第三十六条第（四）项", "第二十一条第（三）项"),
    ("not_this_agency", "非本机关政府信息告知书", "第三十六条第（五）项", "第二十一条第（三）项"),
    ("unable_create", "政府信息无法提供告知书（需加工、分析）", "第三十八条", OPINION_2010),
    (
        "unable_unclear",
        "政府信息无法提供告知书（补正后仍不明确）",
        "第三十条",
        "第二十一条第（四）项",
    ),
    ("declined_petition", "不作为政府信息公开申请处理告知书", "第三十九条第一款", "第二条"),
    (
        "declined_duplicate",
        "不予重复处理告知书",
        "第三十六条第（六）项",
        "《国务院办公厅关于施行〈中华人民共和国政府信息公开条例〉若干问题的意见》"
        "（国办发〔2008〕36号）第（十三）项",
    ),
    (
        "declined_publication",
        "公开出版物获取途径告知书",
        "第三十九条第二款",
        "第二十一条第（一）项",
    ),
    ("declined_excessive", "不予处理告知书（无正当理由大量反复申请）", "第三十五条", None),
    ("declined_reissue", "不予处理告知书（确认或重新出具）", "第二条", None),
    ("closed_uncorrected", "办结单（逾期不补正）", "第三十条", "第二十一条第（四）项"),
    (
        "closed_unpaid",
        "办结单（逾期未缴费）",
        "第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）第六条",
        None,
    ),
    ("closed_withdrawn", "撤回申请确认书", "", ""),
    ("closed_not_information", "非政府信息告知书", "第二条", "第二条"),
    ("closed_other", "办结单（其他）", "", ""),
]
# Being sent to another register (第三十六条第七项) is no refusal, from memory.
REFUSED = ["partial", *(one for one in OUTCOMES.slugs if one.startswith("refused_"))]
REFUSED.remove("refused_inquiry")


def cited(regulation: str, article: str) -> str:
    return article if not article or article.startswith("《") else regulation + article


@pytest.mark.parametrize(("outcome", "label", "article", "old_article"), LETTERS)
def test_each_outcome_has_its_letter_and_each_law_its_article(
    outcome: str, label: str, article: str, old_article: str | None
) -> None:
    kind = letter_for(outcome)
    assert kind.label == label
    assert legal_basis(kind, TODAY) == cited(REGULATION, article)
    if old_article is None:
        with pytest.raises(Refusal, match=r"2007年条例没有规定"):
            legal_basis(kind, OLD)
    else:
        assert legal_basis(kind, OLD) == cited(OLD_REGULATION, old_article)


def test_every_outcome_has_exactly_one_letter() -> None:
    told = [outcome for kind in letter_kinds().values() for outcome in kind.outcomes]
    assert sorted(told) == sorted(OUTCOMES.slugs) == sorted(one[0] for one in LETTERS)


def test_an_article_that_came_later_is_not_cited_for_an_older_request() -> None:
    with pytest.raises(Refusal, match="2009-06-01"):
        legal_basis(letter_for("unable_create"), date(2009, 6, 1))


def test_the_law_follows_the_day_of_receipt() -> None:
    notice = letter_kinds()["extension_notice"]
    assert legal_basis(notice, date(2019, 5, 14)) == OLD_REGULATION + "第二十四条第二款"
    assert legal_basis(notice, date(2019, 5, 15)) == REGULATION + "第三十三条第二款"
    with pytest.raises(Refusal, match="2008-05-01"):
        legal_basis(notice, date(2008, 4, 30))
    opinion = letter_kinds()["third_party_consultation"]
    assert "15个工作日" in rule_told(opinion, TODAY)
    assert "工作日" not in rule_told(opinion, OLD)
    for slug in ("correction_notice", "closing_uncorrected"):
        assert "视为放弃申请" in rule_told(letter_kinds()[slug], TODAY)
        assert "视为放弃" not in rule_told(letter_kinds()[slug], OLD)


@pytest.mark.parametrize(
    "slug", ["reasons_asked", "agency_consultation", "fee_notice", "closing_unpaid"]
)
def test_the_older_law_knew_no_such_letter(slug: str) -> None:
    with pytest.raises(Refusal, match=letter_kinds()[slug].label[:3]):
        legal_basis(letter_kinds()[slug], OLD)


def test_the_ending_of_a_request_is_told_even_where_the_law_did_not_know_it() -> None:
    unknown = [one[0] for one in LETTERS if one[3] is None]
    assert len(unknown) == 5
    for outcome in unknown:
        kind = letter_for(outcome)
        assert not law_knows(kind, OLD, OLD)
        assert kind in kinds_offered(outcome, OLD, OLD)
        require_law(kind, OLD)
        assert law_knows(kind, TODAY, TODAY)
    assert not law_knows(letter_for("closed_unpaid"), date(2020, 6, 1), date(2020, 9, 1))


def test_after_a_third_party_was_asked_its_article_is_cited_too() -> None:
    for outcome in ("refused_commercial", "refused_privacy"):
        cited_now = legal_basis(letter_for(outcome), TODAY, consulted=True)
        assert cited_now == REGULATION + "第三十二条、第三十六条第（三）项和第十五条"
        old = legal_basis(letter_for(outcome), OLD)
        assert legal_basis(letter_for(outcome), OLD, consulted=True) == old
    plain = letter_for("granted")
    assert legal_basis(plain, TODAY, consulted=True) == legal_basis(plain, TODAY)


def test_a_letter_speaks_of_itself_by_its_name() -> None:
    for kind in letter_kinds().values():
        if kind.remedy:
            this = "本告知书" if kind.title.endswith("告知书") else "本答复"
            clause = remedy_text(kind, TODAY, "closed_other")
            assert clause.startswith(f"如不服{this}，可以自收到{this}之日起"), kind.slug


def test_the_form_is_that_of_the_applicant() -> None:
    for words in ("申请表", "政府信息公开申请表"):
        assert kind_for(words, None, applicant_kind="natural").slug == "application_natural"
        for who in ("business", "other"):
            assert kind_for(words, None, applicant_kind=who).slug == "application_organisation"
    with pytest.raises(Refusal, match="自然人）”不适用于这类申请人"):
        kind_for("政府信息公开申请表（自然人）", None, applicant_kind="business")


@pytest.mark.parametrize(
    ("words", "outcome", "slug"),
    [
        ("确认函", None, "third_party_answer"),
        ("邮寄登记", "granted", "delivery_receipt"),
        ("不再处理告知", "closed_uncorrected", "closing_uncorrected"),
        ("不再处理告知", "closed_unpaid", "closing_unpaid"),
        ("告知书", "not_exist", "reply_not_exist"),
        ("告知书", "refused_inquiry", "reply_refused_inquiry"),
    ],
)
def test_a_kind_is_found_by_the_words_that_offices_use(
    words: str, outcome: str | None, slug: str
) -> None:
    assert kind_for(words, outcome).slug == slug


def test_a_third_party_is_told_of_a_disclosure_only_where_there_is_one() -> None:
    told = letter_kinds()["third_party_told"]
    fitting = [outcome for outcome in OUTCOMES.slugs if told.fits(outcome)]
    assert sorted(fitting) == ["granted", "granted_public", "partial"]
    assert told.fits(None)
    with pytest.raises(Refusal, match="办理结果是“涉及商业秘密”，没有决定公开"):
        kind_for("第三方公开告知书", "refused_commercial", "涉及商业秘密")


def test_a_letter_is_not_made_before_the_rule_that_it_rests_on() -> None:
    fee, party = letter_kinds()["fee_notice"], letter_kinds()["party_information"]
    require_law(fee, date(2021, 1, 1))
    with pytest.raises(Refusal, match="收费通知书"):
        require_law(fee, date(2020, 12, 31))
    with pytest.raises(Refusal, match="党务信息告知书"):
        require_law(party, date(2017, 12, 19))


@pytest.mark.parametrize("outcome", REFUSED)
def test_a_refusal_of_today_must_go_to_reconsideration_first(outcome: str) -> None:
    clause = remedy_text(letter_for(outcome), date(2024, 1, 1))
    assert "60日内向【复议机关】申请行政复议" in clause
    assert "自收到行政复议决定书之日起15日内依法向人民法院提起行政诉讼" in clause
    assert "第二十三条第一款第（四）项的规定，应当先申请行政复议" in clause
    assert "有管辖权的法院" not in clause
    assert "6个月" not in clause


@pytest.mark.parametrize("outcome", [one for one in OUTCOMES.slugs if one not in REFUSED])
def test_any_other_decision_of_today_may_be_taken_to_court_at_once(outcome: str) -> None:
    clause = remedy_text(letter_for(outcome), date(2024, 1, 1))
    if letter_for(outcome).remedy:
        assert "60日内向【复议机关】申请行政复议，或者" in clause
        assert "6个月内向【有管辖权的法院】提起行政诉讼" in clause
        assert "应当先" not in clause
    else:
        assert outcome.startswith("closed_")
        assert clause == ""


@pytest.mark.parametrize("outcome", ["granted", "refused_privacy", "partial", "not_exist"])
@pytest.mark.parametrize(
    ("made_on", "months"),
    [(date(2023, 12, 31), 6), (date(2015, 5, 1), 6), (date(2015, 4, 30), 3)],
)
def test_before_2024_every_decision_had_both_ways_open(
    outcome: str, made_on: date, months: int
) -> None:
    clause = remedy_text(letter_for(outcome), made_on)
    assert "60日内向【复议机关】申请行政复议，或者" in clause
    assert f"{months}个月内向【有管辖权的法院】提起行政诉讼" in clause


def test_procedural_notices_name_no_remedy() -> None:
    with_remedy = {kind.slug for kind in letter_kinds().values() if kind.remedy}
    decisions = {kind.slug for kind in letter_kinds().values() if kind.ends}
    assert with_remedy - decisions == {"third_party_told", "amendment_reply"}
    assert all(
        remedy_text(kind, TODAY) == ""
        for kind in letter_kinds().values()
        if kind.step not in ("reply", "") or kind.slug.startswith("closing_")
    )


def test_a_kind_is_named_by_slug_label_or_a_usual_word() -> None:
    for kind in letter_kinds().values():
        assert kinds_named(kind.slug) == (kind,)
        assert kinds_named(kind.label) == (kind,)
    assert kinds_named("政府信息公开答复书(予以公开)") == (letter_kinds()["reply_granted"],)
    assert kind_for("延长答复期限告知书", None).slug == "extension_notice"
    assert kind_for("接收回执", "granted").slug == "receipt"


@pytest.mark.parametrize("outcome", OUTCOMES.slugs)
@pytest.mark.parametrize("words", ["decision", "答复书"])
def test_the_decision_letter_is_that_of_the_outcome(words: str, outcome: str) -> None:
    assert kind_for(words, outcome) == letter_for(outcome)


def test_what_no_letter_can_be_made_of_is_refused_in_a_sentence() -> None:
    with pytest.raises(Refusal, match=r"没有“奖状”这种文书.*补正告知书.*送达回证等"):
        kind_for("奖状", "granted")
    with pytest.raises(Refusal, match=r"或者补正告知书") as told:
        kind_for("补正告之书", "granted")
    assert "送达回证" not in str(told.value)
    assert len(str(told.value)) < 120
    with pytest.raises(Refusal, match=r"还没有登记办理结果，不能制作“答复书”"):
        kind_for("答复书", None)
    with pytest.raises(Refusal, match="还没有登记办理结果"):
        kind_for("reply_not_exist", None)
    with pytest.raises(Refusal, match=r"与办理结果“予以公开”不符.*答复书（予以公开）"):
        kind_for("政府信息不存在告知书", "granted", "予以公开")
    assert kind_for("不予公开", "refused_privacy").slug == "reply_refused_privacy"
    assert kind_for("撤回申请确认书", None).slug == "withdrawal_confirmation"
    with pytest.raises(Refusal, match="不符"):
        kind_for("撤回申请确认书", "granted", "予以公开")


def test_only_letters_that_can_be_made_are_offered() -> None:
    open_now = {kind.slug for kind in kinds_offered(None, TODAY, TODAY)}
    assert {"correction_notice", "fee_notice", "withdrawal_confirmation"} <= open_now
    assert not [slug for slug in open_now if slug.startswith(("reply_", "closing_"))]
    ended = {kind.slug for kind in kinds_offered("not_exist", TODAY, TODAY)}
    assert [slug for slug in ended if slug.startswith(("reply_", "closing_"))] == [
        "reply_not_exist"
    ]
    assert "withdrawal_confirmation" not in ended
    old = {kind.slug for kind in kinds_offered("refused_inquiry", OLD, OLD)}
    assert not old & {"fee_notice", "agency_consultation"}
    assert "correction_notice" in old


def test_kinds_speak_of_steps_outcomes_and_provisions_that_there_are() -> None:
    for kind in letter_kinds().values():
        assert {kind.step, kind.about} <= {"", *EVENT_KINDS}, kind.slug
        assert {*kind.outcomes, *kind.also_for} <= set(OUTCOMES.slugs), kind.slug
        assert not kind.needs or versions(kind.needs), kind.slug
    replies = {kind.series for kind in letter_kinds().values() if kind.slug.startswith("reply_")}
    assert replies == {"答"}
