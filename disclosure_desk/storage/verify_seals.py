"""Holds the lines of the journal against their seals, and names those that do not fit."""

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, select

from disclosure_desk.records.finding import Finding
from disclosure_desk.records.journal import (
    BLOTTING,
    JournalEntry,
    journal_blot,
    journal_change,
    journal_end,
    journal_seal,
)
from disclosure_desk.storage.journal_seal import SEALED, hash_as_it_stands, seal_of

_MOST_NAMED = 10
_CHANGES_AT_ONCE = 1_000


class Seals:
    """Takes the lines of the journal in their order, each with its seal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._changes = _changes(connection)
        self._next_change = next(self._changes, None)
        self._seal = ""
        self._last_line = 0
        self._broken: list[int] = []
        self._without: list[int] = []
        self._blots: dict[int, str] = dict(connection.execute(select(journal_blot)).all())
        self._standing: dict[int, str] = {}  # of blotted lines, as they stand now
        self._attested: dict[int, str] = {}  # the same as the lines that blotted them say

    def take(self, line: Any) -> None:
        """Look at the next line, which has a seal beside the values of SEALED."""
        begun = self._begun_until(line.id)
        if line.seal is None:
            self._without.append(line.id)
            return  # the next seal was made without knowing of this line
        values = tuple(getattr(line, name) for name in SEALED)
        if line.id in self._blots:
            self._standing[line.id] = hash_as_it_stands(values, line.seal)
        if line.kind == BLOTTING:
            self._attested |= _attested_by(line.after)
        # With the words of a step gone, no seal can be made anew: what stands there is attested.
        kept = self._blots.get(line.id)
        if kept != "" and seal_of(self._seal, values, begun, kept or "") != line.seal:
            self._broken.append(line.id)
        self._seal, self._last_line = line.seal, line.id

    def _begun_until(self, line_id: int) -> list[tuple[int, int | None]]:
        begun = []
        while self._next_change is not None and self._next_change[0] <= line_id:
            begun.append(self._next_change)
            self._next_change = next(self._changes, None)
        return begun

    def findings(self) -> Iterator[Finding]:
        """V11, after the last line."""
        if self._broken:
            told = f"有{len(self._broken)}条日志与封存时的不符（日志编号{some(self._broken)}），"
            yield _error(told + "它们被改过、调换过，或者前面的日志被删去。")
        if self._without:
            told = f"有{len(self._without)}条日志没有封存（日志编号{some(self._without)}），"
            yield _error(told + "可能是绕过本程序加入的。")
        attested = {line: self._attested.get(line) for line in self._blots}
        if odd := [line for line in self._blots if self._standing.get(line) != attested[line]]:
            told = f"有{len(odd)}条清除过个人信息的日志与清除时的不符（日志编号{some(odd)}），"
            yield _error(told + "它们后来被改过，或者不是用本程序清除的。")
        if self._blots:
            told = f"有{len(self._blots)}条日志里的个人信息已按保存期限清除"
            words = f"{told}（日志编号{some(sorted(self._blots))}），其余内容没有改动。"
            yield Finding("V12", "hint", words)
        if gone := self._sealed_but_gone():
            told = f"有{len(gone)}条封存过的日志不见了（日志编号{some(gone)}），它们被删去了。"
            yield _error(told)
        ends = [tuple(end) for end in self._connection.execute(select(journal_end))]
        expected = [(self._last_line, self._seal)] if self._seal else []
        if ends != expected:
            last = max((end[0] for end in ends), default=0)
            told = f"日志的末尾到编号{self._last_line}，与封存的末尾（编号{last}）不符，"
            yield _error(told + "末尾的日志可能被删去。")
        if self._next_change is not None:
            told = f"有操作指向日志里没有的编号{self._next_change[0]}，"
            yield _error(told + "末尾的日志可能被删去。")

    def _sealed_but_gone(self) -> list[int]:
        lines = select(journal_seal.columns.line).outerjoin(
            JournalEntry, JournalEntry.id == journal_seal.columns.line
        )
        gone = lines.where(JournalEntry.id.is_(None)).order_by(journal_seal.columns.line)
        return list(self._connection.execute(gone).scalars())


def _changes(connection: Connection) -> Iterator[tuple[int, int | None]]:
    statement = select(journal_change).order_by(journal_change.columns.first_line)
    streamed = {"yield_per": _CHANGES_AT_ONCE}
    for change in connection.execute(statement, execution_options=streamed):
        yield change.first_line, change.undoes


def _attested_by(after: str | None) -> dict[int, str]:
    """The lines that a line of kind BLOTTING has blotted, each with its hash since then."""
    try:
        blotted = json.loads(after or "{}").get("blotted", {})
        return {int(line): str(standing) for line, standing in blotted.items()}
    except (ValueError, AttributeError):  # found as unreadable by who reads the lines
        return {}


def _error(told: str) -> Finding:
    return Finding("V11", "error", f"{told}请用备份核对。")


def some(keys: list[int]) -> str:
    """The first of these numbers, and whether there are more."""
    told = "、".join(str(key) for key in keys[:_MOST_NAMED])
    return told + ("等" if len(keys) > _MOST_NAMED else "")
