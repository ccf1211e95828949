"""The desktop as a process: it starts on an office, ends, and is remembered."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_desk.cli import main
from disclosure_desk.desk import app
from disclosure_desk.desk.app import input_method_wanted
from disclosure_desk.exchange.founding import found

RUN = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from disclosure_desk.desk.app import open_desk
from disclosure_desk.desk.main_window import MainWindow

application = QApplication(sys.argv[:1])
looks = QTimer(interval=50)

def look():
    window = next(one for one in application.topLevelWidgets() if isinstance(one, MainWindow))
    if window.desk is not None and not window.jobs.busy:
        looks.stop()
        print(window.windowTitle(), application.font().family() != "", flush=True)
        window.close()

looks.timeout.connect(look)
looks.start()
QTimer.singleShot(20_000, application.quit)
sys.exit(open_desk(sys.argv[1] if len(sys.argv) > 1 else None))
"""


def run(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A process of its own, with a home of its own."""
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "APPDATA": str(home / "config"),
        "LOCALAPPDATA": str(home / "config"),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONUTF8": "1",
    }
    return subprocess.run(
        [sys.executable, "-c", RUN, *arguments],
        env=os.environ | own,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_desktop_opens_an_office_and_next_time_the_same(tmp_path: Path) -> None:
    place = tmp_path / "office.db"
    found(str(place), "示例县水利局")
    first = run(tmp_path, str(place))
    assert first.returncode == 0, first.stderr
    assert first.stdout.startswith("示例县水利局 - 信息公开工作台")
    again = run(tmp_path)
    assert again.stdout == first.stdout, again.stderr
    assert not list(tmp_path.glob("office.db-wal"))


NO_DISPLAY = "没有找到显示器，不能打开桌面；可以用命令行，写法见 disclosure-desk --help。\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display")
@pytest.mark.parametrize("display", [{}, {"DISPLAY": ":987"}], ids=["none", "none that answers"])
def test_without_a_display_one_sentence_says_so(tmp_path: Path, display: dict[str, str]) -> None:
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path / "config"), "PYTHONUTF8": "1"}
    taken = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    rest = {name: value for name, value in os.environ.items() if name not in taken}
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_desk", "open"],
        env=rest | own | display,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == NO_DISPLAY or done.stderr.startswith("系统缺少“lib")


def test_where_the_desktop_names_fcitx_the_plugin_for_ibus_is_tried_after_it() -> None:
    through_ibus = {"QT_IM_MODULES": "fcitx;ibus", "IBUS_USE_PORTAL": "1"}
    assert input_method_wanted({"QT_IM_MODULE": "fcitx"}) == through_ibus
    assert input_method_wanted({"XMODIFIERS": "@im=fcitx"}) == through_ibus
    chosen = {"QT_IM_MODULES": "wayland;fcitx;ibus", "QT_IM_MODULE": "fcitx"}
    assert input_method_wanted(chosen) == {"IBUS_USE_PORTAL": "1"}
    assert input_method_wanted({"QT_IM_MODULE": "ibus"}) == {}
    assert input_method_wanted({}) == {}
    own = {"QT_IM_MODULE": "fcitx5", "QT_IM_MODULES": "wayland"}
    assert input_method_wanted(own) == {}


# None of these is needed to see a window; together they take a tenth of a second.
NOT_TO_BE_SEEN = (
    *("sqlalchemy", "sqlite3", "hashlib", "json", "platform", "platformdirs"),
    *(
        "importlib.resources",
        "PySide6.QtPrintSupport",
    ),
)
PAINT = """
import sys
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from disclosure_desk.desk import app
from disclosure_desk.desk.main_window import MainWindow

class Window(MainWindow):
    painted = False

    def event(self, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            print("painted", *sorted(set(sys.argv[2:]) & set(sys.modules)), flush=True)
        return super().event(event)

    def open_place(self, place):
        self.tell("open")

    def show_start(self, problem=""):
        super().show_start(problem)
        if self.isVisible() and self.ui.stack.currentWidget().ui.found_office.isVisible():
            self.tell("start")

    def tell(self, shown):
        QApplication.instance().setStyleSheet("")  # it stands before the style
        print(shown, QApplication.style().name(), flush=True)
        self.close()

app.MainWindow = Window
sys.exit(app.open_desk(sys.argv[1] or None))
"""


@pytest.mark.parametrize(("place", "then"), [("office.db", "open fusion"), ("", "start fusion")])
def test_the_window_is_painted_before_anything_else_is_loaded(
    tmp_path: Path, place: str, then: str
) -> None:
    own = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PAINT, place, *NOT_TO_BE_SEEN],
        env=os.environ | own,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stdout == f"painted\n{then}\n", done.stderr


def test_a_file_alone_is_opened_as_a_double_click_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str | None] = []
    monkeypatch.setattr(app, "open_desk", lambda place: opened.append(place) or 0)
    path = tmp_path / "本单位.db"
    path.touch()
    assert main([str(path)]) == 0
    assert opened == [str(path)]
    assert main([str(tmp_path / "没有.db")]) == 2


READ = """
import disclosure_desk.desk, PySide6.QtWidgets, linecache, unread
print(unread.__file__ in linecache.cache)
"""


def test_no_source_is_read_for_being_imported(tmp_path: Path) -> None:
    (tmp_path / "unread.py").write_text("LINES = 1\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-c", READ],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(tmp_path), *sys.path[1:]])},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert done.stdout == "False\n", done.stderr
