# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'recovery_key.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_RecoveryKey(object):
    def setupUi(self, RecoveryKey):
        if not RecoveryKey.objectName():
            RecoveryKey.setObjectName(u"RecoveryKey")
        RecoveryKey.resize(620, 420)
        self.layout_page = QVBoxLayout(RecoveryKey)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(RecoveryKey)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.label_whose = QLabel(RecoveryKey)
        self.label_whose.setObjectName(u"label_whose")
        self.label_whose.setWordWrap(True)

        self.layout_page.addWidget(self.label_whose)

        self.recovery_key = QLineEdit(RecoveryKey)
        self.recovery_key.setObjectName(u"recovery_key")
        self.recovery_key.setReadOnly(True)
        self.recovery_key.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout_page.addWidget(self.recovery_key)

        self.layout_paper = QHBoxLayout()
        self.layout_paper.setSpacing(8)
        self.layout_paper.setObjectName(u"layout_paper")
        self.print_key = QPushButton(RecoveryKey)
        self.print_key.setObjectName(u"print_key")
        self.print_key.setAutoDefault(False)

        self.layout_paper.addWidget(self.print_key)

        self.spacer_paper = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_paper.addItem(self.spacer_paper)


        self.layout_page.addLayout(self.layout_paper)

        self.label_hint = QLabel(RecoveryKey)
        self.label_hint.setObjectName(u"label_hint")
        self.label_hint.setWordWrap(True)

        self.layout_page.addWidget(self.label_hint)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_last_group = QLabel(RecoveryKey)
        self.label_last_group.setObjectName(u"label_last_group")
        self.label_last_group.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_last_group, 0, 0, 1, 1)

        self.last_group = QLineEdit(RecoveryKey)
        self.last_group.setObjectName(u"last_group")

        self.layout_fields.addWidget(self.last_group, 0, 1, 1, 1)

        self.layout_fields.setColumnStretch(1, 1)

        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(RecoveryKey)
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

        self.done = QPushButton(RecoveryKey)
        self.done.setObjectName(u"done")
        self.done.setAutoDefault(False)

        self.layout_buttons.addWidget(self.done)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_last_group.setBuddy(self.last_group)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.recovery_key, self.print_key)
        QWidget.setTabOrder(self.print_key, self.last_group)
        QWidget.setTabOrder(self.last_group, self.done)

        self.retranslateUi(RecoveryKey)
    # setupUi

    def retranslateUi(self, RecoveryKey):
        RecoveryKey.setWindowTitle(QCoreApplication.translate("RecoveryKey", u"\u6062\u590d\u5bc6\u94a5", None))
        self.label_lead.setText("")
        self.label_whose.setText("")
        self.label_whose.setProperty(u"role", QCoreApplication.translate("RecoveryKey", u"grey", None))
#if QT_CONFIG(accessibility)
        self.recovery_key.setAccessibleName(QCoreApplication.translate("RecoveryKey", u"\u6062\u590d\u5bc6\u94a5", None))
#endif // QT_CONFIG(accessibility)
        self.print_key.setText(QCoreApplication.translate("RecoveryKey", u"\u6253\u5370\u6062\u590d\u5bc6\u94a5\u2026", None))
        self.label_hint.setText("")
        self.label_hint.setProperty(u"role", QCoreApplication.translate("RecoveryKey", u"grey", None))
        self.label_last_group.setText(QCoreApplication.translate("RecoveryKey", u"\u6700\u540e\u4e00\u7ec4\u56db\u4e2a\u5b57\u7b26", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("RecoveryKey", u"problem", None))
        self.done.setText(QCoreApplication.translate("RecoveryKey", u"\u5df2\u7ecf\u7559\u597d\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
