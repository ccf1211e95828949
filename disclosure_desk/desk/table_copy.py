"""Rows of a register on the clipboard: as text for anything, as a table for Excel, WPS and Word."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData

# Excel and WPS take a text that begins so for a formula, or a number with its signs lost.
_LOOKS_LIKE_FORMULA = ("=", "+", "-", "@")


def as_mime(head: Sequence[str], rows: Sequence[Sequence[str]]) -> QMimeData:
    """The rows, with the headings first unless there are none."""
    lines = [list(head), *rows] if head else list(rows)
    data = QMimeData()
    data.setText("".join("\t".join(map(_plain, line)) + "\r\n" for line in lines))
    data.setHtml(_html(head, rows))
    return data


def _plain(text: str) -> str:
    """One cell of text: no tab and no line may break the row, nothing becomes a formula."""
    one_line = " ".join(text.split())
    return f"'{one_line}" if one_line.startswith(_LOOKS_LIKE_FORMULA) else one_line


def _html(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table whose cells are texts: 00012 keeps its zeros, =1 stays as it is."""
    parts = ['<html><head><meta charset="utf-8"></head><body><table border="1">']
    if head:
        parts.append(f"<tr>{''.join(f'<th>{escape(one)}</th>' for one in head)}</tr>")
    style = "mso-number-format:'\\@';white-space:nowrap"
    for row in rows:
        cells = "".join(f'<td style="{style}">{escape(" ".join(one.split()))}</td>' for one in row)
        parts.append(f"<tr>{cells}</tr>")
    parts.append("</table></body></html>")
    return "".join(parts)
