"""Keeps what is typed outside of forms, in a line or a sheet, as a draft of the office file."""

import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.jobs import Report

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.storage.drafts import Draft

SHEET_FORM = "paste_sheet."  # a draft of the sheet of a register
_PAUSE_MS, _LATEST_MS = 500, 800


class TypingKept(QObject):
    """One draft for each person on each computer: written within a second, gone once empty.

    `content` tells what stands there now, as JSON can hold it; None when nothing does.
    """

    def __init__(
        self,
        desk: Desk,
        form: str,
        name: str,
        content: Callable[[], Mapping[str, Any] | None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk, self._form, self._name, self._content = desk, form, name, content
        self.key = f"{form}|{desk.actor.name}|{desk.actor.computer}"[:200]
        self._written = ""
        self._is_held = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=_LATEST_MS)
        for timer in (self._pause, self._latest):
            timer.timeout.connect(self.write)
        desk.closing.connect(self.write)

    def hear(self) -> None:
        """Something was typed."""
        if self._is_held:
            return
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def look(self, succeeded: Callable[[Mapping[str, Any]], None]) -> None:
        """Fetch what was typed here before; nothing is told when there was nothing."""
        desk, form = self._desk, self._form

        def query(session: "Session") -> "list[Draft]":
            from disclosure_desk.storage.drafts import drafts_of_form

            found = drafts_of_form(session, form, None, None, desk.actor)
            elsewhere = desk.typed_elsewhere(found)
            if self.key in elsewhere:  # another window types there: this one keeps its own
                self.key = f"{self.key[:180]}|{desk.window_key}"
            return [one for one in found if one.key not in elsewhere]

        desk.look_up(query, succeeded=partial(self._found, succeeded))

    def _found(self, succeeded: Callable[[Mapping[str, Any]], None], found: "list[Draft]") -> None:
        if (mine := found) and not self._written:
            self.key = mine[0].key
            self._written = str(mine[0].typed["content"])
            succeeded(json.loads(self._written))

    def saved_with(
        self, command: "Callable[[Session], Done]", rest: Mapping[str, Any] | None = None
    ) -> "Callable[[Session], Done]":
        """The command, which leaves only the rest as a draft in the same transaction.

        Nothing else is written until `release` tells how it ended: a draft of what is in the
        register already would be offered again.
        """
        self._stop()
        self._is_held = True
        return partial(_and_leave, self._draft(_as_json(rest)), command)

    def release(self, *, rest: Mapping[str, Any] | None = None, saved: bool) -> None:
        """The save has ended; what was typed during it is written."""
        self._is_held = False
        if saved:
            before, self._written = self._written, _as_json(rest)
            if before != self._written:
                self._desk.tell_drafts_changed()
        self.write()

    def write(self) -> None:
        """Write what stands there now, unless that is on disk already."""
        self._stop()
        content = _as_json(self._content())
        if self._is_held or content == self._written:
            return
        self._written = content
        desk, kept = self._desk, self._draft(content)

        def work(_report: Report) -> None:
            with desk.database.writing(desk.actor) as session:
                _keep(session, kept)

        desk.jobs.start(work, succeeded=self._tell, failed=self._is_not_written, writing=True)

    def _draft(self, content: str) -> "tuple[str, Draft | None]":
        """The key of the draft, and the draft; None where nothing is left of it."""
        from disclosure_desk.storage.drafts import Draft

        if not content:
            return self.key, None
        typed = {"content": content}
        # Left: it stands again by itself where it was typed, nobody need be asked.
        window = self._desk.window_key
        kept = Draft(self.key, self._form, None, None, self._name, typed, left=True, window=window)
        return self.key, kept

    def _stop(self) -> None:
        self._pause.stop()
        self._latest.stop()

    def _tell(self, _outcome: object) -> None:
        self._desk.tell_drafts_changed()

    def _is_not_written(self, error: Exception) -> None:
        """It is tried again with the next key; what is typed still stands where it was."""
        self._written = "?"
        from disclosure_desk.desk import errors

        errors.tell(error)


def _as_json(content: Mapping[str, Any] | None) -> str:
    return "" if content is None else json.dumps(content, ensure_ascii=False)


def _keep(session: "Session", kept: "tuple[str, Draft | None]") -> None:
    from disclosure_desk.storage.drafts import drop_drafts, keep_draft

    key, draft = kept
    if draft is None:
        drop_drafts(session, key)
    else:
        keep_draft(session, draft)


def _and_leave(
    kept: "tuple[str, Draft | None]", command: "Callable[[Session], Done]", session: "Session"
) -> "Done":
    done = command(session)
    _keep(session, kept)
    return done
