# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'handover_make.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_HandoverMake(object):
    def setupUi(self, HandoverMake):
        if not HandoverMake.objectName():
            HandoverMake.setObjectName(u"HandoverMake")
        HandoverMake.resize(620, 240)
        self.layout_page = QVBoxLayout(HandoverMake)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(HandoverMake)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_span = QLabel(HandoverMake)
        self.label_span.setObjectName(u"label_span")
        self.label_span.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_span, 0, 0, 1, 1)

        self.span = ChoiceBox(HandoverMake)
        self.span.setObjectName(u"span")

        self.layout_fields.addWidget(self.span, 0, 1, 1, 2)

        self.label_folder = QLabel(HandoverMake)
        self.label_folder.setObjectName(u"label_folder")
        self.label_folder.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_folder, 1, 0, 1, 1)

        self.folder = TextLine(HandoverMake)
        self.folder.setObjectName(u"folder")

        self.layout_fields.addWidget(self.folder, 1, 1, 1, 1)

        self.choose_folder = QPushButton(HandoverMake)
        self.choose_folder.setObjectName(u"choose_folder")
        self.choose_folder.setAutoDefault(False)

        self.layout_fields.addWidget(self.choose_folder, 1, 2, 1, 1)


        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(HandoverMake)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(HandoverMake)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.make = QPushButton(HandoverMake)
        self.make.setObjectName(u"make")
        self.make.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:export.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.make.setIcon(icon)

        self.layout_buttons.addWidget(self.make)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_span.setBuddy(self.span)
        self.label_folder.setBuddy(self.folder)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.span, self.folder)
        QWidget.setTabOrder(self.folder, self.choose_folder)
        QWidget.setTabOrder(self.choose_folder, self.leave)
        QWidget.setTabOrder(self.leave, self.make)

        self.retranslateUi(HandoverMake)
    # setupUi

    def retranslateUi(self, HandoverMake):
        HandoverMake.setWindowTitle(QCoreApplication.translate("HandoverMake", u"\u5236\u4f5c\u4ea4\u63a5\u5305", None))
        self.label_lead.setText("")
        self.label_span.setText(QCoreApplication.translate("HandoverMake", u"\u4ea4\u63a5\u8303\u56f4(&G)", None))
        self.label_folder.setText(QCoreApplication.translate("HandoverMake", u"\u4fdd\u5b58\u5230 *", None))
        self.choose_folder.setText(QCoreApplication.translate("HandoverMake", u"\u6d4f\u89c8\u2026", None))
        self.label_notes.setText("")
        self.leave.setText(QCoreApplication.translate("HandoverMake", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.make.setText(QCoreApplication.translate("HandoverMake", u"\u5236\u4f5c\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
