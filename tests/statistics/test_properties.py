"""What must hold for every ledger: figures, relations, and the way out and in again."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure_desk.commands.ledger import TakenIn
from disclosure_desk.exchange.read_ledger import import_ledger
from disclosure_desk.exchange.write_ledger import write_ledger
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card, Field, shown
from disclosure_desk.records.finding import Figure
from disclosure_desk.records.indicators import INDICATORS, indicator
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import records_behind, tally
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from tests.inverse import APPLICANTS
from tests.offices import Cards, RandomOffice, write_workbook
from tests.plain_counting import count_table
from tests.workbooks import write_rows

CLERK = Actor("林知夏", "二楼电脑")
YEARS = range(2017, 2024)
EDITIONS = tuple(editions())
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
Tables = dict[tuple[str, int], dict[str, Figure]]


def few(examples: int) -> settings:
    """The same examples on every run: a red test must not turn green by itself."""
    return settings(
        max_examples=examples,
        derandomize=True,
        deadline=None,
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )


def random_cards(seed: int, first: int = 2016, last: int = 2024, prefix: str = "") -> Cards:
    """A random office, a third of whose records lie on the first and last days of years."""
    cards = RandomOffice(seed, first, last).cards(
        requests=40, publications=40, disputes=15, entries=60
    )
    chance = random.Random(seed)
    moved: Cards = {
        kind: [
            _numbered(_on_edges(card) if chance.random() < 1 / 3 else card, prefix) for card in rows
        ]
        for kind, rows in cards.items()
    }
    # Moved to one day, two figures of one department would be one record.
    entries = {
        (card["dated_on"], card["indicator"], card.get("department")): card
        for card in moved["indicator"]
    }
    return moved | {"indicator": list(entries.values())}


def _on_edges(card: Card) -> Card:
    """The card with every day moved to an end of its year; what came first stays first."""
    return {
        name: date(day.year, *((1, 1) if day.month <= 6 else (12, 31)))
        if isinstance(day := value, date)
        else value
        for name, value in card.items()
    }


def _numbered(card: Card, prefix: str) -> Card:
    names = [name for name in ("number", "request_number") if name in card]
    return card | {name: f"{prefix}{card[name]}" for name in names}


@contextmanager
def office_with(founded_file: Path, cards: Cards) -> Iterator[Database]:
    """An office file that has taken in these cards from a workbook."""
    with tempfile.TemporaryDirectory() as folder:
        database = open_database(shutil.copy(founded_file, Path(folder) / "office.db"))
        try:
            take(database, cards)
            yield database
        finally:
            database.close()


def take(database: Database, cards: Cards) -> TakenIn:
    with tempfile.TemporaryDirectory() as folder:
        return import_ledger(database, write_workbook(Path(folder) / "台账.xlsx", cards), CLERK)


def tables_of(database: Database, years: range = YEARS) -> Tables:
    with database.reading() as session:
        return {
            (code, year): tally(session, editions()[code], Period.of_year(year))
            for code in EDITIONS
            for year in years
        }


@given(seed=SEEDS)
@few(20)
def test_every_figure_is_what_plain_counting_gives(founded_file: Path, seed: int) -> None:
    cards = random_cards(seed)
    with office_with(founded_file, cards) as database:
        for (code, year), figures in tables_of(database).items():
            assert figures == count_table(code, year, cards), (code, year)


@given(seed=SEEDS)
@few(10)
def test_the_relations_of_the_form_hold_within_and_between_the_years(
    founded_file: Path, seed: int
) -> None:
    with office_with(founded_file, random_cards(seed)) as database:
        tables = tables_of(database)
    for (code, year), figures in tables.items():
        assert check_figures(editions()[code], figures) == []
        before = tables.get((code, year - 1))
        if before is None or code.startswith("2014"):
            continue
        for column in (*APPLICANTS, "total"):  # X1
            carried = figures[f"requests.carried_in.{column}"]
            assert carried == before[f"requests.carried_out.{column}"]
        if code == "2021":  # X2
            for group in ("art20.1.regulation", "art20.1.normative"):
                made, repealed = figures[f"{group}.made"], figures[f"{group}.repealed"]
                in_force = before[f"{group}.in_force"] + made - repealed
                assert figures[f"{group}.in_force"] == in_force
        if code == "2019":  # X3
            for group in ("art20.5.licence", "art20.6.penalty", "art20.8.fee"):
                expected = before[f"{group}.previous"] + before[f"{group}.change"]
                assert figures[f"{group}.previous"] == expected


@given(seed=SEEDS, year=st.sampled_from(YEARS))
@few(8)
def test_behind_every_counted_figure_stand_as_many_records(
    founded_file: Path, seed: int, year: int
) -> None:
    period = Period.of_year(year)
    with office_with(founded_file, random_cards(seed)) as database, database.reading() as session:
        for edition in editions().values():
            figures = tally(session, edition, period)
            listed = {
                code: records_behind(session, edition, code, period)
                for code, cell in edition.cells.items()
                if cell.counted
            }
            for code, entries in listed.items():
                assert len(entries) == figures[code], code
                assert len({(one.kind, one.id) for one in entries}) == len(entries), code
                assert [one.date for one in entries] == sorted(one.date for one in entries)


@given(seed=SEEDS, year=st.sampled_from((2018, 2020, 2022)))
@few(8)
def test_what_happens_later_never_changes_the_table_of_a_year(
    founded_file: Path, seed: int, year: int
) -> None:
    cards = random_cards(seed, 2016, year)
    end = date(year, 12, 31)
    early: Cards = {kind: [_known_by(end, card) for card in rows] for kind, rows in cards.items()}
    with office_with(founded_file, early) as database:
        years = range(2016, year + 1)
        before = tables_of(database, years)
        take(database, random_cards(seed + 1, year + 1, year + 3, prefix="后"))
        take(
            database, {kind: [_later(year, card) for card in rows] for kind, rows in early.items()}
        )
        assert tables_of(database, years) == before
        after = tables_of(database, range(year + 1, year + 2))
        assert after[("2014", year + 1)]["requests.received"] != 0


def _known_by(end: date, card: Card) -> Card:
    """The card as it could be written on that day: nothing of it lies in the future."""
    known = {
        name: value for name, value in card.items() if not isinstance(value, date) or value <= end
    }
    for day, told in (("finished_on", ("outcome", "reply_number")), ("concluded_on", ("result",))):
        if day not in known:
            known = {name: value for name, value in known.items() if name not in told}
    return known


def _later(year: int, card: Card) -> Card:
    """The card with everything that is still open told of the next year."""
    day = date(year + 1, 1, 1)
    news: Card = {}
    if "received_via" in card:
        news = {"finished_on": day, "outcome": "partial"}
        news = {} if "finished_on" in card else news
        news |= {} if "extended_on" in card else {"extended_on": day}
        news |= {"fee_paid_on": day, "fee_yuan": Decimal(30)}
        news = {name: value for name, value in news.items() if name not in card}
        if "fee_paid_on" in card:
            news.pop("fee_yuan", None)
    elif "accepted_on" in card and "concluded_on" not in card:
        news = {"concluded_on": day, "result": "corrected"}
    elif "made_on" in card:
        news = {"repealed_on": day, "published_on": day}
    return news | card


@given(seed=SEEDS, year=st.sampled_from(YEARS))
@few(8)
def test_an_exported_ledger_gives_the_same_table_in_another_office(
    founded_file: Path, seed: int, year: int
) -> None:
    years = range(year, year + 1)
    nothing: Cards = {"request": []}
    with (
        office_with(founded_file, random_cards(seed)) as mine,
        office_with(founded_file, nothing) as theirs,
        tempfile.TemporaryDirectory() as folder,
    ):
        ledger = Path(folder) / "台账.xlsx"
        with mine.reading() as session:
            write_ledger(session, year, ledger, personal=True)
        import_ledger(theirs, ledger, CLERK)
        assert tables_of(theirs, years) == tables_of(mine, years)
        again = import_ledger(mine, ledger, CLERK)
        assert sum(again.added.values()) == sum(again.updated.values()) == 0


@given(seed=SEEDS)
@few(6)
def test_the_same_ledger_twice_leaves_the_registers_and_the_journal_as_they_are(
    founded_file: Path, seed: int
) -> None:
    cards = random_cards(seed)
    with office_with(founded_file, cards) as database:
        lines = _journal_lines(database)
        again = take(database, cards)
        assert again.unchanged == {kind: len(rows) for kind, rows in cards.items()}
        assert sum(again.added.values()) == sum(again.updated.values()) == 0
        assert _journal_lines(database) == lines


def _journal_lines(database: Database) -> int:
    with database.reading() as session:
        return session.query(JournalEntry).count()


@given(seed=SEEDS)
@few(6)
def test_order_of_rows_and_columns_and_the_form_of_dates_do_not_matter(
    founded_file: Path, seed: int
) -> None:
    cards = random_cards(seed)
    cards["indicator"] = _one_stock_a_day(cards["indicator"])
    chance = random.Random(seed)
    sheets = {
        KIND_LABELS[kind]: _shuffled([_as_row(kind, card, chance) for card in rows], chance)
        for kind, rows in cards.items()
    }
    nothing: Cards = {"request": []}
    with (
        office_with(founded_file, cards) as mine,
        office_with(founded_file, nothing) as theirs,
        tempfile.TemporaryDirectory() as folder,
    ):
        shuffled = write_rows(Path(folder) / "台账.xlsx", sheets)
        import_ledger(theirs, shuffled, CLERK)
        assert tables_of(theirs) == tables_of(mine)
        again = import_ledger(mine, shuffled, CLERK)
        assert again.unchanged == {kind: len(rows) for kind, rows in cards.items()}


def _one_stock_a_day(entries: list[Card]) -> list[Card]:
    """Without two stocks on one day, of which the later row holds."""
    found: dict[object, Card] = {}
    for place, card in enumerate(entries):
        stock = indicator(str(card["indicator"])).stock
        found[(card["dated_on"], card["indicator"]) if stock else place] = card
    return list(found.values())


def _shuffled(rows: list[dict[str, object]], chance: random.Random) -> list[dict[str, object]]:
    headings = list(dict.fromkeys(heading for row in rows for heading in row))
    chance.shuffle(headings)
    chance.shuffle(rows)
    # The first row fixes the order of the columns.
    return [{heading: row.get(heading) for heading in headings} for row in rows]


def _as_row(kind: str, card: Card, chance: random.Random) -> dict[str, object]:
    fields = FIELDS[kind]
    return {
        fields[name].label: _written(fields[name], value, chance) for name, value in card.items()
    }


def _written(field: Field, value: object, chance: random.Random) -> object:
    if isinstance(value, date):
        forms = ("{0:%Y-%m-%d}", "{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日")
        return chance.choice([value, *(form.format(value) for form in forms), f"{value:%Y%m%d}"])
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return chance.choice([float(value), f" {value} "])
    return shown(field, value)


def test_the_random_offices_have_something_in_nearly_every_cell(founded_file: Path) -> None:
    """Equal tables prove nothing where all is zero."""
    filled: dict[str, set[str]] = {code: set() for code in EDITIONS}
    for seed in range(12):
        cards = random_cards(seed)
        for code in EDITIONS:
            for year in YEARS:
                counted = count_table(code, year, cards)
                filled[code] |= {cell for cell, figure in counted.items() if figure}
    for code, cells in filled.items():
        assert len(cells) >= 0.9 * len(editions()[code].cells), code
    assert len(INDICATORS) == 29
