# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'privacy_settings.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QGroupBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.figure_edit import WholeNumberEdit
from disclosure_desk.desk.widgets.lines_table import LinesTable
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox

class Ui_PrivacySettings(object):
    def setupUi(self, PrivacySettings):
        if not PrivacySettings.objectName():
            PrivacySettings.setObjectName(u"PrivacySettings")
        PrivacySettings.resize(700, 560)
        self.layout_page = QVBoxLayout(PrivacySettings)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.group_period = QGroupBox(PrivacySettings)
        self.group_period.setObjectName(u"group_period")
        self.layout_period = QVBoxLayout(self.group_period)
        self.layout_period.setSpacing(8)
        self.layout_period.setObjectName(u"layout_period")
        self.layout_years = QHBoxLayout()
        self.layout_years.setSpacing(8)
        self.layout_years.setObjectName(u"layout_years")
        self.label_years = QLabel(self.group_period)
        self.label_years.setObjectName(u"label_years")

        self.layout_years.addWidget(self.label_years)

        self.years = WholeNumberEdit(self.group_period)
        self.years.setObjectName(u"years")
        self.years.setMaximumSize(QSize(70, 16777215))

        self.layout_years.addWidget(self.years)

        self.label_unit = QLabel(self.group_period)
        self.label_unit.setObjectName(u"label_unit")

        self.layout_years.addWidget(self.label_unit)

        self.save_period = QPushButton(self.group_period)
        self.save_period.setObjectName(u"save_period")
        self.save_period.setAutoDefault(False)

        self.layout_years.addWidget(self.save_period)

        self.spacer_years = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_years.addItem(self.spacer_years)


        self.layout_period.addLayout(self.layout_years)

        self.label_meaning = QLabel(self.group_period)
        self.label_meaning.setObjectName(u"label_meaning")
        self.label_meaning.setWordWrap(True)

        self.layout_period.addWidget(self.label_meaning)


        self.layout_page.addWidget(self.group_period)

        self.group_due = QGroupBox(PrivacySettings)
        self.group_due.setObjectName(u"group_due")
        self.layout_due = QVBoxLayout(self.group_due)
        self.layout_due.setSpacing(8)
        self.layout_due.setObjectName(u"layout_due")
        self.label_due = QLabel(self.group_due)
        self.label_due.setObjectName(u"label_due")
        self.label_due.setWordWrap(True)

        self.layout_due.addWidget(self.label_due)

        self.due = LinesTable(self.group_due)
        self.due.setObjectName(u"due")
        self.due.setMinimumSize(QSize(0, 150))

        self.layout_due.addWidget(self.due)

        self.layout_clear = QHBoxLayout()
        self.layout_clear.setSpacing(8)
        self.layout_clear.setObjectName(u"layout_clear")
        self.with_texts = YesNoBox(self.group_due)
        self.with_texts.setObjectName(u"with_texts")

        self.layout_clear.addWidget(self.with_texts)

        self.spacer_clear = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_clear.addItem(self.spacer_clear)

        self.clear = QPushButton(self.group_due)
        self.clear.setObjectName(u"clear")
        self.clear.setAutoDefault(False)

        self.layout_clear.addWidget(self.clear)


        self.layout_due.addLayout(self.layout_clear)


        self.layout_page.addWidget(self.group_due)

        self.group_copy = QGroupBox(PrivacySettings)
        self.group_copy.setObjectName(u"group_copy")
        self.layout_copy = QVBoxLayout(self.group_copy)
        self.layout_copy.setSpacing(8)
        self.layout_copy.setObjectName(u"layout_copy")
        self.label_copy = QLabel(self.group_copy)
        self.label_copy.setObjectName(u"label_copy")
        self.label_copy.setWordWrap(True)

        self.layout_copy.addWidget(self.label_copy)

        self.layout_save = QHBoxLayout()
        self.layout_save.setSpacing(8)
        self.layout_save.setObjectName(u"layout_save")
        self.keep_texts = YesNoBox(self.group_copy)
        self.keep_texts.setObjectName(u"keep_texts")

        self.layout_save.addWidget(self.keep_texts)

        self.spacer_copy = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_save.addItem(self.spacer_copy)

        self.save_copy = QPushButton(self.group_copy)
        self.save_copy.setObjectName(u"save_copy")
        self.save_copy.setAutoDefault(False)

        self.layout_save.addWidget(self.save_copy)


        self.layout_copy.addLayout(self.layout_save)


        self.layout_page.addWidget(self.group_copy)

        self.spacer_page = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

