"""`anonymise` and `deidentify` on the sample office."""

from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.records.personal import CLEARED
from disclosure_desk.records.request import Request
from disclosure_desk.storage.database import open_database
from tests.calls import call

Capture = pytest.CaptureFixture[str]
YEARS = ("2023", "2024", "2025")


@pytest.fixture
def sample(tmp_path: Path, capsys: Capture) -> Path:
    place = tmp_path / "office.db"
    assert call(capsys, "new", "--db", place, "--unit", "示例局", "--sample").status == 0
    return place


def names(place: Path) -> list[str | None]:
    database = open_database(place)
    with database.reading() as session:
        found = list(session.scalars(select(Request.applicant_name).order_by(Request.id)))
    database.close()
    return found


def tables(capsys: Capture, place: Path) -> list[object]:
    calls = (("table", "--db", place, "--year", year, "--json") for year in YEARS)
    return [call(capsys, *words).json["cells"] for words in calls]


def test_anonymise_lists_first_and_clears_what_is_past_the_period(
    sample: Path, capsys: Capture
) -> None:
    before, cells = names(sample), tables(capsys, sample)
    looked = call(capsys, "anonymise", "--db", sample, "--years", "1", "--dry-run", "--json")
    assert looked.status == 0
    due = looked.json["requests"]
    assert due
    assert looked.json["cleared"] is False
    assert names(sample) == before
    nothing = call(capsys, "anonymise", "--db", sample)
    assert (nothing.status, nothing.out) == (0, "没有超过保存期限的申请。\n")
    done = call(capsys, "anonymise", "--db", sample, "--years", "1")
    assert done.status == 0
    assert f"已清除{len(due)}件申请的个人信息" in done.out
    assert "备份" in done.out
    assert names(sample).count(CLEARED) == len(due)
    assert tables(capsys, sample) == cells
    assert call(capsys, "verify", "--db", sample).status == 0
    again = call(capsys, "anonymise", "--db", sample, "--json")
    assert again.json == {"requests": [], "cleared": False}


@pytest.mark.parametrize("years", ["0", "101", "x", ""])
def test_a_period_that_cannot_be_meant_is_refused(
    sample: Path, capsys: Capture, years: str
) -> None:
    before = names(sample)
    answer = call(capsys, "anonymise", "--db", sample, "--years", years)
    assert answer.status == 2
    assert answer.err.count("\n") == 1
    assert names(sample) == before


def test_deidentify_writes_an_office_of_invented_persons(
    sample: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "副本.db"
    answer = call(capsys, "deidentify", "--db", sample, "--out", out, "--json")
    assert (answer.status, answer.json) == (0, {"file": str(out)})
    assert not set(names(sample)) & set(names(out)) - {None}
    assert tables(capsys, out) == tables(capsys, sample)
    assert call(capsys, "verify", "--db", out).status == 0
    again = call(capsys, "deidentify", "--db", sample, "--out", out)
    assert again.status == 2
    assert "已经存在" in again.err
