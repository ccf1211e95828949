"""The command line: parse, call a command, print. Starts without Qt."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import simplejson

from disclosure_desk import __version__
from disclosure_desk.faults import KnownError, Refusal

if TYPE_CHECKING:
    from disclosure_desk.storage.database import Database

PROGRAM = "disclosure-desk"
DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2
INTERRUPTED = 130  # what a shell says of a call that was stopped by Ctrl+C
Options = argparse.Namespace


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call and return its exit status: 0 done, 1 findings of severity error, 2 unusable."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A name may hold bytes that are no text; they are shown escaped.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        options = parse(sys.argv[1:] if argv is None else argv)
        run: Callable[[Options], int] = options.run
        status = run(options)
        sys.stdout.flush()
        return status
    except BrokenPipeError:
        # Who reads has seen enough, as `head` has. Python would complain at its end once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except KnownError as error:
        print(" ".join(str(error).split("\n")), file=sys.stderr)
        return UNUSABLE


class _Parser(argparse.ArgumentParser):
    """Speaks Chinese, and hands what it cannot use to the one place that prints errors."""

    def __init__(self, prog: str, description: str) -> None:
        super().__init__(
            prog,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=_ChineseHelp,
        )
        self._optionals.title = "选项"
        self._positionals.title = "参数"
        self.add_argument("-h", "--help", action="help", help="显示本说明")

    def error(self, message: str) -> NoReturn:
        raise Refusal(f"这样写不能识别，请用 {self.prog} --help 查看写法。")


class _ChineseHelp(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or "用法：")


def parse(argv: Sequence[str]) -> Options:
    """What a call asks for. Raises Refusal, in one sentence, for a call that is not understood."""
    parser, calls = _parsers()
    words = list(argv) or ["open"]
    if not words[0].startswith("-") and words[0] not in calls:
        raise Refusal(f"没有“{words[0]}”这个命令，可用的命令有：{'、'.join(calls)}。")
    options, unknown = parser.parse_known_args(words)
    if unknown:
        command = f" {words[0]}" if words[0] in calls else ""
        raise Refusal(f"不认识“{unknown[0]}”，请用 {PROGRAM}{command} --help 查看写法。")
    if "run" not in options:
        raise Refusal(f"请写明命令，可用的命令有：{'、'.join(calls)}。")
    for name in options.needed:
        if getattr(options, name.strip("-")) in (None, ""):
            raise Refusal(f"缺少“{name}”，请用 {PROGRAM} {words[0]} --help 查看写法。")
    return options


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    parser = _Parser(prog=PROGRAM, description="信息公开工作台：登记、统计表和年度报告")
    parser.add_argument(
        "--version", action="version", version=f"信息公开工作台 {__version__}", help="显示版本"
    )
    calls = parser.add_subparsers(title="命令", metavar="命令", parser_class=_Parser)
    db = ("--db", "数据库文件或地址；不写时用桌面上次打开的")
    year, edition = ("--year", "年度，如 2024"), ("--edition", "报告格式；不写时按年度")
    _call(calls, "open", "打开桌面（不写命令时也是）", open_desktop, ("db", "数据库文件"))
    new = _call(calls, "new", "新建单位数据库", new_office, db, ("--unit", "单位名称"))
    new.add_argument("--sample", action="store_true", help="填入三年虚构的示例数据")
    new.set_defaults(needed=("--db", "--unit"))
    taking = _call(calls, "import", "导入台账", import_file, db, ("file", "台账 .xlsx 文件"))
    taking.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    taking.set_defaults(needed=("file",))
    table = _call(calls, "table", "统计表", print_table, db, year, edition)
    table.set_defaults(needed=("--year",))
    cell = _call(
        calls, "cell", "一个数字背后的记录", print_cell, db, year, edition, ("code", "单元格代码")
    )
    cell.set_defaults(needed=("--year", "code"))
    export = _call(
        calls, "export", "导出统计表、报告和台账", export_files, db, year, edition,
        ("--out", "导出到哪个文件夹"),
    )  # fmt: skip
    export.add_argument("--personal", action="store_true", help="台账包含证件号码、电话和地址")
    export.set_defaults(needed=("--year", "--out"))
    return parser, dict(calls.choices)


def _call(
    calls: "argparse._SubParsersAction[_Parser]",
    name: str,
    help_: str,
    run: Callable[[Options], int],
    *arguments: tuple[str, str],
) -> argparse.ArgumentParser:
    parser = calls.add_parser(name, help=help_, description=help_)
    parser.set_defaults(run=run, needed=())
    for argument, meaning in arguments:
        if argument.startswith("--"):
            parser.add_argument(argument, help=meaning, metavar="…")
        else:
            parser.add_argument(argument, help=meaning, nargs="?")
    if name != "open":
        parser.add_argument("--json", action="store_true", help="输出 JSON")
    return parser


def open_desktop(options: Options) -> int:
    """The desktop, on the office file named or on the one opened last."""
    from disclosure_desk.desk.app import open_desk

    return open_desk(options.db)


def new_office(options: Options) -> int:
    """Found an office database; a sample fills it with three invented years."""
    from disclosure_desk.exchange.founding import found

    found(options.db, options.unit, sample=options.sample)
    _say(options, {"db": str(options.db), "unit": options.unit}, [f"已建立：{options.db}"])
    return DONE


def import_file(options: Options) -> int:
    """Take a ledger in; with findings of severity error nothing is written."""
    from disclosure_desk.commands.done import Unsound
    from disclosure_desk.commands.ledger import TakenIn
    from disclosure_desk.exchange.read_ledger import import_ledger
    from disclosure_desk.records.cards import KIND_LABELS
    from disclosure_desk.storage.journal import Actor

    status = DONE
    try:
        actor = Actor.of_this_computer()
        with _office(options) as database:
            taken = import_ledger(database, Path(options.file), actor, dry_run=options.dry_run)
    except Unsound as refused:
        taken, status = TakenIn(findings=list(refused.findings)), FOUND_ERRORS
    counts = {
        name: {KIND_LABELS[kind]: number for kind, number in getattr(taken, name).items()}
        for name in ("added", "updated", "unchanged")
    }
    lines = [
        f"{sheet}：新增{counts['added'][sheet]}，更新{counts['updated'][sheet]}，"
        f"未变{counts['unchanged'][sheet]}"
        for sheet in counts["added"]
    ]
    if status == FOUND_ERRORS:
        lines = ["有错误，什么也没有导入。"]
    elif options.dry_run:
        lines.append("这是试导入，没有写入。")
    answer = {**counts, "findings": [finding.as_json() for finding in taken.findings]}
    _say(options, answer, [finding.message for finding in taken.findings] + lines)
    return status


def print_table(options: Options) -> int:
    """Every figure of the year's table, and the findings of its checks."""
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.checks import check_table
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.statistics.printing import shown
    from disclosure_desk.statistics.tally import tally

    year = _year(options)
    edition = edition_for(year, options.edition)
    with _office(options) as database, database.reading() as session:
        unit = the_office(session).name
        cells = tally(session, edition, Period.of_year(year))
    findings = check_table(edition, year, cells)
    answer = {
        "unit": unit,
        "year": year,
        "edition": edition.code,
        "cells": cells,
        "findings": [finding.as_json() for finding in findings],
    }
    lines = [f"{unit} {year}年 {edition.name}（{edition.source}）"]
    lines += [
        f"{cell.title}：{shown(cells[code], signed=cell.signed)}  [{code}]"
        for code, cell in edition.cells.items()
    ]
    _say(options, answer, lines + [finding.message for finding in findings])
    return FOUND_ERRORS if errors(findings) else DONE


