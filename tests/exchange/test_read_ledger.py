"""The ledger workbook comes in whole or not at all, and says what is wrong with it and where."""

import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.ledger import TakenIn
from disclosure_desk.commands.offices import found_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.exchange.read_ledger import import_ledger
from disclosure_desk.faults import Fault
from disclosure_desk.records.cards import Card
from disclosure_desk.records.finding import Finding, errors
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database, create_database
from disclosure_desk.storage.journal import Actor
from tests.calls import call
from tests.offices import RandomOffice, write_workbook
from tests.workbooks import dispute_row, dump, figure_row, item_row, request_row, write_rows

CLERK = Actor("林知夏", "二楼电脑")
ITEMS, REQUESTS, DISPUTES, FIGURES = "主动公开", "依申请公开", "复议诉讼", "数据填报"
MAKERS = {ITEMS: item_row, REQUESTS: request_row, DISPUTES: dispute_row, FIGURES: figure_row}


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """An office with one request; refused ledgers must leave it as it is."""
    database = create_database(tmp_path_factory.mktemp("office") / "office.db")
    with database.writing(CLERK) as session:
        found_office(session, "示例县科学技术局")
        add_record(session, "request", _card("旧1"))
    yield database
    database.close()


def _card(number: str) -> Card:
    return {
        "number": number,
        "received_on": date(2023, 4, 5),
        "received_via": "letter",
        "applicant_kind": "business",
    }


def taken(database: Database, path: Path, **sheets: list[dict[str, Any]]) -> TakenIn:
    """Import a workbook with these sheets."""
    return import_ledger(database, write_rows(path, sheets), CLERK)


def cards(database: Database, kind: str) -> list[Card]:
    with database.reading() as session:
        return [card for _, card in read_cards(session, kind)]


def counts(answer: TakenIn, kind: str) -> tuple[int, int, int]:
    """Added, updated, unchanged."""
    return answer.added[kind], answer.updated[kind], answer.unchanged[kind]


# ---------------------------------------------------------------------- refusals


def refused(database: Database, path: Path, **sheets: list[dict[str, Any]]) -> list[Finding]:
    """The errors of a workbook that is refused; nothing may have changed."""
    before = dump(Path(database.url.database or ""))
    with pytest.raises(Unsound) as unsound:
        taken(database, path, **sheets)
    assert dump(Path(database.url.database or "")) == before
    return errors(unsound.value.findings)


REFUSALS = [
    *((ITEMS, {column: None}, column) for column in ("信息名称", "生成日期")),
    *(
        (REQUESTS, {column: None}, column)
        for column in ("申请编号", "收到日期", "收到方式", "申请人类型")
    ),
    *((DISPUTES, {column: None}, column) for column in ("案件编号", "类型", "受理日期")),
    *((FIGURES, {column: None}, column) for column in ("日期", "指标", "数值")),
    *(
        (REQUESTS, {"收到日期": told}, "收到日期")
        for told in ("2024-02-30", "2023年2月29日", "20241301", "2024/0/1", "昨天", "45000", 12)
    ),
    (ITEMS, {"公开日期": "2024-06-31"}, "公开日期"),
    (REQUESTS, {"收到方式": "托人带来"}, "收到方式"),
    (REQUESTS, {"申请人类型": "法人"}, "申请人类型"),
    (ITEMS, {"文件性质": "通知"}, "文件性质"),
    (DISPUTES, {"类型": "行政诉讼"}, "类型"),
    (DISPUTES, {"审结日期": "2024-06-01", "结果": "驳回"}, "结果"),
    (DISPUTES, {"仅为共同被告的复议机关": "也许"}, "仅为共同被告的复议机关"),
    (FIGURES, {"指标": "专利数量"}, "指标"),
    (REQUESTS, {"办结日期": "2024-03-09", "办理结果": "已答复"}, "办理结果"),
    (REQUESTS, {"办结日期": "2024-02-29", "办理结果": "予以公开"}, "办结日期"),
    (DISPUTES, {"审结日期": "2024-05-05", "结果": "结果维持"}, "审结日期"),
    (ITEMS, {"废止日期": "2024-02-29"}, "废止日期"),
    (ITEMS, {"有效期至": "2024-02-28"}, "有效期至"),
    (REQUESTS, {"办结日期": "2024-03-09"}, "办理结果"),
    (REQUESTS, {"办理结果": "予以公开"}, "办结日期"),
    (DISPUTES, {"审结日期": "2024-06-01"}, "结果"),
    (DISPUTES, {"结果": "结果维持"}, "审结日期"),
    *(
        (REQUESTS, {column: "2024-02-29"}, column)
        for column in (
            *("补正告知日期", "补正收到日期", "征求意见发出日期", "征求意见收到日期"),
            *("延期告知日期", "收费通知日期", "缴费日期", "送达日期"),
        )
    ),
    (REQUESTS, {"缴费日期": "2024-03-09", "收费金额": -0.01}, "收费金额"),
    (REQUESTS, {"延期告知日期": "2024-03-09", "延长工作日数": -1}, "延长工作日数"),
    (FIGURES, {"数值": -3}, "数值"),
    (REQUESTS, {"延期告知日期": "2024-03-09", "延长工作日数": "1.5"}, "延长工作日数"),
    (REQUESTS, {"延期告知日期": "2024-03-09", "延长工作日数": "1e99"}, "延长工作日数"),
    *(
        (FIGURES, {"数值": told}, "数值")
        for told in ("许多", "1,2", "NaN", "1e30", "1_000", 1e300, "0." + "0" * 40 + "1")
    ),
]


