"""Many rows at once (粘贴多行): typed or pasted, checked while typing, kept in one step."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.column_memory import remember_columns, remembered_columns
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_paste_sheet import Ui_PasteSheet
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.lookups import department_names
from disclosure_desk.desk.models.paste_model import PasteModel, SheetColumn
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.sheet_check import CheckedSheet, SheetCheck
from disclosure_desk.desk.typing_kept import SHEET_FORM, TypingKept
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.paste_grid import copied_table
from disclosure_desk.faults import KnownError, Refusal
from disclosure_desk.records.cards import FIELDS, KIND_LABELS

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.commands.rows import SheetRow

_HOW_TO = (
    "从 Excel 或 WPS 复制后在这里按 Ctrl+V，有标题行的按列名对应；"
    "也可以直接填写，在最后一格按 Tab 就添一行。"
    "Ctrl+Z 撤销，F6 到下一处有错或待核对的地方。"
)


class PasteSheet(QDialog):
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
        self._wanted = ""  # what is to be entered once the rows are checked: all or sound
        self._seen: set[str] = set()
        self._saving = False
        self._departments: list[str] | None = None
        self._kept = TypingKept(
            desk, f"{SHEET_FORM}{kind}", f"粘贴多行：{KIND_LABELS[kind]}", self._content, self
        )
        self.ui.grid.show_sheet(self.model, self._words)
        self.ui.grid.sheet_pasted = self._take_headed
        self._offer_fields()
        self._connect()
        self._show_state()
        self._kept.look(self._restore)
        self.ui.grid.setFocus()

    # ------------------------------------------------------------------ pasting

    def paste(self, text: str, html: str) -> None:
        """Take what the clipboard held when the sheet was called."""
        try:
            self._add(text, html)
        except Refusal as refused:
            self._tell(str(refused))

    def paste_copied_table(self) -> None:
        """Take what was copied, if it is a table; a word in the clipboard is left there."""
        text, html = copied_table()
        if "\t" in text or "<table" in html.lower():
            self.paste(text, html)

    def _take_headed(self, text: str, html: str) -> bool:
        """A table with headings, or any into an empty sheet, is sorted by its columns."""
        from disclosure_desk.exchange.pasted_table import pasted_rows
        from disclosure_desk.exchange.sheet_rows import sheet_of

        try:
            rows = pasted_rows(text, html)
            headed = sheet_of(self.kind, rows, self.desk.today()).is_headed
            if not headed and not (self.model.is_blank and len(rows) > 1):
                return False
            self._add(text, html)
        except Refusal as refused:
            self._tell(str(refused))
        return True

    def _add(self, text: str, html: str) -> None:
        from disclosure_desk.exchange.pasted_table import pasted_rows
        from disclosure_desk.exchange.sheet_rows import sheet_of

        sheet = sheet_of(self.kind, pasted_rows(text, html), self.desk.today())
        if not sheet.headings:
            return
        remembered = remembered_columns(self.kind, sheet.headings)
        fields = remembered or sheet.columns
        self._headings = sheet.headings
        columns = [
            SheetColumn(field, heading or f"第{place}列")
            for place, (field, heading) in enumerate(
                zip(fields, sheet.headings, strict=True), start=1
            )
        ]
        self.model.add_sheet(columns, sheet.rows)
        unknown = [column.heading for column in columns if column.field is None]
        if not sheet.is_headed and remembered is None:
            self._tell(
                "没有认出标题行，各列按内容对应，请核对每一列上面的栏目，不对的在“这一列是”里选。"
            )
        elif unknown:
            named = "、".join(unknown[:6])
            self._tell(f"没有对应栏目的列不登记：{named}；要登记的，在“这一列是”里选栏目。")

    # ------------------------------------------------------------------ showing

    def _offer_fields(self) -> None:
        box = self.ui.field_of_column
        box.addItem("不登记", None)
        for name in self._fields:
            box.addItem(FIELDS[self.kind][name].label, name)

    def _show_state(self) -> None:
        """How many rows there are, and what is to be done about them."""
        sheet = self.check.last
        buttons = (self.ui.take_in, self.ui.take_sound)
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
        for button in buttons:
            button.setEnabled(not self._saving and not self.model.is_blank)
        self.ui.save_rows.setEnabled(not self.model.is_blank)

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

    def _tell(self, words: str) -> None:
        self.ui.label_told.setText(words)

    def _words(self, name: str) -> Sequence[str]:
        field = FIELDS[self.kind][name]
        if field.choices is not None:
            return field.choices.labels
        if name != "department":
            return ()
        if self._departments is None:
            with self.desk.database.reading() as session:
                self._departments = department_names(session)
        return self._departments

    # ------------------------------------------------------------------ keeping

    def take_in(self) -> None:
        """Enter every row; with an error none is entered and the keys go to the first."""
        self._want("all")

    def take_sound(self) -> None:
        """Enter the rows without an error; the others stay in the sheet."""
        self._want("sound")

    def _want(self, which: str) -> None:
        if composing() or self._saving or self.model.is_blank:
            return
        self.ui.grid.setFocus()  # a cell that is being typed is taken as it stands
        self._wanted = which
        if self.check.last is None:
            self.check.check()
        else:
            self._go_on(self.check.last)

    def _on_checked(self, sheet: CheckedSheet) -> None:
        self._show_state()
        self._show_cell()
        if self._wanted:
            self._go_on(sheet)
        self._seen = _hints_of(sheet)

    def _go_on(self, sheet: CheckedSheet) -> None:
        which, self._wanted = self._wanted, ""
        if sheet.wrong and which == "all":
            self._tell(
                f"没有登记：{sheet.wrong:,}行有错。请改正，或删去这些行，或按"
                f"“{self.ui.take_sound.text()}”。"
            )
            self._lead_to_finding(0, errors_only=True)
            return
        if unseen := _hints_of(sheet) - self._seen:
            self._seen |= unseen
            self._tell("有待核对的行，看过以后再按一次 Ctrl+Enter 登记。")
            self._lead_to_finding(0)
            return
        if rows := sheet.sound_rows:
            self._send(rows)

    def _send(self, rows: "Sequence[SheetRow]") -> None:
        self._saving = True
        self._show_state()
        self.ui.grid.setEnabled(False)
        places = frozenset(row.place - 1 for row in rows)
        self.desk.run(
            partial(_enter, kind=self.kind, rows=rows, today=self.desk.today()),
            self,
            succeeded=partial(self._is_in, places),
            failed=self._is_not_in,
        )

    def _is_in(self, places: frozenset[int], done: "Done") -> None:
        self._saving = False
        self.ui.grid.setEnabled(True)
        self._departments = None
        self.model.remove_rows(places)
        self.model.undo_stack.clear()  # what is in the register is not taken back here
        self._kept.write()
        self.saved.emit(done.record_id)
        if self.model.is_blank:
            self.desk.noticed.emit(f"已登记{len(places):,}条。")
            self.accept()
            return
        left = sum(1 for row in self.model.rows if any(row))
        self._tell(f"已登记{len(places):,}条，还有{left:,}行留在表里。")
        self._show_state()

    def _is_not_in(self, error: Exception) -> None:
        self._saving = False
        self.ui.grid.setEnabled(True)
        self.check.check()  # somebody else may have taken a number meanwhile
        self._show_state()
        if isinstance(error, KnownError):
            self._tell(f"没有登记：{error}")
        else:
            errors.tell(error, self)

    # ------------------------------------------------------------------ hearing

    def _connect(self) -> None:
        ui = self.ui
        ui.take_in.clicked.connect(self.take_in)
        ui.take_sound.clicked.connect(self.take_sound)
        ui.leave.clicked.connect(self.reject)
        ui.fill_down.clicked.connect(ui.grid.fill_down)
        ui.remove_rows.clicked.connect(self._remove_rows)
        ui.clear_sheet.clicked.connect(self._clear)
        ui.save_rows.clicked.connect(self._save_rows)
        ui.field_of_column.activated.connect(self._on_field)
        ui.grid.refused.connect(self._tell)
        ui.grid.selectionModel().currentChanged.connect(lambda *_: self._show_cell())
        self.model.modelReset.connect(self._show_cell)
        self.model.edited.connect(self._on_edited)
        self.check.checked.connect(self._on_checked)
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
        if not composing() and not self._saving:
            self.ui.grid.setFocus()  # a cell that is being typed is taken as it stands
            slot()

    def _on_edited(self) -> None:
        self._wanted = ""
        self._kept.hear()
        self._show_state()

    def _is_not_checked(self, error: Exception) -> None:
        self._wanted = ""
        if isinstance(error, KnownError):
            self._tell(f"没有检查：{error}")
        else:
            errors.tell(error, self)

    def _on_field(self, place: int) -> None:
        _, column = self.ui.grid.place()
        self.model.set_field(column, self.ui.field_of_column.itemData(place))
        pasted = len(self._headings)
        if column < pasted:
            remember_columns(self.kind, self._headings, self.model.fields[:pasted])

    def _on_next(self) -> None:
        row, _ = self.ui.grid.place()
        self._lead_to_finding(row + 1)

    def _lead_to_finding(self, start: int, *, errors_only: bool = False) -> None:
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
        self._tell("已清空，按 Ctrl+Z 恢复。")

    # ------------------------------------------------------------------ rows elsewhere

    def _save_rows(self) -> None:
        """Write what stands here to a workbook, each row with what was found about it."""
        name = f"没有登记的{KIND_LABELS[self.kind]}.xlsx"
        chosen = file_choice.file_to_save(
            self,
            "另存到 Excel",
            place=str(Path(file_choice.folder_of(self.desk.database) or ".") / name),
            filters=file_choice.LEDGER_FILES,
        )
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix.lower() == ".xlsx" else path.with_name(f"{path.name}.xlsx")
        model = self.model
        headings = [self._heading(column) for column in model.columns]
        places = [place for place, row in enumerate(model.rows) if any(row)]
        rows = [model.rows[place] for place in places]
        reasons = ["".join(one.message for one in model.findings_of(place)) for place in places]

        def work(_report: Report) -> None:
            from disclosure_desk.exchange.write_rows import write_rows

            write_rows(path, KIND_LABELS[self.kind], headings, rows, reasons)

        self.desk.jobs.start(
            work,
            succeeded=partial(self._is_saved_elsewhere, path),
            failed=self._is_not_saved_elsewhere,
        )

    def _is_saved_elsewhere(self, path: Path, _outcome: object) -> None:
        self._tell(f"已另存到“{path}”。")

    def _is_not_saved_elsewhere(self, error: Exception) -> None:
        errors.tell(error, self)

    def _heading(self, column: SheetColumn) -> str:
        return FIELDS[self.kind][column.field].label if column.field else column.heading

    # ------------------------------------------------------------------ over a restart

    def _content(self) -> Mapping[str, Any] | None:
        if self.model.is_blank:
            return None
        return {
            "columns": [[one.field, one.heading] for one in self.model.columns],
            "rows": [row for row in self.model.rows if any(row)],
        }

    def _restore(self, content: Mapping[str, Any]) -> None:
        """Rows that were left here stand again, behind those that were pasted just now."""
        columns = [SheetColumn(field, heading) for field, heading in content["columns"]]
        self.model.add_sheet(columns, content["rows"], "上次留下的行")
        self._tell(f"上次没有登记的{len(content['rows']):,}行还在表里。")

    # ------------------------------------------------------------------ leaving

    def showEvent(self, event: Any) -> None:
        """As large as the screen allows."""
        fit_to_screen(self)
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button only when it has the keys."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            event.accept()
            return
        if event.key() == Qt.Key.Key_Escape and composing():
            event.accept()
            return
        super().keyPressEvent(event)

    def reject(self) -> None:
        """Leave; what stands here is kept and stands here again when the sheet is called."""
        if self._saving:
            return
        self.ui.grid.setFocus()
        self._kept.write()
        if not self.model.is_blank:
            self.desk.noticed.emit("表里的内容已经保留，再打开“粘贴多行”时还在。")
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross of the window leaves as Esc does."""
        if self._saving:
            event.ignore()
            return
        self._kept.write()
        super().closeEvent(event)


def _hints_of(sheet: CheckedSheet) -> set[str]:
    """What is to be looked at, wherever its row stands by now."""
    return {
        one.message
        for found in (sheet.by_row or {}).values()
        for one in found
        if one.severity != "error"
    }


def _enter(session: "Session", *, kind: str, rows: "Sequence[SheetRow]", today: Any) -> "Done":
    from disclosure_desk.commands.rows import add_rows

    return add_rows(session, kind, rows, today=today).done
