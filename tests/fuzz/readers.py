"""Every reader of what comes from outside, with real files or texts to begin with.

`read` gets the bytes of a case and an empty folder of its own. What it raises beside a
KnownError is a find.
"""

import codecs
import json
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

CASES = Path(__file__).parents[1] / "cases"
PDFS = Path(__file__).parents[1] / "exchange" / "finished" / "pdf"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Reader:
    """A reader, how its input is changed (mutations.CHANGES), and how many cases it gets.

    `short` are the cases of the ordinary tests; a case takes between 1 ms and 1 s.
    """

    name: str
    kind: str
    seeds: Callable[[], Sequence[bytes]]
    read: Callable[[bytes, Path], object]
    short: int


# ---------------------------------------------------------------------------- finished reports


@cache
def _reports(suffix: str) -> list[bytes]:
    from disclosure_desk.statistics.edition import editions
    from tests import finished_layouts as layouts

    write = {
        ".docx": layouts.write_docx, ".xlsx": layouts.write_xlsx, ".html": layouts.write_html,
    }[suffix]  # fmt: skip
    found = []
    with TemporaryDirectory() as folder:
        for code, year, layout in (("2021", 2023, "official"), ("2014", 2016, "loose")):
            said = dict.fromkeys(editions()[code].cells, "0")
            told = layouts.Told(
                code, year, "示例县科学技术局", said, texts=layouts.sound_texts(year)
            )
            path = write(Path(folder) / f"年报{suffix}", layouts.items(told, layout))
            found.append(path.read_bytes())
    return found


@cache
def own_exports() -> dict[str, bytes]:
    """What the program itself exports of a small sample year."""
    from disclosure_desk.exchange.export import export_year
    from disclosure_desk.exchange.founding import found
    from disclosure_desk.statistics.edition import editions
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.journal import Actor

    with TemporaryDirectory() as folder:
        place = Path(folder) / "office.db"
        found(str(place), "示例县科学技术局", sample=True)
        database = open_database(place)
        with database.reading() as session:
            years = _years_of(session)
        exported = export_year(
            database,
            years[-1],
            editions()["2021"],
            Path(folder) / "out",
            personal=False,
            actor=Actor("周砚清", "电脑"),
            today=TODAY,
        )
        database.close()
        return {path.suffix + path.stem: path.read_bytes() for path in _paths_of(exported)}


def _years_of(session: object) -> list[int]:
    from sqlalchemy import text

    rows = session.execute(text("SELECT DISTINCT substr(received_on, 1, 4) FROM request"))
    return sorted(int(row[0]) for row in rows)


def _paths_of(exported: object) -> list[Path]:
    return [Path(path) for path in exported.files.values()]


def _own(suffix: str) -> list[bytes]:
    return [held for name, held in own_exports().items() if name.startswith(suffix)]


def _read_report(suffix: str) -> Callable[[bytes, Path], object]:
    def read(content: bytes, folder: Path) -> object:
        from disclosure_desk.exchange.finished.read import read_report
        from disclosure_desk.statistics.report_checks import check_report

        path = folder / f"年报{suffix}"
        path.write_bytes(content)
        return check_report(read_report(path), None)

    return read


def _inspect(suffix: str) -> Callable[[bytes, Path], object]:
    def read(content: bytes, folder: Path) -> object:
        from disclosure_desk.exchange.unseen.look import look_for_unseen

        path = folder / f"公开{suffix}"
        path.write_bytes(content)
        return look_for_unseen(path)

    return read


# ---------------------------------------------------------------------------- ledgers, clipboard


@cache
def _ledgers() -> list[bytes]:
    from tests.offices import RandomOffice, write_workbook

    with TemporaryDirectory() as folder:
        path = Path(folder) / "台账.xlsx"
        write_workbook(path, RandomOffice(5).cards())
        return [path.read_bytes(), *(one for one in _own(".xlsx"))]


