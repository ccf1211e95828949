# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'correction_reason.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_CorrectionReason(object):
    def setupUi(self, CorrectionReason):
        if not CorrectionReason.objectName():
            CorrectionReason.setObjectName(u"CorrectionReason")
        CorrectionReason.resize(460, 180)
        self.layout_page = QVBoxLayout(CorrectionReason)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_question = QLabel(CorrectionReason)
        self.label_question.setObjectName(u"label_question")
        self.label_question.setWordWrap(True)

        self.layout_page.addWidget(self.label_question)

        self.layout_reason = QHBoxLayout()
        self.layout_reason.setSpacing(8)
        self.layout_reason.setObjectName(u"layout_reason")
        self.label_reason = QLabel(CorrectionReason)
        self.label_reason.setObjectName(u"label_reason")

        self.layout_reason.addWidget(self.label_reason)

        self.reason = TextLine(CorrectionReason)
        self.reason.setObjectName(u"reason")

        self.layout_reason.addWidget(self.reason)


        self.layout_page.addLayout(self.layout_reason)

        self.label_notes = QLabel(CorrectionReason)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(CorrectionReason)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.keep = QPushButton(CorrectionReason)
        self.keep.setObjectName(u"keep")
        self.keep.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.keep.setIcon(icon)

        self.layout_buttons.addWidget(self.keep)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_reason.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.reason, self.keep)
        QWidget.setTabOrder(self.keep, self.leave)

        self.retranslateUi(CorrectionReason)
    # setupUi

    def retranslateUi(self, CorrectionReason):
        CorrectionReason.setWindowTitle(QCoreApplication.translate("CorrectionReason", u"\u66f4\u6b63\u5df2\u7b7e\u53d1\u5e74\u5ea6\u7684\u6570\u5b57", None))
        self.label_question.setText("")
        self.label_reason.setText(QCoreApplication.translate("CorrectionReason", u"\u66f4\u6b63\u539f\u56e0 *", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("CorrectionReason", u"\u5982\uff1a\u7533\u8bf7\u4eba\u6765\u51fd\u8bf4\u660e\u662f\u4f01\u4e1a", None))
        self.label_notes.setText(QCoreApplication.translate("CorrectionReason", u"\u7b7e\u53d1\u7684\u6570\u5b57\u4e0d\u53d8\uff1b\u539f\u56e0\u8bb0\u5165\u4fee\u6539\u8bb0\u5f55\uff0c\u66f4\u6b63\u7684\u6570\u5b57\u5728\u7edf\u8ba1\u9875\u548c\u4e0b\u4e00\u5e74\u7684\u62a5\u544a\u91cc\u8bf4\u660e\u3002", None))
        self.label_notes.setProperty(u"role", QCoreApplication.translate("CorrectionReason", u"grey", None))
        self.leave.setText(QCoreApplication.translate("CorrectionReason", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.keep.setText(QCoreApplication.translate("CorrectionReason", u"\u66f4\u6b63\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
