"""An office file that is encrypted at rest, and all that is done with one."""

import os
import random
import shutil
import signal
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from disclosure_desk.commands.registers import add_record
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.publication import Publication
from disclosure_desk.storage import encryption, restore
from disclosure_desk.storage.backup import automatic_backup, back_up
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.encryption import (
    decrypt,
    delete_plain,
    encrypt,
    is_encrypted_file,
    plain_copies,
    unlock,
)
from disclosure_desk.storage.file_connections import KeyNeeded, ask_with, forget_keys
from disclosure_desk.storage.file_key import (
    FileKey,
    WrongPassword,
    is_encrypted,
    key_by_password,
    key_by_recovery,
    new_key,
)
from disclosure_desk.storage.verify import verify
from tests.conftest import CLERK, UNIT
from tests.storage.killed_encryption import kill_after

PASSWORD = "青山乡的老桥1998"
TITLE = "云岭镇饮用水水源保护区划定方案"
QUICK = 4  # of scrypt: a file in use takes 17
NOW = datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001  # the clock on the wall


@pytest.fixture(autouse=True)
def _no_keys_from_elsewhere() -> Iterator[None]:
    forget_keys()
    yield
    forget_keys()
    ask_with(None)


def add(path: Path, title: str = TITLE) -> None:
    database = open_database(path)
    with database.writing(CLERK) as session:
        add_record(session, "publication", {"title": title, "made_on": NOW.date()})
    database.close()


def titles(path: Path) -> list[str]:
    database = open_database(path)
    with database.reading() as session:
        found = list(session.scalars(select(Publication.title).order_by(Publication.id)))
    database.close()
    return found


@pytest.fixture
def locked(office_file: Path) -> Path:
    """An encrypted office file with one record, whose password nobody has given yet."""
    add(office_file)
    encrypt(office_file, PASSWORD, cost=QUICK)
    forget_keys()
    return office_file


def all_bytes(folder: Path) -> bytes:
    return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())


def is_readable_in(content: bytes) -> bool:
    return any(
        text.encode(coding) in content
        for text in (TITLE, UNIT, "CREATE TABLE")
        for coding in ("utf-8", "utf-16-le")
    )


# ---------------------------------------------------------------------------- the key


def test_password_and_recovery_key_give_the_same_key() -> None:
    key, recovery = new_key(PASSWORD, cost=QUICK)
    assert key_by_password(key.head, PASSWORD) == key
    assert key_by_recovery(key.head, recovery) == key
    assert is_encrypted(key.head)
    assert repr(key.key.hex()) not in repr(key)


def test_a_recovery_key_may_be_typed_as_people_type() -> None:
    key, recovery = new_key(PASSWORD, cost=QUICK)
    typed = recovery.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert key_by_recovery(key.head, typed) == key
    wide = "".join(chr(ord(one) + 0xFEE0) if one.isdigit() else one for one in recovery)
    assert key_by_recovery(key.head, wide) == key


def test_every_single_slip_in_a_recovery_key_is_found() -> None:
    key, recovery = new_key(PASSWORD, cost=QUICK)
    chance = random.Random(11)
    for place, letter in enumerate(recovery):
        if letter == "-":
            continue
        other = chance.choice([one for one in "23456789ABCDEFGH" if one != letter])
        with pytest.raises(Refusal, match=r"输错|不是这个文件"):
            key_by_recovery(key.head, recovery[:place] + other + recovery[place + 1 :])


def test_full_width_digits_are_the_same_password() -> None:
    key, _ = new_key(PASSWORD, cost=QUICK)
    assert key_by_password(key.head, PASSWORD.replace("1998", "１９９８")) == key


def test_the_same_password_twice_gives_another_key_and_another_recovery_key() -> None:
    assert new_key(PASSWORD, cost=QUICK)[0].key != new_key(PASSWORD, cost=QUICK)[0].key
    assert new_key(PASSWORD, cost=QUICK)[1] != new_key(PASSWORD, cost=QUICK)[1]


def test_a_changed_head_opens_nothing() -> None:
    key, recovery = new_key(PASSWORD, cost=QUICK)
    for place in range(4, 16):
        head = bytearray(key.head)
        head[place] ^= 1
        with pytest.raises(WrongPassword):
            key_by_password(bytes(head), PASSWORD)
        with pytest.raises(WrongPassword):
            key_by_recovery(bytes(head), recovery)


def test_a_short_password_is_refused() -> None:
    with pytest.raises(Refusal, match="太短"):
        new_key("abc1234")


def test_a_file_from_outside_cannot_ask_for_unbounded_work() -> None:
    assert not is_encrypted(b"DDSK" + bytes([40]) + bytes(11))


