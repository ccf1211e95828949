# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'export_year.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPlainTextEdit,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox

class Ui_ExportYear(object):
    def setupUi(self, ExportYear):
        if not ExportYear.objectName():
            ExportYear.setObjectName(u"ExportYear")
        ExportYear.resize(660, 230)
        self.layout_page = QVBoxLayout(ExportYear)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(ExportYear)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_edition = QLabel(ExportYear)
        self.label_edition.setObjectName(u"label_edition")
        self.label_edition.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_edition, 0, 0, 1, 1)

        self.edition = ChoiceBox(ExportYear)
        self.edition.setObjectName(u"edition")

        self.layout_fields.addWidget(self.edition, 0, 1, 1, 2)

        self.label_folder = QLabel(ExportYear)
        self.label_folder.setObjectName(u"label_folder")
        self.label_folder.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_folder, 1, 0, 1, 1)

        self.folder = TextLine(ExportYear)
        self.folder.setObjectName(u"folder")

        self.layout_fields.addWidget(self.folder, 1, 1, 1, 1)

        self.choose_folder = QPushButton(ExportYear)
        self.choose_folder.setObjectName(u"choose_folder")
        self.choose_folder.setAutoDefault(False)

        self.layout_fields.addWidget(self.choose_folder, 1, 2, 1, 1)

        self.personal = YesNoBox(ExportYear)
        self.personal.setObjectName(u"personal")

        self.layout_fields.addWidget(self.personal, 2, 1, 1, 2)


        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(ExportYear)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.label_findings = QLabel(ExportYear)
        self.label_findings.setObjectName(u"label_findings")
        self.label_findings.setWordWrap(True)

        self.layout_page.addWidget(self.label_findings)

        self.findings = QPlainTextEdit(ExportYear)
        self.findings.setObjectName(u"findings")
        self.findings.setReadOnly(True)
        self.findings.setTabChangesFocus(True)
        self.findings.setMinimumSize(QSize(0, 120))

        self.layout_page.addWidget(self.findings)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(ExportYear)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.export_files = QPushButton(ExportYear)
        self.export_files.setObjectName(u"export_files")
        self.export_files.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:export.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.export_files.setIcon(icon)

        self.layout_buttons.addWidget(self.export_files)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_edition.setBuddy(self.edition)
        self.label_folder.setBuddy(self.folder)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.edition, self.folder)
        QWidget.setTabOrder(self.folder, self.choose_folder)
        QWidget.setTabOrder(self.choose_folder, self.personal)
        QWidget.setTabOrder(self.personal, self.findings)
        QWidget.setTabOrder(self.findings, self.export_files)
        QWidget.setTabOrder(self.export_files, self.leave)

        self.retranslateUi(ExportYear)
    # setupUi

    def retranslateUi(self, ExportYear):
        ExportYear.setWindowTitle(QCoreApplication.translate("ExportYear", u"\u5bfc\u51fa", None))
        self.label_lead.setText("")
        self.label_edition.setText(QCoreApplication.translate("ExportYear", u"\u62a5\u544a\u683c\u5f0f(&G)", None))
        self.label_folder.setText(QCoreApplication.translate("ExportYear", u"\u4fdd\u5b58\u5230 *", None))
        self.choose_folder.setText(QCoreApplication.translate("ExportYear", u"\u6d4f\u89c8\u2026", None))
        self.personal.setText(QCoreApplication.translate("ExportYear", u"\u53f0\u8d26\u5305\u542b\u8bc1\u4ef6\u53f7\u7801\u3001\u8054\u7cfb\u7535\u8bdd\u548c\u8054\u7cfb\u5730\u5740\uff08\u5c06\u8bb0\u5165\u4fee\u6539\u8bb0\u5f55\uff09", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("ExportYear", u"problem", None))
        self.label_findings.setText("")
        self.leave.setText(QCoreApplication.translate("ExportYear", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.export_files.setText(QCoreApplication.translate("ExportYear", u"\u5bfc\u51fa\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
