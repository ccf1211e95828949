"""What looks unlikely in a published item: its kind, its days, and what should not be public."""

import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta

from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.terms import SECRECY_RESULTS
from disclosure_desk.rules.not_public import PrivateSign, may_hold_signs, private_signs

# A 代字 that ends in 规 or 规字 numbers 规范性文件 in most offices (国办发〔2018〕37号: numbered
# together; the letter 规 is custom, from memory); 规划 offices use it too, so it is only proposed.
_NORMATIVE_NUMBER = re.compile(r"规字?〔")
_NORMATIVE_TITLE = re.compile(r"(?:管理|暂行|试行|实施)(?:办法|规定)|实施细则")
_NOT_NORMATIVE_TITLE = re.compile(r"解读|征求|意见稿|草案|起草|宣传|培训|通报|答记者问")
LONG_AGO = timedelta(days=365)
_DAYS = ("made_on", "published_on")


def normative_sign(number: str, title: str) -> str:
    """What of a 文号 or a title looks like 行政规范性文件, in words; "" for nothing."""
    if _NORMATIVE_NUMBER.search(number):
        return "文号里有“规”字"
    found = _NORMATIVE_TITLE.search(title)
    if found and not _NOT_NORMATIVE_TITLE.search(title):
        return f"标题里有“{found[0]}”"
    return ""


def sign_of_card(card: Card) -> str:
    """What of a card looks like 行政规范性文件, whatever 文件性质 says."""
    return normative_sign(str(card.get("document_number") or ""), str(card.get("title") or ""))


def kind_in_doubt(card: Card) -> Iterator[Finding]:
    """L25: 文件性质 is 其他 though title or 文号 look like 行政规范性文件."""
    if card.get("document_kind") in (None, "other") and (sign := sign_of_card(card)):
        words = f"{sign}，而文件性质是“其他”，请核对是不是行政规范性文件。"
        yield Finding("L25", "hint", words, field="document_kind")


def days_in_doubt(card: Card, today: date) -> Iterator[Finding]:
    """L26: a day in the future, or more than a year back; it may be right."""
    for name in _DAYS:
        day = card.get(name)
        if not isinstance(day, date):
            continue
        label = FIELDS["publication"][name].label
        if day > today:
            words = f"{label}{day}晚于今天{today}，请核对日期。"
        elif today - day > LONG_AGO:
            words = f"{label}{day}在一年以前，请核对年份，确属补登的可以保存。"
        else:
            continue
        yield Finding("L26", "warning", words, field=name)


# The fields of an item that readers see, or that go out with a list.
PUBLIC_TEXTS = ("title", "category", "note")


def private_in_card(
    card: Mapping[str, FieldValue], own_phones: Collection[str] = ()
) -> Iterator[Finding]:
    """L40, L41: an identity number, a telephone or a secret mark in a text that goes public."""
    for name in PUBLIC_TEXTS:
        text = card.get(name)
        if isinstance(text, str) and may_hold_signs(text):
            told = {one.told: one for one in private_signs(text, own_phones)}
            for sign in told.values():
                yield _not_public(name, sign)


def _not_public(name: str, sign: PrivateSign) -> Finding:
    place = f"“{FIELDS['publication'][name].label}”里有{sign.told}"
    if sign.kind == "mark":
        words = f"{place}，国家秘密、工作秘密不得公开，请先核对能不能登记和公开。"
        return Finding("L41", "warning", words, field=name)
    if sign.kind == "telephone":  # most are those of an office, and meant to be called
        words = f"{place}，请核对是不是单位公开的电话。"
        return Finding("L40", "hint", words, field=name)
    words = f"{place}，属于个人信息，公开前请删去或者遮盖。"
    return Finding("L40", "warning", words, field=name)


def review_in_doubt(card: Card) -> Iterator[Finding]:
    """L42: 保密审查 that does not fit the day of publication."""
    published, reviewed = card.get("published_on"), card.get("secrecy_reviewed_on")
    if not isinstance(published, date):
        return
    if card.get("secrecy_result") in ("refused", "asked"):
        label = SECRECY_RESULTS.label_of(str(card["secrecy_result"]))
        words = f"保密审查结论是“{label}”，而填了公开日期{published}，请核对。"
        yield Finding("L42", "warning", words, field="secrecy_result")
    if isinstance(reviewed, date) and reviewed > published:
        words = f"保密审查日期{reviewed}晚于公开日期{published}，应当先审查后公开，请核对。"
        yield Finding("L42", "warning", words, field="secrecy_reviewed_on")
