"""Marks of persons in texts are found, and hidden so that they are known again, not read."""

import pytest

from disclosure_desk.rules.personal_marks import (
    IDENTITY,
    MAIL,
    PHONE,
    bare_number,
    is_identity_number,
    marks_in,
    masked,
    without_marks,
    without_values,
)
from disclosure_desk.rules.personal_numbers import last_sign_of

# Made up; the region 000000 belongs to nobody where it need not be found in a text.
NUMBER = "11010519491231002X"


def test_an_identity_number_has_a_day_that_was_and_the_right_last_sign() -> None:
    assert is_identity_number(NUMBER)
    assert is_identity_number("１１０１０５１９４９１２３１００２ｘ")
    assert last_sign_of(NUMBER[:17]) == "X"
    for wrong in (
        "110105194912310021",
        "11010519490230002X",
        NUMBER[:17],
        "",
        "91110105MA00000000",
    ):
        assert not is_identity_number(wrong)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"身份证{NUMBER}，电话13800000001。", [IDENTITY, PHONE]),
        ("联系 138 0000 0001 或 +86-13900000002", [PHONE, PHONE]),
        ("办公电话0000-12345678、010-87654321", [PHONE]),
        ("请寄 li.ming@example.com.cn", [MAIL]),
        ("旧证 110105491231002", [IDENTITY]),
        ("全角１３８０００００００１也算", [PHONE]),
        ("统一社会信用代码911101050000000000，文号〔2025〕12号", []),
        ("项目编号202501010001，金额1380000000123元", []),
        ("2025年12月31日共18件", []),
    ],
)
def test_marks_are_found_in_a_text_and_other_numbers_are_left(text: str, kinds: list[str]) -> None:
    found = marks_in(text)
    assert [mark.kind for mark in found] == kinds
    assert marks_in(without_marks(text)) == []
    for mark in found:
        assert text[mark.start : mark.end] not in without_marks(text)


def test_a_hidden_value_is_known_again_and_says_nothing_of_its_length() -> None:
    assert masked(NUMBER) == "110****2X"
    assert masked("13800000001") == "138****01"
    assert masked("示例县文昌街道幸福路8号") == "示例县****"
    assert masked("8765") == "8****"
    assert masked("") == masked("  ") == ""
    assert {len(masked("1" * length)) for length in range(7, 19)} == {9}


def test_values_are_replaced_the_longest_first() -> None:
    told = without_values("张三丰和张三", ["张三", "张三丰"], "某人")
    assert told == "某人和某人"


def test_only_numbers_are_looked_for_as_numbers() -> None:
    assert bare_number(f" {NUMBER.lower()} ") == NUMBER
    assert bare_number("（０１０）１２３４－５６７８") == "01012345678"
    assert bare_number("87654321") == "87654321"
    for words in ("2025", "2025-001", "张三", "示科公开〔2025〕1号", "2025-017号"):
        assert bare_number(words) == ""
