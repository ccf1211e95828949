"""Corrections of signed years (签发): dated by the journal, and never without a reason."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.statistics.touched import closed_years_touched
from disclosure_desk.storage.journal import begin_step

_REASON = "correction_reason"


class NeedsReason(Refusal):
    """A change would move figures of signed years, and nobody said why."""

    def __init__(self, years: tuple[int, ...]) -> None:
        self.years = years
        words = "、".join(map(str, years))
        super().__init__(f"这项改动会使{words}年度已签发的数字有变，请写明更正的原因。")


def ask_for_reasons(session: Session, reason: str) -> None:
    """Let changes of signed years be refused without a reason; empty while none was asked for.

    Only where somebody can be asked: a ledger that is taken in says what it says.
    """
    session.info[_REASON] = reason.strip()


def must_say_why(
    session: Session,
    kind: str,
    before: Mapping[str, FieldValue] | None,
    after: Mapping[str, FieldValue] | None,
) -> None:
    """Put the reason of a correction into the step that is begun. Raises NeedsReason without."""
    reason: str | None = session.info.get(_REASON)
    if reason is None:
        return
    years = closed_years_touched(session, kind, before, after)
    if not years:
        return
    if not reason:
        raise NeedsReason(years)
    told = f"更正已签发年度，{reason}"
    if not session.info["step"].endswith(told):
        begin_step(session, f"{session.info['step']}：{told}")
