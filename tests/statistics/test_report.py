"""The report in words: honest from figures alone, and the clerk's own words where there are any."""

import tomllib
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from disclosure_desk.commands.offices import found_office, write_report_text
from disclosure_desk.commands.registers import add_record
from disclosure_desk.records.base import FieldValue
from disclosure_desk.shipped import shipped
from disclosure_desk.statistics.edition import Edition, editions, fields_in
from disclosure_desk.statistics.fields import WANTED, fields_of, filled, unknown_in
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.report import (
    AnnexPage,
    Heading,
    Paragraph,
    Report,
    Signature,
    Table,
    compose,
)
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import create_database
from disclosure_desk.storage.journal import Actor

EVERY_EDITION = pytest.mark.parametrize("edition", editions().values(), ids=editions().keys())
SIX_CHAPTERS = pytest.mark.parametrize("code", ["2019", "2021"])


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    """An office that has entered nothing but its name."""
    database = create_database(tmp_path / "office.db")
    with database.writing(Actor("周砚清", "办公室")) as session:
        found_office(session, "示例县科学技术局")
        yield session
    database.close()


def ask(session: Session, number: str, **card: FieldValue) -> None:
    """A request received in January 2024 by fax from a natural person."""
    known = {"received_on": date(2024, 1, 8), "received_via": "fax", "applicant_kind": "natural"}
    add_record(session, "request", {"number": number, **known, **card})


def publish(session: Session, title: str, **card: FieldValue) -> None:
    """An item made in March 2024."""
    add_record(session, "publication", {"title": title, "made_on": date(2024, 3, 1), **card})


def sue(session: Session, number: str, kind: str, **card: FieldValue) -> None:
    """A case accepted in May 2024."""
    add_record(
        session,
        "dispute",
        {"number": number, "kind": kind, "accepted_on": date(2024, 5, 6), **card},
    )


def report_of(session: Session, code: str = "2021") -> Report:
    """The report of 2024."""
    return compose(session, editions()[code], 2024, dated_on=date(2025, 1, 5))


def chapter(report: Report, number: int) -> str:
    """The paragraphs of a chapter, one a line."""
    found: list[str] = []
    place = 0
    for block in report.blocks:
        if isinstance(block, Heading) and block.level == 1:
            place += 1
        elif isinstance(block, Signature):
            break
        elif place == number and isinstance(block, Paragraph):
            found.append(block.text)
    return "\n".join(found)


@EVERY_EDITION
def test_every_field_of_every_sentence_is_known(session: Session, edition: Edition) -> None:
    figures = tally(session, edition, Period.of_year(2024))
    fields = fields_of(session, edition, 2024, figures)
    phrases = [*edition.preface]
    for chapter in edition.chapters:
        phrases += [*chapter.phrases, *chapter.notes]
        phrases += [phrase for section in chapter.sections for phrase in section.phrases]
    named = {name for phrase in phrases for name in (*phrase.nonzero, *phrase.zero)}
    assert named <= set(fields)
    for phrase in phrases:
        unknown = set(unknown_in(phrase.text, fields)) - {"序"}
        assert all(name.startswith(WANTED) for name in unknown)
    for line in (*edition.above, *edition.below):
        assert not [name for piece in line.pieces for name in unknown_in(piece, fields)]


@EVERY_EDITION
def test_the_texts_of_the_sample_find_their_fields(session: Session, edition: Edition) -> None:
    texts = tomllib.loads(shipped("sample/report_texts.toml").read_text(encoding="utf-8"))["text"]
    fields = fields_of(session, edition, 2024, tally(session, edition, Period.of_year(2024)))
    asked = {name for text in texts for name in fields_in(text["body"])}
    assert len(asked) > 10
    assert asked <= set(fields)


@SIX_CHAPTERS
def test_what_no_entry_tells_is_left_for_the_clerk_to_write_and_found(
    session: Session, code: str
) -> None:
    report = report_of(session, code)
    told = "\n".join(block.text for block in report.blocks if isinstance(block, Paragraph))
    assert "没有举办培训班" not in told
    assert "未收到有关政府信息公开工作的举报投诉" not in told
    assert "【待填：举报投诉件数】" in told
    assert any("【待填：举报投诉件数】”没有登记过" in one.message for one in report.findings)
    for slug in ("meetings", "complaints"):
        entry = {"indicator": slug, "amount": Decimal(0), "dated_on": date(2024, 5, 6)}
        add_record(session, "indicator", entry)
    report = report_of(session, code)
    told = "\n".join(block.text for block in report.blocks if isinstance(block, Paragraph))
    assert "未收到有关政府信息公开工作的举报投诉" in told
    assert "没有召开政府信息公开专题会议" in told
    assert not [one for one in report.findings if "待填" in one.message]


