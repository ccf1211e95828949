"""What merging a package would change here: worked out whole before anything is written."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from disclosure_desk.records.resolution import Registers, Resolved, resolve
from disclosure_desk.records.shared_kinds import MEANT, REQUEST, SHARED
from disclosure_desk.records.tellings import (
    Plain,
    Stamp,
    State,
    Telling,
    Told,
    after,
    state_after,
)

HERE, THERE = "here", "there"
# Whether a record is there at all is a conflict of no field.
BEING = ""
Choice = tuple[str, str]  # identity and field
Choices = Mapping[Choice, str]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field that both sides wrote without knowing of each other, to different values.

    `keeps` is the side whose value holds: the newer, unless somebody chose. Where a record was
    removed on one side only the field is BEING and the values say whether it is there.
    """

    kind: str
    identity: str
    field: str
    here: Plain
    there: Plain
    written_here: Telling
    written_there: Telling
    keeps: str

    @property
    def place(self) -> Choice:
        """By what a choice names it."""
        return self.identity, self.field


@dataclass(slots=True)
class MergePlan:
    """The registers before and after, the tellings that are new, and where the sides disagree."""

    before: Registers
    after: Registers
    new: dict[str, Told] = field(default_factory=dict)
    conflicts: list[Conflict] = field(default_factory=list)
    _touched: list[Resolved] | None = None

    def was(self, record: Resolved) -> Resolved | None:
        """The record as it was before: the one that has any of its entries."""
        found = None
        for member in (*record.members, *record.also):
            one = self.before.records.get(self.before.entries.get(member, ""))
            if one is not None and (found is None or (one.is_there and not found.is_there)):
                found = one
        return found

    def touched(self) -> list[Resolved]:
        """The records of which something is otherwise afterwards, as they were entered."""
        if self._touched is None:
            every = self.after.records.values()
            changed = [one for one in every if self._is_otherwise(one, self.was(one))]
            self._touched = sorted(changed, key=lambda one: one.order)
        return self._touched

    def _is_otherwise(self, record: Resolved, was: Resolved | None) -> bool:
        if was is None or not was.is_there:
            return record.is_there
        return not record.is_there or bool(changed_fields(was, record))


def changed_fields(was: Resolved, record: Resolved) -> list[str]:
    """The fields whose values are others afterwards."""
    names = sorted({*was.values, *record.values})
    return [
        name
        for name in names
        if not name.endswith(MEANT) and was.values.get(name) != record.values.get(name)
    ]


def plan_merge(
    here: Mapping[str, Told], there: Mapping[str, Told], choices: Choices, now: Stamp
) -> MergePlan:
    """What taking in the tellings of a package does, with what somebody chose at `now`."""
    before = resolve(here.values())
    new = _lacking(here, there)
    if not new:
        return MergePlan(before, before)
    union = _together(here, new)
    plan = MergePlan(before, resolve(union.values()), new)
    conflicts = list(_conflicts(plan, here, there))
    chosen = [one for one in conflicts if one.place in choices]
    for one in chosen:
        for told in _choice(plan, union, one, choices[one.place], now):
            mine = new.setdefault(told.identity, Told(told.kind, told.identity))
            mine.tellings |= told.tellings
    if chosen:
        plan.after = resolve(_together(here, new).values())
    plan.conflicts = [replace(one, keeps=choices.get(one.place, one.keeps)) for one in conflicts]
    return plan


def _lacking(here: Mapping[str, Told], there: Mapping[str, Told]) -> dict[str, Told]:
    """The tellings that are there and not here.

    A stamp says which telling it is: what a text held that was blotted out here since does not
    come back.
    """
    new = {}
    for identity, told in there.items():
        known = here[identity].tellings if identity in here else {}
        lacking = {x: one for x, one in told.tellings.items() if x not in known}
        if lacking:
            new[identity] = Told(told.kind, identity, lacking)
    return new


def _together(here: Mapping[str, Told], new: Mapping[str, Told]) -> dict[str, Told]:
    union = dict(here)
    for identity, told in new.items():
        known = here[identity].tellings if identity in here else {}
        union[identity] = Told(told.kind, identity, known | told.tellings)
    return union


# ---------------------------------------------------------------------------- conflicts


@dataclass(slots=True)
class _Sides:
    """What the two sides tell of one record, and what of it the other side does not know."""

    here: State
    there: State
    only_here: list[Telling]
    only_there: list[Telling]


def _sides(record: Resolved, here: Mapping[str, Told], there: Mapping[str, Told]) -> _Sides:
    mine, theirs = _tellings(record, here), _tellings(record, there)
    return _Sides(
        state_after(mine.values()),
        state_after(theirs.values()),
        [one for stamp, one in mine.items() if stamp not in theirs],
        [one for stamp, one in theirs.items() if stamp not in mine],
    )


def _tellings(record: Resolved, told: Mapping[str, Told]) -> dict[Stamp, Telling]:
    return {
        stamp: one
        for member in record.members
        if member in told
        for stamp, one in told[member].tellings.items()
    }


