"""Takes a saved web page apart into lines and tables."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, lookup
from collections.abc import Collection, Iterator
from itertools import islice

from lxml import etree, html

from disclosure_desk.exchange.finished.blocks import (
    LONGEST_CELL,
    Block,
    Document,
    Line,
    ReadTable,
    Spanned,
    TableCell,
    TooMuchError,
    laid_out,
    within_bounds,
)

_TAG = re.compile(r"<(?:!doctype|!--|/?[a-z][a-z0-9:]*[\s/>])", re.IGNORECASE)
_CHARSET = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_UNSEEN = frozenset(
    ("script", "style", "head", "noscript", "select", "button", "template", "sup", "option",
     "textarea", "svg", "math", "object", "iframe")
)  # fmt: skip
_BLOCKS = frozenset(
    ("p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section",
     "article", "header", "footer", "main", "nav", "form", "fieldset", "center", "blockquote",
     "pre", "hr", "br", "td", "th", "tr", "table", "caption", "body", "address", "figure")
)  # fmt: skip
_SPAN = re.compile(r"\s*(\d{1,4})")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|mso-hide\s*:\s*all)", re.IGNORECASE)
_MOST_TABLES = 2000
# Tags and attributes: the page of a report, with the menus of its portal, has some thousand.
_MOST_TAGS = 400_000
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_PICTURES = re.compile(r"data:[\w/+.;=-]{0,80}base64,[A-Za-z0-9+/=\s]+")


def read_html(content: bytes) -> Document | None:
    """The page; None for what is no page. Raises TooMuchError for more than a report has."""
    text = _decoded(content)
    if text is None or not _TAG.search(text):
        return None
    text = _PICTURES.sub("", _CONTROL.sub("", text))
    if text.count("<") + text.count("=") > _MOST_TAGS:
        raise TooMuchError
    # The text is decoded already: what encoding the page names must not matter any more.
    parser = html.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    root = html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    named = " ".join((root.findtext(".//title") or "").split())
    return Document(tuple(within_bounds(_blocks(root))), named=named)


def _decoded(content: bytes) -> str | None:
    """The text in the encoding that the page names, in UTF-8, or in the national standard."""
    for mark, encoding in (
        (BOM_UTF8, "utf-8-sig"),
        (BOM_UTF16_LE, "utf-16"),
        (BOM_UTF16_BE, "utf-16"),
    ):
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    if b"\x00" in content[:4096]:
        return None
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        # GB 18030 takes in GBK and GB 2312.
        return content.decode("gb18030")
    except UnicodeDecodeError:
        return content.decode(_named_encoding(content), "replace")


def _named_encoding(content: bytes) -> str:
    match = _CHARSET.search(content[:4096])
    named = match[1].decode("ascii", "replace").lower() if match else "utf-8"
    if named in ("gb2312", "gbk", "x-gbk", "gb_2312-80"):
        return "gb18030"
    try:
        return lookup(named).name
    except LookupError:
        return "utf-8"


class _Text:
    """Collects text into lines: blocks and <br> end a line, other blanks run together."""

    def __init__(self) -> None:
        self.lines: list[str] = [""]

    def add(self, text: str | None) -> None:
        if text:
            self.lines[-1] += re.sub(r"[ \t\r\n]+", " ", text)

    def end_line(self) -> None:
        if self.lines[-1].strip():
            self.lines.append("")

    @property
    def told(self) -> list[str]:
        return [line.strip() for line in self.lines if line.strip()]


def _blocks(root: etree._Element) -> Iterator[Block]:
    """Lines and innermost tables in reading order; a table around tables is layout."""
    if next(islice(root.iter("table"), _MOST_TABLES, None), None) is not None:
        raise TooMuchError
    _unwrap_single_cells(root)
    layout = {outer for table in root.iter("table") for outer in table.iterancestors("table")}
    for piece in _walked(root, layout):
        if isinstance(piece, str):
            yield Line(piece)
        else:
            yield _table(piece)


def _unwrap_single_cells(root: etree._Element) -> None:
    """A table of one cell is a frame around a text or a number, no table."""
    for table in list(root.iter("table")):
        cells = list(islice(table.iter("td", "th"), 2))
        if len(cells) == 1 and next(islice(table.iter("table"), 1, None), None) is None:
            for part in table.iter("table", "tbody", "tr", "td", "th"):
                part.tag = "div"


def _walked(
    root: etree._Element, layout: Collection[etree._Element]
) -> Iterator[str | etree._Element]:
    """The lines of text, and each table that is no layout, in reading order."""
    text = _Text()
    stack: list[tuple[etree._Element, bool]] = [(root, False)]
    while stack:
        element, is_left = stack.pop()
        tag = str(element.tag)
        if is_left or tag in _UNSEEN or _is_hidden(element):
            if is_left and tag in _BLOCKS:
                text.end_line()
            if element is not root:
                text.add(element.tail)
        elif tag == "table" and element not in layout:
            yield from text.told
            text = _Text()
            yield element
            text.add(element.tail)
        else:
            if tag in _BLOCKS:
                text.end_line()
            text.add(element.text)
            stack.append((element, True))
            stack.extend((child, False) for child in reversed(element))
    yield from text.told


def _is_hidden(element: etree._Element) -> bool:
    return _HIDDEN.search(element.get("style") or "") is not None


def _table(table: etree._Element) -> ReadTable:
    return laid_out([_spanned(cell) for cell in row.iter("td", "th")] for row in table.iter("tr"))


def _spanned(cell: etree._Element) -> Spanned:
    text = "\n".join(piece for piece in _walked(cell, ()) if isinstance(piece, str))
    rows, columns = (_span(cell.get(name)) for name in ("rowspan", "colspan"))
    return Spanned(TableCell(text[:LONGEST_CELL]), rows, columns)


def _span(told: str | None) -> int:
    match = _SPAN.match(told or "")
    return max(1, int(match[1])) if match else 1
