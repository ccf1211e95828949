"""Opening, founding, migrating and sharing an office's database."""

import sqlite3
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from disclosure_desk.commands.offices import report_texts, the_office, write_report_text
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.base import Base
from disclosure_desk.storage import database as database_module
from disclosure_desk.storage import schema
from disclosure_desk.storage.database import (
    APPLICATION_ID,
    Database,
    create_database,
    open_database,
)
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.schema import HEAD, KNOWN_REVISIONS
from disclosure_desk.storage.verify import is_read_back
from tests.workbooks import dump

CLERK = Actor("林知夏", "二楼电脑")
ROOT = Path(__file__).resolve().parent.parent.parent
NEXT = "9000"  # the revision of a program to come


# ---------------------------------------------------------------------- schema


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    config = Config()
    folder = Path(schema.__file__).parent / "migrations"
    config.set_main_option("script_location", str(folder))
    scripts = ScriptDirectory.from_config(config)
    oldest_first = [script.revision for script in scripts.walk_revisions()][::-1]
    assert tuple(oldest_first) == KNOWN_REVISIONS
    assert scripts.get_heads() == [HEAD]
    for script in scripts.walk_revisions():
        assert script.doc.strip(), "the docstring is what the log says"


def _declared(name: str | None, kind: str, _parents: object) -> bool:
    """Whether a table is declared by a model; the search index is not."""
    return kind != "table" or name in Base.metadata.tables


def test_the_migrated_tables_are_those_of_the_models(registers: Database) -> None:
    def differences(connection: Connection) -> list[object]:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_name": _declared,
                "include_object": is_read_back,
                "compare_type": True,
            },
        )
        with warnings.catch_warnings():
            warnings.filterwarnings("ignore", ".*expression-based index")
            return list(compare_metadata(context, Base.metadata))

    with registers.engine.connect() as connection:
        assert differences(connection) == []


def test_a_new_file_says_whose_it_is_and_survives_a_power_cut(office_file: Path) -> None:
    database = open_database(office_file)
    with database.engine.connect() as connection:
        asked = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("application_id", "journal_mode", "synchronous", "foreign_keys")
        }
    database.close()
    assert asked == {
        "application_id": APPLICATION_ID,
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
    }
    assert office_file.read_bytes()[68:72] == b"DDSK"


def test_a_closed_office_is_one_file(office_file: Path) -> None:
    database = open_database(office_file)
    with database.writing(CLERK) as session:
        write_report_text(session, 2024, 5, "还有不足。")
    database.close()
    assert [path.name for path in office_file.parent.iterdir()] == ["office.db"]


def test_a_link_to_nothing_is_not_stored(registers: Database) -> None:
    with pytest.raises(Exception, match=r"(?i)foreign key"), registers.engine.begin() as connection:
        connection.execute(
            text("INSERT INTO request_event (request_id, kind) VALUES (4711, 'reply')")
        )


def test_an_office_that_its_founder_holds_open_is_no_foreign_file(tmp_path: Path) -> None:
    place = tmp_path / "office.db"
    founder = create_database(place)
    try:
        second = open_database(place)
        second.close()
    finally:
        founder.close()


def test_a_founding_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(engine: Engine) -> None:
        with engine.begin() as connection:
            connection.execute(text("CREATE TABLE office (id INTEGER)"))
        raise ZeroDivisionError

    monkeypatch.setattr(database_module, "migrate", fail)
    with pytest.raises(ZeroDivisionError):
        create_database(tmp_path / "office.db")
    assert list(tmp_path.iterdir()) == []


def test_of_two_who_found_an_office_at_once_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "office.db"
    place.touch()  # the other one was faster by a moment
    monkeypatch.setattr(Path, "exists", lambda _path: False)
    with pytest.raises(Refusal, match="已经存在"):
        create_database(place)
    assert place.read_bytes() == b""


@pytest.mark.parametrize("host", ["县.政府..cn", "x" * 64])
def test_a_server_whose_name_nobody_can_look_up_is_refused_without_its_password(host: str) -> None:
    with pytest.raises(Refusal, match=f"^服务器名称“{host}”写法不对") as refused:
        open_database(f"postgresql+psycopg://clerk:secret@{host}/office")
    assert "secret" not in str(refused.value)


