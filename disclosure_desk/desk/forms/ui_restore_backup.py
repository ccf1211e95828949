# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'restore_backup.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable

class Ui_RestoreBackup(object):
    def setupUi(self, RestoreBackup):
        if not RestoreBackup.objectName():
            RestoreBackup.setObjectName(u"RestoreBackup")
        RestoreBackup.resize(760, 500)
        self.layout_page = QVBoxLayout(RestoreBackup)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_backups = QLabel(RestoreBackup)
        self.label_backups.setObjectName(u"label_backups")
        self.label_backups.setWordWrap(True)

        self.layout_page.addWidget(self.label_backups)

        self.backups = LinesTable(RestoreBackup)
        self.backups.setObjectName(u"backups")
        self.backups.setMinimumSize(QSize(0, 160))

        self.layout_page.addWidget(self.backups)

        self.label_look = QLabel(RestoreBackup)
        self.label_look.setObjectName(u"label_look")

        self.layout_page.addWidget(self.label_look)

        self.found = QPlainTextEdit(RestoreBackup)
        self.found.setObjectName(u"found")
        self.found.setMinimumSize(QSize(0, 120))
        self.found.setTabChangesFocus(True)
        self.found.setReadOnly(True)

        self.layout_page.addWidget(self.found)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.choose_other = QPushButton(RestoreBackup)
        self.choose_other.setObjectName(u"choose_other")
        self.choose_other.setAutoDefault(False)

        self.layout_buttons.addWidget(self.choose_other)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(RestoreBackup)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.put_back = QPushButton(RestoreBackup)
        self.put_back.setObjectName(u"put_back")
        self.put_back.setAutoDefault(False)

        self.layout_buttons.addWidget(self.put_back)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_backups.setBuddy(self.backups)
        self.label_look.setBuddy(self.found)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.backups, self.found)
        QWidget.setTabOrder(self.found, self.choose_other)
        QWidget.setTabOrder(self.choose_other, self.leave)
        QWidget.setTabOrder(self.leave, self.put_back)

        self.retranslateUi(RestoreBackup)
    # setupUi

    def retranslateUi(self, RestoreBackup):
        RestoreBackup.setWindowTitle(QCoreApplication.translate("RestoreBackup", u"\u6062\u590d\u5907\u4efd", None))
        self.label_backups.setText(QCoreApplication.translate("RestoreBackup", u"\u9009\u62e9\u4e00\u4e2a\u5907\u4efd\uff0c\u7528\u5b83\u66ff\u6362\u73b0\u5728\u7684\u6570\u636e\uff1b\u73b0\u5728\u7684\u6570\u636e\u4f1a\u6539\u540d\u4fdd\u7559\u5728\u540c\u4e00\u4e2a\u6587\u4ef6\u5939\u91cc\u3002", None))
#if QT_CONFIG(accessibility)
        self.backups.setAccessibleName(QCoreApplication.translate("RestoreBackup", u"\u5907\u4efd", None))
#endif // QT_CONFIG(accessibility)
        self.label_look.setText(QCoreApplication.translate("RestoreBackup", u"\u5907\u4efd\u91cc\u6709\u4ec0\u4e48(&B)", None))
        self.choose_other.setText(QCoreApplication.translate("RestoreBackup", u"\u5176\u4ed6\u6587\u4ef6\u2026(&O)", None))
        self.leave.setText(QCoreApplication.translate("RestoreBackup", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.put_back.setText(QCoreApplication.translate("RestoreBackup", u"\u6062\u590d\u2026\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
