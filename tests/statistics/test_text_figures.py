"""Numbers in sentences: which cells they speak of, and whether listed parts make their total."""

from decimal import Decimal

import pytest

from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.finished_report import FinishedReport, ReadCell
from disclosure_desk.statistics.text_figures import check_text
from disclosure_desk.statistics.text_parts import check_parts
from disclosure_desk.statistics.text_sentences import sentences

# 新收74、上年结转1、办结72、结转3；予以公开21、部分公开9、不予公开4、无法提供37 ……
FIGURES = {
    "requests.new.total": 74,
    "requests.new.natural": 71,
    "requests.new.business": 3,
    "requests.carried_in.total": 1,
    "requests.carried_in.natural": 1,
    "requests.3.1.total": 21,
    "requests.3.2.total": 9,
    "requests.3.3.5.total": 1,
    "requests.3.3.6.total": 3,
    "requests.3.4.1.total": 37,
    "requests.3.5.2.total": 1,
    "requests.3.7.total": 72,
    "requests.carried_out.total": 3,
    "review.reconsideration.corrected": 1,
    "review.reconsideration.other": 1,
    "review.reconsideration.total": 2,
    "review.litigation_direct.upheld": 1,
    "review.litigation_direct.total": 1,
    "review.litigation_after.total": 4,
    "art20.1.normative.made": 88,
    "art20.1.normative.repealed": 55,
    "art20.1.normative.in_force": 698,
    "art20.5.licence.decisions": 10690,
    "art20.8.fee.amount": Decimal("9116.36"),
}

RIGHT = (
    "本年新收政府信息公开申请74件，上年结转1件。",
    "本年度新收到申请74件。",
    "2022年，全区收到政府信息公开申请75件（含上年结转1件）。",
    "全年收到政府信息公开申请74件（不含上年结转）。",
    "共受理依申请公开申请75件。",
    "收到公民、法人和其他组织提出的政府信息公开申请共计75件。",
    "全年办结政府信息公开申请72件，结转下年度继续办理3件。",
    "已办结72件，3件结转下年度办理。",
    "其中予以公开21件、部分公开9件、不予公开4件、无法提供37件、不予处理1件、其他处理0件。",
    "予以公开和部分公开30件。",
    "本机关不掌握相关政府信息37件，重复申请1件。",
    "新收申请中，自然人71件、商业企业3件。",
    "收到政府信息公开申请75件，涉及自然人72件、商业企业3件。",
    "行政复议案件2件，其中结果纠正1件、其他结果1件。",
    "全区共有行政诉讼案件5件、行政复议案件2件，均已结案。",
    "共有行政诉讼5件，其中未经复议直接起诉1件、复议后起诉4件。",
    "年末尚未审结的行政复议、行政诉讼案件7件。",
    "年末尚未审结的行政诉讼7件。",
    "全年制发行政规范性文件88件，废止行政规范性文件55件。",
    "集中公开现行有效行政规范性文件698件，动态更新本年度制发的规范性文件88件。",
    "全年作出的处理决定为：行政许可10690件、行政处罚0件。",
    "办理行政许可类信息69条。",
    "行政事业性收费9,116.36万元。",
    "收到申请比上年增加5件，办结率100%。",
    "较上年新收申请多20件。",
    "收到网上咨询34件，办结34件。",
    "全年未收到行政许可申请，未收到第三方意见。",
    "收到申请７５件。",
    "新收 74 件。",
)

