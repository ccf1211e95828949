"""Reads a finished report or table of any office: .docx, .xlsx, .pdf, or a saved web page."""

import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from lxml import etree
from python_calamine import CalamineError

from disclosure_desk.exchange.finished.blocks import Document, TooMuchError, lines_of
from disclosure_desk.exchange.finished.labels import plain_label
from disclosure_desk.exchange.finished.naming import chapters_of, unit_and_year
from disclosure_desk.exchange.finished.own_files import own_faults
from disclosure_desk.exchange.finished.packages import kind_of_package, look_through
from disclosure_desk.exchange.finished.read_apart import (
    DamagedError,
    LockedError,
    ScannedError,
    TooLargeError,
    read_apart,
)
from disclosure_desk.exchange.finished.read_docx import read_docx
from disclosure_desk.exchange.finished.read_html import read_html
from disclosure_desk.exchange.finished.read_xlsx import read_xlsx, uncomputed
from disclosure_desk.exchange.finished.tables import read_tables
from disclosure_desk.exchange.package_bounds import open_package
from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.statistics.finished_report import FinishedReport, ReadChapter
from disclosure_desk.statistics.form import Edition

_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, etree.LxmlError, CalamineError, NotImplementedError),
    *(EOFError, KeyError, ValueError, IndexError, RecursionError),
    RuntimeError,  # zipfile's word for a part that asks for a password
    *(AttributeError, TypeError),  # an attribute with an entity in it, which is not resolved
)
_LARGEST_PAGE = 20 * 1024**2
_LARGEST_PDF = 50 * 1024**2
_LARGEST_PACKAGE = 200 * 1024**2
_PACKAGE_SUFFIXES = {"docx": (".docx", ".docm"), "xlsx": (".xlsx", ".xlsm")}
# Portals hand out web pages under these names too.
_PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml", ".doc", ".xls", ".wps", ".et")
_TEXT_OF_A_REPORT = 400
_HELP = "请用 .docx、.xlsx、.html 或带文字的 .pdf 格式的年度报告或统计表"


def read_report(path: Path) -> FinishedReport:
    """What the file says. Raises Fault, in one sentence, for what is no such file."""
    document = take_apart(path)
    lines = list(lines_of(document.blocks))
    unit, year = unit_and_year(lines, document.named)
    found = read_tables(document, year)
    edition = found.edition if found else None
    opening, chapters = chapters_of(lines, edition)
    report = FinishedReport(
        unit,
        year,
        edition,
        cells=found.cells if found else {},
        opening=tuple(opening),
        chapters=tuple(chapters),
        tables=frozenset(found.tables) if found else frozenset(),
        rows_lost=tuple(found.rows_lost) if found else (),
        rows_misspelt=tuple(found.rows_misspelt) if found else (),
        is_table_only=not _has_prose(document, edition, opening, chapters),
    )
    if edition is None:
        return report
    return replace(report, own_faults=own_faults(path, document, edition, report.figures))


def _has_prose(
    document: Document,
    edition: Edition | None,
    opening: Sequence[str],
    chapters: Sequence[ReadChapter],
) -> bool:
    """Whether there is a report around the tables: a workbook may hold the tables alone."""
    written = {plain_label(one.title) for one in edition.chapters if one.written} if edition else ()
    if any(plain_label(one.title) in written for one in chapters):
        return True
    length = sum(map(len, opening)) + sum(len(one.text) for one in chapters)
    return not document.is_workbook and length >= _TEXT_OF_A_REPORT


def take_apart(path: Path) -> Document:
    """The file's lines and tables. Raises Fault for what is no Word, Excel or web file."""
    try:
        if not path.exists():
            raise Fault(f"找不到文件“{path}”，请核对路径。")
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，请选择其中的年度报告文件。")
        with path.open("rb") as file:
            start = file.read(8)
        if start.startswith(b"PK"):
            return _package(path)
        return _page(path, start)
    except TooMuchError:
        raise Fault(f"“{path}”内容太多，不像年度报告，请核对文件。") from None
    except _UNREADABLE:
        raise Fault(f"“{path}”已损坏或者不是能读的文件，{_HELP}。") from None
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error


def _package(path: Path) -> Document:
    if path.stat().st_size > _LARGEST_PACKAGE:
        raise Fault(f"“{path}”太大，不像年度报告，请核对文件。")
    with open_package(path) as package:
        kind = kind_of_package(package)
        if not kind:
            raise Fault(f"“{path}”不是Word文档或Excel工作簿，{_HELP}。")
        if path.suffix.lower() not in _PACKAGE_SUFFIXES[kind]:
            raise Fault(f"“{path}”的内容是 .{kind} 文件，与文件名不符，请改正文件名后再试。")
        if kind == "docx":
            return read_docx(path, package)
        look_through(path, package)
        sums = uncomputed(path, package)
    return read_xlsx(path, sums)


def _pdf(path: Path) -> Document:
    if path.suffix.lower() != ".pdf":
        raise Fault(f"“{path}”的内容是 .pdf 文件，与文件名不符，请改正文件名后再试。")
    if path.stat().st_size > _LARGEST_PDF:
        raise Fault(f"“{path}”太大，不像年度报告，请核对文件。")
    try:
        return read_apart(path)
    except ScannedError:
        raise Fault(
            f"“{path}”是扫描件，里面只有图片、没有文字，请用 Word、Excel 或网页格式的同一份报告。"
        ) from None
    except LockedError:
        raise Fault(f"“{path}”设了打开密码，请取消密码后再试。") from None
    except TooLargeError:
        raise Fault(f"“{path}”内容太多，不像年度报告，请核对文件。") from None
    except DamagedError:
        raise Fault(f"“{path}”已损坏或者不是能读的文件，{_HELP}。") from None


def _page(path: Path, start: bytes) -> Document:
    if start.startswith(b"%PDF"):
        return _pdf(path)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise Fault(f"“{path}”是旧版 Office 文件，请用 Word、Excel 或 WPS 另存为新格式后再试。")
    if path.suffix.lower() not in _PAGE_SUFFIXES:
        raise Fault(f"“{path}”不是能读的文件，{_HELP}。")
    if path.stat().st_size > _LARGEST_PAGE:
        raise Fault(f"“{path}”太大，不像年度报告，请只保存报告正文后再试。")
    document = read_html(path.read_bytes())
    if document is None:
        raise Fault(f"“{path}”不是网页文件，{_HELP}。")
    return document
