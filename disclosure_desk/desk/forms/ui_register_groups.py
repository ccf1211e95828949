# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'register_groups.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QComboBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

class Ui_RegisterGroups(object):
    def setupUi(self, RegisterGroups):
        if not RegisterGroups.objectName():
            RegisterGroups.setObjectName(u"RegisterGroups")
        RegisterGroups.resize(520, 520)
        self.layout_page = QVBoxLayout(RegisterGroups)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_by = QHBoxLayout()
        self.layout_by.setSpacing(8)
        self.layout_by.setObjectName(u"layout_by")
        self.label_by = QLabel(RegisterGroups)
        self.label_by.setObjectName(u"label_by")

        self.layout_by.addWidget(self.label_by)

        self.by = QComboBox(RegisterGroups)
        self.by.setObjectName(u"by")
        self.by.setMinimumSize(QSize(180, 0))

        self.layout_by.addWidget(self.by)

        self.label_unit = QLabel(RegisterGroups)
        self.label_unit.setObjectName(u"label_unit")

        self.layout_by.addWidget(self.label_unit)

        self.unit = QComboBox(RegisterGroups)
        self.unit.setObjectName(u"unit")

        self.layout_by.addWidget(self.unit)

        self.spacer_by = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_by.addItem(self.spacer_by)


        self.layout_page.addLayout(self.layout_by)

        self.groups = QTableView(RegisterGroups)
        self.groups.setObjectName(u"groups")

        self.layout_page.addWidget(self.groups)

        self.label_sum = QLabel(RegisterGroups)
        self.label_sum.setObjectName(u"label_sum")
        self.label_sum.setWordWrap(True)

        self.layout_page.addWidget(self.label_sum)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.show_group = QPushButton(RegisterGroups)
        self.show_group.setObjectName(u"show_group")
        self.show_group.setAutoDefault(False)

        self.layout_buttons.addWidget(self.show_group)

        self.leave = QPushButton(RegisterGroups)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_by.setBuddy(self.by)
        self.label_unit.setBuddy(self.unit)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.by, self.unit)
        QWidget.setTabOrder(self.unit, self.groups)
        QWidget.setTabOrder(self.groups, self.show_group)
        QWidget.setTabOrder(self.show_group, self.leave)

        self.retranslateUi(RegisterGroups)
    # setupUi

    def retranslateUi(self, RegisterGroups):
        RegisterGroups.setWindowTitle(QCoreApplication.translate("RegisterGroups", u"\u5206\u7ec4", None))
        self.label_by.setText(QCoreApplication.translate("RegisterGroups", u"\u6309(&B)", None))
        self.label_unit.setText(QCoreApplication.translate("RegisterGroups", u"\u65e5\u671f\u6309(&U)", None))
#if QT_CONFIG(accessibility)
        self.groups.setAccessibleName(QCoreApplication.translate("RegisterGroups", u"\u5404\u7ec4\u7684\u4ef6\u6570", None))
#endif // QT_CONFIG(accessibility)
        self.label_sum.setText("")
        self.label_sum.setProperty(u"role", QCoreApplication.translate("RegisterGroups", u"grey", None))
        self.show_group.setText(QCoreApplication.translate("RegisterGroups", u"\u53ea\u770b\u8fd9\u4e00\u7ec4\uff08Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("RegisterGroups", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
