"""Moves an office from a file to a server or back, and proves that nothing was lost on the way."""

from collections.abc import Generator, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Table, func, select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.finding import errors
from disclosure_desk.records.journal import journal_end
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.statistics.years_kept import years_with_records
from disclosure_desk.storage.backup import back_up
from disclosure_desk.storage.database import Database, open_database, url_of
from disclosure_desk.storage.file_steps import own_folder
from disclosure_desk.storage.fresh_file import remove_with_logs
from disclosure_desk.storage.plain_faults import is_file
from disclosure_desk.storage.portable import clear_server
from disclosure_desk.storage.restore import restore
from disclosure_desk.storage.tables import office_tables
from disclosure_desk.storage.verify import verify

_ROWS_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class Moved:
    """What was carried: the unit, rows by table, the years whose figures were compared.

    `line` and `seal` are the end of the journal, the same on both sides.
    """

    unit: str
    rows: dict[str, int]
    years: tuple[int, ...]
    line: int
    seal: str


def move_office(source: str, target: str, *, now: datetime) -> Moved:
    """Carry an office to a place where none is yet; what was there before stays as it was.

    Every row, the figures of every year and the seals of the journal are compared afterwards.
    Raises Fault where they differ, and Refusal where the target is taken or both are files;
    then the target is as empty as it was.
    """
    _must_make_sense(source, target)
    if wrong := errors(verify(source).findings):
        raise Refusal(f"原来的数据库有错误，没有移动：{wrong[0].message}")
    with _own_folder(source, target) as folder:
        backup = back_up(source, folder, now=now)
        restore(backup.path, target, now=now)
    try:
        compared = _compare(source, target)
        if wrong := errors(verify(target).findings):
            raise Fault(f"移动后检查有错误，没有保留：{wrong[0].message}")
    except BaseException:
        _take_away(target)
        raise
    return Moved(backup.unit, backup.rows, *compared)


def _must_make_sense(source: str, target: str) -> None:
    """Raises Refusal for two files, one place, or a target that holds something."""
    of_source, of_target = url_of(source), url_of(target)
    if of_source == of_target:
        raise Refusal("两边是同一个数据库，请写明要移到哪里。")
    if is_file(of_target) and is_file(of_source):
        raise Refusal("两边都是文件；复制文件请用备份（backup）和恢复（restore）。")
    path = Path(of_target.database or "")
    if is_file(of_target) and path.exists():
        raise Refusal(f"“{path}”已经存在，没有覆盖，请换一个文件名。")


@contextmanager
def _own_folder(source: str, target: str) -> Iterator[Path]:
    """A folder for the copy on the way: beside the file, where its disk has the room."""
    files = [url for url in map(url_of, (target, source)) if is_file(url)]
    beside = Path(files[0].database or "").parent if files else None
    if beside is not None and not beside.is_dir():
        raise Fault(f"文件夹“{beside}”不存在，请先建立它或换一个位置。")
    if beside is not None:
        with own_folder(beside, ".move-") as folder:
            yield folder
        return
    with TemporaryDirectory(prefix="ddsk-") as elsewhere:
        yield Path(elsewhere)


def _take_away(target: str) -> None:
    url = url_of(target)
    if is_file(url):
        remove_with_logs(Path(url.database or ""))
        return
    database = open_database(target)
    try:
        clear_server(database.engine)
    finally:
        database.close()


# ---------------------------------------------------------------------------- comparing


def _compare(source: str, target: str) -> tuple[tuple[int, ...], int, str]:
    """The years and the journal's end that are the same on both sides. Raises Fault."""
    here, there = open_database(source), open_database(target)
    try:
        return _compared(here, there)
    finally:
        here.close()
        there.close()


def _compared(here: Database, there: Database) -> tuple[tuple[int, ...], int, str]:
    with here.reading() as old, there.reading() as new:
        ends = [one.execute(select(journal_end)).one_or_none() for one in (old, new)]
        if ends[0] != ends[1]:
            raise Fault(
                "移动时有人还在写入，两边不一样，没有保留；请先让大家关闭原来的单位数据库再移动。"
            )
        for table in office_tables():
            _compare_rows(old, new, table)
        years = years_with_records(old)
        for year in years:
            edition, period = edition_for(year), Period.of_year(year)
            if tally(old, edition, period) != tally(new, edition, period):
                raise Fault(f"移动后{year}年统计表的数字与原来的不一样，没有保留，请联系技术支持。")
    line, seal = tuple(ends[0]) if ends[0] is not None else (0, "")
    return years, line, seal


def _compare_rows(old: Session, new: Session, table: Table) -> None:
    """Raises Fault for a table of which a row is missing, added or different."""
    numbers = [one.scalar(select(func.count()).select_from(table)) for one in (old, new)]
    with closing(_rows(old, table)) as theirs, closing(_rows(new, table)) as ours:
        is_same = numbers[0] == numbers[1] and all(
            one == other for one, other in zip_longest(theirs, ours, fillvalue=())
        )
    if not is_same:
        raise Fault(
            f"移动后表“{table.name}”与原来的不一样（{numbers[0]}行和{numbers[1]}行），没有保留。"
        )


def _rows(session: Session, table: Table) -> Generator[tuple[Any, ...]]:
    ordered = select(table).order_by(*table.primary_key.columns)
    streamed = {"yield_per": _ROWS_AT_ONCE}
    with closing(session.execute(ordered, execution_options=streamed)) as found:
        for row in found:
            yield tuple(row)
