# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'request_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QFrame, QGridLayout, QGroupBox, QHBoxLayout, QLabel,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.lines_table import LinesTable
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.personal_line import PersonalLine
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_RequestEdit(object):
    def setupUi(self, RequestEdit):
        if not RequestEdit.objectName():
            RequestEdit.setObjectName(u"RequestEdit")
        RequestEdit.resize(1260, 620)
        self.layout_page = QVBoxLayout(RequestEdit)
        self.layout_page.setSpacing(8)
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

        self.layout_fields.addWidget(self.label_number, 9, 0, 1, 1)

        self.number = TextLine(self.group_registration)
        self.number.setObjectName(u"number")

        self.layout_fields.addWidget(self.number, 9, 1, 1, 1)

        self.label_received_on = QLabel(self.group_registration)
        self.label_received_on.setObjectName(u"label_received_on")
        self.label_received_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_received_on, 0, 0, 1, 1)

        self.received_on = DateEdit(self.group_registration)
        self.received_on.setObjectName(u"received_on")

        self.layout_fields.addWidget(self.received_on, 0, 1, 1, 1)

        self.label_received_via = QLabel(self.group_registration)
        self.label_received_via.setObjectName(u"label_received_via")
        self.label_received_via.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_received_via, 0, 2, 1, 1)

        self.received_via = ChoiceBox(self.group_registration)
        self.received_via.setObjectName(u"received_via")

        self.layout_fields.addWidget(self.received_via, 0, 3, 1, 1)

        self.label_applicant_name = QLabel(self.group_registration)
        self.label_applicant_name.setObjectName(u"label_applicant_name")
        self.label_applicant_name.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_applicant_name, 1, 0, 1, 1)

        self.applicant_name = TextLine(self.group_registration)
        self.applicant_name.setObjectName(u"applicant_name")

        self.layout_fields.addWidget(self.applicant_name, 1, 1, 1, 1)

        self.label_applicant_kind = QLabel(self.group_registration)
        self.label_applicant_kind.setObjectName(u"label_applicant_kind")
        self.label_applicant_kind.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_applicant_kind, 1, 2, 1, 1)

        self.applicant_kind = ChoiceBox(self.group_registration)
        self.applicant_kind.setObjectName(u"applicant_kind")

        self.layout_fields.addWidget(self.applicant_kind, 1, 3, 1, 1)

        self.label_department = QLabel(self.group_registration)
        self.label_department.setObjectName(u"label_department")
        self.label_department.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_department, 9, 2, 1, 1)

        self.department = TextLine(self.group_registration)
        self.department.setObjectName(u"department")

        self.layout_fields.addWidget(self.department, 9, 3, 1, 1)

        self.layout_take_kind = QHBoxLayout()
        self.layout_take_kind.setSpacing(8)
        self.layout_take_kind.setObjectName(u"layout_take_kind")
        self.label_kind_hint = QLabel(self.group_registration)
        self.label_kind_hint.setObjectName(u"label_kind_hint")
        self.label_kind_hint.setWordWrap(True)
        self.label_kind_hint.setProperty(u"role", u"grey")
        self.label_kind_hint.setTextFormat(Qt.TextFormat.RichText)

        self.layout_take_kind.addWidget(self.label_kind_hint)

        self.take_kind = QPushButton(self.group_registration)
        self.take_kind.setObjectName(u"take_kind")
        self.take_kind.setAutoDefault(False)

        self.layout_take_kind.addWidget(self.take_kind)

        self.layout_take_kind.setStretch(0, 1)

        self.layout_fields.addLayout(self.layout_take_kind, 2, 1, 1, 3)

        self.layout_show_earlier = QHBoxLayout()
        self.layout_show_earlier.setSpacing(8)
        self.layout_show_earlier.setObjectName(u"layout_show_earlier")
        self.label_earlier = QLabel(self.group_registration)
        self.label_earlier.setObjectName(u"label_earlier")
        self.label_earlier.setWordWrap(True)
        self.label_earlier.setProperty(u"role", u"grey")
        self.label_earlier.setTextFormat(Qt.TextFormat.RichText)
        self.label_earlier.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_show_earlier.addWidget(self.label_earlier)

        self.show_earlier = QPushButton(self.group_registration)
        self.show_earlier.setObjectName(u"show_earlier")
        self.show_earlier.setAutoDefault(False)

        self.layout_show_earlier.addWidget(self.show_earlier)

        self.layout_show_earlier.setStretch(0, 1)

        self.layout_fields.addLayout(self.layout_show_earlier, 3, 1, 1, 3)

        self.label_filled = QLabel(self.group_registration)
        self.label_filled.setObjectName(u"label_filled")
        self.label_filled.setWordWrap(True)
        self.label_filled.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_fields.addWidget(self.label_filled, 5, 1, 1, 3)

        self.layout_take_repeat = QHBoxLayout()
        self.layout_take_repeat.setSpacing(8)
        self.layout_take_repeat.setObjectName(u"layout_take_repeat")
        self.label_duplicate = QLabel(self.group_registration)
        self.label_duplicate.setObjectName(u"label_duplicate")
        self.label_duplicate.setWordWrap(True)
        self.label_duplicate.setProperty(u"role", u"grey")
        self.label_duplicate.setTextFormat(Qt.TextFormat.RichText)
        self.label_duplicate.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_take_repeat.addWidget(self.label_duplicate)

        self.take_repeat = QPushButton(self.group_registration)
        self.take_repeat.setObjectName(u"take_repeat")
        self.take_repeat.setAutoDefault(False)

        self.layout_take_repeat.addWidget(self.take_repeat)

        self.layout_take_repeat.setStretch(0, 1)

        self.layout_fields.addLayout(self.layout_take_repeat, 4, 1, 1, 3)

        self.label_content = QLabel(self.group_registration)
        self.label_content.setObjectName(u"label_content")
        self.label_content.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignTrailing)

        self.layout_fields.addWidget(self.label_content, 6, 0, 1, 1)

        self.content = LongText(self.group_registration)
        self.content.setObjectName(u"content")
        self.content.setMinimumSize(QSize(0, 84))
        self.content.setMaximumSize(QSize(16777215, 140))

        self.layout_fields.addWidget(self.content, 6, 1, 1, 3)

        self.label_delivery_wanted = QLabel(self.group_registration)
        self.label_delivery_wanted.setObjectName(u"label_delivery_wanted")
        self.label_delivery_wanted.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_delivery_wanted, 7, 0, 1, 1)

        self.delivery_wanted = TextLine(self.group_registration)
        self.delivery_wanted.setObjectName(u"delivery_wanted")

        self.layout_fields.addWidget(self.delivery_wanted, 7, 1, 1, 1)

        self.label_phone = QLabel(self.group_registration)
        self.label_phone.setObjectName(u"label_phone")
        self.label_phone.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_phone, 7, 2, 1, 1)

        self.phone = PersonalLine(self.group_registration)
        self.phone.setObjectName(u"phone")

        self.layout_fields.addWidget(self.phone, 7, 3, 1, 1)

        self.label_id_number = QLabel(self.group_registration)
        self.label_id_number.setObjectName(u"label_id_number")
        self.label_id_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_id_number, 8, 2, 1, 1)

        self.id_number = PersonalLine(self.group_registration)
        self.id_number.setObjectName(u"id_number")

        self.layout_fields.addWidget(self.id_number, 8, 3, 1, 1)

        self.label_address = QLabel(self.group_registration)
        self.label_address.setObjectName(u"label_address")
        self.label_address.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_address, 8, 0, 1, 1)

        self.address = PersonalLine(self.group_registration)
        self.address.setObjectName(u"address")

        self.layout_fields.addWidget(self.address, 8, 1, 1, 1)

        self.label_agent = QLabel(self.group_registration)
        self.label_agent.setObjectName(u"label_agent")
        self.label_agent.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_agent, 10, 0, 1, 1)

        self.agent = TextLine(self.group_registration)
        self.agent.setObjectName(u"agent")

        self.layout_fields.addWidget(self.agent, 10, 1, 1, 1)

        self.label_repeats_number = QLabel(self.group_registration)
        self.label_repeats_number.setObjectName(u"label_repeats_number")
        self.label_repeats_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_repeats_number, 10, 2, 1, 1)

        self.repeats_number = TextLine(self.group_registration)
        self.repeats_number.setObjectName(u"repeats_number")

        self.layout_fields.addWidget(self.repeats_number, 10, 3, 1, 1)

        self.label_note = QLabel(self.group_registration)
        self.label_note.setObjectName(u"label_note")
        self.label_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignTrailing)

        self.layout_fields.addWidget(self.label_note, 11, 0, 1, 1)

        self.note = LongText(self.group_registration)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 48))
        self.note.setMaximumSize(QSize(16777215, 72))

        self.layout_fields.addWidget(self.note, 11, 1, 1, 3)

        self.layout_fields.setRowStretch(6, 8)
        self.layout_fields.setRowStretch(12, 1)
        self.layout_fields.setColumnStretch(1, 3)
        self.layout_fields.setColumnStretch(3, 2)

        self.layout_columns.addWidget(self.group_registration)

        self.layout_right = QVBoxLayout()
        self.layout_right.setSpacing(8)
        self.layout_right.setObjectName(u"layout_right")
        self.group_clock = QGroupBox(self.page_fields)
        self.group_clock.setObjectName(u"group_clock")
        self.layout_clock = QGridLayout(self.group_clock)
        self.layout_clock.setObjectName(u"layout_clock")
        self.layout_clock.setHorizontalSpacing(10)
        self.layout_clock.setVerticalSpacing(3)
        self.label_due = QLabel(self.group_clock)
        self.label_due.setObjectName(u"label_due")
        self.label_due.setWordWrap(True)
        self.label_due.setProperty(u"role", u"state")

        self.layout_clock.addWidget(self.label_due, 0, 0, 1, 1)

        self.show_days = QPushButton(self.group_clock)
        self.show_days.setObjectName(u"show_days")
        self.show_days.setAutoDefault(False)

        self.layout_clock.addWidget(self.show_days, 0, 1, 1, 1)

        self.label_receipt = QLabel(self.group_clock)
        self.label_receipt.setObjectName(u"label_receipt")
        self.label_receipt.setWordWrap(True)
        self.label_receipt.setProperty(u"role", u"grey")

        self.layout_clock.addWidget(self.label_receipt, 1, 0, 1, 2)

        self.layout_clock.setColumnStretch(0, 1)

        self.layout_right.addWidget(self.group_clock)

        self.group_events = QGroupBox(self.page_fields)
        self.group_events.setObjectName(u"group_events")
        self.layout_events = QVBoxLayout(self.group_events)
        self.layout_events.setSpacing(6)
        self.layout_events.setObjectName(u"layout_events")
        self.label_state = QLabel(self.group_events)
        self.label_state.setObjectName(u"label_state")
        self.label_state.setWordWrap(True)
        self.label_state.setProperty(u"role", u"state")

        self.layout_events.addWidget(self.label_state)

        self.events = LinesTable(self.group_events)
        self.events.setObjectName(u"events")
        self.events.setMinimumSize(QSize(460, 104))

        self.layout_events.addWidget(self.events)

        self.layout_event_buttons = QHBoxLayout()
        self.layout_event_buttons.setSpacing(6)
        self.layout_event_buttons.setObjectName(u"layout_event_buttons")
        self.label_steps = QLabel(self.group_events)
        self.label_steps.setObjectName(u"label_steps")
        self.label_steps.setProperty(u"role", u"grey")

        self.layout_event_buttons.addWidget(self.label_steps)

        self.spacer_event_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_event_buttons.addItem(self.spacer_event_buttons)

        self.change_event = QPushButton(self.group_events)
        self.change_event.setObjectName(u"change_event")
        self.change_event.setAutoDefault(False)

        self.layout_event_buttons.addWidget(self.change_event)

        self.remove_event = QPushButton(self.group_events)
        self.remove_event.setObjectName(u"remove_event")
        self.remove_event.setAutoDefault(False)

        self.layout_event_buttons.addWidget(self.remove_event)


        self.layout_events.addLayout(self.layout_event_buttons)

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

        self.layout_steps.addWidget(self.step_consultation_sent, 0, 2, 1, 1)

        self.step_consultation_received = QPushButton(self.group_events)
        self.step_consultation_received.setObjectName(u"step_consultation_received")
        self.step_consultation_received.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_consultation_received, 0, 3, 1, 1)

        self.step_extension = QPushButton(self.group_events)
        self.step_extension.setObjectName(u"step_extension")
        self.step_extension.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_extension, 1, 0, 1, 1)

        self.step_fee_notice = QPushButton(self.group_events)
        self.step_fee_notice.setObjectName(u"step_fee_notice")
        self.step_fee_notice.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_fee_notice, 1, 1, 1, 1)

        self.step_fee_paid = QPushButton(self.group_events)
        self.step_fee_paid.setObjectName(u"step_fee_paid")
        self.step_fee_paid.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_fee_paid, 1, 2, 1, 1)

        self.step_delivery = QPushButton(self.group_events)
        self.step_delivery.setObjectName(u"step_delivery")
        self.step_delivery.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_delivery, 1, 3, 1, 1)

        self.step_reply = QPushButton(self.group_events)
        self.step_reply.setObjectName(u"step_reply")
        self.step_reply.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_reply, 2, 0, 1, 1)

        self.step_withdrawal = QPushButton(self.group_events)
        self.step_withdrawal.setObjectName(u"step_withdrawal")
        self.step_withdrawal.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_withdrawal, 2, 1, 1, 1)

        self.step_reopening = QPushButton(self.group_events)
        self.step_reopening.setObjectName(u"step_reopening")
        self.step_reopening.setAutoDefault(False)

        self.layout_steps.addWidget(self.step_reopening, 2, 2, 1, 1)

        self.layout_steps.setColumnStretch(0, 1)
        self.layout_steps.setColumnStretch(1, 1)
        self.layout_steps.setColumnStretch(2, 1)
        self.layout_steps.setColumnStretch(3, 1)

        self.layout_events.addLayout(self.layout_steps)

        self.layout_events.setStretch(1, 1)

        self.layout_right.addWidget(self.group_events)

        self.group_letters = QGroupBox(self.page_fields)
        self.group_letters.setObjectName(u"group_letters")
        self.layout_letters = QVBoxLayout(self.group_letters)
        self.layout_letters.setSpacing(6)
        self.layout_letters.setObjectName(u"layout_letters")
        self.letters = LinesTable(self.group_letters)
        self.letters.setObjectName(u"letters")
        self.letters.setMinimumSize(QSize(460, 64))
        self.letters.setMaximumSize(QSize(16777215, 160))

        self.layout_letters.addWidget(self.letters)

        self.layout_letter_buttons = QHBoxLayout()
        self.layout_letter_buttons.setSpacing(6)
        self.layout_letter_buttons.setObjectName(u"layout_letter_buttons")
        self.make_letter = QPushButton(self.group_letters)
        self.make_letter.setObjectName(u"make_letter")
        self.make_letter.setAutoDefault(False)

        self.layout_letter_buttons.addWidget(self.make_letter)

        self.open_letter = QPushButton(self.group_letters)
        self.open_letter.setObjectName(u"open_letter")
        self.open_letter.setAutoDefault(False)

        self.layout_letter_buttons.addWidget(self.open_letter)

        self.save_letter = QPushButton(self.group_letters)
        self.save_letter.setObjectName(u"save_letter")
        self.save_letter.setAutoDefault(False)

        self.layout_letter_buttons.addWidget(self.save_letter)

        self.spacer_letter_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_letter_buttons.addItem(self.spacer_letter_buttons)

        self.remove_letter = QPushButton(self.group_letters)
        self.remove_letter.setObjectName(u"remove_letter")
        self.remove_letter.setAutoDefault(False)

        self.layout_letter_buttons.addWidget(self.remove_letter)


        self.layout_letters.addLayout(self.layout_letter_buttons)


        self.layout_right.addWidget(self.group_letters)

        self.layout_right.setStretch(1, 3)
        self.layout_right.setStretch(2, 1)

        self.layout_columns.addLayout(self.layout_right)

        self.layout_columns.setStretch(0, 1)
        self.layout_columns.setStretch(1, 1)
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
        self.label_saved.setProperty(u"role", u"grey")

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
        self.label_applicant_name.setBuddy(self.applicant_name)
        self.label_applicant_kind.setBuddy(self.applicant_kind)
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
        QWidget.setTabOrder(self.received_on, self.received_via)
        QWidget.setTabOrder(self.received_via, self.applicant_name)
        QWidget.setTabOrder(self.applicant_name, self.applicant_kind)
        QWidget.setTabOrder(self.applicant_kind, self.content)
        QWidget.setTabOrder(self.content, self.delivery_wanted)
        QWidget.setTabOrder(self.delivery_wanted, self.phone)
        QWidget.setTabOrder(self.phone, self.address)
        QWidget.setTabOrder(self.address, self.id_number)
        QWidget.setTabOrder(self.id_number, self.number)
        QWidget.setTabOrder(self.number, self.department)
        QWidget.setTabOrder(self.department, self.agent)
        QWidget.setTabOrder(self.agent, self.repeats_number)
        QWidget.setTabOrder(self.repeats_number, self.note)
        QWidget.setTabOrder(self.note, self.save)
        QWidget.setTabOrder(self.save, self.save_and_next)
        QWidget.setTabOrder(self.save_and_next, self.leave)
        QWidget.setTabOrder(self.leave, self.show_journal)
        QWidget.setTabOrder(self.show_journal, self.show_days)
        QWidget.setTabOrder(self.show_days, self.events)
        QWidget.setTabOrder(self.events, self.change_event)
        QWidget.setTabOrder(self.change_event, self.remove_event)
        QWidget.setTabOrder(self.remove_event, self.step_correction_asked)
        QWidget.setTabOrder(self.step_correction_asked, self.step_correction_received)
        QWidget.setTabOrder(self.step_correction_received, self.step_consultation_sent)
        QWidget.setTabOrder(self.step_consultation_sent, self.step_consultation_received)
        QWidget.setTabOrder(self.step_consultation_received, self.step_extension)
        QWidget.setTabOrder(self.step_extension, self.step_fee_notice)
        QWidget.setTabOrder(self.step_fee_notice, self.step_fee_paid)
        QWidget.setTabOrder(self.step_fee_paid, self.step_delivery)
        QWidget.setTabOrder(self.step_delivery, self.step_reply)
        QWidget.setTabOrder(self.step_reply, self.step_withdrawal)
        QWidget.setTabOrder(self.step_withdrawal, self.step_reopening)
        QWidget.setTabOrder(self.step_reopening, self.letters)
        QWidget.setTabOrder(self.letters, self.make_letter)
        QWidget.setTabOrder(self.make_letter, self.open_letter)
        QWidget.setTabOrder(self.open_letter, self.save_letter)
        QWidget.setTabOrder(self.save_letter, self.remove_letter)
        QWidget.setTabOrder(self.remove_letter, self.take_kind)
        QWidget.setTabOrder(self.take_kind, self.show_earlier)
        QWidget.setTabOrder(self.show_earlier, self.take_repeat)

        self.retranslateUi(RequestEdit)
    # setupUi

    def retranslateUi(self, RequestEdit):
        RequestEdit.setWindowTitle(QCoreApplication.translate("RequestEdit", u"\u4f9d\u7533\u8bf7\u516c\u5f00", None))
        self.group_registration.setTitle(QCoreApplication.translate("RequestEdit", u"\u767b\u8bb0", None))
        self.label_number.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u7f16\u53f7 *", None))
        self.label_received_on.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u65e5\u671f *", None))
        self.label_received_via.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u65b9\u5f0f *", None))
        self.label_applicant_name.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u4eba\u540d\u79f0", None))
        self.label_applicant_kind.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u4eba\u7c7b\u578b *", None))
        self.label_department.setText(QCoreApplication.translate("RequestEdit", u"\u627f\u529e\u79d1\u5ba4", None))
        self.label_kind_hint.setText("")
        self.take_kind.setText(QCoreApplication.translate("RequestEdit", u"\u91c7\u7528\uff08F3\uff09", None))
