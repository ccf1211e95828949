"""What each cell counts, said once more in plain Python over cards: contract, section 3.

It shares no line with the program's own counting: no SQL, no edition files, no measures.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from decimal import Decimal

from disclosure_desk.records.cards import Card
from tests.inverse import (
    APPLICANTS,
    CHANGING_STOCKS,
    FLOWS,
    OUTCOMES_2019,
    OUTCOMES_2021,
    STOCKS,
    VIAS,
)

Cards = dict[str, list[Card]]
Figures = dict[str, Decimal]

# Contract, section 4, last column.
ROW_OF_2014 = {
    "granted": "granted",
    "granted_public": "already_public",
    "partial": "partial",
    "refused_secret": "refused.secret",
    "refused_law": "refused.other_law",
    "refused_safety": "refused.safety",
    "refused_commercial": "refused.commercial",
    "refused_privacy": "refused.privacy",
    "refused_internal": "refused.other_law",
    "refused_process": "refused.other_law",
    "refused_enforcement": "refused.other_law",
    "refused_inquiry": "other_way",
    "not_exist": "not_exist",
    "not_this_agency": "not_this_agency",
    "unable_create": "refused.other_law",
    "unable_unclear": "clarify",
    "declined_petition": "other_way",
    "declined_duplicate": "other_way",
    "declined_publication": "already_public",
    "declined_excessive": "other_way",
    "declined_reissue": "other_way",
    "closed_uncorrected": "clarify",
    "closed_unpaid": "other_way",
    "closed_withdrawn": "other_way",
    "closed_not_information": "refused.not_information",
    "closed_other": "other_way",
}
ROWS_OF_2014 = list(dict.fromkeys(ROW_OF_2014.values()))
KNOWN_CHANNELS = {
    "政府公报": "gazette",
    "政府网站": "website",
    "政务微博": "weibo",
    "政务微信": "wechat",
}


def count_table(edition: str, year: int, cards: Cards) -> Figures:
    """Every cell of the edition's table of a year."""
    if edition in ("2014", "2014-county"):
        cells = _table_of_2014(year, cards, county=edition == "2014-county")
    else:
        cells = _tables_three_and_four(edition, year, cards)
        if edition == "2021":
            cells |= _table_two_of_2021(year, cards)
        else:
            cells |= _table_two_of_2019(year, cards)
    return {code: Decimal(figure) for code, figure in cells.items()}


def _in(year: int, card: Card, name: str) -> bool:
    day = card.get(name)
    return isinstance(day, date) and day.year == year


def _by_end_of(year: int, card: Card, name: str) -> bool:
    day = card.get(name)
    return isinstance(day, date) and day.year <= year


def _before(year: int, card: Card, name: str) -> bool:
    return _by_end_of(year - 1, card, name)


# ---------------------------------------------------------------------- tables three and four


def _tables_three_and_four(edition: str, year: int, cards: Cards) -> dict[str, object]:
    rows = OUTCOMES_2021 if edition == "2021" else OUTCOMES_2019
    cells: dict[str, object] = {}
    for column in (*APPLICANTS, "total"):
        asked = [card for card in cards["request"] if column in (card["applicant_kind"], "total")]
        open_before = [card for card in asked if not _before(year, card, "finished_on")]
        finished = [card for card in asked if _in(year, card, "finished_on")]
        cells[f"requests.new.{column}"] = sum(_in(year, card, "received_on") for card in asked)
        cells[f"requests.carried_in.{column}"] = sum(
            _before(year, card, "received_on") for card in open_before
        )
        for row, outcomes in rows.items():
            cells[f"requests.{row}.{column}"] = sum(
                card["outcome"] in outcomes for card in finished
            )
        cells[f"requests.3.7.{column}"] = len(finished)
        cells[f"requests.carried_out.{column}"] = sum(
            _by_end_of(year, card, "received_on") and not _by_end_of(year, card, "finished_on")
            for card in asked
        )
    for kind in ("reconsideration", "litigation_direct", "litigation_after"):
        cases = [
            card
            for card in cards["dispute"]
            if card["kind"] == kind
            and not card.get("joint_defendant_only")
            and _by_end_of(year, card, "accepted_on")
            and not _before(year, card, "concluded_on")
        ]
        for result in ("upheld", "corrected", "other"):
            cells[f"review.{kind}.{result}"] = sum(
                _in(year, card, "concluded_on") and card["result"] == result for card in cases
            )
        cells[f"review.{kind}.pending"] = sum(not _in(year, card, "concluded_on") for card in cases)
        cells[f"review.{kind}.total"] = len(cases)
    return cells


