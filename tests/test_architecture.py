"""The shape of the project: layers, top-level entries, what starts without what."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    "pyproject.toml",
    "README.md",
    "CHANGELOG.md",
    "LICENSE",
    "disclosure_desk",
    "ui",
    "resources",
    "tests",
    "installer",
}


def tracked_files() -> list[str]:
    """The files that git knows, with slashes."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    return [name for name in listed.stdout.split("\0") if name]


def test_imports_keep_to_the_layers() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_command_line_reaches_the_desk_only_inside_a_function() -> None:
    files = list((ROOT / "disclosure_desk" / "cli").glob("*.py"))
    assert files
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        imported = {name for node in tree.body for name in _imports_at_start(node)}
        assert not {name for name in imported if name.startswith("disclosure_desk.desk")}, file


def _imports_at_start(node: ast.stmt) -> set[str]:
    """The modules that a statement imports when the file is loaded, functions left out."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return set()
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        return {module} | {f"{module}.{alias.name}" for alias in node.names}
    inner = (child for child in ast.iter_child_nodes(node) if isinstance(child, ast.stmt))
    return {name for child in inner for name in _imports_at_start(child)}


def test_the_top_level_holds_what_the_layout_names_and_nothing_else() -> None:
    found = {name.split("/")[0] for name in tracked_files()}
    assert {name for name in found if not name.startswith(".")} == TOP_LEVEL


@pytest.mark.parametrize("folder", ["ui", "resources"])
def test_forms_and_material_hold_no_python(folder: str) -> None:
    assert not list((ROOT / folder).rglob("*.py"))


def test_nothing_in_the_package_hides_the_resources() -> None:
    assert not (ROOT / "disclosure_desk" / "resources").exists()


def test_text_files_are_utf8_with_unix_line_ends() -> None:
    endings = {".py", ".toml", ".md", ".ui", ".txt", ".yaml", ".yml", ".ini", ".in"}
    for name in tracked_files():
        path = ROOT / name
        if path.suffix in endings and path.is_file():
            content = path.read_bytes()
            content.decode("utf-8")
            assert b"\r\n" not in content, name


def modules_after(*arguments: str) -> set[str]:
    """The top-level modules loaded once the command line has done a call."""
    code = (
        "import sys\n"
        "from disclosure_desk.__main__ import main\n"
        "try:\n"
        "    main()\n"
        "except SystemExit:\n"
        "    pass\n"
        "print('LOADED', *sorted({name.split('.')[0] for name in sys.modules}))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split()) - {"LOADED"}


def test_help_loads_neither_qt_nor_excel_nor_word() -> None:
    loaded = modules_after("--help")
    assert not loaded & {"PySide6", "openpyxl", "docx", "xlsxwriter", "python_calamine"}


def test_a_table_is_counted_without_qt(tmp_path: Path) -> None:
    office = str(tmp_path / "office.db")
    made = modules_after("new", "--db", office, "--unit", "示例县科学技术局", "--sample")
    counted = modules_after("table", "--db", office, "--year", "2025", "--json")
    assert "PySide6" not in made | counted
