# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'main_window.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QAction, QBrush, QColor, QConicalGradient,
    QCursor, QFont, QFontDatabase, QGradient,
    QIcon, QImage, QKeySequence, QLinearGradient,
    QPainter, QPalette, QPixmap, QRadialGradient,
    QTransform)
from PySide6.QtWidgets import (QApplication, QHBoxLayout, QLabel, QListWidget,
    QListWidgetItem, QMainWindow, QMenu, QMenuBar,
    QSizePolicy, QSpacerItem, QStackedWidget, QStatusBar,
    QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox

class Ui_MainWindow(object):
    def setupUi(self, MainWindow):
        if not MainWindow.objectName():
            MainWindow.setObjectName(u"MainWindow")
        MainWindow.resize(1240, 700)
        self.found_office = QAction(MainWindow)
        self.found_office.setObjectName(u"found_office")
        icon = QIcon()
        icon.addFile(u"icons:new.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.found_office.setIcon(icon)
        self.open_office = QAction(MainWindow)
        self.open_office.setObjectName(u"open_office")
        icon1 = QIcon()
        icon1.addFile(u"icons:open.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.open_office.setIcon(icon1)
        self.view_sample = QAction(MainWindow)
        self.view_sample.setObjectName(u"view_sample")
        icon2 = QIcon()
        icon2.addFile(u"icons:sample.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.view_sample.setIcon(icon2)
        self.import_ledger = QAction(MainWindow)
        self.import_ledger.setObjectName(u"import_ledger")
        icon3 = QIcon()
        icon3.addFile(u"icons:import.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.import_ledger.setIcon(icon3)
        self.export_year = QAction(MainWindow)
        self.export_year.setObjectName(u"export_year")
        icon4 = QIcon()
        icon4.addFile(u"icons:export.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.export_year.setIcon(icon4)
        self.quit = QAction(MainWindow)
        self.quit.setObjectName(u"quit")
        self.add_record = QAction(MainWindow)
        self.add_record.setObjectName(u"add_record")
        icon5 = QIcon()
        icon5.addFile(u"icons:add.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.add_record.setIcon(icon5)
        self.change_record = QAction(MainWindow)
        self.change_record.setObjectName(u"change_record")
        icon6 = QIcon()
        icon6.addFile(u"icons:edit.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.change_record.setIcon(icon6)
        self.remove_record = QAction(MainWindow)
        self.remove_record.setObjectName(u"remove_record")
        icon7 = QIcon()
        icon7.addFile(u"icons:remove.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.remove_record.setIcon(icon7)
        self.show_journal = QAction(MainWindow)
        self.show_journal.setObjectName(u"show_journal")
        icon8 = QIcon()
        icon8.addFile(u"icons:journal.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.show_journal.setIcon(icon8)
        self.show_office_journal = QAction(MainWindow)
        self.show_office_journal.setObjectName(u"show_office_journal")
        self.find_text = QAction(MainWindow)
        self.find_text.setObjectName(u"find_text")
        icon9 = QIcon()
        icon9.addFile(u"icons:search.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.find_text.setIcon(icon9)
        self.show_keys = QAction(MainWindow)
        self.show_keys.setObjectName(u"show_keys")
        self.about = QAction(MainWindow)
        self.about.setObjectName(u"about")
        self.central = QWidget(MainWindow)
        self.central.setObjectName(u"central")
        self.layout_window = QHBoxLayout(self.central)
        self.layout_window.setSpacing(0)
        self.layout_window.setObjectName(u"layout_window")
        self.layout_window.setContentsMargins(0, 0, 0, 0)
        self.panel_rail = QWidget(self.central)
        self.panel_rail.setObjectName(u"panel_rail")
        self.panel_rail.setMinimumSize(QSize(158, 0))
        self.panel_rail.setMaximumSize(QSize(158, 16777215))
        self.layout_rail = QVBoxLayout(self.panel_rail)
        self.layout_rail.setSpacing(0)
        self.layout_rail.setObjectName(u"layout_rail")
        self.layout_rail.setContentsMargins(0, 0, 0, 0)
        self.label_office = QLabel(self.panel_rail)
        self.label_office.setObjectName(u"label_office")
        self.label_office.setWordWrap(True)

        self.layout_rail.addWidget(self.label_office)

        self.rail = QListWidget(self.panel_rail)
        self.rail.setObjectName(u"rail")
        self.rail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rail.setIconSize(QSize(18, 18))

        self.layout_rail.addWidget(self.rail)


        self.layout_window.addWidget(self.panel_rail)

        self.panel_page = QWidget(self.central)
        self.panel_page.setObjectName(u"panel_page")
        self.layout_page = QVBoxLayout(self.panel_page)
        self.layout_page.setSpacing(0)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(0, 0, 0, 0)
        self.panel_head = QWidget(self.panel_page)
        self.panel_head.setObjectName(u"panel_head")
        self.layout_head = QHBoxLayout(self.panel_head)
        self.layout_head.setSpacing(8)
        self.layout_head.setObjectName(u"layout_head")
        self.layout_head.setContentsMargins(10, 10, 10, 10)
        self.label_title = QLabel(self.panel_head)
        self.label_title.setObjectName(u"label_title")

        self.layout_head.addWidget(self.label_title)

        self.spacer_head = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_head.addItem(self.spacer_head)

        self.label_year = QLabel(self.panel_head)
        self.label_year.setObjectName(u"label_year")

        self.layout_head.addWidget(self.label_year)

        self.year = ChoiceBox(self.panel_head)
        self.year.setObjectName(u"year")
        self.year.setMinimumSize(QSize(96, 0))

        self.layout_head.addWidget(self.year)


        self.layout_page.addWidget(self.panel_head)

        self.stack = QStackedWidget(self.panel_page)
        self.stack.setObjectName(u"stack")

        self.layout_page.addWidget(self.stack)


        self.layout_window.addWidget(self.panel_page)

        MainWindow.setCentralWidget(self.central)
        self.menu_bar = QMenuBar(MainWindow)
        self.menu_bar.setObjectName(u"menu_bar")
        self.menu_file = QMenu(self.menu_bar)
        self.menu_file.setObjectName(u"menu_file")
        self.menu_edit = QMenu(self.menu_bar)
        self.menu_edit.setObjectName(u"menu_edit")
        self.menu_help = QMenu(self.menu_bar)
        self.menu_help.setObjectName(u"menu_help")
        MainWindow.setMenuBar(self.menu_bar)
        self.status_bar = QStatusBar(MainWindow)
        self.status_bar.setObjectName(u"status_bar")
        MainWindow.setStatusBar(self.status_bar)
#if QT_CONFIG(shortcut)
        self.label_year.setBuddy(self.year)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.rail, self.year)

        self.menu_bar.addAction(self.menu_file.menuAction())
        self.menu_bar.addAction(self.menu_edit.menuAction())
        self.menu_bar.addAction(self.menu_help.menuAction())
        self.menu_file.addAction(self.found_office)
        self.menu_file.addAction(self.open_office)
        self.menu_file.addAction(self.view_sample)
        self.menu_file.addSeparator()
        self.menu_file.addAction(self.import_ledger)
        self.menu_file.addAction(self.export_year)
        self.menu_file.addSeparator()
        self.menu_file.addAction(self.quit)
        self.menu_edit.addAction(self.add_record)
        self.menu_edit.addAction(self.change_record)
        self.menu_edit.addAction(self.remove_record)
        self.menu_edit.addSeparator()
        self.menu_edit.addAction(self.show_journal)
        self.menu_edit.addAction(self.show_office_journal)
        self.menu_edit.addAction(self.find_text)
        self.menu_help.addAction(self.show_keys)
        self.menu_help.addAction(self.about)

        self.retranslateUi(MainWindow)
    # setupUi

    def retranslateUi(self, MainWindow):
        MainWindow.setWindowTitle(QCoreApplication.translate("MainWindow", u"\u4fe1\u606f\u516c\u5f00\u5de5\u4f5c\u53f0", None))
        self.found_office.setText(QCoreApplication.translate("MainWindow", u"\u65b0\u5efa\u5355\u4f4d\u6570\u636e\u5e93\u2026", None))
        self.open_office.setText(QCoreApplication.translate("MainWindow", u"\u6253\u5f00\u2026", None))
#if QT_CONFIG(shortcut)
        self.open_office.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+O", None))
#endif // QT_CONFIG(shortcut)
        self.view_sample.setText(QCoreApplication.translate("MainWindow", u"\u67e5\u770b\u793a\u4f8b\u5355\u4f4d", None))
        self.import_ledger.setText(QCoreApplication.translate("MainWindow", u"\u5bfc\u5165\u53f0\u8d26\u2026", None))
#if QT_CONFIG(shortcut)
        self.import_ledger.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+I", None))
#endif // QT_CONFIG(shortcut)
        self.export_year.setText(QCoreApplication.translate("MainWindow", u"\u5bfc\u51fa\u7edf\u8ba1\u8868\u3001\u62a5\u544a\u548c\u53f0\u8d26\u2026", None))
#if QT_CONFIG(shortcut)
        self.export_year.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+E", None))
#endif // QT_CONFIG(shortcut)
        self.quit.setText(QCoreApplication.translate("MainWindow", u"\u9000\u51fa", None))
#if QT_CONFIG(shortcut)
        self.quit.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+Q", None))
#endif // QT_CONFIG(shortcut)
        self.add_record.setText(QCoreApplication.translate("MainWindow", u"\u65b0\u589e", None))
#if QT_CONFIG(shortcut)
        self.add_record.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+N", None))
#endif // QT_CONFIG(shortcut)
        self.change_record.setText(QCoreApplication.translate("MainWindow", u"\u4fee\u6539", None))
        self.remove_record.setText(QCoreApplication.translate("MainWindow", u"\u5220\u9664\u2026", None))
        self.show_journal.setText(QCoreApplication.translate("MainWindow", u"\u4fee\u6539\u8bb0\u5f55\u2026", None))
        self.show_office_journal.setText(QCoreApplication.translate("MainWindow", u"\u5168\u90e8\u4fee\u6539\u8bb0\u5f55\u2026", None))
#if QT_CONFIG(shortcut)
        self.show_office_journal.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+H", None))
#endif // QT_CONFIG(shortcut)
        self.find_text.setText(QCoreApplication.translate("MainWindow", u"\u67e5\u627e", None))
#if QT_CONFIG(shortcut)
        self.find_text.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+F", None))
#endif // QT_CONFIG(shortcut)
        self.show_keys.setText(QCoreApplication.translate("MainWindow", u"\u6309\u952e\u4e00\u89c8", None))
#if QT_CONFIG(shortcut)
        self.show_keys.setShortcut(QCoreApplication.translate("MainWindow", u"Ctrl+/", None))
#endif // QT_CONFIG(shortcut)
        self.about.setText(QCoreApplication.translate("MainWindow", u"\u5173\u4e8e", None))
        self.label_office.setText("")
        self.label_title.setText("")
        self.label_title.setProperty(u"role", QCoreApplication.translate("MainWindow", u"title", None))
        self.label_year.setText(QCoreApplication.translate("MainWindow", u"\u5e74\u5ea6", None))
        self.menu_file.setTitle(QCoreApplication.translate("MainWindow", u"\u6587\u4ef6(&F)", None))
        self.menu_edit.setTitle(QCoreApplication.translate("MainWindow", u"\u7f16\u8f91(&E)", None))
        self.menu_help.setTitle(QCoreApplication.translate("MainWindow", u"\u5e2e\u52a9(&H)", None))
    # retranslateUi
