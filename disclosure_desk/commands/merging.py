"""Merges a hand-over package (交接包) into the registers: shown first, then written as one step.

The registers are afterwards what follows from all tellings of both sides (records/resolution.py),
so it does not matter in which order packages come, or whether one comes twice. What both sides
wrote without knowing of each other is told field by field; the newer writing holds unless
somebody chooses, and the other is kept in the journal, from where it can be put back. A choice
is a new writing of its own, dated like any other.
"""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from sqlalchemy import insert, select
from sqlalchemy.exc import IntegrityError, StatementError
from sqlalchemy.orm import Session

from disclosure_desk.commands.corrections import must_say_why_of, tell_given_reason
from disclosure_desk.commands.done import Done
from disclosure_desk.commands.merge_rows import MergeRows
from disclosure_desk.commands.merge_words import CONFLICT, MergeLine, MergeWords
from disclosure_desk.commands.merge_writing import MergeWriting
from disclosure_desk.commands.offices import the_office
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import card_of
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.records.handover import Handover, handover_content
from disclosure_desk.records.letter import Letter, letter_aside
from disclosure_desk.records.merge_plan import Choice, Choices, MergePlan, plan_merge
from disclosure_desk.records.package import Package
from disclosure_desk.records.resolution import Resolved
from disclosure_desk.records.shared_kinds import LETTER, OFFICE, REQUEST
from disclosure_desk.records.soundness import check_card
from disclosure_desk.records.tellings import Stamp
from disclosure_desk.records.wording import folded_label
from disclosure_desk.statistics.touched import (
    Figures,
    closed_years_moved,
    figures_of_closed_years,
)
from disclosure_desk.storage.change_names import REGISTERS
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.knowledge import Knowledge, identity_of, knowledge_of
from disclosure_desk.storage.search import catch_up
from disclosure_desk.storage.step_backup import back_up_before
from disclosure_desk.storage.told_content import Content, digest_of

_MOST_CHECKED = 200
_MOST_INDEXED = 5_000
_KINDS = frozenset({"office", "publication", "request", "dispute", "indicator", "closed_year"})


@dataclass(slots=True)
class Merged:
    """What merging changes, for people: lines by sort, conflicts, hints; and the step if any."""

    lines: list[MergeLine] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    counts: dict[str, Counter[str]] = field(default_factory=dict)  # sort, register
    is_news: bool = False
    done: Done | None = None

    @property
    def conflicts(self) -> list[MergeLine]:
        """The lines of what both sides wrote."""
        return [line for line in self.lines if line.sort == CONFLICT]


def look_at_package(session: Session, package: Package, choices: Choices | None = None) -> Merged:
    """What merging would change; nothing is written. Raises Refusal for another unit's package."""
    knowledge = knowledge_of(session)
    _must_be_ours(session, knowledge, package)
    plan = plan_merge(knowledge.told, package.told, choices or {}, _now(session))
    return _told(session, plan, package, MergeRows(session, knowledge, plan))


def merge_package(
    session: Session,
    package: Package,
    choices: Choices | None = None,
    *,
    shown: Collection[Choice] | None = None,
    backs_up: bool = False,
) -> Merged:
    """Merge a package. Raises Refusal for another unit's, NeedsReason as an import does.

    One that `backs_up` leaves a backup of the moment before it, if it changes anything. Where it
    is told which conflicts were `shown`, one that came since raises Refusal.
    """
    knowledge = knowledge_of(session)
    _must_be_ours(session, knowledge, package)
    plan = plan_merge(knowledge.told, package.told, choices or {}, _now(session))
    rows = MergeRows(session, knowledge, plan)
    merged = _told(session, plan, package, rows)
    if not merged.is_news:
        return merged
    if shown is not None and any(one.place not in shown for one in plan.conflicts):
        raise Refusal("您核对的时候登记簿又有改动，多了两边都改过的栏目，请重新核对一遍再并入。")
    begin_step(session, f"并入交接包：{package.file_name}")
    tell_given_reason(session)
    step = str(session.info["step"])
    figures = figures_of_closed_years(session)
    handover = _write(session, plan, package, rows, step)
    catch_up(session, most=_MOST_INDEXED)
    merged.findings += [*_unsound(session, plan, rows), *_moved_figures(session, figures)]
    merged.done = Done(step, _KINDS, handover.id, tuple(merged.findings))
    if backs_up:
        back_up_before(session)
    return merged


def _write(
    session: Session, plan: MergePlan, package: Package, rows: MergeRows, step: str
) -> Handover:
    try:
        MergeWriting(session, plan, package, rows, step).write()
        return _keep(session, plan, package, rows)
    except (IntegrityError, StatementError) as error:
        raise Refusal(
            f"“{package.file_name}”里的登记与这里的放不到一起，没有并入，请重新制作交接包后再试。"
        ) from error


