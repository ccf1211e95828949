"""The report as Word holds it: page, fonts, official tables, and every figure read back."""

import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from sqlalchemy.orm import Session

from disclosure_desk.commands.offices import the_office, write_report_text
from disclosure_desk.commands.registers import add_record
from disclosure_desk.exchange.word_table import texts_of
from disclosure_desk.exchange.write_report import (
    compare_report,
    read_report_tables,
    write_report,
)
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.report import compose
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor

EVERY_EDITION = pytest.mark.parametrize("code", editions())
ODD_TEXTS = (
    "=1+1 是文字",
    "<w:p>&amp; 不是标记 </w:p>",
    "控制字符\x01\x1f\x7f之后",
    "表情😀和生僻字𠮷",
    "　全角空格开头",
    "很" * 3000,
)


@pytest.fixture
def session(sample_file: Path, tmp_path: Path) -> Iterator[Session]:
    """The sample office in a file of its own."""
    database = open_database(shutil.copy(sample_file, tmp_path / "office.db"))
    with database.writing(Actor("周砚清", "办公室")) as session:
        yield session
    database.close()


def written(
    session: Session, folder: Path, code: str = "2021", year: int = 2024
) -> tuple[Path, dict[str, Figure]]:
    """The report of a year on disk, and the figures that it tells."""
    edition = editions()[code]
    figures = tally(session, edition, Period.of_year(year))
    report = compose(session, edition, year, figures=figures, dated_on=date(year + 1, 1, 5))
    path = folder / f"{code}.docx"
    write_report(report, figures, path)
    return path, figures


def opened(path: Path) -> WordDocument:
    return Document(str(path))


def texts(path: Path) -> list[str]:
    return [paragraph.text for paragraph in opened(path).paragraphs]


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read(name).decode("utf-8")


@EVERY_EDITION
def test_every_figure_reads_back(session: Session, tmp_path: Path, code: str) -> None:
    path, figures = written(session, tmp_path, code)
    assert read_report_tables(path, editions()[code]) == figures
    assert any(figures.values())


@EVERY_EDITION
def test_tables_have_the_official_grid(session: Session, tmp_path: Path, code: str) -> None:
    path, _ = written(session, tmp_path, code)
    edition = editions()[code]
    tables = opened(path).element.body.findall(qn("w:tbl"))
    assert len(tables) == len(edition.grids)
    for grid, table in zip(edition.grids, tables, strict=True):
        begun = {(place.row, place.column) for place in grid.cells}
        assert set(texts_of(table)) == begun
        widths = [int(column.get(qn("w:w"))) for column in table.iter(qn("w:gridCol"))]
        assert len(widths) == len(grid.widths)
        assert sum(widths) == 8845
        assert table.find(f"{qn('w:tblPr')}/{qn('w:tblLayout')}").get(qn("w:type")) == "fixed"
        for row in table.findall(qn("w:tr")):
            cells = [int(cell.get(qn("w:w"))) for cell in row.iter(qn("w:tcW"))]
            assert sum(cells) == 8845
            assert row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def test_headings_of_one_block_are_repeated_and_those_of_several_are_not(
    session: Session, tmp_path: Path
) -> None:
    path, _ = written(session, tmp_path)
    art20, requests, review = opened(path).element.body.findall(qn("w:tbl"))

    def repeated(table: object) -> list[int]:
        rows = table.findall(qn("w:tr"))
        return [
            place
            for place, row in enumerate(rows)
            if row.find(f".//{qn('w:tblHeader')}") is not None
        ]

    assert repeated(art20) == []
    assert repeated(requests) == [0, 1, 2]
    assert repeated(review) == [0, 1, 2]


def test_merged_labels_continue_downwards(session: Session, tmp_path: Path) -> None:
    path, _ = written(session, tmp_path)
    requests = opened(path).element.body.findall(qn("w:tbl"))[1]
    merged = [cell.get(qn("w:val")) for cell in requests.iter(qn("w:vMerge"))]
    # The corner, 自然人, 总计 (3 + 2 + 2 rows), 三 (22), 不予公开, 无法提供, 不予处理, 其他处理.
    assert merged.count("restart") == 8
    assert merged.count(None) == 2 + 1 + 1 + 21 + 7 + 2 + 4 + 2


def test_the_page_is_set_by_the_standard(session: Session, tmp_path: Path) -> None:
    path, _ = written(session, tmp_path)
    section = opened(path).sections[0]
    sides = (section.page_width, section.page_height)
    margins = (
        *(section.top_margin, section.bottom_margin),
        *(section.left_margin, section.right_margin),
    )
    assert [round(side.mm) for side in sides if side] == [210, 297]
    assert [round(margin.mm) for margin in margins if margin] == [37, 35, 28, 26]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        xml = footer._element.xml
        assert footer.paragraphs[0].text == "— 1 —"
        assert " PAGE " in xml
        assert f'w:{side}Chars="100"' in xml
        assert f'<w:jc w:val="{side}"/>' in xml


