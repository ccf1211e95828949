"""Chinese for the words of Qt's print dialogs that its own translation leaves in English."""

from PySide6.QtCore import QCoreApplication, QTranslator

# By context and source; Qt 6.11 has none for them in qtbase_zh_CN. Windows asks in its own dialog.
_WORDS = {
    ("QPrintSettingsOutput", "Page &Set:"): "奇偶页(&S)：",
    ("QPrintSettingsOutput", "None"): "无",
    ("QPrintDialog", "Automatic"): "自动",
    ("QPageSetupWidget", "Page &order:"): "页面顺序(&O)：",
    ("QPageSetupWidget", "Pages &per sheet:"): "每张纸的页数(&P)：",
    ("QCupsJobWidget", "Job &priority:"): "打印优先级(&P)：",
    ("QCupsJobWidget", "Scheduled &printing:"): "打印时间(&P)：",
    ("QCupsJobWidget", "&Billing information:"): "计费信息(&B)：",
    ("QCupsJobWidget", "&Start:"): "起始页(&S)：",
    ("QCupsJobWidget", "&End:"): "结束页(&E)：",
}


class PrintWords(QTranslator):
    """In use while a print dialog is open; made before it, since it reads its words then."""

    @classmethod
    def put_on(cls) -> "PrintWords":
        """Use these words from now on, beside those of Qt."""
        words = cls(QCoreApplication.instance())
        QCoreApplication.installTranslator(words)
        return words

    def take_off(self) -> None:
        """The dialog is closed."""
        QCoreApplication.removeTranslator(self)
        self.deleteLater()

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """What Qt's own translation is to be asked for is none at all, not an empty word."""
        return _WORDS.get((context, sourceText))
