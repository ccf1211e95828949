# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'bulk_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QRadioButton,
    QScrollArea, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_BulkEdit(object):
    def setupUi(self, BulkEdit):
        if not BulkEdit.objectName():
            BulkEdit.setObjectName(u"BulkEdit")
        BulkEdit.resize(680, 600)
        self.layout_page = QVBoxLayout(BulkEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.layout_which = QHBoxLayout()
        self.layout_which.setSpacing(12)
        self.layout_which.setObjectName(u"layout_which")
        self.only_selected = QRadioButton(BulkEdit)
        self.only_selected.setObjectName(u"only_selected")
        self.only_selected.setChecked(True)

        self.layout_which.addWidget(self.only_selected)

        self.all_shown = QRadioButton(BulkEdit)
        self.all_shown.setObjectName(u"all_shown")

        self.layout_which.addWidget(self.all_shown)

        self.spacer_which = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_which.addItem(self.spacer_which)


        self.layout_page.addLayout(self.layout_which)

        self.label_lead = QLabel(BulkEdit)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.scroll = QScrollArea(BulkEdit)
        self.scroll.setObjectName(u"scroll")
        self.scroll.setWidgetResizable(True)
        self.area_fields = QWidget()
        self.area_fields.setObjectName(u"area_fields")
        self.layout_area = QVBoxLayout(self.area_fields)
        self.layout_area.setSpacing(6)
        self.layout_area.setObjectName(u"layout_area")
        self.spacer_area = QSpacerItem(10, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_area.addItem(self.spacer_area)

        self.scroll.setWidget(self.area_fields)

        self.layout_page.addWidget(self.scroll)

        self.label_preview = QLabel(BulkEdit)
        self.label_preview.setObjectName(u"label_preview")
        self.label_preview.setWordWrap(True)

        self.layout_page.addWidget(self.label_preview)

        self.label_notes = QLabel(BulkEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.change_all = QPushButton(BulkEdit)
        self.change_all.setObjectName(u"change_all")
        self.change_all.setAutoDefault(False)

        self.layout_buttons.addWidget(self.change_all)

        self.leave = QPushButton(BulkEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

        QWidget.setTabOrder(self.only_selected, self.all_shown)
        QWidget.setTabOrder(self.all_shown, self.change_all)
        QWidget.setTabOrder(self.change_all, self.leave)

        self.retranslateUi(BulkEdit)
    # setupUi

    def retranslateUi(self, BulkEdit):
        BulkEdit.setWindowTitle(QCoreApplication.translate("BulkEdit", u"\u6279\u91cf\u4fee\u6539", None))
        self.only_selected.setText(QCoreApplication.translate("BulkEdit", u"\u9009\u4e2d\u7684\u8bb0\u5f55", None))
        self.all_shown.setText(QCoreApplication.translate("BulkEdit", u"\u5217\u8868\u91cc\u7684\u5168\u90e8\u8bb0\u5f55", None))
        self.label_lead.setText(QCoreApplication.translate("BulkEdit", u"\u52fe\u9009\u8981\u6539\u7684\u680f\u76ee\uff0c\u586b\u5199\u65b0\u7684\u5185\u5bb9\uff1b\u5404\u6761\u5185\u5bb9\u4e0d\u540c\u7684\u680f\u76ee\u7559\u7a7a\u3002", None))
        self.label_lead.setProperty(u"role", QCoreApplication.translate("BulkEdit", u"grey", None))
        self.label_preview.setText("")
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("BulkEdit", u"state", None))
        self.change_all.setText(QCoreApplication.translate("BulkEdit", u"\u4fee\u6539\uff08Ctrl+Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("BulkEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
