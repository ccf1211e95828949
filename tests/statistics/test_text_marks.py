"""What the editor marks in a chapter: typed numbers, contradictions, sums, unreadable wording."""

from decimal import Decimal

import pytest

from disclosure_desk.statistics.edition import editions, fields_in
from disclosure_desk.statistics.report_phrases import fixed_phrases, phrases_for
from disclosure_desk.statistics.text_marks import Mark, cells_of, marks_in, told_of_field

EDITION = editions()["2021"]
FIELDS = {
    **dict.fromkeys(EDITION.cells, 0),
    "requests.new.total": 74,
    "requests.new.natural": 71,
    "requests.new.business": 3,
    "requests.carried_in.total": 1,
    "requests.3.1.total": 21,
    "requests.3.7.total": 72,
    "requests.carried_out.total": 3,
    "review.reconsideration.total": 2,
    "art20.8.fee.amount": Decimal("9116.36"),
    "本年新收": 74,
    "上年结转": 1,
    "本年办结": 72,
    "主动公开条数": 1215,
    "培训班数": 4,
    "单位名称": "示例县科学技术局",
}


def marked(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in marks_in(text, EDITION, FIELDS)]


def mended(text: str, mark: Mark) -> str:
    return text[: mark.from_] + mark.instead + text[mark.to :]


@pytest.mark.parametrize(
    ("text", "number", "instead"),
    [
        ("本年新收政府信息公开申请74件，上年结转很少。", "74", "【本年新收】"),
        ("本年新收 ７４ 件。", "７４", "【本年新收】"),
        ("全年办结72件。", "72", "【本年办结】"),
        ("新收申请中，自然人71件。", "71", "【requests.new.natural】"),
        ("收取行政事业性收费9,116.36万元。", "9,116.36", "【art20.8.fee.amount】"),
        ("主动公开政府信息1,215条。", "1,215", "【主动公开条数】"),
        ("举办培训班4次。", "4", "【培训班数】"),
    ],
)
def test_a_typed_number_that_equals_a_figure_can_become_its_field(
    text: str, number: str, instead: str
) -> None:
    (mark,) = marks_in(text, EDITION, FIELDS)
    assert (mark.kind, text[mark.start : mark.end], mark.instead) == ("typed", number, instead)
    assert mark.severity == "hint"
    changed = mended(text, mark)
    assert instead in changed
    assert marks_in(changed, EDITION, FIELDS) == []


@pytest.mark.parametrize(
    ("text", "number", "both"),
    [
        ("本年新收政府信息公开申请75件，上年结转【上年结转】件。", "75", ("75", "74")),
        ("结转下年度继续办理2件。", "2", ("2", "3")),
        ("其中予以公开22件。", "22", ("22", "21")),
        ("主动公开政府信息1216条。", "1216", ("1216", "1215")),
        ("行政复议案件3件。", "3", ("3", "2")),
    ],
)
def test_a_typed_number_that_contradicts_a_figure_is_an_error_with_both_numbers(
    text: str, number: str, both: tuple[str, str]
) -> None:
    (mark,) = marks_in(text, EDITION, FIELDS)
    assert (mark.kind, text[mark.start : mark.end]) == ("contradicts", number)
    assert mark.severity == "error"
    assert all(one in mark.message for one in both)
    assert "相差1" in mark.message
    assert [one.kind for one in marks_in(mended(text, mark), EDITION, FIELDS)] == []


def test_fields_are_read_as_their_values_but_never_marked_as_typed() -> None:
    assert marked("本年新收申请【本年新收】件，上年结转【上年结转】件，办结【本年办结】件。") == []
    assert marked("本年新收申请【上年结转】件。") == [("contradicts", "【上年结转】")]


def test_an_unknown_field_is_marked() -> None:
    assert marked("共【申请总数】件。") == [("unknown", "【申请总数】")]


@pytest.mark.parametrize("number", ["74", "【本年新收】"])
def test_received_alone_is_marked_with_the_phrase_that_checkers_read(number: str) -> None:
    text = f"全年收到政府信息公开申请{number}件。"
    (mark,) = marks_in(text, EDITION, FIELDS)
    assert mark.kind == "contradicts"
    assert mended(text, mark) == (
        "本年新收政府信息公开申请【本年新收】件，上年结转【上年结转】件。"
    )
    text = "收到政府信息公开申请75件。"
    (mark,) = marks_in(text, EDITION, FIELDS)
    assert (mark.kind, mark.severity) == ("phrase", "warning")
    assert "本年新收74件，上年结转1件" in mark.message


@pytest.mark.parametrize(
    "text",
    ["全年新收申请七十四件。", "收到政府信息公开申请75个。", "本年新收申请70余件。"],
)
def test_what_checkers_cannot_read_is_marked(text: str) -> None:
    assert "phrase" in [kind for kind, _ in marked(text)]


def test_listed_parts_are_added_up_with_fields_filled() -> None:
    assert marked("收到来信10件，其中咨询4件、建议5件。") == [("parts", "其中咨询4件、建议5件")]
    assert marked("举办培训班【培训班数】次，其中线上1次、线下3次。") == []
    assert marked("举办培训班【培训班数】次，其中线上1次、线下2次。")[0][0] == "parts"


def test_places_hold_with_blanks_and_several_lines_before_them() -> None:
    text = "（一）主动公开\n\n  第一段，【单位名称】。\n本年 新收申请 73 件。"
    (mark,) = marks_in(text, EDITION, FIELDS)
    assert text[mark.start : mark.end] == "73"


def test_a_field_tells_its_value_and_its_place() -> None:
    assert told_of_field("本年新收", EDITION, FIELDS) == (
        "【本年新收】＝74，一、本年新收政府信息公开申请数量·总计"
    )
    assert told_of_field("主动公开条数", EDITION, FIELDS) == "【主动公开条数】＝1215"
    assert "不是可用的字段" in told_of_field("没有的", EDITION, FIELDS)
    assert cells_of("本年新收", EDITION) == ("requests.new.total",)
    assert cells_of("单位名称", EDITION) == ()


def test_every_fixed_phrase_fits_some_edition_and_is_never_marked_itself() -> None:
    offered = set()
    for edition in editions().values():
        names = {*edition.fields, *edition.cell_fields, *edition.list_fields, *FIELDS}
        names |= {"年度", "收费通知数", "缴费数", "收费元"}
        for chapter in edition.chapters:
            offered |= {one.title for one in phrases_for(edition, chapter, names)}
    assert offered == {one.title for one in fixed_phrases()}
    lists = dict.fromkeys(EDITION.list_fields, "")
    cells = {
        name: sum(int(FIELDS[code]) for code in codes)
        for name, codes in EDITION.cell_fields.items()
    }
    numbers = {**FIELDS, **lists, **cells, "年度": 2025, "公开渠道": "政府网站3条"}
    for phrase in fixed_phrases():
        for name in fields_in(phrase.text):
            numbers.setdefault(name, 0)
        if "未" not in phrase.text:
            assert marks_in(phrase.text, EDITION, numbers) == [], phrase.text
