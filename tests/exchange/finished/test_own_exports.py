"""Own exports of random ledgers: nothing is found in them, and every damage afterwards is."""

import random
import re
import shutil
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from disclosure_desk.exchange.export import export_year
from disclosure_desk.exchange.finished.read import read_report
from disclosure_desk.exchange.interim_export import export_interim
from disclosure_desk.faults import Fault
from disclosure_desk.records.finding import Finding
from disclosure_desk.statistics.edition import edition_for, editions
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.report_checks import check_report
from disclosure_desk.storage.journal import Actor
from tests.finished_layouts import WRITERS, Told, items, printed, random_figures, sound_texts
from tests.statistics.test_properties import office_with, random_cards

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
N = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CLERK = Actor("周砚清", "窗口电脑")
YEARS = (2017, 2020, 2022)
MUTATIONS, LEAST_FOUND = 200, 0.99


def exported(founded_file: Path, folder: Path, seed: int, year: int) -> list[Path]:
    """Table and report of a random office's year."""
    with office_with(founded_file, random_cards(seed)) as database:
        done = export_year(
            database, year, edition_for(year), folder / f"{seed}-{year}", personal=False,
            actor=CLERK, today=date(year + 1, 1, 20),
        )  # fmt: skip
    return [done.files["table"], done.files["report"]]


def findings(path: Path) -> list[Finding]:
    return check_report(read_report(path))


def test_nothing_is_found_in_own_exports_of_random_ledgers(
    founded_file: Path, tmp_path: Path
) -> None:
    for seed, year in enumerate((*YEARS, *YEARS)):
        for path in exported(founded_file, tmp_path, seed, year):
            assert findings(path) == [], path.name


# ------------------------------------------------------------------------------- the damages


@contextmanager
def part(path: Path, name: str) -> Iterator[etree._Element]:
    """A part of a package to be changed in place."""
    with zipfile.ZipFile(path) as package:
        parts = {one: package.read(one) for one in package.namelist()}
    root = etree.fromstring(parts[name])
    yield root
    parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for one, held in parts.items():
            package.writestr(one, held)


