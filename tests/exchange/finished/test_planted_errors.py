"""Errors planted into sound reports of many layouts and formats: what the rules find of them."""

from collections import Counter
from collections.abc import Sequence
from copy import deepcopy
from pathlib import Path

import pytest

from disclosure_desk.exchange.finished.read import read_report
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.report_checks import check_report
from disclosure_desk.statistics.report_rules import report_rules
from tests.finished_layouts import LAYOUTS, WRITERS
from tests.planted_errors import TRUE_SENTENCES, Body, Draft, Plant, originals, plants

FEWEST = 150
OF_ALL = 0.98
# The rules of the contract, section 6.
CONTRACT = {
    *("H1", "H2", "H3", "H4", "X1", "X2", "X3", "T1", "N1", "N2"),
    *("S1", "S2", "F1", "Q1", "Y1", "P1", "G1"),
}


def found_in(draft: Draft, number: int, folder: Path) -> list[Finding]:
    """The findings of a draft, laid out and written as its number says."""
    layout = tuple(LAYOUTS)[number % len(LAYOUTS)]
    writer = tuple(WRITERS)[number % len(WRITERS)]
    report = read_report(written(draft.body(layout), writer, folder / "年报"))
    if draft.previous is None:
        return check_report(report)
    other = tuple(WRITERS)[(number + 1) % len(WRITERS)]
    last = read_report(written(draft.previous.body(layout), other, folder / "上年"))
    return check_report(report, last)


def written(body: Body, writer: str, stem: Path) -> Path:
    return WRITERS[writer](stem.with_suffix(f".{writer.split()[0]}"), body)


def is_found(plant: Plant, findings: Sequence[Finding]) -> bool:
    """Whether the rule found it, with its weight and every cell that was touched."""
    own = [one for one in findings if one.rule == plant.rule]
    return any(set(plant.cells) <= set(one.cells) for one in own) and all(
        one.severity == report_rules()[one.rule].severity for one in own
    )


def test_nothing_is_found_in_the_sound_originals(tmp_path: Path) -> None:
    for name, draft in originals().items():
        for number in range(len(LAYOUTS)):
            assert found_in(draft, number, tmp_path) == [], (name, number)


@pytest.mark.parametrize("line", TRUE_SENTENCES)
def test_nothing_is_found_in_a_true_sentence(line: str, tmp_path: Path) -> None:
    draft = originals()["pingtan_2022"]
    draft.texts[1] = ["2022年，本机关做好政府信息公开工作。", line]
    draft.previous = None
    assert [one for one in found_in(draft, 0, tmp_path) if one.severity != "hint"] == []


def test_parts_that_do_not_add_up_are_told_once(tmp_path: Path) -> None:
    draft = originals()["pingtan_2022"]
    draft.previous = None
    draft.texts[1] = ["公布信息2599条（其中机构职能类25条、政策法规类68条）。"]
    assert [one.rule for one in found_in(draft, 0, tmp_path)] == ["P1"]


def test_the_planted_errors_are_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = originals()
    planted, found, missed = Counter[str](), Counter[str](), []
    for number, plant in enumerate(plants()):
        draft = deepcopy(sound[plant.base])
        plant.change(draft)
        planted[plant.rule] += 1
        findings = found_in(draft, number, tmp_path)
        if is_found(plant, findings):
            found[plant.rule] += 1
        else:
            missed.append((plant.rule, plant.name, [one.message for one in findings]))
    with capsys.disabled():
        shares = "、".join(f"{rule} {found[rule]}/{planted[rule]}" for rule in report_rules()
                          if planted[rule])  # fmt: skip
        print(f"\n{found.total()} of {planted.total()} planted errors found: {shares}")
    assert planted.total() >= FEWEST
    assert set(planted) >= CONTRACT
    severe = [one for one in missed if report_rules()[one[0]].severity == "error"]
    assert severe == []
    assert found.total() >= OF_ALL * planted.total(), missed
