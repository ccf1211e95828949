"""What an office decides about its report: who signs, which findings may stand, which rules."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.meanwhile import ChangedMeanwhile, clashes_of, sifted
from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import Card, Field
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.finding_answer import FindingAnswer, RuleOff, SubordinateUnit
from disclosure_desk.records.report_signing import STATES, ReportSigning
from disclosure_desk.records.wording import trimmed
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.row_versions import changes_of_row

_SHORTEST_REASON = 2
SIGNING_FIELDS = {
    column.key: Field(column.key, column.info["label"], column.type.python_type)
    for column in ReportSigning.__table__.columns
    if "label" in column.info
}


def sign_report(
    session: Session,
    year: int,
    names: Mapping[str, FieldValue],
    *,
    state: str,
    today: date,
    seen: Mapping[str, FieldValue] | None = None,
) -> Done:
    """Keep who answers for a year's report and how far it has come.

    `names` are fields of ReportSigning. Going on to 已审核 or 已签发 is dated today; going back
    takes the dates away. Raises Refusal for 已审核 without a reviewer, 已签发 without a head.
    `seen` is what a form showed: what others changed since in other fields stays, and
    ChangedMeanwhile is raised, with nothing kept, where they changed the same.
    """
    if seen is not None:
        names = _reconciled(session, year, {**names, "state": state}, seen)
        state = str(names["state"])
    if state not in STATES:
        raise Refusal(f"“{state}”不是审签状态，请选择{'、'.join(STATES)}之一。")
    begin_step(session, f"审签{year}年度报告（{state}）")
    signing = signing_of(session, year)
    if signing is None:
        signing = ReportSigning(year=year, state=state)
        session.add(signing)
    _fill(signing, names, state, today)
    session.flush()
    return Done(f"审签{year}年度报告", frozenset({"report_signing"}), signing.id)


def _fill(signing: ReportSigning, names: Mapping[str, FieldValue], state: str, today: date) -> None:
    """Take over who signs and the state, with the days that follow from it."""
    signing.state = state
    for name in ("head", "reviewer", "clerk", "phone", "note"):
        told = names.get(name)
        setattr(signing, name, trimmed(str(told)) or None if told else None)
    filled_on = names.get("filled_on")
    signing.filled_on = filled_on if isinstance(filled_on, date) else None
    place = STATES.index(state)
    if place >= 1 and not signing.reviewer:
        raise Refusal("请填写审核人，再改为已审核或已签发。")
    if place == len(STATES) - 1 and not signing.head:
        raise Refusal("请填写单位负责人，再改为已签发。")
    signing.reviewed_on = (signing.reviewed_on or today) if place >= 1 else None
    signing.issued_on = (signing.issued_on or today) if place >= len(STATES) - 1 else None


def _reconciled(session: Session, year: int, told: Card, seen: Mapping[str, FieldValue]) -> Card:
    """What a form of the signing tells, with what others changed beside it.

    Raises ChangedMeanwhile.
    """
    signing = signing_of(session, year)
    if signing is None:
        return told
    now: Card = {name: getattr(signing, name) for name in told}
    kept, clashing = sifted(SIGNING_FIELDS, now, told, seen)
    if clashing:
        changes = changes_of_row(session, ReportSigning.__tablename__, signing.id)
        clashes = clashes_of(SIGNING_FIELDS, clashing, now, told, seen, changes)
        raise ChangedMeanwhile(f"{year}年度报告的审签", clashes, 0)
    return {**now, **kept}


def signing_of(session: Session, year: int) -> ReportSigning | None:
    """What was kept of the signing of a year's report."""
    return session.scalars(select(ReportSigning).where(ReportSigning.year == year)).one_or_none()


def answer_findings(
    session: Session,
    year: int,
    edition: str,
    reasons: Iterable[tuple[Finding, str]],
    *,
    today: date,
    actor: str,
) -> Done:
    """Keep the written reasons why findings may stand. Raises Refusal for one without words."""
    begin_step(session, f"说明{year}年度报告的核对结果")
    kept = answers_of(session, year, edition)
    for finding, told in reasons:
        reason = trimmed(told)
        if len(reason) < _SHORTEST_REASON:
            raise Refusal(f"请写明情况说明：{finding.message}")
        answer = kept.get((finding.rule, finding.message))
        if answer is None:
            answer = FindingAnswer(
                year=year, edition=edition, rule=finding.rule, said=finding.message
            )
            session.add(answer)
        answer.reason, answer.answered_on, answer.answered_by = reason, today, actor
    session.flush()
    return Done(f"说明{year}年度报告的核对结果", frozenset({"finding_answer"}))


def answers_of(session: Session, year: int, edition: str) -> dict[tuple[str, str], FindingAnswer]:
    """The answers of a year by rule and what was found; another figure is another finding."""
    rows = session.scalars(
        select(FindingAnswer).where(FindingAnswer.year == year, FindingAnswer.edition == edition)
    )
    return {(one.rule, one.said): one for one in rows}


def switch_rule_off(session: Session, rule: str, reason: str, *, today: date) -> Done:
    """Do not ask a rule in this office any more. Raises Refusal without a reason."""
    words = trimmed(reason)
    if len(words) < _SHORTEST_REASON:
        raise Refusal(f"请写明停用规则{rule}的原因。")
    begin_step(session, f"停用核对规则{rule}")
    found = session.scalars(select(RuleOff).where(RuleOff.rule == rule)).one_or_none()
    if found is None:
        found = RuleOff(rule=rule)
        session.add(found)
    found.reason, found.switched_on = words, today
    session.flush()
    return Done(f"停用核对规则{rule}", frozenset({"rule_off"}), found.id)


def switch_rule_on(session: Session, rule: str) -> Done:
    """Ask a rule again."""
    begin_step(session, f"启用核对规则{rule}")
    for found in session.scalars(select(RuleOff).where(RuleOff.rule == rule)):
        session.delete(found)
    session.flush()
    return Done(f"启用核对规则{rule}", frozenset({"rule_off"}))


def rules_off(session: Session) -> dict[str, str]:
    """The rules that this office does not ask, with the reasons."""
    return {one.rule: one.reason for one in session.scalars(select(RuleOff))}


def keep_subordinates(session: Session, units: Iterable[tuple[str, bool]]) -> Done:
    """The offices whose reports are added up here, each with whether it is of a vertical system."""
    begin_step(session, "修改汇总的下属单位")
    wanted = {trimmed(name): is_vertical for name, is_vertical in units if trimmed(name)}
    for unit in session.scalars(select(SubordinateUnit)).all():
        if unit.name not in wanted:
            session.delete(unit)
        else:
            unit.is_vertical = wanted.pop(unit.name)
    session.add_all(SubordinateUnit(name=name, is_vertical=told) for name, told in wanted.items())
    session.flush()
    return Done("修改汇总的下属单位", frozenset({"subordinate_unit"}))


def subordinates(session: Session) -> list[tuple[str, bool]]:
    """The offices whose reports are added up here, in the order in which they were entered."""
    rows = session.scalars(select(SubordinateUnit).order_by(SubordinateUnit.id))
    return [(one.name, one.is_vertical) for one in rows]
