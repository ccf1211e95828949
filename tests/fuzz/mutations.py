"""How real files and texts are changed: each case has a number that makes it again."""

import json
import random
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

LARGEST = 4 * 1024**2  # bytes of a changed file or part: larger ones are tests of their own
NUMBERS = (
    *("0", "-1", "1", "2", "255", "256", "65535", "65536", "16384", "1048576", "999999"),
    *("2147483647", "2147483648", "4294967295", "9223372036854775808", "9" * 400),
    *("1e308", "1e999", "-1e308", "1e-400", "NaN", "inf", "", "0x10", "１２", "٣", "-", ".", "1.5"),
)
SIGNS = (
    *("\0", "\x01", "\x0b", "\x1f", "\x7f", "\x85", "\xa0", "\u200b", "\u202e", "\u2028"),
    *("\ufeff", "\ufffe", "\uffff", "\U0001f600", "\U00020bb7", "\u0301", "\r", "\n", "\t"),
    *('"', "'", "<", ">", "&", "]]>", "<!--", "-->", "<![CDATA[", "&#0;", "&#xD800;", "&x;"),
    *("【", "】", "〔", "〕", "（", "“", "”", "@", "#", "＃", "、", "。", "+", "-", "/", "\\"),
    *("年", "月", "日", "2024", "2月30日", "13月1日", "规章", "总计", "=1+1", "../../x", "C:\\x"),
)
ENTITIES = (
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY x "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/x.dtd">',
    '<!DOCTYPE d [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>',
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_ELEMENT = re.compile(r"<[^<>]{1,400}>")
_QUOTED = re.compile(r'="[^"<>]{0,300}"')


def changed_text(draw: random.Random, text: str) -> str:
    """A text with one change."""
    change = draw.choice(_OF_TEXTS)
    return change(draw, text)[: LARGEST // 4]


def _place(draw: random.Random, text: str) -> int:
    return draw.randint(0, len(text))


def _number(draw: random.Random, text: str) -> str:
    found = list(_NUMBER.finditer(text))
    if not found:
        return text + draw.choice(NUMBERS)
    one = draw.choice(found)
    return text[: one.start()] + draw.choice(NUMBERS) + text[one.end() :]


def _sign(draw: random.Random, text: str) -> str:
    place = _place(draw, text)
    times = draw.choice((1, 1, 1, 2, 50, 5000))
    return text[:place] + draw.choice(SIGNS) * times + text[place:]


def _cut(draw: random.Random, text: str) -> str:
    start = _place(draw, text)
    return text[:start] + text[start + draw.choice((1, 2, 10, 100, 1000, 100_000)) :]


def _repeat(draw: random.Random, text: str) -> str:
    start = _place(draw, text)
    piece = text[start : start + draw.choice((1, 2, 5, 20, 200, 2000))]
    times = draw.choice((2, 3, 20, 500, 20_000))
    while len(piece) * times > LARGEST // 8 and times > 1:
        times //= 2
    return text[:start] + piece * times + text[start:]


def _swap(draw: random.Random, text: str) -> str:
    one, two = sorted((_place(draw, text), _place(draw, text)))
    length = draw.choice((1, 3, 12, 80))
    return text[:one] + text[two : two + length] + text[one + length :]


def _nested(draw: random.Random, text: str) -> str:
    """An element inside itself, many times."""
    found = [one for one in _ELEMENT.finditer(text) if one[0][1] not in "/?!"]
    if not found:
        return _repeat(draw, text)
    one = draw.choice(found)
    name = re.split(r"[\s/>]", one[0][1:])[0]
    depth = draw.choice((2, 30, 300, 5000))
    open_, close = one[0].replace("/>", ">") * depth, f"</{name}>" * depth
    return text[: one.start()] + open_ + (close if draw.random() < 0.7 else "") + text[one.end() :]


def _value(draw: random.Random, text: str) -> str:
    """One attribute's value in the place of another's, or an extreme one."""
    found = list(_QUOTED.finditer(text))
    if not found:
        return _number(draw, text)
    one = draw.choice(found)
    other = draw.choice(found)[0] if draw.random() < 0.5 else f'="{draw.choice(NUMBERS)}"'
    return text[: one.start()] + other + text[one.end() :]


def _without_element(draw: random.Random, text: str) -> str:
    found = list(_ELEMENT.finditer(text))
    if not found:
        return _cut(draw, text)
    one = draw.choice(found)
    return text[: one.start()] + text[one.end() :]


def _entity(draw: random.Random, text: str) -> str:
    place = text.find("?>") + 2 if "?>" in text[:200] else 0
    changed = text[:place] + draw.choice(ENTITIES) + text[place:]
    at = changed.find(">", place + 200)
    return changed[: at + 1] + "&x;" + changed[at + 1 :] if at > 0 else changed


_OF_TEXTS: Sequence[Callable[[random.Random, str], str]] = (
    *(_number, _number, _sign, _sign, _cut, _repeat, _swap, _nested, _value, _value),
    *(_without_element, _entity),
)


def changed_bytes(draw: random.Random, content: bytes) -> bytes:
    """Bytes with one change that knows nothing of what they mean."""
    held = bytearray(content)
    if not held:
        return draw.randbytes(draw.choice((1, 100)))
    place = draw.randrange(len(held))
    match draw.randrange(5):
        case 0:
            for _ in range(draw.choice((1, 3, 20))):
                held[draw.randrange(len(held))] ^= 1 << draw.randrange(8)
        case 1:
            del held[place:]
        case 2:
            size = draw.choice((1, 4, 100, 4096))
            held[place : place + size] = bytes(min(size, len(held) - place))
        case 3:
            held[place : place + 4] = draw.choice((b"\xff" * 4, b"\x7f\xff\xff\xff", b"\0\0\0\0"))
        case _:
            piece = held[place : place + draw.choice((1, 16, 500))]
            held[place:place] = piece * draw.choice((1, 2, 100))
    return bytes(held[:LARGEST])


_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, OSError, RuntimeError),
    MemoryError,
)


