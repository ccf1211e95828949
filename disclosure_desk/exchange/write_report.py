"""The annual report as a Word document, read back and compared before it is handed over."""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from pathlib import Path
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import PackageNotFoundError
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn

from disclosure_desk.exchange.finished.blocks import texts_in
from disclosure_desk.exchange.finished.read_docx import blocks_in
from disclosure_desk.exchange.finished.seal import (
    CONTENT_TYPE,
    PROPERTIES_PART,
    RELATION,
    custom_properties,
    seal_of,
)
from disclosure_desk.exchange.word_page import (
    BODY,
    CHAPTER,
    NOTE,
    PART,
    SHEET_LINE,
    SHEET_TITLE,
    SIGNATURE,
    TEXT_WIDTH,
    TITLE,
    new_document,
)
from disclosure_desk.exchange.word_table import table_xml, texts_of
from disclosure_desk.exchange.word_text import append, paragraph, visible
from disclosure_desk.faults import Fault, reason_of
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.form import Edition, SheetLine
from disclosure_desk.statistics.grid import Grid, GridCell
from disclosure_desk.statistics.printing import shown
from disclosure_desk.statistics.report import (
    AnnexPage,
    Block,
    Heading,
    Note,
    Paragraph,
    Report,
    Signature,
    Table,
)

_LONG_LATIN = re.compile(r"[!-~]{12}")
_LONG_TITLE = 20  # characters of 22 points that fit one line
_TITLE_END = 4  # characters that GB/T 9704 leaves free behind the date


def write_report(
    report: Report, figures: Mapping[str, Figure], path: Path, *, mark: str = ""
) -> None:
    """Write the report and read it back. Raises Fault when it cannot be written or differs.

    `figures` are those from which the report was composed; `mark` stands above its title.
    """
    document = new_document(report.title, report.unit, report.dated_on)
    marked = paragraph(mark, CHAPTER) if mark else ""
    append(document, marked + "".join(_parts(report, figures)))
    _seal(document, report.edition, figures)
    try:
        document.save(str(path))
    except OSError as error:
        raise Fault(
            f"无法写入“{path}”，{reason_of(error)}。如果它正在Word或WPS里打开，请先关闭。"
        ) from error
    compare_report(path, report.edition, figures)


def _seal(document: WordDocument, edition: Edition, figures: Mapping[str, Figure]) -> None:
    """Put into the properties what the file says now, so that later changes are seen."""
    seal = seal_of(edition, figures, texts_in(blocks_in(document.element.body)))
    package = document.part.package
    part = Part(PackURI(f"/{PROPERTIES_PART}"), CONTENT_TYPE, custom_properties(seal), package)
    package.relate_to(part, RELATION)


def _parts(report: Report, figures: Mapping[str, Figure]) -> Iterator[str]:
    yield paragraph(_title(report), TITLE)
    yield paragraph("", BODY)
    for block, next_block in pairwise((*report.blocks, None)):
        signed = isinstance(next_block, Signature)
        yield from _block(block, report.edition, figures, signed=signed)


def _title(report: Report) -> str:
    """A title that needs two lines is broken after the office's name."""
    title = _one_line(report.title)
    unit = _one_line(report.unit)
    if len(title) > _LONG_TITLE and title.startswith(unit):
        return f"{unit}\n{title.removeprefix(unit)}"
    return title


def _block(
    block: Block | None, edition: Edition, figures: Mapping[str, Figure], *, signed: bool
) -> Iterator[str]:
    match block:
        case Heading():
            yield paragraph(_one_line(block.text), CHAPTER if block.level == 1 else PART)
        case Paragraph():
            yield _body(block.text, signed=signed)
        case Table():
            yield _table(edition, block.grid, figures)
        case Note():
            yield paragraph(block.text, NOTE)
        case Signature():
            yield from _signature(block)
        case AnnexPage():
            yield from _annex(block, edition, figures)


def _body(text: str, *, signed: bool) -> str:
    """A paragraph of text; the last one before the signature stays on its page.

    Justified lines with a web address in them are torn apart, so these are set left.
    """
    properties = "<w:keepNext/>" if signed else ""
    if _LONG_LATIN.search(text):
        properties += '<w:jc w:val="left"/>'
    return paragraph(text, BODY, properties)


def _table(edition: Edition, id_: str, figures: Mapping[str, Figure]) -> str:
    return table_xml(edition.grid(id_), lambda cell: _said(edition, cell, figures))


