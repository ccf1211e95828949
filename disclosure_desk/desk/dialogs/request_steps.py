"""The steps of a request in its form: the list, and the ways to enter, change and remove one."""

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.steps import remove_event
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.event_fields import event_fields
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.records.cards import EVENT_FIELDS, shown
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.request import Request, RequestEvent, dated
from disclosure_desk.records.request_clock import is_open
from disclosure_desk.records.terms import OUTCOMES

if TYPE_CHECKING:
    from disclosure_desk.desk.dialogs.request_edit import RequestEdit

# The step «制作文书» comes from a letter: the list of letters is where it is made and opened.
ENTERED = tuple(slug for slug in EVENT_KINDS if slug != "letter")
_WIDTHS = (82, 92, 0, 170, 58)
_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-")
_PLAIN = ("outcome", "delivery_way", "reason", "addressee", "opinion", "consulted", "late_reason")
_IN_OWN_COLUMN = ("reply_number", "letter_number", "person")


class RequestSteps(FormPart):
    """Works on the widgets of the request's form; `events` are the steps, oldest first."""

    step_wanted = Signal(str)  # kind of a new step: the registration is kept first
    changed = Signal()

    def __init__(self, desk: Desk, ui: Any, form: "RequestEdit") -> None:
        super().__init__(form)
        self._desk, self._ui = desk, ui
        self.request_id: int | None = None
        self.events: list[RequestEvent] = []
        self._lines = LinesModel(("日期", "步骤", "内容", "文号", "经办人"), self)
        ui.events.show_model(self._lines, _WIDTHS, stretched=2)
        self.buttons: dict[str, QPushButton] = {}
        # The keys follow the buttons as they stand on the page.
        placed = sorted(ENTERED, key=lambda slug: _place(ui, slug))
        for key, slug in zip(_KEYS, placed, strict=True):
            self._prepare_button(slug, key)
        self._connect()

    def _prepare_button(self, slug: str, key: str) -> None:
        button: QPushButton = getattr(self._ui, f"step_{slug}")
        kind = EVENT_KINDS[slug]
        button.setAccessibleName(button.text())
        button.setText(f"{key} {button.text()}")
        button.setToolTip(f"{kind.label}（Ctrl+{key}）\n依据：{kind.source}")
        button.clicked.connect(partial(self.step_wanted.emit, slug))
        shortcut = QShortcut(QKeySequence(f"Ctrl+{key}"), self._form)
        shortcut.activated.connect(button.click)
        self.buttons[slug] = button

    def _connect(self) -> None:
        table = self._ui.events
        table.doubleClicked.connect(lambda _index: self.change_step())
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_which_buttons_act())
        self._ui.change_event.clicked.connect(self.change_step)
        self._ui.remove_event.clicked.connect(self.ask_to_remove_step)
        table.act_on(
            {
                "Return": self.change_step,
                "Enter": self.change_step,
                "Delete": self.ask_to_remove_step,
            }
        )

    # ------------------------------------------------------------------ showing

    def show_steps(self, request_id: int | None) -> None:
        """List the steps of a request as they are stored; none for a new one."""
        self.request_id = request_id
        chosen, row = self.selected(), self._ui.events.selected_row()
        self.events = []
        if request_id is not None:
            with self._desk.database.reading() as session:
                self.events = sorted(session.get_one(Request, request_id).events, key=_in_time)
        self._lines.set_rows([line_of(event) for event in self.events])
        if chosen is not None and row is not None:
            self._choose_again(chosen.id, row)
        self._ui.label_state.setText(self._state())
        self._show_which_buttons_act()

    def show_step_beside(self, known: set[int]) -> None:
        """Select the step that was added, wherever its date puts it, and bring it into view."""
        added = [row for row, event in enumerate(self.events) if event.id not in known]
        if added:
            self._ui.events.selectRow(added[0])
            self._ui.events.scrollTo(self._lines.index(added[0], 0))

    def _choose_again(self, event_id: int, row: int) -> None:
        """The step that was chosen, or once it is taken away, the one that stands there now."""
        places = [place for place, event in enumerate(self.events) if event.id == event_id]
        place = places[0] if places else min(row, len(self.events) - 1)
        if place >= 0:
            self._ui.events.selectRow(place)

    def take_keys(self) -> None:
        """Put the keys into the list: none typed now reaches a field of the registration."""
        self._ui.events.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_which_buttons_act(self) -> None:
        ended = bool(self.events) and not is_open(self.events)
        for slug, button in self.buttons.items():
            may = self.request_id is not None and (slug != "reopening" or ended)
            button.setEnabled(may)
        selected = self.selected()
        self._ui.change_event.setEnabled(selected is not None and selected.kind in ENTERED)
        self._ui.remove_event.setEnabled(selected is not None)

    def _state(self) -> str:
        if self.request_id is None:
            return "先保存登记内容，再登记办理步骤。"
        ended = [
            event
            for event in self.events
            if EVENT_KINDS[event.kind].finishes and event.happened_on and event.outcome
        ]
        steps = dated(self.events, *ENTERED)
        if ended and not is_open(self.events):
            outcome = OUTCOMES.label_of(str(ended[-1].outcome))
            return f"已办结：{ended[-1].happened_on}　{outcome}"
        if steps:
            last = steps[-1]
            return f"办理中：{last.happened_on}已{EVENT_KINDS[last.kind].label}"
        return "办理中：还没有登记办理步骤"

    def selected(self) -> RequestEvent | None:
        """The step that the buttons act on."""
        row = self._ui.events.selected_row()
        return None if row is None else self.events[row]

    # ------------------------------------------------------------------ acting

    def open_step(
        self, kind: str, event: RequestEvent | None = None, over: QWidget | None = None
    ) -> EventEdit:
        """Open the form of a new step, or of one that is listed."""
        assert self.request_id is not None
        form = EventEdit(
            self._desk,
            self.request_id,
            kind,
            over or self._form,
            event_id=event.id if event else None,
            stored={name: getattr(event, name) for name in event_fields(kind)} if event else None,
            about=self._form.about(),
        )
        form.saved.connect(lambda _id: self.changed.emit())
        if over is None:  # else the keys belong to the window that it was opened over
            form.finished.connect(self.take_keys)
        form.open()
        return form

    def open_latest(self, kind: str, over: QWidget) -> None:
        """Open the newest step of a kind, or a new one where there is none yet."""
        found = [event for event in self.events if event.kind == kind]
        self.open_step(kind, found[-1] if found else None, over)

    def change_step(self) -> None:
        """Open the selected step; a letter has no form of its own."""
        event = self.selected()
        if event is not None and event.kind in ENTERED:
            self.open_step(event.kind, event)

    def ask_to_remove_step(self) -> None:
        """Ask why the selected step is taken away."""
        event = self.selected()
        if event is None:
            return
        from disclosure_desk.desk.dialogs.step_removal import StepRemoval

        name = f"{event.happened_on or ''} {EVENT_KINDS[event.kind].label}".strip()
        dialog = StepRemoval(name, self._form)
        dialog.given.connect(partial(self._remove_step, event))
        dialog.finished.connect(self.take_keys)
        dialog.open()

    def _remove_step(self, event: RequestEvent, reason: str) -> None:
        assert self.request_id is not None
        command = partial(
            remove_event,
            request_id=self.request_id,
            event_id=event.id,
            reason=reason,
            seen={name: getattr(event, name) for name in ("happened_on", *EVENT_FIELDS)},
            today=self._desk.today(),
        )
        self._desk.run(command, self._form, succeeded=self._is_removed, failed=self._is_not_removed)

    def _is_removed(self, _done: Done) -> None:
        self.changed.emit()

    def _is_not_removed(self, error: Exception) -> None:
        errors.tell(error, self._form)


