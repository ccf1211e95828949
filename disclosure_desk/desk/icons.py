"""Makes `icons:name.svg` find the drawings of resources/icons/."""

from contextlib import ExitStack

from PySide6.QtCore import QDir, QSize
from PySide6.QtGui import QIcon

from disclosure_desk.shipped import shipped_path

# The folder must stay where it is for as long as the program runs.
_kept = ExitStack()


def find_icons() -> None:
    """Let forms name icons by `icons:`; once at start."""
    if not QDir.searchPaths("icons"):
        QDir.addSearchPath("icons", str(_kept.enter_context(shipped_path("icons"))))


def icon(name: str) -> QIcon:
    """A drawing of resources/icons/."""
    return QIcon(f"icons:{name}.svg")


def rail_icon(name: str) -> QIcon:
    """The same, light on the rail and dark where its page is chosen."""
    drawn = QIcon()
    drawn.addFile(f"icons:{name}.svg")
    drawn.addFile(f"icons:{name}-chosen.svg", QSize(), QIcon.Mode.Selected)
    return drawn
