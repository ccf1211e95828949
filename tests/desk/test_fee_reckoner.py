"""信息处理费: by items or by pages, with the sum line by line."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.fee_reckoner import FeeReckoner
from disclosure_desk.records.cards import Card

CTRL = Qt.KeyboardModifier.ControlModifier


def shown(form: FeeReckoner, qtbot: QtBot) -> FeeReckoner:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def stored_request(desk: Desk, number: str, received: date) -> int:
    card: Card = {
        "number": number,
        "received_on": received,
        "received_via": "letter",
        "applicant_kind": "natural",
        "applicant_name": "周大勇",
        "content": f"第{number}号申请的内容",
    }
    with desk.database.writing(desk.actor) as session:
        return add_record(session, "request", card).record_id


def test_the_fee_appears_while_the_number_is_typed(desk: Desk, qtbot: QtBot) -> None:
    form = shown(FeeReckoner(desk), qtbot)
    assert form.ui.number.hasFocus()
    assert form.ui.label_fee.text() == "信息处理费：—"
    assert not form.ui.copy_sums.isEnabled()
    QTest.keyClicks(form.ui.number, "47")
    assert form.ui.label_fee.text() == "信息处理费：6,100元"
    assert form.ui.sums.toPlainText().splitlines() == [
        "1—10件：不收费",
        "11—30件：20件×100元＝2000元",
        "31—40件：10件×200元＝2000元",
        "41—47件：7件×300元＝2100元",
        "合计6100元",
        "依据：国办函〔2020〕109号第四条",
    ]


def test_a_digit_chooses_pages(desk: Desk, qtbot: QtBot) -> None:
    form = shown(FeeReckoner(desk), qtbot)
    QTest.keyClicks(form.ui.number, "47")
    QTest.keyClick(form.ui.number, Qt.Key.Key_Up)
    assert form.ui.basis.hasFocus()
    QTest.keyClick(form.ui.basis, Qt.Key.Key_2)
    assert form.ui.label_number.text() == "页数"
    assert form.ui.label_fee.text() == "信息处理费：170元"
    assert "依据：国办函〔2020〕109号第五条" in form.ui.sums.toPlainText()


def test_tab_follows_the_page(desk: Desk, qtbot: QtBot) -> None:
    form = shown(FeeReckoner(desk, stored_request(desk, "2025-001", date(2025, 9, 1))), qtbot)
    QTest.keyClicks(form.ui.number, "47")
    for widget in (form.ui.sums, form.ui.copy_sums, form.ui.use_fee, form.ui.leave, form.ui.basis):
        focused = form.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        assert widget.hasFocus(), widget.objectName()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


@pytest.mark.parametrize("typed", ["-1", "1.5", "许多", "9999999999"])
def test_what_is_no_number_of_items_gives_a_sentence_and_no_fee(
    desk: Desk, qtbot: QtBot, typed: str
) -> None:
    form = shown(FeeReckoner(desk, stored_request(desk, "2025-001", date(2025, 9, 1))), qtbot)
    form.ui.number.setText(typed)
    assert form.ui.label_problem.text().endswith("。")
    assert form.ui.label_fee.text() == "信息处理费：—"
    assert not form.ui.use_fee.isEnabled()
    QTest.keyClick(form.ui.number, Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def test_the_sum_can_be_copied(desk: Desk, qtbot: QtBot) -> None:
    form = shown(FeeReckoner(desk), qtbot)
    QTest.keyClicks(form.ui.number, "12")
    form.ui.copy_sums.setFocus()
    QTest.keyClick(form.ui.copy_sums, Qt.Key.Key_Space)
    assert QGuiApplication.clipboard().text().splitlines() == [
        "信息处理费（按件计收，12件）：200元",
        "1—10件：不收费",
        "11—12件：2件×100元＝200元",
        "合计200元",
        "依据：国办函〔2020〕109号第四条",
    ]
    assert form.ui.copy_sums.text() == "已复制"


def test_for_a_request_it_says_how_often_was_asked_and_hands_the_fee_back(
    desk: Desk, qtbot: QtBot
) -> None:
    stored_request(desk, "2025-001", date(2025, 9, 1))
    request_id = stored_request(desk, "2025-002", date(2025, 9, 10))
    stored_request(desk, "2025-003", date(2025, 8, 29))
    form = shown(FeeReckoner(desk, request_id), qtbot)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.waitUntil(form.ui.label_applicant.isVisible)
    assert form.ui.label_applicant.text() == "周大勇在2025年9月共登记了2件申请。"
    QTest.keyClicks(form.ui.number, "12")
    with qtbot.waitSignal(form.reckoned) as told:
        QTest.keyClick(form.ui.number, Qt.Key.Key_Return, CTRL)
    assert told.args == ["items", 12, 200]
    assert not form.isVisible()


def test_without_a_request_nothing_is_handed_back(qtbot: QtBot) -> None:
    form = shown(FeeReckoner(None), qtbot)
    QTest.keyClicks(form.ui.number, "12")
    assert not form.ui.use_fee.isVisible()
    with qtbot.assertNotEmitted(form.reckoned):
        QTest.keyClick(form.ui.number, Qt.Key.Key_Return, CTRL)
    assert form.isVisible()
