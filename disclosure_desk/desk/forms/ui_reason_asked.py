# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'reason_asked.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_ReasonAsked(object):
    def setupUi(self, ReasonAsked):
        if not ReasonAsked.objectName():
            ReasonAsked.setObjectName(u"ReasonAsked")
        ReasonAsked.resize(460, 180)
        self.layout_page = QVBoxLayout(ReasonAsked)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_question = QLabel(ReasonAsked)
        self.label_question.setObjectName(u"label_question")
        self.label_question.setWordWrap(True)

        self.layout_page.addWidget(self.label_question)

        self.layout_reason = QHBoxLayout()
        self.layout_reason.setSpacing(8)
        self.layout_reason.setObjectName(u"layout_reason")
        self.label_reason = QLabel(ReasonAsked)
        self.label_reason.setObjectName(u"label_reason")

        self.layout_reason.addWidget(self.label_reason)

        self.reason = TextLine(ReasonAsked)
        self.reason.setObjectName(u"reason")

        self.layout_reason.addWidget(self.reason)


        self.layout_page.addLayout(self.layout_reason)

        self.label_notes = QLabel(ReasonAsked)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_page.addItem(self.spacer_page)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(ReasonAsked)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.act = QPushButton(ReasonAsked)
        self.act.setObjectName(u"act")
        self.act.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:remove.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.act.setIcon(icon)

        self.layout_buttons.addWidget(self.act)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_reason.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.reason, self.act)
        QWidget.setTabOrder(self.act, self.leave)

        self.retranslateUi(ReasonAsked)
    # setupUi

    def retranslateUi(self, ReasonAsked):
        ReasonAsked.setWindowTitle(QCoreApplication.translate("ReasonAsked", u"\u5220\u9664\u8bb0\u5f55", None))
        self.label_question.setText("")
        self.label_reason.setText(QCoreApplication.translate("ReasonAsked", u"\u539f\u56e0 *", None))
        self.reason.setPlaceholderText(QCoreApplication.translate("ReasonAsked", u"\u5982\uff1a\u91cd\u590d\u767b\u8bb0", None))
        self.label_notes.setText(QCoreApplication.translate("ReasonAsked", u"\u8bb0\u5f55\u653e\u8fdb\u201c\u7f16\u8f91\u2014\u56de\u6536\u7ad9\u201d\uff0c\u53ef\u4ee5\u539f\u6837\u653e\u56de\uff1b\u5185\u5bb9\u548c\u539f\u56e0\u4e5f\u4fdd\u7559\u5728\u201c\u7f16\u8f91\u2014\u5168\u90e8\u4fee\u6539\u8bb0\u5f55\u201d\u91cc\u3002", None))
        self.label_notes.setProperty(u"role", QCoreApplication.translate("ReasonAsked", u"grey", None))
        self.leave.setText(QCoreApplication.translate("ReasonAsked", u"\u53d6\u6d88\uff08Esc\uff09", None))
        self.act.setText(QCoreApplication.translate("ReasonAsked", u"\u5220\u9664", None))
    # retranslateUi
