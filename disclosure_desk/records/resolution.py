"""What the registers hold when all tellings are taken together: the same on every computer.

A pure function of a set of tellings, so that no order of merging can change a figure:

- A record that two computers entered from the same paper is one record.
- Of each field the newest writing holds; a removal holds when nothing was written later.
- A request with a step or a letter that nobody removed is there: no event is lost because
  somebody else removed the request without knowing of it. Departments that are named are there.
- Two different requests with one number are both there: the one entered later is shown with
  «-2» behind it, and whoever names its number follows. What only one of them wants again, when
  the other gives it up, is its own.
- Of two signings of a year that are both in force the later one is.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from disclosure_desk.records.shared_kinds import (
    CLOSED_YEAR,
    DEPARTMENT,
    DISPUTE,
    EVENT,
    LETTER,
    MEANT,
    PUBLICATION,
    REQUEST,
    SHARED,
    SUBORDINATE,
    SharedKind,
)
from disclosure_desk.records.tellings import Plain, Stamp, State, Telling, Told, state_after

NUMBERED = (PUBLICATION, REQUEST, DISPUTE)
_SIGNED_AGAIN = "另一台电脑上后来又签发了这一年"


@dataclass(slots=True)
class Resolved:
    """A record as all tellings together have it; links are identities of other such records.

    `wanted_number` is the number it was given where another one has it. `also` are the entries
    of others that this one stands for because they have its name.
    """

    kind: str
    identity: str  # of its earliest entry
    members: tuple[str, ...]
    entered: Stamp
    state: State
    values: dict[str, Plain]
    is_there: bool
    wanted_number: str = ""
    also: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[Stamp, str]:
        """By when it was entered anywhere; by identity where two were entered at one moment."""
        return self.entered, self.identity


@dataclass(slots=True)
class Registers:
    """All records by identity, and by each identity the one that it belongs to.

    `entries` says the same before one stood for another because it has its name.
    """

    records: dict[str, Resolved] = field(default_factory=dict)
    belongs: dict[str, str] = field(default_factory=dict)
    entries: dict[str, str] = field(default_factory=dict)

    def of(self, identity: Plain) -> Resolved | None:
        """The record that an identity, one of several perhaps, stands for."""
        return self.records.get(self.belongs.get(str(identity), ""))

    def of_kind(self, kind: str) -> list[Resolved]:
        """The records of a kind, gone ones too, as they were entered."""
        return sorted((x for x in self.records.values() if x.kind == kind), key=lambda x: x.order)


def resolve(told: Iterable[Told]) -> Registers:
    """The registers that follow from these tellings."""
    by_kind: dict[str, list[Told]] = {}
    for one in told:
        by_kind.setdefault(one.kind, []).append(one)
    registers = Registers()
    for kind in SHARED.values():
        for group in _same_records(kind, by_kind.get(kind.name, []), registers):
            _enter(registers, kind, group)
    registers.entries = dict(registers.belongs)
    _settle_what_is_there(registers)
    for record in registers.records.values():
        _follow_links(registers, record)
    for kind_name in (DEPARTMENT, SUBORDINATE):
        _let_names_be_one(registers, kind_name)
    for kind_name in NUMBERED:
        _part_numbers(registers, kind_name)
    _tell_numbers(registers)
    _part_letter_numbers(registers)
    _let_one_signing_hold(registers)
    return registers


# ---------------------------------------------------------------------------- one record


class _Entry(NamedTuple):
    told: Told
    entry: Telling


def _same_records(kind: SharedKind, told: list[Told], registers: Registers) -> Iterator[list[Told]]:
    """The tellings of one kind, together where they are of one record."""
    by_key: dict[object, list[list[_Entry]]] = {}
    entries = [_Entry(one, one.entry) for one in told]
    for one in sorted(entries, key=lambda x: (x.entry.stamp, x.told.identity)):
        key = _known_by(kind, one, registers)
        groups = by_key.setdefault(key, [])
        if not groups or one.entry.another:
            groups.append([one])
        else:
            groups[0].append(one)
    for groups in by_key.values():
        for group in groups:
            yield [one.told for one in group]


def _known_by(kind: SharedKind, one: _Entry, registers: Registers) -> object:
    """What the paper of an entry is known by; a record of no such kind only by itself."""
    paper = paper_of(kind, one.entry.values or {}, registers.belongs)
    return one.told.identity if paper is None else paper


def paper_of(
    kind: SharedKind, values: Mapping[str, Plain], belongs: Mapping[str, str]
) -> tuple[object, ...] | None:
    """The values by which an entry of the same paper is known again, None where by none."""
    if not (kind.known_by or kind.everything):
        return None
    names = sorted(values) if kind.everything else kind.known_by
    paper: list[object] = []
    for name in names:
        value = values.get(name)
        if name in kind.links and value is not None:
            value = belongs.get(str(value), str(value))
        if value is not None and not name.endswith(MEANT):
            paper.append((name, value))
    return tuple(paper)


def _enter(registers: Registers, kind: SharedKind, group: list[Told]) -> None:
    first = min(group, key=lambda one: (one.entry.stamp, one.identity))
    state = state_after(telling for one in group for telling in one.tellings.values())
    members = tuple(sorted(one.identity for one in group))
    registers.records[first.identity] = Resolved(
        kind.name,
        first.identity,
        members,
        first.entry.stamp,
        state,
        dict(state.values),
        is_there=not state.is_removed,
    )
    registers.belongs.update(dict.fromkeys(members, first.identity))


# ---------------------------------------------------------------------------- what is there


def _settle_what_is_there(registers: Registers) -> None:
    parts = [one for kind in (EVENT, LETTER) for one in registers.of_kind(kind)]
    for part in parts:
        owner = registers.of(part.values.get(SHARED[part.kind].owner))
        if part.is_there and owner is not None:
            owner.is_there = True
    for part in parts:
        owner = registers.of(part.values.get(SHARED[part.kind].owner))
        went_with_it = part.state.last is not None and part.state.last.with_owner
        stays = part.is_there or went_with_it
        part.is_there = stays and owner is not None and owner.is_there
    for record in registers.records.values():
        for name, target in SHARED[record.kind].links.items():
            if target == DEPARTMENT and record.is_there:
                department = registers.of(record.values.get(name))
                if department is not None:
                    department.is_there = True


def _follow_links(registers: Registers, record: Resolved) -> None:
    for name in SHARED[record.kind].links:
        if (value := record.values.get(name)) is not None:
            record.values[name] = registers.belongs.get(str(value), value)


def _let_names_be_one(registers: Registers, kind: str) -> None:
    """Two with one name are one: the later stands for the earlier."""
    named: dict[Plain, Resolved] = {}
    gone: dict[str, str] = {}
    for record in registers.of_kind(kind):
        if not record.is_there:
            continue
        first = named.setdefault(record.values.get("name"), record)
        if first is not record:
            record.is_there = False
            gone[record.identity] = first.identity
            first.also += record.members
    for identity, kept in gone.items():
        for member in registers.records[identity].members:
            registers.belongs[member] = kept
    if gone:
        for other in registers.records.values():
            _follow_links(registers, other)


# ---------------------------------------------------------------------------- numbers


def _part_numbers(registers: Registers, kind: str) -> None:
    """Give whoever came later another number, the same on every computer."""
    holders: dict[str, list[Resolved]] = {}
    for record in registers.of_kind(kind):
        if record.is_there and record.values.get("number"):
            holders.setdefault(str(record.values["number"]), []).append(record)
    taken = set(holders)
    for number in sorted(number for number, found in holders.items() if len(found) > 1):
        step = 2
        for record in holders[number][1:]:
            while f"{number}-{step}" in taken:
                step += 1
            record.wanted_number = number
            record.values["number"] = f"{number}-{step}"
            taken.add(f"{number}-{step}")


def _tell_numbers(registers: Registers) -> None:
    """Whoever names a request names it by the number that it has now."""
    for record in registers.records.values():
        for name in SHARED[record.kind].named_requests:
            meant = registers.of(record.values.pop(name + MEANT, None))
            if meant is not None and meant.is_there and record.values.get(name) is not None:
                record.values[name] = meant.values.get("number")


def _part_letter_numbers(registers: Registers) -> None:
    """A number that is printed stays; only the first of two is counted in its series."""
    seen: set[tuple[Plain, ...]] = set()
    for letter in registers.of_kind(LETTER):
        place = tuple(letter.values.get(name) for name in ("series", "year", "sequence"))
        if not letter.is_there or None in place:
            continue
        if place in seen:
            letter.values["sequence"] = None
            letter.wanted_number = str(letter.values.get("number") or "")
        seen.add(place)


def _let_one_signing_hold(registers: Registers) -> None:
    held: dict[Plain, list[Resolved]] = {}
    for signing in registers.of_kind(CLOSED_YEAR):
        if signing.is_there and signing.values.get("reopened_on") is None:
            held.setdefault(signing.values.get("year"), []).append(signing)
    for signings in held.values():
        signings.sort(key=lambda one: (str(one.values.get("signed_at")), one.identity))
        for earlier in signings[:-1]:
            later = signings[-1].values
            earlier.values["reopened_on"] = later.get("signed_on")
            earlier.values["reopened_by"] = later.get("signed_by")
            earlier.values["reopening_reason"] = _SIGNED_AGAIN
