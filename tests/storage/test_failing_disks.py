"""A disk that fails, that is full, that has spoilt a file: told plainly, and nothing is lost."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.restore import restore
from disclosure_desk.storage.verify import verify
from tests.storage.killed_writer import CLERK, card_of, numbers_in
from tests.storage.test_verify import fill
from tests.workbooks import dump

HERE = Path(__file__).parent
NOW = datetime(2024, 9, 30, tzinfo=UTC)
FAILURES = int(os.environ.get("DISCLOSURE_DESK_FAILURES", "16"))
DAMAGED_FILES = 100
SMALL_DISK = "6m"


# ---------------------------------------------------------------------------- failing writes


@pytest.fixture(scope="session")
def failing_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library that lets the nth write or sync of an office file fail."""
    compiler = shutil.which("gcc")
    if compiler is None or not sys.platform.startswith("linux"):
        pytest.skip("needs gcc and Linux to get between SQLite and the disk")
    library = tmp_path_factory.mktemp("disk") / "failing_disk.so"
    source = str(HERE / "failing_disk.c")
    command = [compiler, "-shared", "-fPIC", "-o", str(library), source, "-ldl"]
    subprocess.run(command, check=True)
    return library


@pytest.mark.slow
def test_a_write_that_fails_is_told_and_what_was_accepted_is_kept(
    failing_disk: Path, founded_file: Path, tmp_path: Path
) -> None:
    places = (str(founded_file), str(tmp_path), str(FAILURES))
    done = subprocess.run(
        [sys.executable, "-m", "tests.storage.failing_writer", *places],
        cwd=HERE.parents[1],
        env=os.environ | {"LD_PRELOAD": str(failing_disk)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    failures = json.loads(done.stdout)
    assert len(failures) == FAILURES
    for failure in failures:
        assert failure["missing"] == [], failure
        assert failure["findings"] == [], failure
        told = failure["told"]
        assert (told.count("。") == 1 and "office.db" in told) or not told, failure
    told_of = [one for one in failures if one["told"]]
    assert len(told_of) > FAILURES // 2


# ---------------------------------------------------------------------------- a full disk


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 6 MB; only the administrator of a Linux computer may make one."""
    mount = shutil.which("mount")
    if mount is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("only root mounts a small file system")
    place = tmp_path / "小盘"
    place.mkdir()
    command = [mount, "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(place)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine mounts no small file system")
    try:
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_disk_that_fills_is_told_and_work_goes_on_when_there_is_room(
    small_disk: Path, founded_file: Path
) -> None:
    path = Path(shutil.copy(founded_file, small_disk / "office.db"))
    ballast = small_disk / "别的文件"
    ballast.write_bytes(b"\0" * 2_000_000)
    accepted: list[str] = []
    database = open_database(path)

    def enter_until_full() -> None:
        while True:
            number = f"全{len(accepted)}"
            with database.writing(CLERK) as session:
                add_record(session, "publication", card_of(number) | {"note": "公" * 30_000})
            accepted.append(number)

    with pytest.raises(Fault, match=r"磁盘已满，没有保存到.*请清理磁盘后再试。"):
        enter_until_full()
    assert accepted
    database.close()
    assert set(accepted) <= numbers_in(path)
    assert verify(path).findings == []
    ballast.unlink()
    database = open_database(path)
    with database.writing(CLERK) as session:
        add_record(session, "publication", card_of("又有地方了"))
    database.close()
    assert {*accepted, "又有地方了"} <= numbers_in(path)
    assert verify(path).findings == []


# ---------------------------------------------------------------------------- damaged files


def _cut_short(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(1, len(content) - 1)]


def _sectors_flipped(content: bytes, chance: random.Random) -> bytes:
    """Four sectors of the disk come back with every bit turned."""
    damaged = bytearray(content)
    for _ in range(4):
        start = chance.randrange(len(content) // 512) * 512
        damaged[start : start + 512] = bytes(255 - byte for byte in damaged[start : start + 512])
    return bytes(damaged)


def _header_zeroed(content: bytes, chance: random.Random) -> bytes:
    length = chance.choice([16, 64, 100, 512, 4096])
    return b"\0" * length + content[length:]


def test_damaged_files_are_found_and_come_back_from_the_backup(
    founded_file: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(founded_file, tmp_path / "office.db"))
    database = open_database(path)
    fill(database)
    database.close()
    backup = back_up(path, tmp_path / "备份", now=NOW).path
    sound, content = dump(path), path.read_bytes()
    chance = random.Random(17)
    ways = (_cut_short, _cut_short, _sectors_flipped, _sectors_flipped, _header_zeroed)
    for place in range(DAMAGED_FILES):
        path.write_bytes(ways[place % len(ways)](content, chance))
        found = [one.severity for one in verify(path).findings]
        assert "error" in found, place
        restore(backup, path, now=NOW)
        assert dump(path) == sound, place
        for kept in tmp_path.glob("office.恢复前*"):
            kept.unlink()
    assert verify(path).findings == []
