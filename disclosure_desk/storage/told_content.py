"""Tellings as they are written down: a record a line of a package, and what a merging brought."""

import hashlib
import json
import zlib
from dataclasses import dataclass, field
from typing import Any

from disclosure_desk.records.tellings import Stamp, Telling, Told

_ENTERS, _WITH_OWNER, _ANOTHER = 1, 2, 4
Row = tuple[str, int]  # table and key

# What was blotted out is no more what its hash was made of; the journal keeps that hash.
BLOTTED = b"blotted:"


def digest_of(packed: bytes) -> str:
    """The hash by which the content of a merging is kept."""
    return hashlib.sha256(packed).hexdigest()


def written_down(told: Told) -> list[Any]:
    """A record's tellings as JSON holds them, oldest first."""
    tellings = sorted(told.tellings.values(), key=lambda one: one.stamp)
    return [told.kind, told.identity, [_as_list(one) for one in tellings]]


def _as_list(one: Telling) -> list[Any]:
    flags = (_ENTERS if one.enters else 0) | (_WITH_OWNER if one.with_owner else 0)
    flags |= _ANOTHER if one.another else 0
    return [*one.stamp, None if one.values is None else dict(one.values), one.step, flags]


def read_again(told: list[Any]) -> Told:
    """What `written_down` wrote. Raises ValueError and its like for anything else."""
    kind, identity, tellings = told
    found = Told(kind, identity)
    for at, computer, actor, values, step, flags in tellings:
        stamp = Stamp(at, computer, actor)
        found.tellings[stamp] = Telling(
            stamp,
            values,
            step,
            enters=bool(flags & _ENTERS),
            with_owner=bool(flags & _WITH_OWNER),
            another=bool(flags & _ANOTHER),
        )
    return found


@dataclass(slots=True)
class Content:
    """What a merging brought: tellings that were new here, and the keys that records got."""

    told: list[Told] = field(default_factory=list)
    rows: dict[Row, str] = field(default_factory=dict)

    def packed(self) -> bytes:
        """All of it as it is kept."""
        rows: dict[str, dict[int, str]] = {}
        for (kind, key), identity in self.rows.items():
            rows.setdefault(kind, {})[key] = identity
        whole = {"told": [written_down(one) for one in self.told], "rows": rows}
        return zlib.compress(json.dumps(whole, ensure_ascii=False).encode())

    @classmethod
    def unpacked(cls, packed: bytes) -> "Content":
        """What `packed` wrote, also where personal data was blotted out of it since."""
        packed = packed.removeprefix(BLOTTED)
        whole = json.loads(zlib.decompress(packed))
        rows = {
            (kind, int(key)): identity
            for kind, keys in whole["rows"].items()
            for key, identity in keys.items()
        }
        return cls([read_again(one) for one in whole["told"]], rows)
