# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'register_columns.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QListWidget, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_RegisterColumns(object):
    def setupUi(self, RegisterColumns):
        if not RegisterColumns.objectName():
            RegisterColumns.setObjectName(u"RegisterColumns")
        RegisterColumns.resize(420, 560)
        self.layout_page = QVBoxLayout(RegisterColumns)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_columns = QLabel(RegisterColumns)
        self.label_columns.setObjectName(u"label_columns")

        self.layout_page.addWidget(self.label_columns)

        self.columns = QListWidget(RegisterColumns)
        self.columns.setObjectName(u"columns")

        self.layout_page.addWidget(self.columns)

        self.layout_moves = QHBoxLayout()
        self.layout_moves.setSpacing(8)
        self.layout_moves.setObjectName(u"layout_moves")
        self.move_up = QPushButton(RegisterColumns)
        self.move_up.setObjectName(u"move_up")
        self.move_up.setAutoDefault(False)

        self.layout_moves.addWidget(self.move_up)

        self.move_down = QPushButton(RegisterColumns)
        self.move_down.setObjectName(u"move_down")
        self.move_down.setAutoDefault(False)

        self.layout_moves.addWidget(self.move_down)

        self.spacer_moves = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_moves.addItem(self.spacer_moves)

        self.reset_columns = QPushButton(RegisterColumns)
        self.reset_columns.setObjectName(u"reset_columns")
        self.reset_columns.setAutoDefault(False)

        self.layout_moves.addWidget(self.reset_columns)


        self.layout_page.addLayout(self.layout_moves)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(10, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.apply_columns = QPushButton(RegisterColumns)
        self.apply_columns.setObjectName(u"apply_columns")
        self.apply_columns.setAutoDefault(False)

        self.layout_buttons.addWidget(self.apply_columns)

        self.leave = QPushButton(RegisterColumns)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_columns.setBuddy(self.columns)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.columns, self.move_up)
        QWidget.setTabOrder(self.move_up, self.move_down)
        QWidget.setTabOrder(self.move_down, self.reset_columns)
        QWidget.setTabOrder(self.reset_columns, self.apply_columns)
        QWidget.setTabOrder(self.apply_columns, self.leave)

        self.retranslateUi(RegisterColumns)
    # setupUi

    def retranslateUi(self, RegisterColumns):
        RegisterColumns.setWindowTitle(QCoreApplication.translate("RegisterColumns", u"\u9009\u62e9\u5217", None))
        self.label_columns.setText(QCoreApplication.translate("RegisterColumns", u"\u663e\u793a\u7684\u5217(&C)\uff1a\u7a7a\u683c\u952e\u52fe\u9009\uff0cAlt+\u2191\u3001Alt+\u2193 \u79fb\u52a8", None))
#if QT_CONFIG(accessibility)
        self.columns.setAccessibleName(QCoreApplication.translate("RegisterColumns", u"\u663e\u793a\u7684\u5217", None))
#endif // QT_CONFIG(accessibility)
        self.move_up.setText(QCoreApplication.translate("RegisterColumns", u"\u4e0a\u79fb\uff08Alt+\u2191\uff09", None))
        self.move_down.setText(QCoreApplication.translate("RegisterColumns", u"\u4e0b\u79fb\uff08Alt+\u2193\uff09", None))
        self.reset_columns.setText(QCoreApplication.translate("RegisterColumns", u"\u6062\u590d\u539f\u6837", None))
        self.apply_columns.setText(QCoreApplication.translate("RegisterColumns", u"\u786e\u5b9a\uff08Ctrl+Enter\uff09", None))
        self.leave.setText(QCoreApplication.translate("RegisterColumns", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
