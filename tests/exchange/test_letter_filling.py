"""Fields are found wherever a template has them, and a value is never more than text."""

from io import BytesIO

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_COLOR_INDEX
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.text.paragraph import Paragraph
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure_desk.exchange.letter_filling import Values, fill, packed, text_of
from disclosure_desk.statistics.letter_fields import Piece


def values(**texts: str) -> Values:
    return {
        name: (Piece(text) if text else Piece(f"【{name}】", name),) for name, text in texts.items()
    }


def in_runs(paragraph: Paragraph, *pieces: str) -> None:
    """A paragraph cut into runs, every other one bold, as Word and WPS leave them."""
    for number, piece in enumerate(pieces):
        paragraph.add_run(piece).bold = number % 2 == 1


def texts(document: WordDocument) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def reopened(document: WordDocument) -> WordDocument:
    return Document(BytesIO(packed(document)))


def test_a_field_cut_over_several_runs_is_filled_everywhere() -> None:
    document = Document()
    in_runs(document.add_paragraph(), "致", "【申", "请", "人", "】和【申请", "人】", "：")
    table = document.add_table(rows=1, cols=1)
    in_runs(table.cell(0, 0).paragraphs[0], "编号【", "申请编号", "】")
    section = document.sections[0]
    in_runs(section.header.paragraphs[0], "【单位", "名称】")
    in_runs(section.footer.paragraphs[0], "电话【单位电话", "】")
    done = fill(
        document,
        values(申请人="林知夏", 申请编号="S1", 单位名称="示例县科学技术局", 单位电话="60000001"),
    )
    again = reopened(document)
    assert texts(again) == ["致林知夏和林知夏："]
    assert again.tables[0].cell(0, 0).text == "编号S1"
    assert again.sections[0].header.paragraphs[0].text == "示例县科学技术局"
    assert again.sections[0].footer.paragraphs[0].text == "电话60000001"
    assert (done.missing, done.unknown) == ((), ())
    assert done.text == text_of(again)


def test_a_field_takes_the_looks_of_its_first_character() -> None:
    document = Document()
    in_runs(document.add_paragraph(), "前", "【申请", "人】后", "尾")
    fill(document, values(申请人="林知夏"))
    looks = [(run.text, run.bold) for run in document.paragraphs[0].runs if run.text]
    assert looks == [("前", False), ("林知夏", True), ("后", False), ("尾", True)]


def test_a_tab_and_a_break_beside_a_field_keep_their_place() -> None:
    document = Document()
    document.add_paragraph("编号\t【申请编号】\t日期\n【收到日期】。")
    fill(document, values(申请编号="S1", 收到日期="2025年1月6日"))
    assert texts(document) == ["编号\tS1\t日期\n2025年1月6日。"]


def test_a_field_in_a_text_box_is_filled_and_not_taken_for_the_paragraph_around() -> None:
    document = Document()
    paragraph = document.add_paragraph("外【申请人】")
    paragraph.add_run()._r.append(
        parse_xml(
            f'<w:pict {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:textbox>'
            "<w:txbxContent><w:p><w:r><w:t>内【申请</w:t></w:r><w:r><w:t>人】</w:t></w:r></w:p>"
            "</w:txbxContent></v:textbox></v:shape></w:pict>"
        )
    )
    fill(document, values(申请人="林知夏"))
    inner = document.element.body.find(f".//{qn('w:txbxContent')}")
    assert "".join(text.text or "" for text in inner.iter(qn("w:t"))) == "内林知夏"
    assert text_of(document) == "外林知夏内林知夏"


def test_what_has_no_value_stays_and_is_highlighted_and_named_once() -> None:
    document = Document()
    document.add_paragraph("【申请人】于【收到日期】，【申请人】")
    done = fill(document, values(申请人="", 收到日期="2025年1月6日"))
    assert done.missing == ("申请人",)
    runs = document.paragraphs[0].runs
    lit = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert lit == ["【申请人】", "【申请人】"]
    assert texts(document) == ["【申请人】于2025年1月6日，【申请人】"]


def test_blanks_inside_the_brackets_do_no_harm() -> None:
    document = Document()
    document.add_paragraph("【 申请人 】【补充说明 ？】")
    assert fill(document, values(申请人="林知夏", 补充说明="")).unknown == ()
    assert texts(document) == ["林知夏"]


def test_an_unknown_field_is_named_and_left_as_it_stands() -> None:
    document = Document()
    document.add_paragraph("【申请人】的【星座】")
    done = fill(document, values(申请人="林知夏"))
    assert done.unknown == ("星座",)
    assert texts(document) == ["林知夏的【星座】"]


