"""A hand-over package (交接包) as it is in memory, read or about to be written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from disclosure_desk.records.tellings import Told


@dataclass(frozen=True, slots=True)
class PackageHead:
    """Who made a package, of which unit, when, where, and what it spans (a year or «全部»).

    `family` is the entry of the unit itself: copies of one office file have the same.
    """

    unit: str
    family: str
    made_by: str
    computer: str
    made_at: str  # UTC, as stamps tell it
    span: str
    revision: str


@dataclass(frozen=True, slots=True)
class Package:
    """All that a package tells: records by identity, and the files kept beside them by hash.

    `seal` is the hash over all of it, `file_name` what it was called when it was read.
    """

    head: PackageHead
    told: Mapping[str, Told]
    files: Mapping[str, bytes] = field(default_factory=dict)
    seal: str = ""
    file_name: str = ""
