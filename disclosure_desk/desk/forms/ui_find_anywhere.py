# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'find_anywhere.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_FindAnywhere(object):
    def setupUi(self, FindAnywhere):
        if not FindAnywhere.objectName():
            FindAnywhere.setObjectName(u"FindAnywhere")
        FindAnywhere.resize(820, 520)
        self.layout_page = QVBoxLayout(FindAnywhere)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_words = QHBoxLayout()
        self.layout_words.setSpacing(8)
        self.layout_words.setObjectName(u"layout_words")
        self.label_words = QLabel(FindAnywhere)
        self.label_words.setObjectName(u"label_words")

        self.layout_words.addWidget(self.label_words)

        self.words = TextLine(FindAnywhere)
        self.words.setObjectName(u"words")
        self.words.setMinimumSize(QSize(420, 0))

        self.layout_words.addWidget(self.words)


        self.layout_page.addLayout(self.layout_words)

        self.found = QTableView(FindAnywhere)
        self.found.setObjectName(u"found")

        self.layout_page.addWidget(self.found)

        self.label_count = QLabel(FindAnywhere)
        self.label_count.setObjectName(u"label_count")
        self.label_count.setWordWrap(True)

        self.layout_page.addWidget(self.label_count)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.open_found = QPushButton(FindAnywhere)
        self.open_found.setObjectName(u"open_found")
        self.open_found.setAutoDefault(False)

        self.layout_buttons.addWidget(self.open_found)

        self.leave = QPushButton(FindAnywhere)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_words.setBuddy(self.words)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.words, self.found)
        QWidget.setTabOrder(self.found, self.open_found)
        QWidget.setTabOrder(self.open_found, self.leave)

        self.retranslateUi(FindAnywhere)
    # setupUi

    def retranslateUi(self, FindAnywhere):
        FindAnywhere.setWindowTitle(QCoreApplication.translate("FindAnywhere", u"\u67e5\u627e\u5168\u90e8\u767b\u8bb0", None))
        self.label_words.setText(QCoreApplication.translate("FindAnywhere", u"\u67e5\u627e\u5168\u90e8\u767b\u8bb0(&F)", None))
        self.words.setPlaceholderText(QCoreApplication.translate("FindAnywhere", u"\u7f16\u53f7\u3001\u540d\u79f0\u3001\u7533\u8bf7\u4eba\u3001\u5185\u5bb9\uff0c\u6216\u62fc\u97f3\u9996\u5b57\u6bcd\uff08\u5982 zjj\uff09", None))
#if QT_CONFIG(accessibility)
        self.found.setAccessibleName(QCoreApplication.translate("FindAnywhere", u"\u627e\u5230\u7684\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
        self.label_count.setText("")
        self.label_count.setProperty(u"role", QCoreApplication.translate("FindAnywhere", u"grey", None))
        self.open_found.setText(QCoreApplication.translate("FindAnywhere", u"\u6253\u5f00\uff08Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("FindAnywhere", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
