# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'security_settings.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QComboBox, QGridLayout, QGroupBox, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_SecuritySettings(object):
    def setupUi(self, SecuritySettings):
        if not SecuritySettings.objectName():
            SecuritySettings.setObjectName(u"SecuritySettings")
        SecuritySettings.resize(700, 520)
        self.layout_page = QVBoxLayout(SecuritySettings)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.group_password = QGroupBox(SecuritySettings)
        self.group_password.setObjectName(u"group_password")
        self.layout_password = QVBoxLayout(self.group_password)
        self.layout_password.setSpacing(8)
        self.layout_password.setObjectName(u"layout_password")
        self.label_state = QLabel(self.group_password)
        self.label_state.setObjectName(u"label_state")
        self.label_state.setWordWrap(True)

        self.layout_password.addWidget(self.label_state)

        self.label_meaning = QLabel(self.group_password)
        self.label_meaning.setObjectName(u"label_meaning")
        self.label_meaning.setWordWrap(True)

        self.layout_password.addWidget(self.label_meaning)

        self.layout_set = QHBoxLayout()
        self.layout_set.setSpacing(8)
        self.layout_set.setObjectName(u"layout_set")
        self.encrypt = QPushButton(self.group_password)
        self.encrypt.setObjectName(u"encrypt")
        self.encrypt.setAutoDefault(False)

        self.layout_set.addWidget(self.encrypt)

        self.set_password = QPushButton(self.group_password)
        self.set_password.setObjectName(u"set_password")
        self.set_password.setAutoDefault(False)

        self.layout_set.addWidget(self.set_password)

        self.spacer_set = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_set.addItem(self.spacer_set)


        self.layout_password.addLayout(self.layout_set)

        self.layout_change = QHBoxLayout()
        self.layout_change.setSpacing(8)
        self.layout_change.setObjectName(u"layout_change")
        self.change_password = QPushButton(self.group_password)
        self.change_password.setObjectName(u"change_password")
        self.change_password.setAutoDefault(False)

        self.layout_change.addWidget(self.change_password)

        self.new_recovery = QPushButton(self.group_password)
        self.new_recovery.setObjectName(u"new_recovery")
        self.new_recovery.setAutoDefault(False)

        self.layout_change.addWidget(self.new_recovery)

        self.take_off = QPushButton(self.group_password)
        self.take_off.setObjectName(u"take_off")
        self.take_off.setAutoDefault(False)

        self.layout_change.addWidget(self.take_off)

        self.spacer_change = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_change.addItem(self.spacer_change)


        self.layout_password.addLayout(self.layout_change)


        self.layout_page.addWidget(self.group_password)

        self.group_lock = QGroupBox(SecuritySettings)
        self.group_lock.setObjectName(u"group_lock")
        self.layout_lock = QVBoxLayout(self.group_lock)
        self.layout_lock.setSpacing(8)
        self.layout_lock.setObjectName(u"layout_lock")
        self.layout_lock_fields = QGridLayout()
        self.layout_lock_fields.setObjectName(u"layout_lock_fields")
        self.layout_lock_fields.setHorizontalSpacing(10)
        self.layout_lock_fields.setVerticalSpacing(8)
        self.label_lock_minutes = QLabel(self.group_lock)
        self.label_lock_minutes.setObjectName(u"label_lock_minutes")
        self.label_lock_minutes.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_lock_fields.addWidget(self.label_lock_minutes, 0, 0, 1, 1)

        self.lock_minutes = QComboBox(self.group_lock)
        self.lock_minutes.setObjectName(u"lock_minutes")

        self.layout_lock_fields.addWidget(self.lock_minutes, 0, 1, 1, 1)

        self.layout_lock_fields.setColumnStretch(1, 1)

        self.layout_lock.addLayout(self.layout_lock_fields)

        self.layout_lock_now = QHBoxLayout()
        self.layout_lock_now.setSpacing(8)
        self.layout_lock_now.setObjectName(u"layout_lock_now")
        self.lock_now = QPushButton(self.group_lock)
        self.lock_now.setObjectName(u"lock_now")
        self.lock_now.setAutoDefault(False)

        self.layout_lock_now.addWidget(self.lock_now)

        self.spacer_lock = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_lock_now.addItem(self.spacer_lock)


        self.layout_lock.addLayout(self.layout_lock_now)

        self.label_lock_hint = QLabel(self.group_lock)
        self.label_lock_hint.setObjectName(u"label_lock_hint")
        self.label_lock_hint.setWordWrap(True)

        self.layout_lock.addWidget(self.label_lock_hint)


        self.layout_page.addWidget(self.group_lock)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

#if QT_CONFIG(shortcut)
        self.label_lock_minutes.setBuddy(self.lock_minutes)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.encrypt, self.set_password)
        QWidget.setTabOrder(self.set_password, self.change_password)
        QWidget.setTabOrder(self.change_password, self.new_recovery)
        QWidget.setTabOrder(self.new_recovery, self.take_off)
        QWidget.setTabOrder(self.take_off, self.lock_minutes)
        QWidget.setTabOrder(self.lock_minutes, self.lock_now)

        self.retranslateUi(SecuritySettings)
    # setupUi

    def retranslateUi(self, SecuritySettings):
        SecuritySettings.setWindowTitle(QCoreApplication.translate("SecuritySettings", u"\u5b89\u5168", None))
        self.group_password.setTitle(QCoreApplication.translate("SecuritySettings", u"\u5bc6\u7801\u548c\u52a0\u5bc6", None))
        self.label_state.setText("")
        self.label_state.setProperty(u"role", QCoreApplication.translate("SecuritySettings", u"state", None))
        self.label_meaning.setText("")
        self.label_meaning.setProperty(u"role", QCoreApplication.translate("SecuritySettings", u"grey", None))
        self.encrypt.setText(QCoreApplication.translate("SecuritySettings", u"\u52a0\u5bc6\u5355\u4f4d\u6570\u636e\u5e93\u2026", None))
        self.set_password.setText(QCoreApplication.translate("SecuritySettings", u"\u8bbe\u7f6e\u542f\u52a8\u5bc6\u7801\u2026", None))
        self.change_password.setText(QCoreApplication.translate("SecuritySettings", u"\u66f4\u6362\u5bc6\u7801\u2026", None))
        self.new_recovery.setText(QCoreApplication.translate("SecuritySettings", u"\u6362\u65b0\u6062\u590d\u5bc6\u94a5\u2026", None))
        self.take_off.setText(QCoreApplication.translate("SecuritySettings", u"\u53d6\u6d88\u5bc6\u7801\u2026", None))
        self.group_lock.setTitle(QCoreApplication.translate("SecuritySettings", u"\u95f2\u7f6e\u65f6\u9501\u5b9a\uff08\u8fd9\u53f0\u7535\u8111\uff09", None))
        self.label_lock_minutes.setText(QCoreApplication.translate("SecuritySettings", u"\u591a\u4e45\u4e0d\u7528\u5c31\u9501\u5b9a", None))
        self.lock_now.setText(QCoreApplication.translate("SecuritySettings", u"\u73b0\u5728\u9501\u5b9a\uff08Ctrl+Shift+K\uff09", None))
        self.label_lock_hint.setText("")
        self.label_lock_hint.setProperty(u"role", QCoreApplication.translate("SecuritySettings", u"grey", None))
    # retranslateUi
