"""Keeps what is typed into a report: on disk a second after the last key, never refused."""

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from disclosure_desk.desk.context import Desk

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done

Place = tuple[int, int]  # year, chapter
_PAUSE_MS = 1000


class TextKeeper(QObject):
    """Saves chapter texts by themselves; a text that could not be saved stays here, unsaved."""

    saved = Signal(int, int)  # year, chapter
    failed = Signal(object)
    clashed = Signal(int, int, object)  # year, chapter, ChangedMeanwhile

    def __init__(self, desk: Desk, initiator: QObject) -> None:
        super().__init__(initiator)
        self._desk = desk
        self._initiator = initiator
        self._unsaved: dict[Place, str] = {}
        # The writer works in order, so the answers come in the order of the saves.
        self._on_the_way: deque[tuple[Place, str]] = deque()
        self._shown: dict[Place, str] = {}  # as stored, when the text was shown or saved last
        self.has_failed = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.save)

    def keep(self, year: int, chapter: int, body: str) -> None:
        """Take a text as it now stands; it is saved once typing pauses."""
        self._unsaved[year, chapter] = body
        self._pause.start()

    def show(self, year: int, chapter: int, stored: str) -> None:
        """Take note of the stored text that is shown; under what is typed it stays what it was."""
        if self.text(year, chapter) is None:
            self._shown[year, chapter] = stored

    def agree(self, year: int, chapter: int, theirs: str, *, is_mine_kept: bool) -> None:
        """Go on from what another made of the text, with what is typed here or without."""
        self._shown[year, chapter] = theirs
        if not is_mine_kept:
            self._unsaved.pop((year, chapter), None)
        self.has_failed = False
        self.save()

    def text(self, year: int, chapter: int) -> str | None:
        """What was typed and is not yet known to be saved, or None."""
        place = (year, chapter)
        return self._unsaved.get(place, dict(self._on_the_way).get(place))

    @property
    def has_unsaved(self) -> bool:
        """Whether anything typed is not yet known to be on disk."""
        return bool(self._unsaved or self._on_the_way)

    def drop(self) -> None:
        """Forget what could not be saved."""
        self._pause.stop()
        self._unsaved.clear()
        self.has_failed = False

    def save(self) -> None:
        """Save at once whatever is not saved."""
        self._pause.stop()
        waiting, self._unsaved = self._unsaved, {}
        for place, body in waiting.items():
            before = dict(self._on_the_way).get(place, self._shown.get(place))
            self._on_the_way.append((place, body))
            self._desk.run(
                partial(_write, place=place, body=body, seen=before),
                self._initiator,
                succeeded=self._on_saved,
                failed=self._on_failed,
            )

    def _on_saved(self, _done: "Done") -> None:
        (year, chapter), body = self._on_the_way.popleft()
        self._shown[year, chapter] = body
        self.has_failed = False
        self.saved.emit(year, chapter)

    def _on_failed(self, error: Exception) -> None:
        place, body = self._on_the_way.popleft()
        self._unsaved.setdefault(place, body)
        self.has_failed = True
        from disclosure_desk.commands.meanwhile import ChangedMeanwhile

        if isinstance(error, ChangedMeanwhile):
            self.clashed.emit(*place, error)
        else:
            self.failed.emit(error)


def _write(session: "Session", *, place: Place, body: str, seen: str | None) -> "Done":
    from disclosure_desk.commands.offices import write_report_text

    return write_report_text(session, *place, body, seen=seen)
