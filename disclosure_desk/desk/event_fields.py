"""Which fields the form of a step has, and the outcomes under the headings of the table."""

from dataclasses import replace
from datetime import date

from disclosure_desk.records.cards import EVENT_FIELDS, Field
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.terms import OUTCOMES, WITHDRAWN, Term

# The headings of the official table (国办公开办函〔2021〕30号, 三、本年度办理结果).
_OUTCOME_GROUPS = (
    ("（一）予以公开", ("granted",)),
    ("（二）部分公开", ("partial",)),
    ("（三）不予公开", ("refused_",)),
    ("（四）无法提供", ("not_", "unable_")),
    ("（五）不予处理", ("declined_",)),
    ("（六）其他处理", ("closed_",)),
)
OTHER_OUTCOME = "closed_other"


def outcome_groups() -> list[tuple[str, list[Term]]]:
    """The outcomes of a reply under the headings of the official table."""
    replies = [term for term in OUTCOMES if term.slug != WITHDRAWN]
    return [
        (heading, [term for term in replies if term.slug.startswith(starts)])
        for heading, starts in _OUTCOME_GROUPS
    ]


def event_fields(kind: str) -> dict[str, Field]:
    """The fields of this kind of step.

    A withdrawal has no outcome to choose; the number of an ending is its 答复文号, so that it has
    no second number of a letter.
    """
    step = EVENT_KINDS[kind]
    day = Field(
        "happened_on",
        step.date_label,
        date,
        required=True,
        source=step.source,
        definition=f"“{step.label}”发生在哪一天；答复期限按它推算，以文书和回执上的为准。",
    )
    fields = {"happened_on": day}
    for name in step.fields:
        if step.finishes and name == "letter_number":
            continue
        if not (kind == "withdrawal" and name == "outcome"):
            fields[name] = EVENT_FIELDS[name]
    if "reason" in fields:
        fields["reason"] = replace(fields["reason"], label=step.reason_label)
    return fields


EVERY_EVENT_FIELD = {
    name: field for kind in EVENT_KINDS for name, field in event_fields(kind).items()
}
