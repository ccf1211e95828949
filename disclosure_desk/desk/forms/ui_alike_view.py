# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'alike_view.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QHBoxLayout, QLabel, QListWidget, QPushButton,
    QSizePolicy, QSpacerItem, QSplitter, QTextBrowser, QVBoxLayout, QWidget)

class Ui_AlikeView(object):
    def setupUi(self, AlikeView):
        if not AlikeView.objectName():
            AlikeView.setObjectName(u"AlikeView")
        AlikeView.resize(980, 560)
        self.layout_page = QVBoxLayout(AlikeView)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_source = QHBoxLayout()
        self.layout_source.setObjectName(u"layout_source")
        self.label_lead = QLabel(AlikeView)
        self.label_lead.setObjectName(u"label_lead")
        self.label_lead.setWordWrap(True)
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.label_lead.sizePolicy().hasHeightForWidth())
        self.label_lead.setSizePolicy(sizePolicy)

        self.layout_source.addWidget(self.label_lead)

        self.choose_file = QPushButton(AlikeView)
        self.choose_file.setObjectName(u"choose_file")
        self.choose_file.setAutoDefault(False)

        self.layout_source.addWidget(self.choose_file)


        self.layout_page.addLayout(self.layout_source)

        self.splitter = QSplitter(AlikeView)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.chapters = QListWidget(self.splitter)
        self.chapters.setObjectName(u"chapters")
        self.splitter.addWidget(self.chapters)
        self.sentences = QTextBrowser(self.splitter)
        self.sentences.setObjectName(u"sentences")
        self.sentences.setTabChangesFocus(True)
        self.sentences.setOpenLinks(False)
        self.splitter.addWidget(self.sentences)

        self.layout_page.addWidget(self.splitter)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer)

        self.leave = QPushButton(AlikeView)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)


        self.layout_page.addLayout(self.layout_buttons)

        QWidget.setTabOrder(self.choose_file, self.chapters)
        QWidget.setTabOrder(self.chapters, self.sentences)
        QWidget.setTabOrder(self.sentences, self.leave)

        self.retranslateUi(AlikeView)
    # setupUi

    def retranslateUi(self, AlikeView):
        AlikeView.setWindowTitle(QCoreApplication.translate("AlikeView", u"\u4e0e\u4e0a\u5e74\u62a5\u544a\u6bd4\u8f83", None))
        self.label_lead.setText("")
#if QT_CONFIG(tooltip)
        self.choose_file.setToolTip(QCoreApplication.translate("AlikeView", u"\u4e0a\u5e74\u7684\u62a5\u544a\u4e0d\u662f\u7528\u672c\u7a0b\u5e8f\u5199\u7684\uff0c\u53ef\u4ee5\u9009\u5b83\u7684 .docx \u6216\u7f51\u9875\u6587\u4ef6", None))
#endif // QT_CONFIG(tooltip)
        self.choose_file.setText(QCoreApplication.translate("AlikeView", u"\u7528\u4e0a\u5e74\u7684\u62a5\u544a\u6587\u4ef6\u6bd4\u8f83(&O)\u2026", None))
#if QT_CONFIG(accessibility)
        self.chapters.setAccessibleName(QCoreApplication.translate("AlikeView", u"\u5404\u7ae0\u4e0e\u4e0a\u5e74\u76f8\u540c\u7684\u767e\u5206\u6bd4", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.sentences.setAccessibleName(QCoreApplication.translate("AlikeView", u"\u76f8\u540c\u7684\u53e5\u5b50", None))
#endif // QT_CONFIG(accessibility)
        self.leave.setText(QCoreApplication.translate("AlikeView", u"\u5173\u95ed\uff08Esc\uff09", None))
    # retranslateUi
