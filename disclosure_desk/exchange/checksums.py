"""A list of hashes beside files, as `sha256sum -c` reads it, and the check that it stands for."""

import hashlib
import re
from pathlib import Path, PurePosixPath

from disclosure_desk.faults import Fault, Refusal, reason_of

CHECKSUMS = "SHA256SUMS.txt"
_LINE = re.compile(r"(?P<hash>[0-9a-f]{64}) [ *](?P<name>.+)")
_LARGEST_LIST = 64 * 1024**2
_READ_AT_ONCE = 1 << 20


def write_checksums(folder: Path) -> Path:
    """List every file below a folder with its hash, in the order of their names."""
    lines = [f"{sha256_of(path)}  {name}\n" for name, path in _files(folder).items()]
    listed = folder / CHECKSUMS
    listed.write_text("".join(lines), encoding="utf-8", newline="\n")
    return listed


def check_checksums(folder: Path) -> list[str]:
    """What is wrong with the files below a folder, a sentence each; empty when all are as listed.

    A file that the list does not know is told too. Raises Refusal where there is no such list.
    """
    told = _listed(folder / CHECKSUMS)
    files = _files(folder)
    wrong = []
    for name, digest in told.items():
        path = files.pop(name, None)
        if path is None:
            wrong.append(f"“{name}”不见了。")
        elif sha256_of(path) != digest:
            wrong.append(f"“{name}”的内容和归档时不一样。")
    return wrong + [f"“{name}”不在归档时的清单里。" for name in files]


def sha256_of(path: Path) -> str:
    """The hash of a file as it lies there now. Raises Fault where it cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as file:
            while part := file.read(_READ_AT_ONCE):
                digest.update(part)
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查磁盘。") from error
    return digest.hexdigest()


def _files(folder: Path) -> dict[str, Path]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and not path.is_symlink())
    names = {path.relative_to(folder).as_posix(): path for path in found}
    names.pop(CHECKSUMS, None)
    return names


def _listed(path: Path) -> dict[str, str]:
    try:
        if path.stat().st_size > _LARGEST_LIST:
            raise Fault(f"“{path}”太大，不是年度归档的清单，不能核对。")
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise Fault(f"“{path}”不是文字，已经损坏，不能核对。") from None
        raise Refusal(f"“{path.parent}”里没有“{CHECKSUMS}”，不是年度归档的文件夹。") from None
    except OSError as error:
        raise Fault(f"无法读取“{path}”，{reason_of(error)}，请检查路径和权限。") from error
    found = [_LINE.fullmatch(line) for line in lines]
    if not found or not all(found):
        raise Fault(f"“{path}”的写法不对，可能被改过，不能核对。")
    told = {one["name"]: one["hash"] for one in found if one}
    if any(PurePosixPath(name).is_absolute() or ".." in name.split("/") for name in told):
        raise Fault(f"“{path}”指向文件夹以外的文件，可能被改过，不能核对。")
    return told
