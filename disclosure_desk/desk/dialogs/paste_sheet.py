"""Many rows at once (粘贴多行): typed or pasted, checked while typing, kept in one step."""

from collections.abc import Collection, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.column_memory import remember_columns
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.keyed_dialog import KeyedDialog
from disclosure_desk.desk.dialogs.rows_elsewhere import RowsElsewhere
from disclosure_desk.desk.dialogs.sheet_entering import NOT_ENTERED, SheetEntering
from disclosure_desk.desk.forms.ui_paste_sheet import Ui_PasteSheet
from disclosure_desk.desk.lookups import department_names
from disclosure_desk.desk.models.paste_model import PasteModel, SheetColumn
from disclosure_desk.desk.pasted_rows import (
    are_sorted_by_column,
    row_told,
    rows_not_there,
    rows_pasted,
)
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.sheet_check import CheckedSheet, SheetCheck
from disclosure_desk.desk.typing_kept import SHEET_FORM, TypingKept
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.paste_grid import copied_table
from disclosure_desk.faults import KnownError, Refusal
from disclosure_desk.records.cards import FIELDS, KIND_LABELS

if TYPE_CHECKING:
    from disclosure_desk.commands.done import Done

_HOW_TO = (
    "从 Excel 或 WPS 复制后在这里按 Ctrl+V，有标题行的按列名对应；"
    "也可以直接填写，在最后一格按 Tab 就添一行。"
    "Ctrl+Z 撤销，F6 到下一处有错或待核对的地方。"
)


