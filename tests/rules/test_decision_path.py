"""The way to an outcome: few keys, every outcome once."""

from collections import Counter

import pytest

from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.terms import OUTCOMES
from disclosure_desk.rules.decision_path import (
    Leaf,
    Question,
    follow,
    leaf_of,
    path_to,
    paths,
    start,
)


def leaves() -> list[Leaf]:
    return [leaf for path in paths() if isinstance(leaf := path[-1].leads_to, Leaf)]


def test_every_outcome_is_reached_exactly_once() -> None:
    assert Counter(leaf.outcome for leaf in leaves()) == Counter(OUTCOMES.slugs)


def test_three_keys_suffice_and_each_is_one_digit() -> None:
    for path in paths():
        assert len(path) <= 3
        assert all(len(option.key) == 1 and option.key.isdecimal() for option in path)


def test_no_question_has_two_answers_on_one_key() -> None:
    questions = [start()]
    while questions:
        question = questions.pop()
        keys = [option.key for option in question.options]
        assert keys == [str(number) for number in range(1, len(keys) + 1)]
        questions += [
            option.leads_to for option in question.options if isinstance(option.leads_to, Question)
        ]


@pytest.mark.parametrize("outcome", OUTCOMES.slugs)
def test_the_keys_of_a_path_lead_back_to_its_outcome(outcome: str) -> None:
    keys = "".join(option.key for option in path_to(outcome))
    assert follow(keys) == leaf_of(outcome)
    assert leaf_of(outcome).outcome == outcome


@pytest.mark.parametrize("outcome", OUTCOMES.slugs)
def test_every_outcome_names_its_article_and_what_to_write(outcome: str) -> None:
    leaf = leaf_of(outcome)
    assert leaf.write.endswith("。")
    assert leaf.source.startswith(("条例第", "国办"))


@pytest.mark.parametrize(
    ("outcome", "article"),
    [
        ("granted", "第三十六条第二项"),
        ("granted_public", "第三十六条第一项"),
        ("partial", "第三十七条"),
        ("refused_commercial", "第十五条"),
        ("refused_internal", "第十六条第一款"),
        ("refused_inquiry", "第三十六条第七项"),
        ("unable_create", "第三十八条"),
        ("declined_petition", "第三十九条第一款"),
        ("declined_excessive", "第三十五条"),
        ("closed_uncorrected", "第三十条"),
    ],
)
def test_the_article_is_the_one_of_the_standard_letters(outcome: str, article: str) -> None:
    assert article in leaf_of(outcome).source


def test_the_source_agrees_with_the_term() -> None:
    for term in OUTCOMES:
        article = term.source.removeprefix("条例")
        assert article in leaf_of(term.slug).source, term.slug


def test_only_what_is_justified_case_by_case_needs_a_reason() -> None:
    assert [leaf.outcome for leaf in leaves() if leaf.needs_reason] == ["closed_other"]
    assert {leaf.outcome: leaf.needs for leaf in leaves() if leaf.needs} == {
        "declined_duplicate": "repeats_number"
    }
    assert "repeats_number" in FIELDS["request"]


@pytest.mark.parametrize("keys", ["9", "0", "111", "1a", "14 1", "2144"])
def test_a_key_without_an_answer_leads_nowhere(keys: str) -> None:
    assert follow(keys) is None


def test_an_unknown_outcome_has_no_path() -> None:
    with pytest.raises(KeyError):
        path_to("granted_twice")
