"""Founds an office database, empty or with the sample in it."""

from disclosure_desk.commands.offices import found_office, office_name
from disclosure_desk.exchange.sample import fill_with_sample
from disclosure_desk.storage.database import create_database, remove_unfinished
from disclosure_desk.storage.journal import Actor


def found(place: str, unit_name: str, *, sample: bool = False) -> None:
    """Make the database of an office; nothing stays of one that could not be finished.

    Raises Refusal where a database exists already or the name is empty.
    """
    unit_name = office_name(unit_name)
    database = create_database(place)
    try:
        with database.writing(Actor.of_this_computer()) as session:
            found_office(session, unit_name)
            if sample:
                fill_with_sample(session, unit_name)
    except BaseException:
        remove_unfinished(database)
        raise
    database.close()
