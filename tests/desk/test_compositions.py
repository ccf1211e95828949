"""While the input method composes, no key acts: in every form, in every field that takes words."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.widgets.channel_edit import ChannelEdit
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.records.cards import MODELS
from disclosure_desk.records.event_kinds import EVENT_KINDS
from tests.desk.form_tests import CTRL, FORMS, Show, drafts, settle, show, stored
from tests.desk.keyboard import commit, compose

__all__ = ["show"]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = (
    *((key, NONE) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)),
    *((key, NONE) for key in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)),
    *((key, NONE) for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F4, Qt.Key.Key_F5)),
    *((key, NONE) for key in (Qt.Key.Key_F6, Qt.Key.Key_F7, Qt.Key.Key_F8, Qt.Key.Key_F9)),
    (Qt.Key.Key_F5, SHIFT),
    (Qt.Key.Key_Backtab, SHIFT),
    *((key, CTRL) for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_S, Qt.Key.Key_D)),
    (Qt.Key.Key_D, CTRL | SHIFT),
)


def places_for_words(form: QDialog) -> list[QWidget]:
    """Every widget of the form into which an input method can compose."""
    found: list[QWidget] = []
    for widget in form.binder.widgets.values():
        one = widget.others if isinstance(widget, ChannelEdit) else widget
        if isinstance(one, TextLine | LongText) and one.isVisible():
            found.append(one)
    return found


def check_every_field(form: QDialog, desk: Desk, qtbot: QtBot) -> int:
    """Press every key in the middle of a word in every field; how many presses there were."""
    started: list[object] = []
    start = desk.jobs.start
    presses = 0
    for place in places_for_words(form):
        place.setFocus()
        if isinstance(place, TextLine):
            place.deselect()  # a word composed over a selection takes its place, as it should
        settle(desk, qtbot)
        before = place.typed()
        desk.jobs.start = lambda *told, **named: started.append(told) or start(*told, **named)
        for key, modifiers in KEYS:
            compose(place, "zhu")
            QTest.keyClick(place, key, modifiers)
            presses += 1
            name = f"{place.objectName()} {key.name} {modifiers}"
            assert form.isVisible(), name
            assert place.hasFocus(), name
            assert composing(), name
        assert started == []
        del desk.jobs.start
        assert place.typed() == before
        commit(place, "住")
        assert "住" in str(place.typed())
        settle(desk, qtbot)
    return presses


@pytest.mark.parametrize("kind", FORMS)
def test_no_key_acts_in_a_form_of_a_record(
    kind: type[RecordDialog], desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(kind)
    assert check_every_field(form, desk, qtbot) >= 3 * len(KEYS)
    assert form.record_id is None
    with desk.database.reading() as session:
        assert session.query(MODELS[kind.kind]).count() == 0


@pytest.mark.parametrize("step", EVENT_KINDS)
def test_no_key_acts_in_the_form_of_a_step(step: str, desk: Desk, show: Show, qtbot: QtBot) -> None:
    request = stored(
        desk,
        "request",
        {
            "number": "2025-001",
            "received_on": date(2025, 9, 1),
            "received_via": "letter",
            "applicant_kind": "natural",
        },
    )
    form = show(EventEdit, request, step)
    assert check_every_field(form, desk, qtbot) >= 2 * len(KEYS)


@pytest.mark.parametrize("kind", FORMS)
def test_leaving_a_field_in_the_middle_of_a_word_saves_and_loses_nothing(
    kind: type[RecordDialog], desk: Desk, show: Show, qtbot: QtBot
) -> None:
    form = show(kind)
    for place in places_for_words(form):
        other = next(one for one in places_for_words(form) if one is not place)
        place.setFocus()
        compose(place, "zhu")
        other.setFocus()
        assert not composing()
        commit(place, "住")  # what an input method sends to the field that loses the keys
        assert "住" in str(place.typed())
    assert form.record_id is None
    qtbot.waitUntil(lambda: len(drafts(desk)) == 1)
