"""The reports of many units added up: the sum on paper, units × findings, and who is missing."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSignalBlocker
from PySide6.QtWidgets import QWidget

from disclosure_desk.desk import file_choice
from disclosure_desk.desk.checked_report import blank_lines
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.jobs import Report
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.progress import show_progress
from disclosure_desk.records.wording import folded_label
from disclosure_desk.statistics.edition import editions

if TYPE_CHECKING:
    from disclosure_desk.desk.forms.ui_check_page import Ui_CheckPage
    from disclosure_desk.exchange.finished.many import CheckedFile
    from disclosure_desk.statistics.added_up import AddedUp

SUM_FILES = ("Excel 工作簿 (*.xlsx)",)


class SumView(QObject):
    """Adds up what the page has read; units of vertical systems are left out."""

    def __init__(self, desk: Desk, ui: "Ui_CheckPage", page: QWidget) -> None:
        super().__init__(page)
        self._desk = desk
        self._ui = ui
        self._page = page
        self._files: tuple[CheckedFile, ...] = ()
        self._units: tuple[tuple[str, bool], ...] = ()
        self._added: AddedUp | None = None
        ui.sum_splitter.setSizes([560, 620])
        ui.sum_edition.currentIndexChanged.connect(self._show_sheet)
        self._show()

    def set_units(self, units: Sequence[tuple[str, bool]]) -> None:
        """The units whose reports are due, each with whether it is of a vertical system."""
        if tuple(units) != self._units:
            self._units = tuple(units)
            self._show()

    def show_files(self, files: "Sequence[CheckedFile]") -> None:
        """Add these up instead."""
        self._files = tuple(files)
        self._show()

    @property
    def added(self) -> "AddedUp | None":
        """The sum, if there is anything to add up."""
        return self._added

    def missing(self) -> list[str]:
        """The units that are due and have no report in the year of most reports."""
        year = self._added.year if self._added else None
        come = {
            folded_label(one.report.unit)
            for one in self._counted()
            if one.report is not None
            and one.report.unit
            and one.report.edition is not None
            and one.report.year in (year, None)
        }
        return [
            name for name, is_vertical in self._units
            if not is_vertical and folded_label(name) not in come
        ]  # fmt: skip

    def _counted(self) -> "list[CheckedFile]":
        """The files that are added up: last year's reports and vertical units are not."""
        vertical = {folded_label(name) for name, is_vertical in self._units if is_vertical}
        older = {one.previous for one in self._files}
        return [
            one
            for one in self._files
            if one.path not in older
            and not (one.report and one.report.unit and folded_label(one.report.unit) in vertical)
        ]

    def _show(self) -> None:
        from disclosure_desk.statistics.added_up import add_up

        counted = self._counted()
        units = [told for one in counted if (told := one.unit_report) is not None]
        unusable = [(one.path.name, one.reason) for one in counted if one.report is None]
        due = [(name, told) for name, told in self._units if not told]
        self._added = add_up(units, unusable, due=due) if units else None
        self._show_words(len(self._files) - len(counted))
        self._show_matrix(counted)
        with QSignalBlocker(self._ui.sum_edition):
            self._ui.sum_edition.clear()
            for code in self._added.sums if self._added else ():
                form = editions()[code]
                count = len(self._added.of(form)) if self._added else 0
                self._ui.sum_edition.addItem(f"{form.name}（{count}个单位之和）", code)
            if self._added and self._added.main:
                place = self._ui.sum_edition.findData(self._added.main.code)
                self._ui.sum_edition.setCurrentIndex(place)
        self._show_sheet()

    def _show_words(self, left_out: int) -> None:
        if self._added is None:
            self._ui.label_sum.setText("还没有可以汇总的报告。")
            return
        parts = [f"汇总{len(self._added.units)}份报告。"]
        if left_out:
            parts.append(f"上年报告和垂直管理单位的{left_out}份没有计入。")
        missing = self.missing()
        if missing:
            parts.append(f"缺{len(missing)}个单位：{'、'.join(missing)}。")
        elif self._units:
            parts.append("应当报送的单位都已收到。")
        else:
            parts.append("没有填写下属单位，不能查缺。")
        # Who is missing is said already.
        rest = [one for one in self._added.findings if one.rule != "A5"]
        parts += [finding.message + "。" for finding in rest[:6]]
        self._ui.label_sum.setText("".join(one.replace("。。", "。") for one in parts))

    def _show_matrix(self, counted: "Sequence[CheckedFile]") -> None:
        rules = sorted({finding.rule for one in counted for finding in one.findings})
        headings = ("单位", "年度", "须改正", "请核对", *rules)
        model = LinesModel(headings, self._page, figures=range(2, len(headings)))
        rows: list[tuple[str, ...]] = []
        for one in counted:
            report = one.report
            told = Counter(finding.rule for finding in one.findings)
            name = (report.unit or one.path.name) if report else f"没有读出：{one.path.name}"
            year = str(report.year or "不明") if report else ""
            counts = [str(one.count("error")), str(one.count("warning"))]
            rows.append((name, year, *counts, *(str(told[rule] or "") for rule in rules)))
        rows += [(f"缺：{name}", *[""] * (len(headings) - 1)) for name in self.missing()]
        model.set_rows(rows)
        widths = (200, 52, 62, 62, *[44] * len(rules))
        self._ui.matrix.show_model(model, widths, stretched=0)

    def _show_sheet(self) -> None:
        code = self._ui.sum_edition.currentData()
        self._ui.sum_sheet.setVisible(code is not None and self._added is not None)
        if code is None or self._added is None:
            return
        form = editions()[code]
        year = f"{self._added.year}年" if self._added.year else ""
        self._ui.sum_sheet.show_edition(
            form, title=f"{year}政府信息公开情况汇总", lines=blank_lines(form)
        )
        sums = self._added.sums[code]
        figures = {cell: figure for cell, figure in sums.items() if figure is not None}
        self._ui.sum_sheet.set_figures(figures, previous={}, faulty=frozenset())

    def write(self) -> None:
        """Ask where to, and write sum, matrix and questions into one workbook."""
        added = self._added
        if added is None:
            return
        year = added.year or self._desk.year
        folder = file_choice.folder_of(self._desk.database)
        chosen = file_choice.file_to_save(
            self._page,
            "写出汇总",
            place=f"{folder}/{year}年政府信息公开情况汇总.xlsx",
            filters=SUM_FILES,
        )
        if not chosen:
            return
        path = Path(chosen)

        def work(_report: Report) -> Path:
            from disclosure_desk.exchange.finished.write_sum import write_sum

            write_sum(added, path)
            return path

        job = self._desk.jobs.start(work, succeeded=self._on_written)
        show_progress(job, f"正在写出“{path.name}”…", self._page.window())

    def _on_written(self, path: Path) -> None:
        self._ui.label_sum.setText(f"汇总表、核对情况和问题清单已写入“{path}”。")
        self._desk.noticed.emit(f"已写入“{path}”")
