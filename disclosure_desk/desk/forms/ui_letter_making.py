# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'letter_making.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QFrame, QGridLayout, QGroupBox, QHBoxLayout, QLabel,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.exported_files import ExportedFiles
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox

class Ui_LetterMaking(object):
    def setupUi(self, LetterMaking):
        if not LetterMaking.objectName():
            LetterMaking.setObjectName(u"LetterMaking")
        LetterMaking.resize(680, 360)
        self.layout_page = QVBoxLayout(LetterMaking)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_request = QLabel(LetterMaking)
        self.label_request.setObjectName(u"label_request")
        self.label_request.setWordWrap(True)
        self.label_request.setProperty(u"role", u"grey")

        self.layout_page.addWidget(self.label_request)

        self.scroll_fields = QScrollArea(LetterMaking)
        self.scroll_fields.setObjectName(u"scroll_fields")
        self.scroll_fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_fields.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_fields.setWidgetResizable(True)
        self.page_fields = QWidget()
        self.page_fields.setObjectName(u"page_fields")
        self.layout_scrolled = QVBoxLayout(self.page_fields)
        self.layout_scrolled.setSpacing(8)
        self.layout_scrolled.setObjectName(u"layout_scrolled")
        self.layout_scrolled.setContentsMargins(0, 0, 4, 0)
        self.layout_fields = QGridLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(7)
        self.label_kind = QLabel(self.page_fields)
        self.label_kind.setObjectName(u"label_kind")
        self.label_kind.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_kind, 0, 0, 1, 1)

        self.kind = ChoiceBox(self.page_fields)
        self.kind.setObjectName(u"kind")

        self.layout_fields.addWidget(self.kind, 0, 1, 1, 2)

        self.label_made_on = QLabel(self.page_fields)
        self.label_made_on.setObjectName(u"label_made_on")
        self.label_made_on.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_made_on, 1, 0, 1, 1)

        self.made_on = DateEdit(self.page_fields)
        self.made_on.setObjectName(u"made_on")

        self.layout_fields.addWidget(self.made_on, 1, 1, 1, 2)

        self.label_templates = QLabel(self.page_fields)
        self.label_templates.setObjectName(u"label_templates")
        self.label_templates.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)

        self.layout_fields.addWidget(self.label_templates, 2, 0, 1, 1)

        self.templates = TextLine(self.page_fields)
        self.templates.setObjectName(u"templates")

        self.layout_fields.addWidget(self.templates, 2, 1, 1, 1)

        self.choose_templates = QPushButton(self.page_fields)
        self.choose_templates.setObjectName(u"choose_templates")
        self.choose_templates.setAutoDefault(False)

        self.layout_fields.addWidget(self.choose_templates, 2, 2, 1, 1)

        self.copy_templates = QPushButton(self.page_fields)
        self.copy_templates.setObjectName(u"copy_templates")
        self.copy_templates.setAutoDefault(False)

        self.layout_fields.addWidget(self.copy_templates, 3, 2, 1, 1)

        self.final = YesNoBox(self.page_fields)
        self.final.setObjectName(u"final")

        self.layout_fields.addWidget(self.final, 3, 1, 1, 1)

        self.label_number = QLabel(self.page_fields)
        self.label_number.setObjectName(u"label_number")
        self.label_number.setWordWrap(True)
        self.label_number.setProperty(u"role", u"grey")

        self.layout_fields.addWidget(self.label_number, 4, 1, 1, 2)

        self.layout_fields.setColumnStretch(1, 1)

        self.layout_scrolled.addLayout(self.layout_fields)

        self.group_missing = QGroupBox(self.page_fields)
        self.group_missing.setObjectName(u"group_missing")
        self.layout_missing = QVBoxLayout(self.group_missing)
        self.layout_missing.setObjectName(u"layout_missing")
        self.label_missing = QLabel(self.group_missing)
        self.label_missing.setObjectName(u"label_missing")
        self.label_missing.setWordWrap(True)
        self.label_missing.setTextFormat(Qt.TextFormat.RichText)
        self.label_missing.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_missing.addWidget(self.label_missing)


        self.layout_scrolled.addWidget(self.group_missing)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_scrolled.addItem(self.spacer_page)

        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_notes = QLabel(LetterMaking)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)

        self.layout_page.addWidget(self.label_notes)

        self.files = ExportedFiles(LetterMaking)
        self.files.setObjectName(u"files")

        self.layout_page.addWidget(self.files)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.fill_first = QPushButton(LetterMaking)
        self.fill_first.setObjectName(u"fill_first")
        self.fill_first.setAutoDefault(False)

        self.layout_buttons.addWidget(self.fill_first)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(LetterMaking)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.make = QPushButton(LetterMaking)
        self.make.setObjectName(u"make")
        self.make.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.make.setIcon(icon)

        self.layout_buttons.addWidget(self.make)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_kind.setBuddy(self.kind)
        self.label_made_on.setBuddy(self.made_on)
        self.label_templates.setBuddy(self.templates)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.kind, self.made_on)
        QWidget.setTabOrder(self.made_on, self.templates)
        QWidget.setTabOrder(self.templates, self.choose_templates)
        QWidget.setTabOrder(self.choose_templates, self.final)
        QWidget.setTabOrder(self.final, self.copy_templates)
        QWidget.setTabOrder(self.copy_templates, self.make)
        QWidget.setTabOrder(self.make, self.leave)
        QWidget.setTabOrder(self.leave, self.fill_first)

        self.retranslateUi(LetterMaking)
    # setupUi

    def retranslateUi(self, LetterMaking):
        LetterMaking.setWindowTitle(QCoreApplication.translate("LetterMaking", u"\u5236\u4f5c\u6587\u4e66", None))
        self.label_request.setText("")
        self.label_kind.setText(QCoreApplication.translate("LetterMaking", u"\u6587\u4e66\u79cd\u7c7b *", None))
        self.label_made_on.setText(QCoreApplication.translate("LetterMaking", u"\u6587\u4e66\u65e5\u671f *", None))
        self.label_templates.setText(QCoreApplication.translate("LetterMaking", u"\u6a21\u677f\u6587\u4ef6\u5939", None))
        self.templates.setPlaceholderText(QCoreApplication.translate("LetterMaking", u"\u4e0d\u586b\u7528\u7a0b\u5e8f\u81ea\u5e26\u7684\u6a21\u677f\uff1b\u81ea\u5907\u7684\u540c\u540d\u6a21\u677f\u653e\u5728\u8fd9\u4e2a\u6587\u4ef6\u5939\u91cc", None))
        self.choose_templates.setText(QCoreApplication.translate("LetterMaking", u"\u9009\u62e9\u2026\uff08F2\uff09", None))
