"""What somebody else changed in a record while a form was open over it: never overwritten.

Changes of different fields go together; the same field changed to different values is asked
about, field by field, and nothing is kept until that is answered.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card
from disclosure_desk.records.cards import Field as CardField
from disclosure_desk.storage.row_versions import (
    Change,
    changer_of,
    changes_of_step,
    changes_since,
)

_EMPTY = (None, (), "")


@dataclass(frozen=True, slots=True)
class Seen:
    """A record as a form showed it when it was filled, and the version that it had then."""

    card: Card = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True, slots=True)
class Clash:
    """One field that two people changed to different values; `by` is who was first."""

    name: str
    label: str
    seen: FieldValue
    theirs: FieldValue
    mine: FieldValue
    by: str = ""


class ChangedMeanwhile(Refusal):
    """Nothing was kept: others changed the same fields. `version` is the one to go on from."""

    def __init__(self, what: str, clashes: Sequence[Clash], version: int) -> None:
        labels = "、".join(f"“{one.label}”" for one in clashes)
        who = next((one.by for one in clashes if one.by), "别人")
        super().__init__(f"{what}的{labels}刚被{who}改过，没有保存，请看过新的内容再改。")
        self.clashes = tuple(clashes)
        self.version = version

    def agreed(self, seen: Seen) -> Seen:
        """What the form may go on from, once it is chosen between the two."""
        theirs = {one.name: one.theirs for one in self.clashes}
        return Seen({**seen.card, **theirs}, self.version)


def must_be_unchanged(session: Session, kind: str, record_id: int, version: int) -> None:
    """Raises Refusal for a record that was changed since the version that was looked at."""
    if told := changes_since(session, kind, record_id, version):
        raise Refusal(
            f"这条{KIND_LABELS[kind]}记录刚被{told[0].words}改过，没有删除，请看过新的内容再决定。"
        )


def field_must_be_as_of(
    session: Session, kind: str, record_id: int, name: str, line: int, *, event_id: int | None
) -> None:
    """Raises Refusal for a field that was changed after a line of the journal that was seen."""
    if event_id is None:
        changes = changes_since(session, kind, record_id, line)
    else:
        changes = [one for one in changes_of_step(session, event_id) if one.line > line]
    column = "department_id" if name == "department" else name
    newer = next((one for one in changes if column in one.columns), None)
    if newer is not None:
        raise Refusal(f"这一栏刚被{newer.words}改过，没有恢复，请看过新的内容再决定。")


def reconciled(
    session: Session,
    kind: str,
    record_id: int,
    now: Card,
    changes: Mapping[str, FieldValue],
    seen: Seen,
) -> tuple[Card, Card]:
    """What of the changes is to be written, and what others changed besides.

    Raises ChangedMeanwhile where both changed a field, and not to the same.
    """
    fields = FIELDS[kind]
    kept, clashing = sifted(fields, now, changes, seen.card)
    if clashing:
        what = " ".join(filter(None, (KIND_LABELS[kind], str(now.get("number") or ""))))
        told = changes_since(session, kind, record_id, seen.version)
        raise ChangedMeanwhile(
            what,
            clashes_of(fields, clashing, now, changes, seen.card, told),
            told[0].line if told else seen.version,
        )
    others = {
        name: now.get(name)
        for name in fields
        if name not in changes and _differ(fields[name], now.get(name), seen.card.get(name))
    }
    return kept, others


def sifted(
    fields: Mapping[str, CardField],
    now: Mapping[str, FieldValue],
    mine: Mapping[str, FieldValue],
    seen: Mapping[str, FieldValue],
) -> tuple[Card, list[str]]:
    """The fields to be written, and those that two people changed to different values.

    What was left as it was shown is not written: another may have changed it.
    """
    kept: Card = {}
    clashing = []
    for name, value in mine.items():
        of_field = fields.get(name)
        if not _differ(of_field, value, seen.get(name)):
            continue
        if _differ(of_field, now.get(name), seen.get(name)):
            if _differ(of_field, now.get(name), value):
                clashing.append(name)
            continue
        kept[name] = value
    return kept, clashing


def clashes_of(
    fields: Mapping[str, CardField],
    names: Sequence[str],
    now: Mapping[str, FieldValue],
    mine: Mapping[str, FieldValue],
    seen: Mapping[str, FieldValue],
    changes: Sequence[Change],
) -> list[Clash]:
    """The clashing fields with the three values of each, and who changed it."""
    found = []
    for name in names:
        by = changer_of(changes, (name,))
        label = fields[name].label if name in fields else name
        words = by.words if by is not None else ""
        found.append(Clash(name, label, seen.get(name), now.get(name), mine[name], words))
    return found


def _differ(of_field: CardField | None, one: FieldValue, other: FieldValue) -> bool:
    """Whether two values differ; an empty field with a default means the default."""
    default = of_field.default if of_field is not None else None
    told = (default if value in _EMPTY else value for value in (one, other))
    return next(told) != next(told)