def test_a_file_named_by_an_address_is_the_same_file(tmp_path: Path) -> None:
    place = tmp_path / "office.db"
    create_database(f"sqlite+pysqlite:///{place.as_posix()}").close()
    open_database(place).close()
    open_database(f"sqlite:///{place.as_posix()}").close()


# ---------------------------------------------------------------------- older and newer


class RememberedSteps:
    """Stands in for the migration: notes what lay beside the file when it began."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.copies: list[Path] = []

    def migrate(self, engine: Engine) -> None:
        self.copies = [path for path in self.folder.iterdir() if "升级前" in path.name]
        with engine.begin() as connection:
            connection.execute(text(f"UPDATE alembic_version SET version_num = '{NEXT}'"))


def test_an_older_file_is_copied_before_it_is_brought_up_to_date(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(office_file)
    steps = RememberedSteps(office_file.parent)
    monkeypatch.setattr(database_module, "KNOWN_REVISIONS", (*KNOWN_REVISIONS, NEXT))
    monkeypatch.setattr(database_module, "HEAD", NEXT)
    monkeypatch.setattr(database_module, "migrate", steps.migrate)
    open_database(office_file).close()
    (copy,) = steps.copies
    assert copy.suffix == ".db"
    assert HEAD in copy.name
    assert dump(copy) == before
    assert dump(office_file) != before
    open_database(office_file).close()
    assert len(list(office_file.parent.iterdir())) == 2


def test_a_migration_that_fails_leaves_the_file_as_it_was(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(office_file)

    def fail(engine: Engine) -> None:
        with engine.begin() as connection:
            connection.execute(text("DROP TABLE report_text"))
            raise ZeroDivisionError

    monkeypatch.setattr(database_module, "KNOWN_REVISIONS", (*KNOWN_REVISIONS, NEXT))
    monkeypatch.setattr(database_module, "HEAD", NEXT)
    monkeypatch.setattr(database_module, "migrate", fail)
    with pytest.raises(ZeroDivisionError):
        open_database(office_file)
    assert dump(office_file) == before


def test_a_database_of_a_newer_program_is_left_alone(registers: Database) -> None:
    with registers.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(Fault, match="更新版本"):
        open_database(registers.url.render_as_string(hide_password=False)).close()


def test_a_database_that_holds_tables_takes_no_new_office(registers: Database) -> None:
    with pytest.raises(Refusal):
        create_database(registers.url.render_as_string(hide_password=False))


# ---------------------------------------------------------------------- transactions


def test_what_is_raised_inside_takes_everything_back(registers: Database) -> None:
    def fail_half_way() -> None:
        with registers.writing(CLERK) as session:
            write_report_text(session, 2024, 1, "第一章")
            begin_step(session, "修改单位信息")
            the_office(session).name = "别的局"
            session.flush()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_half_way()
    with registers.reading() as session:
        assert the_office(session).name == "示例县科学技术局"


def test_a_reader_sees_one_state_while_another_writes(office_file: Path) -> None:
    reader, writer = open_database(office_file), open_database(office_file)
    with reader.reading() as session:
        name = the_office(session).name
        with writer.writing(CLERK) as other:
            begin_step(other, "修改单位信息")
            the_office(other).name = "示例县教育局"
        session.expire_all()
        assert the_office(session).name == name
    with reader.reading() as session:
        assert the_office(session).name == "示例县教育局"
    reader.close()
    writer.close()


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE office SET name = '示例县教育局'")
print("held", flush=True)
sys.stdin.readline()
connection.execute("COMMIT")
connection.close()
"""


