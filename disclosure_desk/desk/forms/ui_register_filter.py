# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'register_filter.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QComboBox, QHBoxLayout, QLabel, QListWidget, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_RegisterFilter(object):
    def setupUi(self, RegisterFilter):
        if not RegisterFilter.objectName():
            RegisterFilter.setObjectName(u"RegisterFilter")
        RegisterFilter.resize(640, 520)
        self.layout_page = QVBoxLayout(RegisterFilter)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_lists = QHBoxLayout()
        self.layout_lists.setSpacing(10)
        self.layout_lists.setObjectName(u"layout_lists")
        self.layout_fields = QVBoxLayout()
        self.layout_fields.setSpacing(4)
        self.layout_fields.setObjectName(u"layout_fields")
        self.label_fields = QLabel(RegisterFilter)
        self.label_fields.setObjectName(u"label_fields")

        self.layout_fields.addWidget(self.label_fields)

        self.fields = QListWidget(RegisterFilter)
        self.fields.setObjectName(u"fields")

        self.layout_fields.addWidget(self.fields)


        self.layout_lists.addLayout(self.layout_fields)

        self.layout_choices = QVBoxLayout()
        self.layout_choices.setSpacing(4)
        self.layout_choices.setObjectName(u"layout_choices")
        self.label_choices = QLabel(RegisterFilter)
        self.label_choices.setObjectName(u"label_choices")

        self.layout_choices.addWidget(self.label_choices)

        self.choices = QListWidget(RegisterFilter)
        self.choices.setObjectName(u"choices")

        self.layout_choices.addWidget(self.choices)


        self.layout_lists.addLayout(self.layout_choices)


        self.layout_page.addLayout(self.layout_lists)

        self.label_told = QLabel(RegisterFilter)
        self.label_told.setObjectName(u"label_told")
        self.label_told.setWordWrap(True)

        self.layout_page.addWidget(self.label_told)

        self.layout_kept = QHBoxLayout()
        self.layout_kept.setSpacing(8)
        self.layout_kept.setObjectName(u"layout_kept")
        self.label_kept = QLabel(RegisterFilter)
        self.label_kept.setObjectName(u"label_kept")

        self.layout_kept.addWidget(self.label_kept)

        self.kept = QComboBox(RegisterFilter)
        self.kept.setObjectName(u"kept")
        self.kept.setMinimumSize(QSize(180, 0))

        self.layout_kept.addWidget(self.kept)

        self.use_kept = QPushButton(RegisterFilter)
        self.use_kept.setObjectName(u"use_kept")
        self.use_kept.setAutoDefault(False)

        self.layout_kept.addWidget(self.use_kept)

        self.rename_kept = QPushButton(RegisterFilter)
        self.rename_kept.setObjectName(u"rename_kept")
        self.rename_kept.setAutoDefault(False)

        self.layout_kept.addWidget(self.rename_kept)

        self.forget_kept = QPushButton(RegisterFilter)
        self.forget_kept.setObjectName(u"forget_kept")
        self.forget_kept.setAutoDefault(False)

        self.layout_kept.addWidget(self.forget_kept)

        self.spacer_kept = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_kept.addItem(self.spacer_kept)


        self.layout_page.addLayout(self.layout_kept)

        self.layout_name = QHBoxLayout()
        self.layout_name.setSpacing(8)
        self.layout_name.setObjectName(u"layout_name")
        self.label_kept_name = QLabel(RegisterFilter)
        self.label_kept_name.setObjectName(u"label_kept_name")

        self.layout_name.addWidget(self.label_kept_name)

        self.kept_name = TextLine(RegisterFilter)
        self.kept_name.setObjectName(u"kept_name")

        self.layout_name.addWidget(self.kept_name)

        self.keep_filter = QPushButton(RegisterFilter)
        self.keep_filter.setObjectName(u"keep_filter")
        self.keep_filter.setAutoDefault(False)

        self.layout_name.addWidget(self.keep_filter)


        self.layout_page.addLayout(self.layout_name)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.clear_filter = QPushButton(RegisterFilter)
        self.clear_filter.setObjectName(u"clear_filter")
        self.clear_filter.setAutoDefault(False)

        self.layout_buttons.addWidget(self.clear_filter)

        self.spacer_buttons = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.apply_filter = QPushButton(RegisterFilter)
        self.apply_filter.setObjectName(u"apply_filter")
        self.apply_filter.setAutoDefault(False)

        self.layout_buttons.addWidget(self.apply_filter)

        self.leave = QPushButton(RegisterFilter)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_fields.setBuddy(self.fields)
        self.label_choices.setBuddy(self.choices)
        self.label_kept.setBuddy(self.kept)
        self.label_kept_name.setBuddy(self.kept_name)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.fields, self.choices)
        QWidget.setTabOrder(self.choices, self.kept)
        QWidget.setTabOrder(self.kept, self.use_kept)
        QWidget.setTabOrder(self.use_kept, self.rename_kept)
        QWidget.setTabOrder(self.rename_kept, self.forget_kept)
        QWidget.setTabOrder(self.forget_kept, self.kept_name)
        QWidget.setTabOrder(self.kept_name, self.keep_filter)
        QWidget.setTabOrder(self.keep_filter, self.clear_filter)
        QWidget.setTabOrder(self.clear_filter, self.apply_filter)
        QWidget.setTabOrder(self.apply_filter, self.leave)

        self.retranslateUi(RegisterFilter)
    # setupUi

    def retranslateUi(self, RegisterFilter):
        RegisterFilter.setWindowTitle(QCoreApplication.translate("RegisterFilter", u"\u7b5b\u9009", None))
        self.label_fields.setText(QCoreApplication.translate("RegisterFilter", u"\u6761\u4ef6(&C)", None))
