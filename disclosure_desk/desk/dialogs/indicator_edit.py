"""The form of a reported figure (数据填报)."""

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.forms.ui_indicator_edit import Ui_IndicatorEdit
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.indicators import INDICATORS, indicator

_FLOW = "累计数：填写这一次新发生的数量，统计时把当年各次相加。"
_STOCK = "时点数：填写到这一天为止的总数，统计时取当年年底以前最近的一次。"


class IndicatorEdit(RecordDialog):
    """Shows the unit of the indicator, and whether figures are added up or replace each other."""

    kind = "indicator"
    pins = ("dated_on", "department")

    def __init__(self, desk: Desk, record_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(Ui_IndicatorEdit(), desk, record_id, parent)

    def prepare(self) -> None:
        every = [indicator(term.slug) for term in INDICATORS]
        flows = [one for one in every if not one.stock]
        stocks = [one for one in every if one.stock]
        self.ui.indicator.offer_groups(
            [("累计数（当年相加）", flows), ("时点数（取最近一次）", stocks)]
        )
        self.ui.indicator.edited.connect(self._show_meaning)

    def shown_anew(self) -> None:
        self._show_meaning()

    def own_findings(self) -> list[Finding]:
        slug, amount = self.ui.indicator.value(), self.ui.amount.value()
        if slug is None or not isinstance(amount, Decimal):
            return []
        chosen = indicator(str(slug))
        if not chosen.whole or amount == amount.to_integral_value():
            return []
        words = f"“{chosen.label}”的单位是{chosen.unit}，{amount}不是整数，请核对。"
        return [Finding("L37", "hint", words, field="amount")]

    def _show_meaning(self) -> None:
        slug = self.ui.indicator.value()
        chosen = indicator(str(slug)) if slug else None
        self.ui.label_unit.setText(chosen.unit if chosen else "")
        meaning = (_STOCK if chosen.stock else _FLOW) if chosen else "先选指标，再填数值。"
        self.ui.label_meaning.setText(meaning)
