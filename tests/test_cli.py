"""The command line as other programs rely on it: answers, exit statuses, and what it refuses."""

import hashlib
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.statistics import report
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.recent import remember_office
from tests.calls import Answer, call, figures
from tests.workbooks import figure_row, item_row, request_row, write_rows

UNIT = "示例县科学技术局"
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample office, founded once; tests that write copy it."""
    path = tmp_path_factory.mktemp("sample") / "office.db"
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_desk", "new", "--db", path, "--unit", UNIT, "--sample"],
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture
def office(sample_file: Path, tmp_path: Path) -> Path:
    """A copy of the sample office."""
    return shutil.copy(sample_file, tmp_path / "office.db")


def contents(folder: Path) -> dict[str, str]:
    """Every file below a folder and what it holds."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.is_file()
        else "folder"
        for path in sorted(folder.rglob("*"))
    }


# Names, not words: the program, its calls and options, file types, other programs.
NAMES = {
    *("disclosure", "desk", "help", "table", "xlsx", "Excel", "WPS", "postgresql", "psycopg"),
    *("open", "new", "import", "cell", "export", "county", "people"),
    *("due", "fee", "calendar", "letter", "today", "close", "reopen", "carry"),
    *("check", "aggregate", "backup", "restore", "verify", "encrypt", "decrypt", "archive"),
    *("anonymise", "deidentify", "inspect", "people", "handover", "merge", "move"),
}


def is_one_chinese_sentence(text: str) -> bool:
    """One line, closed by a full stop, in Chinese but for names and what the caller wrote."""
    words = set(re.findall(r"[A-Za-z]{2,}", re.sub("“[^”]*”", "", text)))
    return (
        text.count("\n") == 1
        and text.endswith("。\n")
        and re.search("[一-鿿]{4}", text) is not None
        and words <= NAMES
        and "Traceback" not in text
    )


def assert_unusable(answer: Answer) -> None:
    assert answer.status == 2
    assert answer.out == ""
    assert is_one_chinese_sentence(answer.err), answer.err


# ---------------------------------------------------------------------- answers


def test_new_founds_an_empty_office(office_place: str, capsys: Capture) -> None:
    answer = call(capsys, "new", "--db", office_place, "--unit", f" {UNIT} ", "--json")
    assert answer.status == 0
    assert answer.json["db"] == office_place
    assert answer.json["unit"].strip() == UNIT
    table = call(capsys, "table", "--db", office_place, "--year", "2024", "--json")
    assert table.json["unit"] == UNIT
    assert set(figures(table).values()) == {Decimal(0)}
    words = ("--year", "2024", "requests.new.total", "--json")
    cell = call(capsys, "cell", "--db", office_place, *words)
    assert cell.json == {"code": "requests.new.total", "value": 0, "records": []}
    assert_unusable(call(capsys, "new", "--db", office_place, "--unit", UNIT))


def test_new_with_sample_fills_three_years(office: Path, capsys: Capture) -> None:
    for year in ("2023", "2024", "2025"):
        cells = figures(call(capsys, "table", "--db", office, "--year", year, "--json"))
        assert cells["requests.new.total"] == 12
    cells = figures(call(capsys, "table", "--db", office, "--year", "2022", "--json"))
    assert cells["requests.new.total"] == 0


def test_import_answers_by_sheet(registers_place: str, tmp_path: Path, capsys: Capture) -> None:
    path = write_rows(
        tmp_path / "台账.xlsx",
        {"依申请公开": [request_row("1"), request_row("2")], "主动公开": [item_row(甲列="？")]},
    )
    answer = call(capsys, "import", "--db", registers_place, path, "--json")
    assert (answer.status, answer.err) == (0, "")
    assert list(answer.json) == ["added", "updated", "unchanged", "findings"]
    assert answer.json["added"] == {"主动公开": 1, "依申请公开": 2}
    assert answer.json["updated"] == answer.json["unchanged"] == {"主动公开": 0, "依申请公开": 0}
    (finding,) = answer.json["findings"]
    assert set(finding) == {"rule", "severity", "message"}
    assert finding["severity"] == "hint"
    again = call(capsys, "import", "--db", registers_place, path, "--json")
    assert again.json["added"] == {"主动公开": 0, "依申请公开": 0}
    assert again.json["unchanged"] == {"主动公开": 1, "依申请公开": 2}


@pytest.fixture
def registers_place(founded_place: str) -> str:
    """Where an office without records lies, under the name that these tests use."""
    return founded_place


