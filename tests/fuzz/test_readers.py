"""Every reader with files and texts changed at random: one sentence, in time, in 1 GB.

A few cases here; `python -m tests.fuzz` runs as many as one likes, and README.md says how many.
"""

import sys
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import case_of
from tests.fuzz.readers import READERS
from tests.fuzz.watched import Watched, watched

# Those that need no office first: a sample office takes seconds to found.
QUICK = ("report-docx", "report-xlsx", "report-html", "clipboard", "quick-line", "notice",
         "unit-list", "chapter", "settings", "template", "office-file")  # fmt: skip


@pytest.fixture(scope="module")
def process() -> Iterator[Watched]:
    with watched() as one:
        yield one


@pytest.mark.skipif(sys.platform == "win32", reason="memory is counted on Linux")
@pytest.mark.parametrize("name", QUICK)
def test_no_case_stops_a_reader(name: str, process: Watched) -> None:
    reader = READERS[name]
    seeds = reader.seeds()

    @settings(
        max_examples=max(4, reader.short // 2),
        deadline=None,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @given(st.integers(0, 2**32))
    def run(number: int) -> None:
        outcome = process.read(name, case_of(reader.kind, seeds, number))
        assert outcome.kind != "find", f"case {number} of {name}: {outcome.told}"

    run()


def test_a_find_is_told_with_its_traceback(process: Watched) -> None:
    outcome = process.read("no such reader", b"")
    assert outcome.kind == "find"
    assert process.read("quick-line", "0512 通知".encode()).kind == "read"
