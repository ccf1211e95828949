"""The steps with files that Windows takes otherwise, and what holds everywhere."""

import ctypes
import os
import stat
import time
from pathlib import Path

import pytest

from disclosure_desk.faults import reason_of
from disclosure_desk.storage import file_steps
from disclosure_desk.storage.file_steps import (
    may_be_written,
    own_folder,
    put_in_place,
    time_of_writing,
)
from disclosure_desk.storage.windows_system import JobLimits
from tests.like_windows import shared


def test_a_folder_of_our_own_goes_with_all_that_is_in_it(tmp_path: Path) -> None:
    with own_folder(tmp_path, ".making-") as folder:
        (folder / "表.xlsx").write_bytes(b"1")
        assert folder.parent == tmp_path
        if os.name == "posix":
            assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert list(tmp_path.iterdir()) == []


def test_what_a_stopped_program_left_goes_a_day_later_and_nothing_else(tmp_path: Path) -> None:
    names = (".making-0a1b2c3d", ".making-4e5f6a7b", ".making-holidays", ".other-0a1b2c3d")
    for name in names:
        (tmp_path / name).mkdir()
        (tmp_path / name / "表.xlsx").write_bytes(b"1")
    two_days_ago = time.time() - 2 * 86_400
    for name in (names[0], *names[2:]):
        os.utime(tmp_path / name, (two_days_ago, two_days_ago))
    with own_folder(tmp_path, ".making-"):
        pass
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted(names[1:])


def test_a_folder_without_the_right_to_write_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="none"), own_folder(tmp_path / "none", ".making-"):
        pass


def test_a_file_that_a_virus_scanner_has_open_for_a_moment_gets_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh, path = tmp_path / "fresh", tmp_path / "path"
    fresh.write_bytes(b"new")
    path.write_bytes(b"old")
    real, held = os.replace, [1, 2]

    def replace(source: Path, target: Path) -> None:
        if held:
            held.pop()
            raise shared(source)
        real(source, target)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(file_steps, "_AGAIN_SECONDS", 0.0)
    put_in_place(fresh, path)
    assert path.read_bytes() == b"new"
    assert held == []


def test_a_right_that_is_missing_is_told_without_waiting(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(_source: Path, _target: Path) -> None:
        raise PermissionError(13, "no right")

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(time, "sleep", lambda _seconds: pytest.fail("waited"))
    with pytest.raises(PermissionError):
        put_in_place(tmp_path / "fresh", tmp_path / "path")


def test_what_can_be_written_is_found_out_by_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_steps, "_ON_WINDOWS", True)
    assert may_be_written(tmp_path)
    assert not may_be_written(tmp_path / "none")
    told = time_of_writing(tmp_path)
    assert told is not None
    assert abs(told - time.time()) < 60
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (5, "没有权限"),
        (32, "正被别的程序打开"),
        (112, "磁盘已满"),
        (53, "连接不上共享文件夹"),
        (123, "名称里有不能用的字符"),
        (206, "名称太长"),
        (21, "U盘或磁盘没有接好"),
    ],
)
def test_what_windows_says_is_told_in_chinese(number: int, words: str) -> None:
    error = PermissionError(13, "of Windows")
    error.winerror = number  # type: ignore[attr-defined]
    assert reason_of(error) == words


def test_windows_tells_of_opening_only_that_it_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from disclosure_desk import faults

    refused = PermissionError(13, "Permission denied", "台账.xlsx")
    missing = FileNotFoundError(2, "No such file", f"C:\\{'长' * 300}.xlsx")
    assert (reason_of(refused), reason_of(missing)) == ("没有权限", "路径不存在")
    monkeypatch.setattr(faults, "_ON_WINDOWS", True)
    assert reason_of(refused) == "没有权限，或者正被别的程序打开"
    assert reason_of(OSError(22, "Invalid argument", "a?b.db")) == "名称里有不能用的字符"
    assert reason_of(missing) == "名称太长"
    assert reason_of(FileNotFoundError(2, "No such file", "C:\\台账.xlsx")) == "路径不存在"


@pytest.mark.skipif(ctypes.sizeof(ctypes.c_void_p) != 8, reason="measures of 64 bits")
def test_the_limits_of_a_job_lie_where_windows_reads_them() -> None:
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION of winnt.h, on 64 bits."""
    assert ctypes.sizeof(JobLimits) == 144
    assert (JobLimits.flags.offset, JobLimits.process_memory.offset) == (16, 112)
