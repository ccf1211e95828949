"""What a clipboard holds as rows of a sheet: each column with its field, and what is said of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from disclosure_desk.desk.column_memory import remembered_columns
from disclosure_desk.desk.models.paste_model import SheetColumn
from disclosure_desk.records.cards import FIELDS

_MOST_NAMED = 6


@dataclass(frozen=True, slots=True)
class PastedRows:
    """Rows under their columns; `told` is what the clerk must know of the columns."""

    headings: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: Sequence[Sequence[str]]
    told: str = ""


def rows_pasted(kind: str, text: str, html: str, today: date) -> PastedRows | None:
    """The rows, by columns as this layout was sorted last; None for an empty clipboard.

    Raises Refusal for what cannot be taken as rows.
    """
    from disclosure_desk.exchange.pasted_table import pasted_rows
    from disclosure_desk.exchange.sheet_rows import sheet_of

    sheet = sheet_of(kind, pasted_rows(text, html), today)
    if not sheet.headings:
        return None
    remembered = remembered_columns(kind, sheet.headings)
    fields = remembered or sheet.columns
    columns = tuple(
        SheetColumn(field, heading or f"第{place}列")
        for place, (field, heading) in enumerate(zip(fields, sheet.headings, strict=True), start=1)
    )
    is_guessed = not sheet.is_headed and remembered is None
    return PastedRows(
        sheet.headings, columns, sheet.rows, _told(kind, columns, is_guessed=is_guessed)
    )


def are_sorted_by_column(kind: str, text: str, html: str, today: date, *, is_blank: bool) -> bool:
    """Whether a table goes by its columns: one with headings, or any into an empty sheet.

    Raises Refusal for what cannot be taken as rows.
    """
    from disclosure_desk.exchange.pasted_table import pasted_rows
    from disclosure_desk.exchange.sheet_rows import sheet_of

    rows = pasted_rows(text, html)
    return sheet_of(kind, rows, today).is_headed or (is_blank and len(rows) > 1)


def rows_not_there(
    present: Collection[Mapping[str, str]],
    columns: Sequence[SheetColumn],
    rows: Sequence[Sequence[str]],
) -> list[Sequence[str]]:
    """The rows that say anything else than those that stand there already."""
    return [row for row in rows if (told := row_told(columns, row)) not in present or not told]


def row_told(columns: Sequence[SheetColumn], row: Sequence[str]) -> dict[str, str]:
    """What a row says under which field, or under which heading where none is known."""
    return {
        column.field or column.heading: text.strip()
        for column, text in zip(columns, row, strict=True)
        if text.strip()
    }


def _told(kind: str, columns: Sequence[SheetColumn], *, is_guessed: bool) -> str:
    fields = {column.field for column in columns}
    added = ""
    if kind == "publication" and "published_on" in fields and "made_on" not in fields:
        added += "没有生成日期一列，登记时按公开日期填写。"
    if "number" in FIELDS[kind] and "number" not in fields:
        added += "没有编号一列，登记时按年度顺序编号。"
    if is_guessed:
        return (
            "没有认出标题行，各列按内容对应，请核对每一列上面的栏目，"
            f"不对的在“这一列是”里选。{added}"
        )
    unknown = [column.heading for column in columns if column.field is None]
    if not unknown:
        return added
    named = "、".join(unknown[:_MOST_NAMED])
    return f"没有对应栏目的列不登记：{named}；要登记的，在“这一列是”里选栏目。{added}"
