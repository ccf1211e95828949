# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'paste_sheet.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.column_choice import ColumnChoice
from disclosure_desk.desk.widgets.paste_grid import PasteGrid

class Ui_PasteSheet(object):
    def setupUi(self, PasteSheet):
        if not PasteSheet.objectName():
            PasteSheet.setObjectName(u"PasteSheet")
        PasteSheet.resize(1240, 640)
        self.layout_page = QVBoxLayout(PasteSheet)
        self.layout_page.setSpacing(8)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_told = QLabel(PasteSheet)
        self.label_told.setObjectName(u"label_told")
        self.label_told.setWordWrap(True)

        self.layout_page.addWidget(self.label_told)

        self.layout_tools = QHBoxLayout()
        self.layout_tools.setSpacing(8)
        self.layout_tools.setObjectName(u"layout_tools")
        self.label_field_of_column = QLabel(PasteSheet)
        self.label_field_of_column.setObjectName(u"label_field_of_column")

        self.layout_tools.addWidget(self.label_field_of_column)

        self.field_of_column = ColumnChoice(PasteSheet)
        self.field_of_column.setObjectName(u"field_of_column")
        self.field_of_column.setMinimumSize(QSize(200, 0))
        self.field_of_column.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field_of_column.setMaxVisibleItems(32)

        self.layout_tools.addWidget(self.field_of_column)

        self.space_tools = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_tools.addItem(self.space_tools)

        self.fill_down = QPushButton(PasteSheet)
        self.fill_down.setObjectName(u"fill_down")
        self.fill_down.setAutoDefault(False)

        self.layout_tools.addWidget(self.fill_down)

        self.remove_rows = QPushButton(PasteSheet)
        self.remove_rows.setObjectName(u"remove_rows")
        self.remove_rows.setAutoDefault(False)

        self.layout_tools.addWidget(self.remove_rows)

        self.clear_sheet = QPushButton(PasteSheet)
        self.clear_sheet.setObjectName(u"clear_sheet")
        self.clear_sheet.setAutoDefault(False)

        self.layout_tools.addWidget(self.clear_sheet)

        self.save_rows = QPushButton(PasteSheet)
        self.save_rows.setObjectName(u"save_rows")
        self.save_rows.setAutoDefault(False)

        self.layout_tools.addWidget(self.save_rows)


        self.layout_page.addLayout(self.layout_tools)

        self.grid = PasteGrid(PasteSheet)
        self.grid.setObjectName(u"grid")

        self.layout_page.addWidget(self.grid)

        self.label_finding = QLabel(PasteSheet)
        self.label_finding.setObjectName(u"label_finding")
        self.label_finding.setWordWrap(True)

        self.layout_page.addWidget(self.label_finding)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.label_count = QLabel(PasteSheet)
        self.label_count.setObjectName(u"label_count")
        self.label_count.setWordWrap(False)

        self.layout_buttons.addWidget(self.label_count)

        self.space_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.space_buttons)

        self.take_sound = QPushButton(PasteSheet)
        self.take_sound.setObjectName(u"take_sound")
        self.take_sound.setAutoDefault(False)

        self.layout_buttons.addWidget(self.take_sound)

        self.take_in = QPushButton(PasteSheet)
        self.take_in.setObjectName(u"take_in")
        self.take_in.setAutoDefault(False)

        self.layout_buttons.addWidget(self.take_in)

        self.leave = QPushButton(PasteSheet)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_field_of_column.setBuddy(self.field_of_column)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.field_of_column, self.fill_down)
        QWidget.setTabOrder(self.fill_down, self.remove_rows)
        QWidget.setTabOrder(self.remove_rows, self.clear_sheet)
        QWidget.setTabOrder(self.clear_sheet, self.save_rows)
        QWidget.setTabOrder(self.save_rows, self.grid)
        QWidget.setTabOrder(self.grid, self.take_sound)
        QWidget.setTabOrder(self.take_sound, self.take_in)
        QWidget.setTabOrder(self.take_in, self.leave)

        self.retranslateUi(PasteSheet)
    # setupUi

    def retranslateUi(self, PasteSheet):
        PasteSheet.setWindowTitle(QCoreApplication.translate("PasteSheet", u"\u7c98\u8d34\u591a\u884c", None))
        self.label_told.setText("")
        self.label_field_of_column.setText(QCoreApplication.translate("PasteSheet", u"\u8fd9\u4e00\u5217\u662f(&F)", None))
        self.fill_down.setText(QCoreApplication.translate("PasteSheet", u"\u5411\u4e0b\u586b\u5145\uff08Ctrl+D\uff09", None))
        self.remove_rows.setText(QCoreApplication.translate("PasteSheet", u"\u5220\u53bb\u6240\u9009\u884c\uff08Ctrl+-\uff09", None))
        self.clear_sheet.setText(QCoreApplication.translate("PasteSheet", u"\u6e05\u7a7a", None))
        self.save_rows.setText(QCoreApplication.translate("PasteSheet", u"\u53e6\u5b58\u5230 Excel\u2026", None))
        self.label_finding.setText("")
        self.label_finding.setProperty(u"role", QCoreApplication.translate("PasteSheet", u"grey", None))
        self.label_count.setText("")
        self.take_sound.setText(QCoreApplication.translate("PasteSheet", u"\u53ea\u767b\u8bb0\u6ca1\u6709\u9519\u7684\u884c", None))
        self.take_in.setText(QCoreApplication.translate("PasteSheet", u"\u767b\u8bb0\uff08Ctrl+Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("PasteSheet", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
