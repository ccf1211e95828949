"""What the name of an applicant tells: its likely kind, earlier requests, likely duplicates."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QMenu

from disclosure_desk.desk.case_watch import PAUSE_MS
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.applicant_fill import ApplicantFill
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.records.terms import APPLICANT_KINDS, OUTCOMES
from disclosure_desk.rules.applicants import NATURAL, Proposal, proposed_kind

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.records.cards import Card
    from disclosure_desk.records.case import EarlierRequest
    from disclosure_desk.storage.similar_requests import ApplicantHistory

_NAMED, _LISTED = 2, 12


@dataclass(frozen=True, slots=True)
class Others:
    """The other requests of an applicant as far as the form shows them."""

    history: "ApplicantHistory"
    newest: "tuple[EarlierRequest, ...]"
    duplicates: "tuple[EarlierRequest, ...]"
    last: "Card"  # the whole card of the newest


class ApplicantHints(FormPart):
    """Works on the widgets of the request's form; nothing is filled in unless asked for."""

    open_wanted = Signal(int)  # id of another request

    def __init__(self, desk: Desk, ui: Any, form: QDialog) -> None:
        super().__init__(form)
        self._desk, self._ui = desk, ui
        self.record_id: int | None = None
        self.proposal: Proposal | None = None
        self.others: Others | None = None
        self._chosen_by_hand = False
        self.fill = ApplicantFill(ui, form)
        self._turn = 0
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._look)
        self._connect()

    def show_anew(self, record_id: int | None) -> None:
        """Another record stands in the form: what is chosen there counts as chosen by hand."""
        self.record_id = record_id
        self._chosen_by_hand = self._ui.applicant_kind.value() is not None
        self.others = None
        self.fill.settle()
        self.show_kind()
        self._show_others()
        self._look()

    def hear(self, name: str) -> None:
        """A field of the form was edited."""
        self.fill.hear(name)
        if name == "applicant_kind":
            self._chosen_by_hand = self._ui.applicant_kind.value() is not None
        if name in ("applicant_name", "applicant_kind"):
            self.show_kind()
        if name in ("applicant_name", "content", "received_on"):
            self._turn += 1
            self._pause.start()
        if name == "repeats_number":
            self._show_others()

    # ------------------------------------------------------------------ the kind

    def show_kind(self) -> None:
        """Propose a kind by the name, unless one was chosen by hand."""
        name = self._ui.applicant_name.value()
        found = proposed_kind(str(name)) if name and not self._chosen_by_hand else None
        if found is not None and found.kind == self._ui.applicant_kind.value():
            found = None
        self.proposal = found
        self._ui.label_kind_hint.setText(kind_words(found) if found else "")
        for widget in (self._ui.label_kind_hint, self._ui.take_kind):
            widget.setVisible(found is not None)

    def take_kind(self) -> None:
        """Fill in the proposed kind; it goes on following the name until chosen by hand."""
        if self.proposal is None or composing():
            return
        self._ui.applicant_kind.set_value(self.proposal.kind)
        self._chosen_by_hand = False
        self.show_kind()

    # ------------------------------------------------------------------ other requests

    def _look(self) -> None:
        self._pause.stop()
        self._turn += 1
        turn, but = self._turn, self.record_id
        name, content = self._ui.applicant_name.value(), self._ui.content.value()
        received = self._ui.received_on.value()
        on = received if isinstance(received, date) else self._desk.today()
        if not name:
            self._show((turn, None))
            return

        def query(session: "Session") -> "tuple[int, Others]":
            from disclosure_desk.storage.similar_requests import (
                history_of,
                likely_duplicates,
                newest_of,
            )

            history = history_of(session, name, on, but=but)
            newest = newest_of(session, name, but=but, most=_LISTED) if history.total else ()
            last = _card_of(session, newest[0].id) if newest and but is None else {}
            duplicates = likely_duplicates(history.earlier, content)
            return turn, Others(history, newest, duplicates, last)

        self._desk.look_up(query, succeeded=self._show)

    def _show(self, answer: "tuple[int, Others | None]") -> None:
        turn, others = answer
        if turn == self._turn:
            self.others = others
            self._show_others()
            if others and others.last and self.record_id is None:
                name = str(self._ui.applicant_name.value())
                self.fill.fill(name, others.newest[0].number, others.last)

    def _show_others(self) -> None:
        others = self.others
        newest = others.newest if others else ()
        self._ui.label_earlier.setText(earlier_words(others) if others and newest else "")
        for widget in (self._ui.label_earlier, self._ui.show_earlier):
            widget.setVisible(bool(newest))
        repeated = self._repeated()
        self._ui.label_duplicate.setText(f"内容相近：{_link(repeated)}" if repeated else "")
        for widget in (self._ui.label_duplicate, self._ui.take_repeat):
            widget.setVisible(repeated is not None)

    def _repeated(self) -> "EarlierRequest | None":
        """The likely duplicate to offer; none once it stands in 原申请编号."""
        found = self.others.duplicates if self.others else ()
        written = self._ui.repeats_number.value()
        return found[0] if found and written not in {one.number for one in found} else None

    def take_repeat(self) -> None:
        """Name the likely duplicate as the request that this one repeats."""
        repeated = self._repeated()
        if repeated is not None and not composing():
            self._ui.repeats_number.set_value(repeated.number)

    def show_earlier(self) -> None:
        """List the other requests of the applicant; the one chosen is opened."""
        if self.others is None or not self.others.newest or composing():
            return
        menu = QMenu(self._form)
        menu.aboutToHide.connect(menu.deleteLater)
        for one in self.others.newest:
            action = menu.addAction(f"{one.number}　{_in_short(one)}")
            action.triggered.connect(partial(self.open_wanted.emit, one.id))
        menu.setActiveAction(menu.actions()[0])
        button = self._ui.show_earlier
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _connect(self) -> None:
        ui = self._ui
        for key, button, slot in (
            ("F3", ui.take_kind, self.take_kind),
            ("F11", ui.show_earlier, self.show_earlier),
            ("F12", ui.take_repeat, self.take_repeat),
        ):
            button.clicked.connect(slot)
            QShortcut(QKeySequence(key), self._form).activated.connect(slot)
        for label in (ui.label_earlier, ui.label_duplicate):
            label.linkActivated.connect(lambda link: self.open_wanted.emit(int(link)))