def _said(edition: Edition, cell: GridCell, figures: Mapping[str, Figure]) -> str:
    if cell.kind != "figure":
        return cell.text
    return shown(figures[cell.text], signed=edition.cells[cell.text].signed)


def _signature(block: Signature) -> Iterator[str]:
    """Office and date at the right, the shorter line centred to the longer (GB/T 9704)."""
    unit, day = _one_line(block.unit), block.day
    difference = (_width(unit) - _width(day)) / 2
    ends = {unit: max(_TITLE_END - difference, 0), day: max(_TITLE_END, difference)}
    yield paragraph("", BODY, "<w:keepNext/>")
    for text in (unit, day):
        if text:
            keep = "<w:keepNext/>" if text == unit and day else ""
            yield paragraph(text, SIGNATURE, keep + _from_the_right(ends[text]))


def _width(text: str) -> float:
    """How wide a line is in Chinese characters; Latin letters and digits take half of one."""
    return sum(0.5 if character < "\u0100" else 1 for character in text)


def _from_the_right(characters: float) -> str:
    hundredths, twips = round(characters * 100), round(characters * 320)
    return f'<w:ind w:rightChars="{hundredths}" w:right="{twips}"/>'


def _annex(block: AnnexPage, edition: Edition, figures: Mapping[str, Figure]) -> Iterator[str]:
    yield paragraph(
        block.label, CHAPTER, '<w:pageBreakBefore/><w:ind w:firstLineChars="0" w:firstLine="0"/>'
    )
    yield paragraph(_one_line(block.title), SHEET_TITLE)
    yield from (_sheet_line(line, "<w:keepNext/>") for line in block.above)
    yield from (_table(edition, grid, figures) for grid in block.grids)
    yield from (_sheet_line(line, "") for line in block.below)


def _sheet_line(line: SheetLine, keep: str) -> str:
    """The pieces of a line spread over the width at equal stops."""
    if line.centred:
        return paragraph(
            _one_line("　".join(line.pieces)), SHEET_LINE, f'{keep}<w:jc w:val="center"/>'
        )
    count = len(line.pieces)
    stops = "".join(
        f'<w:tab w:val="left" w:pos="{TEXT_WIDTH * place // count}"/>' for place in range(1, count)
    )
    tabs = f"<w:tabs>{stops}</w:tabs>" if stops else ""
    return paragraph("\t".join(map(_one_line, line.pieces)), SHEET_LINE, keep + tabs)


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).replace("\t", " ")


def compare_report(path: Path, edition: Edition, figures: Mapping[str, Figure]) -> None:
    """Hold a written report against the figures. Raises Fault naming the first difference."""
    found = read_report_tables(path, edition)
    for code, cell in edition.cells.items():
        if found.get(code) != figures[code]:
            raise Fault(
                f"报告读回核对不符：“{cell.title}”应为{shown(figures[code])}，"
                f"文件里是{shown(found[code]) if code in found else '空白'}，请重新导出。"
            )


def read_report_tables(path: Path, edition: Edition) -> dict[str, Figure]:
    """The figures of a report that this program wrote, by cell code.

    Raises Fault when the file cannot be read or a table is not that of the edition.
    """
    try:
        document = Document(str(path))
    except (OSError, BadZipFile, PackageNotFoundError, KeyError) as error:
        raise Fault(f"报告读回失败：“{path}”不是完整的Word文件，请重新导出。") from error
    tables = list(document.element.body.iter(qn("w:tbl")))
    grids = [edition.grid(id_) for id_ in edition.printed_grids]
    if len(tables) != len(grids):
        raise Fault(
            f"报告读回核对不符：应有{len(grids)}张表，文件里有{len(tables)}张，请重新导出。"
        )
    figures: dict[str, Figure] = {}
    for grid, table in zip(grids, tables, strict=True):
        figures |= dict(_figures(grid, texts_of(table)))
    return figures


def _figures(grid: Grid, texts: Mapping[tuple[int, int], str]) -> Iterator[tuple[str, Figure]]:
    for place in grid.cells:
        text = texts.get((place.row, place.column), "")
        if place.cell.kind != "figure":
            if text != visible(place.cell.text):
                raise Fault(
                    f"报告读回核对不符：表中“{place.cell.text}”写成了“{text}”，请重新导出。"
                )
            continue
        try:
            number = Decimal(text)
        except InvalidOperation:
            continue
        yield place.cell.text, int(number) if number == int(number) else number
