"""What this office's file knows of its records, and from whom: read from its journal.

*Identity.* A record is the same on two computers by its entry: its key and the time, computer
and person of the journal line that entered it. That line is sealed and never changes, copies of
the file have it too, and it costs no save and no import anything. A record that came with a
package keeps the identity it came with; the content of the merging says which key it was given
here. Of kinds with one record a key (a chapter of a year) that key is the identity.

*Tellings.* Every line of the journal is a telling. Only the lines that a merging wrote are not,
nor those of undoing or redoing it: what it brought are the tellings of other computers, which
its content holds with their own time and author. A merging that was undone brought nothing.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Fault
from disclosure_desk.records.handover import Handover, handover_content
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.resolution import paper_of
from disclosure_desk.records.shared_kinds import (
    DEPARTMENT,
    MEANT,
    REQUEST,
    SHARED,
    SharedKind,
    table_of_kind,
)
from disclosure_desk.records.tellings import Plain, Stamp, Telling, Told, state_after
from disclosure_desk.storage.changes import change_of_line
from disclosure_desk.storage.told_content import BLOTTED, Content, Row, digest_of

HANDOVER = Handover.__tablename__
_LINES_AT_ONCE = 1_000
# What one removal wrote lies within this time.
_ONE_REMOVAL = timedelta(minutes=1)


@dataclass(slots=True)
class Knowledge:
    """All tellings that a file has, by identity, and the identity of each row, gone ones too."""

    told: dict[str, Told] = field(default_factory=dict)
    identities: dict[Row, str] = field(default_factory=dict)


def knowledge_of(session: Session) -> Knowledge:
    """Everything this file knows. Raises Fault where what a package told is damaged."""
    return _Reading(session).read()


def identity_of(kind: str, *told: object, key: int = 0) -> str:
    """The identity of a record that began so, with the key that it had there.

    What one moment entered is in the order of its keys, and so in that of its identities.
    """
    text = json.dumps([kind, key, *told], ensure_ascii=False, default=str)
    return f"{key:08x}{hashlib.blake2b(text.encode(), digest_size=12).hexdigest()}"


# ---------------------------------------------------------------------------- reading the journal


@dataclass(slots=True)
class _Merging:
    """The lines of one merging, inclusive, and what it brought."""

    first: int
    last: int
    sha256: str
    is_begun: bool = False


class _Reading:
    def __init__(self, session: Session) -> None:
        self._session = session
        self._known = Knowledge()
        self._told = self._known.told
        self._identities = self._known.identities
        self._named: dict[str, str] = {}  # requests by the number they have at this line
        self._naming: list[tuple[Told, Stamp, str, datetime]] = []  # who named one just now
        self._papers: set[object] = set()  # what the records known so far were entered from
        self._removed_parts: list[tuple[Told, Stamp, str]] = []
        self._departments: dict[int, tuple[Stamp, dict[str, Plain]]] = {}
        self._ahead: list[tuple[Told, str, Row]] = []  # links to rows of later lines

    def read(self) -> Knowledge:
        contents = self._contents()
        standing = dict(self._session.execute(select(Handover.id, Handover.sha256)).all())
        of_merging = self._lines_of_merging()
        for line in self._lines():
            self._tell_who_is_named(line.recorded_at)
            merging = next((x for x in of_merging if x.first <= line.id <= x.last), None)
            if merging is not None:
                self._begin(merging, contents)
                if line.kind == HANDOVER and line.before is None:
                    self._take_in(contents, standing.pop(line.record_id, None))
                else:
                    self._pass_by(line)
            elif line.kind != HANDOVER:
                for row, before, after in _parts(line):
                    self._take(line, row, before, after)
        self._tell_who_is_named(None)
        self._keep_departments()
        self._link_what_came_later()
        self._tell_what_went_with_its_request()
        return self._known

    def _lines(self) -> Iterator[Any]:
        journal = JournalEntry.metadata.tables[JournalEntry.__tablename__]
        kinds = journal.columns.kind.in_([*SHARED, HANDOVER])
        lines = select(journal).where(kinds).order_by(journal.columns.id)
        return iter(self._session.execute(lines, execution_options={"yield_per": _LINES_AT_ONCE}))

    def _lines_of_merging(self) -> list[_Merging]:
        """The changes that merged a package, undid or redid that."""
        found = []
        merging = select(JournalEntry.id, JournalEntry.after).where(JournalEntry.kind == HANDOVER)
        for line_id, after in self._session.execute(merging).all():
            change = change_of_line(self._session, line_id)
            if change is not None:
                sha256 = json.loads(after)["sha256"] if after else ""
                found.append(_Merging(change.first_line, change.last_line, sha256))
        return found

    def _begin(self, merging: _Merging, contents: Mapping[str, Content]) -> None:
        """From here on the rows that a merging entered are the records that it says."""
        if not merging.is_begun and merging.sha256 in contents:
            self._identities.update(contents[merging.sha256].rows)
        merging.is_begun = True

    def _contents(self) -> dict[str, Content]:
        """What each merging brought, also those that were undone."""
        found = {}
        for sha256, packed in self._session.execute(select(handover_content)):
            if not packed.startswith(BLOTTED) and digest_of(packed) != sha256:
                raise Fault("以前并入的交接包留下的内容已经损坏，请用备份恢复后再试。")
            found[sha256] = Content.unpacked(packed)
        return found

    def _take_in(self, contents: Mapping[str, Content], sha256: str | None) -> None:
        if sha256 is None:
            return  # undone since, or done again after that
        if sha256 not in contents:
            raise Fault("以前并入的交接包留下的内容缺失，请用备份恢复后再试。")
        for one in contents[sha256].told:
            self._is_another(one.kind, one.entry.values or {})
            known = self._told.setdefault(one.identity, Told(one.kind, one.identity))
            known.tellings = one.tellings | known.tellings

    def _pass_by(self, line: Any) -> None:
        """A line of a merging tells which numbers requests have now, and which departments are."""
        for (kind, key), before, after in _parts(line):
            self._note_number((kind, key), before, after)
            if kind == DEPARTMENT and before is None and after:
                self._departments[key] = (_stamp(line), _plain(kind, after))

    def _take(
        self, line: Any, row: Row, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        kind = SHARED[row[0]]
        stamp = _stamp(line)
        values = None if after is None else self._meant(kind, _plain(row[0], after))
        if row[0] == DEPARTMENT and before is not None:
            self._keep_department(row)
        if before is None and values is not None:
            told = self._entered(kind, row, stamp, values)
            if told.tellings:  # put back, or written anew under the same key
                held = state_after(told.tellings.values()).values
                every = {**dict.fromkeys(held), **values}
                values = {name: value for name, value in every.items() if held.get(name) != value}
                told.add(Telling(stamp, values, line.step))
            else:
                entered = {name: value for name, value in values.items() if value is not None}
                another = self._is_another(kind.name, entered)
                told.add(Telling(stamp, entered, line.step, enters=True, another=another))
            self._look_ahead(kind, told, values)
            self._note_naming(told, values, line)
        elif row in self._identities and self._identities[row] in self._told:
            told = self._told[self._identities[row]]
            if values or values is None:
                told.add(Telling(stamp, values, line.step))
                self._note_naming(told, values or {}, line)
            if values is None and kind.owner and before:
                self._removed_parts.append((told, told.newest or stamp, line.step))
        self._note_number(row, before, after)

    def _is_another(self, kind: str, values: Mapping[str, Plain]) -> bool:
        """Whether a record like this one was known already when it was entered."""
        paper = paper_of(SHARED[kind], values, {})
        known = paper is not None and (kind, paper) in self._papers
        self._papers.add((kind, paper))
        return known

    def _note_number(
        self, row: Row, before: dict[str, Any] | None, after: dict[str, Any] | None
    ) -> None:
        """Which request has which number from this line on."""
        if row[0] != REQUEST:
            return
        identity = self._identities.get(row, "")
        old, new = ((one or {}).get("number") for one in (before, after))
        if old and self._named.get(str(old)) == identity:
            del self._named[str(old)]
        if new:
            self._named[str(new)] = identity

    def _entered(
        self, kind: SharedKind, row: Row, stamp: Stamp, values: Mapping[str, Plain]
    ) -> Told:
        """The record that a line enters: a new one, or one that is put back."""
        identity = self._identities.get(row)
        if kind.natural_key is not None:
            identity = identity_of(kind.name, *(values.get(name) for name in kind.natural_key))
        elif identity is None or self._is_another_department(kind, identity, values):
            identity = identity_of(kind.name, *stamp, key=row[1])
        self._identities[row] = identity
        return self._told.setdefault(identity, Told(kind.name, identity))

    def _is_another_department(
        self, kind: SharedKind, identity: str, values: Mapping[str, Plain]
    ) -> bool:
        """Keys of departments are given again once the last one is removed."""
        if kind.name != DEPARTMENT or identity not in self._told:
            return False
        known = state_after(self._told[identity].tellings.values())
        return known.is_removed and known.values.get("name") != values.get("name")

    def _meant(self, kind: SharedKind, values: dict[str, Plain]) -> dict[str, Plain]:
        """The values with identities in place of keys."""
        for name, target in kind.links.items():
            if values.get(name) is not None:
                row = (target, int(values[name] or 0))
                values[name] = self._identities.get(row) or _place(row)
        return values

    def _note_naming(self, told: Told, values: Mapping[str, Plain], line: Any) -> None:
        for name in SHARED[told.kind].named_requests:
            if name in values and told.newest is not None:
                self._naming.append((told, told.newest, name, line.recorded_at))

    def _tell_who_is_named(self, now: datetime | None) -> None:
        """Which request a number means: after all that was written in one moment.

        A request that gets another number and who names it change together, in any order.
        """
        if not self._naming or self._naming[0][-1] == now:
            return
        for told, stamp, name, _ in self._naming:
            telling = told.tellings[stamp]
            values = telling.values or {}
            meant = self._named.get(str(values.get(name))) or None
            told.tellings[stamp] = replace(telling, values={**values, name + MEANT: meant})
        self._naming.clear()

    def _look_ahead(self, kind: SharedKind, told: Told, values: Mapping[str, Plain]) -> None:
        for name in kind.links:
            target, place, key = str(values.get(name)).partition(_PLACE)
            if place:
                self._ahead.append((told, name, (target, int(key))))

    def _link_what_came_later(self) -> None:
        """One step may journal a part before its owner."""
        for told, name, row in self._ahead:
            for stamp, one in told.tellings.items():
                if one.values is not None and one.values.get(name) == _place(row):
                    values = {**one.values, name: self._identities.get(row)}
                    told.tellings[stamp] = replace(one, values=values)

    def _keep_departments(self) -> None:
        """A department that an undone merging entered stays known: here it was entered so."""
        for key in self._session.scalars(select(table_of_kind(DEPARTMENT).columns.id)):
            self._keep_department((DEPARTMENT, key))

    def _keep_department(self, row: Row) -> None:
        identity = self._identities.get(row)
        if identity is not None and identity not in self._told and row[1] in self._departments:
            stamp, values = self._departments[row[1]]
            told = self._told[identity] = Told(DEPARTMENT, identity)
            told.add(Telling(stamp, values, enters=True))

    def _tell_what_went_with_its_request(self) -> None:
        for told, stamp, step in self._removed_parts:
            owner = state_after(told.tellings.values()).values.get(SHARED[told.kind].owner)
            request = self._told.get(str(owner))
            removals = request.tellings.values() if request else ()
            if any(one.values is None and _is_one_step(one, stamp, step) for one in removals):
                told.tellings[stamp] = replace(told.tellings[stamp], with_owner=True)


_PLACE = "#"


def _place(row: Row) -> str:
    return f"{row[0]}{_PLACE}{row[1]}"


def _is_one_step(removal: Telling, stamp: Stamp, step: str) -> bool:
    if (removal.step, removal.stamp.computer, removal.stamp.actor) != (step, *stamp[1:]):
        return False
    apart = datetime.fromisoformat(removal.stamp.at) - datetime.fromisoformat(stamp.at)
    return abs(apart) <= _ONE_REMOVAL


def _stamp(line: Any) -> Stamp:
    at: datetime = line.recorded_at
    return Stamp(at.isoformat(timespec="microseconds"), line.computer, line.actor)


def _parts(line: Any) -> Iterator[tuple[Row, dict[str, Any] | None, dict[str, Any] | None]]:
    """What a line tells, record by record."""
    before, after = (
        None if text is None else json.loads(text, parse_float=Decimal)
        for text in (line.before, line.after)
    )
    if line.last_id is None:
        yield (line.kind, line.record_id), before, after
    elif after is not None:
        for row in after["rows"]:
            values = dict(zip(after["columns"], row, strict=True))
            yield (line.kind, values["id"]), None, values


def _plain(kind: str, values: Mapping[str, Any]) -> dict[str, Plain]:
    """Those values of a line that travel, written as every computer writes them."""
    writers = _writers(kind)
    writers = _writers(kind)
    return {
        name: None if value is None else writers[name](value)
        for name, value in values.items()
        if name in writers
    }


@cache
def _writers(kind: str) -> Mapping[str, Callable[[Any], Plain]]:
    columns = table_of_kind(kind).columns
    by_type: dict[type, Callable[[Any], Plain]] = {
        Decimal: _decimal,
        bool: bool,
        datetime: _moment,
    }
    return {
        name: by_type.get(columns[name].type.python_type, _as_it_is) for name in SHARED[kind].fields
    }


def _as_it_is(value: Any) -> Plain:
    plain: Plain = value
    return plain


def _decimal(value: Any) -> str:
    return format(Decimal(str(value)), "f")


def _moment(value: Any) -> str:
    return datetime.fromisoformat(str(value)).isoformat(timespec="microseconds")
