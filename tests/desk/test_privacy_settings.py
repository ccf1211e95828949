"""设置—个人信息: the period, the list of what is past it, the clearing, and the copy."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.pages.privacy_settings import PrivacySettings
from disclosure_desk.records.cards import Card
from disclosure_desk.records.office import Office
from disclosure_desk.records.personal import CLEARED
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.today import agenda
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.own_calendars import calendar_in_use
from tests.desk.keyboard import form_over, keys

TODAY = date(2025, 9, 30)
REQUEST: Card = {
    "number": "2019-001",
    "received_on": date(2019, 9, 2),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "phone": "13900000001",
    "content": "奖补资金的发放名单",
}
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PrivacySettings]:
    with desk.database.writing(desk.actor) as session:
        key = add_record(session, "request", REQUEST, today=TODAY).record_id
        told = {"happened_on": date(2019, 9, 20), "outcome": "granted"}
        add_event(session, key, "reply", told, today=TODAY)
    page = PrivacySettings(desk)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(lambda: page.ui.label_due.text() != "")
    yield page
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def rows(page: PrivacySettings) -> list[str]:
    return [page.model.index(row, 0).data() for row in range(page.model.rowCount())]


def keep_period(page: PrivacySettings, years: str, qtbot: QtBot) -> None:
    page.ui.years.setFocus()
    page.ui.years.selectAll()
    keys(page, years)
    page.ui.save_period.click()
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)


def applicant(desk: Desk) -> str | None:
    with desk.database.reading() as session:
        return session.scalars(select(Request)).one().applicant_name


def test_without_a_period_nothing_is_listed(page: PrivacySettings) -> None:
    assert page.ui.label_due.text() == "没有设置保存期限。"
    assert rows(page) == []
    assert not page.ui.clear.isEnabled()


def test_the_period_is_kept_and_lists_what_is_past_it(
    page: PrivacySettings, desk: Desk, qtbot: QtBot
) -> None:
    keep_period(page, "5", qtbot)
    qtbot.waitUntil(lambda: rows(page) == ["2019-001"])
    assert "1件申请办结已满5年" in page.ui.label_due.text()
    keep_period(page, "10", qtbot)
    qtbot.waitUntil(lambda: rows(page) == [])
    with desk.database.reading() as session:
        assert session.scalars(select(Office.retention_years)).one() == 10


@pytest.mark.parametrize(("years", "words"), [("五", "整数"), ("0", "1到100年")])
def test_what_is_no_period_is_told(
    page: PrivacySettings,
    desk: Desk,
    qtbot: QtBot,
    failures: list[Exception],
    years: str,
    words: str,
) -> None:
    page.ui.years.set_value(None)
    page.ui.years.setText(years)
    page.ui.save_period.click()
    if years == "0":
        box = form_over(page, QMessageBox, qtbot)
        assert words in box.text()
        box.done(0)
    else:
        assert words in page.ui.label_due.text()
    with desk.database.reading() as session:
        assert session.scalars(select(Office.retention_years)).one() is None


def test_clearing_asks_once_more_and_says_what_cannot_be_taken_back(
    page: PrivacySettings, desk: Desk, qtbot: QtBot
) -> None:
    keep_period(page, "5", qtbot)
    qtbot.waitUntil(lambda: rows(page) == ["2019-001"])
    page.ui.clear.click()
    box = form_over(page, QMessageBox, qtbot)
    assert "不能恢复" in box.informativeText()
    assert "备份" in box.informativeText()
    QTest.keyClick(box, Qt.Key.Key_Return)  # the way out is the default
    qtbot.waitUntil(lambda: not page.findChildren(QMessageBox))
    assert applicant(desk) == "周大勇"
    page.ui.clear.click()
    box = form_over(page, QMessageBox, qtbot)
    with qtbot.waitSignal(desk.noticed, timeout=30_000) as noticed:
        next(one for one in box.buttons() if one.text() == "清除").click()
    assert noticed.args == ["已清除1件申请的个人信息。"]
    assert applicant(desk) == CLEARED
    qtbot.waitUntil(lambda: rows(page) == [])


def test_the_first_page_tells_of_what_is_past_the_period(
    page: PrivacySettings, desk: Desk, qtbot: QtBot
) -> None:
    def told() -> list[str]:
        with desk.database.reading() as session:
            groups = agenda(session, calendar_in_use(), TODAY).groups
            return [one.items[0].title for one in groups if one.slug == "retention"]

    assert told() == []
    keep_period(page, "5", qtbot)
    assert told() == ["1件申请的个人信息超过保存期限"]


def test_a_copy_without_persons_is_saved_where_it_was_asked_for(
    page: PrivacySettings,
    desk: Desk,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chosen = str(tmp_path / "培训用.db")
    monkeypatch.setattr(file_choice, "file_to_save", lambda *_, **__: chosen)
    with qtbot.waitSignal(desk.noticed, timeout=30_000) as noticed:
        page.ui.save_copy.click()
    assert noticed.args == ["已另存脱敏副本“培训用.db”，各年统计表与原来一致。"]
    copy = open_database(chosen)
    with copy.reading() as session:
        assert session.scalars(select(Request.applicant_name)).one() == "申请人甲"
    copy.close()


def test_the_menu_leads_to_the_copy(
    desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_choice, "file_to_save", lambda *_, **__: "")
    window = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    assert not window.ui.save_deidentified.isEnabled()
    assert desk.database.path is not None
    window.open_place(str(desk.database.path))
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy)
    window.ui.save_deidentified.trigger()
    settings = window.page("settings")
    assert settings.tabs.currentWidget().widget() is settings.privacy
    window.close()
