"""What the register knows of the words in a typed line: departments, categories, next numbers."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from disclosure_desk.desk.context import Desk
from disclosure_desk.records.line_parts import Known

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

KIND = "publication"
_ITEMS_LOOKED_AT = 2_000

_Answer = tuple[Known, dict[int, str], tuple[str, ...]]


class LineKnowledge(QObject):
    """Asked for behind the window; what was known before stands until the answer is there."""

    told = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._known: Known | None = None
        self.own_phones: tuple[str, ...] = ()  # of the office: they may be published
        self._numbers: dict[int, str] = {}
        self._years: set[int] = set()
        self._turn = 0
        desk.changed.connect(self._on_changed)
        self.look()

    @property
    def is_there(self) -> bool:
        """Whether the register has answered at all."""
        return self._known is not None

    @property
    def known(self) -> Known:
        """The departments and categories of the register."""
        return self._known or Known()

    def number_of(self, year: int) -> str | None:
        """The next number of a year; None while it is being asked for."""
        if year not in self._years | {self._desk.year}:
            self._years.add(year)
            self.look()
        return self._numbers.get(year)

    def look(self) -> None:
        """Ask the register anew."""
        self._turn += 1
        turn, years = self._turn, {*self._years, self._desk.year}

        def query(session: "Session") -> _Answer:
            from disclosure_desk.commands.number_series import proposed_number
            from disclosure_desk.commands.offices import office_phones
            from disclosure_desk.desk.lookups import department_names

            known = Known(department_names(session), _categories(session))
            numbers = {year: proposed_number(session, KIND, year) for year in years}
            return known, numbers, office_phones(session)

        self._desk.look_up(query, succeeded=partial(self._take, turn))

    def _take(self, turn: int, answer: _Answer) -> None:
        if turn == self._turn:
            self._known, self._numbers, self.own_phones = answer
            self.told.emit()

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if KIND in kinds or "office" in kinds:
            self._numbers.clear()
            self.look()


def _categories(session: "Session") -> list[str]:
    """The categories of the newest items, each once."""
    from sqlalchemy import select

    from disclosure_desk.records.publication import Publication

    newest = select(Publication.category).order_by(Publication.id.desc()).limit(_ITEMS_LOOKED_AT)
    return list(dict.fromkeys(one for one in session.scalars(newest) if one))
