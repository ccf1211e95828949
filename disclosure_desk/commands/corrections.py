"""Corrections of signed years (签发): dated by the journal, and never without a reason."""

from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.base import FieldValue
from disclosure_desk.statistics.touched import closed_years_touched
from disclosure_desk.storage.change_names import CORRECTING
from disclosure_desk.storage.journal import begin_step

_REASON = "correction_reason"


class NeedsReason(Refusal):
    """A change would move figures of signed years, and nobody said why."""

    def __init__(self, years: Sequence[int]) -> None:
        self.years = tuple(years)
        words = "、".join(map(str, years))
        super().__init__(f"这项改动会使{words}年度已签发的数字有变，请写明更正的原因。")


def ask_for_reasons(session: Session, reason: str) -> None:
    """Let changes of signed years be refused without a reason; empty while none was asked for.

    Only where somebody can be asked: the command line takes in what a ledger says.
    """
    session.info[_REASON] = reason.strip()


def must_say_why(
    session: Session,
    kind: str,
    before: Mapping[str, FieldValue] | None,
    after: Mapping[str, FieldValue] | None,
) -> None:
    """Put the reason of a correction into the step that is begun. Raises NeedsReason without."""
    if session.info.get(_REASON) is not None:
        must_say_why_of(session, closed_years_touched(session, kind, before, after))


def must_say_why_of(session: Session, years: Sequence[int]) -> None:
    """The same for a change of which it is known already whose signed figures it moves.

    Raises NeedsReason where somebody can be asked and gave none.
    """
    reason: str | None = session.info.get(_REASON)
    if reason is None or not years:
        return
    if not reason:
        raise NeedsReason(years)
    tell_given_reason(session)


def tell_given_reason(session: Session) -> None:
    """Put a reason that was given into the step, before the first of many changes is written.

    Which of them move a signed figure is known only when all are made; nobody is asked for a
    reason unless one did.
    """
    reason, step = session.info.get(_REASON), session.info["step"]
    if reason and CORRECTING not in step:
        begin_step(session, f"{step}{CORRECTING}{reason}")
