"""The calls that sign a year's table and open it again."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.cli.answers import (
    DONE,
    FOUND_ERRORS,
    Options,
    office,
    say,
    whole_number,
    year_of,
)
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Figure, Finding

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.closing import SignedYear

REASON = ("--reason", "签发说明；重新开放时是原因")
FROM = ("--from", "已公布的报告：用它的数字作为这一年签发的数字")
# In the order of the form's columns.
CARRY_OPTIONS = (
    ("--natural", "自然人结转件数"),
    ("--business", "商业企业结转件数"),
    ("--research", "科研机构结转件数"),
    ("--public-welfare", "社会公益组织结转件数"),
    ("--legal-service", "法律服务机构结转件数"),
    ("--other", "其他结转件数"),
)


def close(options: Options) -> int:
    """Freeze the signed figures of a year; with errors in the table nothing is written."""
    if getattr(options, "from") is not None:
        return _take_in(options)
    from disclosure_desk.commands.closing import close_year
    from disclosure_desk.commands.done import Unsound
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.storage.journal import Actor
    from disclosure_desk.storage.step_backup import back_up_before

    year = year_of(options)
    edition = edition_for(year, options.edition)
    today = datetime.now().astimezone().date()
    try:
        with (
            office(options) as database,
            database.writing(Actor.of_this_computer()) as session,
        ):
            done = close_year(session, edition, year, str(options.reason), today=today)
            signed, sha256, _ = _signing(session, done.record_id)
            back_up_before(session)
    except Unsound as refused:
        findings = list(refused.findings)
        lines = [one.message for one in findings]
        lines.append(f"{year}年统计表有错误，没有签发。")
        say(options, _answer(year, edition.code, None, {}, findings), lines)
        return FOUND_ERRORS
    head = f"{year}年统计表已签发：{len(signed.cells)}个数字，校验值{sha256}"
    _say_signed(options, signed, sha256, head)
    return DONE


def _take_in(options: Options) -> int:
    """Take a published report as what was signed of its year, its doubts told."""
    from disclosure_desk.commands.closing import take_in_report
    from disclosure_desk.exchange.finished.read import read_report
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.storage.journal import Actor
    from disclosure_desk.storage.step_backup import back_up_before

    year, path = year_of(options), Path(getattr(options, "from"))
    report = read_report(path)
    if options.edition is not None and report.edition is not edition_for(year, options.edition):
        raise Refusal(f"“{path.name}”的表格不是“--edition”所写的格式，没有取用。")
    today = datetime.now().astimezone().date()
    with office(options) as database, database.writing(Actor.of_this_computer()) as session:
        done = take_in_report(
            session, report, year, str(options.reason), source=path.name, today=today
        )
        signed, sha256, _ = _signing(session, done.record_id)
        back_up_before(session)
    head = (
        f"{year}年的数字取自“{path.name}”：{len(signed.cells)}个数字，没有记录清单，校验值{sha256}"
    )
    _say_signed(options, signed, sha256, head)
    return FOUND_ERRORS if errors(signed.findings) else DONE


def carry(options: Options) -> int:
    """Enter what an earlier published report carries over; tell how the next year agrees."""
    from disclosure_desk.commands.closing import record_opening_carry
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.carry_over import check_carried_in
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.statistics.tally import tally
    from disclosure_desk.storage.journal import Actor

    year, numbers = year_of(options), _numbers_of(options)
    with office(options) as database, database.writing(Actor.of_this_computer()) as session:
        record_opening_carry(session, year, numbers, str(options.source))
        edition = edition_for(year + 1, None)
        figures = tally(session, edition, Period.of_year(year + 1))
        findings = check_carried_in(session, edition, year + 1, figures)
    answer = {
        "year": year,
        "carried_out": numbers,
        "findings": [one.as_json() for one in findings],
    }
    head = f"{year}年已公布的结转下年度继续办理共{sum(numbers.values())}件，已登记。"
    same = f"{year + 1}年的上年结转与它相同。"
    say(options, answer, [head, *([one.message for one in findings] or [same])])
    return FOUND_ERRORS if errors(findings) else DONE


def _numbers_of(options: Options) -> dict[str, int]:
    """One number for each kind of applicant, those left out 0. Raises Refusal for none at all."""
    from disclosure_desk.records.terms import APPLICANT_KINDS

    told = [name for name, _ in CARRY_OPTIONS if getattr(options, _stem(name)) is not None]
    if not told:
        raise Refusal("请写明结转的件数，例如“--natural 3”，没有结转的写“--natural 0”。")
    return {
        kind.slug: whole_number(options, option) if option in told else 0
        for kind, (option, _) in zip(APPLICANT_KINDS, CARRY_OPTIONS, strict=True)
    }


def _stem(option: str) -> str:
    return option.strip("-").replace("-", "_")


def reopen(options: Options) -> int:
    """Open a closed year again; its signed figures stay in the history."""
    from disclosure_desk.commands.closing import reopen_year
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.storage.journal import Actor

    year = year_of(options)
    edition = None if options.edition is None else edition_for(year, options.edition)
    today = datetime.now().astimezone().date()
    with office(options) as database, database.writing(Actor.of_this_computer()) as session:
        done = reopen_year(session, year, str(options.reason), today=today, edition=edition)
        signed, sha256, on = _signing(session, done.record_id)
    head = f"{year}年统计表已重新开放；{on}签发的数字保留在历史中。"
    _say_signed(options, signed, sha256, head)
    return DONE


def _signing(session: "Session", id_: int) -> "tuple[SignedYear, str, date]":
    """What was signed, its hash, and the day."""
    from disclosure_desk.records.closed_year import ClosedYear
    from disclosure_desk.statistics.closing import signed_of

    closed = session.get_one(ClosedYear, id_)
    return signed_of(session, closed), closed.sha256, closed.signed_on


def _say_signed(options: Options, signed: "SignedYear", sha256: str, head: str) -> None:
    findings = list(signed.findings)
    answer = _answer(signed.year, signed.edition, sha256, dict(signed.cells), findings)
    say(options, answer, [head, *(one.message for one in findings)])


def _answer(
    year: int,
    edition: str,
    sha256: str | None,
    cells: dict[str, Figure],
    findings: list[Finding],
) -> dict[str, object]:
    return {
        "year": year,
        "edition": edition,
        "hash": sha256,
        "cells": cells,
        "findings": [one.as_json() for one in findings],
    }
