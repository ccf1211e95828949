# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'people_list.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QCheckBox, QGridLayout, QGroupBox, QHBoxLayout, QLabel,
    QPushButton, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.lines_table import LinesTable

class Ui_PeopleList(object):
    def setupUi(self, PeopleList):
        if not PeopleList.objectName():
            PeopleList.setObjectName(u"PeopleList")
        PeopleList.resize(760, 520)
        self.layout_page = QVBoxLayout(PeopleList)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_people = QLabel(PeopleList)
        self.label_people.setObjectName(u"label_people")
        self.label_people.setWordWrap(True)

        self.layout_page.addWidget(self.label_people)

        self.people = LinesTable(PeopleList)
        self.people.setObjectName(u"people")
        self.people.setMinimumSize(QSize(0, 150))

        self.layout_page.addWidget(self.people)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.add_person = QPushButton(PeopleList)
        self.add_person.setObjectName(u"add_person")
        self.add_person.setAutoDefault(False)

        self.layout_buttons.addWidget(self.add_person)

        self.change_person = QPushButton(PeopleList)
        self.change_person.setObjectName(u"change_person")
        self.change_person.setAutoDefault(False)

        self.layout_buttons.addWidget(self.change_person)

        self.end_person = QPushButton(PeopleList)
        self.end_person.setObjectName(u"end_person")
        self.end_person.setAutoDefault(False)

        self.layout_buttons.addWidget(self.end_person)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.switch_person = QPushButton(PeopleList)
        self.switch_person.setObjectName(u"switch_person")
        self.switch_person.setAutoDefault(False)

        self.layout_buttons.addWidget(self.switch_person)


        self.layout_page.addLayout(self.layout_buttons)

        self.group_confirmation = QGroupBox(PeopleList)
        self.group_confirmation.setObjectName(u"group_confirmation")
        self.layout_confirmation = QGridLayout(self.group_confirmation)
        self.layout_confirmation.setSpacing(8)
        self.layout_confirmation.setObjectName(u"layout_confirmation")
        self.wants_request = QCheckBox(self.group_confirmation)
        self.wants_request.setObjectName(u"wants_request")

        self.layout_confirmation.addWidget(self.wants_request, 0, 0, 1, 1)

        self.label_since_request = QLabel(self.group_confirmation)
        self.label_since_request.setObjectName(u"label_since_request")

        self.layout_confirmation.addWidget(self.label_since_request, 0, 1, 1, 1)

        self.since_request = DateEdit(self.group_confirmation)
        self.since_request.setObjectName(u"since_request")

        self.layout_confirmation.addWidget(self.since_request, 0, 2, 1, 1)

        self.wants_publication = QCheckBox(self.group_confirmation)
        self.wants_publication.setObjectName(u"wants_publication")

        self.layout_confirmation.addWidget(self.wants_publication, 1, 0, 1, 1)

        self.label_since_publication = QLabel(self.group_confirmation)
        self.label_since_publication.setObjectName(u"label_since_publication")

        self.layout_confirmation.addWidget(self.label_since_publication, 1, 1, 1, 1)

        self.since_publication = DateEdit(self.group_confirmation)
        self.since_publication.setObjectName(u"since_publication")

        self.layout_confirmation.addWidget(self.since_publication, 1, 2, 1, 1)

        self.wants_closed_year = QCheckBox(self.group_confirmation)
        self.wants_closed_year.setObjectName(u"wants_closed_year")

        self.layout_confirmation.addWidget(self.wants_closed_year, 2, 0, 1, 1)

        self.label_since_closed_year = QLabel(self.group_confirmation)
        self.label_since_closed_year.setObjectName(u"label_since_closed_year")

        self.layout_confirmation.addWidget(self.label_since_closed_year, 2, 1, 1, 1)

        self.since_closed_year = DateEdit(self.group_confirmation)
        self.since_closed_year.setObjectName(u"since_closed_year")

        self.layout_confirmation.addWidget(self.since_closed_year, 2, 2, 1, 1)

        self.spacer_confirmation = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_confirmation.addItem(self.spacer_confirmation, 0, 3, 1, 1)


        self.layout_page.addWidget(self.group_confirmation)

        self.label_notes = QLabel(PeopleList)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

