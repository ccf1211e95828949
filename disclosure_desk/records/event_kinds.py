"""The kinds of step in the life of a request: what each is called, tells, and rests on."""

from dataclasses import dataclass

from disclosure_desk.records.terms import WITHDRAWN


@dataclass(frozen=True, slots=True)
class EventKind:
    """One kind of step in the life of a request.

    `particulars` have a place on the request's card and in the ledger; `notes` stay with the
    step. A kind that is not `on_card` has no place there at all.
    """

    slug: str
    label: str
    date_label: str
    source: str
    particulars: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    reason_label: str = "理由"
    finishes: bool = False
    first_counts: bool = False  # of several the first dated one; of other kinds the latest
    once: bool = False  # a ledger has one place for its amount
    on_card: bool = True

    @property
    def fields(self) -> tuple[str, ...]:
        """All that a step of this kind tells beside its date, in the order of the form."""
        return (*self.particulars, *self.notes, "letter_number", "person")


EVENT_KINDS = {
    kind.slug: kind
    for kind in (
        EventKind(
            "correction_asked",
            "告知补正",
            "补正告知日期",
            "条例第三十条",
            notes=("answer_by", "reason"),
            reason_label="需补正的事项",
        ),
        EventKind("correction_received", "收到补正", "补正收到日期", "条例第三十条"),
        EventKind(
            "consultation_sent",
            "发出征求意见",
            "征求意见发出日期",
            "条例第三十二条",
            notes=("consulted", "addressee", "reached_on"),
        ),
        EventKind(
            "consultation_received",
            "收到意见",
            "征求意见收到日期",
            "条例第三十二条",
            notes=("addressee", "opinion", "reason"),
        ),
        EventKind(
            "extension",
            "延期告知",
            "延期告知日期",
            "条例第三十三条第二款",
            ("extension_workdays",),
            notes=("approved_by", "reason"),
            reason_label="延期理由",
            first_counts=True,
        ),
        EventKind(
            "fee_notice",
            "收费通知",
            "收费通知日期",
            "国办函〔2020〕109号第五条",
            notes=("charged_items", "charged_pages", "charged_yuan"),
        ),
        EventKind(
            "fee_paid", "缴费", "缴费日期", "国办函〔2020〕109号第六条", ("fee_yuan",), once=True
        ),
        EventKind(
            "reply",
            "答复",
            "办结日期",
            "条例第三十三条、第三十六条",
            ("outcome", "reply_number"),
            notes=("reason", "late_reason"),
            finishes=True,
            first_counts=True,
        ),
        EventKind(
            "withdrawal",
            "申请人撤回",
            "办结日期",
            "国办公开办函〔2021〕30号",
            ("outcome", "reply_number"),
            notes=("reason",),
            finishes=True,
            first_counts=True,
        ),
        EventKind(
            "delivery",
            "送达",
            "送达日期",
            "条例第三十六条",
            ("delivery_way",),
            notes=("tracking_number", "signed_on"),
        ),
        # From memory: a decision set aside is answered anew within 20 working days unless the
        # judgment says otherwise; the year's figures keep the first ending.
        EventKind(
            "reopening",
            "重新办理",
            "重新办理日期",
            "法释〔2025〕8号第十一条",
            notes=("reason",),
            on_card=False,
        ),
        EventKind("letter", "制作文书", "文书日期", "", on_card=False),
    )
}
CARD_EVENTS = {slug: kind for slug, kind in EVENT_KINDS.items() if kind.on_card}
FINISHING = tuple(kind.slug for kind in EVENT_KINDS.values() if kind.finishes)


def finishing_kind(outcome: str | None) -> str:
    """The kind of event that ends a request with this outcome."""
    return "withdrawal" if outcome == WITHDRAWN else "reply"
