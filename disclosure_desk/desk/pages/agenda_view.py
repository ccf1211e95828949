"""A day's agenda as a list: what 今日 and the first look at an office show alike."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from disclosure_desk.desk.forms.ui_today_page import Ui_TodayPage
from disclosure_desk.desk.models.agenda_model import AgendaModel, ItemRole
from disclosure_desk.desk.widgets.keys_begin import KeysBegin
from disclosure_desk.rules.written_dates import WEEKDAYS, chinese_date

if TYPE_CHECKING:
    from disclosure_desk.statistics.agenda import Agenda, AgendaItem

_WIDEST = {0: "2025-0001　　　　", 2: "2025-09-30 周二　", 3: "逾期100个工作日　"}
_SHARING = (1, 4)  # the columns that share what room is left


class AgendaView(QWidget):
    """A line for each thing to do, grouped by what presses; quiet when nothing does."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.agenda: Agenda | None = None
        self.ui = Ui_TodayPage()
        self.ui.setupUi(self)
        self.model = AgendaModel(self)
        self._prepare_tree()
        KeysBegin(self, self.ui.items)
        self._connect_list()
        self.ui.label_warning.hide()
        self.ui.label_quiet.setText("正在查看今天要办的事……")
        self.ui.items.hide()
        self._show_which_buttons_act()

    def show_agenda(self, agenda: "Agenda", chosen: "AgendaItem | None", slug: str) -> None:
        """Show a day, on the line that was chosen in its group, if it is still there."""
        self.agenda = agenda
        day = agenda.day
        number = sum(len(group.items) for group in agenda.groups)
        count = f"，{number}件事要办" if number else ""
        self.ui.label_day.setText(f"{chinese_date(day)} 周{WEEKDAYS[day.weekday()]}{count}")
        self.model.set_groups(agenda.groups)
        self._open_groups()
        is_quiet = not agenda.groups
        self.ui.label_quiet.setText(_calm(agenda) if is_quiet else "")
        self.ui.label_quiet.setVisible(is_quiet)
        self.ui.items.setVisible(not is_quiet)
        place = self.model.place_of(slug, chosen) if chosen else QModelIndex()
        if not place.isValid():
            place = self.model.index(0, 0, self.model.index(0, 0))
        self.ui.items.setCurrentIndex(place)
        self._show_which_buttons_act()

    def tell_backup(self, warning: str) -> None:
        """What is wrong with the backups, if anything is."""
        self.ui.label_warning.setText(warning)
        self.ui.label_warning.setVisible(bool(warning))

    def chosen(self) -> "AgendaItem | None":
        """The thing on which the buttons act."""
        item: AgendaItem | None = self.ui.items.currentIndex().siblingAtColumn(0).data(ItemRole)
        return item

    def chosen_slug(self) -> str:
        """The group in which the chosen line stands."""
        return self.model.slug_at(self.ui.items.currentIndex())

    def open_item(self) -> None:
        """Open what is chosen; on the line of a group, open or close the group."""
        if self.chosen() is None:
            index = self.ui.items.currentIndex().siblingAtColumn(0)
            if index.isValid():
                self.ui.items.setExpanded(index, not self.ui.items.isExpanded(index))

    def show_days(self) -> None:
        """Open the due date of the chosen request into its days."""

    def _open_groups(self) -> None:
        self.ui.items.expandAll()
        for row in range(self.model.rowCount()):
            self.ui.items.setFirstColumnSpanned(row, QModelIndex(), True)

    def _show_which_buttons_act(self) -> None:
        item = self.chosen()
        # In full below the list, which shortens what is long.
        self.ui.label_chosen.setText(f"{item.title}：{item.text}" if item else "")
        self.ui.open_item.setEnabled(item is not None)
        self.ui.show_days.setEnabled(item is not None and item.kind == "request")
        for widget in (self.ui.label_chosen, self.ui.open_item, self.ui.show_days):
            widget.setVisible(not self.ui.items.isHidden())

    def _prepare_tree(self) -> None:
        tree = self.ui.items
        tree.setModel(self.model)
        tree.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        tree.setUniformRowHeights(True)
        tree.setExpandsOnDoubleClick(False)
        tree.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = tree.header()
        header.setHighlightSections(False)
        header.setStretchLastSection(False)
        for column, words in _WIDEST.items():
            tree.setColumnWidth(column, tree.fontMetrics().horizontalAdvance(words))
        for column in _SHARING:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def _connect_list(self) -> None:
        ui = self.ui
        ui.open_item.clicked.connect(lambda: self.open_item())
        ui.show_days.clicked.connect(lambda: self.show_days())
        ui.items.doubleClicked.connect(lambda _index: self.open_item())
        ui.items.selectionModel().currentChanged.connect(lambda *_: self._show_which_buttons_act())
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(keys), ui.items)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(lambda: self.open_item())


def _calm(agenda: "Agenda") -> str:
    if agenda.next_due is None:
        return "今天没有要办的事。"
    due = agenda.next_due
    return f"今天没有要办的事。下一个期限：{chinese_date(due)}（周{WEEKDAYS[due.weekday()]}）。"
