"""First letters of pinyin find words, in every reading and any part."""

import pytest

from disclosure_desk.rules.pinyin import initials, letters_of, matches, simplified


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("zjj", "住建局"),
        ("zjj", "示例县住建局办公室"),
        ("ZJJ", "住建局"),
        ("ｚｊｊ", "住建局"),
        ("zf", "住房和城乡建设局"),
        ("住建", "示例县住建局"),
        ("建局", "住建局"),
        ("住建", "住建局２０２５年预算"),
        ("2025", "２０２５年预算"),
        ("住建局 ys", "住建局2025年预算"),
        ("cq", "重庆"),
        ("zq", "重庆"),
        ("cs", "长沙"),
        ("jz", "局长"),
        ("yh", "银行"),
        ("sx", "单县"),
        ("dd", "单独"),
        ("zs", "曾氏"),
        ("cj", "曾经"),
        ("yyzz", "营业执照"),
        ("预算公开", "預算公開"),
        ("預算", "预算公开"),
        ("ysgk", "預算公開"),
        ("pdf", "附件PDF版"),
        ("", "住建局"),
    ],
)
def test_a_query_finds_its_text(query: str, text: str) -> None:
    assert matches(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("zjj", "住房和城乡建设局"),
        ("zjj", "住建委"),
        ("jjz", "住建局"),
        ("zjju", "住建局"),
        ("住局", "住建局"),
        ("住建 预算", "住建局"),
        ("12", "住建局"),
        ("zjj", ""),
    ],
)
def test_letters_that_do_not_follow_each_other_find_nothing(query: str, text: str) -> None:
    assert not matches(query, text)


def test_all_spellings_are_told_the_usual_one_first() -> None:
    assert initials("住建局") == ("zjj",)
    assert set(initials("长安区")) == {"caq", "zaq", "cao", "zao"}
    assert set(initials("银行")) == {"yx", "yh"}
    assert initials("城政办〔2025〕7号") == ("czb20257h",)
    assert initials("") == ("",)
    assert len(initials("长重行单曾" * 10)) == 64


def test_signs_are_not_spoken() -> None:
    assert letters_of("“住”、建，局。") == ("z", "j", "j")


def test_a_shipped_character_has_letters_and_traditional_ones_a_simple_form() -> None:
    assert simplified("國務院辦公廳") == "国务院办公厅"
    for character in "甲乙丙丁〇一二三四五六七八九十县乡镇局办〇":
        assert all(one.isascii() for one in letters_of(character)[0])
