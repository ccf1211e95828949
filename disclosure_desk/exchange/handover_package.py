"""Writes and reads the file of a hand-over package (交接包): one .zip with a seal.

`package.json` says who made it, of which unit, when, where and what it spans, and the hash of
every other part; `records.jsonl` holds a record a line; `files/` the letters and signed years,
each under its hash. `seal` is the hash of `package.json`: a damaged byte, a part that was
changed, added or left out is found before anything is used. The seal is no signature: whoever
sets out to forge a package can make one that fits.

Reading writes nothing to the disk and takes no more memory than a register may need, whatever
the file says of its own size.
"""

import hashlib
import json
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from disclosure_desk.exchange.package_bounds import open_package
from disclosure_desk.faults import Fault, Refusal, reason_of
from disclosure_desk.records.package import Package, PackageHead
from disclosure_desk.records.shared_kinds import CLOSED_YEAR, LETTER, MEANT, SHARED, table_of_kind
from disclosure_desk.records.tellings import Told
from disclosure_desk.storage.changes import value_told
from disclosure_desk.storage.fresh_file import fresh_file, told_written
from disclosure_desk.storage.schema import KNOWN_REVISIONS
from disclosure_desk.storage.told_content import read_again, written_down

SUFFIX = ".jjb"
_FORMAT, _VERSION = "disclosure-desk-handover", 1
_HEAD, _RECORDS, _SEAL, _FILES = "package.json", "records.jsonl", "seal", "files/"
_FILE_NAME = re.compile(r"files/[0-9a-f]{64}")
_IDENTITY = re.compile(r"[0-9a-f]{32}")
_MOST_PARTS = 15_000
_LARGEST_HEAD = 16 * 1024**2
_LARGEST_RECORDS = 64 * 1024**2  # some 50,000 records, which take ten times that in memory
_LARGEST_FILE = 32 * 1024**2
_LARGEST_WHOLE = 256 * 1024**2
_LONGEST_TEXT = 100_000
_LONGEST_LINE = 16 * 1024**2
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_MOST_TELLINGS = 100_000
_CHUNK = 1024**2


# ---------------------------------------------------------------------------- writing


def write_package(package: Package, path: Path) -> Path:
    """Write a package to a free name there; it appears when it is whole and was read back."""
    with fresh_file(path.parent, path.name) as fresh:
        with told_written(fresh.path), zipfile.ZipFile(fresh.unfinished, "w") as parts:
            _write(package, parts)
        read_package(fresh.unfinished, told_as=fresh.path)
    return fresh.path


def package_name(package: Package) -> str:
    """«示例县科学技术局_交接包_2026年_20261122-143000.jjb»"""
    unit = re.sub(r'[\\/:*?"<>|\x00-\x1f]', "_", package.head.unit).strip(" .")[:40]
    at = datetime.fromisoformat(package.head.made_at).replace(tzinfo=UTC).astimezone()
    return f"{unit or '单位'}_交接包_{package.head.span}_{at:%Y%m%d-%H%M%S}{SUFFIX}"


def _write(package: Package, parts: zipfile.ZipFile) -> None:
    hashes = {}
    digest = hashlib.sha256()
    packed = zipfile.ZipInfo(_RECORDS, (1980, 1, 1, 0, 0, 0))
    packed.compress_type = zipfile.ZIP_DEFLATED
    with parts.open(packed, "w", force_zip64=True) as out:
        for identity in sorted(package.told):
            line = json.dumps(written_down(package.told[identity]), ensure_ascii=False) + "\n"
            out.write(line.encode())
            digest.update(line.encode())
    hashes[_RECORDS] = digest.hexdigest()
    for name in sorted(package.files):
        content = package.files[name]
        hashes[_FILES + name] = hashlib.sha256(content).hexdigest()
        parts.writestr(zipfile.ZipInfo(_FILES + name), content, zipfile.ZIP_DEFLATED)
    head = {
        "format": _FORMAT,
        "version": _VERSION,
        **asdict(package.head),
        "records": len(package.told),
        "parts": hashes,
    }
    text = json.dumps(head, ensure_ascii=False, indent=1).encode()
    parts.writestr(zipfile.ZipInfo(_HEAD), text, zipfile.ZIP_DEFLATED)
    parts.writestr(zipfile.ZipInfo(_SEAL), hashlib.sha256(text).hexdigest())


# ---------------------------------------------------------------------------- reading


def read_package(path: Path, *, told_as: Path | None = None) -> Package:
    """Read a package whole and check every part of it.

    Raises Fault for a damaged, foreign or newer file, and for one made to fill memory.
    """
    name = (told_as or path).name
    with _told_plainly(name, path), open_package(path) as parts:
        head, seal = _head(name, parts)
        _must_fit_together(name, parts, head["parts"])
        told = dict(_records(name, parts, head["parts"][_RECORDS]))
        if len(told) != head["records"]:
            raise _damaged(name)
        files = _files(name, parts, head["parts"])
    kept = {key: head[key] for key in PackageHead.__dataclass_fields__}
    return Package(PackageHead(**kept), told, files, seal, name)


@contextmanager
def _told_plainly(name: str, path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if path.exists() and error.errno is None:
            raise _damaged(name) from error
        raise Fault(f"不能读取“{name}”，{reason_of(error)}，请核对文件后再试。") from error
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, RuntimeError) as error:
        if isinstance(error, zipfile.BadZipFile) and not zipfile.is_zipfile(path):
            raise Fault(f"“{name}”不是交接包，或者已经损坏，请另选文件。") from error
        raise _damaged(name) from error
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError) as error:
        raise _damaged(name) from error


def _damaged(name: str) -> Fault:
    return Fault(f"交接包“{name}”已经损坏或者被改动过，没有并入，请在原来的电脑上重新制作。")


