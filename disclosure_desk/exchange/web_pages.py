"""Pages that any browser opens from a stick: nothing in them is loaded from elsewhere or runs."""

import re
from collections.abc import Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from html import escape
from html.parser import HTMLParser
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

from disclosure_desk.exchange.excel_text import CellValue
from disclosure_desk.exchange.table_layout import pages_of
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.grid import Grid, PlacedCell
from disclosure_desk.statistics.printing import shown

_STYLE = """
body { margin: 24px; color: #1a1a1a; background: #ffffff;
  font-family: "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif; }
h1 { font-size: 1.4em; } h2 { font-size: 1.1em; margin-top: 1.6em; }
p, li { line-height: 1.6; }
table { border-collapse: collapse; margin: 8px 0; }
th, td { border: 1px solid #606060; padding: 3px 6px; vertical-align: top; font-size: 0.9em;
  white-space: pre-wrap; }
th { background: #dde6f0; font-weight: bold; }
td.figure { text-align: center; }
@media print { body { margin: 0; } th { background: none; } thead { display: table-header-group; } }
"""
# Even a page that was tampered with loads and runs nothing.
_NOTHING_ELSE = "default-src 'none'; style-src 'unsafe-inline'"
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_READ_AT_ONCE = 1 << 20


@dataclass(frozen=True, slots=True)
class Link:
    """A cell that leads to another file of the same folder."""

    text: str
    place: str  # relative, with / between folders


Cell = CellValue | Link
Rows = Iterable[Sequence[Cell]]  # the headings first


def words_of(value: Cell) -> str:
    """A cell as it is read: dates as 2024-09-30, amounts with all their digits."""
    if value is None:
        return ""
    if isinstance(value, Link):
        return value.text
    if isinstance(value, Decimal):
        return format(value, "f")
    text = value.isoformat() if isinstance(value, date) else str(value)
    return _CONTROLS.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def write_list(path: Path, title: str, lead: Sequence[str], rows: Rows) -> None:
    """A page with some sentences and one table; the first of the rows are the headings."""
    rest = iter(rows)
    with path.open("w", encoding="utf-8", newline="\n") as page:
        page.write(_head(title, lead))
        page.write(f"<table>\n<thead>{_row(next(rest), 'th')}</thead>\n<tbody>\n")
        for row in rest:
            page.write(f"{_row(row, 'td')}\n")
        page.write("</tbody>\n</table>\n</body>\n</html>\n")


def write_figures(
    path: Path, title: str, lead: Sequence[str], edition: Edition, figures: Mapping[str, Figure]
) -> None:
    """A page with the official tables; each figure stands in a cell with its code as `id`."""
    parts = [_head(title, lead)]
    for sheet in pages_of(edition):
        grid = sheet.grid
        parts.append(f"<h2>{escape(sheet.heading)}</h2>\n" if sheet.heading else "")
        by_row = groupby(grid.cells, key=lambda placed: placed.row)
        rows = (
            f"<tr>{''.join(_grid_cell(one, grid, edition, figures) for one in cells)}</tr>\n"
            for _, cells in by_row
        )
        parts.append(f"<table>\n{''.join(rows)}</table>\n")
    path.write_text(f"{''.join(parts)}</body>\n</html>\n", encoding="utf-8", newline="\n")


def _head(title: str, lead: Sequence[str]) -> str:
    sentences = "".join(f"<p>{escape(one)}</p>\n" for one in lead)
    return (
        '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_NOTHING_ELSE}">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        f"<h1>{escape(title)}</h1>\n{sentences}"
    )


def _row(row: Sequence[Cell], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_inside(one)}</{tag}>' for one in row)}</tr>"


def _inside(value: Cell) -> str:
    text = escape(words_of(value))
    return f'<a href="{quote(value.place)}">{text}</a>' if isinstance(value, Link) else text


def _grid_cell(
    placed: PlacedCell, grid: Grid, edition: Edition, figures: Mapping[str, Figure]
) -> str:
    cell = placed.cell
    spans = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    spans += f' colspan="{cell.columns}"' if cell.columns > 1 else ""
    if cell.kind == "figure":
        told = figures.get(cell.text)
        text = "" if told is None else shown(told, signed=edition.cells[cell.text].signed)
        return f'<td class="figure" id="{escape(cell.text)}"{spans}>{escape(text)}</td>'
    tag = "th" if placed.row < grid.head_rows else "td"
    return f"<{tag}{spans}>{escape(cell.text)}</{tag}>"


# ---------------------------------------------------------------------------- read back


@dataclass(slots=True)
class _Row:
    cells: list[str] = field(default_factory=list)
    figures: dict[str, str] = field(default_factory=dict)


class _Reader(HTMLParser):
    """The rows of all tables of a page, in order, as they become whole."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.done: list[_Row] = []
        self._row: _Row | None = None
        self._cell: list[str] | None = None
        self._code = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self._row = _Row()
        elif tag in ("td", "th"):
            self._cell, self._code = [], dict(attrs).get("id") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self._row is not None and self._cell is not None:
            text = "".join(self._cell)
            self._row.cells.append(text)
            if self._code:
                self._row.figures[self._code] = text
            self._cell = None
        elif tag == "tr" and self._row is not None:
            self.done.append(self._row)
            self._row = None

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)


def _read(path: Path) -> Generator[_Row, None, None]:
    reader = _Reader()
    with path.open(encoding="utf-8", newline="") as page:
        while text := page.read(_READ_AT_ONCE):
            reader.feed(text)
            yield from reader.done
            reader.done.clear()
    reader.close()
    yield from reader.done


def verify_list(path: Path, rows: Rows) -> None:
    """Read a page back and compare its table, cell by cell. Raises Fault where it differs."""
    with closing(_read(path)) as found:  # Windows deletes no page that is still open
        for number, row in enumerate(rows):
            read = next(found, None)
            if read is None or read.cells != [words_of(one) for one in row]:
                place = f"第{number}行"
                raise Fault(f"“{path.name}”读回核对不符（{place}），没有归档，请检查磁盘后再试。")
        if next(found, None) is not None:
            raise Fault(f"“{path.name}”读回核对不符（多出内容），没有归档，请检查磁盘后再试。")


def verify_figures(path: Path, edition: Edition, figures: Mapping[str, Figure]) -> None:
    """Read a page back and compare every figure of the form. Raises Fault where one differs."""
    found: dict[str, str] = {}
    for row in _read(path):
        found |= row.figures
    for grid in edition.grids:
        for placed in grid.cells:
            code = placed.cell.text
            if placed.cell.kind == "figure" and code in figures:
                wanted = shown(figures[code], signed=edition.cells[code].signed)
                if found.get(code) != wanted:
                    raise Fault(
                        f"“{path.name}”读回核对不符（{code}），没有归档，请检查磁盘后再试。"
                    )
