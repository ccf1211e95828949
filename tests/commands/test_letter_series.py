"""Letters are numbered by the office's own 代字; kinds that share one share its count."""

from datetime import date

import pytest
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.letter_numbers import next_number, number_as_written
from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import change_record
from disclosure_desk.records.letter import Letter
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.storage.database import Database
from tests.letter_requests import CLERK, describe_office, enter_request

KINDS = letter_kinds()
DAY = date(2025, 6, 2)


def number_of(session: Session, slug: str) -> str:
    number = next_number(session, KINDS[slug], DAY)
    assert number is not None
    return number.text


def set_series(database: Database, text: str | None) -> None:
    with database.writing(CLERK) as session:
        office = the_office(session)
        change_record(session, "office", office.id, {"letter_series": text}, today=DAY)


def test_the_office_s_own_series_stands_in_the_number(registers: Database) -> None:
    describe_office(registers)
    set_series(registers, "答=告；补=告；延=")
    with registers.reading() as session:
        code = the_office(session).letter_code
        assert number_of(session, "reply_not_exist") == f"{code}告〔2025〕1号"
        assert number_of(session, "correction_notice") == f"{code}告〔2025〕1号"
        assert number_of(session, "extension_notice") == f"{code}〔2025〕1号"
        assert number_of(session, "receipt") == f"{code}回〔2025〕1号"


def test_kinds_with_one_series_share_its_count(registers: Database) -> None:
    describe_office(registers)
    set_series(registers, "答=告；补=告")
    request_id = enter_request(registers)
    with registers.writing(CLERK) as session:
        code = the_office(session).letter_code
        written = number_as_written(session, KINDS["reply_not_exist"], f"{code}告〔2025〕7号")
        assert (written.series, written.year, written.sequence) == ("告", 2025, 7)
        session.info["step"] = "制作文书"
        session.add(
            Letter(
                request_id=request_id,
                kind="reply_not_exist",
                made_on=DAY,
                final=True,
                number=written.text,
                series=written.series,
                year=written.year,
                sequence=written.sequence,
                file_name="答复书.docx",
                sha256="0" * 64,
            )
        )
    with registers.reading() as session:
        assert number_of(session, "correction_notice") == f"{code}告〔2025〕8号"


def test_a_series_that_cannot_be_read_is_refused(registers: Database) -> None:
    describe_office(registers)
    with pytest.raises(Unsound, match="文书代字"):
        set_series(registers, "复=告")
    set_series(registers, None)
