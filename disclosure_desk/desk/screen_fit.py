"""Keeps windows within the screen, however small it is or however much it magnifies."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QScrollArea, QWidget

_FRAMED = (Qt.WindowType.Window, Qt.WindowType.Dialog)
_TITLE_MARGIN = 12
_LOW = 400
_PLAIN = Qt.WindowState.WindowNoState


def fit_to_screen(window: QWidget, scrolled: QScrollArea | None = None) -> None:
    """Called as a window is about to be shown: large enough for all it holds, if there is room."""
    size = window.size()
    if scrolled is not None:
        size += _missing(scrolled)
    window.resize(size.boundedTo(_room(window)))


def make_room_for_words(window: QWidget) -> None:
    """As high as its wrapped sentences need, if the screen allows; Qt counts each as one line.

    Else they take their lines from the fields, whose letters are then cut off below.
    """
    layout = window.layout()
    if layout is not None and layout.hasHeightForWidth():
        needed = layout.totalMinimumHeightForWidth(window.width())
        if needed > window.height():
            window.resize(QSize(window.width(), needed).boundedTo(_room(window)))


def is_low(window: QWidget) -> bool:
    """Whether the screen has so few lines that what only explains gives way to the fields."""
    return _room(window).height() < _LOW


def _missing(scrolled: QScrollArea) -> QSize:
    content = scrolled.widget()
    assert content is not None
    wanted = content.sizeHint().expandedTo(content.minimumSizeHint())
    return (wanted - scrolled.viewport().size()).expandedTo(QSize(0, 0))


def _room(window: QWidget) -> QSize:
    """What the desktop leaves, without the frame around the window."""
    title = window.fontMetrics().height() + _TITLE_MARGIN  # asking the style takes time at start
    frame = window.frameGeometry().size() - window.size()
    available = window.screen().availableGeometry().size()
    return available - frame.expandedTo(QSize(0, title))


def keep_on_screen(handle: QWindow | None) -> None:
    """Draw in a window that has come to the front and reaches beyond the screen."""
    if handle is None or handle.type() not in _FRAMED or handle.windowState() != _PLAIN:
        return
    available, frame = handle.screen().availableGeometry(), handle.frameGeometry()
    if available.contains(frame):
        return
    inside = QRect(frame.topLeft(), frame.size().boundedTo(available.size()))
    inside.moveRight(min(inside.right(), available.right()))
    inside.moveBottom(min(inside.bottom(), available.bottom()))
    inside.moveLeft(max(inside.left(), available.left()))
    inside.moveTop(max(inside.top(), available.top()))
    handle.setGeometry(inside.marginsRemoved(handle.frameMargins()))
