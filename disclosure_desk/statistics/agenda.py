"""What a day asks for, as a list that can be kept and read again before anything is counted."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

# The group of what waits for a second person's confirmation: it is opened otherwise.
CONFIRMING = "confirming"


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing to be done; `workdays_left` is negative for what is overdue."""

    kind: str
    record_id: int | None
    number: str
    title: str
    due: date | None
    workdays_left: int | None
    text: str
    urgent: bool = False


@dataclass(frozen=True, slots=True)
class AgendaGroup:
    """Things of one kind, the most pressing first."""

    slug: str
    title: str
    items: tuple[AgendaItem, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a day asks for; no groups on a quiet day. `next_due` is the nearest date to come."""

    day: date
    groups: tuple[AgendaGroup, ...]
    next_due: date | None = None


def as_told(agenda: Agenda) -> dict[str, Any]:
    """The agenda in words of JSON; dates as ISO texts."""
    told: dict[str, Any] = asdict(agenda)
    for group in told["groups"]:
        for item in group["items"]:
            item["due"] = _written(item["due"])
    return told | {"day": _written(agenda.day), "next_due": _written(agenda.next_due)}


def agenda_told(told: Mapping[str, Any]) -> Agenda:
    """The agenda that `as_told` wrote. Raises KeyError, TypeError or ValueError for another."""
    groups = tuple(
        AgendaGroup(
            group["slug"],
            group["title"],
            tuple(AgendaItem(**{**one, "due": _read(one["due"])}) for one in group["items"]),
        )
        for group in told["groups"]
    )
    return Agenda(date.fromisoformat(told["day"]), groups, _read(told["next_due"]))


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _read(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
