"""What each register shows: its columns, its order at first, the words for its records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from disclosure_desk.desk.models.column import Column
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card, Field
from disclosure_desk.records.confirmation import CONFIRMATION, CONFIRMATION_FIELD, ENDED_ON
from disclosure_desk.records.indicators import indicator
from disclosure_desk.records.terms import OUTCOMES


@dataclass(frozen=True, slots=True)
class Register:
    """One register: `scope` says what belongs to a year, `searched` where words are found."""

    kind: str
    counted_in: str
    sort: str
    columns: tuple[Column, ...]
    scope: str
    searched: str

    @property
    def title(self) -> str:
        """The name of the page."""
        return KIND_LABELS[self.kind]


# What the clock tells of an open request; no field of its card.
_CLOCK = {
    "due_on": Field("due_on", "答复期限", date, source="条例第三十三条"),
    "workdays_left": Field("workdays_left", "剩余工作日", int, unit="工作日"),
}


def declared(kind: str) -> Mapping[str, Field]:
    """Every field that a register can show: those of the card, the clock's, and 复核."""
    beside = _CLOCK if kind == "request" else {}
    if kind in ENDED_ON:
        beside = {**beside, CONFIRMATION: CONFIRMATION_FIELD}
    return {**FIELDS[kind], **beside}


def _due(value: FieldValue, card: Card) -> str:
    """The due date with a word for what is late or of today, or what a request waits for."""
    if value is None:
        return str(card.get("waits_for") or "")
    left = card.get("workdays_left")
    if isinstance(left, int) and left <= 0:
        return f"{value} {'今天' if left == 0 else '逾期'}"
    return str(value)


def _days_left(value: FieldValue, _card: Card) -> str:
    """Working days to the due date; those that it has been exceeded by with a word."""
    if not isinstance(value, int):
        return ""
    return f"超过{-value}个" if value < 0 else f"{value}个"


def _state(_value: FieldValue, card: Card) -> str:
    """办理结果 of a finished request; an open one is 办理中."""
    outcome = card.get("outcome")
    return OUTCOMES.label_of(str(outcome)) if outcome else "办理中"


def _pending(value: FieldValue, _card: Card) -> str:
    results = {"upheld": "结果维持", "corrected": "结果纠正", "other": "其他结果"}
    return results[str(value)] if value else "尚未审结"


def _amount(value: FieldValue, card: Card) -> str:
    unit = indicator(str(card["indicator"])).unit
    return f"{value:f} {unit}"  # always a decimal: the field is required


_DATE_WIDTH, _CHOICE_WIDTH, _TEXT_WIDTH, _LONG_WIDTH = 90, 110, 120, 280


REGISTERS = {
    register.kind: register
    for register in (
        Register(
            "publication",
            "条",
            "published_on",
            (
                Column("number", 90),
                Column("title", 360, stretches=True),
                Column("document_number", 140),
                Column("document_kind", 104),
                Column("category", 96),
                Column("department", 90),
                Column("made_on", 90),
                Column("published_on", 90),
                Column("channels", 130),
            ),
            "当年生成或公开的信息",
            "名称、编号、索引号、文号、备注",
        ),
        Register(
            "request",
            "件",
            "received_on",
            (
                Column("number", 84),
                Column("received_on", 84),
                Column("applicant_name", 96),
                Column("applicant_kind", 84),
                Column("received_via", 62),
                Column("content", 320, stretches=True),
                Column("department", 84),
                Column("due_on", 150, _due),
                Column("workdays_left", 78, _days_left),
                Column("finished_on", 84),
                Column("outcome", 120, _state),
            ),
            "当年新收和上年结转的申请",
            "编号、申请人、申请内容、备注",
        ),
        Register(
            "dispute",
            "件",
            "accepted_on",
            (
                Column("number", 190, stretches=True),
                Column("kind", 140),
                Column("request_number", 110),
                Column("accepted_on", 100),
                Column("concluded_on", 100),
                Column("result", 110, _pending),
                Column("joint_defendant_only", 190),
            ),
            "当年受理的和年初尚未审结的案件",
            "案件编号、申请编号、备注",
        ),
        Register(
            "indicator",
            "条",
            "dated_on",
            (
                Column("dated_on", 100),
                Column("indicator", 280, stretches=True),
                Column("amount", 130, _amount),
                Column("department", 130),
                Column("note", 280),
            ),
            "日期在当年的数据",
            "指标、责任科室、说明",
        ),
    )
}


def columns_of(kind: str) -> dict[str, Column]:
    """Every column that a register can show, those shown at first in front; nothing personal."""
    first = {column.field: column for column in REGISTERS[kind].columns}
    rest = {
        name: Column(name, _width(field))
        for name, field in declared(kind).items()
        if name not in first and not field.personal
    }
    return first | rest


def _width(field: Field) -> int:
    if field.type in (date, int, Decimal):
        return _DATE_WIDTH
    if field.choices is not None or field.type is bool:
        return _CHOICE_WIDTH
    return _LONG_WIDTH if field.long else _TEXT_WIDTH
