# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'server_office.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_ServerOffice(object):
    def setupUi(self, ServerOffice):
        if not ServerOffice.objectName():
            ServerOffice.setObjectName(u"ServerOffice")
        ServerOffice.resize(560, 300)
        self.layout_page = QVBoxLayout(ServerOffice)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(ServerOffice)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_host = QLabel(ServerOffice)
        self.label_host.setObjectName(u"label_host")
        self.label_host.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_host, 0, 0, 1, 1)

        self.host = TextLine(ServerOffice)
        self.host.setObjectName(u"host")

        self.layout_fields.addWidget(self.host, 0, 1, 1, 1)

        self.label_port = QLabel(ServerOffice)
        self.label_port.setObjectName(u"label_port")
        self.label_port.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_port, 1, 0, 1, 1)

        self.port = TextLine(ServerOffice)
        self.port.setObjectName(u"port")

        self.layout_fields.addWidget(self.port, 1, 1, 1, 1)

        self.label_database = QLabel(ServerOffice)
        self.label_database.setObjectName(u"label_database")
        self.label_database.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_database, 2, 0, 1, 1)

        self.database = TextLine(ServerOffice)
        self.database.setObjectName(u"database")

        self.layout_fields.addWidget(self.database, 2, 1, 1, 1)

        self.label_user = QLabel(ServerOffice)
        self.label_user.setObjectName(u"label_user")
        self.label_user.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_user, 3, 0, 1, 1)

        self.user = TextLine(ServerOffice)
        self.user.setObjectName(u"user")

        self.layout_fields.addWidget(self.user, 3, 1, 1, 1)

        self.label_password = QLabel(ServerOffice)
        self.label_password.setObjectName(u"label_password")
        self.label_password.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_password, 4, 0, 1, 1)

        self.password = QLineEdit(ServerOffice)
        self.password.setObjectName(u"password")
        self.password.setEchoMode(QLineEdit.EchoMode.Password)

        self.layout_fields.addWidget(self.password, 4, 1, 1, 1)


        self.layout_page.addLayout(self.layout_fields)

        self.label_password_kept = QLabel(ServerOffice)
        self.label_password_kept.setObjectName(u"label_password_kept")
        self.label_password_kept.setWordWrap(True)

        self.layout_page.addWidget(self.label_password_kept)

        self.label_notes = QLabel(ServerOffice)
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

        self.leave = QPushButton(ServerOffice)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.connect_to = QPushButton(ServerOffice)
        self.connect_to.setObjectName(u"connect_to")
        self.connect_to.setAutoDefault(False)

        self.layout_buttons.addWidget(self.connect_to)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_host.setBuddy(self.host)
        self.label_port.setBuddy(self.port)
        self.label_database.setBuddy(self.database)
        self.label_user.setBuddy(self.user)
        self.label_password.setBuddy(self.password)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.host, self.port)
        QWidget.setTabOrder(self.port, self.database)
        QWidget.setTabOrder(self.database, self.user)
        QWidget.setTabOrder(self.user, self.password)
        QWidget.setTabOrder(self.password, self.connect_to)
        QWidget.setTabOrder(self.connect_to, self.leave)

        self.retranslateUi(ServerOffice)
    # setupUi

    def retranslateUi(self, ServerOffice):
        ServerOffice.setWindowTitle(QCoreApplication.translate("ServerOffice", u"\u6253\u5f00\u670d\u52a1\u5668\u4e0a\u7684\u5355\u4f4d\u6570\u636e\u5e93", None))
        self.label_lead.setText(QCoreApplication.translate("ServerOffice", u"\u51e0\u4e2a\u4eba\u4e00\u8d77\u767b\u8bb0\u65f6\uff0c\u5355\u4f4d\u6570\u636e\u5e93\u653e\u5728\u670d\u52a1\u5668\u4e0a\uff08PostgreSQL\uff09\uff0c\u5730\u5740\u548c\u8d26\u53f7\u7531\u7ba1\u7406\u5458\u63d0\u4f9b\u3002", None))
        self.label_lead.setProperty(u"role", QCoreApplication.translate("ServerOffice", u"grey", None))
        self.label_host.setText(QCoreApplication.translate("ServerOffice", u"\u670d\u52a1\u5668(&H) *", None))
        self.host.setPlaceholderText(QCoreApplication.translate("ServerOffice", u"\u5982\uff1a192.168.1.20", None))
        self.label_port.setText(QCoreApplication.translate("ServerOffice", u"\u7aef\u53e3(&R)", None))
        self.port.setPlaceholderText(QCoreApplication.translate("ServerOffice", u"5432", None))
        self.label_database.setText(QCoreApplication.translate("ServerOffice", u"\u6570\u636e\u5e93\u540d(&D) *", None))
        self.database.setPlaceholderText(QCoreApplication.translate("ServerOffice", u"\u5982\uff1axxgk", None))
        self.label_user.setText(QCoreApplication.translate("ServerOffice", u"\u8d26\u53f7(&U) *", None))
        self.user.setPlaceholderText(QCoreApplication.translate("ServerOffice", u"\u5982\uff1awangfang", None))
        self.label_password.setText(QCoreApplication.translate("ServerOffice", u"\u5bc6\u7801(&W)", None))
        self.label_password_kept.setText(QCoreApplication.translate("ServerOffice", u"\u5bc6\u7801\u4e0d\u4fdd\u5b58\u5728\u672c\u673a\uff1b\u8981\u514d\u53bb\u6bcf\u6b21\u8f93\u5165\uff0c\u53ef\u8bf7\u7ba1\u7406\u5458\u8bbe\u597d\u672c\u673a\u7684 pgpass \u6587\u4ef6\uff08\u89c1\u5e2e\u52a9\u201c\u591a\u4eba\u4f7f\u7528\u201d\uff09\u3002", None))
        self.label_password_kept.setProperty(u"role", QCoreApplication.translate("ServerOffice", u"grey", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("ServerOffice", u"problem", None))
        self.leave.setText(QCoreApplication.translate("ServerOffice", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.connect_to.setText(QCoreApplication.translate("ServerOffice", u"\u6253\u5f00\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
