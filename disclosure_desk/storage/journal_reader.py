"""Reads the journal of the whole office, newest first, a page at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    SQLColumnExpression,
    and_,
    case,
    exists,
    false,
    or_,
    select,
    tuple_,
)
from sqlalchemy.orm import Session, aliased

from disclosure_desk.records.cards import KIND_LABELS
from disclosure_desk.records.journal import BLOTTING, JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.storage.journal_batches import (
    EVENT,
    entries_in,
    events_of,
    hold_together,
    labels_with,
    lines_entering,
    rows_in,
    written,
)
from disclosure_desk.storage.journal_days import effective_days
from disclosure_desk.storage.journal_names import names_of, names_together

# What the journal calls its lines, in the words of the desk.
KINDS = {
    "publication": KIND_LABELS["publication"],
    "request": KIND_LABELS["request"],
    "request_event": "依申请公开步骤",
    "dispute": KIND_LABELS["dispute"],
    "indicator_entry": KIND_LABELS["indicator"],
    "report_text": "年度报告",
    "office": KIND_LABELS["office"],
    "department": "科室",
    "export": "导出",
    "look": "查看个人信息",
    BLOTTING: "清除个人信息",
    "letter": "文书",
    "calendar": "节假日安排",
    "closed_year": "年度签发",
    "published_carry": "已公布的结转",
    "report_signing": "年度报告审签",
    "finding_answer": "核对结果的说明",
    "rule_off": "停用的规则",
    "subordinate_unit": "下属单位",
    "handover": "交接包",
    "person": "人员",
    "confirmation": "复核",
    "confirmation_wanted": "复核设置",
    "security": "密码和加密",
}
# What is looked for together.
GROUPS = {
    "publication": ("publication",),
    "request": ("request", "request_event", "letter"),
    "dispute": ("dispute",),
    "indicator_entry": ("indicator_entry",),
    "report_text": ("report_text", "report_signing", "finding_answer", "rule_off"),
    "office": (
        *("office", "department", "subordinate_unit", "person", "confirmation_wanted"),
        "security",
    ),
    "confirmation": ("confirmation",),
    "export": ("export",),
    "look": ("look", BLOTTING),
    "handover": ("handover",),
    "calendar": ("calendar",),
    "closed_year": ("closed_year", "published_carry"),
}
_REQUESTS_FOLLOWED = 20


@dataclass(frozen=True, slots=True)
class JournalLine:
    """A line of the journal, with the number and title of the record that it tells of.

    `day` (ISO) is when what it tells of took effect, empty where that is no day of its own.
    A line of many records comes without their values; `read_together` has them.
    """

    entry: JournalEntry
    name: str
    day: str = ""


@dataclass(frozen=True, slots=True)
class Together:
    """What a line of many tells: the names of all, and in full those that were looked for."""

    names: list[str]
    found: list[JournalLine]


def journal_page(
    session: Session, *, words: str = "", group: str = "", below: int | None = None, size: int
) -> list[JournalLine]:
    """The newest lines with an id under `below` (of all, when left out), at most `size`.

    Every one of the words must stand in the step, the actor, the values of the line, or in
    the record as it was entered or removed. `group` is one of GROUPS.
    """
    statement = select(*_columns_of_a_page())
    if below is not None:
        statement = statement.where(JournalEntry.id < below)
    if group:
        statement = statement.where(JournalEntry.kind.in_(GROUPS[group]))
    for word in words.split():
        statement = statement.where(_mentions(session, word))
    rows = session.execute(statement.order_by(JournalEntry.id.desc()).limit(size)).mappings()
    entries = [JournalEntry(**row) for row in rows]
    names, days = names_of(session, entries), effective_days(session, entries)
    return [
        JournalLine(one, names[one.id], days.get((one.id, one.record_id), "")) for one in entries
    ]


def _columns_of_a_page() -> Iterator[ColumnElement[Any]]:
    """All but the values of lines of many: a page of those would take many megabytes."""
    columns = JournalEntry.metadata.tables[JournalEntry.__tablename__].columns
    for column in columns:
        if column.key == "after":
            yield case((JournalEntry.last_id.is_(None), column)).label("after")
        else:
            yield column


def read_together(session: Session, line_id: int, words: str = "") -> Together:
    """The records of a line of many; `words` are those by which the line was found."""
    line = session.get_one(JournalEntry, line_id)
    names = names_together(session, line)
    if not words.split():
        return Together(list(names.values()), [])
    rows, record_id, text = rows_in(session, JournalEntry.after)
    statement = select(record_id).select_from(JournalEntry, rows).where(JournalEntry.id == line_id)
    for word in words.split():
        held = hold_together(JournalEntry.kind, text, word)
        statement = statement.where(or_(_in_the_head(word), held))
    ids = set(session.scalars(statement))
    # Words that fit all the records single out none of them.
    found = [] if len(ids) == len(names) else entries_in(line, ids)
    return Together(list(names.values()), [JournalLine(one, names[one.record_id]) for one in found])


# ---------------------------------------------------------------------------- looking for words


def _mentions(session: Session, word: str) -> ColumnElement[bool]:
    one = aliased(JournalEntry)
    of_record = select(one.kind, one.record_id).where(_is_whole(one), _holds(one, word))
    record = tuple_(JournalEntry.kind, JournalEntry.record_id)
    return or_(
        _in_the_head(word),
        _holds(JournalEntry, word),
        and_(
            JournalEntry.last_id.is_not(None),
            or_(
                hold_together(JournalEntry.kind, JournalEntry.after, word),
                _tells_of_removed(word),
            ),
        ),
        and_(
            JournalEntry.last_id.is_(None),
            or_(record.in_(of_record), record.in_(_entered_together(session, word))),
        ),
        _of_requests(session, word),
    )


def _in_the_head(word: str) -> ColumnElement[bool]:
    return or_(
        JournalEntry.step.contains(word, autoescape=True),
        JournalEntry.actor.contains(word, autoescape=True),
        JournalEntry.computer.contains(word, autoescape=True),
    )


def _is_whole(line: type[JournalEntry]) -> ColumnElement[bool]:
    """Whether a line tells all the values of one record: as it was entered or removed."""
    return and_(line.last_id.is_(None), or_(line.before.is_(None), line.after.is_(None)))


def _holds(line: type[JournalEntry], word: str) -> ColumnElement[bool]:
    """Whether the values of one record hold a word, or a choice that is called so."""
    slugs = {pair for one in labels_with(word) for pair in _pairs(one.field, f'"{one.slug}"')}
    return or_(
        *(
            column.contains(text, autoescape=True)
            for text in (written(word), *sorted(slugs))
            for column in (line.before, line.after)
        )
    )


def _pairs(name: str, value: str) -> tuple[str, ...]:
    """A value under its name as Python writes it, as SQLite does, and as PostgreSQL does."""
    return f'"{name}": {value}', f'"{name}":{value}', f'"{name}" : {value}'


def _tells_of_removed(word: str) -> ColumnElement[bool]:
    """Whether a record of a line of many was removed when it held the word."""
    removed = aliased(JournalEntry)
    return exists().where(
        removed.kind == JournalEntry.kind,
        removed.record_id.between(JournalEntry.record_id, JournalEntry.last_id),
        removed.after.is_(None),
        _holds(removed, word),
    )


def _entered_together(session: Session, word: str) -> Select[str, int]:
    """Kind and key of the records that held the word when they were entered with others.

    Only lines of which a record was changed or removed later are taken apart.
    """
    line, later = aliased(JournalEntry), aliased(JournalEntry)
    rows, record_id, text = rows_in(session, line.after)
    touched = exists().where(
        later.kind == line.kind,
        later.record_id.between(line.record_id, line.last_id),
        later.before.is_not(None),
    )
    return (
        select(line.kind, record_id)
        .select_from(line, rows)
        .where(
            line.last_id.is_not(None),
            hold_together(line.kind, line.after, word),
            touched,
            hold_together(line.kind, text, word),
        )
    )


def _of_requests(session: Session, word: str) -> ColumnElement[bool]:
    """The steps of the newest requests with this word: they name their request by its key."""
    steps = events_of(session, _newest_requests(session, written(word)))
    if not steps:
        return false()
    return and_(
        JournalEntry.kind == EVENT,
        or_(
            JournalEntry.record_id.in_(steps),
            JournalEntry.id.in_(lines_entering(session, EVENT, steps)),
        ),
    )


def _newest_requests(session: Session, word: str) -> list[int]:
    """The newest requests that held this text when they were entered or removed."""
    held = or_(*(one.contains(word, autoescape=True) for one in _BOTH))
    single = select(JournalEntry.record_id).where(
        JournalEntry.kind == Request.__tablename__, _is_whole(JournalEntry), held
    )
    lines = select(JournalEntry.id).where(
        JournalEntry.kind == Request.__tablename__,
        JournalEntry.last_id.is_not(None),
        JournalEntry.after.contains(word, autoescape=True),
    )
    newest_lines = lines.order_by(JournalEntry.record_id.desc()).limit(_REQUESTS_FOLLOWED)
    rows, record_id, text = rows_in(session, JournalEntry.after)
    together = (
        select(record_id)
        .select_from(JournalEntry, rows)
        .where(JournalEntry.id.in_(newest_lines), text.contains(word, autoescape=True))
    )
    found = {
        *_newest(session, single, JournalEntry.record_id),
        *_newest(session, together, record_id),
    }
    return sorted(found, reverse=True)[:_REQUESTS_FOLLOWED]


def _newest(
    session: Session, statement: Select[int], record_id: SQLColumnExpression[int]
) -> Sequence[int]:
    newest = statement.distinct().order_by(record_id.desc()).limit(_REQUESTS_FOLLOWED)
    return session.scalars(newest).all()


_BOTH = (JournalEntry.before, JournalEntry.after)