def _read_ledger(content: bytes, folder: Path) -> object:
    from disclosure_desk.exchange.read_ledger import read_ledger
    from disclosure_desk.records.soundness import check_card

    path = folder / "台账.xlsx"
    path.write_bytes(content)
    return [
        check_card(part.kind, dict(row.card)) for part in read_ledger(path) for row in part.rows
    ]


def _pasted() -> list[bytes]:
    rows = [
        ("序号", "信息名称", "文号", "生成日期", "公开日期", "公开渠道", "责任科室"),
        ("1", "关于印发管理办法的通知", "示科发〔2025〕1号", "2025-03-01", "3月5日", "网站、微信",
         "办"),
        ("2", '带"引号"和\n换行的标题', "", "45717", "20250306", "公示栏", ""),
    ]  # fmt: skip
    text = "\n".join("\t".join(row) for row in rows)
    cells = "".join(
        "<tr>" + "".join(f"<td colspan=1 rowspan='1'>{cell}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    return [text.encode(), f"<html><body><table border=1>{cells}</table></body></html>".encode()]


def _read_pasted(content: bytes, _folder: Path) -> object:
    from disclosure_desk.exchange.pasted_table import pasted_rows
    from disclosure_desk.exchange.sheet_rows import read_rows, sheet_of

    told = content.decode("utf-8", "surrogatepass")
    rows = pasted_rows(told, told)
    found = []
    for kind in ("publication", "request"):
        sheet = sheet_of(kind, rows, TODAY)
        found.append(read_rows(kind, sheet.columns, sheet.rows[:500], TODAY))
    return found


def _lines() -> list[bytes]:
    import tomllib

    told = tomllib.loads((CASES / "quick_lines.toml").read_text(encoding="utf-8"))
    return [one["line"].encode() for one in told["case"]]


def _read_line(content: bytes, _folder: Path) -> object:
    from disclosure_desk.records.line_parts import Known
    from disclosure_desk.records.quick_line import card_of_parts, read_line, with_defaults
    from disclosure_desk.records.soundness import check_card
    from disclosure_desk.rules.typed_date import UnreadableDateError, read_date

    text = content.decode("utf-8", "surrogatepass")[:20_000]
    parts = with_defaults(read_line(text, TODAY, Known()), TODAY, {})
    found = check_card("publication", card_of_parts(parts))
    for ahead in (True, False):
        with suppress(UnreadableDateError):
            read_date(text[:40], TODAY, may_be_ahead=ahead)
    return found


# ---------------------------------------------------------------------------- texts


def _notices() -> list[bytes]:
    return [path.read_bytes() for path in sorted((CASES / "notices").glob("*.txt"))]


def _read_notice(content: bytes, folder: Path) -> object:
    from disclosure_desk.rules.calendars import working_days
    from disclosure_desk.storage.own_calendars import read_notice_file

    path = folder / "通知.txt"
    path.write_bytes(content)
    return working_days((read_notice_file(path),))


def _units() -> list[bytes]:
    units = "1. 示例县科学技术局\n2、示例县税务局（垂直管理）\n示例县教育局\n"
    return [units.encode(), units.encode("gb18030"), codecs.BOM_UTF8 + units.encode()]


def _read_units(content: bytes, folder: Path) -> object:
    from disclosure_desk.exchange.finished.unit_list import read_units

    path = folder / "名单.txt"
    path.write_bytes(content)
    return read_units(path)


def _chapters() -> list[bytes]:
    found = []
    for path in sorted((CASES / "real_reports").glob("*.json")):
        told = json.loads(path.read_text(encoding="utf-8"))
        found += [one.encode() for one in _texts_in(told) if len(one) > 60]
    return found


def _texts_in(told: object) -> list[str]:
    if isinstance(told, str):
        return [told]
    held = told.values() if isinstance(told, dict) else told if isinstance(told, list) else ()
    return [text for one in held for text in _texts_in(one)]


def _read_chapter(content: bytes, _folder: Path) -> object:
    from disclosure_desk.statistics.edition import editions
    from disclosure_desk.statistics.text_marks import marks_in

    edition = editions()["2021"]
    fields = {**dict.fromkeys(edition.cells, 3), "本年新收": 74, "上年结转": 1}
    fields["art20.8.fee.amount"] = Decimal("9116.36")
    return marks_in(content.decode("utf-8", "replace")[:60_000], edition, fields)


def _calendars() -> list[bytes]:
    from disclosure_desk.rules.calendars import notice_as_toml, shipped_notices

    return [notice_as_toml(one).encode() for one in shipped_notices()[-3:]]


def _read_settings(content: bytes, folder: Path) -> object:
    """Files that the program keeps for this user, changed by somebody else."""
    import os

    from disclosure_desk.storage.own_calendars import own_notices
    from disclosure_desk.storage.recent import recent_offices

    os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_DATA_HOME"] = str(folder)
    place = folder / "disclosure-desk"
    (place / "calendars").mkdir(parents=True)
    (place / "recent.json").write_bytes(content)
    (place / "calendars" / "2025.toml").write_bytes(content)
    return recent_offices(), own_notices()


def _settings() -> list[bytes]:
    return [*_calendars(), b'{"offices": ["/srv/office.db", "postgresql+psycopg://server/office"]}']


# ---------------------------------------------------------------------------- templates


def _templates() -> list[bytes]:
    from disclosure_desk.exchange.letter_templates import template_of

    return [template_of(slug).read_bytes() for slug in ("correction_notice", "reply_not_exist")]


def _read_template(content: bytes, folder: Path) -> object:
    from disclosure_desk.exchange.letter_filling import fill, packed
    from disclosure_desk.exchange.letter_templates import open_template
    from disclosure_desk.rules.letters import letter_kinds
    from disclosure_desk.statistics.letter_fields import FIELDS, Piece

    kind = letter_kinds()["correction_notice"]
    (folder / f"{kind.slug}.docx").write_bytes(content)
    document, _own_one = open_template(kind, folder)
    values = {name: (Piece("示例县\n第二行"),) for name in FIELDS}
    return fill(document, values), len(packed(document))


# ---------------------------------------------------------------------------- office files


@cache
def _offices() -> list[bytes]:
    from disclosure_desk.exchange.founding import found

    with TemporaryDirectory() as folder:
        place = Path(folder) / "office.db"
        found(str(place), "示例县科学技术局", sample=True)
        with closing(sqlite3.connect(place)) as office:
            office.execute("PRAGMA journal_mode = DELETE")
            office.execute(
                "INSERT INTO draft (key, form, name, content, reasons, actor, computer, written_at)"
                """ VALUES ('k', 'publication', '标题', '{"typed": {"title": "标题"},"""
                """ "before": {}, "left": false}', '["缺日期"]', '周', '电脑',"""
                " '2026-11-22 08:00:00')"
            )
            office.commit()
        return [place.read_bytes()]


def _read_office(content: bytes, folder: Path) -> object:
    """Put back as a backup, looked through, opened, and shown as the desk shows it."""
    from disclosure_desk.storage.restore import restore
    from disclosure_desk.storage.verify import verify

    backup, place = folder / "backup.db", folder / "office.db"
    backup.write_bytes(content)
    verify(backup)
    restore(backup, place, now=datetime(2026, 11, 22, 8, 0))  # noqa: DTZ001  # time of this place
    return _shown(place)


def _open_office(content: bytes, folder: Path) -> object:
    """Opened as it is, and looked through."""
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.first_look import first_look

    place = folder / "office.db"
    place.write_bytes(content)
    first_look(place, TODAY)
    open_database(place).close()
    return None


def _shown(place: Path) -> object:
    from disclosure_desk.statistics.edition import editions
    from disclosure_desk.statistics.period import Period
    from disclosure_desk.statistics.tally import tally
    from disclosure_desk.statistics.today import agenda
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.drafts import every_draft
    from disclosure_desk.storage.own_calendars import calendar_in_use
    from disclosure_desk.storage.removed import removed_records

    database = open_database(place)
    try:
        with database.reading() as session:
            return (
                tally(session, editions()["2021"], Period.of_year(2024)),
                agenda(session, calendar_in_use(), TODAY),
                every_draft(session),
                removed_records(session),
            )
    finally:
        database.close()


# ---------------------------------------------------------------------------- hand-over packages


@cache
def _handovers() -> list[bytes]:
    from disclosure_desk.exchange.handing_over import hand_over
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.journal import Actor

    found = []
    with TemporaryDirectory() as folder:
        place = Path(folder) / "office.db"
        place.write_bytes(_offices()[0])
        database = open_database(place)
        for year in (None, 2024):
            path, _package = hand_over(
                database, Actor("周砚清", "电脑"), Path(folder) / f"{year}.jjb", year
            )
            found.append(path.read_bytes())
        database.close()
    return found


def _read_handover(content: bytes, folder: Path) -> object:
    """Merged into an office, which must be sound afterwards."""
    from disclosure_desk.exchange.handing_over import merge_file
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.journal import Actor
    from disclosure_desk.storage.verify import verify

    path, place = folder / "交接包.jjb", folder / "office.db"
    path.write_bytes(content)
    place.write_bytes(_offices()[0])
    database = open_database(place)
    try:
        merged = merge_file(database, path, Actor("许静", "一楼电脑"))
    finally:
        database.close()
    faults = [one.message for one in verify(place).findings if one.severity == "error"]
    assert not faults, faults
    return merged


def _handed_records() -> list[bytes]:
    import io
    import zipfile

    found = []
    for content in _handovers():
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            found.append(parts.read("records.jsonl"))
    return found


def _read_sealed_again(content: bytes, folder: Path) -> object:
    """Records that somebody changed who knows how a package is sealed."""
    import hashlib
    import io
    import zipfile

    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_handovers()[0])) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        head = json.loads(old.read("package.json"))
        head["parts"]["records.jsonl"] = hashlib.sha256(content).hexdigest()
        head["records"] = len({line for line in content.split(b"\n") if line})
        text = json.dumps(head, ensure_ascii=False).encode()
        told = {
            "package.json": text,
            "records.jsonl": content,
            "seal": hashlib.sha256(text).hexdigest().encode(),
        }
        for name in old.namelist():
            new.writestr(name, told.get(name) or old.read(name))
    return _read_handover(made.getvalue(), folder)


