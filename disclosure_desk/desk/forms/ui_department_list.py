# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'department_list.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable

class Ui_DepartmentList(object):
    def setupUi(self, DepartmentList):
        if not DepartmentList.objectName():
            DepartmentList.setObjectName(u"DepartmentList")
        DepartmentList.resize(700, 420)
        self.layout_page = QVBoxLayout(DepartmentList)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_departments = QLabel(DepartmentList)
        self.label_departments.setObjectName(u"label_departments")
        self.label_departments.setWordWrap(True)

        self.layout_page.addWidget(self.label_departments)

        self.departments = LinesTable(DepartmentList)
        self.departments.setObjectName(u"departments")
        self.departments.setMinimumSize(QSize(0, 200))

        self.layout_page.addWidget(self.departments)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.add_department = QPushButton(DepartmentList)
        self.add_department.setObjectName(u"add_department")
        self.add_department.setAutoDefault(False)

        self.layout_buttons.addWidget(self.add_department)

        self.change_department = QPushButton(DepartmentList)
        self.change_department.setObjectName(u"change_department")
        self.change_department.setAutoDefault(False)

        self.layout_buttons.addWidget(self.change_department)

        self.merge_department = QPushButton(DepartmentList)
        self.merge_department.setObjectName(u"merge_department")
        self.merge_department.setAutoDefault(False)

        self.layout_buttons.addWidget(self.merge_department)

        self.move_up = QPushButton(DepartmentList)
        self.move_up.setObjectName(u"move_up")
        self.move_up.setAutoDefault(False)

        self.layout_buttons.addWidget(self.move_up)

        self.move_down = QPushButton(DepartmentList)
        self.move_down.setObjectName(u"move_down")
        self.move_down.setAutoDefault(False)

        self.layout_buttons.addWidget(self.move_down)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_departments.setBuddy(self.departments)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.departments, self.add_department)
        QWidget.setTabOrder(self.add_department, self.change_department)
        QWidget.setTabOrder(self.change_department, self.merge_department)
        QWidget.setTabOrder(self.merge_department, self.move_up)
        QWidget.setTabOrder(self.move_up, self.move_down)

        self.retranslateUi(DepartmentList)
    # setupUi

    def retranslateUi(self, DepartmentList):
        DepartmentList.setWindowTitle(QCoreApplication.translate("DepartmentList", u"\u79d1\u5ba4", None))
        self.label_departments.setText(QCoreApplication.translate("DepartmentList", u"\u79d1\u5ba4\u6309\u8fd9\u91cc\u7684\u987a\u5e8f\u5217\u51fa\u548c\u63a8\u8350\u3002\u767b\u8bb0\u65f6\u65b0\u5199\u7684\u79d1\u5ba4\u540d\u79f0\u81ea\u52a8\u52a0\u5165\uff0c\u6392\u5728\u6700\u540e\uff1b\u6539\u540d\u540e\uff0c\u5df2\u6709\u7684\u8bb0\u5f55\u8ddf\u7740\u6539\u3002", None))
        self.label_departments.setProperty(u"role", QCoreApplication.translate("DepartmentList", u"grey", None))
#if QT_CONFIG(accessibility)
        self.departments.setAccessibleName(QCoreApplication.translate("DepartmentList", u"\u79d1\u5ba4", None))
#endif // QT_CONFIG(accessibility)
        self.add_department.setText(QCoreApplication.translate("DepartmentList", u"\u65b0\u589e\u2026", None))
        self.change_department.setText(QCoreApplication.translate("DepartmentList", u"\u4fee\u6539\u2026", None))
        self.merge_department.setText(QCoreApplication.translate("DepartmentList", u"\u5408\u5e76\u2026", None))
        self.move_up.setText(QCoreApplication.translate("DepartmentList", u"\u4e0a\u79fb", None))
        self.move_down.setText(QCoreApplication.translate("DepartmentList", u"\u4e0b\u79fb", None))
    # retranslateUi
