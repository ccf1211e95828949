"""Draws the pictures of the manual: `python -m tests.desk.manual_pictures [NAME …]`.

Always the sample office, on the same day, in a window of the same size, on a screen of 1366×768
that is not there.
"""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from tests.desk.manual_screen import screen

os.environ.setdefault("QT_QPA_PLATFORM", screen())

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from disclosure_desk.desk import app, machine_settings
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import RAIL, row_of
from disclosure_desk.exchange.founding import found
from disclosure_desk.storage import own_calendars, recent
from disclosure_desk.storage.journal import Actor

PICTURES = Path(__file__).resolve().parents[2] / "resources" / "help" / "pictures"
TODAY = date(2025, 9, 30)
_NOW = datetime(2025, 9, 30, 9, 12)  # noqa: DTZ001  # the clock on the wall
_WIDTH, _HEIGHT, _SHOWN_WIDTH = 1180, 700, 820
_LONGEST_SECONDS = 60


class Studio:
    """The window on the sample office, and patience until it stands still."""

    def __init__(self, folder: Path) -> None:
        application = QApplication.instance() or QApplication(sys.argv[:1])
        assert isinstance(application, QApplication)
        self._application = application
        kept = QSettings(str(folder / "desk.ini"), QSettings.Format.IniFormat)
        self._restore = (machine_settings.store, recent._memory, own_calendars.user_data_path)
        self._who = Actor.of_this_computer
        Actor.of_this_computer = lambda: Actor("林知夏", "ZWGK-PC2")
        machine_settings.store = lambda: kept
        recent._memory = lambda: folder / "recent.json"
        own_calendars.user_data_path = lambda *_, **__: folder / "data"
        app.prepare(application)
        self.window = MainWindow(today=lambda: TODAY)
        self.window.backups.now = lambda: _NOW
        self.window.show()

    def open_sample(self, folder: Path) -> None:
        """Open a fresh sample office."""
        place = folder / "示例县科学技术局.db"
        if not place.exists():
            found(str(place), "示例县科学技术局", sample=True)
        self.window.open_place(str(place))
        self.settle(lambda: self.window.desk is not None)

    def settle(self, also: Callable[[], bool] = lambda: True) -> None:
        """Wait until no work is under way and what it told is drawn."""
        end = time.monotonic() + _LONGEST_SECONDS
        quiet = 0
        while quiet < 12:
            self._application.processEvents()
            time.sleep(0.01)
            works = self.window.jobs.busy or self.window.backups.busy
            quiet = quiet + 1 if also() and not works else 0
            if time.monotonic() > end:
                raise SystemExit("the window does not come to rest")

    def stretch(self) -> None:
        """The size of the pictures, whatever the screen is that is not there."""
        self.settle()
        self.window.resize(_WIDTH, _HEIGHT)
        self.settle()

    def page(self, name: str) -> QWidget:
        """A page of the rail, in view."""
        self.window.ui.rail.setCurrentRow(row_of(name))
        self.stretch()
        return self.window.pages[name]

    def dialog(self) -> QDialog:
        """The dialog that was opened last."""
        self.settle()
        open_ones = [
            one
            for one in self._application.topLevelWidgets()
            if isinstance(one, QDialog) and one.isVisible()
        ]
        return open_ones[-1]

    def close(self) -> None:
        """Leave nothing behind."""
        self.window.close()
        self.window.deleteLater()
        self._application.processEvents()
        machine_settings.store, recent._memory, own_calendars.user_data_path = self._restore
        Actor.of_this_computer = self._who


def _start(studio: Studio) -> QWidget:
    studio.stretch()
    return studio.window


def _of_page(name: str) -> Callable[[Studio], QWidget]:
    def shown(studio: Studio) -> QWidget:
        studio.page(name)
        return studio.window

    return shown


def _statistics(studio: Studio) -> QWidget:
    page = studio.page("statistics")
    page.ui.paper.choose("requests.3.1.natural", takes_focus=True)
    studio.settle()
    return studio.window


def _form(name: str) -> Callable[[Studio], QWidget]:
    def shown(studio: Studio) -> QWidget:
        studio.page(name).add_record()
        return studio.dialog()

    return shown


def _day_strip(studio: Studio) -> QWidget:
    studio.page("request").show_days()
    return studio.dialog()


def _settings(title: str) -> Callable[[Studio], QWidget]:
    def shown(studio: Studio) -> QWidget:
        tabs = studio.page("settings").tabs
        titles = [tabs.tabText(place) for place in range(tabs.count())]
        tabs.setCurrentIndex(titles.index(title))
        studio.settle()
        return studio.window

    return shown


def _restore(studio: Studio) -> QWidget:
    studio.window.ui.restore_backup.trigger()
    return studio.dialog()


# What each picture shows; `start` needs no office.
PAGES = {name: _of_page(name) for name, _ in RAIL} | {
    "statistics": _statistics,
    "settings": _settings("单位信息"),
}
OTHERS = {
    "start": _start,
    "publication_edit": _form("publication"),
    "request_edit": _form("request"),
    "day_strip": _day_strip,
    "departments": _settings("科室"),
    "people": _settings("人员和复核"),
    "computer": _settings("这台电脑"),
    "restore": _restore,
}
ALL = PAGES | OTHERS


def draw(names: list[str], target: Path) -> list[Path]:
    """Draw these pictures, all when none is named, into a folder."""
    target.mkdir(parents=True, exist_ok=True)
    drawn = []
    with tempfile.TemporaryDirectory(prefix="disclosure-desk-") as told:
        folder = Path(told)
        studio = Studio(folder)
        try:
            # The start page first: it stands only until an office is open.
            for name in sorted(names or ALL, key=lambda one: one != "start"):
                if name != "start" and studio.window.desk is None:
                    studio.open_sample(folder)
                shown = ALL[name](studio)
                drawn.append(_save(shown, target / f"{name}.png"))
                if isinstance(shown, QDialog):
                    shown.done(0)
                    studio.settle()
        finally:
            studio.close()
    return drawn


def _save(widget: QWidget, place: Path) -> Path:
    image = widget.grab().toImage()
    if image.width() > _SHOWN_WIDTH:
        image = image.scaledToWidth(_SHOWN_WIDTH, Qt.TransformationMode.SmoothTransformation)
    # Few colours are enough for a window, and a third of the room.
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    used = Counter(memoryview(image.constBits()).cast("I"))
    colours = [colour for colour, _ in used.most_common(256)]
    plain = Qt.ImageConversionFlag.ThresholdDither | Qt.ImageConversionFlag.AvoidDither
    few = image.convertToFormat(QImage.Format.Format_Indexed8, colours, plain)
    few.save(str(place), "PNG", 0)
    return place


if __name__ == "__main__":
    for path in draw(sys.argv[1:], PICTURES):
        print(path.name, path.stat().st_size // 1024, "KiB")
