"""What a hand-over package (交接包) carries: which records, which of their fields, what links them.

Everything that figures, registers and reports rest on travels. What stays on its computer: who
may work there and what was confirmed there, drafts, and the journal's notes of exports.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from sqlalchemy import Table

from disclosure_desk.records.closed_year import ClosedYear
from disclosure_desk.records.dispute import Dispute
from disclosure_desk.records.finding_answer import FindingAnswer, RuleOff, SubordinateUnit
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.office import Department, Office
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.published_carry import PublishedCarry
from disclosure_desk.records.report_signing import ReportSigning
from disclosure_desk.records.report_text import ReportText
from disclosure_desk.records.request import Request, RequestEvent

OFFICE = Office.__tablename__
DEPARTMENT = Department.__tablename__
PUBLICATION = Publication.__tablename__
REQUEST = Request.__tablename__
EVENT = RequestEvent.__tablename__
DISPUTE = Dispute.__tablename__
INDICATOR = IndicatorEntry.__tablename__
LETTER = Letter.__tablename__
CLOSED_YEAR = ClosedYear.__tablename__
SUBORDINATE = SubordinateUnit.__tablename__

# Beside the text of a request's number stands the request that it meant when it was written.
MEANT = "@"


@dataclass(frozen=True, slots=True)
class SharedKind:
    """How records of one table travel.

    `links` names for each linking column the kind it points to; `owner` is the one of these
    without which the record is nothing. A record is the same on two computers by its entry; one
    that both entered from the same paper is known by the values of `known_by`, and `everything`
    says that all its values count. Of kinds with a `natural_key` there is one record a key.
    """

    name: str
    links: Mapping[str, str] = field(default_factory=dict)
    owner: str = ""
    known_by: tuple[str, ...] = ()
    everything: bool = False
    natural_key: tuple[str, ...] | None = None
    derived: frozenset[str] = frozenset()
    named_requests: tuple[str, ...] = ()  # columns with the number of a request

    @property
    def fields(self) -> frozenset[str]:
        """The columns whose values travel, the linking ones among them."""
        return _fields(self.name)


_DEPARTMENT = {"department_id": DEPARTMENT}
# Those that others point to come first.
_KINDS = (
    SharedKind(OFFICE, natural_key=()),
    SharedKind(DEPARTMENT, known_by=("name",)),
    SharedKind(
        PUBLICATION,
        links=_DEPARTMENT,
        known_by=("number", "title", "made_on", "document_number"),
        derived=frozenset({"channel_mask"}),
    ),
    SharedKind(
        REQUEST,
        links=_DEPARTMENT,
        known_by=("number", "received_on", "applicant_name", "content"),
        derived=frozenset({"finished_on", "outcome", "extended_on"}),
        named_requests=("repeats_number",),
    ),
    SharedKind(EVENT, links={"request_id": REQUEST}, owner="request_id", everything=True),
    SharedKind(
        DISPUTE, known_by=("number", "kind", "accepted_on"), named_requests=("request_number",)
    ),
    SharedKind(INDICATOR, links=_DEPARTMENT, known_by=("dated_on", "indicator", "department_id")),
    SharedKind(
        LETTER,
        links={"request_id": REQUEST, "event_id": EVENT},
        owner="request_id",
        everything=True,
    ),
    SharedKind(ReportText.__tablename__, natural_key=("year", "chapter")),
    SharedKind(ReportSigning.__tablename__, natural_key=("year",)),
    SharedKind(FindingAnswer.__tablename__, natural_key=("year", "edition", "rule", "said")),
    SharedKind(RuleOff.__tablename__, natural_key=("rule",)),
    SharedKind(SUBORDINATE, natural_key=("name",)),
    SharedKind(PublishedCarry.__tablename__, natural_key=("year",)),
    SharedKind(CLOSED_YEAR),
)
SHARED = {kind.name: kind for kind in _KINDS}


def table_of_kind(kind: str) -> Table:
    """The table that records of this kind lie in."""
    return Office.metadata.tables[kind]


@cache
def _fields(kind: str) -> frozenset[str]:
    columns = {column.key for column in table_of_kind(kind).columns}
    return frozenset(columns - {"id"} - SHARED[kind].derived)
