"""Start of the desktop to its first paint and to a usable page, beside a bare Qt window."""

import os
import random
import sqlite3
import statistics
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

from disclosure_desk.exchange.founding import found
from disclosure_desk.records.terms import APPLICANT_KINDS, OUTCOMES, RECEIVED_VIA
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.search import catch_up
from tests.benchmarks.measure import ROOT

ROUNDS = 11
RECORDS = 100_000
# With targets, as multiples of the bare window.
_STEPS = (
    ("paint", "first paint", " (target 1.5)"),
    ("usable", "usable page", " (target 2.5)"),
    ("open", "records open", ""),
)

# Tells the seconds since the process was asked for: at the first paint of a window (nothing of
# it is drawn before); once the page in view has its lines and a key walks through them; and once
# the office is open behind it, so that its records open too.
_WATCH = """
import os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
began = float(os.environ["BEGAN"])

class Paint(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and watched.isWidgetType():
            QApplication.instance().removeEventFilter(self)
            QTimer.singleShot(0, tell_paint)
        return False

def tell_paint():
    print("paint", time.time() - began, flush=True)

paint = Paint()
"""

_BARE = (
    _WATCH
    + """
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QMainWindow, QTableView

class Model(QAbstractTableModel):
    def rowCount(self, parent=None): return 40
    def columnCount(self, parent=None): return 6
    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return "公开" if role == Qt.ItemDataRole.DisplayRole else None

application = QApplication(sys.argv[:1])
application.installEventFilter(paint)
window, table, model = QMainWindow(), QTableView(), Model()
table.setModel(model)
window.setCentralWidget(table)
window.resize(1240, 700)
window.show()
QTimer.singleShot(30, application.quit)
application.exec()
"""
)

_OURS = (
    _WATCH
    + """
from disclosure_desk.cli import main
from disclosure_desk.desk import app
told = set()
prepare = app.prepare

def watched(application, **told):
    application.installEventFilter(paint)
    looks = QTimer(application, interval=4)
    looks.timeout.connect(look)
    looks.start()
    QTimer.singleShot(60_000, application.quit)
    return prepare(application, **told)

def walks(page):
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QKeyEvent
    application = QApplication.instance()
    tree = page.ui.items
    before = tree.currentIndex()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key = QKeyEvent(kind, Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier)
        application.sendEvent(tree, key)
    return tree.isVisible() and tree.currentIndex() != before

def tell(name):
    if name not in told:
        told.add(name)
        print(name, time.time() - began, "sqlalchemy" in sys.modules, flush=True)

def look():
    from disclosure_desk.desk.main_window import MainWindow
    from disclosure_desk.desk.pages.agenda_view import AgendaView
    for window in QApplication.topLevelWidgets():
        if not isinstance(window, MainWindow):
            continue
        pages = [one for one in window.findChildren(AgendaView) if one.agenda is not None]
        if pages and "usable" not in told and walks(pages[-1]):
            tell("usable")
        if window.desk is not None and pages and "usable" in told and not window.jobs.busy:
            tell("open")
            QTimer.singleShot(0, window.close)

app.prepare = watched
sys.exit(main(sys.argv[1:]))
"""
)


def _times(code: str, home: Path, *arguments: str) -> dict[str, float]:
    own = {
        "HOME": str(home),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "PYTHONUTF8": "1",
        # As an installed program has it: compiled once, by the first start, and not at every one.
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
    }
    platform = {"QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        env=os.environ | own | platform | {"BEGAN": repr(time.time())},
        cwd=ROOT,
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    return {name: float(told) for name, told, *_ in map(str.split, done.stdout.splitlines())}


def _fill(place: Path) -> None:
    """An office of many years: nearly all of its requests were answered long ago."""
    found(str(place), "示例县科学技术局")
    chance = random.Random(1)
    columns = (
        *("number", "received_on", "received_via", "applicant_kind", "applicant_name"),
        *("content", "finished_on", "outcome"),
    )
    rows = []
    for number in range(RECORDS):
        day = date(2015, 1, 1) + timedelta(days=number * 3900 // RECORDS)
        is_open = number > RECORDS - 30
        rows.append(
            (
                *(f"S{number:06d}", day.isoformat(), chance.choice(RECEIVED_VIA.slugs)),
                *(chance.choice(APPLICANT_KINDS.slugs), "申请人", "关于补助资金的文件"),
                None if is_open else (day + timedelta(days=12)).isoformat(),
                None if is_open else chance.choice(OUTCOMES.slugs),
            )
        )
    raw = sqlite3.connect(place)
    places = ", ".join("?" * len(columns))
    raw.executemany(f"INSERT INTO request ({', '.join(columns)}) VALUES ({places})", rows)
    raw.commit()
    raw.close()
    database = open_database(place)
    with database.writing(Actor("填报人", "本机")) as session:
        catch_up(session)
    database.close()


def run(folder: Path) -> None:
    """Print the medians of starts in turn, on the sample office and on a large one."""
    found(str(folder / "sample.db"), "示例县科学技术局", sample=True)
    _fill(folder / "large.db")
    for name, place in (("sample office", "sample.db"), (f"{RECORDS:,} records", "large.db")):
        home = folder / name.replace(" ", "-")
        _times(_OURS, home, "open", str(folder / place))  # remembered from now on
        _times(_BARE, home)
        rounds = [(_times(_BARE, home), _times(_OURS, home, "open")) for _ in range(ROUNDS)]
        bare = statistics.median(floor["paint"] for floor, _ in rounds)
        print(f"{name}: a bare window is painted after {bare * 1000:.0f} ms")
        for step, words, target in _STEPS:
            ours = statistics.median(told[step] for _, told in rounds)
            ratio = statistics.median(told[step] / floor["paint"] for floor, told in rounds)
            print(f"  {words}: {ours * 1000:5.0f} ms, ratio {ratio:.2f}{target}")
