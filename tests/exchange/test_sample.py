"""The sample office gives the figures that were counted by hand from its files."""

import tomllib
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from disclosure_desk.records.terms import DISPUTE_KINDS, OUTCOMES
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database

CASES = Path(__file__).resolve().parent.parent / "cases"
EXPECTED = tomllib.loads((CASES / "sample_expected.toml").read_text(encoding="utf-8"))["year"]


@pytest.mark.parametrize(
    "case", EXPECTED, ids=[f"{case['year']}-{case['edition']}" for case in EXPECTED]
)
def test_the_sample_gives_the_figures_counted_by_hand(
    sample: Database, case: dict[str, object]
) -> None:
    year, listed = case["year"], case["cells"]
    if not isinstance(year, int) or not isinstance(listed, dict):
        raise TypeError(case)
    edition = editions()[str(case["edition"])]
    with sample.reading() as session:
        figures = tally(session, edition, Period.of_year(year))
    counted = {code: figure for code, figure in figures.items() if edition.cells[code].counted}
    expected = {code: Decimal(str(figure)) for code, figure in listed.items()}
    assert {code: figures[code] for code in expected} == expected
    assert {code for code, figure in counted.items() if figure} <= set(expected)
    assert check_figures(edition, figures) == []


def test_the_sample_has_every_kind_of_ending_and_no_real_size(sample: Database) -> None:
    with sample.reading() as session:
        requests = [card for _, card in read_cards(session, "request")]
        items = [card for _, card in read_cards(session, "publication")]
        cases = [card for _, card in read_cards(session, "dispute")]
    assert {card["outcome"] for card in requests if "outcome" in card} == set(OUTCOMES.slugs)
    years = Counter(str(card["received_on"])[:4] for card in requests)
    assert years == {"2023": 12, "2024": 12, "2025": 12}
    assert 150 <= len(items) <= 250
    assert len(cases) == 2
    assert {card["kind"] for card in cases} <= set(DISPUTE_KINDS.slugs)
