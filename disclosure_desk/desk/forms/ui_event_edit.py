# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'event_edit.ui'
##
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QDialog, QFormLayout, QFrame,
    QHBoxLayout, QLabel, QPushButton, QScrollArea,
    QSizePolicy, QSpacerItem, QVBoxLayout, QWidget)

from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.figure_edit import (FigureEdit, WholeNumberEdit)
from disclosure_desk.desk.widgets.text_line import TextLine

class Ui_EventEdit(object):
    def setupUi(self, EventEdit):
        if not EventEdit.objectName():
            EventEdit.setObjectName(u"EventEdit")
        EventEdit.resize(480, 220)
        self.layout_page = QVBoxLayout(EventEdit)
        self.layout_page.setSpacing(10)
        self.layout_page.setObjectName(u"layout_page")
        self.layout_page.setContentsMargins(14, 14, 14, 14)
        self.label_request = QLabel(EventEdit)
        self.label_request.setObjectName(u"label_request")
        self.label_request.setWordWrap(True)

        self.layout_page.addWidget(self.label_request)

        self.scroll_fields = QScrollArea(EventEdit)
        self.scroll_fields.setObjectName(u"scroll_fields")
        self.scroll_fields.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroll_fields.setFrameShape(QFrame.Shape.NoFrame)
        self.scroll_fields.setWidgetResizable(True)
        self.page_fields = QWidget()
        self.page_fields.setObjectName(u"page_fields")
        self.layout_scrolled = QVBoxLayout(self.page_fields)
        self.layout_scrolled.setObjectName(u"layout_scrolled")
        self.layout_scrolled.setContentsMargins(0, 0, 4, 0)
        self.layout_fields = QFormLayout()
        self.layout_fields.setObjectName(u"layout_fields")
        self.layout_fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.layout_fields.setLabelAlignment(Qt.AlignmentFlag.AlignRight|Qt.AlignmentFlag.AlignTrailing|Qt.AlignmentFlag.AlignVCenter)
        self.layout_fields.setHorizontalSpacing(10)
        self.layout_fields.setVerticalSpacing(8)
        self.label_happened_on = QLabel(self.page_fields)
        self.label_happened_on.setObjectName(u"label_happened_on")

        self.layout_fields.setWidget(0, QFormLayout.ItemRole.LabelRole, self.label_happened_on)

        self.happened_on = DateEdit(self.page_fields)
        self.happened_on.setObjectName(u"happened_on")

        self.layout_fields.setWidget(0, QFormLayout.ItemRole.FieldRole, self.happened_on)

        self.label_outcome = QLabel(self.page_fields)
        self.label_outcome.setObjectName(u"label_outcome")

        self.layout_fields.setWidget(1, QFormLayout.ItemRole.LabelRole, self.label_outcome)

        self.outcome = ChoiceBox(self.page_fields)
        self.outcome.setObjectName(u"outcome")

        self.layout_fields.setWidget(1, QFormLayout.ItemRole.FieldRole, self.outcome)

        self.label_reply_number = QLabel(self.page_fields)
        self.label_reply_number.setObjectName(u"label_reply_number")

        self.layout_fields.setWidget(2, QFormLayout.ItemRole.LabelRole, self.label_reply_number)

        self.reply_number = TextLine(self.page_fields)
        self.reply_number.setObjectName(u"reply_number")

        self.layout_fields.setWidget(2, QFormLayout.ItemRole.FieldRole, self.reply_number)

        self.label_extension_workdays = QLabel(self.page_fields)
        self.label_extension_workdays.setObjectName(u"label_extension_workdays")

        self.layout_fields.setWidget(3, QFormLayout.ItemRole.LabelRole, self.label_extension_workdays)

        self.extension_workdays = WholeNumberEdit(self.page_fields)
        self.extension_workdays.setObjectName(u"extension_workdays")

        self.layout_fields.setWidget(3, QFormLayout.ItemRole.FieldRole, self.extension_workdays)

        self.label_fee_yuan = QLabel(self.page_fields)
        self.label_fee_yuan.setObjectName(u"label_fee_yuan")

        self.layout_fields.setWidget(4, QFormLayout.ItemRole.LabelRole, self.label_fee_yuan)

        self.fee_yuan = FigureEdit(self.page_fields)
        self.fee_yuan.setObjectName(u"fee_yuan")

        self.layout_fields.setWidget(4, QFormLayout.ItemRole.FieldRole, self.fee_yuan)

        self.label_delivery_way = QLabel(self.page_fields)
        self.label_delivery_way.setObjectName(u"label_delivery_way")

        self.layout_fields.setWidget(5, QFormLayout.ItemRole.LabelRole, self.label_delivery_way)

        self.delivery_way = TextLine(self.page_fields)
        self.delivery_way.setObjectName(u"delivery_way")

        self.layout_fields.setWidget(5, QFormLayout.ItemRole.FieldRole, self.delivery_way)


        self.layout_scrolled.addLayout(self.layout_fields)

        self.spacer_page = QSpacerItem(20, 10, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.layout_scrolled.addItem(self.spacer_page)

        self.scroll_fields.setWidget(self.page_fields)

        self.layout_page.addWidget(self.scroll_fields)

        self.label_notes = QLabel(EventEdit)
        self.label_notes.setObjectName(u"label_notes")
        self.label_notes.setWordWrap(True)
        self.label_notes.setTextFormat(Qt.TextFormat.RichText)
        self.label_notes.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)

        self.layout_page.addWidget(self.label_notes)

        self.layout_buttons = QHBoxLayout()
        self.layout_buttons.setObjectName(u"layout_buttons")
        self.spacer_buttons = QSpacerItem(20, 10, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.layout_buttons.addItem(self.spacer_buttons)

        self.leave = QPushButton(EventEdit)
        self.leave.setObjectName(u"leave")
        self.leave.setAutoDefault(False)

        self.layout_buttons.addWidget(self.leave)

        self.save = QPushButton(EventEdit)
        self.save.setObjectName(u"save")
        self.save.setAutoDefault(False)
        icon = QIcon()
        icon.addFile(u"icons:save.svg", QSize(), QIcon.Mode.Normal, QIcon.State.Off)
        self.save.setIcon(icon)

        self.layout_buttons.addWidget(self.save)


        self.layout_page.addLayout(self.layout_buttons)

#if QT_CONFIG(shortcut)
        self.label_happened_on.setBuddy(self.happened_on)
        self.label_outcome.setBuddy(self.outcome)
        self.label_reply_number.setBuddy(self.reply_number)
        self.label_extension_workdays.setBuddy(self.extension_workdays)
        self.label_fee_yuan.setBuddy(self.fee_yuan)
        self.label_delivery_way.setBuddy(self.delivery_way)
#endif // QT_CONFIG(shortcut)
        QWidget.setTabOrder(self.happened_on, self.outcome)
        QWidget.setTabOrder(self.outcome, self.reply_number)
        QWidget.setTabOrder(self.reply_number, self.extension_workdays)
        QWidget.setTabOrder(self.extension_workdays, self.fee_yuan)
        QWidget.setTabOrder(self.fee_yuan, self.delivery_way)
        QWidget.setTabOrder(self.delivery_way, self.save)
        QWidget.setTabOrder(self.save, self.leave)

        self.retranslateUi(EventEdit)
    # setupUi

    def retranslateUi(self, EventEdit):
        EventEdit.setWindowTitle(QCoreApplication.translate("EventEdit", u"\u767b\u8bb0\u6b65\u9aa4", None))
        self.label_request.setText("")
        self.label_request.setProperty(u"role", QCoreApplication.translate("EventEdit", u"grey", None))
        self.label_happened_on.setText(QCoreApplication.translate("EventEdit", u"\u65e5\u671f", None))
        self.label_outcome.setText(QCoreApplication.translate("EventEdit", u"\u529e\u7406\u7ed3\u679c *", None))
        self.label_reply_number.setText(QCoreApplication.translate("EventEdit", u"\u7b54\u590d\u6587\u53f7", None))
        self.label_extension_workdays.setText(QCoreApplication.translate("EventEdit", u"\u5ef6\u957f\u5de5\u4f5c\u65e5\u6570", None))
        self.label_fee_yuan.setText(QCoreApplication.translate("EventEdit", u"\u6536\u8d39\u91d1\u989d\uff08\u5143\uff09", None))
        self.label_delivery_way.setText(QCoreApplication.translate("EventEdit", u"\u9001\u8fbe\u65b9\u5f0f", None))
        self.label_notes.setText("")
        self.leave.setText(QCoreApplication.translate("EventEdit", u"\u5173\u95ed\uff08Esc\uff09", None))
        self.save.setText(QCoreApplication.translate("EventEdit", u"\u767b\u8bb0\uff08Ctrl+Enter\uff09", None))
    # retranslateUi
