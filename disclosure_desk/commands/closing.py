"""Sign a year's table and close it, open it again, and enter what was published before."""

from collections.abc import Mapping
from datetime import UTC, date, datetime

from sqlalchemy import insert
from sqlalchemy.orm import Session

from disclosure_desk.commands.confirming import unconfirmed_of
from disclosure_desk.commands.done import Done, Unsound
from disclosure_desk.commands.offices import the_office
from disclosure_desk.faults import Refusal
from disclosure_desk.records.closed_year import ClosedYear, closed_year_content
from disclosure_desk.records.finding import errors
from disclosure_desk.records.published_carry import PublishedCarry
from disclosure_desk.records.terms import APPLICANT_KINDS
from disclosure_desk.records.wording import folded_label, trimmed
from disclosure_desk.rules.working_days import WorkingDays
from disclosure_desk.statistics.carry_over import check_carried_in, opening_carry
from disclosure_desk.statistics.checks import check_table
from disclosure_desk.statistics.closing import (
    Signature,
    content_of,
    freeze,
    in_force,
    packed,
    sha256_of,
    take_over,
)
from disclosure_desk.statistics.edition import Edition
from disclosure_desk.statistics.finished_report import FinishedReport
from disclosure_desk.statistics.naming import named
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.report_checks import check_report
from disclosure_desk.statistics.report_rules import broken
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.journal import Actor, begin_step
from disclosure_desk.storage.own_calendars import calendar_in_use

_CELLS_NAMED = 8
_LARGEST_NUMBER = 999_999_999
_KINDS = frozenset({"closed_year"})


def close_year(
    session: Session,
    edition: Edition,
    year: int,
    reason: str,
    *,
    today: date,
    calendar: WorkingDays | None = None,
) -> Done:
    """Sign the table of a year: its figures, lists and findings are frozen; no record is added.

    Raises Unsound for errors within the table, and for what of the year still waits for a second
    person's confirmation where the office wants one; what else is found (X1 too) is kept with the
    reason. Raises Refusal without a reason, for a year that has not ended, for one that is
    closed already, and for an edition that was not in use that year. The calendar is this
    computer's where it is not told.
    """
    why = _written(reason, "请写明签发说明，例如谁在哪一天审核同意；有核对提示的要说明理由。")
    _must_be_due(session, edition, year, today)
    step = f"签发{year}年统计表：{why}"
    begin_step(session, step)
    figures = tally(session, edition, Period.of_year(year))
    findings = check_table(edition, year, figures) + unconfirmed_of(session, year)
    if errors(findings):
        raise Unsound(findings)
    findings += check_carried_in(session, edition, year, figures)
    signature = _signature(session, year, today, why)
    signed = freeze(
        session,
        edition,
        signature,
        figures=figures,
        findings=findings,
        calendar=calendar or calendar_in_use(),
    )
    closed = _keep(session, edition, signature, content_of(signed))
    return Done(step, _KINDS, closed.id, tuple(findings))


def take_in_report(
    session: Session,
    report: FinishedReport,
    year: int,
    reason: str,
    *,
    source: str,
    today: date,
    calendar: WorkingDays | None = None,
) -> Done:
    """Take the figures of a published report as those signed of its year; no record is added.

    `source` names the file. The year is marked as taken from it: there are no lists of records.
    What supervisors' rules find in the report is kept with it; it was published so. Raises
    Refusal for a report of another year or edition, for one with a cell that is blank, doubtful
    or missing, without a reason, and for a year that is closed already.
    """
    why = _written(reason, "请写明取用说明，例如报告何时公布、由谁核对。")
    edition = _edition_of(report, year, source)
    _must_be_due(session, edition, year, today)
    _must_be_whole(report, edition, source)
    step = f"取用{year}年已公布的报告：{why}"
    begin_step(session, step)
    signature = _signature(session, year, today, why)
    findings = check_report(report)
    if report.unit and folded_label(report.unit) != folded_label(signature.unit):
        words = f"报告上的单位是“{report.unit}”，本单位是“{signature.unit}”"
        findings.append(broken("V1", f"{words}，请核对是不是本单位的报告。"))
    signed = take_over(
        session,
        report,
        signature,
        findings=findings,
        calendar=calendar or calendar_in_use(),
        taken_from=source,
    )
    closed = _keep(session, edition, signature, content_of(signed), taken_from=source)
    return Done(step, _KINDS, closed.id, tuple(findings))


def _signature(session: Session, year: int, today: date, why: str) -> Signature:
    """Who signs the year here and now."""
    actor: Actor = session.info["actor"]
    now = datetime.now(UTC).replace(tzinfo=None)
    unit = the_office(session).name
    return Signature(unit, year, today, now, actor.name, actor.computer, why)


def _edition_of(report: FinishedReport, year: int, source: str) -> Edition:
    if report.edition is None:
        raise Refusal(f"“{source}”里没有找到统计表格，没有取用。")
    if report.year is None:
        raise Refusal(f"“{source}”没有写明是哪一年的报告，没有取用。")
    if report.year != year:
        raise Refusal(f"“{source}”是{report.year}年的报告，不是{year}年的，没有取用。")
    return report.edition