@SIX_CHAPTERS
def test_a_year_without_anything_is_told_as_offices_tell_it(session: Session, code: str) -> None:
    report = report_of(session, code)
    nothing = "本年度本机关未收到政府信息公开申请，无结转上年申请。"
    assert nothing in chapter(report, 1)
    assert chapter(report, 3) == nothing
    assert chapter(report, 4) == "2024年，未发生因政府信息公开引起的行政复议、行政诉讼。"
    assert chapter(report, 6).startswith("本年度未收取信息处理费。")


@SIX_CHAPTERS
def test_chapters_parts_and_tables_stand_in_the_official_order(session: Session, code: str) -> None:
    report = report_of(session, code)
    headings = [block for block in report.blocks if isinstance(block, Heading)]
    assert [block.text for block in headings if block.level == 1] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert [block.text for block in headings if block.level == 2] == [
        *("（一）主动公开", "（二）依申请公开", "（三）政府信息管理"),
        *("（四）政府信息公开平台建设", "（五）监督保障"),
    ]
    assert [block.grid for block in report.blocks if isinstance(block, Table)] == [
        *("art20", "requests", "review"),
    ]
    assert Signature("示例县科学技术局", "2025年1月5日") in report.blocks


def test_requests_are_told_in_words_that_add_up(session: Session) -> None:
    ask(session, "1", finished_on=date(2024, 1, 20), outcome="granted")
    ask(session, "2", finished_on=date(2024, 1, 20), outcome="not_exist")
    ask(session, "3")
    ask(session, "4", received_on=date(2023, 12, 29))
    told = chapter(report_of(session), 1)
    assert "本年新收政府信息公开申请3件，上年结转1件。" in told
    assert "本年度办结2件，其中予以公开1件、无法提供1件。" in told
    assert "结转下年度继续办理2件。" in told


def test_fees_are_told_with_notices_payments_and_what_stayed_unpaid(session: Session) -> None:
    notice = {"fee_notice_on": date(2024, 1, 20)}
    ask(session, "1", **notice, fee_paid_on=date(2024, 2, 1), fee_yuan=Decimal("110.5"))
    ask(session, "2", **notice, finished_on=date(2024, 3, 20), outcome="closed_unpaid")
    told = chapter(report_of(session), 6)
    assert "发出信息处理费收费通知2件" in told
    assert "收取信息处理费1件，金额共计110.5元" in told
    assert "申请人逾期未按收费通知要求缴纳费用、不再处理其政府信息公开申请1件" in told


def test_a_notice_without_payment_is_no_fee(session: Session) -> None:
    ask(session, "1", fee_notice_on=date(2024, 1, 20))
    told = chapter(report_of(session), 6)
    assert told.startswith("本年度发出信息处理费收费通知1件。本年度未收取信息处理费。")


def test_what_the_clerk_wrote_replaces_the_draft_and_keeps_the_fee_sentence(
    session: Session,
) -> None:
    write_report_text(session, 2024, 6, "（一）其他\n\n建议提案已公开【主动公开条数】件。\n")
    report = report_of(session)
    assert chapter(report, 6) == "建议提案已公开0件。\n本年度未收取信息处理费。"
    assert Heading("（一）其他", 2) in report.blocks
    drafts = [finding.message for finding in report.findings if finding.rule == "R1"]
    assert not [message for message in drafts if "六、" in message]
    assert [message for message in drafts if "五、" in message]


def test_an_unknown_field_stays_visible_and_is_told(session: Session) -> None:
    write_report_text(session, 2024, 1, "公开【不存在的字段】条，【年度】年。")
    report = report_of(session)
    assert chapter(report, 1) == "公开【不存在的字段】条，2024年。"
    (finding,) = [finding for finding in report.findings if finding.rule == "R2"]
    assert finding.severity == "warning"
    assert "【不存在的字段】" in finding.message


def test_values_are_not_read_as_fields() -> None:
    assert filled("【甲】与【乙】", {"甲": "【乙】", "乙": 3}) == "【乙】与3"


def test_a_long_first_chapter_is_told(session: Session) -> None:
    write_report_text(session, 2024, 1, "长" * 1001)
    (finding,) = [one for one in report_of(session).findings if one.rule == "R3"]
    assert (finding.expected, finding.found) == (1000, 1001)


def test_the_fifth_chapter_names_what_was_late(session: Session) -> None:
    ask(session, "1", finished_on=date(2024, 4, 1), outcome="granted")
    ask(session, "2", extended_on=date(2024, 2, 1), finished_on=date(2024, 3, 1), outcome="granted")
    publish(session, "晚了", published_on=date(2024, 6, 1), channels=("政府网站",))
    publish(session, "没有发")
    told = chapter(report_of(session), 5)
    assert told.startswith("存在的主要问题：一是部分信息公开不够及时，有1条信息")
    assert "有1条信息形成后已满20个工作日，到年末仍未公开" in told
    assert "有1件申请的答复超过法定期限" in told
    assert "\n改进情况：一是" in told


