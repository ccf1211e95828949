"""A register as a table: a few pages of it at a time, asked for behind the window."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from disclosure_desk.desk.jobs import Jobs, Report
from disclosure_desk.desk.models.column import Column
from disclosure_desk.desk.models.register_answer import PAGE, Answer, answer_of
from disclosure_desk.records.cards import Card, Field

if TYPE_CHECKING:
    from disclosure_desk.storage.row_source import Row, RowSource, Wanted

_PAGES_KEPT = 24
_PAGES_AWAITED = 6  # a wheel or a slider leaves those behind that it has passed
_PAUSE_BEFORE_STARTS_MS = 400
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
        self._source = source
        self._asked_for = source.wanted
        self._jobs = jobs
        self._count = 0
        self._pages: OrderedDict[int, list[Row]] = OrderedDict()
        self._starts: list[Row] | None = None
        self._question: _Question | None = None
        self._next_question: _Question | None = None
        self._awaited: OrderedDict[int, None] = OrderedDict()
        self._is_fetching = self._is_finding_starts = False
        self._idle = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_STARTS_MS)
        self._idle.timeout.connect(self._find_starts)
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
        return self._source

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
        source = self._source.with_wanted(wanted[0], names)
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
        if self._jobs is not None:
            self._source.stop()
        self.beginResetModel()
        self.columns = columns
        self._source, self._count = answer.source, answer.count
        self._asked_for = answer.source.wanted
        self._pages = OrderedDict(answer.pages)
        self._starts = None
        self._awaited.clear()
        self.endResetModel()
        if self._count > 2 * PAGE and self._jobs is not None:
            self._idle.start()
        self.answered.emit(answer)

    # ------------------------------------------------------------------ table

    @property
    def naming_column(self) -> int:
        """The column that says most about a record: the one that takes the room left over."""
        return next((place for place, one in enumerate(self.columns) if one.stretches), 0)

    def record_id(self, row: int) -> int | None:
        """The id of the record in a row; None beyond the rows, and while it is on its way."""
        found = self._row(row)
        return found.id if found else None

    def row_of(self, record_id: int) -> int | None:
        """Where a record stands; None when it is not among those shown."""
        return self._source.position(record_id)

    def rowCount(self, parent: _Index = _NO_INDEX) -> int:
        return 0 if parent.isValid() else self._count

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
        row = self._row(index.row())
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

    # ------------------------------------------------------------------ pages

    def _row(self, row: int) -> "Row | None":
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            self._await(number)
            page = self._pages.get(number, [])
        else:
            self._pages.move_to_end(number)
            self._look_ahead(number, place)
        # Another program may have removed records since they were counted.
        return page[place] if place < len(page) else None

    def _look_ahead(self, number: int, place: int) -> None:
        """Ask for the neighbour before it comes into view."""
        near = number + 1 if place >= PAGE // 2 else number - 1
        if self._jobs is None or near in self._pages or near in self._awaited:
            return
        if 0 <= near <= (self._count - 1) // PAGE:
            self._awaited[near] = None
            self._awaited.move_to_end(near, last=False)  # after what is in view
            self._fetch_next()

    def _await(self, number: int) -> None:
        if self._jobs is None:
            if self._is_far(number) and self._starts is None:
                self._starts = self._source.starts(PAGE)
            self._keep(number, _fetched(self._source, *self._nearest(number)))
            return
        self._awaited[number] = None
        self._awaited.move_to_end(number)
        while len(self._awaited) > _PAGES_AWAITED:
            self._awaited.popitem(last=False)
        self._fetch_next()

    def _fetch_next(self) -> None:
        """Fetch the page that was asked for last; far ones once the starts are known."""
        if self._is_fetching or self._jobs is None:
            return
        ready = [one for one in self._awaited if self._starts is not None or not self._is_far(one)]
        if not ready:
            if self._awaited:
                self._find_starts()
            return
        number = ready[-1]
        del self._awaited[number]
        if number in self._pages:
            self._fetch_next()
            return
        source, nearest = self._source, self._nearest(number)

        def work(_report: Report) -> "tuple[RowSource, int, list[Row]]":
            return source, number, _fetched(source, *nearest)

        self._is_fetching = True
        self._jobs.start(work, succeeded=self._on_page, failed=partial(self._on_no_page, source))

    def _on_page(self, fetched: "tuple[RowSource, int, list[Row]]") -> None:
        source, number, rows = fetched
        self._is_fetching = False
        if source is self._source:
            self._keep(number, rows)
            last = min(number * PAGE + PAGE, self._count) - 1
            self.dataChanged.emit(
                self.index(number * PAGE, 0), self.index(last, len(self.columns) - 1)
            )
            self.came.emit()
        self._fetch_next()

    def _on_no_page(self, source: "RowSource", error: Exception) -> None:
        self._is_fetching = False
        self._tell_failure(source, error)

    def _on_no_starts(self, source: "RowSource", error: Exception) -> None:
        self._is_finding_starts = False
        self._tell_failure(source, error)

    def _tell_failure(self, source: "RowSource", error: Exception) -> None:
        """What was broken off for a newer question is no failure."""
        if source is self._source:
            self.unanswered.emit(error)
        else:
            self._fetch_next()

    def _keep(self, number: int, rows: "list[Row]") -> None:
        self._pages[number] = rows
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def _find_starts(self) -> None:
        """Learn where every page begins, so that any of them can be asked for by its key."""
        if self._starts is not None or self._is_finding_starts or self._jobs is None:
            return
        source = self._source

        def work(_report: Report) -> "tuple[RowSource, list[Row]]":
            return source, source.starts(PAGE)

        self._is_finding_starts = True
        self._jobs.start(
            work, succeeded=self._on_starts, failed=partial(self._on_no_starts, source)
        )

    def _on_starts(self, found: "tuple[RowSource, list[Row]]") -> None:
        self._is_finding_starts = False
        if found[0] is self._source:
            self._starts = found[1]
        self._fetch_next()

    def _is_far(self, number: int) -> bool:
        """Whether no known row is next to a page."""
        ends = (0, (self._count - 1) // PAGE)
        return number not in ends and not {number - 1, number + 1} & self._pages.keys()

    def _nearest(self, number: int) -> "tuple[str, Row | None, int]":
        """From which known row a page can be asked for, and in which way."""
        last = (self._count - 1) // PAGE
        if number == 0:
            return "first", None, PAGE
        if number == last:
            return "last", None, self._count - last * PAGE
        if ahead := self._pages.get(number - 1):
            return "after", ahead[-1], PAGE
        if behind := self._pages.get(number + 1):
            return "before", behind[0], PAGE
        if self._starts is not None and number < len(self._starts):
            return "from", self._starts[number], PAGE
        return "none", None, 0


def _fetched(source: "RowSource", way: str, row: "Row | None", size: int) -> "list[Row]":
    if way == "first":
        return source.first(size)
    if way == "last":
        return source.last(size)
    if row is None:
        return []
    if way == "after":
        return source.after(row, size)
    return source.before(row, size) if way == "before" else source.from_row(row, size)
