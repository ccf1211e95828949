"""A sheet of A4 laid out for the printer or for PDF, as GB/T 9704—2012 sets it.

The same margins, sizes and lines as the Word file; pages are numbered «— 1 —» at their foot. A
document is laid out in the pixels of its paper, so it is made for one printer or file. It needs no
window and may be made on any thread.
"""

import errno
import os
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPalette,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from disclosure_desk.faults import Fault
from disclosure_desk.statistics.grid import Grid, PlacedCell
from disclosure_desk.storage.file_steps import own_folder, put_in_place

RESOLUTION = 300
_SERIF = ["Noto Serif CJK SC", "Source Han Serif SC", "AR PL UMing CN", "serif"]
FANGSONG = ["仿宋_GB2312", "方正仿宋_GBK", "仿宋", "FangSong", *_SERIF]
SMALL_SONG = ["方正小标宋简体", "方正小标宋_GBK", "宋体", "SimSun", *_SERIF]
HEI = ["黑体", "方正黑体_GBK", "SimHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "sans-serif"]
KAI = ["楷体_GB2312", "方正楷体_GBK", "楷体", "KaiTi", *_SERIF]
SONG = ["宋体", "SimSun", *_SERIF]
FEW_COLUMNS = 7
_NUMBER_BELOW_MM = 7.0  # 一字线 7 mm below the text
_PDF_END, _PDF_TAIL = b"%%EOF", 32
_Side = Qt.AlignmentFlag


class Paper:
    """A text document made for a device of so many dots an inch, filled from the top."""

    def __init__(self, device: QPagedPaintDevice, dots: int = RESOLUTION) -> None:
        self._dots = dots
        # Qt scales the lengths in a document from the screen's dots to the paper's by itself.
        self._given = QGuiApplication.primaryScreen().logicalDotsPerInchY()
        self.document = QTextDocument()
        self.document.setUseDesignMetrics(True)
        self.document.documentLayout().setPaintDevice(device)
        self.document.setDocumentMargin(0)
        rect = device.pageLayout().paintRectPixels(dots)
        self.document.setPageSize(QSizeF(rect.width(), rect.height()))
        self._cursor = QTextCursor(self.document)
        self._cursor.beginEditBlock()  # laid out once, when all is set
        self._is_empty = True
        self._lead = 0  # the heading that goes with the next table
        self._tables: list[tuple[int, QTextTable]] = []

    def finish(self) -> None:
        """Lay out what was set; a table that fits on a page is not torn, nor from its heading."""
        self._cursor.endEditBlock()
        for lead, table in self._tables:
            if not self._is_torn(lead, table):
                continue
            self._break_before(lead, QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            if self._is_torn(lead, table):  # longer than a page
                self._break_before(lead, QTextFormat.PageBreakFlag.PageBreak_Auto)

    def _is_torn(self, lead: int, table: QTextTable) -> bool:
        layout, height = self.document.documentLayout(), self.document.pageSize().height()
        top = layout.blockBoundingRect(self.document.findBlockByNumber(lead)).top()
        bottom = layout.frameBoundingRect(table).bottom() - 1
        return int(top // height) != int(bottom // height)

    def _break_before(self, lead: int, policy: QTextFormat.PageBreakFlag) -> None:
        cursor = QTextCursor(self.document.findBlockByNumber(lead))
        block = cursor.blockFormat()
        block.setPageBreakPolicy(policy)
        cursor.setBlockFormat(block)

    def pixels(self, points: float) -> float:
        """A length on this paper, in its dots."""
        return points * self._dots / 72

    def _length(self, points: float) -> float:
        """A length as the document wants it."""
        return points * self._given / 72

    def line(
        self,
        text: str,
        families: list[str],
        points: float,
        *,
        side: Qt.AlignmentFlag = _Side.AlignJustify,
        height: float = 0,
        indent: float = 0,
        bold: bool = False,
        new_page: bool = False,
        keep: bool = False,
    ) -> None:
        """A paragraph; `indent` is that of its first line, `height` that of its lines.

        One to `keep` is a heading that stays with the table below it.
        """
        block = QTextBlockFormat()
        block.setAlignment(side)
        block.setTextIndent(self.pixels(indent))  # the one length that Qt leaves as it is
        if height:
            fixed = QTextBlockFormat.LineHeightTypes.FixedHeight.value
            block.setLineHeight(self._length(height), fixed)
        if new_page:
            block.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
        look = _look(families, points, bold=bold)
        if self._is_empty:
            self._cursor.setBlockFormat(block)
            self._cursor.setCharFormat(look)
        else:
            self._cursor.movePosition(QTextCursor.MoveOperation.End)
            self._cursor.insertBlock(block, look)
        self._is_empty = False
        if keep:
            self._lead = self._cursor.block().blockNumber()
        self._cursor.insertText(text, look)

    def table(self, grid: Grid, said: Callable[[PlacedCell], str], points: float) -> None:
        """A printed table over the whole width; its head rows stand again on each page."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        columns = len(grid.widths)
        table = self._cursor.insertTable(grid.row_count, columns, self._table_format(grid))
        for placed in grid.cells:
            cell = placed.cell
            if cell.rows > 1 or cell.columns > 1:
                table.mergeCells(placed.row, placed.column, cell.rows, cell.columns)
        for placed in grid.cells:
            self._fill(table, placed, said(placed), points)
        self._tables.append((self._lead, table))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._lead = self._cursor.block().blockNumber()

    def _table_format(self, grid: Grid) -> QTextTableFormat:
        format_ = QTextTableFormat()
        format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        format_.setBorderCollapse(True)
        format_.setBorder(1)
        format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        format_.setBorderBrush(QColor(Qt.GlobalColor.black))
        format_.setCellSpacing(0)
        format_.setCellPadding(self._length(2 if len(grid.widths) <= FEW_COLUMNS else 0.7))
        total = sum(grid.widths)
        shares = [100 * width / total for width in grid.widths]
        percent = QTextLength.Type.PercentageLength
        format_.setColumnWidthConstraints([QTextLength(percent, share) for share in shares])
        if grid.head_rows:
            format_.setHeaderRowCount(grid.head_rows)
        return format_

    def _fill(self, table: QTextTable, placed: PlacedCell, text: str, points: float) -> None:
        cell = placed.cell
        place = table.cellAt(placed.row, placed.column)
        format_ = place.format().toTableCellFormat()
        format_.setLeftPadding(3)
        format_.setRightPadding(2)
        format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        place.setFormat(format_)
        cursor = place.firstCursorPosition()
        centred = cell.kind != "label" or cell.centred or cell.rows > 1
        block = QTextBlockFormat()
        block.setAlignment(_Side.AlignHCenter if centred else _Side.AlignLeft)
        cursor.setBlockFormat(block)
        cursor.insertText(text, _look(FANGSONG, points))


def _look(families: list[str], points: float, *, bold: bool = False) -> QTextCharFormat:
    font = QFont(families)
    font.setPointSizeF(points)
    font.setBold(bold)
    look = QTextCharFormat()
    look.setFont(font)
    look.setForeground(QColor(Qt.GlobalColor.black))
    return look


# ------------------------------------------------------------------------- where it goes


def prepare(device: QPagedPaintDevice, margins: QMarginsF) -> None:
    """A4 with these margins, in millimetres."""
    device.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Portrait,
            margins,
            QPageLayout.Unit.Millimeter,
        )
    )


def paint_pages(paper: Paper, device: QPagedPaintDevice, dots: int = RESOLUTION) -> None:
    """Paint every page with its number. Raises Fault where the device cannot be begun."""
    painter = QPainter()
    if not painter.begin(device):
        raise Fault("打印机或文件不能使用，没有打印，请检查后再试。")
    try:
        size = paper.document.pageSize()
        for page in range(paper.document.pageCount()):
            if page:
                device.newPage()
            _paint_page(painter, paper, page, size)
            number = f"— {page + 1} —"
            foot = paper.pixels(_NUMBER_BELOW_MM / 25.4 * 72)
            painter.setFont(_look(SONG, 14).font())
            side = _Side.AlignRight if page % 2 == 0 else _Side.AlignLeft
            painter.drawText(
                QRectF(paper.pixels(14), size.height(), size.width() - paper.pixels(28), 2 * foot),
                side | _Side.AlignVCenter,
                number,
            )
    finally:
        painter.end()


def _paint_page(painter: QPainter, paper: Paper, page: int, size: QSizeF) -> None:
    painter.save()
    painter.translate(0, -page * size.height())
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = QRectF(0, page * size.height(), size.width(), size.height())
    context.palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
    painter.setClipRect(context.clip)
    paper.document.documentLayout().draw(painter, context)
    painter.restore()


def write_pdf(path: Path, title: str, fill: Callable[[Paper], None], margins: QMarginsF) -> None:
    """Write a PDF file with its fonts inside; an older one stays until the new one is whole.

    Raises Fault when it cannot be written.
    """
    try:
        if path.exists():
            path.open("r+b").close()  # found out before the work
        with own_folder(path.parent, ".pdf-") as folder:
            written = folder / path.name
            _paint_pdf(written, title, fill, margins)
            _keep_on_disk(written)
            put_in_place(written, path)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise Fault(f"磁盘已满，没有写入“{path}”，请清理磁盘后再试。") from error
        raise Fault(f"无法写入“{path}”，请检查文件夹，或先关闭正在打开它的程序。") from error


def _paint_pdf(path: Path, title: str, fill: Callable[[Paper], None], margins: QMarginsF) -> None:
    writer = QPdfWriter(str(path))
    writer.setResolution(RESOLUTION)
    writer.setTitle(title)
    writer.setCreator("信息公开工作台")
    prepare(writer, margins)
    paper = Paper(writer)
    fill(paper)
    paper.finish()
    paint_pages(paper, writer)


def _keep_on_disk(path: Path) -> None:
    """Qt does not tell of a disk that was full: a whole PDF says at its end that it ends."""
    with path.open("r+b") as file:
        file.seek(-min(_PDF_TAIL, file.seek(0, os.SEEK_END)), os.SEEK_END)
        if _PDF_END not in file.read():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.fsync(file.fileno())