# ---------------------------------------------------------------------- table two


def ceases_on(card: Card) -> date | None:
    """废止日期, or the day after 有效期至, whichever is earlier."""
    days = []
    if isinstance(repealed := card.get("repealed_on"), date):
        days.append(repealed)
    if isinstance(until := card.get("valid_until"), date):
        days.append(until + timedelta(days=1))
    return min(days, default=None)


def _ceased_by_end_of(year: int, card: Card) -> bool:
    day = ceases_on(card)
    return day is not None and day.year <= year


def _documents(cards: Cards, kind: str) -> list[Card]:
    return [card for card in cards["publication"] if card.get("document_kind") == kind]


def _table_two_of_2021(year: int, cards: Cards) -> dict[str, object]:
    cells: dict[str, object] = {
        code: _flow(year, cards, FLOWS[code])
        for code in (
            "art20.5.licence.decisions",
            "art20.6.penalty.decisions",
            "art20.6.coercion.decisions",
            "art20.8.fee.amount",
        )
    }
    for kind in ("regulation", "normative"):
        documents = _documents(cards, kind)
        cells[f"art20.1.{kind}.made"] = sum(_in(year, card, "made_on") for card in documents)
        cells[f"art20.1.{kind}.repealed"] = sum(
            _ceased_by_end_of(year, card) and not _ceased_by_end_of(year - 1, card)
            for card in documents
        )
        cells[f"art20.1.{kind}.in_force"] = sum(
            _by_end_of(year, card, "made_on") and not _ceased_by_end_of(year, card)
            for card in documents
        )
    return cells


def _table_two_of_2019(year: int, cards: Cards) -> dict[str, object]:
    cells: dict[str, object] = {}
    for kind in ("regulation", "normative"):
        documents = _documents(cards, kind)
        cells[f"art20.1.{kind}.made"] = sum(_in(year, card, "made_on") for card in documents)
        cells[f"art20.1.{kind}.published"] = sum(
            _in(year, card, "published_on") for card in documents
        )
        cells[f"art20.1.{kind}.total"] = sum(
            _by_end_of(year, card, "published_on") and not _ceased_by_end_of(year, card)
            for card in documents
        )
    for group, slug in CHANGING_STOCKS.items():
        previous, held = _stock(year - 1, cards, slug), _stock(year, cards, slug)
        cells[f"{group}.previous"] = previous
        cells[f"{group}.change"] = held - previous
    for code in (
        "art20.5.licence.decisions",
        "art20.5.other_service.decisions",
        "art20.6.penalty.decisions",
        "art20.6.coercion.decisions",
        "art20.9.procurement.projects",
        "art20.9.procurement.amount",
    ):
        cells[code] = _flow(year, cards, FLOWS[code])
    return cells


# ---------------------------------------------------------------------- indicators


def _flow(year: int, cards: Cards, slug: str) -> Decimal:
    return sum(
        (
            Decimal(str(card["amount"]))
            for card in cards["indicator"]
            if card["indicator"] == slug and _in(year, card, "dated_on")
        ),
        Decimal(0),
    )


