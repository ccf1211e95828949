# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'statistics_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QCheckBox, QComboBox, QHBoxLayout,
    QLabel, QPushButton, QSizePolicy, QSpacerItem, QSplitter, QTabWidget, QTableView,
    QTextBrowser, QVBoxLayout, QWidget)

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
        self.label_period = QLabel(StatisticsPage)
        self.label_period.setObjectName(u"label_period")

        self.layout_choice.addWidget(self.label_period)

        self.period_kind = QComboBox(StatisticsPage)
        self.period_kind.setObjectName(u"period_kind")
        self.period_kind.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.period_kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.layout_choice.addWidget(self.period_kind)

        self.period_part = QComboBox(StatisticsPage)
        self.period_part.setObjectName(u"period_part")
        self.period_part.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.period_part.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)

        self.layout_choice.addWidget(self.period_part)

        self.label_edition = QLabel(StatisticsPage)
        self.label_edition.setObjectName(u"label_edition")

        self.layout_choice.addWidget(self.label_edition)

        self.edition = QComboBox(StatisticsPage)
        self.edition.setObjectName(u"edition")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        sizePolicy.setHorizontalStretch(1)
        sizePolicy.setVerticalStretch(0)
        sizePolicy.setHeightForWidth(self.edition.sizePolicy().hasHeightForWidth())
        self.edition.setSizePolicy(sizePolicy)
        self.edition.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.edition.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.edition.setMinimumContentsLength(8)

        self.layout_choice.addWidget(self.edition)

        self.compares = QCheckBox(StatisticsPage)
        self.compares.setObjectName(u"compares")

        self.layout_choice.addWidget(self.compares)

        self.space_choice = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_choice.addItem(self.space_choice)

        self.copy_table = QPushButton(StatisticsPage)
        self.copy_table.setObjectName(u"copy_table")
        self.copy_table.setAutoDefault(False)

        self.layout_choice.addWidget(self.copy_table)

        self.export_table = QPushButton(StatisticsPage)
        self.export_table.setObjectName(u"export_table")
        self.export_table.setAutoDefault(False)

        self.layout_choice.addWidget(self.export_table)

        self.sign_year = QPushButton(StatisticsPage)
        self.sign_year.setObjectName(u"sign_year")
        self.sign_year.setAutoDefault(False)

        self.layout_choice.addWidget(self.sign_year)


        self.layout_page.addLayout(self.layout_choice)

        self.checks = QLabel(StatisticsPage)
        self.checks.setObjectName(u"checks")
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.checks.sizePolicy().hasHeightForWidth())
        self.checks.setSizePolicy(sizePolicy1)
        self.checks.setWordWrap(True)
        self.checks.setTextFormat(Qt.TextFormat.RichText)
        self.checks.setAlignment(Qt.AlignmentFlag.AlignLeading|Qt.AlignmentFlag.AlignLeft|Qt.AlignmentFlag.AlignVCenter)
        self.checks.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard|Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.checks)

        self.broken = QLabel(StatisticsPage)
        self.broken.setObjectName(u"broken")
        self.broken.setVisible(False)
        self.broken.setTextFormat(Qt.TextFormat.RichText)
        self.broken.setWordWrap(True)
        self.broken.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByKeyboard|Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.broken)

        self.splitter = QSplitter(StatisticsPage)
        self.splitter.setObjectName(u"splitter")
        sizePolicy2 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy2.setHorizontalStretch(0)
        sizePolicy2.setVerticalStretch(1)
        sizePolicy2.setHeightForWidth(self.splitter.sizePolicy().hasHeightForWidth())
        self.splitter.setSizePolicy(sizePolicy2)
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.views = QTabWidget(self.splitter)
        self.views.setObjectName(u"views")
        self.views.setMinimumSize(QSize(420, 0))
        self.views.setDocumentMode(True)
        self.tab_table = QWidget()
        self.tab_table.setObjectName(u"tab_table")
        self.layout_table = QVBoxLayout(self.tab_table)
        self.layout_table.setObjectName(u"layout_table")
        self.layout_table.setContentsMargins(0, 4, 0, 0)
        self.paper = PaperForm(self.tab_table)
        self.paper.setObjectName(u"paper")
        self.paper.setMinimumSize(QSize(400, 0))

        self.layout_table.addWidget(self.paper)

        self.views.addTab(self.tab_table, "")
        self.tab_charts = QWidget()
        self.tab_charts.setObjectName(u"tab_charts")
        self.layout_charts = QVBoxLayout(self.tab_charts)
        self.layout_charts.setObjectName(u"layout_charts")
        self.layout_charts.setContentsMargins(0, 4, 0, 0)
        self.layout_chart_choice = QHBoxLayout()
        self.layout_chart_choice.setObjectName(u"layout_chart_choice")
        self.label_chart = QLabel(self.tab_charts)
        self.label_chart.setObjectName(u"label_chart")

        self.layout_chart_choice.addWidget(self.label_chart)

        self.chart = QComboBox(self.tab_charts)
        self.chart.setObjectName(u"chart")
        sizePolicy.setHeightForWidth(self.chart.sizePolicy().hasHeightForWidth())
        self.chart.setSizePolicy(sizePolicy)
        self.chart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.chart.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chart.setMinimumContentsLength(8)

        self.layout_chart_choice.addWidget(self.chart)

        self.space_chart = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_chart_choice.addItem(self.space_chart)

        self.copy_chart = QPushButton(self.tab_charts)
        self.copy_chart.setObjectName(u"copy_chart")
        self.copy_chart.setAutoDefault(False)

        self.layout_chart_choice.addWidget(self.copy_chart)

        self.save_chart = QPushButton(self.tab_charts)
        self.save_chart.setObjectName(u"save_chart")
        self.save_chart.setAutoDefault(False)

        self.layout_chart_choice.addWidget(self.save_chart)

        self.print_chart = QPushButton(self.tab_charts)
        self.print_chart.setObjectName(u"print_chart")
        self.print_chart.setAutoDefault(False)

        self.layout_chart_choice.addWidget(self.print_chart)


        self.layout_charts.addLayout(self.layout_chart_choice)

        self.chart_place = QWidget(self.tab_charts)
        self.chart_place.setObjectName(u"chart_place")
        sizePolicy2.setHeightForWidth(self.chart_place.sizePolicy().hasHeightForWidth())
        self.chart_place.setSizePolicy(sizePolicy2)
        self.layout_chart_place = QVBoxLayout(self.chart_place)
        self.layout_chart_place.setObjectName(u"layout_chart_place")
        self.layout_chart_place.setContentsMargins(0, 0, 0, 0)

        self.layout_charts.addWidget(self.chart_place)

        self.chart_values = QTableView(self.tab_charts)
        self.chart_values.setObjectName(u"chart_values")
        self.chart_values.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.chart_values.setTabKeyNavigation(False)
        self.chart_values.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)

        self.layout_charts.addWidget(self.chart_values)

        self.chart_note = QLabel(self.tab_charts)
        self.chart_note.setObjectName(u"chart_note")
        self.chart_note.setWordWrap(True)

        self.layout_charts.addWidget(self.chart_note)

        self.views.addTab(self.tab_charts, "")
        self.tab_findings = QWidget()
        self.tab_findings.setObjectName(u"tab_findings")
        self.layout_findings = QVBoxLayout(self.tab_findings)
        self.layout_findings.setObjectName(u"layout_findings")
        self.layout_findings.setContentsMargins(0, 4, 0, 0)
        self.label_findings = QLabel(self.tab_findings)
        self.label_findings.setObjectName(u"label_findings")
        self.label_findings.setWordWrap(True)

        self.layout_findings.addWidget(self.label_findings)

        self.findings = QTableView(self.tab_findings)
        self.findings.setObjectName(u"findings")
        self.findings.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.findings.setTabKeyNavigation(False)
        self.findings.setAlternatingRowColors(True)
        self.findings.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.findings.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.findings.setShowGrid(False)
        self.findings.horizontalHeader().setStretchLastSection(True)
        self.findings.verticalHeader().setVisible(False)

        self.layout_findings.addWidget(self.findings)

        self.views.addTab(self.tab_findings, "")
        self.splitter.addWidget(self.views)
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
        sizePolicy3 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy3.setHorizontalStretch(0)
        sizePolicy3.setVerticalStretch(3)
        sizePolicy3.setHeightForWidth(self.records.sizePolicy().hasHeightForWidth())
        self.records.setSizePolicy(sizePolicy3)
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
        sizePolicy4 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy4.setHorizontalStretch(0)
        sizePolicy4.setVerticalStretch(4)
        sizePolicy4.setHeightForWidth(self.explanation.sizePolicy().hasHeightForWidth())
        self.explanation.setSizePolicy(sizePolicy4)
        self.explanation.setTabChangesFocus(True)
        self.explanation.setOpenLinks(False)

        self.layout_side.addWidget(self.explanation)

        self.splitter.addWidget(self.side)

        self.layout_page.addWidget(self.splitter)

