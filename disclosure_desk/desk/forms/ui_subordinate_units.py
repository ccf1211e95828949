# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'subordinate_units.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.long_text import LongText

class Ui_SubordinateUnits(object):
    def setupUi(self, SubordinateUnits):
        if not SubordinateUnits.objectName():
            SubordinateUnits.setObjectName(u"SubordinateUnits")
        SubordinateUnits.resize(560, 480)
        self.layout_page = QVBoxLayout(SubordinateUnits)
        self.layout_page.setObjectName(u"layout_page")
        self.label_lead = QLabel(SubordinateUnits)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.label_units = QLabel(SubordinateUnits)
        self.label_units.setObjectName(u"label_units")

        self.layout_page.addWidget(self.label_units)

        self.units = LongText(SubordinateUnits)
        self.units.setObjectName(u"units")

        self.layout_page.addWidget(self.units)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer)

        self.leave = QPushButton(SubordinateUnits)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.keep = QPushButton(SubordinateUnits)
        self.keep.setObjectName(u"keep")
        self.keep.setAutoDefault(False)

        self.layout_buttons.addWidget(self.keep)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_units.setBuddy(self.units)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.units, self.leave)
        QWidget.setTabOrder(self.leave, self.keep)

        self.retranslateUi(SubordinateUnits)
    # setupUi

    def retranslateUi(self, SubordinateUnits):
        SubordinateUnits.setWindowTitle(QCoreApplication.translate("SubordinateUnits", u"\u4e0b\u5c5e\u5355\u4f4d", None))
        self.label_lead.setText(QCoreApplication.translate("SubordinateUnits", u"\u6bcf\u884c\u4e00\u4e2a\u5355\u4f4d\uff0c\u540d\u79f0\u4e0e\u62a5\u544a\u6807\u9898\u91cc\u7684\u4e00\u81f4\u3002\u5782\u76f4\u7ba1\u7406\u5355\u4f4d\uff08\u6d77\u5173\u3001\u7a0e\u52a1\u7b49\uff09\u5411\u4e0a\u7ea7\u62a5\u544a\uff0c\u4e0d\u8ba1\u5165\u6c47\u603b\uff0c\u5728\u540d\u79f0\u540e\u9762\u52a0\u201c\uff08\u5782\u76f4\uff09\u201d\u3002", None))
        self.label_units.setText(QCoreApplication.translate("SubordinateUnits", u"\u5355\u4f4d(&U)", None))
        self.leave.setText(QCoreApplication.translate("SubordinateUnits", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.keep.setText(QCoreApplication.translate("SubordinateUnits", u"\u4fdd\u5b58\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
