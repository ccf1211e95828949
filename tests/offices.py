"""Offices made up for tests: random ledgers, as cards and as workbooks."""

import random
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import xlsxwriter

from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card
from disclosure_desk.records.indicators import INDICATORS, indicator
from disclosure_desk.records.terms import (
    APPLICANT_KINDS,
    DISPUTE_KINDS,
    DISPUTE_RESULTS,
    OUTCOMES,
    RECEIVED_VIA,
)

Cards = dict[str, list[Card]]
_CHANNELS = ("政府公报", "政府网站", "政务微博", "政务微信", "公示栏", "报纸", "查阅点")
_WORDS = "关于加强科技创新项目管理工作通知公示方案高新技术企业认定资金安排意见办法年度计划"


class RandomOffice:
    """Cards of every register, spread over some years, the same for the same seed."""

    def __init__(self, seed: int, first_year: int = 2014, last_year: int = 2024) -> None:
        self._random = random.Random(seed)
        self._first = date(first_year, 1, 1)
        self._days = (date(last_year, 12, 31) - self._first).days

    def cards(
        self, *, requests: int = 30, publications: int = 30, disputes: int = 6, entries: int = 30
    ) -> Cards:
        """So many records of each register."""
        asked = [self.request(place) for place in range(requests)]
        return {
            "publication": [self.publication(place) for place in range(publications)],
            "request": asked,
            "dispute": [self.dispute(place, asked) for place in range(disputes)],
            "indicator": self.entries(entries),
        }

    def day(self) -> date:
        """Any day of the office's years."""
        return self._first + timedelta(days=self._random.randint(0, self._days))

    def words(self, length: int) -> str:
        """So many characters that read like a title."""
        return "".join(self._random.choices(_WORDS, k=length))

    def _later(self, day: date, most: int = 400) -> date:
        return day + timedelta(days=self._random.randint(0, most))

    def _perhaps(self, chance: float) -> bool:
        return self._random.random() < chance

    def publication(self, place: int) -> Card:
        """A published item; every fourth a document that may cease."""
        made = self.day()
        card: Card = {"title": self.words(self._random.randint(8, 40)), "made_on": made}
        card["number"] = f"G{place:06d}"
        kinds = ["regulation", *["normative"] * 3, *["other"] * 9]
        card["document_kind"] = self._random.choice(kinds)
        if self._perhaps(0.9):
            card["published_on"] = self._later(made, 60)
        if self._perhaps(0.9):
            chosen = self._random.sample(_CHANNELS, self._random.randint(1, 3))
            card["channels"] = tuple(chosen)
        if card["document_kind"] != "other" and self._perhaps(0.5):
            card["valid_until"] = self._later(made, 1500)
        if card["document_kind"] != "other" and self._perhaps(0.3):
            card["repealed_on"] = self._later(made, 1500)
        if self._perhaps(0.5):
            card["department"] = self._random.choice(["办公室", "规划科", "农村科"])
        return card

    def request(self, place: int) -> Card:
        """A request with the steps of its life; a tenth never finished."""
        received = self.day()
        card: Card = {
            "number": f"S{place:06d}",
            "received_on": received,
            "received_via": self._random.choice(RECEIVED_VIA.slugs),
            "applicant_kind": self._random.choice(APPLICANT_KINDS.slugs),
            "applicant_name": "申请人" + self.words(2),
            "content": self.words(self._random.randint(10, 60)),
        }
        if self._perhaps(0.2):
            card["correction_asked_on"] = self._later(received, 7)
        if self._perhaps(0.2):
            card["extended_on"] = self._later(received, 20)
            card["extension_workdays"] = self._random.randint(1, 20)
        if self._perhaps(0.1):
            card["fee_notice_on"] = self._later(received, 20)
            card["fee_yuan"] = Decimal(self._random.randint(1, 60000)) / 100
            if self._perhaps(0.7):
                card["fee_paid_on"] = self._later(received, 400)
        if self._perhaps(0.9):
            card["finished_on"] = self._later(received)
            card["outcome"] = self._random.choice(OUTCOMES.slugs)
            if self._perhaps(0.7):
                card["reply_number"] = f"示公开〔{received.year}〕{place}号"
        return card

    def dispute(self, place: int, asked: Sequence[Card]) -> Card:
        """A case, about a request where there is one."""
        accepted = self.day()
        card: Card = {
            "number": f"F{place:04d}",
            "kind": self._random.choice(DISPUTE_KINDS.slugs),
            "accepted_on": accepted,
            "joint_defendant_only": self._perhaps(0.2),
        }
        if asked and self._perhaps(0.8):
            card["request_number"] = self._random.choice(asked)["number"]
        if self._perhaps(0.7):
            card["concluded_on"] = self._later(accepted, 700)
            card["result"] = self._random.choice(DISPUTE_RESULTS.slugs)
        return card

    def entries(self, number: int) -> list[Card]:
        """Reported figures, no two of which are the same record."""
        found: dict[object, Card] = {}
        while len(found) < number:
            slug = self._random.choice(INDICATORS.slugs)
            whole = indicator(slug).whole
            amount = Decimal(self._random.randint(0, 500))
            card: Card = {
                "dated_on": self.day(),
                "indicator": slug,
                "amount": amount if whole else amount / 8,
            }
            if self._perhaps(0.5):
                card["department"] = self._random.choice(["办公室", "规划科"])
            found[(card["dated_on"], slug, card.get("department"))] = card
        return list(found.values())


def write_workbook(path: Path, cards: Mapping[str, Iterable[Card]]) -> Path:
    """A ledger workbook as an office keeps it, written without the program's own exporter."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        for kind, rows in cards.items():
            write_cards(workbook, kind, rows)
    return path


def write_cards(workbook: xlsxwriter.Workbook, kind: str, cards: Iterable[Card]) -> None:
    """One sheet of a ledger, headings first."""
    day_format = workbook.add_format({"num_format": "yyyy-mm-dd"})
    sheet = workbook.add_worksheet(KIND_LABELS[kind])
    fields = list(FIELDS[kind].values())
    for column, field in enumerate(fields):
        sheet.write_string(0, column, field.label)
    for place, card in enumerate(cards, start=1):
        for column, field in enumerate(fields):
            value = card.get(field.name)
            if value is None:
                continue
            if isinstance(value, date):
                sheet.write_datetime(place, column, value, day_format)
            elif isinstance(value, bool):
                sheet.write_string(place, column, "是" if value else "否")
            elif isinstance(value, int | Decimal):
                sheet.write_number(place, column, float(value))
            elif isinstance(value, tuple):
                sheet.write_string(place, column, "、".join(value))
            elif field.choices is not None:
                sheet.write_string(place, column, field.choices.label_of(str(value)))
            else:
                sheet.write_string(place, column, str(value))
