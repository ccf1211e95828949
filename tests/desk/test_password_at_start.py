"""Nothing of an office is shown before its password was typed."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.people import add_person
from disclosure_desk.commands.protection import set_start_password, take_off_start_password
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.dialogs import password_asked
from disclosure_desk.desk.dialogs.password_asked import PasswordAsked
from disclosure_desk.desk.dialogs.password_choice import PasswordChoice
from disclosure_desk.desk.dialogs.recovery_key import RecoveryKey
from disclosure_desk.desk.dialogs.restore_backup import RestoreBackup
from disclosure_desk.desk.dialogs.switch_person import SwitchPerson
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import row_of
from disclosure_desk.desk.widgets import paper_print
from disclosure_desk.faults import Refusal
from disclosure_desk.storage import encryption, start_password
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.encryption import encrypt, is_encrypted_file
from disclosure_desk.storage.file_connections import forget_keys
from disclosure_desk.storage.first_look import first_look
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.start_password import keep_start_password, start_password_of
from tests.desk.conftest import CLERK

TODAY = date(2025, 9, 30)
PASSWORD = "bridge-1998"
UNIT = "示例县科学技术局"
QUICK = 4  # of scrypt: a file in use takes 17


@pytest.fixture(autouse=True)
def _nobody_was_let_in() -> Iterator[None]:
    forget_keys()
    start_password._answered.clear()
    yield
    forget_keys()
    start_password._answered.clear()


@pytest.fixture
def place(database: Database) -> Path:
    """A plain office file that was looked at yesterday: its day is foreseen."""
    from disclosure_desk.desk.first_look import keep_first_look

    keep_first_look(database, CLERK, TODAY)
    database.close()
    assert database.path is not None
    return database.path


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def want_start_password(place: Path) -> None:
    database = open_database(place)
    with database.writing(CLERK) as session:
        keep_start_password(session, PASSWORD, cost=QUICK)
    database.close()
    start_password._answered.clear()


def asked(qtbot: QtBot) -> PasswordAsked:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PasswordAsked))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PasswordAsked)
    return dialog


def typed(dialog: QDialog, text: str) -> None:
    """Type as a clerk does, Enter at the end."""
    QTest.keyClicks(dialog.focusWidget() or dialog, text)
    QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Return)


def shown_words(window: MainWindow) -> str:
    labels = (one for one in window.findChildren(QLabel) if one.isVisible())
    return "".join(one.text() for one in labels) + window.windowTitle()


def is_open(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy)
    assert UNIT in window.windowTitle()


@pytest.mark.parametrize("kind", ["start", "encrypted"])
def test_the_password_opens_and_nothing_is_shown_before(
    kind: str, place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    assert first_look(place, TODAY) is not None
    if kind == "start":
        want_start_password(place)
    else:
        encrypt(place, PASSWORD, cost=QUICK)
        forget_keys()
    assert first_look(place, TODAY) is None
    window.open_place(str(place))
    dialog = asked(qtbot)
    assert UNIT not in shown_words(window)
    assert window.desk is None
    typed(dialog, "bridge-1999")
    qtbot.waitUntil(lambda: "密码不对" in dialog.ui.label_notes.text())
    assert window.desk is None
    typed(dialog, PASSWORD)
    is_open(window, qtbot)


def test_who_leaves_the_question_sees_nothing(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    want_start_password(place)
    window.open_place(str(place))
    QTest.keyClick(asked(qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert window.desk is None
    assert UNIT not in shown_words(window)


def test_wrong_tries_are_slowed_down(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(password_asked, "_LONGEST_REST_SECONDS", 1)
    dialog = PasswordAsked("启动密码", "请输入。", "取消")
    qtbot.addWidget(dialog)
    dialog.show()
    given: list[str] = []
    dialog.given.connect(given.append)
    for number in range(3):
        typed(dialog, f"wrong{number}")
        dialog.refuse("密码不对。")
    assert "请等1秒再试" in dialog.ui.label_notes.text()
    assert not dialog.ui.password.isEnabled()
    dialog.give()
    assert len(given) == 3
    qtbot.waitUntil(dialog.ui.password.isEnabled)
    typed(dialog, "right")
    assert given[-1] == "right"


def test_the_recovery_key_opens_where_the_password_is_forgotten(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    recovery = encrypt(place, PASSWORD, cost=QUICK)
    forget_keys()
    window.open_place(str(place))
    typed(asked(qtbot), recovery.lower())
    is_open(window, qtbot)


def test_a_start_password_is_known_again_and_not_kept_in_words(place: Path) -> None:
    database = open_database(place)
    with database.writing(CLERK) as session:
        set_start_password(session, PASSWORD)
    with database.reading() as session:
        kept = start_password_of(session)
    assert kept is not None
    kept.must_be(PASSWORD)
    with pytest.raises(Refusal, match="密码不对"):
        kept.must_be(PASSWORD + "x")
    with database.writing(CLERK) as session:
        take_off_start_password(session)
    with database.reading() as session:
        assert start_password_of(session) is None
    database.settle()
    database.close()
    connection = sqlite3.connect(place)
    lines = connection.execute(
        "SELECT json_extract(after, '$.what') FROM journal WHERE kind = 'security' ORDER BY id"
    ).fetchall()
    connection.close()
    assert lines == [("设置启动密码",), ("取消启动密码",)]
    assert PASSWORD.encode() not in place.read_bytes()


def test_what_an_interrupted_encryption_left_plain_goes_at_the_next_opening(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    plain = place.read_bytes()
    encrypt(place, PASSWORD, cost=QUICK)
    left = place.with_name(f"{place.name}.换下")
    left.write_bytes(plain)
    window.open_place(str(place))
    is_open(window, qtbot)
    assert not left.exists()


# ---------------------------------------------------------------------------- settings


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encrypt as the desk does, at a cost that tests can pay many times."""

    def encrypted(path: Path, password: str) -> str:
        return encrypt(path, password, cost=QUICK)

    monkeypatch.setattr(encryption, "encrypt", encrypted)


