"""What a file holds unseen is told before it is released; the program's own files hold nothing."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from docx import Document
from docx.shared import RGBColor
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.workbook.defined_name import DefinedName

from disclosure_desk.exchange.unseen.look import look_for_unseen
from disclosure_desk.faults import Fault
from tests.calls import call

MOBILE = "13800001234"


def rules(path: Path) -> list[str]:
    return [one.rule for one in look_for_unseen(path).findings]


def told(path: Path) -> str:
    return "\n".join(one.message for one in look_for_unseen(path).findings)


def workbook(folder: Path, change: Callable[[openpyxl.Workbook], object] | None = None) -> Path:
    """A list that is to be published, with something done to it."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "名单"
    for row in (("单位", "金额", "备注"), ("甲公司", 3, "无"), ("乙公司", 4, "内部测算依据")):
        sheet.append(row)
    if change is not None:
        change(book)
    path = folder / "名单.xlsx"
    book.save(path)
    book.close()
    return path


def changed(path: Path, **parts: tuple[str, str]) -> Path:
    """The same file with a text in one of its parts replaced."""
    with zipfile.ZipFile(path) as package:
        held = {name: package.read(name) for name in package.namelist()}
    for name, content in held.items():
        for start, (old, new) in parts.items():
            if name.replace("/", "_").replace(".", "_").startswith(start):
                assert old.encode() in content
                held[name] = content.replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w") as package:
        for name, content in held.items():
            package.writestr(name, content)
    return path


def test_an_ordinary_list_holds_nothing_unseen(tmp_path: Path) -> None:
    assert rules(workbook(tmp_path)) == []


