"""The second place of backups on the desk: copied behind the window, and told when it is old."""

# ruff: noqa: DTZ001  # the clock on the wall

import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from platform import node

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import file_choice, machine_settings
from disclosure_desk.desk.backup_state import Kept
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.pages.computer_settings import ComputerSettings
from disclosure_desk.desk.pages.today_page import TodayPage
from disclosure_desk.desk.second_place import SecondPlace
from disclosure_desk.storage import second_place as storage_module
from disclosure_desk.storage.backup import backups_in
from disclosure_desk.storage.second_place import copy_to_second_place

NOW = datetime(2025, 9, 30, 9, 12)
DAY = timedelta(days=1)


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(founded_file, tmp_path / "office.db"))


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A stick that is chosen as the second place."""
    folder = tmp_path / "U盘"
    folder.mkdir()
    machine_settings.SECOND_FOLDER.keep(str(folder))
    return folder


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(today=lambda: NOW.date())
    made.backups.now = lambda: NOW
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def opened(window: MainWindow, place: Path, qtbot: QtBot) -> None:
    window.open_place(str(place))
    qtbot.waitUntil(lambda: window.desk is not None and is_quiet(window))


def is_quiet(window: MainWindow) -> bool:
    return not window.jobs.busy and not window.backups.busy


def told(window: MainWindow) -> str:
    label = window.ui.status_bar.findChild(QLabel, "label_backup")
    assert label is not None
    return label.text().strip()


def today_page(window: MainWindow) -> TodayPage:
    page = window.page("today")
    assert isinstance(page, TodayPage)
    return page


def test_a_stick_gets_its_copy_once_a_day_and_after_changes(
    window: MainWindow, office: Path, stick: Path, qtbot: QtBot
) -> None:
    opened(window, office, qtbot)
    opened(window, office, qtbot)
    (copy,) = backups_in(stick)
    assert copy.automatic
    assert copy.subject == f"示例县科学技术局-office@{node()[:12]}"
    assert told(window) == "上次备份：今天 09:12"
    assert today_page(window).ui.label_warning.isHidden()
    assert window.desk is not None
    card = {"title": "通知", "made_on": date(2025, 9, 30)}
    window.desk.run(lambda session: add_record(session, "publication", card))
    qtbot.waitUntil(lambda: is_quiet(window))
    window.backups.now = lambda: NOW + timedelta(hours=8)
    window.close()
    assert [one.made_at.hour for one in backups_in(stick)] == [17, 9]


def test_a_stick_in_the_drawer_is_no_fault_but_ages(
    window: MainWindow, office: Path, stick: Path, qtbot: QtBot
) -> None:
    opened(window, office, qtbot)
    drawer = stick.rename(stick.with_name("抽屉"))
    for days, is_old in ((5, False), (8, True)):
        window.backups.now = lambda days=days: NOW + days * DAY
        opened(window, office, qtbot)
        assert not stick.exists()
        warning = today_page(window).ui.label_warning
        assert warning.isHidden() is not is_old
    assert told(window).endswith("；第二处：9月30日（8天前），请接好U盘或共享")
    assert warning.text() == f"第二处最新的备份是8天前的，请接好“{stick}”所在的U盘或共享。"
    assert len(backups_in(office.parent / "备份")) == 3
    # It is put in while the window stays open.
    drawer.rename(stick)
    window.backups.clock.timeout.emit()
    qtbot.waitUntil(lambda: is_quiet(window))
    assert backups_in(stick)[0].made_at == NOW + 8 * DAY
    assert told(window) == "上次备份：今天 09:12"
    assert warning.isHidden()


def test_a_window_left_open_overnight_makes_the_backups_of_the_new_day(
    window: MainWindow, office: Path, stick: Path, qtbot: QtBot
) -> None:
    opened(window, office, qtbot)
    window.backups.now = lambda: NOW + DAY
    window.backups.clock.timeout.emit()
    qtbot.waitUntil(lambda: is_quiet(window))
    for folder in (stick, office.parent / "备份"):
        assert [one.made_at for one in backups_in(folder)] == [NOW + DAY, NOW]


def test_what_goes_wrong_there_is_told_and_holds_up_nobody(
    window: MainWindow, office: Path, stick: Path, qtbot: QtBot
) -> None:
    copy_to_second_place(office, stick, now=NOW - 3 * DAY, computer=node())
    office_content = office.read_bytes()
    opened(window, office, qtbot)
    shutil.rmtree(stick)
    stick.mkdir()
    stick.joinpath("占着.txt").write_text("x")
    window.backups.now = lambda: NOW + DAY

    def full(*_words: object, **_more: object) -> None:
        raise storage_module.Fault(f"磁盘已满，没有保存到“{stick}”，请清理磁盘后再试。")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(storage_module, "automatic_backup", full)
        window.backups.clock.timeout.emit()
        qtbot.waitUntil(lambda: is_quiet(window))
    assert told(window) == "上次备份：今天 09:12；第二处没有备份成功"
    warning = today_page(window).ui.label_warning.text()
    assert warning.startswith("第二处没有备份成功：磁盘已满")
    assert [one.name for one in stick.iterdir()] == ["占着.txt"]
    assert office.stat().st_size >= len(office_content)


def test_the_second_place_and_its_days_are_chosen_in_the_settings(
    window: MainWindow, office: Path, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, office, qtbot)
    page = window.page("settings").computer
    assert isinstance(page, ComputerSettings)
    assert not page.ui.second_days.isEnabled()
    assert page.ui.second_days.currentText() == "7天"
    share = tmp_path / "共享"
    share.mkdir()
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(share))
    page.ui.choose_second.click()
    qtbot.waitUntil(lambda: is_quiet(window))
    assert len(backups_in(share)) == 1
    assert page.ui.second.text() == str(share)
    assert "第二处（" in page.ui.label_backup.text()
    assert "在同一个磁盘上" in page.ui.label_backup.text()
    page.ui.second_days.setCurrentIndex(page.ui.second_days.findData("14"))
    assert machine_settings.SECOND_DAYS.value() == "14"
    page.ui.leave_second.click()
    qtbot.waitUntil(lambda: is_quiet(window))
    assert machine_settings.SECOND_FOLDER.value() == ""
    assert "第二处" not in page.ui.label_backup.text()
    assert len(backups_in(share)) == 1


@pytest.mark.parametrize(
    ("days_ago", "limit", "in_short"),
    [
        (None, 7, "上次备份：今天 09:12；第二处：还没有备份，请接好U盘或共享"),
        (7, 7, "上次备份：今天 09:12"),
        (8, 7, "上次备份：今天 09:12；第二处：9月22日（8天前），请接好U盘或共享"),
        (8, 14, "上次备份：今天 09:12"),
        (2, 1, "上次备份：今天 09:12；第二处：9月28日（2天前），请接好U盘或共享"),
    ],
)
def test_the_age_of_the_second_place_is_told_after_the_days_chosen(
    days_ago: int | None, limit: int, in_short: str
) -> None:
    newest = None if days_ago is None else NOW - days_ago * DAY
    second = SecondPlace(Path("a.db"), "局", Path("E:"), limit, True, newest)
    assert Kept(NOW, second).in_short(NOW) == in_short
    assert bool(Kept(NOW, second).warnings(NOW)) == ("；" in in_short)
