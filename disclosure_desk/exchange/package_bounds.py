"""Opens the packages of Word and Excel: how many parts they have is looked at before any is."""

import struct
import zipfile
from pathlib import Path
from typing import IO

# A package has some tens of parts, of which each takes a hundred bytes in its list.
_LARGEST_LIST = 2 * 1024**2
_END, _END_BYTES = b"PK\x05\x06", 22
_LOCATOR, _LOCATOR_BYTES, _END_64_BYTES = b"PK\x06\x07", 20, 56
_LONGEST_COMMENT = 65_535
# Elements and attributes that are read at once: each takes some two hundred bytes of memory.
# A long report in a document that was worked on for weeks has some hundred thousand.
MOST_ELEMENTS = 2_000_000


def open_package(source: Path | IO[bytes]) -> zipfile.ZipFile:
    """The package, opened for reading.

    Raises BadZipFile for what is none, and for one with a list of parts made to fill memory:
    zipfile itself reads every entry of it at once.
    """
    if isinstance(source, Path):
        with source.open("rb") as file:
            _look_at_list(file)
    else:
        _look_at_list(source)
    return zipfile.ZipFile(source)


def elements_in(content: bytes) -> int:
    """At most so many elements and attributes are in a part, be it XML or not."""
    return content.count(b"<") + content.count(b"=")


def _look_at_list(file: IO[bytes]) -> None:
    size = file.seek(0, 2)
    file.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT - _LOCATOR_BYTES - _END_64_BYTES))
    tail = file.read()
    file.seek(0)
    at = tail.rfind(_END)
    if at < 0 or at + _END_BYTES > len(tail):
        raise zipfile.BadZipFile
    (listed,) = struct.unpack_from("<L", tail, at + 12)
    locator = at - _LOCATOR_BYTES
    if locator >= _END_64_BYTES and tail[locator:at].startswith(_LOCATOR):
        (listed,) = struct.unpack_from("<Q", tail, locator - _END_64_BYTES + 40)
    if listed > _LARGEST_LIST:
        raise zipfile.BadZipFile
