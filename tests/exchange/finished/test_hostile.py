"""Files that are not what they seem: one sentence, no crash, bounded time and memory."""

import random
import shutil
import subprocess
import sys
import time
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path

import pytest
import xlsxwriter

from disclosure_desk.exchange.finished.read import read_report
from disclosure_desk.faults import Fault
from disclosure_desk.statistics.edition import editions
from tests.calls import call
from tests.finished_layouts import Told, items, sound_texts, write_docx, write_html, write_xlsx

SAID = dict.fromkeys(editions()["2021"].cells, "0")
BODY = items(
    Told("2021", 2023, "示例县科学技术局", SAID, texts=sound_texts(2023)), "official"
)  # fmt: skip


def refused(path: Path) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(Fault) as told:
        read_report(path)
    sentence = str(told.value)
    assert "\n" not in sentence
    assert sentence.endswith("。")
    return sentence


def sound_files(folder: Path) -> list[Path]:
    """One good file of each kind."""
    return [
        write_docx(folder / "年报.docx", BODY),
        write_xlsx(folder / "年报.xlsx", BODY),
        write_html(folder / "年报.html", BODY),
    ]


def test_what_is_missing_or_a_folder_is_said_so(tmp_path: Path) -> None:
    assert "找不到" in refused(tmp_path / "没有.docx")
    assert "文件夹" in refused(tmp_path)


@pytest.mark.parametrize("name", ["空.docx", "空.xlsx", "空.html", "空.txt", "空.pdf"])
def test_an_empty_file_is_refused(name: str, tmp_path: Path) -> None:
    (tmp_path / name).touch()
    refused(tmp_path / name)


def test_truncated_packages_are_refused(tmp_path: Path) -> None:
    for path in sound_files(tmp_path)[:2]:
        whole = path.read_bytes()
        for share in (0.1, 0.5, 0.9, 0.99):
            path.write_bytes(whole[: int(len(whole) * share)])
            refused(path)


def test_flipped_bytes_never_crash(tmp_path: Path) -> None:
    draw = random.Random(7)
    for path in sound_files(tmp_path):
        whole = path.read_bytes()
        for _ in range(60):
            damaged = bytearray(whole)
            for _ in range(draw.choice((1, 5, 50))):
                damaged[draw.randrange(len(damaged))] ^= 1 << draw.randrange(8)
            path.write_bytes(damaged)
            with suppress(Fault):
                read_report(path)


@pytest.mark.parametrize(
    ("source", "target"),
    [("docx", "xlsx"), ("xlsx", "docx"), ("docx", "html"), ("html", "docx"), ("html", "xlsx"),
     ("docx", "txt"), ("html", "txt")],
)  # fmt: skip
def test_a_wrong_suffix_is_refused(source: str, target: str, tmp_path: Path) -> None:
    path = next(one for one in sound_files(tmp_path) if one.suffix == f".{source}")
    refused(Path(shutil.copy(path, tmp_path / f"改名.{target}")))


def test_a_web_page_that_a_portal_calls_a_word_file_is_read(tmp_path: Path) -> None:
    path = write_html(tmp_path / "年报.doc", BODY)
    assert read_report(path).year == 2023


@pytest.mark.parametrize(
    ("start", "words"),
    [
        (b"%PDF-1.7\n", "与文件名不符"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "旧版"),
        (b"PK\x05\x06", ""),
    ],
)
def test_other_kinds_of_files_are_refused(start: bytes, words: str, tmp_path: Path) -> None:
    path = tmp_path / "年报.docx"
    path.write_bytes(start + bytes(200))
    assert words in refused(path)


def test_a_text_without_any_tag_is_no_page(tmp_path: Path) -> None:
    (tmp_path / "年报.html").write_text("政府信息公开工作年度报告", encoding="utf-8")
    assert "不是网页" in refused(tmp_path / "年报.html")
    (tmp_path / "年报.html").write_bytes(bytes(range(256)) * 40)
    refused(tmp_path / "年报.html")


