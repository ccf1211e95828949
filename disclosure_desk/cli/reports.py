"""The calls on finished reports of any office; they need no database.

Where one is told, the rules that its office has switched off are not asked.
"""

import os
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.cli.answers import DONE, FOUND_ERRORS, Options, say
from disclosure_desk.faults import KnownError, Refusal

if TYPE_CHECKING:
    from disclosure_desk.records.finding import Finding, Severity
    from disclosure_desk.statistics.added_up import AddedUp

RULES_OF = ("--db", "哪个单位的数据库：该单位停用的规则不核对；不写时核对全部规则")


def check_file(options: Options) -> int:
    """Read a finished report or table and print what supervisors would find in it."""
    from disclosure_desk.exchange.finished.read import read_report
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.report_checks import check_report

    report = read_report(Path(options.file))
    previous = read_report(Path(options.previous)) if options.previous else None
    off = _rules_off(options)
    findings = [one for one in check_report(report, previous) if one.rule not in off]
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
    lines += [finding.message for finding in findings]
    lines += [_counted(findings), *_told_off(off)]
    say(options, answer | _answered_off(options, off), lines)
    return FOUND_ERRORS if errors(findings) else DONE


def _rules_off(options: Options) -> dict[str, str]:
    """The rules that the office of --db has switched off, each with its reason; else none."""
    if options.db is None:
        return {}
    from disclosure_desk.cli.answers import office
    from disclosure_desk.commands.reporting import rules_off

    with office(options) as database, database.reading() as session:
        return rules_off(session)


def _told_off(off: "Mapping[str, str]") -> list[str]:
    """That rules were not asked, and why."""
    parts = "；".join(f"{rule}（{reason}）" for rule, reason in sorted(off.items()))
    return [f"本单位停用的规则没有核对：{parts}。"] if off else []


def _answered_off(options: Options, off: "Mapping[str, str]") -> dict[str, object]:
    return {} if options.db is None else {"rules_off": dict(sorted(off.items()))}


def _counted(findings: "Sequence[Finding]") -> str:
    """How many findings of each weight there are, in a sentence."""
    if not findings:
        return "没有发现问题。"
    weights: dict[Severity, str] = {"error": "须改正", "warning": "请核对", "hint": "提示"}
    told = Counter(finding.severity for finding in findings)
    parts = [f"{words}{told[weight]}处" for weight, words in weights.items() if told[weight]]
    return f"共{len(findings)}处：{'，'.join(parts)}。"


def inspect_file(options: Options) -> int:
    """Look through a file that is to be published for what nobody sees in it."""
    from disclosure_desk.exchange.unseen.look import look_for_unseen
    from disclosure_desk.records.finding import errors

    looked = look_for_unseen(Path(options.file))
    answer = {
        "file": str(looked.path.absolute()),
        "kind": looked.kind,
        "findings": [finding.as_json() for finding in looked.findings],
    }
    lines = [finding.message for finding in looked.findings]
    lines.append(_counted(looked.findings) if lines else "没有发现隐藏内容和个人信息。")
    say(options, answer, lines)
    return FOUND_ERRORS if errors(looked.findings) else DONE


def add_up_files(options: Options) -> int:
    """Read the reports of many offices, check each, add them up, and write the workbook."""
    from disclosure_desk.exchange.finished.read import read_report
    from disclosure_desk.exchange.finished.write_sum import write_sum
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.added_up import UnitReport, add_up
    from disclosure_desk.statistics.report_checks import check_report

    if not options.files:
        raise Refusal("请写明要汇总的文件，可以写多个。")
    out = Path(options.out)
    if out.suffix.lower() != ".xlsx":
        raise Refusal(f"“--out”的“{out}”应是 .xlsx 文件。")
    # Path.resolve() raises on a loop of links.
    if os.path.realpath(out) in map(os.path.realpath, options.files):
        raise Refusal(f"“--out”的“{out}”是要汇总的文件，不能写在它上面，请换一个文件名。")
    off = _rules_off(options)
    units, unusable = [], []
    for name in options.files:
        try:
            report = read_report(Path(name))
        except KnownError as error:
            unusable.append((Path(name).name, str(error)))
            continue
        findings = tuple(one for one in check_report(report) if one.rule not in off)
        units.append(UnitReport(Path(name).name, report, findings))
    due = _units_due(options)
    added = add_up(units, unusable, due=due)
    if added.main is None:
        raise Refusal("这些文件里没有一个能读到统计表格，没有汇总。")
    write_sum(added, out)
    every = [*added.findings, *(finding for one in added.units for finding in one.findings)]
    answer = _answer(added, out) | _answered_off(options, off)
    if due:
        answer |= {"missing": list(added.missing), "left_out": list(added.left_out)}
    lines = [f"汇总{len(added.units)}个单位：{out.absolute()}"]
    lines += [finding.message for finding in added.findings]
    lines += [f"{one.name}：{finding.message}" for one in added.units for finding in one.findings]
    lines += _told_off(off)
    say(options, answer, lines)
    return FOUND_ERRORS if errors(every) else DONE


def _units_due(options: Options) -> list[tuple[str, bool]]:
    """The units that --units lists, and those of vertical systems that --leave-out names."""
    from disclosure_desk.exchange.finished.unit_list import read_units

    due = read_units(Path(options.units)) if options.units else []
    told = str(options.leave_out or "")
    names = {name for one in re.split("[、,，;；]", told) if (name := one.strip())}
    return [(name, is_vertical) for name, is_vertical in due if name not in names] + [
        (name, True) for name in sorted(names)
    ]


def _answer(added: "AddedUp", out: Path) -> dict[str, object]:
    main = added.main.code if added.main else None
    units: list[dict[str, object]] = []
    findings = [finding.as_json() for finding in added.findings]
    for one in added.units:
        own = [finding.as_json() for finding in one.findings]
        findings += [{"unit": one.name, **finding} for finding in own]
        edition = one.report.edition.code if one.report.edition else None
        units.append(
            {
                "unit": one.report.unit,
                "file": one.file,
                "year": one.report.year,
                "edition": edition,
                "findings": own,
            }
        )
    return {
        "unit": None,
        "year": added.year,
        "edition": main,
        "cells": added.sums[main] if main else {},
        "other_editions": {code: cells for code, cells in added.sums.items() if code != main},
        "complete": added.is_complete,
        "file": str(out.absolute()),
        "units": units,
        "findings": findings,
    }
