# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'changed_meanwhile.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QRect, QSize, Qt)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

class Ui_ChangedMeanwhile(object):
    def setupUi(self, ChangedMeanwhile):
        if not ChangedMeanwhile.objectName():
            ChangedMeanwhile.setObjectName(u"ChangedMeanwhile")
        ChangedMeanwhile.resize(640, 320)
        self.layout_page = QVBoxLayout(ChangedMeanwhile)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_question = QLabel(ChangedMeanwhile)
        self.label_question.setObjectName(u"label_question")
        self.label_question.setWordWrap(True)

        self.layout_page.addWidget(self.label_question)

        self.scroll_fields = QScrollArea(ChangedMeanwhile)
        self.scroll_fields.setObjectName(u"scroll_fields")
        self.scroll_fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_fields.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_fields.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.scroll_fields.setWidgetResizable(True)
        self.fields = QWidget()
        self.fields.setObjectName(u"fields")
        self.fields.setGeometry(QRect(0, 0, 612, 180))
        self.layout_fields = QVBoxLayout(self.fields)
        self.layout_fields.setSpacing(8)
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setContentsMargins(0, 0, 4, 0)
        self.scroll_fields.setWidget(self.fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_notes = QLabel(ChangedMeanwhile)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setSpacing(8)
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.take_theirs = QPushButton(ChangedMeanwhile)
        self.take_theirs.setObjectName(u"take_theirs")
        self.take_theirs.setAutoDefault(False)

        self.layout_buttons.addWidget(self.take_theirs)

        self.take_mine = QPushButton(ChangedMeanwhile)
        self.take_mine.setObjectName(u"take_mine")
        self.take_mine.setAutoDefault(False)

        self.layout_buttons.addWidget(self.take_mine)

        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(ChangedMeanwhile)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.keep = QPushButton(ChangedMeanwhile)
        self.keep.setObjectName(u"keep")
        self.keep.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.keep.setIcon(icon)

        self.layout_buttons.addWidget(self.keep)


        self.layout_page.addLayout(self.layout_buttons)

        QWidget.setTabOrder(self.take_theirs, self.take_mine)
        QWidget.setTabOrder(self.take_mine, self.keep)
        QWidget.setTabOrder(self.keep, self.leave)

        self.retranslateUi(ChangedMeanwhile)
    # setupUi

    def retranslateUi(self, ChangedMeanwhile):
        ChangedMeanwhile.setWindowTitle(QCoreApplication.translate("ChangedMeanwhile", u"\u540c\u4e00\u680f\u88ab\u4e24\u4e2a\u4eba\u6539\u8fc7", None))
        self.label_question.setText("")
        self.label_notes.setText(QCoreApplication.translate("ChangedMeanwhile", u"\u6ca1\u6709\u9009\u7528\u7684\u5185\u5bb9\u4e0d\u4f1a\u4e22\u5931\uff1a\u5bf9\u65b9\u6539\u6210\u7684\u7559\u5728\u4fee\u6539\u8bb0\u5f55\u91cc\uff0c\u60a8\u586b\u7684\u5728\u4fdd\u5b58\u4ee5\u524d\u7559\u5728\u8349\u7a3f\u91cc\u3002", None))
        self.label_notes.setProperty(u"role", QCoreApplication.translate("ChangedMeanwhile", u"grey", None))
        self.take_theirs.setText(QCoreApplication.translate("ChangedMeanwhile", u"\u5168\u7528\u5bf9\u65b9\u7684(&T)", None))
        self.take_mine.setText(QCoreApplication.translate("ChangedMeanwhile", u"\u5168\u7528\u6211\u7684(&M)", None))
        self.leave.setText(QCoreApplication.translate("ChangedMeanwhile", u"\u56de\u53bb\u518d\u770b\uff08Esc\uff09", None))
        self.keep.setText(QCoreApplication.translate("ChangedMeanwhile", u"\u6309\u6240\u9009\u7684\u4fdd\u5b58\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
