"""An office file for training or for superiors: the same figures, invented persons.

Every table of every year is the same to the cell. Whoever is named in the registers has an
invented name, the same wherever he stands; numbers, telephones and addresses are invented; free
texts are left out, or kept with all that is known of persons replaced. Letters, drafts and the
history are not copied: the journal begins with the copy. Which columns are copied as they are is
said here one by one: one that is not named here is left out, so that a new field of the
registers is no leak.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import Table, Text, func, insert, select
from sqlalchemy.orm import Session

from disclosure_desk.commands.exports import note_deidentified_copy
from disclosure_desk.exchange.export import hand_over, must_be_free, told_plainly
from disclosure_desk.exchange.stand_ins import LEFT_OUT, StandIns
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.closed_year import ClosedYear, closed_year_content
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.records.terms import APPLICANT_KINDS
from disclosure_desk.statistics.closing import (
    SignedYear,
    content_of,
    packed,
    sha256_of,
    signed_of,
)
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.members import Members
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage import search
from disclosure_desk.storage.bulk import insert_columns
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.file_steps import own_folder
from disclosure_desk.storage.journal import Actor, begin_step, journal_rows
from disclosure_desk.storage.progress import Report
from disclosure_desk.storage.tables import office_tables
from disclosure_desk.storage.verify import verify

MAKER = Actor("脱敏副本", "脱敏副本")
_ROWS_AT_ONCE = 500
_NATURAL = "natural"

# Texts that are copied as they are: choices, numbers of papers, what is public anyway.
_AS_IT_IS: Mapping[str, frozenset[str]] = {
    "office": frozenset(
        (
            *("name", "address", "postcode", "website", "letter_code", "reconsideration_organ"),
            *("court", "credit_code", "index_pattern", "letter_series"),
        )
    ),
    "department": frozenset(("name",)),
    "publication": frozenset(
        ("number", "index_number", "document_number", "category", "document_kind", "channels")
    ),
    "request": frozenset(("number", "received_via", "applicant_kind", "outcome", "repeats_number")),
    "request_event": frozenset(
        ("kind", "outcome", "reply_number", "letter_number", "consulted", "opinion")
    ),
    "dispute": frozenset(("number", "kind", "request_number", "result")),
    "indicator_entry": frozenset(("indicator",)),
    "published_carry": frozenset(("source",)),
    "report_text": frozenset(),
    "report_signing": frozenset(("state",)),
    "finding_answer": frozenset(("edition", "rule")),
    "rule_off": frozenset(("rule",)),
    "subordinate_unit": frozenset(("name",)),
    "closed_year": frozenset(("edition", "sha256")),
}
# Public texts, in which only what is known of persons is replaced, whatever the others are.
_PUBLIC = {("publication", "title"), ("publication", "url"), ("report_text", "body"),
           ("finding_answer", "said")}  # fmt: skip
_STAFF = (
    *(("office", name) for name in ("head", "reviewer", "clerk")),
    *(("report_signing", name) for name in ("head", "reviewer", "clerk")),
    *(("request_event", name) for name in ("approved_by", "person")),
    *(("closed_year", name) for name in ("signed_by", "reopened_by")),
    *(("department", "liaison"), ("publication", "secrecy_reviewer")),
    ("finding_answer", "answered_by"),
)

Converter = Callable[[Any], Any]
Row = dict[str, Any]


def write_deidentified_copy(
    database: Database,
    path: Path,
    *,
    actor: Actor,
    keep_texts: bool = False,
    report: Report | None = None,
) -> Path:
    """Write the copy to a new file, hold it against the office, and journal that it was made.

    `keep_texts` keeps what applicants wrote and what clerks noted, with names, numbers and
    addresses replaced. Raises Refusal where a file lies there already, Fault where the copy
    cannot be written or does not have the same figures.
    """
    path = path.expanduser().absolute()
    if path.exists():
        raise Refusal(f"“{path}”已经存在，请换一个文件名。")
    with (
        told_plainly(path.parent),
        own_folder(path.parent, ".copy-") as folder,
    ):
        must_be_free(path)
        written = folder / path.name
        with database.reading() as office:
            copy = create_database(written)
            try:
                with copy.writing(MAKER) as target:
                    _Copying(office, target, keep_texts=keep_texts, report=report).run()
                _must_be_alike(office, copy)
            finally:
                copy.close()
        _must_be_sound(written)
        with database.writing(actor) as session:
            note_deidentified_copy(session, path.name)
        hand_over(written, path)
    return path


def _must_be_alike(office: Session, copy: Database) -> None:
    """Raises Fault where a table of any year differs; nothing of it may be handed over then."""
    with copy.reading() as session:
        for year in _years(office):
            edition, period = edition_for(year), Period.of_year(year)
            if tally(office, edition, period) != tally(session, edition, period):
                raise Fault(f"脱敏副本{year}年的统计表与原来的不同，没有保存，请重新制作。")


def _years(office: Session) -> range:
    days = [
        office.execute(select(func.min(day), func.max(day))).one()
        for day in (Request.received_on, Publication.made_on)
    ]
    years = [day.year for pair in days for day in pair if day is not None]
    return range(max(min(years), _FIRST_YEAR), max(years) + 2) if years else range(0)


_FIRST_YEAR = 2014  # of the first edition


def _must_be_sound(path: Path) -> None:
    wrong = [one for one in verify(path).findings if one.severity == "error"]
    if wrong:
        raise Fault(f"脱敏副本没有写好（{wrong[0].message}），没有保存，请重新制作。")


class _Copying:
    """Copies row by row what the registers hold, every person replaced."""

    def __init__(
        self, office: Session, target: Session, *, keep_texts: bool, report: Report | None
    ) -> None:
        self._office, self._target = office, target
        self._keep_texts, self._report = keep_texts, report
        self._names = StandIns()
        self._signed: dict[int, bytes] = {}

    def run(self) -> None:
        """Copy everything in one transaction, journalled as one step."""
        tables = [one for one in office_tables() if one.name in _AS_IT_IS]
        self._meet_everybody()
        begin_step(self._target, "建立脱敏副本")
        for place, table in enumerate(tables):
            if self._report is not None:
                self._report(place, len(tables), "正在写脱敏副本…")
            self._copy(table)
        for closed_year_id, content in self._signed.items():
            row = {"closed_year_id": closed_year_id, "content": content}
            self._target.connection().execute(insert(closed_year_content), [row])
        search.catch_up(self._target)

    # ------------------------------------------------------------------ persons

    def _meet_everybody(self) -> None:
        """Give each his stand-in first: a text may name somebody who is registered later."""
        requests = Request.__table__.c
        people = select(requests.applicant_name, requests.applicant_kind).distinct()
        for name, kind in self._office.execute(people.order_by(requests.applicant_name)):
            self._names.person(name, _called(kind))
        for table in office_tables():
            for name, convert in self._converters(table).items():
                column = table.columns[name]
                for (value,) in self._office.execute(select(column).distinct().order_by(column)):
                    convert(value)

    def _converters(self, table: Table) -> dict[str, Converter]:
        """What is done to the columns that name or reach somebody."""
        names = self._names
        every: dict[tuple[str, str], Converter] = {
            ("request", "applicant_name"): lambda name: names.person(name, "申请人"),
            ("request", "agent"): lambda name: names.person(name, "代理人"),
            ("request", "id_number"): names.number,
            ("request", "phone"): names.phone,
            ("request", "address"): names.address,
            ("request_event", "addressee"): lambda name: names.person(name, "第三方"),
            ("request_event", "tracking_number"): names.post,
            **dict.fromkeys(_STAFF, names.person),
            ("office", "phone"): names.phone,
            ("office", "email"): names.mail,
            ("department", "phone"): names.phone,
            ("report_signing", "phone"): names.phone,
        }
        return {name: one for (kind, name), one in every.items() if kind == table.name}

    # ------------------------------------------------------------------ rows

    def _copy(self, table: Table) -> None:
        converters = self._converters(table)
        for column in table.columns:
            is_kept = column.key in converters or column.key in _AS_IT_IS[table.name]
            if isinstance(column.type, Text) and not is_kept:
                converters[column.key] = self._of_text(table.name, column.key)
        number = 0
        for rows in self._rows(table):
            for row in rows:
                for name, convert in converters.items():
                    row[name] = convert(row[name])
                if table.name == ClosedYear.__tablename__:
                    self._sign_anew(row)
            columns = {name: [row[name] for row in rows] for name in rows[0]}
            insert_columns(self._target.connection(), table, columns)
            number += len(rows)
        if number:
            journal_rows(self._target, table, 0, number)

    def _rows(self, table: Table) -> Iterator[list[Row]]:
        asked = select(table).order_by(table.columns.id)
        found = self._office.execute(asked, execution_options={"yield_per": _ROWS_AT_ONCE})
        for part in found.partitions():
            yield [dict(row._mapping) for row in part]

    def _of_text(self, table: str, name: str) -> Converter:
        if self._keep_texts or (table, name) in _PUBLIC:
            return self._names.plain
        return lambda words: LEFT_OUT if words else words

    # ------------------------------------------------------------------ signed years

    def _sign_anew(self, row: Row) -> None:
        """The same signed figures and lists, signed by a stand-in: their hash is another one."""
        closed = self._office.get_one(ClosedYear, row["id"])
        content = content_of(self._plain_signing(signed_of(self._office, closed), row))
        row["sha256"] = sha256_of(content)
        self._signed[row["id"]] = packed(content)

    def _plain_signing(self, signed: SignedYear, row: Row) -> SignedYear:
        told = self._names.plain
        named = {
            key: replace(one, title=told(one.title) or "")
            for key, one in signed.members.named.items()
        }
        findings: list[Finding] = [
            replace(one, message=told(one.message) or "") for one in signed.findings
        ]
        signature = replace(
            signed.signature,
            by=row["signed_by"],
            computer=row["computer"],
            reason=row["reason"],
        )
        return replace(
            signed,
            signature=signature,
            members=Members(signed.members.lists, named),
            findings=tuple(findings),
            taken_from=row["taken_from"] or "",
        )


def _called(kind: str) -> str:
    return "申请人" if kind == _NATURAL else APPLICANT_KINDS.label_of(kind)
