"""Keeps what is typed into forms before it is saved: on disk within a second, in no register.

Drafts are not journalled, searched, counted or exported. They stay when the program is killed
and go when their record is saved or they are given up on purpose.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, case, delete, func, insert, select, update
from sqlalchemy.orm import Session

from disclosure_desk.records.draft import draft
from disclosure_desk.storage.journal import Actor

# A field as it stands in its widget: a text also where it is no date, a tick, several words.
Typed = str | bool | list[str] | None


@dataclass(frozen=True, slots=True)
class Draft:
    """The fields of one form that differ from what it showed at first.

    `before` are the same fields as they were then: when the record has changed meanwhile, they
    tell where. With `reasons` somebody wanted it saved and it could be no record yet (待补).
    """

    key: str
    form: str
    record_id: int | None
    part_of: int | None
    name: str
    typed: Mapping[str, Typed]
    before: Mapping[str, Typed] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()
    left: bool = False  # its form was left on purpose; otherwise the program was stopped
    actor: str = ""
    computer: str = ""
    written_at: datetime | None = None  # UTC; none before it is kept
    window: str = ""  # the key of the window it was typed in

    @property
    def is_wanting(self) -> bool:
        """Whether it was to be saved and something is still wanted (待补)."""
        return bool(self.reasons)


@dataclass(frozen=True, slots=True)
class DraftCount:
    """How many drafts the office file holds, and how many of them are 待补."""

    every: int
    wanting: int


def keep_draft(session: Session, kept: Draft, *, replacing: str = "") -> None:
    """Write a draft as it is now; the one that it goes on from, if another, is taken away."""
    actor: Actor = session.info["actor"]
    row = {
        "form": kept.form,
        "record_id": kept.record_id,
        "part_of": kept.part_of,
        # One that was given up and is taken back stays whose it was.
        "actor": kept.actor or actor.name,
        "computer": kept.computer or actor.computer,
        "name": kept.name,
        "content": json.dumps(
            {
                "typed": dict(kept.typed),
                "before": dict(kept.before),
                "left": kept.left,
                "window": kept.window,
            },
            ensure_ascii=False,
        ),
        "reasons": json.dumps(kept.reasons, ensure_ascii=False),
        "written_at": datetime.now(UTC).replace(tzinfo=None),
    }
    connection = session.connection()
    found = connection.execute(update(draft).where(draft.c.key == kept.key).values(row))
    if not found.rowcount:
        connection.execute(insert(draft).values(row | {"key": kept.key}))
    if replacing and replacing != kept.key:
        drop_drafts(session, replacing)


def drop_drafts(session: Session, *keys: str) -> int:
    """Take drafts away, saved or given up; how many there were."""
    return session.connection().execute(delete(draft).where(draft.c.key.in_(keys))).rowcount


def drafts_of_form(
    session: Session, form: str, record_id: int | None, part_of: int | None, actor: Actor
) -> list[Draft]:
    """What this person typed on this computer for a record, or for a new one; newest first."""
    return _read(
        session,
        draft.c.form == form,
        draft.c.record_id.is_not_distinct_from(record_id),
        draft.c.part_of.is_not_distinct_from(part_of),
        draft.c.actor == actor.name,
        draft.c.computer == actor.computer,
    )


def every_draft(session: Session) -> list[Draft]:
    """All drafts of the office, whoever typed them; newest first."""
    return _read(session)


def count_drafts(session: Session) -> DraftCount:
    """How many there are."""
    wanting = func.coalesce(func.sum(case((draft.c.reasons != "[]", 1), else_=0)), 0)
    every, of_them = session.execute(select(func.count(), wanting).select_from(draft)).one()
    return DraftCount(every, of_them)


def _read(session: Session, *conditions: ColumnElement[bool]) -> list[Draft]:
    newest_first = select(draft).where(and_(True, *conditions)).order_by(draft.c.written_at.desc())
    found = []
    for row in session.execute(newest_first):
        content, reasons = _json(row.content), _json(row.reasons)
        if not (isinstance(content, dict) and isinstance(reasons, list)):
            continue  # somebody else wrote it: it can be put into no form
        typed, before = content.get("typed"), content.get("before")
        if not (isinstance(typed, dict) and isinstance(before, dict)):
            continue
        found.append(
            Draft(
                key=row.key,
                form=row.form,
                record_id=row.record_id,
                part_of=row.part_of,
                name=row.name,
                typed=typed,
                before=before,
                reasons=tuple(map(str, reasons)),
                left=bool(content.get("left")),
                actor=row.actor,
                computer=row.computer,
                written_at=row.written_at,
                window=str(content.get("window", "")),
            )
        )
    return found


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, TypeError, RecursionError):
        return None
