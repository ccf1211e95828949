"""The calls that sign a year's table and open it again."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from disclosure_desk.cli.answers import DONE, FOUND_ERRORS, Options, office, say, year_of
from disclosure_desk.records.finding import Figure, Finding

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.statistics.closing import SignedYear

REASON = ("--reason", "签发说明；重新开放时是原因")


def close(options: Options) -> int:
    """Freeze the signed figures of a year; with errors in the table nothing is written."""
    from disclosure_desk.commands.closing import close_year
    from disclosure_desk.commands.done import Unsound
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.storage.journal import Actor

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
    except Unsound as refused:
        findings = list(refused.findings)
        lines = [one.message for one in findings]
        lines.append(f"{year}年统计表有错误，没有签发。")
        say(options, _answer(year, edition.code, None, {}, findings), lines)
        return FOUND_ERRORS
    head = f"{year}年统计表已签发：{len(signed.cells)}个数字，校验值{sha256}"
    _say_signed(options, signed, sha256, head)
    return DONE


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