@pytest.mark.parametrize(("sheet", "changes", "column"), REFUSALS)
def test_a_row_that_breaks_a_rule_is_named_by_sheet_row_and_column(
    untouched: Database, tmp_path: Path, sheet: str, changes: dict[str, Any], column: str
) -> None:
    make = MAKERS[sheet]
    good = [] if sheet == FIGURES else [make("好1"), make("好2")]
    bad = make() | changes
    found = refused(untouched, tmp_path / "台账.xlsx", **{sheet: [*good, bad]})
    assert len(found) == 1, [one.message for one in found]
    assert found[0].message.startswith(f"{sheet}第{len(good) + 2}行：")
    assert column in found[0].message
    assert found[0].message.endswith("。")


@pytest.mark.parametrize(
    ("sheet", "again"),
    [
        (ITEMS, item_row("第二条", 编号="G7")),
        (REQUESTS, request_row("G7")),
        (DISPUTES, dispute_row("G7")),
    ],
)
def test_a_number_may_stand_in_a_file_once(
    untouched: Database, tmp_path: Path, sheet: str, again: dict[str, Any]
) -> None:
    heading = {ITEMS: "编号", REQUESTS: "申请编号", DISPUTES: "案件编号"}[sheet]
    first = again | {heading: " G7 "}
    found = refused(untouched, tmp_path / "台账.xlsx", **{sheet: [first, again]})
    assert len(found) == 1
    assert found[0].message.startswith(f"{sheet}第3行：")
    assert "第2行" in found[0].message
    assert found[0].records == ("G7",)


def test_every_bad_row_is_told_and_not_only_the_first(untouched: Database, tmp_path: Path) -> None:
    found = refused(
        untouched,
        tmp_path / "台账.xlsx",
        依申请公开=[request_row("1", 收到日期=None), request_row("2", 收到方式="？")],
        数据填报=[figure_row(None), figure_row(None)],
    )
    told = sorted(one.message[:8] for one in found)
    assert told == ["依申请公开第2行", "依申请公开第3行", "数据填报第2行：", "数据填报第3行："]


