"""What a text that is to be published had better not hold: identities, telephones, secret marks.

Source: 条例第十四条, 第十五条 and 第十七条. How numbers are made is told in `personal_numbers.py`;
the codes of provinces, how a secret is marked, 密级★保密期限, and the words for internal papers:
from memory.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from disclosure_desk.rules.personal_numbers import (
    LONG,
    MOBILE,
    SHORT,
    has_right_last_sign,
    holds_birthday,
)

Kind = Literal["identity", "mobile", "telephone", "mark"]

WORDS: dict[Kind, str] = {
    "identity": "身份证号",
    "mobile": "手机号码",
    "telephone": "电话号码",
    "mark": "密级或者内部标志",
}
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2606: 0x2605}
_IDENTITY = re.compile(r"(?<![0-9A-Za-z])(?:[1-6]|8[123])\d{13,16}[0-9Xx](?![0-9A-Za-z])")
_PROVINCES = frozenset(
    (*range(11, 16), *range(21, 24), *range(31, 38), *range(41, 47), *range(50, 55),
     *range(61, 66), 71, 81, 82, 83)
)  # fmt: skip
_MOBILE = re.compile(MOBILE)
_TELEPHONE = re.compile(
    r"(?<![0-9A-Za-z])(?:\(0\d{2,3}\) ?|0\d{2,3}[ -]?)[2-8]\d{6,7}(?:-\d{1,5})?(?![0-9A-Za-z])"
)
_LEVEL = "(?:绝密|机密|秘密)"
_MARK = re.compile(
    rf"(?:{_LEVEL}|工作秘密|内部) ?★(?: ?(?:\d{{1,3}} ?(?:年|个月|月|天)|长期|特定事项))?"
    rf"|[(\[【〔《<](?:{_LEVEL}|工作秘密|内部(?:资料|文件|使用|材料)?)[)\]】〕》>]"
    rf"|密级 ?[::] ?{_LEVEL}"
    r"|(?:内部(?:资料|文件|材料|使用)|仅供内部|工作秘密)[,，、 ]{0,3}"
    r"(?:注意保存|不得外传|严禁外传|请勿外传|不得公开|参考)"
    rf"|^ ?{_LEVEL}(?=[ :]|$)"
)
_LONGEST = 200_000  # characters that are looked at


@dataclass(frozen=True, slots=True)
class PrivateSign:
    """Something found in a text, and how it is told without repeating it in full."""

    kind: Kind
    text: str
    start: int

    @property
    def shown(self) -> str:
        """The words, of numbers only the first and the last signs."""
        if self.kind == "mark":
            return self.text
        kept = 6 if self.kind == "identity" else 3
        return f"{self.text[:kept]}{'*' * (len(self.text) - kept - 2)}{self.text[-2:]}"

    @property
    def told(self) -> str:
        """What it is, with the sign."""
        return f"{WORDS[self.kind]}“{self.shown}”"


def private_signs(text: str, own_phones: Collection[str] = ()) -> list[PrivateSign]:
    """What of a text should not be published, in order; the office's own telephones may be."""
    plain = text[:_LONGEST].translate(_WIDE)
    own = {digits_of(phone) for phone in own_phones}
    found = [*_identities(plain), *_numbers(plain, own)]
    found += [PrivateSign("mark", one[0].strip(), one.start()) for one in _MARK.finditer(plain)]
    return sorted(found, key=lambda one: one.start)


def may_hold_signs(text: str) -> bool:
    """Whether a search is worth while; most texts have neither long numbers nor marks."""
    return _WORTH_A_LOOK.search(text.translate(_WIDE)) is not None


_WORTH_A_LOOK = re.compile(r"\d[\d) -]{7}|密|内部|★")


def digits_of(phone: str) -> str:
    """The digits of a telephone number, without the code of the country."""
    digits = re.sub(r"\D", "", phone.translate(_WIDE))
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits


def is_somebodys(text: str) -> bool:
    """Whether 15 or 18 signs are a citizen's number: province, day of birth, last sign."""
    if len(text) == LONG:
        right = has_right_last_sign(text)
    else:
        right = len(text) == SHORT and text.isdigit()
    return right and int(text[:2]) in _PROVINCES and holds_birthday(text)


def _identities(plain: str) -> Iterator[PrivateSign]:
    for one in _IDENTITY.finditer(plain):
        if is_somebodys(one[0]):
            yield PrivateSign("identity", one[0], one.start())


def _numbers(plain: str, own: Collection[str]) -> Iterator[PrivateSign]:
    kinds: tuple[tuple[Kind, re.Pattern[str]], ...] = (
        ("mobile", _MOBILE),
        ("telephone", _TELEPHONE),
    )
    for kind, pattern in kinds:
        for one in pattern.finditer(plain):
            digits = digits_of(one[0])
            # A profile may write its number without the code of the area.
            if not any(phone and digits.endswith(phone) for phone in own if len(phone) > 6):
                yield PrivateSign(kind, one[0], one.start())
