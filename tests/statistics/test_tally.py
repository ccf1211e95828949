"""The records behind a figure, as the day that counts shows them."""

from datetime import date
from decimal import Decimal

import pytest

from disclosure_desk.commands.registers import add_record
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.listing import lines_by_cell
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import records_behind
from disclosure_desk.storage.database import Database
from tests.conftest import CLERK

MADE, PUBLISHED, PAID = date(2019, 12, 20), date(2020, 1, 6), date(2020, 6, 3)


@pytest.mark.parametrize(
    ("edition", "code", "day"),
    [
        ("2014", "disclosed.total", PUBLISHED),
        ("2014", "channel.website", PUBLISHED),
        ("2019", "art20.1.normative.published", PUBLISHED),
        ("2019", "art20.1.normative.total", PUBLISHED),
        ("2021", "art20.1.normative.in_force", MADE),
        ("2014", "fees.amount", PAID),
    ],
)
def test_a_record_behind_a_figure_is_told_with_the_day_that_counts(
    registers: Database, edition: str, code: str, day: date
) -> None:
    with registers.writing(CLERK) as session:
        add_record(
            session,
            "publication",
            {
                "title": "办法",
                "made_on": MADE,
                "published_on": PUBLISHED,
                "document_kind": "normative",
                "channels": ("政府网站",),
            },
        )
        add_record(
            session,
            "request",
            {
                "number": "1",
                "received_on": date(2020, 5, 6),
                "received_via": "letter",
                "applicant_kind": "natural",
                "fee_paid_on": PAID,
                "fee_yuan": Decimal(40),
            },
        )
    period = Period.of_year(2020)
    with registers.reading() as session:
        behind = records_behind(session, editions()[edition], code, period)
        lines = lines_by_cell(session, editions()[edition], period)[code]
    assert [entry.date for entry in behind] == [line.date for line in lines] == [day]
