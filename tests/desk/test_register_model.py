"""A register of 10,000 rows in a table that never holds more than a few pages."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from sqlalchemy import event, text

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.offices import found_office
from disclosure_desk.desk.models.register_answer import PAGE
from disclosure_desk.desk.models.register_model import RegisterModel, SortRole
from disclosure_desk.desk.registers import REGISTERS
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.row_source import RowSource, Wanted
from disclosure_desk.storage.search import catch_up

ROWS = 10_000


def item(place: int) -> Card:
    made = date(2015, 1, 1) + timedelta(days=place * 7919 % 4000)
    card: Card = {"number": f"G{place:05d}", "title": f"关于第{place}号事项的通知", "made_on": made}
    return card | ({"published_on": made + timedelta(days=place % 30)} if place % 10 else {})


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    made = create_database(tmp_path_factory.mktemp("full") / "office.db")
    with made.writing(Actor("王芳", "ZWGK-PC2")) as session:
        found_office(session, "示例县科学技术局")
        begin_step(session, "导入台账")
        enrol(session, "publication", [item(place) for place in range(ROWS)])
        catch_up(session)
    yield made
    made.close()


@pytest.fixture
def model(full: Database, qapp: QApplication) -> RegisterModel:
    columns = REGISTERS["publication"].columns
    source = RowSource(
        full, Wanted("publication", "published_on", descending=True), [c.field for c in columns]
    )
    return RegisterModel(source, columns, FIELDS["publication"])


def column(model: RegisterModel, field: str) -> int:
    return [one.field for one in model.columns].index(field)


def numbers(database: Database, order: str) -> list[str]:
    with database.engine.connect() as connection:
        return list(connection.execute(text(f"SELECT number FROM publication {order}")).scalars())


def shown(model: RegisterModel, row: int, field: str = "number") -> str:
    return str(model.index(row, column(model, field)).data())


def test_rows_are_those_of_the_plain_query(full: Database, model: RegisterModel) -> None:
    expected = numbers(full, "ORDER BY published_on IS NULL, published_on DESC, id DESC")
    assert model.rowCount() == ROWS
    for row in (0, 1, PAGE, ROWS // 2, ROWS // 2 - PAGE, ROWS - 1, ROWS - PAGE - 1, 5, 7777):
        assert shown(model, row) == expected[row]


def test_a_jump_to_the_end_loads_two_pages_not_all(full: Database, model: RegisterModel) -> None:
    asked: list[str] = []

    def listen(_c: object, _u: object, statement: str, *_: object) -> None:
        if statement.startswith("SELECT"):
            asked.append(statement)

    event.listen(full.engine, "before_cursor_execute", listen)
    shown(model, 0)
    for row in range(ROWS - 40, ROWS):
        shown(model, row)
    event.remove(full.engine, "before_cursor_execute", listen)
    assert 1 <= len(asked) <= 3
    assert sum(map(len, model.pages.kept.values())) <= 2 * PAGE


def test_scrolling_through_everything_keeps_few_pages(model: RegisterModel) -> None:
    for row in range(0, ROWS, PAGE // 2):
        shown(model, row)
    assert len(model.pages.kept) < 30


@pytest.mark.parametrize(
    ("field", "order", "sql"),
    [
        ("title", Qt.SortOrder.AscendingOrder, "ORDER BY title, id"),
        ("made_on", Qt.SortOrder.DescendingOrder, "ORDER BY made_on DESC, id DESC"),
    ],
)
def test_sorting_asks_the_source_anew(
    full: Database, model: RegisterModel, field: str, order: Qt.SortOrder, sql: str
) -> None:
    model.sort(column(model, field), order)
    expected = numbers(full, sql)
    assert [shown(model, row) for row in (0, 4321, ROWS - 1)] == [
        expected[row] for row in (0, 4321, ROWS - 1)
    ]


def test_searching_narrows_and_counts(model: RegisterModel) -> None:
    model.show_wanted(Wanted("publication", "number", query="Ｇ01234"))
    assert [shown(model, row) for row in range(model.rowCount())] == ["G01234"]
    model.show_wanted(Wanted("publication", "number", query="事项"))
    assert model.rowCount() == ROWS


def test_a_year_holds_what_was_made_or_published_in_it(model: RegisterModel) -> None:
    model.show_wanted(Wanted("publication", "number", year=2018))
    expected = [
        card
        for card in map(item, range(ROWS))
        if 2018 in (card["made_on"].year, getattr(card.get("published_on"), "year", 0))
    ]
    assert model.rowCount() == len(expected)


def test_a_record_is_found_by_its_id(model: RegisterModel) -> None:
    record_id = model.record_id(1234)
    assert record_id is not None
    assert model.row_of(record_id) == 1234
    assert model.row_of(999_999) is None


def test_dates_are_iso_choices_labels_and_sort_values_native(model: RegisterModel) -> None:
    made = model.index(0, column(model, "made_on"))
    assert made.data() == made.data(SortRole).isoformat()
    assert model.index(0, column(model, "document_kind")).data() == "其他"
    assert model.headerData(column(model, "made_on"), Qt.Orientation.Horizontal) == "生成日期"


def test_lists_show_nothing_personal() -> None:
    for register in REGISTERS.values():
        assert not {"id_number", "phone", "address"} & {one.field for one in register.columns}
