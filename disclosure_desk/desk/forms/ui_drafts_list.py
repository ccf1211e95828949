# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'drafts_list.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPlainTextEdit, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable
class Ui_DraftsList(object):
    def setupUi(self, DraftsList):
        if not DraftsList.objectName():
            DraftsList.setObjectName(u"DraftsList")
        DraftsList.resize(900, 520)
        self.layout_page = QVBoxLayout(DraftsList)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_lead = QLabel(DraftsList)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.drafts = LinesTable(DraftsList)
        self.drafts.setObjectName(u"drafts")
        self.drafts.setMinimumSize(QSize(0, 160))

        self.layout_page.addWidget(self.drafts)

        self.details = QPlainTextEdit(DraftsList)
        self.details.setObjectName(u"details")
        self.details.setReadOnly(True)
        self.details.setTabChangesFocus(True)

        self.layout_page.addWidget(self.details)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.drop_draft = QPushButton(DraftsList)
        self.drop_draft.setObjectName(u"drop_draft")
        self.drop_draft.setAutoDefault(False)

        self.layout_buttons.addWidget(self.drop_draft)

        self.take_back = QPushButton(DraftsList)
        self.take_back.setObjectName(u"take_back")
        self.take_back.setAutoDefault(False)

        self.layout_buttons.addWidget(self.take_back)

        self.spacer_buttons = QSpacerItem(40, 20, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(DraftsList)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.open_draft = QPushButton(DraftsList)
        self.open_draft.setObjectName(u"open_draft")
        self.open_draft.setAutoDefault(False)

        self.layout_buttons.addWidget(self.open_draft)


        self.layout_page.addLayout(self.layout_buttons)

        QWidget.setTabOrder(self.drafts, self.details)
        QWidget.setTabOrder(self.details, self.drop_draft)
        QWidget.setTabOrder(self.drop_draft, self.take_back)
        QWidget.setTabOrder(self.take_back, self.leave)
        QWidget.setTabOrder(self.leave, self.open_draft)

        self.retranslateUi(DraftsList)
    # setupUi

    def retranslateUi(self, DraftsList):
        DraftsList.setWindowTitle(QCoreApplication.translate("DraftsList", u"\u8349\u7a3f", None))
        self.label_lead.setText(QCoreApplication.translate("DraftsList", u"\u586b\u4e86\u8fd8\u6ca1\u6709\u4fdd\u5b58\u7684\u5185\u5bb9\u90fd\u5728\u8fd9\u91cc\u3002\u8349\u7a3f\u4e0d\u8ba1\u5165\u7edf\u8ba1\uff0c\u4e5f\u4e0d\u5bfc\u51fa\u3002", None))
#if QT_CONFIG(accessibility)
        self.drafts.setAccessibleName(QCoreApplication.translate("DraftsList", u"\u8349\u7a3f", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.details.setAccessibleName(QCoreApplication.translate("DraftsList", u"\u9009\u4e2d\u7684\u8349\u7a3f\u7684\u5168\u90e8\u5185\u5bb9", None))
#endif // QT_CONFIG(accessibility)
        self.drop_draft.setText(QCoreApplication.translate("DraftsList", u"\u653e\u5f03\uff08Delete\uff09", None))
#if QT_CONFIG(tooltip)
        self.drop_draft.setToolTip(QCoreApplication.translate("DraftsList", u"\u5220\u6389\u9009\u4e2d\u7684\u8349\u7a3f\uff08\u8868\u4e2d\u6309 Delete\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.take_back.setText(QCoreApplication.translate("DraftsList", u"\u53d6\u56de\uff08Ctrl+Z\uff09", None))
#if QT_CONFIG(tooltip)
        self.take_back.setToolTip(QCoreApplication.translate("DraftsList", u"\u53d6\u56de\u6700\u540e\u653e\u5f03\u7684\u8349\u7a3f\uff1b\u7a97\u53e3\u5173\u95ed\u4ee5\u540e\u4e0d\u80fd\u518d\u53d6\u56de", None))
#endif // QT_CONFIG(tooltip)
        self.leave.setText(QCoreApplication.translate("DraftsList", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.open_draft.setText(QCoreApplication.translate("DraftsList", u"\u6253\u5f00\uff08Enter\uff09", None))
#if QT_CONFIG(tooltip)
        self.open_draft.setToolTip(QCoreApplication.translate("DraftsList", u"\u5728\u8868\u5355\u91cc\u63a5\u7740\u586b\u9009\u4e2d\u7684\u8349\u7a3f\uff08\u8868\u4e2d\u6309 Enter\uff09", None))
#endif // QT_CONFIG(tooltip)
    # retranslateUi
