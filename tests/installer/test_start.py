"""The first command does the main job with or without a display; the second sums up checks."""

import subprocess
import sys
from pathlib import Path

import pytest
import start
from environment import Environment, packages_in
from machine import CHINESE_FONT


@pytest.fixture
def sample_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine that is set up, with the Python of these tests; samples go to a folder here."""
    monkeypatch.setattr(start, "own_environment", lambda: Environment(Path(sys.prefix)))
    monkeypatch.setattr(start, "is_ready", lambda environment, lock: True)
    monkeypatch.setattr(start, "missing_packages", list)
    monkeypatch.setattr(start, "SAMPLE_FOLDER", tmp_path)
    return tmp_path


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The programs that start.py calls, all of which succeed, except ruff."""
    calls: list[list[str]] = []

    def run(arguments: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        calls.append(arguments[1:])
        return subprocess.CompletedProcess(arguments, int("ruff" in arguments), stdout="")

    monkeypatch.setattr(start.subprocess, "run", run)
    return calls


def run_main(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["start.py", *arguments])
    return start.main()


def test_without_a_window_the_files_are_written_and_named(
    sample_folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    for _ in ("made", "found again"):
        assert run_main(monkeypatch, "--no-window") == 0
        lines = capfd.readouterr().out.splitlines()
        named = dict(line.strip().split("：", 1) for line in lines if line.startswith("  "))
        for product in ("统计表", "年度报告", "台账"):
            path = Path(named[product].split("（")[0])
            assert path.is_absolute()
            assert path.stat().st_size > 0
            assert path.is_relative_to(sample_folder)


@pytest.mark.usefixtures("sample_folder")
def test_with_a_display_the_desk_is_opened_on_the_sample(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "has_display", lambda: True)
    monkeypatch.setattr(start, "qt_starts", lambda environment, **_: True)
    assert run_main(monkeypatch) == 0
    assert [call[2] for call in started] == ["new", "open"]


@pytest.mark.usefixtures("started")
@pytest.mark.parametrize("broken", ["no display", "dead display", "missing packages"])
def test_a_window_that_cannot_open_gives_way_to_the_command_line(
    sample_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    broken: str,
) -> None:
    monkeypatch.setattr(start, "has_display", lambda: broken != "no display")
    monkeypatch.setattr(start, "qt_starts", lambda environment, **_: broken != "dead display")
    if broken == "missing packages":
        monkeypatch.setattr(start, "missing_packages", lambda: [CHINESE_FONT])
        monkeypatch.setattr(start, "apt_prefix", lambda: None)
    done: list[Environment] = []
    monkeypatch.setattr(start, "_work_on_command_line", lambda made: done.append(made) or 0)
    assert run_main(monkeypatch) == 0
    assert len(done) == 1
    printed = capfd.readouterr().out
    assert "改用命令行" in printed
    assert (CHINESE_FONT in printed) == (broken == "missing packages")


@pytest.mark.usefixtures("sample_folder")
def test_every_check_runs_and_one_failure_is_the_result(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start, "qt_starts", lambda environment, **_: True)
    assert run_main(monkeypatch, "test", "-k", "wheel") == 1
    assert [call[1:] for call in started] == [
        ["ruff", "check", "."],
        ["mypy"],
        ["mypy", *start.AS_ON_WINDOWS],
        ["disclosure_desk.desk.forms", "--check"],
        ["pytest", *start.ON_ALL_PROCESSORS, "-k", "wheel"],
    ]
    assert "有检查未通过" in capfd.readouterr().out.splitlines()[-1]


@pytest.mark.usefixtures("sample_folder")
def test_where_qt_does_not_start_the_rest_is_tested_without_it(
    started: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "qt_starts", lambda environment, **_: False)
    assert run_main(monkeypatch, "test") == 1
    assert started[-1][1:] == ["pytest", "-p", "no:pytest-qt"]


@pytest.mark.usefixtures("sample_folder")
def test_an_unknown_argument_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SystemExit) as refused:
        run_main(monkeypatch, "--windows")
    assert refused.value.code == 2


@pytest.mark.parametrize(("lock", "noun"), [("app", " packages"), ("dev", "")])
def test_the_readme_names_what_is_installed(lock: str, noun: str) -> None:
    told = (Path(start.__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    space = start.DISK_SPACE[lock].removeprefix("约 ")
    assert f"{packages_in(lock)}{noun} (about {space})" in told
