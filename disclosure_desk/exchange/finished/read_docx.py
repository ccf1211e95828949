"""Takes a Word document apart into lines and tables."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from disclosure_desk.exchange.finished.blocks import (
    LONGEST_CELL,
    Block,
    Document,
    Line,
    Spanned,
    TableCell,
    laid_out,
    within_bounds,
)
from disclosure_desk.exchange.finished.packages import local_name, parsed, part_of

_MAIN = "word/document.xml"
_DEEPEST = 60
# What is deleted, or told a second time for older programs, is not part of the text.
_UNSEEN = frozenset(("del", "moveFrom", "Fallback", "instrText", "delText", "pPr", "rPr", "tcPr"))
_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}


def read_docx(path: Path, package: zipfile.ZipFile) -> Document:
    """The document's body. Raises KeyError or lxml's XMLSyntaxError for a damaged one."""
    root = parsed(part_of(path, package, _main_part(path, package)))
    body = next((one for one in root if local_name(one) == "body"), root)
    return Document(blocks_in(body))


def blocks_in(body: etree._Element) -> tuple[Block, ...]:
    """The lines and tables of a document's body."""
    return tuple(within_bounds(_blocks(body, 0)))


def _main_part(path: Path, package: zipfile.ZipFile) -> str:
    """Where the package keeps its text: nearly always in the usual place."""
    if _MAIN in package.namelist():
        return _MAIN
    for one in parsed(part_of(path, package, "_rels/.rels")):
        if one.get("Type", "").endswith("/officeDocument"):
            return one.get("Target", "").lstrip("/")
    raise KeyError(_MAIN)


def _blocks(parent: etree._Element, depth: int) -> Iterator[Block]:
    for element in parent:
        name = local_name(element)
        if name == "p":
            yield Line(_text(element))
            yield from _boxes(element, depth)
        elif name == "tbl":
            yield from _table(element, depth)
        elif name not in _UNSEEN and depth < _DEEPEST:
            yield from _blocks(element, depth + 1)


def _boxes(paragraph: etree._Element, depth: int) -> Iterator[Block]:
    """What stands in text boxes that hang on a paragraph."""
    if depth >= _DEEPEST:
        return
    for box in paragraph.iter("{*}txbxContent"):
        if not any(local_name(one) in ("Fallback", "txbxContent") for one in box.iterancestors()):
            yield from _blocks(box, depth + 1)


def _text(paragraph: etree._Element) -> str:
    """The text of a paragraph as it is seen, footnote marks and text boxes left out."""
    pieces: list[str] = []
    stack: list[etree._Element] = [paragraph]
    while stack:
        element = stack.pop()
        name = local_name(element)
        if name == "t":
            pieces.append(element.text or "")
        elif name in _BREAKS:
            pieces.append(_BREAKS[name])
        elif name in _UNSEEN or name == "txbxContent" or (name == "r" and _is_raised(element)):
            continue
        else:
            stack.extend(reversed(element))
    return "".join(pieces)


def _is_raised(run: etree._Element) -> bool:
    """Whether a run is a raised mark: «22¹» is twenty-two with a footnote."""
    looks = (one for part in run if local_name(part) == "rPr" for one in part)
    marks = (one for one in looks if local_name(one) == "vertAlign")
    return any("superscript" in one.attrib.values() for one in marks)


def _table(table: etree._Element, depth: int) -> Iterator[Block]:
    """A table; one that holds other tables is there for the layout, and its cells are read on."""
    if next(_inner_tables(table), None) is not None:
        if depth < _DEEPEST:
            for cell in _children(table, "tc"):
                yield from _blocks(cell, depth + 1)
        return
    rows = ([_spanned(cell) for cell in _cells(row)] for row in _children(table, "tr"))
    yield laid_out(rows)


def _inner_tables(table: etree._Element) -> Iterator[etree._Element]:
    return (one for one in table.iter("{*}tbl") if one is not table)


def _children(parent: etree._Element, name: str) -> Iterator[etree._Element]:
    """The rows or cells of a table itself, also those inside content controls."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        here = local_name(element)
        if here == name:
            yield element
        elif here in ("tr", "sdt", "sdtContent", "ins", "customXml", "smartTag"):
            stack.extend(reversed(element))


def _cells(row: etree._Element) -> Iterator[etree._Element]:
    yield from _children(row, "tc")


def _spanned(cell: etree._Element) -> Spanned:
    columns, continues = 1, False
    for properties in cell:
        if local_name(properties) != "tcPr":
            continue
        for one in properties:
            value = next((str(held) for key, held in one.items() if str(key).endswith("val")), "")
            if local_name(one) == "gridSpan":
                columns = int(value) if value.isdecimal() and len(value) < 6 else 1
            elif local_name(one) == "vMerge":
                continues = value != "restart"
    text = "\n".join(_text(one) for one in cell.iter("{*}p"))
    return Spanned(TableCell(text[:LONGEST_CELL]), columns=columns, continues=continues)
