"""Fills the 【fields】 of a Word template, wherever they stand and however Word has cut them.

Body, tables, text boxes, headers and footers are filled; the template's own fonts stay. A field
whose name ends in ？ may stay empty, and its paragraph then goes when nothing else is in it. The
lines of a value are joined where it stands inside a sentence, and quotes in a quoted value are
single ones.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import cast
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.text.run import CT_R
from docx.text.paragraph import Paragraph
from docx.text.run import Run
from lxml.etree import _Element

from disclosure_desk.exchange.word_page import BODY
from disclosure_desk.exchange.word_text import visible
from disclosure_desk.statistics.letter_fields import Piece

FIELD = re.compile(r"【([^【】]+)】")
_MAY_BE_EMPTY = ("？", "?")
_LINE_ENDS = re.compile("\r\n|[\n\x85\u2028\u2029]")
_STOPS = tuple("，、；：。！？…—,;:.!?")
# 〈single〉 inside “double” and the other way round. Source: GB/T 15834—2011, 4.8.
_INNER_QUOTES = str.maketrans("“”‘’", "‘’“”")
_STRAIGHT_QUOTES = re.compile('"([^"]*)"')
_LONG_LATIN = re.compile(r"[!-~]{12}")
_PARTS = ("main+xml", "header+xml", "footer+xml")  # how the types of their content end
_DAY = (1980, 1, 1, 0, 0, 0)
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

Values = Mapping[str, tuple[Piece, ...]]


@dataclass(frozen=True, slots=True)
class Filling:
    """What a filled document lacks: fields without a value, and fields that there are none of.

    `text` is what the document must say, put together without it; `used` are the names of the
    fields that stand in it.
    """

    missing: tuple[str, ...]
    unknown: tuple[str, ...]
    text: str
    used: frozenset[str] = frozenset()


def fill(document: WordDocument, values: Values) -> Filling:
    """Fill a document in place; what has no value stays as 【field】, highlighted."""
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}
    text = []
    used: set[str] = set()
    for paragraph in list(_paragraphs(document)):
        whole = _text_of(paragraph)
        names = FIELD.findall(whole)
        used |= {name.strip().rstrip("？?").strip() for name in names}
        said = [(name, _pieces(name, values)) for name in names]
        for name, pieces in said:
            if pieces is None:
                unknown[name] = None
            missing |= {piece.missing: None for piece in pieces or () if piece.missing}
        text.append(_said(whole, values))
        if names:
            _fill_paragraph(paragraph, whole, values)
    return Filling(tuple(missing), tuple(unknown), "".join(text), frozenset(used))


def text_of(document: WordDocument) -> str:
    """All that a document says, part by part, without the ends of its lines."""
    return "".join(_text_of(paragraph) for paragraph in _paragraphs(document))


def packed(document: WordDocument) -> bytes:
    """The document as a file; the same content gives the same bytes."""
    saved, told = BytesIO(), BytesIO()
    document.save(saved)
    with ZipFile(saved) as source, ZipFile(told, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, _DAY)
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return told.getvalue()


def _paragraphs(document: WordDocument) -> Iterator[_Element]:
    parts = [
        part
        for part in document.part.package.iter_parts()
        if isinstance(part, XmlPart) and part.content_type.endswith(_PARTS)
    ]
    for part in sorted(parts, key=lambda part: str(part.partname)):
        yield from cast(_Element, part.element).iter(qn("w:p"))


def _texts(paragraph: _Element) -> Iterator[_Element]:
    """The w:t of a paragraph itself, not those of text boxes that hang in it."""
    for text in paragraph.iter(qn("w:t")):
        if next(text.iterancestors(qn("w:p"))) is paragraph:
            yield text


def _text_of(paragraph: _Element) -> str:
    return "".join(text.text or "" for text in _texts(paragraph))


def _pieces(name: str, values: Values) -> tuple[Piece, ...] | None:
    """What a field says: nothing for an empty one that may be; None if there is no such field."""
    name = name.strip()
    if not name.endswith(_MAY_BE_EMPTY):
        return values.get(name)
    pieces = values.get(name[:-1].strip())
    if pieces is None or not any(piece.missing for piece in pieces):
        return pieces
    return ()


def _said(whole: str, values: Values) -> str:
    def said(found: re.Match[str]) -> str:
        pieces = _pieces(found[1], values)
        if pieces is None:
            return found[0]
        return "".join(_written(piece, found, whole) for piece in pieces)

    return FIELD.sub(said, whole).replace("\n", "")


def _written(piece: Piece, found: re.Match[str], whole: str) -> str:
    """A value as a document holds it; its lines are kept where it has a paragraph to itself."""
    text = _LINE_ENDS.sub("\n", piece.text).replace("\t", " ").strip("\n")
    text = "".join(sign for sign in text if unicodedata.category(sign) != "Cf")
    if found[0] == whole.strip():
        return "\n".join(map(visible, text.split("\n")))
    if whole[: found.start()].endswith("“") and whole[found.end() :].startswith("”"):
        text = _STRAIGHT_QUOTES.sub(r"“\1”", text).translate(_INNER_QUOTES)
    return visible(_joined(text.split("\n")))


def _joined(lines: list[str]) -> str:
    """Lines as one sentence: with a semicolon between those that end without a stop."""
    told = ""
    for line in filter(None, map(str.strip, lines)):
        if told and not told.endswith(_STOPS):
            latin = told[-1].isascii() and line[0].isascii() and line[0].isalpha()
            told += " " if latin else "；"
        told += line
    return told if len(lines) > 1 else lines[0]


def _fill_paragraph(paragraph: _Element, whole: str, values: Values) -> None:
    breaks: list[_Element] = []
    emptied = False
    for found in reversed(list(FIELD.finditer(whole))):
        pieces = _pieces(found[1], values)
        if pieces is None:
            continue
        emptied = emptied or not pieces
        run, after = _cut_out(paragraph, found.start(), found.end())
        for piece in pieces:
            for number, line in enumerate(_written(piece, found, whole).split("\n")):
                new = _run_like(run, line, highlighted=bool(piece.missing))
                after.addprevious(new)
                if number:
                    breaks.append(new)
    if emptied and not _text_of(paragraph).strip():
        _drop(paragraph)
        return
    _set_left_if_long(paragraph)
    for run in reversed(breaks):
        _split_before(paragraph, run)


def _cut_out(paragraph: _Element, start: int, end: int) -> tuple[_Element, _Element]:
    """Take characters out of a paragraph; the run they began in, and the one that comes after."""
    at = 0
    first: _Element | None = None
    after: _Element | None = None
    for text in list(_texts(paragraph)):
        words = text.text or ""
        begins, ends = at, at + len(words)
        at = ends
        if ends <= start or begins >= end:
            continue
        tail = words[end - begins :] if ends > end else ""
        text.text = words[: max(start - begins, 0)]
        text.set(_XML_SPACE, "preserve")
        if first is None:
            first = _run_of(text)
            after = _split_run(first, text, tail)
        else:
            text.text = tail
    if first is None or after is None:
        raise ValueError("no such characters in the paragraph")
    return first, after


def _run_of(text: _Element) -> _Element:
    return next(text.iterancestors(qn("w:r")))


def _split_run(run: _Element, text: _Element, tail: str) -> _Element:
    """A run behind this one, of the same looks, with `tail` and what followed `text`."""
    new = OxmlElement("w:r")
    looks = run.find(qn("w:rPr"))
    if looks is not None:
        new.append(deepcopy(looks))
    following = list(text.itersiblings())
    if tail:
        new.append(_text_element(tail))
    new.extend(following)
    run.addnext(new)
    return new


def _run_like(run: _Element, words: str, *, highlighted: bool) -> _Element:
    new = OxmlElement("w:r")
    looks = run.find(qn("w:rPr"))
    if looks is not None:
        new.append(deepcopy(looks))
    new.append(_text_element(words))
    if highlighted:
        Run(cast(CT_R, new), None).font.highlight_color = WD_COLOR_INDEX.YELLOW  # type: ignore[arg-type]  # a run needs no parent for its looks
    return new


def _text_element(words: str) -> _Element:
    element = OxmlElement("w:t")
    element.text = words
    element.set(_XML_SPACE, "preserve")
    return element


def _drop(paragraph: _Element) -> None:
    """Take an empty paragraph away, unless it is all that a table cell or a section has."""
    parent = paragraph.getparent()
    properties = paragraph.find(qn("w:pPr"))
    ends_section = properties is not None and properties.find(qn("w:sectPr")) is not None
    drawn = any(True for _ in paragraph.iter(qn("w:drawing"), qn("w:pict")))
    if parent is None or parent.tag != qn("w:body") or ends_section or drawn:
        return
    parent.remove(paragraph)


def _set_left_if_long(paragraph: _Element) -> None:
    """Justified lines with a web address in them are torn apart, so these are set left."""
    if not _LONG_LATIN.search(_text_of(paragraph)):
        return
    shaped = Paragraph(cast(CT_P, paragraph), None)  # type: ignore[arg-type]  # no parent is asked
    if cast(CT_P, paragraph).style == BODY and shaped.alignment is None:
        shaped.alignment = WD_ALIGN_PARAGRAPH.LEFT


def _split_before(paragraph: _Element, run: _Element) -> None:
    """Begin a new paragraph of the same looks with this run.

    A line break inside one would be torn apart, because the lines are justified.
    """
    if run.getparent() is not paragraph:
        return
    following = [run, *run.itersiblings()]
    new = OxmlElement("w:p")
    properties = paragraph.find(qn("w:pPr"))
    if properties is not None:
        new.append(deepcopy(properties))
        section = properties.find(qn("w:sectPr"))
        if section is not None:
            properties.remove(section)
    new.extend(following)
    paragraph.addnext(new)
