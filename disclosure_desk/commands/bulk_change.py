"""Change the same fields of many records at once (批量修改), checked like the form's."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date

from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.registers import write_changes
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, MODELS, Card
from disclosure_desk.records.finding import errors
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.journal import begin_step

MOST_AT_ONCE = 2_000
_TOLD = 20
Report = Callable[[int, int, str], None]


class BulkUnsound(Refusal):
    """Some of the records would break rules: none was changed. `lines` says which and why."""

    def __init__(self, lines: Sequence[str]) -> None:
        shown = list(lines[:_TOLD])
        if len(lines) > _TOLD:
            shown.append(f"……共{len(lines):,}条")
        super().__init__("全部没有修改，下列记录改后不合要求：\n" + "\n".join(shown))
        self.lines = tuple(lines)


def fields_for_many(kind: str) -> tuple[str, ...]:
    """The fields that several records may share: no number, nothing personal, no steps."""
    columns = MODELS[kind].__table__.columns
    steps = ("finished_on", "outcome", "extended_on") if kind == "request" else ()
    return tuple(
        name
        for name, field in FIELDS[kind].items()
        if (name == "department" or (name in columns and not columns[name].unique))
        and not field.personal
        and name not in steps
    )


def change_records(
    session: Session,
    kind: str,
    ids: Sequence[int],
    changes: Mapping[str, FieldValue],
    *,
    seen: Mapping[int, Card] | None = None,
    calendar: WorkingDays | None = None,
    today: date | None = None,
    report: Report | None = None,
) -> Done:
    """Give these fields of all these records the same values; None empties a field.

    One step and one transaction. Raises BulkUnsound, with nothing changed, where one record
    would break a rule, and Refusal for too many records or a field that many cannot share.
    `seen` are the records as they were shown: what somebody changed or removed since is not
    overwritten, but refused.
    """
    _must_be_for_many(kind, ids, changes)
    if seen is not None:
        _must_be_as_seen(session, kind, ids, changes, seen)
    labels = "、".join(FIELDS[kind][name].label for name in changes)
    begin_step(session, f"批量修改{len(ids):,}条{KIND_LABELS[kind]}：{labels}")
    unsound: list[str] = []
    kinds: set[str] = set()
    for place, record_id in enumerate(ids):
        if report is not None and place % 20 == 0:
            report(place, len(ids), "正在修改…")
        try:
            done = write_changes(session, kind, record_id, changes, calendar=calendar, today=today)
        except Unsound as refusal:
            words = "".join(one.message for one in errors(refusal.findings))
            unsound.append(f"{_named(session, kind, record_id)}：{words}")
        else:
            kinds |= done.kinds
    if unsound:
        raise BulkUnsound(unsound)
    return Done(str(session.info["step"]), frozenset(kinds))


def _must_be_for_many(kind: str, ids: Sequence[int], changes: Mapping[str, FieldValue]) -> None:
    if not ids or not changes:
        raise Refusal("没有要修改的记录或栏目，请先选中记录并勾选要改的栏目。")
    if len(ids) > MOST_AT_ONCE:
        raise Refusal(f"一次最多修改{MOST_AT_ONCE:,}条，请先用筛选缩小范围。")
    if refused := set(changes) - set(fields_for_many(kind)):
        labels = "、".join(FIELDS[kind][name].label for name in sorted(refused))
        raise Refusal(f"“{labels}”不能批量修改，请逐条打开修改。")


def _must_be_as_seen(
    session: Session,
    kind: str,
    ids: Sequence[int],
    names: Collection[str],
    seen: Mapping[int, Card],
) -> None:
    now = dict(read_cards(session, kind, MODELS[kind].id.in_(ids)))
    gone = [one for one in ids if one not in now]
    other = [
        one
        for one in now
        if any(now[one].get(name) != seen.get(one, {}).get(name) for name in names)
    ]
    if gone or other:
        told = [f"{len(other):,}条刚刚被改过"] * bool(other)
        told += [f"{len(gone):,}条刚刚被删除"] * bool(gone)
        raise Refusal(f"全部没有修改：有{'，'.join(told)}，请关闭后重新选择，核对了再改。")


def _named(session: Session, kind: str, record_id: int) -> str:
    record = session.get(MODELS[kind], record_id)
    for name in ("number", "title", "dated_on"):
        if value := getattr(record, name, None):
            return str(value)
    return f"第{record_id}条"
