"""What the sheet of keys says holds."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.dialogs.key_sheet import KeySheet
from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.terms import Terms


def choice_box(qtbot: QtBot, choices: Terms | None) -> ChoiceBox:
    box = ChoiceBox()
    qtbot.addWidget(box)
    assert choices is not None
    box.offer(choices)
    box.show()
    return box


# The offscreen platform says these of every opened list.
@pytest.mark.qt_log_ignore("does not support (raise|grabbing)", extend=True)
def test_digits_choose_in_the_lists_that_the_sheet_names(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    sheet = KeySheet(window)
    assert "不超过9项的选择框里" in sheet.text.toPlainText()
    assert "按Alt+↓打开" in sheet.text.toPlainText()
    sheet.close()
    for kind in ("publication", "request", "dispute"):
        for field in FIELDS[kind].values():
            if field.choices is None:
                continue
            box = choice_box(qtbot, field.choices)
            QTest.keyClick(box, Qt.Key.Key_1)
            chosen = field.choices.slugs[0] if len(field.choices.slugs) <= 9 else None
            assert box.value() == chosen, field.label
    outcomes = choice_box(qtbot, FIELDS["request"]["outcome"].choices)
    QTest.keyClick(outcomes, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert outcomes.view().isVisible()
    outcomes.hidePopup()
