"""F6 goes from finding to finding in the order of the form, F8 lists them all."""

from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMenu, QWidget

from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.finding_line import finding_lines
from disclosure_desk.records.finding import Finding


class _FindingsMenu(QMenu):
    """Keys of the form with Ctrl, such as Ctrl+Enter, close the list and act as without it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        form = self.parent()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and form is not None:
            pressed = QKeySequence(event.keyCombination())
            for shortcut in form.findChildren(QShortcut):
                if shortcut.key() == pressed and shortcut.isEnabled():
                    self.close()
                    shortcut.activated.emit()
                    event.accept()
                    return
        super().keyPressEvent(event)


class FindingWalk(FormPart):
    """Works for a form that has a `binder`, `findings_now()` and `lead_to(field)`."""

    def __init__(self, form: QDialog) -> None:
        super().__init__(form)
        bind_keys(form, ("F6", self.go_on), ("F8", self.show_list))

    def go_on(self) -> None:
        """Put the keys into the next field with a finding; after the last comes the first."""
        fields = self._fields()
        if not fields:
            return
        order = self._order()
        here = self._form.binder.field_with_keys()
        place = order.index(here) if here in order else -1
        later = [name for name in fields if name in order and order.index(name) > place]
        self._form.lead_to((later or fields)[0])

    def show_list(self) -> None:
        """List all findings, the heaviest first; the one chosen is led to."""
        form = self._form
        found: list[Finding] = form.findings_now()
        menu = _FindingsMenu(form)
        menu.aboutToHide.connect(menu.deleteLater)
        by_line = {finding_lines([one])[0]: one for one in found}
        for line in finding_lines(found):
            action = menu.addAction(line)
            action.triggered.connect(partial(form.lead_to, by_line[line].field))
        if not found:
            menu.addAction("检查过了，没有发现问题。")
        menu.setActiveAction(menu.actions()[0])
        menu.popup(form.mapToGlobal(QPoint(20, form.height() // 3)))

    def _fields(self) -> list[str]:
        """The fields that have findings, as they follow each other in the form."""
        found = [one.field for one in self._form.findings_now() if one.field]
        order = [name for name in self._order() if name in found]
        return order + [name for name in dict.fromkeys(found) if name not in order]

    def _order(self) -> list[str]:
        """The fields as Tab goes through them, which is the order of the paper."""
        places: dict[QWidget, int] = {}
        widget = self._form.nextInFocusChain()
        while widget is not self._form:
            places[widget] = len(places)
            widget = widget.nextInFocusChain()
        fields: dict[str, QWidget] = self._form.binder.widgets
        return sorted(fields, key=lambda name: places[fields[name].focusProxy() or fields[name]])
