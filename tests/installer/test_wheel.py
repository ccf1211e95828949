"""The wheel is the whole program: installed alone and run elsewhere, it makes a table."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAMS = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout, built without fetching anything."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    # From elsewhere: in the checkout the output folder build/ would stand before the package.
    done = subprocess.run(
        [*build, str(ROOT)], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the programs of a clean environment that has the wheel and nothing else."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder)
    programs = folder / PROGRAMS
    pip = [sys.executable, "-m", "pip", "--python", str(programs / "python"), "install"]
    quietly = ["--quiet", "--no-deps", "--no-index", "--disable-pip-version-check"]
    subprocess.run([*pip, *quietly, str(wheel)], cwd=folder, check=True)
    return programs


def call(program: Path, *arguments: str, folder: Path) -> str:
    """What an installed program prints; the libraries come from here, the checkout does not."""
    # A folder named in PYTHONPATH has its .pth files ignored, so also that of an editable copy.
    variables = os.environ | {"PYTHONPATH": sysconfig.get_path("purelib"), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=variables,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def files_below(folder: Path, *, pattern: str = "*") -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob(pattern)
        if file.is_file() and "__pycache__" not in file.parts
    }


def in_wheel(wheel: Path, prefix: str) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        names = [name for name in archive.namelist() if name.startswith(prefix)]
        return {name.removeprefix(prefix): archive.read(name) for name in names}


def test_the_wheels_resources_equal_the_folder_file_for_file(wheel: Path) -> None:
    assert in_wheel(wheel, "disclosure_desk/resources/") == files_below(ROOT / "resources")


def test_the_wheel_holds_every_module_and_no_other_folder(wheel: Path) -> None:
    shipped = in_wheel(wheel, "disclosure_desk/")
    assert files_below(ROOT / "disclosure_desk", pattern="*.py").items() <= shipped.items()
    with zipfile.ZipFile(wheel) as archive:
        top = {name.split("/")[0] for name in archive.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"disclosure_desk"}


def test_the_installed_program_is_not_the_checkout(installed: Path, tmp_path: Path) -> None:
    ask = "import disclosure_desk; print(disclosure_desk.__file__)"
    place = call(installed / "python", "-c", ask, folder=tmp_path)
    assert Path(place.strip()).is_relative_to(installed.parent)


def test_the_installed_program_makes_a_table(installed: Path, tmp_path: Path) -> None:
    program = installed / "disclosure-desk"
    sample = ["--unit", "示例县科学技术局", "--sample"]
    call(program, "new", "--db", "示例.db", *sample, folder=tmp_path)
    printed = call(program, "table", "--db", "示例.db", "--year", "2025", "--json", folder=tmp_path)
    assert json.loads(printed)["cells"]["requests.new.total"] > 0
