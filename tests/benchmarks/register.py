"""A register of a million records in its page, beside plain SQLite and a bare Qt table."""

import os
import random
import sqlite3
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFormLayout, QLineEdit, QTableView

from disclosure_desk.desk import machine_settings
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.icons import find_icons
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.look import dress
from disclosure_desk.desk.models.register_answer import PAGE, answer_of
from disclosure_desk.desk.pages.register_page import RegisterPage
from disclosure_desk.desk.registers import REGISTERS
from disclosure_desk.exchange.founding import found
from disclosure_desk.records.cards import FIELDS
from disclosure_desk.records.publication import Publication, channel_mask
from disclosure_desk.storage.bulk import insert_columns
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.row_source import RowSource, Wanted
from disclosure_desk.storage.search import catch_up, found_by
from tests.benchmarks.measure import in_turn, seconds

ROWS = int(os.environ.get("REGISTER_ROWS", "1000000"))
ROUNDS = 7
_OF_THE_YEAR = (
    "AND (made_on BETWEEN '2025-01-01' AND '2025-12-31'"
    " OR published_on BETWEEN '2025-01-01' AND '2025-12-31')"
)
_ACTOR = Actor("填报人", "本机")
_FIELDS = tuple(column.field for column in REGISTERS["publication"].columns)
_OWN = tuple(name for name in _FIELDS if name != "department")
_PARTS = (
    ("示例县", "城关镇", "开发区", "县住建局", "县财政局", "县水利局", "县科技局", "县教育局"),
    (
        "关于印发",
        "关于申报",
        "关于公布",
        "关于下达",
        "关于组织",
        "关于开展",
        "关于调整",
        "关于废止",
    ),
    (
        "科技创新",
        "安全生产",
        "乡村振兴",
        "义务教育",
        "医疗保障",
        "城市管理",
        "环境保护",
        "财政预算",
    ),
    (
        "实施方案",
        "管理办法",
        "补助资金",
        "工作要点",
        "考核结果",
        "名单公示",
        "情况通报",
        "项目计划",
    ),
    ("的通知", "的公告", "的公示", "的意见"),
)


def run(folder: Path) -> None:
    """Print each step beside its floor, and the frames while scrolling."""
    path = folder / "office.db"
    found(str(path), "示例县科学技术局")
    database = open_database(path)
    print(f"{ROWS:,} records, {seconds(lambda: _fill(database)):.0f} s to fill and index")
    plain = sqlite3.connect(path)
    plain.execute("PRAGMA cache_size = -131072")
    _sources(database, plain)
    _window(database, plain)
    database.close()


def _fill(database: Database) -> None:
    chance = random.Random(1)
    words = [[chance.choice(part) for part in _PARTS] for _ in range(50_000)]
    first, channels = date(2012, 1, 1), [("政府网站",), ("政府网站", "政务微信"), ()]
    for start in range(0, ROWS, 50_000):
        places = range(start, min(start + 50_000, ROWS))
        made = [first + timedelta(days=chance.randrange(5_000)) for _ in places]
        told = [chance.choice(channels) for _ in places]
        columns: dict[str, Sequence[Any]] = {
            "number": [f"G{place:07d}" for place in places],
            "title": [f"{''.join(words[place % 50_000])}{place % 977}" for place in places],
            "document_number": [f"示政〔{day.year}〕{day.month}号" for day in made],
            "category": [chance.choice(("规划", "财政", "人事", "公示")) for _ in places],
            "document_kind": ["other"] * len(places),
            "made_on": made,
            "published_on": [day + timedelta(days=9) if day.day % 7 else None for day in made],
            "channels": told,
            "channel_mask": [channel_mask(one) for one in told],
        }
        with database.writing(_ACTOR) as session:
            table = Publication.metadata.tables[Publication.__tablename__]
            insert_columns(session.connection(), table, columns)
            catch_up(session, ["publication"])


# ---------------------------------------------------------------------------- queries


