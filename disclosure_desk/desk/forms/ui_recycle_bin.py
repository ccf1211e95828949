# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recycle_bin.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QTableView, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_RecycleBin(object):
    def setupUi(self, RecycleBin):
        if not RecycleBin.objectName():
            RecycleBin.setObjectName(u"RecycleBin")
        RecycleBin.resize(1000, 560)
        self.layout_page = QVBoxLayout(RecycleBin)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_tools = QHBoxLayout()
        self.layout_tools.setSpacing(8)
        self.layout_tools.setObjectName(u"layout_tools")
        self.search = TextLine(RecycleBin)
        self.search.setObjectName(u"search")
        self.search.setClearButtonEnabled(True)

        self.layout_tools.addWidget(self.search)


        self.layout_page.addLayout(self.layout_tools)

        self.splitter = QSplitter(RecycleBin)
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
        self.label_count = QLabel(RecycleBin)
        self.label_count.setObjectName(u"label_count")

        self.layout_buttons.addWidget(self.label_count)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.put_back = QPushButton(RecycleBin)
        self.put_back.setObjectName(u"put_back")
        self.put_back.setAutoDefault(False)

        self.layout_buttons.addWidget(self.put_back)

        self.leave = QPushButton(RecycleBin)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

        QWidget.setTabOrder(self.search, self.lines)
        QWidget.setTabOrder(self.lines, self.details)
        QWidget.setTabOrder(self.details, self.put_back)
        QWidget.setTabOrder(self.put_back, self.leave)

        self.retranslateUi(RecycleBin)
    # setupUi

    def retranslateUi(self, RecycleBin):
        RecycleBin.setWindowTitle(QCoreApplication.translate("RecycleBin", u"\u56de\u6536\u7ad9", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("RecycleBin", u"\u5728\u56de\u6536\u7ad9\u91cc\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("RecycleBin", u"\u67e5\u627e\u7f16\u53f7\u3001\u6807\u9898\u3001\u5185\u5bb9\u3001\u5220\u9664\u539f\u56e0\u3001\u64cd\u4f5c\u4eba\uff08Ctrl+F\uff09", None))
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("RecycleBin", u"\u5df2\u5220\u9664\u7684\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("RecycleBin", u"\u8fd9\u6761\u8bb0\u5f55\u7684\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.label_count.setText("")
        self.label_count.setProperty(u"role", QCoreApplication.translate("RecycleBin", u"grey", None))
        self.put_back.setText(QCoreApplication.translate("RecycleBin", u"\u653e\u56de\uff08Ctrl+Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("RecycleBin", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
