# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'day_strip_view.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

class Ui_DayStripView(object):
    def setupUi(self, DayStripView):
        if not DayStripView.objectName():
            DayStripView.setObjectName(u"DayStripView")
        DayStripView.resize(940, 680)
        self.layout_page = QVBoxLayout(DayStripView)
        self.layout_page.setSpacing(8)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_due = QLabel(DayStripView)
        self.label_due.setObjectName(u"label_due")
        self.label_due.setWordWrap(True)

        self.layout_page.addWidget(self.label_due)

        self.label_notes = QLabel(DayStripView)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_notes)

        self.days = QTableView(DayStripView)
        self.days.setObjectName(u"days")

        self.layout_page.addWidget(self.days)

        self.label_day = QLabel(DayStripView)
        self.label_day.setObjectName(u"label_day")
        self.label_day.setWordWrap(True)
        self.label_day.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_day)

        self.label_legend = QLabel(DayStripView)
        self.label_legend.setObjectName(u"label_legend")
        self.label_legend.setWordWrap(True)

        self.layout_page.addWidget(self.label_legend)

        self.steps = QTableView(DayStripView)
        self.steps.setObjectName(u"steps")
        self.steps.setMinimumSize(QSize(0, 60))

        self.layout_page.addWidget(self.steps)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.print_days = QPushButton(DayStripView)
        self.print_days.setObjectName(u"print_days")
        self.print_days.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:print.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.print_days.setIcon(icon)

        self.layout_buttons.addWidget(self.print_days)

        self.copy_days = QPushButton(DayStripView)
        self.copy_days.setObjectName(u"copy_days")
        self.copy_days.setAutoDefault(False)

        self.layout_buttons.addWidget(self.copy_days)

        self.show_calendar = QPushButton(DayStripView)
        self.show_calendar.setObjectName(u"show_calendar")
        self.show_calendar.setAutoDefault(False)
        icon1 = QIcon()
        icon1.addFile(u"icons:calendar.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.show_calendar.setIcon(icon1)

        self.layout_buttons.addWidget(self.show_calendar)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(DayStripView)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

        self.layout_page.setStretch(2, 3)
        self.layout_page.setStretch(5, 2)
        QWidget.setTabOrder(self.days, self.steps)
        QWidget.setTabOrder(self.steps, self.print_days)
        QWidget.setTabOrder(self.print_days, self.copy_days)
        QWidget.setTabOrder(self.copy_days, self.show_calendar)
        QWidget.setTabOrder(self.show_calendar, self.leave)

        self.retranslateUi(DayStripView)
    # setupUi

    def retranslateUi(self, DayStripView):
        DayStripView.setWindowTitle(QCoreApplication.translate("DayStripView", u"\u7b54\u590d\u671f\u9650", None))
        self.label_due.setText("")
        self.label_due.setProperty(u"role", QCoreApplication.translate("DayStripView", u"title", None))
        self.label_notes.setText("")
#if QT_CONFIG(accessibility)
        self.days.setAccessibleName(QCoreApplication.translate("DayStripView", u"\u9010\u65e5", None))
#endif // QT_CONFIG(accessibility)
        self.label_day.setText("")
        self.label_day.setProperty(u"role", QCoreApplication.translate("DayStripView", u"state", None))
        self.label_legend.setText("")
        self.label_legend.setProperty(u"role", QCoreApplication.translate("DayStripView", u"grey", None))
#if QT_CONFIG(accessibility)
        self.steps.setAccessibleName(QCoreApplication.translate("DayStripView", u"\u8ba1\u7b97\u6b65\u9aa4", None))
#endif // QT_CONFIG(accessibility)
        self.print_days.setText(QCoreApplication.translate("DayStripView", u"\u6253\u5370\u2026\uff08Ctrl+P\uff09", None))
        self.copy_days.setText(QCoreApplication.translate("DayStripView", u"\u590d\u5236\u6587\u5b57", None))
        self.show_calendar.setText(QCoreApplication.translate("DayStripView", u"\u5bfc\u5165\u653e\u5047\u5b89\u6392\u2026", None))
        self.leave.setText(QCoreApplication.translate("DayStripView", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
