"""Every page and the forms over it: names for screen readers, keys of the sheet, Chinese."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, Qt, QTranslator
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import machine_settings
from disclosure_desk.desk.dialogs.help_view import HelpView
from disclosure_desk.desk.dialogs.key_sheet import KeySheet
from disclosure_desk.desk.key_table import FORM, KEYS, REQUEST, WINDOW
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import RAIL, row_of

_ASKED = (
    *(QLineEdit, QPlainTextEdit, QTextBrowser, QComboBox, QAbstractSpinBox),
    *(QAbstractButton, QAbstractItemView),
)
# Parts of Qt's own widgets; the widget that they belong to has the name.
_INNER = ("qt_", "ScrollLeftButton", "ScrollRightButton")
_STANDARD = {  # keys that every field or list of Qt understands by itself
    "Return", "Enter", "Esc", "Del", "Up", "Down", "Tab", "Space", "Ctrl+C", "Ctrl+V", "Ctrl+A",
}  # fmt: skip


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_file, tmp_path_factory.mktemp("sample") / "office.db"))


@pytest.fixture
def window(
    qtbot: QtBot, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window with every page made."""
    kept = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(machine_settings, "store", lambda: kept)
    made = MainWindow(today=lambda: date(2025, 9, 30))
    qtbot.addWidget(made)
    made.resize(1350, 700)
    made.show()
    made.open_place(str(sample))
    qtbot.waitUntil(lambda: made.desk is not None and not made.jobs.busy, timeout=20_000)
    for row in range(len(RAIL)):
        made.ui.rail.setCurrentRow(row)
    qtbot.waitUntil(lambda: not made.jobs.busy, timeout=20_000)
    yield made
    made.close()


def forms_over(window: MainWindow, qtbot: QtBot) -> Iterator[QWidget]:
    """The windows that the menus and registers open, one after another."""
    opened = [
        *("find_anywhere", "show_office_journal", "show_calendar", "reckon_fee", "export_year"),
        *("archive_year", "restore_backup", "found_office", "show_recycle_bin"),
    ]
    for name in opened:
        window.ui.rail.setCurrentRow(0)
        getattr(window.ui, name).trigger()
        yield from _closing(window, qtbot)
    for kind in ("publication", "request", "dispute", "indicator"):
        window.ui.rail.setCurrentRow(row_of(kind))
        window.pages[kind].add_record()
        yield from _closing(window, qtbot)
    for part in (HelpView(), KeySheet()):
        qtbot.addWidget(part)
        yield part


def _closing(window: MainWindow, qtbot: QtBot) -> Iterator[QWidget]:
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    for form in [one for one in window.findChildren(QDialog) if one.isVisible()]:
        yield form
        form.done(0)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)


def nameless(top: QWidget) -> list[str]:
    """Where a screen reader would have nothing to say."""
    buddies = {label.buddy() for label in top.findChildren(QLabel) if label.buddy() is not None}
    found = []
    for widget in top.findChildren(QWidget):
        if not isinstance(widget, _ASKED) or isinstance(widget, QHeaderView | QMenu | QTabBar):
            continue
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or _is_inner(widget):
            continue
        said = widget.accessibleName() or (
            widget.text() if isinstance(widget, QAbstractButton) else ""
        )
        if not said and widget not in buddies:
            found.append(f"{type(top).__name__}: {type(widget).__name__} {widget.objectName()}")
    return found


def _is_inner(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        inner_of_box = isinstance(parent, QComboBox | QAbstractItemView | QAbstractSpinBox)
        if inner_of_box or widget.objectName().startswith(_INNER):
            return True
        parent = parent.parentWidget()
    return type(widget).__name__ in ("QTableCornerButton", "QAbstractButton")


def test_every_field_button_and_list_has_a_name_for_screen_readers(
    window: MainWindow, qtbot: QtBot
) -> None:
    found_nameless = nameless(window)
    for form in forms_over(window, qtbot):
        found_nameless += nameless(form)
    assert not found_nameless, chr(10).join(found_nameless)


def stops(page: QWidget) -> set[QWidget]:
    """What a clerk can act with on a page, as it stands: fields, buttons, lists and tabs."""
    return {
        one
        for one in page.findChildren(QWidget)
        if isinstance(one, (*_ASKED, QTabBar))
        and one.isVisible()
        and one.isEnabled()
        and Qt.FocusPolicy.TabFocus in one.focusPolicy()
        and one.focusProxy() is None
    }


def test_tab_comes_to_everything_on_every_page(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    for name, title in RAIL:
        window.ui.rail.setCurrentRow(row_of(name))
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
        page = window.pages[name]
        page.setFocus()
        seen: set[QWidget | None] = set()
        while (here := QApplication.focusWidget()) not in seen:
            seen.add(here)
            window.focusNextChild()
        missed = [one.objectName() for one in stops(page) - seen]
        assert not missed, f"{title}: {missed}"


def keys_in(top: QWidget) -> set[str]:
    shortcuts = {one.key().toString() for one in top.findChildren(QShortcut)}
    actions = {
        keys.toString()
        for action in top.findChildren(type(top.addAction("")))
        for keys in action.shortcuts()
    }
    return (shortcuts | actions) - {""}


def test_the_sheet_of_keys_tells_what_the_windows_know_and_nothing_else(
    window: MainWindow, qtbot: QtBot
) -> None:
    told = {QKeySequence(one).toString() for line in KEYS for one in line.sequences}
    in_window = keys_in(window)
    assert in_window - told - _STANDARD == set()
    of_menus = {
        one
        for line in KEYS
        if line.place == WINDOW and not line.by_widget
        for one in line.sequences
    }
    assert {QKeySequence(one).toString() for one in of_menus} <= in_window
    in_forms: set[str] = set()
    for form in forms_over(window, qtbot):
        known = keys_in(form)
        assert known - told - _STANDARD == set(), type(form).__name__
        in_forms |= known
    of_forms = {
        QKeySequence(one).toString()
        for line in KEYS
        if line.place in (FORM, REQUEST) and not line.by_widget
        for one in line.sequences
    }
    assert of_forms <= in_forms


def test_qt_speaks_chinese(qapp: QApplication, qtbot: QtBot) -> None:
    translator = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    assert translator.load("qtbase_zh_CN", folder)
    qapp.installTranslator(translator)
    try:
        box = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Yes
            | QDialogButtonBox.StandardButton.No
            | QDialogButtonBox.StandardButton.Save
            | QDialogButtonBox.StandardButton.Close
        )
        qtbot.addWidget(box)
        line = QLineEdit("字")
        qtbot.addWidget(line)
        menu = line.createStandardContextMenu()
        told = [button.text() for button in box.buttons()]
        told += [action.text() for action in menu.actions() if action.text()]
        assert not [one for one in told if not any("一" <= letter <= "鿿" for letter in one)]
        assert QLocale.c() is not None
    finally:
        qapp.removeTranslator(translator)
