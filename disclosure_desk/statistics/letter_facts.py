"""What a letter is made of: a request as it stood on the day of the letter, and how it is read."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from disclosure_desk.records.event_kinds import FINISHING
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.office import Office
from disclosure_desk.records.request import Request, RequestEvent, dated
from disclosure_desk.records.request_clock import clock_of
from disclosure_desk.records.terms import CONSULTED, OPINIONS, OUTCOMES
from disclosure_desk.rules.clock import Clock
from disclosure_desk.rules.fees import Fee, fee_by_count, fee_by_pages
from disclosure_desk.rules.law import Law, in_force_or_none, law_on
from disclosure_desk.rules.letters import (
    LetterKind,
    law_knows,
    legal_basis,
    letter_kinds,
    remedy_text,
)
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.rules.written_dates import chinese_date

_IN_PLACE_OF_NAMES = "×××"
_SHORTEST_NAME = 2


@dataclass(frozen=True)
class LetterFacts:
    """All that a letter is made of: one request as it stood on the day of the letter.

    `step` is the one that the letter becomes, where it is on record; `number` is empty until
    the letter has one; `told` is the letter that is delivered with a receipt.
    """

    request: Request
    office: Office
    kind: LetterKind
    made_on: date
    calendar: WorkingDays
    step: RequestEvent | None = None
    number: str = ""
    told: Letter | None = None

    @cached_property
    def events(self) -> list[RequestEvent]:
        """The steps until the day of the letter."""
        every = dated(self.request.events, *{event.kind for event in self.request.events})
        return [one for one in every if one.happened_on and one.happened_on <= self.made_on]

    @cached_property
    def clock(self) -> Clock:
        """The clock as it stood on the day of the letter."""
        return clock_of(self.request.received_on, self.events, self.calendar)

    @property
    def law(self) -> Law:
        """The law of the day of receipt."""
        return law_on(self.request.received_on)

    @property
    def law_knows(self) -> bool:
        """Whether what the letter rests on was in force."""
        return law_knows(self.kind, self.request.received_on, self.made_on)

    def latest(self, *kinds: str) -> RequestEvent | None:
        """The step of these kinds that the letter speaks of.

        The one that it becomes, if that is of these kinds. None for a letter that becomes such a
        step while it is not on record: an earlier one is another letter's. Else the newest.
        """
        if self.step is not None and self.step.kind in kinds:
            return self.step
        if self.kind.step in kinds and not self.kind.ends:
            return None
        return next((one for one in reversed(self.events) if one.kind in kinds), None)


def written(day: date | None) -> str | None:
    """A day as letters write it: 2025年3月5日; None without one."""
    return chinese_date(day) if day is not None else None


def of_step(name: str, *kinds: str) -> Callable[[LetterFacts], str | None]:
    """A particular of a step: text as it is, dates and numbers as letters write them."""

    def read(facts: LetterFacts) -> str | None:
        event = facts.latest(*kinds)
        return shown(getattr(event, name)) if event is not None else None

    return read


def of_request(name: str) -> Callable[[LetterFacts], str | None]:
    """A field of the request, as letters write it."""
    return lambda facts: shown(getattr(facts.request, name))


def of_office(name: str) -> Callable[[LetterFacts], str | None]:
    """A field of the office, as letters write it."""
    return lambda facts: shown(getattr(facts.office, name))


def shown(value: object) -> str | None:
    """A value as letters write it: days in Chinese, amounts without zeros at the end."""
    if value is None:
        return None
    if isinstance(value, date):
        return chinese_date(value)
    return plain_amount(value) if isinstance(value, Decimal) else str(value).strip()


def plain_amount(amount: Decimal) -> str:
    """An amount without exponent, and without zeros behind its last digit."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


# 张三、李四等12人; 张三、李四: several people, whatever kind they were registered as.
_SEVERAL = re.compile(r"等[0-9０-９一二三四五六七八九十百两]*[余多]?(名|位|个)?人$")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(、[\u4e00-\u9fff·]{2,4})+")


def addressed_as(facts: LetterFacts) -> str:
    """您, 你们 for several people, 贵单位 for anybody else."""
    name = "".join((facts.request.applicant_name or "").split())
    may_be_people = facts.request.applicant_kind in ("natural", "other")
    if not may_be_people:
        return "贵单位"
    if _SEVERAL.search(name) or _NAMES.fullmatch(name):
        return "你们"
    return "您" if facts.request.applicant_kind == "natural" else "贵单位"


def basis_of(facts: LetterFacts) -> str | None:
    """What the letter cites; None for an ending that the law of its day did not know."""
    if facts.kind.outcomes and not facts.law_knows:
        return None
    asked_third_party = any(
        event.kind == "consultation_sent" and event.consulted in (None, "third_party")
        for event in facts.events
    )
    return legal_basis(facts.kind, facts.request.received_on, consulted=asked_third_party)


def content(facts: LetterFacts) -> str | None:
    """What is asked for; to others without the names and numbers of whoever asks."""
    content = (facts.request.content or "").strip().rstrip("。")
    if facts.kind.shows != "hidden":
        return content
    request = facts.request
    names = (request.applicant_name, request.agent, request.id_number, request.phone)
    for name in (*names, request.address):
        if name and len(name) >= _SHORTEST_NAME:
            content = content.replace(name, _IN_PLACE_OF_NAMES)
    return content


def contact(facts: LetterFacts) -> str | None:
    """Where the office is found: 地址：…，联系电话：…; empty where neither is known."""
    office = facts.office
    places = (("地址", office.address), ("联系电话", office.phone))
    return "，".join(f"{label}：{value}" for label, value in places if value)


