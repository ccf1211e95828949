"""Short texts about the program and its keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from disclosure_desk import __version__

_KEYS = (
    ("Alt+1 … Alt+8", "换页"),
    ("Ctrl+N", "新增一条"),
    ("Enter", "列表里：打开；表单里：下一栏"),
    ("↑、↓", "表单里：上一栏、下一栏"),
    ("Delete", "删除（要写原因）"),
    ("Ctrl+F", "查找"),
    ("Ctrl+S", "保存，继续填写"),
    ("Ctrl+Enter", "保存并新增下一条；修改时保存并关闭"),
    ("Esc", "关闭，有未保存的内容时先询问"),
    ("1 … 9", "不超过9项的选择框里：选第几项；项数更多的用↑、↓，或按Alt+↓打开"),
    ("t、z、+、-", "日期栏里：今天、昨天、后一天、前一天"),
    ("Ctrl+1 … Ctrl+9、Ctrl+0、Ctrl+-", "申请：登记步骤（看按钮提示）"),
    ("F3、F6、F8", "申请：采用建议的类型、查看同名申请、作为重复申请"),
    ("F4", "步骤：逐步判定办理结果、推算收费"),
    ("F7", "申请：制作文书"),
    ("F9", "今日、依申请公开、申请和步骤：答复期限逐日查看"),
    ("Ctrl+P", "答复期限里：打印"),
    ("Ctrl+I、Ctrl+E", "导入台账、导出"),
    ("Ctrl+H", "全部修改记录，包括已删除的记录"),
)


def tell_keys(window: QWidget) -> None:
    """All keys on one sheet."""
    rows = "".join(
        f"<tr><td style='padding:3px 18px 3px 0'>{keys}</td><td>{does}</td></tr>"
        for keys, does in _KEYS
    )
    _show(window, "按键一览", f"<table>{rows}</table>")


def tell_about(window: QWidget) -> None:
    """Name and version."""
    _show(
        window,
        "关于",
        f"<p><b>信息公开工作台</b>　{__version__}</p>"
        "<p>登记主动公开、依申请公开、复议诉讼和填报数据，<br>"
        "生成政府信息公开统计表和工作年度报告。</p>"
        "<p>数据保存在本机的单位数据库文件中，不联网。<br>以 MIT 许可证发布。</p>",
    )


def _show(window: QWidget, title: str, text: str) -> None:
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.NoButton, window
    )
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
    box.open()
