"""The set-up finds a finished environment again and does not trust an unfinished one."""

from pathlib import Path

import environment
import pytest
from environment import Environment, is_ready, make_ready, own_environment
from talk import SetupError


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with two locks, in which every Python that is there also runs."""
    locks = tmp_path / "installer" / "locks"
    locks.mkdir(parents=True)
    (locks / "app.txt").write_text("calendar==1.0 \\\n    --hash=sha256:00\n", encoding="utf-8")
    (locks / "dev.txt").write_text("calendar==1.0\nchecker==2.0\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    monkeypatch.setattr(environment, "LOCKS", locks)
    monkeypatch.setattr(environment, "_runs", lambda python: python.exists())
    return tmp_path


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What would be run; making an environment leaves a Python behind."""
    made: list[list[str]] = []

    def run(arguments: list[str]) -> None:
        made.append(arguments)
        if arguments[1:3] == ["-m", "venv"]:
            python = Environment(Path(arguments[3])).python
            python.parent.mkdir(parents=True)
            python.touch()

    monkeypatch.setattr(environment, "_run", run)
    return made


def steps(calls: list[list[str]]) -> list[str]:
    return [arguments[2] for arguments in calls]


def test_a_finished_environment_is_found_again(checkout: Path, calls: list[list[str]]) -> None:
    mine = own_environment()
    assert mine.folder == checkout / ".venv"
    assert not is_ready(mine, "app")
    make_ready(mine, "app")
    assert is_ready(own_environment(), "app")
    assert not is_ready(own_environment(), "dev")
    assert steps(calls) == ["venv", "pip", "pip"]
    assert "--require-hashes" in calls[1]


def test_the_developers_tools_are_added_to_it(checkout: Path, calls: list[list[str]]) -> None:
    make_ready(own_environment(), "app")
    make_ready(own_environment(), "dev")
    assert steps(calls) == ["venv", "pip", "pip", "pip", "pip"]
    assert is_ready(own_environment(), "app")
    assert is_ready(own_environment(), "dev")


def test_a_stopped_set_up_starts_afresh(
    checkout: Path, calls: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    make_ready(own_environment(), "app")
    left_behind = own_environment().folder / "half a package"
    left_behind.touch()

    def fail(arguments: list[str]) -> None:
        raise SetupError("网络断了", "no network")

    with monkeypatch.context() as patched:
        patched.setattr(environment, "_run", fail)
        with pytest.raises(SetupError):
            make_ready(own_environment(), "dev")
    assert not is_ready(own_environment(), "app")
    make_ready(own_environment(), "app")
    assert is_ready(own_environment(), "app")
    assert not left_behind.exists()


@pytest.mark.parametrize("changed", ["installer/locks/app.txt", "pyproject.toml"])
def test_a_newer_lock_or_project_is_noticed(
    checkout: Path, calls: list[list[str]], changed: str
) -> None:
    make_ready(own_environment(), "app")
    file = checkout / changed
    file.write_text(file.read_text(encoding="utf-8") + "version = '2'\n", encoding="utf-8")
    assert not is_ready(own_environment(), "app")


def test_an_environment_without_its_python_is_rebuilt(
    checkout: Path, calls: list[list[str]]
) -> None:
    make_ready(own_environment(), "app")
    own_environment().python.unlink()
    assert not is_ready(own_environment(), "app")


def test_somebody_elses_environment_is_left_alone(checkout: Path, calls: list[list[str]]) -> None:
    theirs = checkout / ".venv" / "their file"
    theirs.parent.mkdir()
    theirs.touch()
    make_ready(own_environment(), "app")
    assert own_environment().folder == checkout / ".venv-start"
    assert theirs.exists()


def test_a_lock_is_counted_by_its_packages(checkout: Path) -> None:
    assert environment.packages_in("app") == 1
    assert environment.packages_in("dev") == 2
