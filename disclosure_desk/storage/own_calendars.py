"""The holiday notices that the user of this computer has added to those that are shipped.

Each is a file of its own in the user's data folder, as resources/calendars/ has them, with the
text that it was read from. They hold for `due` and for every office file of this user.
"""

import codecs
import hashlib
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from platformdirs import user_data_path

from disclosure_desk.faults import Fault, Refusal, reason_of
from disclosure_desk.rules.calendars import (
    notice_as_toml,
    notice_from,
    shipped_notices,
    working_days,
)
from disclosure_desk.rules.holiday_notice import festivals_missing, read_notice
from disclosure_desk.rules.working_days import HolidayNotice, WorkingDays
from disclosure_desk.storage.file_steps import put_in_place

_APPLICATION = "disclosure-desk"
_LARGEST_TEXT_FILE = 200_000
# A name with thousands of points in it keeps the reader of TOML busy for minutes.
_ENDLESS_NAME = re.compile(r"(?:\w{1,20}\s?\.\s?){300}")
_LONGEST_KEPT = 500_000  # characters: the text of a notice and what was read from it


def own_notices() -> tuple[HolidayNotice, ...]:
    """The notices kept for this user, by year. Raises Fault for a file that cannot be read."""
    return tuple(_read(path) for path in _files())


def calendar_in_use() -> WorkingDays:
    """The shipped calendar with this user's own notices laid over it."""
    return working_days(own_notices())


def keep_notice(text: str) -> HolidayNotice:
    """Keep the notice that a text is; one of the same year, or on the same festivals, gives way.

    Keeping the same notice again changes nothing. Raises Refusal, with nothing kept, for a text
    that is no notice or does not fit the calendar, and Fault where it cannot be written.
    """
    notice = read_notice(text)
    target = _folder() / _file_name(notice)
    others = tuple(_read(path) for path in _files() if path != target)
    _check_fits(notice, others)
    if not _holds(target, notice):
        _write(target, _with_text(notice, text))
    return notice


def forget_notice(year: int) -> bool:
    """Take away this user's notices of a year, amending ones too; whether there were any."""
    found = [path for path in _files() if _is_of(path, year)]
    for path in found:
        with _told_plainly(f"删除不了“{path}”"):
            path.unlink(missing_ok=True)
    return bool(found)


def read_notice_file(path: Path) -> HolidayNotice:
    """The notice in a text file. Raises Refusal for another text, Fault for no text file."""
    return read_notice(notice_text(path))


def notice_text(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or GB18030. Raises Fault for others."""
    content = _content(path)
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            text = content.decode(encoding)
            if "\0" not in text:
                return text
    raise Fault(f"“{path}”不是文本文件，请把通知的正文另存为文本文件（.txt）再导入。")


def _content(path: Path) -> bytes:
    with _told_plainly(f"读不了“{path}”"):
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，请指定放假通知的文本文件。")
        if not path.exists():
            raise Fault(f"找不到文件“{path}”，请核对路径。")
        if not path.is_file():
            raise Fault(f"“{path}”不是文件，请指定放假通知的文本文件。")
        with path.open("rb") as file:
            content = file.read(_LARGEST_TEXT_FILE + 1)
    if len(content) > _LARGEST_TEXT_FILE:
        raise Fault(f"“{path}”超过200 KB，不像一份放假通知；请只保存通知的正文再导入。")
    return content


def _check_fits(notice: HolidayNotice, others: tuple[HolidayNotice, ...]) -> None:
    """That the calendar with the notice stands, and that it has something to amend."""
    if notice.amends:
        known = {one.year for one in (*shipped_notices(), *others) if not one.amends}
        if notice.year not in known:
            raise Refusal(
                f"这份通知调整的是{notice.year}年的放假安排，而那一年的通知还没有录入；"
                f"请先导入国务院办公厅关于{notice.year}年部分节假日安排的通知。"
            )
    elif missing := festivals_missing(notice):
        known = {one.year for one in (*shipped_notices(), *others) if not one.amends}
        if notice.year in known:
            raise Refusal(
                f"{notice.year}年的放假安排已经录入，而这份通知里没有{'、'.join(missing)}，"
                "不能用它代替；请导入通知的全文。"
            )
    working_days((*others, notice))


def _folder() -> Path:
    return user_data_path(_APPLICATION, appauthor=False) / "calendars"


def _file_name(notice: HolidayNotice) -> str:
    """One file for a year's notice, and one for those that amend the same festivals."""
    if not notice.amends:
        return f"{notice.year}.toml"
    named = [one.name for one in notice.breaks] + [one.name for one in notice.extensions]
    festivals = sorted(set(named))
    digest = hashlib.sha256("、".join(festivals).encode("utf-8", "replace")).hexdigest()
    return f"{notice.year}-{digest[:8]}.toml"


def _is_of(path: Path, year: int) -> bool:
    return path.name.startswith((f"{year}.", f"{year}-"))


def _files() -> list[Path]:
    folder = _folder()
    with _told_plainly(f"读不了文件夹“{folder}”"):
        try:
            return sorted(path for path in folder.iterdir() if path.suffix == ".toml")
        except FileNotFoundError:
            return []


def _read(path: Path) -> HolidayNotice:
    with _told_plainly(f"读不了“{path}”"):
        try:
            with path.open(encoding="utf-8") as file:
                text = file.read(_LONGEST_KEPT)
            if _ENDLESS_NAME.search(text):
                raise ValueError("a name of hundreds of parts")
            notice = notice_from(text)
            if not _is_of(path, notice.year):
                raise ValueError(f"the notice is of {notice.year}")
        except (ValueError, RecursionError) as error:
            raise Fault(
                f"“{path}”已经损坏，读不出其中的放假安排；请重新导入那一年的通知，或删除这个文件。"
            ) from error
    return notice


def _holds(path: Path, notice: HolidayNotice) -> bool:
    """Whether a file holds just this notice; a damaged one does not."""
    try:
        return path.exists() and _read(path) == notice
    except Fault:
        return False


def _with_text(notice: HolidayNotice, text: str) -> str:
    lines = text.replace("\r\n", "\n").encode("utf-8", "replace").decode("utf-8").split("\n")
    escaped = (json.dumps(line, ensure_ascii=False)[1:-1] for line in lines)
    kept = "\n".join(escaped).replace("\x7f", "\\u007f")
    return f'text = """\n{kept}"""\n{notice_as_toml(notice)}'


def _write(path: Path, text: str) -> None:
    """Write beside, then put in place: whoever reads meanwhile sees the old file or the new."""
    fresh = path.with_suffix(f".{os.getpid()}.new")
    with _told_plainly(f"保存不了“{path}”"):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with fresh.open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            put_in_place(fresh, path)
        except OSError:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            raise


@contextmanager
def _told_plainly(what: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Fault(f"{what}，{reason_of(error)}，请处理后再试。") from error
