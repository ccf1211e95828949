# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'office_new.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox

class Ui_OfficeNew(object):
    def setupUi(self, OfficeNew):
        if not OfficeNew.objectName():
            OfficeNew.setObjectName(u"OfficeNew")
        OfficeNew.resize(560, 240)
        self.layout_page = QVBoxLayout(OfficeNew)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(OfficeNew)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_unit_name = QLabel(OfficeNew)
        self.label_unit_name.setObjectName(u"label_unit_name")
        self.label_unit_name.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_unit_name, 0, 0, 1, 1)

        self.unit_name = TextLine(OfficeNew)
        self.unit_name.setObjectName(u"unit_name")

        self.layout_fields.addWidget(self.unit_name, 0, 1, 1, 2)

        self.label_place = QLabel(OfficeNew)
        self.label_place.setObjectName(u"label_place")
        self.label_place.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_place, 1, 0, 1, 1)

        self.place = TextLine(OfficeNew)
        self.place.setObjectName(u"place")

        self.layout_fields.addWidget(self.place, 1, 1, 1, 1)

        self.choose_place = QPushButton(OfficeNew)
        self.choose_place.setObjectName(u"choose_place")
        self.choose_place.setAutoDefault(False)

        self.layout_fields.addWidget(self.choose_place, 1, 2, 1, 1)

        self.with_sample = YesNoBox(OfficeNew)
        self.with_sample.setObjectName(u"with_sample")

        self.layout_fields.addWidget(self.with_sample, 2, 1, 1, 2)


        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(OfficeNew)
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

        self.leave = QPushButton(OfficeNew)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.found = QPushButton(OfficeNew)
        self.found.setObjectName(u"found")
        self.found.setAutoDefault(False)

        self.layout_buttons.addWidget(self.found)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_unit_name.setBuddy(self.unit_name)
        self.label_place.setBuddy(self.place)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.unit_name, self.place)
        QWidget.setTabOrder(self.place, self.choose_place)
        QWidget.setTabOrder(self.choose_place, self.with_sample)
        QWidget.setTabOrder(self.with_sample, self.found)
        QWidget.setTabOrder(self.found, self.leave)

        self.retranslateUi(OfficeNew)
    # setupUi

    def retranslateUi(self, OfficeNew):
        OfficeNew.setWindowTitle(QCoreApplication.translate("OfficeNew", u"\u65b0\u5efa\u5355\u4f4d\u6570\u636e\u5e93", None))
        self.label_lead.setText(QCoreApplication.translate("OfficeNew", u"\u4e00\u4e2a\u5355\u4f4d\u7528\u4e00\u4e2a\u6570\u636e\u5e93\u6587\u4ef6\uff0c\u5e73\u65f6\u767b\u8bb0\u7684\u5185\u5bb9\u90fd\u4fdd\u5b58\u5728\u91cc\u9762\u3002", None))
        self.label_lead.setProperty(u"role", QCoreApplication.translate("OfficeNew", u"grey", None))
        self.label_unit_name.setText(QCoreApplication.translate("OfficeNew", u"\u5355\u4f4d\u540d\u79f0 *", None))
        self.unit_name.setPlaceholderText(QCoreApplication.translate("OfficeNew", u"\u5982\uff1a\u793a\u4f8b\u53bf\u79d1\u5b66\u6280\u672f\u5c40", None))
        self.label_place.setText(QCoreApplication.translate("OfficeNew", u"\u4fdd\u5b58\u5230 *", None))
        self.choose_place.setText(QCoreApplication.translate("OfficeNew", u"\u6d4f\u89c8\u2026", None))
        self.with_sample.setText(QCoreApplication.translate("OfficeNew", u"\u586b\u5165\u4e09\u5e74\u865a\u6784\u7684\u793a\u4f8b\u6570\u636e\uff08\u4ec5\u4f9b\u8bd5\u7528\uff09", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("OfficeNew", u"problem", None))
        self.leave.setText(QCoreApplication.translate("OfficeNew", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.found.setText(QCoreApplication.translate("OfficeNew", u"\u65b0\u5efa\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
