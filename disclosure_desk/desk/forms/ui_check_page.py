# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'check_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, Qt)
from PySide6.QtWidgets import (QAbstractItemView, QComboBox, QHBoxLayout, QLabel,
    QListView, QPushButton, QSizePolicy, QSpacerItem, QSplitter, QTabWidget,
    QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.lines_table import LinesTable
from disclosure_desk.desk.widgets.paper_form import PaperForm

class Ui_CheckPage(object):
    def setupUi(self, CheckPage):
        if not CheckPage.objectName():
            CheckPage.setObjectName(u"CheckPage")
        CheckPage.resize(1180, 660)
        self.layout_page = QVBoxLayout(CheckPage)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_choice = QHBoxLayout()
        self.layout_choice.setObjectName(u"layout_choice")
        self.choose_files = QPushButton(CheckPage)
        self.choose_files.setObjectName(u"choose_files")
        self.choose_files.setAutoDefault(False)

        self.layout_choice.addWidget(self.choose_files)

        self.choose_previous = QPushButton(CheckPage)
        self.choose_previous.setObjectName(u"choose_previous")
        self.choose_previous.setAutoDefault(False)

        self.layout_choice.addWidget(self.choose_previous)

        self.remove_file = QPushButton(CheckPage)
        self.remove_file.setObjectName(u"remove_file")
        self.remove_file.setAutoDefault(False)

        self.layout_choice.addWidget(self.remove_file)

        self.choose_rules = QPushButton(CheckPage)
        self.choose_rules.setObjectName(u"choose_rules")
        self.choose_rules.setAutoDefault(False)

        self.layout_choice.addWidget(self.choose_rules)

        self.choose_units = QPushButton(CheckPage)
        self.choose_units.setObjectName(u"choose_units")
        self.choose_units.setAutoDefault(False)

        self.layout_choice.addWidget(self.choose_units)

        self.write_sum = QPushButton(CheckPage)
        self.write_sum.setObjectName(u"write_sum")
        self.write_sum.setAutoDefault(False)

        self.layout_choice.addWidget(self.write_sum)

        self.space_choice = QSpacerItem(8, 8, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_choice.addItem(self.space_choice)


        self.layout_page.addLayout(self.layout_choice)

        self.views = QTabWidget(CheckPage)
        self.views.setObjectName(u"views")
        sizePolicy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        sizePolicy.setHorizontalStretch(0)
        sizePolicy.setVerticalStretch(1)
        sizePolicy.setHeightForWidth(self.views.sizePolicy().hasHeightForWidth())
        self.views.setSizePolicy(sizePolicy)
        self.tab_files = QWidget()
        self.tab_files.setObjectName(u"tab_files")
        self.layout_files = QVBoxLayout(self.tab_files)
        self.layout_files.setObjectName(u"layout_files")
        self.splitter = QSplitter(self.tab_files)
        self.splitter.setObjectName(u"splitter")
        self.splitter.setOrientation(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.left = QWidget(self.splitter)
        self.left.setObjectName(u"left")
        self.layout_left = QVBoxLayout(self.left)
        self.layout_left.setObjectName(u"layout_left")
        self.layout_left.setContentsMargins(0, 0, 0, 0)
        self.layout_drop = QHBoxLayout()
        self.layout_drop.setObjectName(u"layout_drop")
        self.label_files = QLabel(self.left)
        self.label_files.setObjectName(u"label_files")

        self.layout_drop.addWidget(self.label_files)

        self.label_drop = QLabel(self.left)
        self.label_drop.setObjectName(u"label_drop")
        self.label_drop.setWordWrap(True)
        sizePolicy1 = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        sizePolicy1.setHorizontalStretch(1)
        sizePolicy1.setVerticalStretch(0)
        sizePolicy1.setHeightForWidth(self.label_drop.sizePolicy().hasHeightForWidth())
        self.label_drop.setSizePolicy(sizePolicy1)

        self.layout_drop.addWidget(self.label_drop)


        self.layout_left.addLayout(self.layout_drop)

        self.files = LinesTable(self.left)
        self.files.setObjectName(u"files")

        self.layout_left.addWidget(self.files)

        self.label_findings = QLabel(self.left)
        self.label_findings.setObjectName(u"label_findings")
        self.label_findings.setWordWrap(True)

        self.layout_left.addWidget(self.label_findings)

        self.findings = QListView(self.left)
        self.findings.setObjectName(u"findings")
        self.findings.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.findings.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings.setWordWrap(True)

        self.layout_left.addWidget(self.findings)

        self.splitter.addWidget(self.left)
        self.sheet = PaperForm(self.splitter)
        self.sheet.setObjectName(u"sheet")
        self.splitter.addWidget(self.sheet)

        self.layout_files.addWidget(self.splitter)

        self.views.addTab(self.tab_files, "")
        self.tab_sum = QWidget()
        self.tab_sum.setObjectName(u"tab_sum")
        self.layout_sum = QVBoxLayout(self.tab_sum)
        self.layout_sum.setObjectName(u"layout_sum")
        self.label_sum = QLabel(self.tab_sum)
        self.label_sum.setObjectName(u"label_sum")
        self.label_sum.setWordWrap(True)

        self.layout_sum.addWidget(self.label_sum)

        self.sum_splitter = QSplitter(self.tab_sum)
        self.sum_splitter.setObjectName(u"sum_splitter")
        self.sum_splitter.setOrientation(Qt.Orientation.Horizontal)
        self.sum_splitter.setChildrenCollapsible(False)
        self.matrix = LinesTable(self.sum_splitter)
        self.matrix.setObjectName(u"matrix")
        self.sum_splitter.addWidget(self.matrix)
        self.sum_right = QWidget(self.sum_splitter)
        self.sum_right.setObjectName(u"sum_right")
        self.layout_sum_right = QVBoxLayout(self.sum_right)
        self.layout_sum_right.setObjectName(u"layout_sum_right")
        self.layout_sum_right.setContentsMargins(0, 0, 0, 0)
        self.sum_edition = QComboBox(self.sum_right)
        self.sum_edition.setObjectName(u"sum_edition")
        self.sum_edition.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

        self.layout_sum_right.addWidget(self.sum_edition)

        self.sum_sheet = PaperForm(self.sum_right)
        self.sum_sheet.setObjectName(u"sum_sheet")

        self.layout_sum_right.addWidget(self.sum_sheet)

        self.sum_splitter.addWidget(self.sum_right)

        self.layout_sum.addWidget(self.sum_splitter)

        self.views.addTab(self.tab_sum, "")

        self.layout_page.addWidget(self.views)

#if QT_CONFIG(shortcut)
        self.label_files.setBuddy(self.files)
        self.label_findings.setBuddy(self.findings)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.choose_files, self.choose_previous)
        QWidget.setTabOrder(self.choose_previous, self.remove_file)
        QWidget.setTabOrder(self.remove_file, self.choose_rules)
        QWidget.setTabOrder(self.choose_rules, self.choose_units)
        QWidget.setTabOrder(self.choose_units, self.write_sum)
        QWidget.setTabOrder(self.write_sum, self.views)
        QWidget.setTabOrder(self.views, self.files)
        QWidget.setTabOrder(self.files, self.findings)
        QWidget.setTabOrder(self.findings, self.matrix)
        QWidget.setTabOrder(self.matrix, self.sum_edition)

        self.retranslateUi(CheckPage)
    # setupUi

    def retranslateUi(self, CheckPage):
        CheckPage.setWindowTitle(QCoreApplication.translate("CheckPage", u"\u6838\u67e5\u6c47\u603b", None))
#if QT_CONFIG(tooltip)
        self.choose_files.setToolTip(QCoreApplication.translate("CheckPage", u"\u9009\u62e9\u4e00\u4efd\u6216\u591a\u4efd\u5df2\u7ecf\u7f16\u6210\u7684\u62a5\u544a\uff08Ctrl+O\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.choose_files.setText(QCoreApplication.translate("CheckPage", u"\u9009\u62e9\u6587\u4ef6(&O)\u2026", None))
#if QT_CONFIG(tooltip)
        self.choose_previous.setToolTip(QCoreApplication.translate("CheckPage", u"\u7ed9\u9009\u4e2d\u7684\u62a5\u544a\u9009\u4e00\u4efd\u5b83\u4e0a\u4e00\u5e74\u7684\u62a5\u544a\uff0c\u4e00\u8d77\u6838\u5bf9", None))
#endif // QT_CONFIG(tooltip)
        self.choose_previous.setText(QCoreApplication.translate("CheckPage", u"\u4e0a\u5e74\u62a5\u544a(&L)\u2026", None))
#if QT_CONFIG(tooltip)
        self.remove_file.setToolTip(QCoreApplication.translate("CheckPage", u"\u628a\u9009\u4e2d\u7684\u62a5\u544a\u79fb\u51fa\u5217\u8868\uff0c\u4e0d\u5220\u9664\u6587\u4ef6\uff08Delete\uff09", None))
#endif // QT_CONFIG(tooltip)
        self.remove_file.setText(QCoreApplication.translate("CheckPage", u"\u79fb\u51fa(&D)", None))
#if QT_CONFIG(tooltip)
        self.choose_rules.setToolTip(QCoreApplication.translate("CheckPage", u"\u67e5\u770b\u5168\u90e8\u89c4\u5219\uff0c\u505c\u7528\u6216\u542f\u7528\u5176\u4e2d\u7684\u4e00\u6761", None))
#endif // QT_CONFIG(tooltip)
        self.choose_rules.setText(QCoreApplication.translate("CheckPage", u"\u89c4\u5219(&G)\u2026", None))
#if QT_CONFIG(tooltip)
        self.choose_units.setToolTip(QCoreApplication.translate("CheckPage", u"\u5e94\u5f53\u62a5\u9001\u7684\u5355\u4f4d\uff0c\u7528\u6765\u67e5\u7f3a", None))
#endif // QT_CONFIG(tooltip)
        self.choose_units.setText(QCoreApplication.translate("CheckPage", u"\u5355\u4f4d(&U)\u2026", None))
#if QT_CONFIG(tooltip)
        self.write_sum.setToolTip(QCoreApplication.translate("CheckPage", u"\u5199\u51fa\u6c47\u603b\u8868\u3001\u6838\u5bf9\u60c5\u51b5\u548c\u9000\u56de\u5404\u5355\u4f4d\u7684\u95ee\u9898\u6e05\u5355", None))
#endif // QT_CONFIG(tooltip)
        self.write_sum.setText(QCoreApplication.translate("CheckPage", u"\u5199\u51fa\u6c47\u603b(&W)\u2026", None))
        self.label_files.setText(QCoreApplication.translate("CheckPage", u"\u62a5\u544a(&B)", None))
        self.label_drop.setText(QCoreApplication.translate("CheckPage", u"\u628a\u5404\u5355\u4f4d\u7684\u5e74\u5ea6\u62a5\u544a\u6216\u7edf\u8ba1\u8868\uff08.docx\u3001.xlsx\u3001.html\u3001.pdf\uff0c\u53ef\u4ee5\u591a\u4efd\uff09\u62d6\u5230\u8fd9\u91cc\uff0c\u6216\u8005\u6309 Ctrl+O \u9009\u62e9", None))
        self.label_findings.setText(QCoreApplication.translate("CheckPage", u"\u6838\u5bf9\u7ed3\u679c(&R)", None))
        self.views.setTabText(self.views.indexOf(self.tab_files), QCoreApplication.translate("CheckPage", u"\u9010\u4efd\u6838\u5bf9(&Z)", None))
#if QT_CONFIG(accessibility)
        self.matrix.setAccessibleName(QCoreApplication.translate("CheckPage", u"\u5404\u5355\u4f4d\u7684\u6838\u5bf9\u60c5\u51b5", None))
#endif // QT_CONFIG(accessibility)
#if QT_CONFIG(accessibility)
        self.sum_edition.setAccessibleName(QCoreApplication.translate("CheckPage", u"\u6c47\u603b\u7684\u62a5\u544a\u683c\u5f0f", None))
#endif // QT_CONFIG(accessibility)
        self.views.setTabText(self.views.indexOf(self.tab_sum), QCoreApplication.translate("CheckPage", u"\u6c47\u603b(&S)", None))
    # retranslateUi
