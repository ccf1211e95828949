"""The sheet 填表说明: which form, which days, and what each figure counts."""

from disclosure_desk import __version__
from disclosure_desk.exchange.excel_text import ExactWorkbook, writable
from disclosure_desk.exchange.list_sheets import lay_out_list
from disclosure_desk.exchange.table_layout import NOTES_SHEET, list_height
from disclosure_desk.exchange.table_looks import Looks
from disclosure_desk.records.indicators import indicator
from disclosure_desk.rules.written_dates import chinese_date
from disclosure_desk.statistics.bases import BASES
from disclosure_desk.statistics.fields import FieldValues
from disclosure_desk.statistics.form import Edition, Measure
from disclosure_desk.statistics.period import Period

_HEADINGS = ("代码", "统计项", "单位", "怎样统计")
_WIDTHS = (38, 60, 8, 72)
_BASE_WORDS = {
    "requests": "依申请公开台账",
    "publications": "主动公开台账中{now}公开的信息",
    "documents": "主动公开台账中的规章和行政规范性文件",
    "disputes": "复议诉讼台账",
}
_STOCK_WORDS = {
    "end": "截至{end}最近一次填报的数",
    "previous": "截至{before}最近一次填报的数",
    "change": "{end}数减{before}数",
}
_OF_YEAR = {"now": "本年", "end": "年末", "before": "上年末"}
_OF_PART = {"now": "本期", "end": "期末", "before": "期初"}


def write_notes(
    workbook: ExactWorkbook, looks: Looks, edition: Edition, period: Period, fields: FieldValues
) -> None:
    """The sheet: the form and its source, the period, and a line for every figure."""
    sheet = workbook.exact_sheet(NOTES_SHEET)
    lay_out_list(sheet, _WIDTHS)
    words, head = looks.listed(), looks.list_head
    told = _told(edition, period, fields)
    for row, (name, text) in enumerate(told):
        sheet.write_string(row, 0, name, head)
        sheet.write_string(row, 1, writable(text), looks.listed(wrap=False))
    top = len(told) + 1
    sheet.repeat_rows(top)
    for column, heading in enumerate(_HEADINGS):
        sheet.write_string(top, column, heading, head)
    for row, cell in enumerate(edition.cells.values(), start=top + 1):
        texts = (cell.code, cell.title, cell.unit, counting(cell.measure, period))
        sheet.set_row(row, list_height(texts, _WIDTHS))
        for column, text in enumerate(texts):
            sheet.write_string(row, column, text, words)


def _told(edition: Edition, period: Period, fields: FieldValues) -> list[tuple[str, str]]:
    first, last = chinese_date(period.first), chinese_date(period.last)
    until = last.removeprefix(f"{period.year}年")
    internal = [] if period.is_year else [("用途", "内部统计，不是年终对外公布的统计表")]
    return [
        ("填报单位", str(fields["单位名称"])),
        ("报告格式", f"{edition.name}（{edition.source}）"),
        ("统计期限", f"{first}至{last}，按各事项的日期统计，截至{until}"),
        *internal,
        ("生成日期", str(fields["填报日期"])),
        ("生成程序", f"信息公开工作台 {__version__}"),
        ("核对", "合计是公式；“勾稽检查”列出各勾稽关系；点数字可看“明细”中的记录"),
    ]


def counting(measure: Measure, period: Period) -> str:
    """In words which records a measure counts: «依申请公开台账，办理结果为部分公开»."""
    when = _OF_YEAR if period.is_year else _OF_PART
    if measure.of == "fees":
        return f"依申请公开台账中{when['now']}缴费的收费金额之和，折合万元，不四舍五入"
    if measure.of in ("flow", "stock"):
        labels = "、".join(indicator(slug).label for slug in sorted(measure.asks("indicator")))
        if measure.of == "flow":
            return f"数据填报“{labels}”，日期在{when['now']}内的数值之和"
        return f"数据填报“{labels}”，{_STOCK_WORDS[measure.at].format_map(when)}"
    attributes = BASES[measure.of](period).attributes
    conditions = [
        f"{attributes[name].label}为"
        + "、".join(words for slug, words in attributes[name].words.items() if slug in asked)
        for name, asked in measure.where
    ]
    return "，".join([_BASE_WORDS[measure.of].format_map(when), *conditions])
