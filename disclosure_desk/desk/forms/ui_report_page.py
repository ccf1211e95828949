# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'report_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QComboBox, QHBoxLayout, QLabel,
    QListView, QPushButton, QSizePolicy, QSpacerItem, QSplitter, QTextBrowser,
    QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.report_edit import ReportEdit

class Ui_ReportPage(object):
    def setupUi(self, ReportPage):
        if not ReportPage.objectName():
            ReportPage.setObjectName(u"ReportPage")
        ReportPage.resize(1180, 660)
        self.layout_page = QVBoxLayout(ReportPage)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_choice = QHBoxLayout()
        self.layout_choice.setObjectName(u"layout_choice")
        self.label_edition = QLabel(ReportPage)
        self.label_edition.setObjectName(u"label_edition")

        self.layout_choice.addWidget(self.label_edition)

        self.edition = QComboBox(ReportPage)
        self.edition.setObjectName(u"edition")
        self.edition.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(2)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.edition.sizePolicy().hasHeightForWidth())
        self.edition.setSizePolicy(sizePolicy)
        self.edition.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.edition.setMinimumContentsLength(8)

        self.layout_choice.addWidget(self.edition)

        self.saving = QLabel(ReportPage)
        self.saving.setObjectName(u"saving")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.saving.sizePolicy().hasHeightForWidth())
        self.saving.setSizePolicy(sizePolicy1)

        self.layout_choice.addWidget(self.saving)

        self.compare_previous = QPushButton(ReportPage)
        self.compare_previous.setObjectName(u"compare_previous")
        self.compare_previous.setAutoDefault(False)

        self.layout_choice.addWidget(self.compare_previous)

        self.sign_off = QPushButton(ReportPage)
        self.sign_off.setObjectName(u"sign_off")
        self.sign_off.setAutoDefault(False)

        self.layout_choice.addWidget(self.sign_off)

        self.print_report = QPushButton(ReportPage)
        self.print_report.setObjectName(u"print_report")
        self.print_report.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.print_report.setAutoDefault(False)

        self.layout_choice.addWidget(self.print_report)

        self.export_year = QPushButton(ReportPage)
        self.export_year.setObjectName(u"export_year")
        self.export_year.setAutoDefault(False)

        self.layout_choice.addWidget(self.export_year)


        self.layout_page.addLayout(self.layout_choice)

        self.splitter = QSplitter(ReportPage)
        self.splitter.setObjectName(u"splitter")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(1)
        sizePolicy2.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy2)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.left = QWidget(self.splitter)
        self.left.setObjectName(u"left")
        self.left.setMinimumSize(QSize(130, 0))
        self.layout_left = QVBoxLayout(self.left)
        self.layout_left.setObjectName(u"layout_left")
        self.layout_left.setContentsMargins(0, 0, 4, 0)
        self.label_chapters = QLabel(self.left)
        self.label_chapters.setObjectName(u"label_chapters")

        self.layout_left.addWidget(self.label_chapters)

        self.chapters = QListView(self.left)
        self.chapters.setObjectName(u"chapters")
        self.chapters.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.chapters.setAlternatingRowColors(True)
        self.chapters.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.chapters.setWordWrap(True)

        self.layout_left.addWidget(self.chapters)

        self.splitter.addWidget(self.left)
        self.middle = QWidget(self.splitter)
        self.middle.setObjectName(u"middle")
        self.layout_middle = QVBoxLayout(self.middle)
        self.layout_middle.setObjectName(u"layout_middle")
        self.layout_middle.setContentsMargins(4, 0, 4, 0)
        self.label_body = QLabel(self.middle)
        self.label_body.setObjectName(u"label_body")
        self.label_body.setWordWrap(True)
        sizePolicy1.setHeightForWidth(self.label_body.sizePolicy().hasHeightForWidth())
        self.label_body.setSizePolicy(sizePolicy1)

        self.layout_middle.addWidget(self.label_body)

        self.layout_tools = QHBoxLayout()
        self.layout_tools.setObjectName(u"layout_tools")
        self.space_tools = QSpacerItem(0, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_tools.addItem(self.space_tools)

        self.insert_field = QPushButton(self.middle)
        self.insert_field.setObjectName(u"insert_field")
        self.insert_field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.insert_field.setAutoDefault(False)

        self.layout_tools.addWidget(self.insert_field)

        self.insert_phrase = QPushButton(self.middle)
        self.insert_phrase.setObjectName(u"insert_phrase")
        self.insert_phrase.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.insert_phrase.setAutoDefault(False)

        self.layout_tools.addWidget(self.insert_phrase)

        self.adopt_draft = QPushButton(self.middle)
        self.adopt_draft.setObjectName(u"adopt_draft")
        self.adopt_draft.setAutoDefault(False)

        self.layout_tools.addWidget(self.adopt_draft)


        self.layout_middle.addLayout(self.layout_tools)

        self.body = ReportEdit(self.middle)
        self.body.setObjectName(u"body")
        self.body.setMinimumSize(QSize(0, 110))
        sizePolicy2.setHeightForWidth(self.body.sizePolicy().hasHeightForWidth())
        self.body.setSizePolicy(sizePolicy2)
        self.body.setTabChangesFocus(True)

        self.layout_middle.addWidget(self.body)

        self.length = QLabel(self.middle)
        self.length.setObjectName(u"length")
        self.length.setWordWrap(True)

        self.layout_middle.addWidget(self.length)

        self.told = QLabel(self.middle)
        self.told.setObjectName(u"told")
        self.told.setWordWrap(True)
        self.told.setMinimumSize(QSize(0, 54))
        self.told.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignTop)

        self.layout_middle.addWidget(self.told)

        self.label_findings = QLabel(self.middle)
        self.label_findings.setObjectName(u"label_findings")

        self.layout_middle.addWidget(self.label_findings)

        self.findings = QListView(self.middle)
        self.findings.setObjectName(u"findings")
        self.findings.setMaximumSize(QSize(16777215, 150))
        self.findings.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setWordWrap(True)

        self.layout_middle.addWidget(self.findings)

        self.splitter.addWidget(self.middle)
        self.right = QWidget(self.splitter)
        self.right.setObjectName(u"right")
        self.right.setMinimumSize(QSize(220, 0))
        self.layout_right = QVBoxLayout(self.right)
        self.layout_right.setObjectName(u"layout_right")
        self.layout_right.setContentsMargins(4, 0, 0, 0)
        self.label_preview = QLabel(self.right)
        self.label_preview.setObjectName(u"label_preview")

        self.layout_right.addWidget(self.label_preview)

        self.preview = QTextBrowser(self.right)
        self.preview.setObjectName(u"preview")
        self.preview.setTabChangesFocus(True)
        self.preview.setOpenLinks(False)

        self.layout_right.addWidget(self.preview)

        self.splitter.addWidget(self.right)

        self.layout_page.addWidget(self.splitter)

