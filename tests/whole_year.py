"""A year of an office on the command line and a look at it on the desktop, as one process.

    python -m tests.whole_year FOLDER

Watched from outside by tests/test_no_network.py; every call must do its work.
"""

import sys
from pathlib import Path

from disclosure_desk import cli
from tests.offices import RandomOffice, write_workbook

YEAR = "2024"
UNIT = "示例县科学技术局"


def calls(folder: Path) -> list[tuple[object, ...]]:
    """What is called, in this order."""
    office, out = folder / "office.db", folder / "out"
    cards = RandomOffice(1, 2022, 2024).cards(requests=60, publications=60, disputes=5)
    book = write_workbook(folder / "ledger.xlsx", cards)
    number = next(card["number"] for card in cards["request"] if "finished_on" not in card)
    own = ("--db", office)
    letter = ("--request", number, "--kind", "登记回执", "--out", folder / "letter.docx")
    return [
        ("new", *own, "--unit", UNIT),
        ("import", *own, book, "--json"),
        ("table", *own, "--year", YEAR, "--json"),
        ("cell", *own, "--year", YEAR, "requests.3.7.total", "--json"),
        ("letter", *own, *letter),
        ("export", *own, "--year", YEAR, "--out", out),
        ("due", "--received", "2024-03-01", "--json"),
        ("calendar", "show", YEAR, "--json"),
        ("close", *own, "--year", YEAR, "--reason", "年报已发布"),
        ("backup", *own, "--to", folder / "backup"),
        ("verify", *own, "--json"),
    ]


def main(folder: Path) -> None:
    """Call them all, check the report that was written, then show the desktop for a while."""
    every = calls(folder)
    for call in every:
        assert cli.main([str(word) for word in call]) == 0, call
    report = next(path for path in (folder / "out").iterdir() if path.suffix == ".docx")
    assert cli.main(["check", str(report), "--json"]) in (0, 1)  # placeholders are findings
    _desktop(str(folder / "office.db"))


def _desktop(place: str) -> None:
    """Show the desktop until the office is open in it, and a little longer."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from disclosure_desk.desk.app import open_desk

    application = QApplication(sys.argv[:1])
    seen: list[str] = []

    def look() -> None:
        titles = [window.windowTitle() for window in application.topLevelWidgets()]
        if not seen and any(title.startswith(UNIT) for title in titles):
            seen.append(place)
            QTimer.singleShot(1500, application.quit)

    timer = QTimer(interval=100)
    timer.timeout.connect(look)
    timer.start()
    QTimer.singleShot(60_000, application.quit)
    open_desk(place)
    assert seen, "the office was not opened"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
    print("done")
