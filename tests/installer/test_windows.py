"""What Windows asks of a program: its version, its icon, and a set-up that NSIS takes."""

import shutil
import struct
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import windows

SPEC = windows.ROOT / "installer" / "disclosure-desk.spec"


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("0.1.0", (0, 1, 0, 0)), ("1.2", (1, 2, 0, 0)), ("2.0.0rc3", (2, 0, 0, 3))],
)
def test_a_version_is_four_numbers(version: str, numbers: tuple[int, ...]) -> None:
    assert windows.version_numbers(version) == numbers


def test_the_program_tells_its_name_and_version() -> None:
    """PyInstaller evaluates the text with classes of these names."""
    strings: dict[str, str] = {}
    names: dict[str, Any] = {
        "StringStruct": lambda name, value: strings.update({name: value}),
        "FixedFileInfo": SimpleNamespace,
        "VSVersionInfo": lambda ffi, kids: ffi,
        **dict.fromkeys(("StringFileInfo", "VarFileInfo"), list),
        **dict.fromkeys(("StringTable", "VarStruct"), lambda _name, content: content),
    }
    fixed = eval(windows.version_text("0.1.0"), names)
    assert (fixed.filevers, fixed.prodvers) == ((0, 1, 0, 0), (0, 1, 0, 0))
    assert strings["FileDescription"] == "信息公开工作台"
    assert strings["ProductVersion"] == "0.1.0"


def test_the_icon_has_a_picture_for_every_place_of_windows() -> None:
    content = windows.ICON.read_bytes()
    _, kind, number = struct.unpack_from("<HHH", content)
    entries = [struct.unpack_from("<BBBBHHII", content, 6 + 16 * one) for one in range(number)]
    assert kind == 1
    assert [entry[0] or 256 for entry in entries] == [16, 24, 32, 48, 64, 256]
    for *_, size, place in entries:
        assert content[place : place + 8] == b"\x89PNG\r\n\x1a\n"
        assert place + size <= len(content)
    assert str(windows.ICON.relative_to(windows.ROOT).name) in SPEC.read_text(encoding="utf-8")


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not here")
def test_nsis_makes_a_set_up(tmp_path: Path) -> None:
    bundle = tmp_path / "程序 文件夹"
    (bundle / "_internal" / "说明").mkdir(parents=True)
    for name in ("disclosure-desk.exe", "disclosure-desk-window.exe", "_internal/说明/一.txt"):
        (bundle / name).write_bytes(b"MZ")
    out = tmp_path / "disclosure-desk_0.1.0_win64.exe"
    call = windows.setup_call("makensis", "0.1.0", bundle, out)
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert out.read_bytes().startswith(b"MZ")


def test_nothing_is_made_for_windows_on_another_system() -> None:
    assert windows.os.name == "nt" or windows.find_makensis() is None
