"""Asks why a record is removed (删除); without a reason nothing is removed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.registers import must_be_removable, remove_record
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_removal import Ui_Removal
from disclosure_desk.desk.widgets.flow_keys import composing


class Removal(QDialog):
    """Names the record, takes the reason, removes."""

    removed = Signal(int)

    def __init__(
        self, desk: Desk, kind: str, record_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk, self._kind, self._record_id = desk, kind, record_id
        self._version: int | None = None  # of the record that the user is asked about
        self.ui = Ui_Removal()
        self.ui.setupUi(self)
        self.ui.label_question.setText(f"删除“{name}”？")
        self.ui.label_question.setTextFormat(Qt.TextFormat.PlainText)
        self.ui.remove.setEnabled(False)
        self.ui.reason.edited.connect(
            lambda: self.ui.remove.setEnabled(self.ui.reason.value() is not None)
        )
        self.ui.leave.clicked.connect(self.reject)
        self.ui.remove.clicked.connect(self._remove)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self._remove)
        desk.look_up(
            partial(must_be_removable, kind=kind, record_id=record_id),
            succeeded=self._may_be_removed,
            failed=self._may_not_be_removed,
        )

    def _remove(self) -> None:
        reason = self.ui.reason.value()
        if composing() or reason is None or not self.ui.remove.isEnabled():
            return
        self.ui.remove.setEnabled(False)
        self._desk.run(
            partial(
                remove_record,
                kind=self._kind,
                record_id=self._record_id,
                reason=str(reason),
                version=self._version,
            ),
            self,
            succeeded=self._is_removed,
            failed=self._is_refused,
        )

    def _is_removed(self, done: Done) -> None:
        self.removed.emit(done.record_id)
        self.accept()

    def _may_be_removed(self, version: int) -> None:
        self._version = version

    def _may_not_be_removed(self, error: Exception) -> None:
        """Nobody need think of a reason for what is refused anyway."""
        self.reject()
        errors.tell(error, self.parentWidget())

    def _is_refused(self, error: Exception) -> None:
        self.ui.remove.setEnabled(True)
        errors.tell(error, self)