#if QT_CONFIG(shortcut)
        self.label_years.setBuddy(self.years)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.years, self.save_period)
        QWidget.setTabOrder(self.save_period, self.due)
        QWidget.setTabOrder(self.due, self.with_texts)
        QWidget.setTabOrder(self.with_texts, self.clear)
        QWidget.setTabOrder(self.clear, self.keep_texts)
        QWidget.setTabOrder(self.keep_texts, self.save_copy)

        self.retranslateUi(PrivacySettings)
    # setupUi

    def retranslateUi(self, PrivacySettings):
        PrivacySettings.setWindowTitle(QCoreApplication.translate("PrivacySettings", u"\u4e2a\u4eba\u4fe1\u606f", None))
        self.group_period.setTitle(QCoreApplication.translate("PrivacySettings", u"\u4fdd\u5b58\u671f\u9650", None))
        self.label_years.setText(QCoreApplication.translate("PrivacySettings", u"\u529e\u7ed3\u540e\u4fdd\u5b58", None))
#if QT_CONFIG(accessibility)
        self.years.setAccessibleName(QCoreApplication.translate("PrivacySettings", u"\u4e2a\u4eba\u4fe1\u606f\u4fdd\u5b58\u5e74\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_unit.setText(QCoreApplication.translate("PrivacySettings", u"\u5e74", None))
        self.save_period.setText(QCoreApplication.translate("PrivacySettings", u"\u4fdd\u5b58\u8fd9\u4e2a\u671f\u9650", None))
        self.label_meaning.setText("")
        self.label_meaning.setProperty(u"role", QCoreApplication.translate("PrivacySettings", u"grey", None))
        self.group_due.setTitle(QCoreApplication.translate("PrivacySettings", u"\u8d85\u8fc7\u671f\u9650\u7684\u7533\u8bf7", None))
        self.label_due.setText("")
#if QT_CONFIG(accessibility)
        self.due.setAccessibleName(QCoreApplication.translate("PrivacySettings", u"\u8d85\u8fc7\u4fdd\u5b58\u671f\u9650\u7684\u7533\u8bf7", None))
#endif // QT_CONFIG(accessibility)
        self.with_texts.setText(QCoreApplication.translate("PrivacySettings", u"\u7533\u8bf7\u5185\u5bb9\u3001\u5907\u6ce8\u548c\u7406\u7531\u4e5f\u6574\u6bb5\u6e05\u9664", None))
        self.clear.setText(QCoreApplication.translate("PrivacySettings", u"\u6e05\u9664\u4e2a\u4eba\u4fe1\u606f\u2026", None))
        self.group_copy.setTitle(QCoreApplication.translate("PrivacySettings", u"\u8131\u654f\u526f\u672c", None))
        self.label_copy.setText("")
        self.label_copy.setProperty(u"role", QCoreApplication.translate("PrivacySettings", u"grey", None))
        self.keep_texts.setText(QCoreApplication.translate("PrivacySettings", u"\u4fdd\u7559\u7533\u8bf7\u5185\u5bb9\u7b49\u6587\u5b57\uff0c\u9690\u53bb\u5176\u4e2d\u7684\u59d3\u540d\u3001\u53f7\u7801\u548c\u5730\u5740", None))
        self.save_copy.setText(QCoreApplication.translate("PrivacySettings", u"\u53e6\u5b58\u8131\u654f\u526f\u672c\u2026", None))
    # retranslateUi
