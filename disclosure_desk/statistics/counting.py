"""How many records each measure counts: a grouped query for each part of a base.

A part of a base is a range of an index; within it records are grouped by what the measures
ask for. A flag (received within the period or before) is added up beside the groups.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
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
        key: frozenset(name for name, _ in tests if not base.attributes[name].flag)
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
    """Records of a part: how many for each combination of attributes, and of a flag's value."""

    base: RecordBase
    names: tuple[str, ...]
    flags: tuple[Test, ...]
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
        flags = tuple({test: None for some in tests for test in some if test[0] not in names})
        sorting = [base.attributes[name].expression for name in names]
        sums: list[ColumnElement[Any]] = [
            func.sum(case((base.attributes[name].condition(wanted), 1), else_=0))
            for name, wanted in flags
        ]
        statement = select(*sorting, func.count(), *sums).select_from(base.model)
        rows = session.execute(statement.where(part.condition).group_by(*sorting))
        return cls(base, names, flags, [tuple(row) for row in rows])

    def fitting(self, tests: Sequence[Test]) -> int:
        """How many records pass all tests, of which one at most may ask for a flag."""
        place = len(self.names)
        rows = self.rows
        for name, wanted in tests:
            if name not in self.names:
                place += 1 + self.flags.index((name, wanted))
                continue
            at = self.names.index(name)
            allowed = self._allowed(at, name, wanted)
            rows = [row for row in rows if row[at] in allowed]
        return sum(int(row[place] or 0) for row in rows)

    def _allowed(self, at: int, name: str, wanted: frozenset[str]) -> set[object]:
        """The values of an attribute, among those found, that a test lets pass."""
        fits = self.base.attributes[name].fits
        return {value for value in {row[at] for row in self.rows} if fits(value, wanted)}