# What is said, the cell that must be named, what the table has, what the text says.
WRONG = (
    ("本年新收政府信息公开申请75件。", "requests.new.total", 74, 75),
    ("本年新收申请73件，上年结转1件。", "requests.new.total", 74, 73),
    ("上年结转政府信息公开申请2件。", "requests.carried_in.total", 1, 2),
    ("全区收到政府信息公开申请74件。", "requests.new.total", 75, 74),
    ("收到申请75件（不含上年结转）。", "requests.new.total", 74, 75),
    ("全年收到政府信息公开申请76件（含上年结转1件）。", "requests.carried_in.total", 75, 76),
    ("共收到依申请公开申请1,075件。", "requests.new.total", 75, 1075),
    ("本年度办结71件。", "requests.3.7.total", 72, 71),
    ("结转下年度继续办理2件。", "requests.carried_out.total", 3, 2),
    ("结转至2023年办理4件。", "requests.carried_out.total", 3, 4),
    ("没有结转下年度继续办理的申请。", "requests.carried_out.total", 3, 0),
    ("其中予以公开22件。", "requests.3.1.total", 21, 22),
    ("办结72件，其中予以公开21件、部分公开8件。", "requests.3.2.total", 9, 8),
    ("不予公开5件。", "requests.3.3.5.total", 4, 5),
    ("无法提供36件。", "requests.3.4.1.total", 37, 36),
    ("不予处理2件。", "requests.3.5.2.total", 1, 2),
    ("其他处理1件。", "requests.3.6.3.total", 0, 1),
    ("予以公开及部分公开31件。", "requests.3.2.total", 30, 31),
    ("本机关不掌握相关政府信息38件。", "requests.3.4.1.total", 37, 38),
    ("重复申请3件。", "requests.3.5.2.total", 1, 3),
    ("新收申请中，自然人72件。", "requests.new.natural", 71, 72),
    ("收到申请75件，涉及自然人73件。", "requests.new.natural", 72, 73),
    ("行政复议案件3件。", "review.reconsideration.total", 2, 3),
    ("行政复议2件，其中结果纠正2件。", "review.reconsideration.corrected", 1, 2),
    ("行政诉讼案件4件。", "review.litigation_after.total", 5, 4),
    ("行政诉讼5件，其中结果维持2件。", "review.litigation_direct.upheld", 1, 2),
    ("未经复议直接起诉2件。", "review.litigation_direct.total", 1, 2),
    ("复议后起诉5件。", "review.litigation_after.total", 4, 5),
    ("未发生因政府信息公开引起的行政复议、行政诉讼。", "review.reconsideration.total", 2, 0),
    ("没有发生因政府信息公开引起的行政诉讼。", "review.litigation_direct.total", 5, 0),
    ("本机关未收到政府信息公开申请。", "requests.new.total", 74, 0),
    ("全年未接到信息公开申请。", "requests.new.total", 74, 0),
    ("未收到任何形式的申请公开信息要求。", "requests.new.total", 74, 0),
    ("未收到政府信息依公开申请。", "requests.new.total", 74, 0),
    ("制发行政规范性文件87件。", "art20.1.normative.made", 88, 87),
    ("废止规范性文件54件。", "art20.1.normative.repealed", 55, 54),
    ("现行有效的行政规范性文件699件。", "art20.1.normative.in_force", 698, 699),
    ("制发行政规范性文件88件，废止55件，年末现行有效697件。",
     "art20.1.normative.in_force", 698, 697),
    ("作出行政许可决定10691件。", "art20.5.licence.decisions", 10690, 10691),
    ("收取行政事业性收费9116.63万元。", "art20.8.fee.amount", Decimal("9116.36"),
     Decimal("9116.63")),
)  # fmt: skip

SUMS_RIGHT = (
    "公开信息共165条，其中图片新闻13条，科技动态69条，年度报告1条，通知公告39，政策法规12条"
    "（包括规章制度10，政策解读2），科技党建31等。",
    "收到申请75件，其中自然人72件、商业企业3件，网上申请70件、信函申请5件。",
    "收到申请75件，其中上年结转1件，新收74件，办结72件，结转3件。",
    "新收74件，上年结转1件，其中自然人72件、企业3件。",
    "主动公开信息1000条，其中网站公开800条、公报公开150条等。",
    "行政诉讼案件1件、行政复议案件2件。",
    "制发文件22件（其中修订16件）。",
    "办结72件，其中予以公开72件。",
    "收到申请75件，同比增长10%，其中自然人72件、商业企业3件。",
)

