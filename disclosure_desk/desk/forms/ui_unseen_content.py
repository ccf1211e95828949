# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'unseen_content.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable

class Ui_UnseenContent(object):
    def setupUi(self, UnseenContent):
        if not UnseenContent.objectName():
            UnseenContent.setObjectName(u"UnseenContent")
        UnseenContent.resize(860, 480)
        UnseenContent.setAcceptDrops(True)
        self.layout_page = QVBoxLayout(UnseenContent)
        self.layout_page.setObjectName(u"layout_page")
        self.label_lead = QLabel(UnseenContent)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.label_result = QLabel(UnseenContent)
        self.label_result.setObjectName(u"label_result")
        self.label_result.setWordWrap(True)

        self.layout_page.addWidget(self.label_result)

        self.findings = LinesTable(UnseenContent)
        self.findings.setObjectName(u"findings")

        self.layout_page.addWidget(self.findings)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.choose_file = QPushButton(UnseenContent)
        self.choose_file.setObjectName(u"choose_file")
        self.choose_file.setAutoDefault(False)

        self.layout_buttons.addWidget(self.choose_file)

        self.space_buttons = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.space_buttons)

        self.leave = QPushButton(UnseenContent)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_result.setBuddy(self.findings)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.findings, self.choose_file)
        QWidget.setTabOrder(self.choose_file, self.leave)

        self.retranslateUi(UnseenContent)
    # setupUi

    def retranslateUi(self, UnseenContent):
        UnseenContent.setWindowTitle(QCoreApplication.translate("UnseenContent", u"\u68c0\u67e5\u5f85\u516c\u5f00\u6587\u4ef6", None))
        self.label_lead.setText(QCoreApplication.translate("UnseenContent", u"\u628a\u8981\u516c\u5f00\u7684 .xlsx \u6216 .docx \u6587\u4ef6\u62d6\u5230\u8fd9\u91cc\uff0c\u6216\u8005\u9009\u62e9\u6587\u4ef6\u3002\u68c0\u67e5\u9690\u85cf\u7684\u5de5\u4f5c\u8868\u3001\u884c\u5217\u3001\u6279\u6ce8\u3001\u4fee\u8ba2\u3001\u5916\u90e8\u94fe\u63a5\u548c\u91cc\u9762\u7684\u4e2a\u4eba\u4fe1\u606f\uff1b\u6587\u4ef6\u672c\u8eab\u4e0d\u4f1a\u6539\u52a8\u3002", None))
        self.label_result.setText(QCoreApplication.translate("UnseenContent", u"\u68c0\u67e5\u7ed3\u679c(&R)", None))
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("UnseenContent", u"\u68c0\u67e5\u7ed3\u679c", None))
#endif // QT_CONFIG(accessibility)
        self.choose_file.setText(QCoreApplication.translate("UnseenContent", u"\u9009\u62e9\u6587\u4ef6(&O)\u2026", None))
        self.leave.setText(QCoreApplication.translate("UnseenContent", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
