"""The ledger leaves the office exactly as it was entered, and comes back the same."""

import shutil
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from disclosure_desk.commands.done import Unsound
from disclosure_desk.commands.offices import found_office
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.exchange.ledger_format import REGISTER_SHEETS
from disclosure_desk.exchange.read_ledger import import_ledger
from disclosure_desk.exchange.write_ledger import verify_ledger, write_ledger
from disclosure_desk.faults import Fault
from disclosure_desk.records.cards import Card
from disclosure_desk.records.publication import Publication
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.card_rows import read_cards
from disclosure_desk.storage.database import Database, create_database, open_database
from disclosure_desk.storage.journal import Actor

TESTER = Actor("周砚清", "窗口电脑")

AWKWARD_TEXTS = [
    "=1+1",
    "+86 10000",
    "-1",
    "@SUM(A1)",
    "{=1+1}",
    '=HYPERLINK("http://www.example.gov.cn")',
    "http://www.example.gov.cn/a?b=1&c=2",
    "mailto:kjj@example.gov.cn",
    "\x00\x01\x08\x0b\x0c\x0e\x1f",
    "控制\x07字符\x7f\x80\x9f",
    "_x0041_",
    "_x005F_x0041_",
    "__x0001__xD83D__x",
    "<r>粗体</r>",
    "<r><t>一</t></r>",
    "]]>&amp;<b>&#10;",
    "'前引号",
    "后引号'",
    "第一行\n第二行\r\n第三行\r末",
    "制\t表",
    "中  间",
    "📣政府信息👨‍👩‍👧公开🇨🇳",
    "é̂组合\u200b零宽\ufeff",
    "𠮷野家䶮㙓",
    "00012",
    "20240001",
    "1E5",
    "2024-09-30",
    "TRUE",
    "#N/A",
    "关" * 300,
    "长" * 32_767,
]


def _publication(text: str, place: int) -> Card:
    return {
        "number": f"{place:05d}",
        "title": text,
        "document_number": text,
        "note": text,
        "made_on": date(2024, 3, 1),
        "published_on": date(2024, 3, 2),
        "channels": ("政府网站", "公示栏"),
    }


def _request(number: str, received_on: date, **more: object) -> Card:
    card: Card = {
        "number": number,
        "received_on": received_on,
        "received_via": "network",
        "applicant_kind": "natural",
    }
    return card | more


def _exported(database: Database, path: Path, year: int = 2024, *, personal: bool = True) -> Path:
    with database.reading() as session:
        write_ledger(session, year, path, personal=personal)
        verify_ledger(path, session, year, personal=personal)
    return path


def _numbers(database: Database, kind: str) -> list[object]:
    with database.reading() as session:
        return [card.get("number") for _, card in read_cards(session, kind)]


