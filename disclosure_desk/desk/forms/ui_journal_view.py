# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'journal_view.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox

class Ui_JournalView(object):
    def setupUi(self, JournalView):
        if not JournalView.objectName():
            JournalView.setObjectName(u"JournalView")
        JournalView.resize(860, 480)
        self.layout_page = QVBoxLayout(JournalView)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_record = QLabel(JournalView)
        self.label_record.setObjectName(u"label_record")
        self.label_record.setWordWrap(True)

        self.layout_page.addWidget(self.label_record)

        self.layout_field = QHBoxLayout()
        self.layout_field.setSpacing(8)
        self.layout_field.setObjectName(u"layout_field")
        self.label_field = QLabel(JournalView)
        self.label_field.setObjectName(u"label_field")

        self.layout_field.addWidget(self.label_field)

        self.field = ChoiceBox(JournalView)
        self.field.setObjectName(u"field")
        self.field.setMinimumSize(QSize(260, 0))

        self.layout_field.addWidget(self.field)

        self.spacer_field = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_field.addItem(self.spacer_field)


        self.layout_page.addLayout(self.layout_field)

        self.lines = QTableView(JournalView)
        self.lines.setObjectName(u"lines")

        self.layout_page.addWidget(self.lines)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.label_value = QLabel(JournalView)
        self.label_value.setObjectName(u"label_value")

        self.layout_buttons.addWidget(self.label_value)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.show_personal = QPushButton(JournalView)
        self.show_personal.setObjectName(u"show_personal")
        self.show_personal.setAutoDefault(False)

        self.layout_buttons.addWidget(self.show_personal)

        self.put_back = QPushButton(JournalView)
        self.put_back.setObjectName(u"put_back")
        self.put_back.setAutoDefault(False)

        self.layout_buttons.addWidget(self.put_back)

        self.leave = QPushButton(JournalView)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_field.setBuddy(self.field)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.field, self.lines)
        QWidget.setTabOrder(self.lines, self.show_personal)
        QWidget.setTabOrder(self.show_personal, self.put_back)
        QWidget.setTabOrder(self.put_back, self.leave)

        self.retranslateUi(JournalView)
    # setupUi

    def retranslateUi(self, JournalView):
        JournalView.setWindowTitle(QCoreApplication.translate("JournalView", u"\u4fee\u6539\u8bb0\u5f55", None))
        self.label_record.setText("")
        self.label_field.setText(QCoreApplication.translate("JournalView", u"\u680f\u76ee", None))
#if QT_CONFIG(accessibility)
        self.lines.setAccessibleName(QCoreApplication.translate("JournalView", u"\u4fee\u6539\u8bb0\u5f55", None))
#endif // QT_CONFIG(accessibility)
        self.label_value.setText("")
        self.label_value.setProperty(u"role", QCoreApplication.translate("JournalView", u"grey", None))
        self.show_personal.setText(QCoreApplication.translate("JournalView", u"\u663e\u793a\u4e2a\u4eba\u4fe1\u606f\uff08Ctrl+Shift+I\uff09", None))
        self.put_back.setText(QCoreApplication.translate("JournalView", u"\u6062\u590d\u6b64\u503c\uff08Ctrl+Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("JournalView", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
