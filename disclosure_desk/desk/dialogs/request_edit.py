"""The form of a request (依申请公开): its registration, and the steps of its life."""

from functools import partial
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QMessageBox, QPushButton, QWidget

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.steps import remove_event
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.event_edit import EventEdit, event_fields
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.forms.ui_request_edit import Ui_RequestEdit
from disclosure_desk.desk.lookups import earlier_requests
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.records.cards import FIELDS, Card, shown
from disclosure_desk.records.request import CARD_EVENTS, EVENT_KINDS, Request, RequestEvent
from disclosure_desk.records.terms import OUTCOMES


class RequestEdit(RecordDialog):
    """Registration on the left; on the right what has happened since, and what comes next."""

    kind = "request"
    carried = ("received_on", "received_via", "department")
    proposing = ("delivery_wanted",)
    numbered_by = "received_on"

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        self._events: list[RequestEvent] = []
        self._steps: dict[str, QPushButton] = {}
        super().__init__(Ui_RequestEdit(), desk, record_id, parent)

    def prepare(self) -> None:
        self._lines = LinesModel(("日期", "步骤", "内容"), self)
        table = self.ui.events
        table.setModel(self._lines)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 8)
        table.horizontalHeader().setStretchLastSection(True)
        for column, width in enumerate((92, 104)):
            table.setColumnWidth(column, width)
        for slug, kind in CARD_EVENTS.items():
            button: QPushButton = getattr(self.ui, f"step_{slug}")
            self._steps[slug] = button
            button.setToolTip(f"{kind.label}（依据：{kind.source}）")
            button.clicked.connect(partial(self._add_step, slug))
        self.ui.label_earlier.linkActivated.connect(self._open_earlier)
        self.ui.applicant_name.editingFinished.connect(self._show_earlier)
        self._connect_steps()

    def _connect_steps(self) -> None:
        self.ui.events.doubleClicked.connect(lambda _index: self._change_step())
        self.ui.events.selectionModel().selectionChanged.connect(
            lambda *_: self._show_which_buttons_act()
        )
        self.ui.change_event.clicked.connect(self._change_step)
        self.ui.remove_event.clicked.connect(self._ask_to_remove_step)
        for keys, slot in (
            (Qt.Key.Key_Return, self._change_step),
            (Qt.Key.Key_Delete, self._ask_to_remove_step),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.ui.events)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)

    def defaults(self) -> Card:
        today = self.desk.today()
        return {"received_on": today} if today.year == self.desk.year else {}

    def shown_anew(self) -> None:
        self._show_events()
        self._show_earlier()

    # ------------------------------------------------------------------ steps

    def _show_events(self) -> None:
        self._events = []
        if self.record_id is not None:
            with self.desk.database.reading() as session:
                request = session.get_one(Request, self.record_id)
                self._events = sorted(request.events, key=_in_time)
        self._lines.set_rows([_line(event) for event in self._events])
        self.ui.label_state.setText(self._state())
        self._show_which_buttons_act()

    def _show_which_buttons_act(self) -> None:
        for button in self._steps.values():
            button.setEnabled(self.record_id is not None)
        selected = self._selected() is not None
        self.ui.change_event.setEnabled(selected)
        self.ui.remove_event.setEnabled(selected)

    def _state(self) -> str:
        if self.record_id is None:
            return "先保存登记内容，再登记办理步骤。"
        ended = [
            event
            for event in self._events
            if EVENT_KINDS[event.kind].finishes and event.happened_on and event.outcome
        ]
        if ended:
            outcome = OUTCOMES.label_of(str(ended[0].outcome))
            return f"已办结：{ended[0].happened_on}　{outcome}"
        dated = [event for event in self._events if event.happened_on]
        if dated:
            last = dated[-1]
            return f"办理中：{last.happened_on}已{EVENT_KINDS[last.kind].label}"
        return "办理中：还没有登记办理步骤"

    def _selected(self) -> RequestEvent | None:
        rows = self.ui.events.selectionModel().selectedRows()
        return self._events[rows[0].row()] if rows else None

    def _about(self) -> str:
        return f"申请{self._stored.get('number', '')}　{self._stored.get('applicant_name') or ''}"

    def _add_step(self, kind: str) -> None:
        """Open the form of a step; what is typed in the registration is kept first."""
        self.save(then=partial(self._open_step, kind))

    def _open_step(self, kind: str, event: RequestEvent | None = None) -> None:
        assert self.record_id is not None
        form = EventEdit(
            self.desk,
            self.record_id,
            kind,
            self,
            event_id=event.id if event else None,
            stored={name: getattr(event, name) for name in event_fields(kind)} if event else None,
            about=self._about(),
        )
        form.saved.connect(lambda _id: self._steps_changed())
        form.open()

    def _change_step(self) -> None:
        if event := self._selected():
            self._open_step(event.kind, event)

    def _ask_to_remove_step(self) -> None:
        event = self._selected()
        if event is None:
            return
        words = f"删除“{event.happened_on or ''} {EVENT_KINDS[event.kind].label}”这一步？"
        box = QMessageBox(
            QMessageBox.Icon.Question,
            "删除步骤",
            f"{words}修改记录里会保留它的内容。",
            QMessageBox.StandardButton.NoButton,
            self,
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        remove = box.addButton("删除", QMessageBox.ButtonRole.DestructiveRole)
        stay = box.addButton("取消", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(stay)
        remove.clicked.connect(partial(self._remove_step, event.id))
        box.open()

    def _remove_step(self, event_id: int) -> None:
        assert self.record_id is not None
        self.desk.run(
            partial(remove_event, request_id=self.record_id, event_id=event_id),
            self,
            succeeded=self._step_removed,
            failed=lambda error: errors.tell(error, self),
        )

    def _step_removed(self, _done: Done) -> None:
        self._steps_changed()

    def _steps_changed(self) -> None:
        assert self.record_id is not None
        known = {event.id for event in self._events}
        self._read_stored()
        self._show_events()
        self._show_step_beside(known)
        self._show_hints()
        self.saved.emit(self.record_id)

    def _show_step_beside(self, known: set[int]) -> None:
        """Select the step that was added, wherever its date puts it, and bring it into view."""
        added = [row for row, event in enumerate(self._events) if event.id not in known]
        if added:
            self.ui.events.selectRow(added[0])
            self.ui.events.scrollTo(self._lines.index(added[0], 0))

    # ------------------------------------------------------------------ the applicant's others

    def _show_earlier(self) -> None:
        name = self.ui.applicant_name.value()
        found = []
        if name is not None:
            with self.desk.database.reading() as session:
                found = earlier_requests(session, str(name), self.record_id)
        links = [
            f'<a href="{id_}">{escape(number)}</a>（{received_on}）'
            for id_, number, received_on in found[:3]
        ]
        more = "等" if len(found) > 3 else ""
        self.ui.label_earlier.setText(f"同名申请：{'、'.join(links)}{more}" if found else "")
        self.ui.label_earlier.setVisible(bool(found))

    def _open_earlier(self, record_id: str) -> None:
        RequestEdit(self.desk, int(record_id), self).open()


def _in_time(event: RequestEvent) -> tuple[str, int]:
    """By date, the undated last; then as entered."""
    return (event.happened_on.isoformat() if event.happened_on else "9999", event.id)


def _line(event: RequestEvent) -> tuple[str, str, str]:
    told = []
    for name in EVENT_KINDS[event.kind].particulars:
        field = FIELDS["request"][name]
        if words := shown(field, getattr(event, name)):
            plain = name in ("outcome", "reply_number", "delivery_way")
            told.append(words if plain else f"{field.label}{words}{field.unit}")
    if event.kind == "withdrawal":
        told = told[1:]
    day = event.happened_on.isoformat() if event.happened_on else "（未填）"
    return day, EVENT_KINDS[event.kind].label, "，".join(told)
