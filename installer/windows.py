"""What Windows asks of a program besides its folder: version, icon, and a set-up to click on.

Nothing here needs Windows: NSIS makes its set-ups on Linux, too, which is how it is tested.
"""

import os
import re
import shutil
from pathlib import Path

from environment import ROOT

INPUTS = ROOT / "installer" / "windows"
ICON = INPUTS / "disclosure-desk.ico"


def version_numbers(version: str) -> tuple[int, int, int, int]:
    """A version as Windows counts it, in four numbers: 0.1.0 is 0, 1, 0, 0."""
    found = [int(one) for one in re.findall(r"\d+", version)][:4]
    first, second, third, fourth = [*found, 0, 0, 0, 0][:4]
    return first, second, third, fourth


def version_text(version: str) -> str:
    """What PyInstaller writes into the program: name and version, in Chinese."""
    template = (INPUTS / "version.in").read_text(encoding="utf-8")
    return template.format(version=version, numbers=version_numbers(version))


def find_makensis() -> str | None:
    """NSIS, where it is installed and what is frozen here is a program for Windows."""
    if os.name != "nt":
        return None
    usual = Path(os.environ.get("PROGRAMFILES(X86)", ""), "NSIS", "makensis.exe")
    return shutil.which("makensis") or (str(usual) if usual.is_file() else None)


def setup_call(makensis: str, version: str, bundle: Path, out: Path) -> list[str]:
    """How NSIS is called to make the set-up of a one-folder program.

    One that is called setup.exe would be given ways of older systems by Windows (NSIS says so).
    """
    told = {
        "VERSION": version,
        "NUMBERS": ".".join(map(str, version_numbers(version))),
        "BUNDLE": str(bundle),
        "ICON": str(ICON),
        "OUT": str(out),
    }
    defined = [f"-D{name}={value}" for name, value in told.items()]
    script = str(INPUTS / "setup.nsi")
    return [makensis, "-V2", "-WX", "-INPUTCHARSET", "UTF8", *defined, script]
