"""Putting a backup back: the old file or the new one, whole, whatever happens in between."""

# ruff: noqa: DTZ001  # a backup is named by the time of its place

import itertools
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, datetime
from pathlib import Path

import pytest

from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.storage import alone
from disclosure_desk.storage import restore as restore_module
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.restore import restore
from disclosure_desk.storage.schema import HEAD
from disclosure_desk.storage.verify import verify
from tests.storage.test_database import held_by_another_process
from tests.storage.test_migrations import founded_at
from tests.workbooks import dump

CLERK = Actor("林知夏", "二楼电脑")
NOON = datetime(2024, 9, 30, 12, 0, 0)
ROOT = Path(__file__).resolve().parent.parent.parent


def add_items(path: Path, *numbers: str) -> None:
    database = open_database(path)
    for number in numbers:
        with database.writing(CLERK) as session:
            card = {"number": number, "title": "通知" * 200, "made_on": date(2024, 5, 6)}
            add_record(session, "publication", card)
    database.close()


def items(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    found = [number for (number,) in connection.execute("SELECT number FROM publication")]
    connection.close()
    return sorted(found)


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def backup(office_file: Path) -> Path:
    """A backup of the office with one item; the office itself has another one since."""
    add_items(office_file, "A1")
    path = back_up(office_file, office_file.parent / "备份", now=NOON).path
    add_items(office_file, "A2")
    return path


def test_the_backup_takes_the_place_of_the_file_which_is_kept(
    office_file: Path, backup: Path
) -> None:
    before, wanted = dump(office_file), dump(backup)
    restored = restore(backup, office_file, now=NOON)
    assert restored.replaced == office_file.with_name("office.恢复前-2024-09-30_120000.db")
    assert restored.unit == "示例县科学技术局"
    assert dump(office_file) == wanted
    assert dump(restored.replaced) == before
    assert dump(backup) == wanted
    assert names_in(office_file.parent) == ["office.db", restored.replaced.name, "备份"]
    add_items(office_file, "A3")
    assert items(office_file) == ["A1", "A3"]


def test_a_second_restore_in_the_same_second_keeps_both_files(
    office_file: Path, backup: Path
) -> None:
    first = restore(backup, office_file, now=NOON).replaced
    second = restore(backup, office_file, now=NOON).replaced
    assert first is not None
    assert second is not None
    assert (items(first), items(second)) == (["A1", "A2"], ["A1"])


def test_what_still_lies_in_the_log_is_kept_too(office_file: Path, backup: Path) -> None:
    stopped = office_file.with_name("停电.db")
    database = open_database(office_file)
    with database.writing(CLERK) as session:
        card = {"number": "A3", "title": "通知", "made_on": date(2024, 5, 6)}
        add_record(session, "publication", card)
    for suffix in ("", "-wal"):  # as a power cut leaves them
        shutil.copy(f"{office_file}{suffix}", f"{stopped}{suffix}")
    database.close()
    restored = restore(backup, stopped, now=NOON)
    assert restored.replaced is not None
    assert items(restored.replaced) == ["A1", "A2", "A3"]
    assert items(stopped) == ["A1"]


def test_where_no_file_is_the_backup_is_put_there(backup: Path, tmp_path: Path) -> None:
    place = tmp_path / "新电脑" / "office.db"
    with pytest.raises(Fault, match="请先建立它"):
        restore(backup, place, now=NOON)
    place.parent.mkdir()
    assert restore(backup, place, now=NOON).replaced is None
    assert dump(place) == dump(backup)
    assert names_in(place.parent) == ["office.db"]


def test_the_log_of_a_file_that_is_gone_does_not_spoil_the_backup(
    office_file: Path, backup: Path, tmp_path: Path
) -> None:
    place = tmp_path / "丢了" / "office.db"
    place.parent.mkdir()
    database = open_database(office_file)
    with database.writing(CLERK) as session:
        the_office(session)
        card = {"number": "A3", "title": "通知", "made_on": date(2024, 5, 6)}
        add_record(session, "publication", card)
    shutil.copy(f"{office_file}-wal", f"{place}-wal")
    database.close()
    restore(backup, place, now=NOON)
    assert items(place) == ["A1"]
    assert verify(place).findings == []
    assert names_in(place.parent) == ["office.db", "office.恢复前-2024-09-30_120000.db-wal"]


# ---------------------------------------------------------------------- damaged offices


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _header_zeroed(path: Path) -> None:
    path.write_bytes(b"\0" * 100 + path.read_bytes()[100:])


def _text(path: Path) -> None:
    path.write_text("这不是数据库。" * 100, encoding="utf-8")


def _scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


def _bits_flipped(path: Path) -> None:
    content = bytearray(path.read_bytes())
    chance = random.Random(3)
    for _ in range(200):
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
    path.write_bytes(content)


DAMAGES = (_cut_short, _empty, _header_zeroed, _text, _scribbled, _bits_flipped)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_office_is_replaced_and_kept(
    office_file: Path, backup: Path, damage: Callable[[Path], None]
) -> None:
    damage(office_file)
    damaged = office_file.read_bytes()
    restored = restore(backup, office_file, now=NOON)
    assert dump(office_file) == dump(backup)
    assert restored.replaced is not None
    if damaged:
        assert restored.replaced.read_bytes()[100:6000] == damaged[100:6000]
    assert verify(office_file).findings == []
    assert names_in(office_file.parent) == ["office.db", restored.replaced.name, "备份"]


@pytest.mark.parametrize("damage", [_cut_short, _text])
def test_the_log_of_a_damaged_office_is_kept_with_it(
    office_file: Path, backup: Path, damage: Callable[[Path], None]
) -> None:
    damage(office_file)
    log = Path(f"{office_file}-wal")
    log.write_bytes(b"what was written last")
    restored = restore(backup, office_file, now=NOON)
    assert items(office_file) == ["A1"]
    assert not log.exists()
    assert restored.replaced is not None
    kept = Path(f"{restored.replaced}-wal")
    assert not kept.exists() or kept.read_bytes() == b"what was written last"


# ---------------------------------------------------------------------- refused


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_is_refused(
    office_file: Path, backup: Path, damage: Callable[[Path], None]
) -> None:
    damage(backup)
    before = office_file.read_bytes()
    with pytest.raises(Fault, match=r"^备份“.+请换一个备份。$"):
        restore(backup, office_file, now=NOON)
    assert office_file.read_bytes() == before
    assert names_in(office_file.parent) == ["office.db", "备份"]


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()


@pytest.mark.parametrize(("change", "words"), [(_foreign, "别的程序"), (_newer, "更新版本")])
def test_foreign_and_newer_files_neither_replace_nor_are_replaced(
    office_file: Path, backup: Path, change: Callable[[Path], None], words: str
) -> None:
    other = Path(shutil.copy(backup, office_file.with_name("别的.db")))
    change(other)
    before = other.read_bytes(), office_file.read_bytes()
    with pytest.raises(Fault, match=words):
        restore(other, office_file, now=NOON)
    with pytest.raises(Fault, match=words):
        restore(backup, other, now=NOON)
    assert (other.read_bytes(), office_file.read_bytes()) == before
    assert names_in(office_file.parent) == ["office.db", "别的.db", "备份"]


def test_what_makes_no_sense_is_refused(office_file: Path, backup: Path, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="就是这个备份本身"):
        restore(office_file, office_file, now=NOON)
    with pytest.raises(Fault, match="找不到文件"):
        restore(tmp_path / "没有.db", office_file, now=NOON)
    with pytest.raises(Fault, match="是文件夹"):
        restore(backup.parent, office_file, now=NOON)
    with pytest.raises(Fault, match="是文件夹"):
        restore(backup, backup.parent, now=NOON)


def test_an_older_backup_is_brought_up_to_date(
    office_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    older = tmp_path / "旧.db"
    founded_at(str(older), "0001", monkeypatch)
    before = dump(older)
    restored = restore(older, office_file, now=NOON)
    assert restored.revision == "0001"
    assert dump(older) == before
    connection = sqlite3.connect(office_file)
    version = connection.execute("SELECT version_num FROM alembic_version").fetchone()[0]
    connection.close()
    assert version == HEAD
    open_database(office_file).close()
    assert restored.replaced is not None
    assert names_in(tmp_path) == ["office.db", restored.replaced.name, "旧.db"]


def test_an_office_that_is_open_elsewhere_is_waited_for_and_then_left_alone(
    office_file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alone, "WAIT_SECONDS", 0.4)
    database = open_database(office_file)
    with database.reading() as session:
        the_office(session)
    before = dump(office_file)
    begun = time.monotonic()
    with pytest.raises(Fault, match=r"正被另一个程序写入（最近写入的是二楼电脑上的林知夏）"):
        restore(backup, office_file, now=NOON)
    assert time.monotonic() - begun >= 0.4
    with database.writing(CLERK) as session:  # and its connection is none the worse
        card = {"number": "A3", "title": "通知", "made_on": date(2024, 5, 6)}
        add_record(session, "publication", card)
    database.close()
    assert dump(office_file) != before
    assert names_in(office_file.parent) == ["office.db", "备份"]
    restore(backup, office_file, now=NOON)


def test_a_restore_goes_on_when_the_other_is_done(office_file: Path, backup: Path) -> None:
    with held_by_another_process(office_file) as other:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        restored = restore(backup, office_file, now=NOON)
    assert restored.replaced is not None
    connection = sqlite3.connect(restored.replaced)
    assert connection.execute("SELECT name FROM office").fetchone() == ("示例县教育局",)
    connection.close()
    assert items(office_file) == ["A1"]


def test_a_restore_that_fails_half_way_leaves_the_office_as_it_was(
    office_file: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(office_file)

    looking, looks = restore_module.looking, itertools.count()

    def look_once(path: Path) -> AbstractContextManager[sqlite3.Connection]:
        if "恢复中" in path.name and next(looks):  # when the office file is being written
            raise sqlite3.OperationalError("disk I/O error")
        return looking(path)

    monkeypatch.setattr(restore_module, "looking", look_once)
    with pytest.raises(Exception, match="disk I/O error"):
        restore(backup, office_file, now=NOON)
    assert dump(office_file) == before
    assert names_in(office_file.parent) == ["office.db", "备份"]


# The first hundred bytes tell how SQLite last opened the file.
FULL_DISK = """
mount -t tmpfs -o size="$3" full "$2" || exit 77
cp "$4" "$2/office.db"
"$1" -m disclosure_desk restore "$5" --db "$2/office.db"
echo "$?"
cmp -i 100 "$4" "$2/office.db" && ls -A "$2"
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="makes a small disk of its own")
@pytest.mark.parametrize("times", [1.5, 2.5, 3.2])
def test_a_full_disk_leaves_the_office_as_it_was(
    office_file: Path, backup: Path, tmp_path: Path, times: float
) -> None:
    folder = tmp_path / "小盘"
    folder.mkdir()
    size = str(int(office_file.stat().st_size * times))
    words = ["sh", sys.executable, folder, size, office_file, backup]
    done = subprocess.run(
        ["unshare", "-rm", "sh", "-c", FULL_DISK, *words],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no disk can be mounted here")
    assert done.stdout.split() == ["2", "office.db"]
    assert "磁盘已满" in done.stderr
    assert done.stderr.count("\n") == 1


# ---------------------------------------------------------------------- killed

OVER_AND_OVER = """
import itertools, sys
from datetime import datetime
from pathlib import Path
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.restore import restore
office, *backups = map(Path, sys.argv[1:])
restore(backups[0], office, now=datetime(2024, 9, 30))  # all is loaded, however slow this is
print("ready", flush=True)
for backup in itertools.cycle(backups):
    restore(backup, office, now=datetime(2024, 9, 30))
    back_up(office, now=datetime(2024, 9, 30))
"""


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(7, 11))  # apart, so that processors share the twenty kills
def test_a_backup_and_a_restore_killed_at_any_moment_leave_whole_files(
    office_file: Path, tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    folder = tmp_path / "各份"
    backups = []
    for count in (1, 30):
        add_items(office_file, *(f"{count}-{number}" for number in range(count)))
        backups.append(back_up(office_file, folder, now=NOON).path)
    wanted = [dump(backup) for backup in backups]
    for _ in range(5):
        program = subprocess.Popen(
            [sys.executable, "-c", OVER_AND_OVER, office_file, *backups],
            cwd=ROOT,
            stdout=subprocess.PIPE,
        )
        assert program.stdout is not None
        assert program.stdout.readline() == b"ready\n"
        time.sleep(chance.uniform(0, 0.4))
        program.kill()
        program.wait()
        program.stdout.close()
        assert verify(office_file).findings == []
        assert dump(office_file) in wanted
    kept = [*tmp_path.glob("office.恢复前-*.db"), *(tmp_path / "备份").glob("*.db")]
    assert kept
    for path in kept:
        assert dump(path) in wanted


WRITE_ON = """
import sys, time
from datetime import date
from pathlib import Path
from disclosure_desk.commands.registers import add_record
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
for number in range(60):
    database = open_database(Path(sys.argv[1]))
    with database.writing(Actor("林知夏", "二楼电脑")) as session:
        card = {"number": f"W{number}", "title": "公告", "made_on": date(2024, 5, 6)}
        add_record(session, "publication", card)
    database.close()
    print(f"W{number}", flush=True)
    time.sleep(0.02)
"""


@pytest.mark.slow
def test_what_another_was_told_is_saved_is_in_the_office_or_in_a_kept_file(
    office_file: Path, backup: Path
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", WRITE_ON, office_file], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    kept = []
    while program.poll() is None:
        kept.append(restore(backup, office_file, now=NOON).replaced)
        time.sleep(0.1)
    assert program.stdout is not None
    told = set(program.stdout.read().split())
    program.stdout.close()
    assert len(told) == 60
    found = set(items(office_file)).union(*(items(path) for path in kept if path))
    assert told <= found
    assert len([path for path in kept if path and "W" in "".join(items(path))]) > 1
    for path in [office_file, *(path for path in kept if path)]:
        assert verify(path).findings == []
