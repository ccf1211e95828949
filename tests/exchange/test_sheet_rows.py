"""Pasted rows become cards: columns by their headings, cells as a form would read them."""

from datetime import date
from decimal import Decimal

import pytest

from disclosure_desk.exchange.sheet_rows import SHEET_FIELDS, read_rows, sheet_of
from disclosure_desk.records.base import FieldValue

TODAY = date(2025, 9, 30)


def read(kind: str, name: str, text: str) -> FieldValue:
    [row] = read_rows(kind, (name,), [(text,)], TODAY)
    assert not [one for one in row.unread if one.severity == "error"], row.unread
    return row.card[name]


def test_headings_of_offices_are_known_wherever_they_stand() -> None:
    sheet = sheet_of(
        "publication",
        [
            ("2025年主动公开信息台账", "", "", ""),
            ("序号", "标题", "发文字号", "发布时间"),
            ("1", "防汛公告", "城政办〔2025〕7号", "2025/5/12"),
        ],
        TODAY,
    )
    assert sheet.columns == (None, "title", "document_number", "published_on")
    assert sheet.headings == ("序号", "标题", "发文字号", "发布时间")
    assert sheet.rows == [("1", "防汛公告", "城政办〔2025〕7号", "2025/5/12")]


def test_of_two_columns_for_one_field_the_first_counts() -> None:
    sheet = sheet_of("publication", [("标题", "信息名称", "文号"), ("甲", "乙", "")], TODAY)
    assert sheet.columns == ("title", None, "document_number")


@pytest.mark.parametrize("kind", SHEET_FIELDS)
def test_every_heading_of_the_ledger_is_known(kind: str) -> None:
    from disclosure_desk.records.cards import FIELDS

    labels = tuple(FIELDS[kind][name].label for name in SHEET_FIELDS[kind])
    assert sheet_of(kind, [labels], TODAY).columns == SHEET_FIELDS[kind]


def test_without_headings_columns_are_guessed_only_where_every_cell_fits() -> None:
    rows = [
        ("2025-05-12", "关于防汛工作的公告", "城政办〔2025〕7号", "网站、微信", "甲"),
        ("2025-05-13", "关于抗旱工作的公告", "", "公示栏", "乙"),
    ]
    sheet = sheet_of("publication", rows, TODAY)
    assert sheet.columns == ("published_on", "title", "document_number", "channels", None)
    assert not sheet.is_headed
    assert sheet.rows == rows


def test_a_row_of_contents_is_no_row_of_headings() -> None:
    sheet = sheet_of("publication", [("备注", "关于防汛工作的公告", "0512", "甲")], TODAY)
    assert not sheet.is_headed


@pytest.mark.parametrize(
    ("kind", "name", "text", "value"),
    [
        ("publication", "made_on", "0512", date(2025, 5, 12)),
        ("publication", "made_on", "2025/5/12 0:00:00", date(2025, 5, 12)),
        ("publication", "made_on", "２０２５年５月１２日", date(2025, 5, 12)),
        ("publication", "valid_until", "20301231", date(2030, 12, 31)),
        (
            "publication",
            "channels",
            "网站，公众号;公示栏/喇叭",
            ("政府网站", "政务微信", "公示栏", "喇叭"),
        ),
        ("publication", "document_kind", "规范性文件", "normative"),
        ("publication", "document_kind", "normative", "normative"),
        ("publication", "document_kind", "行政规范性文件", "normative"),
        ("request", "received_via", "邮寄", "letter"),
        ("request", "extension_workdays", "２０", 20),
        ("request", "fee_yuan", "１，２３０.50", Decimal("1230.50")),
        ("dispute", "joint_defendant_only", "是", True),
        ("indicator", "amount", "1,200", Decimal(1200)),
    ],
)
def test_a_cell_is_read_as_it_is_meant(kind: str, name: str, text: str, value: FieldValue) -> None:
    assert read(kind, name, text) == value


@pytest.mark.parametrize(
    ("kind", "name", "text", "says"),
    [
        ("publication", "made_on", "0532", "没有32日"),
        ("publication", "made_on", "#######", "列加宽"),
        ("publication", "document_kind", "内部文件", "可选项"),
        ("request", "extension_workdays", "二十", "不是数字"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_field(
    kind: str, name: str, text: str, says: str
) -> None:
    [row] = read_rows(kind, (name,), [(text,)], TODAY)
    assert not row.card
    assert [(one.field, one.severity) for one in row.unread] == [(name, "error")]
    assert says in row.unread[0].message


def test_a_day_of_which_the_year_was_guessed_is_to_be_checked() -> None:
    [row] = read_rows("publication", ("made_on",), [("1008",)], TODAY)
    assert row.card == {"made_on": date(2024, 10, 8)}
    assert [one.severity for one in row.unread] == ["hint"]
    [whole] = read_rows("publication", ("made_on",), [("2019-10-08",)], TODAY)
    assert not whole.unread


def test_empty_rows_are_passed_over_and_the_others_keep_their_places() -> None:
    rows = read_rows("publication", ("title", None), [("", "甲"), ("防汛公告", "")], TODAY)
    assert [row.place for row in rows] == [2]
