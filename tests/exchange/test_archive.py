"""A year's archive: complete, readable with nothing but a browser, and each change found."""

import hashlib
import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import openpyxl
import pytest
from docx import Document
from sqlalchemy import select

from disclosure_desk.commands.archiving import SentLetter
from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.letter_files import letter_content
from disclosure_desk.commands.registers import add_record
from disclosure_desk.exchange import archive as archive_module
from disclosure_desk.exchange import archive_pages, web_pages
from disclosure_desk.exchange.archive import Archived, archive_year
from disclosure_desk.exchange.archive_letters import shows_personal_data
from disclosure_desk.exchange.checksums import CHECKSUMS, check_checksums
from disclosure_desk.exchange.write_letter import write_letter
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.printing import shown
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step
from tests.letter_requests import CLERK, describe_office, whole_request
from tests.letter_requests import TODAY as SENT
from tests.like_windows import keep_files_like_windows

TESTER = Actor("周砚清", "窗口电脑")
TODAY = date(2025, 1, 6)
PAGES = {
    *("首页.html", "统计表.html", "单位信息.html", "主动公开.html", "依申请公开.html"),
    *("复议诉讼.html", "数据填报.html", "办理步骤.html", "文书.html"),
}
OTHERS = {"统计表.xlsx", "年度报告.docx", "台账.xlsx", "说明.txt", CHECKSUMS}


def archived(
    database: Database, directory: Path, code: str = "2021", *, personal: bool = False
) -> Archived:
    return archive_year(
        database,
        2024,
        editions()[code],
        directory,
        personal=personal,
        actor=TESTER,
        today=TODAY,
    )


