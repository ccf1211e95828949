"""Reads the ledger workbook (台账); what it says goes into the registers whole or not at all."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from python_calamine import CalamineError

from disclosure_desk.commands.ledger import Ledger, LedgerRow, TakenIn, take_in
from disclosure_desk.exchange.cell_values import Reader, UnreadableError, read_text, reader_for
from disclosure_desk.exchange.workbook import open_workbook
from disclosure_desk.faults import Fault
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, Card
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.wording import folded
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor

Cells = Iterable[Sequence[object]]
SHEETS = {label: kind for kind, label in KIND_LABELS.items()}


def import_ledger(
    database: Database, path: Path, actor: Actor, *, dry_run: bool = False
) -> TakenIn:
    """Take a ledger workbook into the registers; a dry run does the same and takes it back.

    Raises Unsound with every finding when a row is refused, Fault for a file that is no ledger.
    """
    ledger = read_ledger(path)
    try:
        with database.writing(actor) as session:
            taken = take_in(session, ledger)
            if dry_run:
                raise _TakeBackError(taken)
    except _TakeBackError as rehearsed:
        return rehearsed.taken
    return taken


class _TakeBackError(Exception):
    """Ends the transaction of a dry run, so that nothing of it stays."""

    def __init__(self, taken: TakenIn) -> None:
        super().__init__()
        self.taken = taken


def read_ledger(path: Path) -> Ledger:
    """The rows of a ledger workbook. Raises Fault for a file that is none."""
    workbook = open_workbook(path)
    sheets = {folded(name): name for name in workbook.sheet_names}
    if not any(folded(label) in sheets for label in SHEETS):
        raise Fault(f"“{path}”不是台账：没有名为{'、'.join(SHEETS)}的工作表，请核对文件。")
    ledger = Ledger()
    try:
        for label, kind in SHEETS.items():
            if folded(label) in sheets:
                sheet = workbook.get_sheet_by_name(sheets[folded(label)])
                read_sheet(ledger, kind, sheet.to_python(skip_empty_area=False))
    except CalamineError:
        raise Fault(f"“{path}”已经损坏，读不出工作表，请重新导出或另存。") from None
    return ledger


def read_sheet(ledger: Ledger, kind: str, cells: Cells) -> None:
    """Read one sheet, headings in its first row, into the ledger."""
    rows = iter(cells)
    headings = next(rows, ())
    if kind == "office":
        ledger.rows[kind] = _read_profile(ledger, rows)
        return
    columns = _columns(ledger, kind, headings)
    found: list[LedgerRow] = []
    for number, row in enumerate(rows, start=2):
        card, faults = _card(columns, row)
        if card or faults:
            found.append(LedgerRow(number, card, tuple(faults)))
        for name, message in faults.items():
            label = FIELDS[kind][name].label
            text = f"{KIND_LABELS[kind]}第{number}行：“{label}”{message}。"
            ledger.findings.append(
                Finding("L0", "error", text, records=_number_of(card), field=name)
            )
    ledger.rows[kind] = found
    ledger.findings += _twice(kind, found)


def _card(
    columns: Sequence[tuple[int, str, Reader]], row: Sequence[object]
) -> tuple[Card, dict[str, str]]:
    """The card of a row, and what could not be read, by field."""
    card: Card = {}
    faults: dict[str, str] = {}
    for place, name, read in columns:
        cell = row[place] if place < len(row) else None
        if cell is None or cell == "":
            continue
        try:
            value = read(cell)
        except UnreadableError as fault:
            faults[name] = str(fault)
            continue
        if value is not None:
            card[name] = value
    return card, faults


def _columns(
    ledger: Ledger, kind: str, headings: Sequence[object]
) -> list[tuple[int, str, Reader]]:
    """Place, field and reader of every column that is known; others become hints."""
    fields = {folded(one.label): one for one in FIELDS[kind].values()}
    columns: dict[str, tuple[int, str, Reader]] = {}
    for place, heading in enumerate(headings):
        text = read_text(heading)
        if text is None:
            continue
        known = fields.get(folded(text).strip("*"))
        if known is None or known.name in columns:
            why = "不是台账的栏目" if known is None else "出现了两次"
            ledger.findings.append(
                Finding("L13", "hint", f"{KIND_LABELS[kind]}的“{text}”列{why}，没有导入。")
            )
            continue
        columns[known.name] = (place, known.name, reader_for(known))
    return list(columns.values())


def _twice(kind: str, rows: Iterable[LedgerRow]) -> Iterable[Finding]:
    """A number may stand in a file once."""
    seen: dict[str, int] = {}
    for row in rows:
        for number in _number_of(row.card):
            if number in seen:
                label = FIELDS[kind]["number"].label
                text = f"{label}“{number}”与第{seen[number]}行重复，请改正其中一行"
                yield Finding(
                    "L14",
                    "error",
                    f"{KIND_LABELS[kind]}第{row.row}行：{text}。",
                    records=(number,),
                    field="number",
                )
            seen.setdefault(number, row.row)


def _number_of(card: Card) -> tuple[str, ...]:
    number = card.get("number")
    return (str(number),) if number else ()


def _read_profile(ledger: Ledger, rows: Cells) -> list[LedgerRow]:
    """单位信息: a line for each item, its name first and its content second."""
    fields = {folded(one.label): one for one in FIELDS["office"].values()}
    found = []
    for number, row in enumerate(rows, start=2):
        item = read_text(row[0]) if row and row[0] is not None else None
        content = read_text(row[1]) if len(row) > 1 and row[1] is not None else None
        if item is None:
            continue
        known = fields.get(folded(item).strip("*"))
        if known is None:
            text = f"单位信息第{number}行的“{item}”不是单位信息的项目，没有导入。"
            ledger.findings.append(Finding("L13", "hint", text))
        elif content is not None:
            found.append(LedgerRow(number, {known.name: content}))
    return found
