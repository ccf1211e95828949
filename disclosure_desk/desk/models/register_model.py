"""A register as a table: a few pages of it at a time, asked for behind the window."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from disclosure_desk.desk.jobs import Jobs, Report
from disclosure_desk.desk.models.column import Column
from disclosure_desk.desk.models.register_answer import Answer, answer_of
from disclosure_desk.desk.models.register_pages import RegisterPages
from disclosure_desk.records.cards import Card, Field

if TYPE_CHECKING:
    from disclosure_desk.storage.row_source import RowSource, Wanted

# So long the window waits for an answer before it goes on and shows it when it comes: a small
# register then changes at once, without a flicker. Shorter than a frame may take.
PATIENCE_SECONDS = 0.025

SortRole = Qt.ItemDataRole.UserRole + 1
RecordRole = Qt.ItemDataRole.UserRole + 2

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ROLES = frozenset(
    (
        *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole),
        *(Qt.ItemDataRole.TextAlignmentRole, SortRole, RecordRole),
    )
)

_Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


class _Question:
    """One asking anew, answered on a thread of the pool."""

    def __init__(
        self, source: "RowSource", columns: tuple[Column, ...], work: Callable[[], Answer]
    ) -> None:
        self.source = source
        self.columns = columns
        self.answer: Answer | None = None
        self.error: Exception | None = None
        self.is_taken = False
        self._work = work
        self._done = Event()

    def run(self, _report: Report) -> "_Question":
        try:
            self.answer = self._work()
        except Exception as error:  # noqa: BLE001  # handed to whoever asked
            self.error = error
        self._done.set()
        return self

    @property
    def is_done(self) -> bool:
        return self._done.is_set()

    def wait(self, seconds: float) -> None:
        self._done.wait(seconds)


class RegisterModel(QAbstractTableModel):
    """Shows what a row source gives; sorting and filtering ask the source anew.

    With `jobs` everything is asked for behind the window: what was shown stays until the
    answer comes, and of several questions only the newest is answered.
    """

    answered = Signal(object)  # an Answer
    unanswered = Signal(object)  # why, an exception
    came = Signal()  # rows that were waited for

    def __init__(
        self,
        source: "RowSource",
        columns: Sequence[Column],
        fields: Mapping[str, Field],
        parent: QObject | None = None,
        *,
        jobs: Jobs | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._fields = fields
        self._figures = {name for name, one in fields.items() if one.type in (Decimal, int)}
        self.pages = RegisterPages(source, self, jobs=jobs)
        self.pages.came.connect(self._on_page)
        self.pages.failed.connect(self.unanswered)
        self._asked_for = source.wanted
        self._jobs = jobs
        self._question: _Question | None = None
        self._next_question: _Question | None = None
        if jobs is None:
            self.show_wanted(source.wanted)

    # ------------------------------------------------------------------ asking

    @property
    def wanted(self) -> "Wanted":
        """Which records are asked for, in which order; what is shown may still be older."""
        return self._asked_for

    @property
    def source(self) -> "RowSource":
        """Where the rows that are shown come from."""
        return self.pages.source

    def show_wanted(
        self,
        *wanted: "Wanted",
        record_id: int | None = None,
        columns: Sequence[Column] | None = None,
    ) -> None:
        """Show other records, or the same ones anew; `answered` tells when they are here.

        Of several the first is shown that holds the record; the first of all when none does.
        """
        chosen = self.columns if columns is None else tuple(columns)
        fields = tuple(dict.fromkeys(("number", "dated_on", *(one.field for one in chosen))))
        names = tuple(name for name in fields if name in self._fields)
        source = self.pages.source.with_wanted(wanted[0], names)
        self._asked_for = wanted[0]

        def work() -> Answer:
            return answer_of(source, wanted, record_id)

        if self._jobs is None:
            self._take(work(), chosen)
            return
        question = _Question(source, chosen, work)
        if self._question is not None and not self._question.is_done:
            self._question.source.stop()
            self._next_question = question
            return
        self._put(question)

    def _put(self, question: _Question) -> None:
        assert self._jobs is not None
        self._question = question
        self._jobs.start(question.run, succeeded=self._on_answer)
        question.wait(PATIENCE_SECONDS)
        if question.answer is not None:
            question.is_taken = True
            self._take(question.answer, question.columns)

    def _on_answer(self, question: _Question) -> None:
        if question is not self._question:
            return  # a newer one was put once this was done
        self._question = None
        if self._next_question is not None:
            following, self._next_question = self._next_question, None
            self._put(following)
        elif question.error is not None:
            self.unanswered.emit(question.error)
        elif not question.is_taken and question.answer is not None:
            self._take(question.answer, question.columns)

    def _take(self, answer: Answer, columns: tuple[Column, ...]) -> None:
        self.beginResetModel()
        self.columns = columns
        self.pages.take(answer)
        self._asked_for = answer.source.wanted
        self.endResetModel()
        self.answered.emit(answer)

    def _on_page(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.came.emit()

    # ------------------------------------------------------------------ table

    @property
    def naming_column(self) -> int:
        """The column that says most about a record: the one that takes the room left over."""
        return next((place for place, one in enumerate(self.columns) if one.stretches), 0)

    def record_id(self, row: int) -> int | None:
        """The id of the record in a row; None beyond the rows, and while it is on its way."""
        found = self.pages.row(row)
        return found.id if found else None

    def row_of(self, record_id: int) -> int | None:
        """Where a record stands; None when it is not among those shown."""
        return self.pages.source.position(record_id)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self.pages.count

    def columnCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def label(self, column: Column) -> str:
        """What a column is called."""
        return column.label or self._fields[column.field].label

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.label(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = (
                Qt.AlignmentFlag.AlignRight
                if column.field in self._figures
                else Qt.AlignmentFlag.AlignLeft
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # A table asks each cell for eight roles at every painting: most are answered at once.
        if role not in _ROLES or not index.isValid():
            return None
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.field in self._figures else None
        row = self.pages.row(index.row())
        if row is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.text(column, row.card)
        if role == SortRole:
            return row.card.get(column.field)
        if role == RecordRole:
            return row
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        descending = order == Qt.SortOrder.DescendingOrder
        field = self.columns[column].field
        if (field, descending) != (self.wanted.sort, self.wanted.descending):
            self.show_wanted(replace(self.wanted, sort=field, descending=descending))

    def text(self, column: Column, card: Card) -> str:
        """What a cell of this column shows of a card."""
        return column.text(self._fields[column.field], card)
