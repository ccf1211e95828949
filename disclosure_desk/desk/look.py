"""How the desk looks: a Chinese font, quiet colours, dense lines."""

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

_FONTS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "PingFang SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
)
_POINTS = 10

NO_FONT = (
    "这台电脑没有中文字体，界面文字会显示为方框，请安装后重新启动"
    "（Debian、Ubuntu、统信、麒麟：apt install fonts-noto-cjk）。"
)

_COLOURS = {
    QPalette.ColorRole.Window: "#f3f5f8",
    QPalette.ColorRole.WindowText: "#1f2933",
    QPalette.ColorRole.Base: "#ffffff",
    QPalette.ColorRole.AlternateBase: "#f5f8fc",
    QPalette.ColorRole.Text: "#1f2933",
    QPalette.ColorRole.Button: "#fafbfc",
    QPalette.ColorRole.ButtonText: "#1f2933",
    QPalette.ColorRole.Highlight: "#2f5d94",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.PlaceholderText: "#9aa5b1",
    QPalette.ColorRole.ToolTipBase: "#fffbe6",
    QPalette.ColorRole.ToolTipText: "#1f2933",
    QPalette.ColorRole.Link: "#1c5aa6",
}
_GREYED = "#9aa5b1"

_SHEET = """
QToolTip { padding: 4px; border: 1px solid #c9b458; }
QLineEdit, QPlainTextEdit, QComboBox {
    border: 1px solid #b8c2cf; border-radius: 3px; background: #ffffff; padding: 3px 6px;
    selection-background-color: #2f5d94;
}
QPlainTextEdit { padding: 1px 3px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 1px solid #2f5d94; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { background: #eef1f5; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url(icons:down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid #b8c2cf; background: #ffffff; }
QComboBox QAbstractItemView::item { min-height: 22px; max-height: 22px; padding: 0 6px; }
*[finding="error"] { border: 1px solid #c0392b; background: #fdf0ee; }
*[finding="warning"] { border: 1px solid #d19a1d; background: #fff6dd; }
*[finding="hint"] { border: 1px solid #d9b65a; }
QPushButton {
    border: 1px solid #b8c2cf; border-radius: 3px; background: #ffffff; padding: 4px 12px;
}
QPushButton:hover { background: #eaf1f9; border-color: #8fa9c8; }
QPushButton:pressed { background: #d9e5f2; }
QPushButton:focus { border: 1px solid #2f5d94; }
QPushButton:disabled { color: #9aa5b1; background: #f1f3f6; border-color: #d5dbe2; }
QCheckBox { padding: 1px 3px; border-radius: 3px; }
QCheckBox:focus { background: #d5e4f5; }
QGroupBox {
    border: 1px solid #d5dbe2; border-radius: 4px; margin-top: 9px; padding-top: 8px;
    background: transparent;
}
QGroupBox::title {
    subcontrol-origin: margin; left: 10px; padding: 0 4px; color: #2b4a73; font-weight: bold;
}
QTableCornerButton::section { background: #e9eef4; border: none; }
QTableView, QTreeView {
    border: 1px solid #d5dbe2; gridline-color: #e6eaef; alternate-background-color: #f5f8fc;
    selection-background-color: #d5e4f5; selection-color: #1f2933;
}
QTableView::item { padding: 0 4px; border: none; }
QTableView::item:selected, QTreeView::item:selected { background: #d5e4f5; color: #1f2933; }
QHeaderView::section {
    background: #e9eef4; color: #33475b; border: none; border-right: 1px solid #d5dbe2;
    border-bottom: 1px solid #d5dbe2; padding: 5px 6px; font-weight: bold;
}
QHeaderView::down-arrow {
    image: url(icons:descending.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 2px;
}
QHeaderView::up-arrow {
    image: url(icons:ascending.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 2px;
}
#panel_rail { background: #2b4a73; }
#label_office { color: #ffffff; padding: 14px 12px 12px 14px; font-weight: bold; }
#rail { background: transparent; border: none; outline: none; }
#rail::item { color: #dbe5f1; padding: 9px 8px 9px 12px; }
#rail::item:hover { background: #35588a; }
#rail::item:selected { background: #f3f5f8; color: #1f3a5f; }
#rail::item:disabled { color: #7f95b3; }
#panel_head { background: #ffffff; border-bottom: 1px solid #d5dbe2; }
QLabel[role="title"] { font-size: 14pt; font-weight: bold; color: #1f3a5f; }
QLabel[role="heading"] { font-size: 22pt; font-weight: bold; color: #1f3a5f; }
QLabel[role="grey"] { color: #66788a; }
QLabel[role="state"] { color: #1f3a5f; font-weight: bold; }
QLabel[role="problem"] { color: #a93226; }
QStatusBar { background: #e9eef4; color: #4a5b6c; }
QStatusBar::item { border: none; }
"""


def dress(application: QApplication) -> str:
    """Give the whole program its look; returns a sentence when no Chinese font was found."""
    application.setStyle("Fusion")
    application.setPalette(_palette())
    families = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    found = next((name for name in _FONTS if name in families), "") or min(families, default="")
    font = QFont(found) if found else application.font()
    font.setPointSize(_POINTS)
    application.setFont(font)
    application.setStyleSheet(_SHEET)
    return "" if found else NO_FONT


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in _COLOURS.items():
        palette.setColor(role, QColor(colour))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_GREYED))
    return palette