def _conflicts(
    plan: MergePlan, here: Mapping[str, Told], there: Mapping[str, Told]
) -> Iterator[Conflict]:
    records = {plan.after.belongs[identity]: None for identity in there}
    known = [
        one
        for one in map(plan.after.records.__getitem__, records)
        if any(member in here for member in one.members)
    ]
    if not known:
        return
    registers_there = resolve(there.values())
    told_by_parts = _news_of_parts(plan.after, here, there)
    for record in sorted(known, key=lambda one: one.order):
        sides = _sides(record, here, there)
        parts = told_by_parts.get(record.identity, ([], []))
        mine, theirs = [*sides.only_here, *parts[0]], [*sides.only_there, *parts[1]]
        if not mine or not theirs:
            continue
        was, is_ = plan.was(record), _any_of(registers_there, record)
        if was is not None and is_ is not None and was.is_there != is_.is_there:
            keeps = HERE if was.is_there == record.is_there else THERE
            yield Conflict(
                record.kind,
                record.identity,
                BEING,
                was.is_there,
                is_.is_there,
                _newest(mine),
                _newest(theirs),
                keeps,
            )
        elif record.is_there:
            yield from _of_fields(plan.after, record, sides)


def _newest(tellings: Iterable[Telling]) -> Telling:
    return max(tellings, key=lambda one: one.stamp)


def _news_of_parts(
    registers: Registers, here: Mapping[str, Told], there: Mapping[str, Told]
) -> dict[str, tuple[list[Telling], list[Telling]]]:
    """What each side alone tells of the steps and letters of a request."""
    concerned = {registers.belongs[one] for one, told in there.items() if told.kind == REQUEST}
    found: dict[str, tuple[list[Telling], list[Telling]]] = {one: ([], []) for one in concerned}
    for record in registers.records.values():
        owner_field = SHARED[record.kind].owner
        owner = registers.of(record.values.get(owner_field)) if owner_field else None
        if owner is not None and owner.identity in found:
            sides = _sides(record, here, there)
            found[owner.identity][0].extend(sides.only_here)
            found[owner.identity][1].extend(sides.only_there)
    return found


def _any_of(registers: Registers, record: Resolved) -> Resolved | None:
    return next((x for one in record.members if (x := registers.of(one)) is not None), None)


def _of_fields(registers: Registers, record: Resolved, sides: _Sides) -> Iterator[Conflict]:
    for name in sorted(SHARED[record.kind].fields):
        mine, theirs = (_wrote(side, name) for side in (sides.only_here, sides.only_there))
        if not mine or not theirs:
            continue
        here, there = sides.here.values.get(name), sides.there.values.get(name)
        if _same(registers, record.kind, name, here, there):
            continue
        held = record.state.values.get(name)
        keeps = HERE if _same(registers, record.kind, name, here, held) else THERE
        yield Conflict(
            record.kind,
            record.identity,
            name,
            here,
            there,
            sides.here.written.get(name) or _newest(sides.only_here),
            sides.there.written.get(name) or _newest(sides.only_there),
            keeps,
        )


def _wrote(tellings: Iterable[Telling], name: str) -> bool:
    return any(one.values is not None and name in one.values for one in tellings)


def _same(registers: Registers, kind: str, name: str, one: Plain, other: Plain) -> bool:
    if name in SHARED[kind].links:
        one, other = (registers.belongs.get(str(x), x) for x in (one, other))
    return one == other


# ---------------------------------------------------------------------------- choosing


def _choice(
    plan: MergePlan, union: Mapping[str, Told], one: Conflict, side: str, now: Stamp
) -> Iterator[Told]:
    """What choosing a side tells: the chosen value once more, as the newest of all."""
    record = plan.after.records[one.identity]
    value = one.here if side == HERE else one.there
    if one.field != BEING:
        written = one.written_here if side == HERE else one.written_there
        values = {one.field: value}
        meant = one.field + MEANT
        if written.values is not None and meant in written.values:
            values[meant] = written.values[meant]
        yield _told_now(record, union, values, now)
    elif value:
        yield _told_now(record, union, {}, now)
    else:
        yield _told_now(record, union, None, now)
        for part in plan.after.records.values():
            owner = SHARED[part.kind].owner
            if owner and part.is_there and part.values.get(owner) == record.identity:
                yield _told_now(part, union, None, now, with_owner=True)


def _told_now(
    record: Resolved,
    union: Mapping[str, Told],
    values: Mapping[str, Plain] | None,
    now: Stamp,
    *,
    with_owner: bool = False,
) -> Told:
    newest = max(max(union[one].tellings) for one in record.members)
    stamp = now if now.at > newest.at else now._replace(at=after(newest.at))
    telling = Telling(stamp, values, "并入交接包时选定", with_owner=with_owner)
    return Told(record.kind, record.identity, {stamp: telling})
