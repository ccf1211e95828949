# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'department_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_DepartmentEdit(object):
    def setupUi(self, DepartmentEdit):
        if not DepartmentEdit.objectName():
            DepartmentEdit.setObjectName(u"DepartmentEdit")
        DepartmentEdit.resize(460, 240)
        self.layout_page = QVBoxLayout(DepartmentEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_fields = QGridLayout()
        self.layout_fields.setSpacing(8)
        self.layout_fields.setObjectName(u"layout_fields")
        self.label_name = QLabel(DepartmentEdit)
        self.label_name.setObjectName(u"label_name")

        self.layout_fields.addWidget(self.label_name, 0, 0, 1, 1)

        self.name = TextLine(DepartmentEdit)
        self.name.setObjectName(u"name")

        self.layout_fields.addWidget(self.name, 0, 1, 1, 1)

        self.label_liaison = QLabel(DepartmentEdit)
        self.label_liaison.setObjectName(u"label_liaison")

        self.layout_fields.addWidget(self.label_liaison, 1, 0, 1, 1)

        self.liaison = TextLine(DepartmentEdit)
        self.liaison.setObjectName(u"liaison")

        self.layout_fields.addWidget(self.liaison, 1, 1, 1, 1)

        self.label_phone = QLabel(DepartmentEdit)
        self.label_phone.setObjectName(u"label_phone")

        self.layout_fields.addWidget(self.label_phone, 2, 0, 1, 1)

        self.phone = TextLine(DepartmentEdit)
        self.phone.setObjectName(u"phone")

        self.layout_fields.addWidget(self.phone, 2, 1, 1, 1)

        self.label_out_of_use_since = QLabel(DepartmentEdit)
        self.label_out_of_use_since.setObjectName(u"label_out_of_use_since")

        self.layout_fields.addWidget(self.label_out_of_use_since, 3, 0, 1, 1)

        self.out_of_use_since = DateEdit(DepartmentEdit)
        self.out_of_use_since.setObjectName(u"out_of_use_since")

        self.layout_fields.addWidget(self.out_of_use_since, 3, 1, 1, 1)


        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(DepartmentEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.save = QPushButton(DepartmentEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)

        self.layout_buttons.addWidget(self.save)

        self.leave = QPushButton(DepartmentEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_name.setBuddy(self.name)
        self.label_liaison.setBuddy(self.liaison)
        self.label_phone.setBuddy(self.phone)
        self.label_out_of_use_since.setBuddy(self.out_of_use_since)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.name, self.liaison)
        QWidget.setTabOrder(self.liaison, self.phone)
        QWidget.setTabOrder(self.phone, self.out_of_use_since)
        QWidget.setTabOrder(self.out_of_use_since, self.save)
        QWidget.setTabOrder(self.save, self.leave)

        self.retranslateUi(DepartmentEdit)
    # setupUi

    def retranslateUi(self, DepartmentEdit):
        DepartmentEdit.setWindowTitle(QCoreApplication.translate("DepartmentEdit", u"\u79d1\u5ba4", None))
        self.label_name.setText(QCoreApplication.translate("DepartmentEdit", u"\u540d\u79f0 *", None))
        self.label_liaison.setText(QCoreApplication.translate("DepartmentEdit", u"\u8054\u7edc\u5458", None))
        self.label_phone.setText(QCoreApplication.translate("DepartmentEdit", u"\u8054\u7cfb\u7535\u8bdd", None))
        self.label_out_of_use_since.setText(QCoreApplication.translate("DepartmentEdit", u"\u505c\u7528\u65e5\u671f", None))
        self.label_notes.setText(QCoreApplication.translate("DepartmentEdit", u"\u505c\u7528\u4ee5\u540e\uff0c\u767b\u8bb0\u65f6\u4e0d\u518d\u63a8\u8350\u8fd9\u4e2a\u79d1\u5ba4\uff0c\u5df2\u6709\u7684\u8bb0\u5f55\u4e0d\u53d8\u3002", None))
        self.label_notes.setProperty(u"role", QCoreApplication.translate("DepartmentEdit", u"grey", None))
        self.save.setText(QCoreApplication.translate("DepartmentEdit", u"\u4fdd\u5b58", None))
        self.leave.setText(QCoreApplication.translate("DepartmentEdit", u"\u53d6\u6d88", None))
    # retranslateUi
