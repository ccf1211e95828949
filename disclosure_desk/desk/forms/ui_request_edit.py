# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'request_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFrame, QGridLayout,
    QGroupBox, QHBoxLayout, QHeaderView, QLabel,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem,
    QTableView, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_RequestEdit(object):
    def setupUi(self, RequestEdit):
        if not RequestEdit.objectName():
            RequestEdit.setObjectName(u"RequestEdit")
        RequestEdit.resize(1080, 600)
        self.layout_page = QVBoxLayout(RequestEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.scroll_fields = QScrollArea(RequestEdit)
        self.scroll_fields.setObjectName(u"scroll_fields")
        self.scroll_fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_fields.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_fields.setWidgetResizable(True)
        self.page_fields = QWidget()
        self.page_fields.setObjectName(u"page_fields")
        self.layout_columns = QHBoxLayout(self.page_fields)
        self.layout_columns.setSpacing(12)
        self.layout_columns.setObjectName(u"layout_columns")
        self.layout_columns.setContentsMargins(0, 0, 4, 0)
        self.group_registration = QGroupBox(self.page_fields)
        self.group_registration.setObjectName(u"group_registration")
        self.layout_fields = QGridLayout(self.group_registration)
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(7)
        self.label_number = QLabel(self.group_registration)
        self.label_number.setObjectName(u"label_number")
        self.label_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_number, 0, 0, 1, 1)

        self.number = TextLine(self.group_registration)
        self.number.setObjectName(u"number")

        self.layout_fields.addWidget(self.number, 0, 1, 1, 1)

        self.label_received_on = QLabel(self.group_registration)
        self.label_received_on.setObjectName(u"label_received_on")
        self.label_received_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_received_on, 0, 2, 1, 1)

        self.received_on = DateEdit(self.group_registration)
        self.received_on.setObjectName(u"received_on")

        self.layout_fields.addWidget(self.received_on, 0, 3, 1, 1)

        self.label_received_via = QLabel(self.group_registration)
        self.label_received_via.setObjectName(u"label_received_via")
        self.label_received_via.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_received_via, 1, 0, 1, 1)

        self.received_via = ChoiceBox(self.group_registration)
        self.received_via.setObjectName(u"received_via")

        self.layout_fields.addWidget(self.received_via, 1, 1, 1, 1)

        self.label_applicant_kind = QLabel(self.group_registration)
        self.label_applicant_kind.setObjectName(u"label_applicant_kind")
        self.label_applicant_kind.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_applicant_kind, 1, 2, 1, 1)

        self.applicant_kind = ChoiceBox(self.group_registration)
        self.applicant_kind.setObjectName(u"applicant_kind")

        self.layout_fields.addWidget(self.applicant_kind, 1, 3, 1, 1)

        self.label_applicant_name = QLabel(self.group_registration)
        self.label_applicant_name.setObjectName(u"label_applicant_name")
        self.label_applicant_name.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_applicant_name, 2, 0, 1, 1)

        self.applicant_name = TextLine(self.group_registration)
        self.applicant_name.setObjectName(u"applicant_name")

        self.layout_fields.addWidget(self.applicant_name, 2, 1, 1, 1)

        self.label_department = QLabel(self.group_registration)
        self.label_department.setObjectName(u"label_department")
        self.label_department.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_department, 2, 2, 1, 1)

        self.department = TextLine(self.group_registration)
        self.department.setObjectName(u"department")

        self.layout_fields.addWidget(self.department, 2, 3, 1, 1)

        self.label_earlier = QLabel(self.group_registration)
        self.label_earlier.setObjectName(u"label_earlier")
        self.label_earlier.setWordWrap(True)
        self.label_earlier.setTextFormat(Qt.TextFormat.RichText)

        self.layout_fields.addWidget(self.label_earlier, 3, 1, 1, 3)

        self.label_content = QLabel(self.group_registration)
        self.label_content.setObjectName(u"label_content")
        self.label_content.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignTrailing)

        self.layout_fields.addWidget(self.label_content, 4, 0, 1, 1)

        self.content = LongText(self.group_registration)
        self.content.setObjectName(u"content")
        self.content.setMinimumSize(QSize(0, 84))
        self.content.setMaximumSize(QSize(16777215, 16777215))

        self.layout_fields.addWidget(self.content, 4, 1, 1, 3)

        self.label_delivery_wanted = QLabel(self.group_registration)
        self.label_delivery_wanted.setObjectName(u"label_delivery_wanted")
        self.label_delivery_wanted.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_delivery_wanted, 5, 0, 1, 1)

        self.delivery_wanted = TextLine(self.group_registration)
        self.delivery_wanted.setObjectName(u"delivery_wanted")

        self.layout_fields.addWidget(self.delivery_wanted, 5, 1, 1, 1)

        self.label_phone = QLabel(self.group_registration)
        self.label_phone.setObjectName(u"label_phone")
        self.label_phone.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_phone, 5, 2, 1, 1)

        self.phone = TextLine(self.group_registration)
        self.phone.setObjectName(u"phone")

        self.layout_fields.addWidget(self.phone, 5, 3, 1, 1)

        self.label_id_number = QLabel(self.group_registration)
        self.label_id_number.setObjectName(u"label_id_number")
        self.label_id_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_id_number, 6, 0, 1, 1)

        self.id_number = TextLine(self.group_registration)
        self.id_number.setObjectName(u"id_number")

        self.layout_fields.addWidget(self.id_number, 6, 1, 1, 1)

        self.label_address = QLabel(self.group_registration)
        self.label_address.setObjectName(u"label_address")
        self.label_address.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_address, 6, 2, 1, 1)

        self.address = TextLine(self.group_registration)
        self.address.setObjectName(u"address")

        self.layout_fields.addWidget(self.address, 6, 3, 1, 1)

        self.label_agent = QLabel(self.group_registration)
        self.label_agent.setObjectName(u"label_agent")
        self.label_agent.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_agent, 7, 0, 1, 1)

        self.agent = TextLine(self.group_registration)
        self.agent.setObjectName(u"agent")

        self.layout_fields.addWidget(self.agent, 7, 1, 1, 1)

        self.label_repeats_number = QLabel(self.group_registration)
        self.label_repeats_number.setObjectName(u"label_repeats_number")
        self.label_repeats_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_repeats_number, 7, 2, 1, 1)

        self.repeats_number = TextLine(self.group_registration)
        self.repeats_number.setObjectName(u"repeats_number")

        self.layout_fields.addWidget(self.repeats_number, 7, 3, 1, 1)

        self.label_note = QLabel(self.group_registration)
        self.label_note.setObjectName(u"label_note")
        self.label_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignTrailing)

        self.layout_fields.addWidget(self.label_note, 8, 0, 1, 1)

        self.note = LongText(self.group_registration)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 48))
        self.note.setMaximumSize(QSize(16777215, 72))

        self.layout_fields.addWidget(self.note, 8, 1, 1, 3)

        self.layout_fields.setRowStretch(4, 1)
        self.layout_fields.setColumnStretch(1, 1)
        self.layout_fields.setColumnStretch(3, 1)

        self.layout_columns.addWidget(self.group_registration)

        self.group_events = QGroupBox(self.page_fields)
        self.group_events.setObjectName(u"group_events")
        self.layout_events = QVBoxLayout(self.group_events)
        self.layout_events.setSpacing(8)
        self.layout_events.setObjectName(u"layout_events")
        self.label_state = QLabel(self.group_events)
        self.label_state.setObjectName(u"label_state")
        self.label_state.setWordWrap(True)

        self.layout_events.addWidget(self.label_state)

        self.events = QTableView(self.group_events)
        self.events.setObjectName(u"events")
        self.events.setMinimumSize(QSize(380, 150))

        self.layout_events.addWidget(self.events)

        self.layout_event_buttons = QHBoxLayout()
        self.layout_event_buttons.setSpacing(8)
        self.layout_event_buttons.setObjectName(u"layout_event_buttons")
        self.change_event = QPushButton(self.group_events)
        self.change_event.setObjectName(u"change_event")
        self.change_event.setAutoDefault(False)

        self.layout_event_buttons.addWidget(self.change_event)

        self.remove_event = QPushButton(self.group_events)
        self.remove_event.setObjectName(u"remove_event")
        self.remove_event.setAutoDefault(False)

        self.layout_event_buttons.addWidget(self.remove_event)

        self.spacer_event_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_event_buttons.addItem(self.spacer_event_buttons)


        self.layout_events.addLayout(self.layout_event_buttons)

        self.label_steps = QLabel(self.group_events)
        self.label_steps.setObjectName(u"label_steps")

        self.layout_events.addWidget(self.label_steps)

        self.layout_steps = QGridLayout()
        self.layout_steps.setObjectName(u"layout_steps")
        self.layout_steps.setHorizontalSpacing(6)
        self.layout_steps.setVerticalSpacing(6)
        self.step_correction_asked = QPushButton(self.group_events)
        self.step_correction_asked.setObjectName(u"step_correction_asked")
        self.step_correction_asked.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_correction_asked, 0, 0, 1, 1)

        self.step_correction_received = QPushButton(self.group_events)
        self.step_correction_received.setObjectName(u"step_correction_received")
        self.step_correction_received.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_correction_received, 0, 1, 1, 1)

        self.step_consultation_sent = QPushButton(self.group_events)
        self.step_consultation_sent.setObjectName(u"step_consultation_sent")
        self.step_consultation_sent.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_consultation_sent, 1, 0, 1, 1)

        self.step_consultation_received = QPushButton(self.group_events)
        self.step_consultation_received.setObjectName(u"step_consultation_received")
        self.step_consultation_received.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_consultation_received, 1, 1, 1, 1)

        self.step_extension = QPushButton(self.group_events)
        self.step_extension.setObjectName(u"step_extension")
        self.step_extension.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_extension, 2, 0, 1, 1)

        self.step_fee_notice = QPushButton(self.group_events)
        self.step_fee_notice.setObjectName(u"step_fee_notice")
        self.step_fee_notice.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_fee_notice, 3, 0, 1, 1)

        self.step_fee_paid = QPushButton(self.group_events)
        self.step_fee_paid.setObjectName(u"step_fee_paid")
        self.step_fee_paid.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_fee_paid, 3, 1, 1, 1)

        self.step_reply = QPushButton(self.group_events)
        self.step_reply.setObjectName(u"step_reply")
        self.step_reply.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_reply, 4, 0, 1, 1)

        self.step_withdrawal = QPushButton(self.group_events)
        self.step_withdrawal.setObjectName(u"step_withdrawal")
        self.step_withdrawal.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_withdrawal, 4, 1, 1, 1)

        self.step_delivery = QPushButton(self.group_events)
        self.step_delivery.setObjectName(u"step_delivery")
        self.step_delivery.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_delivery, 2, 1, 1, 1)


        self.layout_events.addLayout(self.layout_steps)


        self.layout_columns.addWidget(self.group_events)

        self.layout_columns.setStretch(0, 5)
        self.layout_columns.setStretch(1, 4)
        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_notes = QLabel(RequestEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)
        self.label_notes.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.show_journal = QPushButton(RequestEdit)
        self.show_journal.setObjectName(u"show_journal")
        self.show_journal.setAutoDefault(False)

        self.layout_buttons.addWidget(self.show_journal)

        self.label_saved = QLabel(RequestEdit)
        self.label_saved.setObjectName(u"label_saved")

        self.layout_buttons.addWidget(self.label_saved)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(RequestEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.save_and_next = QPushButton(RequestEdit)
        self.save_and_next.setObjectName(u"save_and_next")
        self.save_and_next.setAutoDefault(False)

        self.layout_buttons.addWidget(self.save_and_next)

        self.save = QPushButton(RequestEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.save.setIcon(icon)

        self.layout_buttons.addWidget(self.save)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_number.setBuddy(self.number)
        self.label_received_on.setBuddy(self.received_on)
        self.label_received_via.setBuddy(self.received_via)
        self.label_applicant_kind.setBuddy(self.applicant_kind)
        self.label_applicant_name.setBuddy(self.applicant_name)
        self.label_department.setBuddy(self.department)
        self.label_content.setBuddy(self.content)
        self.label_delivery_wanted.setBuddy(self.delivery_wanted)
        self.label_phone.setBuddy(self.phone)
        self.label_id_number.setBuddy(self.id_number)
        self.label_address.setBuddy(self.address)
        self.label_agent.setBuddy(self.agent)
        self.label_repeats_number.setBuddy(self.repeats_number)
        self.label_note.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.number, self.received_on)
        QWidget.setTabOrder(self.received_on, self.received_via)
        QWidget.setTabOrder(self.received_via, self.applicant_kind)
        QWidget.setTabOrder(self.applicant_kind, self.applicant_name)
        QWidget.setTabOrder(self.applicant_name, self.department)
        QWidget.setTabOrder(self.department, self.content)
        QWidget.setTabOrder(self.content, self.delivery_wanted)
        QWidget.setTabOrder(self.delivery_wanted, self.phone)
        QWidget.setTabOrder(self.phone, self.id_number)
        QWidget.setTabOrder(self.id_number, self.address)
        QWidget.setTabOrder(self.address, self.agent)
        QWidget.setTabOrder(self.agent, self.repeats_number)
        QWidget.setTabOrder(self.repeats_number, self.note)
        QWidget.setTabOrder(self.note, self.save)
        QWidget.setTabOrder(self.save, self.save_and_next)
        QWidget.setTabOrder(self.save_and_next, self.leave)
        QWidget.setTabOrder(self.leave, self.show_journal)
        QWidget.setTabOrder(self.show_journal, self.events)
        QWidget.setTabOrder(self.events, self.change_event)
        QWidget.setTabOrder(self.change_event, self.remove_event)
        QWidget.setTabOrder(self.remove_event, self.step_correction_asked)
        QWidget.setTabOrder(self.step_correction_asked, self.step_correction_received)
        QWidget.setTabOrder(self.step_correction_received, self.step_consultation_sent)
        QWidget.setTabOrder(self.step_consultation_sent, self.step_consultation_received)
        QWidget.setTabOrder(self.step_consultation_received, self.step_extension)
        QWidget.setTabOrder(self.step_extension, self.step_delivery)
        QWidget.setTabOrder(self.step_delivery, self.step_fee_notice)
        QWidget.setTabOrder(self.step_fee_notice, self.step_fee_paid)
        QWidget.setTabOrder(self.step_fee_paid, self.step_reply)
        QWidget.setTabOrder(self.step_reply, self.step_withdrawal)

        self.retranslateUi(RequestEdit)
    # setupUi

    def retranslateUi(self, RequestEdit):
        RequestEdit.setWindowTitle(QCoreApplication.translate("RequestEdit", u"\u4f9d\u7533\u8bf7\u516c\u5f00", None))
        self.group_registration.setTitle(QCoreApplication.translate("RequestEdit", u"\u767b\u8bb0", None))
        self.label_number.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u7f16\u53f7 *", None))
        self.label_received_on.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u65e5\u671f *", None))
        self.label_received_via.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u65b9\u5f0f *", None))
        self.label_applicant_kind.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u4eba\u7c7b\u578b *", None))
        self.label_applicant_name.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u4eba\u540d\u79f0", None))
        self.label_department.setText(QCoreApplication.translate("RequestEdit", u"\u627f\u529e\u79d1\u5ba4", None))
        self.label_earlier.setText("")
        self.label_earlier.setProperty(u"role", QCoreApplication.translate("RequestEdit", u"grey", None))
        self.label_content.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u5185\u5bb9", None))
        self.label_delivery_wanted.setText(QCoreApplication.translate("RequestEdit", u"\u83b7\u53d6\u65b9\u5f0f", None))
        self.label_phone.setText(QCoreApplication.translate("RequestEdit", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.label_id_number.setText(QCoreApplication.translate("RequestEdit", u"\u8bc1\u4ef6\u53f7\u7801", None))
        self.label_address.setText(QCoreApplication.translate("RequestEdit", u"\u8054\u7cfb\u5730\u5740", None))
        self.label_agent.setText(QCoreApplication.translate("RequestEdit", u"\u4ee3\u7406\u4eba", None))
        self.label_repeats_number.setText(QCoreApplication.translate("RequestEdit", u"\u539f\u7533\u8bf7\u7f16\u53f7", None))
        self.label_note.setText(QCoreApplication.translate("RequestEdit", u"\u5907\u6ce8", None))
        self.group_events.setTitle(QCoreApplication.translate("RequestEdit", u"\u529e\u7406\u8fc7\u7a0b", None))
        self.label_state.setText("")
        self.label_state.setProperty(u"role", QCoreApplication.translate("RequestEdit", u"state", None))
        self.change_event.setText(QCoreApplication.translate("RequestEdit", u"\u4fee\u6539\u6b65\u9aa4", None))
        self.remove_event.setText(QCoreApplication.translate("RequestEdit", u"\u5220\u9664\u6b65\u9aa4", None))
        self.label_steps.setText(QCoreApplication.translate("RequestEdit", u"\u767b\u8bb0\u6b65\u9aa4", None))
        self.label_steps.setProperty(u"role", QCoreApplication.translate("RequestEdit", u"grey", None))
        self.step_correction_asked.setText(QCoreApplication.translate("RequestEdit", u"\u544a\u77e5\u8865\u6b63", None))
        self.step_correction_received.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u8865\u6b63", None))
        self.step_consultation_sent.setText(QCoreApplication.translate("RequestEdit", u"\u53d1\u51fa\u5f81\u6c42\u610f\u89c1", None))
        self.step_consultation_received.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u610f\u89c1", None))
        self.step_extension.setText(QCoreApplication.translate("RequestEdit", u"\u5ef6\u671f\u544a\u77e5", None))
        self.step_fee_notice.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u8d39\u901a\u77e5", None))
        self.step_fee_paid.setText(QCoreApplication.translate("RequestEdit", u"\u7f34\u8d39", None))
        self.step_reply.setText(QCoreApplication.translate("RequestEdit", u"\u7b54\u590d", None))
        self.step_withdrawal.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u4eba\u64a4\u56de", None))
        self.step_delivery.setText(QCoreApplication.translate("RequestEdit", u"\u9001\u8fbe", None))
        self.label_notes.setText("")
        self.show_journal.setText(QCoreApplication.translate("RequestEdit", u"\u4fee\u6539\u8bb0\u5f55\u2026", None))
        self.label_saved.setText("")
        self.label_saved.setProperty(u"role", QCoreApplication.translate("RequestEdit", u"grey", None))
        self.leave.setText(QCoreApplication.translate("RequestEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.save_and_next.setText(QCoreApplication.translate("RequestEdit", u"\u4fdd\u5b58\u5e76\u65b0\u589e\u4e0b\u4e00\u6761\uff08Ctrl+Enter\uff09", None))
        self.save.setText(QCoreApplication.translate("RequestEdit", u"\u4fdd\u5b58\uff08Ctrl+S\uff09", None))
    # retranslateUi
