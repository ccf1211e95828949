"""`close` and `reopen` on the sample office, and what `table` tells of a closed year."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from disclosure_desk.commands.registers import change_record
from disclosure_desk.records.request import Request
from disclosure_desk.storage.database import open_database
from tests.calls import Answer, call, figures
from tests.conftest import CLERK

UNIT = "示例县科学技术局"
WHY = "局长办公会审定"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def sample(tmp_path: Path, capsys: Capture) -> Path:
    """The sample office."""
    place = tmp_path / "office.db"
    assert call(capsys, "new", "--db", place, "--unit", UNIT, "--sample").status == 0
    return place


def closing(capsys: Capture, name: str, db: Path, *more: str) -> Answer:
    words = ("--db", db, "--year", "2024", "--reason", WHY, "--json")
    return call(capsys, name, *words, *more)


def table(capsys: Capture, db: Path, year: str = "2024") -> Answer:
    return call(capsys, "table", "--db", db, "--year", year, "--json")


def test_close_answers_with_the_signed_cells_and_their_hash(sample: Path, capsys: Capture) -> None:
    before = table(capsys, sample)
    answer = closing(capsys, "close", sample)
    assert answer.status == 0
    told = answer.json
    assert set(told) == {"year", "edition", "hash", "cells", "findings"}
    assert (told["year"], told["edition"], told["findings"]) == (2024, "2021", [])
    assert len(told["hash"]) == 64
    assert figures(answer) == figures(before)
    assert list(told["cells"]) == list(before.json["cells"])
    closed = table(capsys, sample).json["closed"]
    assert (closed["hash"], closed["differs"]) == (told["hash"], [])
    assert "closed" not in before.json
    assert "closed" not in table(capsys, sample, "2023").json


def test_a_late_correction_differs_in_this_table_and_is_named_in_the_next(
    sample: Path, capsys: Capture
) -> None:
    signed = closing(capsys, "close", sample).json["cells"]
    changes = {"finished_on": date(2025, 1, 3), "outcome": "granted"}
    database = open_database(sample)
    with database.writing(CLERK) as session:
        ended = session.query(Request).where(
            Request.finished_on.between(date(2024, 1, 1), date(2024, 12, 31))
        )
        request = ended.order_by(Request.id.desc()).first()
        assert request is not None
        number = request.number
        change_record(session, "request", request.id, changes)
    database.close()
    today = table(capsys, sample).json
    really = {code for code, figure in today["cells"].items() if figure != signed[code]}
    assert really
    assert set(today["closed"]["differs"]) == really
    following = table(capsys, sample, "2025")
    assert following.status == 1
    found = [one for one in following.json["findings"] if one["rule"] == "X1"]
    assert {tuple(one["records"]) for one in found} == {(number,)}
    assert all(one["found"] == one["expected"] + 1 for one in found)
    plain = call(capsys, "table", "--db", sample, "--year", "2024").out
    assert "个数字与签发时不同" in plain


def test_reopen_answers_with_what_had_been_signed(sample: Path, capsys: Capture) -> None:
    closed = closing(capsys, "close", sample).json
    answer = closing(capsys, "reopen", sample)
    assert (answer.status, answer.json) == (0, closed)
    assert "closed" not in table(capsys, sample).json
    again = closing(capsys, "close", sample)
    assert (again.status, figures(again)) == (0, figures(answer))
    assert again.json["hash"] != closed["hash"]  # of another day, hour and reason


def test_people_read_one_line(sample: Path, capsys: Capture) -> None:
    words = ("--db", sample, "--year", "2024", "--reason", WHY)
    closed = call(capsys, "close", *words)
    assert closed.out.startswith("2024年统计表已签发：200个数字，校验值")
    assert closed.out.count("\n") == 1
    assert "保留在历史中" in call(capsys, "reopen", *words).out


@pytest.mark.parametrize(
    ("name", "more", "words"),
    [
        ("close", ("--year", "2999"), "还没有结束"),
        ("close", ("--year", "2024", "--edition", "2019"), "不使用"),
        ("close", ("--year", "2024", "--edition", "1999"), "1999"),
        ("close", ("--year", "abc"), "不是年度"),
        ("reopen", ("--year", "2024"), "没有签发"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    name: str, more: tuple[str, ...], words: str, sample: Path, capsys: Capture
) -> None:
    answer = call(capsys, name, "--db", sample, "--reason", WHY, *more)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert words in answer.err


@pytest.mark.parametrize("name", ["close", "reopen"])
def test_a_reason_is_asked_for(name: str, sample: Path, capsys: Capture) -> None:
    for more in ((), ("--reason", ""), ("--reason", "  ")):
        answer = call(capsys, name, "--db", sample, "--year", "2024", *more)
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.count("\n") == 1


def test_with_an_error_in_the_table_nothing_is_signed(sample: Path, capsys: Capture) -> None:
    database = open_database(sample)
    with database.engine.begin() as connection:  # as no form and no ledger lets it be
        connection.execute(text("UPDATE dispute SET result = NULL"))
    database.close()
    answer = closing(capsys, "close", sample)
    assert answer.status == 1
    assert answer.json["hash"] is None
    assert {one["rule"] for one in answer.json["findings"]} == {"H4"}
    assert "closed" not in table(capsys, sample).json
