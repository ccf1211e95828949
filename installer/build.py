"""Build what an office installs: a one-folder program, and made from it a .deb or a set-up.

    python installer/build.py           into dist/
    python installer/build.py --check   the same, then start them and make table and report

The .deb is made where dpkg-deb is, the set-up on Windows where NSIS is.
Only dist/ and build/ are written.
"""

import argparse
import gzip
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from environment import ROOT, clean_variables, is_ready, make_ready, own_environment
from machine import (
    CHINESE_FONT,
    QT_LIBRARIES,
    apt_prefix,
    install,
    missing_build_packages,
    request_for,
)
from talk import SetupError, prepare_output, say
from windows import find_makensis, setup_call, version_text

INPUTS = ROOT / "installer"
DIST = ROOT / "dist"
WORK = ROOT / "build"
NAME = "disclosure-desk"
BUNDLE = DIST / NAME
PROGRAM = f"{NAME}.exe" if os.name == "nt" else NAME
# Newer releases renamed a library's package; any Chinese font will do.
ALTERNATIVES = {
    "libglib2.0-0": "libglib2.0-0 | libglib2.0-0t64",
    CHINESE_FONT: f"{CHINESE_FONT} | fonts-wqy-zenhei | fonts-wqy-microhei",
}
SECONDS_TO_STAND = 6


def main() -> int:
    """Build, and check on request."""
    prepare_output()
    parser = argparse.ArgumentParser(description="制作安装包（build the packages）")
    parser.add_argument("--check", action="store_true", help="制作后试运行（try them out）")
    options = parser.parse_args()
    try:
        _find_tools()
        _freeze(_python())
        programs = {"程序文件夹": BUNDLE / PROGRAM}
        with tempfile.TemporaryDirectory() as unpacked:
            if shutil.which("dpkg-deb"):
                package = _make_deb()
                _run(["dpkg-deb", "--extract", str(package), unpacked])
                programs[package.name] = Path(unpacked, "opt", NAME, PROGRAM)
            if makensis := find_makensis():
                _make_setup(makensis)
            if options.check:
                for name, program in programs.items():
                    _check(name, program)
    except SetupError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    return 0


def _find_tools() -> None:
    """Have what PyInstaller calls; ask for it in one sentence where it may not be installed."""
    missing = missing_build_packages()
    prefix = apt_prefix() if missing else None
    if missing and not (prefix and install(missing, prefix)):
        raise SetupError(request_for(missing, purpose="制作安装包"), "packages are missing")


def _python() -> Path:
    """A Python that has PyInstaller: the present one, or that of this checkout."""
    if importlib.util.find_spec("PyInstaller") is not None:
        return Path(sys.executable)
    environment = own_environment()
    if not is_ready(environment, "dev"):
        make_ready(environment, "dev")
    return environment.python


def _run(arguments: list[str]) -> None:
    done = subprocess.run(arguments, cwd=ROOT, env=clean_variables(), check=False)
    if done.returncode != 0:
        raise SetupError(f"{Path(arguments[0]).name} 没有成功，原因见上", "a step failed")


def _freeze(python: Path) -> None:
    say("正在制作程序文件夹……", "PyInstaller")
    WORK.mkdir(exist_ok=True)
    (WORK / "version.txt").write_text(version_text(_version()), encoding="utf-8")
    folders = ["--distpath", str(DIST), "--workpath", str(WORK / "pyinstaller")]
    spec = str(INPUTS / f"{NAME}.spec")
    _run([str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *folders, spec])
    say(f"程序文件夹：{BUNDLE}（{_kilobytes(BUNDLE) // 1024} MB）")


# ------------------------------------------------------------------------------- the .deb