@pytest.mark.parametrize(
    ("year", "asked", "edition", "cells"),
    [
        ("2024", None, "2021", 200),
        ("2019", None, "2019", 198),
        ("2016", None, "2014", 58),
        ("2016", "2014-county", "2014-county", 47),
        ("2024", "2019", "2019", 198),
    ],
)
def test_table_answers_with_every_cell_of_its_edition(
    office: Path, capsys: Capture, year: str, asked: str | None, edition: str, cells: int
) -> None:
    choice = ("--edition", asked) if asked else ()
    answer = call(capsys, "table", "--db", office, "--year", year, *choice, "--json")
    assert answer.status == 0
    told = answer.json
    assert list(told) == ["unit", "year", "edition", "cells", "findings"]
    assert (told["unit"], told["year"], told["edition"]) == (UNIT, int(year), edition)
    assert len(told["cells"]) == cells
    assert all(isinstance(figure, int | Decimal) for figure in told["cells"].values())
    assert not any(isinstance(figure, bool) for figure in told["cells"].values())
    assert answer.out.count("\n") == 1


def test_a_table_of_a_year_in_which_its_form_was_not_in_use_has_a_hint(
    office: Path, capsys: Capture
) -> None:
    odd = call(capsys, "table", "--db", office, "--year", "2024", "--edition", "2014", "--json")
    assert odd.status == 0
    assert [one["severity"] for one in odd.json["findings"]] == ["hint"]
    usual = call(capsys, "table", "--db", office, "--year", "2024", "--json")
    assert usual.json["findings"] == []


@pytest.mark.parametrize("figure", ["24252.311082", "5949.088667", "0.1", "316441", "0.30"])
def test_amounts_are_exact_numbers(
    registers_place: str, tmp_path: Path, capsys: Capture, figure: str
) -> None:
    rows = [figure_row("行政事业性收费金额（万元）", 数值=figure)]
    path = write_rows(tmp_path / "台账.xlsx", {"数据填报": rows})
    assert call(capsys, "import", "--db", registers_place, path).status == 0
    table = call(capsys, "table", "--db", registers_place, "--year", "2024", "--json")
    assert re.search(rf'"art20\.8\.fee\.amount": {figure.rstrip("0")}0*[,}}]', table.out)
    assert figures(table)["art20.8.fee.amount"] == Decimal(figure)
    cell = call(
        capsys, "cell", "--db", registers_place, "--year", "2024", "art20.8.fee.amount", "--json"
    )
    assert Decimal(cell.json["value"]) == Decimal(figure)


def test_fees_are_told_in_ten_thousand_yuan_without_rounding(
    registers_place: str, tmp_path: Path, capsys: Capture
) -> None:
    paid = request_row(收到日期="2016-04-01", 缴费日期="2016-05-01")
    rows = [paid | {"申请编号": "1", "收费金额": 12.35}, paid | {"申请编号": "2", "收费金额": 0.01}]
    path = write_rows(tmp_path / "台账.xlsx", {"依申请公开": rows})
    assert call(capsys, "import", "--db", registers_place, path).status == 0
    table = call(capsys, "table", "--db", registers_place, "--year", "2016", "--json")
    assert '"fees.amount": 0.001236' in table.out
    behind = call(
        capsys, "cell", "--db", registers_place, "--year", "2016", "fees.amount", "--json"
    )
    assert [one["number"] for one in behind.json["records"]] == ["1", "2"]


def test_cell_lists_the_records_behind_its_value(office: Path, capsys: Capture) -> None:
    table = call(capsys, "table", "--db", office, "--year", "2024", "--json")
    for code in ("requests.new.total", "requests.carried_in.natural", "requests.3.1.total",
                 "art20.1.normative.in_force", "review.reconsideration.total"):  # fmt: skip
        answer = call(capsys, "cell", "--db", office, "--year", "2024", code, "--json")
        assert answer.status == 0
        assert list(answer.json) == ["code", "value", "records"]
        assert answer.json["code"] == code
        assert answer.json["value"] == table.json["cells"][code]
        assert len(answer.json["records"]) == answer.json["value"]
        for record in answer.json["records"]:
            assert list(record) == ["kind", "number", "title", "date"]
            assert all(isinstance(told, str) for told in record.values())
            assert date.fromisoformat(record["date"]) <= date(2024, 12, 31)


