"""The calls of the command line on an office file that is encrypted at rest."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure_desk.cli import passwords
from disclosure_desk.storage.encryption import encrypt, is_encrypted_file
from disclosure_desk.storage.file_connections import forget_keys
from tests.calls import Answer, call

PASSWORD = "青山乡的老桥1998"
QUICK = 4  # of scrypt: a file in use takes 17
Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def offices(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, str]:
    """The sample office plain, encrypted, and the recovery key of the latter."""
    from disclosure_desk.exchange.founding import found

    plain = tmp_path_factory.mktemp("sample") / "plain.db"
    found(str(plain), "示例县科学技术局", sample=True)
    locked = Path(shutil.copy(plain, plain.with_name("locked.db")))
    recovery = encrypt(locked, PASSWORD, cost=QUICK)
    forget_keys()
    return plain, locked, recovery


@pytest.fixture
def locked(offices: tuple[Path, Path, str], tmp_path: Path) -> Path:
    """An encrypted office of its own."""
    return Path(shutil.copy(offices[1], tmp_path / "office.db"))


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """A file with the password, as Windows' editor writes it."""
    path = tmp_path / "密码.txt"
    path.write_text(f"{PASSWORD}\r\n", encoding="utf-8-sig")
    return path


def unusable(answer: Answer, *words: str) -> bool:
    told = (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    return told and all(word in answer.err for word in words)


READING = (
    ("table", "--year", "2024"),
    ("table", "--period", "2024Q3"),
    ("cell", "--year", "2024", "requests.new.total"),
    ("today", "--on", "2025-06-03"),
    ("verify",),
)


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_a_call_answers_as_on_a_plain_file(
    words: tuple[str, ...],
    offices: tuple[Path, Path, str],
    locked: Path,
    key_file: Path,
    capsys: Capture,
) -> None:
    plain = call(capsys, words[0], "--db", offices[0], *words[1:], "--json").json
    answer = call(capsys, words[0], "--db", locked, *words[1:], "--key-file", key_file, "--json")
    assert answer.status == 0, answer.err
    assert {**answer.json, "db": ""} == {**plain, "db": ""}


@pytest.mark.parametrize("words", READING, ids=lambda words: words[0])
def test_without_the_password_every_call_says_so_and_prints_nothing(
    words: tuple[str, ...], locked: Path, capsys: Capture
) -> None:
    answer = call(capsys, words[0], "--db", locked, *words[1:], "--json")
    assert unusable(answer, "已加密", "--key-file", passwords.VARIABLE)


def test_a_wrong_password_is_one_sentence(locked: Path, tmp_path: Path, capsys: Capture) -> None:
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("不是这个密码", encoding="utf-8")
    content = locked.read_bytes()
    for words in (("verify",), ("backup",), ("encrypt", "--new-key-file", wrong), ("decrypt",)):
        answer = call(capsys, words[0], "--db", locked, *words[1:], "--key-file", wrong)
        assert unusable(answer, "密码不对", str(locked)), words
    assert locked.read_bytes() == content


def test_the_recovery_key_does_in_place_of_the_password(
    offices: tuple[Path, Path, str], locked: Path, tmp_path: Path, capsys: Capture
) -> None:
    paper = tmp_path / "纸上的.txt"
    paper.write_text(offices[2].lower(), encoding="utf-8")
    assert call(capsys, "verify", "--db", locked, "--key-file", paper).status == 0


def test_the_environment_gives_the_password(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(passwords.VARIABLE, PASSWORD)
    assert call(capsys, "table", "--db", locked, "--year", "2024").status == 0
    monkeypatch.setenv(passwords.VARIABLE, "")
    assert unusable(call(capsys, "table", "--db", locked, "--year", "2024"), "已加密")


def test_a_key_file_that_is_none_is_told(locked: Path, tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("\n \n", encoding="utf-8")
    assert unusable(call(capsys, "verify", "--db", locked, "--key-file", empty), "没有密码")
    missing = tmp_path / "missing.txt"
    assert unusable(call(capsys, "verify", "--db", locked, "--key-file", missing), "路径不存在")
    noise = tmp_path / "noise.txt"
    noise.write_bytes(b"\xff\xfe\x00\xd8")
    assert unusable(call(capsys, "verify", "--db", locked, "--key-file", noise), "文本文件")


def test_a_terminal_is_asked_and_may_be_answered_wrongly_twice(
    locked: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(["falsch-1", "falsch-2", PASSWORD])
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return next(answers)

    monkeypatch.setattr(passwords, "_is_terminal", lambda: True)
    monkeypatch.setattr(passwords.getpass, "getpass", answer)
    assert call(capsys, "verify", "--db", locked).status == 0
    assert asked == ["“office.db”的密码："] * 3


def test_what_writes_writes_into_the_encrypted_file(
    locked: Path, key_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    def called(*words: str | Path) -> Answer:
        answer = call(capsys, *words, "--db", locked, "--key-file", key_file, "--json")
        assert answer.status == 0, answer.err
        return answer

    out = tmp_path / "导出"
    ledger = called("export", "--year", "2024", "--out", out).json["files"]["ledger"]
    assert called("import", ledger).json["added"] is not None
    called("close", "--year", "2024", "--reason", "报送")
    called("reopen", "--year", "2024", "--reason", "更正")
    number = called("cell", "--year", "2024", "requests.new.total").json["records"][0]["number"]
    called("letter", "--request", number, "--kind", "登记回执", "--out", tmp_path / "回执.docx")
    backup = Path(called("backup").json["file"])
    assert is_encrypted_file(locked)
    assert is_encrypted_file(backup)
    replaced = Path(called("restore", backup).json["replaced"])
    assert is_encrypted_file(replaced)
    assert is_encrypted_file(locked)
    assert called("verify").json["findings"] == []


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Encrypt as the call does, at a cost that tests can pay many times."""
    from disclosure_desk.storage import encryption

    def encrypted(path: Path, password: str) -> str:
        return encrypt(path, password, cost=QUICK)

    monkeypatch.setattr(encryption, "encrypt", encrypted)


@pytest.mark.usefixtures("quick")
def test_an_office_is_encrypted_given_another_password_and_laid_open_again(
    offices: tuple[Path, Path, str], key_file: Path, tmp_path: Path, capsys: Capture
) -> None:
    office = Path(shutil.copy(offices[0], tmp_path / "plain.db"))
    plain = Path(call(capsys, "backup", "--db", office).out.strip())
    first = call(capsys, "encrypt", "--db", office, "--key-file", key_file, "--json").json
    assert first["plain"] == [str(plain)]
    assert len(first["recovery_key"].split("-")) == 7
    again = call(capsys, "encrypt", "--db", office, "--key-file", key_file)
    assert unusable(again, "已经加密", "--new-key-file")
    other = tmp_path / "新密码.txt"
    other.write_text("云岭镇的新桥2026", encoding="utf-8")
    changed = call(
        capsys, "encrypt", "--db", office, "--key-file", key_file, "--new-key-file", other,
        "--delete-plain",
    )  # fmt: skip
    assert changed.status == 0
    assert not plain.exists()
    assert first["recovery_key"] not in changed.out
    assert unusable(call(capsys, "verify", "--db", office, "--key-file", key_file), "密码不对")
    assert call(capsys, "verify", "--db", office, "--key-file", other).status == 0
    assert call(capsys, "decrypt", "--db", office, "--key-file", other).status == 0
    assert call(capsys, "verify", "--db", office).status == 0
    assert journalled(office) == [
        "加密单位数据库",
        "更换加密密码和恢复密钥",
        "取消单位数据库的加密",
    ]


def journalled(path: Path) -> list[str]:
    import sqlite3

    connection = sqlite3.connect(path)
    told = "SELECT json_extract(after, '$.what') FROM journal WHERE kind = 'security' ORDER BY id"
    found = [what for (what,) in connection.execute(told)]
    connection.close()
    return found


def test_a_short_password_encrypts_nothing(
    offices: tuple[Path, Path, str], tmp_path: Path, capsys: Capture
) -> None:
    office = Path(shutil.copy(offices[0], tmp_path / "plain.db"))
    short = tmp_path / "short.txt"
    short.write_text("1234567", encoding="utf-8")
    assert unusable(call(capsys, "encrypt", "--db", office, "--key-file", short), "太短")
    assert not is_encrypted_file(office)


def test_the_program_itself_takes_the_password_and_does_not_show_it(
    locked: Path, key_file: Path
) -> None:
    run: Callable[..., subprocess.CompletedProcess[str]] = subprocess.run
    words = [sys.executable, "-m", "disclosure_desk", "verify", "--db", str(locked)]
    done = run(
        [*words, "--key-file", str(key_file)],
        capture_output=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert PASSWORD not in done.stdout
    damaged = bytearray(locked.read_bytes())
    damaged[9000] ^= 1
    locked.write_bytes(damaged)
    done = run(
        [*words, "--key-file", str(key_file)], capture_output=True, encoding="utf-8", check=False
    )
    # SQLCipher's own words about the page stay off standard error.
    assert (done.returncode, done.stderr) == (1, "")