def _card_of(session: "Session", request_id: int) -> "Card":
    from disclosure_desk.records.cards import card_of
    from disclosure_desk.records.request import Request

    request = session.get(Request, request_id)
    return {} if request is None else card_of(request)


def kind_words(proposal: Proposal) -> str:
    """«含“律师事务所”，建议：法律服务机构»."""
    words = "".join(f"“{word}”" for word in proposal.words)
    why = f"含{words}" if words else "像是人名" if proposal.kind == NATURAL else ""
    told = f"建议的申请人类型：{APPLICANT_KINDS.label_of(proposal.kind)}"
    return escape("，".join(filter(None, (why, told))))


def earlier_words(others: Others) -> str:
    """How often the applicant asked, and the newest requests, each a link."""
    history = others.history
    links = "、".join(_link(one) for one in others.newest[:_NAMED])
    more = "等" if len(others.newest) > _NAMED else ""
    every = f"，共{history.total}件" if history.total > history.in_months else ""
    return (
        f"同名申请：30天内{history.lately}件，12个月内{history.in_months}件{every}：{links}{more}"
    )


def _link(one: "EarlierRequest") -> str:
    return f'<a href="{one.id}">{escape(one.number)}</a>（{one.received_on}）'


def _in_short(one: "EarlierRequest") -> str:
    outcome = OUTCOMES.label_of(one.outcome) if one.outcome else "未办结"
    content = " ".join((one.content or "").split())
    told = f"{content[:24]}{'…' if len(content) > 24 else ''}"
    return "　".join(filter(None, (str(one.received_on), outcome, told)))
