"""`archive` as other programs rely on it: a folder readable without this program, and its check."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.calls import call

UNIT = "示例县科学技术局"
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def office(sample: Path) -> Path:
    return sample


def test_a_year_is_archived_and_a_changed_file_found(
    office: Path, tmp_path: Path, capsys: Capture
) -> None:
    words = ("archive", "--db", office, "--year", "2024", "--out", tmp_path / "归档")
    answer = call(capsys, *words, "--json")
    assert answer.status == 0
    folder = Path(answer.json["folder"])
    assert folder.name.startswith(f"{UNIT}2024年归档_")
    assert all((folder / name).is_file() for name in answer.json["files"])
    assert (answer.json["letters"], answer.json["left_out"]) == (0, [])
    assert answer.json["checksums"] in answer.json["files"]
    assert f"已归档：{folder}-2，共14个文件" in call(capsys, *words).out
    sound = call(capsys, "archive", "--check", folder, "--json")
    assert (sound.status, sound.json) == (0, {"folder": str(folder), "wrong": []})
    assert as_others_check(folder) in (0, None)
    page = folder / "统计表.html"
    page.write_bytes(page.read_bytes() + b" ")
    assert as_others_check(folder) in (1, None)
    wrong = call(capsys, "archive", "--check", folder)
    assert wrong.status == 1
    assert wrong.out == "“统计表.html”的内容和归档时不一样。\n有1处不符。\n"


def as_others_check(folder: Path) -> int | None:
    """What `sha256sum -c` says, where a computer has it."""
    program = shutil.which("sha256sum")
    if program is None:
        return None
    words = [program, "-c", "--quiet", "SHA256SUMS.txt"]
    return subprocess.run(words, cwd=folder, capture_output=True, check=False).returncode


@pytest.mark.parametrize(
    "words",
    [
        ("--db", "{db}", "--year", "2024"),
        ("--db", "{db}", "--out", "{there}/a"),
        ("--db", "{db}", "--year", "二〇二四", "--out", "{there}/a"),
        ("--db", "{there}/none.db", "--year", "2024", "--out", "{there}/a"),
        ("--db", "{db}", "--year", "2024", "--out", "{db}"),
        ("--db", "{db}", "--year", "2024", "--out", "{there}/a\0b"),
        ("--check", "{there}"),
        ("--check", "{there}/none"),
        ("--check", "{db}"),
        ("--check", "{there}/a\0b"),
    ],
)
def test_a_wrong_call_is_refused_in_one_sentence_and_writes_nothing(
    office: Path, tmp_path: Path, capsys: Capture, words: tuple[str, ...]
) -> None:
    before = office.read_bytes()
    filled = [word.replace("{db}", str(office)).replace("{there}", str(tmp_path)) for word in words]
    answer = call(capsys, "archive", *filled)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert answer.err.endswith("。\n")
    assert office.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["office.db"]
