"""Numbers of rules in findings: one number, one meaning, whichever call tells it."""

import ast
import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "disclosure_desk"
RULES = PACKAGE.parent / "resources" / "rules"
_NUMBER = re.compile(r"[A-Z]\d{1,2}")
# What looks through what, by the place in the package; the longest that fits counts. Of the desk
# only findings are looked at: it names the keys F1 to F12, too.
_LOOKS_THROUGH = {
    "": "登记",
    "statistics/": "报告",
    "exchange/finished/": "报告",
    "exchange/table_checks.py": "报告",
    "commands/closing.py": "报告",
    "statistics/added_up.py": "汇总",
    "exchange/unseen/": "外发文件",
    "exchange/letter_checks.py": "文书",
    "commands/merge": "交接包",
    "commands/merging.py": "交接包",
    "storage/verify": "数据库",
    "storage/backup_look.py": "数据库",
    "cli/files.py": "数据库",
    "cli/clock.py": "放假安排",
}


def _looked_through(module: str) -> str:
    place = max((one for one in _LOOKS_THROUGH if module.startswith(one)), key=len)
    return _LOOKS_THROUGH[place]


def _numbers_in(module: Path) -> set[str]:
    """The numbers of rules that a module names; of the desk those of its own findings."""
    texts: Iterable[ast.AST] = ast.walk(ast.parse(module.read_text(encoding="utf-8")))
    if "desk" in module.relative_to(PACKAGE).parts:
        texts = (
            node.args[0]
            for node in texts
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "Finding"
        )
    told = (one.value for one in texts if isinstance(one, ast.Constant))
    return {one for one in told if isinstance(one, str) and _NUMBER.fullmatch(one)}


def test_no_number_of_a_rule_has_two_meanings() -> None:
    told: dict[str, set[str]] = defaultdict(set)
    for module in PACKAGE.rglob("*.py"):
        for number in _numbers_in(module):
            told[number].add(_looked_through(module.relative_to(PACKAGE).as_posix()))
    assert len(told) > 100
    assert {number: places for number, places in told.items() if len(places) > 1} == {}


def test_rules_that_an_office_can_read_have_numbers_of_their_own() -> None:
    numbers = Counter(
        rule["id"]
        for name in ("cases.toml", "reports.toml")
        for rule in tomllib.loads((RULES / name).read_text(encoding="utf-8"))["rule"]
    )
    assert {number: times for number, times in numbers.items() if times > 1} == {}
