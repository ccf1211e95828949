# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'publication_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.channel_edit import ChannelEdit
from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_PublicationEdit(object):
    def setupUi(self, PublicationEdit):
        if not PublicationEdit.objectName():
            PublicationEdit.setObjectName(u"PublicationEdit")
        PublicationEdit.resize(880, 520)
        self.layout_page = QVBoxLayout(PublicationEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.scroll_fields = QScrollArea(PublicationEdit)
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
        self.label_title = QLabel(self.page_fields)
        self.label_title.setObjectName(u"label_title")
        self.label_title.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_title, 0, 0, 1, 1)

        self.title = TextLine(self.page_fields)
        self.title.setObjectName(u"title")

        self.layout_fields.addWidget(self.title, 0, 1, 1, 3)

        self.label_number = QLabel(self.page_fields)
        self.label_number.setObjectName(u"label_number")
        self.label_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_number, 5, 0, 1, 1)

        self.number = TextLine(self.page_fields)
        self.number.setObjectName(u"number")

        self.layout_fields.addWidget(self.number, 5, 1, 1, 1)

        self.label_document_number = QLabel(self.page_fields)
        self.label_document_number.setObjectName(u"label_document_number")
        self.label_document_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_document_number, 1, 2, 1, 1)

        self.document_number = TextLine(self.page_fields)
        self.document_number.setObjectName(u"document_number")

        self.layout_fields.addWidget(self.document_number, 1, 3, 1, 1)

        self.label_index_number = QLabel(self.page_fields)
        self.label_index_number.setObjectName(u"label_index_number")
        self.label_index_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_index_number, 5, 2, 1, 1)

        self.index_number = TextLine(self.page_fields)
        self.index_number.setObjectName(u"index_number")

        self.layout_fields.addWidget(self.index_number, 5, 3, 1, 1)

        self.label_category = QLabel(self.page_fields)
        self.label_category.setObjectName(u"label_category")
        self.label_category.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_category, 2, 2, 1, 1)

        self.category = TextLine(self.page_fields)
        self.category.setObjectName(u"category")

        self.layout_fields.addWidget(self.category, 2, 3, 1, 1)

        self.label_document_kind = QLabel(self.page_fields)
        self.label_document_kind.setObjectName(u"label_document_kind")
        self.label_document_kind.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_document_kind, 4, 2, 1, 1)

        self.document_kind = ChoiceBox(self.page_fields)
        self.document_kind.setObjectName(u"document_kind")

        self.layout_fields.addWidget(self.document_kind, 4, 3, 1, 1)

        self.label_department = QLabel(self.page_fields)
        self.label_department.setObjectName(u"label_department")
        self.label_department.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_department, 4, 0, 1, 1)

        self.department = TextLine(self.page_fields)
        self.department.setObjectName(u"department")

        self.layout_fields.addWidget(self.department, 4, 1, 1, 1)

        self.label_made_on = QLabel(self.page_fields)
        self.label_made_on.setObjectName(u"label_made_on")
        self.label_made_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_made_on, 1, 0, 1, 1)

        self.made_on = DateEdit(self.page_fields)
        self.made_on.setObjectName(u"made_on")

        self.layout_fields.addWidget(self.made_on, 1, 1, 1, 1)

        self.label_published_on = QLabel(self.page_fields)
        self.label_published_on.setObjectName(u"label_published_on")
        self.label_published_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_published_on, 2, 0, 1, 1)

        self.published_on = DateEdit(self.page_fields)
        self.published_on.setObjectName(u"published_on")

        self.layout_fields.addWidget(self.published_on, 2, 1, 1, 1)

        self.label_channels = QLabel(self.page_fields)
        self.label_channels.setObjectName(u"label_channels")
        self.label_channels.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_channels, 3, 0, 1, 1)

        self.channels = ChannelEdit(self.page_fields)
        self.channels.setObjectName(u"channels")

        self.layout_fields.addWidget(self.channels, 3, 1, 1, 3)

        self.label_effective_on = QLabel(self.page_fields)
        self.label_effective_on.setObjectName(u"label_effective_on")
        self.label_effective_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_effective_on, 6, 0, 1, 1)

        self.effective_on = DateEdit(self.page_fields)
        self.effective_on.setObjectName(u"effective_on")
        self.effective_on.setMayBeAhead(True)

        self.layout_fields.addWidget(self.effective_on, 6, 1, 1, 1)

        self.label_valid_until = QLabel(self.page_fields)
        self.label_valid_until.setObjectName(u"label_valid_until")
        self.label_valid_until.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_valid_until, 6, 2, 1, 1)

        self.valid_until = DateEdit(self.page_fields)
        self.valid_until.setObjectName(u"valid_until")
        self.valid_until.setMayBeAhead(True)

        self.layout_fields.addWidget(self.valid_until, 6, 3, 1, 1)

        self.label_repealed_on = QLabel(self.page_fields)
        self.label_repealed_on.setObjectName(u"label_repealed_on")
        self.label_repealed_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_repealed_on, 7, 0, 1, 1)

        self.repealed_on = DateEdit(self.page_fields)
        self.repealed_on.setObjectName(u"repealed_on")
        self.repealed_on.setMayBeAhead(True)

        self.layout_fields.addWidget(self.repealed_on, 7, 1, 1, 1)

        self.label_secrecy_reviewer = QLabel(self.page_fields)
        self.label_secrecy_reviewer.setObjectName(u"label_secrecy_reviewer")
        self.label_secrecy_reviewer.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_secrecy_reviewer, 7, 2, 1, 1)

        self.secrecy_reviewer = TextLine(self.page_fields)
        self.secrecy_reviewer.setObjectName(u"secrecy_reviewer")

        self.layout_fields.addWidget(self.secrecy_reviewer, 7, 3, 1, 1)

        self.label_secrecy_reviewed_on = QLabel(self.page_fields)
        self.label_secrecy_reviewed_on.setObjectName(u"label_secrecy_reviewed_on")
        self.label_secrecy_reviewed_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_secrecy_reviewed_on, 8, 0, 1, 1)

        self.secrecy_reviewed_on = DateEdit(self.page_fields)
        self.secrecy_reviewed_on.setObjectName(u"secrecy_reviewed_on")

        self.layout_fields.addWidget(self.secrecy_reviewed_on, 8, 1, 1, 1)

        self.label_secrecy_result = QLabel(self.page_fields)
        self.label_secrecy_result.setObjectName(u"label_secrecy_result")
        self.label_secrecy_result.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_secrecy_result, 8, 2, 1, 1)

        self.secrecy_result = ChoiceBox(self.page_fields)
        self.secrecy_result.setObjectName(u"secrecy_result")

        self.layout_fields.addWidget(self.secrecy_result, 8, 3, 1, 1)

        self.label_url = QLabel(self.page_fields)
        self.label_url.setObjectName(u"label_url")
        self.label_url.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_url, 9, 0, 1, 1)

        self.url = TextLine(self.page_fields)
        self.url.setObjectName(u"url")

        self.layout_fields.addWidget(self.url, 9, 1, 1, 3)

        self.label_note = QLabel(self.page_fields)
        self.label_note.setObjectName(u"label_note")
        self.label_note.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTop|Qt.AlignmentFlag.AlignTrailing)

        self.layout_fields.addWidget(self.label_note, 10, 0, 1, 1)

        self.note = LongText(self.page_fields)
        self.note.setObjectName(u"note")
        self.note.setMinimumSize(QSize(0, 62))
        self.note.setMaximumSize(QSize(16777215, 120))

        self.layout_fields.addWidget(self.note, 10, 1, 1, 3)

        self.layout_fields.setColumnStretch(1, 1)
        self.layout_fields.setColumnStretch(3, 1)

        self.layout_scrolled.addLayout(self.layout_fields)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_scrolled.addItem(self.spacer_page)

        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_notes = QLabel(PublicationEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)
        self.label_notes.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.show_journal = QPushButton(PublicationEdit)
        self.show_journal.setObjectName(u"show_journal")
        self.show_journal.setAutoDefault(False)

        self.layout_buttons.addWidget(self.show_journal)

        self.label_saved = QLabel(PublicationEdit)
        self.label_saved.setObjectName(u"label_saved")

        self.layout_buttons.addWidget(self.label_saved)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(PublicationEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.save_and_next = QPushButton(PublicationEdit)
        self.save_and_next.setObjectName(u"save_and_next")
        self.save_and_next.setAutoDefault(False)

        self.layout_buttons.addWidget(self.save_and_next)

        self.save = QPushButton(PublicationEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.save.setIcon(icon)

        self.layout_buttons.addWidget(self.save)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_title.setBuddy(self.title)
        self.label_number.setBuddy(self.number)
        self.label_document_number.setBuddy(self.document_number)
        self.label_index_number.setBuddy(self.index_number)
        self.label_category.setBuddy(self.category)
        self.label_document_kind.setBuddy(self.document_kind)
        self.label_department.setBuddy(self.department)
        self.label_made_on.setBuddy(self.made_on)
        self.label_published_on.setBuddy(self.published_on)
        self.label_channels.setBuddy(self.channels)
        self.label_effective_on.setBuddy(self.effective_on)
        self.label_valid_until.setBuddy(self.valid_until)
        self.label_repealed_on.setBuddy(self.repealed_on)
        self.label_secrecy_reviewer.setBuddy(self.secrecy_reviewer)
        self.label_secrecy_reviewed_on.setBuddy(self.secrecy_reviewed_on)
        self.label_secrecy_result.setBuddy(self.secrecy_result)
        self.label_url.setBuddy(self.url)
        self.label_note.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.title, self.made_on)
        QWidget.setTabOrder(self.made_on, self.document_number)
        QWidget.setTabOrder(self.document_number, self.published_on)
        QWidget.setTabOrder(self.published_on, self.category)
        QWidget.setTabOrder(self.category, self.channels)
        QWidget.setTabOrder(self.channels, self.department)
        QWidget.setTabOrder(self.department, self.document_kind)
        QWidget.setTabOrder(self.document_kind, self.number)
        QWidget.setTabOrder(self.number, self.index_number)
        QWidget.setTabOrder(self.index_number, self.effective_on)
        QWidget.setTabOrder(self.effective_on, self.valid_until)
        QWidget.setTabOrder(self.valid_until, self.repealed_on)
        QWidget.setTabOrder(self.repealed_on, self.secrecy_reviewer)
        QWidget.setTabOrder(self.secrecy_reviewer, self.secrecy_reviewed_on)
        QWidget.setTabOrder(self.secrecy_reviewed_on, self.secrecy_result)
        QWidget.setTabOrder(self.secrecy_result, self.url)
        QWidget.setTabOrder(self.url, self.note)
        QWidget.setTabOrder(self.note, self.save)
        QWidget.setTabOrder(self.save, self.save_and_next)
        QWidget.setTabOrder(self.save_and_next, self.leave)
        QWidget.setTabOrder(self.leave, self.show_journal)

        self.retranslateUi(PublicationEdit)
    # setupUi

    def retranslateUi(self, PublicationEdit):
        PublicationEdit.setWindowTitle(QCoreApplication.translate("PublicationEdit", u"\u4e3b\u52a8\u516c\u5f00", None))
        self.label_title.setText(QCoreApplication.translate("PublicationEdit", u"\u4fe1\u606f\u540d\u79f0 *", None))
        self.label_number.setText(QCoreApplication.translate("PublicationEdit", u"\u7f16\u53f7", None))
        self.label_document_number.setText(QCoreApplication.translate("PublicationEdit", u"\u6587\u53f7", None))
        self.label_index_number.setText(QCoreApplication.translate("PublicationEdit", u"\u7d22\u5f15\u53f7", None))
        self.label_category.setText(QCoreApplication.translate("PublicationEdit", u"\u4fe1\u606f\u7c7b\u522b", None))
        self.label_document_kind.setText(QCoreApplication.translate("PublicationEdit", u"\u6587\u4ef6\u6027\u8d28", None))
        self.label_department.setText(QCoreApplication.translate("PublicationEdit", u"\u8d23\u4efb\u79d1\u5ba4", None))
        self.label_made_on.setText(QCoreApplication.translate("PublicationEdit", u"\u751f\u6210\u65e5\u671f *", None))
        self.label_published_on.setText(QCoreApplication.translate("PublicationEdit", u"\u516c\u5f00\u65e5\u671f", None))
        self.label_channels.setText(QCoreApplication.translate("PublicationEdit", u"\u516c\u5f00\u6e20\u9053", None))
        self.label_effective_on.setText(QCoreApplication.translate("PublicationEdit", u"\u751f\u6548\u65e5\u671f", None))
        self.label_valid_until.setText(QCoreApplication.translate("PublicationEdit", u"\u6709\u6548\u671f\u81f3", None))
        self.label_repealed_on.setText(QCoreApplication.translate("PublicationEdit", u"\u5e9f\u6b62\u65e5\u671f", None))
        self.label_secrecy_reviewer.setText(QCoreApplication.translate("PublicationEdit", u"\u4fdd\u5bc6\u5ba1\u67e5\u4eba", None))
        self.label_secrecy_reviewed_on.setText(QCoreApplication.translate("PublicationEdit", u"\u4fdd\u5bc6\u5ba1\u67e5\u65e5\u671f", None))
        self.label_secrecy_result.setText(QCoreApplication.translate("PublicationEdit", u"\u4fdd\u5bc6\u5ba1\u67e5\u7ed3\u8bba", None))
        self.label_url.setText(QCoreApplication.translate("PublicationEdit", u"\u7f51\u5740", None))
        self.label_note.setText(QCoreApplication.translate("PublicationEdit", u"\u5907\u6ce8", None))
        self.label_notes.setText("")
        self.show_journal.setText(QCoreApplication.translate("PublicationEdit", u"\u4fee\u6539\u8bb0\u5f55\u2026", None))
        self.label_saved.setText("")
        self.label_saved.setProperty(u"role", QCoreApplication.translate("PublicationEdit", u"grey", None))
        self.leave.setText(QCoreApplication.translate("PublicationEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.save_and_next.setText(QCoreApplication.translate("PublicationEdit", u"\u4fdd\u5b58\u5e76\u65b0\u589e\u4e0b\u4e00\u6761\uff08Ctrl+Enter\uff09", None))
        self.save.setText(QCoreApplication.translate("PublicationEdit", u"\u4fdd\u5b58\uff08Ctrl+S\uff09", None))
    # retranslateUi
