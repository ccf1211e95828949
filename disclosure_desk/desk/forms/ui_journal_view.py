# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'journal_view.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

class Ui_JournalView(object):
    def setupUi(self, JournalView):
        if not JournalView.objectName():
            JournalView.setObjectName(u"JournalView")
        JournalView.resize(860, 440)
        self.layout_page = QVBoxLayout(JournalView)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_record = QLabel(JournalView)
        self.label_record.setObjectName(u"label_record")
        self.label_record.setWordWrap(True)

        self.layout_page.addWidget(self.label_record)

        self.lines = QTableView(JournalView)
        self.lines.setObjectName(u"lines")

        self.layout_page.addWidget(self.lines)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(JournalView)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

        QWidget.setTabOrder(self.lines, self.leave)

        self.retranslateUi(JournalView)
    # setupUi

    def retranslateUi(self, JournalView):
        JournalView.setWindowTitle(QCoreApplication.translate("JournalView", u"\u4fee\u6539\u8bb0\u5f55", None))
        self.label_record.setText("")
        self.leave.setText(QCoreApplication.translate("JournalView", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
