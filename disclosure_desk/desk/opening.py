"""Opens an office behind the window: the database is only loaded once the window stands."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.faults import Refusal

if TYPE_CHECKING:
    from disclosure_desk.desk.jobs import Report
    from disclosure_desk.storage.admission import Standing
    from disclosure_desk.storage.database import Database
    from disclosure_desk.storage.journal import Actor
    from disclosure_desk.storage.open_windows import Presence

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
    presence: "Presence | None" = None
    person: "tuple[Standing, frozenset[str]] | None" = None  # as PersonAtDesk.known takes it
    newest_line: int = 0  # of the journal: what others write from then on is shown


class OpenElsewhere(Refusal):
    """Another window has the file open; the person at this one decides what to do."""


class Beside(Enum):
    """How a file is opened that another window has open."""

    ASK = "ask"
    WRITE = "write"
    READ = "read"


def opener(
    place: str, today: date, beside: Beside = Beside.ASK, own: str = ""
) -> "Callable[[Report], Opened]":
    """The work of opening the office at a place; `own` is the key of this window on it."""

    def work(_report: "Report") -> Opened:
        return _open(place, today, beside, own)

    return work


def sample_opener(today: date) -> "Callable[[Report], Opened]":
    """The work of opening the sample office, founding it on the first call."""

    def work(_report: "Report") -> Opened:
        place = sample_place()
        if not place.exists():
            from disclosure_desk.exchange.founding import found

            place.parent.mkdir(parents=True, exist_ok=True)
            found(str(place), _SAMPLE_UNIT, sample=True)
        return _open(str(place), today, Beside.WRITE)

    return work


def sample_place() -> Path:
    """Where this user's copy of the sample office lies."""
    from platformdirs import user_data_path

    return user_data_path("disclosure-desk", appauthor=False) / "示例单位.db"


def _open(place: str, today: date, beside: Beside, own: str = "") -> Opened:
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.desk.lookups import overview
    from disclosure_desk.desk.person_at_desk import told_of
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.encryption import clear_left_plain
    from disclosure_desk.storage.journal import Actor
    from disclosure_desk.storage.newest_lines import newest_line
    from disclosure_desk.storage.open_windows import Presence
    from disclosure_desk.storage.start_password import must_be_let_in

    absolute = place if "://" in place else str(Path(place).expanduser().absolute())
    actor = Actor.of_this_computer()
    if beside is Beside.ASK and "://" not in place:
        _ask_where_open(Path(absolute), own)
    database = open_database(absolute)
    try:
        with database.reading() as session:
            must_be_let_in(session)
            unit_name, years = the_office(session).name, overview(session).years
            person = told_of(session, actor)
            newest = newest_line(session)
    except BaseException:
        database.close()
        raise
    if beside is Beside.READ:
        database = replace(database, is_read_only=True)
    if database.path is not None:
        clear_left_plain(database.path)
    writes_here = database.path is not None and beside is not Beside.READ
    presence = Presence(database.path, actor) if database.path and writes_here else None
    year = today.year if today.year in years or not years else years[-1]
    return Opened(
        absolute, database, actor, unit_name, years, year, presence, person, newest_line=newest
    )


def _ask_where_open(path: Path, own: str) -> None:
    """Raises OpenElsewhere with the sentence to ask, when others have the file open."""
    from disclosure_desk.storage.open_windows import windows_open

    others = [one for one in windows_open(path) if one.key != own]
    if others:
        who = "；".join(one.words for one in others)
        raise OpenElsewhere(
            f"{who} 打开了这个文件（{path.name}），窗口还开着。\n"
            "仍然打开时，两个窗口都可以填写和保存，数据不会写坏；"
            "但请不要同时修改同一条记录。只读打开时只能查看。"
        )


def years_offered(years: tuple[int, ...], today: date) -> list[int]:
    """The years to choose from, the latest first: those with records, this one, the last two."""
    first = min((*years, today.year - 2))
    return list(range(max((*years, today.year)), first - 1, -1))