def _moved_figures(session: Session, before: Figures) -> list[Finding]:
    """That figures of signed years are others now. Raises NeedsReason where none was given."""
    years = closed_years_moved(session, before)
    if not years:
        return []
    must_say_why_of(session, years)
    told = "、".join(map(str, years))
    words = f"{told}年的统计表已经签发，并入后数字与签发时不同，请在年度统计里查看。"
    return [Finding("M3", "warning", words)]


def _now(session: Session) -> Stamp:
    actor: Actor = session.info.get("actor") or Actor.of_this_computer()
    at = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
    return Stamp(at, actor.computer, actor.name)


def _must_be_ours(session: Session, knowledge: Knowledge, package: Package) -> None:
    """Raises Refusal for another unit's package; a copy may have changed its name meanwhile."""
    unit = the_office(session).name
    if family_of(knowledge) == package.head.family:
        return
    if folded_label(unit) != folded_label(package.head.unit):
        raise Refusal(
            f"“{package.file_name}”是“{package.head.unit}”的交接包，本单位是“{unit}”，不能并入。"
        )


def family_of(knowledge: Knowledge) -> str:
    """The entry of the unit itself: copies of one file have the same.

    Raises Refusal where there is no unit.
    """
    office = knowledge.told.get(identity_of(OFFICE))
    if office is None or not office.tellings:
        raise Refusal("登记簿里没有单位信息，请先填写单位信息。")
    return identity_of(OFFICE, *office.entry.stamp)


def _keep(session: Session, plan: MergePlan, package: Package, rows: MergeRows) -> Handover:
    """Keep what was new, and the keys it got; the journal keeps the hash of it."""
    packed = Content(list(plan.new.values()), rows.told).packed()
    sha256 = digest_of(packed)
    known = select(handover_content.c.sha256).where(handover_content.c.sha256 == sha256)
    if session.execute(known).scalar() is None:
        session.execute(insert(handover_content).values(sha256=sha256, content=packed))
    head = package.head
    handover = Handover(
        file_name=package.file_name,
        span=head.span,
        made_by=head.made_by,
        computer=head.computer,
        made_at=datetime.fromisoformat(head.made_at),
        package=package.seal,
        sha256=sha256,
    )
    session.add(handover)
    session.flush()
    return handover


# ---------------------------------------------------------------------------- telling


def _told(session: Session, plan: MergePlan, package: Package, rows: MergeRows) -> Merged:
    words = MergeWords(plan)
    merged = Merged(lines=list(words.lines()))
    merged.is_news = bool(plan.new) or bool(rows.wrongly_numbered())
    for line in merged.lines:
        if line.sort != CONFLICT:
            merged.counts.setdefault(line.sort, Counter())[line.register] += 1
    merged.findings = [*words.findings(), *_without_files(session, plan, package)]
    return merged


def _without_files(session: Session, plan: MergePlan, package: Package) -> list[Finding]:
    """That drafts come back whose files nobody kept."""
    lacking = [
        one
        for one in plan.touched()
        if one.kind == LETTER and one.is_there and one.values.get("sha256") not in package.files
    ]
    hashes = [str(one.values.get("sha256")) for one in lacking]
    kept = {
        *session.scalars(select(Letter.sha256).where(Letter.sha256.in_(hashes))),
        *session.scalars(select(letter_aside.c.sha256).where(letter_aside.c.sha256.in_(hashes))),
    }
    if number := sum(one not in kept for one in hashes):
        words = f"{number}份文书的文件没有保留，并入后打不开，需要时请重新制作。"
        return [Finding("M4", "warning", words)]
    return []


def _unsound(session: Session, plan: MergePlan, rows: MergeRows) -> list[Finding]:
    """What is wrong with records that both sides went on with, now that they are one."""
    concerned: Mapping[str, Resolved] = {one.identity: one for one in _written_by_both(plan)}
    found = []
    for record in list(concerned.values())[:_MOST_CHECKED]:
        row = rows.loaded(record)
        if row is None:
            continue
        session.refresh(row)
        for one in errors(check_card(REGISTERS[record.kind], card_of(row))):
            called = str(record.values.get("number") or record.values.get("title") or "")
            words = f"并入后{called}的登记有问题：{one.message}"
            found.append(Finding("M5", "warning", words, records=(called,), field=one.field))
    return found


def _written_by_both(plan: MergePlan) -> list[Resolved]:
    found = []
    for record in plan.touched():
        owner = plan.after.of(record.values.get("request_id"))
        whole = owner if owner is not None and owner.kind == REQUEST else record
        if whole.kind in REGISTERS and whole.is_there and plan.was(whole) is not None:
            found.append(whole)
    return found
