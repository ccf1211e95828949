# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'password_asked.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_PasswordAsked(object):
    def setupUi(self, PasswordAsked):
        if not PasswordAsked.objectName():
            PasswordAsked.setObjectName(u"PasswordAsked")
        PasswordAsked.resize(480, 230)
        self.layout_page = QVBoxLayout(PasswordAsked)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_title = QLabel(PasswordAsked)
        self.label_title.setObjectName(u"label_title")
        self.label_title.setWordWrap(True)

        self.layout_page.addWidget(self.label_title)

        self.label_lead = QLabel(PasswordAsked)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_password = QLabel(PasswordAsked)
        self.label_password.setObjectName(u"label_password")
        self.label_password.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_password, 0, 0, 1, 1)

        self.password = QLineEdit(PasswordAsked)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_fields.addWidget(self.password, 0, 1, 1, 1)

        self.layout_fields.setColumnStretch(1, 1)

        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(PasswordAsked)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(PasswordAsked)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.give = QPushButton(PasswordAsked)
        self.give.setObjectName(u"give")
        self.give.setAutoDefault(False)

        self.layout_buttons.addWidget(self.give)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_password.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.password, self.give)
        QWidget.setTabOrder(self.give, self.leave)

        self.retranslateUi(PasswordAsked)
    # setupUi

    def retranslateUi(self, PasswordAsked):
        PasswordAsked.setWindowTitle(QCoreApplication.translate("PasswordAsked", u"\u8f93\u5165\u5bc6\u7801", None))
        self.label_title.setText("")
        self.label_title.setProperty(u"role", QCoreApplication.translate("PasswordAsked", u"heading", None))
        self.label_lead.setText("")
        self.label_lead.setProperty(u"role", QCoreApplication.translate("PasswordAsked", u"grey", None))
        self.label_password.setText(QCoreApplication.translate("PasswordAsked", u"\u5bc6\u7801", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("PasswordAsked", u"problem", None))
        self.leave.setText(QCoreApplication.translate("PasswordAsked", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.give.setText(QCoreApplication.translate("PasswordAsked", u"\u6253\u5f00\uff08Enter\uff09", None))
    # retranslateUi
