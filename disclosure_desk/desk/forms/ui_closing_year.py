# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'closing_year.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_ClosingYear(object):
    def setupUi(self, ClosingYear):
        if not ClosingYear.objectName():
            ClosingYear.setObjectName(u"ClosingYear")
        ClosingYear.resize(560, 330)
        self.layout_page = QVBoxLayout(ClosingYear)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_question = QLabel(ClosingYear)
        self.label_question.setObjectName(u"label_question")
        self.label_question.setWordWrap(True)

        self.layout_page.addWidget(self.label_question)

        self.label_findings = QLabel(ClosingYear)
        self.label_findings.setObjectName(u"label_findings")
        self.label_findings.setWordWrap(True)

        self.layout_page.addWidget(self.label_findings)

        self.findings = QPlainTextEdit(ClosingYear)
        self.findings.setObjectName(u"findings")
        self.findings.setTabChangesFocus(True)
        self.findings.setReadOnly(True)

        self.layout_page.addWidget(self.findings)

        self.layout_reason = QHBoxLayout()
        self.layout_reason.setSpacing(8)
        self.layout_reason.setObjectName(u"layout_reason")
        self.label_reason = QLabel(ClosingYear)
        self.label_reason.setObjectName(u"label_reason")

        self.layout_reason.addWidget(self.label_reason)

        self.reason = TextLine(ClosingYear)
        self.reason.setObjectName(u"reason")

        self.layout_reason.addWidget(self.reason)


        self.layout_page.addLayout(self.layout_reason)

        self.label_notes = QLabel(ClosingYear)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.take_report = QPushButton(ClosingYear)
        self.take_report.setObjectName(u"take_report")
        self.take_report.setAutoDefault(False)

        self.layout_buttons.addWidget(self.take_report)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(ClosingYear)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.settle = QPushButton(ClosingYear)
        self.settle.setObjectName(u"settle")
        self.settle.setAutoDefault(False)

        self.layout_buttons.addWidget(self.settle)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_findings.setBuddy(self.findings)
        self.label_reason.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.findings, self.reason)
        QWidget.setTabOrder(self.reason, self.take_report)
        QWidget.setTabOrder(self.take_report, self.leave)
        QWidget.setTabOrder(self.leave, self.settle)

        self.retranslateUi(ClosingYear)
    # setupUi

    def retranslateUi(self, ClosingYear):
        ClosingYear.setWindowTitle(QCoreApplication.translate("ClosingYear", u"\u7b7e\u53d1\u7edf\u8ba1\u8868", None))
        self.label_question.setText("")
        self.label_findings.setText(QCoreApplication.translate("ClosingYear", u"\u7b7e\u53d1\u65f6\u4e00\u5e76\u4fdd\u5b58\u7684\u63d0\u793a(&T)", None))
        self.label_reason.setText(QCoreApplication.translate("ClosingYear", u"\u7b7e\u53d1\u8bf4\u660e *", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("ClosingYear", u"\u5982\uff1a2026\u5e741\u670812\u65e5\u5c40\u957f\u529e\u516c\u4f1a\u5ba1\u5b9a", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("ClosingYear", u"grey", None))
        self.take_report.setText(QCoreApplication.translate("ClosingYear", u"\u53d6\u7528\u5df2\u516c\u5e03\u7684\u62a5\u544a\u2026", None))
#if QT_CONFIG(tooltip)
        self.take_report.setToolTip(QCoreApplication.translate("ClosingYear", u"\u542f\u7528\u672c\u7a0b\u5e8f\u4ee5\u524d\u5df2\u7ecf\u516c\u5e03\u7684\u5e74\u5ea6\uff0c\u7528\u62a5\u544a\u4e0a\u7684\u6570\u5b57\u4f5c\u4e3a\u7b7e\u53d1\u7684\u6570\u5b57", None))
#endif // QT_CONFIG(tooltip)
        self.leave.setText(QCoreApplication.translate("ClosingYear", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.settle.setText(QCoreApplication.translate("ClosingYear", u"\u7b7e\u53d1\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
