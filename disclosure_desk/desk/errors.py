"""The one door for whatever goes wrong: a plain sentence, or a bug with a text to copy."""

import sys
import traceback
from types import TracebackType

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from disclosure_desk import __version__
from disclosure_desk.desk.jobs import Cancelled
from disclosure_desk.faults import Fault, KnownError

_BUG = (
    "程序出现了意外错误。已经保存的记录不受影响，正在填写的内容仍在窗口里，可以再试一次。\n"
    "请点“复制错误信息”，发给维护人员。"
)


def tell(error: BaseException, window: QWidget | None = None) -> QMessageBox | None:
    """Show what went wrong over `window`; returns the dialog, which does not block."""
    if isinstance(error, Cancelled):
        return None
    if (shown := _already_shown(error)) is not None:
        return shown
    window = window or QApplication.activeWindow()
    return _sentence(error, window) if isinstance(error, KnownError) else _bug(error, window)


def _already_shown(error: BaseException) -> QMessageBox | None:
    """The dialog that says just this: a table that cannot be read fails once for every cell."""
    told = (str(error), "") if isinstance(error, KnownError) else (_BUG, _in_short(error))
    for box in QApplication.topLevelWidgets():
        if not isinstance(box, QMessageBox) or not box.isVisible():
            continue
        if (box.text(), box.informativeText()) == told:
            return box
    return None


def _in_short(error: BaseException) -> str:
    return f"{type(error).__name__}：{error}"[:300]


def _sentence(error: KnownError, window: QWidget | None) -> QMessageBox:
    icon = QMessageBox.Icon.Critical if isinstance(error, Fault) else QMessageBox.Icon.Warning
    box = _box(icon, str(error), window)
    box.addButton("知道了", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def _bug(error: BaseException, window: QWidget | None) -> QMessageBox:
    details = f"信息公开工作台 {__version__}\n" + "".join(traceback.format_exception(error))
    sys.stderr.write(details)
    box = _box(QMessageBox.Icon.Critical, _BUG, window)
    box.setInformativeText(_in_short(error))
    box.setDetailedText(details)
    copy = box.addButton("复制错误信息", QMessageBox.ButtonRole.ActionRole)
    # A message box closes at any button: copying must leave it open.
    copy.clicked.disconnect()
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(details))
    close = box.addButton("关闭", QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(close)
    box.setEscapeButton(close)
    box.open()
    return box


def _box(icon: QMessageBox.Icon, text: str, window: QWidget | None) -> QMessageBox:
    box = QMessageBox(icon, "信息公开工作台", text, QMessageBox.StandardButton.NoButton, window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box


def watch() -> None:
    """Lead through this door whatever a slot lets escape, for as long as the program runs."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, Exception):
            tell(error.with_traceback(trace))
        else:
            sys.__excepthook__(kind, error, trace)

    sys.excepthook = hook
