# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'person_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_PersonEdit(object):
    def setupUi(self, PersonEdit):
        if not PersonEdit.objectName():
            PersonEdit.setObjectName(u"PersonEdit")
        PersonEdit.resize(480, 330)
        self.layout_page = QVBoxLayout(PersonEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_fields = QGridLayout()
        self.layout_fields.setSpacing(8)
        self.layout_fields.setObjectName(u"layout_fields")
        self.label_name = QLabel(PersonEdit)
        self.label_name.setObjectName(u"label_name")

        self.layout_fields.addWidget(self.label_name, 0, 0, 1, 1)

        self.name = TextLine(PersonEdit)
        self.name.setObjectName(u"name")

        self.layout_fields.addWidget(self.name, 0, 1, 1, 1)

        self.label_role = QLabel(PersonEdit)
        self.label_role.setObjectName(u"label_role")

        self.layout_fields.addWidget(self.label_role, 1, 0, 1, 1)

        self.role = ChoiceBox(PersonEdit)
        self.role.setObjectName(u"role")

        self.layout_fields.addWidget(self.role, 1, 1, 1, 1)

        self.label_login = QLabel(PersonEdit)
        self.label_login.setObjectName(u"label_login")

        self.layout_fields.addWidget(self.label_login, 2, 0, 1, 1)

        self.login = TextLine(PersonEdit)
        self.login.setObjectName(u"login")

        self.layout_fields.addWidget(self.login, 2, 1, 1, 1)

        self.label_active_from = QLabel(PersonEdit)
        self.label_active_from.setObjectName(u"label_active_from")

        self.layout_fields.addWidget(self.label_active_from, 3, 0, 1, 1)

        self.active_from = DateEdit(PersonEdit)
        self.active_from.setObjectName(u"active_from")

        self.layout_fields.addWidget(self.active_from, 3, 1, 1, 1)

        self.label_active_until = QLabel(PersonEdit)
        self.label_active_until.setObjectName(u"label_active_until")

        self.layout_fields.addWidget(self.label_active_until, 4, 0, 1, 1)

        self.active_until = DateEdit(PersonEdit)
        self.active_until.setObjectName(u"active_until")

        self.layout_fields.addWidget(self.active_until, 4, 1, 1, 1)

        self.label_note = QLabel(PersonEdit)
        self.label_note.setObjectName(u"label_note")

        self.layout_fields.addWidget(self.label_note, 5, 0, 1, 1)

        self.note = TextLine(PersonEdit)
        self.note.setObjectName(u"note")

        self.layout_fields.addWidget(self.note, 5, 1, 1, 1)


        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(PersonEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.save = QPushButton(PersonEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.layout_buttons.addWidget(self.save)

        self.leave = QPushButton(PersonEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_name.setBuddy(self.name)
        self.label_role.setBuddy(self.role)
        self.label_login.setBuddy(self.login)
        self.label_active_from.setBuddy(self.active_from)
        self.label_active_until.setBuddy(self.active_until)
        self.label_note.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.role)
        QWidget.setTabOrder(self.role, self.login)
        QWidget.setTabOrder(self.login, self.active_from)
        QWidget.setTabOrder(self.active_from, self.active_until)
        QWidget.setTabOrder(self.active_until, self.note)
        QWidget.setTabOrder(self.note, self.save)
        QWidget.setTabOrder(self.save, self.leave)

        self.retranslateUi(PersonEdit)
    # setupUi

    def retranslateUi(self, PersonEdit):
        PersonEdit.setWindowTitle(QCoreApplication.translate("PersonEdit", u"\u4eba\u5458", None))
        self.label_name.setText(QCoreApplication.translate("PersonEdit", u"\u59d3\u540d *", None))
        self.label_role.setText(QCoreApplication.translate("PersonEdit", u"\u89d2\u8272 *", None))
        self.label_login.setText(QCoreApplication.translate("PersonEdit", u"\u767b\u5f55\u540d", None))
        self.label_active_from.setText(QCoreApplication.translate("PersonEdit", u"\u5230\u5c97\u65e5\u671f *", None))
        self.label_active_until.setText(QCoreApplication.translate("PersonEdit", u"\u79bb\u5c97\u65e5\u671f", None))
        self.label_note.setText(QCoreApplication.translate("PersonEdit", u"\u5907\u6ce8", None))
        self.label_notes.setText(QCoreApplication.translate("PersonEdit", u"\u767b\u5f55\u540d\u662f\u767b\u5f55\u7535\u8111\uff08\u6570\u636e\u5e93\u5728\u670d\u52a1\u5668\u4e0a\u7684\uff0c\u767b\u5f55\u670d\u52a1\u5668\uff09\u7528\u7684\u7528\u6237\u540d\uff0c\u6253\u5f00\u7a0b\u5e8f\u65f6\u6309\u5b83\u8ba4\u4eba\uff1b\u6709\u51e0\u4e2a\u7684\u7528\u987f\u53f7\u9694\u5f00\u3002\u51e0\u4e2a\u4eba\u5171\u7528\u4e00\u4e2a\u767b\u5f55\u540d\u7684\uff0c\u6253\u5f00\u65f6\u9009\u62e9\u662f\u8c01\u3002", None))
        self.label_notes.setProperty(u"role", QCoreApplication.translate("PersonEdit", u"grey", None))
        self.save.setText(QCoreApplication.translate("PersonEdit", u"\u4fdd\u5b58", None))
        self.leave.setText(QCoreApplication.translate("PersonEdit", u"\u53d6\u6d88", None))
    # retranslateUi
