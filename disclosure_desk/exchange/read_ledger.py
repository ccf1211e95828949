"""Reads the ledger workbook (台账); what it says goes into the registers whole or not at all."""

import gc
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from itertools import compress, zip_longest
from pathlib import Path

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from disclosure_desk.commands.corrections import ask_for_reasons
from disclosure_desk.commands.ledger import LedgerPart, LedgerRow, LedgerRows, TakenIn, take_in
from disclosure_desk.exchange.cell_values import Reader, UnreadableError, read_text, reader_for
from disclosure_desk.exchange.workbook import open_workbook
from disclosure_desk.faults import Fault
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.card_columns import CardColumns
from disclosure_desk.records.cards import FIELDS, KIND_LABELS
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.wording import folded
from disclosure_desk.storage.bulk import is_filled
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.progress import Report, unheard
from disclosure_desk.storage.step_backup import back_up_before

Cells = Iterable[Sequence[object]]
SHEETS = {label: kind for kind, label in KIND_LABELS.items()}


def import_ledger(
    database: Database,
    path: Path,
    actor: Actor,
    *,
    dry_run: bool = False,
    backs_up: bool = False,
    reason: str | None = None,
    report: Report = unheard,
) -> TakenIn:
    """Take a ledger workbook into the registers; a dry run does the same and takes it back.

    An import that `backs_up` leaves a backup of the moment before it, if it changes anything.
    `reason` says why signed figures are corrected: where it is told but empty, NeedsReason is
    raised if some are. `report` is told of each sheet and may stop the import, of which nothing
    stays then.
    Raises Unsound with every finding when a row is refused, Fault for a file that is no ledger.
    """
    try:
        with _no_garbage_search():
            parts = read_ledger(path)
            with database.writing(actor) as session:
                if reason is not None:
                    ask_for_reasons(session, reason)
                taken = take_in(session, _told(parts, report))
                report(len(SHEETS), len(SHEETS), "正在写入数据库…")
                if dry_run:
                    raise _TakeBackError(taken)
                if backs_up and any((*taken.added.values(), *taken.updated.values())):
                    back_up_before(session)
    except _TakeBackError as rehearsed:
        return rehearsed.taken
    return taken


def _told(parts: Iterable[LedgerPart], report: Report) -> Iterator[LedgerPart]:
    for number, part in enumerate(parts):
        report(number, len(SHEETS), f"正在核对和登记“{KIND_LABELS[part.kind]}”…")
        yield part


@contextmanager
def _no_garbage_search() -> Iterator[None]:
    """A large ledger is millions of small live objects, which a search for cycles walks in vain."""
    searched = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if searched:
            gc.enable()


class _TakeBackError(Exception):
    """Ends the transaction of a dry run, so that nothing of it stays."""

    def __init__(self, taken: TakenIn) -> None:
        super().__init__()
        self.taken = taken


def read_ledger(path: Path) -> Iterator[LedgerPart]:
    """The sheets of a ledger workbook, each read while the one before is worked on.

    Raises Fault for a file that is no ledger, before anything is read.
    """
    workbook = open_workbook(path)
    names = {folded(name): name for name in workbook.sheet_names}
    known = [
        (kind, names[folded(label)]) for label, kind in SHEETS.items() if folded(label) in names
    ]
    if not known:
        raise Fault(f"“{path}”不是台账：没有名为{'、'.join(SHEETS)}的工作表，请核对文件。")

    return _one_ahead(path, known)


def _one_ahead(path: Path, sheets: Sequence[tuple[str, str]]) -> Iterator[LedgerPart]:
    """The parts in the order of the sheets, each read while the one before is worked on.

    All sheets are unpacked at once, as many as there are processors: outside of Python, so
    that it takes no time from the rest.
    """
    with ThreadPoolExecutor() as unpacking, ThreadPoolExecutor(1) as reading:
        loaded = [unpacking.submit(_load, path, name) for _, name in sheets]
        parts = [
            reading.submit(_read, kind, sheet)
            for (kind, _), sheet in zip(sheets, loaded, strict=True)
        ]
        try:
            for part in parts:
                yield part.result()
        finally:
            reading.shutdown(cancel_futures=True)
            unpacking.shutdown(cancel_futures=True)


def _load(path: Path, name: str) -> CalamineSheet:
    try:
        return CalamineWorkbook.from_path(str(path)).get_sheet_by_name(name)
    except CalamineError:
        raise Fault(f"“{path}”已经损坏，读不出工作表，请重新导出或另存。") from None


def _read(kind: str, sheet: Future[CalamineSheet]) -> LedgerPart:
    return read_sheet(kind, sheet.result().to_python(skip_empty_area=False))


