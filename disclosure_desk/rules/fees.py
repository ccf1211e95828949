"""The disclosure fee (信息处理费): by items or by pages, each step dearer than the one before.

An office chooses one of the two for a request, never both.
Source: 国办函〔2020〕109号第三条至第五条.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.law import Provision, in_force, versions

_MOST_STEPS_TOLD = 12
_MOST = 999_999_999


@dataclass(frozen=True, slots=True)
class Fee:
    """What is to be paid, in whole yuan, and the sum line by line."""

    yuan: int
    steps: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class _Part:
    """A run of items charged alike; of a rising one every `step` items cost `rise` yuan more."""

    first: int
    last: int
    yuan: int
    step: int = 0
    rise: int = 0

    @property
    def number(self) -> int:
        return self.last - self.first + 1

    @property
    def total(self) -> int:
        if not self.step:
            return self.number * self.yuan
        whole, rest = divmod(self.number, self.step)
        rises = whole * (whole - 1) // 2 * self.step + whole * rest
        return self.number * self.yuan + rises * self.rise

    def steps(self) -> "Iterator[_Part]":
        """The part in runs of one price."""
        if not self.step:
            yield self
            return
        for number, first in enumerate(range(self.first, self.last + 1, self.step)):
            last = min(first + self.step - 1, self.last)
            yield _Part(first, last, self.yuan + number * self.rise)


def fee_by_count(items: int, *, on: date | None = None) -> Fee:
    """The fee for all items that one applicant asked for in one calendar month, in yuan.

    A request of several items may be split into the smallest sensible units. `on` is the day
    whose tariff applies, by default the newest. Source: 国办函〔2020〕109号第四条. Raises
    Refusal for a number below 0 or above 999999999 and for a day without a tariff.
    """
    return _fee(_tariff("fees.by_count", on), items)


def fee_by_pages(pages: int, *, on: date | None = None) -> Fee:
    """The fee for the pages given out for one request, in yuan; otherwise as fee_by_count.

    Source: 国办函〔2020〕109号第五条.
    """
    return _fee(_tariff("fees.by_pages", on), pages)


def _tariff(name: str, on: date | None) -> Provision:
    return versions(name)[-1] if on is None else in_force(name, on)


def _fee(tariff: Provision, number: int) -> Fee:
    # A caller with unchecked input may hand over 1.5 or True, which would count.
    if type(number) is not int or number < 0:
        raise Refusal(f"{_named(tariff)}应当是不小于0的整数，填的是{number}，请更正。")
    if number > _MOST:
        raise Refusal(f"{_named(tariff)}超过了{_MOST}，请更正。")
    parts = [
        _Part(
            row["first"],
            min(row.get("last", number), number),
            row["yuan"],
            row.get("step", 0),
            row.get("rise", 0),
        )
        for row in tariff.rows
        if row["first"] <= number
    ]
    total = sum(part.total for part in parts)
    told = [line for part in parts for line in _lines(part, tariff.unit)]
    return Fee(total, (*told, f"合计{total}元"), tariff.source)


def _named(tariff: Provision) -> str:
    return "页数" if tariff.unit == "页" else "件数"


def _lines(part: _Part, unit: str) -> list[str]:
    """The sum of a part: 31—100页：70页×10元＝700元."""
    if part.step and part.number > part.step * _MOST_STEPS_TOLD:
        return [
            f"{part.first}—{part.last}{unit}：每{part.step}{unit}一档，第一档每{unit}{part.yuan}元，"
            f"每档提高{part.rise}元，共{part.total}元"
        ]
    return [_line(one, unit) for one in part.steps()]


def _line(part: _Part, unit: str) -> str:
    span = f"{part.first}—{part.last}" if part.number > 1 else f"第{part.first}"
    if not part.yuan:
        return f"{span}{unit}：不收费"
    return f"{span}{unit}：{part.number}{unit}×{part.yuan}元＝{part.total}元"