#if QT_CONFIG(shortcut)
        self.label_period.setBuddy(self.period_kind)
        self.label_edition.setBuddy(self.edition)
        self.label_chart.setBuddy(self.chart)
        self.label_findings.setBuddy(self.findings)
        self.label_records.setBuddy(self.records)
        self.label_explanation.setBuddy(self.explanation)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.period_kind, self.period_part)
        QWidget.setTabOrder(self.period_part, self.edition)
        QWidget.setTabOrder(self.edition, self.compares)
        QWidget.setTabOrder(self.compares, self.copy_table)
        QWidget.setTabOrder(self.copy_table, self.export_table)
        QWidget.setTabOrder(self.export_table, self.sign_year)
        QWidget.setTabOrder(self.sign_year, self.checks)
        QWidget.setTabOrder(self.checks, self.broken)
        QWidget.setTabOrder(self.broken, self.views)
        QWidget.setTabOrder(self.views, self.paper)
        QWidget.setTabOrder(self.paper, self.chart)
        QWidget.setTabOrder(self.chart, self.copy_chart)
        QWidget.setTabOrder(self.copy_chart, self.save_chart)
        QWidget.setTabOrder(self.save_chart, self.print_chart)
        QWidget.setTabOrder(self.print_chart, self.chart_values)
        QWidget.setTabOrder(self.chart_values, self.findings)
        QWidget.setTabOrder(self.findings, self.records)
        QWidget.setTabOrder(self.records, self.explanation)

        self.retranslateUi(StatisticsPage)
    # setupUi

    def retranslateUi(self, StatisticsPage):
        StatisticsPage.setWindowTitle(QCoreApplication.translate("StatisticsPage", u"\u5e74\u5ea6\u7edf\u8ba1", None))
        self.label_period.setText(QCoreApplication.translate("StatisticsPage", u"\u671f\u95f4(&Q)", None))