def read_sheet(kind: str, cells: Cells) -> LedgerPart:
    """What one sheet says, headings in its first row."""
    part = LedgerPart(kind)
    rows = iter(cells)
    headings = next(rows, ())
    if kind == "office":
        _read_profile(part, rows)
        return part
    columns, faults = _values_of(_columns(part, headings), list(rows))
    numbers = columns.get("number")
    for row, told in sorted(faults.items()):
        for name, message in told.items():
            text = f"{KIND_LABELS[kind]}第{row}行：“{FIELDS[kind][name].label}”{message}。"
            records = _number_of(numbers[row - 2] if numbers else None)
            part.findings.append(Finding("L0", "error", text, records=records, field=name))
    part.rows = filled = _filled(columns, faults)
    part.findings += _twice(kind, filled)
    return part


Faults = dict[int, dict[str, str]]


def _values_of(
    columns: Sequence[tuple[int, str, Reader]], rows: Sequence[Sequence[object]]
) -> tuple[dict[str, list[FieldValue]], Faults]:
    """The values of every field, and what could not be read by Excel row and field.

    Read column by column: a column has one kind of value, and most of its cells repeat.
    """
    by_place = list(zip_longest(*rows, fillvalue=None))
    faults: Faults = {}
    values = {
        name: _values(by_place[place], name, read, faults)
        for place, name, read in columns
        if place < len(by_place)
    }
    return values, faults


def _filled(columns: Mapping[str, Sequence[FieldValue]], faults: Faults) -> LedgerRows:
    """The rows that say anything, be it something that could not be read."""
    told = {name: values for name, values in columns.items() if is_filled(values)}
    number = max(map(len, columns.values()), default=0)
    kept = range(2, 2 + number)
    if all(None in values for values in told.values()):
        nothing = (None,) * len(told)
        rows = zip(kept, zip(*told.values(), strict=True), strict=True) if told else ()
        filled = {row for row, values in rows if values != nothing} | faults.keys()
        if len(filled) < number:
            chosen = [row in filled for row in kept]
            told = {name: [*compress(values, chosen)] for name, values in told.items()}
            return _held(list(compress(kept, chosen)), told, faults)
    return _held(kept, told, faults)


def _held(
    rows: Sequence[int], columns: Mapping[str, Sequence[FieldValue]], faults: Faults
) -> LedgerRows:
    unread = {row: tuple(told) for row, told in faults.items()}
    return LedgerRows(rows, CardColumns(len(rows), columns), unread)


def _values(cells: Sequence[object], name: str, read: Reader, faults: Faults) -> list[FieldValue]:
    try:
        return [None if cell is None or cell == "" else read(cell) for cell in cells]
    except UnreadableError:
        return [
            _value(cell, name, read, faults.setdefault, number)
            for number, cell in enumerate(cells, start=2)
        ]


def _value(
    cell: object,
    name: str,
    read: Reader,
    faults_of: Callable[[int, dict[str, str]], dict[str, str]],
    number: int,
) -> FieldValue:
    try:
        return None if cell is None or cell == "" else read(cell)
    except UnreadableError as fault:
        faults_of(number, {})[name] = str(fault)
        return None


def _columns(part: LedgerPart, headings: Sequence[object]) -> list[tuple[int, str, Reader]]:
    """Place, field and reader of every column that is known; others become hints."""
    fields = {
        folded(heading): one
        for one in FIELDS[part.kind].values()
        for heading in (one.label, f"{one.label}（{one.unit}）")
    }
    columns: dict[str, tuple[int, str, Reader]] = {}
    for place, heading in enumerate(headings):
        text = read_text(heading)
        if text is None:
            continue
        known = fields.get(folded(text).strip("*"))
        if known is None or known.name in columns:
            why = "不是台账的栏目" if known is None else "出现了两次"
            words = f"{KIND_LABELS[part.kind]}的“{text}”列{why}，没有导入。"
            part.findings.append(Finding("L13", "hint", words))
            continue
        columns[known.name] = (place, known.name, reader_for(known))
    return list(columns.values())


def _twice(kind: str, rows: LedgerRows) -> Iterable[Finding]:
    """A number may stand in a file once."""
    numbers = [number for number in rows.cards.columns.get("number", ()) if number]
    if len(set(numbers)) == len(numbers):
        return
    seen: dict[str, int] = {}
    for row in rows:
        for number in _number_of(row.card.get("number")):
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


def _number_of(number: FieldValue) -> tuple[str, ...]:
    return (str(number),) if number else ()


def _read_profile(part: LedgerPart, rows: Cells) -> None:
    """单位信息: a line for each item, its name first and its content second."""
    fields = {folded(one.label): one for one in FIELDS["office"].values()}
    items: list[LedgerRow] = []
    for number, row in enumerate(rows, start=2):
        item = read_text(row[0]) if row and row[0] is not None else None
        content = read_text(row[1]) if len(row) > 1 and row[1] is not None else None
        if item is None:
            continue
        known = fields.get(folded(item).strip("*"))
        if known is None:
            text = f"单位信息第{number}行的“{item}”不是单位信息的项目，没有导入。"
            part.findings.append(Finding("L13", "hint", text))
        elif content is not None:
            items.append(LedgerRow(number, {known.name: content}))
    part.rows = items