#if QT_CONFIG(shortcut)
        self.label_edition.setBuddy(self.edition)
        self.label_chapters.setBuddy(self.chapters)
        self.label_body.setBuddy(self.body)
        self.label_findings.setBuddy(self.findings)
        self.label_preview.setBuddy(self.preview)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.edition, self.compare_previous)
        QWidget.setTabOrder(self.compare_previous, self.sign_off)
        QWidget.setTabOrder(self.sign_off, self.print_report)
        QWidget.setTabOrder(self.print_report, self.export_year)
        QWidget.setTabOrder(self.export_year, self.chapters)
        QWidget.setTabOrder(self.chapters, self.insert_field)
        QWidget.setTabOrder(self.insert_field, self.insert_phrase)
        QWidget.setTabOrder(self.insert_phrase, self.adopt_draft)
        QWidget.setTabOrder(self.adopt_draft, self.body)
        QWidget.setTabOrder(self.body, self.findings)
        QWidget.setTabOrder(self.findings, self.preview)

        self.retranslateUi(ReportPage)
    # setupUi

    def retranslateUi(self, ReportPage):
        ReportPage.setWindowTitle(QCoreApplication.translate("ReportPage", u"\u5e74\u5ea6\u62a5\u544a", None))
        self.label_edition.setText(QCoreApplication.translate("ReportPage", u"\u62a5\u544a\u683c\u5f0f(&G)", None))
#if QT_CONFIG(tooltip)
        self.edition.setToolTip(QCoreApplication.translate("ReportPage", u"\u6309\u5e74\u5ea6\u81ea\u52a8\u9009\u7528\uff0c\u4e5f\u53ef\u4ee5\u6539\u7528\u522b\u7684\u683c\u5f0f", None))
#endif // QT_CONFIG(tooltip)
        self.saving.setText("")
#if QT_CONFIG(tooltip)
        self.compare_previous.setToolTip(QCoreApplication.translate("ReportPage", u"\u5404\u7ae0\u4e0e\u4e0a\u5e74\u62a5\u544a\u7684\u6587\u5b57\u6709\u591a\u5c11\u76f8\u540c\uff0c\u5217\u51fa\u76f8\u540c\u7684\u53e5\u5b50", None))
#endif // QT_CONFIG(tooltip)
        self.compare_previous.setText(QCoreApplication.translate("ReportPage", u"\u4e0e\u4e0a\u5e74\u6bd4\u8f83(&L)\u2026", None))
