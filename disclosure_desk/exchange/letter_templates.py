"""The templates of letters: those that are shipped, and an office's own with the same 【fields】.

The shipped ones are built from their wording in resources/templates/wording, which is what
people review. Called as `python -m disclosure_desk.exchange.letter_templates [--check]`.

A line of wording begins with its role: `#` title, `@` number at the right, `>` without indent,
`~` signature, `!` note, `=` widths of a table, `|` row of it (the last cell takes what is left),
`.` empty line, `<name` the lines of parts/name; every other line is a paragraph of the body.
"""

import sys
import zlib
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources.abc import Traversable
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, LargeZipFile, ZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from disclosure_desk.exchange.letter_filling import packed
from disclosure_desk.exchange.package_bounds import MOST_ELEMENTS, elements_in, open_package
from disclosure_desk.exchange.word_page import BODY, NOTE, SIGNATURE, TITLE, new_document
from disclosure_desk.exchange.word_table import table_xml
from disclosure_desk.exchange.word_text import append, paragraph
from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.rules.letters import LetterKind, letter_kinds
from disclosure_desk.shipped import shipped
from disclosure_desk.statistics.grid import GridCell, lay_out
from disclosure_desk.statistics.letter_fields import FIELDS

_TEMPLATES = Path(__file__).resolve().parents[2] / "resources" / "templates"
_BUILT_ON = date(2026, 1, 1)
_GUIDE = "字段说明.txt"
_LARGEST_FILE, _LARGEST_CONTENT = 20_000_000, 100_000_000

# What the libraries raise over a file that is no whole document.
_NO_DOCUMENT = (
    BadZipFile,
    LargeZipFile,
    OpcError,
    zlib.error,
    LxmlError,
    KeyError,
    ValueError,
    AttributeError,
    TypeError,
    NotImplementedError,
    EOFError,
    RuntimeError,
)

_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="left"/>'
# Office and date stand centred to each other; a date then ends about four characters from the
# right margin, as GB/T 9704 has it.
_BLOCK = '<w:ind w:left="3740" w:right="0"/><w:jc w:val="center"/>'
_KEPT = "<w:keepNext/>"
_NOT_BODY = (".", "附件：", "特此告知。")  # what alone would make a page of nothing but a signature


def open_template(kind: LetterKind, own: Path | None) -> tuple[WordDocument, bool]:
    """The template of a kind, and whether it is the office's own.

    An own one lies in the folder under the kind's Chinese name or slug; a kind without one is
    taken from those shipped. Raises Fault for a folder or file that cannot be read.
    """
    if own is not None:
        path = _own_file(kind, own)
        if path is not None:
            return _read(path), True
    content = shipped(f"templates/{kind.slug}.docx").read_bytes()
    return Document(BytesIO(content)), False


def copy_templates(folder: Path) -> list[Path]:
    """Put the shipped templates into a folder under their Chinese names, for an office to change.

    Beside them a list of the fields; a file that is there already stays as it is. Raises Fault
    where nothing can be written.
    """
    copied = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for kind in letter_kinds().values():
            target = folder / f"{kind.label}.docx"
            if not target.exists():
                target.write_bytes(shipped(f"templates/{kind.slug}.docx").read_bytes())
                copied.append(target)
        guide = folder / _GUIDE
        if not guide.exists():
            guide.write_text("\n".join(_guide()), encoding="utf-8-sig")
    except OSError as error:
        raise Fault(f"模板写不进文件夹“{folder}”，{reason_of(error)}，请另选位置。") from error
    return copied


def _guide() -> Iterator[str]:
    """What an office has to know to change a template: every field, and where it is filled in."""
    yield "模板里的字段写在【】里，名称后加？的可以空着，例如【补充说明？】。文件名不要改。"
    yield ""
    for field in FIELDS.values():
        yield f"【{field.name}】\t{field.origin}"


def _own_file(kind: LetterKind, own: Path) -> Path | None:
    try:
        if not own.is_dir():
            raise Fault(f"没有模板文件夹“{own}”，请核对路径。")
        places = (own / f"{name}.docx" for name in (kind.label, kind.slug))
        return next((path for path in places if path.exists()), None)
    except OSError as error:
        raise Fault(f"读不了模板文件夹“{own}”，{reason_of(error)}，请核对路径。") from error


