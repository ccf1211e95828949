"""The 【fields】 of letters: what each says for one request, and where a clerk fills it in."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.terms import APPLICANT_KINDS, RECEIVED_VIA
from disclosure_desk.rules.letters import LetterKind, rule_told
from disclosure_desk.rules.written_dates import chinese_date
from disclosure_desk.statistics.letter_facts import (
    LetterFacts,
    addressed_as,
    asked,
    asked_name,
    basis_of,
    contact,
    content,
    course,
    delivered_letter,
    fee_amount,
    fee_measure,
    fee_steps,
    of_office,
    of_request,
    of_step,
    opinion_told,
    outcome_label,
    reasons_asked_on,
    remedies_of,
    term_of,
    written,
)
from disclosure_desk.statistics.letter_form import (
    applicant_boxes,
    delivery_boxes,
    posted_on,
    sent_electronically,
    signed_on,
)
from disclosure_desk.statistics.letter_reason import (
    DISCLOSED,
    REASONS_ASKED,
    RIGHT_AGENCY,
    WITHHELD,
    as_sentences,
    line_of_reason,
    reason,
    where_to_apply,
)

_FIELD = re.compile(r"【([^【】]+)】")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a field's text; `missing` names the field that has no value yet."""

    text: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class LetterField:
    """A field: its name between 【】, where its value comes from, and how it is read.

    `worded` puts what was read or given into the words of a letter.
    """

    name: str
    origin: str
    read: Callable[[LetterFacts], str | None]
    worded: Callable[[str], str] = str.strip


def letter_values(
    facts: LetterFacts, given: Mapping[str, str] | None = None
) -> dict[str, tuple[Piece, ...]]:
    """What every field says that this kind of letter may show; «【名称】» where it says nothing.

    `given` are texts for fields of which the records tell nothing. Raises Refusal where the law
    of the day of receipt does not know the letter, except for one that tells an ending.
    """
    others = dict(facts.kind.default) | {name: text for name, text in (given or {}).items() if text}
    texts: dict[str, str] = {}
    for name in fields_shown(facts.kind):
        field = FIELDS[name]
        texts[name] = field.worded(field.read(facts) or others.get(name, ""))
    values: dict[str, tuple[Piece, ...]] = {
        name: (_piece(name, text),) for name, text in texts.items()
    }
    clause = remedies_of(facts)
    if clause:
        values[_REMEDIES] = tuple(_expanded(clause, texts))
    return values


def fields_shown(kind: LetterKind) -> frozenset[str]:
    """The names of the fields that a kind of letter may show."""
    return frozenset(FIELDS) - set(_HIDDEN[kind.shows])


def already_told(facts: LetterFacts, given: Mapping[str, str]) -> list[str]:
    """The names among these of which the records tell, so that what is given is not used."""
    return [name for name in given if name in FIELDS and FIELDS[name].read(facts)]


def told_missing(names: Iterable[str]) -> str:
    """Fields without a value as a sentence lists them: 复议机关（单位信息）、补正期限（…）."""
    return "、".join(f"{name}（{FIELDS[name].origin}）" for name in names)


def _piece(name: str, text: str) -> Piece:
    return Piece(text) if text else Piece(f"【{name}】", name)


def _expanded(clause: str, texts: Mapping[str, str]) -> Iterable[Piece]:
    """The program's own clause with its fields filled; values are never read as fields."""
    at = 0
    for found in _FIELD.finditer(clause):
        yield Piece(clause[at : found.start()])
        yield _piece(found[1], texts[found[1]])
        at = found.end()
    yield Piece(clause[at:])


_REMEDIES = "复议诉讼告知"
_OFFICE, _REQUEST, _DONE = "单位信息", "申请", "程序推算"
_REPLY = "步骤“答复”的“理由”"
_TYPED = "步骤里没有，制作文书时填写"


def _fields() -> Iterable[LetterField]:
    """All of them, in the order in which the list of fields shows them."""
    yield from _fields_of_office()
    yield from _fields_of_request()
    yield from _fields_of_terms()
    yield from _fields_of_steps()
    yield from _fields_of_reply()
    yield from _fields_of_delivery()


