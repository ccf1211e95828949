"""What a workbook holds unseen: sheets, rows, columns, comments, names, white cells, links."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from posixpath import join, normpath

from lxml import etree

from disclosure_desk.exchange.finished.packages import local_name, parsed, part_of, whole_number
from disclosure_desk.exchange.ledger_format import CHOICES_SHEET
from disclosure_desk.exchange.unseen.in_package import private_found, shortened, value_of
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.finding import Finding

_N = "{*}"
_NAMED = 3
_MOST_SHEETS = 200
_WHITE = frozenset(("FFFFFFFF", "00FFFFFF", "FFFFFF"))
_COMMENTS = re.compile(r"xl/(?:[^/]+/)?(?:threadedComment|comment)[^/]*\.xml")
_ONE_NUMBER = re.compile(r"\d{11}|\d{15}|\d{18}")
# Names that Excel makes itself for filters and printing.
_OWN_NAMES = ("_xlnm.", "_FilterDatabase")


@dataclass(slots=True)
class _Sheet:
    """What was noticed on a sheet: how many rows and columns are hidden, white cells, texts."""

    name: str
    rows: list[str] = field(default_factory=list)
    columns: list[str] = field(default_factory=list)
    is_filtered: bool = False
    white: list[str] = field(default_factory=list)
    texts: list[tuple[str, str]] = field(default_factory=list)


def of_workbook(path: Path, package: zipfile.ZipFile) -> Iterator[Finding]:
    """U1 to U7, U10 and U12 of a workbook."""
    book = parsed(part_of(path, package, "xl/workbook.xml"))
    targets = _targets(path, package, "xl/_rels/workbook.xml.rels", "xl")
    shared, unseen = _shared(path, package), _unseen_styles(path, package)
    texts: list[tuple[str, str]] = []
    for number, told in enumerate(book.iter(f"{_N}sheet")):
        if number == _MOST_SHEETS:
            yield Finding("U1", "warning", f"工作表超过{_MOST_SHEETS}张，后面的没有检查。")
            break
        name, part = told.get("name", ""), targets.get(value_of(told, "id"), "")
        if part not in package.namelist():
            continue
        root = parsed(part_of(path, package, part))
        sheet = _looked_at(name, root, shared, unseen)
        if told.get("state") in ("hidden", "veryHidden") and not _is_own_choices(sheet):
            yield _hidden_sheet(name, told.get("state", ""))
        yield from _told(sheet)
        texts += sheet.texts
    yield from _comments(path, package)
    yield from _names(book)
    yield from _other_parts(package)
    yield from private_found([*texts, *_drawn(path, package)])


def _hidden_sheet(name: str, state: str) -> Finding:
    if state == "veryHidden":
        words = f"工作表“{shortened(name)}”深度隐藏，在 Excel 的菜单里也看不到，请取消隐藏后删去。"
    else:
        words = f"工作表“{shortened(name)}”是隐藏的，请取消隐藏，核对或者删去。"
    return Finding("U1", "error", words)


def _told(sheet: _Sheet) -> Iterator[Finding]:
    where = f"工作表“{shortened(sheet.name)}”"
    if sheet.rows and sheet.is_filtered:
        words = f"{where}有{len(sheet.rows)}行被筛选掉了，公开后别人能看到，请取消筛选核对。"
        yield Finding("U4", "error", words)
    elif sheet.rows:
        yield Finding("U2", "error", f"{where}隐藏了{_some(sheet.rows, '行')}，请取消隐藏核对。")
    if sheet.columns:
        words = f"{where}隐藏了{_some(sheet.columns, '列')}，请取消隐藏核对。"
        yield Finding("U2", "error", words)
    if sheet.white:
        words = f"{where}的{_some(sheet.white, '格')}有内容而显示不出来，请核对或者删去。"
        yield Finding("U7", "error", words)


def _some(places: Sequence[str], measure: str) -> str:
    more = "等" if len(places) > _NAMED else ""
    return f"{len(places)}{measure}（{'、'.join(places[:_NAMED])}{more}）"


# -------------------------------------------------------------------------------- one sheet


def _looked_at(
    name: str, root: etree._Element, shared: Sequence[str], unseen: frozenset[int]
) -> _Sheet:
    sheet = _Sheet(name)
    for one in root.iter(f"{_N}col"):
        if _is_on(one, "hidden") or one.get("width") in ("0", "0.0"):
            sheet.columns.append(_columns(one))
    sheet.is_filtered = next(root.iter(f"{_N}filterColumn"), None) is not None
    for number, row in enumerate(root.iter(f"{_N}row"), start=1):
        filled = False
        for cell in row:
            text = _text(cell, shared)
            if not text:
                continue
            filled = True
            address = cell.get("r", "")
            if cell.get("s", "").isdecimal() and int(cell.get("s", "0")[:7]) in unseen:
                sheet.white.append(address)
            if len(text) > 7:
                sheet.texts.append((f"“{shortened(name)}”{address}", text))
        is_hidden = _is_on(row, "hidden") or row.get("ht") in ("0", "0.0")
        if is_hidden and (filled or sheet.is_filtered):
            sheet.rows.append(f"第{row.get('r', str(number))}行")
    for tag in ("oddHeader", "oddFooter", "evenHeader", "firstHeader", "firstFooter"):
        sheet.texts += [
            (f"“{shortened(name)}”页眉页脚", one.text or "") for one in root.iter(f"{_N}{tag}")
        ]
    return sheet


def _is_on(element: etree._Element, name: str) -> bool:
    return element.get(name) in ("1", "true", "on")


def _columns(told: etree._Element) -> str:
    first, last = told.get("min", ""), told.get("max", "")
    return f"第{first}列" if first == last else f"第{first}至{last}列"


def _text(cell: etree._Element, shared: Sequence[str]) -> str:
    value = next((one for one in cell if local_name(one) == "v"), None)
    held = (value.text or "") if value is not None else ""
    kind = cell.get("t", "n")
    if kind == "s":
        at = int(held) if held.isdecimal() and len(held) < 9 else len(shared)
        return shared[at] if at < len(shared) else ""
    if kind == "inlineStr":
        return "".join(one.text or "" for one in cell.iter(f"{_N}t"))
    # Of numbers only those that may be somebody's are of interest.
    return held if kind == "str" or _ONE_NUMBER.fullmatch(held) else held[:7]


def _shared(path: Path, package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    root = parsed(part_of(path, package, "xl/sharedStrings.xml"))
    return ["".join(t.text or "" for t in one.iter(f"{_N}t")) for one in root.iter(f"{_N}si")]


def _unseen_styles(path: Path, package: zipfile.ZipFile) -> frozenset[int]:
    """The numbers of styles in which nothing is seen: white on white, or the format ;;; ."""
    if "xl/styles.xml" not in package.namelist():
        return frozenset()
    styles = parsed(part_of(path, package, "xl/styles.xml"))
    blank = {
        one.get("numFmtId")
        for one in styles.iter(f"{_N}numFmt")
        if one.get("formatCode", "").replace('"', "").strip() == ";;;"
    }
    fonts = [_is_white(_inside(one, "color")) for one in _children(styles, "fonts")]
    fills = [_is_bare(one) for one in _children(styles, "fills")]
    found = set()
    for number, one in enumerate(_children(styles, "cellXfs")):
        font, fill = whole_number(one.get("fontId")), whole_number(one.get("fillId"))
        is_white = font < len(fonts) and fonts[font] and (fill >= len(fills) or fills[fill])
        if is_white or one.get("numFmtId") in blank:
            found.add(number)
    return frozenset(found)


def _children(styles: etree._Element, name: str) -> list[etree._Element]:
    held = _inside(styles, name)
    return list(held) if held is not None else []


def _inside(element: etree._Element, name: str) -> etree._Element | None:
    return next((one for one in element if local_name(one) == name), None)


def _is_white(colour: etree._Element | None) -> bool:
    if colour is None:
        return False
    return colour.get("rgb", "").upper() in _WHITE or (
        colour.get("theme") == "0" and not colour.get("tint")
    )


def _is_bare(fill: etree._Element) -> bool:
    pattern = _inside(fill, "patternFill")
    if pattern is None:
        return _inside(fill, "gradientFill") is None
    return pattern.get("patternType") in (None, "none") or _is_white(_inside(pattern, "fgColor"))


# -------------------------------------------------------------------------------- the book


def _targets(
    path: Path, package: zipfile.ZipFile, relations: str, folder: str
) -> Mapping[str, str]:
    found = {}
    for one in parsed(part_of(path, package, relations)):
        target = one.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
        found[one.get("Id", "")] = part
    return found


def _comments(path: Path, package: zipfile.ZipFile) -> Iterator[Finding]:
    number, shown = 0, ""
    for name in package.namelist():
        if _COMMENTS.fullmatch(name):
            for one in parsed(part_of(path, package, name)).iter(
                f"{_N}comment", f"{_N}threadedComment"
            ):
                number += 1
                shown = shown or "".join(
                    text.text or "" for text in one.iter(f"{_N}t", f"{_N}text")
                )
    if number:
        words = f"有{number}条批注（“{shortened(shown)}”），公开前请删去。"
        yield Finding("U3", "error", words)


def _names(book: etree._Element) -> Iterator[Finding]:
    hidden, outside = [], []
    for one in book.iter(f"{_N}definedName"):
        name = one.get("name", "")
        if any(own in name for own in _OWN_NAMES):
            continue
        if _is_on(one, "hidden"):
            hidden.append(name)
        if re.search(r"\[[^\]]{1,200}\]", one.text or ""):
            outside.append(name)
    if hidden:
        words = (
            f"有{_some([shortened(one) for one in hidden], '个')}隐藏的名称，请在名称管理器里核对。"
        )
        yield Finding("U5", "warning", words)
    if outside:
        words = f"有{_some([shortened(one) for one in outside], '个')}名称指向别的工作簿，请删去。"
        yield Finding("U6", "error", words)


def _other_parts(package: zipfile.ZipFile) -> Iterator[Finding]:
    names = package.namelist()
    links = sum(bool(re.match(r"xl/externalLinks/[^/]+\.xml$", name)) for name in names)
    if links:
        words = f"有{links}处外部链接，其中存有别的工作簿的内容，请在“编辑链接”里断开。"
        yield Finding("U6", "error", words)
    if any(name in ("xl/connections.xml", "xl/queryTables") for name in names):
        yield Finding("U6", "error", "工作簿连着外部数据，请在“连接”里删去。")
    caches = sum(bool(re.match(r"xl/pivotCache/pivotCacheRecords", name)) for name in names)
    if caches:
        words = f"有{caches}个数据透视表的缓存，其中存有全部原始数据，请改成数值再公开。"
        yield Finding("U12", "error", words)


def _drawn(path: Path, package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """What stands in text boxes and drawings."""
    for name in package.namelist():
        if re.match(r"xl/drawings/[^/]+\.xml$", name):
            for one in parsed(part_of(path, package, name)).iter(f"{_N}t"):
                yield "文本框", one.text or ""


def _is_own_choices(sheet: _Sheet) -> bool:
    """The lists behind the drop-downs of an own ledger, which hold nothing else."""
    if sheet.name != CHOICES_SHEET:
        return False
    known = {
        word
        for fields in FIELDS.values()
        for one in fields.values()
        for word in (one.label, *(one.choices.labels if one.choices else ()))
    }
    return all(text in known for _, text in sheet.texts)
