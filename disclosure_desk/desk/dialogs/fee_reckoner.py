"""Reckons the disclosure fee (信息处理费) by items or by pages, with the sum line by line."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk.context import Desk, this_day
from disclosure_desk.desk.forms.ui_fee_reckoner import Ui_FeeReckoner
from disclosure_desk.desk.screen_fit import fit_to_screen
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.faults import Refusal
from disclosure_desk.rules.fees import Fee, fee_by_count, fee_by_pages

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

ITEMS, PAGES = "items", "pages"
_LABELS = {ITEMS: "按件计收", PAGES: "按页计收"}
_UNITS = {ITEMS: ("件数", "件"), PAGES: ("页数", "页")}
_HOW = {
    ITEMS: "件数：同一申请人在一个自然月内累计申请的件数；一件申请含几项内容的，可以拆成几件。",
    PAGES: "页数：这件申请提供的页数。按件和按页只能选一种，不能同时计收。",
}


class FeeReckoner(QDialog):
    """For any number, or for a request: then it says how often the applicant asked that month.

    With a request `reckoned` hands the numbers to whoever opened it: `items` or `pages`, how
    many, and the fee in whole yuan.
    """

    reckoned = Signal(str, int, int)

    def __init__(
        self, desk: Desk | None, request_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._on: date = desk.today() if desk is not None else this_day()
        self.fee: Fee | None = None
        self.ui = Ui_FeeReckoner()
        self.ui.setupUi(self)
        for basis, words in _LABELS.items():
            self.ui.basis.addItem(words, basis)
        self.ui.use_fee.setVisible(request_id is not None)
        self.ui.label_applicant.hide()
        self._connect()
        self.reckon()
        self.ui.number.setFocus()
        if desk is not None and request_id is not None:
            self._ask_about(desk, request_id)

    @property
    def basis(self) -> str:
        """`items` or `pages`."""
        return str(self.ui.basis.currentData())

    def reckon(self) -> None:
        """Reckon anew; nothing is said while the number is empty."""
        self.fee = None
        problem = self.ui.number.problem()
        number = self.ui.number.value()
        if isinstance(number, int):
            by = fee_by_count if self.basis == ITEMS else fee_by_pages
            try:
                self.fee = by(number, on=self._on)
            except Refusal as refusal:
                problem = str(refusal)
        self._show(problem)

    def _show(self, problem: str) -> None:
        ui, fee = self.ui, self.fee
        ui.label_number.setText(_UNITS[self.basis][0])
        ui.label_how.setText(_HOW[self.basis])
        ui.label_problem.setText(problem)
        ui.label_problem.setVisible(bool(problem))
        ui.label_fee.setText(f"信息处理费：{fee.yuan:,}元" if fee else "信息处理费：—")
        lines = [*fee.steps, f"依据：{fee.source}"] if fee else []
        ui.sums.setPlainText("\n".join(lines))
        ui.copy_sums.setText("复制文字")
        for button in (ui.copy_sums, ui.use_fee):
            button.setEnabled(fee is not None)

    def words(self) -> str:
        """The sum as it is copied."""
        if self.fee is None:
            return ""
        count = f"{self.ui.number.value()}{_UNITS[self.basis][1]}"
        head = f"信息处理费（{_LABELS[self.basis]}，{count}）：{self.fee.yuan}元"
        return "\n".join([head, *self.fee.steps, f"依据：{self.fee.source}"]) + "\n"

    def copy_sums(self) -> None:
        """Put the sum on the clipboard."""
        if self.fee is not None:
            QGuiApplication.clipboard().setText(self.words())
            self.ui.copy_sums.setText("已复制")

    def use_fee(self) -> None:
        """Hand the numbers back and close."""
        number = self.ui.number.value()
        if composing() or self.ui.use_fee.isHidden() or self.fee is None:
            return
        assert isinstance(number, int)
        self.reckoned.emit(self.basis, number, self.fee.yuan)
        self.accept()

    def _ask_about(self, desk: Desk, request_id: int) -> None:
        def query(session: "Session") -> str:
            return _asked_that_month(session, request_id)

        desk.look_up(query, succeeded=self._tell_applicant)

    def _tell_applicant(self, sentence: str) -> None:
        self.ui.label_applicant.setText(sentence)
        self.ui.label_applicant.setVisible(bool(sentence))

    def _connect(self) -> None:
        ui = self.ui
        ui.basis.edited.connect(self.reckon)
        ui.number.edited.connect(self.reckon)
        ui.copy_sums.clicked.connect(self.copy_sums)
        ui.use_fee.clicked.connect(self.use_fee)
        ui.leave.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.use_fee)

    def showEvent(self, event: QShowEvent) -> None:
        """No larger than the screen."""
        fit_to_screen(self)
        super().showEvent(event)


def _asked_that_month(session: "Session", request_id: int) -> str:
    """How many requests of the applicant came in the same calendar month, this one among them."""
    from sqlalchemy import extract, func, select

    from disclosure_desk.records.request import Request

    request = session.get(Request, request_id)
    if request is None or not request.applicant_name:
        return ""
    day = request.received_on
    statement = select(func.count()).where(
        Request.applicant_name == request.applicant_name,
        extract("year", Request.received_on) == day.year,
        extract("month", Request.received_on) == day.month,
    )
    number = session.scalars(statement).one()
    return f"{request.applicant_name}在{day.year}年{day.month}月共登记了{number}件申请。"
