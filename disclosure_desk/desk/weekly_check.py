"""Looks through the whole open office file once a week, behind the window.

At every opening SQLite looks at the pages of a file; the full look of `verify` reads every
line of the journal too and takes seconds to a minute.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.machine_settings import MachineSetting
from disclosure_desk.faults import Fault

_A_WEEK = timedelta(days=7)


def check_weekly(
    place: Path | None, jobs: Jobs, today: date, failed: Callable[[Exception], object]
) -> None:
    """Begin the full check when the last one is a week old; `failed` gets a Fault when it is bad.

    The week begins with the first opening on this computer. A check that found something is
    made again at the next opening. A server is looked after by its administrator.
    """
    if place is None:
        return
    checked = _checked(place)
    last = None
    with suppress(ValueError):
        last = date.fromisoformat(checked.value())
    if last is None:
        checked.keep(today.isoformat())
    elif not last <= today < last + _A_WEEK:
        jobs.start(
            lambda _report: _look_through(place),
            succeeded=lambda _sound: checked.keep(today.isoformat()),
            failed=failed,
        )


def _checked(place: Path) -> MachineSetting:
    """When the file was last found sound on this computer."""
    from hashlib import sha256  # not needed before the first paint

    digest = sha256(str(place).encode()).hexdigest()[:16]
    return MachineSetting(f"checked/{digest}", "数据库上次全面检查的日期")


def _look_through(place: Path) -> Any:
    """Raises Fault with the first of what is wrong."""
    from disclosure_desk.storage.verify import verify

    found = [one for one in verify(place).findings if one.severity == "error"]
    if found:
        raise Fault(f"数据库有{len(found)}处错误，第一处：{found[0].message}")
