"""A button that opens a menu, and is as before once the menu is closed."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QPushButton


def give_menu(button: QPushButton, menu: QMenu) -> None:
    """Let a button open a menu; a click leaves the keys where they were.

    Qt does not tell a button that the mouse went away over its open menu: it would go on looking
    as if it were pointed at.
    """
    button.setMenu(menu)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    menu.aboutToHide.connect(partial(_look_for_mouse, button))


def _look_for_mouse(button: QPushButton) -> None:
    is_there = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_there)
    button.update()
