"""What a published item should not hold, and what its review says against its day."""

from datetime import date

import pytest

from disclosure_desk.records.cards import Card
from disclosure_desk.records.publication_signs import private_in_card, review_in_doubt

PUBLISHED: Card = {"title": "关于补贴名单的公示", "published_on": date(2026, 3, 5)}


def told(card: Card, *own: str) -> list[tuple[str, str, str]]:
    return [(one.rule, one.severity, one.field) for one in private_in_card(card, own)]


def test_title_category_and_note_are_looked_at() -> None:
    card: Card = {
        "title": "公示：张某（110101199003071233）",
        "category": "秘密★10年",
        "note": "经办人13800001234",
        "url": "https://example.gov.cn/13800001234",
    }
    assert told(card) == [
        ("L40", "warning", "title"),
        ("L41", "warning", "category"),
        ("L40", "warning", "note"),
    ]


def test_a_telephone_is_a_hint_and_the_own_one_nothing() -> None:
    card: Card = {"title": "咨询电话：0591-2345678"}
    assert told(card) == [("L40", "hint", "title")]
    assert told(card, "0591-2345678") == []


@pytest.mark.parametrize("result", ["refused", "asked"])
def test_what_the_review_did_not_allow_is_not_published(result: str) -> None:
    (finding,) = review_in_doubt({**PUBLISHED, "secrecy_result": result})
    assert (finding.rule, finding.field) == ("L42", "secrecy_result")
    assert list(review_in_doubt({"title": "甲", "secrecy_result": result})) == []


def test_a_review_comes_before_the_publication() -> None:
    late: Card = {**PUBLISHED, "secrecy_result": "public", "secrecy_reviewed_on": date(2026, 3, 6)}
    (finding,) = review_in_doubt(late)
    assert finding.field == "secrecy_reviewed_on"
    assert list(review_in_doubt({**late, "secrecy_reviewed_on": date(2026, 3, 5)})) == []
