"""Which calls there are and how they are written; speaks Chinese."""

import argparse
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NoReturn

from disclosure_desk import __version__
from disclosure_desk.cli.answers import Options
from disclosure_desk.cli.archiving import archive_office
from disclosure_desk.cli.clock import DUE_OPTIONS, calendar, print_due, print_fee
from disclosure_desk.cli.closing import CARRY_OPTIONS, FROM, REASON, carry, close, reopen
from disclosure_desk.cli.figures import export_files, print_cell, print_table, print_today
from disclosure_desk.cli.files import back_up_office, move_to, restore_office, verify_office
from disclosure_desk.cli.handover import make_handover, merge_handover
from disclosure_desk.cli.letters import LETTER_OPTIONS, add_field_option, write
from disclosure_desk.cli.people import OPTIONS as PEOPLE_OPTIONS
from disclosure_desk.cli.people import keep_people
from disclosure_desk.cli.privacy import anonymise_office, deidentify_office
from disclosure_desk.cli.protecting import decrypt_office, encrypt_office
from disclosure_desk.cli.registers import import_file, new_office, open_desktop
from disclosure_desk.cli.reports import RULES_OF, add_up_files, check_file, inspect_file
from disclosure_desk.faults import Refusal

PROGRAM = "disclosure-desk"
_YEAR, _EDITION = ("--year", "年度，如 2024"), ("--edition", "报告格式；不写时按年度")
# What is written without a name, as a call that lacks it is told.
_MEANINGS = {"file": "文件", "code": "单元格代码", "action": "show 或 import", "what": "年度或文件"}


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
        super().add_usage(usage, actions, groups, "用法：" if prefix is None else prefix)


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
        if name == "--year" and getattr(options, "period", None) is not None:
            continue  # said more closely
        if getattr(options, name.strip("-").replace("-", "_")) in (None, ""):
            meant = _MEANINGS.get(name, name)
            raise Refusal(f"缺少“{meant}”，请用 {PROGRAM} {words[0]} --help 查看写法。")
    return options


def _parsers() -> tuple[argparse.ArgumentParser, dict[str, argparse.ArgumentParser]]:
    parser = _Parser(prog=PROGRAM, description="信息公开工作台：登记、统计表和年度报告")
    parser.add_argument(
        "--version", action="version", version=f"信息公开工作台 {__version__}", help="显示版本"
    )
    calls = parser.add_subparsers(title="命令", metavar="命令", parser_class=_Parser)
    db = ("--db", "数据库文件或地址；不写时用桌面上次打开的")
    _call(calls, "open", "打开桌面（不写命令时也是）", open_desktop, ("db", "数据库文件"))
    new = _call(calls, "new", "新建单位数据库", new_office, db, ("--unit", "单位名称"))
    new.add_argument("--sample", action="store_true", help="填入三年虚构的示例数据")
    new.set_defaults(needed=("--db", "--unit"))
    taking = _call(calls, "import", "导入台账", import_file, db, ("file", "台账 .xlsx 文件"))
    taking.add_argument("--dry-run", action="store_true", help="只检查，不写入")
    taking.set_defaults(needed=("file",))
    _add_calls_on_a_year(calls, db)
    _add_calls_on_finished_files(calls)
    _call(calls, "today", "今天要办的事", print_today, db, ("--on", "哪一天；不写时是今天"))
    letter = _call(calls, "letter", "制作文书", write, db, *LETTER_OPTIONS)
    add_field_option(letter)
    letter.add_argument("--final", action="store_true", help="定稿：编文号，记入办理步骤")
    letter.set_defaults(needed=("--request", "--kind", "--out"))
    archive = _call(
        calls, "archive", "年度归档：不用本程序也能看的一年", archive_office, db, _YEAR, _EDITION,
        ("--out", "归档到哪个文件夹"), ("--check", "核对一个归档的文件夹有没有被改动"),
    )  # fmt: skip
    archive.add_argument("--personal", action="store_true", help="包含证件号码、电话和地址")
    _call(calls, "people", "人员名单：list 列出，add 登记，end 离岗", keep_people, db,
          ("doing", "list、add 或 end；不写时是 list"), *PEOPLE_OPTIONS)  # fmt: skip
    _add_calls_on_the_file(calls, db)
    _add_calls_on_the_law(calls)
    return parser, dict(calls.choices)


def _add_calls_on_a_year(calls: "argparse._SubParsersAction[_Parser]", db: tuple[str, str]) -> None:
    period = ("--period", "季度或月份，写在 --year 的位置：2025Q3、2025-07、2025-01/09")
    table = _call(calls, "table", "统计表", print_table, db, _YEAR, period, _EDITION)
    table.set_defaults(needed=("--year",))
    cell = _call(
        calls, "cell", "一个数字背后的记录", print_cell, db, _YEAR, period, _EDITION,
        ("code", "单元格代码"),
    )  # fmt: skip
    cell.set_defaults(needed=("--year", "code"))
    export = _call(
        calls, "export", "导出统计表、报告和台账", export_files, db, _YEAR, period, _EDITION,
        ("--out", "导出到哪个文件夹"),
    )  # fmt: skip
    export.add_argument("--personal", action="store_true", help="台账包含证件号码、电话和地址")
    export.set_defaults(needed=("--year", "--out"))
    for name, meaning, run in (
        ("close", "签发年度统计表，数字从此固定", close),
        ("reopen", "重新开放已签发的年度", reopen),
    ):
        more = (FROM,) if name == "close" else ()
        signing = _call(calls, name, meaning, run, db, _YEAR, _EDITION, REASON, *more)
        signing.set_defaults(needed=("--year", "--reason"))
    carrying = _call(
        calls, "carry", "登记启用以前已公布的结转数", carry, db, _YEAR,
        ("--source", "数字出自哪一份报告"), *CARRY_OPTIONS,
    )  # fmt: skip
    carrying.set_defaults(needed=("--year", "--source"))


