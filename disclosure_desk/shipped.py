"""The files of resources/, wherever this program runs from: checkout, wheel or frozen bundle."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_PACKAGE = Path(__file__).resolve().parent


def shipped(name: str) -> "Traversable":
    """A file or folder of resources/ by its name with slashes, such as "editions/2021.toml".

    The wheel and the frozen bundle carry resources/ inside the package; in a checkout the
    folder lies beside it. Raises FileNotFoundError, naming where it looked.
    """
    root = _resources()
    found = root.joinpath(*name.split("/"))
    if not (found.is_file() or found.is_dir()):
        raise FileNotFoundError(f"not shipped with this program: {name} (looked in {root})")
    return found


def shipped_path(name: str) -> AbstractContextManager[Path]:
    """The same as a real path, for Qt, openpyxl and python-docx; valid inside the `with`."""
    found = shipped(name)
    if isinstance(found, Path):
        return nullcontext(found)
    from importlib.resources import as_file

    return as_file(found)


def _resources() -> "Traversable":
    for folder in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if folder.is_dir():
            return folder
    # Not in a folder: whatever brought the package brings these, too.
    from importlib.resources import files  # takes a while to load, which start-up need not wait for

    return files("disclosure_desk") / "resources"
