"""Rows by key range: the same as sorting everything in Python, wherever one begins."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import event, literal_column, select

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.offices import found_office
from disclosure_desk.records.cards import FIELDS, MODELS, Card
from disclosure_desk.records.number_order import NUMBERED
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.register_columns import register_table, sort_value
from disclosure_desk.storage.row_source import Row, RowSource, Wanted
from tests.conftest import CLERK
from tests.offices import RandomOffice

SORTS = [
    ("publication", "published_on"),
    ("publication", "title"),
    ("publication", "document_kind"),
    ("publication", "department"),
    ("request", "received_on"),
    ("request", "outcome"),
    ("dispute", "result"),
    ("indicator", "amount"),
    ("indicator", "department"),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = create_database(tmp_path_factory.mktemp("rows") / "office.db")
    cards = RandomOffice(7).cards(requests=90, publications=120, disputes=25, entries=80)
    with made.writing(Actor("王芳", "ZWGK-PC2")) as session:
        found_office(session, "示例县科学技术局")
        begin_step(session, "导入台账")
        for kind, told in cards.items():
            enrol(session, kind, told)
    yield made
    made.close()


def every_row(source: RowSource) -> list[Row]:
    """All rows, by the simplest of its calls."""
    return source.first(10_000)


def ids(rows: list[Row]) -> list[int]:
    return [row.id for row in rows]


def sorts_as(kind: str, name: str, card: Card) -> tuple[bool, object]:
    """What a clerk expects a field to be sorted by, empty fields last."""
    value = card.get(name)
    choices = FIELDS[kind][name].choices
    if value is not None and choices is not None:
        return False, choices.slugs.index(str(value))
    return value is None, value if value is not None else 0


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(("kind", "name"), SORTS)
def test_rows_come_in_order_and_empty_fields_last(
    database: Database, kind: str, name: str, descending: bool
) -> None:
    source = RowSource(database, Wanted(kind, name, descending), [name])
    rows = every_row(source)
    assert len(rows) == source.count() > 20
    filled = [row for row in rows if name in row.card]
    assert rows[: len(filled)] == filled
    expected = sorted(filled, key=lambda row: row.id, reverse=descending)
    expected.sort(key=lambda row: sorts_as(kind, name, row.card), reverse=descending)
    assert ids(filled) == ids(expected)


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize(
    ("kind", "name"),
    [*SORTS, ("publication", "channels"), ("dispute", "joint_defendant_only")],
)
def test_every_way_to_a_page_gives_the_same_rows(
    database: Database, kind: str, name: str, descending: bool
) -> None:
    source = RowSource(database, Wanted(kind, name, descending), [name])
    rows = every_row(source)
    assert ids(source.last(9)) == ids(rows[-9:])
    assert ids(source.starts(10)) == ids(rows[::10])
    for place, row in enumerate(rows):
        assert source.position(row.id) == place
        if place % 7 == 0:
            assert ids(source.after(row, 8)) == ids(rows[place + 1 : place + 9])
            assert ids(source.before(row, 8)) == ids(rows[max(0, place - 8) : place])
    for start, row in zip(source.starts(10), rows[::10], strict=True):
        assert source.from_row(start, 3)[0] == row


def test_a_year_and_a_query_narrow_the_rows(database: Database) -> None:
    every = every_row(RowSource(database, Wanted("request", "number"), ["received_on", "content"]))
    in_2020 = RowSource(
        database, Wanted("request", "number", year=2020), ["received_on", "finished_on"]
    )
    for row in every_row(in_2020):
        finished = row.card.get("finished_on", date.max)
        assert row.card["received_on"] <= date(2020, 12, 31)
        assert finished >= date(2020, 1, 1)
    word = str(every[0].card["content"])[3:5]
    found = every_row(RowSource(database, Wanted("request", "number", query=word), []))
    assert ids(found) == [row.id for row in every if word in str(row.card["content"])]


def test_reported_figures_are_found_by_the_words_of_their_indicator(database: Database) -> None:
    source = RowSource(database, Wanted("indicator", "dated_on", query="培训"), ["indicator"])
    slugs = {row.card["indicator"] for row in every_row(source)}
    assert slugs
    assert slugs <= {"trainings", "training_people"}


def test_signs_of_sql_in_a_query_are_only_text(database: Database) -> None:
    for kind in ("publication", "indicator"):
        for query in ("%", "_", "'", '"; DROP TABLE x', "*", "AND", "(", "\\"):
            RowSource(database, Wanted(kind, "department", query=query), []).count()


def test_a_record_that_is_filtered_out_has_no_position(database: Database) -> None:
    source = RowSource(database, Wanted("publication", "title", query="没有这样的词"), [])
    assert source.count() == 0
    assert source.first(5) == source.last(5) == source.starts(5) == []
    assert source.position(1) is None


def test_amounts_are_sorted_as_figures(tmp_path: Path) -> None:
    database = create_database(tmp_path / "office.db")
    amounts = ["10", "9.5", "100", "0.3"]
    with database.writing(Actor("王芳", "ZWGK-PC2")) as session:
        begin_step(session, "登记")
        cards: list[Card] = [
            {"dated_on": date(2025, 1, 1), "indicator": "funds", "amount": Decimal(amount)}
            for amount in amounts
        ]
        enrol(session, "indicator", cards)
    rows = every_row(RowSource(database, Wanted("indicator", "amount"), ["amount"]))
    assert [str(row.card["amount"]) for row in rows] == ["0.3", "9.5", "10", "100"]
    database.close()


def test_no_page_is_fetched_by_offset(database: Database) -> None:
    offsets: list[object] = []

    def listen(
        _c: object, _u: object, statement: str, values: tuple[object, ...], *_: object
    ) -> None:
        if statement.rstrip().endswith("OFFSET ?"):
            offsets.append(values[-1])

    event.listen(database.engine, "before_cursor_execute", listen)
    source = RowSource(database, Wanted("publication", "made_on"), ["title"])
    middle = source.starts(10)[5]
    source.from_row(middle, 10)
    source.last(10)
    event.remove(database.engine, "before_cursor_execute", listen)
    assert set(offsets) == {0}  # written by SQLAlchemy beside every LIMIT


NUMBERS = [
    *("城政办〔2025〕10号", "城政办〔2025〕9号", "城政办〔2024〕100号", "城政发〔2025〕1号"),
    *("2025-1000", "2025-999", "无号", "城政办〔2025〕1号令", None, "城政办〔2025〕009号"),
]


def test_numbers_stand_in_the_order_of_their_digits(registers: Database) -> None:
    day = date(2025, 5, 6)
    items: list[Card] = [
        {"title": f"通知{place}", "made_on": day, "document_number": number}
        for place, number in enumerate(NUMBERS)
    ]
    with registers.writing(CLERK) as session:
        begin_step(session, "登记主动公开")
        enrol(session, "publication", items)
    source = RowSource(registers, Wanted("publication", "document_number"), ["document_number"])
    rows = every_row(source)
    told = [row.card.get("document_number") for row in rows]
    assert told[-1] is None
    order = [number for number in told if number in NUMBERS[:4]]
    assert order == ["城政办〔2024〕100号", "城政办〔2025〕9号", "城政办〔2025〕10号", NUMBERS[3]]
    assert told.index("2025-999") < told.index("2025-1000")
    for place, row in enumerate(rows):
        assert source.position(row.id) == place
        assert ids(source.after(row, 4)) == ids(rows[place + 1 : place + 5])


@pytest.mark.parametrize(
    ("kind", "name"), [(kind, name) for kind, some in NUMBERED.items() for name in some]
)
def test_an_index_gives_the_order_of_a_number(database: Database, kind: str, name: str) -> None:
    order = sort_value(kind, name)
    asked = select(literal_column("1")).select_from(register_table(kind)).order_by(order)
    with database.engine.connect() as connection:
        words = asked.compile(connection, compile_kwargs={"literal_binds": True})
        plan = str(connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {words}").all())
    assert f"ix_{MODELS[kind].__tablename__}_{name}_order" in plan
    assert "TEMP B-TREE" not in plan