def test_external_entities_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "密.txt"
    secret.write_text("绝密", encoding="utf-8")
    path = write_docx(tmp_path / "年报.docx", ["示例局2023年政府信息公开工作年度报告", "甲乙丙"])
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts["word/document.xml"].decode()
    text = text.replace(
        "<w:document", f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document', 1
    ).replace("甲乙丙", "甲&x;丙")
    with zipfile.ZipFile(path, "w") as package:
        for name, held in (parts | {"word/document.xml": text.encode()}).items():
            package.writestr(name, held)
    assert "绝密" not in "".join(read_report(path).opening)


def test_entities_that_multiply_are_refused(tmp_path: Path) -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    document = f'<!DOCTYPE d [<!ENTITY e0 "哈哈哈哈">{lines}]><d>&e11;</d>'
    path = tmp_path / "年报.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", document)
    started = time.process_time()
    with suppress(Fault):
        assert read_report(path).edition is None
    assert time.process_time() - started < 5


def bombs(folder: Path) -> list[Path]:
    """Small files that unpack, or lay themselves out, to very much."""
    found = []
    for name, part in (("炸.docx", "word/document.xml"), ("炸.xlsx", "xl/worksheets/sheet1.xml")):
        path = folder / name
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("[Content_Types].xml", "<Types/>")
            package.writestr("xl/workbook.xml" if name.endswith("xlsx") else "word/s.xml", "<w/>")
            with package.open(part, "w") as held:
                for _ in range(300):
                    held.write(b"<a>" + b" " * (1 << 20))
        found.append(path)
    page = folder / "长.html"
    page.write_bytes(b"<html><body>" + b"<p>\xe6\xb5\x8b</p>" * (3 << 20) + b"</body></html>")
    found.append(page)
    return found


def test_bombs_are_refused_in_little_time(tmp_path: Path) -> None:
    for path in bombs(tmp_path):
        started = time.process_time()
        refused(path)
        assert time.process_time() - started < 5


PAGES = {
    "one long table": ("<table>", "<tr><td>规章</td><td>1</td><td>2</td></tr>"),
    "many tables": ("", "<table><tr><td>规章</td><td>1</td></tr></table>"),
    "tables without end": ("", "<table><tr><td>规章</td><td>"),
    "wide merges": (
        "",
        "<table>" + "<tr><td colspan=9999 rowspan=9999>规章</td></tr>" * 3000 + "</table>",
    ),
    "long tables": ("", "<table>" + "<tr><td>规章</td><td>1</td></tr>" * 3000 + "</table>"),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_nineteen_megabytes_takes_bounded_memory_and_time(
    name: str, tmp_path: Path
) -> None:
    start, again = PAGES[name]
    path = tmp_path / "长.html"
    times = 19 * 1024**2 // len(again.encode())
    path.write_text(f"<html><body>{start}{again * times}</body></html>", encoding="utf-8")
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from disclosure_desk.exchange.finished.read import read_report\n"
        "from disclosure_desk.faults import Fault\n"
        "try:\n    read_report(Path(sys.argv[1]))\n"
        "except Fault as told:\n    print(told, file=sys.stderr)\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    unit = 1 if sys.platform == "darwin" else 1024
    assert int(done.stdout) * unit < 1.5 * 1024**3
    assert time.monotonic() - started < 40


@pytest.mark.parametrize("depth", [50, 500, 5000])
def test_tables_in_tables_in_tables_end(depth: int, tmp_path: Path) -> None:
    path = tmp_path / "深.html"
    inner = "<table><tr><td>规章</td><td>1</td></tr></table>"
    path.write_text(
        "<html><body>"
        + "<table><tr><td>甲</td><td>" * depth
        + inner
        + "</td></tr></table>" * depth,
        encoding="utf-8",
    )
    assert read_report(path).edition is None
    word = "<w:tbl><w:tr><w:tc>" * depth + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * depth
    package = write_docx(tmp_path / "深.docx", ["示例"])
    with zipfile.ZipFile(package) as held:
        parts = {name: held.read(name) for name in held.namelist()}
    text = parts["word/document.xml"].decode().replace("<w:body>", f"<w:body>{word}")
    with zipfile.ZipFile(package, "w") as held:
        for name, content in (parts | {"word/document.xml": text.encode()}).items():
            held.writestr(name, content)
    try:
        assert read_report(package).edition is None
    except Fault:
        assert depth > 50


def test_spans_and_merges_over_everything_are_cut_off(tmp_path: Path) -> None:
    page = tmp_path / "宽.html"
    page.write_text(
        "<table>" + "<tr><td colspan=99999999 rowspan=99999999>规章</td></tr>" * 3000 + "</table>",
        encoding="utf-8",
    )
    started = time.process_time()
    assert read_report(page).edition is None
    workbook = xlsxwriter.Workbook(str(tmp_path / "宽.xlsx"))
    sheet = workbook.add_worksheet()
    sheet.write_string(0, 0, "规章")
    # merge_range would note every cell of it.
    sheet.merge.append([0, 0, 1048575, 16383])
    workbook.close()
    with suppress(Fault):
        assert read_report(tmp_path / "宽.xlsx").edition is None
    assert time.process_time() - started < 20


def test_entities_in_sheets_and_pages_are_not_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "密.txt"
    secret.write_text("绝密", encoding="utf-8")
    head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    page = write_html(tmp_path / "年报.html", [*BODY[:1], "甲乙丙", *BODY[1:]])
    page.write_text(head + page.read_text("utf-8").replace("甲乙丙", "甲&x;丙"), encoding="utf-8")
    report = read_report(page)
    assert "绝密" not in "".join((*report.opening, *(one.text for one in report.chapters)))
    book = write_xlsx(tmp_path / "年报.xlsx", BODY)
    with zipfile.ZipFile(book) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in ("xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"):
        start, mark, rest = parts[name].partition(b"?>")
        held = start + mark + head.encode() + rest
        if name.startswith("xl/shared"):
            held = held.replace("科学".encode(), b"&x;")
        with zipfile.ZipFile(book, "w") as package:
            for one, content in (parts | {name: held}).items():
                package.writestr(one, content)
        with suppress(Fault):
            assert "绝密" not in str(read_report(book))


def pdf_of(stream: bytes, words: bytes) -> bytes:
    """A page whose contents are this stream."""
    head = b"4 0 obj<</Length %d%s>>stream\n" % (len(stream), words)
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>endobj\n"
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + page + head + stream + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n"
    )  # fmt: skip


