"""Backups of the desk: by itself once a day and after changes, when asked to, and put back."""

import re
import shutil
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.desk import file_choice, machine_settings
from disclosure_desk.desk.backup_state import in_words
from disclosure_desk.desk.dialogs.merge_preview import MergePreview
from disclosure_desk.desk.dialogs.restore_backup import RestoreBackup
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.exchange.handover_package import write_package
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.backup import backups_in
from tests.commands.computers import Computer

NOW = datetime(2025, 9, 30, 9, 12)  # noqa: DTZ001  # the clock on the wall
CARD: Card = {"title": "通知", "made_on": date(2025, 9, 30)}


@pytest.fixture
def office(founded_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(founded_file, tmp_path / "office.db"))


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    kept = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(machine_settings, "store", lambda: kept)
    made = MainWindow(today=lambda: NOW.date())
    made.backups.now = lambda: NOW
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def opened(window: MainWindow, place: Path, qtbot: QtBot) -> None:
    window.open_place(str(place))
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy, timeout=20_000)


def told(window: MainWindow) -> str:
    label = window.findChild(QLabel, "label_backup")
    assert label is not None
    return label.text().strip()


def test_an_office_is_backed_up_once_a_day_and_after_changes(
    window: MainWindow, office: Path, qtbot: QtBot
) -> None:
    folder = office.parent / "备份"
    opened(window, office, qtbot)
    assert len(backups_in(folder)) == 1
    assert told(window) == "上次备份：今天 09:12"
    opened(window, office, qtbot)
    assert len(backups_in(folder)) == 1
    window.backups.now = lambda: NOW + timedelta(hours=8)
    assert window.desk is not None
    card = {"title": "通知", "made_on": date(2025, 9, 30)}
    window.desk.run(lambda session: add_record(session, "publication", card))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    window.close()
    assert [one.made_at.hour for one in backups_in(folder)] == [17, 9]


def test_the_line_tells_of_the_backup_that_a_merge_makes(
    window: MainWindow, office: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    other = Computer(Path(shutil.copy(office, tmp_path / "other.db")), 1)
    other.do(lambda session: add_record(session, "publication", CARD))
    package = write_package(other.package(), tmp_path / "交接.jjb")
    other.close()
    opened(window, office, qtbot)
    assert window.desk is not None
    window.desk.run(lambda session: add_record(session, "publication", CARD | {"number": "9"}))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    form = MergePreview(window.desk, package, window)
    form.show()
    qtbot.waitUntil(form.ui.take_in.isEnabled)
    form.ui.take_in.click()
    qtbot.waitUntil(lambda: "已并入" in form.ui.label_file.text() and not window.jobs.busy)
    made_at = backups_in(office.parent / "备份")[0].made_at
    assert told(window) == in_words(made_at, NOW)


def test_a_copy_goes_where_the_clerk_wants_it(
    window: MainWindow, office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, office, qtbot)
    stick = office.parent / "U盘"
    stick.mkdir()
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(stick))
    window.ui.back_up.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    (box,) = window.findChildren(QMessageBox)
    assert "核对无误" in box.text()
    box.close()
    (copy,) = backups_in(stick)
    assert not copy.automatic
    assert machine_settings.BACKUP_FOLDER.value() == str(stick)


def test_a_backup_is_put_back_after_asking_and_the_file_of_before_stays(
    window: MainWindow, office: Path, qtbot: QtBot
) -> None:
    opened(window, office, qtbot)
    assert window.desk is not None
    window.desk.run(
        lambda session: change_record(
            session, "office", the_office(session).id, {"clerk": "周砚清"}
        )
    )
    qtbot.waitUntil(lambda: not window.jobs.busy)
    dialog = looked_into(window, qtbot)
    assert "最后一次改动：" in dialog.ui.found.toPlainText()
    dialog.put_back()
    (question,) = dialog.findChildren(QMessageBox)
    assert "替换现在的数据" in question.text()
    assert re.search(r"修改记录会少\d行。现在的文件改名保留", question.informativeText())
    replace = next(one for one in question.buttons() if one.text() == "替换(&R)")
    assert question.defaultButton() is not replace
    assert question.escapeButton() is question.defaultButton()
    replace.click()
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy, timeout=20_000)
    with window.desk.database.reading() as session:
        assert the_office(session).clerk is None
    assert len(list(office.parent.glob("office.恢复前-*.db"))) == 1
    for box in window.findChildren(QMessageBox):
        box.close()


def looked_into(window: MainWindow, qtbot: QtBot) -> RestoreBackup:
    """The dialog, once the newest backup was looked into."""
    window.ui.restore_backup.trigger()
    (dialog,) = window.findChildren(RestoreBackup)
    qtbot.waitUntil(lambda: "…" not in dialog.ui.found.toPlainText(), timeout=20_000)
    return dialog


def test_a_backup_is_looked_into_before_it_is_put_back(
    window: MainWindow, office: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, office, qtbot)
    assert window.desk is not None
    for title in ("通知", "公告"):
        card = {"title": title, "made_on": date(2025, 9, 30)}
        window.desk.run(lambda session, card=card: add_record(session, "publication", card))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    dialog = looked_into(window, qtbot)
    words = dialog.ui.found.toPlainText()
    assert words.startswith("单位：示例县科学技术局\n")
    assert re.search(r"恢复以后：会少主动公开2条；修改记录会少\d行。", words)
    assert dialog.ui.put_back.isEnabled()
    damaged = office.with_name("坏的.db")
    damaged.write_bytes(office.read_bytes()[:5000])
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(damaged))
    dialog.ui.choose_other.click()
    qtbot.waitUntil(lambda: "已经损坏" in dialog.ui.found.toPlainText(), timeout=20_000)
    assert not dialog.ui.put_back.isEnabled()
    dialog.put_back()
    assert dialog.findChildren(QMessageBox) == []
    dialog.ui.backups.selectRow(0)
    qtbot.waitUntil(dialog.ui.put_back.isEnabled, timeout=20_000)
    dialog.reject()


def test_without_a_backup_the_dialog_says_where_to_look(
    window: MainWindow, office: Path, qtbot: QtBot
) -> None:
    opened(window, office, qtbot)
    for one in backups_in(office.parent / "备份"):
        one.path.unlink()
    dialog = looked_into(window, qtbot)
    assert dialog.ui.found.toPlainText() == "还没有备份；别处的备份用“其他文件”选择。"
    assert not dialog.ui.put_back.isEnabled()


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(hours=1), "上次备份：今天 08:12"),
        (timedelta(days=1), "上次备份：昨天 09:12"),
        (timedelta(days=7), "上次备份：9月23日（7天前）"),
        (timedelta(days=20), "上次备份：9月10日（20天前），请备份"),
    ],
)
def test_the_age_of_the_last_backup_is_told_in_words(ago: timedelta, words: str) -> None:
    assert in_words(NOW - ago, NOW) == words
    assert in_words(None, NOW) == "还没有备份，请备份"
