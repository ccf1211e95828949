"""`close` and `reopen` on the sample office, and what `table` tells of a closed year."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import text

from disclosure_desk.commands.export_gate import look_over
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.closing import signed_report
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.storage.backup import backups_in
from disclosure_desk.storage.database import open_database
from tests.calls import Answer, call, figures
from tests.conftest import CLERK
from tests.finished_layouts import (
    WRITERS,
    Told,
    items,
    printed,
    random_figures,
    sound_texts,
    write_docx,
)

UNIT = "示例县科学技术局"
WHY = "局长办公会审定"
Capture = pytest.CaptureFixture[str]


def closing(capsys: Capture, name: str, db: Path, *more: str) -> Answer:
    words = ("--db", db, "--year", "2024", "--reason", WHY, "--json")
    return call(capsys, name, *words, *more)


def table(capsys: Capture, db: Path, year: str = "2024") -> Answer:
    return call(capsys, "table", "--db", db, "--year", year, "--json")


def test_a_year_is_closed_after_the_file_was_backed_up_as_it_was(
    sample: Path, capsys: Capture
) -> None:
    assert closing(capsys, "close", sample, "--edition", "1999").status == 2
    assert backups_in(sample.parent / "备份") == []
    before = table(capsys, sample)
    assert closing(capsys, "close", sample).status == 0
    (backup,) = backups_in(sample.parent / "备份")
    assert backup.automatic
    assert "closed" not in table(capsys, backup.path).json
    assert figures(table(capsys, backup.path)) == figures(before)


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


# ------------------------------------------------------------- years of before the program


def earlier() -> dict[str, int | Decimal]:
    """The figures of the earlier report: four requests are carried over."""
    made = random_figures("2021", 3)
    for code in ("requests.new", "requests.carried_out"):
        for column in ("natural", "total"):
            made[f"{code}.{column}"] += 4
    return made


def published(folder: Path, *, suffix: str = "docx", year: int = 2022, **changed: str) -> Path:
    """A published report of an earlier year, with single cells printed otherwise."""
    said = {code: printed(figure) for code, figure in earlier().items()}
    body = items(Told("2021", year, UNIT, said | changed, texts=sound_texts(year)), "official")
    return WRITERS[suffix](folder / f"{year}年报.{suffix}", body)


def taking(capsys: Capture, db: Path, path: Path, *more: str) -> Answer:
    words = ("--db", db, "--year", "2022", "--reason", "启用前已公布", "--from", path, "--json")
    return call(capsys, "close", *words, *more)


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "html"])
def test_a_published_report_is_taken_as_what_was_signed_of_its_year(
    suffix: str, sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    records = call(capsys, "export", "--db", sample, "--year", "2024", "--out", tmp_path / "a")
    answer = taking(capsys, sample, published(tmp_path, suffix=suffix))
    assert answer.status == 0, answer.err
    assert figures(answer) == earlier()
    told = table(capsys, sample, "2022").json["closed"]
    assert (told["differs"], told["taken_from"]) == ([], f"2022年报.{suffix}")
    plain = call(capsys, "table", "--db", sample, "--year", "2022").out
    assert "没有记录清单" in plain
    # X1: what the next year carries in is held against the published figures.
    found = [one for one in table(capsys, sample, "2023").json["findings"] if one["rule"] == "X1"]
    assert found
    for one in found:
        column = one["cells"][0].rpartition(".")[2]
        assert one["expected"] == earlier()[f"requests.carried_out.{column}"] == 4
        assert f"2022年报.{suffix}" in one["message"]
    assert call(capsys, "verify", "--db", sample).status == 0
    assert records.status == 0
    again = taking(capsys, sample, published(tmp_path, suffix=suffix))
    assert again.status == 2
    assert call(
        capsys, "reopen", "--db", sample, "--year", "2022", "--reason", "换一份"
    ).status == 0  # fmt: skip
    assert taking(capsys, sample, published(tmp_path, suffix=suffix)).status == 0


def test_x2_holds_the_next_report_against_the_published_one(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    assert taking(capsys, sample, published(tmp_path)).status == 0
    database = open_database(sample)
    with database.reading() as session:
        judged = look_over(session, edition_for(2023), 2023, today=date(2024, 1, 8))
        report = signed_report(session, 2022)
    database.close()
    assert report is not None
    due = earlier()["art20.1.normative.in_force"]
    (found,) = [one.finding for one in judged if one.finding.rule == "X2"
                and "normative" in one.finding.cells[0]]  # fmt: skip
    assert found.expected is not None
    assert found.found != found.expected
    assert report.figure("art20.1.normative.in_force") == due


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"art20.6.penalty.decisions": "约40"}, "行政处罚"),
        ({"review.reconsideration.total": ""}, "行政复议·总计"),
        ({"requests.3.1.natural": "/", "requests.3.2.other": "2 1"}, "有2格"),
    ],
)
def test_a_report_with_a_doubtful_cell_is_not_taken_at_all(
    changed: dict[str, str], words: str, sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    answer = taking(capsys, sample, published(tmp_path, **changed))
    assert (answer.status, answer.out) == (2, "")
    assert words in answer.err
    assert len(answer.err.splitlines()) == 1
    assert "closed" not in table(capsys, sample, "2022").json


def test_a_report_of_another_year_or_none_is_not_taken(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    letter = write_docx(tmp_path / "信.docx", ["关于开会的通知"])
    for path in (published(tmp_path, year=2021), letter, tmp_path / "没有.docx", tmp_path):
        answer = taking(capsys, sample, path)
        assert (answer.status, answer.out) == (2, "")
        assert len(answer.err.splitlines()) == 1
    answer = taking(capsys, sample, published(tmp_path), "--edition", "2019")
    assert answer.status == 2


def test_broken_relations_of_a_published_report_are_told_and_kept(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    path = published(tmp_path, **{"review.reconsideration.total": "99999"})
    answer = taking(capsys, sample, path)
    assert answer.status == 1
    assert [one["rule"] for one in answer.json["findings"]] == ["H4"]
    assert table(capsys, sample, "2022").json["closed"]["taken_from"] == path.name


def test_what_a_report_of_before_carried_out_is_tied_to_the_open_requests(
    tmp_path: Path, capsys: Capture
) -> None:
    place = tmp_path / "office.db"
    assert call(capsys, "new", "--db", place, "--unit", UNIT).status == 0
    database = open_database(place)
    with database.writing(CLERK) as session:
        for number in ("甲1", "甲2"):
            card = {"number": number, "received_on": date(2023, 12, 20), "received_via": "letter",
                    "applicant_kind": "natural"}  # fmt: skip
            add_record(session, "request", card)
    database.close()
    words = ("carry", "--db", place, "--year", "2023", "--source", "2023年度报告", "--json")
    wrong = call(capsys, *words, "--natural", "3")
    assert wrong.status == 1
    assert {(one["rule"], one["expected"], one["found"]) for one in wrong.json["findings"]} == {
        ("X1", 3, 2)
    }
    right = call(capsys, *words, "--natural", "2", "--business", "0")
    assert (right.status, right.json["findings"]) == (0, [])
    assert right.json["carried_out"]["natural"] == 2
    assert table(capsys, place, "2024").json["findings"] == []
    for more in ((), ("--natural", "-1"), ("--natural", "二")):
        assert call(capsys, *words, *more).status == 2
