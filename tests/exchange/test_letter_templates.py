"""The shipped templates are what their wording says; an office's own are looked at first."""

import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document
from docx.oxml.ns import qn

from disclosure_desk.exchange import letter_templates
from disclosure_desk.exchange.letter_filling import FIELD, text_of
from disclosure_desk.exchange.letter_templates import (
    built,
    copy_templates,
    main,
    open_template,
    stale_templates,
    template_of,
)
from disclosure_desk.faults import Fault
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.statistics.letter_fields import FIELDS, fields_shown

KINDS = letter_kinds()
NOTICE = KINDS["correction_notice"]
EVERY = pytest.mark.parametrize("slug", KINDS)


def test_the_templates_are_built_from_the_present_wording() -> None:
    assert stale_templates() == []


def test_the_same_wording_gives_the_same_bytes() -> None:
    assert built("reply_not_exist") == built("reply_not_exist")
    assert built("register_sheet") == built("register_sheet")


def test_a_template_that_is_not_current_is_named_and_built_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copied = tmp_path / "templates"
    shutil.copytree(template_of("receipt").parent, copied)
    monkeypatch.setattr(letter_templates, "_TEMPLATES", copied)
    (copied / "receipt.docx").write_bytes(built("assistance"))
    (copied / "diploma.docx").write_bytes(built("assistance"))
    assert main(["--check"]) == 1
    assert capsys.readouterr().out.split() == ["receipt", "diploma"]
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert not (copied / "diploma.docx").exists()


@EVERY
def test_a_template_has_only_fields_that_its_letter_may_show(slug: str) -> None:
    document, own = open_template(KINDS[slug], None)
    names = {name.rstrip("？") for name in FIELD.findall(text_of(document))}
    assert not own
    assert names
    assert names <= fields_shown(KINDS[slug])


@EVERY
def test_a_template_says_what_its_kind_needs(slug: str) -> None:
    kind = KINDS[slug]
    names = set(FIELD.findall(text_of(open_template(kind, None)[0])))
    assert ("文号" in names) == bool(kind.series)
    assert ("复议诉讼告知" in names) == kind.remedy
    assert ("法律依据" in names) == bool(kind.basis)
    assert ("期限和后果" in names) == bool(kind.rule)


@EVERY
def test_a_template_is_an_official_page_with_fonts_for_both_scripts(slug: str) -> None:
    document, _ = open_template(KINDS[slug], None)
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    styles = document.styles.element
    fonts = {font.get(qn("w:eastAsia")) for font in styles.iter(qn("w:rFonts"))}
    assert {"方正小标宋简体", "仿宋_GB2312"} <= fonts
    with ZipFile(BytesIO(built(slug))) as package:
        assert not [name for name in package.namelist() if "theme" in name]
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@EVERY
def test_the_title_that_is_told_elsewhere_is_the_one_on_the_letter(slug: str) -> None:
    wording = template_of("receipt").parent / "wording" / f"{slug}.txt"
    lines = wording.read_text(encoding="utf-8").splitlines()
    titles = [line[1:].strip() for line in lines if line.startswith("#")]
    assert titles[-1] == KINDS[slug].title


@EVERY
def test_no_page_holds_a_signature_and_nothing_of_the_body(slug: str) -> None:
    paragraphs = open_template(KINDS[slug], None)[0].paragraphs
    signed = [0, *(place for place, one in enumerate(paragraphs) if one.text == "【单位名称】")]
    if slug.startswith(("closing_", "application_")) or paragraphs[signed[-1] - 1].text:
        return  # a form, or nothing but a heading
    place = max(signed[-1] - 1, 0)
    while not paragraphs[place].text or paragraphs[place].text.startswith(("附件：", "特此告知。")):
        assert paragraphs[place].paragraph_format.keep_with_next
        place -= 1
    assert paragraphs[place].text
    if place > 0 and not paragraphs[place].text.startswith("【申请人】"):
        assert paragraphs[place].paragraph_format.keep_with_next