def print_cell(options: Options) -> int:
    """The records behind one figure."""
    from disclosure_desk.records.cards import KIND_LABELS
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.statistics.printing import shown
    from disclosure_desk.statistics.tally import cell_of, records_behind, tally

    year = _year(options)
    edition = edition_for(year, options.edition)
    cell = cell_of(edition, options.code)
    period = Period.of_year(year)
    with _office(options) as database, database.reading() as session:
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
    _say(options, {"code": cell.code, "value": value, "records": records}, lines)
    return DONE


def export_files(options: Options) -> int:
    """The filled table, the annual report and the ledger of a year."""
    from datetime import datetime

    from disclosure_desk.exchange.export import export_year
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.storage.journal import Actor

    year = _year(options)
    edition = edition_for(year, options.edition)
    with _office(options) as database:
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
    _say(options, answer, lines + [finding.message for finding in exported.findings])
    return FOUND_ERRORS if errors(exported.findings) else DONE


@contextmanager
def _office(options: Options) -> Iterator["Database"]:
    """The database that a call speaks of, let go of when the call is done."""
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.recent import last_office

    if options.db == "":
        raise Refusal("“--db”后面是空的，请写明数据库的文件或地址。")
    place = last_office() if options.db is None else options.db
    if place is None:
        raise Refusal("请用“--db”写明数据库；桌面还没有打开过单位数据库。")
    database = open_database(place)
    try:
        yield database
    finally:
        database.close()


def _year(options: Options) -> int:
    text = str(options.year)
    if not (text.isascii() and text.isdigit() and 1950 <= int(text) <= 2999):
        raise Refusal(f"“--year”的“{text}”不是年度，应为1950到2999之间的四位数字，如 2024。")
    return int(text)


def _say(options: Options, answer: Mapping[str, object], lines: Sequence[str]) -> None:
    if options.json:
        print(simplejson.dumps(answer, ensure_ascii=False, use_decimal=True))
    else:
        print("\n".join(lines))
