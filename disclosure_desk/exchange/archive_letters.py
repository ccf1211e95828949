"""The letters of a year as they left the office, beside a page that lists them."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from html import unescape
from pathlib import Path

from disclosure_desk.commands.archiving import SentLetter
from disclosure_desk.exchange.web_pages import Cell, Link, verify_list, write_list
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.rules.personal_marks import IDENTITY, marks_in
from disclosure_desk.storage.file_names import in_file_name

LETTERS = "文书"
LIST = "文书.html"
_HEADINGS = ("申请编号", "文书", "文号", "日期", "经办人", "校验值（SHA-256）", "文件")
_LEFT_OUT = "含申请人的证件号码、电话或地址，没有放入"
_LONGEST_NAME = 60  # characters; a name holds 255 bytes
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_PERSONAL = tuple(name for name, field in FIELDS["request"].items() if field.personal)


def write_letters(
    letters: Iterable[SentLetter], folder: Path, *, personal: bool
) -> tuple[int, list[str]]:
    """Write every letter and the list; how many were written, and which were left out.

    Without `personal` those are left out that show the applicant's identity number, telephone or
    address: an original is not changed.
    """
    rows: list[Sequence[Cell]] = [_HEADINGS]
    left_out: list[str] = []
    taken: set[str] = set()
    for one in letters:
        letter, label = one.letter, letter_kinds()[one.letter.kind].label
        told: Cell
        if personal or not shows_personal_data(one):
            name = _free_name(f"{one.request.number}_{letter.file_name}", taken)
            (folder / LETTERS).mkdir(exist_ok=True)
            (folder / LETTERS / name).write_bytes(one.content)
            told = Link(name, f"{LETTERS}/{name}")
        else:
            told = _LEFT_OUT
            left_out.append(f"{one.request.number} {label} {letter.number or ''}".strip())
        rows.append(
            (
                *(one.request.number, label, letter.number, letter.made_on),
                *(letter.person, letter.sha256, told),
            )
        )
    lead = ["这一年定稿的文书，和发出时一样，没有改动。草稿和文书模板不归档。"]
    write_list(folder / LIST, "文书", lead, rows)
    verify_list(folder / LIST, rows)
    return len(taken), left_out


def shows_personal_data(one: SentLetter) -> bool:
    """Whether the letter is meant to show the applicant's data, or its text holds them."""
    if letter_kinds()[one.letter.kind].shows == "all":
        return True
    text = _text_of(one.content)
    if text is None:
        return True  # what cannot be read cannot be vouched for
    values = (getattr(one.request, name) for name in _PERSONAL)
    return any(_bare(str(value)) in text for value in values if value) or any(
        mark.kind == IDENTITY for mark in marks_in(text)
    )


def _text_of(content: bytes) -> str | None:
    """All words of a Word file, its headers too, without blanks; None for one that is none."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = [
                package.read(name)
                for name in package.namelist()
                if name.startswith("word/") and name.endswith(".xml")
            ]
    except (zipfile.BadZipFile, OSError, ValueError):
        return None
    words = (found.decode(errors="replace") for part in parts for found in _TEXT.findall(part))
    return _bare(unescape("".join(words)))


def _bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def _free_name(name: str, taken: set[str]) -> str:
    """A name that no letter before has, as every disk can hold it."""
    safe = Path(in_file_name(name, len(name)))
    stem, number = safe.stem[:_LONGEST_NAME], 1
    wanted = f"{stem}{safe.suffix}"
    while wanted.casefold() in taken:
        number += 1
        wanted = f"{stem}-{number}{safe.suffix}"
    taken.add(wanted.casefold())
    return wanted
