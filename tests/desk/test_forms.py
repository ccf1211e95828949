"""What every Designer form gets tested free."""

import importlib
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QDialog, QLabel, QMainWindow, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.binder import FormBinder
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.event_fields import event_fields
from disclosure_desk.desk.forms import __main__ as forms
from disclosure_desk.desk.widgets.channel_edit import ChannelEdit
from disclosure_desk.desk.widgets.field_widget import FieldWidget
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox
from disclosure_desk.records.cards import EVENT_DATES, FIELDS
from disclosure_desk.records.event_kinds import CARD_EVENTS, EVENT_KINDS

ROOTS = {"QDialog": QDialog, "QMainWindow": QMainWindow, "QWidget": QWidget}
SOURCES = sorted(forms.UI.glob("*.ui"))
# A screen of 1366×768 without the frame of the window and the bar of the desktop.
WIDEST, HIGHEST = 1350, 690
RECORD_FORMS = {
    "publication_edit": "publication",
    "request_edit": "request",
    "dispute_edit": "dispute",
    "indicator_edit": "indicator",
    "office_edit": "office",
}


def made(source: Path, qtbot: QtBot) -> tuple[QWidget, Any]:
    """The bare form, as Designer shows it."""
    text = source.read_text(encoding="utf-8")
    found = re.search(r'<class>(\w+)</class>\s*<widget class="(\w+)"', text)
    assert found
    module = importlib.import_module(f"disclosure_desk.desk.forms.ui_{source.stem}")
    ui = getattr(module, f"Ui_{found[1]}")()
    form = ROOTS[found[2]]()
    ui.setupUi(form)
    qtbot.addWidget(form)
    return form, ui


def form_named(stem: str, qtbot: QtBot) -> QWidget:
    return made(forms.UI / f"{stem}.ui", qtbot)[0]


def place(widget: QWidget, form: QWidget) -> tuple[int, int]:
    corner = widget.mapTo(form, QPoint(0, 0))
    return corner.y(), corner.x()


def test_compiled_forms_are_current() -> None:
    assert forms.stale_forms() == []


@pytest.mark.parametrize("source", SOURCES, ids=lambda source: source.stem)
class TestEveryForm:
    def test_fits_a_small_screen(self, source: Path, qtbot: QtBot) -> None:
        form, _ = made(source, qtbot)
        wanted = form.minimumSizeHint().expandedTo(form.minimumSize())
        assert wanted.width() <= WIDEST
        assert wanted.height() <= HIGHEST
        assert form.height() <= 720

    def test_labels_lead_to_their_fields(self, source: Path, qtbot: QtBot) -> None:
        form, _ = made(source, qtbot)
        for label in form.findChildren(QLabel):
            name = label.objectName().removeprefix("label_")
            field = form.findChild(QWidget, name)
            if isinstance(field, FieldWidget):
                assert label.buddy() is field, name

    def test_enter_presses_no_button_by_itself(self, source: Path, qtbot: QtBot) -> None:
        form, _ = made(source, qtbot)
        for button in form.findChildren(QPushButton):
            assert not button.autoDefault(), button.objectName()
            assert not button.isDefault(), button.objectName()

    def test_every_name_says_what_it_is(self, source: Path, qtbot: QtBot) -> None:
        names = re.findall(
            r'<(?:widget|layout) class="\w+" name="(\w+)"', source.read_text("utf-8")
        )
        assert len(names) == len(set(names))
        assert not [
            name for name in names if re.search(r"_\d+$|^(line|text|push|combo)[A-Z]", name)
        ]

    def test_slots_are_not_connected_by_name(self, source: Path, qtbot: QtBot) -> None:
        compiled = forms.target_of(source).read_text(encoding="utf-8")
        assert "connectSlotsByName" not in compiled


@pytest.mark.parametrize(("stem", "kind"), RECORD_FORMS.items())
class TestFormsOfRecords:
    def test_every_field_widget_is_a_field_of_the_record(
        self, stem: str, kind: str, qtbot: QtBot
    ) -> None:
        form = form_named(stem, qtbot)
        inside = {
            child for one in form.findChildren(ChannelEdit) for child in one.findChildren(QWidget)
        }
        names = {
            widget.objectName()
            for widget in form.findChildren(QWidget)
            if isinstance(widget, FieldWidget) and widget not in inside
        }
        assert names <= set(FIELDS[kind])
        events = {name for slug in CARD_EVENTS for name in (*event_fields(slug), EVENT_DATES[slug])}
        assert names == set(FIELDS[kind]) - (events if kind == "request" else set())

    def test_labels_say_what_the_record_says(self, stem: str, kind: str, qtbot: QtBot) -> None:
        form = form_named(stem, qtbot)
        for name, field in FormBinder(form, FIELDS[kind]).fields.items():
            star = " *" if field.required else ""
            widget = form.findChild(QWidget, name)
            if isinstance(widget, YesNoBox):
                assert widget.text().startswith(field.label)
            else:
                label = form.findChild(QLabel, f"label_{name}")
                assert label is not None
                assert label.text() == f"{field.label}{star}"

    def test_tab_order_follows_the_page(self, stem: str, kind: str, qtbot: QtBot) -> None:
        form = form_named(stem, qtbot)
        form.show()
        binder = FormBinder(form, FIELDS[kind])
        fields = list(binder.widgets.values())
        walked: list[QWidget] = []
        widget = form.nextInFocusChain()
        while widget is not form and len(walked) < 500:
            owner = next((one for one in fields if one is widget or one.isAncestorOf(widget)), None)
            if owner is not None and owner not in walked:
                walked.append(owner)
            widget = widget.nextInFocusChain()
        assert len(walked) == len(fields)
        for one, next_one in pairwise(walked):
            (top, left), (next_top, next_left) = place(one, form), place(next_one, form)
            same_line = abs(top - next_top) < 12
            assert left < next_left if same_line else top < next_top, next_one.objectName()


def test_a_widget_of_unknown_kind_is_an_error(qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    QLabel("", form).setObjectName("title")
    with pytest.raises(TypeError, match="title: QLabel"):
        FormBinder(form, FIELDS["publication"])


@pytest.mark.parametrize("kind", EVENT_KINDS)
def test_a_step_shows_only_its_own_fields(kind: str, desk: Any, qtbot: QtBot) -> None:
    form = EventEdit(desk, 1, kind)
    qtbot.addWidget(form)
    form.show()
    shown = {
        widget.objectName()
        for widget in form.findChildren(QWidget)
        if isinstance(widget, FieldWidget) and widget.isVisible()
    }
    assert shown == set(event_fields(kind))
    assert form.ui.label_happened_on.text() == f"{EVENT_KINDS[kind].date_label} *"
