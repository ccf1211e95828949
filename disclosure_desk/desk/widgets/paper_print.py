"""Prints a page, or keeps it as PDF on a computer without a printer."""

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.print_words import PrintWords
from disclosure_desk.faults import Fault

PDF_FILES = ("PDF 文件 (*.pdf)",)
_POINTS = 9.5
_MARGIN_MM = 5  # QTextDocument leaves 20 mm more on its own


def print_page(html: str, title: str, parent: QWidget, *, folder: str = "") -> bool:
    """Ask where to, then print a page of HTML; whether anything was printed.

    Raises Fault for a file that cannot be written.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    if not choose_printer(printer, title, parent, folder=folder):
        return False
    document = QTextDocument()
    font = QFont(QApplication.font())
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(html)
    document.print_(printer)
    if printer.printerState() == QPrinter.PrinterState.Error:
        place = printer.outputFileName()
        raise Fault(f"没有打印成功：{place or '打印机'}不能使用，请检查后再试。")
    return True


def choose_pdf(title: str, parent: QWidget, *, folder: str, told: str) -> str:
    """Let the user choose a PDF file, proposed by the title of what goes into it; "" for none."""
    from disclosure_desk.storage.file_names import LONGEST_TITLE, in_file_name

    name = f"{in_file_name(title.replace('　', ''), LONGEST_TITLE)}.pdf"
    place = f"{folder}/{name}" if folder else name
    return file_choice.file_to_save(parent, told, place=place, filters=PDF_FILES)


def choose_printer(printer: QPrinter, title: str, parent: QWidget, *, folder: str) -> bool:
    """Let the user choose a printer or, where there is none, a PDF file; False if neither.

    Tests put their own choice here.
    """
    if not QPrinterInfo.availablePrinterNames():
        chosen = choose_pdf(title, parent, folder=folder, told="没有找到打印机，保存为 PDF")
        if chosen:
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(chosen)
        return bool(chosen)
    words = PrintWords.put_on()
    dialog = QPrintDialog(printer, parent)
    dialog.finished.connect(words.take_off)
    dialog.setWindowTitle(title)
    # Its way to a file opens Qt's own file dialog, which file_choice.py keeps from the office file.
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, on=False)
    return dialog.exec() == QDialog.DialogCode.Accepted
