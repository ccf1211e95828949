"""What can be done with the list of a register as a whole: filter, columns, groups, copies."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.filter_words import all_told, says_something
from disclosure_desk.desk.jobs import Cancelled, Report
from disclosure_desk.desk.kept_views import keep_columns, kept_filters
from disclosure_desk.desk.models.column import Column
from disclosure_desk.desk.progress import show_stoppable
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.table_copy import as_mime
from disclosure_desk.desk.widgets.menu_button import give_menu
from disclosure_desk.storage.filters import DUE

if TYPE_CHECKING:
    from disclosure_desk.desk.pages.register_page import RegisterPage
    from disclosure_desk.exchange.excel_text import CellValue
    from disclosure_desk.records.cards import Card
    from disclosure_desk.storage.filters import Filter
    from disclosure_desk.storage.row_source import Row, RowSource

_MOST_COPIED = 5_000
_GROUPED_BY = {
    "publication": "category",
    "request": "outcome",
    "dispute": "result",
    "indicator": "indicator",
}
_WORKBOOKS = ("Excel 工作簿 (*.xlsx)",)


class RegisterActions(QObject):
    """The menu 列表 of a register's page, its keys, and the dialogs behind them."""

    def __init__(self, page: "RegisterPage") -> None:
        super().__init__(page)
        self._page = page
        self._menu = QMenu(page)
        self._kept = QMenu("已存的筛选(&K)", self._menu)
        self._kept.aboutToShow.connect(self._offer_kept)
        for name, keys, words, slot in (
            ("choose_columns", "Ctrl+Shift+L", "选择列…", self.choose_columns),
            ("sort_rows", "Ctrl+T", "按当前列排序，再按一次倒过来", self.sort_rows),
            ("group_rows", "Ctrl+G", "分组…", self.group_rows),
            ("edit_many", "Ctrl+B", "批量修改…", self.edit_many),
            ("copy_rows", "Ctrl+C", "复制（含表头）", self.copy_rows),
            ("copy_bare_rows", "Ctrl+Shift+C", "复制（不含表头）", self.copy_bare_rows),
            ("export_shown", "Ctrl+Shift+E", "导出所列记录…", self.export_shown),
            ("choose_filter", "Ctrl+L", "筛选…", self.choose_filter),
            ("clear_filters", "Ctrl+Shift+X", "清除筛选", self.clear_filters),
        ):
            self._menu.addAction(self._action(name, keys, words, slot))
        self._menu.addMenu(self._kept)
        give_menu(page.ui.more, self._menu)
        page.ui.choose_filter.clicked.connect(self.choose_filter)

    def _action(self, name: str, keys: str, words: str, slot: Callable[[], object]) -> QAction:
        action = QAction(words, self._page)
        action.setObjectName(name)
        action.setShortcut(QKeySequence(keys))
        # Copying is the business of whichever field has the keys; the table's only when it has.
        copies = name.startswith("copy_")
        holder = self._page.ui.table if copies else self._page
        context = Qt.ShortcutContext
        action.setShortcutContext(
            context.WidgetShortcut if copies else context.WidgetWithChildrenShortcut
        )
        if name == "edit_many":
            guard(self._page.desk, "WRITE", action)
        action.triggered.connect(lambda _on=False: slot())
        holder.addAction(action)
        return action

    # ------------------------------------------------------------------ filters

    def choose_filter(self) -> None:
        """Open the conditions."""
        from disclosure_desk.desk.dialogs.register_filter import RegisterFilter

        dialog = RegisterFilter(
            self._page.desk, self._unfiltered(), self._page.as_kept(), self._page
        )
        dialog.chosen.connect(self._page.use_filter)
        dialog.open()

    def _unfiltered(self) -> "RowSource":
        wanted = replace(self._page.model.wanted, filters=(), query="")
        return self._page.model.source.with_wanted(wanted)

    def clear_filters(self) -> None:
        """Take all conditions away; year and search stay."""
        self._page.set_filters(())

    def _offer_kept(self) -> None:
        self._kept.clear()
        kept = kept_filters(self._page.kind)
        for one in kept:
            action = self._kept.addAction(one.name.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, one=one: self._page.use_filter(one))
        if not kept:
            self._kept.addAction("还没有，在“筛选”里保存").setEnabled(False)

    # ------------------------------------------------------------------ columns and groups

    def choose_columns(self) -> None:
        """Open the list of columns."""
        from disclosure_desk.desk.dialogs.register_columns import RegisterColumns

        dialog = RegisterColumns(self._page.kind, self._page.view.columns, self._page)
        dialog.chosen.connect(self._show_columns)
        dialog.open()

    def _show_columns(self, columns: tuple[Column, ...]) -> None:
        keep_columns(self._page.kind, columns)
        page = self._page
        page.model.show_wanted(page.model.wanted, record_id=page.selected_id(), columns=columns)

    def sort_rows(self) -> None:
        """Sort by the column that has the keys; the other way round where it is sorted so."""
        table = self._page.ui.table
        place, header = max(table.currentIndex().column(), 0), table.horizontalHeader()
        is_up = (
            header.sortIndicatorSection() == place
            and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        )
        down, up = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder
        header.setSortIndicator(place, down if is_up else up)

    def group_rows(self) -> None:
        """Count what is shown by a field: by that of the column that has the keys."""
        from disclosure_desk.desk.dialogs.register_groups import RegisterGroups

        columns = self._page.model.columns
        place = max(self._page.ui.table.currentIndex().column(), 0)
        field = columns[min(place, len(columns) - 1)].field
        if field in ("due_on", "workdays_left"):
            by = DUE
        else:
            by = field if says_something(self._page.kind, field) else _GROUPED_BY[self._page.kind]
        dialog = RegisterGroups(self._page.desk, self._page.model.source, by, self._page)
        dialog.chosen.connect(self._narrow)
        dialog.open()

    def _narrow(self, one: "Filter") -> None:
        self._page.add_filter(one)

    # ------------------------------------------------------------------ selected rows

    def copy_rows(self) -> None:
        """Put the selected rows on the clipboard, with the headings of their columns."""
        self._copy(with_head=True)

    def copy_bare_rows(self) -> None:
        """Put the selected rows on the clipboard without headings."""
        self._copy(with_head=False)

    def _copy(self, *, with_head: bool) -> None:
        columns = self._page.view.columns
        head = [self._page.model.label(column) for column in columns] if with_head else []

        def put(rows: "list[Row]") -> None:
            text = self._page.model.text
            told = [[text(column, row.card) for column in columns] for row in rows]
            QGuiApplication.clipboard().setMimeData(as_mime(head, told))
            self._page.tell(
                f"已复制 {len(rows):,} {self._page.register.counted_in}，可以粘贴到表格里"
            )

        self._with_selected(put)

    def _with_selected(self, act: "Callable[[list[Row]], None]") -> None:
        """Hand over the selected rows; those that are not here yet are fetched first."""
        places = self._page.view.selected_places()
        number = sum(last - first + 1 for first, last in places)
        if not number:
            self._page.tell("没有选中记录：用↑、↓选一条，按住 Shift 选几条，Ctrl+A 全选")
            return
        if number > _MOST_COPIED:
            self._page.tell(f"一次最多复制 {_MOST_COPIED:,} 条，更多的请用“导出所列记录”")
            return
        source = self._page.model.source

        def work(_report: Report) -> "list[Row]":
            rows: list[Row] = []
            for first, last in places:
                rows += source.rows_at(first, last - first + 1)
            return rows

        self._page.desk.jobs.start(work, succeeded=act)

    def edit_many(self) -> None:
        """Change the selected records, or all that are shown, in one step."""
        places = self._page.view.selected_places()
        number = sum(last - first + 1 for first, last in places)
        if number > _MOST_COPIED:
            places = []
        if not places:
            self._open_bulk([])
            return
        self._with_selected(lambda rows: self._open_bulk([row.id for row in rows]))

    def _open_bulk(self, ids: Sequence[int]) -> None:
        from disclosure_desk.desk.dialogs.bulk_edit import BulkEdit

        page = self._page
        count = page.model.rowCount()
        if not count:
            page.tell("列表里没有记录，没有可以修改的")
            return
        BulkEdit(page.desk, page.model.source, ids, count, page).open()

    # ------------------------------------------------------------------ export

    def conditions(self) -> str:
        """All that narrows the list, in words."""
        wanted = self._page.model.source.wanted
        parts = ["全部年度" if wanted.year is None else f"{wanted.year}年"]
        if wanted.filters:
            parts.append(all_told(wanted.kind, wanted.filters))
        if wanted.query:
            parts.append(f"查找“{wanted.query}”")
        return "；".join(parts)

    def export_shown(self) -> None:
        """Write what the list shows to a workbook."""
        page = self._page
        if not page.model.rowCount():
            page.tell("没有可以导出的记录")
            return
        folder = file_choice.folder_of(page.desk.database)
        name = f"{page.register.title}列表{page.desk.today():%Y%m%d}.xlsx"
        chosen = file_choice.file_to_save(
            page,
            "导出所列记录",
            place=str(Path(folder or Path.home()) / name),
            filters=_WORKBOOKS,
        )
        if chosen:
            self._export(Path(chosen))

    def _export(self, path: Path) -> None:
        page, conditions = self._page, self.conditions()
        columns = [self._shown(column) for column in page.view.columns]
        source = page.model.source.with_wanted(page.model.source.wanted)
        database, actor = page.desk.database, page.desk.actor

        def work(report: Report) -> int:
            from disclosure_desk.exchange.write_register import ShownColumn, export_register

            return export_register(
                database,
                source,
                [ShownColumn(*one) for one in columns],
                path,
                conditions=conditions,
                actor=actor,
                report=report,
            )

        job = page.desk.jobs.start(
            work,
            succeeded=partial(self._is_exported, path),
            failed=self._is_not_exported,
        )
        show_stoppable(job, f"正在导出“{path.name}”…", page)

    def _shown(self, column: Column) -> "tuple[str, int, Callable[[Card], CellValue]]":
        text = self._page.model.text

        def value(card: "Card") -> "CellValue":
            """A day or a figure as such where the list writes nothing else, else its words."""
            words, held = text(column, card), card.get(column.field)
            if isinstance(held, date | int | Decimal) and str(held) == words:
                return held
            return words

        return self._page.model.label(column), column.width, value

    def _is_not_exported(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._page.tell("已停止导出，没有留下文件。")
        else:
            errors.tell(error, self._page)

    def _is_exported(self, path: Path, rows: int) -> None:
        self._page.tell(f"已导出 {rows:,} {self._page.register.counted_in}到“{path.name}”")
