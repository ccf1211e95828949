"""The names of the steps in which the journal tells a merge: who wrote what is merged, and when."""

from dataclasses import dataclass
from datetime import UTC, datetime

from disclosure_desk.records.merge_plan import MergePlan
from disclosure_desk.records.resolution import Resolved
from disclosure_desk.records.tellings import Telling


@dataclass(frozen=True, slots=True)
class MergeSteps:
    """The name of the whole, and of what is done for one record."""

    plan: MergePlan
    whole: str

    def of(self, record: Resolved) -> str:
        """The step with who wrote the newest of what is new, and when."""
        newest = max(
            (
                one
                for member in record.members
                if member in self.plan.new
                for one in self.plan.new[member].tellings.values()
            ),
            key=lambda one: one.stamp,
            default=None,
        )
        return self.whole if newest is None else merge_step(newest)


def merge_step(telling: Telling) -> str:
    """«并入交接包：王芳 2026-11-20 在“二楼电脑”»."""
    at = datetime.fromisoformat(telling.stamp.at).replace(tzinfo=UTC).astimezone()
    return f"并入交接包：{telling.stamp.actor} {at:%Y-%m-%d} 在“{telling.stamp.computer}”"
