"""Shows in open pages what others write meanwhile: looked for every few seconds, in a worker."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.jobs import Job, Report
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.faults import KnownError

if TYPE_CHECKING:
    from disclosure_desk.storage.newest_lines import News

LOOK_MS = 4_000
_LOOK_AT_LOST_MS = 15_000
_MOST_NAMED = 3


class LiveRefresh(QObject):
    """Follows one office at a time. Pages read anew what is concerned; forms are only told.

    While a word is being composed nothing is shown: the page would take it away. A server that
    does not answer is told of once, and looked for less often until it is there again.
    """

    lost = Signal(str)  # the server answers no more: why
    found = Signal()  # and again

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._line = 0
        self._looking: Job | None = None
        self._waiting: News | None = None  # seen, not shown yet
        self._is_lost = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    def follow(self, desk: Desk, line: int) -> None:
        """Show what is written after this line of the journal, until the office is closed."""
        self._desk, self._line, self._is_lost = desk, line, False
        self._waiting = self._looking = None
        desk.closing.connect(self._end)
        self._timer.start(LOOK_MS)

    def _end(self) -> None:
        self._timer.stop()
        self._desk = None

    def look(self) -> None:
        """Look whether others wrote anything; not while the last look is still under way."""
        desk, line = self._desk, self._line
        if desk is None or self._looking is not None:
            return
        if self._waiting is not None:
            self._show(self._waiting)
            return

        def work(_report: Report) -> "tuple[Desk, News]":
            from disclosure_desk.storage.newest_lines import news_since

            with desk.database.reading() as session:
                return desk, news_since(session, line, desk.database.own_changes)

        self._looking = desk.jobs.start(work, succeeded=self._on_news, failed=self._on_failed)

    def _on_news(self, answer: "tuple[Desk, News]") -> None:
        self._looking = None
        desk, news = answer
        if desk is not self._desk:
            return  # of an office that is closed by now
        if self._is_lost:
            self._is_lost = False
            self._timer.setInterval(LOOK_MS)
            self.found.emit()
        self._line = news.newest
        if news.kinds:
            self._show(news)

    def _show(self, news: "News") -> None:
        if composing():
            self._waiting = news  # the line is not passed yet by what is shown
            return
        self._waiting = None
        assert self._desk is not None
        self._desk.changed.emit(news.kinds, self)
        if news.records:
            self._desk.changed_elsewhere.emit(news.records)
        names = "、".join(news.who[:_MOST_NAMED]) + ("等" if news.who[_MOST_NAMED:] else "")
        self._desk.noticed.emit(f"{names}刚保存了改动，页面已更新。")

    def _on_failed(self, error: Exception) -> None:
        """A look that fails is not asked about: what is typed and saved tells for itself."""
        self._looking = None
        if self._desk is None:
            return
        if not isinstance(error, KnownError):
            self._desk.jobs.tell_failure(error)
        elif not self._is_lost:
            self._is_lost = True
            self._timer.setInterval(_LOOK_AT_LOST_MS)
            self.lost.emit(str(error))
