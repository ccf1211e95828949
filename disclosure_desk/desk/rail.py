"""The rail: which pages there are, in which order, and the keys that call them."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from disclosure_desk.desk.icons import rail_icon

# Name and title; the place in this order is the number of the key, Alt+1 the first.
RAIL = (
    ("today", "今日"),
    ("publication", "主动公开"),
    ("request", "依申请公开"),
    ("dispute", "复议诉讼"),
    ("indicator", "数据填报"),
    ("statistics", "年度统计"),
    ("report", "年度报告"),
    ("check", "核查汇总"),
    ("settings", "设置"),
)
REGISTERS = ("publication", "request", "dispute", "indicator")
WITHOUT_YEAR = ("today", "check", "settings")


def row_of(name: str) -> int:
    """The row of a page on the rail; that of 设置 for what only the settings show."""
    names = [one for one, _ in RAIL]
    return names.index(name) if name in names else names.index("settings")


def fill_rail(rail: QListWidget, window: QWidget, go_to: Callable[[int], None]) -> None:
    """Put the pages on the rail and let their keys call `go_to` with the row."""
    for row, (name, title) in enumerate(RAIL):
        keys = f"Alt+{row + 1}"
        item = QListWidgetItem(rail_icon(name), title)
        item.setToolTip(f"{title}（{keys}）")
        rail.addItem(item)
        QShortcut(QKeySequence(keys), window).activated.connect(partial(go_to, row))
