"""The relations of the form: quiet when they hold, exact when they do not."""

from decimal import Decimal

from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import edition_for


def zeros() -> dict[str, Figure | None]:
    return dict.fromkeys(edition_for(2024).cells, 0)


def test_a_table_of_zeros_or_blanks_is_balanced() -> None:
    assert not check_figures(edition_for(2024), zeros())
    assert not check_figures(edition_for(2024), dict.fromkeys(edition_for(2024).cells))


def test_a_missing_carry_over_is_told_with_both_sums_and_the_difference() -> None:
    figures = zeros() | {
        "requests.new.natural": 3,
        "requests.carried_in.natural": 1,
        "requests.3.7.natural": 3,
        "requests.3.1.natural": 2,
        "requests.3.3.8.natural": 1,
        "requests.new.total": 3,
        "requests.carried_in.total": 1,
        "requests.3.7.total": 3,
        "requests.carried_out.total": 1,
        "requests.3.1.total": 2,
        "requests.3.3.8.total": 1,
    }
    findings = check_figures(edition_for(2024), figures)
    assert [(one.rule, one.severity, one.expected, one.found) for one in findings] == [
        ("H1", "error", 4, 3),
        ("H3", "error", 0, 1),
    ]
    assert findings[0].message == (
        "H1 自然人：本年新收政府信息公开申请数量3 + 上年结转政府信息公开申请数量1 = 4，"
        "总计3 + 结转下年度继续办理0 = 3，相差1。"
    )
    assert "requests.3.7.natural" in findings[0].cells
    assert findings[1].message == "H3 结转下年度继续办理：各项之和0，总计1，相差1。"


def test_a_total_is_compared_with_the_rows_that_are_not_zero() -> None:
    figures = zeros() | {
        "requests.3.1.other": 2,
        "requests.3.2.other": 1,
        "requests.3.4.1.other": 1,
        "requests.3.7.other": 5,
    }
    by_rule = {one.rule: one for one in check_figures(edition_for(2024), figures)}
    assert by_rule["H2"].message == (
        "H2 其他：予以公开2 + 部分公开1 + 本机关不掌握相关政府信息1 = 4，总计5，相差1。"
    )
    assert by_rule["H2"].cells[-1] == "requests.3.7.other"


def test_disputes_are_compared_group_by_group() -> None:
    figures = zeros() | {"review.litigation_after.upheld": Decimal(1)}
    (finding,) = check_figures(edition_for(2024), figures)
    assert finding.message == "H4 复议后起诉：各项之和1（结果维持），总计0，相差1。"
    assert (finding.expected, finding.found) == (1, 0)
