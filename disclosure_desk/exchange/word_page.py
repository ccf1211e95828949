"""An empty official document: page, styles and page numbers as GB/T 9704—2012 sets them.

Fonts are named for both scripts and no theme is left in the file: in WordprocessingML a theme
font wins over an explicit one, and WPS reports missing fonts of the theme.
"""

from datetime import UTC, date, datetime, time

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from disclosure_desk.exchange.word_text import visible

FANGSONG, SMALL_SONG, HEI, KAI, SONG = (
    *("仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312", "宋体"),
)
TEXT_WIDTH = 8845  # twips: 156 mm
BODY, TITLE, CHAPTER, PART = "ReportBody", "Title", "Heading1", "Heading2"
SIGNATURE, SHEET_TITLE, SHEET_LINE = "ReportSignature", "ReportSheetTitle", "ReportSheetLine"
CELL, SMALL_CELL, NOTE, FOOTER = "ReportCell", "ReportSmallCell", "ReportNote", "Footer"

LATIN = "Times New Roman"
# The type of each style: font of Chinese text, size in half points (GB/T 9704—2012).
TYPE = {
    BODY: (FANGSONG, 32),
    TITLE: (SMALL_SONG, 44),
    CHAPTER: (HEI, 32),
    PART: (KAI, 32),
    SIGNATURE: (FANGSONG, 32),
    SHEET_TITLE: (SMALL_SONG, 36),
    SHEET_LINE: (FANGSONG, 24),
    CELL: (FANGSONG, 24),
    SMALL_CELL: (FANGSONG, 21),
    NOTE: (FANGSONG, 21),
    FOOTER: (SONG, 28),
}

# Where a computer lacks a font of the standard, the one that comes closest.
_SUBSTITUTES = {
    FANGSONG: "仿宋",
    KAI: "楷体",
    SMALL_SONG: "宋体",
    HEI: "SimHei",
    SONG: "SimSun",
    LATIN: "Liberation Serif",
}
_LEFTOVERS = ("theme", "stylesWithEffects", "webSettings", "customXml", "numbering")


def new_document(title: str, author: str, written_on: date | None) -> WordDocument:
    """An A4 document without text: margins, styles and page numbers «— 1 —»."""
    document = Document()
    for id_, relation in list(document.part.rels.items()):
        if relation.reltype.rsplit("/", 1)[-1] in _LEFTOVERS:
            del document.part.rels[id_]
    package = document.part.package
    for id_, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[id_]
    _set_up_page(document)
    _set_up_styles(document)
    _set_up_language(document)
    _name_substitutes(document)
    _number_pages(document)
    about = document.core_properties
    about.title, about.author, about.comments = visible(title)[:255], visible(author)[:255], ""
    day = datetime.combine(written_on, time(), UTC) if written_on else datetime.now(UTC)
    about.created = about.modified = day
    about.last_modified_by, about.language = "", "zh-CN"
    return document


def _set_up_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.header_distance, section.footer_distance = Mm(15), Mm(23)


def _fonts(east_asian: str) -> str:
    return (
        f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{east_asian}" w:cs="{LATIN}"/>'
    )


def _style(id_: str, name: str, paragraph: str, *, built_in: bool = False) -> str:
    font, half_points = TYPE[id_]
    custom = "" if built_in else ' w:customStyle="1"'
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f'<w:rPr>{_fonts(font)}<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
        "</w:style>"
    )


def _exactly(points: int) -> str:
    """Lines of an exact height, so that mixed fonts do not spread them."""
    return f'<w:spacing w:before="0" w:after="0" w:line="{points * 20}" w:lineRule="exact"/>'


_INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'
_CENTRE, _LEFT, _BOTH = (f'<w:jc w:val="{side}"/>' for side in ("center", "left", "both"))


def _outline(level: int) -> str:
    return f'<w:outlineLvl w:val="{level}"/>'


def _set_up_styles(document: WordDocument) -> None:
    """Our own styles instead of the template's, which carry colours and theme fonts."""
    body = _exactly(28) + _INDENT
    head = "<w:keepNext/>" + body
    every = [
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'{_fonts(FANGSONG)}<w:kern w:val="2"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f"<w:qFormat/><w:pPr>{_exactly(28)}{_BOTH}</w:pPr></w:style>",
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr>'
        "</w:style>",
        _style(BODY, "公文正文", body + _BOTH),
        _style(TITLE, "Title", _exactly(36) + _CENTRE, built_in=True),
        _style(CHAPTER, "heading 1", head + _LEFT + _outline(0), built_in=True),
        _style(PART, "heading 2", head + _LEFT + _outline(1), built_in=True),
        _style(SIGNATURE, "公文落款", _exactly(28) + '<w:jc w:val="right"/>'),
        _style(SHEET_TITLE, "附表标题", "<w:keepNext/>" + _exactly(32) + _CENTRE),
        _style(SHEET_LINE, "附表表头表尾", _exactly(22) + _LEFT),
        _style(CELL, "表格文字", _exactly(15) + _NO_INDENT + _CENTRE),
        _style(SMALL_CELL, "表格小字", _exactly(14) + _NO_INDENT + _CENTRE),
        _style(NOTE, "表注", _exactly(20) + _LEFT),
        _style(FOOTER, "footer", _exactly(18) + _NO_INDENT, built_in=True),
    ]
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    for child in parse_xml(f"<w:styles {nsdecls('w')}>{''.join(every)}</w:styles>"):
        styles.append(child)


def _set_up_language(document: WordDocument) -> None:
    """Chinese line breaking and spelling; no compatibility mode of an older Word."""
    document.settings.odd_and_even_pages_header_footer = True
    settings = document.settings.element
    for child in settings.iter(qn("w:themeFontLang")):
        child.set(qn("w:eastAsia"), "zh-CN")
    for child in settings.iter(qn("w:characterSpacingControl")):
        child.set(qn("w:val"), "compressPunctuation")
    for child in settings.iter(qn("w:compatSetting")):
        if child.get(qn("w:name")) == "compatibilityMode":
            child.set(qn("w:val"), "15")


def _name_substitutes(document: WordDocument) -> None:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>'
        for name, other in _SUBSTITUTES.items()
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:fonts {nsdecls('w')}>{fonts}</w:fonts>"
    )
    for id_, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("/fontTable"):
            old = relation.target_part
            del document.part.rels[id_]
            part = Part(PackURI("/word/fontTable.xml"), old.content_type, xml.encode(), old.package)
            document.part.relate_to(part, relation.reltype)


def _number_pages(document: WordDocument) -> None:
    """«— 1 —» at the foot: one character in from the right on odd pages, the left on even."""
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        footer.is_linked_to_previous = False
        for child in list(footer._element):
            footer._element.remove(child)
        footer._element.append(parse_xml(_page_number(side)))


def _page_number(side: str) -> str:
    """python-docx has no call for fields; Word and WPS fill this one when they lay out."""
    fonts = f'<w:rFonts w:ascii="{SONG}" w:hAnsi="{SONG}" w:eastAsia="{SONG}" w:hint="eastAsia"/>'
    runs = (
        '<w:t xml:space="preserve">— </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        '<w:t xml:space="preserve"> —</w:t>',
    )
    return (
        f'<w:p {nsdecls("w")}><w:pPr><w:pStyle w:val="{FOOTER}"/>'
        f'<w:ind w:{side}Chars="100" w:{side}="280"/><w:jc w:val="{side}"/></w:pPr>'
        f"{''.join(f'<w:r><w:rPr>{fonts}</w:rPr>{inner}</w:r>' for inner in runs)}</w:p>"
    )
