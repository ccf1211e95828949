"""The sheet 勾稽检查: every relation printed in the form, as live formulas."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy.orm import Session

from disclosure_desk.exchange.excel_text import ExactSheet, ExactWorkbook
from disclosure_desk.exchange.list_sheets import FIRST_ROW, begin_list
from disclosure_desk.exchange.table_layout import CHECKS_SHEET, Place, addition, list_height
from disclosure_desk.exchange.table_looks import Looks
from disclosure_desk.faults import Refusal
from disclosure_desk.records.finding import Figure
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.form import Cell, Edition, Identity
from disclosure_desk.statistics.naming import bare, column_of, row_of, shared_and_own
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally

BALANCED, UNBALANCED = "平", "不平"
_TITLE = "勾稽关系：修改统计表的数字后，本表随之重新计算"
_HEADINGS = ("规则", "位置", "左边", "右边", "左边合计", "右边合计", "相差", "结论")
_WIDTHS = (7, 36, 54, 40, 11, 11, 9, 9)
_CARRIED_OUT, _CARRIED_IN = "requests.carried_out.", "requests.carried_in."
_NAMED_PARTS = 4


@dataclass(frozen=True, slots=True)
class CheckLine:
    """One relation: its words, the cells of both sides (or last year's figure), both sums."""

    rule: str
    where: str
    left_words: str
    right_words: str
    left: tuple[str, ...]
    right: tuple[str, ...]
    expected: Decimal
    found: Decimal


def check_lines(
    session: Session, edition: Edition, period: Period, figures: Mapping[str, Figure]
) -> list[CheckLine]:
    """The relations within the table, and those to the table of the period before."""
    within = [_of_identity(edition, identity, figures) for identity in edition.identities]
    return within + list(_carried(session, edition, period, figures))


def _of_identity(edition: Edition, identity: Identity, figures: Mapping[str, Figure]) -> CheckLine:
    cells = [edition.cells[code] for code in (*identity.left, *identity.right)]
    where, word = shared_and_own(cells)
    left, right = (
        _words([word(edition.cells[code]) for code in side])
        for side in (identity.left, identity.right)
    )
    expected, found = (
        sum((Decimal(figures[code]) for code in side), Decimal(0))
        for side in (identity.left, identity.right)
    )
    return CheckLine(
        identity.rule, where, left, right, identity.left, identity.right, expected, found
    )


def _words(parts: Sequence[str]) -> str:
    if len(parts) <= _NAMED_PARTS:
        return "＋".join(bare(part) for part in parts)
    return f"{bare(parts[0])}＋……＋{bare(parts[-1])}（共{len(parts)}项）"


def _carried(
    session: Session, edition: Edition, period: Period, figures: Mapping[str, Figure]
) -> Iterator[CheckLine]:
    """X1: what the table before carried out is what this one carries in, column by column."""
    cells = [cell for code, cell in edition.cells.items() if code.startswith(_CARRIED_IN)]
    before = _figures_before(session, edition, period.one_before) if cells else {}
    for cell in cells:
        carried_out = _CARRIED_OUT + cell.code.removeprefix(_CARRIED_IN)
        if carried_out in before:
            yield _carried_line(cell, period, before[carried_out], figures[cell.code])


def _carried_line(cell: Cell, period: Period, before: Figure, now: Figure) -> CheckLine:
    row = "结转下年度继续办理" if period.one_before.is_year else "结转下期继续办理"
    return CheckLine(
        "X1",
        column_of(cell),
        f"{period.one_before.words}统计表“{row}”",
        bare(row_of(cell)),
        (),
        (cell.code,),
        Decimal(before),
        Decimal(now),
    )


def _figures_before(session: Session, edition: Edition, before: Period) -> dict[str, Figure]:
    """The figures of the table before: of a year in the form of that year, else in this one."""
    if not before.is_year:
        return tally(session, edition, before)
    try:
        return tally(session, edition_for(before.year), before)
    except Refusal:
        return {}


def write_checks(
    workbook: ExactWorkbook, looks: Looks, places: Mapping[str, Place], lines: Sequence[CheckLine]
) -> None:
    """The sheet: for each relation both sides, their difference, and whether it balances."""
    sheet = workbook.exact_sheet(CHECKS_SHEET)
    begin_list(sheet, looks, _TITLE, _HEADINGS, _WIDTHS)
    for row, line in enumerate(lines, start=FIRST_ROW):
        _write_line(sheet, looks, places, row, line)


def _write_line(
    sheet: ExactSheet, looks: Looks, places: Mapping[str, Place], row: int, line: CheckLine
) -> None:
    words, numbers = looks.listed(), looks.listed(centred=True)
    texts = (line.rule, line.where, line.left_words, line.right_words)
    sheet.set_row(row, list_height(texts, _WIDTHS[: len(texts)]))
    for column, text in enumerate(texts):
        sheet.write_string(row, column, text, words if column else looks.listed(centred=True))
    for column, codes, total in ((4, line.left, line.expected), (5, line.right, line.found)):
        if codes:
            formula = addition([places[code] for code in codes])
            sheet.write_formula(row, column, formula, numbers, float(total))
        else:
            sheet.write_number(row, column, float(total), numbers)
    line_number = row + 1
    difference = line.expected - line.found
    # Amounts add up with the small errors of binary fractions; six places are a 分 of 万元.
    sheet.write_formula(
        row, 6, f"=ROUND(E{line_number}-F{line_number},6)", numbers, float(difference)
    )
    said = BALANCED if difference == 0 else UNBALANCED
    formula = f'=IF(G{line_number}=0,"{BALANCED}","{UNBALANCED}")'
    sheet.write_formula(row, 7, formula, looks.listed(centred=True), said)
