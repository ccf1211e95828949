"""The calls on the law alone: due, fee and calendar, as other programs rely on them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.calls import Answer, call

Capture = pytest.CaptureFixture[str]
CASES = tomllib.loads(
    (Path(__file__).parent / "cases" / "deadlines.toml").read_text(encoding="utf-8")
)["case"]
NOTICES = Path(__file__).parent / "cases" / "notices"
OPTIONS = {
    "received": "--received",
    "correction_sent": "--correction-sent",
    "correction_received": "--correction-received",
    "consult_sent": "--consult-sent",
    "consult_delivered": "--consult-delivered",
    "consult_received": "--consult-received",
    "extended_on": "--extended-on",
    "extension_days": "--extension-days",
    "fee_notice": "--fee-notice",
    "fee_paid": "--fee-paid",
}
NOTICE_2027 = """国务院办公厅关于2027年部分节假日安排的通知
国办发明电〔2026〕99号
一、元旦：1月1日（周五）放假，与周末连休。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月13日（周六）上班。
"""


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The calendars of this user are those of the test."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "user"))


def refused(answer: Answer) -> str:
    """The one sentence of a call that could not be used."""
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.endswith("\n")
    assert answer.err.count("\n") == 1
    return answer.err.strip()


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["number"]))
def test_due_answers_the_worked_cases(case: dict[str, Any], capsys: Capture) -> None:
    given = [word for key, option in OPTIONS.items() if key in case
             for word in (option, str(case[key]))]  # fmt: skip
    answer = call(capsys, "due", *given, "--json")
    assert answer.status == 0
    told = answer.json
    assert {key: told[key] for key in case["expected"]} == case["expected"]
    assert [key for key in case["null"] if told[key] is not None] == []
    assert told["steps"]
    assert all({"date", "text"} <= set(step) for step in told["steps"])


def test_due_says_why_there_is_no_date_while_the_clock_rests(capsys: Capture) -> None:
    words = ("due", "--received", "2024-06-03", "--correction-sent", "2024-06-05")
    told = call(capsys, *words, "--json").json
    assert told["due"] is None
    assert told["basic_due"] is None
    assert "补正" in told["steps"][-1]["text"]
    plain = call(capsys, *words)
    assert plain.status == 0
    assert "2024-06-05" in plain.out


RECEIVED = ("due", "--received", "2024-06-03")


@pytest.mark.parametrize(
    "words",
    [
        ("due",),
        ("due", "--received", ""),
        ("due", "--received", "2024-6-3"),
        ("due", "--received", "2023-02-29"),
        ("due", "--received", "２０２４-06-03"),
        ("due", "--received", "2007-05-01"),
        ("due", "--received", "2026-12-20"),
        (*RECEIVED, "--extended-on", "2024-06-20"),
        (*RECEIVED, "--extension-days", "5"),
        (*RECEIVED, "--extended-on", "2024-06-20", "--extension-days", "0"),
        (*RECEIVED, "--extended-on", "2024-06-20", "--extension-days", "21"),
        (*RECEIVED, "--extended-on", "2024-06-20", "--extension-days", "-3"),
        (*RECEIVED, "--extended-on", "2024-06-20", "--extension-days", "1.5"),
        (*RECEIVED, "--extended-on", "2024-07-03", "--extension-days", "5"),
        (*RECEIVED, "--correction-received", "2024-06-10"),
        (*RECEIVED, "--correction-sent", "2024-06-10", "--correction-received", "2024-06-05"),
        (*RECEIVED, "--correction-sent", "2024-05-31"),
        (*RECEIVED, "--consult-delivered", "2024-06-10"),
        (*RECEIVED, "--consult-sent", "2024-06-10", "--consult-delivered", "2024-06-06"),
        (*RECEIVED, "--fee-paid", "2024-06-10"),
        (*RECEIVED, "--unknown", "2024-06-10"),
        ("due", "--received", "2016-09-12", "--extended-on", "2016-09-20",
         "--extension-days", "16"),
        ("fee",),
        ("fee", "--count", "3", "--pages", "3"),
        ("fee", "--count", "-1"),
        ("fee", "--pages", "1.5"),
        ("fee", "--pages", "9999999999"),
        ("calendar",),
        ("calendar", "show"),
        ("calendar", "show", "abc"),
        ("calendar", "show", "2035"),
        ("calendar", "forget", "2025"),
        ("calendar", "import", "no-such-file.txt"),
    ],
    ids=" ".join,
)  # fmt: skip
def test_what_cannot_be_is_refused_in_one_sentence(words: tuple[str, ...], capsys: Capture) -> None:
    sentence = refused(call(capsys, *words))
    assert sentence.endswith("。")


@pytest.mark.parametrize(
    ("words", "yuan"),
    [
        (("--count", "0"), 0), (("--count", "10"), 0), (("--count", "11"), 100),
        (("--count", "30"), 2000), (("--count", "41"), 4300), (("--count", "51"), 7400),
        (("--pages", "30"), 0), (("--pages", "31"), 10), (("--pages", "100"), 700),
        (("--pages", "101"), 720), (("--pages", "200"), 2700), (("--pages", "250"), 4700),
    ],
)  # fmt: skip
def test_fee_answers_by_the_tariff(words: tuple[str, ...], yuan: int, capsys: Capture) -> None:
    answer = call(capsys, "fee", *words, "--json")
    assert (answer.status, answer.json["yuan"]) == (0, yuan)
    assert f"{yuan}元" in call(capsys, "fee", *words).out


def test_calendar_shows_the_days_exchanged(capsys: Capture) -> None:
    told = call(capsys, "calendar", "show", "2024", "--json").json
    assert told["year"] == 2024
    assert "2024-02-12" in told["rest"]
    assert "2024-02-10" not in told["rest"], "a Saturday is off by itself"
    assert told["work"] == [
        *("2024-02-04", "2024-02-18", "2024-04-07", "2024-04-28", "2024-05-11"),
        *("2024-09-14", "2024-09-29", "2024-10-12"),
    ]


def test_a_notice_that_was_imported_holds_for_later_calls(tmp_path: Path, capsys: Capture) -> None:
    refused(call(capsys, "due", "--received", "2026-12-20"))
    notice = tmp_path / "2027.txt"
    notice.write_text(NOTICE_2027, encoding="gb18030")
    told = call(capsys, "calendar", "import", notice, "--json")
    assert told.status == 0
    assert told.json["year"] == 2027
    assert told.json["work"] == ["2027-01-31", "2027-02-13"]
    assert told.json["rest"] == [
        "2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11",
    ]  # fmt: skip
    assert "清明节" in told.json["findings"][0]["message"], "the text was cut short"
    shown = call(capsys, "calendar", "show", "2027", "--json").json
    assert shown == {key: told.json[key] for key in ("year", "rest", "work")}
    due = call(capsys, "due", "--received", "2026-12-20", "--json")
    assert due.json["due"] == "2027-01-18"


def test_a_notice_that_contradicts_itself_changes_nothing(tmp_path: Path, capsys: Capture) -> None:
    notice = tmp_path / "2027.txt"
    notice.write_text(NOTICE_2027.replace("1月31日（周日）", "1月31日（周六）"), encoding="utf-8")
    sentence = refused(call(capsys, "calendar", "import", notice))
    assert "1月31日" in sentence
    refused(call(capsys, "calendar", "show", "2027"))


@pytest.mark.parametrize("year", [2009, 2013, 2020, 2024, 2026])
def test_the_text_of_a_shipped_notice_gives_the_days_that_are_shipped(
    year: int, capsys: Capture
) -> None:
    before = call(capsys, "calendar", "show", str(year), "--json").json
    text = NOTICES / f"{year}.txt"
    assert call(capsys, "calendar", "import", text, "--json").status == 0
    after = call(capsys, "calendar", "show", str(year), "--json").json
    assert after == before


def test_half_a_notice_does_not_take_the_place_of_a_whole_one(
    tmp_path: Path, capsys: Capture
) -> None:
    before = call(capsys, "calendar", "show", "2024", "--json").json
    notice = tmp_path / "2024.txt"
    notice.write_text(
        "国务院办公厅关于2024年国庆节放假安排的通知\n国庆节：10月1日至7日放假调休，共7天。"
        "9月29日（星期日）、10月12日（星期六）上班。",
        encoding="utf-8",
    )
    assert "春节" in refused(call(capsys, "calendar", "import", notice))
    assert call(capsys, "calendar", "show", "2024", "--json").json == before


def test_a_notice_that_draws_a_break_out_answers_with_the_year(capsys: Capture) -> None:
    told = call(capsys, "calendar", "import", NOTICES / "2020-spring-festival.txt", "--json").json
    assert told["rest"] == call(capsys, "calendar", "show", "2020", "--json").json["rest"]
    assert "2020-01-31" in told["rest"]


def test_a_notice_tells_of_the_december_before(capsys: Capture) -> None:
    told = call(capsys, "calendar", "import", NOTICES / "2012.txt", "--json").json
    assert told["work"][0] == "2011-12-31"


def test_a_due_date_of_a_known_year_is_told_whatever_came_later(capsys: Capture) -> None:
    late = ("--correction-sent", "2027-01-10", "--correction-received", "2027-01-12")
    refused(call(capsys, "due", "--received", "2026-11-02", *late))
    told = call(capsys, "due", "--received", "2026-11-02", *late[:2], "--json").json
    assert told["due"] is None
    assert "不能免除逾期" in str(told["steps"])


@pytest.mark.parametrize("words", [("due",), ("fee",), ("calendar",), ("letter",), ("today",)])
def test_help_and_refusals_speak_chinese(words: tuple[str, ...], capsys: Capture) -> None:
    told = call(capsys, *words, "--help").out
    assert told.startswith("用法：disclosure-desk")
    assert "用法：用法" not in told
    assert "action" not in refused(call(capsys, "calendar"))
    assert "用法：" not in refused(call(capsys, "fee", "--count"))
