"""Hands over the table of a quarter or of months as a workbook, read back like the year's."""

from datetime import date
from pathlib import Path

from disclosure_desk.commands.offices import the_office
from disclosure_desk.exchange.export import (
    hand_over,
    made_folder,
    must_be_free,
    told_plainly,
)
from disclosure_desk.exchange.verify_table import verify_table
from disclosure_desk.exchange.write_table import write_table_of
from disclosure_desk.statistics.edition import Edition
from disclosure_desk.statistics.interim import form_of
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.file_names import in_file_name
from disclosure_desk.storage.file_steps import own_folder

_NAME = "{unit}{period}政府信息公开情况统计表（内部统计）.xlsx"


def interim_name(unit: str, period: Period) -> str:
    """The usual name of the file; the title on the table says the same."""
    return _NAME.format(unit=in_file_name(unit) or "_", period=period.words)


def export_interim(
    database: Database, period: Period, edition: Edition, target: Path, *, today: date
) -> Path:
    """Write the table of a period to a file: counted, written beside it, read back, put in place.

    Raises Fault in one sentence when the file cannot be written or reads back differently.
    """
    target = target.expanduser().absolute()
    form = form_of(edition, period)
    with (
        told_plainly(target.parent),
        own_folder(target.parent, ".export-") as place,
    ):
        must_be_free(target)
        written = place / target.name
        with database.reading() as session:
            figures = tally(session, form, period)
            write_table_of(session, form, period, figures, written, today=today)
        verify_table(written, form, figures)
        hand_over(written, target)
    return target


def export_into_folder(
    database: Database, period: Period, edition: Edition, directory: Path, *, today: date
) -> Path:
    """The same under its usual name, in a folder that is made if need be."""
    directory = directory.expanduser().absolute()
    with database.reading() as session:
        name = interim_name(the_office(session).name, period)
    with made_folder(directory):
        return export_interim(database, period, edition, directory / name, today=today)