def _must_be_whole(report: FinishedReport, edition: Edition, source: str) -> None:
    """Nothing is guessed: a figure that was not read leaves the whole report out."""
    lacking = [cell for code, cell in edition.cells.items() if report.cell(code).figure is None]
    if lacking:
        names = "、".join(named(cell) for cell in lacking[:_CELLS_NAMED])
        more = "等" if len(lacking) > _CELLS_NAMED else ""
        raise Refusal(
            f"“{source}”有{len(lacking)}格没有读出确定的数字（{names}{more}），"
            "没有取用，请在文件里补全后再试。"
        )


def _written(text: str, otherwise: str) -> str:
    """What was written, without the blanks around it. Raises Refusal for nothing or no text."""
    told = trimmed(text)
    if not told:
        raise Refusal(otherwise)
    try:
        told.encode()
    except UnicodeEncodeError:  # bytes of a command line that are no text
        raise Refusal("所写的说明里有不能识别的字符，请重新填写。") from None
    return told


def _must_be_due(session: Session, edition: Edition, year: int, today: date) -> None:
    if not edition.covers(year):
        raise Refusal(f"{year}年的报告不使用{edition.name}，请改用当年的格式签发。")
    if today <= date(year, 12, 31):
        raise Refusal(f"{year}年还没有结束，统计表要到{year + 1}年1月1日起才能签发。")
    closed = in_force(session, year)
    if closed is not None:
        raise Refusal(
            f"{year}年统计表已由{closed.signed_by}于{closed.signed_on}签发；"
            "要重新签发，请先重新开放这一年。"
        )


def _keep(
    session: Session,
    edition: Edition,
    signature: Signature,
    content: bytes,
    *,
    taken_from: str | None = None,
) -> ClosedYear:
    closed = ClosedYear(
        year=signature.year,
        edition=edition.code,
        signed_on=signature.on,
        signed_at=signature.at,
        signed_by=signature.by,
        computer=signature.computer,
        reason=signature.reason,
        sha256=sha256_of(content),
        taken_from=taken_from,
    )
    session.add(closed)
    session.flush()
    session.execute(
        insert(closed_year_content).values(closed_year_id=closed.id, content=packed(content))
    )
    return closed


def reopen_year(
    session: Session, year: int, reason: str, *, today: date, edition: Edition | None = None
) -> Done:
    """Open a closed year again; what was signed stays in the history.

    Raises Refusal without a reason, for a year that is not closed, and for another edition
    than the one that was signed.
    """
    why = _written(reason, "请写明重新开放的原因，例如哪些数字要更正、谁批准的。")
    closed = in_force(session, year)
    if closed is None:
        raise Refusal(f"{year}年统计表没有签发，不用重新开放。")
    if edition is not None and edition.code != closed.edition:
        raise Refusal(f"{year}年统计表是按{closed.edition}格式签发的，不是{edition.name}。")
    step = f"重新开放{year}年统计表：{why}"
    begin_step(session, step)
    actor: Actor = session.info["actor"]
    closed.reopened_on = today
    closed.reopened_by = actor.name
    closed.reopening_reason = why
    session.flush()
    return Done(step, _KINDS, closed.id)


def record_opening_carry(
    session: Session, year: int, figures: Mapping[str, int], source: str
) -> Done:
    """Enter what the published report of `year` carries over: the year before the first one.

    `figures` has one number for each kind of applicant, natural to other; `source` names the
    report. Entered again, the new numbers take the place of the old. Raises Refusal for what is
    no such number, without a source, and for a year that was signed here.
    """
    where = _written(source, f"请写明{year}年结转数的来源，例如哪一份年度报告、何时公布。")
    if in_force(session, year) is not None:
        raise Refusal(f"{year}年统计表已在本程序签发，结转数以签发的为准，不用另外登记。")
    _must_be_numbers(figures)
    step = f"登记{year}年已公布的结转数"
    begin_step(session, step)
    published = opening_carry(session, year)
    if published is None:
        published = PublishedCarry(year=year)
        session.add(published)
    published.source = where
    for slug, number in figures.items():
        setattr(published, slug, number)
    session.flush()
    return Done(step, frozenset({"published_carry"}), published.id)


def _must_be_numbers(figures: Mapping[str, int]) -> None:
    for kind in APPLICANT_KINDS:
        number = figures.get(kind.slug)
        if number is None:
            raise Refusal(f"缺少“{kind.label}”一列的结转数，没有的请填0。")
        if isinstance(number, bool) or not 0 <= number <= _LARGEST_NUMBER:
            raise Refusal(f"“{kind.label}”一列的结转数“{number}”不是零或正整数，请核对。")
    for name in figures:
        if name not in APPLICANT_KINDS.slugs:
            raise Refusal(f"结转数里没有“{name}”这一列，请核对。")