def test_one_bad_row_among_five_hundred_changes_nothing(
    untouched: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Path(untouched.url.database or "")
    ledger = RandomOffice(7).cards(requests=500, publications=40, disputes=10, entries=40)
    bad = str(ledger["request"][320]["number"])
    ledger["request"][320] = _card(bad) | {"fee_notice_on": date(2023, 4, 4)}
    before = dump(office)
    workbook = write_workbook(tmp_path / "台账.xlsx", ledger)
    answer = call(capsys, "import", "--db", office, workbook, "--json")
    assert answer.status == 1
    assert answer.json["added"] == answer.json["updated"] == answer.json["unchanged"] == {}
    (error,) = [one for one in answer.json["findings"] if one["severity"] == "error"]
    assert error["records"] == [bad]
    assert "依申请公开第322行" in error["message"]
    assert "收费通知日期" in error["message"]
    assert dump(office) == before
    spoken = call(capsys, "import", "--db", office, workbook)
    assert spoken.status == 1
    assert "依申请公开第322行" in spoken.out
    assert "什么也没有导入" in spoken.out


# ---------------------------------------------------------------------- hints


def test_what_is_only_strange_is_hinted_and_taken_in(registers: Database, tmp_path: Path) -> None:
    answer = taken(
        registers,
        tmp_path / "台账.xlsx",
        主动公开=[item_row(公开日期="2024-02-01")],
        依申请公开=[request_row(收费金额=12.5)],
    )
    told = [(one.severity, one.message[:8]) for one in answer.findings]
    assert told == [("hint", "主动公开第2行："), ("hint", "依申请公开第2行")]
    assert counts(answer, "publication") == counts(answer, "request") == (1, 0, 0)


def test_an_unknown_column_is_named_and_left_out(registers: Database, tmp_path: Path) -> None:
    answer = taken(registers, tmp_path / "台账.xlsx", 依申请公开=[request_row(领导批示="同意")])
    (finding,) = answer.findings
    assert (finding.severity, "“领导批示”" in finding.message) == ("hint", True)
    assert counts(answer, "request") == (1, 0, 0)


def test_a_column_that_stands_twice_is_read_once(registers: Database, tmp_path: Path) -> None:
    row = request_row(备注="前") | {"备注 ": "后"}
    answer = taken(registers, tmp_path / "台账.xlsx", 依申请公开=[row])
    assert [one.severity for one in answer.findings] == ["hint"]
    assert cards(registers, "request")[0]["note"] == "前"


# ---------------------------------------------------------------------- forms of writing


@pytest.mark.parametrize("heading", ["收费金额", "收费金额 (元)", "收费金额（元）"])
def test_a_heading_may_carry_its_unit(registers: Database, tmp_path: Path, heading: str) -> None:
    paid = request_row(缴费日期="2024-03-20", **{heading: 40})
    assert taken(registers, tmp_path / "台账.xlsx", 依申请公开=[paid]).findings == []
    assert cards(registers, "request")[0]["fee_yuan"] == 40


def test_headings_may_carry_the_star_and_blanks(registers: Database, tmp_path: Path) -> None:
    row = {f" {heading}* ": value for heading, value in request_row().items()}
    answer = taken(registers, tmp_path / "台账.xlsx", 依申请公开=[row])
    assert answer.findings == []
    assert counts(answer, "request") == (1, 0, 0)


DATES = [
    date(2024, 9, 30),
    datetime.fromisoformat("2024-09-30T15:45"),
    "2024-09-30",
    "2024-9-30",
    "2024/9/30",
    "2024年9月30日",
    "２０２４年９月３０日",
    "２０２４－０９－３０",
    " 20240930 ",
    20240930,
]


@pytest.mark.parametrize("told", DATES, ids=str)
def test_a_day_may_be_written_in_many_ways(
    registers: Database, tmp_path: Path, told: object
) -> None:
    path = tmp_path / "台账.xlsx"
    answer = taken(registers, path, 主动公开=[item_row(公开日期=told)])
    assert answer.findings == []
    assert cards(registers, "publication")[0]["published_on"] == date(2024, 9, 30)
    again = taken(registers, path, 主动公开=[item_row(公开日期="2024-09-30")])
    assert counts(again, "publication") == (0, 0, 1)


WORDINGS = [
    ("办理结果", "危及“三安全一稳定”", "refused_safety"),
    ("办理结果", '危及"三安全一稳定"', "refused_safety"),
    ("办理结果", "危及「三安全一稳定」", "refused_safety"),
    ("办理结果", "３．危及＂三安全一稳定＂", "refused_safety"),
    ("办理结果", "1.属于国家秘密", "refused_secret"),
    ("办理结果", "（一）予以公开", "granted"),
    ("办理结果", "(一) 予以 公开", "granted"),
    ("办理结果", "不是<条例>所指政府信息", None),
    ("办理结果", "不是《条例》所指政府信息", "closed_not_information"),
    ("收到方式", "邮寄", "letter"),
    ("收到方式", "电子邮件", "network"),
    ("收到方式", " 当面 ", "in_person"),
    ("申请人类型", "社会公益组织\n", "public_welfare"),
]


@pytest.mark.parametrize(("column", "told", "slug"), WORDINGS)
def test_widths_brackets_quotes_and_numbering_do_not_matter_in_closed_lists(
    untouched: Database, tmp_path: Path, column: str, told: str, slug: str | None
) -> None:
    row = request_row("新1", 办结日期="2024-03-09", 办理结果="部分公开") | {column: told}
    path = write_rows(tmp_path / "台账.xlsx", {REQUESTS: [row]})
    if slug is None:
        with pytest.raises(Unsound):
            import_ledger(untouched, path, CLERK, dry_run=True)
        return
    office = create_database(tmp_path / "office.db")
    with office.writing(CLERK) as session:
        found_office(session, "示例县科学技术局")
    assert import_ledger(office, path, CLERK).findings == []
    assert slug in cards(office, "request")[0].values()
    office.close()


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("12.5", "12.5"),
        ("１２．５", "12.5"),
        ("1,234,567.89", "1234567.89"),
        (" 7 ", "7"),
        (24252.311082, "24252.311082"),
        ("24252.311082", "24252.311082"),
        (0, "0"),
        (0.1 + 0.2, "0.3"),
    ],
)
def test_numbers_may_be_numbers_or_text(
    registers: Database, tmp_path: Path, told: object, kept: str
) -> None:
    answer = taken(registers, tmp_path / "台账.xlsx", 数据填报=[figure_row(数值=told)])
    assert answer.findings == []
    assert cards(registers, "indicator")[0]["amount"] == Decimal(kept)