def test_cell_and_table_tell_the_same_number(office: Path, capsys: Capture) -> None:
    for edition in ("2014", "2019", "2021"):
        asked = ("--db", office, "--year", "2024", "--edition", edition, "--json")
        for code, figure in call(capsys, "table", *asked).json["cells"].items():
            value = call(capsys, "cell", *asked, code).json["value"]
            assert (type(value), value) == (type(figure), figure)


def test_people_read_chinese_and_no_json(office: Path, capsys: Capture) -> None:
    for words in (("table",), ("cell", "requests.new.total")):
        answer = call(capsys, *words, "--db", office, "--year", "2024")
        assert (answer.status, answer.err) == (0, "")
        assert "本年新收政府信息公开申请数量" in answer.out
        assert not answer.out.startswith("{")


def test_export_makes_its_folder_and_names_three_files(
    office: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    answer = call(
        capsys, "export", "--db", office, "--year", "2024", "--out", "报送/2024年", "--json"
    )
    assert (answer.status, answer.err) == (0, "")
    assert list(answer.json) == ["files", "findings"]
    assert list(answer.json["files"]) == ["table", "report", "ledger"]
    paths = [Path(told) for told in answer.json["files"].values()]
    assert [path.suffix for path in paths] == [".xlsx", ".docx", ".xlsx"]
    assert all(path.is_absolute() and path.is_file() for path in paths)
    assert {path.parent for path in paths} == {tmp_path / "报送/2024年"}
    assert sorted((tmp_path / "报送/2024年").iterdir()) == sorted(paths)


def test_export_tells_what_to_look_at_in_the_report(
    office: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(str(office))
    with database.writing(Actor("周砚清", "办公室")) as session:
        write_report_text(session, 2024, 1, "全年收到申请【申请总数】件。")
    database.close()
    words = ("export", "--db", office, "--year", "2024", "--out", tmp_path / "出")
    told = "“一、总体情况”里的“【申请总数】”不是可用的字段，原样留在报告里，请改正。"
    answer = call(capsys, *words, "--json")
    assert answer.status == 0
    assert (answer.json["findings"][0]["rule"], answer.json["findings"][0]["message"]) == (
        "R2",
        told,
    )
    answer = call(capsys, *words)
    assert (answer.status, answer.err) == (0, "")
    assert told in answer.out.splitlines()
    wrong = report.Finding("R9", "error", "报告有错。")
    monkeypatch.setattr(report, "_look_over", lambda *_: [wrong])
    assert call(capsys, *words).status == 1


def test_an_exported_ledger_gives_its_table_again(
    office: Path, registers_place: str, tmp_path: Path, capsys: Capture
) -> None:
    year = ("--year", "2025", "--json")
    exported = call(capsys, "export", "--db", office, "--out", tmp_path / "出", *year)
    ledger = exported.json["files"]["ledger"]
    assert call(capsys, "import", "--db", registers_place, ledger).status == 0
    mine = call(capsys, "table", "--db", office, *year)
    theirs = call(capsys, "table", "--db", registers_place, *year)
    assert theirs.json == mine.json
    own = call(capsys, "import", "--db", office, ledger, "--json")
    assert sum(own.json["added"].values()) == sum(own.json["updated"].values()) == 0


def test_personal_columns_leave_only_when_asked_for_and_that_is_journalled(
    office: Path, tmp_path: Path, capsys: Capture
) -> None:
    def lines() -> int:
        connection = sqlite3.connect(office)
        try:
            return connection.execute("SELECT count(*) FROM journal").fetchone()[0]
        finally:
            connection.close()

    def headings(*more: str) -> set[object]:
        words = ("export", "--db", office, "--year", "2024", "--out", tmp_path / "出", "--json")
        book = openpyxl.load_workbook(call(capsys, *words, *more).json["files"]["ledger"])
        return {cell.value for cell in book["依申请公开"][1]}

    personal = {"证件号码", "联系电话", "联系地址"}
    before = lines()
    assert not headings() & personal
    assert lines() == before
    assert headings("--personal") >= personal
    assert lines() == before + 1


def test_without_db_the_office_opened_last_is_meant(
    office: Path, tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("XDG_CONFIG_HOME", "APPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path / "config"))
    assert_unusable(call(capsys, "table", "--year", "2024", "--json"))
    remember_office(str(office))
    answer = call(capsys, "table", "--year", "2024", "--json")
    assert figures(answer)["requests.new.total"] == 12


def test_standard_output_is_utf8_whatever_the_machine_says(office: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_desk", "table", "--db", office, "--year", "2024",
         "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout.decode("utf-8"))["unit"] == UNIT


@pytest.mark.skipif(os.name == "nt", reason="a closed pipe is another error there")
def test_a_reader_that_has_seen_enough_is_no_mistake(office: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_desk", "table", "--db", office, "--year", "2024"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_a_refusal_reaches_the_shell_as_exit_status_two(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_desk", "table", "--db", tmp_path / "无.db",
         "--year", "2024"],
        capture_output=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")
    assert is_one_chinese_sentence(done.stderr.decode("utf-8"))


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_name_that_is_no_text_is_refused_in_one_sentence(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "disclosure_desk", "table", "--db", bytes(tmp_path) + b"/\xff.db",
         "--year", "2024"],
        capture_output=True,
        check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")
    assert is_one_chinese_sentence(done.stderr.decode("utf-8"))


@pytest.mark.parametrize("words", [("--help",), ("table", "--help"), ("--version",)])
def test_help_and_version_are_no_mistakes(capsys: Capture, words: tuple[str, ...]) -> None:
    answer = call(capsys, *words)
    assert (answer.status, answer.err) == (0, "")
    assert re.search("[一-鿿]{2}", answer.out)
    for word in ("usage", "options", "positional", "optional", "show this"):
        assert word not in answer.out


# ---------------------------------------------------------------------- wrong calls

WRONG_CALLS = {
    "unknown command": ("tabel", "--year", "2024"),
    "unknown option": ("table", "--db", "{db}", "--yaer", "2024"),
    "shortened option": ("table", "--db", "{db}", "--ye", "2024"),
    "unknown option alone": ("--verbos",),
    "one word too many": ("table", "--db", "{db}", "--year", "2024", "2025"),
    "option without its value": ("table", "--year", "2024", "--db"),
    "no year": ("table", "--db", "{db}", "--json"),
    "empty year": ("table", "--db", "{db}", "--year", ""),
    "year in words": ("table", "--db", "{db}", "--year", "二〇二四"),
    "year in full width": ("table", "--db", "{db}", "--year", "２０２４"),
    "year of two digits": ("table", "--db", "{db}", "--year", "24"),
    "year of five digits": ("table", "--db", "{db}", "--year", "20244"),
    "year with a fraction": ("table", "--db", "{db}", "--year", "2024.5"),
    "year below zero": ("table", "--db", "{db}", "--year=-2024"),
    "year without a form": ("table", "--db", "{db}", "--year", "2010"),
    "unknown edition": ("table", "--db", "{db}", "--year", "2024", "--edition", "2022"),
    "edition of another case": ("table", "--db", "{db}", "--year", "2016", "--edition",
                                "2014-County"),
    "empty edition": ("table", "--db", "{db}", "--year", "2024", "--edition", ""),
    "unknown cell": ("cell", "--db", "{db}", "--year", "2024", "requests.9.9.total"),
    "cell of another edition": ("cell", "--db", "{db}", "--year", "2024", "disclosed.total"),
    "no cell": ("cell", "--db", "{db}", "--year", "2024"),
    "no unit": ("new", "--db", "{there}/new.db"),
    "empty unit": ("new", "--db", "{there}/new.db", "--unit", ""),
    "blank unit": ("new", "--db", "{there}/new.db", "--unit", " \u3000"),
    "unit that is no text": ("new", "--db", "{there}/new.db", "--unit", "\udcff局"),
    "no place": ("new", "--unit", UNIT),
    "empty place": ("new", "--db", "", "--unit", UNIT),
    "new on an office": ("new", "--db", "{db}", "--unit", UNIT),
    "new on another file": ("new", "--db", "{there}/notes.txt", "--unit", UNIT),
    "new on a folder": ("new", "--db", "{there}", "--unit", UNIT),
    "new in a folder that is not there": ("new", "--db", "{there}/a/b/new.db", "--unit", UNIT),
    "new below a file": ("new", "--db", "{there}/notes.txt/new.db", "--unit", UNIT),
    "nothing to import": ("import", "--db", "{db}"),
    "import of nothing": ("import", "--db", "{db}", "{there}/none.xlsx"),
    "import of a very long name": ("import", "--db", "{db}", "{there}/" + "长" * 300 + ".xlsx"),
    "export to nowhere": ("export", "--db", "{db}", "--year", "2024"),
    "export to a file": ("export", "--db", "{db}", "--year", "2024", "--out",
                         "{there}/notes.txt"),
    "export below a file": ("export", "--db", "{db}", "--year", "2024", "--out",
                            "{there}/notes.txt/out"),
    "unknown kind of database": ("table", "--db", "paradox://server/office", "--year", "2024"),
    "no driver": ("table", "--db", "postgresql+nodriver://server/office", "--year", "2024"),
    "no address": ("table", "--db", "postgresql+psycopg://:port:/x", "--year", "2024"),
    "a server that does not answer": (
        "table", "--db", "postgresql+psycopg://nobody@127.0.0.1:9/office", "--year", "2024"),
    "a place with a null character": ("table", "--db", "{there}/a\0b.db", "--year", "2024"),
    "an empty place to read": ("table", "--db", "", "--year", "2024"),
    "a very long place": ("table", "--db", "{there}/" + "长" * 300 + ".db", "--year", "2024"),
    "a new place with a very long name": ("new", "--db", "{there}/" + "长" * 300 + ".db",
                                          "--unit", UNIT),
}  # fmt: skip


@pytest.mark.parametrize("words", WRONG_CALLS.values(), ids=WRONG_CALLS.keys())
def test_a_wrong_call_is_refused_in_one_sentence_and_writes_nothing(
    office: Path, tmp_path: Path, capsys: Capture, words: tuple[str, ...]
) -> None:
    (tmp_path / "notes.txt").write_text("便条", encoding="utf-8")
    before = contents(tmp_path)
    filled = [word.replace("{db}", str(office)).replace("{there}", str(tmp_path)) for word in words]
    assert_unusable(call(capsys, *filled))
    assert contents(tmp_path) == before


def _foreign(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.commit()
    connection.close()


def _foreign_with_alembic(path: Path) -> None:
    path.unlink()
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
    connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.commit()
    connection.close()


def _newer(path: Path) -> None:
    _execute(path, "UPDATE alembic_version SET version_num = '9999'")


def _without_version(path: Path) -> None:
    _execute(path, "DELETE FROM alembic_version")


def _without_office(path: Path) -> None:
    _execute(path, "DELETE FROM office")


def _execute(path: Path, statement: str) -> None:
    connection = sqlite3.connect(path)
    connection.execute(statement)
    connection.commit()
    connection.close()


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("这不是数据库。" * 100, encoding="utf-8")


def _gone(path: Path) -> None:
    path.unlink()


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:6000])


def _header_only(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


def _scribbled(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xa5" * (len(content) - 4096)
    path.write_bytes(content)


DAMAGES = (
    *(_foreign, _foreign_with_alembic, _newer, _without_version, _without_office),
    *(_empty, _text, _gone, _folder, _cut_short, _header_only, _scribbled),
)


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize(
    "words",
    [
        ("table", "--year", "2024", "--json"),
        ("cell", "--year", "2024", "requests.new.total"),
        ("import", "{there}/台账.xlsx", "--json"),
        ("export", "--year", "2024", "--out", "{there}/出"),
    ],
    ids=lambda words: words[0],
)
def test_a_file_that_is_no_office_is_refused_by_every_call(
    office: Path,
    tmp_path: Path,
    capsys: Capture,
    damage: Callable[[Path], None],
    words: tuple[str, ...],
) -> None:
    write_rows(tmp_path / "台账.xlsx", {"单位信息": [{"项目": "填报人", "内容": "林知夏"}]})
    damage(office)
    before = contents(tmp_path)
    filled = [word.replace("{there}", str(tmp_path)) for word in words]
    answer = call(capsys, *filled, "--db", office)
    if damage is _without_office and words[0] == "cell":
        assert answer.status == 0  # a figure needs no unit
        return
    assert_unusable(answer)
    assert "office.db" in answer.err or damage is _without_office
    assert contents(tmp_path) == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="for root no folder is read-only"
)
def test_a_read_only_folder_takes_no_new_office(tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "只读"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        assert_unusable(call(capsys, "new", "--db", folder / "office.db", "--unit", UNIT))
        assert list(folder.iterdir()) == []
    finally:
        folder.chmod(0o700)


def test_a_folder_name_that_is_too_long_is_one_sentence(
    registers_place: str, tmp_path: Path, capsys: Capture
) -> None:
    place = tmp_path / ("长" * 300)
    assert_unusable(
        call(capsys, "export", "--db", registers_place, "--year", "2024", "--out", place)
    )


def test_a_refused_founding_on_a_server_leaves_the_other_tables_alone(
    registers_place: str, capsys: Capture
) -> None:
    assert_unusable(call(capsys, "new", "--db", registers_place, "--unit", "别的局"))
    table = call(capsys, "table", "--db", registers_place, "--year", "2024", "--json")
    assert table.json["unit"] == UNIT
