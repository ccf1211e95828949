"""The call that writes a letter of a request."""

from datetime import datetime
from pathlib import Path

from disclosure_desk.cli.answers import DONE, Options, day_of, office, say

LETTER_OPTIONS = (
    ("--request", "申请编号"),
    ("--kind", "文书种类，如 补正告知书；按办理结果的答复写 答复书"),
    ("--out", "写到哪个 .docx 文件"),
    ("--on", "文书日期；不写时按登记的步骤，没有的是今天"),
    ("--templates", "本单位自己的模板所在的文件夹"),
)


def write(options: Options) -> int:
    """Write a letter from the record: a draft, or with --final one that is kept for good."""
    from disclosure_desk.exchange.write_letter import write_letter
    from disclosure_desk.storage.journal import Actor

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