def press(window: MainWindow, button: str, qtbot: QtBot) -> PasswordChoice:
    """Press a button of 设置—安全; the form that it opens."""
    window.ui.rail.setCurrentRow(row_of("settings"))
    qtbot.waitUntil(lambda: not window.jobs.busy)
    security = window.page("settings").security
    getattr(security.ui, button).click()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), PasswordChoice))
    form = QApplication.activeModalWidget()
    assert isinstance(form, PasswordChoice)
    return form


def recovery_shown(qtbot: QtBot) -> RecoveryKey:
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RecoveryKey))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RecoveryKey)
    return dialog


@pytest.mark.usefixtures("quick")
def test_who_encrypts_an_office_goes_on_without_saying_again_who_it_is(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    login = Actor.of_this_computer().name
    database = open_database(place)
    for name, role in (("林若溪", "reviewer"), ("周砚清", "clerk")):
        with database.writing(CLERK if role == "reviewer" else Actor("林若溪", "")) as session:
            add_person(session, {"name": name, "role": role, "login": login})
    database.close()
    window.open_place(str(place))
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), SwitchPerson))
    asks = QApplication.activeModalWidget()
    assert isinstance(asks, SwitchPerson)
    qtbot.waitUntil(lambda: asks.ui.people.count() == 2)
    QTest.keyClicks(asks.ui.people, "1")
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.actor.name == "林若溪")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    form = press(window, "encrypt", qtbot)
    typed(form, PASSWORD)
    typed(form, PASSWORD)
    dialog = recovery_shown(qtbot)
    qtbot.waitUntil(lambda: window.desk is not None and window.desk.actor.name == "林若溪")
    qtbot.waitUntil(lambda: not window.jobs.busy)
    assert QApplication.activeModalWidget() is dialog
    dialog.accept()


