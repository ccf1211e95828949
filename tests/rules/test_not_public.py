"""Identity numbers, telephones and secret marks are found in texts; look-alikes are not."""

import pytest

from disclosure_desk.rules.not_public import (
    is_somebodys,
    may_hold_signs,
    private_signs,
)


def with_check(first: str) -> str:
    """A number of 18 signs that ends as it must."""
    return next(first + sign for sign in "0123456789X" if is_somebodys(first + sign))


def found(text: str, *own: str) -> list[tuple[str, str]]:
    return [(one.kind, one.text) for one in private_signs(text, own)]


@pytest.mark.parametrize("first", ["11010119900307123", "35012819851231001", "65010120000229112"])
def test_a_number_of_eighteen_digits_is_told_by_its_last_sign(first: str) -> None:
    number = with_check(first)
    assert found(f"公示名单：张某（{number}）。") == [("identity", number)]
    wrong = first + next(sign for sign in "0123456789" if sign != number[-1])
    assert found(f"编号{wrong}") == []


def test_wide_digits_are_digits() -> None:
    number = with_check("11010119900307123")
    wide = number.translate({ord(sign): ord(sign) + 0xFEE0 for sign in "0123456789X"})
    assert found(f"身份证{wide}") == [("identity", number)]


def test_an_older_number_of_fifteen_digits_is_told_by_its_day_of_birth() -> None:
    assert found("证号110101900307123。") == [("identity", "110101900307123")]
    assert found("证号110101901307123。") == []
    assert found("证号990101900307123。") == []


@pytest.mark.parametrize(
    "text",
    ["统一社会信用代码11350128004250587M", "国科发〔2024〕123456号", "2024年1月1日至2024年12月31日",
     "项目编号202401010001", "金额12345678.90元", "商业秘密保护办法", "保守国家秘密宣传",
     "内部控制制度", "关于机密级文件的管理规定", "办公时间8:30-17:30", "邮编350400",
     "第13800138000001号"],
)  # fmt: skip
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "number",
    ["13800001234", "138 0000 1234", "138-0000-1234", "+8613800001234", "１３８００００１２３４"],
)  # fmt: skip
def test_a_mobile_is_found_however_it_is_written(number: str) -> None:
    assert [kind for kind, _ in found(f"联系人李某，电话{number}，")] == ["mobile"]


@pytest.mark.parametrize(
    "number", ["0591-2345678", "(0591)23456789", "01023456789", "0591-2345678-12"]
)
def test_a_telephone_is_found(number: str) -> None:
    assert [kind for kind, _ in found(f"咨询电话：{number}")] == ["telephone"]


def test_the_own_telephone_may_be_published() -> None:
    assert found("咨询电话：0591-2345678", "（0591）2345678") == []
    assert found("咨询电话：0591-2345678", "2345678") == []
    assert found("咨询电话：0591-2345678", "0591-8765432") != []
    assert found("咨询电话：0591-2345678", "") != []


@pytest.mark.parametrize(
    "mark",
    ["秘密★10年", "机密★", "绝密☆长期", "（秘密）", "【机密】", "密级：秘密", "内部资料 注意保存",
     "内部文件，不得外传", "工作秘密★3年", "（内部资料）"],
)  # fmt: skip
def test_a_mark_of_secrecy_is_found(mark: str) -> None:
    assert [kind for kind, _ in found(f"关于专项工作的通知{mark}")] == ["mark"]


def test_a_title_that_begins_with_a_level_is_marked() -> None:
    assert found("机密 关于专项工作的通知") == [("mark", "机密")]
    assert found("机密文件管理制度") == []


def test_a_number_is_not_repeated_in_full() -> None:
    number = with_check("11010119900307123")
    (sign,) = private_signs(number)
    assert number not in sign.told
    assert sign.told.startswith("身份证号“110101")


def test_a_quick_look_passes_over_no_text_with_signs() -> None:
    for text in (
        "138 0000 1234",
        "0591-2345678",
        "（秘密）",
        "密级：秘密",
        "内部文件，不得外传",
        "☆机密",
    ):
        assert may_hold_signs(text)
    assert not may_hold_signs("关于做好2024年科技项目申报工作的通知")
