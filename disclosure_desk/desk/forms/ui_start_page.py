# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'start_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

class Ui_StartPage(object):
    def setupUi(self, StartPage):
        if not StartPage.objectName():
            StartPage.setObjectName(u"StartPage")
        StartPage.resize(900, 600)
        self.layout_page = QVBoxLayout(StartPage)
        self.layout_page.setSpacing(14)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(24, 24, 24, 24)
        self.spacer_top = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_top)

        self.label_heading = QLabel(StartPage)
        self.label_heading.setObjectName(u"label_heading")
        self.label_heading.setAlignment(Qt.AlignmentFlag.AlignCenter)

        self.layout_page.addWidget(self.label_heading)

        self.label_lead = QLabel(StartPage)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.label_problem = QLabel(StartPage)
        self.label_problem.setObjectName(u"label_problem")
        self.label_problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.label_problem.setWordWrap(True)

        self.layout_page.addWidget(self.label_problem)

        self.layout_choices = QHBoxLayout()
        self.layout_choices.setSpacing(8)
        self.layout_choices.setObjectName(u"layout_choices")
        self.spacer_left = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_choices.addItem(self.spacer_left)

        self.layout_buttons = QVBoxLayout()
        self.layout_buttons.setSpacing(10)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.found_office = QPushButton(StartPage)
        self.found_office.setObjectName(u"found_office")
        self.found_office.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:new.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.found_office.setIcon(icon)
        self.found_office.setMinimumSize(QSize(340, 44))

        self.layout_buttons.addWidget(self.found_office)

        self.open_office = QPushButton(StartPage)
        self.open_office.setObjectName(u"open_office")
        self.open_office.setAutoDefault(False)
        icon1 = QIcon()
        icon1.addFile(u"icons:open.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.open_office.setIcon(icon1)
        self.open_office.setMinimumSize(QSize(340, 44))

        self.layout_buttons.addWidget(self.open_office)

        self.view_sample = QPushButton(StartPage)
        self.view_sample.setObjectName(u"view_sample")
        self.view_sample.setAutoDefault(False)
        icon2 = QIcon()
        icon2.addFile(u"icons:sample.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.view_sample.setIcon(icon2)
        self.view_sample.setMinimumSize(QSize(340, 44))

        self.layout_buttons.addWidget(self.view_sample)


        self.layout_choices.addLayout(self.layout_buttons)

        self.spacer_right = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_choices.addItem(self.spacer_right)


        self.layout_page.addLayout(self.layout_choices)

        self.layout_recent_row = QHBoxLayout()
        self.layout_recent_row.setSpacing(8)
        self.layout_recent_row.setObjectName(u"layout_recent_row")
        self.spacer_recent_left = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_recent_row.addItem(self.spacer_recent_left)

        self.layout_recent = QVBoxLayout()
        self.layout_recent.setSpacing(4)
        self.layout_recent.setObjectName(u"layout_recent")
        self.label_recent = QLabel(StartPage)
        self.label_recent.setObjectName(u"label_recent")

        self.layout_recent.addWidget(self.label_recent)


        self.layout_recent_row.addLayout(self.layout_recent)

        self.spacer_recent_right = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_recent_row.addItem(self.spacer_recent_right)


        self.layout_page.addLayout(self.layout_recent_row)

        self.spacer_bottom = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_bottom)

        QWidget.setTabOrder(self.found_office, self.open_office)
        QWidget.setTabOrder(self.open_office, self.view_sample)

        self.retranslateUi(StartPage)
    # setupUi

    def retranslateUi(self, StartPage):
        StartPage.setWindowTitle(QCoreApplication.translate("StartPage", u"\u5f00\u59cb", None))
        self.label_heading.setText(QCoreApplication.translate("StartPage", u"\u4fe1\u606f\u516c\u5f00\u5de5\u4f5c\u53f0", None))
        self.label_heading.setProperty(u"role", QCoreApplication.translate("StartPage", u"heading", None))
        self.label_lead.setText(QCoreApplication.translate("StartPage", u"\u5e73\u65f6\u767b\u8bb0\u4e3b\u52a8\u516c\u5f00\u3001\u4f9d\u7533\u8bf7\u516c\u5f00\u3001\u590d\u8bae\u8bc9\u8bbc\u548c\u586b\u62a5\u6570\u636e\uff0c\u5e74\u5e95\u76f4\u63a5\u5f97\u5230\u7edf\u8ba1\u8868\u548c\u5de5\u4f5c\u5e74\u5ea6\u62a5\u544a\u3002", None))
        self.label_lead.setProperty(u"role", QCoreApplication.translate("StartPage", u"grey", None))
        self.label_problem.setText("")
        self.label_problem.setProperty(u"role", QCoreApplication.translate("StartPage", u"problem", None))
        self.found_office.setText(QCoreApplication.translate("StartPage", u"\u65b0\u5efa\u5355\u4f4d\u6570\u636e\u5e93\u2026", None))
        self.open_office.setText(QCoreApplication.translate("StartPage", u"\u6253\u5f00\u5df2\u6709\u7684\u6570\u636e\u5e93\u2026", None))
        self.view_sample.setText(QCoreApplication.translate("StartPage", u"\u67e5\u770b\u793a\u4f8b\u5355\u4f4d", None))
        self.label_recent.setText(QCoreApplication.translate("StartPage", u"\u6700\u8fd1\u6253\u5f00", None))
        self.label_recent.setProperty(u"role", QCoreApplication.translate("StartPage", u"grey", None))
    # retranslateUi
