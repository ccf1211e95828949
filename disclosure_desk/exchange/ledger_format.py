"""The ledger workbook (台账): its sheets, and which field of a card each column holds.

Row 1 of a sheet are the headings: the labels of the fields, as the models declare them.
"""

from dataclasses import dataclass

from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Field

ITEM_HEADING = "项目"
CONTENT_HEADING = "内容"


@dataclass(frozen=True, slots=True)
class LedgerSheet:
    """One register's sheet: its name, the kind of its records and their fields, in order."""

    name: str
    kind: str
    fields: tuple[str, ...]

    @property
    def columns(self) -> tuple[Field, ...]:
        """The fields as their models declare them."""
        return tuple(FIELDS[self.kind][name] for name in self.fields)

    @property
    def headings(self) -> tuple[str, ...]:
        """What stands in row 1."""
        return tuple(field.label for field in self.columns)

    def without_personal(self) -> "LedgerSheet":
        """The same sheet as it leaves the office: without identity numbers and addresses."""
        kept = tuple(field.name for field in self.columns if not field.personal)
        return LedgerSheet(self.name, self.kind, kept)


def _sheet(kind: str, *fields: str) -> LedgerSheet:
    return LedgerSheet(KIND_LABELS[kind], kind, fields)


# The office's own profile stands differently: one item a row, its label and its content.
OFFICE_SHEET = _sheet("office", *FIELDS["office"])

PUBLICATIONS = _sheet(
    "publication",
    *("number", "title", "index_number", "document_number", "category", "document_kind"),
    *("department", "made_on", "published_on", "channels", "effective_on", "valid_until"),
    *("repealed_on", "url", "secrecy_reviewer", "note"),
    *("secrecy_reviewed_on", "secrecy_result"),
)
REQUESTS = _sheet(
    "request",
    *("number", "received_on", "received_via", "applicant_kind", "applicant_name"),
    *("id_number", "phone", "address", "content", "delivery_wanted", "department"),
    *("correction_asked_on", "correction_received_on"),
    *("consultation_sent_on", "consultation_received_on"),
    *("extended_on", "extension_workdays", "fee_notice_on", "fee_paid_on", "fee_yuan"),
    *("finished_on", "outcome", "reply_number", "delivery_way", "delivered_on", "note"),
    *("agent", "repeats_number"),
)
DISPUTES = _sheet(
    "dispute",
    *("number", "kind", "request_number", "accepted_on", "concluded_on", "result"),
    *("joint_defendant_only", "note"),
)
INDICATOR_ENTRIES = _sheet("indicator", "dated_on", "indicator", "amount", "department", "note")

# In the order of the workbook, after 单位信息.
REGISTER_SHEETS = (PUBLICATIONS, REQUESTS, DISPUTES, INDICATOR_ENTRIES)

# Out of sight: the closed lists that are too long for a drop-down of their own.
CHOICES_SHEET = "选项"
