"""Says below a form what belongs into the field that has the keys, and by which article."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from disclosure_desk.desk.dialogs.form_part import FormPart


class FieldLine(FormPart):
    """A line that follows the keys through a form with a `binder`."""

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        self.label = QLabel(form)
        self.label.setObjectName("label_field")
        self.label.setProperty("role", "grey")
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        self.label.setWordWrap(True)
        self.label.setMinimumHeight(self.label.fontMetrics().lineSpacing())
        self.label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Buttons and other windows leave the line as it is."""
        if new is not None and isValid(new) and self._form.isAncestorOf(new):
            self.show_field(self._form.binder.field_with_keys())

    def show_field(self, name: str) -> None:
        """Label, definition and article of a field."""
        field = self._form.binder.fields.get(name)
        if field is None:
            return
        source = f"依据：{field.source}。" if field.source else ""
        told = "".join(filter(None, (field.definition, source)))
        self.label.setText(f"{field.label}：{told}" if told else field.label)
        self._form.binder.widgets[name].setWhatsThis(told)


def put_above_notes(form: QDialog, *widgets: QWidget) -> None:
    """Place widgets between the fields of a form and what is told below them."""
    layout = form.layout()
    assert isinstance(layout, QVBoxLayout)
    notes = form.findChild(QLabel, "label_notes")
    assert notes is not None
    place = layout.indexOf(notes)
    for widget in widgets:
        layout.insertWidget(place, widget)
        place += 1