def test_fonts_are_named_for_chinese_and_no_theme_wins_over_them(
    session: Session, tmp_path: Path
) -> None:
    path, _ = written(session, tmp_path)
    styles = part(path, "word/styles.xml")
    for style, font, size in (
        ("Title", "方正小标宋简体", 44),
        ("Heading1", "黑体", 32),
        ("Heading2", "楷体_GB2312", 32),
        ("ReportBody", "仿宋_GB2312", 32),
        ("ReportCell", "仿宋_GB2312", 24),
    ):
        found = re.search(rf'w:styleId="{style}">.*?</w:style>', styles, re.DOTALL)
        assert found
        assert f'w:eastAsia="{font}"' in found[0]
        assert 'w:ascii="Times New Roman"' in found[0]
        assert f'<w:sz w:val="{size}"/>' in found[0]
    assert 'w:line="560" w:lineRule="exact"' in styles
    assert 'w:firstLineChars="200"' in styles
    assert 'w:eastAsia="zh-CN"' in styles
    with zipfile.ZipFile(path) as package:
        assert not [name for name in package.namelist() if "theme" in name.lower()]
        everything = b"".join(package.read(name) for name in package.namelist())
    assert not re.search(rb"w:(ascii|hAnsi|eastAsia|cs)[tT]heme", everything)


def test_title_parts_and_signature_stand_in_order(session: Session, tmp_path: Path) -> None:
    path, _ = written(session, tmp_path)
    document = opened(path)
    assert document.paragraphs[0].text == "示例县科学技术局\n2024年政府信息公开工作年度报告"
    levels = {"heading 1": 0, "heading 2": 0}
    for paragraph in document.paragraphs:
        name = paragraph.style.name.lower() if paragraph.style else ""
        if name in levels:
            levels[name] += 1
    assert levels == {"heading 1": 6, "heading 2": 5}
    assert [text for text in texts(path) if text][-2:] == ["示例县科学技术局", "2025年1月5日"]
    assert document.core_properties.author == "示例县科学技术局"


def test_a_change_is_signed_and_an_amount_keeps_its_digits(
    session: Session, tmp_path: Path
) -> None:
    card = {"indicator": "procurement_amount", "amount": Decimal("0.000001")}
    add_record(session, "indicator", {"dated_on": date(2024, 6, 1), **card})
    path, figures = written(session, tmp_path, "2019")
    cells = texts_of(opened(path).element.body.find(qn("w:tbl")))
    said = set(cells.values())
    assert f"+{figures['art20.5.other_service.change']}" in said
    assert str(figures["art20.9.procurement.amount"]) in said
    assert str(figures["art20.9.procurement.amount"]).endswith("01")
    assert "注：政府集中采购总金额的单位为万元。" in texts(path)


def test_a_year_without_anything_has_zeros_and_its_sentences(
    session: Session, tmp_path: Path
) -> None:
    path, figures = written(session, tmp_path, "2021", 2010)
    assert set(figures.values()) == {0}
    cells = [
        text
        for table in opened(path).element.body.findall(qn("w:tbl"))
        for text in texts_of(table).values()
    ]
    assert cells.count("0") == len(figures)
    assert "本年度本机关未收到政府信息公开申请，无结转上年申请。" in texts(path)


@pytest.mark.parametrize("code", ["2014", "2014-county"])
def test_the_table_of_2014_is_an_annex_on_its_own_page(
    session: Session, tmp_path: Path, code: str
) -> None:
    path, _ = written(session, tmp_path, code)
    document = opened(path)
    said = [paragraph.text for paragraph in document.paragraphs]
    label = said.index("附件1")
    assert "w:pageBreakBefore" in document.paragraphs[label]._element.xml
    assert said[label + 1 :] == [
        "示例县科学技术局政府信息公开情况统计表",
        "（2024年度）",
        "填报单位（盖章）：示例县科学技术局",
        "单位负责人：陈知远\t审核人：林若溪\t填报人：周砚清",
        "联系电话：0000-1234567\t填报日期：2025年1月5日",
    ]
    assert "附件：1.示例县科学技术局政府信息公开情况统计表" in said


def test_odd_texts_stay_texts(session: Session, tmp_path: Path) -> None:
    the_office(session).name = "<局>&\x02😀"
    write_report_text(session, 2024, 1, "\n".join(ODD_TEXTS))
    path, _ = written(session, tmp_path)
    said = texts(path)
    assert said[0].startswith("<局>&␂😀\n")
    for text in ODD_TEXTS[:2]:
        assert text in said
    assert "控制字符␁␟␡之后" in said
    assert "表情😀和生僻字𠮷" in said


def test_a_long_figure_stays_on_one_line(session: Session, tmp_path: Path) -> None:
    edition = editions()["2021"]
    figures = {**tally(session, edition, Period.of_year(2024)), "requests.new.natural": 1234567}
    report = compose(session, edition, 2024, figures=figures)
    path = tmp_path / "long.docx"
    write_report(report, figures, path)
    runs = opened(path).element.body.iter(qn("w:r"))
    (run,) = [run for run in runs if run.text == "1234567"]
    assert int(run.find(f"{qn('w:rPr')}/{qn('w:sz')}").get(qn("w:val"))) < 24


def test_a_figure_that_differs_is_named(session: Session, tmp_path: Path) -> None:
    path, figures = written(session, tmp_path)
    with pytest.raises(Fault, match="本年新收政府信息公开申请数量·自然人”应为99，文件里是6"):
        compare_report(path, editions()["2021"], {**figures, "requests.new.natural": 99})


def test_a_report_of_another_form_is_told(session: Session, tmp_path: Path) -> None:
    path, _ = written(session, tmp_path, "2019")
    with pytest.raises(Fault, match="读回核对不符"):
        read_report_tables(path, editions()["2021"])


def test_a_file_that_cannot_be_written_or_read_is_told(session: Session, tmp_path: Path) -> None:
    (tmp_path / "2021.docx").mkdir()
    with pytest.raises(Fault, match="无法写入"):
        written(session, tmp_path)
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK\x03\x04")
    with pytest.raises(Fault, match="不是完整的Word文件"):
        read_report_tables(broken, editions()["2021"])
