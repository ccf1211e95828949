r"""Set everything up, then do the main job or run all tests.

    python3 installer/start.py          the desktop on the sample office, or, without a
                                        display, the sample's table, report and ledger
    python3 installer/start.py test     every check; the exit status is their result

Needs Python 3.11 with venv and nothing else; on Windows: py -3 installer\start.py
Exit status: 0 done, 1 the job or a check failed, 2 the set-up could not be completed.
"""

import sys

# Before anything that an older Python cannot read; this file must still parse there.
if sys.version_info < (3, 11):  # noqa: UP036
    sys.exit("需要 Python 3.11 或更新的版本（Python 3.11 or newer is needed）")

import argparse
import json
import subprocess
import time
from pathlib import Path

from environment import (
    ROOT,
    Environment,
    clean_variables,
    is_ready,
    make_ready,
    own_environment,
    packages_in,
)
from machine import apt_prefix, has_display, install, missing_packages, qt_starts, request_for
from talk import JobError, SetupError, prepare_output, say

SAMPLE_FOLDER = ROOT / "dist" / "sample"
SAMPLE_UNIT = "示例县科学技术局"
SAMPLE_YEAR = 2025
DISK_SPACE = {"app": "约 470 MB", "dev": "约 620 MB"}
# A process a processor, each with tests that stand next to each other: what these share is made
# once. A later -n in the call takes its place.
ON_ALL_PROCESSORS = ["-n", "auto", "--maxprocesses", "4", "--dist", "worksteal"]
# What only one of the systems has is met by types alone on the other. Its memory is kept apart:
# each of the two would take the other's for outdated.
AS_ON_WINDOWS = ["--platform", "win32", "--cache-dir", ".mypy_cache/win32"]
PRODUCTS = {"table": "统计表", "report": "年度报告", "ledger": "台账"}


def main() -> int:
    """Read the arguments, set up, and do what was asked."""
    prepare_output()
    options, pytest_arguments = _parser().parse_known_args()
    if pytest_arguments and options.job != "test":
        _parser().error(f"不认识的参数：{' '.join(pytest_arguments)}")
    environment = own_environment()
    try:
        missing = _set_up(environment, options)
        if options.job == "test":
            return _run_checks(environment, pytest_arguments)
        if _window_is_possible(environment, missing, options):
            return _open_window(environment)
        return _work_on_command_line(environment)
    except SetupError as error:
        print(error, file=sys.stderr)
        return error.exit_status
    except KeyboardInterrupt:
        say("已停止；再运行一次会接着做", "stopped")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description="准备好信息公开工作台并打开示例，或运行全部检查（set up, then run or test）"
    )
    parser.add_argument("job", nargs="?", choices=["run", "test"], default="run")
    parser.add_argument(
        "--no-window", action="store_true", help="只用命令行，不打开窗口（command line only）"
    )
    parser.add_argument(
        "--no-system", action="store_true", help="不安装任何系统组件（never call apt）"
    )
    return parser


# ------------------------------------------------------------------------------- set-up


def _set_up(environment: Environment, options: argparse.Namespace) -> list[str]:
    """Say what will be installed, install it, and return the system packages still missing."""
    lock = "dev" if options.job == "test" else "app"
    ready = is_ready(environment, lock)
    missing = missing_packages()
    prefix = apt_prefix() if missing and not options.no_system else None
    _announce(environment, lock=lock, ready=ready, missing=missing, by_apt=prefix is not None)
    if prefix is not None and missing:
        if not install(missing, prefix):
            say("系统组件没有装全，原因见上", "apt-get failed")
        missing = missing_packages()
    if not ready:
        make_ready(environment, lock)
    if missing:
        say(request_for(missing), "the window needs these system packages")
    return missing


def _announce(
    environment: Environment, *, lock: str, ready: bool, missing: list[str], by_apt: bool
) -> None:
    say("信息公开工作台：准备运行环境", "disclosure-desk: setting up")
    if ready:
        say(f"  Python 组件：已齐备，在 {environment.folder}", "found, nothing to install")
    else:
        say(
            f"  Python 组件：将按 installer/locks/{lock}.txt 安装 {packages_in(lock)} 个"
            f"（版本固定、逐个核对哈希，{DISK_SPACE[lock]}），只放在 {environment.folder}",
            "Python packages, locked, into this folder only",
        )
    if not missing:
        say("  系统组件：已齐备", "system packages: nothing to install")
    elif by_apt:
        say(f"  系统组件：将用 apt 安装 {'、'.join(missing)}", "by apt")
    else:
        say(f"  系统组件：缺 {len(missing)} 个，这里不能代为安装", "not allowed to install here")


