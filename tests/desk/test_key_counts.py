"""How many keys a record takes, beside its texts, with real key events."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.pins import Pins
from disclosure_desk.desk.widgets.quick_entry import QuickEntry
from disclosure_desk.records.cards import card_of
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from tests.desk.form_tests import CTRL, Show, settle, show
from tests.desk.keyboard import ENTER, commit
from tests.desk.test_quick_entry import LINE, entry

__all__ = ["entry", "show"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


class Typist:
    """Types into whichever field has the keys; words come from an input method, keys count."""

    def __init__(self, form: QWidget) -> None:
        self._form = form
        self.keys = 0

    def words(self, text: str) -> None:
        commit(self._form.focusWidget(), text)

    def press(self, *pressed: str | Qt.Key) -> None:
        for one in pressed:
            if isinstance(one, str):
                QTest.keyClicks(self._form.focusWidget(), one)
                self.keys += len(one)
            else:
                QTest.keyClick(self._form.focusWidget(), one)
                self.keys += 1

    def save_and_next(self) -> None:
        QTest.keyClick(self._form.focusWidget(), ENTER, CTRL)
        self.keys += 1


def test_an_item_with_pins_takes_its_title_and_at_most_six_keys(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    Pins(desk, "publication", PublicationEdit.pins).remember(
        {
            "made_on": "2025-09-26 周五",
            "published_on": "2025-09-30 周二",
            "category": "科技项目",
            "channels": ["政府网站", "政务微信"],
            "department": "办公室",
        }
    )
    form = show(PublicationEdit)
    typist = Typist(form)
    typist.words("关于印发科技计划管理办法的通知")
    typist.press(ENTER, "0929")  # its own day; all else is pinned
    typist.save_and_next()
    assert typist.keys <= 6
    qtbot.waitUntil(lambda: form.ui.title.text() == "")
    typist.words("关于申报科技项目的通知")
    typist.save_and_next()
    assert typist.keys <= 7
    settle(desk, qtbot)
    with desk.database.reading() as session:
        first, second = (card_of(one) for one in session.query(Publication).order_by("id"))
    assert first["made_on"] == second["made_on"] == date(2025, 9, 29)
    assert second["published_on"] == date(2025, 9, 30)
    assert second["channels"] == ("政府网站", "政务微信")
    assert (second["category"], second["department"]) == ("科技项目", "办公室")


def test_a_request_is_saved_first_with_fewer_than_sixty_keys_beside_its_texts(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(RequestEdit)
    typist = Typist(form)
    typist.press("0926", ENTER, "4", ENTER)
    typist.words("周大勇")
    typist.press(ENTER, "1", ENTER)
    typist.words("2024年农业科技奖补资金发放名单")
    typist.press(Qt.Key.Key_Tab)
    typist.words("纸质邮寄")
    typist.press(ENTER, "13900000000", ENTER)
    typist.words("示例县向阳路1号")
    typist.press(ENTER, ENTER, ENTER)
    typist.words("办公室")
    typist.save_and_next()
    assert typist.keys < 60
    qtbot.waitUntil(lambda: form.ui.applicant_name.text() == "")
    settle(desk, qtbot)
    with desk.database.reading() as session:
        card = card_of(session.query(Request).one())
    assert card == {
        "number": "2025-001",
        "received_on": date(2025, 9, 26),
        "received_via": "letter",
        "applicant_name": "周大勇",
        "applicant_kind": "natural",
        "content": "2024年农业科技奖补资金发放名单",
        "delivery_wanted": "纸质邮寄",
        "phone": "13900000000",
        "address": "示例县向阳路1号",
        "department": "办公室",
    }


def test_the_quick_line_takes_its_text_and_one_key(
    entry: QuickEntry, desk: Desk, qtbot: QtBot
) -> None:
    typist = Typist(entry.window())
    typist.words(LINE)
    with qtbot.waitSignal(entry.saved):
        typist.press(ENTER)
    assert typist.keys == 1
    typist.words(LINE.replace("防汛", "抗旱").replace("第7号", "第8号"))
    with qtbot.waitSignal(entry.saved):
        typist.save_and_next()
    assert typist.keys == 2
    settle(desk, qtbot)
    with desk.database.reading() as session:
        titles = [one.title for one in session.query(Publication).order_by("id")]
    assert titles[-2:] == ["关于防汛的公告", "关于抗旱的公告"]


def test_the_nine_fields_of_a_request_follow_the_letter(show: Show) -> None:
    form = show(RequestEdit)
    walked = []
    for _ in range(11):
        walked.append(form.binder.field_with_keys())
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_Tab)
    assert list(dict.fromkeys(walked))[:9] == [
        "received_on",
        "received_via",
        "applicant_name",
        "applicant_kind",
        "content",
        "delivery_wanted",
        "phone",
        "address",
        "id_number",
    ]
