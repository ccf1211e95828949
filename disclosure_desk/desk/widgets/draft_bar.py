"""The bar above a form that offers what was typed there before and not saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget


class DraftBar(QFrame):
    """One sentence and two answers, each with a key; it is hidden until there is something."""

    restored = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel_draft")
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        self.words = QLabel(self)
        self.words.setObjectName("label_draft")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        row.addWidget(self.words, 1)
        self.restore = self._button("restore_draft", "恢复（F5）", "把上次填写的内容填回来（F5）")
        self.restore.clicked.connect(self.restored)
        self.drop = self._button("drop_draft", "放弃（Shift+F5）", "删掉这份草稿（Shift+F5）")
        self.drop.clicked.connect(self.dropped)
        for button in (self.restore, self.drop):
            row.addWidget(button)
        self.hide()

    def _button(self, name: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setToolTip(tip)
        button.setAutoDefault(False)
        # Reached by its key: the way through the fields does not begin with it.
        button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        return button

    def tell(self, words: str, *, asks: bool) -> None:
        """Show a sentence, with the two answers or without."""
        self.words.setText(words)
        for button in (self.restore, self.drop):
            button.setVisible(asks)
        self.show()
