"""Whether there is a display to open a window on: without one Qt ends the process with abort()."""

import os
import re
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

from disclosure_desk.faults import Fault

_NO_DISPLAY = "没有找到显示器，不能打开桌面；可以用命令行，写法见 disclosure-desk --help。"
_MISSING = re.compile(r"^(lib[\w.+-]+\.so[\w.]*): ")


def must_have_display() -> None:
    """Find out before Qt does whether a window can be shown; only Linux can be without one.

    Raises Fault when there is no display, none answers, or a library of the system is missing.
    """
    if sys.platform != "linux" or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise Fault(_NO_DISPLAY)
    _must_load_plugin()
    if not _answers():
        raise Fault(_NO_DISPLAY)


def _must_load_plugin() -> None:
    """Load Qt's part for X11, which needs libraries that not every system has installed."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)
    plugin = Path(folder) / "platforms" / "libqxcb.so"
    import ctypes  # only where there may be no display

    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        if missing := _MISSING.match(str(error)):
            raise Fault(
                f"系统缺少“{missing[1]}”，不能打开桌面；请安装后再试，或者用命令行，"
                "写法见 disclosure-desk --help。"
            ) from error
        # Whatever else is the matter, Qt may know another way.


def _answers() -> bool:
    """Connect as Qt will, with the display and the right to it that the environment names."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # not known
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.POINTER(ctypes.c_int)]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    is_connected = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return is_connected
