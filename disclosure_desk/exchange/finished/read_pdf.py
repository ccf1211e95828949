"""Takes a PDF with a text layer apart into lines and tables."""

import logging
import re
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfminer.pdfexceptions import PDFException
from pdfminer.psexceptions import PSException
from pdfplumber.page import Page
from pdfplumber.utils.exceptions import PdfminerException
from pdfplumber.utils.text import extract_text

from disclosure_desk.exchange.finished.blocks import Block, Document, Line, within_bounds
from disclosure_desk.exchange.finished.pdf_tables import Box, PageTable
from disclosure_desk.exchange.finished.read_apart import (
    DamagedError,
    LockedError,
    ScannedError,
    TooLargeError,
)

# What the library raises for a damaged file.
_DAMAGED = (
    *(PdfminerException, PDFException, PSException, zlib.error, struct.error),
    *(ValueError, TypeError, LookupError, AttributeError, AssertionError, ArithmeticError),
    *(RecursionError, NotImplementedError, OSError),
)
_MOST_PAGES = 60  # a published report has some ten
_FEWEST_SIGNS = 40
_PAGE_NUMBER = re.compile(r"[-—–―\s]*第?\s*\d{1,3}\s*页?(?:\s*[/／共].{0,12})?[-—–―\s]*")
_ENDS = ("。", "！", "？", "；", "：")
_MARGIN = 0.12  # of the page's height: where page numbers stand

_RADICALS = {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0x2F00, 0x2FD6)}
# The simplified ones among the second block of radicals, which Unicode does not fold itself
# (its file EquivalentUnifiedIdeograph.txt pairs them).
_RADICALS |= dict(
    zip(
        map(ord, "⺠⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰"),
        "民见角贝车长门青韦页风飞马骨鬼鱼鸟卤麦黄齐齿龙",
        strict=True,
    )
)

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # its complaints are not for users


@dataclass(frozen=True, slots=True)
class _Written:
    """A line of a page where it stands."""

    text: str
    left: float
    right: float
    top: float
    size: float


def read_pdf(path: Path) -> Document:
    """The document's pages one after the other, tables joined over their ends.

    Raises DamagedError, LockedError, ScannedError or TooLargeError.
    """
    try:
        with pdfplumber.open(path) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise TooLargeError
            pages = []
            for page in pdf.pages:
                pages.append(list(_on_page(page)))
                page.close()
            named = str(pdf.metadata.get("Title") or "")
    except TooLargeError:
        raise
    except _DAMAGED as error:
        told = LockedError if _asks_for_password(error) else DamagedError
        raise told from error
    if sum(len(words) for page in pages for part in page for words in _words(part)) < _FEWEST_SIGNS:
        raise ScannedError
    return Document(tuple(within_bounds(_blocks(_joined(pages)))), named)


def _asks_for_password(error: Exception) -> bool:
    causes = (error, error.__cause__, *error.args)
    return any(isinstance(one, PDFPasswordIncorrect) for one in causes)


def _words(part: _Written | PageTable) -> Iterator[str]:
    if isinstance(part, _Written):
        yield part.text
    else:
        yield from (box.text for box in part.boxes)


def _on_page(page: Page) -> Iterator[_Written | PageTable]:
    """Lines and tables from top to bottom, page numbers left out."""
    found = [one for one in page.find_tables(_closing(page)) if len(one.cells) > 1]
    areas = [one.bbox for one in found]

    def is_outside(thing: dict[str, object]) -> bool:
        across = (float(str(thing["x0"])) + float(str(thing["x1"]))) / 2
        down = (float(str(thing["top"])) + float(str(thing["bottom"]))) / 2
        return not any(x0 <= across <= x1 and y0 <= down <= y1 for x0, y0, x1, y1 in areas)

    parts: list[tuple[float, _Written | PageTable]] = [
        (one.bbox[1], PageTable(tuple(_boxes(page, one.cells)))) for one in found
    ]
    for line in page.filter(is_outside).extract_text_lines(return_chars=True):
        size = float(line["chars"][0]["size"])
        told = _Written(_plain(line["text"]), line["x0"], line["x1"], line["top"], size)
        is_margin = not _MARGIN < line["top"] / float(page.height) < 1 - _MARGIN
        if not (is_margin and _PAGE_NUMBER.fullmatch(told.text)):
            parts.append((told.top, told))
    return (part for _, part in sorted(parts, key=lambda one: one[0]))


def _closing(page: Page) -> dict[str, object]:
    """Rules at both ends of the page's upright lines: not every program closes a cut table."""
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    if not upright:
        return {}
    ends = (min(edge["top"] for edge in upright), max(edge["bottom"] for edge in upright))
    return {"explicit_horizontal_lines": list(ends)}


def _boxes(page: Page, cells: Sequence[tuple[float, float, float, float]]) -> Iterator[Box]:
    """The cells of a table with their words; lines that are broken within a cell are one."""
    for left, top, right, bottom in cells:
        inside = [
            sign
            for sign in page.chars
            if left <= (sign["x0"] + sign["x1"]) / 2 < right
            and top <= (sign["top"] + sign["bottom"]) / 2 < bottom
        ]
        yield Box(left, top, right, bottom, _plain("".join(extract_text(inside).split("\n"))))


def _plain(text: str) -> str:
    """Fonts that draw 一 and the radical ⼀ alike make PDFs tell the radical."""
    return text.translate(_RADICALS)


def _joined(pages: Sequence[Sequence[_Written | PageTable]]) -> list[_Written | PageTable]:
    """All pages as one, a table that goes on over a page's end as one table."""
    parts: list[_Written | PageTable] = []
    for page in pages:
        rest = list(page)
        if rest and parts:
            before, after = parts[-1], rest[0]
            if (
                isinstance(before, PageTable)
                and isinstance(after, PageTable)
                and before.may_go_on_in(after)
            ):
                parts[-1] = before.joined(after)
                rest = rest[1:]
        parts += rest
    return parts


def _blocks(parts: Sequence[_Written | PageTable]) -> Iterator[Block]:
    """Paragraphs and tables: a line that fills its width goes on in the next one."""
    lines = [one for one in parts if isinstance(one, _Written)]
    left = min((one.left for one in lines), default=0.0)
    right = max((one.right for one in lines), default=0.0)
    paragraph = ""
    before: _Written | None = None
    for part in parts:
        if isinstance(part, _Written):
            goes_on = (
                before is not None
                and before.right > right - 2 * before.size
                and part.left < left + 0.8 * part.size
                and not before.text.endswith(_ENDS)
            )
            if not goes_on and paragraph:
                yield Line(paragraph)
            paragraph = paragraph + part.text if goes_on else part.text
            before = part
            continue
        if paragraph:
            yield Line(paragraph)
        paragraph, before = "", None
        yield part.read()
    if paragraph:
        yield Line(paragraph)
