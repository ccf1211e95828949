"""What every call shares: exit statuses, the database it speaks of, and how it answers."""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from disclosure_desk.faults import Refusal

if TYPE_CHECKING:
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.storage.database import Database

DONE, FOUND_ERRORS, UNUSABLE = 0, 1, 2
INTERRUPTED = 130  # what a shell says of a call that was stopped by Ctrl+C
Options = argparse.Namespace
_LONGEST_NUMBER = 9


def place_of(options: Options) -> str:
    """Where the database lies that a call speaks of; left out, the one opened last."""
    from disclosure_desk.storage.recent import last_office

    if options.db == "":
        raise Refusal("“--db”后面是空的，请写明数据库的文件或地址。")
    place = last_office() if options.db is None else str(options.db)
    if place is None:
        raise Refusal("请用“--db”写明数据库；桌面还没有打开过单位数据库。")
    return place


@contextmanager
def office(options: Options) -> Iterator["Database"]:
    """The database that a call speaks of, let go of when the call is done."""
    from disclosure_desk.storage.database import open_database

    database = open_database(place_of(options))
    try:
        yield database
    finally:
        database.close()


def year_of(options: Options, name: str = "--year") -> int:
    """The year that a call names. Raises Refusal for what is no year."""
    text = str(options.year)
    if not (_is_number(text) and 1950 <= int(text) <= 2999):
        raise Refusal(f"“{name}”的“{text}”不是年度，应为1950到2999之间的四位数字，如 2024。")
    return int(text)


def period_of(options: Options) -> "Period":
    """The year, quarter or months that a call names by --period or --year, not by both.

    Raises Refusal for what is no period.
    """
    from disclosure_desk.statistics.period import Period

    if options.period is None:
        return Period.of_year(year_of(options))
    if options.year is not None:
        raise Refusal("“--year”和“--period”只能写一个，请去掉其中一个。")
    return Period.written(str(options.period))


def day_of(options: Options, option: str) -> date:
    """The day that an option gives, YYYY-MM-DD. Raises Refusal for what is no day."""
    text = _text_of(options, option)
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise Refusal(f"“{option}”的“{text}”不是日期，应如 2024-09-30。")
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"“{option}”的“{text}”这一天不存在，请核对年月日。") from None


def whole_number(options: Options, option: str) -> int:
    """The number that an option gives, zero or more. Raises Refusal for anything else."""
    text = _text_of(options, option)
    if not (_is_number(text) and len(text) <= _LONGEST_NUMBER):
        raise Refusal(f"“{option}”的“{text}”不是可用的整数，应为零或正整数，如 20。")
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _text_of(options: Options, option: str) -> str:
    return str(getattr(options, option.strip("-").replace("-", "_")))


def say(options: Options, answer: Mapping[str, object], lines: Sequence[str]) -> None:
    """Print the answer as one JSON object where that was asked for, else the lines."""
    if options.json:
        import simplejson  # the desktop starts without it

        print(simplejson.dumps(answer, ensure_ascii=False, use_decimal=True))
    else:
        print("\n".join(lines))
