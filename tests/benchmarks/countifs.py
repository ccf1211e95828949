"""What an office uses instead: a workbook of 100,000 rows with COUNTIFS, recalculated."""

import shutil
import sqlite3
from datetime import date
from pathlib import Path

import xlsxwriter

from disclosure_desk.records.terms import APPLICANT_KINDS, OUTCOMES
from tests.benchmarks.measure import process, program
from tests.offices import RandomOffice, write_workbook

ROWS = 100_000
YEAR = 2023


def run(folder: Path) -> None:
    """Print LibreOffice's time for the counts of a year, and ours for the same rows."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed; nothing to compare with")
        return
    cards = RandomOffice(1, 2020, 2024).cards(requests=ROWS, publications=0, disputes=0, entries=0)[
        "request"
    ]
    for name, counting in {"without": False, "with": True}.items():
        book = _workbook(folder / f"{name}.xlsx", cards, counting=counting)
        call = [office, "--headless", "--convert-to", "ods", "--outdir", str(folder), str(book)]
        done = process(call)
        print(f"LibreOffice, {name:7} COUNTIFS: {done.seconds:6.2f} s {done.peak_mib:5.0f} MiB")
    database = folder / "office.db"
    program("new", "--db", database, "--unit", "示例县科学技术局")
    book = write_workbook(folder / "ledger.xlsx", {"request": cards})
    taken = program("import", "--db", database, book)
    print(f"our import, once:            {taken.seconds:6.2f} s {taken.peak_mib:5.0f} MiB")
    table = program("table", "--db", database, "--year", YEAR, "--json")
    print(f"our table, every time:       {table.seconds:6.2f} s {table.peak_mib:5.0f} MiB")
    raw = sqlite3.connect(database)
    counted = raw.execute(
        "SELECT count(*) FROM request WHERE finished_on BETWEEN ? AND ?",
        (f"{YEAR}-01-01", f"{YEAR}-12-31"),
    )
    print(f"finished in {YEAR}: {counted.fetchone()[0]}")


def _workbook(path: Path, cards: list[dict[str, object]], *, counting: bool) -> Path:
    """Received, kind, finished and outcome of every request; a cell of COUNTIFS each count."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet("台账")
        days = workbook.add_format({"num_format": "yyyy-mm-dd"})
        for row, card in enumerate(cards):
            for column, name in enumerate(
                ("received_on", "applicant_kind", "finished_on", "outcome")
            ):
                value = card.get(name)
                if isinstance(value, date):
                    sheet.write_datetime(row, column, value, days)
                elif value is not None:
                    sheet.write_string(row, column, str(value))
        table = workbook.add_worksheet("统计表")
        for row, outcome in enumerate(OUTCOMES.slugs if counting else ()):
            for column, kind in enumerate(APPLICANT_KINDS.slugs):
                table.write_formula(row, column, _countifs(outcome, kind))
    return path


def _countifs(outcome: str, kind: str) -> str:
    def column(letter: str) -> str:
        return f"台账!${letter}$1:${letter}${ROWS}"

    return (
        f'=COUNTIFS({column("D")},"{outcome}",{column("B")},"{kind}",'
        f'{column("C")},">="&DATE({YEAR},1,1),{column("C")},"<="&DATE({YEAR},12,31))'
    )
