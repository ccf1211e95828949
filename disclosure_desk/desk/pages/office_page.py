"""The office's own profile (单位信息)."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.meanwhile import ChangedMeanwhile, Seen
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import as_kept, change_record, seen_now
from disclosure_desk.desk import errors
from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.changed_meanwhile import ask_about
from disclosure_desk.desk.dialogs.journal_view import JournalView
from disclosure_desk.desk.finding_line import finding_line
from disclosure_desk.desk.forms.ui_office_edit import Ui_OfficeEdit
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.cards import FIELDS, Card, Field
from disclosure_desk.records.finding import Finding


class OfficePage(QWidget):
    """A form that is always there; what is typed stays until it is saved or given up."""

    title = "单位信息"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.ui = Ui_OfficeEdit()
        self.ui.setupUi(self)
        self.binder = FormBinder(self, FIELDS["office"])
        self._office_id = 0
        self._seen = Seen()  # the profile as it was when the fields were filled
        guard(desk, "OFFICE", self.ui.save)
        self._connect()
        self.load()

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        return self.binder.is_unsaved

    def reload(self) -> None:
        """Show what is stored, unless something is being typed."""
        if not self.binder.is_unsaved:
            self.load()

    def load(self) -> None:
        """Show what is stored; what was typed is given up."""
        with self.desk.database.reading() as session:
            office = the_office(session)
            self._office_id = office.id
            self._seen = seen_now(session, "office", office.id)
        self.binder.show(self._seen.card)
        self._show(_hints(self._seen.card))
        self._show_which_buttons_act()

    def save(self) -> None:
        """Keep what was typed."""
        changes = self.binder.changes()
        if composing() or not changes:
            return
        self.desk.run(
            partial(
                change_record,
                kind="office",
                record_id=self._office_id,
                changes=changes,
                seen=self._seen,
            ),
            self,
            succeeded=partial(self._kept, changes),
            failed=self._not_kept,
        )

    def _kept(self, changes: Card, done: Done) -> None:
        self.binder.keep(changes)
        typed = self.binder.changes()
        others = {name: one for name, one in done.others.items() if name not in typed}
        self.binder.propose({name: one for name, one in others.items() if name in self._fields})
        card = {**self._seen.card, **as_kept(changes), **others}
        self._seen = Seen(card, self._seen.version)
        self._show(_hints(card))
        self._show_which_buttons_act()

    @property
    def _fields(self) -> dict[str, Field]:
        return self.binder.fields

    def _not_kept(self, error: Exception) -> None:
        if isinstance(error, ChangedMeanwhile):
            ask_about(error, self._fields, self, partial(self._agree, error))
        elif isinstance(error, Unsound):
            self._show(list(error.findings))
            self.binder.widgets[error.findings[0].field].setFocus()
        else:
            errors.tell(error, self)

    def _agree(self, refused: ChangedMeanwhile, mine: set[str]) -> None:
        """Go on from what the other made of the fields, with one's own where that stays."""
        self._seen = refused.agreed(self._seen)
        theirs = {one.name: one.theirs for one in refused.clashes}
        self.binder.keep({name: theirs[name] for name in theirs if name in mine})
        self.binder.propose({name: theirs[name] for name in theirs if name not in mine})
        self._show_which_buttons_act()
        self.save()

    def _show(self, findings: list[Finding]) -> None:
        self.binder.mark(findings)
        self.ui.label_notes.setText("<br>".join(map(finding_line, findings)))
        self.ui.label_notes.setVisible(bool(findings))

    def _show_which_buttons_act(self) -> None:
        unsaved = self.binder.is_unsaved
        self.ui.save.setEnabled(unsaved)
        self.ui.undo.setEnabled(unsaved)

    def _connect(self) -> None:
        self.binder.changed.connect(self._on_typed)
        self.ui.save.clicked.connect(self.save)
        self.ui.undo.clicked.connect(self.load)
        self.ui.show_journal.clicked.connect(self.show_journal)
        self.ui.show_calendar.clicked.connect(self.show_calendar)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.save)
        self.desk.changed.connect(self._on_changed)

    def _on_typed(self, name: str) -> None:
        self.binder.unmark(name)
        self._show_which_buttons_act()

    def _on_changed(self, kinds: frozenset[str], initiator: object) -> None:
        if initiator is not self and "office" in kinds:
            self.reload()

    def show_journal(self) -> None:
        """Show what was changed in the profile."""
        JournalView(self.desk, "office", self._office_id, self).open()

    def show_calendar(self) -> None:
        """Show the holidays and make-up days, and take in those of a new year."""
        from disclosure_desk.desk.dialogs.calendar_view import CalendarView

        CalendarView(self.desk, self).open()


def _hints(card: Card) -> list[Finding]:
    """What does not keep the details from being stored but looks mistyped."""
    from disclosure_desk.records.soundness import check_card

    return [one for one in check_card("office", card) if one.severity == "hint"]