def _sources(database: Database, plain: sqlite3.Connection) -> None:
    wanted = Wanted("publication", "published_on", descending=True)
    source = RowSource(database, wanted, _FIELDS)

    def asked(**changes: Any) -> Callable[[], object]:
        return lambda: answer_of(source, [replace(wanted, **changes)], None)

    filled = "published_on IS NOT NULL ORDER BY published_on DESC, id DESC"
    count = "SELECT count(*) FROM publication"
    department = "(SELECT name FROM department WHERE department.id = department_id)"
    page = f"SELECT id, {', '.join(_OWN)}, {department} FROM publication"
    first = [count, f"{page} WHERE {filled} LIMIT {PAGE}"]
    _print("count and first page", asked(), _plainly(plain, *first))
    title = [count, f"{page} WHERE title IS NOT NULL ORDER BY title, id LIMIT {PAGE}"]
    _print(
        "sort by the title, no index",
        asked(sort="title", descending=False),
        _plainly(plain, *title),
    )
    made = [count, f"{page} WHERE made_on IS NOT NULL ORDER BY made_on, id LIMIT {PAGE}"]
    _print(
        "sort by the day made, no index",
        asked(sort="made_on", descending=False),
        _plainly(plain, *made),
    )
    for query in ("预算", "科技创", "县住建局关于", "zjj", "zjjgy"):
        with database.reading() as session:
            condition = found_by(session.connection(), "publication", query)
            assert condition is not None
            where = str(condition.compile(compile_kwargs={"literal_binds": True}))
        statements = [f"{count} WHERE {where}", f"{page} WHERE {where} AND {filled} LIMIT {PAGE}"]
        hits = plain.execute(statements[0]).fetchone()[0]
        _print(
            f"search “{query}” ({hits:,} found)", asked(query=query), _plainly(plain, *statements)
        )
    print(f"where every page begins: {seconds(lambda: source.starts(PAGE)) * 1000:.0f} ms, once")
    starts = source.starts(PAGE)
    for share in (0.1, 0.5, 0.8):
        row = starts[int(len(starts) * share)]
        later = (
            f"{page} WHERE published_on <= ? AND (published_on < ? OR id <= ?)"
            f" AND {filled} LIMIT {PAGE}"
        )
        keys = (str(row.key), str(row.key), row.id)
        if row.key is None:
            later, keys = (
                f"{page} WHERE published_on IS NULL AND id <= ? ORDER BY id DESC LIMIT {PAGE}",
                (row.id,),
            )
        _print(
            f"a page at {share:.0%} of the depth",
            lambda row=row: source.from_row(row, PAGE),
            lambda later=later, keys=keys: plain.execute(later, keys).fetchall(),
        )


def _plainly(plain: sqlite3.Connection, *statements: str) -> Callable[[], object]:
    return lambda: [plain.execute(statement).fetchall() for statement in statements]


def _print(what: str, ours: Callable[[], object], floor: Callable[[], object]) -> None:
    print(f"{what:38} {in_turn(ours, floor, ROUNDS)}", flush=True)


# ---------------------------------------------------------------------------- the window


class _Bare(QAbstractTableModel):
    """Rows in a list, texts as they are: the least that a table can be."""

    def __init__(self, count: int, rows: Sequence[Sequence[object]], at: int = 0) -> None:
        super().__init__()
        self._count, self._rows, self._at = count, rows, at

    def rowCount(self, _parent: Any = None) -> int:
        return self._count

    def columnCount(self, _parent: Any = None) -> int:
        return len(_OWN)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = index.row() - self._at
        if role != Qt.ItemDataRole.DisplayRole or not 0 <= place < len(self._rows):
            return None
        return str(self._rows[place][index.column() + 1] or "")


