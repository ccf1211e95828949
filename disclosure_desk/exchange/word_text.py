"""Paragraphs of WordprocessingML: text as it is, never interpreted."""

import re
from xml.sax.saxutils import escape, quoteattr

from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

# XML holds no control characters; Unicode has a picture of each. What is no character at all
# (lone surrogates and the like) becomes the replacement character.
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_DELETE = "\x7f"


def visible(text: str) -> str:
    """The text with every character that a document cannot hold replaced by its picture."""
    pictured = _CONTROLS.sub(
        lambda found: "␡" if found[0] == _DELETE else chr(0x2400 + ord(found[0])), text
    )
    return _NO_CHARACTER.sub("\ufffd", pictured)


def run(text: str, half_points: int = 0) -> str:
    """A run, in its style's size unless one is given.

    Tabs and line ends in the text become a tab and a line break. The hint gives quotes and
    dashes, which both scripts share, to the Chinese font.
    """
    pieces = re.split("([\t\n])", text)
    marks = {"\t": "<w:tab/>", "\n": "<w:br/>"}
    inner = "".join(
        marks.get(piece) or f'<w:t xml:space="preserve">{escape(visible(piece))}</w:t>'
        for piece in pieces
        if piece
    )
    size = f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if half_points else ""
    return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/>{size}</w:rPr>{inner}</w:r>'


def paragraph(text: str, style: str, properties: str = "", *, half_points: int = 0) -> str:
    """A paragraph in a style; `properties` are further children of w:pPr, in schema order."""
    return (
        f"<w:p><w:pPr><w:pStyle w:val={quoteattr(style)}/>{properties}</w:pPr>"
        f"{run(text, half_points) if text else ''}</w:p>"
    )


def append(document: WordDocument, xml: str) -> None:
    """Add paragraphs and tables to the end of a document, all at once."""
    body = document.element.body
    section = body.find(qn("w:sectPr"))
    for child in parse_xml(f"<w:body {nsdecls('w')}>{xml}</w:body>"):
        section.addprevious(child)
