"""Writes what stands in the sheet of rows to a workbook, each row with what was found about it."""

from functools import partial
from pathlib import Path

from disclosure_desk.desk import errors, file_choice
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.jobs import Report
from disclosure_desk.records.cards import FIELDS, KIND_LABELS


class RowsElsewhere(FormPart):
    """Works for the sheet of rows, which has a `desk`, a `kind`, a `model` and a `tell()`."""

    def save(self) -> None:
        """Ask for a file and write the rows into it, behind the window."""
        form = self._form
        name = KIND_LABELS[form.kind]
        chosen = file_choice.file_to_save(
            form,
            "另存到 Excel",
            place=str(
                Path(file_choice.folder_of(form.desk.database) or ".") / f"没有登记的{name}.xlsx"
            ),
            filters=file_choice.LEDGER_FILES,
        )
        if not chosen:
            return
        path = Path(chosen)
        model, labels = form.model, FIELDS[form.kind]
        headings = [labels[one.field].label if one.field else one.heading for one in model.columns]
        places = [place for place, row in enumerate(model.rows) if any(row)]
        rows = [model.rows[place] for place in places]
        reasons = ["".join(one.message for one in model.findings_of(place)) for place in places]

        def work(_report: Report) -> None:
            from disclosure_desk.exchange.write_rows import write_rows

            write_rows(path, name, headings, rows, reasons)

        form.desk.jobs.start(
            work, succeeded=partial(self._is_saved, path), failed=self._is_not_saved
        )

    def _is_saved(self, path: Path, _outcome: object) -> None:
        self._form.tell(f"已另存到“{path}”。")

    def _is_not_saved(self, error: Exception) -> None:
        errors.tell(error, self._form)
