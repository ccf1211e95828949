# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'merge_preview.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable

class Ui_MergePreview(object):
    def setupUi(self, MergePreview):
        if not MergePreview.objectName():
            MergePreview.setObjectName(u"MergePreview")
        MergePreview.resize(980, 640)
        self.layout_page = QVBoxLayout(MergePreview)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_file = QLabel(MergePreview)
        self.label_file.setObjectName(u"label_file")
        self.label_file.setWordWrap(True)

        self.layout_page.addWidget(self.label_file)

        self.label_conflicts = QLabel(MergePreview)
        self.label_conflicts.setObjectName(u"label_conflicts")
        self.label_conflicts.setWordWrap(True)

        self.layout_page.addWidget(self.label_conflicts)

        self.conflicts = LinesTable(MergePreview)
        self.conflicts.setObjectName(u"conflicts")
        self.conflicts.setMinimumSize(QSize(0, 150))

        self.layout_page.addWidget(self.conflicts)

        self.layout_choice = QHBoxLayout()
        self.layout_choice.setSpacing(8)
        self.layout_choice.setObjectName(u"layout_choice")
        self.keep_here = QPushButton(MergePreview)
        self.keep_here.setObjectName(u"keep_here")
        self.keep_here.setAutoDefault(False)

        self.layout_choice.addWidget(self.keep_here)

        self.keep_there = QPushButton(MergePreview)
        self.keep_there.setObjectName(u"keep_there")
        self.keep_there.setAutoDefault(False)

        self.layout_choice.addWidget(self.keep_there)

        self.label_choice = QLabel(MergePreview)
        self.label_choice.setObjectName(u"label_choice")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.label_choice.sizePolicy().hasHeightForWidth())
        self.label_choice.setSizePolicy(sizePolicy)
        self.label_choice.setWordWrap(True)

        self.layout_choice.addWidget(self.label_choice)


        self.layout_page.addLayout(self.layout_choice)

        self.label_changes = QLabel(MergePreview)
        self.label_changes.setObjectName(u"label_changes")
        self.label_changes.setWordWrap(True)

        self.layout_page.addWidget(self.label_changes)

        self.changes = LinesTable(MergePreview)
        self.changes.setObjectName(u"changes")
        self.changes.setMinimumSize(QSize(0, 150))

        self.layout_page.addWidget(self.changes)

        self.findings = QPlainTextEdit(MergePreview)
        self.findings.setObjectName(u"findings")
        self.findings.setMaximumSize(QSize(16777215, 84))
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)

        self.layout_page.addWidget(self.findings)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(MergePreview)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.choose_other = QPushButton(MergePreview)
        self.choose_other.setObjectName(u"choose_other")
        self.choose_other.setAutoDefault(False)

        self.layout_buttons.addWidget(self.choose_other)

        self.take_in = QPushButton(MergePreview)
        self.take_in.setObjectName(u"take_in")
        self.take_in.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:import.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.take_in.setIcon(icon)

        self.layout_buttons.addWidget(self.take_in)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_conflicts.setBuddy(self.conflicts)
        self.label_changes.setBuddy(self.changes)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.conflicts, self.keep_here)
        QWidget.setTabOrder(self.keep_here, self.keep_there)
        QWidget.setTabOrder(self.keep_there, self.changes)
        QWidget.setTabOrder(self.changes, self.findings)
        QWidget.setTabOrder(self.findings, self.leave)
        QWidget.setTabOrder(self.leave, self.choose_other)
        QWidget.setTabOrder(self.choose_other, self.take_in)

        self.retranslateUi(MergePreview)
    # setupUi

    def retranslateUi(self, MergePreview):
        MergePreview.setWindowTitle(QCoreApplication.translate("MergePreview", u"\u5e76\u5165\u4ea4\u63a5\u5305", None))
        self.label_file.setText("")
        self.label_conflicts.setText("")
#if QT_CONFIG(accessibility)
        self.conflicts.setAccessibleName(QCoreApplication.translate("MergePreview", u"\u4e24\u8fb9\u90fd\u6539\u8fc7\u7684\u680f\u76ee", None))
#endif // QT_CONFIG(accessibility)
        self.keep_here.setText(QCoreApplication.translate("MergePreview", u"\u4fdd\u7559\u8fd9\u91cc\u7684(&H)", None))
        self.keep_there.setText(QCoreApplication.translate("MergePreview", u"\u4fdd\u7559\u4ea4\u63a5\u5305\u7684(&T)", None))
        self.label_choice.setText("")
        self.label_changes.setText("")
#if QT_CONFIG(accessibility)
        self.changes.setAccessibleName(QCoreApplication.translate("MergePreview", u"\u5e76\u5165\u540e\u65b0\u589e\u3001\u4fee\u6539\u548c\u5220\u9664\u7684\u767b\u8bb0", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("MergePreview", u"\u8bf7\u6ce8\u610f\u7684\u4e8b\u9879", None))
#endif // QT_CONFIG(accessibility)
        self.leave.setText(QCoreApplication.translate("MergePreview", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.choose_other.setText(QCoreApplication.translate("MergePreview", u"\u53e6\u9009\u6587\u4ef6\u2026", None))
        self.take_in.setText(QCoreApplication.translate("MergePreview", u"\u5e76\u5165\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
