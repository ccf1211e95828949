"""A share is known by what the system says of it; a file there is kept without a log beside it."""

import sqlite3
from datetime import date
from pathlib import Path, PureWindowsPath

import pytest

from disclosure_desk.commands.registers import add_record
from disclosure_desk.storage import database as database_module
from disclosure_desk.storage import file_place
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.file_connections import uri_of
from disclosure_desk.storage.file_place import (
    is_windows_share,
    kind_of_file_system,
    lies_on_share,
)
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.verify import verify

MOUNTS = """\
/dev/sda1 / ext4 rw,relatime 0 0
tmpfs /run tmpfs rw 0 0
/dev/sdb1 /media/窗口/U盘 vfat rw 0 0
//server/zwgk /mnt/共享 cifs rw,vers=3.0 0 0
//server/zwgk /mnt/with\\040blank smb3 rw 0 0
server:/export /home nfs4 rw 0 0
/dev/sdc1 /home/local xfs rw 0 0
clerk@server:/srv /home/local/remote fuse.sshfs rw 0 0
host /mnt/vm 9p rw 0 0
autofs /mnt/auto autofs rw 0 0
server:/auto /mnt/auto nfs rw 0 0
/dev/sdd1 /mnt/stick fuseblk rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind", "shared"),
    [
        ("/srv/office.db", "ext4", False),
        ("/run/office.db", "tmpfs", False),
        ("/runner/office.db", "ext4", False),
        ("/media/窗口/U盘/office.db", "vfat", False),
        ("/mnt/stick/office.db", "fuseblk", False),
        ("/mnt/共享/2024/office.db", "cifs", True),
        ("/mnt/with blank/office.db", "smb3", True),
        ("/home/clerk/office.db", "nfs4", True),
        ("/home/local/office.db", "xfs", False),
        ("/home/local/remote/office.db", "fuse.sshfs", True),
        ("/mnt/vm/office.db", "9p", True),
        ("/mnt/auto/office.db", "nfs", True),
    ],
)
def test_linux_tells_what_lies_on_a_share(
    path: str, kind: str, shared: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kind_of_file_system(path, MOUNTS.splitlines()) == kind
    told = tmp_path / "mounts"
    told.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(file_place, "_MOUNTS", told)
    monkeypatch.setattr(file_place.sys, "platform", "linux")
    monkeypatch.setattr(file_place.os.path, "realpath", lambda path: str(path))
    assert lies_on_share(Path(path)) is shared


def test_where_the_system_tells_nothing_the_disk_is_our_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_place, "_MOUNTS", tmp_path / "none")
    monkeypatch.setattr(file_place.sys, "platform", "darwin")
    assert not lies_on_share(tmp_path / "office.db")
    assert kind_of_file_system("/a", ["odd line"]) == ""


@pytest.mark.parametrize(
    ("path", "shared"),
    [
        (r"C:\办公\office.db", False),
        (r"Z:\办公\office.db", True),
        (r"\\server\zwgk\office.db", True),
        (r"\\?\C:\办公\office.db", False),
        (r"\\?\Z:\办公\office.db", True),
        (r"\\?\UNC\server\zwgk\office.db", True),
        (r"E:\office.db", False),
    ],
)
def test_windows_tells_what_lies_on_a_share(path: str, shared: bool) -> None:
    drives = {"C:\\": 3, "Z:\\": 4, "E:\\": 2}  # fixed, remote, removable
    assert is_windows_share(path, drives.__getitem__) is shared


def kept(path: Path, number: str) -> tuple[str, int]:
    database = open_database(path)
    try:
        with database.writing(Actor("林知夏", "二楼电脑")) as session:
            add_record(
                session,
                "publication",
                {"number": number, "title": "公告", "made_on": date(2024, 5, 6)},
            )
        with database.engine.connect() as connection:
            mode = connection.exec_driver_sql("PRAGMA journal_mode").scalar_one()
            return mode, connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
    finally:
        database.close()


def test_a_file_on_a_share_has_no_log_and_one_that_comes_home_has_it_again(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert kept(office_file, "1") == ("wal", 2)
    with monkeypatch.context() as away:
        away.setattr(database_module, "lies_on_share", lambda _path: True)
        assert kept(office_file, "2") == ("delete", 3)
        assert sorted(path.name for path in office_file.parent.iterdir()) == ["office.db"]
    raw = sqlite3.connect(office_file)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    raw.close()
    assert kept(office_file, "3") == ("wal", 2)
    assert verify(office_file).findings == []
    assert verify(office_file).rows["publication"] == 3


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        (r"C:\办 公\office.db", "file:///C%3A/%E5%8A%9E%20%E5%85%AC/office.db?mode=ro"),
        (r"\\server\zwgk\a#1%.db", "file:////server/zwgk/a%231%25.db?mode=ro"),
    ],
)
def test_sqlite_finds_a_file_of_windows_by_its_uri(path: str, uri: str) -> None:
    assert uri_of(PureWindowsPath(path), "mode=ro") == uri


def test_the_uri_of_a_file_with_odd_signs_opens_it(tmp_path: Path) -> None:
    path = tmp_path / "办 公#1%41?.db"
    sqlite3.connect(path).close()
    sqlite3.connect(uri_of(path, "mode=ro"), uri=True).close()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
