"""Who sits at the desk: what they may do, told beforehand, and who else may sit down.

An office without people has nobody here: everything may be done, and nothing is asked. The
database is asked when it was opened, when the list of people changes, and when somebody else
sits down; what is done is asked again below the desk, whatever is shown here.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.context import Desk
    from disclosure_desk.storage.admission import Standing
    from disclosure_desk.storage.journal import Actor


# The kinds of change that may give the person at the desk other rights or other work.
LISTED = frozenset({"person", "confirmation_wanted"})


class PersonAtDesk(QObject):
    """Belongs to a desk; `changed` tells when rights may be others."""

    changed = Signal()

    def __init__(self, desk: "Desk") -> None:
        super().__init__(desk)
        self._desk = desk
        self.standing: Standing | None = None
        self.confirmed_kinds: frozenset[str] = frozenset()  # what the office wants confirmed
        self._turn = 0  # counts what was asked: an answer to an older question is old
        desk.changed.connect(self._on_changed)

    def known(self, told: "tuple[Standing, frozenset[str]]") -> None:
        """Take who it is and what the office wants confirmed."""
        if (self.standing, self.confirmed_kinds) == told:
            return
        self.standing, self.confirmed_kinds = told
        self._desk.actor = self.standing.actor
        self.changed.emit()

    def sit_down(self, name: str) -> None:
        """Let somebody of the list take the desk over; the journal names them from now on."""
        self._look(name)

    def refusal(self, right: str) -> str:
        """Why a right of records/rights.py is not there, by its name; empty when it is."""
        if self._desk.database.is_read_only:
            return "这个窗口是只读打开的，不能修改。"
        if self.standing is None:
            return ""
        from disclosure_desk.records.rights import Right

        return self.standing.refusal(Right[right])

    @property
    def only_looks(self) -> bool:
        """Whether nothing can be written from here."""
        return bool(self.refusal("WRITE"))

    @property
    def must_choose(self) -> bool:
        """Whether it is not known who sits here, though the office has people."""
        one = self.standing
        return one is not None and bool(one.problem and one.may_choose and not one.role)

    @property
    def words(self) -> str:
        """Who it is, for the status line: the name, and the role where there are roles."""
        name = self._desk.actor.name
        if self.standing is None or not self.standing.role:
            return f"{name}（只能查看）" if self.must_choose else name
        from disclosure_desk.records.person import ROLES

        return f"{name}（{ROLES.label_of(self.standing.role)}）"

    def _look(self, name: str) -> None:
        from disclosure_desk.storage.journal import Actor

        actor = Actor(name, self._desk.actor.computer)
        self._turn += 1
        turn = self._turn
        self._desk.look_up(
            lambda session: (turn, told_of(session, actor)), succeeded=self._on_found
        )

    def _on_found(self, answer: "tuple[int, tuple[Standing, frozenset[str]]]") -> None:
        if answer[0] == self._turn:
            self.known(answer[1])

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if not kinds.isdisjoint(LISTED):
            self._look(self._desk.actor.name)


def told_of(session: "Session", actor: "Actor") -> "tuple[Standing, frozenset[str]]":
    """What the desk has to know of its person, from the database."""
    from disclosure_desk.commands.people import confirmations_wanted, standing

    return standing(session, actor), frozenset(confirmations_wanted(session))
