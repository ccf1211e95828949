"""Planted errors: every rule finds its own in a sound report, and names cells and numbers."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.finished_report import FinishedReport, ReadCell, ReadChapter
from disclosure_desk.statistics.report_checks import check_report
from disclosure_desk.statistics.report_rules import report_rules
from tests.finished_layouts import random_figures, sound_texts

YEARS = {"2014": 2016, "2014-county": 2016, "2019": 2020, "2021": 2023}
COLUMNS = ("natural", "business", "research", "public_welfare", "legal_service", "other")
SUMS_OF_2014 = (
    *("requests.received", "requests.letter", "requests.finished", "replies.total"),
    *("replies.clarify", "replies.refused", "replies.refused.privacy", "reconsideration.total"),
    *("litigation.other", "organisation.staff"),
)
Figures = Mapping[str, int | Decimal | None]


def report(
    edition: str,
    figures: Figures,
    *,
    year: int | None = None,
    texts: Mapping[int, list[str]] | None = None,
    opening: tuple[str, ...] = (),
) -> FinishedReport:
    """A report as it would be read; None is a blank."""
    form = editions()[edition]
    told = sound_texts(year or YEARS[edition]) | dict(texts or {})
    cells = {
        code: ReadCell("blank") if one is None else ReadCell("read", one)
        for code, one in figures.items()
    }
    chapters = tuple(
        ReadChapter(chapter.title, tuple(told.get(number, ())))
        for number, chapter in enumerate(form.chapters, start=1)
    )
    return FinishedReport(
        "示例县科学技术局", year or YEARS[edition], form, cells, opening, chapters
    )


def findings_of(rule: str, told: FinishedReport, *before: FinishedReport) -> list[Finding]:
    """What the rule finds; all must have the rule's weight."""
    findings = [one for one in check_report(told, *before) if one.rule == rule]
    assert {one.severity for one in findings} <= {report_rules()[rule].severity}
    return findings


def broken_sums() -> Iterator[tuple[str, str, str, int]]:
    """Rule, edition, the cell that is changed, and by how much: every total of every edition."""
    for edition in ("2019", "2021"):
        for column in (*COLUMNS, "total"):
            yield "H1", edition, f"requests.carried_out.{column}", 1
            yield "H2", edition, f"requests.3.1.{column}", 2
        for number, row in enumerate(("new", "carried_in", "3.3.5", "3.4.1", "3.7", "carried_out")):
            yield "H3", edition, f"requests.{row}.{COLUMNS[number]}", 1
            yield "H3", edition, f"requests.{row}.total", 3
        for group in ("reconsideration", "litigation_direct", "litigation_after"):
            for state in ("upheld", "corrected", "other", "pending", "total"):
                yield "H4", edition, f"review.{group}.{state}", 1
    for edition in ("2014", "2014-county"):
        for code in SUMS_OF_2014:
            yield "G1", edition, code, 1


@pytest.mark.parametrize(("rule", "edition", "code", "more"), tuple(broken_sums()))
def test_a_changed_figure_breaks_its_relation(
    rule: str, edition: str, code: str, more: int
) -> None:
    figures = random_figures(edition, 3)
    assert check_report(report(edition, figures)) == []
    changed = report(edition, {**figures, code: figures[code] + more})
    found = [one for one in findings_of(rule, changed) if code in one.cells]
    assert found, [one.message for one in check_report(changed)]
    for one in found:
        assert one.expected is not None
        assert one.found is not None
        assert abs(one.expected - one.found) == more
        assert f"相差{more}" in one.message


@pytest.mark.parametrize("column", [*COLUMNS, "total"])
@pytest.mark.parametrize(("before", "now"), [("2019", "2019"), ("2019", "2021"), ("2021", "2021")])
def test_carried_in_is_what_last_year_carried_out(before: str, now: str, column: str) -> None:
    year = {"2019": 2020, "2021": 2022}[now]
    last = report(before, random_figures(before, 5), year=year - 1)
    figures = random_figures(now, 6)
    for one in (*COLUMNS, "total"):
        figures[f"requests.carried_in.{one}"] = last.figure(f"requests.carried_out.{one}")
    assert findings_of("X1", report(now, figures, year=year), last) == []
    target = f"requests.carried_in.{column}"
    figures[target] += 2
    (found,) = findings_of("X1", report(now, figures, year=year), last)
    assert found.cells == (target, f"requests.carried_out.{column}")
    assert (found.expected, found.found) == (figures[target] - 2, figures[target])


