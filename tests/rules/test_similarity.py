"""How alike two descriptions are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_desk.rules.similarity import likeness

ROADS = "2023年柳树村道路硬化工程的中标通知书和验收报告"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (ROADS, ROADS),
        (ROADS, "2023 年柳树村道路硬化工程的中标通知书，和验收报告。"),
        (ROADS, "申请公开：2023年柳树村道路硬化工程的中标通知书和验收报告"),
        ("ＰＰＰ项目", "ppp项目"),
    ],
)
def test_signs_widths_and_common_words_make_no_difference(one: str, other: str) -> None:
    assert likeness(one, other) == 1


@pytest.mark.parametrize(
    "other",
    [
        "柳树村2023年道路硬化工程中标通知书及验收报告",
        "2023年柳树村道路硬化工程的中标通知书、合同和验收报告",
    ],
)
def test_the_same_wish_in_other_words_is_alike(other: str) -> None:
    assert likeness(ROADS, other) >= 0.6


@pytest.mark.parametrize(
    "other",
    [
        "2023年柳树村集体土地征收补偿安置方案",
        "柳树村道路两侧绿化补助资金发放名册",
        "申请公开本人低保申请的审批材料",
        "",
        "。",
    ],
)
def test_another_wish_is_not_alike(other: str) -> None:
    assert likeness(ROADS, other) < 0.6


def test_texts_of_common_words_only_are_still_compared() -> None:
    assert likeness("政府信息", "政府信息") == 1


@given(st.text(max_size=30), st.text(max_size=30))
def test_likeness_is_symmetrical_and_between_nothing_and_everything(one: str, other: str) -> None:
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= likeness(one, other) <= 1