def line_of(event: RequestEvent) -> tuple[str, str, str, str, str]:
    """A step as the list shows it: day, kind, what it tells, its number, who handled it."""
    kind = EVENT_KINDS[event.kind]
    told = []
    # What a letter without a step of its own is called stands in its reason.
    for name in ("reason",) if event.kind == "letter" else kind.fields:
        if name in _IN_OWN_COLUMN or (event.kind == "withdrawal" and name == "outcome"):
            continue
        field = EVENT_FIELDS[name]
        if words := shown(field, getattr(event, name)):
            told.append(words if name in _PLAIN else f"{field.label}{words}{field.unit}")
    day = event.happened_on.isoformat() if event.happened_on else "（未填）"
    number = event.reply_number or event.letter_number or ""
    return day, kind.label, "，".join(told), number, event.person or ""


def _in_time(event: RequestEvent) -> tuple[str, int]:
    """By date, the undated last; then as entered."""
    return (event.happened_on.isoformat() if event.happened_on else "9999", event.id)


def _place(ui: Any, slug: str) -> tuple[int, int]:
    """Row and column of a step's button."""
    index = ui.layout_steps.indexOf(getattr(ui, f"step_{slug}"))
    row, column, _, _ = ui.layout_steps.getItemPosition(index)
    return row, column
