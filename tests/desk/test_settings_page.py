"""Settings: departments by keys, the look of this computer, and the ways to the menus."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.departments import departments
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.desk import file_choice, look, machine_settings
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.department_edit import DepartmentEdit
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.pages.office_page import OfficePage
from disclosure_desk.desk.pages.settings_page import SettingsPage
from disclosure_desk.records.cards import Card
from tests.desk.conftest import CLERK
from tests.desk.keyboard import CTRL, commit, form_over


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsPage:
    """Settings of an office with two departments, on a computer that remembers in a file."""
    kept = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(machine_settings, "store", lambda: kept)
    with desk.database.writing(CLERK) as session:
        for number, name in (("1", "办公室"), ("2", "水资源股")):
            card = {"number": number, "title": "通知", "made_on": date(2025, 3, 4)}
            add_record(session, "publication", card | {"department": name})
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    return made


def names(page: SettingsPage) -> list[str]:
    with page.desk.database.reading() as session:
        return [one.name for one in departments(session)]


def test_a_department_is_entered_and_changed_by_keys(page: SettingsPage, qtbot: QtBot) -> None:
    page.tabs.setCurrentIndex(1)
    part = page.departments
    part.ui.add_department.click()
    form = form_over(part, DepartmentEdit, qtbot)
    commit(form.ui.name, "河湖股")
    commit(form.ui.liaison, "周砚清")
    QTest.keyClick(form.ui.liaison, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: names(page) == ["办公室", "水资源股", "河湖股"])
    qtbot.waitUntil(lambda: part.ui.departments.model().rowCount() == 3)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    part.ui.departments.setFocus()
    part.ui.departments.selectRow(1)
    QTest.keyClick(part.ui.departments, Qt.Key.Key_Return)
    form = form_over(part, DepartmentEdit, qtbot)
    form.ui.out_of_use_since.setText("13月")
    form.save()
    assert form.isVisible()
    form.ui.out_of_use_since.setText("2025-06-01")
    form.ui.name.setText("水资源管理股")
    form.save()
    qtbot.waitUntil(lambda: "水资源管理股" in names(page))
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)
    model = part.ui.departments.model()
    assert [model.index(1, column).data() for column in (0, 3, 4)] == [
        *("水资源管理股", "1", "2025-06-01")
    ]


def test_departments_are_moved_and_merged(page: SettingsPage, qtbot: QtBot) -> None:
    part = page.departments
    part.ui.departments.selectRow(1)
    part.ui.move_up.click()
    qtbot.waitUntil(lambda: names(page) == ["水资源股", "办公室"])
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)
    assert part.ui.departments.selected_row() == 0
    assert not part.ui.move_up.isEnabled()
    part.ui.merge_department.click()
    (ask,) = part.findChildren(QInputDialog)
    assert ask.comboBoxItems() == ["办公室"]
    ask.setTextValue("办公室")
    ask.accept()
    qtbot.waitUntil(lambda: names(page) == ["办公室"])
    qtbot.waitUntil(lambda: not page.desk.jobs.busy)
    assert part.ui.departments.model().index(0, 3).data() == "2"


def test_this_computer_keeps_its_choices(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    worn: list[str] = []
    monkeypatch.setattr(look, "wear", lambda *_told: worn.append(look.font_size()))
    ui = page.computer.ui
    ui.font_size.setCurrentIndex(ui.font_size.findData("large"))
    assert worn == ["large"]
    ui.opens_last.setChecked(False)
    assert machine_settings.OPENS_LAST.value() == "no"
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(tmp_path))
    ui.choose_backups.click()
    assert ui.backups.text() == machine_settings.BACKUP_FOLDER.value() == str(tmp_path)
    with qtbot.waitSignal(page.step_wanted) as wanted:
        ui.back_up.click()
    assert wanted.args == ["back_up"]


def test_a_new_item_is_proposed_the_index_number_of_the_pattern(desk: Desk, qtbot: QtBot) -> None:
    with desk.database.writing(CLERK) as session:
        pattern = {"credit_code": "11341122003012345A", "index_pattern": "【代码】/【年】-【序号】"}
        change_record(session, "office", the_office(session).id, pattern)
    form = PublicationEdit(desk, None)
    qtbot.addWidget(form)
    assert form.binder.values()["index_number"] == "11341122003012345A/2025-00001"
    assert not form.binder.is_unsaved


def test_an_address_and_a_code_that_look_mistyped_are_told_but_kept(
    desk: Desk, qtbot: QtBot
) -> None:
    with desk.database.writing(desk.actor) as session:
        wrong: Card = {"email": "zwgk@example", "credit_code": "91350100M000100Y44"}
        change_record(session, "office", the_office(session).id, wrong)
    page = OfficePage(desk)
    qtbot.addWidget(page)
    page.load()
    told = page.ui.label_notes.text()
    assert "不像邮箱地址" in told
    assert "末位是校验码" in told
    with desk.database.writing(desk.actor) as session:
        right: Card = {"email": "zwgk@example.gov.cn", "credit_code": "91350100M000100Y43"}
        change_record(session, "office", the_office(session).id, right)
    page.load()
    assert page.ui.label_notes.text() == ""


def test_ctrl_tab_leads_to_the_first_field_of_the_next_tab(
    page: SettingsPage, qtbot: QtBot
) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    assert page.office.ui.name.hasFocus()
    firsts = [page.departments.ui.departments, page.people.ui.people, page.security.ui.encrypt]
    for first in firsts:
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab, CTRL)
        assert first.hasFocus()