# ------------------------------------------------------------------------------- main job


def _window_is_possible(
    environment: Environment, missing: list[str], options: argparse.Namespace
) -> bool:
    if options.no_window:
        return False
    if not has_display():
        say("没有找到显示器，改用命令行完成同样的工作", "no display: on the command line")
        return False
    if missing or not qt_starts(environment):
        say("窗口在这里打不开，改用命令行完成同样的工作", "no window: on the command line")
        return False
    return True


def _open_window(environment: Environment) -> int:
    office = _sample_office(environment)
    say(f"正在打开示例单位的办公文件：{office}", "opening the desktop")
    return subprocess.run(
        _program(environment, "open", str(office)), cwd=ROOT, env=clean_variables(), check=False
    ).returncode


def _work_on_command_line(environment: Environment) -> int:
    """Export the sample's year and name the files."""
    office = _sample_office(environment)
    folder = SAMPLE_FOLDER / f"{SAMPLE_YEAR}年度"
    arguments = ["export", "--db", str(office), "--year", str(SAMPLE_YEAR), "--out", str(folder)]
    done = subprocess.run(
        _program(environment, *arguments, "--json"),
        cwd=ROOT,
        env=clean_variables(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise JobError("示例没有导出成功，原因见上", "the export failed")
    say(f"示例单位 {SAMPLE_YEAR} 年的统计表、年度报告和台账已生成：", "files written")
    for product, path in json.loads(done.stdout)["files"].items():
        say(f"  {PRODUCTS.get(product, product)}：{path}", product)
    say(f"  办公文件：{office}", "office file")
    return 0


def _sample_office(environment: Environment) -> Path:
    """The sample office file, made at the first run and kept with whatever was tried in it."""
    office = SAMPLE_FOLDER / f"{SAMPLE_UNIT}.db"
    if office.exists():
        return office
    SAMPLE_FOLDER.mkdir(parents=True, exist_ok=True)
    say(f"正在建立示例单位的办公文件：{office}", "making the sample office")
    arguments = ["new", "--db", str(office), "--unit", SAMPLE_UNIT, "--sample"]
    done = subprocess.run(
        _program(environment, *arguments), cwd=ROOT, env=clean_variables(), check=False
    )
    if done.returncode != 0:
        raise JobError("示例办公文件没有建成，原因见上", "the sample could not be made")
    return office


def _program(environment: Environment, *arguments: str) -> list[str]:
    return [str(environment.python), "-m", "disclosure_desk", *arguments]


# ------------------------------------------------------------------------------- checks


def _run_checks(environment: Environment, pytest_arguments: list[str]) -> int:
    """Run every check, also after one has failed, and sum them up."""
    without_qt = not qt_starts(environment, qt_platform="offscreen")
    if without_qt:
        say("Qt 在这里不能启动，桌面部分不检查", "the desktop is left out")
        pytest_arguments = ["-p", "no:pytest-qt", *pytest_arguments]
    else:
        pytest_arguments = [*ON_ALL_PROCESSORS, *pytest_arguments]
    checks = {
        "代码规范 ruff": ["ruff", "check", "."],
        "类型 mypy": ["mypy"],
        "类型 mypy（Windows）": ["mypy", *AS_ON_WINDOWS],
        "窗体 forms": ["disclosure_desk.desk.forms", "--check"],
        "测试 pytest": ["pytest", *pytest_arguments],
    }
    if without_qt:
        del checks["窗体 forms"]  # the form compiler is a Qt program too
    results: dict[str, tuple[bool, float]] = {}
    for name, arguments in checks.items():
        say(f"\n== {name}")
        began = time.monotonic()
        done = subprocess.run(
            [str(environment.python), "-m", *arguments],
            cwd=ROOT,
            env=clean_variables(),
            check=False,
        )
        results[name] = (done.returncode == 0, time.monotonic() - began)
    return _sum_up(results, without_qt=without_qt)


def _sum_up(results: dict[str, tuple[bool, float]], *, without_qt: bool) -> int:
    say("")
    for name, (passed, seconds) in results.items():
        say(f"{'通过 ok    ' if passed else '未通过 FAIL'}  {name}  {seconds:.0f} s")
    if not all(passed for passed, _ in results.values()):
        say("有检查未通过", "failed")
        return 1
    say("全部通过" + ("，桌面部分未测" if without_qt else ""), "passed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
