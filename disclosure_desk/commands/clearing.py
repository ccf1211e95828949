"""Takes the data of persons out of requests, of all that belongs to them, and of the journal."""

import json
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Table, and_, column, delete, or_, select, table, text, update
from sqlalchemy.orm import Session

from disclosure_desk.commands.exports import EXPORT_KIND
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.draft import draft
from disclosure_desk.records.foreseen import foreseen
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter, letter_aside, letter_file
from disclosure_desk.records.personal import (
    CLEARED,
    naming_columns,
    telling_columns,
    written_columns,
)
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.rules.personal_marks import without_marks, without_values
from disclosure_desk.storage import search
from disclosure_desk.storage.handover_blots import blot_contents, read_contents
from disclosure_desk.storage.journal import note_change
from disclosure_desk.storage.journal_blots import Blotted, blot

_TABLES: dict[str, Table] = {
    model.__tablename__: model.metadata.tables[model.__tablename__]
    for model in (Request, RequestEvent, Letter, Dispute)
}
_REQUEST, _EVENT = Request.__tablename__, RequestEvent.__tablename__
_LETTER, _DISPUTE = Letter.__tablename__, Dispute.__tablename__
_AT_ONCE = 500
_SHORTEST = 2  # a name of one character would be found in every text

Owners = dict[tuple[str, int], int]  # table and key of a record, and the request it belongs to
Line = tuple[int, str, int, int | None]  # id, kind, record id, last id


