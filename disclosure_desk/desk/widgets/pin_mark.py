"""Draws the pin on a field whose value goes on to the next new record (已固定)."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from disclosure_desk.desk.icons import icon

_SIZE = QSize(14, 14)
_BESIDE_ARROW = 22
_SAID = "已固定：新增下一条时沿用这里的值（F2 取消固定）"


class PinMark(QLabel):
    """A small pin at the right end of a field, whatever kind of widget the field is."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self.setObjectName("pin")
        self.setPixmap(icon("pin").pixmap(_SIZE))
        self.setFixedSize(_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        field.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the end of the field when it is made wider."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        field = self.parentWidget()
        assert field is not None
        beside = _BESIDE_ARROW if isinstance(field, QComboBox) else 6
        below = (min(field.height(), 32) - self.height()) // 2
        self.move(field.width() - self.width() - beside, max(below, 0))


def show_pinned(field: QWidget, pinned: bool) -> None:
    """Draw the pin on a field or take it away; screen readers are told as well."""
    mark = field.findChild(PinMark, "pin", Qt.FindChildOption.FindDirectChildrenOnly)
    if pinned and mark is None:
        mark = PinMark(field)
        mark.show()
    elif not pinned and mark is not None:
        mark.hide()
        field.removeEventFilter(mark)
        mark.setParent(None)
        mark.deleteLater()
    for line in _lines_under(field):
        margins = line.textMargins()
        margins.setRight(_SIZE.width() + 6 if pinned else 0)
        line.setTextMargins(margins)
    field.setAccessibleDescription(_SAID if pinned else "")


def is_pinned(field: QWidget) -> bool:
    """Whether the pin is drawn on a field."""
    return field.findChild(PinMark, "pin", Qt.FindChildOption.FindDirectChildrenOnly) is not None


def _lines_under(field: QWidget) -> list[QLineEdit]:
    """The lines whose text would run under the pin: the field itself, or the last in it."""
    if isinstance(field, QLineEdit):
        return [field]
    return [] if isinstance(field, QComboBox) else field.findChildren(QLineEdit)[-1:]
