"""What another program writes appears in open pages; an open form is told, and left alone."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.desk import live_refresh
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.live_refresh import LiveRefresh
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import row_of
from disclosure_desk.faults import Fault
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.newest_lines import newest_line
from tests.desk.form_tests import Show, settle, show, stored
from tests.desk.keyboard import compose

__all__ = ["show"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OTHER = Actor("周砚清", "窗口电脑")
ITEM: Card = {"number": "2025-001", "title": "绿化通知", "made_on": date(2025, 3, 3)}
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 6, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
}


@pytest.fixture
def beside(database: Database) -> Iterator[Database]:
    """Another program at the same office."""
    opened = open_database(str(database.path))
    yield opened
    opened.close()


@pytest.fixture
def refresh(desk: Desk) -> LiveRefresh:
    """Looks only when it is told to."""
    made = LiveRefresh(desk)
    with desk.database.reading() as session:
        made.follow(desk, newest_line(session))
    made._timer.stop()
    return made


@pytest.fixture
def look(desk: Desk, refresh: LiveRefresh, qtbot: QtBot) -> Callable[[], None]:
    def looked() -> None:
        refresh.look()
        settle(desk, qtbot)

    return looked


def test_pages_hear_of_what_another_program_wrote_and_of_nothing_else(
    desk: Desk, beside: Database, look: Callable[[], None], qtbot: QtBot
) -> None:
    heard: list[frozenset[str]] = []
    told: list[str] = []
    desk.changed.connect(lambda kinds, _who: heard.append(kinds))
    desk.noticed.connect(told.append)
    stored(desk, "publication", ITEM)
    look()
    assert heard == []
    with beside.writing(OTHER) as session:
        add_record(session, "request", REQUEST)
    look()
    assert heard == [frozenset({"request"})]
    assert told == ["周砚清刚保存了改动，页面已更新。"]
    look()
    assert len(heard) == 1


def test_an_open_form_says_that_its_record_was_changed_and_keeps_what_is_typed(
    desk: Desk, beside: Database, show: Show, look: Callable[[], None], qtbot: QtBot
) -> None:
    record_id = stored(desk, "publication", ITEM)
    other_id = stored(desk, "publication", {**ITEM, "number": "2025-002", "title": "另一条"})
    form = show(PublicationEdit, record_id)
    form.ui.title.setText("我正在改")
    look()
    with beside.writing(OTHER) as session:
        change_record(session, "publication", other_id, {"note": "别的"})
    look()
    assert not form.offer.bar.isVisible()
    with beside.writing(OTHER) as session:
        change_record(session, "publication", record_id, {"note": "窗口核过"})
    look()
    settle(desk, qtbot)
    assert form.offer.bar.isVisible()
    words = form.offer.bar.words.text()
    assert words.startswith("此记录已被周砚清（")
    assert "“备注”" in words
    assert form.ui.title.value() == "我正在改"
    with beside.writing(OTHER) as session:
        remove_record(session, "publication", record_id, "录错")
    look()
    settle(desk, qtbot)
    assert "删除" in form.offer.bar.words.text()
    assert form.ui.title.value() == "我正在改"


def test_a_step_of_another_stands_in_the_open_request_at_once(
    desk: Desk, beside: Database, show: Show, look: Callable[[], None], qtbot: QtBot
) -> None:
    record_id = stored(desk, "request", REQUEST)
    form = show(RequestEdit, record_id)
    look()
    with beside.writing(OTHER) as session:
        told: Card = {"happened_on": date(2025, 6, 5)}
        add_event(session, record_id, "delivery", told, today=desk.today())
    look()
    settle(desk, qtbot)
    assert [one.kind for one in form.steps.events] == ["delivery"]


def test_nothing_is_shown_anew_while_a_word_is_being_composed(
    desk: Desk,
    beside: Database,
    show: Show,
    refresh: LiveRefresh,
    look: Callable[[], None],
    qtbot: QtBot,
) -> None:
    heard: list[frozenset[str]] = []
    desk.changed.connect(lambda kinds, _who: heard.append(kinds))
    form = show(PublicationEdit)
    form.ui.title.setFocus()
    compose(form.ui.title, "lv hua")
    with beside.writing(OTHER) as session:
        add_record(session, "request", REQUEST)
    look()
    assert heard == []
    compose(form.ui.title, "")
    look()
    assert heard == [frozenset({"request"})]


def test_a_server_that_does_not_answer_is_told_of_once_and_when_it_is_back(
    desk: Desk,
    refresh: LiveRefresh,
    look: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    refresh.lost.connect(told.append)
    refresh.found.connect(lambda: told.append("back"))

    def fail(*_: object) -> None:
        raise Fault("连接不上数据库“示例”，请检查地址、网络和账号。")

    with monkeypatch.context() as broken:
        broken.setattr("disclosure_desk.storage.newest_lines.news_since", fail)
        look()
        look()
    look()
    assert told == ["连接不上数据库“示例”，请检查地址、网络和账号。", "back"]


def test_the_list_in_view_takes_in_what_another_program_wrote_and_keeps_its_place(
    database: Database,
    beside: Database,
    qtbot: QtBot,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(live_refresh, "LOOK_MS", 50)
    with beside.writing(OTHER) as session:
        for each in range(60):
            card = {**ITEM, "number": f"2025-{each:03d}", "title": f"第{each}条"}
            last = add_record(session, "publication", card).record_id
    window = MainWindow(today=lambda: date(2025, 9, 30))
    qtbot.addWidget(window)
    window.show()
    window.open_place(str(database.path))
    qtbot.waitUntil(lambda: window.desk is not None)
    window.ui.rail.setCurrentRow(row_of("publication"))
    page = window.page("publication")
    qtbot.waitUntil(lambda: page.model.rowCount() == 60)
    page.show_record(last - 40)
    qtbot.waitUntil(lambda: page.selected_id() == last - 40)
    place = page.ui.table.rowViewportPosition(page._current_row())
    with beside.writing(OTHER) as session:
        add_record(session, "publication", {**ITEM, "number": "2025-900", "title": "新来的"})
    qtbot.waitUntil(lambda: page.model.rowCount() == 61)
    qtbot.waitUntil(lambda: page.selected_id() == last - 40)
    assert page.ui.table.rowViewportPosition(page._current_row()) == place
    page.ui.table.selectAll()
    with beside.writing(OTHER) as session:
        add_record(session, "publication", {**ITEM, "number": "2025-901", "title": "又一条"})
    qtbot.waitUntil(lambda: page._is_stale)
    assert page.view.has_several_marked()  # what is marked for a change of many stays marked
    page.ui.table.selectRow(3)
    qtbot.waitUntil(lambda: page.model.rowCount() == 62)
    qtbot.waitUntil(lambda: "周砚清" in window.ui.status_bar.currentMessage())
    window.close()
