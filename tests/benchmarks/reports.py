"""60 finished reports of mixed layouts and formats: read, checked and added up."""

import time
from pathlib import Path

from tests.benchmarks.measure import own_peak_mib, program
from tests.finished_layouts import (
    LAYOUTS,
    WRITERS,
    Told,
    items,
    printed,
    random_figures,
    sound_texts,
)

REPORTS, YEAR = 60, 2023
PDFS = 6
MOST_SECONDS = 0.25  # a report, on average
_PAGES = Path(__file__).resolve().parents[1] / "exchange" / "finished" / "pdf"


def run(folder: Path) -> None:
    """Print seconds a report and the most memory, in a process of its own; then PDFs alone."""
    files = _reports(folder)
    whole = program("aggregate", *files, "--out", folder / "汇总.xlsx")
    each = whole.seconds / len(files)
    verdict = "ok" if each <= MOST_SECONDS else "TOO SLOW"
    print(
        f"{len(files)} reports: {whole.seconds:.2f} s with the start of the program,"
        f" {each:.3f} s a report (at most {MOST_SECONDS}: {verdict}), {whole.peak_mib:.0f} MiB"
    )
    _one_by_one(files)
    pages = sorted(path for path in _PAGES.glob("*.pdf") if path.stem != "locked")[:PDFS]
    printed_ones = program("aggregate", *pages, "--out", folder / "汇总二.xlsx")
    each = printed_ones.seconds / len(pages)
    print(f"{len(pages)} PDFs: {each:.2f} s a report, {printed_ones.peak_mib:.0f} MiB")


def _one_by_one(files: list[Path]) -> None:
    """Where the time goes: reading and checking, by kind of file."""
    from disclosure_desk.exchange.finished.read import read_report
    from disclosure_desk.statistics.report_checks import check_report

    read_report(files[0])
    for suffix in (".docx", ".xlsx", ".html"):
        chosen = [one for one in files if one.suffix == suffix]
        start = time.perf_counter()
        reports = [read_report(one) for one in chosen]
        middle = time.perf_counter()
        for report in reports:
            check_report(report)
        end = time.perf_counter()
        print(
            f"{suffix}: read {(middle - start) / len(chosen) * 1000:.0f} ms,"
            f" checked {(end - middle) / len(chosen) * 1000:.0f} ms"
        )
    print(f"this process: {own_peak_mib():.0f} MiB")


def _reports(folder: Path) -> list[Path]:
    """Every layout in every format, half of them with chapter two in blocks."""
    layouts, writers = tuple(LAYOUTS), tuple(WRITERS)
    files = []
    for number in range(REPORTS):
        said = {code: printed(one) for code, one in random_figures("2021", number).items()}
        unit = f"示例县第{number}局"
        told = Told("2021", YEAR, unit, said, texts=sound_texts(YEAR))
        body = items(told, layouts[number % len(layouts)], apart=number % 2 == 1)
        writer = writers[number % len(writers)]
        path = folder / f"{unit}.{writer.split()[0]}"
        files.append(WRITERS[writer](path, body))
    return files
