"""What computers have told of a record: dated tellings, of which the record follows.

The journal of an office file is a list of such tellings. Two files know the same of a record
when they have the same tellings of it, wherever these came from; to merge is to take in those
that are lacking. Sets know no order, so no order of merging can change what follows from them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import NamedTuple

Plain = str | int | bool | None  # dates, times and decimals are written out
Values = Mapping[str, Plain]
_MOMENT = timedelta(microseconds=1)


class Stamp(NamedTuple):
    """When something was told, on which computer and by whom; tellings are in this order."""

    at: str  # UTC, «2026-03-05T08:01:02.000003», always that long
    computer: str
    actor: str


@dataclass(frozen=True, slots=True)
class Telling:
    """One writing of a record: the fields it wrote; None for its removal.

    `enters` says that the record began with it. `step` is what it was part of, in Chinese. A
    step or letter removed together with its request went `with_owner`: it comes back with it.
    `another` is an entry by somebody who had a record just like it in his file: he meant another.
    """

    stamp: Stamp
    values: Values | None
    step: str = ""
    enters: bool = False
    with_owner: bool = False
    another: bool = False


@dataclass(slots=True)
class Told:
    """All that is known of one record; no two of its tellings have one stamp."""

    kind: str
    identity: str
    tellings: dict[Stamp, Telling] = field(default_factory=dict)

    @property
    def newest(self) -> Stamp | None:
        """The stamp of the newest telling; None without any."""
        return max(self.tellings, default=None)

    @property
    def entry(self) -> Telling:
        """The telling with which it began."""
        if len(self.tellings) == 1:
            return next(iter(self.tellings.values()))
        entering = [one for one in self.tellings.values() if one.enters]
        return min(entering or self.tellings.values(), key=lambda one: one.stamp)

    def add(self, telling: Telling) -> None:
        """Take in a telling of this file: later than all that was known when it was written.

        A clock that was set back, or one that is behind the other computer's, would let an
        older value win over what a clerk wrote in its place.
        """
        newest = self.newest
        stamp = telling.stamp
        if newest is not None and stamp.at <= newest.at:
            stamp = stamp._replace(at=after(newest.at))
        self.tellings[stamp] = replace(telling, stamp=stamp)


def after(moment: str) -> str:
    """The next moment that a stamp can tell."""
    return (datetime.fromisoformat(moment) + _MOMENT).isoformat(timespec="microseconds")


@dataclass(slots=True)
class State:
    """What follows from some tellings: the values, who wrote each last, and whether it is there."""

    values: dict[str, Plain] = field(default_factory=dict)
    written: dict[str, Telling] = field(default_factory=dict)
    last: Telling | None = None

    @property
    def is_removed(self) -> bool:
        """Whether its removal is the newest that is known, or nothing is."""
        return self.last is None or self.last.values is None


def state_after(tellings: Iterable[Telling]) -> State:
    """What follows from these tellings.

    Of each field the newest writing holds. A second entry of the same paper adds what the first
    left empty and renews what nobody has changed since: copying a ledger once more is not
    correcting it. A record is removed when its removal is the newest of all.
    """
    tellings = list(tellings)
    if len(tellings) == 1 and tellings[0].enters and tellings[0].values is not None:
        (entry,) = tellings  # most records were entered and never changed
        values: dict[str, Plain] = {
            name: value for name, value in (entry.values or {}).items() if value is not None
        }
        return State(values, dict.fromkeys(values, entry), entry)
    state = State()
    changed: set[str] = set()
    for telling in sorted(tellings, key=lambda one: one.stamp):
        state.last = telling
        if telling.values is None:
            changed.clear()
            continue
        for name, value in telling.values.items():
            if telling.enters and (name in changed or value is None):
                continue
            if not telling.enters:
                changed.add(name)
            state.values[name] = value
            state.written[name] = telling
    return state
