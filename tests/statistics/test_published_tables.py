"""Tables that real offices published come out of ledgers made for them, cell by cell."""

import json
import tomllib
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from disclosure_desk.commands.offices import found_office
from disclosure_desk.statistics.checks import check_figures
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import create_database
from disclosure_desk.storage.journal import Actor
from tests.calls import call, figures
from tests.inverse import ledger_for
from tests.offices import write_workbook

CASES = Path(__file__).resolve().parent.parent / "cases"
SEEDS = ("seed_001", "seed_002")
REPORTS = sorted(path.stem for path in (CASES / "real_reports").glob("*.json"))
# Tables that no ledger can give, and the relations that their published numbers break.
IMPOSSIBLE = {
    # 自然人：新收60 + 结转0，办结61 + 结转下年0；总计列随之也差1。
    "fragment_2021": {("H1", "requests.new.natural"), ("H1", "requests.new.total")},
}


@dataclass(frozen=True)
class Published:
    """A table as it was published; a cell that was not is None."""

    edition: str
    year: int
    cells: dict[str, Decimal | None] = field(default_factory=dict)


def seed(name: str) -> Published:
    """A table of tests/cases/*.toml."""
    data = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
    rest = Decimal(data["others"]) if "others" in data else None
    return _published(data, rest)


def report(name: str) -> Published:
    """A table of tests/cases/real_reports/*.json."""
    text = (CASES / "real_reports" / f"{name}.json").read_text(encoding="utf-8")
    data = json.loads(text, parse_float=Decimal)
    table = _published(data, Decimal(0) if data["others"] == "0" else None)
    table.cells.update(dict.fromkeys(data.get("not_published", ()), None))
    return table


def _published(data: dict[str, Any], rest: Decimal | None) -> Published:
    told = {code: Decimal(figure) for code, figure in data["cells"].items()}
    codes = editions()[data["edition"]].cells
    unknown = set(told) - set(codes)
    if unknown:
        raise ValueError(f"no such cells: {unknown}")
    return Published(
        data["edition"], data["year"] or 2021, {code: told.get(code, rest) for code in codes}
    )


def test_the_tables_of_the_seeds_are_whole() -> None:
    for name in SEEDS:
        assert None not in seed(name).cells.values()
    assert seed("seed_002").cells.keys() == editions()["2014-county"].cells.keys()


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_table_comes_out_of_its_ledger_by_the_command_line(
    name: str, office_place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = seed(name)
    ledger = ledger_for(table.edition, table.year, table.cells)
    workbook = write_workbook(tmp_path / "台账.xlsx", ledger)
    assert call(capsys, "new", "--db", office_place, "--unit", "示例县科学技术局").status == 0
    taken = call(capsys, "import", "--db", office_place, workbook, "--json")
    assert taken.status == 0, taken.json["findings"]
    year = ("--year", str(table.year), "--edition", table.edition)
    answer = call(capsys, "table", "--db", office_place, *year, "--json")
    assert answer.status == 0
    assert answer.json["findings"] == []
    assert figures(answer) == table.cells


@pytest.mark.parametrize("name", [name for name in REPORTS if name not in IMPOSSIBLE])
def test_a_published_report_comes_out_of_its_ledger(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = report(name)
    office = tmp_path / "office.db"
    database = create_database(office)
    with database.writing(Actor("周砚清", "窗口电脑")) as session:
        found_office(session, "示例县科学技术局")
    database.close()
    ledger = ledger_for(table.edition, table.year, table.cells)
    workbook = write_workbook(tmp_path / "台账.xlsx", ledger)
    taken = call(capsys, "import", "--db", office, workbook, "--json")
    assert taken.status == 0, taken.err or taken.json["findings"][:3]
    year = ("--year", str(table.year), "--edition", table.edition)
    answer = call(capsys, "table", "--db", office, *year, "--json")
    assert answer.status == 0
    counted = figures(answer)
    assert {code: counted[code] for code, told in table.cells.items() if told is not None} == {
        code: told for code, told in table.cells.items() if told is not None
    }


@pytest.mark.parametrize("name", REPORTS)
def test_a_table_that_no_ledger_can_give_breaks_the_relations_listed(name: str) -> None:
    table = report(name)
    broken = {
        (finding.rule, finding.cells[0])
        for finding in check_figures(editions()[table.edition], table.cells)
        if all(table.cells[code] is not None for code in finding.cells) or name in IMPOSSIBLE
    }
    assert broken == IMPOSSIBLE.get(name, set())


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_making_a_ledger_for_a_broken_table_fails(name: str) -> None:
    table = report(name)
    with pytest.raises(ValueError, match="H1 does not hold for natural: 0 \\+ 60 is not 61"):
        ledger_for(table.edition, table.year, table.cells)


def test_the_large_numbers_are_really_there() -> None:
    """The cases would prove little if most of their cells were zero."""
    filled = {name: sum(bool(one) for one in report(name).cells.values()) for name in REPORTS}
    assert filled["large_city_2025"] > 100
    assert filled["pingtan_2021"] > 35
    assert report("pingtan_2021").cells["art20.8.fee.amount"] == Decimal("24252.311082")
