"""What the program is, and its version."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from disclosure_desk import __version__


def tell_about(window: QWidget) -> None:
    """Name and version."""
    text = (
        f"<p><b>信息公开工作台</b>　{__version__}</p>"
        "<p>登记主动公开、依申请公开、复议诉讼和填报数据，<br>"
        "生成政府信息公开统计表和工作年度报告。</p>"
        "<p>数据保存在本机的单位数据库文件中，不联网。<br>以 MIT 许可证发布。</p>"
    )
    box = QMessageBox(
        QMessageBox.Icon.NoIcon, "关于", text, QMessageBox.StandardButton.NoButton, window
    )
    box.setTextFormat(Qt.TextFormat.RichText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
    box.open()
