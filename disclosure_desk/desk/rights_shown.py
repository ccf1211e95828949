"""Shows on buttons and menu entries what one may not do: greyed, with the reason at the pointer.

Pages switch their buttons on and off by what is chosen; a guard has the last word while the
right is missing, and gives the button back to its page when somebody else sits down.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPlainTextEdit, QWidget

if TYPE_CHECKING:
    from disclosure_desk.desk.context import Desk


def guard(desk: "Desk", right: str, *targets: QWidget | QAction) -> None:
    """Let these act only for who has a right of records/rights.py, told by its name."""
    for target in targets:
        _Guard(desk, right, target)


class _Guard(QObject):
    def __init__(self, desk: "Desk", right: str, target: QWidget | QAction) -> None:
        super().__init__(target)
        self._desk, self._right, self._target = desk, right, target
        self._is_held = False
        self._wanted = True
        self._tooltip = target.toolTip()
        if isinstance(target, QAction):
            target.enabledChanged.connect(self._on_enabled)
        else:
            target.installEventFilter(self)
        desk.person.changed.connect(self._look)
        desk.destroyed.connect(self._let_go)
        self._look()

    def _look(self) -> None:
        refusal = self._desk.person.refusal(self._right)
        if refusal and not self._is_held:
            self._wanted, self._tooltip = self._target.isEnabled(), self._target.toolTip()
            self._is_held = True
            self._target.setEnabled(False)
        elif not refusal and self._is_held:
            self._is_held = False
            self._target.setEnabled(self._wanted)
            self._target.setToolTip(self._tooltip)
        if refusal:
            self._target.setToolTip(refusal)

    def _let_go(self) -> None:
        """The office is closed; entries of the menus stay for the next one."""
        if self._is_held:
            self._is_held = False
            self._target.setToolTip(self._tooltip)
        self.deleteLater()

    def _on_enabled(self, enabled: bool) -> None:
        if self._is_held and enabled:
            self._wanted = True
            self._target.setEnabled(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take back what a page switches on."""
        if event.type() == QEvent.Type.EnabledChange and isinstance(self._target, QWidget):
            is_off = self._target.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
            self._on_enabled(not is_off)
        return super().eventFilter(watched, event)


def show_rights(form: Any) -> None:
    """Let a form of a record only be read by who may not write, and say so below its fields.

    Its fields are held, so that nothing is typed which could not be kept, not even as a draft.
    """
    for name in ("save", "save_and_next"):
        button = getattr(form.ui, name, None)
        if button is not None and not button.property("is_guarded"):
            button.setProperty("is_guarded", True)
            guard(form.desk, "WRITE", button)
    refusal = form.desk.person.refusal("WRITE")
    if refusal:
        for widget in form.binder.widgets.values():
            _hold(widget)
        told = getattr(form.ui, "label_saved", None) or form.ui.label_notes
        told.setText(refusal)


def _hold(widget: QWidget) -> None:
    """Let nothing be typed; a long text can still be scrolled and copied with the mouse."""
    if isinstance(widget, QPlainTextEdit):
        widget.setReadOnly(True)
        widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its keys would fill it
    else:
        widget.setEnabled(False)