def _read(path: Path) -> WordDocument:
    """An own template. It is looked at before it is loaded: a small file may hold a huge one."""
    unusable = Fault(f"模板“{path}”不是完整的Word文件（.docx），请用Word或WPS另存后再试。")
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise Fault(f"模板“{path}”超过20 MB，请去掉其中的图片后再试。")
        content = path.read_bytes()
        with open_package(BytesIO(content)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _LARGEST_CONTENT:
                raise Fault(f"模板“{path}”展开后超过100 MB，请去掉其中的图片后再试。")
            if sum(elements_in(package.read(one)) for one in package.infolist()) > MOST_ELEMENTS:
                raise Fault(f"模板“{path}”的内容太多，不像文书模板，请核对文件。")
        document = Document(BytesIO(content))
        document.element.body.tag  # noqa: B018  # a package without a body fails here
        document.save(BytesIO())  # as it will be, when it is filled
    except OSError as error:
        raise Fault(f"读不了模板“{path}”，{reason_of(error)}，请关闭它或另选文件。") from error
    except _NO_DOCUMENT as error:
        raise unusable from error
    return document


def built(slug: str) -> bytes:
    """The template of a kind, from its wording; the same wording gives the same bytes."""
    document = new_document(letter_kinds()[slug].label, "", _BUILT_ON)
    append(document, "".join(_blocks(list(_lines(shipped("templates/wording"), slug)), slug)))
    return packed(document)


def _lines(wording: Traversable, name: str) -> Iterator[str]:
    for line in (
        wording.joinpath(*f"{name}.txt".split("/")).read_text(encoding="utf-8").splitlines()
    ):
        if line.startswith("<"):
            yield from _lines(wording, f"parts/{line[1:]}")
        elif line:
            yield line


def _blocks(lines: Sequence[str], slug: str) -> Iterator[str]:
    kept = _kept_lines(lines)
    place = 0
    while place < len(lines):
        if lines[place].startswith("="):
            rows = place + 1
            while rows < len(lines) and lines[rows].startswith("|"):
                rows += 1
            yield _table(slug, lines[place], lines[place + 1 : rows])
            place = rows
        else:
            yield _line(lines[place], kept=place in kept)
            place += 1


def _kept_lines(lines: Sequence[str]) -> set[int]:
    """The lines that stay on the page of the next one: the end of the body and the signature.

    A page with a signature holds some of the body. Source: GB/T 9704—2012, 7.3.5.
    """
    signed = next((place for place, line in enumerate(lines) if line.startswith("~")), None)
    if signed is None:
        return set()
    first = signed - 1
    while first > 0 and lines[first].startswith(_NOT_BODY):
        first -= 1
    last = max(place for place, line in enumerate(lines) if line.startswith("~"))
    return set(range(first, last))


def _line(line: str, *, kept: bool) -> str:
    role, words = (line[0], line[1:].lstrip(" ")) if line[0] in "#@>~!." else ("", line)
    keep = _KEPT if kept else ""
    match role:
        case "#":
            return paragraph(words, TITLE)
        case "@":
            return paragraph(words, SIGNATURE)
        case ">":
            return paragraph(words, BODY, keep + _NO_INDENT)
        case "~":
            return paragraph(words, SIGNATURE, keep + _BLOCK)
        case "!":
            return paragraph(words, NOTE)
        case ".":
            return paragraph("", BODY, keep)
        case _:
            return paragraph(words, BODY, keep)


def _table(slug: str, widths: str, lines: Sequence[str]) -> str:
    shares = [float(share) for share in widths[1:].split()]
    rows = [_row(line, len(shares)) for line in lines]
    return table_xml(lay_out(slug, slug, shares, rows), lambda cell: cell.text)


def _row(line: str, columns: int) -> list[GridCell]:
    texts = [text.strip(" ").replace("\\n", "\n") for text in line.strip().strip("|").split("|")]
    cells = []
    for number, text in enumerate(texts):
        last = number == len(texts) - 1
        # Labels stand in every other place; what is filled in stands at the left.
        cells.append(
            GridCell(
                text,
                "label",
                columns=columns - number if last else 1,
                centred=number % 2 == 0 and not (last and number),
            )
        )
    return cells


def template_of(slug: str) -> Path:
    """Where the built template lies in a checkout."""
    return _TEMPLATES / f"{slug}.docx"


def stale_templates() -> list[str]:
    """Templates that are missing, say or look otherwise than their wording, or have none.

    Compared part by part: how well a file is packed differs between computers.
    """
    stale = [
        slug
        for slug in letter_kinds()
        if not template_of(slug).exists()
        or _parts(template_of(slug).read_bytes()) != _parts(built(slug))
    ]
    known = {template_of(slug) for slug in letter_kinds()}
    return stale + [file.stem for file in sorted(_TEMPLATES.glob("*.docx")) if file not in known]


def _parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def main(arguments: list[str]) -> int:
    """Build what has changed; with --check only say so, by name and by exit status."""
    stale = stale_templates()
    if "--check" not in arguments:
        for slug in stale:
            if slug in letter_kinds():
                template_of(slug).write_bytes(built(slug))
            else:
                template_of(slug).unlink()
    print("\n".join(stale) or "all templates are current")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
