"""Blots a person's data out of lines of the journal, so that every other seal goes on to fit.

The line keeps the hash that its texts had; what stands there since is attested, by its own
hash, in lines of kind BLOTTING, which are sealed like any other. storage/verify_seals.py holds
both against what is found.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlalchemy.orm import Session

from disclosure_desk.records.journal import BLOTTING, JournalEntry, journal_blot, journal_seal
from disclosure_desk.storage.journal import note
from disclosure_desk.storage.journal_seal import SEALED, hash_as_it_stands, hash_of_texts

_JOURNAL: Table = JournalEntry.metadata.tables[JournalEntry.__tablename__]
_ATTESTED_IN_A_LINE = 500
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Blotted:
    """What shall stand in a line instead: the words of its step, and its texts."""

    step: str
    before: str | None
    after: str | None


def blot(session: Session, lines: Mapping[int, Blotted]) -> None:
    """Put these in place of what the lines say, under the step that is begun."""
    connection = session.connection()
    attested: dict[str, str] = {}
    kept = _kept_hashes(session, lines)
    for line, seal in _stored(session, lines):
        new = lines[line["id"]]
        values = tuple(line[name] for name in SEALED)
        texts = kept.get(line["id"], hash_of_texts(values))
        if new.step != line["step"]:
            texts = ""  # the seal covers these words themselves
        changed = {"step": new.step, "before": new.before, "after": new.after}
        connection.execute(update(_JOURNAL).where(_JOURNAL.c.id == line["id"]).values(changed))
        connection.execute(delete(journal_blot).where(journal_blot.c.line == line["id"]))
        connection.execute(insert(journal_blot).values(line=line["id"], texts=texts))
        now = tuple((line | changed)[name] for name in SEALED)
        attested[str(line["id"])] = hash_as_it_stands(now, seal)
    numbers = list(attested)
    for start in range(0, len(numbers), _ATTESTED_IN_A_LINE):
        part = numbers[start : start + _ATTESTED_IN_A_LINE]
        note(session, BLOTTING, 0, {"blotted": {number: attested[number] for number in part}})


def _kept_hashes(session: Session, lines: Iterable[int]) -> dict[int, str]:
    """The hashes of lines that were blotted before: those of their first texts stay."""
    found: dict[int, str] = {}
    for part in _parts(lines):
        asked = select(journal_blot).where(journal_blot.c.line.in_(part))
        found |= dict(session.execute(asked).all())
    return found


def _stored(session: Session, lines: Iterable[int]) -> Iterable[tuple[dict[str, Any], str | None]]:
    columns = [_JOURNAL.c[name] for name in SEALED]
    for part in _parts(lines):
        asked = (
            select(*columns, journal_seal.c.seal)
            .outerjoin_from(_JOURNAL, journal_seal, journal_seal.c.line == _JOURNAL.c.id)
            .where(_JOURNAL.c.id.in_(part))
            .order_by(_JOURNAL.c.id)
        )
        for row in session.execute(asked).all():
            told = dict(row._mapping)
            yield told, told.pop("seal")


def _parts(lines: Iterable[int]) -> Iterable[list[int]]:
    wanted = sorted(lines)
    return (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