#if QT_CONFIG(tooltip)
        self.period_kind.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u5168\u5e74\u3001\u5b63\u5ea6\u3001\u6708\u4efd\uff0c\u6216\u80051\u6708\u8d77\u7d2f\u8ba1\uff1b\u5e74\u5ea6\u5728\u7a97\u53e3\u4e0a\u65b9\u9009", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.period_kind.setAccessibleName(QCoreApplication.translate("StatisticsPage", u"\u671f\u95f4\u7684\u79cd\u7c7b", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.period_part.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u54ea\u4e2a\u5b63\u5ea6\u3001\u54ea\u4e2a\u6708", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.period_part.setAccessibleName(QCoreApplication.translate("StatisticsPage", u"\u54ea\u4e2a\u5b63\u5ea6\u6216\u6708\u4efd", None))
#endif // QT_CONFIG(accessibility)
        self.label_edition.setText(QCoreApplication.translate("StatisticsPage", u"\u62a5\u544a\u683c\u5f0f(&G)", None))
#if QT_CONFIG(tooltip)
        self.edition.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u6309\u5e74\u5ea6\u81ea\u52a8\u9009\u7528\uff0c\u4e5f\u53ef\u4ee5\u6539\u7528\u522b\u7684\u683c\u5f0f\u67e5\u770b", None))
#endif // QT_CONFIG(tooltip)
        self.compares.setText(QCoreApplication.translate("StatisticsPage", u"\u4e0e\u4e0a\u5e74\u540c\u671f\u6bd4\u8f83(&B)", None))
#if QT_CONFIG(tooltip)
        self.compares.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u5728\u6bcf\u4e2a\u6570\u5b57\u4e0b\u9762\u663e\u793a\u4e0a\u5e74\u540c\u671f\u7684\u6570\u3001\u589e\u51cf\u548c\u589e\u51cf\u7684\u767e\u5206\u6bd4", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(tooltip)
        self.copy_table.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u628a\u5168\u8868\u8fde\u540c\u4e0a\u5e74\u540c\u671f\u3001\u589e\u51cf\u590d\u5236\u4e3a\u8868\u683c\uff0c\u53ef\u4ee5\u7c98\u8d34\u5230 Excel \u6216 WPS", None))
#endif // QT_CONFIG(tooltip)
        self.copy_table.setText(QCoreApplication.translate("StatisticsPage", u"\u590d\u5236(&Y)", None))
