"""`table` and `cell` for a quarter, a month, or the months since January."""

from pathlib import Path

import pytest

from disclosure_desk.statistics.edition import editions
from tests.calls import Answer, call, figures

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def sample(sample_file: Path) -> Path:
    """The sample office; nothing here writes to it."""
    return sample_file


def table(capsys: Capture, db: Path, *more: str) -> Answer:
    return call(capsys, "table", "--db", db, *more, "--json")


def test_the_quarters_of_a_year_give_its_figures(sample: Path, capsys: Capture) -> None:
    year = figures(table(capsys, sample, "--year", "2024"))
    told = [table(capsys, sample, "--period", f"2024Q{number}") for number in (1, 2, 3, 4)]
    quarters = [figures(answer) for answer in told]
    assert [answer.json["period"] for answer in told] == ["2024Q1", "2024Q2", "2024Q3", "2024Q4"]
    for code in ("requests.new.total", "requests.3.7.total", "art20.6.penalty.decisions"):
        assert sum(quarter[code] for quarter in quarters) == year[code] > 0
    assert quarters[0]["requests.carried_in.total"] == year["requests.carried_in.total"]
    assert quarters[3]["requests.carried_out.total"] == year["requests.carried_out.total"]


def test_the_rows_of_2014_are_told_of_a_quarter_of_today(sample: Path, capsys: Capture) -> None:
    for code in ("2014", "2014-county"):
        answer = table(capsys, sample, "--period", "2024Q2", "--edition", code)
        assert answer.status == 0
        assert list(answer.json["cells"]) == list(editions()[code].cells)
        assert answer.json["findings"] == []
        assert figures(answer)["disclosed.total"] > 0


def test_an_interim_table_says_its_period_and_that_it_is_internal(
    sample: Path, capsys: Capture
) -> None:
    told = call(capsys, "table", "--db", sample, "--period", "2024-01/09").out
    assert "2024年1—9月 2021年格式" in told
    assert "内部统计：数据截至2024年9月30日" in told
    assert "二、期初结转政府信息公开申请数量" in told
    assert "上年结转" not in told


def test_a_figure_of_a_month_lists_as_many_records(sample: Path, capsys: Capture) -> None:
    asked = ("--db", sample, "--period", "2024-05", "requests.new.total", "--json")
    answer = call(capsys, "cell", *asked).json
    assert answer["value"] == len(answer["records"]) > 0
    assert all(record["date"].startswith("2024-05") for record in answer["records"])


def test_a_whole_year_as_a_period_is_the_table_of_the_year(sample: Path, capsys: Capture) -> None:
    by_period = table(capsys, sample, "--period", "2024")
    assert by_period.out == table(capsys, sample, "--year", "2024").out
    assert set(by_period.json) == {"unit", "year", "edition", "cells", "findings"}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--period", "2024Q5"), "“2024Q5”不是统计期间"),
        (("--period", ""), "“”不是统计期间"),
        (("--period", "2024Q1", "--year", "2024"), "“--year”和“--period”只能写一个"),
        ((), "缺少“--year”"),
        (("--period", "2012Q1"), "2012年没有全国统一的统计表"),
    ],
)
def test_a_period_that_cannot_be_used_is_refused_in_one_line(
    sample: Path, capsys: Capture, words: tuple[str, ...], said: str
) -> None:
    for name, more in (("table", ()), ("cell", ("requests.new.total",))):
        answer = call(capsys, name, "--db", sample, *words, *more)
        assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
        assert said in answer.err


def test_the_table_of_a_quarter_is_exported_alone(
    sample: Path, capsys: Capture, tmp_path: Path
) -> None:
    asked = ("export", "--db", sample, "--period", "2024Q3", "--out", tmp_path / "季报")
    answer = call(capsys, *asked, "--json")
    assert (answer.status, list(answer.json["files"])) == (0, ["table"])
    path = Path(answer.json["files"]["table"])
    assert path.is_absolute()
    assert "2024年第三季度" in path.name
    assert list((tmp_path / "季报").iterdir()) == [path]
    refused = call(capsys, *asked, "--personal")
    assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert "--personal" in refused.err
