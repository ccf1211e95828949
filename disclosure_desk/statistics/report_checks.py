"""Judges a finished report by the rules of supervisors: figures, text, chapters, last year."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.not_public import private_signs
from disclosure_desk.statistics.checks import check_figures, check_table
from disclosure_desk.statistics.finished_report import FinishedReport, State
from disclosure_desk.statistics.form import Cell, Edition, Identity
from disclosure_desk.statistics.misplaced import name_confusions
from disclosure_desk.statistics.naming import column_of, named, row_of
from disclosure_desk.statistics.printing import shown
from disclosure_desk.statistics.report_chapters import check_chapters
from disclosure_desk.statistics.report_rules import broken, report_rules
from disclosure_desk.statistics.report_years import check_years
from disclosure_desk.statistics.text_figures import check_text
from disclosure_desk.statistics.text_parts import check_parts
from disclosure_desk.statistics.year_to_year import check_against

_NAMED_ROWS = 4
_NAMED_SIGNS = 3
_MOST_ROWS = 5


def check_report(report: FinishedReport, previous: FinishedReport | None = None) -> list[Finding]:
    """Everything that is wrong with a report; `previous` is that of the year before."""
    edition = report.edition
    if edition is None:
        text = "没有找到政府信息公开工作年度报告或统计表的表格，请核对文件。"
        return [broken("S2", text)]
    findings = [
        *check_tables(edition, report),
        *check_cells(edition, report),
        *check_relations(edition, report),
        *_edition_in_use(edition, report),
    ]
    if not report.is_table_only:
        findings += check_chapters(report)
    text = "\n".join([*report.opening, *(one.text for one in report.chapters)])
    findings += check_text(report, text)
    findings += check_parts(text)
    findings += check_years(report)
    findings += _not_public(text)
    findings += [broken(one.rule, one.said, cells=one.cells) for one in report.own_faults]
    if previous is not None:
        findings += check_against(report, previous)
    asked = report_rules()
    return [
        one
        for one in findings
        if one.rule not in asked or asked[one.rule].applies(edition, report.year)
    ]


def _not_public(text: str) -> Iterator[Finding]:
    """I1: identity numbers, mobiles and secret marks in the text; an office's telephone may be."""
    signs = (one for one in private_signs(text) if one.kind != "telephone")
    told = list(dict.fromkeys(one.told for one in signs))
    if told:
        more = "等" if len(told) > _NAMED_SIGNS else ""
        shown_signs = "、".join(told[:_NAMED_SIGNS]) + more
        yield broken("I1", f"报告正文里有{shown_signs}，公开前请删去或者核对。")


def _edition_in_use(edition: Edition, report: FinishedReport) -> list[Finding]:
    """A hint where the form was not in use in the report's year."""
    if report.year is None:
        return []
    return check_table(replace(edition, identities=()), report.year, {})


def check_relations(edition: Edition, report: FinishedReport) -> list[Finding]:
    """H1–H4 and G1. A blank counts as 0; a cell that is not there may make up a difference."""
    certain = tuple(
        one
        for one in edition.identities
        if _is_broken(one, report, _unknown_states(edition, report, one))
    )
    return name_confusions(
        edition, check_figures(replace(edition, identities=certain), report.figures)
    )


def _unknown_states(
    edition: Edition, report: FinishedReport, identity: Identity
) -> Collection[State]:
    """Which cells may hold anything; in a table that is mostly blank the blank ones too.

    Provinces printed their own shorter tables in the national form: a blank row was not kept.
    """
    table = _table_of(edition, edition.cells[identity.left[0]])
    states = [
        report.cell(one.code).state
        for one in edition.cells.values()
        if _table_of(edition, one) == table
    ]
    if 2 * states.count("blank") > len(states):
        return ("absent", "doubtful", "blank")
    return ("absent", "doubtful")


def _is_broken(identity: Identity, report: FinishedReport, unknown: Collection[State]) -> bool:
    left, right = (
        sum((report.figure(code) for code in side), Decimal(0))
        for side in (identity.left, identity.right)
    )
    smaller = identity.left if left < right else identity.right
    return left != right and not any(report.cell(code).state in unknown for code in smaller)


