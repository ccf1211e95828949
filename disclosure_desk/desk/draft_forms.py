"""Finds the form that a draft belongs to, and opens it with what was typed."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.draft_keeping import STEP_FORM
from disclosure_desk.desk.event_fields import event_fields
from disclosure_desk.desk.typing_kept import SHEET_FORM
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, MODELS, Field
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.storage.drafts import Draft, every_draft

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_REGISTERS = ("publication", "request", "dispute", "indicator")


@dataclass(frozen=True, slots=True)
class ListedDraft:
    """A draft, and whether the record or request that it belongs to is there no more."""

    draft: Draft
    is_orphan: bool


def listed_drafts(session: "Session") -> list[ListedDraft]:
    """Every draft of the office, newest first."""
    return [ListedDraft(one, _is_orphan(session, one)) for one in every_draft(session)]


def _is_orphan(session: "Session", draft: Draft) -> bool:
    if draft.form.startswith(STEP_FORM):
        step = draft.record_id
        is_gone = step is not None and session.get(RequestEvent, step) is None
        return is_gone or session.get(Request, draft.part_of) is None
    model = MODELS.get(draft.form)
    return (
        model is not None
        and draft.record_id is not None
        and session.get(model, draft.record_id) is None
    )


def form_words(draft: Draft) -> str:
    """Which form it was typed in: «主动公开（新增）»."""
    if draft.form.startswith(STEP_FORM):
        kind = EVENT_KINDS.get(draft.form.removeprefix(STEP_FORM))
        label = kind.label if kind else ""
        return f"办理步骤：{label}"
    if draft.form in _REGISTERS:
        return f"{KIND_LABELS[draft.form]}（{'新增' if draft.record_id is None else '修改'}）"
    return draft.name


def fields_of(draft: Draft) -> dict[str, Field]:
    """The fields of its form; empty for what was typed outside of a form."""
    if draft.form.startswith(STEP_FORM):
        kind = draft.form.removeprefix(STEP_FORM)
        return event_fields(kind) if kind in EVENT_KINDS else {}
    return FIELDS[draft.form] if draft.form in _REGISTERS else {}


def opened_form(desk: Desk, listed: ListedDraft, parent: QWidget | None) -> QDialog | None:
    """Open the form with the draft typed in; None where there is no form to open."""
    draft = listed.draft
    if draft.form in _REGISTERS:
        return _record_form(desk, listed, parent)
    if draft.form.startswith(STEP_FORM) and not listed.is_orphan:
        return _step_form(desk, draft, parent)
    if draft.form.startswith(SHEET_FORM) and draft.form.removeprefix(SHEET_FORM) in _REGISTERS:
        return _sheet(desk, draft, parent)
    return None


def _sheet(desk: Desk, draft: Draft, parent: QWidget | None) -> QDialog:
    from disclosure_desk.desk.dialogs.paste_sheet import PasteSheet

    sheet = PasteSheet(desk, draft.form.removeprefix(SHEET_FORM), parent)
    sheet.open()
    return sheet


def _record_form(desk: Desk, listed: ListedDraft, parent: QWidget | None) -> QDialog:
    from disclosure_desk.desk.dialogs.dispute_edit import DisputeEdit
    from disclosure_desk.desk.dialogs.indicator_edit import IndicatorEdit
    from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
    from disclosure_desk.desk.dialogs.request_edit import RequestEdit

    made = {
        "publication": PublicationEdit,
        "request": RequestEdit,
        "dispute": DisputeEdit,
        "indicator": IndicatorEdit,
    }[listed.draft.form]
    draft = replace(listed.draft, record_id=None) if listed.is_orphan else listed.draft
    form = made(desk, draft.record_id, parent)
    form.offer.take(draft)
    if listed.is_orphan:
        form.offer.bar.tell("原来的记录已被删除；保存会登记为新的一条，请核对。", asks=False)
    form.open()
    return form


def _step_form(desk: Desk, draft: Draft, parent: QWidget | None) -> QDialog:
    from disclosure_desk.desk.dialogs.event_edit import EventEdit

    kind = draft.form.removeprefix(STEP_FORM)
    with desk.database.reading() as session:
        event = session.get(RequestEvent, draft.record_id) if draft.record_id else None
        stored = {name: getattr(event, name) for name in event_fields(kind)} if event else None
    assert draft.part_of is not None
    form = EventEdit(
        desk, draft.part_of, kind, parent, event_id=draft.record_id, stored=stored, about=draft.name
    )
    form.offer.take(draft)
    form.open()
    return form
