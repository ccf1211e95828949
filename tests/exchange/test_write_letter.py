"""A letter is filled from the record, read back, kept with its request and handed over whole."""

import hashlib
import re
import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from docx import Document
from docx.enum.text import WD_COLOR_INDEX

from disclosure_desk.commands.letter_files import letter_content, letters_of
from disclosure_desk.commands.letters import request_numbered
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.exchange import write_letter as writing
from disclosure_desk.exchange.letter_filling import text_of
from disclosure_desk.exchange.write_letter import WrittenLetter, save_letter, write_letter
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.terms import APPLICANT_KINDS, OUTCOMES
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database, open_database
from tests.letter_requests import (
    CLERK,
    ENDED,
    LEFT_OUT,
    TODAY,
    describe_office,
    end_request,
    enter_request,
    unanswered_request,
    whole_request,
)

REGULATION = "《中华人民共和国政府信息公开条例》"
AFTER_CONSULTING = "第三十二条、第三十六条第（三）项和第十五条"
# The law's own table: outcome, title of the letter, article, row of the statistics of 2021.
DECISIONS = [
    ("granted_public", "政府信息公开告知书", "第三十六条第（一）项", "3.1"),
    ("granted", "政府信息公开答复书", "第三十六条第（二）项", "3.1"),
    ("partial", "政府信息部分公开答复书", "第三十七条", "3.2"),
    ("refused_secret", "政府信息不予公开答复书", "第三十六条第（三）项和第十四条", "3.3.1"),
    ("refused_law", "政府信息不予公开答复书", "第三十六条第（三）项和第十四条", "3.3.2"),
    ("refused_safety", "政府信息不予公开答复书", "第三十六条第（三）项和第十四条", "3.3.3"),
    ("refused_commercial", "政府信息不予公开答复书", AFTER_CONSULTING, "3.3.4"),
    ("refused_privacy", "政府信息不予公开答复书", AFTER_CONSULTING, "3.3.4"),
    ("refused_internal", "政府信息不予公开答复书", "第三十六条第（三）项和第十六条第一款", "3.3.5"),
    ("refused_process", "政府信息不予公开答复书", "第三十六条第（三）项和第十六条第二款", "3.3.6"),
    (
        "refused_enforcement",
        "政府信息不予公开答复书",
        "第三十六条第（三）项和第十六条第二款",
        "3.3.7",
    ),
    ("refused_inquiry", "依法查询告知书", "第三十六条第（七）项", "3.3.8"),
    ("not_exist", "政府信息不存在告知书", "第三十六条第（四）项", "3.4.1"),
    ("not_this_agency", "非本机关政府信息告知书", "第三十六条第（五）项", "3.4.1"),
    ("unable_create", "政府信息无法提供告知书", "第三十八条", "3.4.2"),
    ("unable_unclear", "政府信息无法提供告知书", "第三十条", "3.4.3"),
    ("declined_petition", "不作为政府信息公开申请处理告知书", "第三十九条第一款", "3.5.1"),
    ("declined_duplicate", "不予重复处理告知书", "第三十六条第（六）项", "3.5.2"),
    ("declined_publication", "公开出版物获取途径告知书", "第三十九条第二款", "3.5.3"),
    ("declined_excessive", "不予处理告知书", "第三十五条", "3.5.4"),
    ("declined_reissue", "不予处理告知书", "第二条", "3.5.5"),
    ("closed_uncorrected", "政府信息公开申请办结单", "第三十条", "3.6.1"),
    ("closed_unpaid", "政府信息公开申请办结单", "第四十二条和《政府信息公开信息处理费", "3.6.2"),
    ("closed_withdrawn", "撤回政府信息公开申请确认书", "", "3.6.3"),
    ("closed_not_information", "非政府信息告知书", "第二条", "3.6.3"),
    ("closed_other", "政府信息公开申请办结单", "", "3.6.3"),
]
REFUSED = {one[0] for one in DECISIONS if one[3].startswith(("3.2", "3.3"))} - {"refused_inquiry"}


ADDRESSED = {
    "natural": ("林知夏", "您"),
    "business": ("示例县青禾科技有限公司", "贵单位"),
    "research": ("示例大学县域经济研究中心", "贵单位"),
    "public_welfare": ("示例县青年志愿者协会", "贵单位"),
    "legal_service": ("明理律师事务所", "贵单位"),
    "other": ("示例县第二中学", "贵单位"),
}


