# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'indicator_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.figure_edit import FigureEdit
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_IndicatorEdit(object):
    def setupUi(self, IndicatorEdit):
        if not IndicatorEdit.objectName():
            IndicatorEdit.setObjectName(u"IndicatorEdit")
        IndicatorEdit.resize(640, 330)
        self.layout_page = QVBoxLayout(IndicatorEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.scroll_fields = QScrollArea(IndicatorEdit)
        self.scroll_fields.setObjectName(u"scroll_fields")
        self.scroll_fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_fields.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_fields.setWidgetResizable(True)
        self.page_fields = QWidget()
        self.page_fields.setObjectName(u"page_fields")
        self.layout_scrolled = QVBoxLayout(self.page_fields)
        self.layout_scrolled.setObjectName(u"layout_scrolled")
        self.layout_scrolled.setContentsMargins(0, 0, 4, 0)
        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(7)
        self.label_dated_on = QLabel(self.page_fields)
        self.label_dated_on.setObjectName(u"label_dated_on")
        self.label_dated_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_dated_on, 0, 0, 1, 1)

        self.dated_on = DateEdit(self.page_fields)
        self.dated_on.setObjectName(u"dated_on")

        self.layout_fields.addWidget(self.dated_on, 0, 1, 1, 1)

        self.label_indicator = QLabel(self.page_fields)
        self.label_indicator.setObjectName(u"label_indicator")
        self.label_indicator.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_indicator, 1, 0, 1, 1)

        self.indicator = ChoiceBox(self.page_fields)
        self.indicator.setObjectName(u"indicator")

        self.layout_fields.addWidget(self.indicator, 1, 1, 1, 1)

        self.label_amount = QLabel(self.page_fields)
        self.label_amount.setObjectName(u"label_amount")
        self.label_amount.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_amount, 2, 0, 1, 1)

        self.layout_amount = QHBoxLayout()
        self.layout_amount.setSpacing(6)
        self.layout_amount.setObjectName(u"layout_amount")
        self.amount = FigureEdit(self.page_fields)
        self.amount.setObjectName(u"amount")

        self.layout_amount.addWidget(self.amount)

        self.label_unit = QLabel(self.page_fields)
        self.label_unit.setObjectName(u"label_unit")

        self.layout_amount.addWidget(self.label_unit)


        self.layout_fields.addLayout(self.layout_amount, 2, 1, 1, 1)

        self.label_department = QLabel(self.page_fields)
        self.label_department.setObjectName(u"label_department")
        self.label_department.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_department, 3, 0, 1, 1)

        self.department = TextLine(self.page_fields)
        self.department.setObjectName(u"department")

        self.layout_fields.addWidget(self.department, 3, 1, 1, 1)

        self.label_note = QLabel(self.page_fields)
        self.label_note.setObjectName(u"label_note")
        self.label_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignTrailing)

        self.layout_fields.addWidget(self.label_note, 4, 0, 1, 1)

        self.note = LongText(self.page_fields)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 54))
        self.note.setMaximumSize(QSize(16777215, 54))

        self.layout_fields.addWidget(self.note, 4, 1, 1, 1)

        self.layout_fields.setColumnStretch(1, 1)

        self.layout_scrolled.addLayout(self.layout_fields)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_scrolled.addItem(self.spacer_page)

        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_meaning = QLabel(IndicatorEdit)
        self.label_meaning.setObjectName(u"label_meaning")
        self.label_meaning.setWordWrap(True)

        self.layout_page.addWidget(self.label_meaning)

        self.label_notes = QLabel(IndicatorEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)
        self.label_notes.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.label_notes)

        self.label_saved = QLabel(IndicatorEdit)
        self.label_saved.setObjectName(u"label_saved")

        self.layout_page.addWidget(self.label_saved)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.show_journal = QPushButton(IndicatorEdit)
        self.show_journal.setObjectName(u"show_journal")
        self.show_journal.setAutoDefault(False)

        self.layout_buttons.addWidget(self.show_journal)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(IndicatorEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.save_and_next = QPushButton(IndicatorEdit)
        self.save_and_next.setObjectName(u"save_and_next")
        self.save_and_next.setAutoDefault(False)

        self.layout_buttons.addWidget(self.save_and_next)

        self.save = QPushButton(IndicatorEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.save.setIcon(icon)

        self.layout_buttons.addWidget(self.save)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_dated_on.setBuddy(self.dated_on)
        self.label_indicator.setBuddy(self.indicator)
        self.label_amount.setBuddy(self.amount)
        self.label_department.setBuddy(self.department)
        self.label_note.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.dated_on, self.indicator)
        QWidget.setTabOrder(self.indicator, self.amount)
        QWidget.setTabOrder(self.amount, self.department)
        QWidget.setTabOrder(self.department, self.note)
        QWidget.setTabOrder(self.note, self.save)
        QWidget.setTabOrder(self.save, self.save_and_next)
        QWidget.setTabOrder(self.save_and_next, self.leave)
        QWidget.setTabOrder(self.leave, self.show_journal)

        self.retranslateUi(IndicatorEdit)
    # setupUi

    def retranslateUi(self, IndicatorEdit):
        IndicatorEdit.setWindowTitle(QCoreApplication.translate("IndicatorEdit", u"\u6570\u636e\u586b\u62a5", None))
        self.label_dated_on.setText(QCoreApplication.translate("IndicatorEdit", u"\u65e5\u671f *", None))
        self.label_indicator.setText(QCoreApplication.translate("IndicatorEdit", u"\u6307\u6807 *", None))
        self.label_amount.setText(QCoreApplication.translate("IndicatorEdit", u"\u6570\u503c *", None))
        self.label_unit.setText("")
        self.label_department.setText(QCoreApplication.translate("IndicatorEdit", u"\u8d23\u4efb\u79d1\u5ba4", None))
        self.label_note.setText(QCoreApplication.translate("IndicatorEdit", u"\u8bf4\u660e", None))
        self.label_meaning.setText("")
        self.label_meaning.setProperty(u"role", QCoreApplication.translate("IndicatorEdit", u"grey", None))
        self.label_notes.setText("")
        self.label_saved.setText("")
        self.label_saved.setProperty(u"role", QCoreApplication.translate("IndicatorEdit", u"grey", None))
        self.show_journal.setText(QCoreApplication.translate("IndicatorEdit", u"\u4fee\u6539\u8bb0\u5f55\u2026", None))
        self.leave.setText(QCoreApplication.translate("IndicatorEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.save_and_next.setText(QCoreApplication.translate("IndicatorEdit", u"\u4fdd\u5b58\u5e76\u65b0\u589e\u4e0b\u4e00\u6761\uff08Ctrl+Enter\uff09", None))
        self.save.setText(QCoreApplication.translate("IndicatorEdit", u"\u4fdd\u5b58\uff08Ctrl+S\uff09", None))
    # retranslateUi
