# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'fee_reckoner.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.figure_edit import WholeNumberEdit

class Ui_FeeReckoner(object):
    def setupUi(self, FeeReckoner):
        if not FeeReckoner.objectName():
            FeeReckoner.setObjectName(u"FeeReckoner")
        FeeReckoner.resize(560, 460)
        self.layout_page = QVBoxLayout(FeeReckoner)
        self.layout_page.setSpacing(9)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(7)
        self.label_basis = QLabel(FeeReckoner)
        self.label_basis.setObjectName(u"label_basis")
        self.label_basis.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_basis, 0, 0, 1, 1)

        self.basis = ChoiceBox(FeeReckoner)
        self.basis.setObjectName(u"basis")

        self.layout_fields.addWidget(self.basis, 0, 1, 1, 1)

        self.label_number = QLabel(FeeReckoner)
        self.label_number.setObjectName(u"label_number")
        self.label_number.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_number, 1, 0, 1, 1)

        self.number = WholeNumberEdit(FeeReckoner)
        self.number.setObjectName(u"number")

        self.layout_fields.addWidget(self.number, 1, 1, 1, 1)

        self.layout_fields.setColumnStretch(1, 1)

        self.layout_page.addLayout(self.layout_fields)

        self.label_how = QLabel(FeeReckoner)
        self.label_how.setObjectName(u"label_how")
        self.label_how.setWordWrap(True)

        self.layout_page.addWidget(self.label_how)

        self.label_applicant = QLabel(FeeReckoner)
        self.label_applicant.setObjectName(u"label_applicant")
        self.label_applicant.setWordWrap(True)
        self.label_applicant.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_applicant)

        self.label_fee = QLabel(FeeReckoner)
        self.label_fee.setObjectName(u"label_fee")
        self.label_fee.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_fee)

        self.label_problem = QLabel(FeeReckoner)
        self.label_problem.setObjectName(u"label_problem")
        self.label_problem.setWordWrap(True)
        self.label_problem.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_problem)

        self.sums = QPlainTextEdit(FeeReckoner)
        self.sums.setObjectName(u"sums")
        self.sums.setReadOnly(True)
        self.sums.setTabChangesFocus(True)

        self.layout_page.addWidget(self.sums)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.copy_sums = QPushButton(FeeReckoner)
        self.copy_sums.setObjectName(u"copy_sums")
        self.copy_sums.setAutoDefault(False)

        self.layout_buttons.addWidget(self.copy_sums)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.use_fee = QPushButton(FeeReckoner)
        self.use_fee.setObjectName(u"use_fee")
        self.use_fee.setAutoDefault(False)

        self.layout_buttons.addWidget(self.use_fee)

        self.leave = QPushButton(FeeReckoner)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_basis.setBuddy(self.basis)
        self.label_number.setBuddy(self.number)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.basis, self.number)
        QWidget.setTabOrder(self.number, self.sums)
        QWidget.setTabOrder(self.sums, self.copy_sums)
        QWidget.setTabOrder(self.copy_sums, self.use_fee)
        QWidget.setTabOrder(self.use_fee, self.leave)

        self.retranslateUi(FeeReckoner)
    # setupUi

    def retranslateUi(self, FeeReckoner):
        FeeReckoner.setWindowTitle(QCoreApplication.translate("FeeReckoner", u"\u4fe1\u606f\u5904\u7406\u8d39", None))
        self.label_basis.setText(QCoreApplication.translate("FeeReckoner", u"\u8ba1\u8d39\u65b9\u5f0f", None))
        self.label_number.setText(QCoreApplication.translate("FeeReckoner", u"\u4ef6\u6570", None))
        self.label_how.setText("")
        self.label_how.setProperty(u"role", QCoreApplication.translate("FeeReckoner", u"grey", None))
        self.label_applicant.setText("")
        self.label_fee.setText("")
        self.label_fee.setProperty(u"role", QCoreApplication.translate("FeeReckoner", u"title", None))
        self.label_problem.setText("")
        self.label_problem.setProperty(u"role", QCoreApplication.translate("FeeReckoner", u"problem", None))
#if QT_CONFIG(accessibility)
        self.sums.setAccessibleName(QCoreApplication.translate("FeeReckoner", u"\u8ba1\u7b97\u8fc7\u7a0b", None))
#endif // QT_CONFIG(accessibility)
        self.copy_sums.setText(QCoreApplication.translate("FeeReckoner", u"\u590d\u5236\u6587\u5b57", None))
        self.use_fee.setText(QCoreApplication.translate("FeeReckoner", u"\u7528\u4e8e\u6536\u8d39\u901a\u77e5\uff08Ctrl+Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("FeeReckoner", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
