"""The files that an export wrote, each to be opened or shown in its folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget


class ExportedFiles(QWidget):
    """A row a file: its name, 打开, and 打开所在文件夹."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = QGridLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setColumnStretch(0, 1)
        self.hide()

    def show_files(self, files: Sequence[Path]) -> None:
        """Offer these files instead of the ones before."""
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for row, file in enumerate(files):
            name = QLabel(file.name)
            name.setToolTip(str(file))
            name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._rows.addWidget(name, row, 0)
            self._rows.addWidget(self._button(self.tr("打开"), file), row, 1)
            self._rows.addWidget(self._button(self.tr("打开所在文件夹"), file.parent), row, 2)
        self.setVisible(bool(files))

    def _button(self, text: str, place: Path) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.setAccessibleName(f"{text} {place.name}")
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))))
        return button
