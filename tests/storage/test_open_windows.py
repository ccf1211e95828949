"""Who has an office file open, told by a sign beside it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.open_windows import GONE_SECONDS, Presence, windows_open

HERE = Actor("王芳", Actor.of_this_computer().computer)
ELSEWHERE = Actor("李敏", "ZWGK-PC9")


def sign_of(path: Path) -> Path:
    (sign,) = path.parent.glob("~$*")
    return sign


def test_a_window_is_seen_until_it_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "单位.db"
    first, second = Presence(path, HERE), Presence(path, ELSEWHERE)
    assert [one.person for one in first.others()] == ["李敏"]
    assert [one.person for one in second.others()] == ["王芳"]
    assert first.window.words.startswith(f"王芳 在 {HERE.computer} 于 ")
    first.leave()
    second.leave()
    assert windows_open(path) == []
    assert list(tmp_path.iterdir()) == []


def test_who_told_nothing_for_a_minute_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "单位.db"
    window = Presence(path, ELSEWHERE)
    sign = sign_of(path)
    long_ago = sign.stat().st_mtime - GONE_SECONDS - 5
    os.utime(sign, (long_ago, long_ago))
    assert windows_open(path) == []
    assert not sign.exists()
    window.leave()


def test_a_process_of_this_computer_that_is_no_more_is_gone_at_once(tmp_path: Path) -> None:
    path = tmp_path / "单位.db"
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    window = Presence(path, HERE)
    sign = sign_of(path)
    told = json.loads(sign.read_bytes())
    sign.write_text(json.dumps(told | {"process": ended.pid}), encoding="utf-8")
    assert windows_open(path) == []
    window.leave()


def test_a_sign_that_is_none_of_ours_disturbs_nobody(tmp_path: Path) -> None:
    path = tmp_path / "单位.db"
    path.with_name("~$单位.db.x").write_text("[]", encoding="utf-8")
    assert windows_open(path) == []


def test_where_nothing_can_be_written_nobody_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "没有" / "单位.db"
    window = Presence(path, HERE)
    assert window.others() == []
    window.leave()


def test_a_file_that_windows_opened_in_another_spelling_is_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = Presence(tmp_path / "Office.DB", ELSEWHERE)
    assert windows_open(tmp_path / "office.db") == []
    monkeypatch.setattr(os.path, "normcase", lambda name: str(name).lower())
    assert [one.person for one in windows_open(tmp_path / "office.db")] == ["李敏"]
    window.leave()


def test_a_sign_without_the_number_of_a_process_disturbs_nobody(tmp_path: Path) -> None:
    path = tmp_path / "单位.db"
    window = Presence(path, HERE)
    sign = sign_of(path)
    told = json.loads(sign.read_bytes())
    for process in ("abc", None, 10**40, -1.5):
        sign.write_text(json.dumps(told | {"process": process}), encoding="utf-8")
        assert windows_open(path) == []
    window.leave()
