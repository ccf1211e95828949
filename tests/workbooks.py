"""Ledger workbooks as tests write them: rows by heading, in any order and form."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl

Row = Mapping[str, Any]


def write_rows(path: Path, sheets: Mapping[str, Sequence[Row]]) -> Path:
    """A workbook with these sheets; the headings are those that the rows use, in order."""
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        headings = list(dict.fromkeys(heading for row in rows for heading in row))
        sheet.append(headings)
        for row in rows:
            sheet.append([row.get(heading) for heading in headings])
            for cell in sheet[sheet.max_row]:
                if isinstance(cell.value, str) and cell.data_type == "f":
                    cell.data_type = "s"
    book.save(path)
    book.close()
    return path


def request_row(number: object = "S1", **more: object) -> dict[str, object]:
    """A row of 依申请公开 with what must be filled."""
    return {
        "申请编号": number,
        "收到日期": "2024-03-01",
        "收到方式": "网络",
        "申请人类型": "自然人",
        **more,
    }


def item_row(title: object = "关于项目申报的通知", **more: object) -> dict[str, object]:
    """A row of 主动公开 with what must be filled."""
    return {"信息名称": title, "生成日期": "2024-03-01", **more}


def dispute_row(number: object = "F1", **more: object) -> dict[str, object]:
    """A row of 复议诉讼 with what must be filled."""
    return {"案件编号": number, "类型": "行政复议", "受理日期": "2024-05-06", **more}


def figure_row(indicator: object = "专项经费", **more: object) -> dict[str, object]:
    """A row of 数据填报 with what must be filled."""
    return {"日期": "2024-06-30", "指标": indicator, "数值": 2, **more}


def dump(path: Path) -> list[str]:
    """Everything that an office file holds, read by SQLite itself."""
    connection = sqlite3.connect(path)
    try:
        return list(connection.iterdump())
    finally:
        connection.close()
