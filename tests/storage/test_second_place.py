"""Copies on a second disk: whole or not there, thinned, of several computers beside each other."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from disclosure_desk.faults import Fault
from disclosure_desk.storage import backup as backup_module
from disclosure_desk.storage.backup import backups_in, backups_of, copies_of
from disclosure_desk.storage.backup_look import journal_differences, look_into
from disclosure_desk.storage.encryption import encrypt, is_encrypted_file
from disclosure_desk.storage.file_connections import forget_keys
from disclosure_desk.storage.second_place import (
    copy_to_second_place,
    is_same_disk,
    newest_copy,
)
from disclosure_desk.storage.verify import verify
from tests.storage.test_failing_disks import small_disk
from tests.workbooks import dump

UNIT = "示例县科学技术局"
NOON = datetime(2024, 9, 30, 12, 0, 0)
DAY = timedelta(days=1)

__all__ = ["small_disk"]  # a fixture


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "U盘"
    folder.mkdir()
    return folder


def test_the_copy_is_whole_and_names_its_computer(office_file: Path, stick: Path) -> None:
    made = copy_to_second_place(office_file, stick, now=NOON, computer="二楼/电脑")
    assert made is not None
    assert [path.name for path in stick.iterdir()] == [made.path.name]
    assert made.path.name == f"{UNIT}-office@二楼_电_自动备份_2024-09-30_120000.db"
    assert dump(made.path) == dump(office_file)
    assert verify(made.path).findings == []
    assert newest_copy(office_file, UNIT, stick, "二楼/电脑") == NOON


def test_a_stick_that_is_not_there_is_missed_and_not_made_up_for(
    office_file: Path, tmp_path: Path
) -> None:
    away = tmp_path / "拔下的U盘"
    assert copy_to_second_place(office_file, away, now=NOON, computer="PC1") is None
    assert not away.exists()
    hung_in = tmp_path / "mnt"  # of the same disk as the office, so nothing hangs there now
    hung_in.mkdir()
    made = copy_to_second_place(office_file, hung_in, now=NOON, computer="P", on_other_disk=True)
    assert (made, list(hung_in.iterdir())) == (None, [])
    assert newest_copy(office_file, UNIT, away, "PC1") is None
    with pytest.raises(Fault, match="请接好U盘"):
        is_same_disk(office_file, away)


def test_the_copy_of_an_encrypted_file_is_encrypted_and_can_be_looked_into(
    office_file: Path, stick: Path
) -> None:
    encrypt(office_file, "青山乡的老桥1998", cost=4)
    try:
        made = copy_to_second_place(office_file, stick, now=NOON, computer="PC1")
        assert made is not None
        assert is_encrypted_file(made.path)
        look = look_into(made.path, office_file)
        assert look.office is not None
        assert (look.loses_nothing, look.findings) == (True, ())
        assert journal_differences(made.path, office_file) == []
    finally:
        forget_keys()


def test_copies_are_thinned_and_those_of_another_computer_are_not_counted(
    office_file: Path, stick: Path
) -> None:
    for day in range(40):
        now = NOON + timedelta(days=day)
        copy_to_second_place(office_file, stick, now=now, computer="PC1")
    copy_to_second_place(office_file, stick, now=NOON - timedelta(days=9), computer="PC2")
    mine = copies_of(office_file, UNIT, stick, "PC1")
    assert 24 <= len(mine) < 34  # 24 hours with a backup, then weeks and months
    assert mine[0].made_at == NOON + timedelta(days=39)
    assert newest_copy(office_file, UNIT, stick, "PC2") == NOON - timedelta(days=9)
    # Whoever puts one back sees them all.
    assert len(backups_of(office_file, UNIT, stick)) == len(mine) + 1
    other = Path(shutil.copy(office_file, office_file.with_name("试用.db")))
    assert backups_of(other, UNIT, stick) == []


def test_a_copy_that_reads_back_otherwise_is_not_kept_and_the_older_one_stays(
    office_file: Path, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy_to_second_place(office_file, stick, now=NOON, computer="PC1")
    before = dump(backups_in(stick)[0].path)
    write = backup_module.copy_pages

    def write_badly(*words: object, **more: object) -> None:
        write(*words, **more)
        path = Path(str(words[1]))
        content = bytearray(path.read_bytes())
        content[4096:8192] = b"\0" * 4096
        path.write_bytes(content)

    monkeypatch.setattr(backup_module, "copy_pages", write_badly)
    with pytest.raises(Fault, match="没有保留"):
        copy_to_second_place(office_file, stick, now=NOON + DAY, computer="PC1")
    (kept,) = backups_in(stick)
    assert dump(kept.path) == before
    assert len(list(stick.iterdir())) == 1


def test_a_full_stick_is_told_and_keeps_its_older_copy(office_file: Path, small_disk: Path) -> None:
    assert not is_same_disk(office_file, small_disk)
    copy_to_second_place(office_file, small_disk, now=NOON, computer="PC1")
    room = shutil.disk_usage(small_disk).free - 64 * 1024
    (small_disk / "照片.jpg").write_bytes(b"x" * room)
    with pytest.raises(Fault, match="磁盘已满"):
        copy_to_second_place(office_file, small_disk, now=NOON + DAY, computer="PC1")
    (kept,) = backups_in(small_disk)
    assert dump(kept.path) == dump(office_file)
    assert len(list(small_disk.iterdir())) == 2
