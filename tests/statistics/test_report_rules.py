"""The table of rules: what each says, how heavy it is, where it holds, and that none is missing."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

import disclosure_desk
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.report_rules import report_rules

# Contract, section 6.
CONTRACT = {
    **dict.fromkeys(("H1", "H2", "H3", "H4", "X1", "N2", "S2", "G1"), "error"),
    **dict.fromkeys(("X2", "X3", "T1", "N1", "S1", "F1", "Q1", "Y1", "P1"), "warning"),
}
FORMS = {
    **dict.fromkeys(("H1", "H2", "H3", "H4", "X1", "S1", "Q1"), ("2019", "2021")),
    "G1": ("2014", "2014-county"),
    "X2": ("2021",),
    "X3": ("2019",),
}


def test_every_rule_of_the_contract_is_there_with_its_weight() -> None:
    rules = report_rules()
    assert {id_: rules[id_].severity for id_ in CONTRACT} == CONTRACT
    # What is the program's own never keeps a report from leaving by itself.
    assert {one.severity for id_, one in rules.items() if id_ not in CONTRACT} <= {
        "warning", "hint",
    }  # fmt: skip


def test_every_rule_says_what_it_asks_and_where_that_is_written() -> None:
    for id_, rule in report_rules().items():
        assert rule.id == id_
        assert rule.text.endswith("。"), id_
        assert re.search(r"〔\d{4}〕|GB/T|条例", rule.article), id_
        assert set(rule.editions) <= editions().keys(), id_
        assert rule.editions == FORMS.get(id_, rule.editions), id_
        assert not rule.off


def test_every_finding_of_the_program_stands_in_the_table() -> None:
    package = Path(disclosure_desk.__file__).parent
    said = "".join(
        path.read_text("utf-8")
        for folder in ("statistics", "exchange/finished", "commands")
        for path in (package / folder).glob("*.py")
    )
    used = set(re.findall(r'(?:broken|OwnFault)\(\s*"([A-Z]\d)"', said))
    assert {"T1", "S2", "X2", "N1"} & used
    assert used <= report_rules().keys()


@pytest.mark.parametrize("year", [2020, 2021, 2022, None])
def test_a_rule_is_asked_only_in_its_years_and_never_when_off(year: int | None) -> None:
    rule = replace(report_rules()["H1"], years=(2021, 2021))
    assert rule.applies(editions()["2021"], year) == (year in (2021, None))
    assert not replace(rule, off="本县不用").applies(editions()["2021"], year)
    assert not rule.applies(editions()["2014"], year)
