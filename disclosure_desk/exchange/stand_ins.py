"""Invented persons in place of real ones: the same stand-in for the same person, wherever."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date, timedelta

from disclosure_desk.records.personal import CLEARED
from disclosure_desk.rules.personal_marks import without_marks
from disclosure_desk.rules.personal_numbers import last_sign_of

# What stands in place of a text that is left out.
LEFT_OUT = "（内容已隐去）"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_SHORTEST = 2  # a value of one character would be found in every text
_FIRST_BIRTHDAY = date(1900, 1, 1)
_A_DAY_HAS = 999


class StandIns:
    """Gives every value that names or reaches a person an invented one, in the order of asking."""

    def __init__(self) -> None:
        self._given: dict[tuple[str, str], str] = {}
        self._counted: defaultdict[str, int] = defaultdict(int)
        self._in_texts: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        self._longest_first = True

    def person(self, name: str | None, kind: str = "工作人员") -> str | None:
        """«申请人甲», «申请人乙», … «申请人11»; an applicant has one name however often he asks."""
        return self._of("person", name, lambda: self._counted_name(kind))

    def number(self, value: str | None) -> str | None:
        """An identity number of a region that there is not, with the right last sign."""
        return self._of("number", value, self._next_identity_number)

    def phone(self, value: str | None) -> str | None:
        """A telephone number that nobody has."""
        return self._of("phone", value, lambda: f"000-{self._next('phone'):07d}")

    def address(self, value: str | None) -> str | None:
        """A house of a street that there is not."""
        return self._of("address", value, lambda: f"示例县示例路{self._next('address')}号")

    def post(self, value: str | None) -> str | None:
        """A number under which no post was sent."""
        return self._of("post", value, lambda: f"邮件{self._next('post'):05d}")

    def mail(self, value: str | None) -> str | None:
        """An e-mail address that is nobody's."""
        return self._of("mail", value, lambda: f"person{self._next('mail')}@example.com")

    def _of(self, sort: str, value: str | None, made: Callable[[], str]) -> str | None:
        if value is None or not value.strip() or value == CLEARED:
            return value
        key = (sort, value.strip())
        if key not in self._given:
            self._given[key] = made()
            self._remember(key[1], self._given[key])
        return self._given[key]

    def _counted_name(self, kind: str) -> str:
        place = self._next(kind)
        return f"{kind}{_STEMS[place - 1] if place <= len(_STEMS) else place}"

    def _next_identity_number(self) -> str:
        place = self._next("number")
        born = _FIRST_BIRTHDAY + timedelta(days=place // _A_DAY_HAS)
        first = f"000000{born:%Y%m%d}{place % _A_DAY_HAS:03d}"
        return first + last_sign_of(first)

    def _next(self, sort: str) -> int:
        self._counted[sort] += 1
        return self._counted[sort]

    # ------------------------------------------------------------------ in texts

    def _remember(self, value: str, instead: str) -> None:
        if len(value) >= _SHORTEST:
            self._in_texts[value[:_SHORTEST]].append((value, instead))
            self._longest_first = False

    def known(self) -> Iterable[str]:
        """Every value that has a stand-in and is long enough to be found in a text."""
        return (value for values in self._in_texts.values() for value, _ in values)

    def plain(self, words: str | None) -> str | None:
        """A text with every known value replaced by its stand-in, and every other mark hidden."""
        if not words:
            return words
        if not self._longest_first:
            for values in self._in_texts.values():
                values.sort(key=lambda one: len(one[0]), reverse=True)
            self._longest_first = True
        told: list[str] = []
        start = place = 0
        while place < len(words):
            found = self._in_texts.get(words[place : place + _SHORTEST], ())
            known = next((one for one in found if words.startswith(one[0], place)), None)
            if known is None:
                place += 1
                continue
            told += [without_marks(words[start:place]), known[1]]
            start = place = place + len(known[0])
        return "".join((*told, without_marks(words[start:])))
