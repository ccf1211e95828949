"""What an office uses instead: a workbook of 100,000 rows with COUNTIFS, recalculated."""

import shutil
from pathlib import Path

import simplejson
import xlsxwriter
from python_calamine import CalamineWorkbook
from xlsxwriter.utility import xl_col_to_name

from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.terms import APPLICANT_KINDS, OUTCOMES
from tests.benchmarks.measure import Process, process, program
from tests.offices import RandomOffice, write_cards, write_workbook

ROWS = 100_000
YEAR = 2023
_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def run(folder: Path) -> None:
    """Print LibreOffice's time for the counts of a year, and ours for the same rows."""
    office = shutil.which("soffice")
    if office is None:
        print("LibreOffice is not installed; nothing to compare with")
        return
    made = RandomOffice(1, 2020, 2024).cards(requests=ROWS, publications=0, disputes=0, entries=0)
    cards = made["request"]
    for name, counting in {"without": False, "with": True}.items():
        book = _workbook(folder / f"{name}.xlsx", cards, counting=counting)
        done = _recalculated(office, folder, book)
        print(f"LibreOffice, {name:7} COUNTIFS: {done.seconds:6.2f} s {done.peak_mib:5.0f} MiB")
    counted = CalamineWorkbook.from_path(str(folder / "out" / "with.xlsx"))
    rows = counted.get_sheet_by_name("统计表").to_python()
    database = folder / "office.db"
    program("new", "--db", database, "--unit", "示例县科学技术局")
    taken = program(
        "import", "--db", database, write_workbook(folder / "ledger.xlsx", {"request": cards})
    )
    print(f"our import, once:            {taken.seconds:6.2f} s {taken.peak_mib:5.0f} MiB")
    table = program("table", "--db", database, "--year", YEAR, "--json")
    print(f"our table, every time:       {table.seconds:6.2f} s {table.peak_mib:5.0f} MiB")
    cells = simplejson.loads(table.output)["cells"]
    theirs = int(sum(float(str(cell or 0)) for row in rows for cell in row))
    print(f"finished in {YEAR}: {theirs} by COUNTIFS, {cells['requests.3.7.total']} by ours")


def _recalculated(office: str, folder: Path, book: Path) -> Process:
    """The workbook opened, calculated anew and saved by LibreOffice with a profile of its own."""
    profile = folder / "profile" / "user"
    profile.mkdir(parents=True, exist_ok=True)
    (profile / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    out = str(folder / "out")
    return process([office, own, "--headless", "--convert-to", "xlsx", "--outdir", out, str(book)])


def _workbook(path: Path, cards: list[Card], *, counting: bool) -> Path:
    """The ledger of the requests, and beside it a cell of COUNTIFS for each count of a year."""
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        write_cards(workbook, "request", cards)
        table = workbook.add_worksheet("统计表")
        for row, outcome in enumerate(OUTCOMES if counting else ()):
            for column, kind in enumerate(APPLICANT_KINDS):
                table.write_formula(row, column, _countifs(outcome.label, kind.label))
    return path


def _countifs(outcome: str, kind: str) -> str:
    def column(field: str) -> str:
        letter = xl_col_to_name(list(FIELDS["request"]).index(field))
        return f"依申请公开!${letter}$2:${letter}${ROWS + 1}"

    ended = column("finished_on")
    return (
        f'=COUNTIFS({column("outcome")},"{outcome}",{column("applicant_kind")},"{kind}",'
        f'{ended},">="&DATE({YEAR},1,1),{ended},"<="&DATE({YEAR},12,31))'
    )
