"""How many records each measure counts: a grouped query for each part of a base.

A part of a base is a range of an index; within it records are grouped by what the measures
ask for. A flag (received within the period or before) is added up beside the groups.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from disclosure_desk.statistics.bases import BASES, Part, RecordBase
from disclosure_desk.statistics.form import Measure
from disclosure_desk.statistics.period import Period

Test = tuple[str, frozenset[str]]


def counted(session: Session, measures: Mapping[str, Measure], period: Period) -> dict[str, int]:
    """The number of records of each measure that counts records; the others are left out."""
    bases = {of: BASES[of](period) for of in {one.of for one in measures.values()} & set(BASES)}
    found = {key: 0 for key, one in measures.items() if one.of in bases}
    for of, base in bases.items():
        asked = {key: one.where for key, one in measures.items() if one.of == of}
        for part in base.parts:
            for names, tests in _families(base, part, asked):
                groups = _Groups.ask(session, base, part, names, tests.values())
                for key, wanted in tests.items():
                    found[key] += groups.fitting(wanted)
    return found


def _families(
    base: RecordBase, part: Part, asked: Mapping[str, Sequence[Test]]
) -> Iterator[tuple[tuple[str, ...], dict[str, list[Test]]]]:
    """The measures that one query can answer, by the attributes that it groups by.

    Measures that no record of the part fits are left out, and what is told of all of its
    records is not asked again.
    """
    open_tests = {
        key: [test for test in tests if test[0] not in part.told]
        for key, tests in asked.items()
        if all(part.told[name] in wanted for name, wanted in tests if name in part.told)
    }
    sorts = {
        key: frozenset(name for name, _ in tests if base.attributes[name].flag is None)
        for key, tests in open_tests.items()
    }
    largest = [
        one for one in set(sorts.values()) if not any(one < other for other in sorts.values())
    ]
    left = set(open_tests)
    for family in sorted(largest, key=sorted):
        members = {key for key in left if sorts[key] <= family}
        left -= members
        yield tuple(sorted(family)), {key: open_tests[key] for key in members}


@dataclass(frozen=True, slots=True)
class _Groups:
    """How many records of a part there are for each combination of attributes.

    A row holds the values of `names`, the number, and how many of these have each flag.
    """

    base: RecordBase
    names: tuple[str, ...]
    flags: tuple[str, ...]
    rows: Sequence[Sequence[Any]]

    @classmethod
    def ask(
        cls,
        session: Session,
        base: RecordBase,
        part: Part,
        names: tuple[str, ...],
        tests: Iterable[Sequence[Test]],
    ) -> "_Groups":
        """Ask the database once."""
        asked = sorted({name for some in tests for name, _ in some if name not in names})
        flags = {name: base.attributes[name].flag for name in asked}
        sorting = [base.attributes[name].expression for name in names]
        sums = [func.sum(case((flag, 1), else_=0)) for flag in flags.values() if flag is not None]
        statement = select(*sorting, func.count(), *sums).select_from(base.model)
        rows = session.execute(statement.where(part.condition).group_by(*sorting))
        return cls(base, names, tuple(flags), [tuple(row) for row in rows])

    def fitting(self, tests: Sequence[Test]) -> int:
        """How many records pass all tests, of which one at most may ask for a flag."""
        rows = self.rows
        all_of_them = len(self.names)
        flagged: Test | None = None
        for name, wanted in tests:
            if name in self.flags:
                flagged = name, wanted
                continue
            at = self.names.index(name)
            allowed = self._allowed(at, name, wanted)
            rows = [row for row in rows if row[at] in allowed]
        every = sum(int(row[all_of_them]) for row in rows)
        if flagged is None:
            return every
        place = all_of_them + 1 + self.flags.index(flagged[0])
        with_flag = sum(int(row[place] or 0) for row in rows)
        set_, unset = self.base.attributes[flagged[0]].words
        return with_flag * (set_ in flagged[1]) + (every - with_flag) * (unset in flagged[1])

    def _allowed(self, at: int, name: str, wanted: frozenset[str]) -> set[object]:
        """The values of an attribute, among those found, that a test lets pass."""
        fits = self.base.attributes[name].fits
        return {value for value in {row[at] for row in self.rows} if fits(value, wanted)}
