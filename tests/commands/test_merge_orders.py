"""Three computers' packages, merged in every order: the same registers, nothing twice or lost."""

import random
import shutil
from collections.abc import Iterable
from datetime import timedelta
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from disclosure_desk.commands.departments import departments, merge_departments, rename_department
from disclosure_desk.commands.recycling import put_back
from disclosure_desk.commands.registers import change_record, record_of
from disclosure_desk.commands.steps import add_event
from disclosure_desk.commands.undo import undo
from disclosure_desk.faults import Refusal
from disclosure_desk.records.request import Request
from disclosure_desk.records.resolution import Registers, resolve
from disclosure_desk.records.shared_kinds import SHARED, table_of_kind
from disclosure_desk.storage.knowledge import knowledge_of
from disclosure_desk.storage.removed import removed_records
from disclosure_desk.storage.verify import verify
from tests.commands.computers import Computer, figures_of, registers_of
from tests.commands.test_undo import TODAY, AnyDay

YEARS = (2014, 2019, 2023, 2024, 2025)


class Anywhere(AnyDay):
    """A day on one of several computers: the same records changed, the same numbers given."""

    def __init__(self, seed: int, first_number: int = 0) -> None:
        super().__init__(seed, first_number)
        self._random = random.Random(seed * 31 + 7)

    def spend(self, computer: Computer, steps: int) -> None:
        """So many steps; whatever is refused was not done."""
        often = (self._add, self._change, self._change, self._step, self._step, self._end)
        ways = (
            *often,
            *often,
            *(self._remove, self._put_back, self._renumber, self._undo, self.take_in),
            *(self._write, self._link, self._rename, self._merge_departments),
        )
        for _ in range(steps):
            try:
                computer.do(self._random.choice(ways))
            except (Refusal, IntegrityError):  # a ledger is refused before it is entered
                continue

    def _end(self, session: Session) -> None:
        request = record_of(session, "request", self._any(session, "request"))
        assert isinstance(request, Request)
        day = request.received_on + timedelta(days=self._random.randint(0, 3))
        outcome = self._random.choice(("granted", "partial", "not_exist"))
        add_event(
            session, request.id, "reply", {"happened_on": day, "outcome": outcome}, today=TODAY
        )

    def _renumber(self, session: Session) -> None:
        id_ = self._any(session, "request")
        number = f"S{self._random.randint(0, 12):06d}"
        change_record(session, "request", id_, {"number": number}, today=TODAY)

    def _put_back(self, session: Session) -> None:
        removed = removed_records(session)
        if removed:
            one = self._random.choice(removed)
            put_back(session, one.kind, one.record_id, today=TODAY)

    def _undo(self, session: Session) -> None:
        undo(session, today=TODAY)

    def _rename(self, session: Session) -> None:
        known = departments(session)
        if known:
            name = self._random.choice(("综合科", "农业科", "教育科"))
            rename_department(session, self._random.choice(known).id, name)

    def _merge_departments(self, session: Session) -> None:
        known = departments(session)
        if len(known) > 1:
            one, other = self._random.sample(known, 2)
            merge_departments(session, one.id, other.id)


def rows_of(computer: Computer) -> set[tuple[str, str]]:
    """The identities of all rows that are there."""

    def ask(session: Session) -> set[tuple[str, str]]:
        known = knowledge_of(session)
        return {
            (kind, known.identities[kind, key])
            for kind in SHARED
            for key in session.scalars(select(table_of_kind(kind).columns.id))
        }

    return set(computer.ask(ask))


def resolved(computer: Computer) -> Registers:
    return computer.ask(lambda session: resolve(knowledge_of(session).told.values()))


def must_hold_everything(merged: Computer, base: set, sides: Iterable[set]) -> None:
    """What is on any computer and was removed on none is there once, by its identity."""
    everywhere = list(sides)
    removed = {one for one in base if any(one not in rows for rows in everywhere)}
    registers, rows = resolved(merged), rows_of(merged)
    shown: dict[str, list[str]] = {}
    for _, identity in rows:
        shown.setdefault(registers.belongs[identity], []).append(identity)
    assert all(len(found) == 1 for found in shown.values())
    for kind, identity in set().union(*everywhere) - removed:
        if kind not in ("department", "report_text"):
            assert registers.belongs[identity] in shown, (kind, identity)


def test_three_packages_in_any_order_make_the_same_registers(founded_file: Path) -> None:
    @settings(
        max_examples=2,
        deadline=None,
        derandomize=True,
        phases=[Phase.generate],  # an example is three days of three computers
        suppress_health_check=[HealthCheck.too_slow],
    )
    @given(seed=st.integers(0, 10_000), steps=st.integers(8, 14))
    def hold(seed: int, steps: int) -> None:
        with TemporaryDirectory() as folder:
            _hold(Path(folder), founded_file, seed, steps)

    hold()


def _hold(folder: Path, founded_file: Path, seed: int, steps: int) -> None:
    base = Computer(Path(shutil.copy(founded_file, folder / "base.db")), 3)
    Anywhere(seed).spend(base, 14)
    morning = rows_of(base)
    sides = [base.copy(folder / f"{place}.db", place) for place in range(3)]
    for place, computer in enumerate(sides):
        Anywhere(seed + place + 1, first_number=8).spend(computer, steps)
    evenings = [rows_of(computer) for computer in sides]
    packages = [computer.package() for computer in sides]
    made = []
    for number, order in enumerate(permutations(packages)):
        merged = base.copy(folder / f"merged-{number}.db", 3)
        for package in order:
            merged.merge(package)
        for package in packages:
            assert not merged.merge(package).is_news
        made.append(merged)
    first = made[0]
    for other in made[1:]:
        assert registers_of(other) == registers_of(first)
        assert figures_of(other, YEARS) == figures_of(first, YEARS)
    must_hold_everything(first, morning, evenings)
    # To the computers and back, through one another.
    for computer in sides:
        computer.merge(first.package())
        assert registers_of(computer) == registers_of(first)
        assert not first.merge(computer.package()).is_news
    assert [one.message for one in verify(first.path).findings] == []
    for computer in (base, *sides, *made):
        computer.close()


@pytest.mark.parametrize("seed", [5, 10])  # the second undoes a merging and goes on
def test_work_that_goes_on_between_mergings_converges(
    founded_file: Path, tmp_path: Path, seed: int
) -> None:
    base = Computer(Path(shutil.copy(founded_file, tmp_path / "base.db")), 3)
    Anywhere(seed).spend(base, 10)
    sides = [base.copy(tmp_path / f"{place}.db", place) for place in range(3)]
    for turn in range(3):
        for place, computer in enumerate(sides):
            day = Anywhere(100 * turn + place + seed * 1000 - 5000, first_number=8)
            day.spend(computer, 5)
        giver, taker = sides[turn % 3], sides[(turn + 1) % 3]
        taker.merge(giver.package())
    packages = [computer.package() for computer in sides]
    for computer in sides:
        for package in packages:
            computer.merge(package)
    # What one merging made of all three is what every other made of them.
    assert registers_of(sides[0]) == registers_of(sides[1]) == registers_of(sides[2])
    assert figures_of(sides[0], YEARS) == figures_of(sides[1], YEARS)
    assert verify(sides[0].path).findings == []
    for computer in (base, *sides):
        computer.close()
