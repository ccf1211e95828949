"""Draws installer/windows/disclosure-desk.ico from the drawing of the menu entry.

Run by hand when the drawing has changed, in an environment that has PySide6:

    QT_QPA_PLATFORM=offscreen .venv/bin/python installer/make_icon.py

Source of the layout: ICONDIR and ICONDIRENTRY; a picture may be a PNG since Windows Vista.
"""

import struct
import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QIcon

ROOT = Path(__file__).resolve().parent.parent
DRAWING = ROOT / "installer" / "debian" / "disclosure-desk.svg"
ICON = ROOT / "installer" / "windows" / "disclosure-desk.ico"
SIZES = (16, 24, 32, 48, 64, 256)  # pixels


def main() -> int:
    """Write the icon."""
    application = QGuiApplication(sys.argv)
    drawing = QIcon(str(DRAWING))
    pictures = [_png(drawing, size) for size in SIZES]
    place = 6 + 16 * len(SIZES)
    entries = b""
    for size, picture in zip(SIZES, pictures, strict=True):
        side = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    ICON.write_bytes(struct.pack("<HHH", 0, 1, len(SIZES)) + entries + b"".join(pictures))
    application.quit()
    return 0


def _png(drawing: QIcon, size: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing.pixmap(size, size).save(buffer, "PNG")
    return bytes(buffer.data().data())


if __name__ == "__main__":
    sys.exit(main())
