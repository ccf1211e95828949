"""What lines of the journal tell, in the words of the forms."""

import json
from collections.abc import Mapping
from typing import Any

from disclosure_desk.records.cards import (
    EVENT_DATES,
    EVENT_FIELDS,
    FIELDS,
    LETTER_FIELDS,
    Field,
)
from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.confirmation import Confirmation, ConfirmationWanted
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.finding_answer import FindingAnswer, RuleOff, SubordinateUnit
from disclosure_desk.records.handover import Handover
from disclosure_desk.records.journal import BLOTTING, JournalEntry
from disclosure_desk.records.person import Person
from disclosure_desk.records.published_carry import PublishedCarry
from disclosure_desk.records.report_signing import ReportSigning
from disclosure_desk.records.terms import Terms
from disclosure_desk.rules.personal_marks import masked

# Derived or internal: they say nothing that another line does not say.
INNER = {"id", "request_id", "channel_mask"}
DERIVED = {"finished_on", "outcome", "extended_on"}
# Lines that belong to no register.
_OTHER_LABELS = {
    "report_text": {"year": "年度", "chapter": "章", "body": "正文"},
    "department": {"name": "科室名称"},
    "export": {"file": "文件", "conditions": "条件", "personal": "含个人信息"},
    "security": {"what": "内容"},
    "look": {"number": "编号", "fields": "查看的内容"},
    BLOTTING: {"until": "办结日期截止", "requests": "申请件数", "texts": "申请内容"},
    "office": {"retention_years": "个人信息保存年数"},
    "request": {"anonymised_on": "个人信息清除日期"},
    "calendar": {"due": "改变的答复期限"},
    **{
        model.__tablename__: {
            column.key: column.info["label"]
            for column in model.__table__.columns
            if "label" in column.info
        }
        for model in (
            *(ClosedYear, PublishedCarry, Person, Confirmation, ConfirmationWanted),
            *(ReportSigning, FindingAnswer, RuleOff, SubordinateUnit, Handover),
        )
    },
}


# Their choices, where they have some.
_OTHER_CHOICES: dict[tuple[str, str], Terms] = {
    (model.__tablename__, column.key): column.info["choices"]
    for model in (Person, Confirmation, ConfirmationWanted)
    for column in model.__table__.columns
    if column.info.get("choices") is not None
}


def what_changed(entry: JournalEntry, departments: Mapping[int, str], *, hides: bool = True) -> str:
    """The fields of a line, in the words of the form; what is personal is hidden in them."""
    before = _named(json.loads(entry.before or "{}"), departments)
    after = _named(json.loads(entry.after or "{}"), departments)
    kind = {"indicator_entry": "indicator", "request_event": "event"}.get(entry.kind, entry.kind)
    told = []
    for name in dict.fromkeys([*before, *after]):
        if name in INNER:
            continue
        # Of what is gone every value is told; else the line of the step says it.
        if kind == "request" and name in DERIVED and entry.after is not None:
            continue
        label = _label(kind, name, before | after)
        if label is None:
            continue
        old, new = (in_words(kind, name, one.get(name), hides=hides) for one in (before, after))
        if entry.before is not None and entry.after is not None:
            alike = "（内容有改动）" if old == new and before.get(name) != after.get(name) else ""
            told.append(f"{label}：{old or '（空）'} → {new or '（空）'}{alike}")
        elif old or new:
            told.append(f"{label}：{old or new}")
    return "\n".join(told)


def _named(values: dict[str, Any], departments: Mapping[int, str]) -> dict[str, Any]:
    """The values with the department by its name instead of its key."""
    if "department_id" not in values:
        return values
    key = values.pop("department_id")
    return values | {"department": departments.get(key, "") if key else None}


def _label(kind: str, name: str, values: dict[str, Any]) -> str | None:
    slug = values.get("kind")
    if kind == "event" and name == "kind":
        return "步骤"
    if kind == "event" and name == "happened_on" and slug in EVENT_DATES:
        return FIELDS["request"][EVENT_DATES[slug]].label
    if kind == "event" and name == "reason" and slug in EVENT_KINDS:
        return EVENT_KINDS[slug].reason_label
    field = _field(kind, name)
    return field.label if field else _OTHER_LABELS.get(kind, {}).get(name)


def _field(kind: str, name: str) -> Field | None:
    beside = {"event": EVENT_FIELDS, "letter": LETTER_FIELDS}
    return (beside.get(kind) or FIELDS.get(kind, {})).get(name)


def in_words(kind: str, name: str, value: Any, *, hides: bool = True) -> str:
    """A value as a form shows it; one that is personal is hidden."""
    if value in (None, "", []):
        return ""
    if kind == "event" and name == "kind":
        return EVENT_KINDS[value].label if value in EVENT_KINDS else str(value)
    field = _field(kind, name)
    if isinstance(value, dict):  # of each request the old date and the new one
        told = ((one, old or "算不出", new or "算不出") for one, (old, new) in value.items())
        return "，".join(f"{number} {old} → {new}" for number, old, new in told)
    if field is None:
        return _words_of_choice(kind, name, str(value))
    if field.personal and hides:
        return masked(str(value))
    if field.choices is not None and value in field.choices:
        return field.choices.label_of(value)
    if field.type is bool:
        return "是" if value else "否"
    return "、".join(value) if isinstance(value, list) else str(value)


def _words_of_choice(kind: str, name: str, value: str) -> str:
    choices = _OTHER_CHOICES.get((kind, name))
    return choices.label_of(value) if choices is not None and value in choices.slugs else value
