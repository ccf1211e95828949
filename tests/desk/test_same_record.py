"""The same item through form, quick line, paste sheet and import gives identical rows."""

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.offices import found_office
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.paste_sheet import PasteSheet
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.widgets.field_widget import FieldWidget
from disclosure_desk.desk.widgets.quick_entry import QuickEntry
from disclosure_desk.exchange.read_ledger import import_ledger
from disclosure_desk.records.cards import FIELDS, Card, shown
from disclosure_desk.storage.database import create_database
from disclosure_desk.storage.journal import Actor
from tests.workbooks import write_rows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TODAY = date(2025, 9, 30)
CLERK = Actor("王芳", "ZWGK-PC2")
ITEM: Card = {
    "number": "2025-031",
    "title": "关于印发城区停车管理办法的通知",
    "index_number": "CG01-2025-0031",
    "document_number": "城政规〔2025〕7号",
    "category": "规划计划",
    "document_kind": "normative",
    "department": "城管股",
    "made_on": date(2025, 5, 10),
    "published_on": date(2025, 5, 12),
    "channels": ("政府网站", "政务微信", "公示栏"),
    "effective_on": date(2025, 6, 1),
    "valid_until": date(2030, 5, 31),
    "url": "https://www.example.gov.cn/zfxxgk/31.html",
    "secrecy_reviewer": "王芳",
    "note": "代印",
}
TOLD = {FIELDS["publication"][name].label: shown(FIELDS["publication"][name], value)
        for name, value in ITEM.items()}  # fmt: skip


def by_form(desk: Desk, qtbot: QtBot, _folder: Path) -> None:
    form = PublicationEdit(desk, None)
    qtbot.addWidget(form)
    for name, value in ITEM.items():
        widget = form.binder.widgets[name]
        assert isinstance(widget, FieldWidget)
        widget.set_value(value)
    with qtbot.waitSignal(form.saved):
        form.save()


def by_quick_line(desk: Desk, qtbot: QtBot, _folder: Path) -> None:
    entry = QuickEntry(desk)
    qtbot.addWidget(entry)
    entry.line.setText(
        "0512 成文0510 关于印发城区停车管理办法的通知 城政规[2025]第7号 网站 公众号 公示栏 @城管股"
        " #规划计划 #规范性文件 编号：2025-031 索引号：CG01-2025-0031 生效2025-6-1"
        " 有效期至：20300531 https://www.example.gov.cn/zfxxgk/31.html 审查人：王芳 备注：代印"
    )
    entry.read()
    with qtbot.waitSignal(entry.saved):
        entry.submit()


def by_sheet(desk: Desk, qtbot: QtBot, _folder: Path) -> None:
    sheet = PasteSheet(desk, "publication")
    sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(sheet)
    sheet.paste("\t".join(TOLD) + "\n" + "\t".join(TOLD.values()) + "\n", "")
    sheet.take_in()
    qtbot.waitUntil(lambda: sheet.check.last is not None)
    with qtbot.waitSignal(sheet.saved):
        sheet.take_in()


def by_import(desk: Desk, _qtbot: QtBot, folder: Path) -> None:
    import_ledger(desk.database, write_rows(folder / "台账.xlsx", {"主动公开": [TOLD]}), CLERK)


WAYS: dict[str, Callable[[Desk, QtBot, Path], None]] = {
    "form": by_form,
    "quick": by_quick_line,
    "sheet": by_sheet,
    "import": by_import,
}


def rows_of(path: Path) -> list[tuple[object, ...]]:
    """The item, its department and the journal's lines of both, as they lie in the file."""
    connection = sqlite3.connect(path)
    try:
        return [
            row
            for table in ("publication", "department", "draft")
            for row in connection.execute(f"SELECT * FROM {table}")
        ] + connection.execute(
            "SELECT kind, record_id, before, after FROM journal WHERE kind != 'office'"
            " ORDER BY kind"
        ).fetchall()
    finally:
        connection.close()


def test_four_ways_lead_to_the_same_rows(qtbot: QtBot, tmp_path: Path) -> None:
    found = {}
    for name, enter in WAYS.items():
        path = tmp_path / f"{name}.db"
        database = create_database(path)
        with database.writing(CLERK) as session:
            found_office(session, "示例县城市管理局")
        jobs = Jobs()
        desk = Desk(database, CLERK, jobs, year=TODAY.year, today=lambda: TODAY)
        enter(desk, qtbot, tmp_path)
        qtbot.waitUntil(lambda jobs=jobs: not jobs.busy)
        database.close()
        found[name] = rows_of(path)
    assert len(found["form"]) == 4, found["form"]
    for name, rows in found.items():
        assert rows == found["form"], name
