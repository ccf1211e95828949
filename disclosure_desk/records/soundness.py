"""What must hold within one card: the same rules for forms, imports and pasted rows.

A rule that is added here is added to `soundness_of_columns.py`, which looks for the rows of a
large ledger that may break one.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from disclosure_desk.records.base import LONGEST_TEXT
from disclosure_desk.records.cards import FIELDS, REQUIRED, Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.credit_code import is_credit_code
from disclosure_desk.rules.letter_series import own_series
from disclosure_desk.rules.personal_marks import is_identity_number

EARLIEST = date(1949, 10, 1)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
STEP_DATES = tuple(
    name
    for name, field in FIELDS["request"].items()
    if field.type is date and name != "received_on"
)


SURELY_FITS = LONGEST_TEXT // 2  # even if every character counts as two

BEFORE_THE_END = (
    *("correction_asked_on", "correction_received_on"),
    *("consultation_sent_on", "consultation_received_on"),
    *("extended_on", "fee_notice_on"),
)


_LONG_NUMBER = 18  # of an identity card, and of an organisation


def check_card(kind: str, card: Card) -> list[Finding]:
    """The findings of one record, errors first; an error keeps it out of the register."""
    found = [*_fields(kind, card), *_RULES[kind](card)]
    return sorted(found, key=lambda finding: finding.severity != "error") if found else found


def _office(card: Card) -> Iterator[Finding]:
    try:
        own_series(str(card.get("letter_series") or ""))
    except ValueError as error:
        yield _error("L24", "letter_series", f"“文书代字”里{error}")
    email = str(card.get("email") or "").strip()
    if email and not _EMAIL.fullmatch(email):
        words = "“电子邮箱”不像邮箱地址（应如 zwgk@example.gov.cn），请核对。"
        yield Finding("L32", "hint", words, field="email")
    code = str(card.get("credit_code") or "").strip()
    if code and not is_credit_code(code):
        words = "“统一社会信用代码”应为18位，末位是校验码，现在对不上，请核对。"
        yield Finding("L33", "hint", words, field="credit_code")


def _error(rule: str, field: str, message: str) -> Finding:
    return Finding(rule, "error", message, field=field)


def _fields(kind: str, card: Card) -> Iterator[Finding]:
    labels = FIELDS[kind]
    for name in REQUIRED[kind]:
        if not card.get(name) and card.get(name) != 0:
            yield _error("L36", name, f"“{labels[name].label}”没有填写，请补填。")
    for name, value in card.items():
        if isinstance(value, str):
            if len(value) > SURELY_FITS and length_in_cell(value) > LONGEST_TEXT:
                says = f"有{length_in_cell(value)}字，最多{LONGEST_TEXT}字，请缩短。"
                yield _error("L2", name, f"“{labels[name].label}”{says}")
            if not (value.isascii() or _is_whole_text(value)):
                yield _error("L17", name, f"“{labels[name].label}”有不完整的字符，请删去重输。")
        elif isinstance(value, date):
            if value < EARLIEST:
                yield _error("L3", name, f"“{labels[name].label}”{value}过早，请核对年份。")
        elif isinstance(value, int | Decimal) and value < 0:
            yield _error("L4", name, f"“{labels[name].label}”{value}是负数，应为零或正数。")


def length_in_cell(text: str) -> int:
    """How many characters a workbook counts: an emoji, and a rare character, as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _is_whole_text(text: str) -> bool:
    """Whether no character was cut in two on its way here, as some input methods do."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _no_rules(card: Card) -> Iterator[Finding]:
    yield from ()


def _publication(card: Card) -> Iterator[Finding]:
    made, published = _day(card, "made_on"), _day(card, "published_on")
    ceased = ceased_on(card)
    if made and ceased and ceased < made:
        field = "repealed_on" if ceased == card.get("repealed_on") else "valid_until"
        label = FIELDS["publication"][field].label
        yield _error("L5", field, f"按“{label}”{ceased}失效，早于生成日期{made}，请核对两个日期。")
    if made and published and published < made:
        yield Finding(
            "L6",
            "hint",
            f"公开日期{published}早于生成日期{made}，请核对两个日期。",
            field="published_on",
        )


def ceased_on(card: Card) -> date | None:
    """The day on which a document ceases: its 废止日期 or the day after 有效期至, the earlier."""
    days = [_day(card, "repealed_on")]
    if until := _day(card, "valid_until"):
        days.append(until + timedelta(days=1) if until < date.max else until)
    return min((day for day in days if day), default=None)


def _request(card: Card) -> Iterator[Finding]:
    received, finished = _day(card, "received_on"), _day(card, "finished_on")
    for name in STEP_DATES:
        day = card.get(name)
        if day is None or not isinstance(day, date):
            continue
        if received and day < received:
            label = FIELDS["request"][name].label
            yield _error("L7", name, f"“{label}”{day}早于收到日期{received}，请核对两个日期。")
        # A delivery or a payment may follow the end; other steps make no sense then.
        if finished and day > finished and name in BEFORE_THE_END:
            label = FIELDS["request"][name].label
            words = f"“{label}”{day}在办结日期{finished}以后，请核对两个日期。"
            yield Finding("L18", "hint", words, field=name)
    if (finished is None) is not (card.get("outcome") is None):
        yield from _together(card, "request", "finished_on", "outcome", "L8")
    fee = card.get("fee_yuan")
    if isinstance(fee, Decimal):
        if fee != round(fee, 2):
            yield Finding("L20", "hint", f"收费金额{fee}元不足一分的部分请核对。", field="fee_yuan")
        if card.get("fee_paid_on") is None:
            words = "填了收费金额而没有缴费日期，缴费前不计入收费。"
            yield Finding("L9", "hint", words, field="fee_paid_on")
    number = str(card.get("id_number") or "").strip().upper()
    if len(number) == _LONG_NUMBER and not (is_identity_number(number) or is_credit_code(number)):
        words = "“证件号码”有18位，但出生日期或者最后一位对不上，请照证件核对。"
        yield Finding("L35", "hint", words, field="id_number")


def _dispute(card: Card) -> Iterator[Finding]:
    accepted, concluded = _day(card, "accepted_on"), _day(card, "concluded_on")
    if accepted and concluded and concluded < accepted:
        yield _error(
            "L10", "concluded_on", f"审结日期{concluded}早于受理日期{accepted}，请核对两个日期。"
        )
    yield from _together(card, "dispute", "concluded_on", "result", "L8")


def _together(card: Card, kind: str, first: str, second: str, rule: str) -> Iterator[Finding]:
    """Two fields of which neither means anything without the other."""
    for filled, empty in ((first, second), (second, first)):
        if card.get(filled) is not None and card.get(empty) is None:
            labels = FIELDS[kind]
            yield _error(
                rule,
                empty,
                f"填了“{labels[filled].label}”而没有“{labels[empty].label}”，请补填或一并清空。",
            )


def _day(card: Card, name: str) -> date | None:
    value = card.get(name)
    return value if isinstance(value, date) else None


_RULES = {
    "office": _office,
    "publication": _publication,
    "request": _request,
    "dispute": _dispute,
    "indicator": _no_rules,
}
