"""Looks through a file that is to be published: what it holds that nobody sees (U1–U12).

U1 sheets, U2 rows and columns, U3 comments, U4 filtered rows, U5 names, U6 other files, U7 white
or hidden text, U8 tracked changes, U9 embedded files and macros, U10 private signs, U11 persons in
the properties, U12 pivot tables. Nothing is written.
"""

import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from disclosure_desk.exchange.finished.blocks import TooMuchError
from disclosure_desk.exchange.finished.packages import kind_of_package
from disclosure_desk.exchange.package_bounds import open_package
from disclosure_desk.exchange.unseen.in_document import of_document
from disclosure_desk.exchange.unseen.in_package import of_package
from disclosure_desk.exchange.unseen.in_workbook import of_workbook
from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.records.finding import Finding, heaviest_first

_LARGEST_FILE = 200 * 1024**2
_UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, etree.LxmlError, NotImplementedError, RecursionError),
    *(EOFError, KeyError, ValueError, IndexError),
    RuntimeError,  # zipfile's word for a part that asks for a password
    *(AttributeError, TypeError),  # an attribute with an entity in it, which is not resolved
)


@dataclass(frozen=True, slots=True)
class LookedThrough:
    """A file, what kind it is (xlsx or docx), and what was found, the heaviest first."""

    path: Path
    kind: str
    findings: tuple[Finding, ...]


def look_for_unseen(path: Path) -> LookedThrough:
    """What the file holds unseen. Raises Fault in one sentence for what is no such file."""
    try:
        if not path.exists():
            raise Fault(f"找不到文件“{path}”，请核对路径。")
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，请选择其中要公开的文件。")
        if path.stat().st_size > _LARGEST_FILE:
            raise Fault(f"“{path}”太大，不能检查，请拆分后再试。")
        with path.open("rb") as file:
            start = file.read(8)
        if start.startswith(b"\xd0\xcf\x11\xe0"):
            raise Fault(f"“{path}”是旧版或者加密的 Office 文件，请另存为 .xlsx 或 .docx 再检查。")
        if not start.startswith(b"PK"):
            raise Fault(f"“{path}”不是 .xlsx 或 .docx 文件，只能检查这两种文件。")
        return _looked_through(path)
    except TooMuchError:
        raise Fault(f"“{path}”内容太多，不能检查，请拆分后再试。") from None
    except _UNREADABLE:
        raise Fault(f"“{path}”已损坏，不能检查，请用 Office 或 WPS 打开后另存再试。") from None
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error


def _looked_through(path: Path) -> LookedThrough:
    with open_package(path) as package:
        kind = kind_of_package(package)
        if not kind:
            raise Fault(f"“{path}”不是 .xlsx 或 .docx 文件，只能检查这两种文件。")
        inside = of_workbook if kind == "xlsx" else of_document
        found = [*inside(path, package), *of_package(path, package)]
    told = dict.fromkeys(found)
    ordered = heaviest_first(told)
    return LookedThrough(path, kind, tuple(ordered))
