"""Codes of organisations: right, mistyped, too short."""

import pytest

from disclosure_desk.rules.credit_code import is_credit_code


@pytest.mark.parametrize(
    ("code", "right"),
    [
        ("91350100M000100Y43", True),  # the example of the standard, from memory
        ("91350100M000100Y44", False),
        ("91350100M000110Y43", False),
        ("91350100M000100Y4", False),
        ("9135O100M000100Y43", False),  # O for 0
    ],
)
def test_a_mistyped_code_is_told_by_its_last_sign(code: str, right: bool) -> None:
    assert is_credit_code(code) is right
