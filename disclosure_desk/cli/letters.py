"""The call that writes a letter of a request."""

import argparse
from datetime import datetime
from pathlib import Path

from disclosure_desk.cli.answers import DONE, Options, day_of, office, say
from disclosure_desk.faults import Refusal

LETTER_OPTIONS = (
    ("--request", "申请编号"),
    ("--kind", "文书种类，如 补正告知书；按办理结果的答复写 答复书"),
    ("--out", "写到哪个 .docx 文件"),
    ("--on", "文书日期；不写时按登记的步骤，没有的是今天"),
    ("--templates", "本单位自己的模板所在的文件夹"),
)


def add_field_option(parser: argparse.ArgumentParser) -> None:
    """The option that may be written several times: texts of which the records tell nothing."""
    parser.add_argument(
        "--field",
        action="append",
        metavar="名称=内容",
        help="登记里没有的字段，如 负责公开的行政机关=不能确定；可以写几次",
    )


def fields_given(options: Options) -> dict[str, str]:
    """The texts that a call gives, by the names of their fields.

    Raises Refusal for one without its name or text, and for a field that is given twice.
    """
    given: dict[str, str] = {}
    for words in getattr(options, "field", None) or ():
        name, _, text = words.replace("＝", "=", 1).partition("=")
        name, text = name.strip().strip("【】？?"), text.strip()
        if not name or not text:
            raise Refusal(f"“--field”的“{words}”应写成 名称=内容，如 负责公开的行政机关=不能确定。")
        if name in given:
            raise Refusal(f"“--field”的“{name}”写了两次，请只写一次。")
        given[name] = text
    return given


def write(options: Options) -> int:
    """Write a letter from the record: a draft, or with --final one that is kept for good."""
    from disclosure_desk.exchange.write_letter import write_letter
    from disclosure_desk.storage.journal import Actor

    given = fields_given(options)
    with office(options) as database:
        written = write_letter(
            database,
            str(options.request),
            str(options.kind),
            Path(options.out),
            actor=Actor.of_this_computer(),
            today=datetime.now().astimezone().date(),
            final=options.final,
            templates=Path(options.templates) if options.templates else None,
            made_on=day_of(options, "--on") if options.on is not None else None,
            given=given,
        )
    answer = {
        "file": str(written.path),
        "kind": written.kind,
        "label": written.label,
        "number": written.number or None,
        "final": written.final,
        "missing": list(written.missing),
        "findings": [finding.as_json() for finding in written.findings],
    }
    lines = [f"{written.label}{'' if written.final else '（草稿）'}：{written.path}"]
    if written.missing:
        lines.append(f"还没有填写：{'、'.join(written.missing)}")
    say(options, answer, lines + [finding.message for finding in written.findings])
    return DONE
