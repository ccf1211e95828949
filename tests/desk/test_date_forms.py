"""Two hundred ways to type a date into the field: read rightly, or left as typed and told."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.day_signs import day_sign
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.rules.calendars import working_days
from disclosure_desk.rules.written_dates import WEEKDAYS
from tests.desk.keyboard import commit
from tests.rules.test_typed_date import READ, REFUSED, TODAY

_MONTHS = [(month, 2025 if month <= 9 else 2024) for month in range(1, 13)]
FORMS: list[tuple[str, date | None]] = [
    *READ,
    *((f"{month:02d}01", date(year, month, 1)) for month, year in _MONTHS),
    *((f"{month}-1", date(year, month, 1)) for month, year in _MONTHS),
    *((f"{month}月1日", date(year, month, 1)) for month, year in _MONTHS),
    *((str(day), date(2025, 9, day)) for day in range(1, 31)),
    *((f"{day}日", date(2025, 9, day)) for day in range(1, 31)),
]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[DateEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    made = DateEdit()
    made.today = lambda: TODAY
    layout.addWidget(made)
    layout.addWidget(TextLine())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def typed(field: DateEdit, text: str) -> None:
    """Type a text over what stands there and go on to the next field."""
    field.setFocus()
    field.selectAll()
    field.del_()
    for character in text:
        if character.isascii():
            QTest.keyClicks(field, character)
        else:
            commit(field, character)
    QTest.keyClick(field, Qt.Key.Key_Tab)


def test_there_are_two_hundred_of_them() -> None:
    assert len({text for text, _ in FORMS} | set(REFUSED)) >= 200


def test_what_is_read_is_rewritten_with_its_weekday(field: DateEdit) -> None:
    for text, day in FORMS:
        typed(field, text)
        written = f"{day.isoformat()} 周{WEEKDAYS[day.weekday()]}" if day else ""
        assert (field.value(), field.text()) == (day, written), text
        assert field.property("finding") in ("", None), text


def test_what_is_not_surely_a_date_stays_as_typed_and_turns_amber(field: DateEdit) -> None:
    for text in REFUSED:
        if text.startswith("+"):
            continue  # in an empty field that key means today
        typed(field, text)
        # A minus in an empty field is no date either: there it goes a day on from today.
        if text.startswith("-"):
            continue
        assert field.value() is None, text
        assert field.text() == text
        assert field.property("finding") == "warning", text
        assert field.toolTip().endswith("。")


@pytest.mark.parametrize(
    ("day", "sign"),
    [
        (date(2025, 10, 1), "休"),
        (date(2025, 9, 28), "班"),
        (date(2025, 9, 27), "休"),
        (date(2025, 9, 29), ""),
        (date(2051, 9, 30), ""),
    ],
)
def test_the_sign_beside_a_date_is_that_of_the_calendar(
    day: date, sign: str, field: DateEdit
) -> None:
    calendar = working_days(())
    field.set_value(day)
    assert field.sign() == ""
    field.show_signs(lambda one: day_sign(calendar, one))
    assert field.sign() == sign
    field.clear()
    assert field.sign() == ""


def test_the_sign_is_drawn_behind_the_date(field: DateEdit) -> None:
    field.set_value(date(2025, 10, 1))
    field.resize(220, field.height())
    before = field.grab().toImage()
    field.show_signs(lambda _day: "休")
    assert field.grab().toImage() != before
