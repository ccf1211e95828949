"""All keys on one sheet (按键一览)."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from disclosure_desk.desk.key_table import KEYS, PLACES
from disclosure_desk.desk.screen_fit import fit_to_screen

_WIDTH, _HEIGHT = 640, 640


class KeySheet(QDialog):
    """To read; Esc closes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("按键一览")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QTextBrowser()
        self.text.setAccessibleName("按键一览")
        self.text.setHtml(sheet_html())
        QVBoxLayout(self).addWidget(self.text)
        for keys in ("Return", "Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.accept)
        self.resize(_WIDTH, _HEIGHT)
        fit_to_screen(self)


def sheet_html() -> str:
    """The table of keys, by where they act."""
    parts = []
    for place in PLACES:
        rows = "".join(
            f"<tr><td style='padding:3px 18px 3px 0' width='38%'>{escape(line.written)}</td>"
            f"<td style='padding:3px 0'>{escape(line.does)}</td></tr>"
            for line in KEYS
            if line.place == place
        )
        parts.append(f"<h3>{place}</h3><table width='100%'>{rows}</table>")
    return "".join(parts)
