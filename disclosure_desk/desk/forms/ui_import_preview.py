# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'import_preview.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QTableView, QVBoxLayout, QWidget)

class Ui_ImportPreview(object):
    def setupUi(self, ImportPreview):
        if not ImportPreview.objectName():
            ImportPreview.setObjectName(u"ImportPreview")
        ImportPreview.resize(680, 480)
        self.layout_page = QVBoxLayout(ImportPreview)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_file = QLabel(ImportPreview)
        self.label_file.setObjectName(u"label_file")
        self.label_file.setWordWrap(True)

        self.layout_page.addWidget(self.label_file)

        self.counts = QTableView(ImportPreview)
        self.counts.setObjectName(u"counts")
        self.counts.setMinimumSize(QSize(0, 192))
        self.counts.setMaximumSize(QSize(16777215, 192))

        self.layout_page.addWidget(self.counts)

        self.label_findings = QLabel(ImportPreview)
        self.label_findings.setObjectName(u"label_findings")
        self.label_findings.setWordWrap(True)

        self.layout_page.addWidget(self.label_findings)

        self.findings = QPlainTextEdit(ImportPreview)
        self.findings.setObjectName(u"findings")
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)

        self.layout_page.addWidget(self.findings)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(ImportPreview)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.choose_other = QPushButton(ImportPreview)
        self.choose_other.setObjectName(u"choose_other")
        self.choose_other.setAutoDefault(False)

        self.layout_buttons.addWidget(self.choose_other)

        self.take_in = QPushButton(ImportPreview)
        self.take_in.setObjectName(u"take_in")
        self.take_in.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:import.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.take_in.setIcon(icon)

        self.layout_buttons.addWidget(self.take_in)


        self.layout_page.addLayout(self.layout_buttons)

        QWidget.setTabOrder(self.take_in, self.choose_other)
        QWidget.setTabOrder(self.choose_other, self.leave)
        QWidget.setTabOrder(self.leave, self.counts)
        QWidget.setTabOrder(self.counts, self.findings)

        self.retranslateUi(ImportPreview)
    # setupUi

    def retranslateUi(self, ImportPreview):
        ImportPreview.setWindowTitle(QCoreApplication.translate("ImportPreview", u"\u5bfc\u5165\u53f0\u8d26", None))
        self.label_file.setText("")
        self.label_findings.setText("")
        self.leave.setText(QCoreApplication.translate("ImportPreview", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.choose_other.setText(QCoreApplication.translate("ImportPreview", u"\u53e6\u9009\u6587\u4ef6\u2026", None))
        self.take_in.setText(QCoreApplication.translate("ImportPreview", u"\u5bfc\u5165\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
