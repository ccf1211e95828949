"""The way to an outcome by keys, and what the form of a reply makes of it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.dialogs.outcome_finder import OutcomeFinder
from disclosure_desk.desk.outcome_place import counted_words, row_of_outcome
from disclosure_desk.records.terms import OUTCOMES, WITHDRAWN
from disclosure_desk.rules.decision_path import path_to
from tests.desk.keyboard import ENTER, compose, keys, press

BACK = Qt.Key.Key_Backspace


@pytest.fixture
def finder(qtbot: QtBot) -> OutcomeFinder:
    made = OutcomeFinder(2025)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("outcome", [one for one in OUTCOMES.slugs if one != WITHDRAWN])
def test_every_outcome_is_taken_over_by_its_keys_and_enter(
    outcome: str, finder: OutcomeFinder, qtbot: QtBot
) -> None:
    taken: list[tuple[str, str]] = []
    finder.taken.connect(lambda found, reason: taken.append((found, reason)))
    keys(finder, "".join(option.key for option in path_to(outcome)))
    assert finder.ui.label_outcome.text() == OUTCOMES.label_of(outcome)
    assert finder.ui.label_row.text().startswith("2025年统计表：（")
    assert finder.ui.label_source.text()
    if finder.ui.reason.isVisible():
        keys(finder, "告知通过登记查询办理")
        press(finder, ENTER)
        assert taken == [(outcome, "告知通过登记查询办理")]
    else:
        assert finder.ui.take_over.text() == "采用（Enter）"
        keys(finder, ENTER)
        assert taken == [(outcome, "")]
    assert not finder.isVisible()


def test_a_wrong_answer_is_taken_back(finder: OutcomeFinder) -> None:
    keys(finder, "2")
    asked = finder.ui.label_question.text()
    keys(finder, BACK)
    assert finder.ui.label_question.text() != asked
    assert not finder.ui.label_path.isVisible()
    keys(finder, "9", BACK)
    assert finder.path == []
    assert not finder.ui.take_over.isEnabled()


def test_an_answer_is_chosen_with_the_arrows_too(finder: OutcomeFinder) -> None:
    keys(finder, Qt.Key.Key_Down, ENTER)
    assert finder.ui.label_path.text() == "无法提供"


def test_the_reason_of_other_is_asked_for_and_digits_belong_to_it(
    finder: OutcomeFinder,
) -> None:
    taken: list[tuple[str, str]] = []
    finder.taken.connect(lambda found, reason: taken.append((found, reason)))
    keys(finder, "".join(option.key for option in path_to("closed_other")))
    assert finder.ui.take_over.text() == "采用（Ctrl+Enter）"
    press(finder, ENTER)
    assert finder.isVisible()
    assert finder.ui.reason.property("finding") == "error"
    compose(finder.ui.reason, "zhuan")
    press(finder, ENTER)
    assert taken == []
    keys(finder, "转办12")
    press(finder, ENTER)
    assert taken == [("closed_other", "转办12")]


def test_a_withdrawal_is_no_reply(finder: OutcomeFinder) -> None:
    keys(finder, "".join(option.key for option in path_to(WITHDRAWN)), ENTER)
    assert finder.isVisible()
    assert "申请人撤回" in finder.ui.label_notes.text()


def test_an_outcome_is_placed_in_the_table_of_its_year() -> None:
    assert row_of_outcome("refused_privacy", 2025) == "（三）不予公开 › 4.保护第三方合法权益"
    assert row_of_outcome("closed_unpaid", 2020) == "（六）其他处理"
    assert row_of_outcome("granted", 2009) == ""
    assert counted_words("partial", 2025).endswith("\n依据：条例第三十七条")
    assert "条例" not in counted_words("partial", 2015)


@pytest.mark.parametrize("year", [2019, 2021, 2025])
def test_every_outcome_has_a_row(year: int) -> None:
    assert all(row_of_outcome(outcome, year) for outcome in OUTCOMES.slugs)
