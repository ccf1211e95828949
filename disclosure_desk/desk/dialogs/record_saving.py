"""How a form keeps a record, or a draft of what can be no record yet."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QDialog

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.meanwhile import ChangedMeanwhile, Seen
from disclosure_desk.commands.number_series import NumberTaken
from disclosure_desk.commands.registers import add_record, as_kept, change_record
from disclosure_desk.desk import errors
from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.changed_meanwhile import ask_about
from disclosure_desk.desk.dialogs.draft_offer import DraftOffer
from disclosure_desk.desk.dialogs.number_asked import ask_for_number
from disclosure_desk.desk.dialogs.typing_ahead import TypingAhead
from disclosure_desk.desk.draft_keeping import DraftKeeper
from disclosure_desk.desk.pins import Pins
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.finding import errors as errors_of

if TYPE_CHECKING:
    from disclosure_desk.storage.drafts import Typed

    _Base = QDialog
else:
    _Base = object


class RecordSaving(_Base):
    """Stands before QDialog in the bases of a form of a record; RecordDialog says why so."""

    kind: ClassVar[str]
    saved: Any
    ui: Any
    desk: Desk
    record_id: int | None
    binder: FormBinder
    drafts: DraftKeeper
    ahead: TypingAhead
    offer: DraftOffer
    pinned: Pins
    _stored: Card
    _seen: Seen
    _saving: bool
    _proposed: str
    _refused: list[Finding]

    if TYPE_CHECKING:

        def begin_new(self) -> None: ...

        def _findings(self) -> list[Finding]: ...

        def _refuse(self, findings: Sequence[Finding]) -> None: ...

        def _show_state(self) -> None: ...

        def proposed_fields(self, told: Card) -> set[str]: ...

    def save(
        self, then: Callable[[], None] | None = None, go_on: Callable[[], None] | None = None
    ) -> None:
        """Keep what was typed, then go on; what can be no record stays as a draft (待补).

        `go_on` is called where a draft had to be kept.
        """
        if composing() or self._saving:
            return
        self.binder.close_lists()
        for widget in self.binder.widgets.values():
            if isinstance(widget, DateEdit):
                widget.settle()
        if unreadable := self.binder.unreadable():
            fields = {finding.field for finding in unreadable}
            others = [one for one in self._findings() if one.field not in fields]
            self._keep_wanting([*unreadable, *others], go_on)
            return
        is_new = self.record_id is None
        told = self.binder.values() if is_new else self.binder.changes()
        if not told:
            self.drafts.give_up()
            if then:
                then()
            return
        self._saving = True
        self.ahead.hold()
        self.drafts.hold()
        self.desk.run(
            self.drafts.removed_with(self._command(told)),
            self,
            succeeded=partial(self._kept, told, then),
            failed=partial(self._not_kept, then, go_on),
        )

    def _command(self, told: Card) -> Callable[..., Done]:
        today = self.desk.today()
        if self.record_id is None:
            proposed = self.proposed_fields(told)
            return partial(add_record, kind=self.kind, card=told, today=today, proposed=proposed)
        return partial(
            change_record,
            kind=self.kind,
            record_id=self.record_id,
            changes=told,
            seen=self._seen,
            today=today,
        )

    def _kept(self, told: Card, then: Callable[[], None] | None, done: Done) -> None:
        self._saving = False
        if self.record_id is None:
            self.pinned.remember(self._typed_to_go_on())
        self.record_id = done.record_id
        self.binder.keep(told)
        self._take_from_register(done)
        self._stored = {**self._stored, **told, **done.given, **done.others}
        self._seen = Seen({**self._stored, **as_kept({**told, **done.given})}, self._seen.version)
        self._refused = []
        self.offer.forget()
        self.drafts.release(saved=True)
        self._show_state()
        self.ui.label_saved.setText(
            f"已保存 {datetime.now().astimezone():%H:%M}{self._besides(done)}"
        )
        self.saved.emit(done.record_id)
        if then:
            then()
        self.ahead.release()

    def _take_from_register(self, done: Done) -> None:
        """Show numbers that were given instead, and what others changed in other fields."""
        typed = self.binder.changes()
        others = {name: one for name, one in done.others.items() if name not in typed}
        self._show_stored({**others, **done.given})

    def _show_stored(self, card: Card) -> None:
        """Show values as stored ones in the fields that this form has."""
        fields = self.binder.fields
        told = {name: value for name, value in card.items() if name in fields}
        self.binder.propose(
            {name: fields[name].default if one is None else one for name, one in told.items()}
        )

    def _besides(self, done: Done) -> str:
        """What else is to be told of a save: also where the next record stands here already."""
        told = [one.message for one in done.findings if one.field in done.given]
        if labels := [self._label(name) for name in done.others]:
            told.append(f"别人改过的{'、'.join(labels)}已一并保留。")
        if told:
            self.desk.noticed.emit("".join(told))
        return f"。{''.join(told)}" if told else ""

    def _label(self, name: str) -> str:
        return f"“{FIELDS[self.kind][name].label}”"

    def _typed_to_go_on(self) -> "dict[str, Typed]":
        """What may go on to the next record: no date that cannot be read or is still to come."""
        today = self.desk.today()
        typed = self.binder.typed()
        for name, widget in self.binder.widgets.items():
            if isinstance(widget, DateEdit):
                day = widget.value()
                if widget.problem() or (day is not None and day > today):
                    typed[name] = None
        return typed

    def _not_kept(
        self,
        then: Callable[[], None] | None,
        go_on: Callable[[], None] | None,
        error: Exception,
    ) -> None:
        self._saving = False
        self.drafts.release(saved=False)
        if isinstance(error, ChangedMeanwhile):
            # What was typed ahead belongs to the next record, which does not stand here yet.
            self.ahead.forget()
            ask_about(error, FIELDS[self.kind], self, partial(self._agree, error, then, go_on))
            return
        if isinstance(error, NumberTaken):
            self.ahead.forget()
            self._keep_wanting(error.findings, None)
            take = partial(self._take_number, error.following, then, go_on)
            ask_for_number(self, error, take, self.binder.widgets["number"].setFocus)
            return
        if isinstance(error, Unsound):
            self._keep_wanting(error.findings, go_on)
        else:
            errors.tell(error, self)
        self.ahead.release()

    def _agree(
        self,
        refused: ChangedMeanwhile,
        then: Callable[[], None] | None,
        go_on: Callable[[], None] | None,
        mine: set[str],
    ) -> None:
        """Go on from what the other made of the fields, with one's own where that stays."""
        self._seen = refused.agreed(self._seen)
        theirs = {one.name: one.theirs for one in refused.clashes}
        self._stored = self._stored | theirs
        self.binder.keep({name: theirs[name] for name in theirs if name in mine})
        self._show_stored({name: theirs[name] for name in theirs if name not in mine})
        self.save(then, go_on)

    def _take_number(
        self,
        number: str,
        then: Callable[[], None] | None,
        go_on: Callable[[], None] | None,
    ) -> None:
        self.binder.retype({"number": number})
        self._proposed = number  # the program's own: another may be given in its place
        self.save(then, go_on)

    def _keep_wanting(self, findings: Sequence[Finding], go_on: Callable[[], None] | None) -> None:
        """Keep all of it as a draft with its reasons, and say so plainly."""
        reasons = [one.message for one in errors_of(findings)]
        self.drafts.keep_wanting(reasons)
        words = _kept_as_draft(reasons) if self.binder.is_unsaved else "还没有填写，没有保存。"
        if go_on is not None:
            go_on()
        else:
            self._refuse(findings)
        self.ui.label_saved.setText(words)
        self.ui.label_saved.setToolTip("\n".join(reasons))

    def save_and_next(self) -> None:
        """Ctrl+Enter: keep it and go on to the next new record, or close an old one."""
        if self.record_id is not None:
            self.save(then=self.accept)
        else:
            self.save(then=self._go_on, go_on=self._go_on_from_draft)

    def _go_on(self) -> None:
        self.drafts.begin_anew()
        self.begin_new()

    def _go_on_from_draft(self) -> None:
        self.pinned.remember(self._typed_to_go_on())
        self._go_on()


def _kept_as_draft(reasons: Sequence[str]) -> str:
    more = f"等{len(reasons)}项" if reasons[1:] else ""
    return f"已存为待补草稿：{reasons[0].rstrip('。')}{more}。"
