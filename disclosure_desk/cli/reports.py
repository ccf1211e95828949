"""The call on finished reports of any office; it needs no database."""

from pathlib import Path

from disclosure_desk.cli.answers import DONE, FOUND_ERRORS, Options, say


def check_file(options: Options) -> int:
    """Read a finished report or table and print what supervisors would find in it."""
    from disclosure_desk.exchange.finished.read import read_report
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.report_checks import check_report

    report = read_report(Path(options.file))
    previous = read_report(Path(options.previous)) if options.previous else None
    findings = check_report(report, previous)
    edition = report.edition
    answer = {
        "unit": report.unit,
        "year": report.year,
        "edition": edition.code if edition else None,
        "cells": report.figures,
        "findings": [finding.as_json() for finding in findings],
    }
    name = f"{edition.name}（{edition.source}）" if edition else "没有找到表格"
    lines = [f"{report.unit or '单位不明'} {report.year or '年度不明'} {name}"]
    lines += [finding.message for finding in findings] or ["没有发现问题。"]
    say(options, answer, lines)
    return FOUND_ERRORS if errors(findings) else DONE