def as_sha256sum(folder: Path) -> dict[str, str]:
    """What `sha256sum -c` answers for each line of the list: OK, FAILED, or no such file."""
    told = {}
    for line in (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines():
        digest, name = re.fullmatch(r"([0-9a-f]{64})  (.+)", line).groups()
        path = folder / name
        if not path.exists():
            told[name] = "gone"
        else:
            same = hashlib.sha256(path.read_bytes()).hexdigest() == digest
            told[name] = "OK" if same else "FAILED"
    return told


class Page(HTMLParser):
    """A page as a browser takes it apart: its tags, links, and the cells of its tables."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.links: list[str] = []
        self.figures: dict[str, str] = {}
        self.rows: list[list[str]] = []
        self._inside: str | None = None
        self.open_tags: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))
        self.close()
        assert self.open_tags == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        assert not any(name.startswith("on") for name in given)
        self.tags.add(tag)
        if tag not in ("meta",):
            self.open_tags.append(tag)
        if "href" in given:
            self.links.append(unquote(given["href"] or ""))
        assert "src" not in given
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self._inside = given.get("id") or ""
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open_tags.pop() == tag
        if tag in ("td", "th"):
            if self._inside:
                self.figures[self._inside] = self.rows[-1][-1]
            self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside is not None:
            self.rows[-1][-1] += data


def request_with(database: Database, number: str) -> int:
    card = {
        "number": number,
        "received_on": date(2024, 5, 6),
        "received_via": "network",
        "applicant_kind": "natural",
        "applicant_name": "林知夏",
        "id_number": "330000199001010011",
        "phone": "13800000000",
        "address": "示例县解放路2号",
        "content": '<script>alert("1 & 2")</script>\n第二行\x07',
    }
    with database.writing(TESTER) as session:
        record_id = add_record(session, "request", card).record_id
    assert record_id is not None
    return record_id


def test_the_archive_is_complete_and_every_hash_fits(sample: Database, tmp_path: Path) -> None:
    made = archived(sample, tmp_path / "归档")
    assert made.folder == tmp_path / "归档" / "示例县科学技术局2024年归档_2025-01-06"
    assert set(made.files) == PAGES | OTHERS
    found = {path.name for path in made.folder.rglob("*") if path.is_file()}
    assert found == PAGES | OTHERS
    assert [path.name for path in (tmp_path / "归档").iterdir()] == [made.folder.name]
    answers = as_sha256sum(made.folder)
    assert set(answers) == set(made.files) - {CHECKSUMS}
    assert set(answers.values()) == {"OK"}
    assert check_checksums(made.folder) == []
    guide = (made.folder / "说明.txt").read_bytes().decode("utf-8-sig")
    assert "sha256sum -c SHA256SUMS.txt" in guide
    assert openpyxl.load_workbook(made.folder / "台账.xlsx").sheetnames[0] == "单位信息"
    assert Document(str(made.folder / "年度报告.docx")).tables


@pytest.mark.parametrize("code", sorted(editions()))
def test_each_page_stands_alone_and_holds_every_figure(
    sample: Database, tmp_path: Path, code: str
) -> None:
    folder = archived(sample, tmp_path, code).folder
    with sample.reading() as session:
        figures = tally(session, editions()[code], Period.of_year(2024))
    pages = {path.name: Page(path) for path in folder.glob("*.html")}
    assert set(pages) == PAGES
    harmless = {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "a"}
    for page in pages.values():
        assert page.tags <= harmless | {"table", "thead", "tbody", "tr", "th", "td"}
        for link in page.links:
            assert (folder / link).is_file()
    assert pages["统计表.html"].figures == {
        name: shown(figure, signed=editions()[code].cells[name].signed)
        for name, figure in figures.items()
    }
    assert set(pages["首页.html"].links) == (PAGES | OTHERS) - {"首页.html"}


def test_the_pages_tell_what_the_ledger_tells(sample: Database, tmp_path: Path) -> None:
    folder = archived(sample, tmp_path, personal=True).folder
    ledger = openpyxl.load_workbook(folder / "台账.xlsx")
    for name in ("主动公开", "依申请公开", "复议诉讼", "数据填报"):
        wanted = [
            ["" if cell is None else _in_words(cell) for cell in row]
            for row in ledger[name].iter_rows(values_only=True)
        ]
        rows = Page(folder / f"{name}.html").rows
        assert [_alike(row) for row in rows] == [_alike(row) for row in wanted], name
    steps = Page(folder / "办理步骤.html").rows
    assert steps[0] == ["申请编号", "步骤", "日期", "内容"]
    with sample.reading() as session:
        numbers = set(session.scalars(select(Request.number)))
    assert len(steps) > 20
    assert {row[0] for row in steps[1:]} <= numbers


def _in_words(cell: object) -> str:
    text = cell.date().isoformat() if hasattr(cell, "date") else str(cell)
    return text.removesuffix(".0")


def _alike(row: list[str]) -> list[str]:
    return [re.sub(r"(\.\d*?)0+$", r"\1", one).rstrip(".") if "." in one else one for one in row]


def test_an_office_on_a_server_is_archived_as_a_file_is(
    registers: Database, tmp_path: Path
) -> None:
    describe_office(registers)
    whole_request(registers, "granted")
    write_letter(
        registers, "S1", "答复书", tmp_path / "a.docx", actor=CLERK, today=SENT, final=True
    )
    made = of_2025(registers, tmp_path, personal=True)
    assert made.letters == 1
    steps = Page(made.folder / "办理步骤.html").rows
    assert [row[1] for row in steps[1:4]] == ["告知补正", "收到补正", "发出征求意见"]
    assert check_checksums(made.folder) == []


def test_what_was_typed_is_text_and_nothing_else(office: Database, tmp_path: Path) -> None:
    request_with(office, "S1")
    folder = archived(office, tmp_path).folder
    page = Page(folder / "依申请公开.html")
    assert "script" not in page.tags
    content = dict(zip(*page.rows, strict=True))["申请内容"]
    assert content == '<script>alert("1 & 2")</script>\n第二行\ufffd'


def test_personal_data_goes_in_when_asked_for_and_is_journalled(
    office: Database, tmp_path: Path
) -> None:
    request_with(office, "S1")
    told = ("330000199001010011", "13800000000", "示例县解放路2号")

    def holds(folder: Path) -> set[bool]:
        pages = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.html"))
        return {one in pages for one in told}

    def lines() -> list[JournalEntry]:
        with office.reading() as session:
            return list(session.scalars(select(JournalEntry).where(JournalEntry.kind == "export")))

    assert holds(archived(office, tmp_path).folder) == {False}
    assert lines() == []
    made = archived(office, tmp_path, personal=True)
    assert made.folder.name.endswith("归档_2025-01-06-2")
    assert holds(made.folder) == {True}
    (line,) = lines()
    assert (line.step, line.record_id) == ("归档2024年（含个人信息）", 2024)
    digest = hashlib.sha256((made.folder / CHECKSUMS).read_bytes()).hexdigest()
    assert json.loads(line.after or "") == {"file": made.folder.name, "sha256": digest}


# ---------------------------------------------------------------------- letters


def test_final_letters_of_the_year_are_taken_along_as_they_were_sent(
    office: Database, tmp_path: Path
) -> None:
    describe_office(office)
    whole_request(office, "granted")
    whole_request(office, "granted", number="S/1")
    for number in ("S1", "S/1"):
        for kind, final in (("答复书", True), ("register_sheet", True), ("receipt", False)):
            out = tmp_path / "发出" / f"{number.replace('/', '_')}{kind}.docx"
            out.parent.mkdir(exist_ok=True)
            write_letter(office, number, kind, out, actor=CLERK, today=SENT, final=final)
    with office.reading() as session:
        letters = {one.id: one for one in session.scalars(select(Letter).where(Letter.final))}
        originals = {letter_content(session, one) for one in letters}
    assert len(originals) == 4
    with_all = of_2025(office, tmp_path, personal=True)
    files = list((with_all.folder / "文书").iterdir())
    assert {path.read_bytes() for path in files} == originals
    assert len({path.name.casefold() for path in files}) == 4
    assert (with_all.letters, with_all.left_out) == (4, ())
    rows = Page(with_all.folder / "文书.html").rows
    assert {row[5] for row in rows[1:]} == {one.sha256 for one in letters.values()}
    without = of_2025(office, tmp_path)
    told = {path.read_bytes() for path in (without.folder / "文书").iterdir()}
    assert told < originals
    assert without.letters == 2
    assert without.left_out == ("S1 政府信息公开申请登记表", "S/1 政府信息公开申请登记表")
    page = Page(without.folder / "文书.html")
    assert len(page.links) == 2
    assert sum("没有放入" in cell for row in page.rows for cell in row) == 2
    assert "没有放入的文书（2份）" in (without.folder / "说明.txt").read_text(encoding="utf-8-sig")
    assert archived(office, tmp_path).letters == 0  # none is dated in 2024
    assert set(as_sha256sum(without.folder).values()) == {"OK"}


def of_2025(database: Database, directory: Path, *, personal: bool = False) -> Archived:
    return archive_year(
        database, 2025, editions()["2021"], directory, personal=personal, actor=TESTER, today=SENT
    )


def test_a_letter_that_tells_the_address_of_an_applicant_is_left_out(
    office: Database, tmp_path: Path
) -> None:
    request_id = request_with(office, "S1")
    with office.reading() as session:
        request = session.get_one(Request, request_id)
    letter = Letter(kind="receipt", file_name="回执.docx")

    def shows(*paragraphs: str) -> bool:
        document = Document()
        for words in paragraphs:
            document.add_paragraph().add_run(words)
        document.save(str(tmp_path / "文书.docx"))
        content = (tmp_path / "文书.docx").read_bytes()
        return shows_personal_data(SentLetter(letter, request, content))

    assert not shows("林知夏：", "申请编号 S1，电话 0571-60000001")
    assert shows("寄：示例县 解放路", "2号")
    assert shows("身份证 110101199003070011")
    assert shows_personal_data(SentLetter(letter, request, b"no Word file"))


# ---------------------------------------------------------------------- signed years


def test_a_signed_year_is_archived_with_the_figures_that_were_signed(
    sample: Database, tmp_path: Path
) -> None:
    edition = editions()["2021"]
    with sample.writing(TESTER) as session:
        close_year(session, edition, 2024, "局长办公会审定", today=TODAY)
        figures = tally(session, edition, Period.of_year(2024))
    assert "签发的统计表.html" in archived(sample, tmp_path).files
    with sample.writing(TESTER) as session:
        begin_step(session, "更正")
        request = session.scalars(
            select(Request).where(Request.received_on.between(date(2024, 2, 1), date(2024, 6, 1)))
        ).first()
        assert request is not None
        session.delete(request)
    folder = archived(sample, tmp_path).folder
    signed, now = Page(folder / "签发的统计表.html"), Page(folder / "统计表.html")
    assert signed.figures == {code: shown(figure) for code, figure in figures.items()}
    assert now.figures != signed.figures
    assert "签发以后登记有更正" in (folder / "签发的统计表.html").read_text(encoding="utf-8")


# ---------------------------------------------------------------------- nothing half-made


def test_every_change_in_the_archive_is_found(sample: Database, tmp_path: Path) -> None:
    folder = archived(sample, tmp_path).folder
    page = folder / "统计表.html"
    page.write_text(page.read_text(encoding="utf-8").replace(">0<", ">1<", 1), encoding="utf-8")
    (folder / "年度报告.docx").unlink()
    (folder / "多的.txt").write_text("x")
    answers = as_sha256sum(folder)
    assert {name for name, told in answers.items() if told != "OK"} == {
        "统计表.html",
        "年度报告.docx",
    }
    assert check_checksums(folder) == [
        "“年度报告.docx”不见了。",
        "“统计表.html”的内容和归档时不一样。",
        "“多的.txt”不在归档时的清单里。",
    ]


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, "不是年度归档的文件夹"),
        ("", "写法不对"),
        ("not a hash  a.txt\n", "写法不对"),
        (f"{'0' * 64}  ../../etc/passwd\n", "文件夹以外"),
        (b"\xff\xfe\x00", "不是文字"),
    ],
)
def test_a_list_that_is_none_is_refused(
    tmp_path: Path, content: str | bytes | None, error: str
) -> None:
    if isinstance(content, bytes):
        (tmp_path / CHECKSUMS).write_bytes(content)
    elif content is not None:
        (tmp_path / CHECKSUMS).write_text(content)
    with pytest.raises((Fault, Refusal), match=error):
        check_checksums(tmp_path)


@pytest.mark.parametrize("step", ["write_letters", "write_checksums", "write_year_files"])
def test_an_archive_that_fails_leaves_nothing(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive_module, step, full)
    with pytest.raises(Fault, match="磁盘已满"):
        archived(sample, tmp_path / "新" / "归档")
    assert not (tmp_path / "新").exists()


def test_a_page_that_reads_back_otherwise_is_no_archive(
    sample: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = web_pages.write_list

    def write_badly(path: Path, *more: object) -> None:
        write(path, *more)
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("科技", "科枝", 1), encoding="utf-8")

    monkeypatch.setattr(archive_pages, "write_list", write_badly)
    refused = keep_files_like_windows(monkeypatch)
    with pytest.raises(Fault, match="读回核对不符"):
        archived(sample, tmp_path / "归档")
    assert not (tmp_path / "归档").exists()
    assert refused == []  # no page of it was still open