def _make_deb() -> Path:
    """The bundle below /opt, a link in /usr/bin, the menu entry with its icon."""
    say("正在制作 .deb……", "dpkg-deb")
    root = WORK / "deb"
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(BUNDLE, root / "opt" / NAME, symlinks=True)
    (root / "usr" / "bin").mkdir(parents=True)
    (root / "usr" / "bin" / NAME).symlink_to(f"/opt/{NAME}/{PROGRAM}")
    share = root / "usr" / "share"
    debian = INPUTS / "debian"
    _copy(debian / f"{NAME}.desktop", share / "applications" / f"{NAME}.desktop")
    _copy(debian / f"{NAME}.svg", share / f"icons/hicolor/scalable/apps/{NAME}.svg")
    _copy(ROOT / "LICENSE", share / "doc" / NAME / "copyright")
    changes = gzip.compress((ROOT / "CHANGELOG.md").read_bytes(), mtime=0)
    (share / "doc" / NAME / "changelog.gz").write_bytes(changes)
    control = root / "DEBIAN" / "control"
    control.parent.mkdir()
    control.write_text(_control(_kilobytes(root)), encoding="utf-8")
    package = DIST / f"{NAME}_{_version()}_{_architecture()}.deb"
    _run(["dpkg-deb", "--root-owner-group", "--build", str(root), str(package)])
    say(f"安装包：{package}（{package.stat().st_size // 2**20} MB）")
    return package


def _control(installed_size: int) -> str:
    packages = sorted({*QT_LIBRARIES.values(), CHINESE_FONT})
    glibc = f"libc6 (>= {platform.libc_ver()[1]})"
    template = (INPUTS / "debian" / "control.in").read_text(encoding="utf-8")
    return template.format(
        version=_version(),
        architecture=_architecture(),
        installed_size=installed_size,
        depends=", ".join([glibc, *(ALTERNATIVES.get(name, name) for name in packages)]),
    )


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _version() -> str:
    with (ROOT / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def _architecture() -> str:
    asked = subprocess.run(
        ["dpkg", "--print-architecture"], capture_output=True, text=True, check=True
    )
    return asked.stdout.strip()


def _kilobytes(folder: Path) -> int:
    files = (file for file in folder.rglob("*") if file.is_file() and not file.is_symlink())
    return sum(-(-file.stat().st_size // 1024) for file in files)


# ------------------------------------------------------------------------------- for Windows


def _make_setup(makensis: str) -> None:
    say("正在制作 Windows 安装程序……", "NSIS")
    program = DIST / f"{NAME}_{_version()}_win64.exe"
    _run(setup_call(makensis, _version(), BUNDLE, program))
    say(f"安装程序：{program}（{program.stat().st_size // 2**20} MB）")


# ------------------------------------------------------------------------------- trying out


def _check(name: str, program: Path) -> None:
    """Make the sample, its table and report with a built program, and open its window."""
    with tempfile.TemporaryDirectory() as folder:
        office = str(Path(folder, "示例.db"))
        _ask(program, folder, "new", "--db", office, "--unit", "示例县科学技术局", "--sample")
        year = ["--db", office, "--year", "2025", "--json"]
        table = json.loads(_ask(program, folder, "table", *year))
        files = json.loads(_ask(program, folder, "export", *year, "--out", folder))["files"]
        empty = [path for path in files.values() if Path(path).stat().st_size == 0]
        if empty or not table["cells"]:
            raise SetupError(f"{name} 生成的文件是空的：{empty}", "an empty product")
        _check_window(name, program, office)
    say(f"{name}：统计表 {len(table['cells'])} 个数、{len(files)} 个文件、窗口都正常", "works")


def _ask(program: Path, folder: str, *arguments: str) -> str:
    """What the built program prints when it runs elsewhere, without this checkout in reach."""
    done = subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=clean_variables(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise SetupError(f"{program} {arguments[0]} 没有成功，原因见上", "the program failed")
    return done.stdout


def _check_window(name: str, program: Path, office: str) -> None:
    """The window must still stand after some seconds, then it is told to go."""
    variables = clean_variables() | {"QT_QPA_PLATFORM": "offscreen"}
    window = subprocess.Popen([str(program), "open", office], env=variables)
    try:
        status = window.wait(timeout=SECONDS_TO_STAND)
    except subprocess.TimeoutExpired:
        window.terminate()
        window.wait()
        return
    raise SetupError(f"{name} 的窗口自己关闭了（{status}）", "the window did not stay")


if __name__ == "__main__":
    sys.exit(main())
