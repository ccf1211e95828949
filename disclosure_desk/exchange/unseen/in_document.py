"""What a Word document holds unseen: hidden and white text, comments, tracked changes."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from disclosure_desk.exchange.finished.packages import local_name, parsed, part_of
from disclosure_desk.exchange.unseen.in_package import private_found, shortened, value_of
from disclosure_desk.records.finding import Finding

_PARTS = re.compile(
    r"word/(?P<name>document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml$"
)
_PLACES = {"document": "正文", "header": "页眉", "footer": "页脚", "footnotes": "脚注",
           "endnotes": "尾注", "comments": "批注"}  # fmt: skip
_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo"))
_OFF = ("0", "false", "off", "none")
_N = "{*}"
_MOST_PARTS = 100


def of_document(path: Path, package: zipfile.ZipFile) -> Iterator[Finding]:
    """U3, U7, U8 and U10 of a document."""
    hiding = _hiding_styles(path, package)
    parts = [name for name in package.namelist() if _PARTS.match(name)][:_MOST_PARTS]
    hidden, white, changes, comments = [], [], [], []
    texts: list[tuple[str, str]] = []
    for name in parts:
        match = _PARTS.match(name)
        kind = re.sub(r"\d", "", match["name"]) if match else ""
        root = parsed(part_of(path, package, name))
        for paragraph in _paragraphs(root):
            texts.append((_PLACES[kind], _words(paragraph)))
            hidden_here, white_here = _unseen_runs(paragraph, hiding)
            hidden += hidden_here
            white += white_here
        changes += [one for one in root.iter() if local_name(one) in _CHANGES]
        if kind == "comments":
            comments += [_words(one) for one in root.iter(f"{_N}comment")]
    if hidden:
        words = f"有{len(hidden)}处隐藏文字（“{shortened(hidden[0])}”），请显示出来核对或者删去。"
        yield Finding("U7", "error", words)
    if white:
        words = f"有{len(white)}处白色文字（“{shortened(white[0])}”），请核对或者删去。"
        yield Finding("U7", "error", words)
    if comments:
        words = f"有{len(comments)}条批注（“{shortened(comments[0])}”），公开前请删去。"
        yield Finding("U3", "error", words)
    if changes:
        words = f"有{len(changes)}处修订没有接受或者拒绝，删去的文字还能看到，请处理后再公开。"
        yield Finding("U8", "error", words)
    yield from private_found(texts)


def _paragraphs(root: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs that hang in no other one; what stands in text boxes belongs to theirs."""
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end"), tag=f"{_N}p"):
        if event == "start":
            depth += 1
            if depth == 1:
                yield element
        else:
            depth -= 1


def _hiding_styles(path: Path, package: zipfile.ZipFile) -> frozenset[str]:
    """The styles whose text is hidden."""
    if "word/styles.xml" not in package.namelist():
        return frozenset()
    styles = parsed(part_of(path, package, "word/styles.xml"))
    return frozenset(
        value_of(style, "styleId")
        for style in styles.iter(f"{_N}style")
        if any(_hides(one) for one in style if local_name(one) == "rPr")
    )


def _unseen_runs(paragraph: etree._Element, hiding: frozenset[str]) -> tuple[list[str], list[str]]:
    """The hidden and the white texts of a paragraph itself."""
    hidden, white = [], []
    style = _style(paragraph, "pPr", "pStyle")
    for run in paragraph:
        for one in run.iter(f"{_N}r"):
            text = "".join(held.text or "" for held in one if local_name(held) == "t")
            if not text.strip():
                continue
            looks = next((held for held in one if local_name(held) == "rPr"), None)
            named = {style, _style(one, "rPr", "rStyle")} & hiding
            if (looks is not None and _hides(looks)) or (named and not _shows(looks)):
                hidden.append(text)
            elif looks is not None and _is_white(looks):
                white.append(text)
    return hidden, white


def _style(element: etree._Element, holder: str, name: str) -> str:
    for held in element:
        if local_name(held) == holder:
            return next((value_of(one, "val") for one in held if local_name(one) == name), "")
    return ""


def _hides(looks: etree._Element) -> bool:
    return any(local_name(one) == "vanish" and value_of(one, "val") not in _OFF for one in looks)


def _shows(looks: etree._Element | None) -> bool:
    """Whether a run says itself that it is not hidden."""
    return looks is not None and any(
        local_name(one) == "vanish" and value_of(one, "val") in _OFF for one in looks
    )


def _is_white(looks: etree._Element) -> bool:
    names = {local_name(one): one for one in looks}
    colour = names.get("color")
    if colour is None or value_of(colour, "val").upper() != "FFFFFF":
        return False
    return not {"shd", "highlight"} & names.keys()


def _words(element: etree._Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{_N}t"))