@pytest.mark.parametrize("kind", ["regulation", "normative"])
def test_documents_in_force_follow_from_last_year(kind: str) -> None:
    last = report("2021", random_figures("2021", 5), year=2022)
    figures = random_figures("2021", 6)
    for one in ("regulation", "normative"):
        figures[f"art20.1.{one}.in_force"] = (
            last.figure(f"art20.1.{one}.in_force")
            + figures[f"art20.1.{one}.made"]
            - figures[f"art20.1.{one}.repealed"]
        )
    assert findings_of("X2", report("2021", figures), last) == []
    figures[f"art20.1.{kind}.in_force"] += 10
    (found,) = findings_of("X2", report("2021", figures), last)
    assert found.cells[0] == f"art20.1.{kind}.in_force"


@pytest.mark.parametrize(
    "row", ["5.licence", "5.other_service", "6.penalty", "6.coercion", "8.fee"]
)
def test_projects_follow_from_last_year(row: str) -> None:
    last = report("2019", random_figures("2019", 5), year=2019)
    figures = random_figures("2019", 6)
    for code in figures:
        if code.endswith(".previous"):
            change = code.removesuffix("previous") + "change"
            figures[code] = last.figure(code) + last.figure(change)
    assert findings_of("X3", report("2019", figures), last) == []
    figures[f"art20.{row}.previous"] += 1
    (found,) = findings_of("X3", report("2019", figures), last)
    assert found.cells[0] == f"art20.{row}.previous"


def test_a_report_of_another_year_is_not_compared() -> None:
    last = report("2021", random_figures("2021", 5), year=2021)
    told = report("2021", random_figures("2021", 6), year=2023)
    assert {one.rule for one in check_report(told, last)} == {"V1"}


def test_a_copied_chapter_is_pointed_out() -> None:
    figures = random_figures("2021", 5)
    for one in (*COLUMNS, "total"):
        figures[f"requests.carried_in.{one}"] = figures[f"requests.carried_out.{one}"] = 0
    problems = {5: ["存在的主要问题是部分信息公开不够及时，个别栏目更新较慢。" * 3]}
    last = report("2021", figures, year=2022, texts=problems)
    (found,) = findings_of("L1", report("2021", figures, texts=problems), last)
    assert "100%" in found.message


def test_one_request_in_the_wrong_column_is_named_as_such() -> None:
    figures = random_figures("2021", 3)
    figures["requests.3.1.natural"] -= 1
    figures["requests.3.1.other"] += 1
    found = findings_of("H2", report("2021", figures))
    assert len(found) == 2
    for one in found:
        assert "“自然人”" in one.message
        assert "“其他”" in one.message
        assert "可能有1件归错了位置" in one.message


# ------------------------------------------------------------------------- single cells


@pytest.mark.parametrize("edition", YEARS)
def test_a_blank_is_named_and_counts_as_nothing(edition: str) -> None:
    zero: dict[str, int | Decimal | None] = dict.fromkeys(editions()[edition].cells, 0)
    for code in list(zero)[::7]:
        (found,) = check_report(report(edition, {**zero, code: None}))
        assert (found.rule, found.severity, found.cells) == ("N1", "warning", (code,))


def test_a_relation_with_a_blank_is_told_when_it_does_not_hold_with_nothing() -> None:
    figures: dict[str, int | Decimal | None] = dict(random_figures("2021", 3))
    figures["requests.3.4.1.total"] = None
    rules = {one.rule for one in check_report(report("2021", figures))}
    assert rules == {"N1", "H2", "H3"}


def test_a_row_that_is_not_in_the_file_may_hold_what_is_missing() -> None:
    figures = random_figures("2014", 3)
    del figures["requests.letter"]
    (found,) = check_report(report("2014", figures))
    assert (found.rule, found.cells) == ("N1", ("requests.letter",))
    figures["requests.received"] = 0
    assert [one.rule for one in check_report(report("2014", figures))] == ["G1", "N1"] or {
        one.rule for one in check_report(report("2014", figures))
    } == {"G1", "N1"}


