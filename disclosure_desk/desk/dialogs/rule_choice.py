"""The rules by which reports are checked; this office can switch one off, with a reason."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.forms.ui_rule_choice import Ui_RuleChoice
from disclosure_desk.desk.models.lines_model import LinesModel
from disclosure_desk.desk.rights_shown import guard
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.row_fit import fit_rows
from disclosure_desk.statistics.report_rules import ReportRule, report_rules

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done

_WEIGHTS = {"error": "须改正", "warning": "请核对", "hint": "提示"}
_HEADINGS = ("规则", "轻重", "内容", "依据", "适用", "状态")


class RuleChoice(QDialog):
    """Every rule with its text and article, and whether it is asked here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._off: dict[str, str] = {}
        self._rules = tuple(report_rules().values())
        self.ui = Ui_RuleChoice()
        self.ui.setupUi(self)
        self._lines = LinesModel(_HEADINGS, self)
        self.ui.rules.show_model(self._lines, (48, 60, 300, 180, 76, 130), stretched=2)
        self.ui.rules.setWordWrap(True)
        widths_changed = self.ui.rules.horizontalHeader().sectionResized
        widths_changed.connect(lambda: fit_rows(self.ui.rules))
        self.ui.rules.selectionModel().currentRowChanged.connect(lambda: self._show_chosen())
        guard(desk, "RULES", self.ui.switch_off, self.ui.switch_on)
        self.ui.leave.clicked.connect(self.reject)
        self.ui.switch_off.clicked.connect(self._switch_off)
        self.ui.switch_on.clicked.connect(self._switch_on)
        self._look_up()

    def _look_up(self) -> None:
        self._desk.look_up(_rules_off, succeeded=self._show)

    def _show(self, off: dict[str, str]) -> None:
        self._off = off
        row = max(self.ui.rules.currentIndex().row(), 0)
        self._lines.set_rows([self._line(rule) for rule in self._rules])
        fit_rows(self.ui.rules)
        self.ui.rules.selectRow(row)
        self._show_chosen()
        if not self.ui.reason.hasFocus():
            self.ui.rules.setFocus()

    def _line(self, rule: ReportRule) -> tuple[str, ...]:
        state = f"已停用：{self._off[rule.id]}" if rule.id in self._off else "启用"
        editions = "、".join(rule.editions) or "各格式"
        return (rule.id, _WEIGHTS[rule.severity], rule.text, rule.article, editions, state)

    def _chosen(self) -> ReportRule | None:
        row = self.ui.rules.currentIndex().row()
        return self._rules[row] if 0 <= row < len(self._rules) else None

    def _show_chosen(self) -> None:
        rule = self._chosen()
        is_off = rule is not None and rule.id in self._off
        self.ui.reason.set_value(self._off.get(rule.id) if rule else None)
        self.ui.switch_off.setEnabled(rule is not None and not is_off)
        self.ui.switch_on.setEnabled(is_off)

    def _switch_off(self) -> None:
        rule, reason = self._chosen(), str(self.ui.reason.value() or "")
        if rule is None or composing():
            return
        today = self._desk.today()

        def command(session: "Session") -> "Done":
            from disclosure_desk.commands.reporting import switch_rule_off

            return switch_rule_off(session, rule.id, reason, today=today)

        refused = partial(errors.tell, window=self)
        self._desk.run(command, self, succeeded=self._is_switched, failed=refused)

    def _switch_on(self) -> None:
        rule = self._chosen()
        if rule is None:
            return

        def command(session: "Session") -> "Done":
            from disclosure_desk.commands.reporting import switch_rule_on

            return switch_rule_on(session, rule.id)

        self._desk.run(command, self, succeeded=self._is_switched)

    def _is_switched(self, _done: "Done") -> None:
        self._look_up()


def _rules_off(session: "Session") -> dict[str, str]:
    from disclosure_desk.commands.reporting import rules_off

    return rules_off(session)
