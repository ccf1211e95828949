"""The files of resources/, wherever this program runs from: checkout, wheel or frozen bundle."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from pathlib import Path

_PACKAGE = files("disclosure_desk")
_CHECKOUT = Path(__file__).resolve().parent.parent


def shipped(name: str) -> Traversable:
    """A file or folder of resources/ by its name with slashes, such as "editions/2021.toml".

    The wheel and the frozen bundle carry resources/ inside the package; in a checkout the
    folder lies beside it. Raises FileNotFoundError, naming where it looked.
    """
    inside = _PACKAGE / "resources"
    root: Traversable = inside if inside.is_dir() else _CHECKOUT / "resources"
    found = root.joinpath(*name.split("/"))
    if not (found.is_file() or found.is_dir()):
        raise FileNotFoundError(f"not shipped with this program: {name} (looked in {root})")
    return found


def shipped_path(name: str) -> AbstractContextManager[Path]:
    """The same as a real path, for Qt, openpyxl and python-docx; valid inside the `with`."""
    return as_file(shipped(name))
