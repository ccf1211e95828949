"""What the clipboard holds after copying in Excel, WPS, Word or a browser."""

import pytest

from disclosure_desk.exchange.pasted_table import MOST_COLUMNS, MOST_ROWS, pasted_rows
from disclosure_desk.faults import Refusal

EXCEL_HTML = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body>
<!--StartFragment--><table border=0><col width=64>
<tr height=19 style='height:14.4pt'><td class=xl65>标题</td><td>公开日期</td></tr>
<tr style='display:none'><td>隐藏行</td><td>2025/1/1</td></tr>
<tr><td>关于防汛的<br>公告</td>
  <td align=right>2025/5/12</td></tr>
</table><!--EndFragment--></body></html>"""


def test_cells_are_parted_by_tabs_and_lines() -> None:
    assert pasted_rows("标题\t日期\r\n防汛公告\t2025/5/12\r\n") == [
        ("标题", "日期"),
        ("防汛公告", "2025/5/12"),
    ]


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    assert pasted_rows('"第一行\n第二行"\t甲\r\n乙\t丙') == [("第一行\n第二行", "甲"), ("乙", "丙")]


def test_doubled_quotation_marks_are_read_as_excel_writes_them() -> None:
    assert pasted_rows('"关于""十四五""规划"\t甲') == [('关于"十四五"规划', "甲")]


def test_a_text_in_quotation_marks_keeps_them() -> None:
    assert pasted_rows('"十四五"\t"十四五"规划') == [('"十四五"', '"十四五"规划')]


def test_short_rows_are_filled_up_and_empty_ones_at_the_end_dropped() -> None:
    assert pasted_rows("甲\t乙\n丙\n\t\n\n") == [("甲", "乙"), ("丙", "")]
    assert pasted_rows("甲\n\n乙") == [("甲",), ("",), ("乙",)]


def test_the_table_of_a_page_is_read_without_its_hidden_rows() -> None:
    assert pasted_rows("不看这里", EXCEL_HTML) == [
        ("标题", "公开日期"),
        ("关于防汛的\n公告", "2025/5/12"),
    ]


def test_a_merged_cell_is_told_once_and_keeps_the_columns_below_in_place() -> None:
    html = (
        "<table><tr><td rowspan=2>甲</td><td colspan=2>乙</td><td>丙</td></tr>"
        "<tr><td>丁</td><td>戊</td><td>己</td></tr><tr><td>庚</td></tr></table>"
    )
    assert pasted_rows("", html) == [
        ("甲", "乙", "", "丙"),
        ("", "丁", "戊", "己"),
        ("庚", "", "", ""),
    ]


def test_html_without_a_table_leaves_the_text() -> None:
    assert pasted_rows("甲\t乙", "<p>甲 乙</p>") == [("甲", "乙")]


def test_entities_and_cells_without_end_tags_are_read() -> None:
    assert pasted_rows("", "<table><tr><td>甲&amp;乙<td>丙&nbsp;<tr><td>丁</table>") == [
        ("甲&乙", "丙"),
        ("丁", ""),
    ]


def test_more_than_a_sheet_is_for_is_refused() -> None:
    with pytest.raises(Refusal, match="最多粘贴"):
        pasted_rows("甲\n" * (MOST_ROWS + 1))
    with pytest.raises(Refusal, match="列"):
        pasted_rows("甲\t" * (MOST_COLUMNS + 1))
