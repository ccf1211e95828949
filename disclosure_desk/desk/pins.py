"""Pinned fields (已固定): what a new record of a register begins with, kept over a restart.

Which fields are pinned is a habit of the user of this computer; the values belong to one office
as well, so that those of the sample never stand in the real register.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.machine_settings import MachineSetting

if TYPE_CHECKING:
    from disclosure_desk.storage.drafts import Typed


class Pins:
    """The pins of one register; without any memory yet those that the form proposes."""

    def __init__(self, desk: Desk, kind: str, proposed: Iterable[str]) -> None:
        office = hashlib.sha256(str(desk.database.url).encode()).hexdigest()[:16]
        self._names = MachineSetting(f"pins/{kind}/fields", "固定的字段")
        self._values = MachineSetting(f"pins/{kind}/{office}", "固定的值")
        kept = _read(self._names.value())
        self.names: set[str] = set(kept if isinstance(kept, list) else proposed)

    def toggle(self, name: str) -> bool:
        """Pin a field or unpin it; whether it is pinned now."""
        self.names ^= {name}
        self._names.keep(json.dumps(sorted(self.names)))
        return name in self.names

    def values(self) -> "dict[str, Typed]":
        """What the next new record begins with, as it was typed last."""
        kept = _read(self._values.value())
        values = kept if isinstance(kept, dict) else {}
        return {name: text for name, text in values.items() if name in self.names}

    def remember(self, typed: "Mapping[str, Typed]") -> None:
        """Take over the pinned ones of these fields from a record that was kept."""
        values = {name: text for name, text in typed.items() if name in self.names}
        self._values.keep(json.dumps(values, ensure_ascii=False))


def _read(kept: str) -> Any:
    """What was kept; None for nothing, or for what somebody has spoilt."""
    try:
        return json.loads(kept) if kept else None
    except ValueError:
        return None
