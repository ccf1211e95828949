"""What the machine must bring is complete, and asked for in one sentence."""

import re
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import machine
import pytest
from machine import CHINESE_FONT, QT_LIBRARIES, missing_packages, request_for

LOADED_FOR_A_WINDOW = (
    "lib/libQt6Core.so.6",
    "lib/libQt6DBus.so.6",
    "lib/libQt6Gui.so.6",
    "lib/libQt6PrintSupport.so.6",
    "lib/libQt6Widgets.so.6",
    "lib/libQt6XcbQpa.so.6",
    "plugins/platforms/libqoffscreen.so",
    "plugins/platforms/libqwayland.so",
    "plugins/platforms/libqxcb.so",
)
# Every Debian has these, or PySide6 carries them.
ALWAYS_THERE = re.compile(
    r"ld-linux|lib(c|m|dl|rt|z|zstd|stdc\+\+|gcc_s|pthread|gthread-2\.0|icu.*|Qt6.*)\.so"
)


@pytest.mark.skipif(sys.platform != "linux", reason="Linux names its libraries in this way")
@pytest.mark.skipif(shutil.which("objdump") is None, reason="objdump (binutils) is not here")
def test_every_library_that_qt_asks_for_is_looked_for() -> None:
    package = find_spec("PySide6")
    assert package is not None
    assert package.origin is not None
    qt = Path(package.origin).parent / "Qt"
    dumped = subprocess.run(
        ["objdump", "-p", *(str(qt / name) for name in LOADED_FOR_A_WINDOW)],
        capture_output=True,
        text=True,
        check=True,
    )
    needed = set(re.findall(r"NEEDED\s+(\S+)", dumped.stdout))
    assert {name for name in needed if not ALWAYS_THERE.match(name)} <= QT_LIBRARIES.keys()


def test_what_is_missing_is_named_by_its_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.platform, "system", lambda: "Linux")
    monkeypatch.setattr(machine, "_loads", lambda library: library != "libEGL.so.1")
    monkeypatch.setattr(machine, "_has_chinese_font", lambda: False)
    assert missing_packages() == ["libegl1", CHINESE_FONT]


def test_windows_brings_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine.platform, "system", lambda: "Windows")
    monkeypatch.setattr(machine, "_loads", lambda library: False)
    assert missing_packages() == []


def test_the_request_is_one_sentence_with_the_exact_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(machine.shutil, "which", lambda program: f"/usr/bin/{program}")
    sentence = request_for(["libegl1", CHINESE_FONT])
    assert sentence.endswith(
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends "
        "libegl1 fonts-noto-cjk"
    )
    assert "\n" not in sentence
    assert "。" not in sentence