SUMS_WRONG = (
    ("公开信息共162条，其中，图片新闻13条，科技动态69条，年度报告1条，通知公告39，政策法规12条"
     "(包括规章制度10，政策解读2)，科技党建31等。", 162, 165),
    ("共公布政府信息2599条(其中机构职能类信息25条，政策、规范性文件类信息68条，其他2440条)。",
     2599, 2533),
    ("收到申请75件，其中自然人71件、商业企业3件。", 75, 74),
    ("主动公开信息2543条，包括区直部门1687条、乡镇857条。", 2543, 2544),
    ("举办培训5次，其中县级2次、乡镇2次。", 5, 4),
    ("政策法规12条(包括规章制度10，政策解读3条)。", 12, 13),
    ("全年新收申请20件，分别为网络申请12件、信函申请7件。", 20, 19),
)  # fmt: skip


def report(edition: str = "2021", **changed: int) -> FinishedReport:
    """A report whose cells are those above and 0 elsewhere."""
    form = editions()[edition]
    figures = {code: FIGURES.get(code, 0) for code in form.cells} | changed
    return FinishedReport(
        "示例县科学技术局",
        2022,
        form,
        {code: ReadCell("read", one) for code, one in figures.items()},
    )


def test_sentences_have_plain_digits_and_no_thousands_marks() -> None:
    assert sentences("共 １，２３４ 件。\n“新收”3件；") == ["共1234件", "新收3件"]


@pytest.mark.parametrize("text", RIGHT)
def test_a_text_that_agrees_with_the_table_is_left_alone(text: str) -> None:
    assert [one.message for one in check_text(report(), text) if one.rule == "T1"] == []


@pytest.mark.parametrize(("text", "cell", "expected", "found"), WRONG)
def test_a_text_that_disagrees_names_the_cell_and_both_numbers(
    text: str, cell: str, expected: Decimal, found: Decimal
) -> None:
    findings = [one for one in check_text(report(), text) if one.rule == "T1"]
    assert (expected, found) in {
        (one.expected, one.found) for one in findings if cell in one.cells
    }, [one.message for one in findings]
    assert {one.severity for one in findings} == {"warning"}


def test_received_is_new_plus_carried_over_and_the_reader_is_told_so() -> None:
    findings = check_text(report(), "2022年，全区收到政府信息公开申请75件，办结率100%。")
    assert [(one.rule, one.severity) for one in findings] == [("T2", "hint")]


def test_a_text_is_not_held_against_a_cell_that_could_not_be_read() -> None:
    blank = report()
    cells = dict(blank.cells) | {"requests.new.total": ReadCell("blank")}
    unread = FinishedReport(blank.unit, blank.year, blank.edition, cells)
    assert check_text(unread, "本年新收申请75件。") == []


def test_the_table_of_2014_is_compared_with_its_own_rows() -> None:
    told = report("2014", **{"disclosed.total": 215, "requests.received": 3})
    assert check_text(told, "主动公开政府信息215条，收到申请3件。") == []
    findings = check_text(told, "主动公开政府信息216条，收到申请2件，举报投诉1件。")
    assert {one.cells for one in findings} == {
        ("disclosed.total",),
        ("requests.received",),
        ("complaints.total",),
    }


@pytest.mark.parametrize("text", SUMS_RIGHT)
def test_parts_that_make_their_total_are_left_alone(text: str) -> None:
    assert [one.message for one in check_parts(text)] == []


@pytest.mark.parametrize(("text", "expected", "found"), SUMS_WRONG)
def test_parts_that_do_not_make_their_total_are_added_up(
    text: str, expected: int, found: int
) -> None:
    findings = check_parts(text)
    assert (expected, found) in {(one.expected, one.found) for one in findings}
    assert {(one.rule, one.severity) for one in findings} == {("P1", "warning")}
