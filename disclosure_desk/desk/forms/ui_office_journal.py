# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'office_journal.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QTableView, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_OfficeJournal(object):
    def setupUi(self, OfficeJournal):
        if not OfficeJournal.objectName():
            OfficeJournal.setObjectName(u"OfficeJournal")
        OfficeJournal.resize(1000, 600)
        self.layout_page = QVBoxLayout(OfficeJournal)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_tools = QHBoxLayout()
        self.layout_tools.setSpacing(8)
        self.layout_tools.setObjectName(u"layout_tools")
        self.search = TextLine(OfficeJournal)
        self.search.setObjectName(u"search")
        self.search.setClearButtonEnabled(True)

        self.layout_tools.addWidget(self.search)

        self.label_group = QLabel(OfficeJournal)
        self.label_group.setObjectName(u"label_group")

        self.layout_tools.addWidget(self.label_group)

        self.group = ChoiceBox(OfficeJournal)
        self.group.setObjectName(u"group")
        self.group.setMinimumSize(QSize(150, 0))

        self.layout_tools.addWidget(self.group)


        self.layout_page.addLayout(self.layout_tools)

        self.splitter = QSplitter(OfficeJournal)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Vertical)
        self.splitter.setChildrenCollapsible(False)
        self.lines = QTableView(self.splitter)
        self.lines.setObjectName(u"lines")
        self.splitter.addWidget(self.lines)
        self.details = QPlainTextEdit(self.splitter)
        self.details.setObjectName(u"details")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)
        self.splitter.addWidget(self.details)

        self.layout_page.addWidget(self.splitter)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.label_count = QLabel(OfficeJournal)
        self.label_count.setObjectName(u"label_count")

        self.layout_buttons.addWidget(self.label_count)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(OfficeJournal)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_group.setBuddy(self.group)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.search, self.group)
        QWidget.setTabOrder(self.group, self.lines)
        QWidget.setTabOrder(self.lines, self.details)
        QWidget.setTabOrder(self.details, self.leave)

        self.retranslateUi(OfficeJournal)
    # setupUi

    def retranslateUi(self, OfficeJournal):
        OfficeJournal.setWindowTitle(QCoreApplication.translate("OfficeJournal", u"\u5168\u90e8\u4fee\u6539\u8bb0\u5f55", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("OfficeJournal", u"\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("OfficeJournal", u"\u67e5\u627e\u6b65\u9aa4\u3001\u5220\u9664\u539f\u56e0\u3001\u7f16\u53f7\u3001\u6807\u9898\u3001\u5185\u5bb9\u3001\u64cd\u4f5c\u4eba\uff08Ctrl+F\uff09", None))
        self.label_group.setText(QCoreApplication.translate("OfficeJournal", u"\u7c7b\u522b", None))
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("OfficeJournal", u"\u4fee\u6539\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("OfficeJournal", u"\u6539\u52a8\u7684\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.label_count.setText("")
        self.label_count.setProperty(u"role", QCoreApplication.translate("OfficeJournal", u"grey", None))
        self.leave.setText(QCoreApplication.translate("OfficeJournal", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
