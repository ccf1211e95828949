"""Remembers which column of a pasted table is which field, for tables of the same layout."""

import hashlib
import json
from collections.abc import Sequence

from disclosure_desk.desk.machine_settings import MachineSetting
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.wording import folded


def _setting(kind: str, headings: Sequence[str]) -> MachineSetting:
    layout = "\t".join(map(folded, headings))
    name = hashlib.sha256(layout.encode("utf-8", "replace")).hexdigest()[:16]
    return MachineSetting(f"paste/{kind}/{name}", "粘贴时各列的栏目")


def remember_columns(kind: str, headings: Sequence[str], fields: Sequence[str | None]) -> None:
    """Keep what was chosen for a table under these headings."""
    _setting(kind, headings).keep(json.dumps(list(fields)))


def remembered_columns(kind: str, headings: Sequence[str]) -> tuple[str | None, ...] | None:
    """What was chosen for these headings before; None when nothing was."""
    kept = _setting(kind, headings).value()
    try:
        fields = json.loads(kept) if kept else None
    except ValueError:
        return None
    if not isinstance(fields, list) or len(fields) != len(headings):
        return None
    return tuple(name if name in FIELDS[kind] else None for name in fields)
