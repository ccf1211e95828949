"""A clerk's process that enters items beside others as fast as it can.

Each number is proposed from a look before the save, as a form does it; another clerk may take
it meanwhile. Every other save then takes the next number by itself, as that of a form whose
number nobody typed; the rest must be refused plainly, and the next number is tried.
"""

from datetime import date
from multiprocessing.connection import Connection

from sqlalchemy import func, select

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor, begin_step


def hammer(place: str, name: str, saves: int, told: Connection) -> None:
    """Enter so many items; tells the number of each when it was accepted, at last the refusals."""
    database = open_database(place)
    actor = Actor(name, f"{name}的电脑")
    refused = 0
    for save in range(saves):
        while True:
            number = _proposed(database)
            card = {"number": number, "title": f"{name}{save}", "made_on": date(2024, 5, 6)}
            proposed = {"number"} if save % 2 else set()
            try:
                with database.writing(actor) as session:
                    done = add_record(session, "publication", card, proposed=proposed)
            except Unsound:
                refused += 1
                continue
            kept, card = done.record_id, card | done.given
            told.send(card["number"])
            break
        with database.writing(actor) as session:
            change_record(session, "publication", kept, {**card, "title": f"{name}{save}改"})
        if save == saves // 2:
            with database.writing(actor) as session:
                begin_step(session, "导入台账")
                enrol(session, "publication", [_of_many(name, each) for each in range(150)])
    told.send(refused)
    told.close()
    database.close()


def _of_many(name: str, each: int) -> dict[str, object]:
    return {"number": f"{name}-{each}", "title": "批量", "made_on": date(2024, 5, 6)}


def _proposed(database: Database) -> str:
    with database.reading() as session:
        series = Publication.number.like("2024-%")
        last = session.scalar(select(func.max(Publication.number)).where(series))
    return f"2024-{int(last[5:]) + 1 if last else 1:05d}"
