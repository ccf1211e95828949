# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'computer_settings.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QCheckBox, QComboBox, QGridLayout, QGroupBox,
    QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout,
    QWidget)

class Ui_ComputerSettings(object):
    def setupUi(self, ComputerSettings):
        if not ComputerSettings.objectName():
            ComputerSettings.setObjectName(u"ComputerSettings")
        ComputerSettings.resize(700, 520)
        self.layout_page = QVBoxLayout(ComputerSettings)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.group_look = QGroupBox(ComputerSettings)
        self.group_look.setObjectName(u"group_look")
        self.layout_look = QVBoxLayout(self.group_look)
        self.layout_look.setSpacing(8)
        self.layout_look.setObjectName(u"layout_look")
        self.layout_look_fields = QGridLayout()
        self.layout_look_fields.setSpacing(8)
        self.layout_look_fields.setObjectName(u"layout_look_fields")
        self.label_font_size = QLabel(self.group_look)
        self.label_font_size.setObjectName(u"label_font_size")

        self.layout_look_fields.addWidget(self.label_font_size, 0, 0, 1, 1)

        self.font_size = QComboBox(self.group_look)
        self.font_size.setObjectName(u"font_size")

        self.layout_look_fields.addWidget(self.font_size, 0, 1, 1, 1)

        self.label_look = QLabel(self.group_look)
        self.label_look.setObjectName(u"label_look")

        self.layout_look_fields.addWidget(self.label_look, 1, 0, 1, 1)

        self.look = QComboBox(self.group_look)
        self.look.setObjectName(u"look")

        self.layout_look_fields.addWidget(self.look, 1, 1, 1, 1)

        self.layout_look_fields.setColumnStretch(1, 1)

        self.layout_look.addLayout(self.layout_look_fields)

        self.label_look_hint = QLabel(self.group_look)
        self.label_look_hint.setObjectName(u"label_look_hint")
        self.label_look_hint.setWordWrap(True)

        self.layout_look.addWidget(self.label_look_hint)


        self.layout_page.addWidget(self.group_look)

        self.group_start = QGroupBox(ComputerSettings)
        self.group_start.setObjectName(u"group_start")
        self.layout_start = QVBoxLayout(self.group_start)
        self.layout_start.setSpacing(8)
        self.layout_start.setObjectName(u"layout_start")
        self.opens_last = QCheckBox(self.group_start)
        self.opens_last.setObjectName(u"opens_last")

        self.layout_start.addWidget(self.opens_last)


        self.layout_page.addWidget(self.group_start)

        self.group_folders = QGroupBox(ComputerSettings)
        self.group_folders.setObjectName(u"group_folders")
        self.layout_folders = QGridLayout(self.group_folders)
        self.layout_folders.setSpacing(8)
        self.layout_folders.setObjectName(u"layout_folders")
        self.label_letters = QLabel(self.group_folders)
        self.label_letters.setObjectName(u"label_letters")

        self.layout_folders.addWidget(self.label_letters, 0, 0, 1, 1)

        self.letters = QLineEdit(self.group_folders)
        self.letters.setObjectName(u"letters")
        self.letters.setReadOnly(True)

        self.layout_folders.addWidget(self.letters, 0, 1, 1, 1)

        self.choose_letters = QPushButton(self.group_folders)
        self.choose_letters.setObjectName(u"choose_letters")
        self.choose_letters.setAutoDefault(False)

        self.layout_folders.addWidget(self.choose_letters, 0, 2, 1, 1)

        self.label_templates = QLabel(self.group_folders)
        self.label_templates.setObjectName(u"label_templates")

        self.layout_folders.addWidget(self.label_templates, 1, 0, 1, 1)

        self.templates = QLineEdit(self.group_folders)
        self.templates.setObjectName(u"templates")
        self.templates.setReadOnly(True)

        self.layout_folders.addWidget(self.templates, 1, 1, 1, 1)

        self.choose_templates = QPushButton(self.group_folders)
        self.choose_templates.setObjectName(u"choose_templates")
        self.choose_templates.setAutoDefault(False)

        self.layout_folders.addWidget(self.choose_templates, 1, 2, 1, 1)

        self.label_backups = QLabel(self.group_folders)
        self.label_backups.setObjectName(u"label_backups")

        self.layout_folders.addWidget(self.label_backups, 2, 0, 1, 1)

        self.backups = QLineEdit(self.group_folders)
        self.backups.setObjectName(u"backups")
        self.backups.setReadOnly(True)

        self.layout_folders.addWidget(self.backups, 2, 1, 1, 1)

        self.choose_backups = QPushButton(self.group_folders)
        self.choose_backups.setObjectName(u"choose_backups")
        self.choose_backups.setAutoDefault(False)

        self.layout_folders.addWidget(self.choose_backups, 2, 2, 1, 1)

        self.label_second = QLabel(self.group_folders)
        self.label_second.setObjectName(u"label_second")

        self.layout_folders.addWidget(self.label_second, 3, 0, 1, 1)

        self.second = QLineEdit(self.group_folders)
        self.second.setObjectName(u"second")
        self.second.setReadOnly(True)

        self.layout_folders.addWidget(self.second, 3, 1, 1, 1)

        self.choose_second = QPushButton(self.group_folders)
        self.choose_second.setObjectName(u"choose_second")
        self.choose_second.setAutoDefault(False)

        self.layout_folders.addWidget(self.choose_second, 3, 2, 1, 1)

        self.label_second_days = QLabel(self.group_folders)
        self.label_second_days.setObjectName(u"label_second_days")

        self.layout_folders.addWidget(self.label_second_days, 4, 0, 1, 1)

        self.layout_second_days = QHBoxLayout()
        self.layout_second_days.setSpacing(8)
        self.layout_second_days.setObjectName(u"layout_second_days")
        self.second_days = QComboBox(self.group_folders)
        self.second_days.setObjectName(u"second_days")

        self.layout_second_days.addWidget(self.second_days)

        self.label_second_old = QLabel(self.group_folders)
        self.label_second_old.setObjectName(u"label_second_old")

        self.layout_second_days.addWidget(self.label_second_old)

        self.spacer_second_days = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_second_days.addItem(self.spacer_second_days)


        self.layout_folders.addLayout(self.layout_second_days, 4, 1, 1, 1)

        self.leave_second = QPushButton(self.group_folders)
        self.leave_second.setObjectName(u"leave_second")
        self.leave_second.setAutoDefault(False)

        self.layout_folders.addWidget(self.leave_second, 4, 2, 1, 1)


        self.layout_page.addWidget(self.group_folders)

        self.group_backup = QGroupBox(ComputerSettings)
        self.group_backup.setObjectName(u"group_backup")
        self.layout_backup = QVBoxLayout(self.group_backup)
        self.layout_backup.setSpacing(8)
        self.layout_backup.setObjectName(u"layout_backup")
        self.label_backup = QLabel(self.group_backup)
        self.label_backup.setObjectName(u"label_backup")
        self.label_backup.setWordWrap(True)

        self.layout_backup.addWidget(self.label_backup)

        self.layout_backup_buttons = QHBoxLayout()
        self.layout_backup_buttons.setSpacing(8)
        self.layout_backup_buttons.setObjectName(u"layout_backup_buttons")
        self.back_up = QPushButton(self.group_backup)
        self.back_up.setObjectName(u"back_up")
        self.back_up.setAutoDefault(False)

        self.layout_backup_buttons.addWidget(self.back_up)

        self.restore_backup = QPushButton(self.group_backup)
        self.restore_backup.setObjectName(u"restore_backup")
        self.restore_backup.setAutoDefault(False)

        self.layout_backup_buttons.addWidget(self.restore_backup)

        self.show_calendar = QPushButton(self.group_backup)
        self.show_calendar.setObjectName(u"show_calendar")
        self.show_calendar.setAutoDefault(False)

        self.layout_backup_buttons.addWidget(self.show_calendar)

        self.spacer_backup = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_backup_buttons.addItem(self.spacer_backup)


        self.layout_backup.addLayout(self.layout_backup_buttons)


        self.layout_page.addWidget(self.group_backup)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