@pytest.fixture(scope="module")
def unanswered_file(founded_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A request of each kind of applicant, S0 to S5, with every step but the answer."""
    path = Path(shutil.copy(founded_file, tmp_path_factory.mktemp("unanswered") / "office.db"))
    database = open_database(path)
    describe_office(database)
    for place, (kind, (name, _)) in enumerate(ADDRESSED.items()):
        unanswered_request(database, number=f"S{place}", applicant_kind=kind, applicant_name=name)
    database.settle()
    database.close()
    return path


@pytest.fixture
def answered(
    outcome: str, founded_file: Path, unanswered_file: Path, tmp_path: Path
) -> Iterator[Database]:
    """The same requests, all answered with this outcome."""
    has_other_steps = outcome in LEFT_OUT
    before = founded_file if has_other_steps else unanswered_file
    database = open_database(shutil.copy(before, tmp_path / "answered.db"))
    if has_other_steps:
        describe_office(database)
    for place, (kind, (name, _)) in enumerate(ADDRESSED.items()):
        number = f"S{place}"
        if has_other_steps:
            whole_request(
                database, outcome, number=number, applicant_kind=kind, applicant_name=name
            )
            continue
        with database.writing(CLERK) as session:
            end_request(session, request_numbered(session, number).id, outcome)
    yield database
    database.close()


@pytest.fixture
def desk(office: Database) -> Database:
    """An office of which everything is known that letters say."""
    describe_office(office)
    return office


def write(
    database: Database, out: Path, kind: str = "答复书", number: str = "S1", **options: object
) -> WrittenLetter:
    return write_letter(database, number, kind, out, actor=CLERK, today=TODAY, **options)


def said(path: Path) -> str:
    return text_of(Document(str(path)))


def test_the_table_of_decisions_is_complete() -> None:
    assert sorted(one[0] for one in DECISIONS) == sorted(OUTCOMES.slugs)


@pytest.mark.parametrize(("outcome", "title", "article", "row"), DECISIONS)
def test_letter_article_remedy_and_row_of_the_table_agree(
    answered: Database, tmp_path: Path, outcome: str, title: str, article: str, row: str
) -> None:
    assert tuple(ADDRESSED) == APPLICANT_KINDS.slugs
    for place, (kind, (name, you)) in enumerate(ADDRESSED.items()):
        letter = write(answered, tmp_path / f"{kind}.docx", number=f"S{place}", final=True)
        text = said(letter.path)
        lines = [one.text for one in Document(str(letter.path)).paragraphs]
        assert letter.missing == ()
        assert "【" not in text
        assert title in lines
        assert name in text
        assert f"{REGULATION}{article}" in text if article else REGULATION not in text
        assert ("应当先申请行政复议" in text) == (outcome in REFUSED)
        both = "示例县人民政府申请行政复议，或者" in text
        assert both == (outcome not in REFUSED and letter.kind.startswith("reply_"))
        if letter.kind.startswith("reply_"):
            assert f"收到{you}提交的政府信息公开申请（申请编号：S{place}）" in text
            this = "本告知书" if title.endswith("告知书") else "本答复"
            assert f"如不服{this}，可以自收到{this}之日起" in text
            assert "2025年1月6日" in text
            assert lines[-2:] == ["示例县科学技术局", "2025年3月4日"]
            assert letter.number == f"示科公开答〔2025〕{place + 1}号"
            assert letter.number in lines
    with answered.reading() as session:
        figures = tally(session, edition_for(2025), Period.of_year(2025))
    for kind in ADDRESSED:
        assert figures[f"requests.{row}.{kind}"] == 1
        assert figures[f"requests.3.7.{kind}"] == 1


@pytest.mark.parametrize("kind", APPLICANT_KINDS.slugs)
def test_only_people_are_called_you(desk: Database, tmp_path: Path, kind: str) -> None:
    enter_request(desk, applicant_kind=kind)
    text = said(write(desk, tmp_path / "a.docx", "登记回执").path)
    assert ("收到您以网络方式" in text) == (kind == "natural")
    assert ("收到贵单位以网络方式" in text) == (kind != "natural")


@pytest.mark.parametrize("slug", [one.slug for one in letter_kinds().values() if not one.ends])
def test_every_other_letter_is_final_when_its_steps_are_told(
    desk: Database, tmp_path: Path, slug: str
) -> None:
    kind = letter_kinds()[slug]
    who = "business" if kind.applicants == "organisation" else "natural"
    request_id = enter_request(desk, applicant_kind=who)
    agency = kind.consulted == "agency" or slug == "assistance"
    with desk.writing(CLERK) as session:
        asked = {
            "happened_on": date(2025, 1, 20),
            "consulted": "agency" if agency else "third_party",
            "addressee": "示例县财政局" if agency else "示例县云帆制造有限公司",
        }
        told = {"happened_on": date(2025, 1, 9), "answer_by": date(2025, 1, 24), "reason": "证明"}
        add_event(session, request_id, "correction_asked", told)
        add_event(session, request_id, "correction_received", {"happened_on": date(2025, 1, 14)})
        add_event(session, request_id, "consultation_sent", asked)
        add_event(session, request_id, "consultation_received", {"happened_on": date(2025, 1, 27)})
        longer = {"happened_on": date(2025, 2, 10), "extension_workdays": 10, "reason": "材料多"}
        add_event(session, request_id, "extension", longer)
        fee = {"happened_on": date(2025, 2, 11), "charged_items": 12}
        add_event(session, request_id, "fee_notice", fee)
        add_event(session, request_id, "fee_paid", {"happened_on": date(2025, 2, 17)})
        end_request(session, request_id, "granted")
    typed = {"third_party_told": "公开的内容和理由", "amendment_reply": "更正答复"}.get(slug)
    if typed is not None:
        with pytest.raises(Refusal, match=f"还不能定稿，这些内容没有填写：{typed}"):
            write(desk, tmp_path / "a.docx", slug, final=True)
    given = {typed: "全部内容，公众有必要了解"} if typed else None
    letter = write(desk, tmp_path / "a.docx", slug, final=True, given=given)
    text = said(letter.path)
    assert "【" not in text
    assert "见所附说明" not in text  # the reason of the reply is no other letter's text
    assert typed is None or "全部内容，公众有必要了解。" in text
    assert (letter.number != "") == bool(kind.series)
    assert kind.shows == "all" or "330000199001010014" not in text
    assert ("复议" in text) == kind.remedy
    with desk.reading() as session:
        events = request_numbered(session, "S1").events
        bound = [one for one in events if one.letter_number == letter.number and letter.number]
        assert [one.kind for one in bound] == ([kind.step or "letter"] if kind.series else [])


def test_a_draft_is_written_with_what_is_missing_highlighted(
    office: Database, tmp_path: Path
) -> None:
    enter_request(office, applicant_name=None)
    letter = write(office, tmp_path / "回执.docx", "登记回执")
    assert (letter.final, letter.number) == (False, "")
    assert set(letter.missing) == {"申请人", "文号", "单位联系方式"}
    lit = {
        run.text
        for paragraph in Document(str(letter.path)).paragraphs
        for run in paragraph.runs
        if run.font.highlight_color == WD_COLOR_INDEX.YELLOW
    }
    assert lit == {"【申请人】", "【文号】", "【单位联系方式】"}


def test_a_final_letter_is_refused_by_the_names_of_what_is_missing(
    office: Database, tmp_path: Path
) -> None:
    whole_request(office, "not_exist")
    with pytest.raises(
        Refusal, match=r"文号（单位信息“机关代字”.*复议机关（单位信息）.*法院（单位信息）"
    ):
        write(office, tmp_path / "a.docx", final=True)
    assert list(tmp_path.glob("*.docx")) == []
    with office.reading() as session:
        assert letters_of(session, request_numbered(session, "S1").id) == []


def test_the_number_that_comes_with_the_final_letter_is_not_missing(
    desk: Database, tmp_path: Path
) -> None:
    enter_request(desk)
    letter = write(desk, tmp_path / "a.docx", "登记回执")
    assert letter.missing == ()
    assert "【文号】" in said(letter.path)


def test_a_draft_shows_the_number_that_the_register_has(office: Database, tmp_path: Path) -> None:
    request_id = enter_request(office)
    with office.writing(CLERK) as session:
        end_request(session, request_id, "not_exist", reply_number="示公开〔2025〕5号")
    letter = write(office, tmp_path / "a.docx")
    assert "示公开〔2025〕5号" in said(letter.path)
    assert set(letter.missing) == {"复议机关", "有管辖权的法院"}


def test_text_that_the_records_lack_may_be_given(office: Database, tmp_path: Path) -> None:
    enter_request(office)
    given = {"单位联系方式": "电话：60000001", "收到日期": "某日"}
    letter = write(office, tmp_path / "a.docx", "登记回执", given=given)
    assert "电话：60000001" in said(letter.path)
    assert "某日" not in said(letter.path)
    [finding] = letter.findings
    assert (finding.rule, "“收到日期”已经有登记的内容" in finding.message) == ("W5", True)
    unused = write(office, tmp_path / "c.docx", "登记回执", given={"补充说明": "某"})
    assert [one.message[:11] for one in unused.findings] == ["模板里没有“【补充说明"]
    for wrong, words in (("星座", "没有“星座”这个字段"), ("证件号码", "不能用于“登记回执”")):
        with pytest.raises(Refusal, match=words):
            write(office, tmp_path / "b.docx", "登记回执", given={wrong: "某"})


@pytest.mark.parametrize(
    ("received", "ended", "outcome"),
    [
        (date(2012, 3, 5), date(2012, 3, 20), "refused_enforcement"),
        (date(2018, 3, 5), date(2018, 3, 20), "refused_inquiry"),
        (date(2018, 3, 5), date(2018, 3, 20), "declined_excessive"),
        (date(2012, 3, 5), date(2012, 3, 20), "declined_reissue"),
        (date(2012, 3, 5), date(2012, 6, 20), "closed_unpaid"),
        (date(2020, 6, 1), date(2020, 9, 1), "closed_unpaid"),
    ],
)
def test_an_ending_that_the_law_did_not_know_is_drafted_without_its_basis(
    desk: Database, tmp_path: Path, received: date, ended: date, outcome: str
) -> None:
    request_id = enter_request(desk, received_on=received)
    with desk.writing(CLERK) as session:
        if outcome == "closed_unpaid":
            add_event(session, request_id, "fee_notice", {"happened_on": received})
        end_request(session, request_id, outcome, ended)
    letter = write(desk, tmp_path / "a.docx")
    text = said(letter.path)
    assert "【法律依据】" in text
    assert "《" not in text
    assert "法律依据" in letter.missing
    assert [one.rule for one in letter.findings if one.severity == "warning"] == ["W4"]
    with pytest.raises(Refusal, match=r"没有填写：.*法律依据"):
        write(desk, tmp_path / "b.docx", final=True)
    basis = "《示例省政府信息公开规定》第八条"
    given = dict.fromkeys(letter.missing, "甲") | {"法律依据": basis}
    final = write(desk, tmp_path / "b.docx", final=True, given=given)
    assert basis in said(final.path)


def test_the_letter_to_a_third_party_never_takes_the_reason_of_the_reply(
    desk: Database, tmp_path: Path
) -> None:
    request_id = whole_request(desk, "granted", number="S1")
    whole_request(desk, "refused_commercial", number="S2")
    with pytest.raises(Refusal, match="没有决定公开，不发“第三方公开告知书”"):
        write(desk, tmp_path / "a.docx", "第三方公开告知书", "S2")
    with desk.writing(CLERK) as session:
        reply = request_numbered(session, "S1").event("reply")
        assert reply is not None
        reason = "第三方不同意公开，理由不成立。\n公开的内容和理由：全部内容，涉及公众健康"
        change_event(session, request_id, reply.id, {"reason": reason})
    told = said(write(desk, tmp_path / "a.docx", "第三方公开告知书", final=True).path)
    assert "内容和理由如下：全部内容，涉及公众健康。" in told
    assert "理由不成立" not in told
    reply_text = said(write(desk, tmp_path / "b.docx", final=True).path)
    assert "理由不成立。" in reply_text
    assert "公众健康" not in reply_text


def test_what_the_records_do_not_bear_out_is_not_made_final(desk: Database, tmp_path: Path) -> None:
    for number, outcome in (("S1", "unable_unclear"), ("S2", "declined_excessive")):
        request_id = enter_request(desk, number=number)
        with desk.writing(CLERK) as session:
            end_request(session, request_id, outcome, reason="见所附说明。")
    unclear = write(desk, tmp_path / "a.docx", number="S1")
    excessive = write(desk, tmp_path / "b.docx", number="S2")
    assert (unclear.missing, excessive.missing) == (("补正收到日期",), ("说明理由告知日期",))
    for number, words in (("S1", "补正收到日期（步骤“收到补正”）"), ("S2", "定稿的说明理由告知书")):
        with pytest.raises(Refusal, match=words):
            write(desk, tmp_path / "c.docx", number=number, final=True)
    asked = date(2025, 1, 15)
    write(desk, tmp_path / "d.docx", "说明理由告知书", "S2", final=True, made_on=asked)
    text = said(write(desk, tmp_path / "e.docx", number="S2", final=True).path)
    assert "本机关已经于2025年1月15日要求您说明理由" in text


@pytest.mark.parametrize(
    ("agency", "words"),
    [
        ("示例县财政局，电话60000002", "为：示例县财政局，电话60000002。请向该机关提出申请。"),
        ("不能确定", "本机关不能确定负责公开该政府信息的行政机关。"),
    ],
)
def test_a_letter_on_another_agency_s_information_gives_reason_and_agency(
    desk: Database, tmp_path: Path, agency: str, words: str
) -> None:
    request_id = enter_request(desk)
    with desk.writing(CLERK) as session:
        end_request(session, request_id, "not_this_agency", reason="该信息由其他机关制作")
    draft = write(desk, tmp_path / "a.docx")
    assert draft.missing == ("负责公开的行政机关",)
    letter = write(desk, tmp_path / "b.docx", final=True, given={"负责公开的行政机关": agency})
    assert f"理由如下：该信息由其他机关制作。根据{REGULATION}第三十六条第（五）项的规定" in said(
        letter.path
    )
    assert words in said(letter.path)


def test_a_letter_on_missing_information_tells_the_search(desk: Database, tmp_path: Path) -> None:
    request_id = enter_request(desk)
    with desk.writing(CLERK) as session:
        end_request(session, request_id, "not_exist", reason=None)
    assert write(desk, tmp_path / "a.docx").missing == ("查找检索情况",)
    given = {"查找检索情况": "已检索档案室和移交目录"}
    text = said(write(desk, tmp_path / "b.docx", final=True, given=given).path)
    assert "情况如下：已检索档案室和移交目录。经查找、检索，本机关没有" in text


def test_a_refusal_for_a_third_party_says_which_opinion_it_gave(
    desk: Database, tmp_path: Path
) -> None:
    whole_request(desk, "refused_commercial")
    text = said(write(desk, tmp_path / "a.docx", final=True).path)
    assert "造成损害。第三方不同意公开。根据" in text
    assert "收到意见（不同意公开）" in text
    request_id = enter_request(desk, number="S2")
    with desk.writing(CLERK) as session:
        end_request(session, request_id, "refused_commercial")
    text = said(write(desk, tmp_path / "b.docx", number="S2").path)
    assert "造成损害。根据" in text
    assert "第三十二条" not in text


def test_a_part_is_withheld_under_an_article(desk: Database, tmp_path: Path) -> None:
    request_id = enter_request(desk)
    with desk.writing(CLERK) as session:
        end_request(session, request_id, "partial", reason="评审专家的姓名涉及个人隐私")
    assert write(desk, tmp_path / "a.docx").missing == ("不予公开部分的条文",)
    given = {"不予公开部分的条文": "第十五条"}
    text = said(write(desk, tmp_path / "b.docx", final=True, given=given).path)
    assert "其余内容依照该条例第十五条的规定不予公开" in text
    assert "内容和理由如下：评审专家的姓名涉及个人隐私。" in text


def test_a_request_to_issue_again_is_no_request_for_information(
    desk: Database, tmp_path: Path
) -> None:
    whole_request(desk, "declined_reissue", content="请重新出具考核结果")
    text = said(write(desk, tmp_path / "a.docx").path)
    assert "您要求“请重新出具考核结果”" in text
    assert f"该请求不属于申请公开{REGULATION}第二条所称的政府信息。" in text
    assert "根据该条规定，本机关不予处理。" in text


def test_the_period_for_reasons_may_be_another(desk: Database, tmp_path: Path) -> None:
    enter_request(desk)
    usual = write(desk, tmp_path / "a.docx", "说明理由告知书")
    assert "之日起10个工作日内" in said(usual.path)
    assert [one.rule for one in usual.findings] == ["W2"]
    given = {"说明理由期限": "7个工作日"}
    assert "之日起7个工作日内" in said(
        write(desk, tmp_path / "b.docx", "说明理由告知书", given=given).path
    )


def cells(path: Path) -> dict[str, str]:
    """What a form says, by the label before it."""
    rows = (row.cells for table in Document(str(path)).tables for row in table.rows)
    texts = [list(dict.fromkeys(cell.text for cell in row)) for row in rows]
    return {pair[0]: pair[1] for row in texts for pair in (row[:2], row[2:4]) if len(pair) == 2}


def test_a_receipt_of_delivery_names_the_letter_as_it_is_printed(
    desk: Database, tmp_path: Path
) -> None:
    whole_request(desk, "granted")
    write(desk, tmp_path / "a.docx", final=True)
    form = cells(write(desk, tmp_path / "b.docx", "送达回证").path)
    assert form["送达文书"] == "政府信息公开答复书"


@pytest.mark.parametrize(
    ("way", "posted", "signed", "note"),
    [
        ("邮政特快专递", "2025年3月5日", "", ""),
        ("EMS", "2025年3月5日", "", ""),
        ("直接送达", "", "2025年3月5日", ""),
        ("电子邮件", "", "", "2025年3月5日以电子邮件发出。"),
    ],
)
def test_only_what_is_posted_has_a_day_of_posting(
    desk: Database, tmp_path: Path, way: str, posted: str, signed: str, note: str
) -> None:
    request_id = whole_request(desk, "granted")
    with desk.writing(CLERK) as session:
        told = {"happened_on": date(2025, 3, 5), "delivery_way": way}
        add_event(session, request_id, "delivery", told)
    form = Document(str(write(desk, tmp_path / "a.docx", "送达回证").path)).tables[0]
    rows = [[cell.text for cell in row.cells] for row in form.rows]
    [days] = [list(dict.fromkeys(row)) for row in rows if row[0] == "交邮日期"]
    filled = [text for text in (posted, signed) if text]
    assert [text for text in days if text.endswith("日") and text[0].isdigit()] == filled
    if posted:
        assert days.index(posted) == 1
    if signed:
        assert days.index(signed) == days.index("签收日期") + 1
    assert [row[-1].strip() for row in rows if row[0] == "备注"] == [note]


@pytest.mark.parametrize(
    ("kind", "wanted", "ticked"),
    [
        ("business", "邮寄", ["商业企业", "邮寄"]),
        ("other", "当面领取", ["其他", "自行领取、当场阅读或者抄录"]),
        ("research", "电子邮件、传真", ["科研机构", "电子邮件", "传真"]),
        ("natural", "刻录光盘", ["其他：刻录光盘"]),
        ("natural", None, []),
    ],
)
def test_boxes_of_the_application_form_are_ticked(
    desk: Database, tmp_path: Path, kind: str, wanted: str | None, ticked: list[str]
) -> None:
    enter_request(desk, applicant_kind=kind, delivery_wanted=wanted)
    text = said(write(desk, tmp_path / "a.docx", "申请表").path)
    assert re.findall("☑ ([^☑□　]+?)(?=　|不能按照|统一|法定代表人|$)", text) == ticked
    assert "□ 邮寄" in text or "☑ 邮寄" in text


@pytest.mark.parametrize(
    ("kind", "name", "you"),
    [
        ("other", "张三、李四等12人", "你们"),
        ("natural", "张三、李四", "你们"),
        ("natural", "张三等人", "你们"),
        ("other", "示例县第二中学", "贵单位"),
        ("natural", "张三", "您"),
        ("business", "示例公司、乙公司", "贵单位"),
    ],
)
def test_several_people_are_addressed_as_such(
    desk: Database, tmp_path: Path, kind: str, name: str, you: str
) -> None:
    enter_request(desk, applicant_kind=kind, applicant_name=name)
    assert f"收到{you}以网络方式" in said(write(desk, tmp_path / "a.docx", "登记回执").path)


def test_a_note_of_closing_always_tells_what_was_done(desk: Database, tmp_path: Path) -> None:
    request_id = enter_request(desk)
    with desk.writing(CLERK) as session:
        end_request(session, request_id, "closed_other")
    assert "办理情况本机关于2025年1月6日收到该申请。办结方式见所附说明。" in said(
        write(desk, tmp_path / "a.docx", final=True).path
    )


def test_a_letter_about_a_step_is_of_its_day(desk: Database, tmp_path: Path) -> None:
    whole_request(desk, "granted")
    assert "2025年1月20日— 1 —" in said(write(desk, tmp_path / "a.docx", "征求意见告知书").path)
    assert "2025年1月6日— 1 —" in said(write(desk, tmp_path / "b.docx", "登记回执").path)


def test_the_extension_letter_says_until_when(desk: Database, tmp_path: Path) -> None:
    request_id = enter_request(desk)
    with desk.writing(CLERK) as session:
        told = {"happened_on": date(2025, 2, 6), "extension_workdays": 10, "reason": "材料较多"}
        add_event(session, request_id, "extension", told)
    text = said(write(desk, tmp_path / "a.docx", "延期答复告知书", final=True).path)
    assert "因材料较多，本机关不能在2025年2月8日以前作出答复" in text
    assert "答复期限延长10个工作日，至2025年2月21日届满" in text


def test_a_letter_reckons_with_what_had_happened_by_its_day(desk: Database, tmp_path: Path) -> None:
    whole_request(desk, "granted")
    # The fee that was asked and paid afterwards starts the period anew; the letter knows nothing.
    text = said(write(desk, tmp_path / "a.docx", "延期答复告知书").path)
    assert "在2025年2月25日以前作出答复" in text
    assert "至2025年3月11日届满" in text
    assert text.endswith("2025年2月10日— 1 —— 1 —")


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (
            {"charged_pages": 50},
            "按量计收，共50页，计算如下：1—30页：不收费31—50页：20页×10元＝200元",
        ),
        (
            {"charged_items": 12},
            "按件计收，本自然月内累计12件，计算如下：1—10件：不收费11—12件：2件",
        ),
    ],
)
def test_the_fee_notice_shows_the_sum(
    desk: Database, tmp_path: Path, told: dict[str, int], words: str
) -> None:
    request_id = enter_request(desk)
    with desk.writing(CLERK) as session:
        add_event(session, request_id, "fee_notice", {"happened_on": date(2025, 1, 9)} | told)
    letter = write(desk, tmp_path / "a.docx", "收费通知书", final=True)
    assert words in said(letter.path)
    assert "应当缴纳的金额为200元" in said(letter.path)
    assert "次日起30日内" in said(letter.path)
    assert letter.findings == ()


def test_an_amount_that_is_not_that_of_the_tariff_is_told(desk: Database, tmp_path: Path) -> None:
    request_id = enter_request(desk)
    told = {"happened_on": date(2025, 1, 9), "charged_pages": 50, "charged_yuan": Decimal("180.50")}
    with desk.writing(CLERK) as session:
        add_event(session, request_id, "fee_notice", told)
    letter = write(desk, tmp_path / "a.docx", "收费通知书")
    assert "应当缴纳的金额为180.5元" in said(letter.path)
    assert [(one.rule, one.severity, one.expected) for one in letter.findings] == [
        ("W3", "warning", 200)
    ]
    with pytest.raises(Refusal, match=r"应缴金额180\.5元与收费明细的合计200元不一致，请改正"):
        write(desk, tmp_path / "b.docx", "收费通知书", final=True)
    assert not (tmp_path / "b.docx").exists()


@pytest.mark.parametrize(
    "slug", [one.slug for one in letter_kinds().values() if one.shows == "hidden"]
)
def test_others_do_not_learn_who_has_asked(desk: Database, tmp_path: Path, slug: str) -> None:
    enter_request(desk, content="林知夏（电话13800000000，住示例县解放路2号）申请公开分配方案")
    text = said(write(desk, tmp_path / "a.docx", slug).path)
    assert "申请公开分配方案" in text
    for secret in ("林知夏", "13800000000", "解放路", "330000199001010014"):
        assert secret not in text


def test_a_request_of_the_older_law_is_answered_under_it(desk: Database, tmp_path: Path) -> None:
    request_id = enter_request(desk, received_on=date(2014, 3, 3))
    with desk.writing(CLERK) as session:
        end_request(session, request_id, "refused_privacy", date(2014, 3, 20))
    text = said(write(desk, tmp_path / "a.docx", final=True).path)
    assert "（国务院令第492号）第二十一条第（二）项、第二十三条和第十四条第四款" in text
    assert "或者自收到本答复之日起3个月内向示例县人民法院提起行政诉讼" in text
    with pytest.raises(Refusal, match="2007年条例没有规定“说明理由告知书”"):
        write(desk, tmp_path / "b.docx", "说明理由告知书")


def test_what_was_kept_is_what_was_handed_over(desk: Database, tmp_path: Path) -> None:
    enter_request(desk)
    letter = write(desk, tmp_path / "a.docx", "登记回执", final=True)
    with desk.reading() as session:
        content = letter_content(session, letter.letter_id)
        [kept] = letters_of(session, request_numbered(session, "S1").id)
    assert letter.path.read_bytes() == content
    assert kept.sha256 == hashlib.sha256(content).hexdigest()
    assert (kept.file_name, kept.final, kept.number) == ("a.docx", True, letter.number)


def test_a_kept_letter_can_be_saved_once_more(desk: Database, tmp_path: Path) -> None:
    enter_request(desk)
    letter = write(desk, tmp_path / "a.docx", "登记回执", final=True)
    content = letter.path.read_bytes()
    letter.path.unlink()
    assert save_letter(desk, letter.letter_id, letter.path).read_bytes() == content
    assert save_letter(desk, letter.letter_id, letter.path).read_bytes() == content
    letter.path.write_bytes(b"changed")
    with pytest.raises(Refusal, match="可能改过"):
        save_letter(desk, letter.letter_id, letter.path)
    with pytest.raises(Refusal, match="已被删除"):
        save_letter(desk, 99, tmp_path / "b.docx")


def test_a_letter_of_several_outcomes_names_the_remedies_of_the_one_at_hand(
    desk: Database, tmp_path: Path
) -> None:
    for number, outcome in (("S1", "refused_law"), ("S2", "closed_other")):
        whole_request(desk, outcome, number=number)
    refused = said(write(desk, tmp_path / "a.docx", "党务信息告知书", "S1", final=True).path)
    other = said(write(desk, tmp_path / "b.docx", "党务信息告知书", "S2", final=True).path)
    assert "应当先申请行政复议" in refused
    assert "或者自收到本告知书之日起6个月内" in other


def test_the_same_letter_again_is_the_same_file(desk: Database, tmp_path: Path) -> None:
    enter_request(desk)
    first = write(desk, tmp_path / "a.docx", "登记回执").path.read_bytes()
    again = write(desk, tmp_path / "a.docx", "登记回执").path.read_bytes()
    assert first == again


def test_a_file_that_somebody_has_changed_is_not_replaced(desk: Database, tmp_path: Path) -> None:
    enter_request(desk)
    out = write(desk, tmp_path / "a.docx", "登记回执").path
    document = Document(str(out))
    document.add_paragraph("经办人补充的话")
    document.save(str(out))
    changed = out.read_bytes()
    with pytest.raises(Refusal, match=r"a\.docx”已经存在，可能改过，没有覆盖"):
        write(desk, out, "登记回执", final=True)
    assert out.read_bytes() == changed


def test_a_decision_letter_whose_outcome_has_changed_is_made_anew(
    desk: Database, tmp_path: Path
) -> None:
    request_id = whole_request(desk, "not_exist")
    write(desk, tmp_path / "a.docx", final=True)
    with pytest.raises(Refusal, match="已经定稿（示科公开答〔2025〕1号）"):
        write(desk, tmp_path / "b.docx", final=True)
    with desk.writing(CLERK) as session:
        reply = request_numbered(session, "S1").event("reply")
        assert reply is not None
        change_event(session, request_id, reply.id, {"outcome": "refused_internal"})
    again = write(desk, tmp_path / "b.docx", final=True)
    assert again.number == "示科公开答〔2025〕2号"
    assert "第十六条第一款" in said(again.path)


def test_an_own_template_is_filled_wherever_its_fields_stand(
    desk: Database, tmp_path: Path
) -> None:
    own = tmp_path / "模板"
    own.mkdir()
    document = Document()
    paragraph = document.add_paragraph("【申")
    paragraph.add_run("请人").bold = True
    paragraph.add_run("】：请补正【补正事项？】")
    cell = document.add_table(rows=1, cols=1).cell(0, 0).paragraphs[0]
    cell.add_run("编号【申请")
    cell.add_run("编号】")
    section = document.sections[0]
    section.header.paragraphs[0].add_run("【单位")
    section.header.paragraphs[0].add_run("名称】")
    section.footer.paragraphs[0].add_run("【法律依据】")
    document.save(str(own / "补正告知书.docx"))
    enter_request(desk)
    letter = write(desk, tmp_path / "a.docx", "补正告知书", final=True, templates=own)
    found = Document(str(letter.path))
    assert found.paragraphs[0].text == "林知夏：请补正"
    assert found.tables[0].cell(0, 0).text == "编号S1"
    assert found.sections[0].header.paragraphs[0].text == "示例县科学技术局"
    assert found.sections[0].footer.paragraphs[0].text == f"{REGULATION}第三十条"


def test_a_field_that_an_own_template_cannot_have_is_told(desk: Database, tmp_path: Path) -> None:
    own = tmp_path / "模板"
    own.mkdir()
    document = Document()
    document.add_paragraph("【申请人】的【星座】和【证件号码】")
    document.save(str(own / "登记回执.docx"))
    enter_request(desk)
    letter = write(desk, tmp_path / "a.docx", "登记回执", templates=own)
    assert said(letter.path) == "林知夏的【星座】和【证件号码】"
    assert [(one.rule, one.severity, one.message) for one in letter.findings] == [
        ("W1", "warning", "自备模板里的“【星座】”不是可用的字段，原样留在文书里，请改正模板。"),
        (
            "W1",
            "warning",
            "自备模板里的“【证件号码】”不能用于这种文书，原样留在文书里，请改正模板。",
        ),
    ]
    with pytest.raises(Refusal, match="模板里有不能用的字段：【星座】、【证件号码】"):
        write(desk, tmp_path / "b.docx", "登记回执", templates=own, final=True)


def test_a_value_with_brackets_is_no_field(desk: Database, tmp_path: Path) -> None:
    enter_request(desk, content="【申请人】<b>&amp;【星座】")
    letter = write(desk, tmp_path / "a.docx", "登记回执", final=True)
    assert "申请公开“【申请人】<b>&amp;【星座】”" in said(letter.path)


@pytest.mark.parametrize(
    ("number", "kind", "name", "error", "words"),
    [
        ("S9", "登记回执", "a.docx", Refusal, r"没有编号为“S9”的申请"),
        ("S1", "奖状", "a.docx", Refusal, r"没有“奖状”.*可以写“答复书”.*登记回执.*送达回证等"),
        ("S1", "答复书", "a.docx", Refusal, r"还没有登记办理结果，不能制作“答复书”"),
        ("S1", "reply_granted", "a.docx", Refusal, r"还没有登记办理结果"),
        ("S2", "不予公开", "a.docx", Refusal, r"与办理结果“信息不存在”不符.*政府信息不存在告知书"),
        ("S1", "登记回执", "a.pdf", Refusal, r"a\.pdf”应以\.docx结尾"),
        ("S1", "登记回执", "没有/a.docx", Fault, r"没有文件夹“.*没有”"),
        ("S1", "登记回执", "folder.docx", Fault, r"folder\.docx”是文件夹"),
        ("S1", "登记回执", "other.docx", Refusal, r"other\.docx”已经存在"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_sentence_and_leaves_nothing(
    desk: Database,
    tmp_path: Path,
    number: str,
    kind: str,
    name: str,
    error: type[Exception],
    words: str,
) -> None:
    enter_request(desk)
    ended = enter_request(desk, number="S2")
    with desk.writing(CLERK) as session:
        end_request(session, ended, "not_exist")
    (tmp_path / "folder.docx").mkdir()
    (tmp_path / "other.docx").write_bytes(b"not ours")
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(error, match=words) as told:
        write(desk, tmp_path / name, kind, number)
    assert len(str(told.value).splitlines()) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == before
    with desk.reading() as session:
        assert letters_of(session, request_numbered(session, "S1").id) == []


def test_a_file_that_cannot_be_put_in_place_leaves_no_final_letter_half_made(
    desk: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter_request(desk)

    def full(self: Path, content: bytes) -> int:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        with pytest.raises(Fault, match="磁盘已满，没有写出"):
            write(desk, tmp_path / "a.docx", "登记回执", final=True)
    with desk.reading() as session:
        request = request_numbered(session, "S1")
        assert letters_of(session, request.id) == []
        assert request.events == []
    assert list(tmp_path.glob(".letter-*")) == []


def test_a_letter_that_reads_back_differently_is_not_kept(
    desk: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    enter_request(desk)
    monkeypatch.setattr(writing, "text_of", lambda document: "something else")
    with pytest.raises(Fault, match="“登记回执”读回核对不符"):
        write(desk, tmp_path / "a.docx", "登记回执", final=True)
    assert not (tmp_path / "a.docx").exists()


def test_dates_are_written_as_letters_write_them(desk: Database, tmp_path: Path) -> None:
    whole_request(desk, "granted")
    text = said(write(desk, tmp_path / "a.docx", made_on=ENDED).path)
    assert "本机关于2025年1月9日告知补正，2025年1月14日收到补正材料" in text
    assert not re.search(r"\d{4}-\d{2}-\d{2}", text)
