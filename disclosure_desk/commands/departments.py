"""The departments of the office: who answers for them, their names, their order, their end."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.meanwhile import ChangedMeanwhile, clashes_of, sifted
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card, Field
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.office import Department
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.records.wording import trimmed
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.row_versions import changes_of_row

# The order of the office's own list; departments without a place come last, oldest first.
IN_ORDER = (func.coalesce(Department.place, 1_000_000), Department.id)
_KINDS: dict[str, type[Publication | Request | IndicatorEntry]] = {
    "publication": Publication,
    "request": Request,
    "indicator": IndicatorEntry,
}
_TOLD = ("liaison", "phone", "out_of_use_since")
DEPARTMENT_FIELDS = {
    "name": Field("name", "科室名称", str),
    "liaison": Field("liaison", "联络员", str),
    "phone": Field("phone", "联系电话", str),
    "out_of_use_since": Field("out_of_use_since", "停用日期", date),
}


def departments(session: Session) -> list[Department]:
    """All departments, those out of use too, in the office's own order."""
    return list(session.scalars(select(Department).order_by(*IN_ORDER)))


def add_department(session: Session, name: str) -> Done:
    """Enter a department before any record names it. Raises Refusal for no or a known name."""
    begin_step(session, "新增科室")
    department = Department(name=_new_name(session, name))
    session.add(department)
    session.flush()
    return Done("新增科室", frozenset({"office"}), department.id)


def change_department(session: Session, department_id: int, told: Mapping[str, FieldValue]) -> Done:
    """Keep liaison, phone or the day since when it is out of use."""
    begin_step(session, "修改科室")
    department = _found(session, department_id)
    for name in _TOLD:
        if name in told:
            value = told[name]
            kept = trimmed(value) or None if isinstance(value, str) else value
            if getattr(department, name) != kept:
                setattr(department, name, kept)
    session.flush()
    return Done("修改科室", frozenset({"office"}), department_id)


def edit_department(
    session: Session, department_id: int, told: Card, seen: Mapping[str, FieldValue]
) -> Done:
    """Keep what a form of a department tells, its name too; `seen` is what it showed.

    What others changed since in other fields stays. Raises ChangedMeanwhile, with nothing
    kept, where they changed the same, and Refusal as `rename_department`.
    """
    department = _found(session, department_id)
    now: Card = {name: getattr(department, name) for name in told}
    told = {
        name: trimmed(one) or None if isinstance(one, str) else one for name, one in told.items()
    }
    kept, clashing = sifted(DEPARTMENT_FIELDS, now, told, seen)
    if clashing:
        changes = changes_of_row(session, Department.__tablename__, department_id)
        clashes = clashes_of(DEPARTMENT_FIELDS, clashing, now, told, seen, changes)
        raise ChangedMeanwhile(f"科室“{department.name}”", clashes, 0)
    kinds: frozenset[str] = frozenset({"office"})
    if "name" in kept:
        kinds = rename_department(session, department_id, str(kept.pop("name") or "")).kinds
    if kept:
        change_department(session, department_id, kept)
    return Done("修改科室", kinds, department_id)


def rename_department(session: Session, department_id: int, name: str) -> Done:
    """Give a department another name: its records follow, and so do later imports.

    Raises Refusal for no name, or for one that another department has: those are merged.
    """
    begin_step(session, "科室改名")
    department = _found(session, department_id)
    department.name = _new_name(session, name, besides=department_id)
    session.flush()
    return Done("科室改名", frozenset({"office", *_KINDS}), department_id)


def merge_departments(session: Session, department_id: int, into_id: int) -> Done:
    """Put the records of one department to another and take the first one away.

    Every record that moves has its line in the journal. Raises Refusal for one and the same.
    """
    begin_step(session, "合并科室")
    if department_id == into_id:
        raise Refusal("不能与自己合并，请选择另一个科室。")
    gone, into = _found(session, department_id), _found(session, into_id)
    moved = set()
    for kind, model in _KINDS.items():
        for record in session.scalars(select(model).where(model.department_id == gone.id)):
            record.department = into  # type: ignore[attr-defined]  # all of these kinds have it
            moved.add(kind)
    session.flush()
    session.delete(gone)
    session.flush()
    return Done("合并科室", frozenset({"office", *moved}), into_id)


def order_departments(session: Session, ids: Sequence[int]) -> Done:
    """Keep the order in which departments are listed and proposed."""
    begin_step(session, "调整科室顺序")
    known = {one.id: one for one in departments(session)}
    for place, department_id in enumerate(ids, start=1):
        if (department := known.get(department_id)) and department.place != place:
            department.place = place
    session.flush()
    return Done("调整科室顺序", frozenset({"office"}))


def records_of(session: Session, department_id: int) -> int:
    """How many records name a department."""
    counts = (
        session.scalar(
            select(func.count()).select_from(model).where(model.department_id == department_id)
        )
        for model in _KINDS.values()
    )
    return sum(count or 0 for count in counts)


def _found(session: Session, department_id: int) -> Department:
    department = session.get(Department, department_id)
    if department is None:
        raise Refusal("这个科室已经不在名单里了，可能已被合并。")
    return department


def _new_name(session: Session, told: str, besides: int | None = None) -> str:
    name = trimmed(told)
    if not name:
        raise Refusal("请填写科室名称。")
    same = session.scalars(select(Department).where(Department.name == name)).first()
    if same is not None and same.id != besides:
        raise Refusal(f"已经有“{name}”了，两个科室要合成一个，请用“合并”。")
    return name
