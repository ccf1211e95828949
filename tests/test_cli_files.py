"""`backup`, `restore` and `verify` as other programs rely on them."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Engine

from disclosure_desk.storage.backup import backups_in
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.recent import remember_office
from tests.calls import Answer, call
from tests.conftest import fresh_database
from tests.workbooks import write_rows

UNIT = "示例县科学技术局"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def office(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample office."""
    return Path(shutil.copy(sample_file, tmp_path / "office.db"))


def figures(capsys: Capture, place: Path | str) -> list[object]:
    years = ("2023", "2024", "2025")
    return [call(capsys, "table", "--db", place, "--year", one, "--json").json for one in years]


def unusable(answer: Answer) -> bool:
    return (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)


def test_backup_prints_where_the_backup_lies(office: Path, capsys: Capture) -> None:
    answer = call(capsys, "backup", "--db", office)
    path = Path(answer.out.strip())
    assert (answer.status, answer.err) == (0, "")
    assert path.parent == office.parent / "备份"
    assert path.name.startswith(f"{UNIT}_备份_")
    assert figures(capsys, path) == figures(capsys, office)


def test_backup_writes_below_the_folder_named(
    office: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    database = open_database(office)  # while the desktop has it open
    with database.reading():
        answer = call(capsys, "backup", "--db", "office.db", "--to", "U盘", "--json")
    database.close()
    assert answer.status == 0
    path = Path(answer.json["file"])
    assert path.is_absolute()
    assert path.parent == tmp_path / "U盘"
    assert answer.json["unit"] == UNIT
    assert answer.json["rows"]["request"] == 36


def test_without_db_the_office_opened_last_is_meant(
    office: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "disclosure_desk.storage.recent._memory", lambda: office.with_name("recent.json")
    )
    assert unusable(call(capsys, "backup"))
    remember_office(str(office))
    assert call(capsys, "backup").status == 0
    assert call(capsys, "verify").status == 0


def test_restore_puts_the_backup_back_and_says_where_the_other_file_is(
    office: Path, capsys: Capture
) -> None:
    backup = Path(call(capsys, "backup", "--db", office).out.strip())
    before = figures(capsys, office)
    connection = sqlite3.connect(office)
    connection.execute("UPDATE request SET outcome = 'granted' WHERE outcome IS NOT NULL")
    connection.commit()
    connection.close()
    changed = figures(capsys, office)
    assert changed != before
    answer = call(capsys, "restore", backup, "--db", office, "--json")
    assert answer.status == 0
    assert figures(capsys, office) == before
    assert figures(capsys, answer.json["replaced"]) == changed
    elsewhere = office.with_name("别处.db")
    answer = call(capsys, "restore", backup, "--db", elsewhere)
    assert (answer.status, answer.out) == (0, f"已恢复：{elsewhere}\n")
    assert figures(capsys, elsewhere) == before


def test_an_import_leaves_a_backup_of_the_moment_before_it(office: Path, capsys: Capture) -> None:
    folder, ledger = office.parent / "备份", office.with_name("台账.xlsx")
    row = {"编号": "新-1", "信息名称": "公告", "生成日期": "2025-05-06"}
    write_rows(ledger, {"主动公开": [{**row, "生成日期": "不知道"}]})
    assert call(capsys, "import", "--db", office, ledger).status == 1
    write_rows(ledger, {"主动公开": [row]})
    assert call(capsys, "import", "--db", office, ledger, "--dry-run").status == 0
    assert not folder.exists()
    before = figures(capsys, office)
    assert call(capsys, "import", "--db", office, ledger).status == 0
    assert call(capsys, "import", "--db", office, ledger).status == 0  # nothing new in it
    (backup,) = backups_in(folder)
    assert backup.automatic
    assert figures(capsys, backup.path) == before


def test_a_look_tells_what_would_be_lost_and_restores_nothing(
    office: Path, capsys: Capture
) -> None:
    backup = Path(call(capsys, "backup", "--db", office).out.strip())
    call(capsys, "reopen", "--db", office, "--year", "2024", "--reason", "更正")
    before = sorted((path, path.read_bytes()) for path in office.parent.rglob("*.db"))
    answer = call(capsys, "restore", backup, "--db", office, "--look", "--json")
    assert answer.status == 0
    told = answer.json
    assert (told["unit"], told["records"]["依申请公开"], told["compared"]) == (UNIT, 36, True)
    assert (told["lost"], told["changed"], told["findings"]) == ({}, {}, [])
    words = call(capsys, "restore", backup, "--db", office, "--look").out
    assert f"单位：{UNIT}\n" in words
    assert "依申请公开36条" in words
    assert sorted((path, path.read_bytes()) for path in office.parent.rglob("*.db")) == before


def test_verify_holds_the_journal_against_a_backup(office: Path, capsys: Capture) -> None:
    backup = call(capsys, "backup", "--db", office).out.strip()
    assert call(capsys, "verify", "--db", office, "--against", backup).status == 0
    connection = sqlite3.connect(office)
    connection.execute("UPDATE journal_seal SET seal = 'another' WHERE line = 2")
    connection.commit()
    connection.close()
    answer = call(capsys, "verify", "--db", office, "--against", backup, "--json")
    assert answer.status == 1
    assert "V14" in {one["rule"] for one in answer.json["findings"]}
    assert unusable(call(capsys, "verify", "--db", office, "--against", office.with_name("无.db")))


def test_verify_answers_with_findings(office: Path, capsys: Capture) -> None:
    answer = call(capsys, "verify", "--db", office, "--json")
    assert answer.status == 0
    assert answer.json["findings"] == []
    assert answer.json["unit"] == UNIT
    assert call(capsys, "verify", "--db", office).out == "检查完毕，没有错误。\n"
    connection = sqlite3.connect(office)
    connection.execute("DELETE FROM journal WHERE kind = 'office'")
    connection.commit()
    connection.close()
    answer = call(capsys, "verify", "--db", office, "--json")
    assert answer.status == 1
    errors = {one["rule"] for one in answer.json["findings"] if one["severity"] == "error"}
    assert errors == {"V6", "V11"}
    assert "有3处错误" in call(capsys, "verify", "--db", office).out


@pytest.mark.parametrize("content", [b"", b"not a database" * 100], ids=["empty", "text"])
def test_a_damaged_file_is_a_finding_for_verify_and_unusable_otherwise(
    office: Path, capsys: Capture, content: bytes
) -> None:
    backup = call(capsys, "backup", "--db", office).out.strip()
    office.write_bytes(content)
    answer = call(capsys, "verify", "--db", office, "--json")
    assert (answer.status, answer.err) == (1, "")
    assert [one["rule"] for one in answer.json["findings"]] == ["V0"]
    assert unusable(call(capsys, "backup", "--db", office))
    assert unusable(call(capsys, "restore", office, "--db", backup))
    assert call(capsys, "restore", backup, "--db", office).status == 0
    assert call(capsys, "verify", "--db", office).status == 0


@pytest.mark.parametrize(
    "words",
    [
        ("backup", "--db", ""),
        ("backup", "--db", "{there}/none.db"),
        ("backup", "--db", "{db}", "--to", ""),
        ("backup", "--db", "{db}", "--to", "{there}/a/b"),
        ("backup", "--db", "{db}", "--to", "{db}"),
        ("backup", "--db", "{db}", "--to", "{there}/a\0b"),
        ("backup", "--db", "paradox://server/office"),
        ("restore", "--db", "{db}"),
        ("restore", "{db}"),
        ("restore", "{db}", "--db", "{db}"),
        ("restore", "{there}/none.db", "--db", "{db}"),
        ("restore", "{there}", "--db", "{db}"),
        ("restore", "{there}/a\0b", "--db", "{db}"),
        ("restore", "{db}", "--db", "{there}/a/b.db"),
        ("restore", "{db}", "--db", "{there}"),
        ("restore", "{db}", "--db", "{there}/a\0b.db"),
        ("restore", "{db}", "--db", "{there}/" + "长" * 300 + ".db"),
        ("restore", "{db}", "--db", "{db}/b.db"),
        ("restore", "{db}", "--db", "postgresql+psycopg://nobody@127.0.0.1:9/office"),
        ("verify", "--db", "{there}/none.db"),
        ("verify", "--db", "{there}"),
        ("verify", "--db", "{there}/a\0b.db"),
        ("verify", "--db", "postgresql+psycopg://nobody@127.0.0.1:9/office"),
    ],
)
def test_a_wrong_call_is_refused_in_one_sentence_and_writes_nothing(
    office: Path, tmp_path: Path, capsys: Capture, words: tuple[str, ...]
) -> None:
    before = office.read_bytes()
    filled = [word.replace("{db}", str(office)).replace("{there}", str(tmp_path)) for word in words]
    answer = call(capsys, *filled)
    assert unusable(answer), answer
    assert answer.err.endswith("。\n")
    assert office.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["office.db"]


@pytest.mark.postgresql
def test_the_password_of_an_address_is_not_printed(
    server: Engine, founded_file: Path, capsys: Capture
) -> None:
    def told(*words: str | Path) -> str:
        answer = call(capsys, *words)
        assert answer.status == 0, answer.err
        return answer.out

    with fresh_database(server) as first, fresh_database(server) as second:
        new, back = (
            url.set(username=url.username or "postgres", password="lamian-3").render_as_string(
                hide_password=False
            )
            for url in (first, second)
        )
        answers = [
            told("new", "--db", new, "--unit", "示例县水利局", "--json"),
            told("verify", "--db", new, "--json"),
            told("restore", founded_file, "--db", back),
        ]
    for answer, url in zip(answers, (first, first, second), strict=True):
        assert "lamian-3" not in answer
        assert str(url.database) in answer