def _window(database: Database, plain: sqlite3.Connection) -> None:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    find_icons()
    dress(application)
    machine_settings.store = _no_settings  # what this computer keeps must not matter
    jobs = Jobs()
    desk = Desk(database, _ACTOR, jobs, year=2025)

    def open_page() -> RegisterPage:
        page = RegisterPage(desk, "publication")
        page.resize(1200, 640)
        page.show()
        _until(application, lambda: _is_shown(page, 0))
        return page

    def bare(*, last: bool = False) -> QTableView:
        year = "" if last else _OF_THE_YEAR
        count = plain.execute(f"SELECT count(*) FROM publication WHERE 1 {year}").fetchone()[0]
        names = f"id, {', '.join(_OWN)}"
        way = "IS NULL ORDER BY id" if last else "IS NOT NULL ORDER BY published_on DESC, id DESC"
        rows = plain.execute(
            f"SELECT {names} FROM publication WHERE 1 {year} AND published_on {way} LIMIT {PAGE}"
        ).fetchall()
        table = QTableView()
        table.setModel(_Bare(count, rows, count - PAGE if last else 0))
        table.model().setParent(table)
        table.verticalHeader().hide()
        table.resize(1200, 640)
        table.show()
        if last:
            table.scrollToBottom()
        table.viewport().repaint()
        application.processEvents()
        return table

    pages: list[RegisterPage] = []
    tables: list[QTableView] = []
    _print(
        "first paint of the page", lambda: pages.append(open_page()), lambda: tables.append(bare())
    )
    page = pages[-1]
    for one in (*pages[:-1], *tables):
        one.deleteLater()
    page.ui.all_years.setChecked(True)
    _until(application, lambda: page.model.rowCount() == ROWS and _is_shown(page, 0))
    page.model.pages.find_starts()
    _until(application, lambda: page.model.pages.starts is not None)

    def jump() -> None:
        page.model.show_wanted(page.model.wanted)
        _until(application, lambda: page.model._question is None and _is_shown(page, 0))
        page.ui.table.scrollToTop()
        start = time.perf_counter()
        page.ui.table.scrollToBottom()
        _until(application, lambda: _is_shown(page, ROWS - 1))
        jumps.append(time.perf_counter() - start)

    jumps: list[float] = []
    floors: list[float] = []
    for _ in range(ROUNDS):
        jump()
        floors.append(seconds(lambda: tables.append(bare(last=True))))
    print(
        f"{'jump to the end':38} {statistics.median(jumps) * 1000:10.2f} ms beside"
        f" {statistics.median(floors) * 1000:10.2f} ms,"
        f" ratio {statistics.median(jumps) / statistics.median(floors):.2f}"
    )
    _until(application, lambda: page.model.pages.starts is not None)
    _frames(application, page, "wheel", range(0, 9_000, 30))
    chance = random.Random(2)
    drag = [int(ROWS * place / 400) + chance.randrange(40) for place in range(400)]
    _frames(application, page, "slider, slowly", drag)
    _frames(application, page, "slider, to and fro", [chance.randrange(ROWS) for _ in range(300)])
    start = time.perf_counter()
    _frames(application, page, "while it is sorted", None)
    print(f"sorted in the window after {time.perf_counter() - start:.2f} s")
    page.model.pages._idle.stop()
    _form(application, desk, plain)
    jobs.settle()
    application.processEvents()
    jobs.settle()


def _form(application: QApplication, desk: Desk, plain: sqlite3.Connection) -> None:
    """Any record in its form, beside a dialog with a line for each of its columns."""
    chance = random.Random(3)
    opened: list[QDialog] = []

    def ours() -> None:
        form = PublicationEdit(desk, chance.randrange(1, ROWS))
        opened.append(form)
        form.show()
        _until(application, lambda: form.ui.title.text() != "")
        form.repaint()

    def bare() -> None:
        names = ", ".join(FIELDS["publication"].keys() & Publication.__table__.columns.keys())
        query = f"SELECT {names} FROM publication WHERE id = ?"
        found = plain.execute(query, (chance.randrange(1, ROWS),))
        dialog = QDialog()
        opened.append(dialog)
        fields = QFormLayout(dialog)
        for (name, *_), value in zip(found.description, found.fetchone(), strict=True):
            fields.addRow(name, QLineEdit(str(value or "")))
        dialog.show()
        application.processEvents()
        dialog.repaint()

    _print("a record in its form", ours, bare)
    for one in opened:
        one.close()
        one.deleteLater()


def _frames(
    application: QApplication, page: RegisterPage, what: str, places: Sequence[int] | None
) -> None:
    """The longest time that the window was busy with one step, and how long most took."""
    bar = page.ui.table.verticalScrollBar()
    took: list[float] = []
    if places is None:
        title = [column.field for column in page.model.columns].index("title")
        took.append(
            seconds(
                lambda: page.ui.table.horizontalHeader().setSortIndicator(
                    title, Qt.SortOrder.AscendingOrder
                )
            )
        )
        while page.model.source.wanted.sort != "title":
            took.append(seconds(application.processEvents))
            time.sleep(0.002)
    for place in places or ():

        def step(place: int = place) -> None:
            bar.setValue(place)
            application.processEvents()

        took.append(seconds(step))
        time.sleep(0.004)
    longest, late = max(took) * 1000, sum(one > 0.05 for one in took)
    usual = statistics.quantiles(took, n=100)[98] * 1000
    print(
        f"frames, {what:30} longest {longest:6.1f} ms, 99 % within {usual:5.1f} ms,"
        f" {late} of {len(took)} over 50 ms",
        flush=True,
    )


def _is_shown(page: RegisterPage, row: int) -> bool:
    return page.model.record_id(row) is not None


def _until(application: QApplication, holds: Callable[[], bool]) -> None:
    deadline = time.perf_counter() + 60
    while not holds():
        application.processEvents()
        if time.perf_counter() > deadline:
            raise TimeoutError
        time.sleep(0.0005)
    application.processEvents()


def _no_settings() -> Any:
    from PySide6.QtCore import QSettings

    return QSettings(os.devnull, QSettings.Format.IniFormat)
