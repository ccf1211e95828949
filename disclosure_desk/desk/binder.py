"""Ties the widgets of a form to the fields of a card by name."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QObject, QSignalBlocker, Signal
from PySide6.QtWidgets import QLabel, QWidget

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.field_widget import FieldWidget
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card, Field
from disclosure_desk.records.finding import Finding


class FormBinder(QObject):
    """The form as a card: shows one, reads it back, tells of changes, marks findings.

    A widget belongs to the field of its objectName. Raises TypeError for one that is no field
    widget. Filling the form never looks like typing.
    """

    changed = Signal(str)

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
        self._shown: Card = self.values()

    def _prepare(self, form: QWidget, name: str, field: Field, widget: FieldWidget) -> None:
        if isinstance(widget, ChoiceBox) and field.choices is not None and widget.count() == 0:
            widget.offer(field.choices, may_be_empty=field.default is None)
            with QSignalBlocker(widget):
                widget.set_value(field.default)
        widget.edited.connect(lambda: self.changed.emit(name))
        label = form.findChild(QLabel, f"label_{name}")
        if label is not None and field.source:
            label.setToolTip(field.source)

    def show(self, card: Mapping[str, FieldValue]) -> None:
        """Fill the form; what is not on the card becomes empty, or its default."""
        for name, widget in self.widgets.items():
            value = card.get(name)
            self._set(widget, self.fields[name].default if value is None else value)
        self._shown = self.values()
        self.mark(())

    def propose(self, card: Mapping[str, FieldValue]) -> None:
        """Fill in defaults that do not count as typed."""
        for name, value in card.items():
            self._set(self.widgets[name], value)
            self._shown[name] = self._field(name).value()

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

    @property
    def is_unsaved(self) -> bool:
        """Whether anything was typed that is not kept yet, unreadable dates included."""
        return bool(self.changes() or self.unreadable())

    def keep(self, card: Card) -> None:
        """Take note that these values are stored."""
        self._shown = self._shown | card

    def unreadable(self) -> list[Finding]:
        """An error for each field whose text cannot be read."""
        return [
            Finding("L0", "error", f"“{field.label}”{problem}", field=name)
            for name, field in self.fields.items()
            if (problem := self._field(name).problem())
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
            mark(widget, worst, words or self._explanation(name))
        return elsewhere

    def unmark(self, name: str) -> None:
        """Take back the mark of a field: it is being mended."""
        mark(self.widgets[name], "", self._explanation(name))

    def _explanation(self, name: str) -> str:
        field = self.fields[name]
        source = f"{field.label}（依据：{field.source}）" if field.source else ""
        return "\n".join(filter(None, (source, getattr(self.widgets[name], "how_to", ""))))

    def _field(self, name: str) -> FieldWidget:
        widget = self.widgets[name]
        assert isinstance(widget, FieldWidget)
        return widget


_WORST = ("error", "warning", "hint")


def _kinds(findings: Iterable[Finding]) -> set[str]:
    return {finding.severity for finding in findings}
