"""A monkey at the keyboard: random texts, keys, shortcuts, compositions; always the same."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from disclosure_desk.desk.draft_keeping import DraftKeeper
from disclosure_desk.desk.key_table import KEYS
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.records.cards import MODELS
from disclosure_desk.storage.drafts import every_draft
from tests.desk.keyboard import commit, compose

TEXTS = (
    *(
        "关于印发科技计划管理办法的通知",
        "周大勇",
        "办公室",
        "不予公开的理由",
        "网站",
        "，",
        "〔2025〕7号",
    ),
    *("0512", "512", "t", "2025-13-45", "20250930", "5", "0", "12", "999999999999", "-3", "3.5"),
    *(
        "a",
        "x y",
        "@",
        "#",
        "%",
        "'",
        '"',
        "&",
        "<b>",
        "zjj",
        "kjj",
        "+",
        "=",
        "/",
        "城政办〔2025〕7号",
    ),
    *("２０２５", "13900000000", "【", "】", "本年新收政府信息公开申请3件", "𠮷", "\u3000"),
)
PLAIN = (
    *("Tab", "Tab", "Tab", "Shift+Tab", "Return", "Return", "Enter", "Up", "Down", "Left", "Right"),
    *("Space", "Del", "Backspace", "Backspace", "Home", "End", "PgUp", "PgDown", "Ctrl+A"),
    *("Ctrl+V", "Ctrl+C", "Ctrl+X", "Shift+Home", "Shift+Left", "Ctrl+Left", "Alt+Down"),
    *("Insert", "Ctrl+Z", "Ctrl+Tab"),
)
SHORTCUTS = tuple(
    dict.fromkeys(one for line in KEYS for one in line.sequences if one not in ("【", "Ctrl+Q"))
)
QUITS = ("Ctrl+Q", "Alt+F", *("Esc",) * 8)
_LENGTHS = (1, 1, 2, 2, 3, 3, 4, 5, 7, 10)
_ESCAPES = 25
_TAKING = {"F5", "Shift+F5", "Del"}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A text, a key, or a composition in which a key may be pressed before it is committed."""

    text: str = ""
    keys: str = ""
    composed: str = ""

    def __str__(self) -> str:
        return (
            repr(self.text)
            if self.text and not self.composed
            else self.keys or (f"compose({self.composed!r}, commit={self.text!r})")
        )


