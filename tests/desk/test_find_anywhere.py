"""Ctrl+K finds any record by number, words or first letters, and Enter opens it."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.find_anywhere import FindAnywhere
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.find_anywhere import find_anywhere
from tests.desk.keyboard import compose, is_gone, keys

REQUEST: Card = {
    "number": "2025-017",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "住建局预算",
}
ITEM: Card = {
    "number": "2025-001",
    "title": "关于2025-017号申请的住建局说明",
    "document_number": "示科发〔2025〕7号",
    "made_on": date(2025, 3, 3),
}


@pytest.fixture
def records(desk: Desk) -> None:
    with desk.database.writing(desk.actor) as session:
        add_record(session, "publication", ITEM)
        add_record(session, "request", REQUEST)
        figure: Card = {"dated_on": date(2025, 1, 31), "indicator": "funds", "amount": Decimal(5)}
        add_record(session, "indicator", figure)


@pytest.mark.usefixtures("records")
@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("2025-017", [("request", True), ("publication", False)]),
        ("示科发〔2025〕7号", [("publication", True)]),
        ("zjj", [("publication", False), ("request", False)]),
        ("周大勇 预算", [("request", False)]),
        ("zxjf", [("indicator", False)]),
        ("专项经费", [("indicator", False)]),
        ("没有这样的词", []),
        ("  ", []),
    ],
)
def test_every_register_is_searched_the_number_first(
    desk: Desk, words: str, found: list[tuple[str, bool]]
) -> None:
    with desk.database.reading() as session:
        assert [(one.kind, one.exact) for one in find_anywhere(session, words)] == found


@pytest.mark.usefixtures("records")
def test_only_the_newest_of_each_kind_are_listed(desk: Desk) -> None:
    with desk.database.writing(desk.actor) as session:
        add_record(session, "publication", {**ITEM, "number": "2025-002", "document_number": None})
    with desk.database.reading() as session:
        found = find_anywhere(session, "住建局", most=1)
    assert [(one.kind, one.number) for one in found] == [
        ("publication", "2025-002"),
        ("request", "2025-017"),
    ]


@pytest.mark.usefixtures("records")
def test_what_is_typed_is_opened_by_enter_without_waiting(desk: Desk, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    dialog = FindAnywhere(desk, window)
    dialog.open()
    compose(dialog.ui.words, "zhu")
    QTest.keyClick(dialog.ui.words, Qt.Key.Key_Return)
    compose(dialog.ui.words, "")
    keys(dialog, "zjj")
    qtbot.waitUntil(lambda: dialog.ui.found.model().rowCount() == 2)
    assert dialog.ui.label_count.text() == "找到：主动公开 1、依申请公开 1"
    QTest.keyClick(dialog.ui.words, Qt.Key.Key_Down)
    assert dialog.ui.found.currentIndex().row() == 1
    dialog.ui.words.clear()
    with qtbot.waitSignal(desk.open_record) as opened:
        keys(dialog, "2025-017", Qt.Key.Key_Return)
    assert opened.args == ["request", 1]
    qtbot.waitUntil(lambda: is_gone(dialog))
