"""Ctrl+Z and Ctrl+Y over records: the menu names what they would take back or do again."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.rail import REGISTERS, row_of
from disclosure_desk.desk.widgets.flow_keys import composing

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.commands.undo import Offer, Offered
    from disclosure_desk.desk.main_window import MainWindow

_LONGEST = 40


class UndoSteps(QObject):
    """Keeps two entries of the menu in step with what was done; nothing else is kept here.

    Inside a field these keys are Qt's own, over what is being typed there.
    """

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._turn = 0  # counts what was asked: an answer to an older question is old
        self._running = False
        self._told = ""  # what the status line says of the last step
        self._show("撤销", window.ui.undo, None)
        self._show("重做", window.ui.redo, None)
        window.ui.redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        window.ui.undo.triggered.connect(partial(self._act, "undo"))
        window.ui.redo.triggered.connect(partial(self._act, "redo"))
        # The day may have ended since: yesterday's work is not offered any more.
        window.ui.menu_edit.aboutToShow.connect(self.ask)

    def follow(self, desk: Desk) -> None:
        """Tell of the work on this office from now on."""
        desk.changed.connect(self._on_changed)
        self.ask()

    def ask(self) -> None:
        """Look up anew what could be taken back or done again."""
        self._turn += 1
        if self._desk is None:
            self._take(self._turn, None)
            return
        turn, actor = self._turn, self._desk.actor

        def query(session: "Session") -> "tuple[int, Offer]":
            from disclosure_desk.commands.undo import offer_now

            return turn, offer_now(session, actor)

        self._desk.look_up(query, succeeded=self._on_found)

    @property
    def _desk(self) -> Desk | None:
        return self._window.desk

    def _on_found(self, answer: "tuple[int, Offer]") -> None:
        self._take(*answer)

    def _take(self, turn: int, offer: "Offer | None") -> None:
        if turn != self._turn:
            return
        self._show("撤销", self._window.ui.undo, offer.undo if offer else None)
        self._show("重做", self._window.ui.redo, offer.redo if offer else None)

    def _show(self, word: str, action: QAction, offered: "Offered | None") -> None:
        letter = "U" if word == "撤销" else "R"
        name = offered.name if offered is not None else ""
        short = name if len(name) <= _LONGEST else f"{name[:_LONGEST]}…"
        told = f"{word}：{short}" if offered is not None else word
        action.setText(f"{told.replace('&', '&&')}(&{letter})")
        action.setToolTip(offered.refusal or name if offered is not None else word)
        # What cannot be taken back still says why when it is asked for.
        action.setEnabled(offered is not None)

    def _act(self, which: str) -> None:
        """Take back, or do again; a key that is held down waits for the step before."""
        if self._desk is None or self._running or composing():
            return
        self._running = True
        self._desk.run(
            _command(which, self._desk.today()),
            self,
            succeeded=self._is_done,
            failed=self._is_refused,
        )

    def _is_done(self, done: "Done") -> None:
        self._running = False
        hints = "".join(finding.message for finding in done.findings)
        self._show_page_of(done)
        self._told = f"已{done.step}。{hints}"
        self._window.ui.status_bar.showMessage(self._told, 15_000)
        page: Any = self._window.ui.stack.currentWidget()
        if done.record_id and getattr(page, "kind", "") == done.kind:
            page.show_saved(done.record_id)

    def _show_page_of(self, done: "Done") -> None:
        """Go to the register of what was taken back: nothing changes where nobody sees it."""
        if done.kind in REGISTERS and done.record_id:
            self._window.ui.rail.setCurrentRow(row_of(done.kind))

    def _on_changed(self, _kinds: frozenset[str], initiator: object) -> None:
        """Something else was done since: what was told before is told no more."""
        bar = self._window.ui.status_bar
        if initiator is not self and self._told and bar.currentMessage() == self._told:
            bar.clearMessage()
        self.ask()

    def _is_refused(self, error: Exception) -> None:
        from disclosure_desk.desk import errors

        self._running = False
        self.ask()
        errors.tell(error, self._window)


def _command(which: str, today: date) -> "Callable[[Session], Done]":
    def act(session: "Session") -> "Done":
        from disclosure_desk.commands.undo import redo, undo

        return (undo if which == "undo" else redo)(session, today=today)

    return act
