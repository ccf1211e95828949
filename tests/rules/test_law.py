"""Which law a day of receipt is under, and the values it sets."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from disclosure_desk.faults import Refusal
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.terms import RECEIVED_VIA
from disclosure_desk.rules.law import (
    CHANNELS,
    _provisions,
    _versions,
    in_force,
    in_force_or_none,
    law_on,
    receipt_rule,
    versions,
)


@pytest.mark.parametrize(
    ("received", "code", "reply", "extension"),
    [
        ("2008-05-01", "2007", 15, 15),
        ("2019-05-14", "2007", 15, 15),
        ("2019-05-15", "2019", 20, 20),
        ("2026-01-05", "2019", 20, 20),
    ],
)
def test_the_day_of_receipt_decides_which_regulation_applies(
    received: str, code: str, reply: int, extension: int
) -> None:
    law = law_on(date.fromisoformat(received))
    assert (law.code, law.reply.number, law.extension.number) == (code, reply, extension)


def test_the_old_regulation_sets_no_limit_for_notices_opinions_and_fees() -> None:
    law = law_on(date(2010, 3, 1))
    limits = (law.correction_notice, law.third_party, law.agency, law.payment_term)
    assert limits == (None, None, None, None)
    assert law.reply.source == "2007年条例第二十四条第二款"


def test_the_new_regulation_limits_notices_opinions_and_payment() -> None:
    law = law_on(date(2024, 3, 1))
    limits = (law.correction_notice, law.third_party, law.agency, law.payment_term)
    assert [one.number for one in limits if one] == [7, 15, 15, 30]
    assert law.reply.source == "条例第三十三条第二款"
    assert law.correction_notice is not None
    assert law.correction_notice.source == "条例第三十条"


def test_a_day_before_the_first_regulation_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match=r"2008-04-30.*2008-05-01"):
        law_on(date(2008, 4, 30))
    with pytest.raises(Refusal, match="2008-04-30"):
        receipt_rule("letter", date(2008, 4, 30))


def test_a_value_that_was_not_in_force_is_refused_naming_it_and_the_day() -> None:
    with pytest.raises(Refusal, match=r"2020-12-31.*fees\.by_pages"):
        in_force("fees.by_pages", date(2020, 12, 31))
    assert in_force_or_none("fees.by_pages", date(2020, 12, 31)) is None
    assert in_force("fees.by_pages", date(2021, 1, 1)).rows


def test_every_way_of_receiving_has_its_rule_under_both_regulations() -> None:
    assert {term.slug: term.label for term in RECEIVED_VIA} == CHANNELS
    for channel in CHANNELS:
        for day in (date(2019, 5, 14), date(2019, 5, 15)):
            rule = receipt_rule(channel, day)
            assert "收到申请之日" in rule.text
            assert rule.source
    assert receipt_rule("letter", date(2024, 1, 2)).source == "条例第三十一条第二项"
    assert "系统接收之日" in receipt_rule("network", date(2016, 1, 4)).text
    assert "双方确认之日" in receipt_rule("network", date(2024, 1, 2)).text


def test_an_unknown_way_of_receiving_is_refused() -> None:
    with pytest.raises(Refusal, match="当面、传真、网络、信函"):
        receipt_rule("pigeon", date(2024, 1, 2))


def test_every_provision_cites_a_document_that_was_in_force_and_leaves_no_gap() -> None:
    for name, found in _provisions().items():
        for one in found:
            assert one.article, name
            assert bool(one.number) + bool(one.text) + bool(one.rows) == 1, name
        for earlier, later in pairwise(found):
            assert earlier.last is not None
            assert later.first == earlier.last + timedelta(days=1), name


def test_two_versions_in_force_on_one_day_are_a_mistake_in_the_data() -> None:
    documents = {"regulation_2019": versions("request.regulation")[-1].document}
    table = {"document": "regulation_2019", "article": "第一条", "value": 1}
    first = table | {"from": date(2020, 1, 1), "until": date(2021, 1, 1)}
    second = table | {"from": date(2021, 1, 1)}
    with pytest.raises(ValueError, match="2021-01-01"):
        _versions("request.reply_workdays", [second, first], documents)


def test_the_articles_of_the_steps_are_those_that_the_register_cites() -> None:
    law = law_on(date(2024, 1, 2))
    assert EVENT_KINDS["correction_received"].source == law.correction.source
    assert EVENT_KINDS["extension"].source == law.extension.source
    assert EVENT_KINDS["fee_paid"].source == law.payment.source
    assert law.third_party is not None
    assert EVENT_KINDS["consultation_sent"].source == law.third_party.source