@pytest.fixture(scope="module")
def empty_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second office that knows nothing yet, to be copied."""
    path = tmp_path_factory.mktemp("second") / "second.db"
    database = create_database(path)
    with database.writing(TESTER) as session:
        found_office(session, "另一个局")
    database.settle()
    database.close()
    return path


@pytest.fixture
def empty(empty_file: Path, tmp_path: Path) -> Iterator[Database]:
    """The second office in a file of its own."""
    database = open_database(shutil.copy(empty_file, tmp_path / "second.db"))
    yield database
    database.close()


def test_texts_of_every_kind_come_back_as_they_were(
    office: Database, empty: Database, tmp_path: Path
) -> None:
    with office.writing(TESTER) as session:
        for place, text in enumerate(AWKWARD_TEXTS):
            add_record(session, "publication", _publication(text, place))
    ledger = _exported(office, tmp_path / "台账.xlsx")
    assert import_ledger(office, ledger, TESTER).updated["publication"] == 0
    import_ledger(empty, ledger, TESTER)
    with empty.reading() as session:
        cards = [card for _, card in read_cards(session, "publication")]
    assert [card["title"] for card in cards] == AWKWARD_TEXTS
    assert [card["note"] for card in cards] == AWKWARD_TEXTS
    assert cards[0]["number"] == "00000"
    assert cards[0]["channels"] == ("政府网站", "公示栏")


def test_no_text_becomes_a_formula_or_a_link(office: Database, tmp_path: Path) -> None:
    with office.writing(TESTER) as session:
        for place, text in enumerate(AWKWARD_TEXTS):
            add_record(session, "publication", _publication(text, place))
    ledger = _exported(office, tmp_path / "台账.xlsx")
    with zipfile.ZipFile(ledger) as package:
        for part in package.namelist():
            content = package.read(part)
            assert b"<f>" not in content or b"<formula1>" in content
            assert b"<hyperlink" not in content


def test_a_text_longer_than_a_cell_is_refused_by_name(office: Database, tmp_path: Path) -> None:
    with office.writing(TESTER) as session:
        added = add_record(session, "publication", _publication("短标题", 7))
        with pytest.raises(Unsound, match="“信息名称”有34000字，最多32767字"):
            change_record(session, "publication", added.record_id, {"title": "😀" * 17_000})
        session.get_one(Publication, added.record_id).title = "😀" * 17_000  # past the checks
    with pytest.raises(Fault, match="主动公开00007有一栏文字太长"):
        _exported(office, tmp_path / "台账.xlsx")


def test_amounts_keep_every_digit(office: Database, empty: Database, tmp_path: Path) -> None:
    amounts = ["0", "0.1", "24252.311082", "5949.088667", "123456789012345.123456789", "1E-9"]
    with office.writing(TESTER) as session:
        for place, amount in enumerate(amounts, start=1):
            card: Card = {
                "dated_on": date(2024, 1, place),
                "indicator": "fee_amount",
                "amount": Decimal(amount),
            }
            add_record(session, "indicator", card)
    import_ledger(empty, _exported(office, tmp_path / "台账.xlsx"), TESTER)
    with empty.reading() as session:
        found = [card["amount"] for _, card in read_cards(session, "indicator")]
    assert found == [Decimal(amount) for amount in amounts]


def test_dates_are_dates_of_excel(office: Database, tmp_path: Path) -> None:
    with office.writing(TESTER) as session:
        add_record(session, "publication", _publication("文", 1) | {"made_on": date(1949, 10, 1)})
    sheet = openpyxl.load_workbook(_exported(office, tmp_path / "台账.xlsx"))["主动公开"]
    made = sheet.cell(2, 8)
    assert made.is_date
    assert made.number_format == "yyyy-mm-dd"
    assert made.value.date() == date(1949, 10, 1)


def test_personal_columns_leave_only_when_asked_for(sample: Database, tmp_path: Path) -> None:
    without = openpyxl.load_workbook(_exported(sample, tmp_path / "无.xlsx", personal=False))[
        "依申请公开"
    ]
    with_all = openpyxl.load_workbook(_exported(sample, tmp_path / "有.xlsx"))["依申请公开"]
    headings = [cell.value for cell in with_all[1]]
    left_out = {"证件号码", "联系电话", "联系地址"}
    assert left_out <= set(headings)
    assert [cell.value for cell in without[1]] == [
        heading for heading in headings if heading not in left_out
    ]
    with zipfile.ZipFile(tmp_path / "无.xlsx") as package:
        every = b"".join(package.read(part) for part in package.namelist())
    assert "示例县城关镇".encode() not in every


@pytest.mark.parametrize("personal", [True, False])
def test_its_own_office_learns_nothing_new(
    sample: Database, tmp_path: Path, personal: bool
) -> None:
    ledger = _exported(sample, tmp_path / "台账.xlsx", personal=personal)
    taken = import_ledger(sample, ledger, TESTER)
    assert sum(taken.added.values()) == 0
    assert sum(taken.updated.values()) == 0
    assert [finding for finding in taken.findings if finding.severity != "hint"] == []


@pytest.mark.parametrize("year", [2023, 2024, 2025])
@pytest.mark.parametrize("edition", sorted(editions()))
def test_another_office_gets_the_same_table(
    sample: Database, empty: Database, tmp_path: Path, year: int, edition: str
) -> None:
    import_ledger(empty, _exported(sample, tmp_path / "台账.xlsx", year), TESTER)
    period = Period.of_year(year)
    with sample.reading() as mine, empty.reading() as theirs:
        expected = tally(mine, editions()[edition], period)
        assert tally(theirs, editions()[edition], period) == expected


def test_older_records_that_the_table_needs_are_there(office: Database, tmp_path: Path) -> None:
    reply = {"finished_on": date(2024, 2, 1), "outcome": "granted"}
    ended = {"finished_on": date(2023, 12, 31), "outcome": "granted"}
    paid = {"fee_paid_on": date(2024, 1, 9), "fee_yuan": Decimal(100)}
    with office.writing(TESTER) as session:
        for card in (
            _request("结转", date(2023, 12, 1), **reply),
            _request("已办结", date(2023, 12, 1), **ended),
            _request("后缴费", date(2023, 12, 1), **ended, **paid),
            _request("涉诉", date(2023, 6, 1), **ended),
            _request("次年", date(2025, 1, 1)),
            _request("未办结", date(2022, 6, 1)),
        ):
            add_record(session, "request", card)
        case: Card = {
            "number": "诉1",
            "kind": "litigation_direct",
            "accepted_on": date(2023, 9, 1),
            "request_number": "涉诉",
        }
        add_record(session, "dispute", case)
        for place, made_on in enumerate((date(2010, 1, 1), date(2024, 5, 1), date(2025, 5, 1))):
            card = _publication(str(made_on), place) | {"made_on": made_on}
            card |= {"document_kind": "normative", "published_on": None}
            add_record(session, "publication", card)
    book = openpyxl.load_workbook(_exported(office, tmp_path / "台账.xlsx"))
    numbers = [row[0] for row in book["依申请公开"].iter_rows(min_row=2, values_only=True)]
    assert numbers == ["结转", "后缴费", "涉诉", "未办结"]
    titles = [row[1] for row in book["主动公开"].iter_rows(min_row=2, values_only=True)]
    assert titles == ["2010-01-01", "2024-05-01"]
    assert book["复议诉讼"].cell(2, 1).value == "诉1"


def test_it_is_a_template_too(sample: Database, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(_exported(sample, tmp_path / "台账.xlsx"))
    assert book["选项"].sheet_state == "veryHidden"
    for sheet in REGISTER_SHEETS:
        page = book[sheet.name]
        assert page.freeze_panes == "C2"
        assert page.auto_filter.ref
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.paperSize == 9
        listed = sum(field.choices is not None or field.type is bool for field in sheet.columns)
        assert len(page.data_validations.dataValidation) == listed


def test_a_changed_cell_is_found(sample: Database, tmp_path: Path) -> None:
    path = _exported(sample, tmp_path / "台账.xlsx")
    book = openpyxl.load_workbook(path)
    book["依申请公开"].cell(5, 9).value = "别的内容"
    book.save(path)
    with sample.reading() as session, pytest.raises(Fault, match="“依申请公开”的I5"):
        verify_ledger(path, session, 2024, personal=True)
