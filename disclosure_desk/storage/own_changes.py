"""Remembers which changes of the journal this program made itself: the rest are others'."""

from sqlalchemy import event
from sqlalchemy.orm import Session

OWN = "own_changes"  # in a session's info: the set that its changes are added to


def watch(sessions: type[Session]) -> None:
    """Note the first line of every change before it is committed; call after the journal's."""
    event.listen(sessions, "before_commit", _note)
    event.listen(sessions, "after_rollback", _forget)


def _note(session: Session) -> None:
    """Before and not after: another thread may find the lines the moment they are there."""
    change, own = session.info.get("change"), session.info.get(OWN)
    if change is not None and own is not None and not session.in_nested_transaction():
        own.add(change)


def _forget(session: Session) -> None:
    """What is rolled back is nobody's: another program may be given the same line."""
    change, own = session.info.get("change"), session.info.get(OWN)
    if change is not None and own is not None:
        own.discard(change)
