# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'outcome_finder.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QFrame, QGridLayout, QGroupBox, QHBoxLayout, QLabel,
    QPushButton, QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.long_text import LongText

class Ui_OutcomeFinder(object):
    def setupUi(self, OutcomeFinder):
        if not OutcomeFinder.objectName():
            OutcomeFinder.setObjectName(u"OutcomeFinder")
        OutcomeFinder.resize(680, 420)
        self.layout_page = QVBoxLayout(OutcomeFinder)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_path = QLabel(OutcomeFinder)
        self.label_path.setObjectName(u"label_path")
        self.label_path.setWordWrap(True)
        self.label_path.setProperty(u"role", u"grey")

        self.layout_page.addWidget(self.label_path)

        self.label_question = QLabel(OutcomeFinder)
        self.label_question.setObjectName(u"label_question")
        self.label_question.setWordWrap(True)
        self.label_question.setProperty(u"role", u"title")

        self.layout_page.addWidget(self.label_question)

        self.scroll_fields = QScrollArea(OutcomeFinder)
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
        self.layout_options = QGridLayout()
        self.layout_options.setObjectName(u"layout_options")
        self.layout_options.setHorizontalSpacing(12)
        self.layout_options.setVerticalSpacing(6)
        self.layout_options.setColumnStretch(1, 1)

        self.layout_scrolled.addLayout(self.layout_options)

        self.group_found = QGroupBox(self.page_fields)
        self.group_found.setObjectName(u"group_found")
        self.layout_found = QGridLayout(self.group_found)
        self.layout_found.setObjectName(u"layout_found")
        self.layout_found.setHorizontalSpacing(12)
        self.layout_found.setVerticalSpacing(6)
        self.label_outcome_title = QLabel(self.group_found)
        self.label_outcome_title.setObjectName(u"label_outcome_title")
        self.label_outcome_title.setProperty(u"role", u"grey")

        self.layout_found.addWidget(self.label_outcome_title, 0, 0, 1, 1)

        self.label_outcome = QLabel(self.group_found)
        self.label_outcome.setObjectName(u"label_outcome")
        self.label_outcome.setWordWrap(True)
        self.label_outcome.setProperty(u"role", u"state")

        self.layout_found.addWidget(self.label_outcome, 0, 1, 1, 1)

        self.label_row_title = QLabel(self.group_found)
        self.label_row_title.setObjectName(u"label_row_title")
        self.label_row_title.setProperty(u"role", u"grey")

        self.layout_found.addWidget(self.label_row_title, 1, 0, 1, 1)

        self.label_row = QLabel(self.group_found)
        self.label_row.setObjectName(u"label_row")
        self.label_row.setWordWrap(True)

        self.layout_found.addWidget(self.label_row, 1, 1, 1, 1)

        self.label_source_title = QLabel(self.group_found)
        self.label_source_title.setObjectName(u"label_source_title")
        self.label_source_title.setProperty(u"role", u"grey")

        self.layout_found.addWidget(self.label_source_title, 2, 0, 1, 1)

        self.label_source = QLabel(self.group_found)
        self.label_source.setObjectName(u"label_source")
        self.label_source.setWordWrap(True)

        self.layout_found.addWidget(self.label_source, 2, 1, 1, 1)

        self.label_write_title = QLabel(self.group_found)
        self.label_write_title.setObjectName(u"label_write_title")
        self.label_write_title.setProperty(u"role", u"grey")

        self.layout_found.addWidget(self.label_write_title, 3, 0, 1, 1)

        self.label_write = QLabel(self.group_found)
        self.label_write.setObjectName(u"label_write")
        self.label_write.setWordWrap(True)

        self.layout_found.addWidget(self.label_write, 3, 1, 1, 1)

        self.label_needs_title = QLabel(self.group_found)
        self.label_needs_title.setObjectName(u"label_needs_title")
        self.label_needs_title.setProperty(u"role", u"grey")

        self.layout_found.addWidget(self.label_needs_title, 4, 0, 1, 1)

        self.label_needs = QLabel(self.group_found)
        self.label_needs.setObjectName(u"label_needs")
        self.label_needs.setWordWrap(True)

        self.layout_found.addWidget(self.label_needs, 4, 1, 1, 1)

        self.label_reason = QLabel(self.group_found)
        self.label_reason.setObjectName(u"label_reason")

        self.layout_found.addWidget(self.label_reason, 5, 0, 1, 1)

        self.reason = LongText(self.group_found)
        self.reason.setObjectName(u"reason")
        self.reason.setMinimumSize(QSize(0, 60))
        self.reason.setMaximumSize(QSize(16777215, 90))

        self.layout_found.addWidget(self.reason, 5, 1, 1, 1)

        self.layout_found.setColumnStretch(1, 1)

        self.layout_scrolled.addWidget(self.group_found)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_scrolled.addItem(self.spacer_page)

        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_notes = QLabel(OutcomeFinder)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setProperty(u"role", u"problem")

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.go_back = QPushButton(OutcomeFinder)
        self.go_back.setObjectName(u"go_back")
        self.go_back.setAutoDefault(False)

        self.layout_buttons.addWidget(self.go_back)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(OutcomeFinder)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.take_over = QPushButton(OutcomeFinder)
        self.take_over.setObjectName(u"take_over")
        self.take_over.setAutoDefault(False)

        self.layout_buttons.addWidget(self.take_over)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_reason.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.reason, self.take_over)
        QWidget.setTabOrder(self.take_over, self.go_back)
        QWidget.setTabOrder(self.go_back, self.leave)

        self.retranslateUi(OutcomeFinder)
    # setupUi

    def retranslateUi(self, OutcomeFinder):
        OutcomeFinder.setWindowTitle(QCoreApplication.translate("OutcomeFinder", u"\u9010\u6b65\u5224\u5b9a\u529e\u7406\u7ed3\u679c", None))
        self.label_path.setText("")
        self.label_question.setText("")
        self.group_found.setTitle(QCoreApplication.translate("OutcomeFinder", u"\u627e\u5230\u7684\u7ed3\u679c", None))
        self.label_outcome_title.setText(QCoreApplication.translate("OutcomeFinder", u"\u529e\u7406\u7ed3\u679c", None))
        self.label_outcome.setText("")
        self.label_row_title.setText(QCoreApplication.translate("OutcomeFinder", u"\u8ba1\u5165", None))
        self.label_row.setText("")
        self.label_source_title.setText(QCoreApplication.translate("OutcomeFinder", u"\u5e94\u5f15\u6761\u6587", None))
        self.label_source.setText("")
        self.label_write_title.setText(QCoreApplication.translate("OutcomeFinder", u"\u7b54\u590d\u5199\u660e", None))
        self.label_write.setText("")
        self.label_needs_title.setText(QCoreApplication.translate("OutcomeFinder", u"\u8fd8\u8981\u586b\u5199", None))
        self.label_needs.setText("")
        self.label_reason.setText(QCoreApplication.translate("OutcomeFinder", u"\u7406\u7531 *", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("OutcomeFinder", u"\u5199\u660e\u600e\u6837\u529e\u7ed3\u7684\uff0c\u5982\uff1a\u544a\u77e5\u901a\u8fc7\u4e0d\u52a8\u4ea7\u767b\u8bb0\u67e5\u8be2\u529e\u7406", None))
        self.label_notes.setText("")
        self.go_back.setText(QCoreApplication.translate("OutcomeFinder", u"\u4e0a\u4e00\u6b65\uff08Backspace\uff09", None))
        self.leave.setText(QCoreApplication.translate("OutcomeFinder", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.take_over.setText(QCoreApplication.translate("OutcomeFinder", u"\u91c7\u7528\uff08Enter\uff09", None))
    # retranslateUi
