# ruff: noqa: E501
"""Files made to fill memory or to take hours: each of them small, or as large as is let in."""

import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz.readers import READERS

_MB = 1024**2
_SHEET, _TEXT = "xl/worksheets/sheet1.xml", "word/document.xml"


def packed(parts: Mapping[str, bytes], like: bytes) -> bytes:
    """A package as another one, with these parts in place of its own."""
    told = BytesIO()
    with zipfile.ZipFile(BytesIO(like)) as source:
        held = {name: source.read(name) for name in source.namelist()}
    with zipfile.ZipFile(told, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, content in (held | parts).items():
            package.writestr(name, content)
    return told.getvalue()


def _sheet(rows: str, *, before: str = "", after: str = "") -> bytes:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return (
        f'<?xml version="1.0"?><worksheet xmlns="{main}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    ).encode()


def _filled(piece: str, megabytes: float) -> str:
    return piece * int(megabytes * _MB / len(piece.encode()))


def _word(body: str) -> bytes:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    return f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>'.encode()


def _sheets() -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Hostile workbooks by name."""
    dimension = '<dimension ref="A1:XFD1048576"/>'
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    yield "a dimension of everything", {_SHEET: _sheet("", before=dimension)}
    yield "a cell in the last corner", {_SHEET: _sheet(far, before=dimension)}
    merges = _filled('<mergeCell ref="A1:XFD1048576"/>', 20)
    yield (
        "a million merges of everything",
        {_SHEET: _sheet(far[:40] + "</v></c></row>", after=f"<mergeCells>{merges}</mergeCells>")},
    )
    yield "tags that never end", {_SHEET: _sheet(_filled("<c ", 20))}
    yield "places that never end", {_SHEET: _sheet(_filled(' r="AZ1"', 20))}
    yield (
        "formulas without values",
        {_SHEET: _sheet("<row>" + _filled('<c t="str"><f>1</f><v></v></c>', 19) + "</row>")},
    )
    yield "empty cells", {_SHEET: _sheet("<row>" + _filled("<c/>", 19) + "</row>")}
    yield "empty rows", {_SHEET: _sheet(_filled("<row/>", 19))}
    yield "short strings", {"xl/sharedStrings.xml": f"<sst>{_filled('<si/>', 19)}</sst>".encode()}
    yield "blanks", {_SHEET: _sheet(" " * (400 * _MB))}
    yield (
        "long strings",
        {"xl/sharedStrings.xml": f"<sst><si><t>{'甲' * (300 * _MB // 3)}</t></si></sst>".encode()},
    )
    yield (
        "styles",
        {
            "xl/styles.xml": f"<styleSheet><cellXfs>{_filled('<xf/>', 19)}</cellXfs></styleSheet>".encode()
        },
    )
    yield (
        "sheets",
        {
            "xl/workbook.xml": f"<workbook><sheets>{_filled('<sheet/>', 19)}</sheets></workbook>".encode()
        },
    )
    yield "deep tags", {_SHEET: _sheet("<a>" * 4_000_000)}
    yield "a full square", {_SHEET: _sheet("".join(
        f'<row r="{row}">' + "".join(f'<c r="{_letters(at)}{row}"><v>1</v></c>' for at in range(80)) + "</row>"
        for row in range(1, 20_000)))}  # fmt: skip


def _letters(place: int) -> str:
    return (chr(64 + place // 26) if place >= 26 else "") + chr(65 + place % 26)


def _documents() -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Hostile Word documents by name."""
    yield "empty paragraphs", {_TEXT: _word(_filled("<w:p/>", 23))}
    yield "empty tags", {_TEXT: _word(_filled("<w:a/>", 23))}
    attributes = " ".join(f"a{n}=''" for n in range(5000))
    yield "attributes", {_TEXT: _word(f"<w:p {attributes}/>" * 500)}
    yield (
        "paragraphs in paragraphs",
        {_TEXT: _word(("<w:p>" * 240 + "<w:r><w:t>甲</w:t></w:r>" + "</w:p>" * 240) * 3000)},
    )
    yield (
        "tables in tables",
        {_TEXT: _word(("<w:tbl><w:tr><w:tc>" * 80 + "</w:tc></w:tr></w:tbl>" * 80) * 3000)},
    )
    yield "a million tables in each other", {_TEXT: _word("<w:tbl><w:tr><w:tc>" * 330_000)}
    yield "cells", {_TEXT: _word("<w:tbl><w:tr>" + _filled("<w:tc/>", 22) + "</w:tr></w:tbl>")}
    yield "rows", {_TEXT: _word("<w:tbl>" + _filled("<w:tr/>", 22) + "</w:tbl>")}
    yield (
        "boxes in boxes",
        {_TEXT: _word(("<w:p><w:txbxContent>" * 100 + "</w:txbxContent></w:p>" * 100) * 3000)},
    )
    yield "one long word", {_TEXT: _word(f"<w:p><w:r><w:t>{'1' * (20 * _MB)}</w:t></w:r></w:p>")}
    yield (
        "one long sentence",
        {_TEXT: _word(f"<w:p><w:r><w:t>{'本年新收申请7件，' * 200_000}</w:t></w:r></w:p>")},
    )
    yield (
        "long paragraphs",
        {
            _TEXT: _word(
                "".join(
                    f"<w:p><w:r><w:t>{'一、' * 200}年报{n}</w:t></w:r></w:p>" for n in range(12_000)
                )
            )
        },
    )
    yield (
        "years",
        {
            _TEXT: _word(
                "".join(
                    f"<w:p><w:r><w:t>{n % 3000}年政府信息公开工作年度报告</w:t></w:r></w:p>"
                    for n in range(100_000)
                )
            )
        },
    )


_PAGE = {
    "tags": "<b>", "closed tags": "<b></b>", "rows": "<table><tr>", "cells": "<td>", "links": "<a href=x>甲</a>",
    "attributes": "<p a=1 b=2 c=3 d=4 e=5 f=6 g=7 h=8>", "entities": "&amp;", "comments": "<!---->",
    "pictures": "data:image/png;base64,AAAA ", "data": "data:" + "a" * 80, "lesser": "< ", "quotes": '<p a="',
    "spaces": "<p>            </p>", "lists": "<ul><li>", "forms": "<form><select><option>", "divs": "<div>甲",
    "figures": "<p>本年新收申请7件，</p>", "titles": "<p>一、总体情况</p>", "nulls": "<p>\0</p>",
    "doctype": "<!DOCTYPE a [<!ENTITY b 'c'>]>&b;",
}  # fmt: skip


def _pages() -> Iterator[tuple[str, bytes]]:
    for name, piece in _PAGE.items():
        yield name, f"<html><body>{_filled(piece, 19.5)}</body></html>".encode()


def _pdfs() -> Iterator[tuple[str, bytes]]:
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
    tail = b"trailer<</Root 1 0 R>>\n"
    loop = b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
    yield "pages that hold themselves", head + loop + tail
    yield "a reference to itself", head + b"2 0 obj 2 0 R endobj\n" + tail
    yield (
        "lists in lists",
        head + b"2 0 obj" + b"[" * 500_000 + b"]" * 500_000 + b" endobj\n" + tail,
    )
    page = b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    for name, stream in (
        ("lines", b"0 0 m 1 1 l S\n" * 600_000),
        ("boxes", b"".join(b"%d %d 5 5 re S\n" % (n % 500, n // 500) for n in range(200_000))),
        ("states", b"q " * 2_000_000),
        ("blanks", b" " * (300 * _MB)),
    ):
        packed_stream = zlib.compress(stream, 9)
        object_ = b"4 0 obj<</Filter/FlateDecode/Length %d>>stream\n" % len(packed_stream)
        yield name, head + page + object_ + packed_stream + b"\nendstream endobj\n" + tail


_TEXTS = {
    "digits": "1", "years": "2024年", "brackets": "〔", "fields": "【", "dates": "1月1日至", "quotes": '"',
    "tabs": "\t", "lines": "\n", "festivals": "春节、", "headings": "一、春节:", "numbers": "本年新收7件、",
    "channels": "网站 ", "at": "@", "hash": "#", "numerals": "一二三", "dots": "...", "spaces": " ", "wide": "　",
    "parts": "其中自然人3件，", "cells": "甲\t", "rows": "<tr><td>1", "spans": "<td colspan=200 rowspan=200>",
    "number signs": "国科〔2024〕1号", "titles": "国务院办公厅关于", "plus": "+", "percent": "占1.5%，", "nines": "9.",
}  # fmt: skip


def _offices() -> Iterator[tuple[str, bytes]]:
    like = READERS["office-file"].seeds()[0]
    for name, script in {
        "a view without end": "DROP TABLE draft; CREATE VIEW draft AS WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT n AS key, n AS form FROM a",
        "a view in place of the requests": "PRAGMA writable_schema = ON; UPDATE sqlite_master SET type = 'view', rootpage = 0, sql = 'CREATE VIEW request AS WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a) SELECT n AS id FROM a' WHERE name = 'request'",
        "a trigger": "CREATE TRIGGER t AFTER INSERT ON journal BEGIN DELETE FROM request; END",
        "a trigger on every line": "CREATE TRIGGER t BEFORE UPDATE ON office BEGIN SELECT load_extension('x'); END",
        "a huge generated column": "ALTER TABLE office ADD COLUMN g TEXT AS (hex(zeroblob(400000000)))",
        "an index that computes": "CREATE INDEX i ON office (hex(zeroblob(200000)))",
        "a thousand tables": "".join(f"CREATE TABLE t{n} (a);" for n in range(2000)),
        "deep JSON": f"UPDATE draft SET content = '{'[' * 200_000}'",
        "another JSON": "UPDATE draft SET content = '[]', reasons = '7'",
        "days that are none": "UPDATE request SET received_on = 'gestern'",
        "numbers that are texts": "UPDATE indicator_entry SET amount = 'viel'",
        "words for bytes": "UPDATE publication SET channels = x'ff00'",
        "a journal that is none": "UPDATE journal SET after = '{', before = '['",
        "cut characters": "UPDATE office SET name = CAST(x'edb080' AS TEXT)",
    }.items():  # fmt: skip
        with TemporaryDirectory() as folder:
            path = Path(folder) / "office.db"
            path.write_bytes(like)
            with closing(sqlite3.connect(path)) as office:
                office.executescript(script)
            yield name, path.read_bytes()


def _of_packages(
    found: Callable[[], Iterator[tuple[str, Mapping[str, bytes]]]], reader: str
) -> Iterator[tuple[str, str, bytes]]:
    like = READERS[reader].seeds()[0]
    for name, parts in found():
        yield reader, name, packed(parts, like)


def _many_entries() -> bytes:
    told = BytesIO()
    with zipfile.ZipFile(told, "w") as package:
        for number in range(400_000):
            package.writestr(zipfile.ZipInfo(f"xl/{number}"), b"")
    return told.getvalue()


def extremes(wanted: Sequence[str] = ()) -> Iterator[tuple[str, str, bytes]]:
    """Reader, name and content of each, made when it is asked for."""
    known = [name for name in READERS if not wanted or name in wanted]
    for reader in ("report-xlsx", "ledger", "inspect-xlsx"):
        if reader in known:
            yield from _of_packages(_sheets, reader)
    for reader in ("report-docx", "template", "inspect-docx"):
        if reader in known:
            yield from _of_packages(_documents, reader)
    for reader in ("report-xlsx", "ledger", "template", "inspect-xlsx"):
        if reader in known:
            yield reader, "entries", _many_entries()
    if "report-html" in known:
        yield from (("report-html", *one) for one in _pages())
    if "report-pdf" in known:
        yield from (("report-pdf", *one) for one in _pdfs())
    for reader in ("clipboard", "quick-line", "notice", "unit-list", "chapter", "settings"):
        if reader not in known:
            continue
        size = {"clipboard": 2.0, "unit-list": 0.9, "settings": 1.0}.get(reader, 0.19)
        for name, piece in _TEXTS.items():
            yield reader, name, _filled(piece, size).encode()
    for reader in ("backup", "office-file"):
        if reader not in known:
            continue
        yield from ((reader, *one) for one in _offices())


def main(wanted: list[str]) -> int:
    """Read them all, or those of some readers; prints what took long and what was found."""
    from tests.fuzz.watched import watched

    finds = 0
    with watched() as process:
        for reader, name, content in extremes(wanted):
            outcome = process.read(reader, content)
            if outcome.kind == "find" or outcome.seconds > 5:
                last = outcome.told.strip().splitlines()[-1:] or [""]
                print(
                    f"{reader}, {name}: {outcome.kind}, {outcome.seconds:.1f} s {last[0][:160]}",
                    flush=True,
                )
            finds += outcome.kind == "find"
    print(f"{finds} finds", flush=True)
    return 1 if finds else 0


if __name__ == "__main__":
    import sys

    sys.exit(main(sys.argv[1:]))