#if QT_CONFIG(shortcut)
        self.label_font_size.setBuddy(self.font_size)
        self.label_look.setBuddy(self.look)
        self.label_letters.setBuddy(self.letters)
        self.label_templates.setBuddy(self.templates)
        self.label_backups.setBuddy(self.backups)
        self.label_second.setBuddy(self.second)
        self.label_second_days.setBuddy(self.second_days)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.font_size, self.look)
        QWidget.setTabOrder(self.look, self.opens_last)
        QWidget.setTabOrder(self.opens_last, self.letters)
        QWidget.setTabOrder(self.letters, self.choose_letters)
        QWidget.setTabOrder(self.choose_letters, self.templates)
        QWidget.setTabOrder(self.templates, self.choose_templates)
        QWidget.setTabOrder(self.choose_templates, self.backups)
        QWidget.setTabOrder(self.backups, self.choose_backups)
        QWidget.setTabOrder(self.choose_backups, self.second)
        QWidget.setTabOrder(self.second, self.choose_second)
        QWidget.setTabOrder(self.choose_second, self.second_days)
        QWidget.setTabOrder(self.second_days, self.leave_second)
        QWidget.setTabOrder(self.leave_second, self.back_up)
        QWidget.setTabOrder(self.back_up, self.restore_backup)
        QWidget.setTabOrder(self.restore_backup, self.show_calendar)

        self.retranslateUi(ComputerSettings)
    # setupUi

    def retranslateUi(self, ComputerSettings):
        ComputerSettings.setWindowTitle(QCoreApplication.translate("ComputerSettings", u"\u8fd9\u53f0\u7535\u8111", None))
        self.group_look.setTitle(QCoreApplication.translate("ComputerSettings", u"\u5916\u89c2", None))
        self.label_font_size.setText(QCoreApplication.translate("ComputerSettings", u"\u5b57\u53f7", None))
        self.label_look.setText(QCoreApplication.translate("ComputerSettings", u"\u989c\u8272", None))
        self.label_look_hint.setText(QCoreApplication.translate("ComputerSettings", u"\u9a6c\u4e0a\u751f\u6548\u3002\u5b57\u53f7\u4e5f\u53ef\u4ee5\u7528 Ctrl+=\u3001Ctrl+-\u3001Ctrl+0 \u8c03\u6574\u3002", None))
        self.label_look_hint.setProperty(u"role", QCoreApplication.translate("ComputerSettings", u"grey", None))
        self.group_start.setTitle(QCoreApplication.translate("ComputerSettings", u"\u542f\u52a8", None))
        self.opens_last.setText(QCoreApplication.translate("ComputerSettings", u"\u542f\u52a8\u65f6\u6253\u5f00\u4e0a\u6b21\u7684\u5355\u4f4d\u6570\u636e\u5e93", None))
        self.group_folders.setTitle(QCoreApplication.translate("ComputerSettings", u"\u6587\u4ef6\u5939", None))
        self.label_letters.setText(QCoreApplication.translate("ComputerSettings", u"\u6587\u4e66\u4fdd\u5b58\u5230", None))
        self.letters.setPlaceholderText(QCoreApplication.translate("ComputerSettings", u"\u6ca1\u6709\u6307\u5b9a", None))
        self.choose_letters.setText(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u2026", None))
#if QT_CONFIG(accessibility)
        self.choose_letters.setAccessibleName(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u6587\u4ef6\u5939\uff1a\u6587\u4e66\u4fdd\u5b58\u5230", None))
#endif // QT_CONFIG(accessibility)
        self.label_templates.setText(QCoreApplication.translate("ComputerSettings", u"\u6587\u4e66\u6a21\u677f", None))
        self.templates.setPlaceholderText(QCoreApplication.translate("ComputerSettings", u"\u6ca1\u6709\u6307\u5b9a", None))
        self.choose_templates.setText(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u2026", None))
#if QT_CONFIG(accessibility)
        self.choose_templates.setAccessibleName(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u6587\u4ef6\u5939\uff1a\u6587\u4e66\u6a21\u677f", None))
#endif // QT_CONFIG(accessibility)
        self.label_backups.setText(QCoreApplication.translate("ComputerSettings", u"\u5907\u4efd\u5230", None))
        self.backups.setPlaceholderText(QCoreApplication.translate("ComputerSettings", u"\u6ca1\u6709\u6307\u5b9a\uff0c\u81ea\u52a8\u5907\u4efd\u5728\u5355\u4f4d\u6570\u636e\u5e93\u65c1\u8fb9\u7684\u201c\u5907\u4efd\u201d\u6587\u4ef6\u5939\u91cc", None))
        self.choose_backups.setText(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u2026", None))
#if QT_CONFIG(accessibility)
        self.choose_backups.setAccessibleName(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u6587\u4ef6\u5939\uff1a\u5907\u4efd\u5230", None))
#endif // QT_CONFIG(accessibility)
        self.label_second.setText(QCoreApplication.translate("ComputerSettings", u"\u7b2c\u4e8c\u5904\u5907\u4efd", None))
        self.second.setPlaceholderText(QCoreApplication.translate("ComputerSettings", u"\u6ca1\u6709\u6307\u5b9a\uff1bU\u76d8\u6216\u53e6\u4e00\u53f0\u7535\u8111\u7684\u5171\u4eab\uff0c\u81ea\u52a8\u518d\u5b58\u4e00\u4efd", None))
        self.choose_second.setText(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u2026", None))
#if QT_CONFIG(accessibility)
        self.choose_second.setAccessibleName(QCoreApplication.translate("ComputerSettings", u"\u9009\u62e9\u6587\u4ef6\u5939\uff1a\u7b2c\u4e8c\u5904\u5907\u4efd", None))
#endif // QT_CONFIG(accessibility)
        self.label_second_days.setText(QCoreApplication.translate("ComputerSettings", u"\u7b2c\u4e8c\u5904\u8d85\u8fc7", None))
#if QT_CONFIG(accessibility)
        self.second_days.setAccessibleName(QCoreApplication.translate("ComputerSettings", u"\u7b2c\u4e8c\u5904\u8d85\u8fc7\u51e0\u5929\u6ca1\u6709\u5907\u4efd\u5c31\u63d0\u9192", None))
#endif // QT_CONFIG(accessibility)
        self.label_second_old.setText(QCoreApplication.translate("ComputerSettings", u"\u6ca1\u6709\u5907\u4efd\u5c31\u63d0\u9192", None))
        self.leave_second.setText(QCoreApplication.translate("ComputerSettings", u"\u4e0d\u7528", None))
#if QT_CONFIG(accessibility)
        self.leave_second.setAccessibleName(QCoreApplication.translate("ComputerSettings", u"\u4e0d\u7528\u7b2c\u4e8c\u5904\u5907\u4efd", None))
#endif // QT_CONFIG(accessibility)
        self.group_backup.setTitle(QCoreApplication.translate("ComputerSettings", u"\u5907\u4efd\u548c\u8282\u5047\u65e5", None))
        self.label_backup.setText("")
        self.back_up.setText(QCoreApplication.translate("ComputerSettings", u"\u5907\u4efd\u2026", None))
        self.restore_backup.setText(QCoreApplication.translate("ComputerSettings", u"\u6062\u590d\u5907\u4efd\u2026", None))
        self.show_calendar.setText(QCoreApplication.translate("ComputerSettings", u"\u8282\u5047\u65e5\u2026", None))
    # retranslateUi