def packed_blanks(size: int) -> bytes:
    """So many megabytes of blanks, packed small: from the second on each is packed alike."""
    megabyte, packer = b" " * 1024**2, zlib.compressobj(9)
    first, next_one = (
        packer.compress(megabyte) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2)
    )
    checksum = 1
    for _ in range(size):
        checksum = zlib.adler32(megabyte, checksum)
    last = packer.flush()[:-4]  # without the checksum of only two
    return first + next_one * (size - 1) + last + checksum.to_bytes(4, "big")


def test_a_pdf_that_unpacks_to_gigabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "炸.pdf"
    packed = zlib.compress(packed_blanks(1000))
    path.write_bytes(pdf_of(packed, b"/Filter[/FlateDecode/FlateDecode]"))
    assert path.stat().st_size < 64 * 1024
    started = time.monotonic()
    refused(path)
    assert time.monotonic() - started < 40


@pytest.mark.parametrize("name", ["大.html", "空.docx", "网页.pdf", "乱.xlsx", "截.pdf"])
def test_the_command_line_says_one_sentence(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    contents = {
        "大.html": b"<html><body>" + b"<p>\xe6\xb5\x8b</p>" * (3 * 1024**2) + b"</body></html>",
        "空.docx": b"",
        "网页.pdf": b"<html><body><p>hello</p></body></html>",
        "乱.xlsx": random.Random(5).randbytes(4096),
        "截.pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<</Type/Catalog",
    }
    path.write_bytes(contents[name])
    if name == "大.html":
        assert path.stat().st_size >= 30 * 1024**2
    for words in (("check", path, "--json"), ("aggregate", path, "--out", tmp_path / "汇总.xlsx")):
        answer = call(capsys, *words)
        assert (answer.status, answer.out) == (2, "")
        assert len(answer.err.splitlines()) == 1
        assert "Traceback" not in answer.err
    assert not (tmp_path / "汇总.xlsx").exists()
