"""An office writes its own 代字 into the numbers of letters."""

import pytest

from disclosure_desk.rules.letter_series import own_series, usual_series


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("", {}),
        (" ； ", {}),
        ("答=告", {"答": "告"}),
        ("答＝告；补 = 补告，延=", {"答": "告", "补": "补告", "延": ""}),
        ("答=告\n补=告", {"答": "告", "补": "告"}),
    ],
)
def test_pairs_are_read_as_they_are_typed(text: str, series: dict[str, str]) -> None:
    assert dict(own_series(text)) == series


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("答", "看不懂"),
        ("答=告告告告告告告告告", "看不懂"),
        ("答=告〔2025〕", "看不懂"),
        ("复=告", "没有代字“复”"),
        ("答=告；答=复", "写了两次"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words) as told:
        own_series(text)
    assert str(told.value).endswith("。")


def test_the_usual_ones_are_each_told_once() -> None:
    assert usual_series()[:3] == ("回", "补", "理")
    assert len(set(usual_series())) == len(usual_series())