_WORDS = {
    "correction_asked": "告知补正",
    "correction_received": "收到补正材料",
    "fee_notice": "发出收费通知",
    "fee_paid": "收到缴费",
    "reopening": "重新办理",
}


def course(facts: LetterFacts) -> str | None:
    """What has been done before the letter, in one sentence."""
    told = []
    for event in facts.events:
        if event is facts.step:
            continue
        words = _WORDS.get(event.kind)
        if event.kind == "consultation_sent":
            words = f"向{consulted_label(event)}征求意见"
        elif event.kind == "consultation_received":
            words = "收到意见"
            if event.opinion is not None:
                words = f"{words}（{OPINIONS.label_of(event.opinion)}）"
        elif event.kind == "extension":
            days = event.extension_workdays
            words = f"告知延长答复期限{days}个工作日" if days else "告知延长答复期限"
        if words and event.happened_on:
            told.append(f"{chinese_date(event.happened_on)}{words}")
    return f"本机关于{'，'.join(told)}。" if told else None


_OPINIONS_TOLD = {
    "consent": "第三方同意公开。",
    "partly": "第三方同意部分公开。",
    "objection": "第三方不同意公开。",
    "silence": "第三方逾期没有提出意见。",
}


def opinion_told(facts: LetterFacts) -> str | None:
    """The opinion of the third party that was asked, as a sentence."""
    asked_whom = facts.latest("consultation_sent")
    if asked_whom is not None and asked_whom.consulted == "agency":
        return None
    event = facts.latest("consultation_received")
    return _OPINIONS_TOLD.get(event.opinion or "") if event is not None else None


def reasons_asked_on(facts: LetterFacts) -> date | None:
    """The day on which the applicant was asked for reasons, by the letter that is on record."""
    label = letter_kinds()["reasons_asked"].label
    asked_then = [one for one in facts.events if one.kind == "letter" and one.reason == label]
    return asked_then[-1].happened_on if asked_then else None


def consulted_label(event: RequestEvent) -> str:
    """Whose opinion is asked: a third party where the step does not say."""
    return CONSULTED.label_of(event.consulted or "third_party")


def asked(facts: LetterFacts) -> str | None:
    """Whose opinion was asked last; None where nobody was."""
    event = facts.latest("consultation_sent")
    return consulted_label(event) if event is not None else None


def asked_name(consulted: str) -> Callable[[LetterFacts], str | None]:
    """The name of the third party or of the agency whose opinion is asked."""

    def read(facts: LetterFacts) -> str | None:
        about = facts.kind.about or "consultation_sent"
        found = (facts.latest(about), facts.latest("consultation_sent"))
        for event in found:
            named = event is not None and event.consulted in (None, consulted)
            if event is not None and named and event.addressee:
                return event.addressee
        return None

    return read


def fee_of(facts: LetterFacts) -> Fee | None:
    """The fee by the tariff of the day of notice; None before there was one, or without a count."""
    event = facts.latest("fee_notice")
    if event is None or event.happened_on is None:
        return None
    on = event.happened_on
    if in_force_or_none("fees.by_count", on) is None:
        return None
    if event.charged_pages is not None:
        return fee_by_pages(event.charged_pages, on=on)
    return fee_by_count(event.charged_items, on=on) if event.charged_items is not None else None


def fee_measure(facts: LetterFacts) -> str | None:
    """By what the fee is charged, and how many: pages, or requests of the calendar month."""
    event = facts.latest("fee_notice")
    if event is not None and event.charged_pages is not None:
        return f"按量计收，共{event.charged_pages}页"
    if event is not None and event.charged_items is not None:
        return f"按件计收，本自然月内累计{event.charged_items}件"
    return None


def fee_steps(facts: LetterFacts) -> str | None:
    """How the fee is reckoned, a line a step."""
    fee = fee_of(facts)
    return "\n".join(fee.steps) if fee is not None else None


def fee_due_yuan(facts: LetterFacts) -> Decimal | None:
    """What is to be paid: as the notice's step says, else by the tariff of the day."""
    event = facts.latest("fee_notice")
    if event is not None and event.charged_yuan is not None:
        return event.charged_yuan
    fee = fee_of(facts)
    return Decimal(fee.yuan) if fee is not None else None


def fee_differs(facts: LetterFacts) -> Fee | None:
    """The fee by the tariff, when the notice's step says another amount."""
    fee = fee_of(facts)
    return fee if fee is not None and fee_due_yuan(facts) != fee.yuan else None


def fee_amount(facts: LetterFacts) -> str | None:
    """What is to be paid, in 元."""
    yuan = fee_due_yuan(facts)
    return f"{plain_amount(yuan)}元" if yuan is not None else None


def term_of(name: str) -> Callable[[LetterFacts], str | None]:
    """A term of the law in force on the day of receipt: 20个工作日."""

    def read(facts: LetterFacts) -> str | None:
        term = getattr(facts.law, name)
        if term is None:
            return None
        return f"{term.number}{'个' if term.unit == '工作日' else ''}{term.unit}"

    return read


def outcome_label(facts: LetterFacts) -> str | None:
    """How the request ended last; None while it is open."""
    ending = facts.latest(*FINISHING)
    return OUTCOMES.label_of(ending.outcome) if ending is not None and ending.outcome else None


def remedies_of(facts: LetterFacts) -> str:
    """The clause on remedies, its own 【fields】 not filled."""
    ending = facts.latest(*FINISHING)
    return remedy_text(facts.kind, facts.made_on, ending.outcome if ending is not None else None)


def delivered_letter(facts: LetterFacts) -> str | None:
    """The title on the letter that is delivered: who signs for it sees that, not our label."""
    return letter_kinds()[facts.told.kind].title if facts.told is not None else None
