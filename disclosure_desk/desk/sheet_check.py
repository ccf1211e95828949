"""Checks a sheet of rows behind the window: they are entered, and it is all taken back."""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.models.paste_model import PasteModel

if TYPE_CHECKING:
    from disclosure_desk.commands.rows import FindingsByRow, SheetRow

_PAUSE_MS = 300


@dataclass(frozen=True, slots=True)
class CheckedSheet:
    """The rows that hold anything, and what was found about them, by place from 1 on."""

    rows: "tuple[SheetRow, ...]" = ()
    by_row: "FindingsByRow | None" = None

    def has_error(self, place: int) -> bool:
        """Whether a row breaks a rule."""
        return any(one.severity == "error" for one in (self.by_row or {}).get(place, ()))

    @property
    def wrong(self) -> int:
        """How many rows have an error."""
        return sum(1 for row in self.rows if self.has_error(row.place))

    @property
    def doubtful(self) -> int:
        """How many rows are only to be looked at."""
        return len(self.by_row or {}) - self.wrong

    @property
    def sound_rows(self) -> "tuple[SheetRow, ...]":
        """The rows that can be entered."""
        return tuple(row for row in self.rows if not self.has_error(row.place))


class SheetCheck(QObject):
    """Checks once typing pauses; an answer about rows that have changed since is thrown away."""

    checked = Signal(object)  # CheckedSheet
    failed = Signal(object)

    def __init__(self, desk: Desk, model: PasteModel, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self._turn = 0
        self.last: CheckedSheet | None = None  # about the rows as they are; None while unknown
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self.check)
        model.edited.connect(self._on_edited)

    def _on_edited(self) -> None:
        self._turn += 1
        self.last = None
        self._pause.start()

    def check(self) -> None:
        """Check now."""
        self._pause.stop()
        self._turn += 1
        turn, desk, kind = self._turn, self._desk, self._model.kind
        columns, rows, today = self._model.fields, self._model.rows, self._desk.today()

        def work(_report: Report) -> CheckedSheet:
            from disclosure_desk.commands.number_series import numbers_in_order
            from disclosure_desk.commands.rows import rehearse_rows
            from disclosure_desk.exchange.sheet_rows import read_rows

            read = read_rows(kind, columns, rows, today)
            found: FindingsByRow = {}
            if read:
                found = rehearse_rows(
                    desk.database,
                    desk.actor,
                    kind,
                    read,
                    today=today,
                    numbering=numbers_in_order,
                )
            return CheckedSheet(tuple(read), found)

        desk.jobs.start(
            work,
            succeeded=partial(self._is_checked, turn),
            failed=partial(self._is_not_checked, turn),
            writing=True,
        )

    def _is_checked(self, turn: int, sheet: CheckedSheet) -> None:
        if turn == self._turn:
            self.last = sheet
            self._model.show_findings(sheet.by_row or {})
            self.checked.emit(sheet)

    def _is_not_checked(self, turn: int, error: Exception) -> None:
        if turn == self._turn:
            self.failed.emit(error)
