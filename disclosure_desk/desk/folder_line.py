"""The line that takes a folder to write into, and the button beside it that leads to one."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QPushButton

from disclosure_desk.desk import file_choice

if TYPE_CHECKING:
    from disclosure_desk.storage.database import Database


class FolderLine:
    """Shows a typed folder whole; one that begins nowhere lies near the office."""

    def __init__(
        self, line: QLineEdit, button: QPushButton, title: str, database: "Database"
    ) -> None:
        self._line, self._title = line, title
        self.near = file_choice.folder_of(database) or file_choice.documents_folder()
        button.clicked.connect(self._choose)
        line.editingFinished.connect(self.show_whole)

    def show_whole(self) -> None:
        """Show where what is typed here lies."""
        self._line.setText(file_choice.whole_path(self._line.text().strip(), self.near))

    def _choose(self) -> None:
        chosen = file_choice.folder_to_use(self._line, self._title, folder=self._line.text())
        if chosen:
            self._line.setText(chosen)
