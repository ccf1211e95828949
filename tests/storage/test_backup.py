"""Backups: consistent while others write, checked, never over another file, never half-made."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.storage import backup as backup_module
from disclosure_desk.storage.backup import automatic_backup, back_up, backups_in
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.retention import Retention
from disclosure_desk.storage.verify import verify
from tests.storage.test_migrations import founded_at
from tests.workbooks import dump

CLERK = Actor("林知夏", "二楼电脑")
UNIT = "示例县科学技术局"
NOON = datetime(2024, 9, 30, 12, 0, 0)
ROOT = Path(__file__).resolve().parent.parent.parent


def add_item(database: Database, number: str, length: int = 20) -> None:
    with database.writing(CLERK) as session:
        card = {"number": number, "title": "通知" * length, "made_on": date(2024, 5, 6)}
        add_record(session, "publication", card)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# ---------------------------------------------------------------------- the copy


def test_a_backup_holds_all_that_the_file_holds(office_file: Path) -> None:
    database = open_database(office_file)
    add_item(database, "2024-001")  # still in the log beside the file
    backup = back_up(office_file, now=NOON)
    database.close()
    assert backup.path == office_file.parent / "备份" / f"{UNIT}_备份_2024-09-30_120000.db"
    assert names_in(backup.path.parent) == [backup.path.name]
    assert dump(backup.path) == dump(office_file)
    assert backup.rows["publication"] == 1
    open_database(backup.path).close()


def test_backups_made_while_another_writes_are_each_of_one_moment(
    office_file: Path, tmp_path: Path
) -> None:
    done = threading.Event()

    def write() -> None:
        database = open_database(office_file)
        for number in range(60):
            add_item(database, f"2024-{number:03}", 200)
        database.close()
        done.set()

    writer = threading.Thread(target=write)
    writer.start()
    sizes = []
    while not done.is_set():
        backup = back_up(office_file, tmp_path / "备份", now=NOON)
        sizes.append(backup.rows["publication"])
        # A record and its line are written together: one without the other is a torn copy.
        assert verify(backup.path).findings == []
    writer.join()
    assert len(set(sizes)) > 1, "no backup was made in the middle"
    assert sizes == sorted(sizes)


def test_a_second_backup_in_the_same_second_leaves_the_first_alone(office_file: Path) -> None:
    first = back_up(office_file, now=NOON)
    before = first.path.read_bytes()
    second = back_up(office_file, now=NOON)
    assert second.path.name == f"{UNIT}_备份_2024-09-30_120000-2.db"
    assert first.path.read_bytes() == before


def test_an_older_file_is_backed_up_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "office.db"
    founded_at(str(place), "0001", monkeypatch)
    before = dump(place)
    backup = back_up(place, now=NOON)
    assert backup.revision == "0001"
    assert dump(backup.path) == before == dump(place)


def test_a_file_that_cannot_be_written_is_backed_up_elsewhere(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosure_desk.storage.looking.is_writable", lambda _path: False)
    backup = back_up(office_file, tmp_path / "别处", now=NOON)
    assert dump(backup.path) == dump(office_file)


def test_a_unit_with_a_name_that_no_file_can_have_is_backed_up(office_file: Path) -> None:
    connection = sqlite3.connect(office_file)
    connection.execute("UPDATE office SET name = ?", ("甲/乙:丙" + "局" * 300,))
    connection.commit()
    connection.close()
    backup = back_up(office_file, now=NOON, automatic=True)
    assert backup.path.name.startswith("甲_乙_丙局局")
    (kept,) = backups_in(backup.path.parent)
    assert (kept.made_at, kept.automatic) == (NOON, True)


# ---------------------------------------------------------------------- what goes wrong


def test_a_damaged_file_is_not_backed_up(office_file: Path, tmp_path: Path) -> None:
    database = open_database(office_file)
    for number in range(40):
        add_item(database, f"2024-{number:03}", 400)
    database.close()
    with office_file.open("r+b") as file:
        file.seek(8 * 4096)
        file.write(b"\xff" * 40 * 4096)
    folder = tmp_path / "备份"
    with pytest.raises(Fault, match="已经损坏"):
        back_up(office_file, folder, now=NOON)
    assert not folder.exists()


def test_a_backup_that_reads_back_otherwise_is_not_kept(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good = back_up(office_file, now=NOON)
    copy_pages = backup_module.copy_pages

    def copy_badly(office: sqlite3.Connection, target: Path, **more: Path) -> None:
        copy_pages(office, target, **more)
        with target.open("r+b") as file:
            file.seek(4096)
            file.write(b"\xa5" * 8192)

    monkeypatch.setattr(backup_module, "copy_pages", copy_badly)
    with pytest.raises(Fault, match="磁盘可能有问题"):
        automatic_backup(office_file, now=NOON + timedelta(days=400))
    assert names_in(good.path.parent) == [good.path.name]


def test_a_folder_is_made_where_the_one_around_it_exists(office_file: Path, tmp_path: Path) -> None:
    assert back_up(office_file, tmp_path / "U盘", now=NOON).path.parent == tmp_path / "U盘"
    with pytest.raises(Fault, match="请先接好再试"):
        back_up(office_file, tmp_path / "拔掉的U盘" / "备份", now=NOON)
    assert not (tmp_path / "拔掉的U盘").exists()
    with pytest.raises(Fault, match="不是文件夹"):
        back_up(office_file, office_file, now=NOON)
    with pytest.raises(Fault, match="名称太长"):
        back_up(office_file, tmp_path / ("长" * 300), now=NOON)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="for root no folder is read-only"
)
def test_a_read_only_folder_is_told(office_file: Path, tmp_path: Path) -> None:
    folder = tmp_path / "只读"
    folder.mkdir(mode=0o500)
    with pytest.raises(Fault, match="没有权限"):
        back_up(office_file, folder, now=NOON)
    folder.chmod(0o700)


FULL_DISK = """
mount -t tmpfs -o size=100k full "$2" || exit 77
"$1" -m disclosure_desk backup --db "$3" --to "$2"
echo "$?"
ls -A "$2"
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="makes a small disk of its own")
def test_a_full_disk_is_told_in_one_sentence_and_nothing_is_left(
    office_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "小盘"
    folder.mkdir()
    words = ["unshare", "-rm", "sh", "-c", FULL_DISK, "sh", sys.executable, folder, office_file]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no disk can be mounted here")
    assert done.stdout.split() == ["2"]
    assert "磁盘已满" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_server_needs_to_be_told_where(registers: Database, tmp_path: Path) -> None:
    if registers.path is not None:
        pytest.skip("a file has a place beside it")
    place = registers.url.render_as_string(hide_password=False)
    with pytest.raises(Refusal, match="--to"):
        back_up(place, now=NOON)


def test_what_a_stopped_backup_left_is_taken_away_after_a_day(office_file: Path) -> None:
    folder = office_file.parent / "备份"
    folder.mkdir()
    for name, age in (("旧.db.未完成", 2), ("新.db.未完成", 0)):
        (folder / name).touch()
        moment = datetime.now().timestamp() - age * 86_400  # noqa: DTZ005  # as the file system counts
        os.utime(folder / name, (moment, moment))
    backup = back_up(office_file, now=NOON)
    assert names_in(folder) == sorted(["新.db.未完成", backup.path.name])


# ---------------------------------------------------------------------- thinning


def test_automatic_backups_are_thinned_and_others_stay(office_file: Path) -> None:
    by_hand = back_up(office_file, now=NOON)
    retention = Retention(last=1, hours=2, days=2, weeks=1, months=1)
    made = [
        automatic_backup(office_file, now=NOON + timedelta(hours=hour), retention=retention)
        for hour in (0, 1, 2, 30)
    ]
    gone = [path for _, paths in made for path in paths]
    assert [path.name[-9:-3] for path in gone] == ["120000", "130000"]
    kept = backups_in(by_hand.path.parent)
    assert [(one.made_at - NOON, one.automatic) for one in kept] == [
        (timedelta(hours=30), True),
        (timedelta(hours=2), True),
        (timedelta(0), False),
    ]


def test_two_files_of_one_unit_thin_their_own_backups(office_file: Path) -> None:
    other = Path(shutil.copy(office_file, office_file.with_name("试用.db")))
    one = Retention(last=1, hours=1, days=1, weeks=1, months=1)
    automatic_backup(other, now=NOON, retention=one)
    automatic_backup(office_file, now=NOON, retention=one)
    _, gone = automatic_backup(office_file, now=NOON + timedelta(minutes=5), retention=one)
    assert len(gone) == 1
    assert {kept.subject for kept in backups_in(office_file.parent / "备份")} == {
        f"{UNIT}-试用",
        f"{UNIT}-office",
    }