#if QT_CONFIG(tooltip)
        self.take_kind.setToolTip(QCoreApplication.translate("RequestEdit", u"\u628a\u5efa\u8bae\u7684\u7c7b\u578b\u586b\u5165\u201c\u7533\u8bf7\u4eba\u7c7b\u578b\u201d\uff08F3\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_earlier.setText("")
        self.show_earlier.setText(QCoreApplication.translate("RequestEdit", u"\u67e5\u770b\uff08F11\uff09", None))
#if QT_CONFIG(tooltip)
        self.show_earlier.setToolTip(QCoreApplication.translate("RequestEdit", u"\u5217\u51fa\u540c\u4e00\u7533\u8bf7\u4eba\u4ee5\u524d\u7684\u7533\u8bf7\uff0c\u9009\u4e00\u4ef6\u6253\u5f00\uff08F11\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_filled.setText("")
        self.label_filled.setProperty(u"role", QCoreApplication.translate("RequestEdit", u"grey", None))
        self.label_duplicate.setText("")
        self.take_repeat.setText(QCoreApplication.translate("RequestEdit", u"\u4f5c\u4e3a\u91cd\u590d\u7533\u8bf7\uff08F12\uff09", None))
#if QT_CONFIG(tooltip)
        self.take_repeat.setToolTip(QCoreApplication.translate("RequestEdit", u"\u628a\u5185\u5bb9\u76f8\u8fd1\u7684\u90a3\u4ef6\u586b\u5165\u201c\u539f\u7533\u8bf7\u7f16\u53f7\u201d\uff08F12\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_content.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u5185\u5bb9", None))
        self.label_delivery_wanted.setText(QCoreApplication.translate("RequestEdit", u"\u83b7\u53d6\u65b9\u5f0f", None))
        self.label_phone.setText(QCoreApplication.translate("RequestEdit", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.label_id_number.setText(QCoreApplication.translate("RequestEdit", u"\u8bc1\u4ef6\u53f7\u7801", None))
        self.label_address.setText(QCoreApplication.translate("RequestEdit", u"\u8054\u7cfb\u5730\u5740", None))
        self.label_agent.setText(QCoreApplication.translate("RequestEdit", u"\u4ee3\u7406\u4eba", None))
        self.label_repeats_number.setText(QCoreApplication.translate("RequestEdit", u"\u539f\u7533\u8bf7\u7f16\u53f7", None))
        self.label_note.setText(QCoreApplication.translate("RequestEdit", u"\u5907\u6ce8", None))
        self.group_clock.setTitle(QCoreApplication.translate("RequestEdit", u"\u7b54\u590d\u671f\u9650", None))
        self.label_due.setText("")
        self.show_days.setText(QCoreApplication.translate("RequestEdit", u"\u600e\u4e48\u7b97\u7684\uff08F9\uff09", None))
#if QT_CONFIG(tooltip)
        self.show_days.setToolTip(QCoreApplication.translate("RequestEdit", u"\u9010\u65e5\u770b\u7b54\u590d\u671f\u9650\u600e\u6837\u8ba1\u7b97\uff08F9\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.label_receipt.setText("")
        self.group_events.setTitle(QCoreApplication.translate("RequestEdit", u"\u529e\u7406\u8fc7\u7a0b", None))
        self.label_state.setText("")
#if QT_CONFIG(accessibility)
        self.events.setAccessibleName(QCoreApplication.translate("RequestEdit", u"\u529e\u7406\u6b65\u9aa4", None))
#endif // QT_CONFIG(accessibility)
        self.label_steps.setText(QCoreApplication.translate("RequestEdit", u"\u767b\u8bb0\u65b0\u7684\u4e00\u6b65\uff08Ctrl+\u6570\u5b57\uff09\uff1a", None))
        self.change_event.setText(QCoreApplication.translate("RequestEdit", u"\u4fee\u6539\u6b65\u9aa4", None))
#if QT_CONFIG(tooltip)
        self.change_event.setToolTip(QCoreApplication.translate("RequestEdit", u"\u4fee\u6539\u9009\u4e2d\u7684\u6b65\u9aa4\uff08\u8868\u4e2d\u6309 Enter\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.remove_event.setText(QCoreApplication.translate("RequestEdit", u"\u5220\u9664\u6b65\u9aa4", None))
#if QT_CONFIG(tooltip)
        self.remove_event.setToolTip(QCoreApplication.translate("RequestEdit", u"\u5220\u9664\u9009\u4e2d\u7684\u6b65\u9aa4\uff08\u8868\u4e2d\u6309 Delete\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.step_correction_asked.setText(QCoreApplication.translate("RequestEdit", u"\u544a\u77e5\u8865\u6b63", None))
        self.step_correction_received.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u8865\u6b63", None))
        self.step_consultation_sent.setText(QCoreApplication.translate("RequestEdit", u"\u53d1\u51fa\u5f81\u6c42\u610f\u89c1", None))
        self.step_consultation_received.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u5230\u610f\u89c1", None))
        self.step_extension.setText(QCoreApplication.translate("RequestEdit", u"\u5ef6\u671f\u544a\u77e5", None))
        self.step_fee_notice.setText(QCoreApplication.translate("RequestEdit", u"\u6536\u8d39\u901a\u77e5", None))
        self.step_fee_paid.setText(QCoreApplication.translate("RequestEdit", u"\u7f34\u8d39", None))
        self.step_delivery.setText(QCoreApplication.translate("RequestEdit", u"\u9001\u8fbe", None))
        self.step_reply.setText(QCoreApplication.translate("RequestEdit", u"\u7b54\u590d", None))
        self.step_withdrawal.setText(QCoreApplication.translate("RequestEdit", u"\u7533\u8bf7\u4eba\u64a4\u56de", None))
        self.step_reopening.setText(QCoreApplication.translate("RequestEdit", u"\u91cd\u65b0\u529e\u7406", None))
        self.group_letters.setTitle(QCoreApplication.translate("RequestEdit", u"\u6587\u4e66", None))
#if QT_CONFIG(accessibility)
        self.letters.setAccessibleName(QCoreApplication.translate("RequestEdit", u"\u6587\u4e66", None))
#endif // QT_CONFIG(accessibility)
        self.make_letter.setText(QCoreApplication.translate("RequestEdit", u"\u5236\u4f5c\u6587\u4e66\uff08F7\uff09", None))
#if QT_CONFIG(tooltip)
        self.make_letter.setToolTip(QCoreApplication.translate("RequestEdit", u"\u4ece\u767b\u8bb0\u5185\u5bb9\u5236\u4f5c\u4e00\u4efd\u6587\u4e66\uff08F7\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.open_letter.setText(QCoreApplication.translate("RequestEdit", u"\u6253\u5f00", None))
#if QT_CONFIG(tooltip)
        self.open_letter.setToolTip(QCoreApplication.translate("RequestEdit", u"\u7528\u7cfb\u7edf\u91cc\u7684 Word \u6216 WPS \u6253\u5f00\u9009\u4e2d\u7684\u6587\u4e66\uff08\u8868\u4e2d\u6309 Enter\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.save_letter.setText(QCoreApplication.translate("RequestEdit", u"\u53e6\u5b58\u4e3a\u2026", None))
#if QT_CONFIG(tooltip)
        self.save_letter.setToolTip(QCoreApplication.translate("RequestEdit", u"\u628a\u9009\u4e2d\u7684\u6587\u4e66\u518d\u5b58\u6210\u4e00\u4e2a\u6587\u4ef6\uff08\u8868\u4e2d\u6309 Ctrl+Shift+S\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.remove_letter.setText(QCoreApplication.translate("RequestEdit", u"\u5220\u9664\u8349\u7a3f", None))
#if QT_CONFIG(tooltip)
        self.remove_letter.setToolTip(QCoreApplication.translate("RequestEdit", u"\u5220\u9664\u9009\u4e2d\u7684\u8349\u7a3f\uff08\u8868\u4e2d\u6309 Delete\uff09\uff1b\u5b9a\u7a3f\u7684\u6587\u4e66\u4e0d\u80fd\u5220\u9664", None))
#endif // QT_CONFIG(tooltip)
        self.label_notes.setText("")
        self.show_journal.setText(QCoreApplication.translate("RequestEdit", u"\u4fee\u6539\u8bb0\u5f55\u2026", None))
        self.label_saved.setText("")
        self.leave.setText(QCoreApplication.translate("RequestEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.save_and_next.setText(QCoreApplication.translate("RequestEdit", u"\u4fdd\u5b58\u5e76\u65b0\u589e\u4e0b\u4e00\u6761\uff08Ctrl+Enter\uff09", None))
        self.save.setText(QCoreApplication.translate("RequestEdit", u"\u4fdd\u5b58\uff08Ctrl+S\uff09", None))
    # retranslateUi
