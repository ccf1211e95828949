"""The table of a year out of 1,000,000 requests, beside hand-written SQL for its counts."""

import random
import sqlite3
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from disclosure_desk.exchange.founding import found
from disclosure_desk.records.terms import APPLICANT_KINDS, OUTCOMES, RECEIVED_VIA
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import open_database
from tests.benchmarks.measure import in_turn, own_peak_mib, program

REQUESTS = 1_000_000
FIRST_YEAR, YEARS = 2015, 10
ROUNDS = 7
_KINDS = "applicant_kind IN ({})".format(", ".join(f"'{slug}'" for slug in APPLICANT_KINDS.slugs))
_ENDED = "outcome IN ({})".format(", ".join(f"'{slug}'" for slug in OUTCOMES.slugs))
# The best that was found by hand over the same index: three covering ranges, nothing sorted.
BY_RANGES = (
    "SELECT outcome, applicant_kind, sum(received_on < :first), count(*) FROM request"
    f" WHERE {_ENDED} AND {_KINDS} AND finished_on BETWEEN :first AND :last"
    " GROUP BY outcome, applicant_kind",
    f"SELECT applicant_kind, sum(received_on < :first), count(*) FROM request WHERE {_ENDED}"
    f" AND {_KINDS} AND finished_on > :last AND coalesce(received_on, received_on) <= :last"
    " GROUP BY applicant_kind",
    "SELECT applicant_kind, sum(received_on < :first), count(*) FROM request"
    f" WHERE outcome IS NULL AND {_KINDS} AND finished_on IS NULL AND received_on <= :last"
    " GROUP BY applicant_kind",
)
# What one writes first: everything in one statement.
AT_ONCE = (
    "SELECT received_on >= :first, finished_on <= :last, outcome, applicant_kind, count(*)"
    " FROM request NOT INDEXED WHERE received_on <= :last"
    " AND (finished_on IS NULL OR finished_on >= :first) GROUP BY 1, 2, 3, 4",
)


def run(folder: Path) -> None:
    """Print the ratio for an early, a middle and the last year, and the whole process."""
    path = folder / "office.db"
    found(str(path), "示例县科学技术局")
    raw = sqlite3.connect(path)
    names = (
        *("number", "received_on", "received_via", "applicant_kind", "applicant_name", "content"),
        *("finished_on", "outcome", "extended_on"),
    )
    places = ", ".join("?" * len(names))
    raw.executemany(f"INSERT INTO request ({', '.join(names)}) VALUES ({places})", _rows())
    raw.commit()
    database = open_database(path)
    for year in (FIRST_YEAR + 1, FIRST_YEAR + YEARS // 2, FIRST_YEAR + YEARS - 1):
        edition, period = edition_for(year, "2021"), Period.of_year(year)
        days = {"first": period.first.isoformat(), "last": period.last.isoformat()}

        def count(edition=edition, period=period) -> None:
            with database.reading() as session:
                tally(session, edition, period)

        for name, statements in {"by ranges": BY_RANGES, "at once": AT_ONCE}.items():

            def by_hand(statements=statements, days=days) -> None:
                for statement in statements:
                    raw.execute(statement, days).fetchall()

            print(f"{year} {name:10}", in_turn(count, by_hand, ROUNDS))
    database.close()
    whole = program("table", "--db", path, "--year", FIRST_YEAR + YEARS - 1, "--json")
    print(f"whole process: {whole.seconds:.2f} s, {whole.peak_mib:.0f} MiB")
    print(f"this process: {own_peak_mib():.0f} MiB")


def _rows() -> Iterator[tuple[object, ...]]:
    chance = random.Random(1)
    first = date(FIRST_YEAR, 1, 1)
    days = [(first + timedelta(days=day)).isoformat() for day in range(366 * YEARS + 120)]
    for place in range(REQUESTS):
        day = chance.randint(0, 365 * YEARS - 1)
        finished = days[day + chance.randint(1, 60)] if chance.random() < 0.98 else None
        yield (
            f"S{place}",
            days[day],
            chance.choice(RECEIVED_VIA.slugs),
            chance.choice(APPLICANT_KINDS.slugs),
            "申请人",
            "关于高新技术企业认定的文件",
            finished,
            chance.choice(OUTCOMES.slugs) if finished else None,
            days[day + 5] if chance.random() < 0.1 else None,
        )
