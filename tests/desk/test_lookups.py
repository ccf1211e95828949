"""Numbers that forms propose, over few records of the year and over many others."""

from datetime import date

import pytest

from disclosure_desk.commands import index_numbers, number_series
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

CLERK = Actor("林知夏", "二楼电脑")


@pytest.mark.parametrize("looked_at", [1, 5_000])
def test_the_next_number_follows_those_of_the_year_however_many_came_after(
    database: Database, monkeypatch: pytest.MonkeyPatch, looked_at: int
) -> None:
    monkeypatch.setattr(number_series, "_RECORDS_LOOKED_AT", looked_at)
    monkeypatch.setattr(index_numbers, "_ITEMS_LOOKED_AT", looked_at)
    with database.writing(CLERK) as session:
        begin_step(session, "单位信息")
        the_office(session).index_pattern = "示-【年】-【序号】"
        for number in ("2025-007", "旧2024-100", "旧2024-101"):
            index = "示-2025-00012" if number == "2025-007" else f"示-2024-{number[-3:]}"
            card = {"number": number, "title": number, "made_on": date(2025, 1, 2)}
            add_record(session, "publication", {**card, "index_number": index})
    with database.reading() as session:
        assert number_series.proposed_number(session, "publication", 2025) == "2025-008"
        assert number_series.proposed_number(session, "publication", 2026) == "2026-001"
        assert index_numbers.proposed_index_number(session, 2025) == "示-2025-00013"
        assert index_numbers.proposed_index_number(session, 2026) == "示-2026-00001"
