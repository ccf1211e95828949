# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'register_page.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QSize)
from PySide6.QtGui import (QIcon)
from PySide6.QtWidgets import (QCheckBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy,
    QSpacerItem, QTableView, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.filter_chips import FilterChips
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_RegisterPage(object):
    def setupUi(self, RegisterPage):
        if not RegisterPage.objectName():
            RegisterPage.setObjectName(u"RegisterPage")
        RegisterPage.resize(1000, 600)
        self.layout_page = QVBoxLayout(RegisterPage)
        self.layout_page.setSpacing(8)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(12, 12, 12, 12)
        self.layout_tools = QHBoxLayout()
        self.layout_tools.setSpacing(8)
        self.layout_tools.setObjectName(u"layout_tools")
        self.add_record = QPushButton(RegisterPage)
        self.add_record.setObjectName(u"add_record")
        self.add_record.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:add.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.add_record.setIcon(icon)

        self.layout_tools.addWidget(self.add_record)

        self.change_record = QPushButton(RegisterPage)
        self.change_record.setObjectName(u"change_record")
        self.change_record.setAutoDefault(False)
        icon1 = QIcon()
        icon1.addFile(u"icons:edit.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.change_record.setIcon(icon1)

        self.layout_tools.addWidget(self.change_record)

        self.remove_record = QPushButton(RegisterPage)
        self.remove_record.setObjectName(u"remove_record")
        self.remove_record.setAutoDefault(False)
        icon2 = QIcon()
        icon2.addFile(u"icons:remove.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.remove_record.setIcon(icon2)

        self.layout_tools.addWidget(self.remove_record)

        self.spacer_tools = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_tools.addItem(self.spacer_tools)

        self.choose_filter = QPushButton(RegisterPage)
        self.choose_filter.setObjectName(u"choose_filter")
        self.choose_filter.setAutoDefault(False)

        self.layout_tools.addWidget(self.choose_filter)

        self.more = QPushButton(RegisterPage)
        self.more.setObjectName(u"more")
        self.more.setAutoDefault(False)

        self.layout_tools.addWidget(self.more)

        self.all_years = QCheckBox(RegisterPage)
        self.all_years.setObjectName(u"all_years")

        self.layout_tools.addWidget(self.all_years)

        self.search = TextLine(RegisterPage)
        self.search.setObjectName(u"search")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumSize(QSize(130, 0))

        self.layout_tools.addWidget(self.search)


        self.layout_page.addLayout(self.layout_tools)

        self.layout_entry = QHBoxLayout()
        self.layout_entry.setSpacing(8)
        self.layout_entry.setObjectName(u"layout_entry")

        self.layout_page.addLayout(self.layout_entry)

        self.chips = FilterChips(RegisterPage)
        self.chips.setObjectName(u"chips")

        self.layout_page.addWidget(self.chips)

        self.label_empty = QLabel(RegisterPage)
        self.label_empty.setObjectName(u"label_empty")
        self.label_empty.setWordWrap(True)

        self.layout_page.addWidget(self.label_empty)

        self.table = QTableView(RegisterPage)
        self.table.setObjectName(u"table")

        self.layout_page.addWidget(self.table)

        self.layout_foot = QHBoxLayout()
        self.layout_foot.setSpacing(8)
        self.layout_foot.setObjectName(u"layout_foot")
        self.label_count = QLabel(RegisterPage)
        self.label_count.setObjectName(u"label_count")

        self.layout_foot.addWidget(self.label_count)

        self.spacer_foot = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_foot.addItem(self.spacer_foot)

        self.label_scope = QLabel(RegisterPage)
        self.label_scope.setObjectName(u"label_scope")

        self.layout_foot.addWidget(self.label_scope)


        self.layout_page.addLayout(self.layout_foot)

        QWidget.setTabOrder(self.choose_filter, self.more)
        QWidget.setTabOrder(self.more, self.all_years)
        QWidget.setTabOrder(self.all_years, self.search)
        QWidget.setTabOrder(self.search, self.table)
        QWidget.setTabOrder(self.table, self.add_record)
        QWidget.setTabOrder(self.add_record, self.change_record)
        QWidget.setTabOrder(self.change_record, self.remove_record)

        self.retranslateUi(RegisterPage)
    # setupUi

    def retranslateUi(self, RegisterPage):
        RegisterPage.setWindowTitle(QCoreApplication.translate("RegisterPage", u"\u767b\u8bb0\u7c3f", None))
        self.add_record.setText(QCoreApplication.translate("RegisterPage", u"\u65b0\u589e\uff08Ctrl+N\uff09", None))
        self.change_record.setText(QCoreApplication.translate("RegisterPage", u"\u4fee\u6539", None))
        self.remove_record.setText(QCoreApplication.translate("RegisterPage", u"\u5220\u9664", None))
        self.choose_filter.setText(QCoreApplication.translate("RegisterPage", u"\u7b5b\u9009\uff08Ctrl+L\uff09", None))
        self.more.setText(QCoreApplication.translate("RegisterPage", u"\u5217\u8868(&L)", None))
#if QT_CONFIG(accessibility)
        self.more.setAccessibleDescription(QCoreApplication.translate("RegisterPage", u"\u9009\u62e9\u5217\u3001\u5206\u7ec4\u3001\u6279\u91cf\u4fee\u6539\u3001\u590d\u5236\u3001\u5bfc\u51fa", None))
#endif // QT_CONFIG(accessibility)
        self.all_years.setText(QCoreApplication.translate("RegisterPage", u"\u5168\u90e8\u5e74\u5ea6(&Q)", None))
#if QT_CONFIG(accessibility)
        self.search.setAccessibleName(QCoreApplication.translate("RegisterPage", u"\u67e5\u627e", None))
#endif // QT_CONFIG(accessibility)
        self.search.setPlaceholderText(QCoreApplication.translate("RegisterPage", u"\u67e5\u627e\u540d\u79f0\u3001\u7f16\u53f7\u3001\u6587\u53f7\u3001\u5185\u5bb9\uff08Ctrl+F\uff09", None))
        self.label_empty.setText("")
        self.label_empty.setProperty(u"role", QCoreApplication.translate("RegisterPage", u"state", None))
#if QT_CONFIG(accessibility)
        self.table.setAccessibleName(QCoreApplication.translate("RegisterPage", u"\u767b\u8bb0\u7c3f", None))
#endif // QT_CONFIG(accessibility)
        self.label_count.setText("")
        self.label_count.setProperty(u"role", QCoreApplication.translate("RegisterPage", u"grey", None))
        self.label_scope.setText("")
        self.label_scope.setProperty(u"role", QCoreApplication.translate("RegisterPage", u"grey", None))
    # retranslateUi
