"""20,000 requests and 20,000 items: import, table and export, each a whole process."""

from pathlib import Path

from tests.benchmarks.measure import program
from tests.offices import RandomOffice, write_workbook

REQUESTS = ITEMS = 20_000


def run(folder: Path) -> None:
    """Print seconds, rows a second and peak memory of each step."""
    office = RandomOffice(1, 2022, 2024)
    cards = office.cards(requests=REQUESTS, publications=ITEMS, disputes=40, entries=600)
    book = write_workbook(folder / "ledger.xlsx", cards)
    database = folder / "office.db"
    program("new", "--db", database, "--unit", "示例县科学技术局")
    rows = sum(len(records) for records in cards.values())
    for name, call in {
        "import": ("import", "--db", database, book, "--json"),
        "table": ("table", "--db", database, "--year", 2024, "--json"),
        "export": ("export", "--db", database, "--year", 2024, "--out", folder / "out"),
    }.items():
        done = program(*call)
        print(
            f"{name:8} {done.seconds:6.2f} s {rows / done.seconds:9.0f} rows/s"
            f" {done.peak_mib:6.0f} MiB"
        )
