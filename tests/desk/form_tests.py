"""What the tests of the forms of records share."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.dispute_edit import DisputeEdit
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.indicator_edit import IndicatorEdit
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.drafts import Draft, every_draft

FORMS: tuple[type[RecordDialog], ...] = (PublicationEdit, RequestEdit, DisputeEdit, IndicatorEdit)
CTRL = Qt.KeyboardModifier.ControlModifier
Show = Callable[..., QDialog]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Iterator[Show]:
    """Open forms of records and of steps in an active window; they are closed at the end."""
    forms: list[QDialog] = []

    def made(kind: type[QDialog], *told: object) -> QDialog:
        form = kind(desk, *(told or (None,)))
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        settle(desk, qtbot)
        forms.append(form)
        return form

    yield made
    settle(desk, qtbot)
    for form in filter(isValid, forms):
        form.binder.keep(form.binder.values())
        form.done(0)
    settle(desk, qtbot)


def settle(desk: Desk, qtbot: QtBot) -> None:
    """Wait until nothing is under way behind the windows."""
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def stored(desk: Desk, kind: str, card: Card) -> int:
    """A record entered behind the desk's back."""
    with desk.database.writing(desk.actor) as session:
        return add_record(session, kind, card).record_id


def drafts(desk: Desk) -> list[Draft]:
    """All drafts of the office."""
    with desk.database.reading() as session:
        return every_draft(session)


__all__ = ["CTRL", "FORMS", "EventEdit", "Show", "drafts", "settle", "show", "stored"]
