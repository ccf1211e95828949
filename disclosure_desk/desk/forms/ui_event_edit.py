# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'event_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QFormLayout, QFrame, QGridLayout, QGroupBox, QHBoxLayout,
    QLabel, QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.figure_edit import (FigureEdit, WholeNumberEdit)
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_EventEdit(object):
    def setupUi(self, EventEdit):
        if not EventEdit.objectName():
            EventEdit.setObjectName(u"EventEdit")
        EventEdit.resize(660, 260)
        self.layout_page = QVBoxLayout(EventEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_request = QLabel(EventEdit)
        self.label_request.setObjectName(u"label_request")
        self.label_request.setWordWrap(True)
        self.label_request.setProperty(u"role", u"grey")

        self.layout_page.addWidget(self.label_request)

        self.scroll_fields = QScrollArea(EventEdit)
        self.scroll_fields.setObjectName(u"scroll_fields")
        self.scroll_fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_fields.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_fields.setWidgetResizable(True)
        self.page_fields = QWidget()
        self.page_fields.setObjectName(u"page_fields")
        self.layout_scrolled = QVBoxLayout(self.page_fields)
        self.layout_scrolled.setObjectName(u"layout_scrolled")
        self.layout_scrolled.setContentsMargins(0, 0, 4, 0)
        self.layout_fields = QFormLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.layout_fields.setLabelAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(7)
        self.label_happened_on = QLabel(self.page_fields)
        self.label_happened_on.setObjectName(u"label_happened_on")

        self.layout_fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.label_happened_on)

        self.happened_on = DateEdit(self.page_fields)
        self.happened_on.setObjectName(u"happened_on")

        self.layout_fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.happened_on)

        self.label_outcome = QLabel(self.page_fields)
        self.label_outcome.setObjectName(u"label_outcome")

        self.layout_fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.label_outcome)

        self.panel_outcome = QWidget(self.page_fields)
        self.panel_outcome.setObjectName(u"panel_outcome")
        self.layout_outcome = QVBoxLayout(self.panel_outcome)
        self.layout_outcome.setSpacing(4)
        self.layout_outcome.setObjectName(u"layout_outcome")
        self.layout_outcome.setContentsMargins(0, 0, 0, 0)
        self.layout_outcome_line = QHBoxLayout()
        self.layout_outcome_line.setSpacing(6)
        self.layout_outcome_line.setObjectName(u"layout_outcome_line")
        self.outcome = ChoiceBox(self.panel_outcome)
        self.outcome.setObjectName(u"outcome")

        self.layout_outcome_line.addWidget(self.outcome)

        self.find_outcome = QPushButton(self.panel_outcome)
        self.find_outcome.setObjectName(u"find_outcome")
        self.find_outcome.setAutoDefault(False)

        self.layout_outcome_line.addWidget(self.find_outcome)

        self.layout_outcome_line.setStretch(0, 1)

        self.layout_outcome.addLayout(self.layout_outcome_line)

        self.label_counted = QLabel(self.panel_outcome)
        self.label_counted.setObjectName(u"label_counted")
        self.label_counted.setWordWrap(True)
        self.label_counted.setProperty(u"role", u"grey")

        self.layout_outcome.addWidget(self.label_counted)


        self.layout_fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.panel_outcome)

        self.label_repeats_number = QLabel(self.page_fields)
        self.label_repeats_number.setObjectName(u"label_repeats_number")

        self.layout_fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.label_repeats_number)

        self.repeats_number = TextLine(self.page_fields)
        self.repeats_number.setObjectName(u"repeats_number")

        self.layout_fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.repeats_number)

        self.label_reply_number = QLabel(self.page_fields)
        self.label_reply_number.setObjectName(u"label_reply_number")

        self.layout_fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.label_reply_number)

        self.reply_number = TextLine(self.page_fields)
        self.reply_number.setObjectName(u"reply_number")

        self.layout_fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.reply_number)

        self.label_answer_by = QLabel(self.page_fields)
        self.label_answer_by.setObjectName(u"label_answer_by")

        self.layout_fields.setWidget(4, QFormLayout.ItemRole.LabelRole, self.label_answer_by)

        self.answer_by = DateEdit(self.page_fields)
        self.answer_by.setObjectName(u"answer_by")
        self.answer_by.setMayBeAhead(True)

        self.layout_fields.setWidget(4, QFormLayout.ItemRole.FieldRole, self.answer_by)

        self.label_consulted = QLabel(self.page_fields)
        self.label_consulted.setObjectName(u"label_consulted")

        self.layout_fields.setWidget(5, QFormLayout.ItemRole.LabelRole, self.label_consulted)

        self.consulted = ChoiceBox(self.page_fields)
        self.consulted.setObjectName(u"consulted")

        self.layout_fields.setWidget(5, QFormLayout.ItemRole.FieldRole, self.consulted)

        self.label_addressee = QLabel(self.page_fields)
        self.label_addressee.setObjectName(u"label_addressee")

        self.layout_fields.setWidget(6, QFormLayout.ItemRole.LabelRole, self.label_addressee)

        self.addressee = TextLine(self.page_fields)
        self.addressee.setObjectName(u"addressee")

        self.layout_fields.setWidget(6, QFormLayout.ItemRole.FieldRole, self.addressee)

        self.label_reached_on = QLabel(self.page_fields)
        self.label_reached_on.setObjectName(u"label_reached_on")

        self.layout_fields.setWidget(7, QFormLayout.ItemRole.LabelRole, self.label_reached_on)

        self.reached_on = DateEdit(self.page_fields)
        self.reached_on.setObjectName(u"reached_on")

        self.layout_fields.setWidget(7, QFormLayout.ItemRole.FieldRole, self.reached_on)

        self.label_opinion = QLabel(self.page_fields)
        self.label_opinion.setObjectName(u"label_opinion")

        self.layout_fields.setWidget(8, QFormLayout.ItemRole.LabelRole, self.label_opinion)

        self.opinion = ChoiceBox(self.page_fields)
        self.opinion.setObjectName(u"opinion")

        self.layout_fields.setWidget(8, QFormLayout.ItemRole.FieldRole, self.opinion)

        self.label_extension_workdays = QLabel(self.page_fields)
        self.label_extension_workdays.setObjectName(u"label_extension_workdays")

        self.layout_fields.setWidget(9, QFormLayout.ItemRole.LabelRole, self.label_extension_workdays)

        self.extension_workdays = WholeNumberEdit(self.page_fields)
        self.extension_workdays.setObjectName(u"extension_workdays")

        self.layout_fields.setWidget(9, QFormLayout.ItemRole.FieldRole, self.extension_workdays)

        self.label_approved_by = QLabel(self.page_fields)
        self.label_approved_by.setObjectName(u"label_approved_by")

        self.layout_fields.setWidget(10, QFormLayout.ItemRole.LabelRole, self.label_approved_by)

        self.approved_by = TextLine(self.page_fields)
        self.approved_by.setObjectName(u"approved_by")

        self.layout_fields.setWidget(10, QFormLayout.ItemRole.FieldRole, self.approved_by)

        self.label_charged_items = QLabel(self.page_fields)
        self.label_charged_items.setObjectName(u"label_charged_items")

        self.layout_fields.setWidget(11, QFormLayout.ItemRole.LabelRole, self.label_charged_items)

        self.charged_items = WholeNumberEdit(self.page_fields)
        self.charged_items.setObjectName(u"charged_items")

        self.layout_fields.setWidget(11, QFormLayout.ItemRole.FieldRole, self.charged_items)

        self.label_charged_pages = QLabel(self.page_fields)
        self.label_charged_pages.setObjectName(u"label_charged_pages")

        self.layout_fields.setWidget(12, QFormLayout.ItemRole.LabelRole, self.label_charged_pages)

        self.charged_pages = WholeNumberEdit(self.page_fields)
        self.charged_pages.setObjectName(u"charged_pages")

        self.layout_fields.setWidget(12, QFormLayout.ItemRole.FieldRole, self.charged_pages)

        self.label_charged_yuan = QLabel(self.page_fields)
        self.label_charged_yuan.setObjectName(u"label_charged_yuan")

        self.layout_fields.setWidget(13, QFormLayout.ItemRole.LabelRole, self.label_charged_yuan)

        self.panel_charged = QWidget(self.page_fields)
        self.panel_charged.setObjectName(u"panel_charged")
        self.layout_charged = QHBoxLayout(self.panel_charged)
        self.layout_charged.setSpacing(6)
        self.layout_charged.setObjectName(u"layout_charged")
        self.layout_charged.setContentsMargins(0, 0, 0, 0)
        self.charged_yuan = FigureEdit(self.panel_charged)
        self.charged_yuan.setObjectName(u"charged_yuan")

        self.layout_charged.addWidget(self.charged_yuan)

        self.reckon_fee = QPushButton(self.panel_charged)
        self.reckon_fee.setObjectName(u"reckon_fee")
        self.reckon_fee.setAutoDefault(False)

        self.layout_charged.addWidget(self.reckon_fee)

        self.layout_charged.setStretch(0, 1)

        self.layout_fields.setWidget(13, QFormLayout.ItemRole.FieldRole, self.panel_charged)

        self.label_fee_yuan = QLabel(self.page_fields)
        self.label_fee_yuan.setObjectName(u"label_fee_yuan")

        self.layout_fields.setWidget(14, QFormLayout.ItemRole.LabelRole, self.label_fee_yuan)

        self.fee_yuan = FigureEdit(self.page_fields)
        self.fee_yuan.setObjectName(u"fee_yuan")

        self.layout_fields.setWidget(14, QFormLayout.ItemRole.FieldRole, self.fee_yuan)

        self.label_delivery_way = QLabel(self.page_fields)
        self.label_delivery_way.setObjectName(u"label_delivery_way")

        self.layout_fields.setWidget(15, QFormLayout.ItemRole.LabelRole, self.label_delivery_way)

        self.delivery_way = TextLine(self.page_fields)
        self.delivery_way.setObjectName(u"delivery_way")

        self.layout_fields.setWidget(15, QFormLayout.ItemRole.FieldRole, self.delivery_way)

        self.label_tracking_number = QLabel(self.page_fields)
        self.label_tracking_number.setObjectName(u"label_tracking_number")

        self.layout_fields.setWidget(16, QFormLayout.ItemRole.LabelRole, self.label_tracking_number)

        self.tracking_number = TextLine(self.page_fields)
        self.tracking_number.setObjectName(u"tracking_number")

        self.layout_fields.setWidget(16, QFormLayout.ItemRole.FieldRole, self.tracking_number)

        self.label_signed_on = QLabel(self.page_fields)
        self.label_signed_on.setObjectName(u"label_signed_on")

        self.layout_fields.setWidget(17, QFormLayout.ItemRole.LabelRole, self.label_signed_on)

        self.signed_on = DateEdit(self.page_fields)
        self.signed_on.setObjectName(u"signed_on")

        self.layout_fields.setWidget(17, QFormLayout.ItemRole.FieldRole, self.signed_on)

        self.label_reason = QLabel(self.page_fields)
        self.label_reason.setObjectName(u"label_reason")

        self.layout_fields.setWidget(18, QFormLayout.ItemRole.LabelRole, self.label_reason)

        self.reason = LongText(self.page_fields)
        self.reason.setObjectName(u"reason")
        self.reason.setMinimumSize(QSize(0, 48))
        self.reason.setMaximumSize(QSize(16777215, 84))

        self.layout_fields.setWidget(18, QFormLayout.ItemRole.FieldRole, self.reason)

        self.label_late_reason = QLabel(self.page_fields)
        self.label_late_reason.setObjectName(u"label_late_reason")

        self.layout_fields.setWidget(19, QFormLayout.ItemRole.LabelRole, self.label_late_reason)

        self.late_reason = LongText(self.page_fields)
        self.late_reason.setObjectName(u"late_reason")
        self.late_reason.setMinimumSize(QSize(0, 48))
        self.late_reason.setMaximumSize(QSize(16777215, 84))

        self.layout_fields.setWidget(19, QFormLayout.ItemRole.FieldRole, self.late_reason)

        self.label_letter_number = QLabel(self.page_fields)
        self.label_letter_number.setObjectName(u"label_letter_number")

        self.layout_fields.setWidget(20, QFormLayout.ItemRole.LabelRole, self.label_letter_number)

        self.letter_number = TextLine(self.page_fields)
        self.letter_number.setObjectName(u"letter_number")

        self.layout_fields.setWidget(20, QFormLayout.ItemRole.FieldRole, self.letter_number)

        self.label_person = QLabel(self.page_fields)
        self.label_person.setObjectName(u"label_person")

        self.layout_fields.setWidget(21, QFormLayout.ItemRole.LabelRole, self.label_person)

        self.person = TextLine(self.page_fields)
        self.person.setObjectName(u"person")

        self.layout_fields.setWidget(21, QFormLayout.ItemRole.FieldRole, self.person)


        self.layout_scrolled.addLayout(self.layout_fields)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_scrolled.addItem(self.spacer_page)

        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.group_clock = QGroupBox(EventEdit)
        self.group_clock.setObjectName(u"group_clock")
        self.layout_clock = QGridLayout(self.group_clock)
        self.layout_clock.setObjectName(u"layout_clock")
        self.layout_clock.setHorizontalSpacing(10)
        self.layout_clock.setVerticalSpacing(3)
        self.label_before_title = QLabel(self.group_clock)
        self.label_before_title.setObjectName(u"label_before_title")
        self.label_before_title.setProperty(u"role", u"grey")

        self.layout_clock.addWidget(self.label_before_title, 0, 0, 1, 1)

        self.label_before = QLabel(self.group_clock)
        self.label_before.setObjectName(u"label_before")
        self.label_before.setWordWrap(True)

        self.layout_clock.addWidget(self.label_before, 0, 1, 1, 1)

        self.label_after_title = QLabel(self.group_clock)
        self.label_after_title.setObjectName(u"label_after_title")
        self.label_after_title.setProperty(u"role", u"grey")

        self.layout_clock.addWidget(self.label_after_title, 1, 0, 1, 1)

        self.label_after = QLabel(self.group_clock)
        self.label_after.setObjectName(u"label_after")
        self.label_after.setWordWrap(True)
        self.label_after.setProperty(u"role", u"state")

        self.layout_clock.addWidget(self.label_after, 1, 1, 1, 1)

        self.show_days = QPushButton(self.group_clock)
        self.show_days.setObjectName(u"show_days")
        self.show_days.setAutoDefault(False)

        self.layout_clock.addWidget(self.show_days, 0, 2, 2, 1)

        self.layout_clock.setColumnStretch(1, 1)

        self.layout_page.addWidget(self.group_clock)

        self.label_notes = QLabel(EventEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)
        self.label_notes.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(EventEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.save = QPushButton(EventEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.save.setIcon(icon)

        self.layout_buttons.addWidget(self.save)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_happened_on.setBuddy(self.happened_on)
        self.label_outcome.setBuddy(self.outcome)
        self.label_repeats_number.setBuddy(self.repeats_number)
        self.label_reply_number.setBuddy(self.reply_number)
        self.label_answer_by.setBuddy(self.answer_by)
        self.label_consulted.setBuddy(self.consulted)
        self.label_addressee.setBuddy(self.addressee)
        self.label_reached_on.setBuddy(self.reached_on)
        self.label_opinion.setBuddy(self.opinion)
        self.label_extension_workdays.setBuddy(self.extension_workdays)
        self.label_approved_by.setBuddy(self.approved_by)
        self.label_charged_items.setBuddy(self.charged_items)
        self.label_charged_pages.setBuddy(self.charged_pages)
        self.label_charged_yuan.setBuddy(self.charged_yuan)
        self.label_fee_yuan.setBuddy(self.fee_yuan)
        self.label_delivery_way.setBuddy(self.delivery_way)
        self.label_tracking_number.setBuddy(self.tracking_number)
        self.label_signed_on.setBuddy(self.signed_on)
        self.label_reason.setBuddy(self.reason)
        self.label_late_reason.setBuddy(self.late_reason)
        self.label_letter_number.setBuddy(self.letter_number)
        self.label_person.setBuddy(self.person)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.happened_on, self.outcome)
        QWidget.setTabOrder(self.outcome, self.find_outcome)
        QWidget.setTabOrder(self.find_outcome, self.repeats_number)
        QWidget.setTabOrder(self.repeats_number, self.reply_number)
        QWidget.setTabOrder(self.reply_number, self.answer_by)
        QWidget.setTabOrder(self.answer_by, self.consulted)
        QWidget.setTabOrder(self.consulted, self.addressee)
        QWidget.setTabOrder(self.addressee, self.reached_on)
        QWidget.setTabOrder(self.reached_on, self.opinion)
        QWidget.setTabOrder(self.opinion, self.extension_workdays)
        QWidget.setTabOrder(self.extension_workdays, self.approved_by)
        QWidget.setTabOrder(self.approved_by, self.charged_items)
        QWidget.setTabOrder(self.charged_items, self.charged_pages)
        QWidget.setTabOrder(self.charged_pages, self.charged_yuan)
        QWidget.setTabOrder(self.charged_yuan, self.reckon_fee)
        QWidget.setTabOrder(self.reckon_fee, self.fee_yuan)
        QWidget.setTabOrder(self.fee_yuan, self.delivery_way)
        QWidget.setTabOrder(self.delivery_way, self.tracking_number)
        QWidget.setTabOrder(self.tracking_number, self.signed_on)
        QWidget.setTabOrder(self.signed_on, self.reason)
        QWidget.setTabOrder(self.reason, self.late_reason)
        QWidget.setTabOrder(self.late_reason, self.letter_number)
        QWidget.setTabOrder(self.letter_number, self.person)
        QWidget.setTabOrder(self.person, self.save)
        QWidget.setTabOrder(self.save, self.leave)
        QWidget.setTabOrder(self.leave, self.show_days)

        self.retranslateUi(EventEdit)
    # setupUi

    def retranslateUi(self, EventEdit):
        EventEdit.setWindowTitle(QCoreApplication.translate("EventEdit", u"\u767b\u8bb0\u6b65\u9aa4", None))
        self.label_request.setText("")
        self.label_happened_on.setText(QCoreApplication.translate("EventEdit", u"\u65e5\u671f", None))
        self.label_outcome.setText(QCoreApplication.translate("EventEdit", u"\u529e\u7406\u7ed3\u679c *", None))
        self.find_outcome.setText(QCoreApplication.translate("EventEdit", u"\u9010\u6b65\u5224\u5b9a\uff08F4\uff09", None))
#if QT_CONFIG(tooltip)
        self.find_outcome.setToolTip(QCoreApplication.translate("EventEdit", u"\u56de\u7b54\u4e24\u4e09\u4e2a\u95ee\u9898\u627e\u5230\u529e\u7406\u7ed3\u679c\uff1b\u627e\u5230\u7684\u7ed3\u679c\u3001\u8ba1\u5165\u7684\u884c\u548c\u4f9d\u636e\u90fd\u4f1a\u663e\u793a\uff08F4\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_counted.setText("")
        self.label_repeats_number.setText(QCoreApplication.translate("EventEdit", u"\u539f\u7533\u8bf7\u7f16\u53f7 *", None))
#if QT_CONFIG(tooltip)
        self.label_repeats_number.setToolTip(QCoreApplication.translate("EventEdit", u"\u6240\u91cd\u590d\u7684\u90a3\u4ef6\u7533\u8bf7\u7684\u7f16\u53f7\uff0c\u968f\u8fd9\u4e00\u6b65\u4e00\u8d77\u8bb0\u5165\u767b\u8bb0\u5185\u5bb9\uff08\u4f9d\u636e\uff1a\u6761\u4f8b\u7b2c\u4e09\u5341\u516d\u6761\u7b2c\u516d\u9879\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_reply_number.setText(QCoreApplication.translate("EventEdit", u"\u7b54\u590d\u6587\u53f7", None))
        self.label_answer_by.setText(QCoreApplication.translate("EventEdit", u"\u8865\u6b63\u671f\u9650", None))
        self.label_consulted.setText(QCoreApplication.translate("EventEdit", u"\u5f81\u6c42\u5bf9\u8c61", None))
        self.label_addressee.setText(QCoreApplication.translate("EventEdit", u"\u5bf9\u65b9\u540d\u79f0", None))
        self.label_reached_on.setText(QCoreApplication.translate("EventEdit", u"\u5bf9\u65b9\u6536\u5230\u65e5\u671f", None))
        self.label_opinion.setText(QCoreApplication.translate("EventEdit", u"\u5bf9\u65b9\u610f\u89c1", None))
        self.label_extension_workdays.setText(QCoreApplication.translate("EventEdit", u"\u5ef6\u957f\u5de5\u4f5c\u65e5\u6570", None))
        self.label_approved_by.setText(QCoreApplication.translate("EventEdit", u"\u6279\u51c6\u4eba", None))
        self.label_charged_items.setText(QCoreApplication.translate("EventEdit", u"\u8ba1\u8d39\u4ef6\u6570", None))
        self.label_charged_pages.setText(QCoreApplication.translate("EventEdit", u"\u8ba1\u8d39\u9875\u6570", None))
        self.label_charged_yuan.setText(QCoreApplication.translate("EventEdit", u"\u5e94\u7f34\u91d1\u989d\uff08\u5143\uff09", None))
        self.reckon_fee.setText(QCoreApplication.translate("EventEdit", u"\u6309\u6807\u51c6\u63a8\u7b97\uff08F4\uff09", None))
#if QT_CONFIG(tooltip)
        self.reckon_fee.setToolTip(QCoreApplication.translate("EventEdit", u"\u6309\u4ef6\u6570\u6216\u9875\u6570\u63a8\u7b97\u4fe1\u606f\u5904\u7406\u8d39\uff08F4\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_fee_yuan.setText(QCoreApplication.translate("EventEdit", u"\u6536\u8d39\u91d1\u989d\uff08\u5143\uff09", None))
        self.label_delivery_way.setText(QCoreApplication.translate("EventEdit", u"\u9001\u8fbe\u65b9\u5f0f", None))
        self.label_tracking_number.setText(QCoreApplication.translate("EventEdit", u"\u90ae\u5bc4\u5355\u53f7", None))
        self.label_signed_on.setText(QCoreApplication.translate("EventEdit", u"\u7b7e\u6536\u65e5\u671f", None))
        self.label_reason.setText(QCoreApplication.translate("EventEdit", u"\u7406\u7531", None))
        self.label_late_reason.setText(QCoreApplication.translate("EventEdit", u"\u903e\u671f\u539f\u56e0", None))
        self.label_letter_number.setText(QCoreApplication.translate("EventEdit", u"\u6587\u4e66\u6587\u53f7", None))
        self.label_person.setText(QCoreApplication.translate("EventEdit", u"\u7ecf\u529e\u4eba", None))
        self.group_clock.setTitle(QCoreApplication.translate("EventEdit", u"\u7b54\u590d\u671f\u9650", None))
        self.label_before_title.setText(QCoreApplication.translate("EventEdit", u"\u767b\u8bb0\u524d", None))
        self.label_before.setText("")
        self.label_after_title.setText(QCoreApplication.translate("EventEdit", u"\u767b\u8bb0\u540e", None))
        self.label_after.setText("")
        self.show_days.setText(QCoreApplication.translate("EventEdit", u"\u600e\u4e48\u7b97\u7684\uff08F9\uff09", None))
#if QT_CONFIG(tooltip)
        self.show_days.setToolTip(QCoreApplication.translate("EventEdit", u"\u9010\u65e5\u770b\u7b54\u590d\u671f\u9650\u600e\u6837\u8ba1\u7b97\uff08F9\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_notes.setText("")
        self.leave.setText(QCoreApplication.translate("EventEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.save.setText(QCoreApplication.translate("EventEdit", u"\u767b\u8bb0\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