def _fields_of_office() -> Iterable[LetterField]:
    yield LetterField("单位名称", _OFFICE, of_office("name"))
    yield LetterField("单位电话", f"{_OFFICE}“联系电话”", of_office("phone"))
    yield LetterField("单位地址", f"{_OFFICE}“地址”", of_office("address"))
    yield LetterField("单位邮编", f"{_OFFICE}“邮编”", of_office("postcode"))
    yield LetterField("单位网址", f"{_OFFICE}“网址”", of_office("website"))
    yield LetterField("单位电子邮箱", f"{_OFFICE}“电子邮箱”", of_office("email"))
    yield LetterField("单位联系方式", f"{_OFFICE}“地址”“联系电话”", contact)
    yield LetterField("复议机关", _OFFICE, of_office("reconsideration_organ"))
    yield LetterField("有管辖权的法院", _OFFICE, of_office("court"))
    yield LetterField("文号", f"{_OFFICE}“机关代字”，定稿时编号", lambda facts: facts.number)
    yield LetterField("成文日期", "文书日期", lambda facts: chinese_date(facts.made_on))


def _fields_of_request() -> Iterable[LetterField]:
    yield LetterField("申请编号", _REQUEST, of_request("number"))
    yield LetterField("收到日期", _REQUEST, of_request("received_on"))
    yield LetterField(
        "收到方式", _REQUEST, lambda facts: RECEIVED_VIA.label_of(facts.request.received_via)
    )
    yield LetterField(
        "申请人类型", _REQUEST, lambda facts: APPLICANT_KINDS.label_of(facts.request.applicant_kind)
    )
    yield LetterField("申请人", f"{_REQUEST}“申请人名称”", of_request("applicant_name"))
    yield LetterField("称谓", f"{_REQUEST}“申请人类型”", addressed_as)
    yield LetterField("证件号码", _REQUEST, of_request("id_number"))
    yield LetterField("联系电话", _REQUEST, of_request("phone"))
    yield LetterField("联系地址", _REQUEST, of_request("address"))
    yield LetterField("代理人", _REQUEST, of_request("agent"))
    yield LetterField("申请内容", _REQUEST, content)
    yield LetterField("获取方式", _REQUEST, of_request("delivery_wanted"))
    yield LetterField("获取方式选项", f"{_REQUEST}“获取方式”", delivery_boxes)
    yield LetterField("申请人类型选项", f"{_REQUEST}“申请人类型”", applicant_boxes)
    yield LetterField(
        "承办科室",
        _REQUEST,
        lambda facts: facts.request.department.name if facts.request.department else None,
    )
    yield LetterField("原申请编号", _REQUEST, of_request("repeats_number"))


def _fields_of_terms() -> Iterable[LetterField]:
    """What the law says of the letter, and until when."""
    yield LetterField("法律依据", "法规数据", basis_of)
    yield LetterField(
        "期限和后果", "法规数据", lambda facts: rule_told(facts.kind, facts.request.received_on)
    )
    yield LetterField(_REMEDIES, "法规数据", remedies_of)
    yield LetterField("答复期限", "法规数据", term_of("reply"))
    yield LetterField("答复到期日", _DONE, lambda facts: written(facts.clock.due))
    yield LetterField("原到期日", _DONE, lambda facts: written(facts.clock.basic_due))
    yield LetterField(
        "延长至",
        f"{_DONE}，要先登记延期告知",
        lambda facts: written(facts.clock.due) if facts.latest("extension") else None,
    )