#if QT_CONFIG(tooltip)
        self.choose_templates.setToolTip(QCoreApplication.translate("LetterMaking", u"\u9009\u62e9\u653e\u81ea\u5907\u6a21\u677f\u7684\u6587\u4ef6\u5939\uff0c\u8bb0\u5728\u8fd9\u53f0\u7535\u8111\u4e0a\uff08F2\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.copy_templates.setText(QCoreApplication.translate("LetterMaking", u"\u653e\u5165\u81ea\u5e26\u6a21\u677f\uff08F6\uff09", None))
#if QT_CONFIG(tooltip)
        self.copy_templates.setToolTip(QCoreApplication.translate("LetterMaking", u"\u628a\u7a0b\u5e8f\u81ea\u5e26\u7684\u6a21\u677f\u653e\u8fdb\u8fd9\u4e2a\u6587\u4ef6\u5939\uff0c\u6539\u597d\u540e\u5c31\u7528\u6539\u8fc7\u7684\uff1b\u5df2\u6709\u7684\u4e0d\u8986\u76d6\uff08F6\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.final.setText(QCoreApplication.translate("LetterMaking", u"\u5b9a\u7a3f\uff1a\u7f16\u6587\u53f7\uff0c\u767b\u8bb0\u4e3a\u4e00\u6b65\uff0c\u4ee5\u540e\u4e0d\u80fd\u6539\u52a8", None))
#if QT_CONFIG(tooltip)
        self.final.setToolTip(QCoreApplication.translate("LetterMaking", u"\u4e0d\u52fe\u9009\u7684\u662f\u8349\u7a3f\uff1a\u53ef\u4ee5\u53cd\u590d\u5236\u4f5c\uff0c\u4e0d\u7f16\u6587\u53f7", None))
#endif // QT_CONFIG(tooltip)
        self.label_number.setText("")
        self.group_missing.setTitle(QCoreApplication.translate("LetterMaking", u"\u8fd8\u6ca1\u6709\u586b\u5199\u7684\u5185\u5bb9", None))
        self.label_missing.setText("")
        self.label_notes.setText("")
        self.fill_first.setText(QCoreApplication.translate("LetterMaking", u"\u586b\u5199\u7b2c\u4e00\u9879\uff08F5\uff09", None))
#if QT_CONFIG(tooltip)
        self.fill_first.setToolTip(QCoreApplication.translate("LetterMaking", u"\u6253\u5f00\u7b2c\u4e00\u9879\u6ca1\u6709\u586b\u5199\u7684\u5185\u5bb9\u6240\u5728\u7684\u5730\u65b9\uff08F5\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.leave.setText(QCoreApplication.translate("LetterMaking", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.make.setText(QCoreApplication.translate("LetterMaking", u"\u5236\u4f5c\u2026\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
