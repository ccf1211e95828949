"""From a published table back to a ledger that must give it: one of the many there are.

Days lie on the edges of the year wherever a record may lie anywhere in it, outcomes take turns
among those of a row, and records that count nowhere lie between.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import count, cycle

from disclosure_desk.records.cards import Card

Cells = Mapping[str, Decimal | None]
Cards = dict[str, list[Card]]

APPLICANTS = ("natural", "business", "research", "public_welfare", "legal_service", "other")
VIAS = ("in_person", "fax", "network", "letter")
# Contract, section 4: which outcomes a row counts.
OUTCOMES_2021 = {
    "3.1": ("granted", "granted_public"),
    "3.2": ("partial",),
    "3.3.1": ("refused_secret",),
    "3.3.2": ("refused_law",),
    "3.3.3": ("refused_safety",),
    "3.3.4": ("refused_commercial", "refused_privacy"),
    "3.3.5": ("refused_internal",),
    "3.3.6": ("refused_process",),
    "3.3.7": ("refused_enforcement",),
    "3.3.8": ("refused_inquiry",),
    "3.4.1": ("not_exist", "not_this_agency"),
    "3.4.2": ("unable_create",),
    "3.4.3": ("unable_unclear",),
    "3.5.1": ("declined_petition",),
    "3.5.2": ("declined_duplicate",),
    "3.5.3": ("declined_publication",),
    "3.5.4": ("declined_excessive",),
    "3.5.5": ("declined_reissue",),
    "3.6.1": ("closed_uncorrected",),
    "3.6.2": ("closed_unpaid",),
    "3.6.3": ("closed_withdrawn", "closed_not_information", "closed_other"),
}
CLOSED = tuple(slug for row in ("3.6.1", "3.6.2", "3.6.3") for slug in OUTCOMES_2021[row])
OUTCOMES_2019 = {
    **{row: slugs for row, slugs in OUTCOMES_2021.items() if not row.startswith("3.6")},
    "3.6": CLOSED,
}
OUTCOMES_2014 = {
    "already_public": ("granted_public", "declined_publication"),
    "granted": ("granted",),
    "partial": ("partial",),
    "refused.secret": ("refused_secret",),
    "refused.commercial": ("refused_commercial",),
    "refused.privacy": ("refused_privacy",),
    "refused.safety": ("refused_safety",),
    "refused.not_information": ("closed_not_information",),
    "refused.other_law": ("refused_law", "refused_internal", "refused_process", "unable_create"),
    "not_this_agency": ("not_this_agency",),
    "not_exist": ("not_exist",),
    "clarify": ("unable_unclear", "closed_uncorrected"),
    "other_way": ("refused_inquiry", "declined_petition", "closed_unpaid", "closed_other"),
}
FLOWS = {
    "art20.5.licence.decisions": "licence_decisions",
    "art20.5.other_service.decisions": "other_service_decisions",
    "art20.6.penalty.decisions": "penalty_decisions",
    "art20.6.coercion.decisions": "coercion_decisions",
    "art20.8.fee.amount": "fee_amount",
    "art20.9.procurement.projects": "procurement_projects",
    "art20.9.procurement.amount": "procurement_amount",
    "response.topics": "response_topics",
    "response.press": "response_press",
    "response.press_led": "response_press_led",
    "response.interviews": "response_interviews",
    "response.interviews_led": "response_interviews_led",
    "response.interpretations": "response_interpretations",
    "response.social": "response_social",
    "response.other": "response_other",
    "complaints.total": "complaints",
    "organisation.funds": "funds",
    "meetings.total": "meetings",
    "trainings.total": "trainings",
    "trainings.people": "training_people",
}
# Of 2019: previous and change. Of 2014: the stock itself.
CHANGING_STOCKS = {
    "art20.5.licence": "licence_items",
    "art20.5.other_service": "other_service_items",
    "art20.6.penalty": "penalty_items",
    "art20.6.coercion": "coercion_items",
    "art20.8.fee": "fee_items",
}
STOCKS = {
    "organisation.offices": "offices",
    "organisation.reading_points": "reading_points",
    "organisation.full_time": "full_time",
    "organisation.part_time": "part_time",
}


def ledger_for(edition: str, year: int, cells: Cells) -> Cards:
    """Cards that must give these cells; those that are None may become anything."""
    maker = _Maker(year, cells)
    if edition.startswith("2014"):
        return maker.of_2014(county=edition == "2014-county")
    return maker.of_2019_and_2021(OUTCOMES_2021 if edition == "2021" else OUTCOMES_2019)


class _Maker:
    def __init__(self, year: int, cells: Cells) -> None:
        self.cells = cells
        self.first, self.last = date(year, 1, 1), date(year, 12, 31)
        self.eve, self.morrow = self.first - timedelta(1), self.last + timedelta(1)
        self.middle = date(year, 6, 30)
        self.long_ago = date(year - 3, 5, 17)
        self.numbers = count(1)
        self.vias = cycle(VIAS)
        self.kinds = cycle(APPLICANTS)

    def n(self, code: str) -> int:
        return int(self.cells.get(code) or 0)

    def of_2019_and_2021(self, outcomes: Mapping[str, Sequence[str]]) -> Cards:
        asked = [one for who in APPLICANTS for one in self.requests(who, outcomes)]
        groups = ("reconsideration", "litigation_direct", "litigation_after")
        return {
            "publication": [*self.documents(), *self.idle_items()],
            "request": [*asked, *self.idle_requests()],
            "dispute": [
                *(one for kind in groups for one in self.disputes(kind, f"review.{kind}")),
                *self.idle_disputes(),
            ],
            "indicator": [*self.flows(), *self.stocks()],
        }

    def of_2014(self, *, county: bool) -> Cards:
        return {
            "publication": [*self.items(county=county), *self.idle_items()],
            "request": [*self.replies(), *self.idle_requests()],
            "dispute": [
                *self.disputes("reconsideration", "reconsideration"),
                *self.disputes("litigation_direct", "litigation"),
                *self.idle_disputes(),
            ],
            "indicator": [*self.flows(), *self.stocks()],
        }

    # ------------------------------------------------------------------ requests

    def requests(self, who: str, outcomes: Mapping[str, Sequence[str]]) -> Iterator[Card]:
        """The requests of one column: each received before or within the year, each with a fate."""
        fates: list[str | None] = []
        for row, slugs in outcomes.items():
            turns = cycle(slugs)
            fates += [next(turns) for _ in range(self.n(f"requests.{row}.{who}"))]
        fates += [None] * self.n(f"requests.carried_out.{who}")
        old, new = self.n(f"requests.carried_in.{who}"), self.n(f"requests.new.{who}")
        if len(fates) != old + new:
            raise ValueError(f"H1 does not hold for {who}: {old} + {new} is not {len(fates)}")
        before = cycle((self.eve, self.long_ago))
        within = cycle((self.first, self.middle, self.last))
        for place, fate in enumerate(fates):
            received = next(before) if place < old else next(within)
            yield self.request(received, fate, applicant_kind=who)

    def request(self, received: date, fate: str | None, **more: str) -> Card:
        card: Card = {
            "number": f"申{next(self.numbers):05d}",
            "received_on": received,
            "received_via": next(self.vias),
            "applicant_kind": next(self.kinds),
        }
        card |= more
        place = next(self.numbers)
        if fate is not None:
            ends = [day for day in (self.first, self.middle, self.last) if day >= received]
            return card | {"finished_on": ends[place % len(ends)], "outcome": fate}
        if place % 2:
            return card | {"finished_on": self.morrow, "outcome": "granted"}
        return card

    def idle_requests(self) -> Iterator[Card]:
        """Finished on the last day before the year, or received on the first day after it."""
        yield self.request(self.long_ago, "partial") | {"finished_on": self.eve}
        yield self.request(self.morrow, None) | {"finished_on": self.morrow, "outcome": "granted"}

    def replies(self) -> Iterator[Card]:
        """Requests of the form of 2014, of which the table shows arrival and reply apart."""
        vias = self.spread("requests.received", {via: f"requests.{via}" for via in VIAS})
        rows = {row: f"replies.{row}" for row in OUTCOMES_2014}
        fates = self.spread("replies.total", rows)
        extended = self.n("requests.extended")
        for place in range(max(len(vias), len(fates))):
            within = place < len(vias)
            outcomes = OUTCOMES_2014[fates[place]] if place < len(fates) else (None,)
            card = self.request(self.first if within else self.eve, outcomes[place % len(outcomes)])
            if within:
                card["received_via"] = vias[place]
            if place < extended:
                card["extended_on"] = card["finished_on"]
            yield card

    def spread(self, total: str, parts: Mapping[str, str]) -> list[str]:
        """The parts that are known so many times each, the rest of the total as one unknown."""
        known = [key for key, code in parts.items() for _ in range(self.n(code))]
        unknown = [key for key, code in parts.items() if self.cells.get(code) is None]
        rest = self.n(total) - len(known) if self.cells.get(total) is not None else 0
        if rest < 0 or (rest and not unknown):
            raise ValueError(f"{total} is not the sum of its rows")
        return known + unknown[:1] * rest

    # ------------------------------------------------------------------ disputes

    def disputes(self, kind: str, group: str) -> Iterator[Card]:
        results = ("upheld", "corrected", "other", "pending")
        for result in self.spread(f"{group}.total", {one: f"{group}.{one}" for one in results}):
            place = next(self.numbers)
            accepted = (self.first, self.eve, self.middle)[place % 3]
            card: Card = {"number": f"案{place:05d}", "kind": kind, "accepted_on": accepted}
            if result != "pending":
                card |= {"concluded_on": self.last, "result": result}
            elif place % 2:
                card |= {"concluded_on": self.morrow, "result": "upheld"}
            yield card

    def idle_disputes(self) -> Iterator[Card]:
        base: Card = {"kind": "litigation_after", "accepted_on": self.long_ago}
        yield base | {"number": "旧案", "concluded_on": self.eve, "result": "corrected"}
        yield base | {"number": "新案", "accepted_on": self.morrow}
        yield base | {"number": "共同被告案", "joint_defendant_only": True}

    # ------------------------------------------------------------------ documents

    def documents(self) -> Iterator[Card]:
        for kind in ("regulation", "normative"):
            group = f"art20.1.{kind}"
            if f"{group}.in_force" in self.cells:
                yield from self.made_and_repealed(kind, group)
            else:
                yield from self.made_and_published(kind, group)

    def made_and_repealed(self, kind: str, group: str) -> Iterator[Card]:
        """Of 2021: those in force before the year, then those made in it; the first ones cease."""
        made, repealed = self.n(f"{group}.made"), self.n(f"{group}.repealed")
        old = self.n(f"{group}.in_force") - made + repealed
        if old < 0:
            raise ValueError(f"{group}: more were made than are in force")
        within = cycle((self.first, self.middle, self.last))
        endings: Iterator[Card] = cycle(
            (
                {"repealed_on": self.first},
                {"repealed_on": self.last},
                {"valid_until": self.last - timedelta(1)},
                {"valid_until": self.morrow, "repealed_on": self.last},
            )
        )
        lasting: Iterator[Card] = cycle(
            ({}, {"valid_until": self.last}, {"repealed_on": self.morrow})
        )
        for place in range(old + made):
            day = self.eve if place < old else next(within)
            card = self.item(kind, day) | next(endings if place < repealed else lasting)
            if place < repealed and place >= old:
                card |= {"repealed_on": self.last, "made_on": self.first}
            if place < min(old, repealed) and place % 5 == 0:
                card |= {"valid_until": self.eve, "repealed_on": None}
            yield {name: value for name, value in card.items() if value is not None}
        yield self.item(kind, self.morrow)
        yield self.item(kind, self.long_ago) | {"repealed_on": self.eve}
        yield self.item(kind, self.long_ago) | {"valid_until": self.eve - timedelta(1)}

    def made_and_published(self, kind: str, group: str) -> Iterator[Card]:
        """Of 2019: made, published, and published so far and still in force."""
        made, published = self.n(f"{group}.made"), self.n(f"{group}.published")
        total = self.n(f"{group}.total")
        gone = max(published - total, 0)
        for place in range(max(made, published)):
            card = self.item(kind, self.first if place < made else self.long_ago)
            if place < published:
                card |= {"published_on": self.last}
            if place < gone:
                card |= {"repealed_on": self.last}
            yield card
        for _ in range(total - published + gone):
            yield self.item(kind, self.long_ago) | {"published_on": self.eve}
        yield self.item(kind, self.morrow) | {"published_on": self.morrow}
        yield self.item(kind, self.long_ago)
        old = self.item(kind, self.long_ago)
        yield old | {"published_on": self.long_ago, "valid_until": self.last - timedelta(1)}

    def item(self, kind: str, made: date) -> Card:
        place = next(self.numbers)
        return {
            "number": f"公{place:05d}",
            "title": f"第{place}号文件",
            "made_on": made,
            "document_kind": kind,
        }

    def items(self, *, county: bool) -> Iterator[Card]:
        """Of 2014: published items; website from the first one on, the other channels to the last.

        So items have several channels where the channels are more than the items.
        """
        total, normative = self.n("disclosed.total"), self.n("disclosed.normative")
        made = self.n("normative.made")
        others = (
            cycle(("政府公报", "政务微博", "政务微信、公示栏", "报纸"))
            if county
            else cycle(("公示栏", "查阅点"))
        )
        days = cycle((self.first, self.middle, self.last))
        for place in range(total):
            left = total - place
            card = self.item("normative" if place < normative else "other", self.eve)
            card["published_on"] = next(days)
            if place < min(made, normative):
                card["made_on"] = self.first
            channels = ["政府网站"] if place < self.n("channel.website") else []
            for code, word in (
                ("channel.gazette", "政府公报"),
                ("channel.weibo", "政务微博"),
                ("channel.wechat", "政务微信"),
            ):
                channels += [word] if left <= self.n(code) else []
            if left <= self.n("channel.other"):
                channels += next(others).split("、")
            yield card | ({"channels": tuple(channels)} if channels else {})
        for _ in range(made - normative):
            yield self.item("normative", self.last)

    def idle_items(self) -> Iterator[Card]:
        """Published outside the year, or never."""
        website: Card = {"channels": ("政府网站", "公示栏")}
        yield self.item("other", self.long_ago) | {"published_on": self.eve} | website
        yield self.item("other", self.middle) | {"published_on": self.morrow} | website
        yield self.item("other", self.middle) | website

    # ------------------------------------------------------------------ indicators

    def flows(self) -> Iterator[Card]:
        """Each flow in three entries: two departments on one day, and the rest on the last day."""
        for code, slug in FLOWS.items():
            amount = self.cells.get(code)
            if amount is None:
                continue
            part = Decimal(int(amount) // 3)
            for department in ("办公室", "规划科"):
                yield self.entry(slug, self.first, part) | {"department": department}
            yield self.entry(slug, self.last, amount - 2 * part)
            yield self.entry(slug, self.eve, Decimal(7))
            yield self.entry(slug, self.morrow, Decimal(11))

    def stocks(self) -> Iterator[Card]:
        for group, slug in CHANGING_STOCKS.items():
            if f"{group}.previous" in self.cells:
                previous, change = self.n(f"{group}.previous"), self.n(f"{group}.change")
                yield self.entry(slug, self.long_ago, Decimal(3))
                yield self.entry(slug, self.eve, Decimal(previous))
                yield self.entry(slug, self.first, Decimal(previous + 1))
                yield self.entry(slug, self.last, Decimal(previous + change))
                yield self.entry(slug, self.morrow, Decimal(99))
        for code, slug in STOCKS.items():
            if self.cells.get(code) is not None:
                yield self.entry(slug, self.eve, Decimal(5))
                yield self.entry(slug, self.last, Decimal(self.n(code)))
                yield self.entry(slug, self.morrow, Decimal(99))

    def entry(self, slug: str, day: date, amount: Decimal) -> Card:
        return {"dated_on": day, "indicator": slug, "amount": amount}
