# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'export_year.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QGridLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.lines_table import LinesTable
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox

class Ui_ExportYear(object):
    def setupUi(self, ExportYear):
        if not ExportYear.objectName():
            ExportYear.setObjectName(u"ExportYear")
        ExportYear.resize(820, 230)
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

        self.pdf = YesNoBox(ExportYear)
        self.pdf.setObjectName(u"pdf")

        self.layout_fields.addWidget(self.pdf, 3, 1, 1, 2)


        self.layout_page.addLayout(self.layout_fields)

        self.label_notes = QLabel(ExportYear)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.label_findings = QLabel(ExportYear)
        self.label_findings.setObjectName(u"label_findings")
        self.label_findings.setWordWrap(True)

        self.layout_page.addWidget(self.label_findings)

        self.findings = LinesTable(ExportYear)
        self.findings.setObjectName(u"findings")
        self.findings.setMinimumSize(QSize(0, 170))

        self.layout_page.addWidget(self.findings)

        self.layout_reason = QHBoxLayout()
        self.layout_reason.setObjectName(u"layout_reason")
        self.label_reason = QLabel(ExportYear)
        self.label_reason.setObjectName(u"label_reason")

        self.layout_reason.addWidget(self.label_reason)

        self.reason = TextLine(ExportYear)
        self.reason.setObjectName(u"reason")

        self.layout_reason.addWidget(self.reason)

        self.keep_reason = QPushButton(ExportYear)
        self.keep_reason.setObjectName(u"keep_reason")
        self.keep_reason.setAutoDefault(False)

        self.layout_reason.addWidget(self.keep_reason)


        self.layout_page.addLayout(self.layout_reason)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.export_draft = QPushButton(ExportYear)
        self.export_draft.setObjectName(u"export_draft")
        self.export_draft.setAutoDefault(False)

        self.layout_buttons.addWidget(self.export_draft)

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
        self.label_reason.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.edition, self.folder)
        QWidget.setTabOrder(self.folder, self.choose_folder)
        QWidget.setTabOrder(self.choose_folder, self.personal)
        QWidget.setTabOrder(self.personal, self.pdf)
        QWidget.setTabOrder(self.pdf, self.findings)
        QWidget.setTabOrder(self.findings, self.reason)
        QWidget.setTabOrder(self.reason, self.keep_reason)
        QWidget.setTabOrder(self.keep_reason, self.export_draft)
        QWidget.setTabOrder(self.export_draft, self.leave)
        QWidget.setTabOrder(self.leave, self.export_files)

        self.retranslateUi(ExportYear)
    # setupUi

    def retranslateUi(self, ExportYear):
        ExportYear.setWindowTitle(QCoreApplication.translate("ExportYear", u"\u5bfc\u51fa", None))
        self.label_lead.setText("")
        self.label_edition.setText(QCoreApplication.translate("ExportYear", u"\u62a5\u544a\u683c\u5f0f(&G)", None))
        self.label_folder.setText(QCoreApplication.translate("ExportYear", u"\u4fdd\u5b58\u5230 *", None))
        self.choose_folder.setText(QCoreApplication.translate("ExportYear", u"\u6d4f\u89c8\u2026", None))
        self.personal.setText(QCoreApplication.translate("ExportYear", u"\u53f0\u8d26\u5305\u542b\u8bc1\u4ef6\u53f7\u7801\u3001\u8054\u7cfb\u7535\u8bdd\u548c\u8054\u7cfb\u5730\u5740\uff08\u5c06\u8bb0\u5165\u4fee\u6539\u8bb0\u5f55\uff09", None))
        self.pdf.setText(QCoreApplication.translate("ExportYear", u"\u62a5\u544a\u548c\u7edf\u8ba1\u8868\u540c\u65f6\u5b58\u4e3a PDF", None))
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("ExportYear", u"problem", None))
        self.label_findings.setText("")
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("ExportYear", u"\u6838\u5bf9\u7ed3\u679c\u548c\u60c5\u51b5\u8bf4\u660e", None))
#endif // QT_CONFIG(accessibility)
        self.label_reason.setText(QCoreApplication.translate("ExportYear", u"\u60c5\u51b5\u8bf4\u660e(&R)", None))
#if QT_CONFIG(tooltip)
        self.keep_reason.setToolTip(QCoreApplication.translate("ExportYear", u"\u4e3a\u9009\u4e2d\u7684\u201c\u8bf7\u6838\u5bf9\u201d\u5199\u660e\u4e3a\u4ec0\u4e48\u53ef\u4ee5\u8fd9\u6837\u62a5\u9001\uff0c\u8bb0\u5165\u64cd\u4f5c\u8bb0\u5f55", None))
#endif // QT_CONFIG(tooltip)
        self.keep_reason.setText(QCoreApplication.translate("ExportYear", u"\u8bb0\u4e0b\u8bf4\u660e(&J)", None))
#if QT_CONFIG(tooltip)
        self.export_draft.setToolTip(QCoreApplication.translate("ExportYear", u"\u6587\u4ef6\u540d\u548c\u62a5\u544a\u6807\u660e\u201c\u8349\u7a3f\u201d\uff0c\u4e0d\u8981\u6c42\u6539\u6b63\u548c\u8bf4\u660e", None))
#endif // QT_CONFIG(tooltip)
        self.export_draft.setText(QCoreApplication.translate("ExportYear", u"\u5bfc\u51fa\u8349\u7a3f(&F)", None))
        self.leave.setText(QCoreApplication.translate("ExportYear", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.export_files.setText(QCoreApplication.translate("ExportYear", u"\u5bfc\u51fa\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
