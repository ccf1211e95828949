"""Every call that makes files makes them where files that are open stay where they are, too."""

import sys
from datetime import datetime
from pathlib import Path
from types import ModuleType

import pytest

from disclosure_desk.exchange import verify_table, write_ledger
from disclosure_desk.faults import Fault
from disclosure_desk.storage import encryption, file_steps
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.encryption import encrypt, is_encrypted_file
from disclosure_desk.storage.file_connections import forget_keys
from tests.calls import call
from tests.like_windows import keep_files_like_windows, open_here

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="what is open is asked of Linux"
)
PASSWORD = "青山乡的老桥1998"
QUICK = 4  # of scrypt
NOON = datetime(2026, 11, 22, 12, 0, 0)  # noqa: DTZ001  # time of this place
YEAR = ("--year", "2025")
Capture = pytest.CaptureFixture[str]


@pytest.fixture
def office(sample: Path) -> Path:
    return sample


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch, office: Path) -> list[str]:
    """What Windows would have refused."""
    return keep_files_like_windows(monkeypatch)


CALLS = (
    ("export", *YEAR, "--out", "导出"),
    ("export", "--period", "2025Q3", "--out", "导出"),
    ("archive", *YEAR, "--out", "归档", "--personal"),
    ("letter", "--request", "2025-001", "--kind", "登记回执", "--out", "回执.docx"),
    ("handover", "--out", "交接.jjb"),
    ("deidentify", "--out", "脱敏.db"),
    ("backup", "--to", "备份在此"),
    ("verify",),
)


@pytest.mark.parametrize("words", CALLS, ids=lambda words: f"{words[0]} {words[1:3]}")
def test_a_call_renames_and_removes_nothing_that_is_open(
    words: tuple[str, ...],
    office: Path,
    refused: list[str],
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(office.parent)
    first = call(capsys, words[0], "--db", office, *words[1:])
    assert first.status == 0, first.err
    again = call(capsys, words[0], "--db", office, *words[1:])  # over what lies there now
    assert again.status == 0 or "已经存在" in again.err
    assert refused == []
    assert not [one for one in open_here() if one.startswith(str(office.parent))]
    assert not [one.name for one in office.parent.rglob(".*")]


def test_a_backup_comes_back_over_a_whole_and_over_a_broken_file(
    office: Path, refused: list[str], capsys: Capture
) -> None:
    kept = back_up(office, now=NOON).path
    assert call(capsys, "restore", kept, "--db", office).status == 0
    content = office.read_bytes()
    office.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    assert call(capsys, "restore", kept, "--db", office).status == 0
    assert call(capsys, "verify", "--db", office).status == 0
    assert refused == []


def test_an_office_is_encrypted_and_laid_open_again(office: Path, refused: list[str]) -> None:
    encrypt(office, PASSWORD, cost=QUICK)
    assert is_encrypted_file(office)
    encryption.decrypt(office)
    assert not is_encrypted_file(office)
    assert [one.name for one in office.parent.iterdir()] == ["office.db"]
    assert refused == []
    forget_keys()


def test_an_office_that_somebody_looks_into_is_told_and_stays_plain(
    office: Path, refused: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_steps, "_PATIENCE_SECONDS", 0.0)
    with office.open("rb"), pytest.raises(Fault, match="正被别的程序打开"):
        encrypt(office, PASSWORD, cost=QUICK)
    assert not is_encrypted_file(office)
    assert [one.name for one in office.parent.iterdir()] == ["office.db"]
    assert len(refused) == 1
    forget_keys()


def test_a_table_that_is_open_in_another_program_is_told(
    office: Path, refused: list[str], capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_steps, "_PATIENCE_SECONDS", 0.0)
    out = office.parent / "导出"
    words = ("export", "--db", office, *YEAR, "--out", out)
    assert call(capsys, *words).status == 0
    table = next(out.glob("*.xlsx"))
    with table.open("rb"):
        answer = call(capsys, *words)
    assert (answer.status, answer.out) == (2, "")
    assert "请关闭它（如Excel、WPS）后重新导出" in answer.err
    assert refused
    assert not list(out.glob(".*"))


@pytest.mark.parametrize(
    "step", [(verify_table, "_verify_checks"), (write_ledger, "_compare")], ids=lambda one: one[1]
)
def test_an_export_that_reads_back_otherwise_leaves_nothing(
    step: tuple[ModuleType, str],
    office: Path,
    refused: list[str],
    capsys: Capture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def differs(*_told: object) -> None:
        raise Fault("读回核对不符，请重新导出。")

    monkeypatch.setattr(*step, differs)
    out = office.parent / "导出"
    answer = call(capsys, "export", "--db", office, *YEAR, "--out", out)
    assert "读回核对不符" in answer.err
    assert refused == []  # no workbook of it was still open
    assert not out.exists()