# ---------------------------------------------------------------------------- at rest


def test_nothing_of_an_encrypted_office_can_be_read_from_its_bytes(locked: Path) -> None:
    unlock(locked, PASSWORD)
    database = open_database(locked)
    with database.writing(CLERK) as session:
        add_record(session, "publication", {"title": TITLE + "二", "made_on": NOW.date()})
    log = Path(f"{locked}-wal").read_bytes()
    assert len(log) > 4096  # the file is open, and what was saved last lies in the log
    assert not is_readable_in(log)
    automatic_backup(locked, now=NOW)
    kept = restore.restore(
        back_up(locked, locked.parent / "U盘", now=NOW).path, locked.parent / "新.db", now=NOW
    )
    assert kept.unit == UNIT
    database.close()
    content = all_bytes(locked.parent)
    assert not is_readable_in(content)
    assert b"SQLite format 3" not in content
    assert not list(locked.parent.glob("*.换下"))


def test_an_encrypted_file_asks_for_its_password(locked: Path) -> None:
    with pytest.raises(KeyNeeded, match="已加密"):
        open_database(locked)
    with pytest.raises(WrongPassword, match="密码不对"):
        unlock(locked, PASSWORD + "？")
    with pytest.raises(KeyNeeded):
        verify(locked)


def test_the_one_file_alone_opens_by_password_and_by_recovery_key(
    office_file: Path, tmp_path: Path
) -> None:
    add(office_file)
    recovery = encrypt(office_file, PASSWORD, cost=QUICK)
    stick = tmp_path / "U盘"
    stick.mkdir()
    copy = Path(shutil.copy(office_file, stick))
    for given in (PASSWORD, recovery, recovery.lower()):
        forget_keys()
        unlock(copy, given)
        assert titles(copy) == [TITLE]
        assert verify(copy).findings == []


def test_encrypting_keeps_every_record_line_and_mark(office_file: Path) -> None:
    for number in range(8):
        add(office_file, f"{TITLE}第{number}号")
    before = dump(office_file)
    encrypt(office_file, PASSWORD, cost=QUICK)
    assert verify(office_file).findings == []
    decrypt(office_file)
    assert dump(office_file) == before
    assert verify(office_file).findings == []


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    told = [*connection.iterdump(), str(connection.execute("PRAGMA application_id").fetchone())]
    connection.close()
    return told


def test_another_password_opens_and_the_old_one_does_not(locked: Path) -> None:
    unlock(locked, PASSWORD)
    recovery = encrypt(locked, "另一个密码2026", cost=QUICK)
    forget_keys()
    with pytest.raises(WrongPassword):
        unlock(locked, PASSWORD)
    unlock(locked, recovery)
    assert titles(locked) == [TITLE]


def test_a_wrong_password_leaves_the_file_as_it_is(locked: Path) -> None:
    content = locked.read_bytes()
    with pytest.raises(KeyNeeded):
        encrypt(locked, "另一个密码2026", cost=QUICK)
    with pytest.raises(KeyNeeded):
        decrypt(locked)
    assert locked.read_bytes() == content


def test_a_plain_file_has_nothing_to_take_off(office_file: Path) -> None:
    with pytest.raises(Refusal, match="没有加密"):
        decrypt(office_file)