def _head(name: str, parts: zipfile.ZipFile) -> tuple[dict[str, Any], str]:
    names = parts.namelist()
    if any(one.compress_type not in _PACKINGS for one in parts.infolist()):
        raise _damaged(name)  # others may ask for gigabytes before they give a byte
    if _HEAD not in names or len(names) > _MOST_PARTS:
        raise Fault(f"“{name}”不是交接包，请另选文件。")
    text = b"".join(_content(name, parts, _HEAD, _LARGEST_HEAD))
    head = json.loads(text)
    if not isinstance(head, dict) or head.get("format") != _FORMAT:
        raise Fault(f"“{name}”不是交接包，请另选文件。")
    if head["version"] != _VERSION or head["revision"] not in KNOWN_REVISIONS:
        raise Refusal(f"交接包“{name}”由更新版本的程序制作，请先升级本程序再并入。")
    seal = hashlib.sha256(text).hexdigest()
    if b"".join(_content(name, parts, _SEAL, 64)).decode() != seal:
        raise _damaged(name)
    for key in PackageHead.__dataclass_fields__:
        if not isinstance(head[key], str) or len(head[key]) > _LONGEST_TEXT:
            raise _damaged(name)
    datetime.fromisoformat(head["made_at"])
    return head, seal


def _must_fit_together(name: str, parts: zipfile.ZipFile, hashes: Mapping[str, str]) -> None:
    """Each part is named in the head, each name is there once, and it is not too much."""
    there = parts.namelist()
    wanted = {_HEAD, _SEAL, *hashes}
    if sorted(there) != sorted(wanted):
        raise _damaged(name)
    if any(one != _RECORDS and not _FILE_NAME.fullmatch(one) for one in hashes):
        raise _damaged(name)
    if sum(one.file_size for one in parts.infolist()) > _LARGEST_WHOLE:
        raise _too_large(name)


def _too_large(name: str) -> Fault:
    return Fault(f"“{name}”解开后太大，不能并入，请在原来的电脑上按年度分开制作。")


def _content(name: str, parts: zipfile.ZipFile, part: str, largest: int) -> Iterator[bytes]:
    """A part bit by bit, no more of it than it may have."""
    taken = 0
    with parts.open(part) as content:
        while some := content.read(min(_CHUNK, largest + 1 - taken)):
            taken += len(some)
            if taken > largest:
                raise _too_large(name)
            yield some


def _records(name: str, parts: zipfile.ZipFile, sha256: str) -> Iterator[tuple[str, Told]]:
    digest = hashlib.sha256()
    rest = b""
    for some in _content(name, parts, _RECORDS, _LARGEST_RECORDS):
        digest.update(some)
        lines = (rest + some).split(b"\n")
        rest = lines.pop()
        if len(rest) > _LONGEST_LINE:
            raise _damaged(name)
        for line in lines:
            told = read_again(json.loads(line))
            _must_be_sound(name, told)
            yield told.identity, told
    if rest or digest.hexdigest() != sha256:
        raise _damaged(name)


def _files(name: str, parts: zipfile.ZipFile, hashes: Mapping[str, str]) -> dict[str, bytes]:
    """The letters and signed years: each is what its name says, also where it is compressed."""
    files = {}
    for part, sha256 in hashes.items():
        if part == _RECORDS:
            continue
        content = b"".join(_content(name, parts, part, _LARGEST_FILE))
        known_by = part.removeprefix(_FILES)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise _damaged(name)
        if sha256 != known_by and hashlib.sha256(_unpacked(name, content)).hexdigest() != known_by:
            raise _damaged(name)
        files[known_by] = content
    return files


def _unpacked(name: str, content: bytes) -> bytes:
    unpacking = zlib.decompressobj()
    whole = unpacking.decompress(content, _LARGEST_FILE)
    if unpacking.unconsumed_tail:
        raise _too_large(name)
    return whole


# ---------------------------------------------------------------------------- what records say


def _must_be_sound(name: str, told: Told) -> None:
    """Raises Fault, or ValueError and its like, for what no file of this program tells."""
    kind = SHARED[told.kind]
    if not _IDENTITY.fullmatch(told.identity) or not told.tellings:
        raise _damaged(name)
    if len(told.tellings) > _MOST_TELLINGS or not any(x.enters for x in told.tellings.values()):
        raise _damaged(name)
    fields = {*kind.fields, *(one + MEANT for one in kind.named_requests)}
    for stamp, telling in told.tellings.items():
        if not all(isinstance(part, str) for part in (*stamp, telling.step)):
            raise _damaged(name)
        if datetime.fromisoformat(stamp.at).isoformat(timespec="microseconds") != stamp.at:
            raise _damaged(name)
        for field, value in (telling.values or {}).items():
            if field not in fields:
                raise _damaged(name)
            _must_be_value(name, told.kind, field, value)


def _must_be_value(name: str, kind: str, field: str, value: object) -> None:
    if value is None:
        return
    if field.endswith(MEANT) or field in SHARED[kind].links:
        if not isinstance(value, str) or not _IDENTITY.fullmatch(value):
            raise _damaged(name)
        return
    wanted = table_of_kind(kind).columns[field].type.python_type
    plain = wanted if wanted in (int, bool) else str
    if type(value) is not plain or (isinstance(value, str) and len(value) > _LONGEST_TEXT):
        raise _damaged(name)
    try:
        told = value_told(table_of_kind(kind), field, value)
    except InvalidOperation as error:
        raise _damaged(name) from error
    if isinstance(told, Decimal) and not told.is_finite():
        raise _damaged(name)
    if field == "sha256" and kind in (LETTER, CLOSED_YEAR) and len(str(value)) != 64:
        raise _damaged(name)