@pytest.mark.parametrize(("state", "word"), [("hidden", "隐藏的"), ("veryHidden", "深度隐藏")])
def test_hidden_sheets_are_named(state: str, word: str, tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.create_sheet("底稿").sheet_state = state

    path = workbook(tmp_path, change)
    assert rules(path) == ["U1"]
    assert "“底稿”" in told(path)
    assert word in told(path)


def test_hidden_rows_and_columns_are_named(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["名单"].row_dimensions[3].hidden = True
        book["名单"].column_dimensions["C"].hidden = True

    path = workbook(tmp_path, change)
    assert rules(path) == ["U2", "U2"]
    assert "第3行" in told(path)
    assert "第3列" in told(path)


def test_rows_that_a_filter_hides_are_told_as_filtered(tmp_path: Path) -> None:
    path = tmp_path / "名单.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("名单")
    for row, text in enumerate(("单位", "甲", "乙")):
        sheet.write(row, 0, text)
    sheet.autofilter(0, 0, 2, 0)
    sheet.filter_column(0, "x == 甲")
    sheet.set_row(2, options={"hidden": True})
    book.close()
    assert rules(path) == ["U4"]


def test_comments_white_cells_and_hidden_names_are_told(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        sheet = book["名单"]
        sheet["A2"].comment = Comment("领导说先不公开", "周砚清")
        sheet["C3"].font = Font(color="FFFFFFFF")
        sheet["B3"].number_format = ";;;"
        book.defined_names["底数"] = DefinedName("底数", attr_text="名单!$B$2", hidden=True)

    path = workbook(tmp_path, change)
    assert rules(path) == ["U7", "U3", "U5"]
    assert "领导说先不公开" in told(path)
    assert "C3" in told(path)


def test_names_and_links_to_other_workbooks_are_told(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book.defined_names["外部"] = DefinedName("外部", attr_text="[1]测算!$B$2")

    assert rules(workbook(tmp_path, change)) == ["U6"]


def test_personal_data_is_told_by_its_cell_and_not_repeated(tmp_path: Path) -> None:
    def change(book: openpyxl.Workbook) -> None:
        book["名单"]["C2"] = f"联系人电话{MOBILE}"
        book["名单"]["C3"] = int(MOBILE)

    path = workbook(tmp_path, change)
    assert rules(path) == ["U10"]
    assert "“名单”C2" in told(path)
    assert "“名单”C3" in told(path)
    assert MOBILE not in told(path)


def test_a_person_in_the_properties_is_told_and_an_office_not(tmp_path: Path) -> None:
    def person(book: openpyxl.Workbook) -> None:
        book.properties.creator = "周砚清"

    def office(book: openpyxl.Workbook) -> None:
        book.properties.creator = "示例县科学技术局"

    assert rules(workbook(tmp_path, person)) == ["U11"]
    assert rules(workbook(tmp_path, office)) == []


def document(folder: Path, change: Callable[[object], object] | None = None) -> Path:
    """A document that is to be published."""
    written = Document()
    written.core_properties.author = "示例县科学技术局"
    written.add_paragraph("关于做好有关工作的通知")
    if change is not None:
        change(written)
    path = folder / "通知.docx"
    written.save(str(path))
    return path


def test_an_ordinary_document_holds_nothing_unseen(tmp_path: Path) -> None:
    assert rules(document(tmp_path)) == []


def test_hidden_and_white_text_is_told(tmp_path: Path) -> None:
    def change(written) -> None:
        written.add_paragraph().add_run("内部意见").font.hidden = True
        written.add_paragraph().add_run("白色的字").font.color.rgb = RGBColor(255, 255, 255)

    path = document(tmp_path, change)
    assert rules(path) == ["U7", "U7"]
    assert "内部意见" in told(path)
    assert "白色的字" in told(path)


def test_comments_and_tracked_changes_are_told(tmp_path: Path) -> None:
    def change(written) -> None:
        paragraph = written.add_paragraph("公开稿")
        written.add_comment(paragraph.runs, text="这句删掉", author="周砚清")

    path = document(tmp_path, change)
    assert rules(path) == ["U3"]
    mark = (
        "<w:t>公开稿</w:t></w:r>",
        "<w:t>公开稿</w:t></w:r><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
    )
    assert rules(changed(path, word_document=mark)) == ["U3", "U8"]


def test_secret_marks_in_a_header_are_told(tmp_path: Path) -> None:
    def change(written) -> None:
        written.sections[0].header.paragraphs[0].text = "秘密★10年"

    path = document(tmp_path, change)
    assert rules(path) == ["U10"]
    assert told(path).startswith("页眉有密级")


@pytest.mark.parametrize("kind", [".xlsx", ".docx"])
def test_own_exports_hold_nothing_unseen(kind: str, own_exports: list[Path]) -> None:
    for path in own_exports:
        if path.suffix == kind:
            assert look_for_unseen(path).findings == (), path.name


@pytest.fixture(scope="module")
def own_exports(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The table, the report and the ledger of a sample year."""
    from tests.fuzz.readers import own_exports as exported

    folder = tmp_path_factory.mktemp("own")
    found = []
    for name, content in exported().items():
        found.append(folder / f"{name[5:]}{name[:5]}")
        found[-1].write_bytes(content)
    assert len(found) == 3
    return found


@pytest.mark.parametrize("name", ["空.xlsx", "旧.xls", "页.docx", "文.txt", "没有.xlsx"])
def test_what_is_no_such_file_is_refused_in_a_sentence(name: str, tmp_path: Path) -> None:
    contents = {"旧.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "空.xlsx": b"", "文.txt": b"abc"}
    if name != "没有.xlsx":
        (tmp_path / name).write_bytes(contents.get(name, b"PK\x03\x04" + bytes(100)))
    with pytest.raises(Fault) as fault:
        look_for_unseen(tmp_path / name)
    assert str(fault.value).endswith("。")


def test_the_command_line_tells_it_and_its_status(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = workbook(tmp_path)
    answer = call(capsys, "inspect", path, "--json")
    assert (answer.status, answer.json["findings"], answer.json["kind"]) == (0, [], "xlsx")
    assert call(capsys, "inspect", path).out == "没有发现隐藏内容和个人信息。\n"

    def change(book: openpyxl.Workbook) -> None:
        book.create_sheet("底稿").sheet_state = "hidden"

    answer = call(capsys, "inspect", workbook(tmp_path, change), "--json")
    assert answer.status == 1
    assert answer.json["findings"][0]["rule"] == "U1"
    assert call(capsys, "inspect", tmp_path / "没有.xlsx").status == 2