def test_an_office_that_somebody_has_open_is_not_encrypted_behind_his_back(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosure_desk.storage.alone.WAIT_SECONDS", 0)
    add(office_file)
    database = open_database(office_file)
    with database.reading() as session:
        session.scalars(select(Publication)).all()
        with pytest.raises(Fault, match="正被另一个程序"):
            encrypt(office_file, PASSWORD, cost=QUICK)
    database.close()
    assert not is_encrypted_file(office_file)
    assert not list(office_file.parent.glob("*加密中*"))


def test_plain_copies_are_named_overwritten_and_deleted(office_file: Path) -> None:
    add(office_file)
    automatic_backup(office_file, now=NOW)
    backup = back_up(office_file, now=NOW).path
    restore.restore(backup, office_file, now=NOW)
    encrypt(office_file, PASSWORD, cost=QUICK)
    back_up(office_file, now=NOW.replace(hour=10))
    plain = plain_copies(office_file, UNIT)
    assert len(plain) == 3
    # A second name for one of them shows what became of its content.
    second = office_file.with_name("second")
    os.link(plain[0], second)
    assert delete_plain(plain) == []
    assert set(second.read_bytes()) == {0}
    assert plain_copies(office_file, UNIT) == []
    assert not is_readable_in(all_bytes(office_file.parent))


# ---------------------------------------------------------------------------- damage


def test_damage_in_an_encrypted_file_is_found_and_mended_from_a_backup(locked: Path) -> None:
    unlock(locked, PASSWORD)
    backup = back_up(locked, now=NOW).path
    content = locked.read_bytes()
    for place in (20, 5000, len(content) // 2, len(content) - 100):
        damaged = bytearray(content)
        damaged[place] ^= 1
        locked.write_bytes(damaged)
        assert [one.rule for one in verify(locked).findings] == ["V0"], place
    locked.write_bytes(content[:5000])
    with pytest.raises(Fault, match="加密的单位数据库，已经损坏"):
        open_database(locked)
    restore.restore(backup, locked, now=NOW)
    assert titles(locked) == [TITLE]


def test_a_file_of_another_program_is_not_taken_for_an_encrypted_one(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(os.urandom(8192))
    with pytest.raises(Fault, match="不是信息公开工作台的数据库"):
        open_database(other)
    assert not is_encrypted_file(other)


# ---------------------------------------------------------------------------- backups


def test_a_plain_backup_comes_back_encrypted(office_file: Path) -> None:
    add(office_file)
    plain = back_up(office_file, office_file.parent / "旧", now=NOW).path
    encrypt(office_file, PASSWORD, cost=QUICK)
    add(office_file, "后来的一条")
    restored = restore.restore(plain, office_file, now=NOW)
    assert titles(office_file) == [TITLE]
    assert is_encrypted_file(office_file)
    assert restored.replaced is not None
    assert is_encrypted_file(restored.replaced)
    assert titles(restored.replaced) == [TITLE, "后来的一条"]


def test_a_backup_from_before_another_password_comes_back_under_the_new_one(locked: Path) -> None:
    unlock(locked, PASSWORD)
    backup = back_up(locked, now=NOW).path
    encrypt(locked, "另一个密码2026", cost=QUICK)
    forget_keys()
    unlock(locked, "另一个密码2026")
    with pytest.raises(KeyNeeded) as asked:
        restore.restore(backup, locked, now=NOW)
    assert asked.value.path == backup
    unlock(backup, PASSWORD)
    restore.restore(backup, locked, now=NOW)
    forget_keys()
    unlock(locked, "另一个密码2026")
    assert titles(locked) == [TITLE]


def test_an_encrypted_backup_keeps_a_plain_office_encrypted(office_file: Path) -> None:
    plain = Path(shutil.copy(office_file, office_file.with_name("plain.db")))
    add(office_file)
    encrypt(office_file, PASSWORD, cost=QUICK)
    backup = back_up(office_file, now=NOW).path
    restored = restore.restore(backup, plain, now=NOW)
    assert is_encrypted_file(plain)
    assert titles(plain) == [TITLE]
    assert restored.replaced is not None
    assert titles(restored.replaced) == []


def test_somebody_may_be_asked_for_the_password(locked: Path) -> None:
    asked: list[Path] = []

    def answer(path: Path, head: bytes) -> FileKey:
        asked.append(path)
        return key_by_password(head, PASSWORD)

    ask_with(answer)
    assert titles(locked) == [TITLE]
    assert titles(locked) == [TITLE]
    assert asked == [locked]


# ---------------------------------------------------------------------------- interrupted


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is of this kind of system")
@pytest.mark.parametrize(
    ("last", "action"),
    [
        *(("write_copy", "on"), ("_exchange", "on"), ("keep_on_disk", "on")),
        *(("remove_with_logs", "on"), ("write_copy", "off"), ("keep_on_disk", "off")),
    ],
)
def test_a_kill_in_the_middle_leaves_a_whole_file(
    office_file: Path, last: str, action: str
) -> None:
    add(office_file)
    if action == "off":
        encrypt(office_file, PASSWORD, cost=QUICK)
    assert kill_after(last, office_file, PASSWORD, action) == -signal.SIGKILL
    unlock(office_file, PASSWORD)
    assert titles(office_file) == [TITLE]
    assert verify(office_file).findings == []
    encrypt(office_file, PASSWORD, cost=QUICK)  # the next one clears up
    assert not is_readable_in(office_file.read_bytes())
    assert not list(office_file.parent.glob("*.换下"))


def test_a_full_disk_leaves_the_file_as_it_was(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(office_file)
    content = dump(office_file)

    def full(*_given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(encryption, "write_copy", full)
    with pytest.raises(Fault, match="磁盘已满"):
        encrypt(office_file, PASSWORD, cost=QUICK)
    assert dump(office_file) == content
    assert [one.name for one in office_file.parent.iterdir()] == [office_file.name]
