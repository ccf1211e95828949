# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'office_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QGridLayout, QGroupBox, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_OfficeEdit(object):
    def setupUi(self, OfficeEdit):
        if not OfficeEdit.objectName():
            OfficeEdit.setObjectName(u"OfficeEdit")
        OfficeEdit.resize(900, 520)
        OfficeEdit.setMaximumSize(QSize(980, 16777215))
        self.layout_page = QVBoxLayout(OfficeEdit)
        self.layout_page.setSpacing(12)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(16, 16, 16, 16)
        self.group_office = QGroupBox(OfficeEdit)
        self.group_office.setObjectName(u"group_office")
        self.layout_fields = QGridLayout(self.group_office)
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(7)
        self.label_name = QLabel(self.group_office)
        self.label_name.setObjectName(u"label_name")
        self.label_name.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_name, 0, 0, 1, 1)

        self.name = TextLine(self.group_office)
        self.name.setObjectName(u"name")

        self.layout_fields.addWidget(self.name, 0, 1, 1, 3)

        self.label_head = QLabel(self.group_office)
        self.label_head.setObjectName(u"label_head")
        self.label_head.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_head, 1, 0, 1, 1)

        self.head = TextLine(self.group_office)
        self.head.setObjectName(u"head")

        self.layout_fields.addWidget(self.head, 1, 1, 1, 1)

        self.label_reviewer = QLabel(self.group_office)
        self.label_reviewer.setObjectName(u"label_reviewer")
        self.label_reviewer.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_reviewer, 1, 2, 1, 1)

        self.reviewer = TextLine(self.group_office)
        self.reviewer.setObjectName(u"reviewer")

        self.layout_fields.addWidget(self.reviewer, 1, 3, 1, 1)

        self.label_clerk = QLabel(self.group_office)
        self.label_clerk.setObjectName(u"label_clerk")
        self.label_clerk.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_clerk, 2, 0, 1, 1)

        self.clerk = TextLine(self.group_office)
        self.clerk.setObjectName(u"clerk")

        self.layout_fields.addWidget(self.clerk, 2, 1, 1, 1)

        self.label_phone = QLabel(self.group_office)
        self.label_phone.setObjectName(u"label_phone")
        self.label_phone.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_phone, 2, 2, 1, 1)

        self.phone = TextLine(self.group_office)
        self.phone.setObjectName(u"phone")

        self.layout_fields.addWidget(self.phone, 2, 3, 1, 1)

        self.label_address = QLabel(self.group_office)
        self.label_address.setObjectName(u"label_address")
        self.label_address.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_address, 3, 0, 1, 1)

        self.address = TextLine(self.group_office)
        self.address.setObjectName(u"address")

        self.layout_fields.addWidget(self.address, 3, 1, 1, 1)

        self.label_postcode = QLabel(self.group_office)
        self.label_postcode.setObjectName(u"label_postcode")
        self.label_postcode.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_postcode, 3, 2, 1, 1)

        self.postcode = TextLine(self.group_office)
        self.postcode.setObjectName(u"postcode")

        self.layout_fields.addWidget(self.postcode, 3, 3, 1, 1)

        self.label_website = QLabel(self.group_office)
        self.label_website.setObjectName(u"label_website")
        self.label_website.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_website, 4, 0, 1, 1)

        self.website = TextLine(self.group_office)
        self.website.setObjectName(u"website")

        self.layout_fields.addWidget(self.website, 4, 1, 1, 1)

        self.label_email = QLabel(self.group_office)
        self.label_email.setObjectName(u"label_email")
        self.label_email.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_email, 4, 2, 1, 1)

        self.email = TextLine(self.group_office)
        self.email.setObjectName(u"email")

        self.layout_fields.addWidget(self.email, 4, 3, 1, 1)

        self.label_letter_code = QLabel(self.group_office)
        self.label_letter_code.setObjectName(u"label_letter_code")
        self.label_letter_code.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_letter_code, 5, 0, 1, 1)

        self.letter_code = TextLine(self.group_office)
        self.letter_code.setObjectName(u"letter_code")

        self.layout_fields.addWidget(self.letter_code, 5, 1, 1, 1)

        self.label_reconsideration_organ = QLabel(self.group_office)
        self.label_reconsideration_organ.setObjectName(u"label_reconsideration_organ")
        self.label_reconsideration_organ.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_reconsideration_organ, 5, 2, 1, 1)

        self.reconsideration_organ = TextLine(self.group_office)
        self.reconsideration_organ.setObjectName(u"reconsideration_organ")

        self.layout_fields.addWidget(self.reconsideration_organ, 5, 3, 1, 1)

        self.label_court = QLabel(self.group_office)
        self.label_court.setObjectName(u"label_court")
        self.label_court.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_court, 6, 0, 1, 1)

        self.court = TextLine(self.group_office)
        self.court.setObjectName(u"court")

        self.layout_fields.addWidget(self.court, 6, 1, 1, 1)

        self.label_credit_code = QLabel(self.group_office)
        self.label_credit_code.setObjectName(u"label_credit_code")
        self.label_credit_code.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_credit_code, 6, 2, 1, 1)

        self.credit_code = TextLine(self.group_office)
        self.credit_code.setObjectName(u"credit_code")

        self.layout_fields.addWidget(self.credit_code, 6, 3, 1, 1)

        self.label_index_pattern = QLabel(self.group_office)
        self.label_index_pattern.setObjectName(u"label_index_pattern")
        self.label_index_pattern.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_index_pattern, 7, 0, 1, 1)

        self.index_pattern = TextLine(self.group_office)
        self.index_pattern.setObjectName(u"index_pattern")

        self.layout_fields.addWidget(self.index_pattern, 7, 1, 1, 3)

        self.label_letter_series = QLabel(self.group_office)
        self.label_letter_series.setObjectName(u"label_letter_series")
        self.label_letter_series.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_letter_series, 8, 0, 1, 1)

        self.letter_series = TextLine(self.group_office)
        self.letter_series.setObjectName(u"letter_series")

        self.layout_fields.addWidget(self.letter_series, 8, 1, 1, 3)

        self.layout_fields.setColumnStretch(1, 1)
        self.layout_fields.setColumnStretch(3, 1)

        self.layout_page.addWidget(self.group_office)

        self.label_notes = QLabel(OfficeEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)
        self.label_notes.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.show_journal = QPushButton(OfficeEdit)
        self.show_journal.setObjectName(u"show_journal")
        self.show_journal.setAutoDefault(False)

        self.layout_buttons.addWidget(self.show_journal)

        self.show_calendar = QPushButton(OfficeEdit)
        self.show_calendar.setObjectName(u"show_calendar")
        self.show_calendar.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:calendar.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.show_calendar.setIcon(icon)

        self.layout_buttons.addWidget(self.show_calendar)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.undo = QPushButton(OfficeEdit)
        self.undo.setObjectName(u"undo")
        self.undo.setAutoDefault(False)

        self.layout_buttons.addWidget(self.undo)

        self.save = QPushButton(OfficeEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        icon1 = QIcon()
        icon1.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.save.setIcon(icon1)

        self.layout_buttons.addWidget(self.save)


        self.layout_page.addLayout(self.layout_buttons)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

#if QT_CONFIG(shortcut)
        self.label_name.setBuddy(self.name)
        self.label_head.setBuddy(self.head)
        self.label_reviewer.setBuddy(self.reviewer)
        self.label_clerk.setBuddy(self.clerk)
        self.label_phone.setBuddy(self.phone)
        self.label_address.setBuddy(self.address)
        self.label_postcode.setBuddy(self.postcode)
        self.label_website.setBuddy(self.website)
        self.label_email.setBuddy(self.email)
        self.label_letter_code.setBuddy(self.letter_code)
        self.label_reconsideration_organ.setBuddy(self.reconsideration_organ)
        self.label_court.setBuddy(self.court)
        self.label_credit_code.setBuddy(self.credit_code)
        self.label_index_pattern.setBuddy(self.index_pattern)
        self.label_letter_series.setBuddy(self.letter_series)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.head)
        QWidget.setTabOrder(self.head, self.reviewer)
        QWidget.setTabOrder(self.reviewer, self.clerk)
        QWidget.setTabOrder(self.clerk, self.phone)
        QWidget.setTabOrder(self.phone, self.address)
        QWidget.setTabOrder(self.address, self.postcode)
        QWidget.setTabOrder(self.postcode, self.website)
        QWidget.setTabOrder(self.website, self.email)
        QWidget.setTabOrder(self.email, self.letter_code)
        QWidget.setTabOrder(self.letter_code, self.reconsideration_organ)
        QWidget.setTabOrder(self.reconsideration_organ, self.court)
        QWidget.setTabOrder(self.court, self.credit_code)
        QWidget.setTabOrder(self.credit_code, self.index_pattern)
        QWidget.setTabOrder(self.index_pattern, self.letter_series)
        QWidget.setTabOrder(self.letter_series, self.save)
        QWidget.setTabOrder(self.save, self.undo)
        QWidget.setTabOrder(self.undo, self.show_journal)
        QWidget.setTabOrder(self.show_journal, self.show_calendar)

        self.retranslateUi(OfficeEdit)
    # setupUi

    def retranslateUi(self, OfficeEdit):
        OfficeEdit.setWindowTitle(QCoreApplication.translate("OfficeEdit", u"\u5355\u4f4d\u4fe1\u606f", None))
        self.group_office.setTitle(QCoreApplication.translate("OfficeEdit", u"\u672c\u5355\u4f4d", None))
        self.label_name.setText(QCoreApplication.translate("OfficeEdit", u"\u5355\u4f4d\u540d\u79f0 *", None))
        self.label_head.setText(QCoreApplication.translate("OfficeEdit", u"\u5355\u4f4d\u8d1f\u8d23\u4eba", None))
        self.label_reviewer.setText(QCoreApplication.translate("OfficeEdit", u"\u5ba1\u6838\u4eba", None))
        self.label_clerk.setText(QCoreApplication.translate("OfficeEdit", u"\u586b\u62a5\u4eba", None))
        self.label_phone.setText(QCoreApplication.translate("OfficeEdit", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.label_address.setText(QCoreApplication.translate("OfficeEdit", u"\u5730\u5740", None))
        self.label_postcode.setText(QCoreApplication.translate("OfficeEdit", u"\u90ae\u7f16", None))
        self.label_website.setText(QCoreApplication.translate("OfficeEdit", u"\u7f51\u5740", None))
        self.label_email.setText(QCoreApplication.translate("OfficeEdit", u"\u7535\u5b50\u90ae\u7bb1", None))
        self.label_letter_code.setText(QCoreApplication.translate("OfficeEdit", u"\u673a\u5173\u4ee3\u5b57", None))
        self.label_reconsideration_organ.setText(QCoreApplication.translate("OfficeEdit", u"\u590d\u8bae\u673a\u5173", None))
        self.label_court.setText(QCoreApplication.translate("OfficeEdit", u"\u6709\u7ba1\u8f96\u6743\u7684\u6cd5\u9662", None))
        self.label_credit_code.setText(QCoreApplication.translate("OfficeEdit", u"\u7edf\u4e00\u793e\u4f1a\u4fe1\u7528\u4ee3\u7801", None))
        self.label_index_pattern.setText(QCoreApplication.translate("OfficeEdit", u"\u7d22\u5f15\u53f7\u683c\u5f0f", None))
        self.index_pattern.setPlaceholderText(QCoreApplication.translate("OfficeEdit", u"\u5982\uff1a\u3010\u4ee3\u7801\u3011/\u3010\u5e74\u3011-\u3010\u5e8f\u53f7\u3011", None))
        self.label_letter_series.setText(QCoreApplication.translate("OfficeEdit", u"\u6587\u4e66\u4ee3\u5b57", None))
        self.letter_series.setPlaceholderText(QCoreApplication.translate("OfficeEdit", u"\u6587\u53f7\u91cc\u8981\u6362\u7684\u4ee3\u5b57\uff0c\u5982\uff1a\u7b54=\u544a\uff1b\u8865=\u8865\u544a", None))
        self.label_notes.setText("")
        self.show_journal.setText(QCoreApplication.translate("OfficeEdit", u"\u4fee\u6539\u8bb0\u5f55\u2026", None))
        self.show_calendar.setText(QCoreApplication.translate("OfficeEdit", u"\u8282\u5047\u65e5\u2026", None))
        self.undo.setText(QCoreApplication.translate("OfficeEdit", u"\u653e\u5f03\u4fee\u6539", None))
        self.save.setText(QCoreApplication.translate("OfficeEdit", u"\u4fdd\u5b58\uff08Ctrl+S\uff09", None))
    # retranslateUi