#if QT_CONFIG(accessibility)
        self.fields.setAccessibleName(QCoreApplication.translate("RegisterFilter", u"\u6761\u4ef6", None))
#endif // QT_CONFIG(accessibility)
        self.label_choices.setText(QCoreApplication.translate("RegisterFilter", u"\u53d6\u503c(&V)\uff0c\u7a7a\u683c\u952e\u52fe\u9009", None))
#if QT_CONFIG(accessibility)
        self.choices.setAccessibleName(QCoreApplication.translate("RegisterFilter", u"\u53d6\u503c", None))
#endif // QT_CONFIG(accessibility)
        self.label_told.setText("")
        self.label_told.setProperty(u"role", QCoreApplication.translate("RegisterFilter", u"grey", None))
        self.label_kept.setText(QCoreApplication.translate("RegisterFilter", u"\u5df2\u5b58\u7684\u7b5b\u9009(&K)", None))
        self.use_kept.setText(QCoreApplication.translate("RegisterFilter", u"\u4f7f\u7528", None))
        self.rename_kept.setText(QCoreApplication.translate("RegisterFilter", u"\u6539\u540d", None))
        self.forget_kept.setText(QCoreApplication.translate("RegisterFilter", u"\u5220\u9664", None))
        self.label_kept_name.setText(QCoreApplication.translate("RegisterFilter", u"\u5b58\u4e3a\u540d\u79f0(&N)", None))
        self.kept_name.setPlaceholderText(QCoreApplication.translate("RegisterFilter", u"\u5982\uff1a\u672c\u79d1\u5ba4\u672a\u529e\u7ed3", None))
        self.keep_filter.setText(QCoreApplication.translate("RegisterFilter", u"\u4fdd\u5b58\u7b5b\u9009", None))
        self.clear_filter.setText(QCoreApplication.translate("RegisterFilter", u"\u5168\u90e8\u6e05\u9664", None))
        self.apply_filter.setText(QCoreApplication.translate("RegisterFilter", u"\u5e94\u7528\uff08Ctrl+Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("RegisterFilter", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
