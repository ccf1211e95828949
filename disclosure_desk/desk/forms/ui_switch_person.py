# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'switch_person.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QListWidget, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_SwitchPerson(object):
    def setupUi(self, SwitchPerson):
        if not SwitchPerson.objectName():
            SwitchPerson.setObjectName(u"SwitchPerson")
        SwitchPerson.resize(420, 330)
        self.layout_page = QVBoxLayout(SwitchPerson)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_people = QLabel(SwitchPerson)
        self.label_people.setObjectName(u"label_people")
        self.label_people.setWordWrap(True)

        self.layout_page.addWidget(self.label_people)

        self.people = QListWidget(SwitchPerson)
        self.people.setObjectName(u"people")
        self.people.setMinimumSize(QSize(0, 180))

        self.layout_page.addWidget(self.people)

        self.label_notes = QLabel(SwitchPerson)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.choose = QPushButton(SwitchPerson)
        self.choose.setObjectName(u"choose")
        self.choose.setAutoDefault(False)

        self.layout_buttons.addWidget(self.choose)

        self.leave = QPushButton(SwitchPerson)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_people.setBuddy(self.people)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.people, self.choose)
        QWidget.setTabOrder(self.choose, self.leave)

        self.retranslateUi(SwitchPerson)
    # setupUi

    def retranslateUi(self, SwitchPerson):
        SwitchPerson.setWindowTitle(QCoreApplication.translate("SwitchPerson", u"\u5207\u6362\u4eba\u5458", None))
        self.label_people.setText(QCoreApplication.translate("SwitchPerson", u"\u6309\u6570\u5b57\u952e\u6216\u7528\u2191\u3001\u2193\u9009\u62e9\uff0c\u6309 Enter \u786e\u5b9a\u3002\u4ee5\u540e\u7684\u767b\u8bb0\u548c\u4fee\u6539\u8bb0\u5728\u8fd9\u4e2a\u4eba\u540d\u4e0b\u3002", None))
#if QT_CONFIG(accessibility)
        self.people.setAccessibleName(QCoreApplication.translate("SwitchPerson", u"\u5728\u5c97\u4eba\u5458", None))
#endif // QT_CONFIG(accessibility)
        self.label_notes.setText("")
        self.label_notes.setProperty(u"role", QCoreApplication.translate("SwitchPerson", u"grey", None))
        self.choose.setText(QCoreApplication.translate("SwitchPerson", u"\u786e\u5b9a", None))
        self.leave.setText(QCoreApplication.translate("SwitchPerson", u"\u53ea\u67e5\u770b", None))
    # retranslateUi
