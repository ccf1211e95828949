"""What each register shows: its columns, its order at first, the words for its records."""

from dataclasses import dataclass

from disclosure_desk.desk.models.column import Column
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import KIND_LABELS, Card
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
                Column("number", 90),
                Column("received_on", 90),
                Column("applicant_name", 120),
                Column("applicant_kind", 100),
                Column("received_via", 72),
                Column("content", 320, stretches=True),
                Column("department", 100),
                Column("finished_on", 90),
                Column("outcome", 170, _state),
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
