"""Compile the forms of ui/, or name those whose compiled file is out of date.

Called as `python -m disclosure_desk.desk.forms [--check]`.
"""

import re
import subprocess
import sys
import textwrap
from pathlib import Path

from PySide6 import __file__ as _pyside

FORMS = Path(__file__).resolve().parent
UI = FORMS.parents[2] / "ui"
_UIC = Path(_pyside).parent / "Qt" / "libexec" / "uic"
_IMPORT = re.compile(r"^from (PySide6\.\w+) import \(([^)]*)\)\n", re.MULTILINE)
_VERSION_LINE = "## Created by: Qt User Interface Compiler version"


def compiled(form: Path) -> str:
    """The Python source of a Designer form, without the line that changes with every Qt."""
    call = [str(_uic()), "-g", "python", "--no-autoconnection", str(form)]
    done = subprocess.run(call, capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0 or done.stderr.strip():
        raise SystemExit(f"{form.name}: {done.stderr.strip()}")
    lines = [line for line in done.stdout.splitlines() if not line.startswith(_VERSION_LINE)]
    return _needed_only("\n".join(lines).rstrip() + "\n")


def _needed_only(source: str) -> str:
    """Without imports that nothing uses: every class of Qt that is named takes time at start."""
    body = _IMPORT.sub("", source)

    def kept(found: re.Match[str]) -> str:
        names = [name for name in re.split(r"[\s,]+", found[2]) if re.search(rf"\b{name}\b", body)]
        written = textwrap.fill(
            f"from {found[1]} import ({', '.join(names)})", 88, subsequent_indent="    "
        )
        return f"{written}\n" if names else ""

    return _IMPORT.sub(kept, source)


def _uic() -> Path:
    windows = Path(_pyside).parent / "uic.exe"
    return windows if windows.exists() else _UIC


def target_of(form: Path) -> Path:
    """Where the compiled form lies."""
    return FORMS / f"ui_{form.stem}.py"


def stale_forms() -> list[str]:
    """Forms whose compiled file is missing or differs, and compiled files without a form."""
    sources = sorted(UI.glob("*.ui"))
    stale = [
        form.name
        for form in sources
        if not target_of(form).exists()
        or target_of(form).read_text(encoding="utf-8") != compiled(form)
    ]
    known = {target_of(form) for form in sources}
    return stale + [file.name for file in sorted(FORMS.glob("ui_*.py")) if file not in known]


def main(arguments: list[str]) -> int:
    """Compile what has changed; with --check only say so, by name and by exit status."""
    stale = stale_forms()
    if "--check" not in arguments:
        for name in stale:
            form = UI / name
            if form.exists():
                target_of(form).write_text(compiled(form), encoding="utf-8", newline="\n")
            else:
                (FORMS / name).unlink()
    print("\n".join(stale) or "all forms are current")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
