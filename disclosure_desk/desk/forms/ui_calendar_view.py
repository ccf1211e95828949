# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'calendar_view.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QCheckBox, QHBoxLayout, QLabel, QPlainTextEdit,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QTabWidget, QTableView,
    QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.year_sheet import YearSheet

class Ui_CalendarView(object):
    def setupUi(self, CalendarView):
        if not CalendarView.objectName():
            CalendarView.setObjectName(u"CalendarView")
        CalendarView.resize(1000, 700)
        self.layout_page = QVBoxLayout(CalendarView)
        self.layout_page.setSpacing(8)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(12, 12, 12, 12)
        self.tabs = QTabWidget(CalendarView)
        self.tabs.setObjectName(u"tabs")
        self.panel_year = QWidget()
        self.panel_year.setObjectName(u"panel_year")
        self.layout_year = QVBoxLayout(self.panel_year)
        self.layout_year.setSpacing(6)
        self.layout_year.setObjectName(u"layout_year")
        self.layout_year.setContentsMargins(10, 10, 10, 10)
        self.layout_choice = QHBoxLayout()
        self.layout_choice.setSpacing(8)
        self.layout_choice.setObjectName(u"layout_choice")
        self.label_year = QLabel(self.panel_year)
        self.label_year.setObjectName(u"label_year")

        self.layout_choice.addWidget(self.label_year)

        self.year = ChoiceBox(self.panel_year)
        self.year.setObjectName(u"year")
        self.year.setMinimumSize(QSize(150, 0))

        self.layout_choice.addWidget(self.year)

        self.label_known = QLabel(self.panel_year)
        self.label_known.setObjectName(u"label_known")
        self.label_known.setWordWrap(True)

        self.layout_choice.addWidget(self.label_known)

        self.layout_choice.setStretch(2, 1)

        self.layout_year.addLayout(self.layout_choice)

        self.label_notices = QLabel(self.panel_year)
        self.label_notices.setObjectName(u"label_notices")
        self.label_notices.setWordWrap(True)
        self.label_notices.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_year.addWidget(self.label_notices)

        self.scroll_year = QScrollArea(self.panel_year)
        self.scroll_year.setObjectName(u"scroll_year")
        self.scroll_year.setWidgetResizable(True)
        self.panel_sheet = QWidget()
        self.panel_sheet.setObjectName(u"panel_sheet")
        self.layout_sheet = QVBoxLayout(self.panel_sheet)
        self.layout_sheet.setObjectName(u"layout_sheet")
        self.layout_sheet.setContentsMargins(6, 6, 6, 6)
        self.sheet = YearSheet(self.panel_sheet)
        self.sheet.setObjectName(u"sheet")

        self.layout_sheet.addWidget(self.sheet)

        self.scroll_year.setWidget(self.panel_sheet)

        self.layout_year.addWidget(self.scroll_year)

        self.layout_day = QHBoxLayout()
        self.layout_day.setSpacing(12)
        self.layout_day.setObjectName(u"layout_day")
        self.label_day = QLabel(self.panel_year)
        self.label_day.setObjectName(u"label_day")
        self.label_day.setWordWrap(True)
        self.label_day.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_day.addWidget(self.label_day)

        self.label_legend = QLabel(self.panel_year)
        self.label_legend.setObjectName(u"label_legend")

        self.layout_day.addWidget(self.label_legend)

        self.layout_day.setStretch(0, 1)

        self.layout_year.addLayout(self.layout_day)

        self.tabs.addTab(self.panel_year, "")
        self.panel_import = QWidget()
        self.panel_import.setObjectName(u"panel_import")
        self.layout_import = QVBoxLayout(self.panel_import)
        self.layout_import.setSpacing(8)
        self.layout_import.setObjectName(u"layout_import")
        self.layout_import.setContentsMargins(10, 10, 10, 10)
        self.label_text = QLabel(self.panel_import)
        self.label_text.setObjectName(u"label_text")
        self.label_text.setWordWrap(True)

        self.layout_import.addWidget(self.label_text)

        self.layout_reading = QHBoxLayout()
        self.layout_reading.setSpacing(10)
        self.layout_reading.setObjectName(u"layout_reading")
        self.text = LongText(self.panel_import)
        self.text.setObjectName(u"text")

        self.layout_reading.addWidget(self.text)

        self.layout_preview = QVBoxLayout()
        self.layout_preview.setSpacing(6)
        self.layout_preview.setObjectName(u"layout_preview")
        self.label_read = QLabel(self.panel_import)
        self.label_read.setObjectName(u"label_read")
        self.label_read.setWordWrap(True)
        self.label_read.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_preview.addWidget(self.label_read)

        self.breaks = QTableView(self.panel_import)
        self.breaks.setObjectName(u"breaks")

        self.layout_preview.addWidget(self.breaks)

        self.label_changes = QLabel(self.panel_import)
        self.label_changes.setObjectName(u"label_changes")

        self.layout_preview.addWidget(self.label_changes)

        self.changes = QPlainTextEdit(self.panel_import)
        self.changes.setObjectName(u"changes")
        self.changes.setReadOnly(True)
        self.changes.setTabChangesFocus(True)

        self.layout_preview.addWidget(self.changes)

        self.layout_preview.setStretch(1, 3)
        self.layout_preview.setStretch(3, 2)

        self.layout_reading.addLayout(self.layout_preview)

        self.layout_reading.setStretch(0, 1)
        self.layout_reading.setStretch(1, 1)

        self.layout_import.addLayout(self.layout_reading)

        self.label_problem = QLabel(self.panel_import)
        self.label_problem.setObjectName(u"label_problem")
        self.label_problem.setWordWrap(True)
        self.label_problem.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_import.addWidget(self.label_problem)

        self.is_complete = QCheckBox(self.panel_import)
        self.is_complete.setObjectName(u"is_complete")

        self.layout_import.addWidget(self.is_complete)

        self.layout_import_buttons = QHBoxLayout()
        self.layout_import_buttons.setSpacing(8)
        self.layout_import_buttons.setObjectName(u"layout_import_buttons")
        self.choose_file = QPushButton(self.panel_import)
        self.choose_file.setObjectName(u"choose_file")
        self.choose_file.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:open.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.choose_file.setIcon(icon)

        self.layout_import_buttons.addWidget(self.choose_file)

        self.spacer_import = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_import_buttons.addItem(self.spacer_import)

        self.keep_notice = QPushButton(self.panel_import)
        self.keep_notice.setObjectName(u"keep_notice")
        self.keep_notice.setAutoDefault(False)
        icon1 = QIcon()
        icon1.addFile(u"icons:import.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.keep_notice.setIcon(icon1)

        self.layout_import_buttons.addWidget(self.keep_notice)


        self.layout_import.addLayout(self.layout_import_buttons)

        self.tabs.addTab(self.panel_import, "")
        self.panel_own = QWidget()
        self.panel_own.setObjectName(u"panel_own")
        self.layout_own = QVBoxLayout(self.panel_own)
        self.layout_own.setSpacing(8)
        self.layout_own.setObjectName(u"layout_own")
        self.layout_own.setContentsMargins(10, 10, 10, 10)
        self.label_own = QLabel(self.panel_own)
        self.label_own.setObjectName(u"label_own")
        self.label_own.setWordWrap(True)

        self.layout_own.addWidget(self.label_own)

        self.own = QTableView(self.panel_own)
        self.own.setObjectName(u"own")

        self.layout_own.addWidget(self.own)

        self.layout_own_buttons = QHBoxLayout()
        self.layout_own_buttons.setSpacing(8)
        self.layout_own_buttons.setObjectName(u"layout_own_buttons")
        self.forget_notice = QPushButton(self.panel_own)
        self.forget_notice.setObjectName(u"forget_notice")
        self.forget_notice.setAutoDefault(False)
        icon2 = QIcon()
        icon2.addFile(u"icons:remove.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.forget_notice.setIcon(icon2)

        self.layout_own_buttons.addWidget(self.forget_notice)

        self.spacer_own = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_own_buttons.addItem(self.spacer_own)


        self.layout_own.addLayout(self.layout_own_buttons)

        self.tabs.addTab(self.panel_own, "")

        self.layout_page.addWidget(self.tabs)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.label_state = QLabel(CalendarView)
        self.label_state.setObjectName(u"label_state")
        self.label_state.setWordWrap(True)
        self.label_state.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_buttons.addWidget(self.label_state)

        self.leave = QPushButton(CalendarView)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.layout_buttons.setStretch(0, 1)

        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_year.setBuddy(self.year)
        self.label_text.setBuddy(self.text)
        self.label_changes.setBuddy(self.changes)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.tabs, self.year)
        QWidget.setTabOrder(self.year, self.scroll_year)
        QWidget.setTabOrder(self.scroll_year, self.sheet)
        QWidget.setTabOrder(self.sheet, self.text)
        QWidget.setTabOrder(self.text, self.breaks)
        QWidget.setTabOrder(self.breaks, self.changes)
        QWidget.setTabOrder(self.changes, self.is_complete)
        QWidget.setTabOrder(self.is_complete, self.choose_file)
        QWidget.setTabOrder(self.choose_file, self.keep_notice)
        QWidget.setTabOrder(self.keep_notice, self.own)
        QWidget.setTabOrder(self.own, self.forget_notice)
        QWidget.setTabOrder(self.forget_notice, self.leave)

        self.retranslateUi(CalendarView)
    # setupUi

    def retranslateUi(self, CalendarView):
        CalendarView.setWindowTitle(QCoreApplication.translate("CalendarView", u"\u8282\u5047\u65e5", None))
        self.label_year.setText(QCoreApplication.translate("CalendarView", u"\u5e74\u5ea6", None))
        self.label_known.setText("")
        self.label_known.setProperty(u"role", QCoreApplication.translate("CalendarView", u"grey", None))
        self.label_notices.setText("")
        self.label_day.setText("")
        self.label_day.setProperty(u"role", QCoreApplication.translate("CalendarView", u"state", None))
        self.label_legend.setText("")
        self.label_legend.setProperty(u"role", QCoreApplication.translate("CalendarView", u"grey", None))
        self.tabs.setTabText(self.tabs.indexOf(self.panel_year), QCoreApplication.translate("CalendarView", u"\u65e5\u5386(&C)", None))
        self.label_text.setText(QCoreApplication.translate("CalendarView", u"\u628a\u56fd\u52a1\u9662\u529e\u516c\u5385\u5173\u4e8e\u8282\u5047\u65e5\u5b89\u6392\u7684\u901a\u77e5\u5168\u6587\uff08\u8fde\u540c\u6807\u9898\uff09\u7c98\u8d34\u5230\u4e0b\u9762\uff0c\u6216\u8005\u9009\u62e9\u6587\u672c\u6587\u4ef6\u3002", None))
        self.text.setPlaceholderText(QCoreApplication.translate("CalendarView", u"\u56fd\u52a1\u9662\u529e\u516c\u5385\u5173\u4e8e2027\u5e74\u90e8\u5206\u8282\u5047\u65e5\u5b89\u6392\u7684\u901a\u77e5\u2026\u2026", None))
        self.label_read.setText("")
        self.label_read.setProperty(u"role", QCoreApplication.translate("CalendarView", u"state", None))
#if QT_CONFIG(accessibility)
        self.breaks.setAccessibleName(QCoreApplication.translate("CalendarView", u"\u8bfb\u5230\u7684\u653e\u5047\u5b89\u6392", None))
#endif // QT_CONFIG(accessibility)
        self.label_changes.setText(QCoreApplication.translate("CalendarView", u"\u5bfc\u5165\u540e\u6709\u4ec0\u4e48\u4e0d\u540c", None))
        self.label_problem.setText("")
        self.label_problem.setProperty(u"role", QCoreApplication.translate("CalendarView", u"problem", None))
        self.is_complete.setText(QCoreApplication.translate("CalendarView", u"\u5df2\u6838\u5bf9\uff0c\u901a\u77e5\u91cc\u786e\u5b9e\u6ca1\u6709\u8fd9\u4e9b\u8282\u65e5", None))
        self.choose_file.setText(QCoreApplication.translate("CalendarView", u"\u9009\u62e9\u6587\u672c\u6587\u4ef6\u2026", None))
        self.keep_notice.setText(QCoreApplication.translate("CalendarView", u"\u5bfc\u5165\uff08Ctrl+Enter\uff09", None))
        self.tabs.setTabText(self.tabs.indexOf(self.panel_import), QCoreApplication.translate("CalendarView", u"\u5bfc\u5165\u901a\u77e5(&I)", None))
        self.label_own.setText(QCoreApplication.translate("CalendarView", u"\u81ea\u5df1\u5bfc\u5165\u7684\u901a\u77e5\uff0c\u53ea\u4fdd\u5b58\u5728\u8fd9\u53f0\u7535\u8111\u7684\u5f53\u524d\u7528\u6237\u4e0b\uff0c\u5bf9\u6253\u5f00\u7684\u6bcf\u4e2a\u5355\u4f4d\u6570\u636e\u5e93\u90fd\u6709\u6548\u3002", None))
        self.label_own.setProperty(u"role", QCoreApplication.translate("CalendarView", u"grey", None))
#if QT_CONFIG(accessibility)
        self.own.setAccessibleName(QCoreApplication.translate("CalendarView", u"\u81ea\u5df1\u5bfc\u5165\u7684\u901a\u77e5", None))
#endif // QT_CONFIG(accessibility)
        self.forget_notice.setText(QCoreApplication.translate("CalendarView", u"\u5220\u9664\u2026\uff08Delete\uff09", None))
        self.tabs.setTabText(self.tabs.indexOf(self.panel_own), QCoreApplication.translate("CalendarView", u"\u81ea\u5df1\u5bfc\u5165\u7684(&O)", None))
        self.label_state.setText("")
        self.label_state.setProperty(u"role", QCoreApplication.translate("CalendarView", u"state", None))
        self.leave.setText(QCoreApplication.translate("CalendarView", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