def test_many_blanks_of_a_table_are_told_together() -> None:
    figures: dict[str, int | Decimal | None] = dict.fromkeys(editions()["2021"].cells, 0)
    blank = [code for code in figures if code.endswith((".business", ".research"))]
    told = check_report(report("2021", figures | dict.fromkeys(blank)))
    assert [(one.rule, one.cells) for one in told] == [("N1", tuple(
        code for code in figures if code in blank
    ))]  # fmt: skip


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        (ReadCell("doubtful", None, "约22"), None),
        (ReadCell("read", -3, "-3"), -3),
        (ReadCell("read", Decimal("1.5"), "1.5"), Decimal("1.5")),
    ],
)
def test_what_is_no_number_of_things_is_an_error(
    cell: ReadCell, found: int | Decimal | None
) -> None:
    code = "art20.6.penalty.decisions"
    told = report("2021", dict.fromkeys(editions()["2021"].cells, 0))
    (one,) = check_report(replace(told, cells={**told.cells, code: cell}))
    assert (one.rule, one.severity, one.cells, one.found) == ("N2", "error", (code,), found)


def test_a_signed_figure_and_an_amount_may_be_what_others_may_not() -> None:
    figures: dict[str, int | Decimal] = dict.fromkeys(editions()["2019"].cells, 0)
    figures |= {"art20.5.licence.change": -18, "art20.9.procurement.amount": Decimal("2.5")}
    assert check_report(report("2019", figures)) == []


def test_a_remark_behind_a_number_is_a_hint() -> None:
    told = report("2021", dict.fromkeys(editions()["2021"].cells, 0))
    code = "art20.1.normative.in_force"
    cell = ReadCell("noted", 22, "22（其中修订16件）")
    (one,) = check_report(replace(told, cells={**told.cells, code: cell}))
    assert (one.rule, one.severity, one.cells) == ("N3", "hint", (code,))


# ------------------------------------------------------------------- tables and chapters


@pytest.mark.parametrize(
    "table", ["art20.1.", "art20.5.", "art20.6.", "art20.8.", "requests.", "review."]
)
def test_a_missing_table_is_an_error_that_names_its_cells(table: str) -> None:
    figures = random_figures("2021", 3)
    left = {code: one for code, one in figures.items() if not code.startswith(table)}
    (found,) = check_report(report("2021", left))
    assert (found.rule, found.severity) == ("S2", "error")
    assert set(found.cells) == set(figures) - set(left)


def test_a_file_without_any_table_is_one_finding() -> None:
    (found,) = check_report(FinishedReport(None, None, None))
    assert (found.rule, found.severity) == ("S2", "error")


SOUND = ("2021", random_figures("2021", 3))


@pytest.mark.parametrize("edition", ["2019", "2021"])
@pytest.mark.parametrize("number", range(6))
def test_a_missing_chapter_is_told(edition: str, number: int) -> None:
    told = report(edition, random_figures(edition, 3))
    title = told.chapters[number].title
    left = replace(told, chapters=told.chapters[:number] + told.chapters[number + 1 :])
    (found,) = findings_of("S1", left)
    assert f"缺少“{title}”" in found.message


@pytest.mark.parametrize("number", range(5))
def test_chapters_out_of_order_are_told(number: int) -> None:
    told = report(*SOUND)
    chapters = list(told.chapters)
    chapters[number : number + 2] = reversed(chapters[number : number + 2])
    assert len(findings_of("S1", replace(told, chapters=tuple(chapters)))) == 1


@pytest.mark.parametrize(
    ("number", "title"),
    [
        (3, "四、政府信息公开行政法复议、行政诉讼情况"),
        (4, "五、政府信息公开工作存在的主要问题及改进情况"),
        (4, "五、存在的主要问题及改进措施"),
        (0, "一、总体概况"),
        (5, "五、其他需要报告的事项"),
        (1, "二、主动公开信息情况"),
        (2, "三、收到和处理信息公开申请情况"),
    ],
)
def test_a_wrong_title_is_told(number: int, title: str) -> None:
    told = report(*SOUND)
    chapters = list(told.chapters)
    chapters[number] = replace(chapters[number], title=title)
    (found,) = findings_of("S1", replace(told, chapters=tuple(chapters)))
    assert title in found.message


@pytest.mark.parametrize(
    "title", ["总体情况", "一.总体情况", "一、总体情况：", "一、 总体情况（概述）", "一　总体情况"]
)
def test_a_title_without_numeral_or_with_other_signs_is_no_wrong_title(title: str) -> None:
    told = report(*SOUND)
    chapters = (replace(told.chapters[0], title=title), *told.chapters[1:])
    assert check_report(replace(told, chapters=chapters)) == []


def test_headings_of_its_own_inside_a_chapter_belong_to_it() -> None:
    told = report(*SOUND, texts={5: []})
    own = ReadChapter(
        "一、公开不够及时", ("部分信息公开不够及时，个别栏目更新较慢，今后按月检查。",)
    )
    chapters = (*told.chapters[:5], own, *told.chapters[5:])
    assert check_report(replace(told, chapters=chapters)) == []


