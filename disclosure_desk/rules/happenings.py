"""What moves the statutory clock, and the stretches of days between."""

from dataclasses import dataclass
from datetime import date

# Of one day, what stands earlier here comes first: a question before its answer, and what
# restarts the clock before what rests it.
DATE_LABELS = {
    "correction_asked": "补正告知日期",
    "correction_received": "补正收到日期",
    "fee_notice": "收费通知日期",
    "fee_paid": "缴费日期",
    "consultation_sent": "征求意见发出日期",
    "consultation_received": "征求意见收到日期",
    "extension": "延期告知日期",
}
QUESTION_OF = {
    "correction_received": "correction_asked",
    "fee_paid": "fee_notice",
    "consultation_received": "consultation_sent",
}
WAITING_FOR = {
    "correction_asked": "correction",
    "fee_notice": "fee",
    "consultation_sent": "consultation",
}


@dataclass(frozen=True, slots=True)
class Happening:
    """A dated event of a request; the clock ignores kinds that do not move it.

    `workdays` belongs to an extension, `delivered_on` and `third_party` (or else another agency)
    to a consultation sent.
    """

    kind: str
    on: date
    workdays: int | None = None
    delivered_on: date | None = None
    third_party: bool = True

    @property
    def delivery(self) -> date:
        """When it counts as delivered: 发出之日, unless the day of delivery is known."""
        return self.delivered_on or self.on


@dataclass(frozen=True, slots=True)
class Span:
    """Days in one state of the clock, from the day after `after` until `until` inclusive.

    `state` is counting, waiting or overdue; `until` is None for one that has not ended.
    `counted` working days of the period had passed before it; `waiting_for` is a value of
    WAITING_FOR.
    """

    state: str
    after: date
    until: date | None
    counted: int = 0
    waiting_for: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the sum, for the clerk: a day, what it means, and the article or notice."""

    date: date
    text: str
    source: str
