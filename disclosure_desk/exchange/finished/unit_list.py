"""The list of units whose reports are awaited: a text file, a unit a line."""

import re
from pathlib import Path

from disclosure_desk.faults import Fault, reason_of

# Each part is bounded: a line of nothing but blanks would be searched from every one of them.
_VERTICAL = re.compile(
    r"[\s,，、;；:：]{0,9}[（(\[【]?\s{0,9}垂直(?:管理|系统)?(?:单位)?\s{0,9}[)）\]】]?\s*$"
)
_NUMBERED = re.compile(r"^\s*\d{1,9}\s*[.、．)）\t]\s*")
_LARGEST = 1024**2
_LONGEST_NAME = 80


def read_units(path: Path) -> list[tuple[str, bool]]:
    """Each unit, and whether the line says «垂直管理» behind it. Raises Fault for no such file."""
    try:
        if path.is_dir():
            raise Fault(f"“{path}”是文件夹，应是每行一个单位的文本文件。")
        if path.stat().st_size > _LARGEST:
            raise Fault(f"“{path}”太大，应是每行一个单位的文本文件。")
        content = path.read_bytes()
    except OSError as error:
        raise Fault(f"无法读取单位名单“{path}”，{reason_of(error)}，请检查路径。") from error
    units: dict[str, bool] = {}
    for line in _decoded(path, content).splitlines():
        told = _NUMBERED.sub("", line).strip()
        name = _VERTICAL.sub("", told).strip()
        if len(name) > _LONGEST_NAME:
            raise Fault(f"“{path}”里的“{name[:20]}…”不像单位名称，应每行写一个单位。")
        if name:
            units[name] = units.get(name, False) or name != told
    if not units:
        raise Fault(f"“{path}”里没有单位名称，应每行写一个单位。")
    return list(units.items())


def _decoded(path: Path, content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise Fault(f"“{path}”不是文本文件，请把单位名单存为每行一个单位的 .txt 文件。")
