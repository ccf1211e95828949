"""What an export says of itself in its properties, so that a later change is seen (核对码).

A sign for each figure and each line of text, and a hash over all of them: whoever reads the
file finds out what is not as it was when the program wrote it. It proves nothing against
someone who wants to deceive; it finds slips of the hand.
"""

import hashlib
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

from lxml import etree

from disclosure_desk.exchange.finished.packages import parsed, part_of
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.finished_report import OwnFault
from disclosure_desk.statistics.form import Edition
from disclosure_desk.statistics.naming import named

FIGURES, TEXTS = "核对码（数字）", "核对码（文字）"
PROPERTIES_PART, CONTENT_TYPE = (
    "docProps/custom.xml",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
# Excel shows 255 characters of a property; the hash and a point take seventeen.
_MOST_SIGNS, _HASH = 235, 16
_NAMED, _SNIPPET = 3, 16


@dataclass(frozen=True, slots=True)
class Seal:
    """The two properties as they are written."""

    figures: str
    texts: str

    @property
    def properties(self) -> dict[str, str]:
        """By the names under which they stand in the file."""
        return {FIGURES: self.figures, TEXTS: self.texts}


def seal_of(edition: Edition, figures: Mapping[str, Figure], texts: Iterable[str]) -> Seal:
    """The seal of a table's figures, in the order of the form, and of the words around them."""
    return Seal(_told([_written(figures[code]) for code in edition.cells]), _told(_plain(texts)))


def custom_properties(seal: Seal) -> bytes:
    """The part of a package that holds the seal."""
    rows = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}"'
        f' name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(seal.properties.items(), start=2)
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return (
        f'{head}<Properties xmlns="{_PROPERTIES}" xmlns:vt="{_TYPES}">{rows}</Properties>'.encode()
    )


def seal_in(path: Path, package: zipfile.ZipFile) -> Seal | None:
    """The seal that a file bears; None where it bears none."""
    try:
        root = parsed(part_of(path, package, PROPERTIES_PART))
    except (KeyError, etree.LxmlError):
        return None
    told = {one.get("name", ""): "".join(map(str, one.itertext())).strip() for one in root}
    return Seal(told[FIGURES], told[TEXTS]) if {FIGURES, TEXTS} <= told.keys() else None


def broken_seal(
    seal: Seal, edition: Edition, figures: Mapping[str, Figure | None], texts: Sequence[str]
) -> list[OwnFault]:
    """What is not as it was exported."""
    return [*_figures_changed(seal, edition, figures), *_texts_changed(seal, texts)]


def _figures_changed(
    seal: Seal, edition: Edition, figures: Mapping[str, Figure | None]
) -> list[OwnFault]:
    now = _told([_written(figures.get(code)) for code in edition.cells])
    if now == seal.figures:
        return []
    differing = _differing(now, seal.figures)
    codes = [code for at, code in enumerate(edition.cells) if at in differing]
    names = "、".join(named(edition.cells[code]) for code in codes[:_NAMED])
    which = (
        f"{len(codes)}格数字（{names}{'等' if len(codes) > _NAMED else ''}）" if codes else "数字"
    )
    text = f"{which}与导出时不同，请核对是不是有意改动；要改的请在台账中更正后重新导出。"
    return [OwnFault("C1", text, tuple(codes))]


def _texts_changed(seal: Seal, texts: Sequence[str]) -> list[OwnFault]:
    lines = _plain(texts)
    now = _told(lines)
    if now == seal.texts:
        return []
    differing = [lines[at] for at in sorted(_differing(now, seal.texts)) if at < len(lines)]
    same_number = len(now) == len(seal.texts) and len(lines) <= _MOST_SIGNS
    if differing and same_number:
        places = "、".join(f"“{one[:_SNIPPET]}…”" for one in differing[:_NAMED])
        return [OwnFault("C2", f"{len(differing)}处文字与导出时不同（{places}），请核对。")]
    return [OwnFault("C2", "文字有增删，与导出时不同，请核对。")]


def _differing(now: str, then: str) -> set[int]:
    """The places at which two rows of signs differ."""
    ours, theirs = (one.partition(".")[2] for one in (now, then))
    return {at for at, pair in enumerate(zip(ours, theirs, strict=False)) if pair[0] != pair[1]}


def _told(held: Sequence[str]) -> str:
    """The hash of all, and a sign for each."""
    whole = hashlib.sha256("\n".join(held).encode("utf-8", "replace")).hexdigest()[:_HASH]
    signs = "".join(
        _SIGNS[hashlib.sha256(one.encode("utf-8", "replace")).digest()[0] % 64]
        for one in held[:_MOST_SIGNS]
    )
    return f"{whole}.{signs}"


def _written(figure: Figure | None) -> str:
    """A figure as Excel holds it too."""
    return "" if figure is None else repr(float(figure))


def _plain(texts: Iterable[str]) -> list[str]:
    return [plain for one in texts if (plain := "".join(one.split()))]