def check_tables(edition: Edition, report: FinishedReport) -> Iterator[Finding]:
    """S2: a table of the form, or a block of one, is not there at all."""
    for name, cells in groupby(edition.cells.values(), key=lambda one: _table_of(edition, one)):
        codes = [cell.code for cell in cells]
        if all(report.cell(code).state == "absent" for code in codes):
            yield broken("S2", f"没有找到“{name}”的表格，请补上。", cells=codes)


def _table_of(edition: Edition, cell: Cell) -> str:
    """The printed table that a cell stands in; chapter two may have one for each item."""
    parts = cell.code.split(".")
    words = cell.title.split("·")
    if parts[0] == "art20":
        hanzi = "一二三四五六七八九"[int(parts[1]) - 1]
        return f"{words[0]}”中“第二十条第（{hanzi}）项"
    return words[0] if len(edition.grids) > 1 else "政府信息公开情况统计表"


def check_cells(edition: Edition, report: FinishedReport) -> Iterator[Finding]:
    """N1–N4: cells without a number, with something else, or with a remark; unknown rows."""
    cells = edition.cells.values()
    blank = [one for one in cells if report.cell(one.code).state == "blank"]
    for name, grouped in groupby(blank, key=lambda one: _table_of(edition, one)):
        yield from _blank(name, list(grouped), report)
    for cell in cells:
        yield from _judged(cell, report)
    absent = [one for one in cells if report.cell(one.code).state == "absent"]
    yield from _rows_missing(edition, absent)
    for label, name in report.rows_misspelt:
        yield broken("N4", f"行名“{label[:40]}”按位置读作“{name}”，请改正行名。")
    for label in report.rows_lost:
        yield broken("N4", f"“{label[:40]}”不是报告格式里的行名，没有读取这一行的数字。")


def _blank(table: str, cells: Sequence[Cell], report: FinishedReport) -> Iterator[Finding]:
    """A finding for each row with blanks; where there are many rows, one for the table."""
    rows = [(row, list(grouped)) for row, grouped in groupby(cells, key=row_of)]
    if len(rows) > _MOST_ROWS:
        names = _listed([row for row, _ in rows])
        text = f"“{table}”有{len(cells)}格没有填数字（{names}），没有的请填0。"
        yield broken("N1", text, cells=[one.code for one in cells])
        return
    for row, blank in rows:
        printed = report.cell(blank[0].code).printed
        columns = "、".join(dict.fromkeys(filter(None, map(column_of, blank))))
        where = f"{row}（{columns}）" if columns else row
        text = f"{where}是{f'“{printed}”' if printed else '空白'}，没有的请填0。"
        yield broken("N1", text, cells=[one.code for one in blank])


def _listed(rows: Sequence[str]) -> str:
    every = list(dict.fromkeys(rows))
    shown_rows = "、".join(every[:_NAMED_ROWS])
    return f"{shown_rows}等{len(every)}行" if len(every) > _NAMED_ROWS else shown_rows


def _judged(cell: Cell, report: FinishedReport) -> Iterator[Finding]:
    read = report.cell(cell.code)
    if read.state == "doubtful":
        text = f"{named(cell)}填的是“{read.printed}”，不是一个能确定的数字，请改为数字。"
        yield broken("N2", text, cells=[cell.code])
    elif read.figure is not None and read.figure < 0 and not cell.signed:
        text = f"{named(cell)}填的是负数{shown(read.figure)}，请核对。"
        yield broken("N2", text, cells=[cell.code], found=read.figure)
    elif read.figure is not None and cell.whole and read.figure != int(read.figure):
        text = f"{named(cell)}填的是{shown(read.figure)}，应当是整数，请核对。"
        yield broken("N2", text, cells=[cell.code], found=read.figure)
    elif read.state == "noted" and read.figure is not None:
        text = f"{named(cell)}填的是“{read.printed[:40]}”，按{shown(read.figure)}核对。"
        yield broken("N3", text, cells=[cell.code], found=read.figure)


def _rows_missing(edition: Edition, missing: Sequence[Cell]) -> Iterator[Finding]:
    """One finding for each table that is there, but not with all of its cells."""
    for name, grouped in groupby(missing, key=lambda one: _table_of(edition, one)):
        cells = list(grouped)
        whole = [one for one in edition.cells.values() if _table_of(edition, one) == name]
        if len(cells) == len(whole):
            continue
        rows = _listed([row_of(one) for one in cells])
        text = f"“{name}”的表格里没有找到{rows}的数字，请补上。"
        yield broken("N1", text, cells=[one.code for one in cells])