@contextmanager
def held_by_another_process(path: Path) -> Iterator["subprocess.Popen[str]"]:
    """The file while another process is writing to it; a line on its input lets it finish."""
    other = subprocess.Popen(
        [sys.executable, "-c", HOLD, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdin is not None
    assert other.stdout is not None
    assert other.stdout.readline() == "held\n"
    try:
        yield other
    finally:
        if other.poll() is None:
            other.stdin.write("\n")
        other.stdin.close()
        other.wait(timeout=20)
        other.stdout.close()


def test_a_second_writer_waits_and_then_says_so_in_one_sentence(
    office_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "WAIT_SECONDS", 0.4)
    database = open_database(office_file)
    with held_by_another_process(office_file):
        begun = time.monotonic()
        busy = pytest.raises(Fault, match=r"正被另一个程序写入（最近写入的是.+上的.+）.*。$")
        with busy, database.writing(CLERK):
            pytest.fail("the file is held by another process")
        assert time.monotonic() - begun >= 0.3
    with database.writing(CLERK) as session:
        assert the_office(session).name == "示例县教育局"
    database.close()


def test_a_second_writer_goes_on_when_the_first_is_done(office_file: Path) -> None:
    database = open_database(office_file)
    with held_by_another_process(office_file) as other:
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()
        with database.writing(CLERK) as session:
            assert the_office(session).name == "示例县教育局"
            begin_step(session, "修改单位信息")
            the_office(session).name = "示例县水务局"
    with database.reading() as session:
        assert the_office(session).name == "示例县水务局"
    database.close()


def test_writers_take_turns_on_a_server_as_on_a_file(
    registers: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database_module, "WAIT_SECONDS", 0.4)
    second = open_database(registers.url.render_as_string(hide_password=False))
    try:
        with registers.writing(CLERK) as session:
            write_report_text(session, 2024, 1, "先写的")
            with pytest.raises(Fault, match="正被另一个程序写入"), second.writing(CLERK):
                pytest.fail("the first writer is not done")
        with second.writing(CLERK) as session:
            write_report_text(session, 2024, 2, "后写的")
    finally:
        second.close()
    with registers.reading() as session:
        assert report_texts(session, 2024) == {1: "先写的", 2: "后写的"}


def test_missing_rights_on_a_server_are_told(registers: Database) -> None:
    if registers.path is not None:
        pytest.skip("a file knows no rights of its own")

    def look_as_a_guest() -> None:
        with registers.reading() as session:
            session.execute(text("SET LOCAL ROLE ddsk_guest"))
            the_office(session)

    with registers.engine.begin() as connection:
        connection.execute(text("CREATE ROLE ddsk_guest"))
    try:
        with pytest.raises(Fault, match="没有权限"):
            look_as_a_guest()
    finally:
        with registers.engine.begin() as connection:
            connection.execute(text("DROP ROLE ddsk_guest"))


def test_readers_do_not_wait_for_a_writer(office_file: Path) -> None:
    database = open_database(office_file)
    with held_by_another_process(office_file), database.reading() as session:
        assert the_office(session).name == "示例县科学技术局"
    database.close()


def test_a_full_disk_is_told_and_nothing_is_kept(office_file: Path) -> None:
    database = open_database(office_file)
    before = dump(office_file)
    connection = database.engine.raw_connection()
    pages = connection.cursor().execute("PRAGMA page_count").fetchone()[0]
    connection.cursor().execute(f"PRAGMA max_page_count = {pages}").close()
    connection.close()
    with pytest.raises(Fault, match="磁盘已满"), database.writing(CLERK) as session:
        write_report_text(session, 2024, 1, "很长的文字" * 200_000)
    database.close()
    assert dump(office_file) == before


def test_a_file_made_read_only_is_told(office_file: Path) -> None:
    database = open_database(office_file)
    connection = database.engine.raw_connection()
    connection.cursor().execute("PRAGMA query_only = ON").close()
    connection.close()
    with pytest.raises(Fault, match="只读"), database.writing(CLERK) as session:
        write_report_text(session, 2024, 1, "文字")
    database.close()


def test_a_page_damaged_after_opening_is_told(office_file: Path) -> None:
    database = open_database(office_file)
    database.close()  # its connections are made anew below
    connection = sqlite3.connect(office_file)
    root = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'office'").fetchone()
    size = connection.execute("PRAGMA page_size").fetchone()[0]
    connection.close()
    content = bytearray(office_file.read_bytes())
    content[(root[0] - 1) * size : root[0] * size] = b"\x0d" + b"\xff" * (size - 1)
    office_file.write_bytes(content)
    with pytest.raises(Fault, match="已经损坏"), database.reading() as session:
        the_office(session)
    database.close()