class PasteSheet(KeyedDialog):
    """Sound rows go into the register in one step. What is left stays here, also over a crash."""

    saved = Signal(int)

    def __init__(self, desk: Desk, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        # Only here: the readers of ledgers need not be loaded before a sheet is wanted.
        from disclosure_desk.exchange.sheet_rows import SHEET_FIELDS

        self.desk, self.kind = desk, kind
        self.ui = Ui_PasteSheet()
        self.ui.setupUi(self)
        self.setWindowTitle(f"粘贴多行：{KIND_LABELS[kind]}")
        self.ui.label_told.setText(_HOW_TO)
        self.model = PasteModel(kind, SHEET_FIELDS[kind], self)
        self.check = SheetCheck(desk, self.model, self)
        self._fields = SHEET_FIELDS[kind]
        self._headings: tuple[str, ...] = ()
        self._departments: tuple[str, ...] = ()
        self.kept = TypingKept(
            desk, f"{SHEET_FORM}{kind}", f"粘贴多行：{KIND_LABELS[kind]}", self.content, self
        )
        self.entering = SheetEntering(self)
        self._elsewhere = RowsElsewhere(self)
        self.ui.grid.show_sheet(self.model, self._words)
        self.ui.grid.sheet_pasted = self._take_headed
        self._offer_fields()
        self._connect()
        self._show_state()
        self.kept.look(self._restore)
        self._look_up_departments()
        self.ui.grid.setFocus()

    # ------------------------------------------------------------------ pasting

    def paste(self, text: str, html: str) -> None:
        """Take what the clipboard held when the sheet was called."""
        try:
            self._add(text, html)
        except Refusal as refused:
            self.tell(str(refused))

    def paste_copied_table(self) -> None:
        """Take what was copied, if it is a table; a word in the clipboard is left there."""
        text, html = copied_table()
        if "\t" in text or "<table" in html.lower():
            self.paste(text, html)

    def _take_headed(self, text: str, html: str) -> bool:
        """A table with headings, or any into an empty sheet, is sorted by its columns."""
        today = self.desk.today()
        try:
            if not are_sorted_by_column(self.kind, text, html, today, is_blank=self.model.is_blank):
                return False
            self._add(text, html)
        except Refusal as refused:
            self.tell(str(refused))
        return True

    def _add(self, text: str, html: str) -> None:
        pasted = rows_pasted(self.kind, text, html, self.desk.today())
        if pasted is not None:
            self._headings = pasted.headings
            told = pasted.told + self._add_new(pasted.columns, pasted.rows)
            if told:
                self.tell(told)

    def _add_new(
        self, columns: Sequence[SheetColumn], rows: Sequence[Sequence[str]], name: str = "粘贴"
    ) -> str:
        """Add the rows that do not stand here yet; in words how many do."""
        present = [row_told(self.model.columns, row) for row in self.model.rows]
        new = rows_not_there(present, columns, rows)
        if new:
            self.model.add_sheet(columns, new, name)
        skipped = len(rows) - len(new)
        return f"有{skipped:,}行表里已有，没有重复加入。" if skipped else ""

    # ------------------------------------------------------------------ showing

    def _offer_fields(self) -> None:
        box = self.ui.field_of_column
        box.addItem("不登记", None)
        for name in self._fields:
            box.addItem(FIELDS[self.kind][name].label, name)

    def _show_state(self) -> None:
        """How many rows there are, and what is to be done about them."""
        sheet = self.check.last
        if self.model.is_blank:
            self.ui.label_count.setText("还没有内容")
        elif sheet is None:
            self.ui.label_count.setText("正在检查…")
        else:
            told = [f"共{len(sheet.rows):,}行"]
            told += [f"{sheet.wrong:,}行有错"] * bool(sheet.wrong)
            told += [f"{sheet.doubtful:,}行待核对"] * bool(sheet.doubtful)
            told += ["没有错"] * (not sheet.wrong)
            self.ui.label_count.setText("，".join(told))
        sound = len(sheet.sound_rows) if sheet else 0
        self.ui.take_sound.setVisible(bool(sheet and sheet.wrong and sound))
        self.ui.take_sound.setText(f"只登记没有错的{sound:,}行，其余留在表里")
        ui, is_free = self.ui, not self.entering.is_under_way
        for changing in (ui.grid, ui.field_of_column, ui.fill_down, ui.remove_rows, ui.clear_sheet):
            changing.setEnabled(is_free)
        for button in (ui.take_in, ui.take_sound, ui.save_rows):
            button.setEnabled(is_free and not self.model.is_blank)

    def _show_cell(self) -> None:
        """What was found about the row with the keys, and what its column holds."""
        row, column = self.ui.grid.place()
        found = self.model.findings_of(row)
        self.ui.label_finding.setText(
            f"第{row + 1}行：" + "".join(one.message for one in found) if found else ""
        )
        columns = self.model.columns
        field = columns[column].field if column < len(columns) else None
        box = self.ui.field_of_column
        box.blockSignals(True)
        box.setCurrentIndex(max(box.findData(field), 0))
        box.blockSignals(False)

    def tell(self, words: str) -> None:
        """A sentence for the clerk above the sheet."""
        self.ui.label_told.setText(words)

    def _words(self, name: str) -> Sequence[str]:
        field = FIELDS[self.kind][name]
        if field.choices is not None:
            return field.choices.labels
        if name != "department":
            return ()
        return self._departments

    def _look_up_departments(self) -> None:
        self.desk.look_up(department_names, succeeded=self._take_departments)

    def _take_departments(self, names: list[str]) -> None:
        self._departments = tuple(names)

    # ------------------------------------------------------------------ keeping

    def take_in(self) -> None:
        """Enter every row; with an error none is entered and the keys go to the first."""
        self._want("all")

    def take_sound(self) -> None:
        """Enter the rows without an error; the others stay in the sheet."""
        self._want("sound")

    def _want(self, which: str) -> None:
        if composing() or self.entering.is_under_way or self.model.is_blank:
            return
        self.ui.grid.setFocus()  # a cell that is being typed is taken as it stands
        self.entering.want(which)

    def _on_checked(self, sheet: CheckedSheet) -> None:
        if not sheet.wrong and self.ui.label_told.text().startswith(NOT_ENTERED):
            self.tell("都改正了，按 Ctrl+Enter 登记。")
        self._show_state()
        self._show_cell()
        self.entering.hear(sheet)

    def _on_entered(self, done: "Done", count: int) -> None:
        self._look_up_departments()
        self.saved.emit(done.record_id)
        if self.model.is_blank:
            self.desk.noticed.emit(f"已登记{count:,}条。")
            self.accept()
            return
        left = sum(1 for row in self.model.rows if any(row))
        self.tell(f"已登记{count:,}条，还有{left:,}行留在表里。")

    # ------------------------------------------------------------------ hearing

    def _connect(self) -> None:
        ui = self.ui
        ui.take_in.clicked.connect(self.take_in)
        ui.take_sound.clicked.connect(self.take_sound)
        ui.leave.clicked.connect(self.reject)
        ui.fill_down.clicked.connect(ui.grid.fill_down)
        ui.remove_rows.clicked.connect(self._remove_rows)
        ui.clear_sheet.clicked.connect(self._clear)
        ui.save_rows.clicked.connect(self._elsewhere.save)
        ui.field_of_column.chosen.connect(self._on_field)
        ui.field_of_column.left.connect(self._show_cell)
        ui.field_of_column.looked_through.connect(
            lambda: self.tell("按 Enter 把这一列定为这个栏目，离开就不改。")
        )
        ui.grid.refused.connect(self.tell)
        ui.grid.selectionModel().currentChanged.connect(lambda *_: self._show_cell())
        self.model.modelReset.connect(self._show_cell)
        self.model.edited.connect(self._on_edited)
        self.check.checked.connect(self._on_checked)
        self.entering.changed.connect(self._show_state)
        self.entering.entered.connect(self._on_entered)
        self.check.failed.connect(self._is_not_checked)
        for keys, slot in (
            ("Ctrl+Return", self.take_in),
            ("Ctrl+Enter", self.take_in),
            ("Ctrl+D", ui.grid.fill_down),
            ("Ctrl+-", self._remove_rows),
            ("Ctrl+Z", self.model.undo_stack.undo),
            ("Ctrl+Y", self.model.undo_stack.redo),
            ("F6", self._on_next),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(partial(self._act, slot))

    def _act(self, slot: Any) -> None:
        if not composing() and not self.entering.is_under_way:
            self.ui.grid.setFocus()  # a cell that is being typed is taken as it stands
            slot()

    def _on_edited(self) -> None:
        self.entering.want_nothing()
        self.kept.hear()
        self._show_state()

    def _is_not_checked(self, error: Exception) -> None:
        self.entering.want_nothing()
        if isinstance(error, KnownError):
            self.tell(f"没有检查：{error}")
        else:
            errors.tell(error, self)

    def _on_field(self, place: int) -> None:
        _, column = self.ui.grid.place()
        field, before = self.ui.field_of_column.itemData(place), self.model.fields
        self.model.set_field(column, field)
        self.tell(self._told_of_columns(before, column))
        pasted = len(self._headings)
        if column < pasted:
            remember_columns(self.kind, self._headings, self.model.fields[:pasted])

    def _told_of_columns(self, before: Sequence[str | None], column: int) -> str:
        """What columns hold now, the one included that held the field until now."""
        told = []
        for place, (old, new) in enumerate(zip(before, self.model.fields, strict=True)):
            if old != new or place == column:
                label = FIELDS[self.kind][new].label if new else ""
                told.append(f"第{place + 1}列{f'是“{label}”' if label else '不登记'}")
        return f"现在{'，'.join(told)}；按 Ctrl+Z 恢复。"

    def _on_next(self) -> None:
        row, _ = self.ui.grid.place()
        self.lead_to_finding(row + 1)

    def lead_to_finding(self, start: int, *, errors_only: bool = False) -> None:
        """Put the keys to the next row of which something was found, from the top at the end."""
        count = self.model.rowCount()
        for row in [*range(start, count), *range(min(start, count))]:
            found = self.model.findings_of(row)
            if errors_only:
                found = [one for one in found if one.severity == "error"]
            if found:
                self.ui.grid.go_to(row, found[0].field)
                return

    def _remove_rows(self) -> None:
        self.model.remove_rows(self.ui.grid.chosen_rows())

    def _clear(self) -> None:
        self.model.remove_rows(range(self.model.rowCount()), "清空")
        self.tell("已清空，按 Ctrl+Z 恢复。")

    # ------------------------------------------------------------------ over a restart

    def content(self, *, but: Collection[int] = ()) -> Mapping[str, Any] | None:
        """What a draft holds of the sheet without some of its rows; None when nothing is left."""
        rows = [
            row
            for place, row in enumerate(self.model.rows)
            if any(cell.strip() for cell in row) and place not in but
        ]
        if not rows:
            return None
        return {"columns": [[one.field, one.heading] for one in self.model.columns], "rows": rows}

    def _restore(self, content: Mapping[str, Any]) -> None:
        """Rows that were left here stand again, behind those that were pasted just now."""
        columns = [SheetColumn(field, heading) for field, heading in content["columns"]]
        skipped = self._add_new(columns, content["rows"], "上次留下的行")
        self.tell(f"上次没有登记的{len(content['rows']):,}行还在表里。{skipped}")

    # ------------------------------------------------------------------ leaving

    def showEvent(self, event: Any) -> None:
        """As large as the screen allows."""
        fit_to_screen(self)
        super().showEvent(event)

    def reject(self) -> None:
        """Leave; what stands here is kept and stands here again when the sheet is called."""
        if self.entering.is_under_way:
            return
        self.ui.grid.setFocus()
        self.kept.write()
        if not self.model.is_blank:
            self.desk.noticed.emit("表里的内容已经保留，再打开“粘贴多行”时还在。")
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window leaves as Esc does."""
        if self.entering.is_under_way:
            event.ignore()
            return
        self.kept.write()
        super().closeEvent(event)
