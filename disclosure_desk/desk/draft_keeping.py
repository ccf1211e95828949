"""Keeps what is typed into a form on disk while it is typed, and offers it again.

Nothing that was typed is more than a second away from the office file: the draft is written
half a second after the last key, and while somebody types on without a pause four fifths of a
second after the first key that is not written yet.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.jobs import Report
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.storage.drafts import Draft, Typed

PAUSE_MS, LATEST_MS = 500, 800
STEP_FORM = "step."  # before the kind of a step, in the name of its form


@dataclass(frozen=True, slots=True)
class DraftPlace:
    """Which form a draft belongs to: a register or «step.reply», a record, and its request."""

    form: str
    record_id: int | None
    part_of: int | None = None


class DraftKeeper(FormPart):
    """Works for one form, which has a `binder`, a `draft_place()` and a `draft_name()`.

    Each open form writes a draft of its own. A form that nobody typed in leaves none: defaults,
    pinned and proposed values are not typed.
    """

    offered = Signal(object, int)  # a Draft typed before, and how many more there are
    not_written = Signal(str)

    def __init__(self, desk: Desk, form: QDialog) -> None:
        super().__init__(form)
        self._desk = desk
        self._key, self._replacing, self._reasons = "", "", tuple[str, ...]()
        self._is_written = False
        self._is_held = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._latest = QTimer(self, singleShot=True, interval=LATEST_MS)
        for timer in (self._pause, self._latest):
            timer.timeout.connect(self.write)
        desk.closing.connect(self.write)
        form.finished.connect(self._let_go)
        self.begin_anew()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why what stands here is 待补; empty when nobody wanted it saved yet."""
        return self._reasons

    def begin_anew(self) -> None:
        """Another record stands in the form: what was written before stays as it is."""
        self._stop()
        self._desk.open_drafts.discard(self._key)
        self._key, self._replacing, self._reasons = uuid4().hex, "", ()
        self._is_written = False
        self._desk.open_drafts.add(self._key)

    # ------------------------------------------------------------------ writing

    def hear(self) -> None:
        """A field was edited."""
        if self._is_held:
            return
        self._pause.start()
        if not self._latest.isActive():
            self._latest.start()

    def write(self, *, left: bool = False) -> None:
        """Write what is typed now; a form in which nothing differs any more leaves no draft."""
        self._stop()
        if self._is_held:
            return
        form = self._form
        if not form.binder.is_unsaved:
            self.give_up()
            return
        typed, before = form.binder.typed_changes()
        self._put(typed, before, left=left)

    def keep_wanting(self, reasons: Sequence[str]) -> None:
        """Keep what could be no record yet, whole, with what it wants (待补)."""
        self._reasons = tuple(reasons)
        self._is_held = False
        self.write()

    def _put(
        self, typed: "Mapping[str, Typed]", before: "Mapping[str, Typed]", *, left: bool
    ) -> None:
        from disclosure_desk.storage.drafts import Draft

        place: DraftPlace = self._form.draft_place()
        kept = Draft(
            key=self._key,
            form=place.form,
            record_id=place.record_id,
            part_of=place.part_of,
            name=self._form.draft_name(),
            typed=typed,
            before=before,
            reasons=self._reasons,
            left=left,
            window=self._desk.window_key,
        )
        replacing, self._replacing = self._replacing, ""
        self._is_written = True
        write_draft(self._desk, kept, replacing=replacing, failed=self._is_not_written)

    def _is_not_written(self, error: Exception) -> None:
        if isinstance(error, KnownError):
            self.not_written.emit(f"草稿没有写入：{error}")
        else:
            errors.tell(error, self._form)

    def _stop(self) -> None:
        self._pause.stop()
        self._latest.stop()

    # ------------------------------------------------------------------ saving and leaving

    def removed_with(self, command: "Callable[[Session], Done]") -> "Callable[[Session], Done]":
        """The command, with the draft taken away in the same transaction: never both, or none."""
        return partial(_without_drafts, (self._key, self._replacing or self._key), command)

    def hold(self) -> None:
        """A save is under way: it takes the draft with it."""
        self._stop()
        self._is_held = True

    def release(self, *, saved: bool) -> None:
        """The save has ended; what was typed during it is a draft again."""
        self._is_held = False
        if saved:
            if self._is_written or self._replacing:
                self._desk.drafts_changed.emit()
            self._replacing, self._reasons, self._is_written = "", (), False
        if self._form.binder.is_unsaved:
            self.hear()

    def give_up(self) -> None:
        """Take the draft away: what was typed is not wanted any more."""
        self._stop()
        self._reasons = ()
        if self._is_written or self._replacing:
            drop_written(self._desk, self._key, *filter(None, (self._replacing,)))
        self._is_written, self._replacing = False, ""

    def leave(self) -> bool:
        """The form is being left: write at once; whether there is a draft now."""
        self._is_held = False
        self.write(left=True)
        return self._is_written

    def _let_go(self) -> None:
        self._stop()
        self._desk.open_drafts.discard(self._key)

    # ------------------------------------------------------------------ offering

    def look(self) -> None:
        """See whether this person typed here before and did not save; tells `offered`."""
        place: DraftPlace = self._form.draft_place()
        desk, actor = self._desk, self._desk.actor

        def query(session: "Session") -> "list[Draft]":
            from disclosure_desk.storage.drafts import drafts_of_form

            found = drafts_of_form(session, place.form, place.record_id, place.part_of, actor)
            elsewhere = desk.typed_elsewhere(found)
            return [one for one in found if one.key not in elsewhere]

        self._desk.look_up(query, succeeded=self._offer)

    def _offer(self, found: "list[Draft]") -> None:
        free = [one for one in found if one.key not in self._desk.open_drafts]
        free.sort(key=lambda one: one.is_wanting)  # those that nobody asked about yet come first
        if free and not self._is_written:
            self.offered.emit(free[0], len(free) - 1)

    def take_up(self, draft: "Draft") -> None:
        """Type a draft in again; from now on it is this form's."""
        self._replacing, self._reasons = draft.key, draft.reasons
        self._desk.open_drafts.add(draft.key)
        self._form.binder.retype(draft.typed)
        self.write()

    def drop(self, draft: "Draft") -> None:
        """Give up a draft that was offered, then offer the one before it."""
        self._desk.open_drafts.add(draft.key)
        self._desk.given_up.append(draft)
        drop_written(self._desk, draft.key)
        self.look()


def write_draft(
    desk: Desk, kept: "Draft", *, replacing: str = "", failed: Callable[[Exception], object]
) -> None:
    """Write a draft on the writer's thread; `drafts_changed` tells when it is on disk."""

    def work(_report: Report) -> None:
        from disclosure_desk.storage.drafts import keep_draft

        with desk.database.writing(desk.actor) as session:
            keep_draft(session, kept, replacing=replacing)

    desk.jobs.start(work, succeeded=desk.tell_drafts_changed, failed=failed, writing=True)


def drop_written(desk: Desk, *keys: str) -> None:
    """Take drafts away on the writer's thread."""

    def work(_report: Report) -> None:
        from disclosure_desk.storage.drafts import drop_drafts

        with desk.database.writing(desk.actor) as session:
            drop_drafts(session, *keys)

    desk.jobs.start(work, succeeded=desk.tell_drafts_changed, writing=True)


def _without_drafts(
    keys: tuple[str, ...], command: "Callable[[Session], Done]", session: "Session"
) -> "Done":
    from disclosure_desk.storage.drafts import drop_drafts

    done = command(session)
    drop_drafts(session, *set(keys))
    return done