def _stock(year: int, cards: Cards, slug: str) -> Decimal:
    """The newest amount by the end of the year; of two on one day the later row."""
    told: list[Card] = [
        card
        for card in cards["indicator"]
        if card["indicator"] == slug and _by_end_of(year, card, "dated_on")
    ]
    newest = Decimal(0)
    newest_day = date.min
    for card in told:
        day = card["dated_on"]
        if isinstance(day, date) and day >= newest_day:
            newest, newest_day = Decimal(str(card["amount"])), day
    return newest


# ---------------------------------------------------------------------- the form of 2014


def _channels(card: Card) -> set[str]:
    words = card.get("channels") or ()
    if not isinstance(words, tuple):
        raise TypeError(type(words).__name__)
    return {KNOWN_CHANNELS.get(word, "other") for word in words}


def _table_of_2014(year: int, cards: Cards, *, county: bool) -> dict[str, object]:
    published = [card for card in cards["publication"] if _in(year, card, "published_on")]
    cells: dict[str, object] = {
        "disclosed.total": len(published),
        "disclosed.normative": sum(card["document_kind"] == "normative" for card in published),
        "normative.made": sum(
            _in(year, card, "made_on") for card in _documents(cards, "normative")
        ),
        "channel.website": sum("website" in _channels(card) for card in published),
    }
    if county:
        cells["channel.other"] = sum(bool(_channels(card) - {"website"}) for card in published)
    else:
        for channel in ("gazette", "weibo", "wechat", "other"):
            cells[f"channel.{channel}"] = sum(channel in _channels(card) for card in published)
    cells |= _requests_of_2014(year, cards)
    cells |= _disputes_of_2014(year, cards)
    for code, slug in FLOWS.items():
        if code.startswith("art20") or (county and code.startswith("response")):
            continue
        cells[code] = _flow(year, cards, slug)
    for code, slug in STOCKS.items():
        cells[code] = _stock(year, cards, slug)
    cells["organisation.staff"] = _stock(year, cards, "full_time") + _stock(
        year, cards, "part_time"
    )
    return cells


def _requests_of_2014(year: int, cards: Cards) -> dict[str, object]:
    received = [card for card in cards["request"] if _in(year, card, "received_on")]
    finished = [card for card in cards["request"] if _in(year, card, "finished_on")]
    extended = [card for card in finished if _by_end_of(year, card, "extended_on")]
    cells: dict[str, object] = {
        "requests.received": len(received),
        "requests.finished": len(finished),
        "requests.extended": len(extended),
        "requests.on_time": len(finished) - len(extended),
        "replies.total": len(finished),
    }
    for via in VIAS:
        cells[f"requests.{via}"] = sum(card["received_via"] == via for card in received)
    for row in ROWS_OF_2014:
        cells[f"replies.{row}"] = _with_row(finished, row)
    cells["replies.refused"] = sum(
        ROW_OF_2014[str(card["outcome"])].startswith("refused.") for card in finished
    )
    paid = [card for card in cards["request"] if _in(year, card, "fee_paid_on")]
    yuan = sum((Decimal(str(card.get("fee_yuan", 0))) for card in paid), Decimal(0))
    cells["fees.amount"] = yuan / 10_000
    return cells


def _with_row(finished: Iterable[Card], row: str) -> int:
    return sum(ROW_OF_2014[str(card["outcome"])] == row for card in finished)


def _disputes_of_2014(year: int, cards: Cards) -> dict[str, object]:
    cells: dict[str, object] = {}
    for group, kinds in (
        ("reconsideration", ("reconsideration",)),
        ("litigation", ("litigation_direct", "litigation_after")),
    ):
        concluded = [
            card
            for card in cards["dispute"]
            if card["kind"] in kinds
            and not card.get("joint_defendant_only")
            and _in(year, card, "concluded_on")
        ]
        cells[f"{group}.total"] = len(concluded)
        for result in ("upheld", "corrected", "other"):
            cells[f"{group}.{result}"] = sum(card["result"] == result for card in concluded)
    return cells