def _add_calls_on_finished_files(calls: "argparse._SubParsersAction[_Parser]") -> None:
    check = _call(
        calls, "check", "核对一份年度报告或统计表", check_file,
        ("file", "报告或统计表（.docx、.xlsx、.html、.pdf）"), ("--previous", "上一年度的报告"),
        RULES_OF,
    )  # fmt: skip
    check.set_defaults(needed=("file",))
    inspecting = _call(
        calls, "inspect", "检查待公开的文件有没有隐藏内容和个人信息", inspect_file,
        ("file", "要公开的 .xlsx 或 .docx 文件"),
    )  # fmt: skip
    inspecting.set_defaults(needed=("file",))
    adding = _call(
        calls, "aggregate", "汇总多个单位的报告", add_up_files, ("--out", "汇总表 .xlsx 文件"),
        ("--units", "应报送单位的名单，一行一个的文本文件，垂直管理的在后面写明"),
        ("--leave-out", "不计入的垂直管理单位，用顿号隔开"), RULES_OF,
    )  # fmt: skip
    adding.add_argument("files", help="各单位的报告或统计表", nargs="*")
    adding.set_defaults(needed=("--out",))


def _add_calls_on_the_file(
    calls: "argparse._SubParsersAction[_Parser]", db: tuple[str, str]
) -> None:
    to = ("--to", "备份放到哪个文件夹；不写时是单位数据库旁的“备份”")
    _call(calls, "backup", "备份", back_up_office, db, to)
    restoring = _call(
        calls, "restore", "用备份恢复", restore_office,
        ("backup", "备份文件"), ("--db", "恢复到哪个单位数据库，或服务器上空的数据库"),
    )  # fmt: skip
    restoring.set_defaults(needed=("backup", "--db"))
    restoring.add_argument("--look", action="store_true", help="只看备份里有什么、会少什么，不恢复")
    against = ("--against", "和这个备份比较，看备份以后日志有没有被改写")
    clearing = _call(
        calls, "anonymise", "清除超过保存期限的个人信息", anonymise_office, db,
        ("--years", "办结后保存几年；写了就设为本单位的期限"),
    )  # fmt: skip
    clearing.add_argument("--with-texts", action="store_true", help="申请内容、备注和理由一并清除")
    clearing.add_argument("--dry-run", action="store_true", help="只列出，不清除")
    copying = _call(
        calls, "deidentify", "另存脱敏副本，数字不变", deidentify_office, db,
        ("--out", "脱敏副本存成哪个文件"),
    )  # fmt: skip
    copying.add_argument("--keep-texts", action="store_true", help="保留文字，隐去姓名和号码")
    copying.set_defaults(needed=("--out",))
    handing = _call(
        calls, "handover", "制作交接包，交给另一台电脑", make_handover, db,
        ("--out", "交接包文件，或放到哪个文件夹"), ("--year", "只交这一年的；不写时交全部"),
    )  # fmt: skip
    handing.set_defaults(needed=("--out",))
    merging = _call(calls, "merge", "并入交接包", merge_handover, db, ("file", "交接包文件"))
    merging.add_argument("--dry-run", action="store_true", help="只核对，不写入")
    merging.set_defaults(needed=("file",))
    _call(calls, "verify", "检查数据库是否完好", verify_office, db, against)
    moving = _call(
        calls, "move", "移到服务器，或从服务器移回文件", move_to, db,
        ("--to", "移到哪里：服务器上空的数据库的地址，或还没有的文件"),
    )  # fmt: skip
    moving.set_defaults(needed=("--to",))
    new_key = ("--new-key-file", "存放新密码的文件；不写时用 --key-file 的，或在终端输入")
    encrypting = _call(calls, "encrypt", "加密单位数据库，或更换密码", encrypt_office, db, new_key)
    encrypting.add_argument("--delete-plain", action="store_true", help="删除没有加密的旧备份")
    _call(calls, "decrypt", "取消单位数据库的加密", decrypt_office, db)


def _add_calls_on_the_law(calls: "argparse._SubParsersAction[_Parser]") -> None:
    due = _call(calls, "due", "答复期限", print_due, *DUE_OPTIONS)
    due.set_defaults(needed=("--received",))
    count, pages = ("--count", "件数（按件收费）"), ("--pages", "页数（按量收费）")
    _call(calls, "fee", "信息处理费", print_fee, count, pages)
    dates = _call(
        calls, "calendar", "节假日和调休", calendar,
        ("action", "show 查看，import 导入放假通知"), ("what", "年度，或通知的文本文件"),
    )  # fmt: skip
    dates.set_defaults(needed=("action", "what"))


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
        if argument == "--db":
            meant = "存放密码的文件（第一行；也可以是恢复密钥），数据库加密时用"
            parser.add_argument("--key-file", help=meant, metavar="…")
    if name != "open":
        parser.add_argument("--json", action="store_true", help="输出 JSON")
    return parser
