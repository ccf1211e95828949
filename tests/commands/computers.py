"""Several computers with a copy of one office file each, and packages that go between them."""

import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.handing_over import make_package
from disclosure_desk.commands.merging import Merged, look_at_package, merge_package
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.merge_plan import Choices
from disclosure_desk.records.office import Department, Office
from disclosure_desk.records.package import Package
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor

NAMES = ("王芳", "李明远", "赵一诺", "孙启航")


class Computer:
    """A computer with its clerk and its copy of the office file."""

    def __init__(self, path: Path, place: int) -> None:
        self.path = path
        self.actor = Actor(NAMES[place], f"{place + 1}号电脑")
        self.database: Database = open_database(path)

    def do(self, command: Callable[[Session], Any]) -> Any:
        """One step of the clerk."""
        with self.database.writing(self.actor) as session:
            return command(session)

    def ask(self, question: Callable[[Session], Any]) -> Any:
        with self.database.reading() as session:
            return question(session)

    def package(self, year: int | None = None) -> Package:
        return self.ask(lambda session: make_package(session, self.actor, year))

    def merge(self, package: Package, choices: Choices | None = None) -> Merged:
        return self.do(lambda session: merge_package(session, package, choices))

    def look(self, package: Package, choices: Choices | None = None) -> Merged:
        return self.ask(lambda session: look_at_package(session, package, choices))

    def copy(self, path: Path, place: int) -> "Computer":
        """The file as it is now, on another computer."""
        self.database.settle()
        shutil.copy(self.path, path)
        return Computer(path, place)

    def close(self) -> None:
        self.database.close()


def registers_of(computer: Computer) -> Mapping[str, list[object]]:
    """Everything that people see of the registers, without keys."""
    return computer.ask(_registers)


def _registers(session: Session) -> dict[str, list[object]]:
    found: dict[str, list[object]] = {}
    for model in (Office, Department, Publication, Dispute, IndicatorEntry):
        found[model.__tablename__] = sorted(
            (_values(one) for one in session.scalars(select(model))), key=repr
        )
    requests = []
    for request in session.scalars(select(Request)):
        events = [_values(event, "request_id") for event in request.events]
        requests.append((_values(request), events))
    found["request"] = sorted(requests, key=repr)
    return found


def _values(record: Any, *but: str) -> list[tuple[str, object]]:
    told = []
    for column in record.__table__.columns:
        if column.key == "department_id":
            told.append(("department", record.department.name if record.department else None))
        elif column.key not in ("id", *but):
            told.append((column.key, getattr(record, column.key)))
    return told


def figures_of(computer: Computer, years: Iterable[int]) -> dict[int, Mapping[str, object]]:
    """The statistics tables of these years."""
    return computer.ask(
        lambda session: {
            year: dict(tally(session, edition_for(year), Period.of_year(year))) for year in years
        }
    )