def changed_package(draw: random.Random, content: bytes) -> bytes:
    """A Word or Excel file with one of its parts changed, or the package itself."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = [(one, package.read(one)) for one in package.namelist()]
    except _BROKEN:
        return changed_bytes(draw, content)
    if not parts or draw.random() < 0.1:
        return changed_bytes(draw, content)
    at = draw.randrange(len(parts))
    name, held = parts[at]
    way = draw.random()
    if way < 0.75:
        text = held.decode("utf-8", "surrogateescape")
        held = changed_text(draw, text).encode("utf-8", "surrogatepass")
    elif way < 0.85:
        held = changed_bytes(draw, held)
    elif way < 0.9:
        name = draw.choice(("../outside.txt", "/outside.txt", f"{name}/x", "x" * 300, name.upper()))
    elif way < 0.95:
        del parts[at]
    else:
        parts.append((name, changed_bytes(draw, held)))
    if way < 0.9 or way >= 0.95:
        parts[at] = (name, held)
    return _packed(draw, parts)


def _packed(draw: random.Random, parts: Sequence[tuple[str, bytes]]) -> bytes:
    told = BytesIO()
    kind = zipfile.ZIP_STORED if draw.random() < 0.1 else zipfile.ZIP_DEFLATED
    with zipfile.ZipFile(told, "w", kind, compresslevel=1) as package:
        for name, held in parts:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = kind
            package.NameToInfo.pop(name, None)  # twice the same name: no warning, it is meant
            package.writestr(info, held)
    return told.getvalue()


_HOSTILE: tuple[object, ...] = (
    *(None, "", "x", -1, 0, 2**63 - 1, 1.5, float("inf"), b"\xff\x00", "2024-13-45", "[", "{}"),
    *("[1,2]", '{"a": NaN}', "null", "\ud800".encode("utf-8", "surrogatepass"), "九" * 40_000),
    *("0" * 5000, "[" * 100_000, "9999-12-31", "0000-00-00"),
)
_SCHEMA = (
    "CREATE TRIGGER meant_ill AFTER INSERT ON journal BEGIN DELETE FROM request; END",
    "CREATE TRIGGER meant_ill BEFORE UPDATE ON office BEGIN SELECT RAISE(ABORT, 'no'); END",
    "CREATE VIEW meant_ill AS WITH RECURSIVE a(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM a)"
    " SELECT n FROM a",
    "DROP TABLE draft",
    "DROP TABLE journal",
    "DELETE FROM alembic_version",
    "DELETE FROM office",
    "INSERT INTO office SELECT * FROM office",
    "CREATE TABLE more (a, b GENERATED ALWAYS AS (zeroblob(1000000)))",
    "CREATE INDEX meant_ill ON request (abs(id))",
    "PRAGMA application_id = 7",
    "PRAGMA user_version = 12345",
    "PRAGMA encoding",
)


def changed_office(draw: random.Random, content: bytes) -> bytes:
    """An office file with a hostile value, another schema, or broken pages."""
    if draw.random() < 0.3:
        return changed_bytes(draw, content)
    with TemporaryDirectory(prefix="ddsk-fuzz-") as folder:
        path = Path(folder) / "office.db"
        path.write_bytes(content)
        with suppress(sqlite3.Error, UnicodeDecodeError), closing(sqlite3.connect(path)) as office:
            # A log would lie beside the file, and the change in it.
            office.execute("PRAGMA journal_mode = DELETE")
            with office:
                _write_ill(draw, office)
        return path.read_bytes()[:LARGEST]


def _write_ill(draw: random.Random, office: sqlite3.Connection) -> None:
    if draw.random() < 0.2:
        office.execute(draw.choice(_SCHEMA))
        return
    office.execute("PRAGMA ignore_check_constraints = ON")
    if draw.random() < 0.15:
        office.execute("PRAGMA writable_schema = ON")
        office.execute(
            "UPDATE sqlite_master SET sql = ? WHERE rowid = (SELECT rowid FROM sqlite_master"
            " WHERE sql IS NOT NULL ORDER BY rowid LIMIT 1 OFFSET ?)",
            (draw.choice(("", "x", "CREATE TABLE t (a)", None)), draw.randrange(30)),
        )
        return
    named = "SELECT name FROM sqlite_master WHERE type = 'table' AND rootpage > 0 ORDER BY name"
    tables = [name for (name,) in office.execute(named)]
    table = draw.choice(tables)
    columns = [row[1] for row in office.execute(f'PRAGMA table_info("{table}")')]
    if columns:
        column = draw.choice(columns)
        office.execute(f'UPDATE "{table}" SET "{column}" = ?', (draw.choice(_HOSTILE),))


def changed_lines(draw: random.Random, content: bytes) -> bytes:
    """Lines of JSON of which some say another thing, are gone, or are there twice."""
    lines = content.decode("utf-8", "replace").split("\n")
    place = draw.randrange(len(lines))
    kind = draw.random()
    if kind < 0.1:
        del lines[place]
    elif kind < 0.2:
        lines.insert(place, draw.choice(lines))
    elif kind < 0.25:
        lines[place] = changed_text(draw, lines[place])
    elif lines[place]:
        try:
            told = json.loads(lines[place])
        except ValueError:  # broken by a change before
            return content
        held, key = draw.choice(list(_places(told)))
        if draw.random() < 0.2:
            del held[key]
        else:
            held[key] = draw.choice((*_HOSTILE_JSON, *(str(one) for one in NUMBERS), *SIGNS))
        lines[place] = json.dumps(told, ensure_ascii=False)
    return "\n".join(lines).encode("utf-8", "surrogatepass")


_HOSTILE_JSON: tuple[object, ...] = (
    *(None, True, -1, 0, 1, 2, 10**30, 1.5, 1e308, "", [], {}, [[]], {"a": {}}, "x" * 120_000),
    *("2025-13-45", "2025-02-30T25:61:61", "9999-12-31", "0001-01-01", "𠮷" * 500),
)


def _places(told: Any) -> Iterator[tuple[Any, Any]]:
    """Every place of a value in what JSON says: what holds it, and its key or number."""
    if isinstance(told, dict | list):
        for key in told if isinstance(told, dict) else range(len(told)):
            yield told, key
            yield from _places(told[key])


CHANGES: dict[str, Callable[[random.Random, bytes], bytes]] = {
    "package": changed_package,
    "bytes": changed_bytes,
    "office": changed_office,
    "lines": changed_lines,
    "text": lambda draw, content: changed_text(
        draw, content.decode("utf-8", "surrogatepass")
    ).encode("utf-8", "surrogatepass"),
    "mixed": lambda draw, content: CHANGES["text" if draw.random() < 0.7 else "bytes"](
        draw, content.decode("utf-8", "replace").encode()
    ),
}


def case_of(kind: str, seeds: Sequence[bytes], number: int) -> bytes:
    """A seed with one to four changes, the same for the same number."""
    draw = random.Random(number)
    content = draw.choice(seeds)
    for _ in range(draw.randint(1, 4)):
        content = CHANGES[kind](draw, content)
    return content