@dataclass
class Damage:
    """Changes one thing of a file, chosen by chance; tells what it was."""

    draw: random.Random

    def word_figure(self, path: Path) -> str:
        """A number in a table of the report."""
        with part(path, "word/document.xml") as body:
            texts = [one for one in body.iter(f"{W}t")
                     if one.text and one.text.isdigit() and in_table(one)]  # fmt: skip
            chosen = self.draw.choice(texts)
            was, chosen.text = chosen.text, self._other(chosen.text)
        return f"{was} → {chosen.text}"

    def _other(self, text: str) -> str:
        return self.draw.choice([str(int(text) + 1), text + "0" if text != "0" else "10", "", "/",
                                 str(int(text) + 9), "约" + text])  # fmt: skip

    def word_phrase(self, path: Path) -> str:
        """Some characters of the text: left out, doubled, or others."""
        with part(path, "word/document.xml") as body:
            texts = [one for one in body.iter(f"{W}t")
                     if one.text and len(one.text) > 8 and not in_table(one)]  # fmt: skip
            chosen = self.draw.choice(texts)
            text = str(chosen.text)
            at = self.draw.randrange(len(text) - 3)
            piece = text[at : at + 3]
            other = self.draw.choice(["", piece * 2, "某某某", piece[::-1]])
            if other == piece or not piece.strip():
                other = "某某某"
            chosen.text = text[:at] + other + text[at + 3 :]
        return f"{piece} → {other}"

    def word_label(self, path: Path) -> str:
        """A label of a table."""
        with part(path, "word/document.xml") as body:
            texts = [one for one in body.iter(f"{W}t")
                     if one.text and not one.text.lstrip("+-").replace(".", "").isdigit()
                     and in_table(one)]  # fmt: skip
            chosen = self.draw.choice(texts)
            was, chosen.text = chosen.text, f"{chosen.text}项"
        return str(was)

    def word_border(self, path: Path) -> str:
        """A line of a cell, or of a whole table."""
        with part(path, "word/document.xml") as body:
            if self.draw.random() < 0.5:
                borders = self.draw.choice(list(body.iter(f"{W}tblBorders")))
                side = self.draw.choice(list(borders))
                side.set(f"{W}val", self.draw.choice(["nil", "double", "dashed"]))
                return str(side.tag)
            properties = self.draw.choice(list(body.iter(f"{W}tcPr")))
            side_name = self.draw.choice(["top", "left", "bottom", "right"])
            borders = etree.SubElement(properties, f"{W}tcBorders")
            etree.SubElement(borders, f"{W}{side_name}").set(f"{W}val", "nil")
            return f"tcBorders {side_name}"

    def word_font(self, path: Path) -> str:
        """Font or size of a text, or of a style."""
        if self.draw.random() < 0.3:
            with part(path, "word/styles.xml") as styles:
                named = [one for one in styles.iter(f"{W}style") if one.find(f"{W}rPr") is not None]
                style = self.draw.choice([one for one in named if one.get(f"{W}styleId")])
                fonts = next(style.iter(f"{W}rFonts"))
                fonts.set(f"{W}eastAsia", "微软雅黑")
                return str(style.get(f"{W}styleId"))
        with part(path, "word/document.xml") as body:
            runs = [one for one in body.iter(f"{W}r")
                    if "".join(one.itertext()).strip()]  # fmt: skip
            properties = self.draw.choice(runs).find(f"{W}rPr")
            if self.draw.random() < 0.5:
                fonts = properties.find(f"{W}rFonts")
                fonts.set(f"{W}{self.draw.choice(['eastAsia', 'ascii', 'hAnsi'])}", "Arial")
                return "font"
            for size in properties.findall(f"{W}sz"):
                properties.remove(size)
            etree.SubElement(properties, f"{W}sz").set(f"{W}val", "17")
            return "size"

    def word_merge(self, path: Path) -> str:
        """A merge taken apart."""
        with part(path, "word/document.xml") as body:
            merges = [*body.iter(f"{W}vMerge"), *body.iter(f"{W}gridSpan")]
            # The form of 2014 has none.
            chosen = self.draw.choice(merges or list(body.iter(f"{W}tc")))
            chosen.getparent().remove(chosen)
        return str(chosen.tag)

    def word_row(self, path: Path) -> str:
        """A row of a table gone."""
        with part(path, "word/document.xml") as body:
            row = self.draw.choice(list(body.iter(f"{W}tr")))
            row.getparent().remove(row)
        return "row"

    def sheet_figure(self, path: Path) -> str:
        """A number of the table, its formula with it."""
        with self._sheet(path) as cells:
            chosen = self.draw.choice([one for one in cells if one.find(f"{N}v") is not None])
            value = chosen.find(f"{N}v")
            for formula in chosen.findall(f"{N}f"):
                chosen.remove(formula)
            was = value.text
            value.text = str(float(was) + self.draw.choice([1, -1, 10, 0.5]))
        return f"{chosen.get('r')} {was} → {value.text}"

    def sheet_blank(self, path: Path) -> str:
        """A number gone."""
        with self._sheet(path) as cells:
            chosen = self.draw.choice([one for one in cells if one.find(f"{N}v") is not None])
            for one in list(chosen):
                chosen.remove(one)
        return str(chosen.get("r"))

    def sheet_text_number(self, path: Path) -> str:
        """A number kept as text."""
        with self._sheet(path) as cells:
            chosen = self.draw.choice([one for one in cells if one.find(f"{N}v") is not None])
            text = chosen.find(f"{N}v").text
            for one in list(chosen):
                chosen.remove(one)
            chosen.set("t", "inlineStr")
            etree.SubElement(etree.SubElement(chosen, f"{N}is"), f"{N}t").text = text
        return str(chosen.get("r"))

    def sheet_words(self, path: Path) -> str:
        """A label, the title or a line around the table."""
        with self._sheet(path) as cells:
            texts = [one for cell in cells for one in cell.iter(f"{N}t") if one.text]
            chosen = self.draw.choice(texts)
            was, chosen.text = chosen.text, f"{chosen.text[:-1]}某"
        return str(was)

    def sheet_style(self, path: Path) -> str:
        """A cell of the table in another style: font, size, lines or number format."""
        change = self.draw.choice([_other_font, _other_size, _other_border, _other_shape])
        with part(path, "xl/styles.xml") as styles:
            formats = styles.find(f"{N}cellXfs")
            number = len(formats)
        with self._sheet(path) as cells:
            figures = [one for one in cells if one.find(f"{N}v") is not None]
            chosen = self.draw.choice(figures if change is _other_shape else cells)
            style = int(chosen.get("s", "0"))
            chosen.set("s", str(number))
        with part(path, "xl/styles.xml") as styles:
            formats = styles.find(f"{N}cellXfs")
            made = etree.fromstring(etree.tostring(formats[style]))
            formats.append(made)
            change(styles, made)
        return f"{chosen.get('r')} {change.__name__}"

    def sheet_merge(self, path: Path) -> str:
        """A merge taken apart."""
        with part(path, "xl/worksheets/sheet1.xml") as sheet:
            chosen = self.draw.choice(list(sheet.iter(f"{N}mergeCell")))
            chosen.getparent().remove(chosen)
        return str(chosen.get("ref"))

    @contextmanager
    def _sheet(self, path: Path) -> Iterator[list[etree._Element]]:
        with part(path, f"xl/worksheets/sheet{self._number(path)}.xml") as sheet:
            merged = {place for one in sheet.iter(f"{N}mergeCell") for place in _inside(one)}
            yield [one for one in sheet.iter(f"{N}c") if one.get("r") not in merged]

    def _number(self, path: Path) -> int:
        with zipfile.ZipFile(path) as package:
            names = package.read("xl/workbook.xml").decode()
        return self.draw.randint(1, 3 if 'name="表四"' in names else 1)


