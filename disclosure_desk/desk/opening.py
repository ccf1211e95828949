"""Opens an office behind the window: the database is only loaded once the window stands."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_data_path

if TYPE_CHECKING:
    from disclosure_desk.desk.jobs import Report
    from disclosure_desk.storage.database import Database
    from disclosure_desk.storage.journal import Actor

_SAMPLE_UNIT = "示例县科学技术局"


@dataclass(frozen=True, slots=True)
class Opened:
    """An office that is open: where, whose, by whom, and the year to look at first."""

    place: str
    database: "Database"
    actor: "Actor"
    unit_name: str
    years: tuple[int, ...]
    year: int


def opener(place: str, today: date) -> "Callable[[Report], Opened]":
    """The work of opening the office at a place."""

    def work(_report: "Report") -> Opened:
        return _open(place, today)

    return work


def sample_opener(today: date) -> "Callable[[Report], Opened]":
    """The work of opening the sample office, founding it on the first call."""

    def work(_report: "Report") -> Opened:
        place = sample_place()
        if not place.exists():
            from disclosure_desk.exchange.founding import found

            place.parent.mkdir(parents=True, exist_ok=True)
            found(str(place), _SAMPLE_UNIT, sample=True)
        return _open(str(place), today)

    return work


def sample_place() -> Path:
    """Where this user's copy of the sample office lies."""
    return user_data_path("disclosure-desk", appauthor=False) / "示例单位.db"


def _open(place: str, today: date) -> Opened:
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.desk.lookups import overview
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.journal import Actor

    absolute = place if "://" in place else str(Path(place).expanduser().absolute())
    database = open_database(absolute)
    try:
        with database.reading() as session:
            unit_name, years = the_office(session).name, overview(session).years
    except BaseException:
        database.close()
        raise
    year = today.year if today.year in years or not years else years[-1]
    actor = Actor.of_this_computer()
    return Opened(absolute, database, actor, unit_name, years, year)


def years_offered(years: tuple[int, ...], today: date) -> list[int]:
    """The years to choose from, the latest first: those with records, this one, the last two."""
    first = min((*years, today.year - 2))
    return list(range(max((*years, today.year)), first - 1, -1))