def test_items_are_written_in_one_style() -> None:
    folder = template_of("receipt").parent
    for file in (folder / "letters.toml", *(folder / "wording").rglob("*.txt")):
        assert not re.search("第[一二三四五六七八九十]+项", file.read_text(encoding="utf-8")), file


def test_no_wording_is_left_without_a_kind() -> None:
    wording = template_of("receipt").parent / "wording"
    assert {file.stem for file in wording.glob("*.txt")} == set(KINDS)
    used = {
        name
        for file in wording.rglob("*.txt")
        for name in re.findall(r"^<(\w+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert used == {file.stem for file in (wording / "parts").glob("*.txt")}


def test_the_regulation_is_called_by_its_full_name_or_comes_from_the_data() -> None:
    for file in (template_of("receipt").parent / "wording").rglob("*.txt"):
        assert "《条例》" not in file.read_text(encoding="utf-8"), file


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    """A folder for an office's own templates."""
    folder = tmp_path / "本局模板"
    folder.mkdir()
    return folder


@pytest.mark.parametrize("name", ["补正告知书.docx", "correction_notice.docx"])
def test_an_own_template_takes_the_place_of_the_shipped_one(own: Path, name: str) -> None:
    document = Document()
    document.add_paragraph("本局自己的补正告知【申请人】")
    document.save(str(own / name))
    found, is_own = open_template(NOTICE, own)
    assert (text_of(found), is_own) == ("本局自己的补正告知【申请人】", True)
    assert open_template(KINDS["receipt"], own)[1] is False


def test_shipped_templates_are_copied_for_an_office_to_change(own: Path) -> None:
    (own / "登记回执.docx").write_bytes(b"changed")
    copied = copy_templates(own)
    assert len(copied) == len(KINDS) - 1
    assert (own / "登记回执.docx").read_bytes() == b"changed"
    assert open_template(NOTICE, own)[1] is True
    assert copy_templates(own) == []
    guide = (own / "字段说明.txt").read_text(encoding="utf-8-sig")
    assert "【复议机关】\t单位信息" in guide
    assert all(f"【{name}】" in guide for name in FIELDS)
    with pytest.raises(Fault, match=r"模板写不进文件夹.*不是文件夹|模板写不进文件夹"):
        copy_templates(own / "登记回执.docx" / "里面")


def test_a_template_that_cannot_be_read_is_named_in_a_sentence(own: Path) -> None:
    place = own / "补正告知书.docx"
    place.write_bytes(b"no document")
    with pytest.raises(Fault, match=r"补正告知书\.docx”不是完整的Word文件"):
        open_template(NOTICE, own)
    place.write_bytes(built("receipt")[:4000])
    with pytest.raises(Fault, match="不是完整的Word文件"):
        open_template(NOTICE, own)
    with ZipFile(place, "w") as package:
        package.writestr("readme.txt", "a zip, but no document")
    with pytest.raises(Fault, match="不是完整的Word文件"):
        open_template(NOTICE, own)
    place.unlink()
    place.mkdir()
    with pytest.raises(Fault, match=r"读不了模板.*文件夹"):
        open_template(NOTICE, own)
    with pytest.raises(Fault, match=r"没有模板文件夹“.*没有”"):
        open_template(NOTICE, own / "没有")


def test_a_workbook_is_no_template(own: Path) -> None:
    xlsxwriter = pytest.importorskip("xlsxwriter")
    with xlsxwriter.Workbook(own / "补正告知书.docx") as workbook:
        workbook.add_worksheet()
    with pytest.raises(Fault, match="不是完整的Word文件"):
        open_template(NOTICE, own)


def test_a_small_file_that_holds_a_huge_one_is_not_loaded(own: Path) -> None:
    place = own / "补正告知书.docx"
    with ZipFile(place, "w", ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * 101_000_000)
    assert place.stat().st_size < 1_000_000
    with pytest.raises(Fault, match="超过100 MB"):
        open_template(NOTICE, own)


def test_every_field_says_where_it_is_filled_in() -> None:
    assert all(field.origin and field.name == name for name, field in FIELDS.items())