def in_table(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{W}tbl"), None) is not None


def _inside(merge: etree._Element) -> set[str]:
    """The cells of a merge but the first: what they hold is not seen."""
    first, _, last = str(merge.get("ref")).partition(":")
    (left, top), (right, bottom) = (re.fullmatch(r"([A-Z])(\d+)", one).groups()
                                    for one in (first, last))  # fmt: skip
    columns = [chr(code) for code in range(ord(left), ord(right) + 1)]
    rows = range(int(top), int(bottom) + 1)
    return {f"{column}{row}" for column in columns for row in rows} - {first}


def _copied(styles: etree._Element, name: str, at: int) -> tuple[etree._Element, int]:
    every = styles.find(f"{N}{name}")
    made = etree.fromstring(etree.tostring(every[at]))
    every.append(made)
    return made, len(every) - 1


def _other_font(styles: etree._Element, made: etree._Element) -> None:
    font, at = _copied(styles, "fonts", int(made.get("fontId")))
    font.find(f"{N}name").set("val", "微软雅黑")
    made.set("fontId", str(at))


def _other_size(styles: etree._Element, made: etree._Element) -> None:
    font, at = _copied(styles, "fonts", int(made.get("fontId")))
    font.find(f"{N}sz").set("val", "9")
    made.set("fontId", str(at))


def _other_border(styles: etree._Element, made: etree._Element) -> None:
    # Title and lines have none: there the type is changed instead.
    if made.get("borderId") == "0":
        _other_font(styles, made)
    made.set("borderId", "0")


def _other_shape(_styles: etree._Element, made: etree._Element) -> None:
    made.set("numFmtId", "14")  # a date


WORD = ("word_figure", "word_phrase", "word_label", "word_border", "word_font", "word_merge",
        "word_row")  # fmt: skip
SHEET = ("sheet_figure", "sheet_blank", "sheet_text_number", "sheet_words", "sheet_style",
         "sheet_merge")  # fmt: skip


def test_damage_to_own_exports_is_found(
    founded_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sound = [path for seed, year in enumerate(YEARS, start=20)
             for path in exported(founded_file, tmp_path, seed, year)]  # fmt: skip
    tables, reports = sound[::2], sound[1::2]
    damage = Damage(random.Random(11))
    made, found, missed = Counter[str](), Counter[str](), []
    for number in range(MUTATIONS):
        kinds, files = ((WORD, reports), (SHEET, tables))[number % 2]
        kind = kinds[number // 2 % len(kinds)]
        source = files[number % 5 % len(files)]
        path = Path(shutil.copy(source, tmp_path / f"坏{source.suffix}"))
        step: Callable[[Path], str] = getattr(damage, kind)
        told = step(path)
        made[kind] += 1
        if findings(path):
            found[kind] += 1
        else:
            missed.append((kind, source.name, told))
    with capsys.disabled():
        print(f"\n{found.total()} of {made.total()} damages found: {dict(made)}")
    assert found.total() >= LEAST_FOUND * made.total(), missed


@pytest.mark.parametrize("writer", ["docx", "xlsx"])
def test_the_layout_of_other_offices_is_theirs(writer: str, tmp_path: Path) -> None:
    for code in editions():
        said = {cell: printed(figure) for cell, figure in random_figures(code, 3).items()}
        told = Told(code, 2016, "示例县科学技术局", said, texts=sound_texts(2016))
        report = read_report(WRITERS[writer](tmp_path / f"年报.{writer}", items(told, "official")))
        assert report.own_faults == ()


def test_a_changed_figure_is_named_and_a_changed_word_is_shown(
    founded_file: Path, tmp_path: Path
) -> None:
    _, path = exported(founded_file, tmp_path, 3, 2022)
    with part(path, "word/document.xml") as body:
        texts = [one for one in body.iter(f"{W}t") if one.text and in_table(one)]
        at = next(at for at, one in enumerate(texts) if one.text == "行政许可")
        texts[at + 1].text = "987654"
        title = next(one for one in body.iter(f"{W}t") if one.text == "（一）主动公开")
        title.text = "（一）主动公布"
    found = {one.rule: one for one in findings(path)}
    assert found["C1"].cells == ("art20.5.licence.decisions",)
    assert "“（一）主动公布…”" in found["C2"].message
    assert (found["C1"].severity, found["C2"].severity) == ("warning", "hint")


def test_damage_to_the_parts_beside_the_text_never_crashes(
    founded_file: Path, tmp_path: Path
) -> None:
    draw = random.Random(3)
    for source in exported(founded_file, tmp_path, 4, 2022):
        with zipfile.ZipFile(source) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        beside = [name for name in parts if name.endswith((".xml", ".rels"))
                  and not name.endswith(("document.xml", "sheet5.xml"))]  # fmt: skip
        for _ in range(40):
            name = draw.choice(beside)
            held = bytearray(parts[name])
            for _ in range(draw.choice((1, 3, 30))):
                held[draw.randrange(len(held))] = draw.choice(b'0<>/"9Az\x00')
            path = tmp_path / f"坏{source.suffix}"
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
                for one, content in (parts | {name: bytes(held)}).items():
                    package.writestr(one, content)
            with suppress(Fault):
                findings(path)


def test_nothing_is_found_in_own_tables_of_a_quarter(founded_file: Path, tmp_path: Path) -> None:
    with office_with(founded_file, random_cards(7)) as database:
        for edition in editions().values():
            period = Period.written("2022Q3")
            path = tmp_path / f"{edition.code}.xlsx"
            export_interim(database, period, edition, path, today=date(2022, 10, 9))
            assert {one.rule for one in findings(path)} <= {"E1"}, edition.code
