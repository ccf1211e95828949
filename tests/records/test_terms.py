"""Closed lists carry exactly the wording of the contract, and know it in its other spellings."""

import pytest

from disclosure_desk.records.indicators import INDICATORS, indicator
from disclosure_desk.records.publication import CHANNEL_BITS, channel_mask
from disclosure_desk.records.terms import (
    APPLICANT_KINDS,
    DISPUTE_KINDS,
    DISPUTE_RESULTS,
    DOCUMENT_KINDS,
    OUTCOMES,
    RECEIVED_VIA,
    Terms,
)
from disclosure_desk.records.wording import folded, folded_label

# Slug, label, what else is accepted: 办理结果, in the order of the official form.
WORDINGS = """
granted|予以公开|同意公开
granted_public|已主动公开|属于已主动公开范围
partial|部分公开|同意部分公开
refused_secret|属于国家秘密|涉及国家秘密
refused_law|其他法律行政法规禁止公开|法律法规规定的其他情形
refused_safety|危及“三安全一稳定”|危及国家安全、公共安全、经济安全和社会稳定
refused_commercial|涉及商业秘密|保护第三方合法权益
refused_privacy|涉及个人隐私|
refused_internal|属于三类内部事务信息|
refused_process|属于四类过程性信息|
refused_enforcement|属于行政执法案卷|
refused_inquiry|属于行政查询事项|
not_exist|信息不存在|申请信息不存在,本机关不掌握相关政府信息
not_this_agency|不属于本机关公开|不属于本行政机关公开
unable_create|没有现成信息需要另行制作|
unable_unclear|补正后申请内容仍不明确|告知作出更改补充
declined_petition|信访举报投诉类申请|
declined_duplicate|重复申请|
declined_publication|要求提供公开出版物|
declined_excessive|无正当理由大量反复申请|
declined_reissue|要求行政机关确认或重新出具已获取信息|
closed_uncorrected|逾期不补正|申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请
closed_unpaid|逾期未缴费|申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请
closed_withdrawn|申请人撤回|
closed_not_information|不是《条例》所指政府信息|
closed_other|其他|告知通过其他途径办理
"""
ROWS = [line.split("|") for line in WORDINGS.strip().splitlines()]


def test_the_outcomes_are_those_of_the_contract_in_its_order() -> None:
    told = [(term.slug, term.label, ",".join(term.also)) for term in OUTCOMES]
    assert told == [tuple(row) for row in ROWS]


@pytest.mark.parametrize(("slug", "label", "also"), ROWS)
def test_an_outcome_is_known_by_its_label_and_what_else_is_accepted(
    slug: str, label: str, also: str
) -> None:
    for wording in (label, *also.split(",")) if also else (label,):
        for spelling in (wording, f"1.{wording}", f"（一）{wording}", f" {wording}\u3000"):
            found = OUTCOMES.find(spelling)
            assert found is not None, spelling
            assert found.slug == slug


@pytest.mark.parametrize(
    ("terms", "labels"),
    [
        (RECEIVED_VIA, "当面 传真 网络 信函"),
        (APPLICANT_KINDS, "自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他"),
        (DOCUMENT_KINDS, "规章 行政规范性文件 其他"),
        (DISPUTE_KINDS, "行政复议 未经复议直接起诉 复议后起诉"),
        (DISPUTE_RESULTS, "结果维持 结果纠正 其他结果"),
        (
            INDICATORS,
            "行政许可处理决定数量 其他对外管理服务事项处理决定数量 行政处罚处理决定数量 "
            "行政强制处理决定数量 行政事业性收费金额 政府集中采购项目数量 政府集中采购总金额 "
            "回应公众关注热点或重大舆情数 新闻发布会总次数 主要负责同志参加新闻发布会次数 "
            "政府网站在线访谈次数 主要负责同志参加政府网站在线访谈次数 政策解读稿件发布数 "
            "微博微信回应事件数 其他方式回应事件数 举报投诉数量 专项经费 工作会议或专题会议数 "
            "培训班数 接受培训人员数 行政许可项目数量 其他对外管理服务事项项目数量 "
            "行政处罚项目数量 行政强制项目数量 行政事业性收费项目数量 工作专门机构数 查阅点数 "
            "专职人员数 兼职人员数",
        ),
    ],
)
def test_the_other_lists_are_those_of_the_contract(terms: Terms, labels: str) -> None:
    assert terms.labels == tuple(labels.split())


def test_no_wording_means_two_choices() -> None:
    for terms in (OUTCOMES, RECEIVED_VIA, APPLICANT_KINDS, DISPUTE_KINDS, INDICATORS):
        wordings = [folded_label(one) for term in terms for one in (term.label, *term.also)]
        assert len(set(wordings)) == len(wordings)
        assert len(set(terms.slugs)) == len(terms)


def test_the_stocks_are_those_of_the_contract() -> None:
    stocks = [one.label for one in INDICATORS if indicator(one.slug).stock]
    assert stocks == list(INDICATORS.labels[20:])


def test_the_unit_in_brackets_is_no_part_of_an_indicators_name() -> None:
    for wording in ("行政事业性收费金额", "行政事业性收费金额（万元）", "行政事业性收费金额(万元)"):
        found = INDICATORS.find(wording)
        assert found is not None
        assert found.slug == "fee_amount"
    assert INDICATORS.find("行政事业性收费金额（元）") is None


@pytest.mark.parametrize(
    ("wording", "slug"), [("邮寄", "letter"), ("电子邮件", "network"), ("快递", None), ("", None)]
)
def test_other_ways_of_receipt_are_read_as_those_of_the_form(
    wording: str, slug: str | None
) -> None:
    found = RECEIVED_VIA.find(wording)
    assert (found and found.slug) == slug


@pytest.mark.parametrize(
    ("words", "rows"),
    [
        ((), set()),
        (("政府公报",), {"gazette"}),
        (("政府网站", "公示栏"), {"website", "other"}),
        (("政务微博", "政务微信"), {"weibo", "wechat"}),
        (("公示栏", "报纸", "广播电视", "查阅点", "便民手册", "新闻发布会"), {"other"}),
        (("政府网站 ", "政府 网站"), {"website"}),
    ],
)
def test_channels_fall_into_the_rows_of_the_form(words: tuple[str, ...], rows: set[str]) -> None:
    mask = channel_mask(words)
    assert {slug for slug, bit in CHANNEL_BITS.items() if mask & bit} == rows


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("（一）", "(一)"),
        ("１２３", "123"),
        ("“引号”", '"引号"'),
        ("「引号」", '"引号"'),
        ("‘单’", "'单'"),
        ("ＡＢｃ", "abC"),
        ("有 空\u3000格\n", "有空格"),
    ],
)
def test_spellings_of_one_text_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)


@pytest.mark.parametrize("text", ["2.0版", "12月", "一事一申请", "1"])
def test_only_numbering_is_taken_for_numbering(text: str) -> None:
    assert folded_label(text).endswith(folded(text)[-2:])
    assert folded_label("一事一申请") == "一事一申请"
