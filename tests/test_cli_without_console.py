"""The program as Windows opens it by a double click: nobody sees what it prints."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_desk import cli
from disclosure_desk.cli import without_console
from disclosure_desk.cli.without_console import is_reader_gone

NO_STREAMS = "import sys; sys.stdout = sys.stderr = sys.stdin = None; "


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a window of the system said."""
    told: list[str] = []
    monkeypatch.setattr(without_console, "show", told.append)
    return told


def call_without_streams(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    with monkeypatch.context() as away:
        away.setattr(sys, "stdout", None)
        away.setattr(sys, "stderr", None)
        status = cli.main(words)
        for stream in (sys.stdout, sys.stderr):
            stream.close()
    return status


def test_a_call_that_cannot_be_used_is_told_in_a_window(
    shown: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    missing = str(tmp_path / "无.db")
    assert call_without_streams(monkeypatch, "verify", "--db", missing) == 2
    assert call_without_streams(monkeypatch, missing) == 2
    assert [missing in one for one in shown] == [True, True]


def test_what_is_printed_for_nobody_ends_nothing() -> None:
    code = f"{NO_STREAMS}from disclosure_desk import cli; sys.exit(cli.main(['--version']))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_with_a_console_no_window_is_shown(
    shown: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["无此命令"]) == 2
    assert "无此命令" in capsys.readouterr().err
    assert shown == []


def test_who_reads_no_more_is_known_on_windows_too(monkeypatch: pytest.MonkeyPatch) -> None:
    gone, bad_name = OSError(22, "Invalid argument"), OSError(22, "Invalid argument", "a?b")
    assert is_reader_gone(BrokenPipeError())
    assert not is_reader_gone(gone)
    monkeypatch.setattr(os, "name", "nt")
    told = is_reader_gone(gone), is_reader_gone(bad_name)
    monkeypatch.undo()  # pathlib asks it, too
    assert told == (True, False)


@pytest.mark.parametrize("name", ["单位.db", "单位.DB", "单位.sqlite"])
def test_a_file_that_was_double_clicked_is_opened(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[list[str]] = []
    monkeypatch.setattr(cli, "_desktop", lambda words: opened.append(words) or 0)
    path = tmp_path / name
    path.touch()
    assert cli.main([str(path)]) == 0
    assert opened == [["open", str(path)]]
