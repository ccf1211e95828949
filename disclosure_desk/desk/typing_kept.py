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
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=_LATEST_MS)
        for timer in (self._pause, self._latest):
            timer.timeout.connect(self.write)
        desk.closing.connect(self.write)

    def hear(self) -> None:
        """Something was typed."""
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def look(self, succeeded: Callable[[Mapping[str, Any]], None]) -> None:
        """Fetch what was typed here before; nothing is told when there was nothing."""
        desk, form = self._desk, self._form

        def query(session: "Session") -> "list[Draft]":
            from disclosure_desk.storage.drafts import drafts_of_form

            return drafts_of_form(session, form, None, None, desk.actor)

        desk.look_up(query, succeeded=partial(self._found, succeeded))

    def _found(self, succeeded: Callable[[Mapping[str, Any]], None], found: "list[Draft]") -> None:
        mine = [one for one in found if one.key == self.key]
        if mine and not self._written:
            self._written = str(mine[0].typed["content"])
            succeeded(json.loads(self._written))

    def forget(self) -> None:
        """The draft was taken away together with what was saved."""
        self._written = ""
        self.write()

    def write(self) -> None:
        """Write what stands there now, unless that is on disk already."""
        self._pause.stop()
        self._latest.stop()
        told = self._content()
        content = "" if told is None else json.dumps(told, ensure_ascii=False)
        if content == self._written:
            return
        self._written = content
        desk, key, form, name = self._desk, self.key, self._form, self._name

        def work(_report: Report) -> None:
            from disclosure_desk.storage.drafts import Draft, drop_drafts, keep_draft

            with desk.database.writing(desk.actor) as session:
                if not content:
                    drop_drafts(session, key)
                    return
                typed = {"content": content}
                # Left: it stands again by itself where it was typed, nobody need be asked.
                keep_draft(session, Draft(key, form, None, None, name, typed, left=True))

        desk.jobs.start(work, succeeded=self._tell, failed=self._is_not_written, writing=True)

    def _tell(self, _outcome: object) -> None:
        self._desk.tell_drafts_changed()

    def _is_not_written(self, error: Exception) -> None:
        """It is tried again with the next key; what is typed still stands where it was."""
        self._written = "?"
        from disclosure_desk.desk import errors

        errors.tell(error)
