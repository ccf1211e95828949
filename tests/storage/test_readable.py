"""Office files that somebody has changed by hand are told, and never put back as backups."""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from disclosure_desk.faults import Fault
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.drafts import every_draft
from disclosure_desk.storage.restore import restore
from disclosure_desk.storage.verify import verify

NOW = datetime(2026, 11, 22, 8, 0)  # noqa: DTZ001  # time of this place


def execute(path: Path, script: str) -> None:
    with closing(sqlite3.connect(path)) as office:
        office.executescript(script)


ITEM = (
    "INSERT INTO publication (title, document_kind, made_on, channels, channel_mask)"
    " VALUES ('甲', 'other', '2026-01-05', '', 0);"
)


@pytest.mark.parametrize(
    "script",
    [
        f"{ITEM} UPDATE publication SET made_on = 'gestern'",
        f"{ITEM} UPDATE publication SET channel_mask = 'viele'",
        f"{ITEM} UPDATE publication SET title = x'ff00'",
        "UPDATE office SET name = CAST(x'edb080' AS TEXT)",
        "UPDATE journal SET recorded_at = 'soon'",
        "DROP TABLE draft",
        "PRAGMA writable_schema = ON; UPDATE sqlite_master SET name = CAST(x'ff' AS TEXT),"
        " sql = 'CREATE TABLE' WHERE name = 'draft'",
        "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM request; END",
        "DROP TABLE draft; CREATE VIEW draft AS WITH RECURSIVE a(n) AS"
        " (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT n AS key FROM a",
        "CREATE INDEX i ON office (hex(zeroblob(100000)))",
        "ALTER TABLE office ADD COLUMN g TEXT AS (hex(zeroblob(400000000)))",
    ],
)
def test_what_cannot_be_read_is_told_and_not_put_back(
    script: str, office_file: Path, tmp_path: Path
) -> None:
    execute(office_file, script)
    assert [one for one in verify(office_file).findings if one.severity == "error"]
    with pytest.raises(Fault, match="备份"):
        restore(office_file, tmp_path / "back.db", now=NOW)
    assert not (tmp_path / "back.db").exists()


def test_a_file_with_a_trigger_is_not_opened(office_file: Path) -> None:
    execute(office_file, "CREATE TRIGGER t AFTER INSERT ON journal BEGIN SELECT 1; END")
    with pytest.raises(Fault, match="用备份恢复"):
        open_database(office_file)


def test_a_sound_file_is_put_back(office_file: Path, tmp_path: Path) -> None:
    execute(office_file, ITEM)
    restore(office_file, tmp_path / "back.db", now=NOW)
    open_database(tmp_path / "back.db").close()


@pytest.mark.parametrize("content", ["[]", "{", "[" * 100_000, '{"typed": 7, "before": {}}'])
def test_a_draft_that_is_none_is_left_out(content: str, office_file: Path) -> None:
    execute(
        office_file,
        "INSERT INTO draft (key, form, name, content, reasons, actor, computer, written_at)"
        f" VALUES ('k', 'publication', '', '{content}', '[]', '', '', '2026-11-22 08:00:00')",
    )
    database = open_database(office_file)
    try:
        with database.reading() as session:
            assert every_draft(session) == []
    finally:
        database.close()
