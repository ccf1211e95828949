# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'statistics_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QCheckBox, QComboBox, QHBoxLayout,
    QLabel, QSizePolicy, QSplitter, QTableView, QTextBrowser, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.paper_form import PaperForm

class Ui_StatisticsPage(object):
    def setupUi(self, StatisticsPage):
        if not StatisticsPage.objectName():
            StatisticsPage.setObjectName(u"StatisticsPage")
        StatisticsPage.resize(1180, 660)
        self.layout_page = QVBoxLayout(StatisticsPage)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_choice = QHBoxLayout()
        self.layout_choice.setObjectName(u"layout_choice")
        self.label_edition = QLabel(StatisticsPage)
        self.label_edition.setObjectName(u"label_edition")

        self.layout_choice.addWidget(self.label_edition)

        self.edition = QComboBox(StatisticsPage)
        self.edition.setObjectName(u"edition")
        self.edition.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edition.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.layout_choice.addWidget(self.edition)

        self.compares = QCheckBox(StatisticsPage)
        self.compares.setObjectName(u"compares")

        self.layout_choice.addWidget(self.compares)

        self.checks = QLabel(StatisticsPage)
        self.checks.setObjectName(u"checks")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.checks.sizePolicy().hasHeightForWidth())
        self.checks.setSizePolicy(sizePolicy)
        self.checks.setTextFormat(Qt.TextFormat.RichText)
        self.checks.setAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)
        self.checks.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard|Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_choice.addWidget(self.checks)


        self.layout_page.addLayout(self.layout_choice)

        self.broken = QLabel(StatisticsPage)
        self.broken.setObjectName(u"broken")
        self.broken.setVisible(False)
        self.broken.setTextFormat(Qt.TextFormat.RichText)
        self.broken.setWordWrap(True)
        self.broken.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard|Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.broken)

        self.splitter = QSplitter(StatisticsPage)
        self.splitter.setObjectName(u"splitter")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy1.setHorizontalStretch(0)
        sizePolicy1.setVerticalStretch(1)
        sizePolicy1.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy1)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.paper = PaperForm(self.splitter)
        self.paper.setObjectName(u"paper")
        self.paper.setMinimumSize(QSize(400, 0))
        self.splitter.addWidget(self.paper)
        self.side = QWidget(self.splitter)
        self.side.setObjectName(u"side")
        self.side.setMinimumSize(QSize(200, 0))
        self.layout_side = QVBoxLayout(self.side)
        self.layout_side.setObjectName(u"layout_side")
        self.layout_side.setContentsMargins(6, 0, 0, 0)
        self.figure_title = QLabel(self.side)
        self.figure_title.setObjectName(u"figure_title")
        self.figure_title.setWordWrap(True)
        self.figure_title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

        self.layout_side.addWidget(self.figure_title)

        self.label_records = QLabel(self.side)
        self.label_records.setObjectName(u"label_records")

        self.layout_side.addWidget(self.label_records)

        self.records = QTableView(self.side)
        self.records.setObjectName(u"records")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(3)
        sizePolicy2.setHeightForWidth(self.records.sizePolicy().hasHeightForWidth())
        self.records.setSizePolicy(sizePolicy2)
        self.records.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.records.setTabKeyNavigation(False)
        self.records.setAlternatingRowColors(True)
        self.records.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.records.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.records.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.records.setShowGrid(False)
        self.records.setWordWrap(False)
        self.records.horizontalHeader().setStretchLastSection(False)
        self.records.verticalHeader().setVisible(False)

        self.layout_side.addWidget(self.records)

        self.label_explanation = QLabel(self.side)
        self.label_explanation.setObjectName(u"label_explanation")

        self.layout_side.addWidget(self.label_explanation)

        self.explanation = QTextBrowser(self.side)
        self.explanation.setObjectName(u"explanation")
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy3.setHorizontalStretch(0)
        sizePolicy3.setVerticalStretch(4)
        sizePolicy3.setHeightForWidth(self.explanation.sizePolicy().hasHeightForWidth())
        self.explanation.setSizePolicy(sizePolicy3)
        self.explanation.setTabChangesFocus(True)
        self.explanation.setOpenLinks(False)

        self.layout_side.addWidget(self.explanation)

        self.splitter.addWidget(self.side)

        self.layout_page.addWidget(self.splitter)

#if QT_CONFIG(shortcut)
        self.label_edition.setBuddy(self.edition)
        self.label_records.setBuddy(self.records)
        self.label_explanation.setBuddy(self.explanation)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.edition, self.compares)
        QWidget.setTabOrder(self.compares, self.paper)
        QWidget.setTabOrder(self.paper, self.records)
        QWidget.setTabOrder(self.records, self.explanation)

        self.retranslateUi(StatisticsPage)
    # setupUi

    def retranslateUi(self, StatisticsPage):
        StatisticsPage.setWindowTitle(QCoreApplication.translate("StatisticsPage", u"\u5e74\u5ea6\u7edf\u8ba1", None))
        self.label_edition.setText(QCoreApplication.translate("StatisticsPage", u"\u62a5\u544a\u683c\u5f0f(&G)", None))
#if QT_CONFIG(tooltip)
        self.edition.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u6309\u5e74\u5ea6\u81ea\u52a8\u9009\u7528\uff0c\u4e5f\u53ef\u4ee5\u6539\u7528\u522b\u7684\u683c\u5f0f\u67e5\u770b", None))
#endif // QT_CONFIG(tooltip)
        self.compares.setText(QCoreApplication.translate("StatisticsPage", u"\u663e\u793a\u4e0e\u4e0a\u5e74\u7684\u589e\u51cf(&B)", None))
#if QT_CONFIG(tooltip)
        self.compares.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u5728\u6bcf\u4e2a\u6570\u5b57\u53f3\u4e0b\u89d2\u663e\u793a\u4e0e\u4e0a\u5e74\u76f8\u6bd4\u7684\u589e\u51cf", None))
#endif // QT_CONFIG(tooltip)
        self.label_records.setText(QCoreApplication.translate("StatisticsPage", u"\u80cc\u540e\u7684\u8bb0\u5f55(&J)", None))
        self.label_explanation.setText(QCoreApplication.translate("StatisticsPage", u"\u8fd9\u6761\u8bb0\u5f55\u8ba1\u5165\u54ea\u4e9b\u5355\u5143\u683c(&K)", None))
    # retranslateUi
