"""Tables of quarters and months: the year's rules, as of their own last day."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given

from disclosure_desk.commands.registers import add_record
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.explain import cells_of_record
from disclosure_desk.statistics.grid import Grid
from disclosure_desk.statistics.interim import form_of
from disclosure_desk.statistics.listing import lines_by_cell
from disclosure_desk.statistics.members import members_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import records_behind, tally
from disclosure_desk.storage.database import Database
from tests.conftest import CLERK
from tests.inverse import APPLICANTS
from tests.offices import Cards
from tests.plain_counting import ceases_on, count_table
from tests.statistics.test_properties import SEEDS, few, office_with, random_cards

# Day by day what happened to five requests; the tables below were reckoned by hand from it.
REQUESTS: list[tuple[date, date | None, str | None]] = [
    (date(2024, 12, 30), date(2025, 1, 20), "granted"),  # carried into the year, ends in Q1
    (date(2025, 3, 31), date(2025, 4, 1), "partial"),  # over the end of Q1 by a day
    (date(2025, 5, 6), date(2025, 6, 30), "granted"),  # on the last day of Q2
    (date(2025, 6, 9), date(2025, 10, 9), "not_exist"),  # through Q3
    (date(2025, 9, 30), None, None),  # on the last day of Q3, still open
]
BY_HAND = {  # new, carried in, finished, carried out
    "2025Q1": (1, 1, 1, 1),
    "2025Q2": (2, 1, 2, 1),
    "2025Q3": (1, 1, 0, 2),
    "2025Q4": (0, 2, 1, 1),
    "2025-03": (1, 0, 0, 1),
    "2025-04": (0, 1, 1, 0),
    "2025-06": (1, 1, 1, 1),
    "2025-01/06": (3, 1, 3, 1),
    "2025-01/09": (4, 1, 3, 2),
    "2025": (4, 1, 4, 1),
}
ROWS = ("new", "carried_in", "3.7", "carried_out")


@pytest.fixture
def five_requests(registers: Database) -> Database:
    with registers.writing(CLERK) as session:
        for place, (received, finished, outcome) in enumerate(REQUESTS):
            card: Card = {
                "number": f"S{place}",
                "received_on": received,
                "received_via": "letter",
                "applicant_kind": "natural",
            }
            if finished and outcome:
                card |= {"finished_on": finished, "outcome": outcome}
            add_record(session, "request", card)
    return registers


@pytest.mark.parametrize("code", BY_HAND)
def test_requests_are_counted_as_of_the_last_day_of_the_period(
    five_requests: Database, code: str
) -> None:
    with five_requests.reading() as session:
        figures = tally(session, editions()["2021"], Period.written(code))
    assert tuple(figures[f"requests.{row}.natural"] for row in ROWS) == BY_HAND[code]


def test_a_figure_of_a_month_lists_its_records_and_a_record_says_where_it_counts(
    five_requests: Database,
) -> None:
    june, edition = Period.of_month(2025, 6), editions()["2021"]
    with five_requests.reading() as session:
        behind = records_behind(session, edition, "requests.carried_out.natural", june)
        told = cells_of_record(session, edition, june, "request", behind[0].id)
    assert [entry.number for entry in behind] == ["S3"]
    assert {cell.code for cell in told.counted} == {
        f"requests.{row}.{column}"
        for row in ("new", "carried_out")
        for column in ("natural", "total")
    }
    assert any("结转下期（办结日期2025-10-09）" in absence.reason for absence in told.absences)


def test_a_list_of_stocks_speaks_of_the_period_not_of_the_year(registers: Database) -> None:
    with registers.writing(CLERK) as session:
        entry: Card = {"dated_on": date(2020, 2, 1), "indicator": "licence_items", "amount": 5}
        add_record(session, "indicator", entry)
    edition, code = editions()["2019"], "art20.5.licence.previous"
    with registers.reading() as session:
        quarter = lines_by_cell(session, edition, Period.of_quarter(2020, 2))[code]
        year = lines_by_cell(session, edition, Period.of_year(2021))[code]
    assert [line.text for line in quarter] == ["期初"]
    assert [line.text for line in year] == ["上年末"]


# ------------------------------------------------------- any ledger, counted a second time

QUARTERS = [Period.of_quarter(2019, number) for number in (1, 2, 3, 4)]
PERIODS = [*QUARTERS, Period.of_month(2020, 2), Period.of_months(2021, 1, 9)]
_FAR = timedelta(days=40 * 366)
_YEAR = 2000


def as_a_year(cards: Cards, period: Period) -> Cards:
    """The ledger with its days moved so that the period is the year 2000, in the same order.

    A document's end is its one day: 有效期至 would end it on a day that is moved apart.
    """

    def moved(value: FieldValue) -> FieldValue:
        if not isinstance(value, date):
            return value
        if value < period.first:
            return value - _FAR
        if value > period.last:
            return value + _FAR
        return date(_YEAR, 1, 1) + (value - period.first)

    return {
        kind: [{name: moved(value) for name, value in _ended_once(card).items()} for card in rows]
        for kind, rows in cards.items()
    }


def _ended_once(card: Card) -> Card:
    rest = {name: value for name, value in card.items() if name != "valid_until"}
    ceased = ceases_on(card)
    return rest | {"repealed_on": ceased} if ceased else rest


@given(seed=SEEDS)
@few(5)
def test_every_figure_of_any_period_is_what_plain_counting_gives(
    founded_file: Path, seed: int
) -> None:
    cards = random_cards(seed)
    with office_with(founded_file, cards) as database, database.reading() as session:
        for period in PERIODS:
            for code, edition in editions().items():
                figures = tally(session, edition, period)
                expected = count_table(code, _YEAR, as_a_year(cards, period))
                assert figures == expected, (code, period.words)
                assert check_figures(form_of(edition, period), figures) == []


@given(seed=SEEDS)
@few(4)
def test_quarters_add_up_to_their_year_and_hand_over_to_each_other(
    founded_file: Path, seed: int
) -> None:
    cards = random_cards(seed)
    cards["request"] = [_extended_in_time(card) for card in cards["request"]]
    with office_with(founded_file, cards) as database, database.reading() as session:
        for code, edition in editions().items():
            year = tally(session, edition, Period.of_year(2019))
            told = [tally(session, edition, period) for period in QUARTERS]
            for cell, figure in year.items():
                parts = [Decimal(quarter[cell]) for quarter in told]
                if _adds_up(cell):
                    assert sum(parts) == figure, cell
                elif _stands_at_the_end(cell):
                    assert parts[-1] == figure, cell
            if not code.startswith("2014"):
                assert _carried(year, "carried_in") == _carried(told[0], "carried_in")
                for before, after in pairwise(told):
                    assert _carried(before, "carried_out") == _carried(after, "carried_in")


def _extended_in_time(card: Card) -> Card:
    """Without an extension that was told after the end: the year would see it, the quarter not."""
    finished, extended = card.get("finished_on"), card.get("extended_on")
    if isinstance(finished, date) and isinstance(extended, date) and extended > finished:
        return {name: value for name, value in card.items() if name != "extended_on"}
    return card


def _adds_up(code: str) -> bool:
    """What happens on a day is told in one quarter alone."""
    stands = ("carried_", ".pending", "in_force", "art20.1", "organisation", "review", ".previous")
    counted = (".made", ".repealed", ".published", ".upheld", ".corrected")
    return code.endswith(counted) or not any(word in code for word in stands)


def _stands_at_the_end(code: str) -> bool:
    ends = (".in_force", ".pending", "organisation.offices", "organisation.staff")
    return code.endswith(ends) or ".carried_out." in code


def _carried(figures: dict[str, Figure], row: str) -> list[Figure]:
    return [figures[f"requests.{row}.{column}"] for column in (*APPLICANTS, "total")]


@given(seed=SEEDS)
@few(2)
def test_the_list_behind_every_interim_figure_adds_up_to_it(founded_file: Path, seed: int) -> None:
    with office_with(founded_file, random_cards(seed)) as database, database.reading() as session:
        for edition in editions().values():
            for period in (QUARTERS[2], Period.of_month(2020, 6)):
                figures = tally(session, edition, period)
                lists = members_of(session, edition, period).lists
                assert {code: sum(shares.values()) for code, shares in lists.items()} == figures


# ------------------------------------------------------------------------ how it is worded


@pytest.mark.parametrize("code", editions())
@pytest.mark.parametrize("period", [QUARTERS[2], Period.of_month(2019, 7)])
def test_the_form_of_a_part_of_a_year_never_speaks_of_the_year(code: str, period: Period) -> None:
    form = form_of(editions()[code], period)
    printed = [placed.cell.text for grid in form.grids for placed in grid.cells]
    lines = [piece for line in (*form.above, *form.below) for piece in line.pieces]
    titles = [cell.title for cell in form.cells.values()]
    for text in (*printed, *lines[1:], *titles):
        assert not any(word in text for word in ("本年", "上年", "上一年", "年度", "下年"))
    assert form.title == f"【单位名称】{period.words}政府信息公开情况统计表"
    assert lines[0].startswith("内部统计：数据截至2019年")


def test_an_interim_form_counts_and_stands_as_the_official_one() -> None:
    for edition in editions().values():
        form = form_of(edition, QUARTERS[0])
        assert {one: cell.measure for one, cell in form.cells.items()} == {
            one: cell.measure for one, cell in edition.cells.items()
        }
        assert [_places(grid) for grid in form.grids] == [_places(grid) for grid in edition.grids]
        assert form_of(edition, Period.of_year(2019)) is edition
    requests = form_of(editions()["2021"], QUARTERS[0]).grid("requests")
    words = {placed.cell.text for placed in requests.cells}
    assert {"二、期初结转政府信息公开申请数量", "四、结转下期继续办理"} <= words


def _places(grid: Grid) -> list[tuple[int, int, int, int]]:
    return [(one.row, one.column, one.cell.rows, one.cell.columns) for one in grid.cells]
