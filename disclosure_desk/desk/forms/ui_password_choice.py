# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'password_choice.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QCheckBox, QGridLayout, QHBoxLayout, QLabel, QLineEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_PasswordChoice(object):
    def setupUi(self, PasswordChoice):
        if not PasswordChoice.objectName():
            PasswordChoice.setObjectName(u"PasswordChoice")
        PasswordChoice.resize(560, 380)
        self.layout_page = QVBoxLayout(PasswordChoice)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(PasswordChoice)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_present = QLabel(PasswordChoice)
        self.label_present.setObjectName(u"label_present")
        self.label_present.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_present, 0, 0, 1, 1)

        self.present = QLineEdit(PasswordChoice)
        self.present.setObjectName(u"present")
        self.present.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_fields.addWidget(self.present, 0, 1, 1, 1)

        self.label_fresh = QLabel(PasswordChoice)
        self.label_fresh.setObjectName(u"label_fresh")
        self.label_fresh.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_fresh, 1, 0, 1, 1)

        self.fresh = QLineEdit(PasswordChoice)
        self.fresh.setObjectName(u"fresh")
        self.fresh.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_fields.addWidget(self.fresh, 1, 1, 1, 1)

        self.label_again = QLabel(PasswordChoice)
        self.label_again.setObjectName(u"label_again")
        self.label_again.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_again, 2, 0, 1, 1)

        self.again = QLineEdit(PasswordChoice)
        self.again.setObjectName(u"again")
        self.again.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_fields.addWidget(self.again, 2, 1, 1, 1)

        self.layout_fields.setColumnStretch(1, 1)

        self.layout_page.addLayout(self.layout_fields)

        self.shows = QCheckBox(PasswordChoice)
        self.shows.setObjectName(u"shows")

        self.layout_page.addWidget(self.shows)

        self.label_warning = QLabel(PasswordChoice)
        self.label_warning.setObjectName(u"label_warning")
        self.label_warning.setWordWrap(True)

        self.layout_page.addWidget(self.label_warning)

        self.label_notes = QLabel(PasswordChoice)
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

        self.leave = QPushButton(PasswordChoice)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.choose = QPushButton(PasswordChoice)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.layout_buttons.addWidget(self.choose)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_present.setBuddy(self.present)
        self.label_fresh.setBuddy(self.fresh)
        self.label_again.setBuddy(self.again)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.present, self.fresh)
        QWidget.setTabOrder(self.fresh, self.again)
        QWidget.setTabOrder(self.again, self.shows)
        QWidget.setTabOrder(self.shows, self.choose)
        QWidget.setTabOrder(self.choose, self.leave)

        self.retranslateUi(PasswordChoice)
    # setupUi

    def retranslateUi(self, PasswordChoice):
        PasswordChoice.setWindowTitle(QCoreApplication.translate("PasswordChoice", u"\u8bbe\u7f6e\u5bc6\u7801", None))
        self.label_lead.setText("")
        self.label_lead.setProperty(u"role", QCoreApplication.translate("PasswordChoice", u"grey", None))
        self.label_present.setText(QCoreApplication.translate("PasswordChoice", u"\u73b0\u5728\u7684\u5bc6\u7801", None))
        self.label_fresh.setText(QCoreApplication.translate("PasswordChoice", u"\u65b0\u5bc6\u7801", None))
        self.label_again.setText(QCoreApplication.translate("PasswordChoice", u"\u518d\u8f93\u5165\u4e00\u6b21", None))
        self.shows.setText(QCoreApplication.translate("PasswordChoice", u"\u663e\u793a\u8f93\u5165\u7684\u5bc6\u7801", None))
        self.label_warning.setText("")
        self.label_warning.setProperty(u"role", QCoreApplication.translate("PasswordChoice", u"warning", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("PasswordChoice", u"problem", None))
        self.leave.setText(QCoreApplication.translate("PasswordChoice", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.choose.setText(QCoreApplication.translate("PasswordChoice", u"\u786e\u5b9a\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
