"""The archive of a year (年度归档): readable without this program, with a hash of every file."""

import os
from dataclasses import dataclass
from datetime import date
from itertools import count
from pathlib import Path

from sqlalchemy.orm import Session

from disclosure_desk import __version__
from disclosure_desk.commands.archiving import letters_of_year, note_personal_archive
from disclosure_desk.commands.offices import the_office
from disclosure_desk.exchange.archive_letters import LIST, write_letters
from disclosure_desk.exchange.archive_pages import (
    write_index,
    write_registers,
    write_statistics,
)
from disclosure_desk.exchange.checksums import (
    CHECKSUMS,
    check_checksums,
    sha256_of,
    write_checksums,
)
from disclosure_desk.exchange.export import (
    made_folder,
    told_plainly,
    write_year_files,
)
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.edition import Edition
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.file_names import in_file_name
from disclosure_desk.storage.file_steps import give_name, keep_on_disk, own_folder
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.progress import Report, unheard

GUIDE = "说明.txt"
_STEPS = 9
_FILES = {"table": "统计表.xlsx", "report": "年度报告.docx", "ledger": "台账.xlsx"}
_WORDS = {
    "table": "统计表，带勾稽检查和每个数字背后的记录",
    "report": "政府信息公开工作年度报告",
    "ledger": "台账，可以再导入本程序",
}


@dataclass(frozen=True, slots=True)
class Archived:
    """The folder of an archive, its files by their places in it, and what was left out."""

    folder: Path
    files: tuple[str, ...]
    letters: int
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...]


def archive_year(
    database: Database,
    year: int,
    edition: Edition,
    directory: Path,
    *,
    personal: bool,
    actor: Actor,
    today: date,
    report: Report = unheard,
) -> Archived:
    """Write the archive of a year into a new folder below `directory`.

    All of it is of one moment, written under another name, read back, hashed and synced; only
    then the folder gets its name, and none that was there is touched. With `personal` it holds
    identity numbers, telephones and addresses, which is journalled with the hash of the list.
    Raises Fault in one sentence when a file cannot be written or reads back differently.
    """
    directory = directory.expanduser().absolute()
    with (
        made_folder(directory),
        told_plainly(directory),
        own_folder(directory, ".archive-") as place,
    ):
        folder = place / "归档"
        folder.mkdir()
        with database.reading() as session:
            unit = the_office(session).name
            filling = _Filling(session, year, edition, folder, personal, today, report)
            findings, letters, left_out = filling.fill(unit)
        report(_STEPS - 1, _STEPS, "正在计算校验值并读回核对…")
        listed = write_checksums(folder)
        _sync(folder)
        if wrong := check_checksums(folder):
            raise Fault(f"归档写到“{directory}”后读回不一样：{wrong[0]}请换一个磁盘再试。")
        files = sorted(
            path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
        )
        name = in_file_name(unit) or "_"
        target = _free_folder(directory, f"{name}{year}年归档_{today.isoformat()}")
        if personal:
            with database.writing(actor) as session:
                note_personal_archive(session, year, target.name, sha256_of(listed))
        give_name(folder, target)
        keep_on_disk(directory)
    return Archived(target, tuple(files), letters, tuple(left_out), findings)


@dataclass(frozen=True, slots=True)
class _Filling:
    """The folder while it is filled, from one look at the office."""

    session: Session
    year: int
    edition: Edition
    folder: Path
    personal: bool
    today: date
    report: Report

    def fill(self, unit: str) -> tuple[tuple[Finding, ...], int, list[str]]:
        """Write all but the hashes: findings of the report, how many letters, which were left."""
        session, year, folder = self.session, self.year, self.folder
        findings = write_year_files(
            session,
            year,
            self.edition,
            {name: folder / file for name, file in _FILES.items()},
            personal=self.personal,
            today=self.today,
            mark="",
            tell=self._told(0),
        )
        entries = [(file, _WORDS[name]) for name, file in _FILES.items()]
        self.report(5, _STEPS, "正在写统计表和登记簿的网页…")
        period = Period.of_year(year)
        figures = tally(session, self.edition, period)
        pages = [*write_statistics(session, self.edition, year, folder, figures)]
        pages += write_registers(session, year, folder, personal=self.personal)
        entries += [(page.file_name, page.words) for page in pages]
        self.report(6, _STEPS, "正在写出文书…")
        letters, left_out = write_letters(
            letters_of_year(session, period), folder, personal=self.personal
        )
        entries.append((LIST, f"这一年定稿的文书清单，原件在“文书”文件夹，共{letters}份"))
        entries += [(GUIDE, "怎样看、怎样核对"), (CHECKSUMS, "每个文件的校验值")]
        self.report(7, _STEPS, "正在写首页和说明…")
        title = f"{unit}{year}年政府信息公开归档"
        write_index(folder, title, entries, made_on=self.today, program=__version__)
        self._write_guide(title, left_out)
        return findings, letters, left_out

    def _told(self, before: int) -> Report:
        def told(done: int, _total: int, words: str) -> None:
            self.report(before + done, _STEPS, words)

        return told

    def _write_guide(self, title: str, left_out: list[str]) -> None:
        personal = (
            "台账、登记簿和文书里有申请人的证件号码、联系电话和联系地址，请按个人信息保管。"
            if self.personal
            else "不含申请人的证件号码、联系电话和联系地址；写有这些内容的文书没有放入。"
        )
        lines = [
            title,
            "",
            f"归档日期：{self.today.isoformat()}",
            f"程序：信息公开工作台 {__version__}",
            f"个人信息：{personal}",
            "",
            "怎样看：",
            "  用任何浏览器打开“首页.html”，点文件名；.xlsx 用 Excel 或 WPS 表格，.docx 用 Word 或",
            "  WPS 文字。网页里没有脚本，不联网，也不需要信息公开工作台。",
            "",
            "怎样核对有没有被改动：",
            f"  “{CHECKSUMS}”里是每个文件的 SHA-256 校验值。",
            f"  Linux（麒麟、统信）：在这个文件夹里运行  sha256sum -c {CHECKSUMS}",
            "  Windows：在命令行里运行  certutil -hashfile 文件名 SHA256 ，和清单里的值比较；",
            "  装有信息公开工作台的：运行  disclosure-desk archive --check 这个文件夹",
        ]
        if left_out:
            lines += [
                "",
                f"没有放入的文书（{len(left_out)}份）：",
                *(f"  {one}" for one in left_out),
            ]
        text = "\r\n".join(lines) + "\r\n"
        # With a mark at its beginning the oldest Notepad reads it, too.
        (self.folder / GUIDE).write_bytes(text.encode("utf-8-sig"))


def _sync(folder: Path) -> None:
    """See to it that every file survives a stick that is pulled out right after."""
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("r+b") as file:
                os.fsync(file.fileno())
        else:
            keep_on_disk(path)
    keep_on_disk(folder)


def _free_folder(directory: Path, name: str) -> Path:
    """A name that nothing has yet: an archive never takes the place of another."""
    for number in count(1):
        target = directory / (name if number == 1 else f"{name}-{number}")
        if not target.exists():
            return target
    raise AssertionError("numbers do not end")
