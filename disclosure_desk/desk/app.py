"""Starts the desktop: the window first, the office behind it."""

import os
import sys
from collections.abc import Mapping

from PySide6.QtCore import (
    QEvent,
    QLibraryInfo,
    QLocale,
    QObject,
    QSettings,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.display import must_have_display
from disclosure_desk.desk.icons import find_icons, icon
from disclosure_desk.desk.look import IN_STYLE, dress
from disclosure_desk.desk.machine_settings import OPENS_LAST
from disclosure_desk.desk.main_window import MainWindow

_SMALL_SCREEN = 1440
_GEOMETRY = "window/geometry"


def open_desk(place: str | None) -> int:
    """Run the desktop on the office named, else on the one opened last; returns its exit status.

    Without either, the start page offers to found one, to open one or to look at the sample.
    Raises Fault when there is no display.
    """
    application = QApplication.instance()
    is_running = isinstance(application, QApplication)
    if not isinstance(application, QApplication):
        must_have_display()
        os.environ.update(input_method_wanted(os.environ))
        application = QApplication([*sys.argv[:1], *IN_STYLE])
    missing_font = prepare(application, is_in_style=not is_running)
    errors.watch()
    settings = QSettings("disclosure-desk", "desk")
    window = MainWindow(is_empty=True)
    geometry = settings.value(_GEOMETRY)
    if geometry and window.restoreGeometry(geometry):
        window.show()
    else:
        _show_first(window)
    if missing_font:
        sys.stderr.write(missing_font + "\n")
        QMessageBox.warning(window, "信息公开工作台 (no Chinese font)", missing_font)
    # Loading the database takes longer than showing the window.
    FirstPaint(window).done.connect(lambda: _begin(window, place))
    status = application.exec()
    settings.setValue(_GEOMETRY, window.saveGeometry())
    return status


def _begin(window: MainWindow, place: str | None) -> None:
    from disclosure_desk.storage.recent import last_office

    if wanted := place or (last_office() if OPENS_LAST.value() == "yes" else None):
        window.open_place(wanted)
    else:
        window.show_start()


def input_method_wanted(environment: Mapping[str, str]) -> dict[str, str]:
    """What to set so that Chinese can be typed where the desktop names fcitx.

    The Qt of PySide6 comes with a plug-in for ibus and none for fcitx; fcitx5 answers ibus, too,
    but only through the portal: tried with fcitx5 5.0.21. A list of plug-ins, tried in order, is
    known since Qt 6.7. What a user has set himself stays.
    """
    named = environment.get("QT_IM_MODULES") or environment.get("QT_IM_MODULE", "")
    if not named and environment.get("XMODIFIERS", "").startswith("@im=fcitx"):
        named = "fcitx"
    if "fcitx" not in named:
        return {}
    wanted = {"QT_IM_MODULES": f"{named};ibus", "IBUS_USE_PORTAL": "1"}
    return {name: value for name, value in wanted.items() if name not in environment}


class FirstPaint(QObject):
    """Tells once when a window stands on the screen; after a second also if nobody sees it."""

    done = Signal()
    _LONGEST_MS = 1000

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._is_done = window, False
        window.installEventFilter(self)
        QTimer.singleShot(self._LONGEST_MS, self._tell)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._tell)
        return False

    def _tell(self) -> None:
        if not self._is_done:
            self._is_done = True
            self._window.removeEventFilter(self)
            self.done.emit()


def _show_first(window: MainWindow) -> None:
    """Fill a small screen; on a large one leave room beside the window."""
    available = window.screen().availableSize()
    if available.width() <= _SMALL_SCREEN:
        window.showMaximized()
    else:
        window.resize(available.width() * 4 // 5, available.height() * 4 // 5)
        window.show()


def prepare(application: QApplication, *, is_in_style: bool = False) -> str:
    """Language, icons and look; returns a sentence when no Chinese font was found."""
    application.setApplicationName("disclosure-desk")
    application.setApplicationDisplayName("信息公开工作台")
    application.setDesktopFileName("disclosure-desk")
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load("qtbase_zh_CN", folder):
        application.installTranslator(translator)
    find_icons()
    application.setWindowIcon(icon("disclosure-desk"))
    return dress(application, is_in_style=is_in_style)
