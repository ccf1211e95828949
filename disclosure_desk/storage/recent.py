"""Which office file was open last on this computer: what `--db` means when it is left out."""

import json
from pathlib import Path

from platformdirs import user_config_path

from disclosure_desk.storage.file_steps import put_in_place

_APPLICATION = "disclosure-desk"
_MOST_REMEMBERED = 8
_LONGEST = 100_000  # characters


def last_office() -> str | None:
    """The place opened last, a path or a database URL; None before the first one."""
    places = recent_offices()
    return places[0] if places else None


def recent_offices() -> list[str]:
    """The places opened lately, the latest first. An unreadable memory counts as none."""
    try:
        with _memory().open(encoding="utf-8") as memory:
            told = json.loads(memory.read(_LONGEST))
    except (OSError, ValueError, RecursionError):
        return []
    places = told.get("offices") if isinstance(told, dict) else None
    if not isinstance(places, list):
        return []
    return [place for place in places if isinstance(place, str)]


def remember_office(place: str) -> None:
    """Put a place first. Where nothing can be written, the place is not remembered."""
    known = [one for one in recent_offices() if one != place]
    _write([place, *known][:_MOST_REMEMBERED])


def forget_office(place: str) -> None:
    """Leave out a place that is no longer there."""
    _write([one for one in recent_offices() if one != place])


def _write(places: list[str]) -> None:
    text = json.dumps({"offices": places}, ensure_ascii=False, indent=1)
    memory = _memory()
    try:
        memory.parent.mkdir(parents=True, exist_ok=True)
        fresh = memory.with_suffix(".new")
        fresh.write_text(text, encoding="utf-8")
        put_in_place(fresh, memory)
    except OSError:
        return


def _memory() -> Path:
    return user_config_path(_APPLICATION, appauthor=False) / "recent.json"
