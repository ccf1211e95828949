"""The locks give the same program on every machine and name no place it comes from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ROOT / "installer" / "locks"


def locked(name: str) -> dict[str, str]:
    """Package → version of a lock."""
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s;]+)", text, flags=re.MULTILINE))


def normal(requirement: str) -> str:
    """The package of a requirement, spelt as the locks spell it."""
    return re.split(r"[\[<>=!~;\s]", requirement)[0].lower().replace("_", "-")


@pytest.mark.parametrize("name", ["app", "dev"])
def test_every_package_has_hashes_and_no_address(name: str) -> None:
    text = (LOCKS / f"{name}.txt").read_text(encoding="utf-8")
    entries = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(entries) == len(locked(name)) > 10
    assert all("--hash=sha256:" in entry for entry in entries)
    assert "://" not in text
    assert "index" not in text.replace("--no-emit-index-url", "")


def test_the_developers_lock_holds_the_programs_lock() -> None:
    assert locked("app").items() <= locked("dev").items()


def test_the_locks_hold_what_the_project_asks_for() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        content = tomllib.load(file)
    app = {normal(name) for name in content["project"]["dependencies"]}
    dev = {normal(name) for name in content["dependency-groups"]["dev"]}
    assert app <= locked("app").keys()
    assert dev <= locked("dev").keys()


def test_the_binding_that_kills_the_process_is_not_locked() -> None:
    assert locked("app")["pyside6-essentials"] == "6.11.3"
