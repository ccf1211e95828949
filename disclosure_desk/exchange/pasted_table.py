"""Cells copied in Excel, WPS, Word or a browser: the table in the clipboard as rows of texts."""

import re
from collections.abc import Sequence
from html.parser import HTMLParser

from disclosure_desk.faults import Refusal

TextRows = list[tuple[str, ...]]
MOST_ROWS, MOST_COLUMNS = 5_000, 200
# Characters of a clipboard: five thousand rows as wide as they may be have some millions.
_LONGEST_TEXT, _LONGEST_PAGE = 4_000_000, 20_000_000
_PLAIN = re.compile(r"[^\t\r\n]*")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"(?=\t|\r?\n|$)')
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\r\n\f]+")


def pasted_rows(text: str, html: str = "") -> TextRows:
    """The rows of the clipboard, from its HTML where that holds a table, else from its text.

    Empty rows at the end are dropped, all rows are made equally long. Raises Refusal for more
    rows or columns than a sheet is for.
    """
    if len(text) > _LONGEST_TEXT or len(html) > _LONGEST_PAGE:
        raise Refusal("复制来的内容太多，请只复制要登记的行，分几次粘贴，或用“文件—导入台账”。")
    rows = _rows_of_html(html) if "<table" in html.lower() else []
    return _even(rows or _rows_of_text(text))


def _even(rows: Sequence[Sequence[str]]) -> TextRows:
    kept = list(rows)
    while kept and not any(cell.strip() for cell in kept[-1]):
        kept.pop()
    if len(kept) > MOST_ROWS:
        raise Refusal(
            f"一次最多粘贴{MOST_ROWS:,}行，这里有{len(kept):,}行；请分几次粘贴，或用“文件—导入台账”。"
        )
    width = max(map(len, kept), default=0)
    if width > MOST_COLUMNS:
        raise Refusal(f"一次最多粘贴{MOST_COLUMNS}列，这里有{width:,}列，请只复制要登记的列。")
    return [(*row, *[""] * (width - len(row))) for row in kept]


def _rows_of_text(text: str) -> list[list[str]]:
    """Cells parted by tabs; quoted as Excel does where a cell holds a tab or several lines."""
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(text):
        quoted = _QUOTED.match(text, place)
        # A text that merely begins and ends with a quotation mark is copied as it is.
        if quoted and re.search(r'[\t\n]|""', quoted[1]):
            cell, end = quoted[1].replace('""', '"'), quoted.end()
        else:
            match = _PLAIN.match(text, place)
            assert match is not None
            cell, end = match[0], match.end()
        rows[-1].append(cell.replace("\r\n", "\n"))
        if text.startswith("\t", end):
            place = end + 1
        elif end < len(text):
            place = end + (2 if text.startswith("\r\n", end) else 1)
            rows.append([])
        else:
            break
    return rows


def _rows_of_html(html: str) -> list[list[str]]:
    reader = _TableReader()
    reader.feed(html)
    reader.close()
    return reader.rows


class _TableReader(HTMLParser):
    """The cells of the first table; a merged cell is told once, at its upper left place."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self._cell: list[str] | None = None
        self._span = 1
        self._below: dict[int, int] = {}  # columns taken by a cell from above, and for how long
        self._depth = 0
        self._is_over = False
        self._hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = {name: value or "" for name, value in attrs}
        if tag == "table":
            self._depth += 1
        if self._is_over or self._depth != 1:
            return
        if tag == "tr":
            self._end_cell()
            self._hidden = bool(_HIDDEN.search(told.get("style", "")))
            if not self._hidden:
                self._begin_row()
        elif tag in ("td", "th") and not self._hidden:
            self._end_cell()
            if not _HIDDEN.search(told.get("style", "")):
                self._begin_cell(told)
        elif tag in ("br", "p") and self._cell:
            self._cell.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th", "tr") and self._depth == 1:
            self._end_cell()
        elif tag == "table" and self._depth:
            self._end_cell()
            self._depth -= 1
            self._is_over = self._is_over or self._depth == 0

    def handle_data(self, data: str) -> None:
        if self._cell is not None and self._depth == 1:
            self._cell.append(data)

    def _begin_row(self) -> None:
        if len(self.rows) > MOST_ROWS + 1:
            self._is_over = True
            return
        self.rows.append([])
        self._pass_cells_from_above()

    def _begin_cell(self, told: dict[str, str]) -> None:
        if not self.rows:
            self._begin_row()
        self._cell = []
        self._span = _count(told.get("colspan", "1"))
        down = _count(told.get("rowspan", "1"))
        if down > 1:
            first = len(self.rows[-1])
            self._below |= dict.fromkeys(range(first, first + self._span), down)

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        lines = "".join(self._cell).split("\0")
        text = "\n".join(_BLANKS.sub(" ", line).strip() for line in lines)
        self.rows[-1] += [text.strip(), *[""] * (self._span - 1)]
        self._cell = None
        self._pass_cells_from_above()

    def _pass_cells_from_above(self) -> None:
        row = self.rows[-1]
        while (rows := self._below.get(len(row), 0)) > 1:
            self._below[len(row)] = rows - 1
            row.append("")


def _count(text: str) -> int:
    return min(int(text[:6]), MOST_COLUMNS) if text.isascii() and text.isdigit() else 1