def test_a_number_that_excel_holds_as_one_is_text(registers: Database, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    taken(registers, path, 依申请公开=[request_row(20240001), request_row("00012")])
    assert [card["number"] for card in cards(registers, "request")] == ["20240001", "00012"]
    again = taken(registers, path, 依申请公开=[request_row("20240001"), request_row(20240002.0)])
    assert counts(again, "request") == (1, 0, 1)
    assert cards(registers, "request")[-1]["number"] == "20240002"


def test_channels_are_split_once_each_in_order(registers: Database, tmp_path: Path) -> None:
    row = item_row(公开渠道="公示栏、政府网站，公示栏；政务微信")
    taken(registers, tmp_path / "台账.xlsx", 主动公开=[row])
    assert cards(registers, "publication")[0]["channels"] == ("公示栏", "政府网站", "政务微信")


def test_empty_rows_between_records_are_passed_over(registers: Database, tmp_path: Path) -> None:
    rows = [request_row("1"), {}, dict.fromkeys(request_row(), " \u3000"), request_row("2")]
    answer = taken(registers, tmp_path / "台账.xlsx", 依申请公开=rows)
    assert counts(answer, "request") == (2, 0, 0)


def test_blank_document_kind_is_other_and_blank_joint_defendant_is_no(
    registers: Database, tmp_path: Path
) -> None:
    taken(registers, tmp_path / "台账.xlsx", 主动公开=[item_row()], 复议诉讼=[dispute_row()])
    assert cards(registers, "publication")[0]["document_kind"] == "other"
    assert cards(registers, "dispute")[0]["joint_defendant_only"] is False


def test_the_profile_is_read_item_by_item(registers: Database, tmp_path: Path) -> None:
    rows = [
        {"项目": "单位名称", "内容": "示例县教育局"},
        {"项目": "填报人", "内容": "林知夏"},
        {"项目": "邮编", "内容": 100010},
        {"项目": "吉祥物", "内容": "石狮"},
    ]
    answer = taken(registers, tmp_path / "台账.xlsx", 单位信息=rows)
    assert counts(answer, "office") == (0, 1, 0)
    unknown, renamed = answer.findings
    assert "“吉祥物”" in unknown.message
    assert (renamed.severity, "“示例县教育局”" in renamed.message) == ("warning", True)
    (card,) = cards(registers, "office")
    assert (card["name"], card["clerk"], card["postcode"]) == ("示例县教育局", "林知夏", "100010")
    again = taken(registers, tmp_path / "台账.xlsx", 单位信息=rows[:3])
    assert counts(again, "office") == (0, 0, 1)


# ---------------------------------------------------------------------- known again


def test_the_same_file_twice_changes_nothing_the_second_time(
    registers: Database, tmp_path: Path
) -> None:
    ledger = RandomOffice(3).cards()
    for card in ledger["publication"][::2]:
        del card["number"]
    path = write_workbook(tmp_path / "台账.xlsx", ledger)
    first = import_ledger(registers, path, CLERK)
    second = import_ledger(registers, path, CLERK)
    assert first.added == {kind: len(rows) for kind, rows in ledger.items()}
    assert second.added == second.updated == dict.fromkeys(ledger, 0)
    assert second.unchanged == first.added


def test_an_update_changes_what_differs_and_only_that(registers: Database, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    taken(registers, path, 依申请公开=[request_row("1", 备注="旧"), request_row("2")])
    answer = taken(
        registers,
        path,
        依申请公开=[
            request_row("1", 备注="新"),
            request_row("2"),
            request_row("3"),
        ],
    )
    assert counts(answer, "request") == (1, 1, 1)
    assert [card.get("note") for card in cards(registers, "request")] == ["新", None, None]


def test_an_empty_cell_keeps_what_is_stored(registers: Database, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    full = request_row(
        申请内容="项目资金去向",
        承办科室="办公室",
        延期告知日期="2024-03-20",
        延长工作日数=10,
        办结日期="2024-04-09",
        办理结果="部分公开",
        答复文号="〔2024〕1号",
    )
    taken(registers, path, 依申请公开=[full])
    before = cards(registers, "request")
    answer = taken(registers, path, 依申请公开=[request_row(申请内容=None, 办理结果=None)])
    assert counts(answer, "request") == (0, 0, 1)
    assert cards(registers, "request") == before


def test_a_reply_entered_later_by_ledger_finishes_the_request(
    registers: Database, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    taken(registers, path, 依申请公开=[request_row()])
    reply = request_row(办结日期="2024-04-01", 办理结果="申请人撤回")
    assert counts(taken(registers, path, 依申请公开=[reply]), "request") == (0, 1, 0)
    (card,) = cards(registers, "request")
    assert (card["finished_on"], card["outcome"]) == (date(2024, 4, 1), "closed_withdrawn")
    assert counts(taken(registers, path, 依申请公开=[reply]), "request") == (0, 0, 1)


def test_a_row_changes_the_step_that_it_tells_of_or_is_refused(
    registers: Database, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    taken(registers, path, 依申请公开=[request_row(送达日期="2024-04-01")])
    with registers.writing(CLERK) as session:
        ((record_id, _),) = read_cards(session, "request")
        add_event(session, record_id, "delivery", {"happened_on": date(2024, 4, 20)})
    later = request_row(送达日期="2024-04-25")
    assert counts(taken(registers, path, 依申请公开=[later]), "request") == (0, 1, 0)
    assert counts(taken(registers, path, 依申请公开=[later]), "request") == (0, 0, 1)
    with pytest.raises(Unsound, match=r"依申请公开第2行.*不止一次送达"):
        taken(registers, path, 依申请公开=[request_row(送达日期="2024-03-25")])
    assert cards(registers, "request")[0]["delivered_on"] == date(2024, 4, 25)


def test_what_is_stored_is_checked_together_with_the_row(
    registers: Database, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    taken(registers, path, 依申请公开=[request_row(办结日期="2024-04-01", 办理结果="部分公开")])
    with pytest.raises(Unsound, match=r"依申请公开第2行.*办结日期"):
        taken(registers, path, 依申请公开=[request_row(收到日期="2024-05-01")])
    assert cards(registers, "request")[0]["received_on"] == date(2024, 3, 1)


def test_columns_in_another_order_and_dates_in_another_form_are_unchanged(
    registers: Database, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    row = request_row(办结日期="2024-04-01", 办理结果="予以公开", 收费金额=3)
    taken(registers, path, 依申请公开=[row | {"缴费日期": "2024-03-20"}])
    turned = {
        "缴费日期": "2024年3月20日",
        "收费金额": "3.00",
        "办理结果": "（一）同意公开",
        "办结日期": date(2024, 4, 1),
        **dict(reversed(request_row(收到日期=datetime.fromisoformat("2024-03-01")).items())),
    }
    answer = taken(registers, path, 依申请公开=[turned])
    assert counts(answer, "request") == (0, 0, 1)


def test_items_without_a_number_are_known_by_title_day_and_document_number(
    registers: Database, tmp_path: Path
) -> None:
    path = tmp_path / "台账.xlsx"
    rows = [
        item_row("甲", 文号="〔2024〕1号"),
        item_row("甲", 文号="〔2024〕2号"),
        item_row("甲"),
        item_row("甲", 生成日期="2024-03-02"),
        item_row("乙"),
    ]
    assert counts(taken(registers, path, 主动公开=rows), "publication") == (5, 0, 0)
    changed = [row | {"备注": "补"} for row in reversed(rows)]
    assert counts(taken(registers, path, 主动公开=changed), "publication") == (0, 5, 0)
    assert [card["note"] for card in cards(registers, "publication")] == ["补"] * 5


@pytest.mark.parametrize("turned", [False, True])
def test_an_item_without_a_number_is_not_taken_for_its_namesake_with_one(
    registers: Database, tmp_path: Path, turned: bool
) -> None:
    path = tmp_path / "台账.xlsx"
    rows = [item_row("甲", 编号="G1", 备注="一"), item_row("甲", 备注="二")]
    if turned:
        rows.reverse()
    assert counts(taken(registers, path, 主动公开=rows), "publication") == (2, 0, 0)
    assert counts(taken(registers, path, 主动公开=rows), "publication") == (0, 0, 2)


def test_two_departments_on_one_day_both_count(registers: Database, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    rows = [figure_row(责任科室="办公室"), figure_row(责任科室="规划科"), figure_row()]
    answer = taken(registers, path, 数据填报=rows)
    assert counts(answer, "indicator") == (3, 0, 0)
    assert counts(taken(registers, path, 数据填报=rows), "indicator") == (0, 0, 3)


def test_of_two_stocks_on_one_day_the_later_row_wins(registers: Database, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    rows = [
        figure_row("专职人员数", 数值=3),
        figure_row("专职人员数", 数值=9, 责任科室="规划科"),
        figure_row("专职人员数", 数值=4),
    ]
    answer = taken(registers, path, 数据填报=rows)
    assert [one.severity for one in answer.findings] == ["hint"]
    assert "第4行" in answer.findings[0].message
    amounts = [card["amount"] for card in cards(registers, "indicator")]
    assert amounts == [9, 4]
    again = taken(registers, path, 数据填报=rows)
    assert counts(again, "indicator") == (0, 0, 2)
    assert [card["amount"] for card in cards(registers, "indicator")] == [9, 4]


def test_a_flow_that_stands_twice_for_one_department_is_warned_of(
    registers: Database, tmp_path: Path
) -> None:
    rows = [figure_row(数值=3), figure_row(数值=4)]
    answer = taken(registers, tmp_path / "台账.xlsx", 数据填报=rows)
    assert [one.severity for one in answer.findings] == ["warning"]
    assert [card["amount"] for card in cards(registers, "indicator")] == [4]


# ---------------------------------------------------------------------- awkward texts

AWKWARD = [
    "=1+1",
    "+86 10000",
    "-负数",
    "@某人",
    "😀关于📄的通知",
    "文" * 300,
    "第一行\n第二行",
    "'引号",
    "TRUE",
    "1E5",
    "2024-09-30",
]


@pytest.mark.parametrize("title", AWKWARD, ids=range(len(AWKWARD)))
def test_awkward_titles_stay_text(registers: Database, tmp_path: Path, title: str) -> None:
    path = tmp_path / "台账.xlsx"
    answer = taken(registers, path, 主动公开=[item_row(title)])
    assert answer.findings == []
    assert cards(registers, "publication")[0]["title"] == title
    assert counts(taken(registers, path, 主动公开=[item_row(title)]), "publication") == (0, 0, 1)


def test_control_characters_written_by_excel_are_read(registers: Database, tmp_path: Path) -> None:
    row = item_row("关于_x0001_的_x000B_通知")
    taken(registers, tmp_path / "台账.xlsx", 主动公开=[row])
    assert cards(registers, "publication")[0]["title"] == "关于\x01的\x0b通知"


def test_a_formula_is_taken_at_its_result(registers: Database, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    write_rows(path, {FIGURES: [figure_row(数值=5)]})
    book = openpyxl.load_workbook(path)
    book[FIGURES]["C2"] = "=2+3"
    book.save(path)
    book.close()
    # Written by a program that never calculated it: there is no result, so the cell is empty.
    with pytest.raises(Unsound, match=r"数据填报第2行.*数值"):
        import_ledger(registers, path, CLERK)


# ---------------------------------------------------------------------- files and dry runs


def test_missing_sheets_are_allowed_and_other_sheets_passed_over(
    registers: Database, tmp_path: Path
) -> None:
    path = write_rows(tmp_path / "台账.xlsx", {"说明": [{"甲": 1}], DISPUTES: [dispute_row()]})
    answer = import_ledger(registers, path, CLERK)
    assert answer.added == {"dispute": 1}


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _text(path: Path) -> None:
    path.write_text("申请编号,收到日期", encoding="utf-8")


def _folder(path: Path) -> None:
    path.mkdir()


def _nothing(path: Path) -> None:
    assert not path.exists()


def _other_sheets(path: Path) -> None:
    write_rows(path, {"工资表": [{"姓名": "甲"}]})


def _cut_zip(path: Path) -> None:
    write_rows(path, {REQUESTS: [request_row()]})
    path.write_bytes(path.read_bytes()[:-400])


def _broken_zip(path: Path) -> None:
    write_rows(path, {REQUESTS: [request_row(str(place)) for place in range(50)]})
    content = bytearray(path.read_bytes())
    middle = content.find(b"xl/worksheets/sheet1.xml") + 60
    content[middle : middle + 80] = bytes(80)
    path.write_bytes(content)


def _old_excel(path: Path) -> None:
    path.write_bytes(bytes.fromhex("D0CF11E0A1B11AE1") + bytes(504))


def _other_zip(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", "<w/>")


@pytest.mark.parametrize("suffix", [".xlsx", ".xls", ".docx", ""])
@pytest.mark.parametrize(
    "make",
    [
        *(_empty, _text, _folder, _nothing, _other_sheets),
        *(_cut_zip, _broken_zip, _old_excel, _other_zip),
    ],
)
def test_what_is_no_ledger_is_refused_in_one_sentence(
    untouched: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str], make: Any, suffix: str
) -> None:
    made = tmp_path / "文件.xlsx"
    make(made)
    path = tmp_path / f"文件{suffix}"
    if made.exists() and path != made:
        made.rename(path)
    office = Path(untouched.url.database or "")
    before = dump(office)
    answer = call(capsys, "import", "--db", office, path, "--json")
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert answer.err.endswith("。\n")
    assert "文件" in answer.err
    assert dump(office) == before


def test_a_dry_run_says_the_same_as_the_real_one_and_writes_nothing(
    tmp_path: Path, untouched: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    ledger = RandomOffice(11).cards(requests=20, publications=20, entries=10)
    path = write_workbook(tmp_path / "台账.xlsx", ledger)
    office = tmp_path / "office.db"
    call(capsys, "new", "--db", office, "--unit", "示例县科学技术局")
    before = dump(office)
    rehearsed = call(capsys, "import", "--db", office, path, "--dry-run", "--json")
    assert dump(office) == before
    taken_in = call(capsys, "import", "--db", office, path, "--json")
    assert rehearsed.status == taken_in.status == 0
    assert rehearsed.json == taken_in.json
    assert dump(office) != before
    again = call(capsys, "import", "--db", office, path, "--dry-run", "--json")
    assert sum(again.json["added"].values()) == sum(again.json["updated"].values()) == 0


def test_a_dry_run_of_a_bad_ledger_is_refused_alike(
    untouched: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_rows(tmp_path / "台账.xlsx", {REQUESTS: [request_row(收到方式="托人")]})
    office = untouched.url.database or ""
    real = call(capsys, "import", "--db", office, path, "--json")
    rehearsed = call(capsys, "import", "--db", office, path, "--json", "--dry-run")
    assert (real.status, real.out) == (rehearsed.status, rehearsed.out)
    assert real.status == 1


def test_a_sheet_of_a_million_columns_is_refused_before_it_is_loaded(
    untouched: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_rows(tmp_path / "台账.xlsx", {REQUESTS: [request_row()]})
    book = openpyxl.load_workbook(path)
    book[REQUESTS]["XFD1048576"] = "远"
    book.save(path)
    book.close()
    answer = call(capsys, "import", "--db", untouched.url.database or "", path)
    assert (answer.status, answer.out) == (2, "")
    assert "1048576行16384列" in answer.err
    assert answer.err.endswith("。\n")


def test_a_claimed_size_that_is_not_there_does_no_harm(registers: Database, tmp_path: Path) -> None:
    path = write_rows(tmp_path / "台账.xlsx", {REQUESTS: [request_row()]})
    claimed = tmp_path / "声称.xlsx"
    with zipfile.ZipFile(path) as package, zipfile.ZipFile(claimed, "w") as other:
        for part in package.infolist():
            content = package.read(part)
            content = content.replace(b'<dimension ref="A1:D2"', b'<dimension ref="A1:XFD1048576"')
            other.writestr(part, content)
    with zipfile.ZipFile(claimed) as package:
        assert b"XFD1048576" in package.read("xl/worksheets/sheet1.xml")
    assert import_ledger(registers, claimed, CLERK).added == {"request": 1}


def with_rows(path: Path, rows: str) -> Path:
    """The workbook with more XML behind the rows of its first sheet."""
    other = path.with_name(f"又{path.name}")
    with (
        zipfile.ZipFile(path) as package,
        zipfile.ZipFile(other, "w", zipfile.ZIP_DEFLATED) as longer,
    ):
        for part in package.infolist():
            content = package.read(part)
            if part.filename == "xl/worksheets/sheet1.xml":
                content = content.replace(b"</sheetData>", rows.encode() + b"</sheetData>")
            longer.writestr(part, content)
    return other


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1000000"><c r="AB1000000"><v>1</v></c></row>',
        # Wide here and long there, too far from each other to be seen at one look.
        '<row r="3"><c r="XFD3"><v>1</v></c></row>'
        + "<!-- -->" * 300_000
        + '<row r="99999"><c r="A99999"><v>1</v></c></row>',
        '<row r="99999"><c r="AO99999"><v>1</v></c></row>',
    ],
    ids=["a cell far away", "wide and long", "a column and a row too many"],
)
def test_a_small_file_that_claims_a_vast_sheet_is_refused_before_it_is_loaded(
    registers: Database, tmp_path: Path, rows: str
) -> None:
    path = with_rows(write_rows(tmp_path / "台账.xlsx", {REQUESTS: [request_row()]}), rows)
    with pytest.raises(Fault, match="表格范围太大"):
        import_ledger(registers, path, CLERK)


def test_a_small_file_that_unpacks_to_a_vast_one_is_refused_before_it_is_loaded(
    registers: Database, tmp_path: Path
) -> None:
    rows = f"<row>{'<c><v>1</v></c>' * 2_000_000}</row>"
    path = with_rows(write_rows(tmp_path / "台账.xlsx", {REQUESTS: [request_row()]}), rows)
    with pytest.raises(Fault, match="解开后太大"):
        import_ledger(registers, path, CLERK)


def test_formatted_rows_down_to_the_last_are_no_content(
    registers: Database, tmp_path: Path
) -> None:
    rows = '<row r="1048576" ht="12.8"><c r="A1048576" s="0"/><c r="XFD1048576" s="0"/></row>'
    path = with_rows(write_rows(tmp_path / "台账.xlsx", {REQUESTS: [request_row()]}), rows)
    assert import_ledger(registers, path, CLERK).added == {"request": 1}


def test_a_null_character_is_kept_or_refused_in_a_sentence_but_never_lost(
    founded_place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = write_rows(tmp_path / "台账.xlsx", {ITEMS: [item_row("空_x0000_字符")]})
    answer = call(capsys, "import", "--db", founded_place, path, "--json")
    if "://" in founded_place:  # PostgreSQL cannot store it
        assert (answer.status, answer.out) == (2, "")
        assert answer.err.count("\n") == 1
        assert answer.err.endswith("。\n")
        return
    assert answer.status == 0
    again = call(capsys, "import", "--db", founded_place, path, "--json")
    assert again.json["unchanged"] == {ITEMS: 1}


@pytest.mark.parametrize("steps", range(5))
def test_an_import_that_is_stopped_leaves_nothing(
    untouched: Database, tmp_path: Path, steps: int
) -> None:
    path = write_rows(tmp_path / "台账.xlsx", {name: [maker()] for name, maker in MAKERS.items()})
    told: list[str] = []

    def report(done: int, total: int, text: str) -> None:
        assert 0 <= done <= total
        told.append(text)
        if len(told) > steps:
            raise KeyboardInterrupt

    assert untouched.path is not None
    before = dump(untouched.path)
    with pytest.raises(KeyboardInterrupt):
        import_ledger(untouched, path, CLERK, report=report)
    assert len(set(told)) == steps + 1
    assert dump(untouched.path) == before
