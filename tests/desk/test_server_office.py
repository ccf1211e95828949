"""Opening an office on a server: asked for once, the password kept nowhere, failures told."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot
from sqlalchemy import Engine

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import live_refresh
from disclosure_desk.desk.dialogs.server_office import ServerOffice
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import row_of
from disclosure_desk.storage import recent
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.server_address import address_of, without_password
from tests.conftest import fresh_database
from tests.desk.keyboard import press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
OTHER = Actor("周砚清", "窗口电脑")


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setattr(live_refresh, "LOOK_MS", 100)
    made = MainWindow(today=lambda: date(2025, 9, 30))
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


@pytest.fixture
def on_server(server: Engine, founded_database: str) -> Iterator[str]:
    with fresh_database(server, founded_database) as url:
        yield url.render_as_string(hide_password=False)


def asked(window: MainWindow, qtbot: QtBot) -> ServerOffice:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ServerOffice)))
    return [one for one in window.findChildren(ServerOffice) if one.isVisible()][-1]


def test_addresses_hold_what_was_typed_and_lose_only_the_password() -> None:
    place = address_of("db.example", 5433, "xxgk", "wangfang", "p@ss:wort/1")
    assert place == "postgresql+psycopg://wangfang:p%40ss%3Awort%2F1@db.example:5433/xxgk"
    assert without_password(place) == "postgresql+psycopg://wangfang@db.example:5433/xxgk"
    assert address_of("/tmp/pg", 5432, "xxgk", "wf").endswith("/xxgk?host=%2Ftmp%2Fpg")
    assert without_password("/data/office.db") == "/data/office.db"


def test_what_is_missing_or_no_port_is_said_in_the_dialog(qtbot: QtBot) -> None:
    dialog = ServerOffice()
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    dialog.show()
    told: list[str] = []
    dialog.chosen.connect(told.append)
    dialog.connect_to()
    assert "服务器" in dialog.ui.label_notes.text()
    for name, value in (("host", "db"), ("database", "xxgk"), ("user", "wf"), ("port", "七")):
        getattr(dialog.ui, name).setText(value)
    dialog.connect_to()
    assert "端口“七”不对" in dialog.ui.label_notes.text()
    dialog.ui.port.setText("5433")
    dialog.ui.password.setText("geheim")
    dialog.connect_to()
    assert told == ["postgresql+psycopg://wf:geheim@db:5433/xxgk"]


@pytest.mark.postgresql
def test_a_server_is_opened_by_its_dialog_and_remembered_without_the_password(
    window: MainWindow, on_server: str, qtbot: QtBot
) -> None:
    window.ui.open_server.trigger()
    dialog = asked(window, qtbot)
    dialog._fill(on_server)
    dialog.ui.password.setText("geheim")
    dialog.connect_to()
    qtbot.waitUntil(lambda: window.desk is not None)
    assert window.ui.label_office.text() == "示例县科学技术局"
    assert recent.recent_offices()[0] == without_password(on_server)
    assert "geheim" not in recent._memory().read_text(encoding="utf-8")
    window.ui.rail.setCurrentRow(row_of("publication"))
    page = window.page("publication")
    beside = open_database(on_server)
    with beside.writing(OTHER) as session:
        card = {"number": "2025-001", "title": "窗口的一条", "made_on": date(2025, 3, 3)}
        add_record(session, "publication", card)
    beside.close()
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


@pytest.mark.postgresql
def test_a_server_that_does_not_open_is_asked_about_once_more_with_the_reason(
    window: MainWindow, on_server: str, qtbot: QtBot
) -> None:
    wrong = on_server.replace("/ddsk_", "/fehlt_")
    window.open_place(wrong)
    dialog = asked(window, qtbot)
    assert "连接不上数据库" in dialog.ui.label_notes.text()
    assert dialog.ui.database.text().startswith("fehlt_")
    dialog._fill(on_server)
    press(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.desk is not None)


def test_with_large_type_the_sentences_take_no_lines_from_the_fields(
    qtbot: QtBot, qapp: QApplication
) -> None:
    dialog = ServerOffice()
    qtbot.addWidget(dialog)
    font = qapp.font()
    font.setPointSizeF(font.pointSizeF() * 1.6)
    dialog.setFont(font)
    for line in dialog.findChildren(QLineEdit):
        line.setFont(font)
    dialog.show()
    for line in dialog.findChildren(QLineEdit):
        assert line.height() >= line.minimumSizeHint().height(), line.objectName()
