"""Blots personal data out of what merged packages told, when its time is over."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from disclosure_desk.records.handover import handover_content
from disclosure_desk.records.tellings import Values
from disclosure_desk.storage.knowledge import knowledge_of
from disclosure_desk.storage.told_content import BLOTTED, Content, Row

Clear = Callable[[Row, Values], Values]


def read_contents(session: Session, rows: Collection[Row]) -> Iterator[tuple[Row, Values]]:
    """What merged packages told of the records in these rows, field by field."""
    identities = _identities_of(session, rows)
    for _, packed in session.execute(select(handover_content)).all() if identities else ():
        for told in Content.unpacked(packed).told:
            if told.identity in identities:
                for telling in told.tellings.values():
                    yield identities[told.identity], telling.values or {}


def blot_contents(session: Session, rows: Collection[Row], clear: Clear) -> None:
    """Put what `clear` leaves in place of what merged packages told of these records."""
    identities = _identities_of(session, rows)
    for sha256, packed in session.execute(select(handover_content)).all() if identities else ():
        content = Content.unpacked(packed)
        for told in content.told:
            row = identities.get(told.identity)
            for stamp, one in told.tellings.items() if row is not None else ():
                if row is not None and one.values is not None:
                    told.tellings[stamp] = replace(one, values=clear(row, one.values))
        own = handover_content.c.sha256 == sha256
        blotted = BLOTTED + content.packed()
        session.execute(update(handover_content).where(own).values(content=blotted))


def _identities_of(session: Session, rows: Collection[Row]) -> dict[str, Row]:
    """The identities of these rows; none where nothing was ever merged."""
    if session.execute(select(handover_content.c.sha256).limit(1)).scalar() is None:
        return {}
    wanted = set(rows)
    known = knowledge_of(session).identities
    return {identity: row for row, identity in known.items() if row in wanted}