#if QT_CONFIG(shortcut)
        self.label_people.setBuddy(self.people)
        self.label_since_request.setBuddy(self.since_request)
        self.label_since_publication.setBuddy(self.since_publication)
        self.label_since_closed_year.setBuddy(self.since_closed_year)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.people, self.add_person)
        QWidget.setTabOrder(self.add_person, self.change_person)
        QWidget.setTabOrder(self.change_person, self.end_person)
        QWidget.setTabOrder(self.end_person, self.switch_person)
        QWidget.setTabOrder(self.switch_person, self.wants_request)
        QWidget.setTabOrder(self.wants_request, self.since_request)
        QWidget.setTabOrder(self.since_request, self.wants_publication)
        QWidget.setTabOrder(self.wants_publication, self.since_publication)
        QWidget.setTabOrder(self.since_publication, self.wants_closed_year)
        QWidget.setTabOrder(self.wants_closed_year, self.since_closed_year)

        self.retranslateUi(PeopleList)
    # setupUi

    def retranslateUi(self, PeopleList):
        PeopleList.setWindowTitle(QCoreApplication.translate("PeopleList", u"\u4eba\u5458", None))
        self.label_people.setText(QCoreApplication.translate("PeopleList", u"\u6ca1\u6709\u767b\u8bb0\u4eba\u5458\u65f6\uff0c\u6253\u5f00\u7a0b\u5e8f\u7684\u4eba\u53ef\u4ee5\u505a\u5168\u90e8\u64cd\u4f5c\u3002\u767b\u8bb0\u4ee5\u540e\uff0c\u5404\u4eba\u6309\u89d2\u8272\u529e\u4e8b\uff1a\u7ecf\u529e\u4eba\u767b\u8bb0\u3001\u4fee\u6539\u3001\u5bfc\u51fa\uff1b\u590d\u6838\u4eba\u8fd8\u53ef\u4ee5\u590d\u6838\u3001\u7b7e\u53d1\u548c\u91cd\u65b0\u5f00\u653e\u5e74\u5ea6\u3001\u505c\u7528\u89c4\u5219\u3001\u4fee\u6539\u5355\u4f4d\u4fe1\u606f\u548c\u4eba\u5458\uff1b\u53ea\u8bfb\u7684\u53ea\u80fd\u67e5\u770b\u3002\u79bb\u5c97\u7684\u586b\u79bb\u5c97\u65e5\u671f\uff0c\u4e0d\u5220\u9664\u3002", None))
        self.label_people.setProperty(u"role", QCoreApplication.translate("PeopleList", u"grey", None))
#if QT_CONFIG(accessibility)
        self.people.setAccessibleName(QCoreApplication.translate("PeopleList", u"\u4eba\u5458", None))
#endif // QT_CONFIG(accessibility)
        self.add_person.setText(QCoreApplication.translate("PeopleList", u"\u65b0\u589e\u2026", None))
        self.change_person.setText(QCoreApplication.translate("PeopleList", u"\u4fee\u6539\u2026", None))
        self.end_person.setText(QCoreApplication.translate("PeopleList", u"\u4eca\u5929\u79bb\u5c97", None))
        self.switch_person.setText(QCoreApplication.translate("PeopleList", u"\u5207\u6362\u4eba\u5458\u2026", None))
        self.group_confirmation.setTitle(QCoreApplication.translate("PeopleList", u"\u590d\u6838\uff1a\u4e0b\u5217\u5185\u5bb9\u8981\u7531\u53e6\u4e00\u4e2a\u4eba\u590d\u6838", None))
        self.wants_request.setText(QCoreApplication.translate("PeopleList", u"\u4f9d\u7533\u8bf7\u516c\u5f00\u7684\u529e\u7ed3", None))
        self.label_since_request.setText(QCoreApplication.translate("PeopleList", u"\u4ece\u8fd9\u4e00\u5929\u8d77", None))
        self.wants_publication.setText(QCoreApplication.translate("PeopleList", u"\u4e3b\u52a8\u516c\u5f00\u4fe1\u606f\u7684\u516c\u5f00", None))
        self.label_since_publication.setText(QCoreApplication.translate("PeopleList", u"\u4ece\u8fd9\u4e00\u5929\u8d77", None))
        self.wants_closed_year.setText(QCoreApplication.translate("PeopleList", u"\u5e74\u5ea6\u7edf\u8ba1\u7684\u7b7e\u53d1", None))
        self.label_since_closed_year.setText(QCoreApplication.translate("PeopleList", u"\u4ece\u8fd9\u4e00\u5929\u8d77", None))
        self.label_notes.setText(QCoreApplication.translate("PeopleList", u"\u767b\u8bb0\u7684\u4eba\u4e0d\u80fd\u590d\u6838\u81ea\u5df1\u767b\u8bb0\u7684\uff1b\u590d\u6838\u540e\u53c8\u6539\u52a8\u7684\u8981\u91cd\u65b0\u590d\u6838\u3002\u6ca1\u6709\u590d\u6838\u7684\u7167\u5e38\u8ba1\u5165\u7edf\u8ba1\uff0c\u4f46\u5e74\u5ea6\u7edf\u8ba1\u4e0d\u80fd\u7b7e\u53d1\uff0c\u62a5\u544a\u4e0d\u80fd\u5b9a\u7a3f\u5bfc\u51fa\u3002", None))
        self.label_notes.setProperty(u"role", QCoreApplication.translate("PeopleList", u"grey", None))
    # retranslateUi
