"""One typed line as a published item: worked cases, and what is done with what was not typed."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from disclosure_desk.records.cards import FIELDS, shown
from disclosure_desk.records.entry_words import channel_called, field_of_heading
from disclosure_desk.records.line_parts import Known, Part
from disclosure_desk.records.quick_line import card_of_parts, read_line, with_defaults
from disclosure_desk.records.terms import CHANNELS

CASES = tomllib.loads(
    (Path(__file__).parents[1] / "cases" / "quick_lines.toml").read_text(encoding="utf-8")
)
TODAY = date.fromisoformat(CASES["today"])
KNOWN = Known(CASES["departments"], CASES["categories"])
LINE = "0512 防汛公告 网站 @城管股"


def parts_of(line: str, kept: frozenset[str] = frozenset()) -> dict[str, Part]:
    return {part.field: part for part in read_line(line, TODAY, KNOWN, kept=kept)}


def told(parts: dict[str, Part]) -> dict[str, Any]:
    """A reading in the form of the cases."""
    marks = {
        "doubt": sorted(name for name, part in parts.items() if part.doubt),
        "problem": sorted(name for name, part in parts.items() if part.problem),
        "new": sorted(name for name, part in parts.items() if part.is_new),
    }
    values = {
        name: shown(FIELDS["publication"][name], part.value)
        for name, part in parts.items()
        if not part.problem
    }
    return values | {name: fields for name, fields in marks.items() if fields}


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["line"].strip() or "blank")
def test_a_line_is_read_as_the_case_says(case: dict[str, Any]) -> None:
    expected = {name: value for name, value in case.items() if name != "line"}
    for mark in ("doubt", "problem", "new"):
        if mark in expected:
            expected[mark] = sorted(expected[mark])
    assert told(parts_of(case["line"])) == expected


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["line"].strip() or "blank")
def test_no_character_of_a_line_is_lost(case: dict[str, Any]) -> None:
    words = "".join(word for part in parts_of(case["line"]).values() for word in part.words)
    line = case["line"].replace("标题：", "")
    missing = [one for one in line if one not in words and one not in " \t　，,@"]
    assert not missing, (missing, words)


def test_there_are_enough_cases() -> None:
    assert len(CASES["case"]) >= 60


def test_a_word_sent_back_into_the_title_stays_there() -> None:
    assert parts_of("防汛 网站")["channels"].value == ("政府网站",)
    kept = parts_of("防汛 网站", frozenset({"网站"}))
    assert kept["title"].value == "防汛 网站"
    assert "channels" not in kept
    number = parts_of("防汛公告 城政办〔2025〕7号", frozenset({"城政办〔2025〕7号"}))
    assert number["title"].value == "防汛公告 城政办〔2025〕7号"


@pytest.mark.parametrize(
    "line",
    [
        "0512 关于防汛的公告 城政办〔2025〕7号 0513 关于抗旱的公告",
        "0512 防汛公告 网站 0513 抗旱公告",
        "2025-05-12 防汛公告 2025-05-13 抗旱公告",
        "关于防汛的公告 5月13日 关于抗旱的公告",
    ],
)
def test_two_items_in_one_line_are_a_problem_of_it(line: str) -> None:
    assert parts_of(line)["title"].problem.startswith("像是两条")


@pytest.mark.parametrize(
    "line",
    [
        "0512 关于 5月20日 停水的公告",
        "0512 防汛公告 0513 网站",
        "0512 关于防汛的公告0513关于抗旱的公告",
        "关于 2025-05-13 停水的公告 0512",
    ],
)
def test_a_date_in_a_title_or_behind_it_makes_no_second_item(line: str) -> None:
    assert not parts_of(line)["title"].problem


def test_what_was_not_typed_is_told_as_default_or_carried_on() -> None:
    typed = read_line("防汛公告", TODAY, KNOWN)
    filled = with_defaults(typed, TODAY, {"department": "城管股", "category": None})
    by_name = {part.field: part for part in filled}
    assert (by_name["published_on"].value, by_name["published_on"].origin) == (TODAY, "默认")
    assert (by_name["made_on"].value, by_name["made_on"].origin) == (TODAY, "默认")
    assert (by_name["department"].value, by_name["department"].origin) == ("城管股", "沿用")
    assert "category" not in by_name
    assert card_of_parts(filled) == {
        "title": "防汛公告",
        "published_on": TODAY,
        "made_on": TODAY,
        "department": "城管股",
    }


def test_nothing_carried_on_covers_what_was_typed() -> None:
    typed = read_line(LINE, TODAY, KNOWN)
    filled = card_of_parts(with_defaults(typed, TODAY, {"department": "办公室"}))
    assert filled["department"] == "城管股"
    assert filled["published_on"] == filled["made_on"] == date(2025, 5, 12)


def test_a_number_of_another_year_makes_the_day_of_making_doubtful() -> None:
    typed = read_line("0512 防汛公告 城政办〔2024〕7号", TODAY, KNOWN)
    made = {part.field: part for part in with_defaults(typed, TODAY, {})}["made_on"]
    assert "2024" in made.doubt


def test_spoken_channels_lead_to_the_four_rows_of_the_table() -> None:
    for spoken, label in (("网站", "政府网站"), ("公众号", "政务微信"), ("公报", "政府公报")):
        assert channel_called(spoken) == label
        assert CHANNELS.find(label)
    assert channel_called("喇叭") is None


def test_headings_are_known_by_label_by_custom_and_with_notes() -> None:
    assert field_of_heading("publication", "*信息名称") == "title"
    assert field_of_heading("publication", "发文字号") == "document_number"
    assert field_of_heading("publication", "公开日期（年月日）") == "published_on"
    assert field_of_heading("request", "收费金额（元）") == "fee_yuan"
    assert field_of_heading("publication", "序号") is None
    for kind in ("publication", "request", "dispute", "indicator"):
        for name, field in FIELDS[kind].items():
            assert field_of_heading(kind, field.label) == name