class Clearing:
    """Clears some requests, present or removed, with their steps, letters, disputes and drafts.

    Everything is changed past the session's own journalling, which would write the very data
    down again; what is journalled of each request is the day on which it was cleared.
    """

    def __init__(
        self, session: Session, requests: Collection[int], *, today: date, with_texts: bool
    ) -> None:
        self._session, self._connection = session, session.connection()
        self._requests = sorted(requests)
        self._today, self._with_texts = today, with_texts
        self._values: dict[int, set[str]] = {one: set() for one in self._requests}
        self._owners: Owners = {}
        self._hashes: set[str] = set()  # of the files of their letters

    def run(self) -> None:
        """Clear them all."""
        self._session.flush()
        self._find_owners()
        lines = self._lines()
        self._learn_values(lines)
        for (name, key), told in read_contents(self._session, self._owners):
            self._learn(name, key, told)
        self._blot(lines)
        blot_contents(self._session, self._owners, lambda row, told: self._cleared(*row, told))
        for name in (_REQUEST, _EVENT, _LETTER, _DISPUTE):
            self._clear_rows(name)
        self._drop_copies()
        self._tell()
        self._index_anew()
        self._session.expire_all()

    # ------------------------------------------------------------------ what belongs to them

    def _find_owners(self) -> None:
        self._owners |= {(_REQUEST, one): one for one in self._requests}
        for name in (_EVENT, _LETTER):
            columns = _TABLES[name].c
            for part in _parts(self._requests):
                asked = select(columns.id, columns.request_id).where(columns.request_id.in_(part))
                for key, owner in self._connection.execute(asked):
                    self._owners[name, key] = owner
            self._find_removed(name)
        numbers = dict(self._numbers())
        columns = _TABLES[_DISPUTE].c
        for part in _parts(numbers):
            asked = select(columns.id, columns.request_number)
            for key, number in self._connection.execute(
                asked.where(columns.request_number.in_(part))
            ):
                self._owners[_DISPUTE, key] = numbers[number]

    def _find_removed(self, name: str) -> None:
        """Steps and letters that are there no more: their removal names the request."""
        wanted = set(self._requests)
        asked = select(JournalEntry.record_id, JournalEntry.before).where(
            JournalEntry.kind == name, JournalEntry.after.is_(None)
        )
        for key, before in self._connection.execute(asked):
            told = json.loads(before or "{}")
            if told.get("request_id") in wanted:
                self._owners[name, key] = told["request_id"]

    def _numbers(self) -> Iterator[tuple[str, int]]:
        columns = _TABLES[_REQUEST].c
        for part in _parts(self._requests):
            asked = select(columns.number, columns.id).where(columns.id.in_(part))
            yield from (tuple(row) for row in self._connection.execute(asked))

    def _lines(self) -> list[int]:
        """The lines of the journal that tell of any of these records."""
        columns = (JournalEntry.id, JournalEntry.kind, JournalEntry.record_id, JournalEntry.last_id)
        asked = select(*columns).where(JournalEntry.kind.in_(_TABLES))
        keys: dict[str, list[int]] = {name: [] for name in _TABLES}
        for kind, key in sorted(self._owners):
            keys[kind].append(key)
        found = []
        for line_id, kind, first, last in self._connection.execute(asked):
            place = bisect_left(keys[kind], first)
            if place < len(keys[kind]) and keys[kind][place] <= (last or first):
                found.append(line_id)
        return found

    # ------------------------------------------------------------------ whose data it is

    def _learn_values(self, lines: Iterable[int]) -> None:
        """What names or reaches each applicant, as it is and as it ever was."""
        for name in (_REQUEST, _EVENT):
            for row in self._rows(name):
                self._learn(name, row["id"], row)
        for line in self._read(lines):
            for key, told in _records_in(line):
                self._learn(line.kind, key, told)

    def _learn(self, name: str, key: int, told: Mapping[str, Any]) -> None:
        owner = self._owners.get((name, key))
        if owner is None:
            return
        names = naming_columns(_TABLES[name])
        values = (told.get(one) for one in names)
        self._values[owner] |= {
            one for one in values if isinstance(one, str) and len(one) >= _SHORTEST
        } - {CLEARED}
        if name == _LETTER and told.get("sha256"):
            self._hashes.add(told["sha256"])

    def _rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The records of a table that belong to them."""
        columns = _TABLES[name].columns
        for part in _parts(key for kind, key in self._owners if kind == name):
            for row in self._connection.execute(select(*columns).where(columns.id.in_(part))):
                yield dict(row._mapping)

    def _read(self, lines: Iterable[int]) -> Iterator[Any]:
        names = ("id", "step", "kind", "record_id", "last_id", "before", "after")
        columns = [getattr(JournalEntry, name) for name in names]
        for part in _parts(lines):
            yield from self._connection.execute(
                select(*columns).where(JournalEntry.id.in_(part)).order_by(JournalEntry.id)
            ).all()

    # ------------------------------------------------------------------ clearing

    def _cleared(self, name: str, key: int, told: Mapping[str, Any]) -> dict[str, Any]:
        """The values of a record without what names somebody; all of them or some."""
        owner = self._owners.get((name, key))
        if owner is None:
            return dict(told)
        new = dict(told)
        for one in naming_columns(_TABLES[name]):
            if new.get(one) not in (None, ""):
                new[one] = CLEARED if one == "applicant_name" else None
        whole = written_columns(_TABLES[name]) if self._with_texts else ()
        for one in telling_columns(_TABLES[name]):
            if isinstance(new.get(one), str) and new[one]:
                new[one] = CLEARED if one in whole else self._plain(new[one], owner)
        return new

    def _plain(self, words: str, owner: int) -> str:
        return without_marks(without_values(words, self._values[owner], CLEARED), CLEARED)

    def _clear_rows(self, name: str) -> None:
        kept = _TABLES[name]
        for row in self._rows(name):
            new = self._cleared(name, row["id"], row)
            changed = {one: new[one] for one in new if new[one] != row[one]}
            if name == _REQUEST:
                changed["anonymised_on"] = self._today
            if changed:
                statement = update(kept).where(kept.c.id == row["id"]).values(changed)
                self._connection.execute(statement)

    def _blot(self, lines: Iterable[int]) -> None:
        blotted = {}
        for line in self._read(lines):
            new = self._blotted(line)
            if new != Blotted(line.step, line.before, line.after):
                blotted[line.id] = new
        blot(self._session, blotted | dict(self._blotted_exports()))

    def _blotted(self, line: Any) -> Blotted:
        if line.last_id is not None:
            return Blotted(line.step, line.before, self._blotted_rows(line))
        owner = self._owners[line.kind, line.record_id]
        is_change = line.before is not None and line.after is not None
        before, after = (
            self._blotted_text(line, text, is_change=is_change)
            for text in (line.before, line.after)
        )
        # Why a record was removed stands in the words of the step.
        return Blotted(self._plain(line.step, owner), before, after)

    def _blotted_text(self, line: Any, text: str | None, *, is_change: bool) -> str | None:
        if text is None:
            return None
        told = json.loads(text)
        new = self._cleared(line.kind, line.record_id, told)
        if is_change:  # that there was something else before is told all the same
            new |= {one: CLEARED for one in new if new[one] is None and told[one] is not None}
        elif line.after is None and line.kind == _REQUEST:
            new["anonymised_on"] = self._today.isoformat()
        if new == told:
            return text
        separators = None if '": ' in text else (",", ":")
        return json.dumps(new, ensure_ascii=False, separators=separators)

    def _blotted_rows(self, line: Any) -> str:
        told = json.loads(line.after)
        names = told["columns"]
        rows = []
        for row in told["rows"]:
            values = dict(zip(names, row, strict=True))
            new = self._cleared(line.kind, values["id"], values)
            rows.append([new[name] for name in names])
        if rows == told["rows"]:
            return str(line.after)
        written = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
        return f'{{"columns": {json.dumps(names)}, "rows": {written}}}'

    def _blotted_exports(self) -> Iterator[tuple[int, Blotted]]:
        """What was looked for when a list left the office may have been a name."""
        every = set().union(*self._values.values())
        asked = select(JournalEntry.id).where(JournalEntry.kind == EXPORT_KIND)
        for line in self._read(self._connection.execute(asked).scalars().all()):
            told = json.loads(line.after or "{}")
            new = {
                name: without_values(one, every, CLEARED) if isinstance(one, str) else one
                for name, one in told.items()
            }
            if new != told:
                yield line.id, Blotted(line.step, None, json.dumps(new, ensure_ascii=False))

    # ------------------------------------------------------------------ copies and what is told

    def _drop_copies(self) -> None:
        """The files of letters, drafts, and what was foreseen; of letters the hash stays."""
        letters = [key for kind, key in self._owners if kind == _LETTER]
        for part in _parts(letters):
            gone = letter_file.c.letter_id.in_(part)
            self._connection.execute(delete(letter_file).where(gone))
        for part in _parts(self._hashes):
            self._connection.execute(delete(letter_aside).where(letter_aside.c.sha256.in_(part)))
        for part in _parts(self._requests):
            own = and_(draft.c.form == _REQUEST, draft.c.record_id.in_(part))
            of_them = or_(own, draft.c.part_of.in_(part))
            self._connection.execute(delete(draft).where(of_them))
        self._connection.execute(delete(foreseen))

    def _tell(self) -> None:
        before: dict[str, object] = {"anonymised_on": None}
        after: dict[str, object] = {"anonymised_on": self._today}
        for _, request_id in list(self._numbers()):
            note_change(self._session, _REQUEST, request_id, before, after)

    def _index_anew(self) -> None:
        """Take them out of the search index for good, and in again as they are now."""
        is_file = self._connection.dialect.name == "sqlite"
        key = "rowid" if is_file else "id"
        for name in (_REQUEST, _DISPUTE):
            index = table(f"search_{name}", column(key))
            for part in _parts(one for kind, one in self._owners if kind == name):
                self._connection.execute(delete(index).where(index.c[key].in_(part)))
            search.catch_up(self._session, (name,))
            if is_file:  # what was taken out would else lie in the index until it is merged
                merged = f"INSERT INTO search_{name} (search_{name}) VALUES ('optimize')"
                self._connection.execute(text(merged))


def _records_in(line: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The values that a line tells of each of its records."""
    if line.last_id is None:
        for told in (line.before, line.after):
            if told is not None:
                yield line.record_id, json.loads(told)
        return
    told = json.loads(line.after or "{}")
    for row in told["rows"]:
        values = dict(zip(told["columns"], row, strict=True))
        yield values["id"], values


def _parts(of: Iterable[Any]) -> Iterator[list[Any]]:
    wanted = list(of)
    return (wanted[start : start + _AT_ONCE] for start in range(0, len(wanted), _AT_ONCE))
