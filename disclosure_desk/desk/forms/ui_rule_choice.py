# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'rule_choice.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_RuleChoice(object):
    def setupUi(self, RuleChoice):
        if not RuleChoice.objectName():
            RuleChoice.setObjectName(u"RuleChoice")
        RuleChoice.resize(980, 560)
        self.layout_page = QVBoxLayout(RuleChoice)
        self.layout_page.setObjectName(u"layout_page")
        self.label_lead = QLabel(RuleChoice)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)

        self.layout_page.addWidget(self.label_lead)

        self.rules = LinesTable(RuleChoice)
        self.rules.setObjectName(u"rules")

        self.layout_page.addWidget(self.rules)

        self.layout_reason = QHBoxLayout()
        self.layout_reason.setObjectName(u"layout_reason")
        self.label_reason = QLabel(RuleChoice)
        self.label_reason.setObjectName(u"label_reason")

        self.layout_reason.addWidget(self.label_reason)

        self.reason = TextLine(RuleChoice)
        self.reason.setObjectName(u"reason")

        self.layout_reason.addWidget(self.reason)

        self.switch_off = QPushButton(RuleChoice)
        self.switch_off.setObjectName(u"switch_off")
        self.switch_off.setAutoDefault(False)

        self.layout_reason.addWidget(self.switch_off)

        self.switch_on = QPushButton(RuleChoice)
        self.switch_on.setObjectName(u"switch_on")
        self.switch_on.setAutoDefault(False)

        self.layout_reason.addWidget(self.switch_on)

        self.leave = QPushButton(RuleChoice)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_reason.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_reason)

#if QT_CONFIG(shortcut)
        self.label_reason.setBuddy(self.reason)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.rules, self.reason)
        QWidget.setTabOrder(self.reason, self.switch_off)
        QWidget.setTabOrder(self.switch_off, self.switch_on)
        QWidget.setTabOrder(self.switch_on, self.leave)

        self.retranslateUi(RuleChoice)
    # setupUi

    def retranslateUi(self, RuleChoice):
        RuleChoice.setWindowTitle(QCoreApplication.translate("RuleChoice", u"\u6838\u5bf9\u89c4\u5219", None))
        self.label_lead.setText(QCoreApplication.translate("RuleChoice", u"\u505c\u7528\u7684\u89c4\u5219\u5728\u6838\u5bf9\u62a5\u544a\u548c\u5bfc\u51fa\u4e4b\u524d\u90fd\u4e0d\u518d\u63d0\u793a\uff1b\u505c\u7528\u8981\u5199\u660e\u539f\u56e0\uff0c\u8bb0\u5165\u64cd\u4f5c\u8bb0\u5f55\u3002", None))
#if QT_CONFIG(accessibility)
        self.rules.setAccessibleName(QCoreApplication.translate("RuleChoice", u"\u6838\u5bf9\u89c4\u5219", None))
#endif // QT_CONFIG(accessibility)
        self.label_reason.setText(QCoreApplication.translate("RuleChoice", u"\u505c\u7528\u539f\u56e0(&R)", None))
        self.switch_off.setText(QCoreApplication.translate("RuleChoice", u"\u505c\u7528(&T)", None))
        self.switch_on.setText(QCoreApplication.translate("RuleChoice", u"\u542f\u7528(&Q)", None))
        self.leave.setText(QCoreApplication.translate("RuleChoice", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
