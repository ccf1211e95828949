"""Keys that come while a form is being saved go to the record that comes next."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.records.publication import Publication
from tests.desk.form_tests import CTRL, Show, drafts, settle, show, stored
from tests.desk.keyboard import ENTER, commit, compose, press

__all__ = ["show"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_the_next_title_is_typed_before_the_last_item_is_kept(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(PublicationEdit)
    form.ui.title.setFocus()
    commit(form.ui.title, "第一条")
    form.ui.made_on.set_value(date(2025, 9, 1))
    press(form, ENTER)
    compose(form.focusWidget(), "dier")
    commit(form.focusWidget(), "第二条")
    QTest.keyClicks(form.focusWidget(), "ab")
    settle(desk, qtbot)
    assert form.record_id is None
    assert form.ui.title.text() == "第二条ab"
    with desk.database.reading() as session:
        assert [one.title for one in session.query(Publication)] == ["第一条"]


def test_what_is_typed_during_ctrl_s_stays_in_the_form_and_becomes_a_draft(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    record = stored(desk, "publication", {"title": "旧题", "made_on": date(2025, 9, 1)})
    form = show(PublicationEdit, record)
    form.ui.title.setFocus()
    form.ui.title.end(False)
    commit(form.ui.title, "改")
    press(form, Qt.Key.Key_S)
    QTest.keyClicks(form.focusWidget(), "xy")
    settle(desk, qtbot)
    assert form.ui.title.text() == "旧题改xy"
    qtbot.waitUntil(lambda: [one.typed for one in drafts(desk)] == [{"title": "旧题改xy"}])
    with desk.database.reading() as session:
        assert [one.title for one in session.query(Publication)] == ["旧题改"]


def test_what_is_typed_after_closing_an_old_record_goes_nowhere(
    desk: Desk, show: Show, qtbot: QtBot
) -> None:
    record = stored(desk, "publication", {"title": "旧题", "made_on": date(2025, 9, 1)})
    form = show(PublicationEdit, record)
    form.ui.title.setFocus()
    form.ui.title.selectAll()
    commit(form.ui.title, "新题")
    press(form, ENTER)
    QTest.keyClicks(form.focusWidget(), "xy")
    assert form.ui.title.text() == "新题"
    settle(desk, qtbot)
    assert not form.isVisible()
    assert drafts(desk) == []
    with desk.database.reading() as session:
        assert [one.title for one in session.query(Publication)] == ["新题"]


@pytest.mark.parametrize("field", ["applicant_name", "content", "received_on"])
def test_alt_and_a_digit_write_nothing_into_a_field(show: Show, field: str) -> None:
    form = show(RequestEdit)
    widget = form.binder.widgets[field]
    widget.setFocus()
    before = widget.typed()
    QTest.keyClick(widget, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert widget.typed() == before
    QTest.keyClick(widget, Qt.Key.Key_3, CTRL | Qt.KeyboardModifier.AltModifier)
