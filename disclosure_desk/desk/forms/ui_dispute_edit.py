# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'dispute_edit.ui'
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
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox

class Ui_DisputeEdit(object):
    def setupUi(self, DisputeEdit):
        if not DisputeEdit.objectName():
            DisputeEdit.setObjectName(u"DisputeEdit")
        DisputeEdit.resize(760, 310)
        self.layout_page = QVBoxLayout(DisputeEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.scroll_fields = QScrollArea(DisputeEdit)
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
        self.label_number = QLabel(self.page_fields)
        self.label_number.setObjectName(u"label_number")
        self.label_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_number, 0, 0, 1, 1)

        self.number = TextLine(self.page_fields)
        self.number.setObjectName(u"number")

        self.layout_fields.addWidget(self.number, 0, 1, 1, 1)

        self.label_kind = QLabel(self.page_fields)
        self.label_kind.setObjectName(u"label_kind")
        self.label_kind.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_kind, 0, 2, 1, 1)

        self.kind = ChoiceBox(self.page_fields)
        self.kind.setObjectName(u"kind")

        self.layout_fields.addWidget(self.kind, 0, 3, 1, 1)

        self.label_request_number = QLabel(self.page_fields)
        self.label_request_number.setObjectName(u"label_request_number")
        self.label_request_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_request_number, 1, 0, 1, 1)

        self.request_number = TextLine(self.page_fields)
        self.request_number.setObjectName(u"request_number")

        self.layout_fields.addWidget(self.request_number, 1, 1, 1, 1)

        self.label_accepted_on = QLabel(self.page_fields)
        self.label_accepted_on.setObjectName(u"label_accepted_on")
        self.label_accepted_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_accepted_on, 1, 2, 1, 1)

        self.accepted_on = DateEdit(self.page_fields)
        self.accepted_on.setObjectName(u"accepted_on")

        self.layout_fields.addWidget(self.accepted_on, 1, 3, 1, 1)

        self.label_concluded_on = QLabel(self.page_fields)
        self.label_concluded_on.setObjectName(u"label_concluded_on")
        self.label_concluded_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_concluded_on, 2, 0, 1, 1)

        self.concluded_on = DateEdit(self.page_fields)
        self.concluded_on.setObjectName(u"concluded_on")

        self.layout_fields.addWidget(self.concluded_on, 2, 1, 1, 1)

        self.label_result = QLabel(self.page_fields)
        self.label_result.setObjectName(u"label_result")
        self.label_result.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_result, 2, 2, 1, 1)

        self.result = ChoiceBox(self.page_fields)
        self.result.setObjectName(u"result")

        self.layout_fields.addWidget(self.result, 2, 3, 1, 1)

        self.joint_defendant_only = YesNoBox(self.page_fields)
        self.joint_defendant_only.setObjectName(u"joint_defendant_only")

        self.layout_fields.addWidget(self.joint_defendant_only, 3, 1, 1, 3)

        self.label_note = QLabel(self.page_fields)
        self.label_note.setObjectName(u"label_note")
        self.label_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignTrailing)

        self.layout_fields.addWidget(self.label_note, 4, 0, 1, 1)

        self.note = LongText(self.page_fields)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 54))
        self.note.setMaximumSize(QSize(16777215, 54))

        self.layout_fields.addWidget(self.note, 4, 1, 1, 3)

        self.layout_fields.setColumnStretch(1, 1)
        self.layout_fields.setColumnStretch(3, 1)

        self.layout_scrolled.addLayout(self.layout_fields)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_scrolled.addItem(self.spacer_page)

        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_request = QLabel(DisputeEdit)
        self.label_request.setObjectName(u"label_request")
        self.label_request.setWordWrap(True)

        self.layout_page.addWidget(self.label_request)

        self.label_notes = QLabel(DisputeEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)
        self.label_notes.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.label_notes)

        self.label_saved = QLabel(DisputeEdit)
        self.label_saved.setObjectName(u"label_saved")

        self.layout_page.addWidget(self.label_saved)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.show_journal = QPushButton(DisputeEdit)
        self.show_journal.setObjectName(u"show_journal")
        self.show_journal.setAutoDefault(False)

        self.layout_buttons.addWidget(self.show_journal)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(DisputeEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.save_and_next = QPushButton(DisputeEdit)
        self.save_and_next.setObjectName(u"save_and_next")
        self.save_and_next.setAutoDefault(False)

        self.layout_buttons.addWidget(self.save_and_next)

        self.save = QPushButton(DisputeEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.save.setIcon(icon)

        self.layout_buttons.addWidget(self.save)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_number.setBuddy(self.number)
        self.label_kind.setBuddy(self.kind)
        self.label_request_number.setBuddy(self.request_number)
        self.label_accepted_on.setBuddy(self.accepted_on)
        self.label_concluded_on.setBuddy(self.concluded_on)
        self.label_result.setBuddy(self.result)
        self.label_note.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.number, self.kind)
        QWidget.setTabOrder(self.kind, self.request_number)
        QWidget.setTabOrder(self.request_number, self.accepted_on)
        QWidget.setTabOrder(self.accepted_on, self.concluded_on)
        QWidget.setTabOrder(self.concluded_on, self.result)
        QWidget.setTabOrder(self.result, self.joint_defendant_only)
        QWidget.setTabOrder(self.joint_defendant_only, self.note)
        QWidget.setTabOrder(self.note, self.save)
        QWidget.setTabOrder(self.save, self.save_and_next)
        QWidget.setTabOrder(self.save_and_next, self.leave)
        QWidget.setTabOrder(self.leave, self.show_journal)

        self.retranslateUi(DisputeEdit)
    # setupUi

    def retranslateUi(self, DisputeEdit):
        DisputeEdit.setWindowTitle(QCoreApplication.translate("DisputeEdit", u"\u590d\u8bae\u8bc9\u8bbc", None))
        self.label_number.setText(QCoreApplication.translate("DisputeEdit", u"\u6848\u4ef6\u7f16\u53f7 *", None))
        self.label_kind.setText(QCoreApplication.translate("DisputeEdit", u"\u7c7b\u578b *", None))
        self.label_request_number.setText(QCoreApplication.translate("DisputeEdit", u"\u7533\u8bf7\u7f16\u53f7", None))
        self.label_accepted_on.setText(QCoreApplication.translate("DisputeEdit", u"\u53d7\u7406\u65e5\u671f *", None))
        self.label_concluded_on.setText(QCoreApplication.translate("DisputeEdit", u"\u5ba1\u7ed3\u65e5\u671f", None))
        self.label_result.setText(QCoreApplication.translate("DisputeEdit", u"\u7ed3\u679c", None))
        self.joint_defendant_only.setText(QCoreApplication.translate("DisputeEdit", u"\u4ec5\u4e3a\u5171\u540c\u88ab\u544a\u7684\u590d\u8bae\u673a\u5173\uff08\u4e0d\u8ba1\u5165\u7edf\u8ba1\uff09", None))
        self.label_note.setText(QCoreApplication.translate("DisputeEdit", u"\u5907\u6ce8", None))
        self.label_request.setText("")
        self.label_request.setProperty(u"role", QCoreApplication.translate("DisputeEdit", u"grey", None))
        self.label_notes.setText("")
        self.label_saved.setText("")
        self.label_saved.setProperty(u"role", QCoreApplication.translate("DisputeEdit", u"grey", None))
        self.show_journal.setText(QCoreApplication.translate("DisputeEdit", u"\u4fee\u6539\u8bb0\u5f55\u2026", None))
        self.leave.setText(QCoreApplication.translate("DisputeEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.save_and_next.setText(QCoreApplication.translate("DisputeEdit", u"\u4fdd\u5b58\u5e76\u65b0\u589e\u4e0b\u4e00\u6761\uff08Ctrl+Enter\uff09", None))
        self.save.setText(QCoreApplication.translate("DisputeEdit", u"\u4fdd\u5b58\uff08Ctrl+S\uff09", None))
    # retranslateUi
