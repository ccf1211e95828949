"""The Python environment of this checkout: made from a lock file, found again, or rebuilt.

Its folder carries a mark. The mark says "unfinished" while packages are being installed and
afterwards names the locks that the folder satisfies, so that a stopped set-up, a newer lock,
another Python or a moved checkout are told apart from a finished one.
"""

import hashlib
import importlib.util
import json
import os
import platform
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

from talk import SetupError, say

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "installer" / "locks"
MARK = "disclosure-desk.mark"
UNFINISHED = "unfinished"


@dataclass(frozen=True)
class Environment:
    """A folder with its own Python."""

    folder: Path

    @property
    def python(self) -> Path:
        if os.name == "nt":
            return self.folder / "Scripts" / "python.exe"
        return self.folder / "bin" / "python"

    @property
    def mark(self) -> Path:
        return self.folder / MARK

    def satisfied(self) -> set[str]:
        """The fingerprints of the locks that are completely installed here."""
        if not self.mark.is_file():
            return set()
        fingerprints = set(self.mark.read_text(encoding="utf-8").split()) - {UNFINISHED}
        return fingerprints if fingerprints and _runs(self.python) else set()


def own_environment() -> Environment:
    """The folder that belongs to this set-up: .venv, unless somebody else made that one."""
    usual = Environment(ROOT / ".venv")
    if usual.folder.exists() and not usual.mark.exists():
        return Environment(ROOT / ".venv-start")
    return usual


def is_ready(environment: Environment, lock: str) -> bool:
    """Whether nothing has to be installed for this lock."""
    return _fingerprint(lock) in environment.satisfied()


def packages_in(lock: str) -> int:
    """How many packages a lock names."""
    lines = (LOCKS / f"{lock}.txt").read_text(encoding="utf-8").splitlines()
    return sum("==" in line and not line.startswith((" ", "#")) for line in lines)


def make_ready(environment: Environment, lock: str) -> None:
    """Install a lock and this checkout. `dev` holds all of `app` in the same versions."""
    if lock != "dev" or not is_ready(environment, "app"):
        _make_empty(environment)
    environment.mark.write_text(UNFINISHED, encoding="utf-8")
    say(f"正在下载并安装 {packages_in(lock)} 个组件，请稍候……", "installing packages")
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    pip = [str(environment.python), "-m", "pip", "install", *quiet]
    pip += ["--no-input", "--disable-pip-version-check"]
    # Wheels only: nothing is compiled here, and nothing unlocked is fetched for a build.
    wheels = ["--only-binary", ":all:", "--require-hashes", "-r", str(LOCKS / f"{lock}.txt")]
    _run([*pip, *wheels])
    _run([*pip, "--no-deps", "--no-build-isolation", "--no-index", "--editable", str(ROOT)])
    fingerprints = {_fingerprint(lock), _fingerprint("app")}
    environment.mark.write_text("\n".join(sorted(fingerprints)) + "\n", encoding="utf-8")


def clean_variables() -> dict[str, str]:
    """The variables for a child: no other Python's paths, UTF-8 everywhere."""
    foreign = {"PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV"}
    kept = {name: value for name, value in os.environ.items() if name not in foreign}
    return kept | {"PYTHONUTF8": "1", "PYTHONNOUSERSITE": "1"}


def _make_empty(environment: Environment) -> None:
    if importlib.util.find_spec("ensurepip") is None:
        raise SetupError(
            "缺少 Python 的 venv 组件，请先运行：sudo apt-get install -y python3-venv",
            "python3-venv is missing",
        )
    try:
        if environment.folder.exists():
            shutil.rmtree(environment.folder)
        environment.folder.mkdir()
        environment.mark.write_text(UNFINISHED, encoding="utf-8")
    except OSError as error:
        raise SetupError(
            f"不能重建 {environment.folder}：{error.strerror}，请检查权限并关闭正在使用它的程序",
            "cannot rebuild the environment",
        ) from error
    # The interpreter below any active environment, which may be the one being replaced.
    base = str(getattr(sys, "_base_executable", "") or sys.executable)
    _run([base, "-m", "venv", str(environment.folder)])


def _fingerprint(lock: str) -> str:
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = json.dumps(tomllib.load(file)["project"], sort_keys=True)
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    parts = [project, python, platform.system(), platform.machine(), str(ROOT)]
    locked = (LOCKS / f"{lock}.txt").read_bytes()
    digest = hashlib.sha256("\n".join(parts).encode() + locked).hexdigest()
    return f"{lock}:{digest}"


def _runs(python: Path) -> bool:
    """Whether an environment's Python still starts; its base may have been removed."""
    try:
        asked = subprocess.run([str(python), "-c", "import pip"], capture_output=True, check=False)
    except OSError:
        return False
    return asked.returncode == 0


def _run(arguments: list[str]) -> None:
    done = subprocess.run(arguments, cwd=ROOT, env=clean_variables(), check=False)
    if done.returncode != 0:
        raise SetupError(
            "安装没有完成，原因见上；请检查网络（或用 PIP_INDEX_URL 指定镜像）后再运行一次",
            f"failed: {' '.join(Path(part).name for part in arguments[:4])}",
        )
