"""How much of a chapter was said last year already, and which sentences."""

import pytest

from disclosure_desk.statistics.alike import likeness_of

SAME = "坚持以企业和群众需求确定公开重点，逐项公布项目申报和资金拨付的进度。"
ALMOST = "坚持以企业和群众的需求确定公开重点，逐项公布项目申报和资金拨付进度。"
OTHER = "今年新设了便民查阅点，并安排专人值守和解答。"


def test_a_copied_chapter_is_told_as_such_with_its_sentences() -> None:
    found = likeness_of(f"（一）主动公开\n{SAME}", f"（一）主动公开\n{ALMOST}")
    assert found is not None
    assert found.percent > 80
    assert "雷同" in found.told
    (one,) = found.sentences  # a heading of the form is no sentence
    assert (one.now, one.then) == (SAME, ALMOST)


def test_other_words_are_not_alike() -> None:
    found = likeness_of(OTHER, SAME)
    assert found is not None
    assert found.percent < 60
    assert found.sentences == ()
    assert "雷同" not in found.told
    assert found.told == f"与上年字面相似{found.percent}%"  # true also where no sentence is alike


@pytest.mark.parametrize(("now", "then"), [("", SAME), (SAME, " \n")])
def test_an_empty_chapter_is_not_compared(now: str, then: str) -> None:
    assert likeness_of(now, then) is None
