"""The calls that answer with figures: a table, one cell, and the files of a year."""

from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.cli.answers import DONE, FOUND_ERRORS, Options, office, period_of, say
from disclosure_desk.faults import Refusal

if TYPE_CHECKING:
    from disclosure_desk.statistics.period import Period


def print_table(options: Options) -> int:
    """Every figure of the table of a year, a quarter or months, and the findings of its checks."""
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.carry_over import check_year
    from disclosure_desk.statistics.checks import check_figures
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.statistics.interim import form_of
    from disclosure_desk.statistics.printing import shown
    from disclosure_desk.statistics.restatement import closing_of
    from disclosure_desk.statistics.tally import tally

    period = period_of(options)
    edition = form_of(edition_for(period.year, options.edition), period)
    closed = None
    with office(options) as database, database.reading() as session:
        unit = the_office(session).name
        cells = tally(session, edition, period)
        if period.is_year:
            findings = check_year(session, edition, period.year, cells)
            closed = closing_of(session, edition, period.year, cells)
        else:
            findings = check_figures(edition, cells)
    answer: dict[str, object] = {
        "unit": unit,
        "year": period.year,
        "edition": edition.code,
        "cells": cells,
        "findings": [finding.as_json() for finding in findings],
    }
    lines = [f"{unit} {period.words} {edition.name}（{edition.source}）"]
    if not period.is_year:
        answer["period"] = period.code
        lines += [piece for line in edition.above[:1] for piece in line.pieces]
    lines += [
        f"{cell.title}：{shown(cells[code], signed=cell.signed)}  [{code}]"
        for code, cell in edition.cells.items()
    ]
    if closed is not None:
        answer["closed"] = closed.as_json()
        lines.append(closed.words)
    say(options, answer, lines + [finding.message for finding in findings])
    return FOUND_ERRORS if errors(findings) else DONE


def print_cell(options: Options) -> int:
    """The records behind one figure."""
    from disclosure_desk.records.cards import KIND_LABELS
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.statistics.interim import form_of
    from disclosure_desk.statistics.printing import shown
    from disclosure_desk.statistics.tally import cell_of, records_behind, tally

    period = period_of(options)
    edition = form_of(edition_for(period.year, options.edition), period)
    cell = cell_of(edition, options.code)
    with office(options) as database, database.reading() as session:
        value = tally(session, edition, period, codes=[cell.code])[cell.code]
        entries = records_behind(session, edition, cell.code, period)
    records = [
        {
            "kind": entry.kind,
            "number": entry.number,
            "title": entry.title,
            "date": entry.date.isoformat(),
        }
        for entry in entries
    ]
    lines = [f"{cell.title}：{shown(value, signed=cell.signed)}"]
    lines += [
        f"{KIND_LABELS[entry.kind]} {entry.number} {entry.date} {entry.title}".replace("  ", " ")
        for entry in entries
    ]
    say(options, {"code": cell.code, "value": value, "records": records}, lines)
    return DONE


def export_files(options: Options) -> int:
    """The filled table, the annual report and the ledger of a year; of a quarter the table."""
    from datetime import datetime

    from disclosure_desk.exchange.export import export_year
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.storage.journal import Actor

    period = period_of(options)
    if not period.is_year:
        return _export_interim(options, period)
    year = period.year
    edition = edition_for(year, options.edition)
    with office(options) as database:
        exported = export_year(
            database,
            year,
            edition,
            Path(options.out),
            personal=options.personal,
            actor=Actor.of_this_computer(),
            today=datetime.now().astimezone().date(),
        )
    names = {"table": "统计表", "report": "年度报告", "ledger": "台账"}
    paths = {name: str(path.absolute()) for name, path in exported.files.items()}
    answer = {
        "files": paths,
        "findings": [finding.as_json() for finding in exported.findings],
    }
    lines = [f"{names[name]}：{path}" for name, path in paths.items()]
    say(options, answer, lines + [finding.message for finding in exported.findings])
    return FOUND_ERRORS if errors(exported.findings) else DONE


def _export_interim(options: Options, period: "Period") -> int:
    """The table of a quarter or of months alone: there is no report or ledger of one."""
    from datetime import datetime

    from disclosure_desk.exchange.interim_export import export_into_folder
    from disclosure_desk.statistics.edition import edition_for

    if options.personal:
        raise Refusal("季度、月度只导出统计表，不含台账，请去掉“--personal”。")
    edition = edition_for(period.year, options.edition)
    today = datetime.now().astimezone().date()
    with office(options) as database:
        path = export_into_folder(database, period, edition, Path(options.out), today=today)
    say(options, {"files": {"table": str(path)}, "findings": []}, [f"统计表：{path}"])
    return DONE


def print_today(options: Options) -> int:
    """What is to be done today: due dates, waiting requests, late items, gaps in the log."""
    from datetime import datetime

    from disclosure_desk.cli.answers import day_of
    from disclosure_desk.statistics.today import agenda
    from disclosure_desk.storage.own_calendars import calendar_in_use

    asked = options.on is not None
    today = day_of(options, "--on") if asked else datetime.now().astimezone().date()
    with office(options) as database, database.reading() as session:
        told = agenda(session, calendar_in_use(), today)
    groups = [
        {
            "slug": group.slug,
            "title": group.title,
            "items": [
                {
                    "kind": item.kind,
                    "number": item.number,
                    "title": item.title,
                    "due": item.due and item.due.isoformat(),
                    "workdays_left": item.workdays_left,
                    "text": item.text,
                    "urgent": item.urgent,
                }
                for item in group.items
            ],
        }
        for group in told.groups
    ]
    following = told.next_due and told.next_due.isoformat()
    lines = []
    for group in told.groups:
        lines.append(f"【{group.title}】")
        lines += [f"{one.number} {one.title}：{one.text}".strip() for one in group.items]
    if not lines:
        lines = ["今天没有要办的事。" + (f"下一个期限：{following}。" if following else "")]
    say(options, {"day": today.isoformat(), "next_due": following, "groups": groups}, lines)
    return DONE