def test_the_clock_of_a_corrected_request_is_left_to_the_clerk(session: Session) -> None:
    ask(
        session,
        "1",
        correction_asked_on=date(2024, 1, 10),
        finished_on=date(2024, 4, 1),
        outcome="granted",
    )
    assert "法定期限" not in chapter(report_of(session), 5)


@pytest.mark.parametrize(
    ("dates", "late"),
    [
        ({"finished_on": date(2024, 1, 30)}, False),  # the last day
        ({"finished_on": date(2024, 1, 31)}, True),
        ({"finished_on": date(2024, 1, 30), "delivered_on": date(2024, 2, 1)}, True),
        (
            {"extended_on": date(2024, 1, 26), "extension_workdays": 10,
             "finished_on": date(2024, 2, 18)},
            False,
        ),
        (
            {"extended_on": date(2024, 1, 26), "extension_workdays": 10,
             "finished_on": date(2024, 2, 19)},
            True,
        ),
        (
            {"correction_asked_on": date(2024, 1, 8), "correction_received_on": date(2024, 1, 15),
             "finished_on": date(2024, 2, 9)},
            False,
        ),
        (
            {"correction_asked_on": date(2024, 1, 8), "correction_received_on": date(2024, 1, 15),
             "finished_on": date(2024, 2, 18)},
            True,
        ),
    ],
)  # fmt: skip
def test_an_answer_is_late_by_the_statutory_clock(
    dates: dict[str, object], late: bool, session: Session
) -> None:
    ask(session, "1", received_on=date(2024, 1, 2), outcome="granted", **dates)
    assert ("有1件申请的答复超过法定期限" in chapter(report_of(session), 5)) is late


@EVERY_EDITION
def test_the_fifth_chapter_is_never_empty(session: Session, edition: Edition) -> None:
    told = chapter(report_of(session, edition.code), 5)
    assert len(told) > 80
    assert "无。" not in told


def test_given_figures_are_told_instead_of_counted_ones(session: Session) -> None:
    edition = editions()["2021"]
    figures = tally(session, edition, Period.of_year(2024))
    signed = {**figures, "requests.new.total": 7, "requests.new.natural": 7}
    report = compose(session, edition, 2024, figures=signed)
    assert "本年新收政府信息公开申请7件，上年结转0件。新收申请中，自然人7件。" in chapter(report, 1)
    assert Signature("示例县科学技术局", "") in report.blocks


@pytest.mark.parametrize("code", ["2014", "2014-county"])
def test_the_report_of_2014_has_its_table_as_annex(session: Session, code: str) -> None:
    report = report_of(session, code)
    annex = report.blocks[-1]
    assert isinstance(annex, AnnexPage)
    assert annex.title == "示例县科学技术局政府信息公开情况统计表"
    assert annex.above[0].pieces == ("（2024年度）",)
    assert annex.below[1].pieces == ("联系电话：", "填报日期：2025年1月5日")
    assert not [block for block in report.blocks if isinstance(block, Table)]


@pytest.mark.parametrize("code", ["2014", "2014-county"])
def test_a_pending_case_is_not_denied_where_only_concluded_ones_count(
    session: Session, code: str
) -> None:
    sue(session, "诉1", "litigation_direct")
    told = chapter(report_of(session, code), 4)
    assert told == "年末尚未审结的行政复议、行政诉讼案件1件。"


def test_cases_are_told_by_result(session: Session) -> None:
    sue(session, "复1", "reconsideration", concluded_on=date(2024, 7, 1), result="upheld")
    sue(session, "复2", "reconsideration", concluded_on=date(2024, 7, 1), result="corrected")
    told = chapter(report_of(session), 4)
    assert told == (
        "因政府信息公开引起的行政复议2件，其中结果维持1件、结果纠正1件。"
        "未发生因政府信息公开引起的行政诉讼。"
    )


def test_the_office_says_where_it_can_be_asked_only_if_it_told(session: Session) -> None:
    report = report_of(session)
    assert [finding.rule for finding in report.findings if finding.severity == "hint"][-1] == "R4"
    assert not [
        block for block in report.blocks if isinstance(block, Paragraph) and "联系" in block.text
    ]


def test_a_year_that_is_not_over_is_told(session: Session) -> None:
    edition = editions()["2021"]
    for day, is_told in ((date(2024, 12, 31), True), (date(2025, 1, 1), False), (None, False)):
        findings = compose(session, edition, 2024, dated_on=day).findings
        messages = [one.message for one in findings if one.rule == "R5"]
        expected = ["2024年还没有结束，报告里的数字截至今天。"] if is_told else []
        assert messages == expected
