"""The disclosure fee: the amounts of the tariff, its steps in words, and a plain second sum."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_desk.faults import Refusal
from disclosure_desk.rules.fees import fee_by_count, fee_by_pages

NUMBERS = st.integers(min_value=0, max_value=1500)
SAME_EVERY_TIME = settings(max_examples=300, derandomize=True, deadline=None, database=None)


@pytest.mark.parametrize(
    ("items", "yuan"),
    [
        *((0, 0), (1, 0), (10, 0), (11, 100), (12, 200), (29, 1900), (30, 2000)),
        *((31, 2200), (40, 4000), (41, 4300), (50, 7000), (51, 7400)),
    ],
)
def test_the_fee_by_items(items: int, yuan: int) -> None:
    assert fee_by_count(items).yuan == yuan


@pytest.mark.parametrize(
    ("pages", "yuan"),
    [
        *((0, 0), (30, 0), (31, 10), (57, 270), (68, 380), (100, 700), (101, 720)),
        *((109, 880), (119, 1080), (200, 2700), (201, 2740), (250, 4700)),
    ],
)
def test_the_fee_by_pages(pages: int, yuan: int) -> None:
    assert fee_by_pages(pages).yuan == yuan


def test_the_sum_is_told_step_by_step() -> None:
    fee = fee_by_pages(101)
    assert fee.steps == (
        "1—30页：不收费",
        "31—100页：70页×10元＝700元",
        "第101页：1页×20元＝20元",
        "合计720元",
    )
    assert fee.source == "国办函〔2020〕109号第五条"
    assert fee_by_count(45).steps == (
        "1—10件：不收费",
        "11—30件：20件×100元＝2000元",
        "31—40件：10件×200元＝2000元",
        "41—45件：5件×300元＝1500元",
        "合计5500元",
    )
    assert fee_by_pages(0).steps == ("合计0元",)


def test_a_huge_number_is_reckoned_at_once_in_few_lines() -> None:
    fee = fee_by_count(999_999_999)
    assert fee.yuan > 10**17
    assert len(fee.steps) == 4
    assert "每10件一档" in fee.steps[2]


@pytest.mark.parametrize("wrong", [-1, 1.5, True, "3", None])
def test_what_is_no_number_of_items_is_refused(wrong: Any) -> None:
    with pytest.raises(Refusal, match="件数应当是不小于0的整数"):
        fee_by_count(wrong)
    with pytest.raises(Refusal, match="页数应当是不小于0的整数"):
        fee_by_pages(wrong)


def test_an_absurd_number_is_refused() -> None:
    for fee in (fee_by_count, fee_by_pages):
        with pytest.raises(Refusal, match="超过了999999999"):
            fee(10**5000)


def test_before_2021_there_was_no_fee() -> None:
    assert fee_by_count(11, on=date(2021, 1, 1)).yuan == 100
    with pytest.raises(Refusal, match="2020-12-31"):
        fee_by_count(11, on=date(2020, 12, 31))


def plain_price_of_item(number: int) -> int:
    """What the `number`-th item costs: the steps said once more, one item after another."""
    if number <= 10:
        return 0
    price = 100
    for step_ends in range(30, number, 10):
        if number > step_ends:
            price += 100
    return price


def plain_price_of_page(number: int) -> int:
    if number <= 30:
        return 0
    if number <= 100:
        return 10
    return 20 if number <= 200 else 40


@given(number=NUMBERS)
@SAME_EVERY_TIME
def test_the_fee_is_the_sum_of_the_price_of_every_single_one(number: int) -> None:
    ones = range(1, number + 1)
    assert fee_by_count(number).yuan == sum(plain_price_of_item(one) for one in ones)
    assert fee_by_pages(number).yuan == sum(plain_price_of_page(one) for one in ones)


@given(number=NUMBERS)
@SAME_EVERY_TIME
def test_one_more_never_costs_less(number: int) -> None:
    for fee in (fee_by_count, fee_by_pages):
        assert fee(number + 1).yuan - fee(number).yuan >= (10 if number >= 30 else 0)
        assert fee(number).steps[-1] == f"合计{fee(number).yuan}元"
