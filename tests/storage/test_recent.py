"""Which office was open last, kept without Qt."""

from pathlib import Path

import pytest

from disclosure_desk.storage import recent


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "_memory", lambda: tmp_path / "settings" / "recent.json")


def test_nothing_is_remembered_at_first() -> None:
    assert recent.last_office() is None


def test_the_latest_office_comes_first_and_once() -> None:
    for place in ("/a.db", "/b.db", "/a.db"):
        recent.remember_office(place)
    assert recent.last_office() == "/a.db"
    assert recent.recent_offices() == ["/a.db", "/b.db"]


def test_a_forgotten_office_is_gone() -> None:
    recent.remember_office("/a.db")
    recent.remember_office("/单位.db")
    recent.forget_office("/单位.db")
    assert recent.last_office() == "/a.db"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"offices": 3}', '{"offices": [1, null]}', "\x80"]
)
def test_an_unreadable_memory_counts_as_none(tmp_path: Path, text: str) -> None:
    memory = tmp_path / "settings" / "recent.json"
    memory.parent.mkdir()
    memory.write_bytes(text.encode("latin-1"))
    assert recent.last_office() is None


def test_a_place_that_cannot_be_written_to_is_no_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(recent, "_memory", lambda: tmp_path / "file" / "recent.json")
    recent.remember_office("/a.db")
    assert recent.last_office() is None
