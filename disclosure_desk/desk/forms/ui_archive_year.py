# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'archive_year.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox

class Ui_ArchiveYear(object):
    def setupUi(self, ArchiveYear):
        if not ArchiveYear.objectName():
            ArchiveYear.setObjectName(u"ArchiveYear")
        ArchiveYear.resize(760, 230)
        self.layout_page = QVBoxLayout(ArchiveYear)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(ArchiveYear)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)
        self.label_lead.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_folder = QLabel(ArchiveYear)
        self.label_folder.setObjectName(u"label_folder")
        self.label_folder.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_folder, 0, 0, 1, 1)

        self.folder = TextLine(ArchiveYear)
        self.folder.setObjectName(u"folder")

        self.layout_fields.addWidget(self.folder, 0, 1, 1, 1)

        self.choose_folder = QPushButton(ArchiveYear)
        self.choose_folder.setObjectName(u"choose_folder")
        self.choose_folder.setAutoDefault(False)

        self.layout_fields.addWidget(self.choose_folder, 0, 2, 1, 1)

        self.personal = YesNoBox(ArchiveYear)
        self.personal.setObjectName(u"personal")

        self.layout_fields.addWidget(self.personal, 1, 1, 1, 2)


        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(ArchiveYear)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.PlainText)

        self.layout_page.addWidget(self.label_notes)

        self.spacer_page = QSpacerItem(20, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.open_folder = QPushButton(ArchiveYear)
        self.open_folder.setObjectName(u"open_folder")
        self.open_folder.setAutoDefault(False)

        self.layout_buttons.addWidget(self.open_folder)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(ArchiveYear)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.archive_year = QPushButton(ArchiveYear)
        self.archive_year.setObjectName(u"archive_year")
        self.archive_year.setAutoDefault(False)

        self.layout_buttons.addWidget(self.archive_year)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_folder.setBuddy(self.folder)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.folder, self.choose_folder)
        QWidget.setTabOrder(self.choose_folder, self.personal)
        QWidget.setTabOrder(self.personal, self.open_folder)
        QWidget.setTabOrder(self.open_folder, self.leave)
        QWidget.setTabOrder(self.leave, self.archive_year)

        self.retranslateUi(ArchiveYear)
    # setupUi

    def retranslateUi(self, ArchiveYear):
        ArchiveYear.setWindowTitle(QCoreApplication.translate("ArchiveYear", u"\u5e74\u5ea6\u5f52\u6863", None))
        self.label_lead.setText("")
        self.label_folder.setText(QCoreApplication.translate("ArchiveYear", u"\u5f52\u6863\u5230 *", None))
        self.choose_folder.setText(QCoreApplication.translate("ArchiveYear", u"\u6d4f\u89c8\u2026", None))
        self.personal.setText(QCoreApplication.translate("ArchiveYear", u"\u5305\u542b\u8bc1\u4ef6\u53f7\u7801\u3001\u8054\u7cfb\u7535\u8bdd\u548c\u8054\u7cfb\u5730\u5740\uff08\u5c06\u8bb0\u5165\u4fee\u6539\u8bb0\u5f55\uff09", None))
        self.label_notes.setText("")
        self.open_folder.setText(QCoreApplication.translate("ArchiveYear", u"\u6253\u5f00\u5f52\u6863\u7684\u6587\u4ef6\u5939(&D)", None))
        self.leave.setText(QCoreApplication.translate("ArchiveYear", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.archive_year.setText(QCoreApplication.translate("ArchiveYear", u"\u5f52\u6863\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