def test_a_field_that_may_be_empty_goes_with_its_paragraph() -> None:
    document = Document()
    for text in ("前", "【补充说明？】", "说明：【补充说明？】", "【补充说明?】", "后"):
        document.add_paragraph(text)
    table = document.add_table(rows=1, cols=1)
    table.cell(0, 0).paragraphs[0].add_run("【补充说明？】")
    done = fill(document, values(补充说明=""))
    assert texts(document) == ["前", "说明：", "后"]
    assert table.cell(0, 0).text == ""
    assert len(table.cell(0, 0).paragraphs) == 1
    assert (done.missing, done.unknown) == ((), ())


def test_a_field_that_may_be_empty_is_filled_when_it_is_not() -> None:
    document = Document()
    document.add_paragraph("【补充说明？】")
    fill(document, values(补充说明="见附件"))
    assert texts(document) == ["见附件"]


def test_lines_become_paragraphs_of_the_same_looks_where_a_field_stands_alone() -> None:
    document = Document()
    document.add_paragraph("【补正事项】", style="Quote")
    document.add_paragraph("补正“【补正事项】”。")
    done = fill(document, values(补正事项="一、身份证明\n二、联系方式\r\n三、名称\n"))
    assert texts(document) == [
        *("一、身份证明", "二、联系方式", "三、名称"),
        "补正“一、身份证明；二、联系方式；三、名称”。",
    ]
    assert [one.style.name for one in document.paragraphs[:3] if one.style] == ["Quote"] * 3
    assert done.text == text_of(reopened(document))


@pytest.mark.parametrize(
    ("said", "quoted"),
    [
        ("请公开：\n1.预算；\n2.决算", "请公开：1.预算；2.决算"),
        ("预算\u2028 决算\n", "预算；决算"),
        ("please publish\nthe budget", "please publish the budget"),
        ("关于印发“十四五”规划的通知", "关于印发‘十四五’规划的通知"),
        ('关于印发"十四五"规划的通知', "关于印发‘十四五’规划的通知"),
        ("“甲‘乙’丙”", "‘甲“乙”丙’"),
        ("张\u202e三\u200b李\ufeff四\u2066", "张三李四"),
    ],
)
def test_a_value_in_a_quoted_sentence_reads_as_part_of_it(said: str, quoted: str) -> None:
    document = Document()
    document.add_paragraph("您申请公开“【申请内容】”。")
    done = fill(document, values(申请内容=said))
    assert texts(document) == [f"您申请公开“{quoted}”。"]
    assert done.text == text_of(reopened(document))


def test_quotes_stay_as_they_are_where_nothing_quotes_them() -> None:
    document = Document()
    document.add_paragraph("【申请内容】")
    document.add_paragraph("内容：【申请内容】")
    fill(document, values(申请内容="“十四五”规划"))
    assert texts(document) == ["“十四五”规划", "内容：“十四五”规划"]


def test_a_section_that_ends_with_a_field_of_several_lines_stays_one_section() -> None:
    document = Document()
    document.add_paragraph("【补正事项】")
    document.add_section()
    document.add_paragraph("后")
    last = document.paragraphs[0]._p
    ending = document.element.body.findall(f"{qn('w:p')}/{qn('w:pPr')}/{qn('w:sectPr')}")
    last.get_or_add_pPr().append(ending[0])
    fill(document, values(补正事项="一\n二"))
    assert len(document.sections) == 2


@pytest.mark.parametrize("said", ["<b>&amp;", "【申请人】", "【文号】", "a\x0bb", "\ud800", "𠮷"])
def test_a_value_is_text_whatever_it_says(said: str) -> None:
    document = Document()
    document.add_paragraph("申请公开“【申请内容】”，【申请人】")
    done = fill(document, values(申请内容=said, 申请人="林知夏", 文号="1号"))
    again = reopened(document)
    assert done.text == text_of(again)
    assert (done.missing, done.unknown) == ((), ())
    assert texts(again)[0].endswith("”，林知夏")
    if said.isprintable() and said != "\ud800":
        assert texts(again) == [f"申请公开“{said}”，林知夏"]


WORN = Document()  # one for all: to make a document takes longer than to fill it
PIECES = st.lists(
    st.sampled_from(
        ["【", "】", "【申请人】", "【文号？】", "申请", "人", "？", "文号", " ", "字"]
    ),
    max_size=12,
)


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(PIECES, st.text(max_size=8), st.sampled_from(["", "1号"]))
def test_a_filled_document_says_what_its_template_does_with_the_values_put_in(
    pieces: list[str], name: str, number: str
) -> None:
    document = WORN
    for paragraph in list(document.element.body.iter(qn("w:p"))):
        paragraph.getparent().remove(paragraph)
    in_runs(document.add_paragraph("头"), *pieces)
    done = fill(document, values(申请人=name, 文号=number))
    assert text_of(document) == done.text
    assert text_of(reopened(document)) == done.text
