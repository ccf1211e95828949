"""Random key sequences on every form raise nothing and lose no record.

A thousand where records are typed; on all forms with DISCLOSURE_DESK_TEST_MONKEY=1000.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from traceback import format_exception
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import errors, file_choice, opening
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.widgets import paper_print
from disclosure_desk.exchange.founding import found
from disclosure_desk.exchange.write_ledger import write_ledger
from disclosure_desk.faults import KnownError
from disclosure_desk.records.cards import MODELS
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.verify import verify
from tests.desk.monkey import Kept, Monkey, sequences
from tests.desk.monkey_places import PLACES

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("This plugin does not support", extend=True),
]
TODAY = date(2025, 9, 30)
WHOLE = 1_000  # sequences on a form in which records are typed, shared by the ways into it
FEW = 50  # on every other form, unless the variable names another number
VARIABLE = "DISCLOSURE_DESK_TEST_MONKEY"
TYPED = {
    *("publication_edit", "request_edit", "dispute_edit", "indicator_edit", "event_edit"),
    *("paste_sheet", "quick_entry"),
}
COPIED = "信息名称\t生成日期\n关于防汛的公告\t2025-09-26\n没有日期的\t"
UI = Path(__file__).resolve().parents[2] / "ui"
NO_FORMS = {"start_page"}  # three buttons before an office is open
INSIDE = {"quick_entry"}  # a form of its own without a .ui


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "office.db"
    found(str(path), "示例县科学技术局", sample=True)
    return path


@pytest.fixture(scope="module")
def ledger(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with a few rows, to be taken in over and over."""
    folder = tmp_path_factory.mktemp("ledger")
    database = open_database(shutil.copyfile(sample, folder / "office.db"))
    with database.reading() as session:
        write_ledger(session, 2021, folder / "台账.xlsx", personal=True)
    database.close()
    return folder / "台账.xlsx"


@pytest.fixture
def bugs(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the one door would have shown as a bug."""
    caught: list[str] = []
    monkeypatch.setattr(
        errors, "_bug", lambda error, _window: caught.append("".join(format_exception(error)))
    )
    return caught


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Kept:
    made = Kept()
    made.follow(monkeypatch.setattr)
    return made


@pytest.fixture
def place(sample: Path, ledger: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office file; files, folders, printers and other programs are only those of this test."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "out").mkdir()
    monkeypatch.setattr(opening, "sample_place", lambda: tmp_path / "示例单位.db")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    office = tmp_path / "office.db"

    def answer(dialog: QFileDialog) -> list[str]:
        dialog.deleteLater()
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            return [str(tmp_path / "out")]
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            # With its ending, as from the real one: without, a file that is there is asked about
            # over and over.
            named = f"文件.{dialog.defaultSuffix()}".rstrip(".")
            return [str(tmp_path / "out" / named)]
        is_office = any(".db" in one for one in dialog.nameFilters())
        return [str(office if is_office else ledger)]

    def to_pdf(printer: QPrinter, *_told: object, **_named: object) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out" / "印.pdf"))
        return True

    monkeypatch.setattr(file_choice, "ask_for_many", answer)
    monkeypatch.setattr(paper_print, "choose_printer", to_pdf)
    # Putting a backup back is asked about, keeps the file of before, and has tests of its own.
    monkeypatch.setattr(MainWindow, "restore", lambda _self, _backup: None)
    return Path(shutil.copyfile(sample, office))


@pytest.fixture
def window(place: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1350, 700)
    QGuiApplication.clipboard().setText(COPIED)
    yield made
    made.close()
    # What Python put there must not outlive Python: this platform lets it go only at the very end.
    QGuiApplication.clipboard().clear()


def unknown(escaped: list[Any]) -> list[Any]:
    """What is no sentence for users: those that a slot lets escape are told like all others."""
    return [error for _kind, error, _trace in escaped if not isinstance(error, KnownError)]


def warned(qtlog: Any) -> list[str]:
    """What Qt complained of."""
    return [
        str(one.message)
        for one in qtlog.records
        if one.type_name not in ("QtDebugMsg", "QtInfoMsg") and not one.ignored
    ]


def records(place: Path) -> set[tuple[str, int]]:
    """The records that an office file holds."""
    database = open_database(place)
    with database.reading() as session:
        found = {
            (kind, id_) for kind, model in MODELS.items() for (id_,) in session.query(model.id)
        }
    database.close()
    return found


def removed(place: Path) -> set[tuple[str, int]]:
    """The records of which the journal tells that somebody removed them."""
    database = open_database(place)
    with database.reading() as session:
        gone = session.query(JournalEntry.kind, JournalEntry.record_id).filter(
            JournalEntry.after.is_(None)
        )
        found = {(kind.removesuffix("_entry"), id_) for kind, id_ in gone}
    database.close()
    return found


def number_of_sequences(form: str) -> int:
    """A thousand on a form takes ten seconds: that many everywhere only where it is asked for."""
    if VARIABLE in os.environ:
        return int(os.environ[VARIABLE])
    ways = sum(one == form for one, _opened in PLACES.values())
    return WHOLE // ways if form in TYPED else FEW


@pytest.mark.parametrize("name", PLACES)
def test_random_sequences_raise_nothing_and_lose_no_record(
    name: str,
    window: MainWindow,
    place: Path,
    kept: Kept,
    bugs: list[str],
    qtbot: QtBot,
    qtlog: Any,
) -> None:
    form, opened = PLACES[name]
    before = records(place)
    monkey = Monkey(window, place, opened, kept)
    with qtbot.captureExceptions() as escaped:
        for number, sequence in enumerate(sequences(name, number_of_sequences(form))):
            told = f"sequence {number} on {name}: " + " ".join(map(str, sequence))
            monkey.play(sequence)
            assert not unknown(escaped), told
            assert not bugs, told
            assert not warned(qtlog), told
            missing = monkey.missing_drafts(sequence)
            assert not missing, f"{told} lost {missing}"
        monkey.leave()
    assert not unknown(escaped)
    assert not bugs
    there = records(place)
    assert before | kept.saved <= there | removed(place)
    assert [one.message for one in verify(place).findings if one.severity == "error"] == []


def test_the_monkey_plays_on_every_form() -> None:
    forms = {one.stem for one in UI.glob("*.ui")}
    assert {ui for ui, _opened in PLACES.values()} | NO_FORMS == forms | INSIDE
