"""What Word and Excel files have in common: properties, embedded files, links to other files."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from lxml import etree

from disclosure_desk.exchange.finished.packages import local_name, parsed, part_of
from disclosure_desk.records.finding import Finding
from disclosure_desk.rules.not_public import private_signs

_PERSONS = {"creator": "作者", "lastModifiedBy": "上次修改者", "manager": "主管"}
# Names of offices and of programs are no persons.
_OFFICE = re.compile(
    r"[局办委厅部院会处科室站所队中心政府单位公司学校公室]$|信息公开工作台|openpyxl|python-docx"
    r"|Microsoft|Administrator|Apache POI|WPS|Office|^User$|^PC$|^admin$",
    re.IGNORECASE,
)
_EMBEDDED = ("/embeddings/", "/activeX/", "/ctrlProps/")
_LINKED = ("oleObject", "image", "externalLink", "attachedTemplate", "subDocument", "frame")
_NAMED = 3
_LARGEST_LINKS = 2 * 1024**2


def of_package(path: Path, package: zipfile.ZipFile) -> Iterator[Finding]:
    """U6, U9 and U11."""
    yield from _persons(path, package)
    names = package.namelist()
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        yield Finding("U9", "warning", "文件里有宏，公开前请另存为不带宏的 .xlsx 或 .docx。")
    embedded = [name for name in names if any(one in name for one in _EMBEDDED)]
    if embedded:
        words = f"文件里嵌有{len(embedded)}个其他文件或者控件，里面的内容会一起公开，请删去。"
        yield Finding("U9", "error", words)
    for target in list(dict.fromkeys(_linked(path, package)))[:_NAMED]:
        words = f"文件连着本机或者别处的文件“{shortened(target)}”，请断开链接。"
        yield Finding("U6", "error", words)


def _persons(path: Path, package: zipfile.ZipFile) -> Iterator[Finding]:
    for part in ("docProps/core.xml", "docProps/app.xml"):
        if part not in package.namelist():
            continue
        for one in parsed(part_of(path, package, part)):
            name = local_name(one)
            text = (one.text or "").strip()
            label = _PERSONS.get(name) or _PERSONS.get(name[:1].lower() + name[1:])
            if label and text and not _OFFICE.search(text):
                words = f"文件属性的“{label}”是“{shortened(text)}”，像是个人姓名，公开前请清除。"
                yield Finding("U11", "hint", words)


def _linked(path: Path, package: zipfile.ZipFile) -> Iterator[str]:
    """Where relations lead outside of the file; links that a reader clicks are meant to."""
    for name in package.namelist():
        if not name.endswith(".rels") or package.getinfo(name).file_size > _LARGEST_LINKS:
            continue
        for one in parsed(part_of(path, package, name)):
            kind = one.get("Type", "").rpartition("/")[2]
            if one.get("TargetMode") == "External" and kind.startswith(_LINKED):
                yield one.get("Target", "")


def value_of(element: etree._Element, name: str) -> str:
    """An attribute, in whatever namespace it stands."""
    return next(
        (str(held) for key, held in element.items() if str(key).rpartition("}")[2] == name), ""
    )


def shortened(text: str, most: int = 30) -> str:
    """The beginning of a text on one line."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 1]}…"


def private_found(places: Iterable[tuple[str, str]]) -> Iterator[Finding]:
    """U10: private signs by place and text; telephones of offices are meant to be read."""
    told: dict[str, list[str]] = {}
    for place, text in places:
        for sign in private_signs(text):
            if sign.kind != "telephone":
                told.setdefault(sign.told, []).append(place)
    for number, (words, found) in enumerate(told.items()):
        if number == _MOST_SIGNS:
            yield Finding("U10", "error", f"还有{len(told) - number}处个人信息或者内部标志。")
            return
        where = "、".join(dict.fromkeys(found[:_NAMED])) + ("等" if len(found) > _NAMED else "")
        yield Finding("U10", "error", f"{where}有{words}，公开前请删去或者遮盖。")


_MOST_SIGNS = 20
