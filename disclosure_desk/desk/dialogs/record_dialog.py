"""What all forms of records have in common: show, check, keep, and never lose what was typed."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from disclosure_desk.commands.meanwhile import Seen
from disclosure_desk.commands.number_series import proposed_number
from disclosure_desk.commands.registers import seen_now
from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.day_signs import show_day_signs
from disclosure_desk.desk.dialogs.draft_offer import DraftOffer
from disclosure_desk.desk.dialogs.drafted_dialog import DraftedDialog
from disclosure_desk.desk.dialogs.elsewhere_mark import ElsewhereMark
from disclosure_desk.desk.dialogs.field_line import FieldLine, put_above_notes
from disclosure_desk.desk.dialogs.finding_walk import FindingWalk
from disclosure_desk.desk.dialogs.form_confirmation import FormConfirmation
from disclosure_desk.desk.dialogs.form_effect import FormEffect
from disclosure_desk.desk.dialogs.form_findings import FormFindings
from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_words import FormWords
from disclosure_desk.desk.dialogs.history_key import HistoryKey
from disclosure_desk.desk.dialogs.record_copying import RecordCopying
from disclosure_desk.desk.dialogs.record_saving import RecordSaving
from disclosure_desk.desk.dialogs.typing_ahead import TypingAhead
from disclosure_desk.desk.draft_keeping import DraftKeeper, DraftPlace
from disclosure_desk.desk.pins import Pins
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card

if TYPE_CHECKING:
    from disclosure_desk.storage.drafts import Typed


class RecordDialog(RecordSaving, FormFindings, DraftedDialog):
    """A form over one record of a register, or over a new one.

    Ctrl+S keeps it and stays; Ctrl+Enter keeps it and goes on to the next new one, or closes a
    form that changed an old one; Esc leaves at once, and a draft of what is not saved stays.

    Saving never refuses. What can be a record becomes one, and what it still wants is counted
    on the button (待补). What cannot, because a date is missing or unreadable, a title is
    missing, a number is taken or the order of days is impossible, is kept whole as a draft
    marked 待补 with its reasons. Not as a record with holes: the columns of a register promise
    a day and a number to every count, list and export that reads them, and a record without
    them would make some of these wrong in silence. A draft is in no register, so that it
    reaches no export, and it is counted where the work of the day is told. Over a new record
    Ctrl+Enter then goes on to the next one; over an old one there is no next, and the form
    stays with its marks.
    """

    saved = Signal(int)
    kind: ClassVar[str]
    pins: ClassVar[tuple[str, ...]] = ()  # fields pinned until the user says otherwise
    numbered_by: ClassVar[str] = ""  # the date whose year a proposed number belongs to
    wanted: ClassVar[tuple[str, ...]] = ()  # fields that a whole record has, beside required ones
    proposing: ClassVar[Mapping[str, tuple[str, str]]] = {}  # lines and the columns they know

    def __init__(
        self, ui: Any, desk: Desk, record_id: int | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.desk = desk
        self.record_id = record_id
        self.ui = ui
        self.ui.setupUi(self)
        self.binder = FormBinder(self, FIELDS[self.kind])
        self._stored: Card = {}
        self._seen = Seen()  # the record as it was when the fields were filled
        self._saving = False
        self._proposed = ""
        self._begin_findings()
        self.pinned = Pins(desk, self.kind, self.pins)
        self.drafts = DraftKeeper(desk, self)
        self.history = HistoryKey(self)
        self.offer = DraftOffer(self, self.drafts)
        self.elsewhere = ElsewhereMark(desk, self)
        self.words = FormWords(desk, self)
        self.copying = RecordCopying(desk, self)
        self.effect = FormEffect(desk, self)
        self.confirmation = FormConfirmation(desk, self)
        self.field_line = FieldLine(self)
        self.walk = FindingWalk(self)
        self.ahead = TypingAhead(self)
        self.place_words()
        put_above_notes(self, self.confirmation.label)
        self.ui.label_saved.setWordWrap(True)  # a reason told there must not widen the form
        self.prepare()
        self._prepare_fields()
        self._connect()
        if record_id is None:
            self.begin_new()
        else:
            self.load()
        self.drafts.look()

    # ------------------------------------------------------------------ for each form to fill in

    def prepare(self) -> None:
        """Set up what this form has beside its fields; called once, before it is filled."""

    def place_words(self) -> None:
        """Put what the entry changes, and what belongs into the field, below the fields."""
        put_above_notes(self, self.effect.label, self.field_line.label)

    def defaults(self) -> Card:
        """What a new record begins with, beside its number and what is pinned."""
        return {}

    def shown_anew(self) -> None:
        """Called whenever another record, or the same one after keeping, stands in the form."""

    # ------------------------------------------------------------------ filling

    def load(self) -> None:
        """Show the record as it is stored. Raises Refusal when it has been removed."""
        self._read_stored()
        self.binder.show(self._stored)
        self._refused = []
        self._show_state()

    def _read_stored(self, shown: Collection[str] | None = None) -> None:
        """Read the record anew, of which only these fields are then `shown` anew, or all.

        Over the others somebody types, or may: what another made of them since is asked about.
        """
        assert self.record_id is not None
        with self.desk.database.reading() as session:
            now = seen_now(session, self.kind, self.record_id)
        self._stored = dict(now.card)
        if shown is not None:
            old = (name for name in self.binder.widgets if name not in shown)
            before = {name: self._seen.card.get(name) for name in old}
            now = Seen({**now.card, **before}, self._seen.version)
        self._seen = now

    @property
    def seen(self) -> Seen:
        """The record as it was when the fields were filled, and its version."""
        return self._seen

    def read_elsewhere(self) -> None:
        """Another clerk changed the record: read anew what is beside the fields."""

    def begin_new(self, typed: "Mapping[str, Typed] | None" = None) -> None:
        """An empty form with what is pinned; of a copy the fields that count as typed."""
        self.record_id = None
        self._stored, self._seen = {}, Seen()
        self._refused = []
        self.binder.show(self.defaults() if typed is None else {})
        if typed is None:
            self.binder.propose_typed(self.pinned.values())
            self.binder.call_aged(self._aged_dates())
        self._proposed = ""
        self.binder.retype(typed or {})
        self._propose_number()
        self._show_state()
        self.focus_first()

    def _aged_dates(self) -> dict[str, str]:
        """Pinned dates of an earlier day: likely to be wrong by now."""
        today = self.desk.today()
        return {
            name: f"沿用了上一条的日期{day}，不是今天，请核对。"
            for name, day in self.binder.values().items()
            if name in self.pinned.names and isinstance(day, date) and day < today
        }

    def _propose_number(self) -> None:
        """The next number of the year, as long as no other was typed."""
        if not self.numbered_by or self.record_id is not None:
            return
        values = self.binder.values()
        day = values[self.numbered_by]
        year = day.year if isinstance(day, date) else self.desk.year
        if str(values["number"] or "") != self._proposed:
            return
        with self.desk.database.reading() as session:
            self._proposed = proposed_number(session, self.kind, year)
        self.binder.propose({"number": self._proposed})

    def proposed_fields(self, told: Card) -> set[str]:
        """The numbers of a new record that nobody typed: another may be given in their place."""
        return {"number"} if self._proposed and told.get("number") == self._proposed else set()

    def focus_first(self) -> None:
        """Put the keys where typing begins."""
        first = next(
            (name for name in self.binder.widgets if self.binder.values()[name] in (None, ())),
            next(iter(self.binder.widgets)),
        )
        self.binder.widgets[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _prepare_fields(self) -> None:
        dates = [one for one in self.binder.widgets.values() if isinstance(one, DateEdit)]
        for one in dates:
            one.today = self.desk.today
        show_day_signs(self.desk, dates)
        self.words.offer(self.proposing)
        number = self.binder.widgets.get("number")
        if isinstance(number, TextLine):
            number.steps_number = self.record_id is None

    def _show_state(self) -> None:
        label = KIND_LABELS[self.kind]
        number = str(self._stored.get("number") or "")
        is_new = self.record_id is None
        self.setWindowTitle(f"新增{label}" if is_new else f"{label} {number}".strip())
        self.ui.save_and_next.setText(
            "保存并新增下一条（Ctrl+Enter）" if is_new else "保存并关闭（Ctrl+Enter）"
        )
        self.ui.show_journal.setEnabled(not is_new)
        self.binder.show_pins(self.pinned.names if is_new else ())
        self._show_hints()
        self.effect.look(now=True)
        self.confirmation.look()
        self.shown_anew()

    # ------------------------------------------------------------------ drafts

    def draft_place(self) -> DraftPlace:
        """Where a draft of this form belongs."""
        return DraftPlace(self.kind, self.record_id)

    def draft_name(self) -> str:
        """What the list of drafts calls it: number and name as far as they are typed."""
        card = self._stored | self.binder.changes()
        told = (card.get(name) for name in ("number", "title", "applicant_name", "indicator"))
        return "　".join(str(one) for one in told if one)

    def _on_changed(self, name: str) -> None:
        super()._on_changed(name)
        self.drafts.hear()
        self.effect.look()
        if name == self.numbered_by:
            self._propose_number()

    # ------------------------------------------------------------------ keys and leaving

    def _connect(self) -> None:
        self._connect_findings()
        self.drafts.not_written.connect(self.ui.label_saved.setText)
        self.ui.save.clicked.connect(lambda: self.save())
        self.ui.save_and_next.clicked.connect(self.save_and_next)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.show_journal.clicked.connect(self.history.show_record)
        bind_keys(
            self,
            ("Ctrl+S", self.save),
            ("Ctrl+Return", self.save_and_next),
            ("Ctrl+Enter", self.save_and_next),
            ("F2", self.toggle_pin),
            ("Ctrl+R", self.confirmation.open),
        )

    def toggle_pin(self) -> None:
        """Pin the field that has the keys, or unpin it; only new records begin with anything."""
        name = self.binder.field_with_keys()
        if not name or self.record_id is not None:
            return
        if name == "number":
            self.ui.label_saved.setText("编号每条不同，不能固定")
            return
        pinned = self.pinned.toggle(name)
        self.binder.show_pins(self.pinned.names)
        label = self.binder.fields[name].label
        words = "已固定，新增下一条时沿用" if pinned else "已取消固定"
        self.ui.label_saved.setText(f"“{label}”{words}")

    # ------------------------------------------------------------------ history

    def history_place(self) -> tuple[str, int, None] | None:
        """The record whose history the form can show."""
        return None if self.record_id is None else (self.kind, self.record_id, None)

    def stored_now(self) -> Card:
        """The card as it is stored by now; fields that nobody types in show it."""
        typed = {*self.binder.changes(), *(one.field for one in self.binder.unreadable())}
        self._read_stored([name for name in self.binder.widgets if name not in typed])
        return self._stored