#if QT_CONFIG(tooltip)
        self.export_table.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u6309\u62a5\u544a\u683c\u5f0f\u5bfc\u51fa\u5b63\u5ea6\u6216\u6708\u4efd\u7684\u7edf\u8ba1\u8868\uff08.xlsx\uff09\uff0c\u5185\u90e8\u7edf\u8ba1\u7528", None))
#endif // QT_CONFIG(tooltip)
        self.export_table.setText(QCoreApplication.translate("StatisticsPage", u"\u5bfc\u51fa(&X)\u2026", None))
#if QT_CONFIG(tooltip)
        self.sign_year.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u5ba1\u5b9a\u540e\u7b7e\u53d1\uff0c\u5168\u5e74\u7684\u6570\u5b57\u4ece\u6b64\u56fa\u5b9a", None))
#endif // QT_CONFIG(tooltip)
        self.sign_year.setText(QCoreApplication.translate("StatisticsPage", u"\u7b7e\u53d1\u672c\u5e74(&S)\u2026", None))
        self.views.setTabText(self.views.indexOf(self.tab_table), QCoreApplication.translate("StatisticsPage", u"\u7edf\u8ba1\u8868(&A)", None))
        self.label_chart.setText(QCoreApplication.translate("StatisticsPage", u"\u56fe(&W)", None))
#if QT_CONFIG(tooltip)
        self.chart.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u9009\u4e00\u5f20\u56fe\uff1b\u67f1\u5b50\u548c\u4e0b\u9762\u7684\u6570\u5b57\u90fd\u53ef\u4ee5\u70b9\u5f00\u770b\u8bb0\u5f55", None))
#endif // QT_CONFIG(tooltip)
#if QT_CONFIG(accessibility)
        self.chart.setAccessibleName(QCoreApplication.translate("StatisticsPage", u"\u770b\u54ea\u4e00\u5f20\u56fe", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(tooltip)
        self.copy_chart.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u628a\u56fe\u590d\u5236\u4e3a\u56fe\u7247\uff0c\u53ef\u4ee5\u7c98\u8d34\u5230\u62a5\u544a\u91cc", None))
#endif // QT_CONFIG(tooltip)
        self.copy_chart.setText(QCoreApplication.translate("StatisticsPage", u"\u590d\u5236\u56fe\u7247(&P)", None))
#if QT_CONFIG(tooltip)
        self.save_chart.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u628a\u56fe\u4fdd\u5b58\u4e3a PNG \u6587\u4ef6", None))
#endif // QT_CONFIG(tooltip)
        self.save_chart.setText(QCoreApplication.translate("StatisticsPage", u"\u4fdd\u5b58\u56fe\u7247(&M)\u2026", None))
#if QT_CONFIG(tooltip)
        self.print_chart.setToolTip(QCoreApplication.translate("StatisticsPage", u"\u6253\u5370\u8fd9\u5f20\u56fe\uff0c\u6ca1\u6709\u6253\u5370\u673a\u65f6\u4fdd\u5b58\u4e3a PDF", None))
#endif // QT_CONFIG(tooltip)
        self.print_chart.setText(QCoreApplication.translate("StatisticsPage", u"\u6253\u5370(&R)\u2026", None))
#if QT_CONFIG(accessibility)
        self.chart_values.setAccessibleName(QCoreApplication.translate("StatisticsPage", u"\u56fe\u4e2d\u7684\u6570\u5b57", None))
#endif // QT_CONFIG(accessibility)
        self.views.setTabText(self.views.indexOf(self.tab_charts), QCoreApplication.translate("StatisticsPage", u"\u56fe\u8868(&C)", None))
#if QT_CONFIG(accessibility)
        self.findings.setAccessibleName(QCoreApplication.translate("StatisticsPage", u"\u6838\u5bf9\u53d1\u73b0", None))
#endif // QT_CONFIG(accessibility)
        self.views.setTabText(self.views.indexOf(self.tab_findings), QCoreApplication.translate("StatisticsPage", u"\u6838\u5bf9(&D)", None))
        self.label_records.setText(QCoreApplication.translate("StatisticsPage", u"\u80cc\u540e\u7684\u8bb0\u5f55(&J)", None))
        self.label_explanation.setText(QCoreApplication.translate("StatisticsPage", u"\u8fd9\u6761\u8bb0\u5f55\u8ba1\u5165\u54ea\u4e9b\u5355\u5143\u683c(&K)", None))
    # retranslateUi