def _fields_of_steps() -> Iterable[LetterField]:
    """What the steps between receipt and reply hold."""
    consulted, notice = "步骤“发出征求意见”", "步骤“收费通知”"
    extension = "步骤“延期告知”"
    yield LetterField("延长工作日数", extension, of_step("extension_workdays", "extension"))
    yield LetterField("延期理由", extension, of_step("reason", "extension"))
    yield LetterField("批准人", extension, of_step("approved_by", "extension"))
    correction = "步骤“告知补正”"
    yield LetterField(
        "补正事项", f"{correction}的“需补正的事项”", of_step("reason", "correction_asked")
    )
    yield LetterField("补正期限", correction, of_step("answer_by", "correction_asked"))
    yield LetterField("补正告知日期", correction, of_step("happened_on", "correction_asked"))
    yield LetterField(
        "补正收到日期", "步骤“收到补正”", of_step("happened_on", "correction_received")
    )
    yield LetterField("征求意见日期", consulted, of_step("happened_on", "consultation_sent"))
    yield LetterField("征求对象", consulted, asked)
    yield LetterField("第三方名称", f"{consulted}的“对方名称”", asked_name("third_party"))
    yield LetterField("协作机关", f"{consulted}的“对方名称”", asked_name("agency"))
    yield LetterField("机关意见期限", "法规数据", term_of("agency"))
    yield LetterField(
        "收到意见日期", "步骤“收到意见”", of_step("happened_on", "consultation_received")
    )
    yield LetterField("第三方意见", "步骤“收到意见”的“意见”", opinion_told)
    yield LetterField("计费方式", f"{notice}的“计费件数”或“计费页数”", fee_measure)
    yield LetterField("收费明细", f"{notice}的“计费件数”或“计费页数”", fee_steps)
    yield LetterField("应缴金额", notice, fee_amount)
    yield LetterField("收费通知日期", notice, of_step("happened_on", "fee_notice"))
    yield LetterField("缴费期限", "法规数据", term_of("payment_term"))
    yield LetterField("缴费到期日", notice, lambda facts: written(facts.clock.fee_due))
    yield LetterField("办理经过", "办理过程", course)


def _fields_of_reply() -> Iterable[LetterField]:
    yield LetterField("办理结果", "步骤“答复”", outcome_label)
    yield LetterField("答复文号", "步骤“答复”", of_step("reply_number", *FINISHING))
    yield LetterField("办结日期", "步骤“答复”", of_step("happened_on", *FINISHING))
    yield from _fields_of_reason()


def _fields_of_delivery() -> Iterable[LetterField]:
    yield LetterField("送达文书", "最近定稿的文书", delivered_letter)
    yield LetterField(
        "送达文书文号", "最近定稿的文书", lambda facts: facts.told.number if facts.told else None
    )
    delivery = "步骤“送达”"
    yield LetterField("送达方式", delivery, of_step("delivery_way", "delivery"))
    yield LetterField("送达日期", delivery, of_step("happened_on", "delivery"))
    yield LetterField("邮寄单号", delivery, of_step("tracking_number", "delivery"))
    yield LetterField("交邮日期", delivery, posted_on)
    yield LetterField("签收日期", delivery, signed_on)
    yield LetterField("电子送达", delivery, sent_electronically)
    yield LetterField("经办人", "步骤", lambda facts: facts.step.person if facts.step else None)


def _fields_of_reason() -> Iterable[LetterField]:
    """What the reply gives as its reason, and what is typed for the letter alone."""
    for name in (
        "补充说明",
        "获取方式和途径",
        "查找检索情况",
        "不属于本机关的理由",
        "不予公开的内容和理由",
        "禁止公开的规定",
        "办结理由",
    ):
        yield LetterField(name, _REPLY, reason, as_sentences)
    yield LetterField(WITHHELD, _line(WITHHELD), line_of_reason(WITHHELD))
    yield LetterField(RIGHT_AGENCY, _line(RIGHT_AGENCY), line_of_reason(RIGHT_AGENCY), _to_agency)
    yield LetterField(DISCLOSED, _line(DISCLOSED), line_of_reason(DISCLOSED), as_sentences)
    yield LetterField(
        REASONS_ASKED,
        f"定稿的说明理由告知书，或者{_line(REASONS_ASKED)}",
        lambda facts: written(reasons_asked_on(facts)) or line_of_reason(REASONS_ASKED)(facts),
    )
    yield LetterField("说明理由期限", _TYPED, lambda _facts: None)
    yield LetterField("更正答复", _TYPED, lambda _facts: None, as_sentences)


def _line(name: str) -> str:
    return f"{_REPLY}里写一行“{name}：…”"


def _to_agency(text: str) -> str:
    return where_to_apply(text) if text.strip() else ""


FIELDS = {field.name: field for field in _fields()}
_PERSONAL = ("证件号码", "联系电话", "联系地址")
# Personal data stand only in letters that need them; others do not learn who has asked.
_HIDDEN: dict[str, tuple[str, ...]] = {
    "all": (),
    "name": _PERSONAL,
    "hidden": (*_PERSONAL, "申请人", "称谓", "申请人类型", "代理人"),
}
