"""The desk is locked by its key or by nobody touching it, and comes back as it was."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QProgressDialog, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import errors, locking
from disclosure_desk.desk.dialogs.password_asked import LockedScreen
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.locking import Locking
from disclosure_desk.desk.machine_settings import LOCK_MINUTES
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import row_of
from disclosure_desk.faults import Refusal
from disclosure_desk.storage import start_password
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.encryption import encrypt, unlock
from disclosure_desk.storage.file_connections import forget_keys
from disclosure_desk.storage.start_password import keep_start_password
from tests.desk.conftest import CLERK
from tests.desk.keyboard import commit, form_over

TODAY = date(2025, 9, 30)
PASSWORD = "bridge-1998"
TITLE = "云岭镇饮用水水源保护区划定方案"
QUICK = 4  # of scrypt: a file in use takes 17


class Clock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(autouse=True)
def _nobody_was_let_in() -> Iterator[None]:
    yield
    forget_keys()
    start_password._answered.clear()


@pytest.fixture(params=["start", "encrypted"])
def place(request: pytest.FixtureRequest, database: Database) -> Path:
    """An office with a password of either kind, given already."""
    assert database.path is not None
    if request.param == "start":
        with database.writing(CLERK) as session:
            keep_start_password(session, PASSWORD, cost=QUICK)
    database.close()
    if request.param == "encrypted":
        encrypt(database.path, PASSWORD, cost=QUICK)
        unlock(database.path, PASSWORD)
    return database.path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def window(
    qtbot: QtBot, place: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(
        "disclosure_desk.desk.main_window.Locking", lambda window: Locking(window, clock)
    )
    made = opened(qtbot, place)
    yield made
    made.close()


def opened(qtbot: QtBot, place: Path) -> MainWindow:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.show()
    made.open_place(str(place))
    qtbot.waitUntil(lambda: made.desk is not None and not made.jobs.busy)
    return made


def standing() -> list[QWidget]:
    return [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def locked(qtbot: QtBot) -> LockedScreen:
    qtbot.waitUntil(lambda: any(isinstance(one, LockedScreen) for one in standing()))
    found = standing()
    assert len(found) == 1
    assert isinstance(found[0], LockedScreen)
    return found[0]


def come_back(screen: LockedScreen, window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(screen.ui.password, PASSWORD)
    QTest.keyClick(screen.ui.password, Qt.Key.Key_Return)
    qtbot.waitUntil(window.isVisible)


def words_for_screen_readers() -> str:
    """All that the tree of the accessibility interface says of what is not invisible."""
    found: list[str] = []

    def walk(node: QAccessibleInterface) -> None:
        if node.state().invisible:
            return
        found.extend(node.text(kind) for kind in (QAccessible.Text.Name, QAccessible.Text.Value))
        for number in range(node.childCount()):
            child = node.child(number)
            if child is not None:
                walk(child)

    for widget in QApplication.topLevelWidgets():
        node = QAccessible.queryAccessibleInterface(widget)
        if node is not None:
            walk(node)
    return "\n".join(found)


def test_locked_all_windows_are_gone_and_come_back_with_what_was_typed(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.ui.rail.setCurrentRow(row_of("publication"))
    window.page("publication").add_record()
    form = form_over(window, PublicationEdit, qtbot)
    form.ui.title.setFocus()
    commit(form.ui.title, TITLE)
    assert TITLE in words_for_screen_readers()
    # The form in front keeps the menus' keys: this one is heard in whichever window it is.
    handle = form.windowHandle()
    window.locking.follow(handle)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(handle, Qt.Key.Key_K, both)
    screen = locked(qtbot)
    heard = words_for_screen_readers() + screen.windowTitle()
    assert "已锁定" in heard
    assert not any(word in heard for word in (TITLE, "示例县科学技术局", "主动公开"))
    QTest.keyClicks(screen.ui.password, "bridge-1999")
    QTest.keyClick(screen.ui.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "密码不对" in screen.ui.label_notes.text())
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert standing() == [screen]
    come_back(screen, window, qtbot)
    assert form.isVisible()
    assert form.isModal()
    assert form.ui.title.text() == TITLE
    assert QApplication.focusWidget() is form.ui.title
    assert not window.locking.is_locked
    form.reject()


def test_nobody_at_the_desk_locks_it_and_every_touch_puts_it_off(
    window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    LOCK_MINUTES.keep("5")
    handle = window.windowHandle()
    window.locking.follow(handle)
    clock.now += 299
    QTest.mouseMove(handle)
    QTest.keyClick(handle, Qt.Key.Key_Shift)
    clock.now += 299
    window.locking.look()
    assert not window.locking.is_locked
    clock.now += 1
    window.locking.look()
    come_back(locked(qtbot), window, qtbot)
    window.locking.look()
    assert not window.locking.is_locked


def test_nothing_is_locked_while_somebody_waits_for_a_print_or_an_export(
    window: MainWindow, clock: Clock, qtbot: QtBot
) -> None:
    LOCK_MINUTES.keep("5")
    progress = QProgressDialog("正在导出…", "", 0, 0, window)
    qtbot.addWidget(progress)
    progress.show()
    clock.now += 3600
    window.locking.look()
    assert not window.locking.is_locked
    progress.close()
    window.locking.look()
    come_back(locked(qtbot), window, qtbot)


def test_never_is_never(window: MainWindow, clock: Clock) -> None:
    LOCK_MINUTES.keep("0")
    clock.now += 1e6
    window.locking.look()
    assert not window.locking.is_locked


def test_what_opens_behind_the_lock_waits_for_the_password(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.ui.lock_now.trigger()
    screen = locked(qtbot)
    box = errors.tell(Refusal(f"“{TITLE}”没有保存。"), window)
    assert isinstance(box, QMessageBox)
    qtbot.waitUntil(lambda: not box.isVisible())
    assert standing() == [screen]
    come_back(screen, window, qtbot)
    assert box.isVisible()
    box.close()


def test_backups_go_on_behind_the_lock(window: MainWindow, place: Path, qtbot: QtBot) -> None:
    for old in (place.parent / "备份").glob("*"):
        old.unlink()
    window.ui.lock_now.trigger()
    screen = locked(qtbot)
    window.backups.back_up_daily()
    qtbot.waitUntil(lambda: bool(list((place.parent / "备份").glob("*.db"))))
    come_back(screen, window, qtbot)


def test_the_program_can_be_left_from_behind_the_lock(window: MainWindow, qtbot: QtBot) -> None:
    window.ui.lock_now.trigger()
    screen = locked(qtbot)
    screen.ui.leave.click()
    qtbot.waitUntil(lambda: standing() == [])
    assert window.desk is None


def test_what_is_not_saved_keeps_the_program_behind_the_lock(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(window, "may_leave", lambda: False)
    window.ui.lock_now.trigger()
    screen = locked(qtbot)
    screen.close()
    assert standing() == [screen]
    assert "还没有保存" in screen.ui.label_notes.text()
    monkeypatch.undo()
    come_back(screen, window, qtbot)


def test_without_a_password_there_is_nothing_to_lock_with(
    qtbot: QtBot, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert database.path is not None
    database.close()
    told: list[BaseException] = []
    monkeypatch.setattr(locking.errors, "tell", lambda error, _window: told.append(error))
    window = opened(qtbot, database.path)
    window.ui.lock_now.trigger()
    assert not window.locking.is_locked
    assert "先在“设置—安全”" in str(told[0])
    window.close()
