"""In which cells a record counts, and why not in the others.

It asks the bases and attributes by which figures are counted and their records listed, each
evaluated by the database for the one record, so that the three cannot disagree.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import Base
from disclosure_desk.records.cards import FIELDS, KIND_LABELS, MODELS, Card, card_of, shown
from disclosure_desk.records.indicator_entry import IndicatorEntry
from disclosure_desk.records.indicators import indicator
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.statistics.amounts import flowing, paid, stock_entries, stock_periods
from disclosure_desk.statistics.bases import BASES, Attribute, RecordBase
from disclosure_desk.statistics.edition import Cell, Edition, Measure
from disclosure_desk.statistics.naming import named_together
from disclosure_desk.statistics.period import Period


@dataclass(frozen=True, slots=True)
class Absence:
    """Cells in which a record does not count, all for the same reason."""

    reason: str
    cells: tuple[Cell, ...]

    @property
    def where(self) -> str:
        """The cells in one phrase."""
        return named_together(self.cells)


@dataclass(frozen=True, slots=True)
class Explanation:
    """Every cell that could count a record: those that do, and those that do not."""

    kind: str
    record_id: int
    counted: tuple[Cell, ...]
    absences: tuple[Absence, ...]


def cells_of_record(
    session: Session, edition: Edition, period: Period, kind: str, record_id: int
) -> Explanation:
    """Where a record counts in the table of a period, and why not elsewhere.

    Cells that count records of other kinds are left out. Raises Refusal for a removed record.
    """
    record = session.get(MODELS[kind], record_id)
    if record is None:
        raise Refusal(f"这条{KIND_LABELS[kind]}记录已被删除，请刷新列表。")
    judge = _Judge(session, period, kind, record)
    counted: list[Cell] = []
    absent: dict[str, list[Cell]] = {}
    for cell in edition.cells.values():
        if cell.measure.of not in judge.bases:
            continue
        reason = judge.against(cell.measure)
        if reason:
            absent.setdefault(reason, []).append(cell)
        else:
            counted.append(cell)
    absences = tuple(Absence(reason, tuple(cells)) for reason, cells in absent.items())
    return Explanation(kind, record_id, tuple(counted), absences)


class _Judge:
    """Says of one record why a measure does not count it."""

    def __init__(self, session: Session, period: Period, kind: str, record: Base) -> None:
        self._session = session
        self._period = period
        self._kind = kind
        self._record = record
        self._card = card_of(record)
        self._counted = {
            of: _Looked(session, base, record, self._card)
            for of, make in BASES.items()
            if (base := make(period)).kind == kind
        }
        reported = {"request": {"fees"}, "indicator": {"flow", "stock"}}
        self.bases = self._counted.keys() | reported.get(kind, set())

    def against(self, measure: Measure) -> str:
        """The reason, in Chinese; empty for a measure that counts the record."""
        if measure.of in self._counted:
            return self._counted[measure.of].against(measure)
        if measure.of == "fees":
            return self._against_fees()
        entry = self._record
        if not isinstance(entry, IndicatorEntry):
            raise TypeError(type(entry).__name__)
        if entry.indicator not in measure.asks("indicator"):
            return f"指标是“{indicator(entry.indicator).label}”"
        return (
            self._against_flow(entry)
            if measure.of == "flow"
            else self._against_stock(entry, measure)
        )

    def _against_fees(self) -> str:
        own = RequestEvent.request_id == self._record.id
        if self._session.scalars(select(RequestEvent.id).where(own, paid(self._period))).first():
            return ""
        if "fee_paid_on" not in self._card:
            return "没有缴费日期"
        if "fee_yuan" not in self._card:
            return "没有收费金额"
        return f"缴费日期{self._card['fee_paid_on']}不在本期内"

    def _against_flow(self, entry: IndicatorEntry) -> str:
        own = IndicatorEntry.id == entry.id
        if self._session.scalars(
            select(IndicatorEntry.id).where(own, flowing(self._period))
        ).first():
            return ""
        side = "以前" if entry.dated_on < self._period.first else "以后"
        return f"日期{entry.dated_on}在本期{side}"

    def _against_stock(self, entry: IndicatorEntry, measure: Measure) -> str:
        reasons = []
        for period in stock_periods(self._period, measure):
            holders = stock_entries(self._session, period, [entry.indicator])
            holder = next(holders, None)
            if holder is not None and holder.id == entry.id:
                return ""
            reasons.append(_superseded(entry, holder, period.last.isoformat()))
        return "；".join(dict.fromkeys(reasons))


def _superseded(entry: IndicatorEntry, holder: IndicatorEntry | None, last: str) -> str:
    """Why a stock does not hold on the last day."""
    if holder is None or holder.dated_on < entry.dated_on:
        return f"日期{entry.dated_on}在{last}以后"
    amount = format(holder.amount, "f")
    if holder.dated_on == entry.dated_on:
        return f"同一天（{holder.dated_on}）后登记的数值{amount}为准"
    return f"到{last}为止，{holder.dated_on}填报的数值{amount}更新"


class _Looked:
    """What the database says of one record in a base: inside or outside, and its attributes."""

    def __init__(self, session: Session, base: RecordBase, record: Base, card: Card) -> None:
        self._base = base
        self._card = card
        row = session.execute(
            select(
                base.within,
                *(outside.condition for outside in base.outside),
                *(attribute.expression for attribute in base.attributes.values()),
            ).where(base.model.id == record.id)
        ).one()
        self._is_within = bool(row[0])
        self._is_outside = row[1 : 1 + len(base.outside)]
        self._values: Mapping[str, object] = dict(
            zip(base.attributes, row[1 + len(base.outside) :], strict=True)
        )

    def against(self, measure: Measure) -> str:
        """Why the base's records asked for do not include this one; empty if they do."""
        if not self._is_within:
            return "，".join(self._outside())
        for name, attribute in self._base.attributes.items():
            asked = measure.asks(name)
            if asked and not attribute.fits(self._values[name], asked):
                return self._said(attribute, self._values[name])
        return ""

    def _outside(self) -> Iterator[str]:
        fields = FIELDS[self._base.kind]
        card = {name: shown(field, self._card.get(name)) for name, field in fields.items()}
        for outside, applies in zip(self._base.outside, self._is_outside, strict=True):
            if applies:
                yield outside.words.format_map(card)

    def _said(self, attribute: Attribute, value: object) -> str:
        """«办结时间：结转下期（办结日期2025-01-08）»."""
        said = f"{attribute.label}：{attribute.said(value)}"
        if not attribute.told_by:
            return said
        fields = FIELDS[self._base.kind]
        dates = "，".join(
            f"{fields[name].label}{shown(fields[name], self._card[name])}"
            for name in attribute.told_by
            if name in self._card
        )
        missing = f"没有{fields[attribute.told_by[0]].label}"
        return f"{said}（{dates or missing}）"
