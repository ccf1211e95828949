"""What the desk prints into PDFs is read back to the last cell, and nothing is found in it."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.report_printing import write_year_pdf, year_on_paper
from disclosure_desk.exchange.finished.read import read_report
from disclosure_desk.faults import Refusal
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.report_checks import check_report
from disclosure_desk.storage.database import Database
from tests.desk.conftest import CLERK
from tests.offices import RandomOffice


@pytest.mark.parametrize(
    ("code", "of_table"), [("2014", False), ("2014-county", True), ("2019", True), ("2021", False)]
)
def test_a_printed_year_is_read_back_to_the_last_cell(
    database: Database, tmp_path: Path, qapp: QApplication, code: str, of_table: bool
) -> None:
    edition = editions()[code]
    year = edition.first_year + 1
    with database.writing(CLERK) as session:
        for kind, cards in RandomOffice(3, year - 1, year + 1).cards(disputes=4).items():
            for card in cards:
                with suppress(Refusal):  # some made-up cards cannot be: a form refuses them too
                    add_record(session, kind, card)
    with database.reading() as session:
        made = year_on_paper(session, edition, year, date(year + 1, 1, 10))
    path = tmp_path / "年报.pdf"
    write_year_pdf(made, path, of_table=of_table)
    report = read_report(path)
    assert report.edition is edition
    assert (report.year, report.unit) == (year, "示例县科学技术局")
    assert report.figures == dict(made.figures)
    assert check_report(report) == []
