"""Shows the recovery key of an encrypted office once, to be printed or written down."""

from datetime import date
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.forms.ui_recovery_key import Ui_RecoveryKey
from disclosure_desk.faults import Fault

_LEAD = "数据库已加密。忘记密码时，只有这个恢复密钥能打开它；程序不保存它，也只显示这一次。"
_HINT = (
    "请打印或抄写，锁在保险柜里，不要和电脑放在一起，也不要拍照或存在这台电脑上。"
    "密钥里没有字母 O、I、L、U。抄好后，请照着纸输入最后一组，证明没有抄错。"
)


class RecoveryKey(KeyedDialog):
    """Closed by who typed the last group from the paper, or by Esc twice."""

    def __init__(
        self, recovery: str, unit: str, file: str, day: date, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.ui = Ui_RecoveryKey()
        self.ui.setupUi(self)
        self._was_warned = False
        self._recovery, self._unit, self._file, self._day = recovery, unit, file, day
        self.ui.label_lead.setText(_LEAD)
        self.ui.label_whose.setText(f"单位：{unit}　文件：{file}　日期：{day}")
        self.ui.label_hint.setText(_HINT)
        self.ui.label_notes.hide()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(self.font().pointSizeF() * 1.3)
        self.ui.recovery_key.setFont(font)
        self.ui.recovery_key.setText(recovery)
        self.ui.print_key.clicked.connect(self.print_key)
        self.ui.last_group.returnPressed.connect(self.done_with)
        self.ui.done.clicked.connect(self.done_with)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.done_with)
        self.ui.last_group.setFocus()

    def page(self) -> str:
        """The sheet for the safe."""
        return (
            "<h2 align='center'>信息公开工作台　恢复密钥</h2>"
            f"<p>单位：{escape(self._unit)}<br>文件：{escape(self._file)}<br>"
            f"日期：{self._day}</p>"
            f"<p align='center' style='font-size:17pt; font-family:monospace'>"
            f"<b>{self._recovery}</b></p>"
            "<p>忘记密码时，打开这个文件，在密码栏里输入上面的恢复密钥（横线可以不输，大小写都可以，"
            "没有字母 O、I、L、U），再到“设置—安全”里更换密码。</p>"
            "<p>更换密码或换新恢复密钥以后，这一张只能打开这一天以后、更换以前的备份。</p>"
            "<p>持有这张纸的人能打开文件，请锁在保险柜里。</p>"
        )

    def print_key(self) -> None:
        """Print the sheet; nothing of it is kept by the program."""
        from disclosure_desk.desk.widgets.paper_print import print_page

        try:
            print_page(self.page(), "恢复密钥", self, folder=file_choice.documents_folder())
        except Fault as fault:
            errors.tell(fault, self)

    def done_with(self) -> None:
        """Close, once the last group was typed from the paper."""
        from disclosure_desk.storage.file_key import same_group

        if same_group(self.ui.last_group.text(), self._recovery.rsplit("-", 1)[-1]):
            self.accept()
            return
        self.ui.label_notes.setText("最后一组不一样，请照着抄好的纸再输入。")
        self.ui.label_notes.show()
        self.ui.last_group.setFocus()
        self.ui.last_group.selectAll()

    def reject(self) -> None:
        """Esc: the key is lost with the window, so it asks for a second one."""
        if self._was_warned:
            super().reject()
            return
        self._was_warned = True
        self.ui.label_notes.setText(
            "还没有核对。再按一次 Esc 就关闭，没有留好的，以后要在“设置—安全”换新恢复密钥。"
        )
        self.ui.label_notes.show()
