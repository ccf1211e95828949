"""The call that archives a year, readable without this program, or checks such an archive."""

from datetime import datetime
from pathlib import Path

from disclosure_desk.cli.answers import DONE, FOUND_ERRORS, Options, office, say, year_of
from disclosure_desk.faults import Refusal


def archive_office(options: Options) -> int:
    """Write the archive of a year, each file read back, and say what was left out."""
    if options.check is not None:
        return _check(options)
    from disclosure_desk.exchange.archive import archive_year
    from disclosure_desk.exchange.checksums import CHECKSUMS
    from disclosure_desk.records.finding import errors
    from disclosure_desk.statistics.edition import edition_for
    from disclosure_desk.storage.journal import Actor

    for name in ("year", "out"):
        if getattr(options, name) in (None, ""):
            raise Refusal(f"缺少“--{name}”，请用 disclosure-desk archive --help 查看写法。")
    year = year_of(options)
    edition = edition_for(year, options.edition)
    with office(options) as database:
        archived = archive_year(
            database,
            year,
            edition,
            Path(options.out),
            personal=options.personal,
            actor=Actor.of_this_computer(),
            today=datetime.now().astimezone().date(),
        )
    answer = {
        "folder": str(archived.folder),
        "files": list(archived.files),
        "checksums": CHECKSUMS,
        "letters": archived.letters,
        "left_out": list(archived.left_out),
        "findings": [finding.as_json() for finding in archived.findings],
    }
    lines = [f"已归档：{archived.folder}，共{len(archived.files)}个文件，读回来核对无误。"]
    if archived.left_out:
        lines.append(f"写有个人信息的文书没有放入：{'、'.join(archived.left_out)}。")
    say(options, answer, lines + [finding.message for finding in archived.findings])
    return FOUND_ERRORS if errors(archived.findings) else DONE


def _check(options: Options) -> int:
    """Hold the files of an archive against its list of hashes."""
    from disclosure_desk.exchange.checksums import check_checksums

    folder = Path(options.check).expanduser().absolute()
    wrong = check_checksums(folder)
    lines = [*wrong, f"有{len(wrong)}处不符。"] if wrong else ["每个文件都和归档时一样。"]
    say(options, {"folder": str(folder), "wrong": wrong}, lines)
    return FOUND_ERRORS if wrong else DONE
