"""What a user has set up for a register, kept on this computer: columns, order, named filters.

They belong to whoever sits there, not to the office: a filter by one's own department helps
nobody else, and the office file must not change because somebody looks at it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from disclosure_desk.desk.machine_settings import MachineSetting
from disclosure_desk.desk.models.column import Column
from disclosure_desk.desk.registers import REGISTERS, columns_of, declared
from disclosure_desk.records.confirmation import CONFIRMATION
from disclosure_desk.storage.filters import (
    DUE,
    MISSING,
    SHOULD_BE_FILLED,
    STATE,
    STATES,
    Filter,
)

_NARROWEST, _WIDEST = 30, 1_200
_CONFIRMATION_WIDTH = 66


@dataclass(frozen=True, slots=True)
class KeptFilter:
    """A filter with its name."""

    name: str
    filters: tuple[Filter, ...]
    query: str = ""
    all_years: bool = False


def _columns_setting(kind: str) -> MachineSetting:
    return MachineSetting(f"registers/{kind}/columns", "登记簿显示的列")


def _sort_setting(kind: str) -> MachineSetting:
    return MachineSetting(f"registers/{kind}/sort", "登记簿的排序")


def _filters_setting(kind: str) -> MachineSetting:
    return MachineSetting(f"registers/{kind}/filters", "登记簿保存的筛选")


def kept_columns(kind: str, *, with_confirmation: bool = False) -> tuple[Column, ...]:
    """The columns of a register in this user's order and widths; at first those it begins with.

    These are followed by 复核 where the office wants its records confirmed.
    """
    known = columns_of(kind)
    found: dict[str, Column] = {}
    for entry in _read(_columns_setting(kind)):
        name, width = str(entry.get("field")), entry.get("width")
        if name in known and isinstance(width, int):
            found[name] = known[name].with_width(min(max(width, _NARROWEST), _WIDEST))
    at_first = REGISTERS[kind].columns
    if with_confirmation:
        at_first = (*at_first, known[CONFIRMATION].with_width(_CONFIRMATION_WIDTH))
    return tuple(found.values()) or at_first


def keep_columns(kind: str, columns: Sequence[Column]) -> None:
    """Remember columns, their order and widths; those a register begins with are forgotten."""
    if tuple(columns) == REGISTERS[kind].columns:
        _columns_setting(kind).keep("")
        return
    entries = [{"field": one.field, "width": one.width} for one in columns]
    _columns_setting(kind).keep(json.dumps(entries))


def kept_sort(kind: str, columns: Sequence[Column]) -> tuple[str, bool]:
    """By which of these columns a register was sorted last, and whether from the end.

    At first, and where that column is not among them, it is its own order, the newest first.
    """
    for entry in _read(_sort_setting(kind)):
        name, descending = entry.get("field"), entry.get("descending")
        if name in {one.field for one in columns} and isinstance(descending, bool):
            return str(name), descending
    return REGISTERS[kind].sort, True


def keep_sort(kind: str, field: str, *, descending: bool) -> None:
    """Remember by which column a register is sorted; its own order is forgotten."""
    is_own = (field, descending) == (REGISTERS[kind].sort, True)
    entry = {"field": field, "descending": descending}
    _sort_setting(kind).keep("" if is_own else json.dumps([entry]))


def kept_filters(kind: str) -> tuple[KeptFilter, ...]:
    """The named filters of a register, in the order in which they were first kept."""
    found = {}
    for entry in _read(_filters_setting(kind)):
        filters = tuple(_filters(kind, entry.get("filters")))
        name = str(entry.get("name") or "").strip()
        if name:
            query, all_years = str(entry.get("query") or ""), bool(entry.get("all_years"))
            found[name] = KeptFilter(name, filters, query, all_years)
    return tuple(found.values())


def keep_filter(kind: str, kept: KeptFilter) -> None:
    """Keep a filter under its name; one of the same name gives way to it."""
    others = {one.name: one for one in kept_filters(kind)}
    _write_filters(kind, {**others, kept.name: kept})


def forget_filter(kind: str, name: str) -> None:
    """Forget the filter of this name."""
    _write_filters(kind, {one.name: one for one in kept_filters(kind) if one.name != name})


def rename_filter(kind: str, name: str, new: str) -> None:
    """Give a kept filter another name; a filter that had that name gives way."""
    renamed = {}
    for one in kept_filters(kind):
        if one.name == name:
            renamed[new] = KeptFilter(new, one.filters, one.query, one.all_years)
        elif one.name != new:
            renamed[one.name] = one
    _write_filters(kind, renamed)


def _write_filters(kind: str, filters: dict[str, KeptFilter]) -> None:
    entries = [
        {
            "name": one.name,
            "filters": [{"field": part.field, "values": part.values} for part in one.filters],
            "query": one.query,
            "all_years": one.all_years,
        }
        for one in filters.values()
    ]
    _filters_setting(kind).keep(json.dumps(entries, ensure_ascii=False) if entries else "")


def _filters(kind: str, entries: Any) -> list[Filter]:
    """Those that this program knows; a newer one may have kept others."""
    found = []
    for entry in entries if isinstance(entries, list) else ():
        name = entry.get("field") if isinstance(entry, dict) else None
        values = entry.get("values") if isinstance(entry, dict) else None
        if not isinstance(name, str) or not isinstance(values, list):
            continue
        told = (None if value is None else str(value) for value in values)
        known = tuple(value for value in told if _is_known(kind, name, value))
        if known:
            found.append(Filter(name, known))
    return found


def _is_known(kind: str, name: str, value: str | None) -> bool:
    """Whether a condition can be asked; one for a value that is there no more finds nothing."""
    if name == STATE:
        return value in STATES.get(kind, {})
    if name == MISSING:
        return value in SHOULD_BE_FILLED[kind]
    return name in declared(kind) or (name == DUE and kind == "request")


def _read(setting: MachineSetting) -> list[dict[str, Any]]:
    """What was kept; nothing where somebody else has written there."""
    try:
        entries = json.loads(setting.value() or "[]")
    except ValueError:
        return []
    if not isinstance(entries, list):
        return []
    return [entry for entry in entries if isinstance(entry, dict)]
