"""Puts together what a hand-over package (交接包) carries: a year, or the whole register.

Of a year go all records that its table needs, older ones too, with every step and letter, and
whatever was removed: a removal must arrive. Each goes with all of its tellings, so that the other
computer can tell who changed what since.
"""

from collections.abc import Iterator
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.merging import family_of
from disclosure_desk.commands.offices import the_office
from disclosure_desk.records.cards import MODELS
from disclosure_desk.records.closed_year import closed_year_content
from disclosure_desk.records.letter import letter_file
from disclosure_desk.records.package import Package, PackageHead
from disclosure_desk.records.resolution import resolve
from disclosure_desk.records.shared_kinds import (
    CLOSED_YEAR,
    LETTER,
    SHARED,
    table_of_kind,
)
from disclosure_desk.records.tellings import Told
from disclosure_desk.statistics.needed import needed_records
from disclosure_desk.statistics.period import Period
from disclosure_desk.storage.change_names import REGISTERS
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.knowledge import Knowledge, knowledge_of
from disclosure_desk.storage.schema import HEAD
from disclosure_desk.storage.told_content import Row

WHOLE = "全部"


def make_package(session: Session, actor: Actor, year: int | None = None) -> Package:
    """What the other computer is to get: all, or what a year needs. Nothing is written."""
    knowledge = knowledge_of(session)
    told = knowledge.told
    if year is not None:
        told = _of_year(session, knowledge, year)
    head = PackageHead(
        unit=the_office(session).name,
        family=family_of(knowledge),
        made_by=actor.name,
        computer=actor.computer,
        made_at=datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds"),
        span=WHOLE if year is None else f"{year}年",
        revision=HEAD,
    )
    return Package(head, told, dict(_files(session, knowledge, told)))


def _of_year(session: Session, knowledge: Knowledge, year: int) -> dict[str, Told]:
    """The records that a year needs with all that is theirs, and those that were removed."""
    rows = set(_rows_of_year(session, year))
    needed = {identity for row, identity in knowledge.identities.items() if row in rows}
    records = resolve(knowledge.told.values())
    kept: set[str] = set()
    for kind in SHARED.values():  # owners come first
        for record in records.of_kind(kind.name):
            if kind.owner:
                owner = records.of(record.values.get(kind.owner))
                is_kept = owner is not None and owner.identity in kept
            else:
                is_kept = not record.is_there or not needed.isdisjoint(record.members)
            if is_kept:
                kept.add(record.identity)
    return {one: told for one, told in knowledge.told.items() if records.belongs[one] in kept}


def _rows_of_year(session: Session, year: int) -> Iterator[Row]:
    for kind, condition in needed_records(Period.of_year(year)).items():
        table = MODELS[kind].__tablename__
        for key in session.scalars(select(MODELS[kind].id).where(condition)):
            yield table, key
    for shared in SHARED.values():
        columns = table_of_kind(shared.name).columns
        of_registers = shared.owner or shared.name in REGISTERS
        if not of_registers:
            wanted = columns.year == year if "year" in columns else columns.id.is_not(None)
            for key in session.scalars(select(columns.id).where(wanted)):
                yield shared.name, key


def _files(
    session: Session, knowledge: Knowledge, told: dict[str, Told]
) -> Iterator[tuple[str, bytes]]:
    """The files of the letters and signed years that go, by their hash."""
    for kind, beside, owner in (
        (LETTER, letter_file, "letter_id"),
        (CLOSED_YEAR, closed_year_content, "closed_year_id"),
    ):
        table = table_of_kind(kind)
        columns = (table.columns.id, table.columns.sha256, beside.columns.content)
        joined = select(*columns).join_from(
            table, beside, beside.columns[owner] == table.columns.id
        )
        for key, sha256, content in session.execute(joined):
            if knowledge.identities.get((kind, key)) in told:
                yield sha256, bytes(content)