#if QT_CONFIG(tooltip)
        self.sign_off.setToolTip(QCoreApplication.translate("ReportPage", u"\u5355\u4f4d\u8d1f\u8d23\u4eba\u3001\u5ba1\u6838\u4eba\u3001\u586b\u62a5\u4eba\u548c\u586b\u62a5\u65e5\u671f\uff0c\u4ee5\u53ca\u5ba1\u6838\u3001\u7b7e\u53d1\u7684\u72b6\u6001", None))
#endif // QT_CONFIG(tooltip)
        self.sign_off.setText(QCoreApplication.translate("ReportPage", u"\u5ba1\u7b7e(&S)\u2026", None))
#if QT_CONFIG(tooltip)
        self.print_report.setToolTip(QCoreApplication.translate("ReportPage", u"\u9884\u89c8\u3001\u6253\u5370\u62a5\u544a\u548c\u7edf\u8ba1\u8868\uff0c\u6216\u8005\u5b58\u4e3a PDF", None))
#endif // QT_CONFIG(tooltip)
        self.print_report.setText(QCoreApplication.translate("ReportPage", u"\u6253\u5370(&Y)", None))
#if QT_CONFIG(tooltip)
        self.export_year.setToolTip(QCoreApplication.translate("ReportPage", u"\u9009\u4e00\u4e2a\u6587\u4ef6\u5939\uff0c\u5199\u51fa\u7edf\u8ba1\u8868\u3001\u5e74\u5ea6\u62a5\u544a\u548c\u53f0\u8d26\u4e09\u4e2a\u6587\u4ef6", None))
#endif // QT_CONFIG(tooltip)
        self.export_year.setText(QCoreApplication.translate("ReportPage", u"\u5bfc\u51fa(&X)\u2026", None))
        self.label_chapters.setText(QCoreApplication.translate("ReportPage", u"\u7ae0\u8282(&Z)", None))
        self.label_body.setText(QCoreApplication.translate("ReportPage", u"\u6b63\u6587(&N)", None))
#if QT_CONFIG(tooltip)
        self.insert_field.setToolTip(QCoreApplication.translate("ReportPage", u"\u63d2\u5165\u968f\u53f0\u8d26\u53d8\u5316\u7684\u6570\u5b57\uff0c\u5bfc\u51fa\u65f6\u586b\u4e0a\uff1b\u5728\u6b63\u6587\u91cc\u8f93\u5165\u201c\u3010\u201d\u4e5f\u4f1a\u5217\u51fa", None))
#endif // QT_CONFIG(tooltip)
        self.insert_field.setText(QCoreApplication.translate("ReportPage", u"\u5b57\u6bb5(&I)", None))
#if QT_CONFIG(accessibility)
        self.insert_field.setAccessibleName(QCoreApplication.translate("ReportPage", u"\u63d2\u5165\u5b57\u6bb5", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.insert_phrase.setToolTip(QCoreApplication.translate("ReportPage", u"\u6838\u5bf9\u5de5\u5177\u8bfb\u5f97\u51c6\u7684\u56fa\u5b9a\u5199\u6cd5\uff0c\u6570\u5b57\u662f\u5b57\u6bb5", None))
#endif // QT_CONFIG(tooltip)
        self.insert_phrase.setText(QCoreApplication.translate("ReportPage", u"\u5e38\u7528\u53e5(&P)", None))
#if QT_CONFIG(accessibility)
        self.insert_phrase.setAccessibleName(QCoreApplication.translate("ReportPage", u"\u63d2\u5165\u5e38\u7528\u53e5", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.adopt_draft.setToolTip(QCoreApplication.translate("ReportPage", u"\u628a\u7070\u8272\u7684\u8349\u7a3f\u653e\u8fdb\u6b63\u6587\uff0c\u518d\u4fee\u6539", None))
#endif // QT_CONFIG(tooltip)
        self.adopt_draft.setText(QCoreApplication.translate("ReportPage", u"\u91c7\u7528\u8349\u7a3f(&D)", None))
        self.length.setText("")
        self.told.setText("")
        self.label_findings.setText(QCoreApplication.translate("ReportPage", u"\u6838\u5bf9\u7ed3\u679c(&R)", None))
#if QT_CONFIG(tooltip)
        self.findings.setToolTip(QCoreApplication.translate("ReportPage", u"F6 \u4e0b\u4e00\u5904\uff0cShift+F6 \u4e0a\u4e00\u5904\uff0cF8 \u5230\u8fd9\u91cc\uff0cEnter \u5230\u6b63\u6587", None))
#endif // QT_CONFIG(tooltip)
        self.label_preview.setText(QCoreApplication.translate("ReportPage", u"\u5168\u6587\u9884\u89c8(&W)", None))
    # retranslateUi
