"""Which letters a request may have as it stands, what each still lacks, and where that is typed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from disclosure_desk.commands.letter_files import (
    letter_to_deliver,
    letters_of,
    newest_ending,
)
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.request import Request
from disclosure_desk.records.request_clock import is_open
from disclosure_desk.rules.letters import LetterKind, letter_kinds

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.records.letter import Letter

_NAMED = re.compile(r"“([^”]+)”")
_AT_FIRST = ("receipt", "correction_notice")
_AFTER_REPLY = "delivery_receipt"


@dataclass(frozen=True, slots=True)
class LetterPreview:
    """A letter before it is made: its day, the number a final one would take, what it lacks."""

    kind: str
    made_on: date
    number: str
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a field of a letter is typed: `office` or `request` and the field, `step` and kind."""

    form: str
    name: str


def kinds_offered(
    request: Request, letters: "Sequence[Letter]"
) -> tuple[list[LetterKind], list[LetterKind]]:
    """The kinds that the state of a request calls for, and the others that it may have."""
    ending = newest_ending(request)
    outcome = ending.outcome if ending else None
    possible = [
        one
        for one in letter_kinds().values()
        if _is_possible(one, outcome) and one.is_for(request.applicant_kind)
    ]
    told = {letter.event_id for letter in letters if letter.final}
    made = {letter.kind for letter in letters if letter.final}
    if not is_open(request.events):
        wanted = [one for one in possible if outcome in one.outcomes and one.slug not in made]
        wanted += [one for one in possible if one.slug == _AFTER_REPLY]
    elif request.events:
        wanted = _of_steps(request, possible, told)
    else:
        wanted = [one for one in possible if one.slug in _AT_FIRST and one.slug not in made]
    return wanted, [one for one in possible if one not in wanted]


def _of_steps(
    request: Request, possible: list[LetterKind], told: set[int | None]
) -> list[LetterKind]:
    """The letters of the steps that no final letter tells of yet, the newest step first."""
    steps = [one for one in request.events if one.id not in told]
    steps.sort(key=lambda one: one.happened_on or date.min, reverse=True)
    found = [
        kind
        for step in steps
        for kind in possible
        if kind.step == step.kind and kind.consulted in ("", step.consulted or "third_party")
    ]
    return list(dict.fromkeys(found))


def _is_possible(kind: LetterKind, outcome: str | None) -> bool:
    if outcome is None:
        return not kind.needs_outcome
    return kind.fits(outcome)


_LOADING = Lock()


def load_letters() -> None:
    """Load what writes letters, one thread at a time.

    Modules of python-docx import each other: two threads that load it at once, that of the
    preview and that of the letter, may each find the other's half of it.
    """
    with _LOADING:
        import disclosure_desk.exchange.write_letter  # noqa: F401  # loaded for the others


def preview(
    session: "Session",
    request_id: int,
    kind_slug: str,
    *,
    made_on: date | None,
    templates: Path | None,
    today: date,
    final: bool = False,
) -> LetterPreview:
    """What a letter would say of itself. Raises Refusal or Fault as making it does.

    Without a day it is of the day that the commands take.
    """
    load_letters()
    from disclosure_desk.commands.letter_numbers import next_number
    from disclosure_desk.commands.letters import (
        day_meant,
        require_day,
        step_of,
        written_number,
    )
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.exchange.letter_filling import fill
    from disclosure_desk.exchange.letter_templates import open_template
    from disclosure_desk.statistics.letter_facts import LetterFacts
    from disclosure_desk.statistics.letter_fields import letter_values
    from disclosure_desk.storage.own_calendars import calendar_in_use

    request, kind = session.get_one(Request, request_id), letter_kinds()[kind_slug]
    day = made_on or day_meant(session, request, kind, today)
    require_day(request, kind, day, final=final)
    step = step_of(session, request, kind, day)
    written = written_number(session, kind, step)
    following = next_number(session, kind, day)
    number = written or (following.text if following else "")
    facts = LetterFacts(
        request,
        the_office(session),
        kind,
        day,
        calendar_in_use(),
        step=step,
        number=number,
        told=letter_to_deliver(letters_of(session, request_id)),
    )
    document, _ = open_template(kind, templates)
    missing = fill(document, letter_values(facts)).missing
    return LetterPreview(kind_slug, day, number, tuple(missing))


def place_of(name: str, origin: str) -> Place | None:
    """Where the field of this name is typed, by the words that tell its origin."""
    told = _NAMED.findall(origin)
    for form, words in (("office", "单位信息"), ("request", "申请")):
        if origin.startswith(words):
            return _field_place(form, [*told, name])
    for label in told:
        for slug, kind in EVENT_KINDS.items():
            if kind.label == label:
                return Place("step", slug)
    return None


def _field_place(form: str, labels: list[str]) -> Place | None:
    for label in labels:
        for name, field in FIELDS[form].items():
            if field.label == label:
                return Place(form, name)
    return None
