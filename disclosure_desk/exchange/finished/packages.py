"""Parts of a Word or Excel package, taken out only when they are no larger than they should be."""

import zipfile
from pathlib import Path

from lxml import etree

from disclosure_desk.exchange.finished.blocks import TooMuchError
from disclosure_desk.exchange.package_bounds import MOST_ELEMENTS, elements_in
from disclosure_desk.faults import Fault

# A report of a county is some hundred thousand characters with all its mark-up.
_LARGEST_PART = 24 * 1024**2
_LARGEST_WORKBOOK = 200 * 1024**2
_MOST_PARTS = 5000


def part_of(path: Path, package: zipfile.ZipFile, name: str) -> bytes:
    """A part of the package. KeyError if there is none, Fault for one made to fill memory."""
    if package.getinfo(name).file_size > _LARGEST_PART:
        raise Fault(f"“{path}”解开后太大，不能读取，请核对是不是年度报告。")
    with package.open(name) as part:
        held = part.read(_LARGEST_PART + 1)
    if len(held) > _LARGEST_PART:
        raise Fault(f"“{path}”解开后太大，不能读取，请核对是不是年度报告。")
    return held


def look_through(path: Path, package: zipfile.ZipFile) -> None:
    """Read every part once: whoever reads the package later may not see that a byte is wrong.

    Raises BadZipFile for a damaged part, Fault where there is too much of it.
    """
    if sum(part.file_size for part in package.infolist()) > _LARGEST_WORKBOOK:
        raise Fault(f"“{path}”解开后太大，不能读取，请核对是不是年度报告。")
    if package.testzip() is not None:
        raise zipfile.BadZipFile


def kind_of_package(package: zipfile.ZipFile) -> str:
    """`docx`, `xlsx`, or nothing for any other package."""
    names = package.namelist()[:_MOST_PARTS]
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return "xlsx"
    return "docx" if any(name.startswith("word/") for name in names) else ""


def local_name(element: etree._Element) -> str:
    """The name without its namespace: files by the strict standard have other ones.

    The name of a comment or of an instruction is a function, of which nothing is left here.
    """
    return str(element.tag).rpartition("}")[2]


def whole_number(text: str | None) -> int:
    """A number as an attribute tells it; 0 for none, and for more than a sheet has of anything."""
    return int(text) if text and text.isdecimal() and len(text) < 7 else 0


def parsed(content: bytes) -> etree._Element:
    """The root of an XML part; entities are not resolved and nothing is fetched.

    Raises TooMuchError for one with more elements than documents have.
    """
    if elements_in(content) > MOST_ELEMENTS:
        raise TooMuchError
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    return etree.fromstring(content, parser)
