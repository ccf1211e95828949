"""Ties the widgets of a form to the fields of a card by name."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from shiboken6 import isValid

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.field_widget import FieldWidget
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.desk.widgets.pin_mark import show_pinned
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card, Field
from disclosure_desk.records.finding import Finding

if TYPE_CHECKING:
    from disclosure_desk.storage.drafts import Typed


class FormBinder(QObject):
    """The form as a card: shows one, reads it back, tells of changes, marks findings.

    A widget belongs to the field of its objectName. Raises TypeError for one that is no field
    widget. Filling the form never looks like typing.
    """

    changed = Signal(str)
    left = Signal(str)  # a field that is typed into has the keys no more

    def __init__(self, form: QWidget, fields: Mapping[str, Field]) -> None:
        super().__init__(form)
        self.fields: dict[str, Field] = {}
        self.widgets: dict[str, QWidget] = {}
        for name, field in fields.items():
            widget = form.findChild(QWidget, name)
            if widget is None:
                continue
            if not isinstance(widget, FieldWidget):
                raise TypeError(f"{name}: {type(widget).__name__} is no field widget")
            self.fields[name], self.widgets[name] = field, widget
            self._prepare(form, name, field, widget)
        self.pinned: set[str] = set()  # fields that go on to the next new record
        self._aged: dict[str, str] = {}  # dates carried over from an earlier day, and the words
        self._shown: Card = self.values()
        self._shown_typed = self.typed()

    def _prepare(self, form: QWidget, name: str, field: Field, widget: FieldWidget) -> None:
        if isinstance(widget, ChoiceBox) and field.choices is not None and widget.count() == 0:
            widget.offer(field.choices, may_be_empty=field.default is None)
            with QSignalBlocker(widget):
                widget.set_value(field.default)
        widget.edited.connect(lambda: self.changed.emit(name))
        if isinstance(widget, TextLine):
            widget.left.connect(lambda: self.left.emit(name))
        label = form.findChild(QLabel, f"label_{name}")
        if label is not None and field.source:
            label.setToolTip(field.source)

    def show(self, card: Mapping[str, FieldValue]) -> None:
        """Fill the form; what is not on the card becomes empty, or its default."""
        for name, widget in self.widgets.items():
            value = card.get(name)
            self._set(widget, self.fields[name].default if value is None else value)
        self._shown, self._shown_typed = self.values(), self.typed()
        self._aged = {}
        self.mark(())

    def propose(self, card: Mapping[str, FieldValue]) -> None:
        """Fill in defaults that do not count as typed."""
        for name, value in card.items():
            self._set(self.widgets[name], value)
            self._shown[name] = self._field(name).value()
            self._shown_typed[name] = self._field(name).typed()

    def propose_typed(self, typed: "Mapping[str, Typed]") -> None:
        """Fill in what was pinned, as it was typed; it does not count as typed here."""
        for name, text in typed.items():
            if name in self.widgets:
                with QSignalBlocker(self.widgets[name]):
                    self._field(name).set_typed(text)
                    if not self._field(name).problem():
                        self._field(name).set_value(self._field(name).value())
                self._shown[name] = self._field(name).value()
                self._shown_typed[name] = self._field(name).typed()

    def call_aged(self, words: Mapping[str, str]) -> None:
        """Mark values carried over that are likely to be out of date, until they are edited."""
        self._aged = dict(words)

    def _set(self, widget: QWidget, value: FieldValue) -> None:
        assert isinstance(widget, FieldWidget)
        with QSignalBlocker(widget):
            widget.set_value(value)

    def values(self) -> Card:
        """What stands in the form; None for empty fields and for what cannot be read."""
        return {name: self._field(name).value() for name in self.widgets}

    def changes(self) -> Card:
        """The fields that differ from what was shown, as they are now."""
        return {name: value for name, value in self.values().items() if value != self._shown[name]}

    def typed(self) -> "dict[str, Typed]":
        """Every field as it was typed, readable or not."""
        return {name: self._field(name).typed() for name in self.widgets}

    def typed_changes(self) -> "tuple[dict[str, Typed], dict[str, Typed]]":
        """The fields that differ from what was shown, as typed now and as they were then."""
        told = {one.field for one in self.unreadable()} | set(self.changes())
        names = [name for name in self.widgets if name in told]
        typed = {name: self._field(name).typed() for name in names}
        return typed, {name: self._shown_typed[name] for name in names}

    def shown_typed(self, name: str) -> "Typed":
        """What a field held when it was filled, as it would have been typed."""
        return self._shown_typed[name]

    def retype(self, typed: "Mapping[str, Typed]") -> None:
        """Type a draft in again: it counts as typed, and the form hears of each field."""
        for name, text in typed.items():
            if name in self.widgets:
                self._field(name).set_typed(text)

    @property
    def is_unsaved(self) -> bool:
        """Whether anything was typed that is not kept yet, unreadable dates included."""
        return bool(self.changes() or self.unreadable())

    def keep(self, card: Card) -> None:
        """Take note that these values are stored."""
        self._shown = self._shown | card
        for name in card:
            self._aged.pop(name, None)
            if name in self.widgets and self._field(name).value() == card[name]:
                self._shown_typed[name] = self._field(name).typed()

    def unreadable(self) -> list[Finding]:
        """An error for each field whose text cannot be read."""
        return [
            Finding("L0", "error", f"“{field.label}”{problem}", field=name)
            for name, field in self.fields.items()
            if (problem := self._field(name).problem())
        ]

    def left_unreadable(self) -> list[Finding]:
        """What cannot be read in fields that were left: to be looked at, and no error yet."""
        return [
            replace(one, severity="warning")
            for one in self.unreadable()
            if not self.widgets[one.field].hasFocus()
        ]

    def aged(self) -> list[Finding]:
        """What is to be said of values carried over that are likely to be out of date."""
        return [
            Finding("", "hint", f"“{self.fields[name].label}”{words}", field=name)
            for name, words in self._aged.items()
        ]

    def mark(self, findings: Iterable[Finding]) -> list[Finding]:
        """Show findings at their widgets; returns those that belong to none of them."""
        by_field: dict[str, list[Finding]] = {}
        elsewhere = []
        for finding in findings:
            if finding.field in self.widgets:
                by_field.setdefault(finding.field, []).append(finding)
            else:
                elsewhere.append(finding)
        for name, widget in self.widgets.items():
            found = by_field.get(name, [])
            worst = next((severity for severity in _WORST if severity in _kinds(found)), "")
            words = "\n".join(finding.message for finding in found)
            if not worst and name in self._aged:
                worst, words = "warning", self._aged[name]
            mark(widget, worst, words or self._explanation(name))
        return elsewhere

    def unmark(self, name: str) -> None:
        """Take back the mark of a field: it is being mended."""
        self._aged.pop(name, None)
        mark(self.widgets[name], "", self._explanation(name))

    def _explanation(self, name: str) -> str:
        field = self.fields[name]
        source = f"{field.label}（依据：{field.source}）" if field.source else ""
        pinned = "已固定，新增下一条时沿用；F2 取消固定。" if name in self.pinned else ""
        told = (source, getattr(self.widgets[name], "how_to", ""), pinned)
        return "\n".join(filter(None, told))

    def show_pins(self, names: Iterable[str]) -> None:
        """Draw the pin on these fields and on no other."""
        self.pinned = set(names) & set(self.widgets)
        for name, widget in self.widgets.items():
            show_pinned(widget, name in self.pinned)

    def close_lists(self) -> None:
        """Close the proposals that stand open: something is done with the whole form."""
        for widget in self.widgets.values():
            if isinstance(widget, TextLine):
                widget.hide_proposals()

    def field_with_keys(self) -> str:
        """The field that has the keys, or holds the widget that has them; else empty."""
        holder = QApplication.focusWidget()
        # PySide may hand out the list of a choice box of a form that is gone, at the same address.
        if holder is None or not isValid(holder):
            return ""
        for name, widget in self.widgets.items():
            if widget is holder or widget.isAncestorOf(holder):
                return name
        return ""

    def _field(self, name: str) -> FieldWidget:
        widget = self.widgets[name]
        assert isinstance(widget, FieldWidget)
        return widget


_WORST = ("error", "warning", "hint")


def _kinds(findings: Iterable[Finding]) -> set[str]:
    return {finding.severity for finding in findings}
