# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'today_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTreeView, QVBoxLayout, QWidget)

class Ui_TodayPage(object):
    def setupUi(self, TodayPage):
        if not TodayPage.objectName():
            TodayPage.setObjectName(u"TodayPage")
        TodayPage.resize(1000, 600)
        self.layout_page = QVBoxLayout(TodayPage)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(12, 12, 12, 12)
        self.label_day = QLabel(TodayPage)
        self.label_day.setObjectName(u"label_day")
        self.label_day.setWordWrap(True)
        self.label_day.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_day)

        self.label_warning = QLabel(TodayPage)
        self.label_warning.setObjectName(u"label_warning")
        self.label_warning.setWordWrap(True)
        self.label_warning.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_warning)

        self.label_quiet = QLabel(TodayPage)
        self.label_quiet.setObjectName(u"label_quiet")
        self.label_quiet.setWordWrap(True)
        self.label_quiet.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label_quiet.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_quiet)

        self.items = QTreeView(TodayPage)
        self.items.setObjectName(u"items")

        self.layout_page.addWidget(self.items)

        self.label_chosen = QLabel(TodayPage)
        self.label_chosen.setObjectName(u"label_chosen")
        self.label_chosen.setWordWrap(True)
        self.label_chosen.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_chosen)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.open_item = QPushButton(TodayPage)
        self.open_item.setObjectName(u"open_item")
        self.open_item.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:edit.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.open_item.setIcon(icon)

        self.layout_buttons.addWidget(self.open_item)

        self.show_days = QPushButton(TodayPage)
        self.show_days.setObjectName(u"show_days")
        self.show_days.setAutoDefault(False)
        icon1 = QIcon()
        icon1.addFile(u"icons:calendar.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.show_days.setIcon(icon1)

        self.layout_buttons.addWidget(self.show_days)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)


        self.layout_page.addLayout(self.layout_buttons)

        self.layout_page.setStretch(2, 1)
        self.layout_page.setStretch(3, 3)
        QWidget.setTabOrder(self.items, self.open_item)
        QWidget.setTabOrder(self.open_item, self.show_days)

        self.retranslateUi(TodayPage)
    # setupUi

    def retranslateUi(self, TodayPage):
        TodayPage.setWindowTitle(QCoreApplication.translate("TodayPage", u"\u4eca\u65e5", None))
        self.label_day.setText("")
        self.label_day.setProperty(u"role", QCoreApplication.translate("TodayPage", u"state", None))
        self.label_warning.setText("")
        self.label_warning.setProperty(u"role", QCoreApplication.translate("TodayPage", u"warning", None))
        self.label_quiet.setText("")
        self.label_quiet.setProperty(u"role", QCoreApplication.translate("TodayPage", u"title", None))
#if QT_CONFIG(accessibility)
        self.items.setAccessibleName(QCoreApplication.translate("TodayPage", u"\u4eca\u5929\u8981\u529e\u7684\u4e8b", None))
#endif // QT_CONFIG(accessibility)
        self.label_chosen.setText("")
        self.open_item.setText(QCoreApplication.translate("TodayPage", u"\u6253\u5f00\uff08Enter\uff09", None))
        self.show_days.setText(QCoreApplication.translate("TodayPage", u"\u7b54\u590d\u671f\u9650\u2026\uff08F9\uff09", None))
    # retranslateUi