def sequences(seed: str, count: int) -> Iterator[list[Stroke]]:
    """The sequences of one form: the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(count):
        yield [_stroke(chance) for _ in range(chance.choice(_LENGTHS))]


def _stroke(chance: random.Random) -> Stroke:
    kind = chance.random()
    if kind < 0.34:
        return Stroke(text=chance.choice(TEXTS))
    if kind < 0.68:
        return Stroke(keys=chance.choice(PLAIN))
    if kind < 0.90:
        return Stroke(keys=chance.choice(SHORTCUTS))
    if kind < 0.905:
        return Stroke(keys=chance.choice(QUITS))
    keys = chance.choice((*PLAIN, *SHORTCUTS)) if chance.random() < 0.5 else ""
    return Stroke(text=chance.choice(("", "住", "中文词语")), keys=keys, composed="zhu")


def strike(stroke: Stroke, window: QWidget) -> None:
    """One stroke, into whichever widget a keyboard would reach."""
    if stroke.composed:
        _send(window, lambda target: compose(target, stroke.composed))
    if stroke.keys:
        key, modifiers = _combination(stroke.keys)
        _send(window, lambda target: QTest.keyClick(target, key, modifiers))
    if stroke.composed or not stroke.text.isascii():
        _send(window, lambda target: commit(target, stroke.text))
    else:
        for letter in stroke.text:
            _send(window, lambda target, letter=letter: QTest.keyClick(target, letter))


def _combination(keys: str) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    combination = QKeySequence(keys)[0]
    key, modifiers = combination.key(), combination.keyboardModifiers()
    if keys == "Shift+Tab":
        key = Qt.Key.Key_Backtab
    if keys == "Enter":
        modifiers |= Qt.KeyboardModifier.KeypadModifier
    return key, modifiers


def _send(window: QWidget, send: Callable[[QWidget], object]) -> None:
    """To an open list or menu before the window in front, there to what has the keys."""
    front = _front(window)
    if not front.isActiveWindow():
        front.activateWindow()
        QApplication.processEvents()  # as a window manager does once a dialog is closed
        front = _front(window)  # what was just closing is gone now
    send(front.focusWidget() or front)
    QApplication.sendPostedEvents()  # what a key has put off is done before the next one comes


def _front(window: QWidget) -> QWidget:
    return (
        QApplication.activePopupWidget()
        or QApplication.activeModalWidget()
        or QApplication.activeWindow()
        or window
    )


@dataclass
class Kept:
    """What was saved and what was left unsaved while the monkey played."""

    saved: set[tuple[str, int]] = field(default_factory=set)
    left: list[tuple[str, set[str]]] = field(default_factory=list)

    def follow(self, monkeypatch_set: Callable[..., None]) -> None:
        """Note of every form that is closed what was typed into it and not saved."""
        let_go = DraftKeeper._let_go

        def noted(keeper: DraftKeeper) -> None:
            binder = keeper._form.binder
            if binder.is_unsaved:
                self.left.append((keeper._key, set(binder.typed_changes()[0])))
            let_go(keeper)

        monkeypatch_set(DraftKeeper, "_let_go", noted)


class Monkey:
    """Plays on one form, opens it again when it is closed, and looks after every sequence."""

    def __init__(
        self, window: MainWindow, place: Path, opened: Callable[[MainWindow], QWidget], kept: Kept
    ) -> None:
        self.window, self._place, self._opened, self._kept = window, place, opened, kept
        self.form: QWidget | None = None
        self.openings = 0

    def settle(self) -> None:
        """Let everything come to its end that is under way."""
        application = QApplication.instance()
        assert application is not None
        application.processEvents()
        while self.window.jobs.busy:
            self.window.jobs.settle()
            application.processEvents()

    def open(self) -> QWidget:
        """The form under test; opened if it is not there."""
        self._open_office()
        if self.form is None or not isValid(self.form) or not self.form.isVisible():
            self.settle()
            self.form = self._opened(self.window)
            self.openings += 1
            if (saved := getattr(self.form, "saved", None)) is not None:
                kind = getattr(self.form, "kind", "")
                if kind not in MODELS:
                    return self.form
                saved.connect(lambda record_id: self._kept.saved.add((kind, record_id)))
            self.settle()
        return self.form

    def _open_office(self) -> None:
        """The office, when the window was closed or another one was opened."""
        if not self.window.isVisible():
            self.window.show()
            self.window.activateWindow()
        desk = self.window.desk
        if desk is None or desk.database.path != self._place:
            self.window.open_place(str(self._place))
            self.settle()
            self.close_others()

    def leave(self) -> None:
        """Close the form and the window."""
        self.form = None
        self.close_others()
        self.window.close()
        self.settle()

    def missing_drafts(self, sequence: list[Stroke]) -> list[tuple[str, set[str]]]:
        """What was typed into forms that were closed since, and is in no draft."""
        left, self._kept.left = self._kept.left, []
        if not left or _TAKING & {one.keys for one in sequence}:
            return []  # taken up again, or given up, in the same sequence
        drafts = drafts_in(self.window)
        return [(key, typed) for key, typed in left if drafts.get(key) != typed]

    def play(self, sequence: list[Stroke]) -> None:
        """One sequence; then all that it opened is closed by Esc."""
        self.open()
        for stroke in sequence:
            strike(stroke, self.window)
        self.settle()
        self.close_others()

    def close_others(self) -> None:
        """Esc until nothing stands before the form any more."""
        for _ in range(_ESCAPES):
            before = self.in_front()
            if before is None:
                return
            QTest.keyClick(before.focusWidget() or before, Qt.Key.Key_Escape)
            self.settle()
        raise AssertionError(f"Esc does not close {self.in_front()}")

    def in_front(self) -> QWidget | None:
        """What stands before the form: an open list, a dialog, the manual."""
        if (popup := QApplication.activePopupWidget()) is not None:
            return popup
        modal = QApplication.activeModalWidget()
        if modal is not None:
            return None if modal is self.form else modal
        others = [
            one
            for one in QApplication.topLevelWidgets()
            if isinstance(one, QDialog) and one.isVisible() and one is not self.form
        ]
        return others[0] if others else None


def drafts_in(window: MainWindow) -> dict[str, set[str]]:
    """The fields that are typed into and not saved, by the keys of the drafts."""
    assert window.desk is not None
    with window.desk.database.reading() as session:
        return {one.key: set(one.typed) for one in every_draft(session)}