@pytest.mark.parametrize(
    "text", ["", "无", "无。", "（无）", "暂无问题。", "存在一些问题，今后改进。"]
)
def test_a_chapter_on_problems_that_says_nothing_is_told(text: str) -> None:
    (found,) = check_report(report(*SOUND, texts={5: [text]}))
    assert found.rule == "Q1"


@pytest.mark.parametrize("text", ["", "无", "没有其他需要报告的事项。", "本年度无收费情况。"])
def test_chapter_six_must_speak_of_the_fee(text: str) -> None:
    (found,) = check_report(report(*SOUND, texts={6: [text]}))
    assert found.rule == "F1"


@pytest.mark.parametrize(
    "text",
    [
        "本年度发出信息处理费收费通知5件，申请人逾期未缴纳费用{n}件。",
        "收取信息处理费400元，其中{n}件申请人逾期未缴费。",
        "信息处理费：申请人逾期未按收费通知要求缴纳费用、不再处理其政府信息公开申请{n}件。",
    ],
)
def test_unpaid_notices_are_those_of_the_table(text: str) -> None:
    figures = random_figures("2021", 3)
    held = figures["requests.3.6.2.total"]
    right = report("2021", figures, texts={6: [text.format(n=held)]})
    assert findings_of("F1", right) == []
    (found,) = findings_of("F1", report("2021", figures, texts={6: [text.format(n=held + 1)]}))
    assert found.cells == ("requests.3.6.2.total",)
    assert (found.expected, found.found) == (held, held + 1)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "本报告所列数据统计期限为2022年1月1日至2022年12月31日。"),
        (0, "本报告所列数据的统计期限自2023年1月1日起至2022年12月31日止。"),
        (0, "现将我局2022年政府信息公开工作年度报告公布如下。"),
        (1, "2022年，本机关按照要求做好政府信息公开工作，及时回应社会关切。"),
        (1, "2022年度，本机关按照要求做好政府信息公开工作。"),
        (4, "截至2022年12月31日，没有尚未审结的案件。"),
        (6, "2022年，未收取信息处理费。"),
        (6, "2022年全市未收取信息处理费。"),
    ],
)
def test_another_year_in_the_place_of_the_reports_is_told(number: int, text: str) -> None:
    told = report(*SOUND, texts={number: [text]}, opening=(text,) if number == 0 else ())
    found = check_report(told)
    assert {one.rule for one in found} == {"Y1"}
    assert {(one.expected, one.found) for one in found} == {(2023, 2022)}
    right = text.replace("2022", "2023")
    told = report(*SOUND, texts={number: [right]}, opening=(right,) if number == 0 else ())
    assert check_report(told) == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年，我们将逐条登记公开期限，按月检查，个别栏目更新较慢的情况要逐项整改。",
        "2022年印发的三件文件没有及时公开，个别栏目更新较慢，今后逐条登记公开期限。",
        "较2022年增长一成，但是公开不够及时，个别栏目更新较慢，今后逐条登记公开期限。",
    ],
)
def test_other_years_may_be_spoken_of(text: str) -> None:
    assert check_report(report(*SOUND, texts={5: [text]})) == []


def test_text_is_held_against_the_table_and_its_parts_are_added_up() -> None:
    figures = random_figures("2021", 3)
    new = figures["requests.new.total"]
    text = f"本年新收政府信息公开申请{new + 1}件，其中网络申请{new}件、信函申请2件。"
    rules = [one.rule for one in check_report(report("2021", figures, texts={1: [text]}))]
    assert sorted(rules) == ["P1", "T1"]


def test_a_table_alone_has_no_chapters_to_miss() -> None:
    told = replace(report(*SOUND), chapters=(), is_table_only=True)
    assert check_report(told) == []


def test_rules_ask_only_the_editions_that_they_are_for() -> None:
    told = replace(report("2014", random_figures("2014", 3)), chapters=())
    assert check_report(told) == []
    assert not report_rules()["X2"].applies(editions()["2019"], 2020)
    late = replace(report_rules()["F1"], years=(2021, 2025))
    assert late.applies(editions()["2021"], 2021)
    assert not late.applies(editions()["2021"], 2026)
    assert not replace(late, off="本单位不收费").applies(editions()["2021"], 2021)


def test_a_form_of_another_year_is_a_hint() -> None:
    told = report("2019", random_figures("2019", 3), year=2023)
    assert [(one.rule, one.severity) for one in check_report(told)] == [("E1", "hint")]
