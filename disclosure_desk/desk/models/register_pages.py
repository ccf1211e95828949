"""The pages of a register that are at hand: few of them, fetched behind the window."""

from collections import OrderedDict
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from disclosure_desk.desk.jobs import Jobs, Report
from disclosure_desk.desk.models.register_answer import PAGE, Answer

if TYPE_CHECKING:
    from disclosure_desk.storage.row_source import Row, RowSource

_PAGES_KEPT = 24
_PAGES_AWAITED = 6  # a wheel or a slider leaves those behind that it has passed
_PAUSE_BEFORE_STARTS_MS = 400


class RegisterPages(QObject):
    """Keeps what was looked at last; a page that is not kept is asked for, the newest first.

    Without `jobs` it is fetched at once.
    """

    came = Signal(int, int)  # the first and the last row of a page that was waited for
    failed = Signal(object)  # why, an exception

    def __init__(
        self, source: "RowSource", parent: QObject | None = None, *, jobs: Jobs | None = None
    ) -> None:
        super().__init__(parent)
        self.source = source
        self.kept: OrderedDict[int, list[Row]] = OrderedDict()
        self.starts: list[Row] | None = None  # the first row of every page
        self._jobs = jobs
        self._count = 0
        self._awaited: OrderedDict[int, None] = OrderedDict()
        self._is_fetching = self._is_finding_starts = False
        self._idle = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_STARTS_MS)
        self._idle.timeout.connect(self.find_starts)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    def take(self, answer: Answer) -> None:
        """Go on with the rows of another answer; what was under way for the last is dropped."""
        if self._jobs is not None:
            self.source.stop()
        self.source, self._count = answer.source, answer.count
        self.kept = OrderedDict(answer.pages)
        self.starts = None
        self._awaited.clear()
        if self._count > 2 * PAGE and self._jobs is not None:
            self._idle.start()

    def row(self, row: int) -> "Row | None":
        """The row at this place; None beyond the rows, and while it is on its way."""
        if not 0 <= row < self._count:
            return None
        number, place = divmod(row, PAGE)
        page = self.kept.get(number)
        if page is None:
            self._await(number)
            page = self.kept.get(number, [])
        else:
            self.kept.move_to_end(number)
            self._look_ahead(number, place)
        # Another program may have removed records since they were counted.
        return page[place] if place < len(page) else None

    def _look_ahead(self, number: int, place: int) -> None:
        """Ask for the neighbour before it comes into view."""
        near = number + 1 if place >= PAGE // 2 else number - 1
        if self._jobs is None or near in self.kept or near in self._awaited:
            return
        if 0 <= near <= (self._count - 1) // PAGE:
            self._awaited[near] = None
            self._awaited.move_to_end(near, last=False)  # after what is in view
            self._fetch_next()

    def _await(self, number: int) -> None:
        if self._jobs is None:
            if self._is_far(number) and self.starts is None:
                self.starts = self.source.starts(PAGE)
            self._keep(number, _fetched(self.source, *self._nearest(number)))
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
        ready = [one for one in self._awaited if self.starts is not None or not self._is_far(one)]
        if not ready:
            if self._awaited:
                self.find_starts()
            return
        number = ready[-1]
        del self._awaited[number]
        if number in self.kept:
            self._fetch_next()
            return
        source, nearest = self.source, self._nearest(number)

        def work(_report: Report) -> "tuple[RowSource, int, list[Row]]":
            return source, number, _fetched(source, *nearest)

        self._is_fetching = True
        self._jobs.start(work, succeeded=self._on_page, failed=partial(self._on_no_page, source))

    def _on_page(self, fetched: "tuple[RowSource, int, list[Row]]") -> None:
        source, number, rows = fetched
        self._is_fetching = False
        if source is self.source:
            self._keep(number, rows)
            self.came.emit(number * PAGE, min(number * PAGE + PAGE, self._count) - 1)
        self._fetch_next()

    def _on_no_page(self, source: "RowSource", error: Exception) -> None:
        self._is_fetching = False
        self._tell_failure(source, error)

    def _on_no_starts(self, source: "RowSource", error: Exception) -> None:
        self._is_finding_starts = False
        self._tell_failure(source, error)

    def _tell_failure(self, source: "RowSource", error: Exception) -> None:
        """What was broken off for a newer question is no failure."""
        if source is self.source:
            self.failed.emit(error)
        else:
            self._fetch_next()

    def _keep(self, number: int, rows: "list[Row]") -> None:
        self.kept[number] = rows
        if len(self.kept) > _PAGES_KEPT:
            self.kept.popitem(last=False)

    def find_starts(self) -> None:
        """Learn where every page begins, so that any of them can be asked for by its key."""
        if self.starts is not None or self._is_finding_starts or self._jobs is None:
            return
        source = self.source

        def work(_report: Report) -> "tuple[RowSource, list[Row]]":
            return source, source.starts(PAGE)

        self._is_finding_starts = True
        self._jobs.start(
            work, succeeded=self._on_starts, failed=partial(self._on_no_starts, source)
        )

    def _on_starts(self, found: "tuple[RowSource, list[Row]]") -> None:
        self._is_finding_starts = False
        if found[0] is self.source:
            self.starts = found[1]
        self._fetch_next()

    def _is_far(self, number: int) -> bool:
        """Whether no known row is next to a page."""
        ends = (0, (self._count - 1) // PAGE)
        return number not in ends and not {number - 1, number + 1} & self.kept.keys()

    def _nearest(self, number: int) -> "tuple[str, Row | None, int]":
        """From which known row a page can be asked for, and in which way."""
        last = (self._count - 1) // PAGE
        if number == 0:
            return "first", None, PAGE
        if number == last:
            return "last", None, self._count - last * PAGE
        if ahead := self.kept.get(number - 1):
            return "after", ahead[-1], PAGE
        if behind := self.kept.get(number + 1):
            return "before", behind[0], PAGE
        if self.starts is not None and number < len(self.starts):
            return "from", self.starts[number], PAGE
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
