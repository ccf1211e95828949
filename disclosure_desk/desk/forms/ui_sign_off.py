# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'sign_off.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_SignOff(object):
    def setupUi(self, SignOff):
        if not SignOff.objectName():
            SignOff.setObjectName(u"SignOff")
        SignOff.resize(520, 420)
        self.layout_page = QVBoxLayout(SignOff)
        self.layout_page.setObjectName(u"layout_page")
        self.label_lead = QLabel(SignOff)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.label_head = QLabel(SignOff)
        self.label_head.setObjectName(u"label_head")

        self.layout_fields.addWidget(self.label_head, 0, 0, 1, 1)

        self.head = TextLine(SignOff)
        self.head.setObjectName(u"head")

        self.layout_fields.addWidget(self.head, 0, 1, 1, 1)

        self.label_reviewer = QLabel(SignOff)
        self.label_reviewer.setObjectName(u"label_reviewer")

        self.layout_fields.addWidget(self.label_reviewer, 1, 0, 1, 1)

        self.reviewer = TextLine(SignOff)
        self.reviewer.setObjectName(u"reviewer")

        self.layout_fields.addWidget(self.reviewer, 1, 1, 1, 1)

        self.label_clerk = QLabel(SignOff)
        self.label_clerk.setObjectName(u"label_clerk")

        self.layout_fields.addWidget(self.label_clerk, 2, 0, 1, 1)

        self.clerk = TextLine(SignOff)
        self.clerk.setObjectName(u"clerk")

        self.layout_fields.addWidget(self.clerk, 2, 1, 1, 1)

        self.label_phone = QLabel(SignOff)
        self.label_phone.setObjectName(u"label_phone")

        self.layout_fields.addWidget(self.label_phone, 3, 0, 1, 1)

        self.phone = TextLine(SignOff)
        self.phone.setObjectName(u"phone")

        self.layout_fields.addWidget(self.phone, 3, 1, 1, 1)

        self.label_filled_on = QLabel(SignOff)
        self.label_filled_on.setObjectName(u"label_filled_on")

        self.layout_fields.addWidget(self.label_filled_on, 4, 0, 1, 1)

        self.filled_on = DateEdit(SignOff)
        self.filled_on.setObjectName(u"filled_on")

        self.layout_fields.addWidget(self.filled_on, 4, 1, 1, 1)

        self.label_state = QLabel(SignOff)
        self.label_state.setObjectName(u"label_state")

        self.layout_fields.addWidget(self.label_state, 5, 0, 1, 1)

        self.state = ChoiceBox(SignOff)
        self.state.setObjectName(u"state")

        self.layout_fields.addWidget(self.state, 5, 1, 1, 1)

        self.label_note = QLabel(SignOff)
        self.label_note.setObjectName(u"label_note")

        self.layout_fields.addWidget(self.label_note, 6, 0, 1, 1)

        self.note = LongText(SignOff)
        self.note.setObjectName(u"note")

        self.layout_fields.addWidget(self.note, 6, 1, 1, 1)


        self.layout_page.addLayout(self.layout_fields)

        self.label_dates = QLabel(SignOff)
        self.label_dates.setObjectName(u"label_dates")
        self.label_dates.setWordWrap(True)

        self.layout_page.addWidget(self.label_dates)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer)

        self.leave = QPushButton(SignOff)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.sign = QPushButton(SignOff)
        self.sign.setObjectName(u"sign")
        self.sign.setAutoDefault(False)

        self.layout_buttons.addWidget(self.sign)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_head.setBuddy(self.head)
        self.label_reviewer.setBuddy(self.reviewer)
        self.label_clerk.setBuddy(self.clerk)
        self.label_phone.setBuddy(self.phone)
        self.label_filled_on.setBuddy(self.filled_on)
        self.label_state.setBuddy(self.state)
        self.label_note.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.head, self.reviewer)
        QWidget.setTabOrder(self.reviewer, self.clerk)
        QWidget.setTabOrder(self.clerk, self.phone)
        QWidget.setTabOrder(self.phone, self.filled_on)
        QWidget.setTabOrder(self.filled_on, self.state)
        QWidget.setTabOrder(self.state, self.note)
        QWidget.setTabOrder(self.note, self.leave)
        QWidget.setTabOrder(self.leave, self.sign)

        self.retranslateUi(SignOff)
    # setupUi

    def retranslateUi(self, SignOff):
        SignOff.setWindowTitle(QCoreApplication.translate("SignOff", u"\u5ba1\u7b7e", None))
        self.label_lead.setText("")
        self.label_head.setText(QCoreApplication.translate("SignOff", u"\u5355\u4f4d\u8d1f\u8d23\u4eba(&H)", None))
        self.label_reviewer.setText(QCoreApplication.translate("SignOff", u"\u5ba1\u6838\u4eba(&R)", None))
        self.label_clerk.setText(QCoreApplication.translate("SignOff", u"\u586b\u62a5\u4eba(&C)", None))
        self.label_phone.setText(QCoreApplication.translate("SignOff", u"\u8054\u7cfb\u7535\u8bdd(&P)", None))
        self.label_filled_on.setText(QCoreApplication.translate("SignOff", u"\u586b\u62a5\u65e5\u671f(&D)", None))
        self.label_state.setText(QCoreApplication.translate("SignOff", u"\u72b6\u6001(&S)", None))
        self.label_note.setText(QCoreApplication.translate("SignOff", u"\u8bf4\u660e(&N)", None))
        self.label_dates.setText("")
        self.leave.setText(QCoreApplication.translate("SignOff", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.sign.setText(QCoreApplication.translate("SignOff", u"\u4fdd\u5b58\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
