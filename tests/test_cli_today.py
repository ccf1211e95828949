"""`today` on the sample office, as other programs read it."""

from pathlib import Path

import pytest

from tests.calls import call

UNIT = "示例县科学技术局"
Capture = pytest.CaptureFixture[str]


def test_today_tells_what_waits_with_dates_and_days(sample: Path, capsys: Capture) -> None:
    answer = call(capsys, "today", "--db", sample, "--on", "2025-12-20", "--json")
    assert answer.status == 0
    told = answer.json
    assert told["day"] == "2025-12-20"
    [item] = next(group for group in told["groups"] if group["slug"] == "waiting")["items"]
    assert (item["kind"], item["number"], item["due"]) == ("request", "2025-012", "2026-01-13")
    plain = call(capsys, "today", "--db", sample, "--on", "2025-12-20").out
    assert "【等待补正、意见或缴费】\n2025-012" in plain


def test_a_quiet_day_is_one_sentence(tmp_path: Path, capsys: Capture) -> None:
    place = tmp_path / "office.db"
    call(capsys, "new", "--db", place, "--unit", UNIT)
    answer = call(capsys, "today", "--db", place, "--on", "2025-12-20")
    assert (answer.status, answer.out) == (0, "今天没有要办的事。\n")
    told = call(capsys, "today", "--db", place, "--json").json
    assert told["groups"] == []
    assert told["next_due"] is None


@pytest.mark.parametrize("day", ["2025-2-30", "2025-02-30", "tomorrow", ""])
def test_a_day_that_is_none_is_refused(day: str, sample: Path, capsys: Capture) -> None:
    answer = call(capsys, "today", "--db", sample, "--on", day)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
