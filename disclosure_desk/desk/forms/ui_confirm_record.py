# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'confirm_record.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable
from disclosure_desk.desk.widgets.long_text import LongText

class Ui_ConfirmRecord(object):
    def setupUi(self, ConfirmRecord):
        if not ConfirmRecord.objectName():
            ConfirmRecord.setObjectName(u"ConfirmRecord")
        ConfirmRecord.resize(640, 520)
        self.layout_page = QVBoxLayout(ConfirmRecord)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_record = QLabel(ConfirmRecord)
        self.label_record.setObjectName(u"label_record")
        self.label_record.setWordWrap(True)

        self.layout_page.addWidget(self.label_record)

        self.fields = LinesTable(ConfirmRecord)
        self.fields.setObjectName(u"fields")
        self.fields.setMinimumSize(QSize(0, 240))

        self.layout_page.addWidget(self.fields)

        self.label_sayings = QLabel(ConfirmRecord)
        self.label_sayings.setObjectName(u"label_sayings")
        self.label_sayings.setWordWrap(True)

        self.layout_page.addWidget(self.label_sayings)

        self.label_note = QLabel(ConfirmRecord)
        self.label_note.setObjectName(u"label_note")

        self.layout_page.addWidget(self.label_note)

        self.note = LongText(ConfirmRecord)
        self.note.setObjectName(u"note")
        self.note.setMaximumSize(QSize(16777215, 64))

        self.layout_page.addWidget(self.note)

        self.label_refusal = QLabel(ConfirmRecord)
        self.label_refusal.setObjectName(u"label_refusal")
        self.label_refusal.setWordWrap(True)

        self.layout_page.addWidget(self.label_refusal)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.open_record = QPushButton(ConfirmRecord)
        self.open_record.setObjectName(u"open_record")
        self.open_record.setAutoDefault(False)

        self.layout_buttons.addWidget(self.open_record)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.confirm = QPushButton(ConfirmRecord)
        self.confirm.setObjectName(u"confirm")
        self.confirm.setAutoDefault(False)

        self.layout_buttons.addWidget(self.confirm)

        self.give_back = QPushButton(ConfirmRecord)
        self.give_back.setObjectName(u"give_back")
        self.give_back.setAutoDefault(False)

        self.layout_buttons.addWidget(self.give_back)

        self.leave = QPushButton(ConfirmRecord)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_note.setBuddy(self.note)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.fields, self.note)
        QWidget.setTabOrder(self.note, self.confirm)
        QWidget.setTabOrder(self.confirm, self.give_back)
        QWidget.setTabOrder(self.give_back, self.open_record)
        QWidget.setTabOrder(self.open_record, self.leave)

        self.retranslateUi(ConfirmRecord)
    # setupUi

    def retranslateUi(self, ConfirmRecord):
        ConfirmRecord.setWindowTitle(QCoreApplication.translate("ConfirmRecord", u"\u590d\u6838", None))
        self.label_record.setText("")
#if QT_CONFIG(accessibility)
        self.fields.setAccessibleName(QCoreApplication.translate("ConfirmRecord", u"\u8981\u590d\u6838\u7684\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.label_sayings.setText("")
        self.label_sayings.setProperty(u"role", QCoreApplication.translate("ConfirmRecord", u"grey", None))
        self.label_note.setText(QCoreApplication.translate("ConfirmRecord", u"\u590d\u6838\u610f\u89c1\uff08\u9000\u56de\u7684\u8981\u5199\u539f\u56e0\uff09", None))
        self.label_refusal.setText("")
        self.open_record.setText(QCoreApplication.translate("ConfirmRecord", u"\u6253\u5f00\u767b\u8bb0\u2026", None))
        self.confirm.setText(QCoreApplication.translate("ConfirmRecord", u"\u590d\u6838\u901a\u8fc7\uff08Ctrl+Enter\uff09", None))
        self.give_back.setText(QCoreApplication.translate("ConfirmRecord", u"\u9000\u56de", None))
        self.leave.setText(QCoreApplication.translate("ConfirmRecord", u"\u5173\u95ed", None))
    # retranslateUi
