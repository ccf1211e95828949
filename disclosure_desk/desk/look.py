"""How the desk looks: a Chinese font in three sizes, light or dark, changed at once."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QLabel

from disclosure_desk.desk.colours import COLOURS, is_dark, recoloured
from disclosure_desk.desk.look_sheet import sheet
from disclosure_desk.desk.machine_settings import FONT_SIZE, LOOK

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

# What is kept on this computer, and how it reads in the settings.
FONT_SIZES = {"small": "小", "normal": "标准", "large": "大"}
LOOKS = {"light": "浅色", "dark": "深色", "system": "跟随系统"}
_POINTS = {"small": 9, "normal": 10, "large": 12}

NO_FONT = (
    "这台电脑没有中文字体，界面文字会显示为方框，请安装后重新启动"
    "（Debian、Ubuntu、统信、麒麟：apt install fonts-noto-cjk）。"
)

_ROLES = {
    QPalette.ColorRole.Window: "window",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "base",
    QPalette.ColorRole.AlternateBase: "stripe",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "button",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "on_marked",
    QPalette.ColorRole.Highlight: "marked",
    QPalette.ColorRole.HighlightedText: "on_marked",
    QPalette.ColorRole.PlaceholderText: "greyed",
    QPalette.ColorRole.ToolTipBase: "tip",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.Light: "button_hover",
    QPalette.ColorRole.Midlight: "header",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line",
}


# What Qt is started with. Set later, the style comes back as an object of Python, whose many
# enumerations take longer to make than the window does to paint.
IN_STYLE = ("-style", "Fusion")


def dress(application: QApplication, *, is_in_style: bool = False) -> str:
    """Give the program the look kept on this computer; returns a sentence without a font."""
    if not is_in_style:
        application.setStyle(IN_STYLE[1])
    families = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    found = next((name for name in _FONTS if name in families), "") or min(families, default="")
    if found:
        application.setFont(QFont(found))
    wear(application)
    _Follower(application)
    return "" if found else NO_FONT


def wear(application: QApplication, system: Qt.ColorScheme | None = None) -> None:
    """Put on the look and the size kept on this computer; windows that are open change, too.

    `system` is what the system wears from now on, if it has just told so.
    """
    dark, points = _wants_dark(system), _POINTS[font_size()]
    font = application.font()
    font.setPointSize(points)
    was_dark = is_dark()
    application.setPalette(_palette(dark=dark))
    application.setFont(font)
    application.setStyleSheet(sheet(dark=dark, points=points))
    if dark != was_dark:
        for label in application.allWidgets():
            if isinstance(label, QLabel) and "color:" in label.text():
                label.setText(recoloured(label.text(), dark=dark))


def font_size() -> str:
    """The step of type kept on this computer, a key of FONT_SIZES."""
    kept = FONT_SIZE.value()
    return kept if kept in FONT_SIZES else "normal"


def look() -> str:
    """The look kept on this computer, a key of LOOKS."""
    kept = LOOK.value()
    return kept if kept in LOOKS else "light"


def set_font_size(size: str) -> None:
    """Change the size of type now and for the next time."""
    FONT_SIZE.keep(size)
    if _application().font().pointSize() != _POINTS[font_size()]:
        wear(_application())


def step_font_size(by: int) -> None:
    """One step larger (1) or smaller (-1); at the end of the steps nothing happens."""
    steps = list(FONT_SIZES)
    place = steps.index(font_size()) + by
    set_font_size(steps[min(max(place, 0), len(steps) - 1)])


def set_look(chosen: str) -> None:
    """Change between light, dark and what the system wears, now and for the next time."""
    LOOK.keep(chosen)
    wear(_application())


def _application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


def _wants_dark(system: Qt.ColorScheme | None) -> bool:
    """Also tells the system, which draws the frames of the windows."""
    hints, chosen = QGuiApplication.styleHints(), look()
    if chosen == "system":
        if system is None:
            hints.unsetColorScheme()
            system = hints.colorScheme()
        return system == Qt.ColorScheme.Dark
    dark = chosen == "dark"
    wanted = Qt.ColorScheme.Dark if dark else Qt.ColorScheme.Light
    if hints.colorScheme() != wanted:
        hints.setColorScheme(wanted)
    return dark


class _Follower(QObject):
    """Changes the look with the system, for those who want that."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        application.styleHints().colorSchemeChanged.connect(self._on_changed)

    def _on_changed(self, scheme: Qt.ColorScheme) -> None:
        application = self.parent()
        assert isinstance(application, QApplication)
        if look() == "system" and (scheme == Qt.ColorScheme.Dark) != is_dark():
            wear(application, scheme)


def _palette(*, dark: bool) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(COLOURS[name][dark]))
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.ButtonText,
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(COLOURS["greyed"][dark]))
    return palette
