"""What the machine itself must bring for the window: Qt's system libraries, a Chinese font.

The libraries are those that PySide6 6.11.3 asks for (objdump -p on libQt6Gui, libQt6XcbQpa
and the xcb and wayland platform plugins) and does not carry itself.
"""

import ctypes
import os
import platform
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from environment import ROOT, Environment, clean_variables
from talk import say

QT_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
CHINESE_FONT = "fonts-noto-cjk"
_FONT_NAMES = ("cjk", "wqy", "uming", "ukai", "sourcehan", "simsun", "simhei", "msyh", "fangsong")
_FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def missing_packages() -> list[str]:
    """The Debian packages that the window still needs; nothing elsewhere than on Linux."""
    if platform.system() != "Linux":
        return []
    missing = [package for name, package in QT_LIBRARIES.items() if not _loads(name)]
    return missing if _has_chinese_font() else [*missing, CHINESE_FONT]


def missing_build_packages() -> list[str]:
    """The Debian packages that freezing still needs: PyInstaller reads and copies libraries."""
    if platform.system() != "Linux":
        return []
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    library = f"libpython{version}.so.1.0"
    beside = Path(sysconfig.get_config_var("LIBDIR") or "/usr/lib", library)
    missing = [] if _loads(library) or beside.exists() else [f"libpython{version}"]
    return missing if shutil.which("objdump") else [*missing, "binutils"]


def apt_prefix() -> list[str] | None:
    """How apt-get may be called here: as root, by sudo that asks nothing, or not (None)."""
    if shutil.which("apt-get") is None:
        return None
    if _is_root():
        return ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n", "env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    return None


def _is_root() -> bool:
    if sys.platform == "win32":  # where nobody is, nor has apt-get
        return False
    else:  # noqa: RET505  # mypy tells the systems apart by it
        return os.geteuid() == 0


def install(packages: list[str], prefix: list[str]) -> bool:
    """Install by apt; whether it worked. apt's own messages are left to speak."""
    patient = ["-qq", "-o", "DPkg::Lock::Timeout=120"]
    say(f"正在用 apt 安装 {len(packages)} 个系统组件……", "apt-get install")
    update = subprocess.run([*prefix, *patient, "update"], check=False)
    command = [*prefix, *patient, "install", "-y", "--no-install-recommends", *packages]
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    return update.returncode == 0 and done.returncode == 0


def request_for(packages: list[str], *, purpose: str = "打开窗口") -> str:
    """The one sentence that asks for the packages."""
    if shutil.which("apt-get") is None:
        return f"{purpose}还缺系统组件，请用本机的软件管理器安装与 {' '.join(packages)} 对应的组件"
    return (
        f"{purpose}还缺系统组件，请管理员运行一次：sudo apt-get update && "
        f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"
    )


def has_display() -> bool:
    """Whether a screen is announced; on Linux by X11 or Wayland."""
    if platform.system() != "Linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def qt_starts(environment: Environment, *, qt_platform: str = "") -> bool:
    """Whether Qt can start a program with windows, on the present display if none is named."""
    code = "from PySide6.QtWidgets import QApplication; QApplication([])"
    variables = clean_variables()
    if qt_platform:
        variables["QT_QPA_PLATFORM"] = qt_platform
    return _succeeds([str(environment.python), "-c", code], variables=variables)


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _has_chinese_font() -> bool:
    if shutil.which("fc-list"):
        listed = subprocess.run(["fc-list", ":lang=zh"], capture_output=True, check=False)
        return bool(listed.stdout.strip())
    return any(
        any(name in font.name.lower() for name in _FONT_NAMES)
        for folder in _FONT_FOLDERS
        for font in Path(folder).expanduser().rglob("*.tt[cf]")
    )


def _succeeds(arguments: list[str], *, variables: dict[str, str] | None = None) -> bool:
    try:
        done = subprocess.run(
            arguments, cwd=ROOT, env=variables, capture_output=True, timeout=30, check=False
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0