def _every() -> list[Reader]:
    return [
        Reader("report-docx", "package", lambda: [*_reports(".docx"), *_own(".docx")],
               _read_report(".docx"), 12),
        Reader("report-xlsx", "package", lambda: [*_reports(".xlsx"), *_own(".xlsx")],
               _read_report(".xlsx"), 12),
        Reader("inspect-docx", "package", lambda: [*_own(".docx"), *_templates()],
               _inspect(".docx"), 8),
        Reader("inspect-xlsx", "package", lambda: _own(".xlsx"), _inspect(".xlsx"), 4),
        Reader("report-html", "mixed", lambda: _reports(".html"), _read_report(".html"), 12),
        Reader("report-pdf", "bytes", lambda: [one.read_bytes() for one in PDFS.glob("*.pdf")],
               _read_report(".pdf"), 1),
        Reader("ledger", "package", _ledgers, _read_ledger, 12),
        Reader("clipboard", "text", _pasted, _read_pasted, 40),
        Reader("quick-line", "text", _lines, _read_line, 60),
        Reader("notice", "mixed", _notices, _read_notice, 60),
        Reader("unit-list", "mixed", _units, _read_units, 40),
        Reader("chapter", "text", _chapters, _read_chapter, 20),
        Reader("settings", "mixed", _settings, _read_settings, 40),
        Reader("template", "package", _templates, _read_template, 8),
        Reader("backup", "office", _offices, _read_office, 6),
        Reader("office-file", "office", _offices, _open_office, 8),
        Reader("handover", "package", _handovers, _read_handover, 4),
        Reader("handover-sealed", "lines", _handed_records, _read_sealed_again, 4),
    ]  # fmt: skip


READERS = {one.name: one for one in _every()}