@pytest.mark.usefixtures("quick")
def test_an_office_is_encrypted_from_the_settings_and_its_plain_backups_deleted(
    place: Path, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = back_up(place, now=window.backups.now()).path
    window.open_place(str(place))
    is_open(window, qtbot)
    form = press(window, "encrypt", qtbot)
    typed(form, "short")
    typed(form, "short")
    assert "太短" in form.ui.label_notes.text()
    form.ui.fresh.clear()
    form.ui.again.clear()
    form.ui.fresh.setFocus()
    typed(form, PASSWORD)
    typed(form, PASSWORD)
    dialog = recovery_shown(qtbot)
    recovery = dialog.ui.recovery_key.text()
    printed: list[str] = []

    def print_page(html: str, _title: str, _parent: QWidget, *, folder: str) -> None:
        printed.append(html)
        assert folder == file_choice.documents_folder()  # not where the program was started

    monkeypatch.setattr(paper_print, "print_page", print_page)
    dialog.ui.print_key.click()
    assert all(word in printed[0] for word in (recovery, UNIT, place.name, "2025-09-30"))
    typed(dialog, "0000")
    assert "不一样" in dialog.ui.label_notes.text()
    dialog.ui.last_group.clear()
    typed(dialog, recovery[-4:].lower())
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    assert plain.name in box.text()
    assert "不能保证" in box.text()
    next(one for one in box.findChildren(QPushButton) if "删除" in one.text()).click()
    qtbot.waitUntil(lambda: not plain.exists())
    is_open(window, qtbot)
    window._close_office()
    kept = [*place.parent.glob("*.db"), *place.parent.glob("备份/*.db")]
    assert len(kept) == 2
    assert all(is_encrypted_file(one) for one in kept)
    assert not any(recovery.encode() in one.read_bytes() for one in place.parent.rglob("*.*"))


@pytest.mark.usefixtures("quick")
def test_password_recovery_key_and_encryption_are_changed_by_who_knows_the_password(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    first = encrypt(place, PASSWORD, cost=QUICK)
    window.open_place(str(place))
    is_open(window, qtbot)
    form = press(window, "new_recovery", qtbot)
    typed(form, "bridge-1999")
    qtbot.waitUntil(lambda: "密码不对" in form.ui.label_notes.text())
    form.ui.present.clear()
    typed(form, PASSWORD)
    dialog = recovery_shown(qtbot)
    assert dialog.ui.recovery_key.text() != first
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    is_open(window, qtbot)
    form = press(window, "change_password", qtbot)
    for text in (PASSWORD, "another-2026", "another-2026"):
        typed(form, text)
    dialog = recovery_shown(qtbot)
    for _ in range(2):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
    is_open(window, qtbot)
    form = press(window, "take_off", qtbot)
    typed(form, "another-2026")
    qtbot.waitUntil(lambda: not is_encrypted_file(place))
    is_open(window, qtbot)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    box.reject()


def test_a_start_password_is_set_and_taken_off_in_the_settings(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    window.open_place(str(place))
    is_open(window, qtbot)
    form = press(window, "set_password", qtbot)
    assert "文件本身不加密" in form.ui.label_warning.text()
    for text in ("4321", "4321"):
        typed(form, text)
    security = window.page("settings").security
    qtbot.waitUntil(lambda: security.ui.label_state.text() == "设置了启动密码")
    assert "不防拿走文件" in security.ui.label_meaning.text()
    form = press(window, "take_off", qtbot)
    typed(form, "4321")
    qtbot.waitUntil(lambda: security.ui.label_state.text() == "没有密码")


def test_a_backup_from_before_another_password_asks_for_the_old_one(
    place: Path, window: MainWindow, qtbot: QtBot
) -> None:
    encrypt(place, "older-pass-1", cost=QUICK)
    backup = back_up(place, now=window.backups.now()).path
    encrypt(place, PASSWORD, cost=QUICK)
    forget_keys()
    window.open_place(str(place))
    typed(asked(qtbot), PASSWORD)
    is_open(window, qtbot)
    window.ui.restore_backup.trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), RestoreBackup))
    choice = QApplication.activeModalWidget()
    assert isinstance(choice, RestoreBackup)
    qtbot.waitUntil(lambda: backup in [one.path for one in choice._found])
    choice.ui.backups.selectRow([one.path for one in choice._found].index(backup))
    dialog = asked(qtbot)
    assert dialog.ui.label_title.text() == backup.name
    typed(dialog, "older-pass-1")
    qtbot.waitUntil(choice.ui.put_back.isEnabled)
    choice.reject()
    forget_keys()
    encryption.unlock(place, PASSWORD)
    window.restore(backup)
    typed(asked(qtbot), "older-pass-1")
    qtbot.waitUntil(lambda: bool(list(place.parent.glob("*恢复前*"))))
    is_open(window, qtbot)
    for box in window.findChildren(QMessageBox):
        box.reject()
