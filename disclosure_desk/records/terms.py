"""Statutory choices: the exact Chinese wording, what else is accepted, and the article.

The database stores the slug, so that a wording can be corrected without touching records.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure_desk.records.wording import folded_label


@dataclass(frozen=True, slots=True)
class Term:
    """One choice of a closed list."""

    slug: str
    label: str
    also: tuple[str, ...] = ()
    source: str = ""


class Terms(Sequence[Term]):
    """A closed list of choices, in the order of the official form."""

    def __init__(self, label: str, *terms: Term) -> None:
        self.label = label
        self._terms = terms
        self._by_slug = {term.slug: term for term in terms}
        self._by_wording = {
            folded_label(wording): term for term in terms for wording in (term.label, *term.also)
        }

    def __len__(self) -> int:
        return len(self._terms)

    def __getitem__(self, index: int) -> Term:  # type: ignore[override]  # slices are not needed
        return self._terms[index]

    def __iter__(self) -> Iterator[Term]:
        return iter(self._terms)

    def find(self, wording: str) -> Term | None:
        """The choice that a cell or a clerk names, or None when there is no such choice."""
        return self._by_wording.get(folded_label(wording))

    def label_of(self, slug: str) -> str:
        """The official wording of a stored choice."""
        return self._by_slug[slug].label

    def __contains__(self, slug: object) -> bool:
        return slug in self._by_slug

    @property
    def slugs(self) -> tuple[str, ...]:
        """All stored values, in order."""
        return tuple(self._by_slug)

    @property
    def labels(self) -> tuple[str, ...]:
        """All official wordings, in order."""
        return tuple(term.label for term in self._terms)


RECEIVED_VIA = Terms(
    "收到方式",
    Term("in_person", "当面", source="条例第三十一条第一项"),
    Term("fax", "传真", source="条例第三十一条第三项"),
    Term("network", "网络", ("电子邮件",), "条例第三十一条第三项"),
    Term("letter", "信函", ("邮寄",), "条例第三十一条第二项"),
)

APPLICANT_KINDS = Terms(
    "申请人类型",
    Term("natural", "自然人"),
    Term("business", "商业企业"),
    Term("research", "科研机构"),
    Term("public_welfare", "社会公益组织"),
    Term("legal_service", "法律服务机构"),
    Term("other", "其他"),
)

DOCUMENT_KINDS = Terms(
    "文件性质",
    Term("regulation", "规章", source="条例第二十条第一项"),
    Term("normative", "行政规范性文件", source="条例第二十条第一项"),
    Term("other", "其他"),
)

# What a review before publication may find. Source: 条例第十七条; the words from memory.
SECRECY_RESULTS = Terms(
    "保密审查结论",
    Term("public", "可以公开", ("同意公开", "予以公开"), "条例第十七条第二款"),
    Term("partial", "区分处理后公开", ("部分公开",), "条例第三十七条"),
    Term("asked", "报主管部门确定", ("报保密行政管理部门确定",), "条例第十七条第三款"),
    Term("refused", "不予公开", ("不得公开", "不公开"), "条例第十四条"),
)

# Channels are open words; these four have a row of their own in the table of 国办发〔2014〕32号,
# every other word counts as 其他方式.
CHANNELS = Terms(
    "公开渠道",
    Term("gazette", "政府公报"),
    Term("website", "政府网站"),
    Term("weibo", "政务微博"),
    Term("wechat", "政务微信"),
)
OTHER_CHANNEL = "other"

DISPUTE_KINDS = Terms(
    "类型",
    Term("reconsideration", "行政复议"),
    Term("litigation_direct", "未经复议直接起诉"),
    Term("litigation_after", "复议后起诉"),
)

DISPUTE_RESULTS = Terms(
    "结果",
    Term("upheld", "结果维持"),
    Term("corrected", "结果纠正"),
    Term("other", "其他结果"),
)

# Whose opinion is asked before an answer.
CONSULTED = Terms(
    "征求对象",
    Term("third_party", "第三方", source="条例第三十二条"),
    Term("agency", "其他行政机关", source="条例第三十四条"),
)
OPINIONS = Terms(
    "意见",
    Term("consent", "同意公开"),
    Term("partly", "同意部分公开"),
    Term("objection", "不同意公开"),
    Term("silence", "逾期未提出意见"),
)

YES_NO = Terms("是否", Term("yes", "是"), Term("no", "否"))

OUTCOMES = Terms(
    "办理结果",
    Term("granted", "予以公开", ("同意公开",), "条例第三十六条第二项"),
    Term("granted_public", "已主动公开", ("属于已主动公开范围",), "条例第三十六条第一项"),
    Term("partial", "部分公开", ("同意部分公开",), "条例第三十七条"),
    Term("refused_secret", "属于国家秘密", ("涉及国家秘密",), "条例第十四条"),
    Term("refused_law", "其他法律行政法规禁止公开", ("法律法规规定的其他情形",), "条例第十四条"),
    Term(
        "refused_safety",
        "危及“三安全一稳定”",
        ("危及国家安全、公共安全、经济安全和社会稳定",),
        "条例第十四条",
    ),
    Term("refused_commercial", "涉及商业秘密", ("保护第三方合法权益",), "条例第十五条"),
    Term("refused_privacy", "涉及个人隐私", (), "条例第十五条"),
    Term("refused_internal", "属于三类内部事务信息", (), "条例第十六条第一款"),
    Term("refused_process", "属于四类过程性信息", (), "条例第十六条第二款"),
    Term("refused_enforcement", "属于行政执法案卷", (), "条例第十六条第二款"),
    Term("refused_inquiry", "属于行政查询事项", (), "条例第三十六条第七项"),
    Term(
        "not_exist",
        "信息不存在",
        ("申请信息不存在", "本机关不掌握相关政府信息"),
        "条例第三十六条第四项",
    ),
    Term("not_this_agency", "不属于本机关公开", ("不属于本行政机关公开",), "条例第三十六条第五项"),
    Term("unable_create", "没有现成信息需要另行制作", (), "条例第三十八条"),
    Term("unable_unclear", "补正后申请内容仍不明确", ("告知作出更改补充",), "条例第三十条"),
    Term("declined_petition", "信访举报投诉类申请", (), "条例第三十九条第一款"),
    Term("declined_duplicate", "重复申请", (), "条例第三十六条第六项"),
    Term("declined_publication", "要求提供公开出版物", (), "条例第三十九条第二款"),
    Term("declined_excessive", "无正当理由大量反复申请", (), "条例第三十五条"),
    Term("declined_reissue", "要求行政机关确认或重新出具已获取信息"),
    Term(
        "closed_uncorrected",
        "逾期不补正",
        ("申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",),
        "条例第三十条",
    ),
    Term(
        "closed_unpaid",
        "逾期未缴费",
        ("申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",),
        "国办函〔2020〕109号第六条",
    ),
    Term("closed_withdrawn", "申请人撤回"),
    Term("closed_not_information", "不是《条例》所指政府信息", (), "条例第二条"),
    Term("closed_other", "其他", ("告知通过其他途径办理",)),
)
WITHDRAWN = "closed_withdrawn"
# Ended inside the office: there is no answer to deliver.
ENDED_WITHOUT_ANSWER = ("closed_uncorrected", "closed_unpaid", WITHDRAWN)
