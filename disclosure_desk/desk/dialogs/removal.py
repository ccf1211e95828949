"""Asks why a record is removed (删除); without a reason nothing is removed."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.registers import must_be_removable, remove_record
from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.reason_asked import ReasonAsked, Wording

_WORDING = Wording(
    title="删除记录",
    label="删除原因",
    example="如：重复登记",
    notes="记录放进“编辑—回收站”，可以原样放回；内容和原因也保留在“编辑—全部修改记录”里。",
    act="删除",
    icon="remove",
)


class Removal(ReasonAsked):
    """Names the record, takes the reason, removes."""

    removed = Signal(int)

    def __init__(
        self, desk: Desk, kind: str, record_id: int, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(f"删除“{name}”？", _WORDING, parent)
        self._desk, self._kind, self._record_id = desk, kind, record_id
        self._version: int | None = None  # of the record that the user is asked about
        desk.look_up(
            partial(must_be_removable, kind=kind, record_id=record_id),
            succeeded=self._may_be_removed,
            failed=self._may_not_be_removed,
        )

    def go_on(self, reason: str) -> None:
        """Remove it; the form stays until that is done."""
        self.ui.act.setEnabled(False)
        self._desk.run(
            partial(
                remove_record,
                kind=self._kind,
                record_id=self._record_id,
                reason=reason,
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
        self.ui.act.setEnabled(True)
        errors.tell(error, self)
