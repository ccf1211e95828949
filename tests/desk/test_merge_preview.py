"""Handing registers over and merging what comes back, by keys: shown first, then written."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.handover_make import HandoverMake
from disclosure_desk.desk.dialogs.merge_preview import MergePreview
from disclosure_desk.exchange.handover_package import write_package
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.card_rows import read_cards
from tests.commands.computers import Computer

CTRL = Qt.KeyboardModifier.ControlModifier
TODAY = date(2025, 9, 30)
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
}


@pytest.fixture
def package(desk: Desk, tmp_path: Path) -> Iterator[Path]:
    """Both computers went on with one request; the other one entered another, too."""
    with desk.database.writing(desk.actor) as session:
        id_ = add_record(session, "request", REQUEST, today=TODAY).record_id
    desk.database.settle()
    path = desk.database.path
    assert path is not None
    other = Computer(Path(shutil.copy(path, tmp_path / "other.db")), 1)
    with desk.database.writing(desk.actor) as session:
        change_record(session, "request", id_, {"note": "本人来过"}, today=TODAY)
    other.do(lambda s: change_record(s, "request", id_, {"note": "来过电话"}, today=TODAY))
    other.do(lambda s: add_record(s, "request", {**REQUEST, "number": "2025-002"}, today=TODAY))
    yield write_package(other.package(), tmp_path / "交接.jjb")
    other.close()


def shown(form: QDialog, desk: Desk, qtbot: QtBot) -> None:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(lambda: form.isActiveWindow() and not desk.jobs.busy)


def notes(desk: Desk) -> dict[object, object]:
    with desk.database.reading() as session:
        return {card["number"]: card.get("note") for _, card in read_cards(session, "request")}


def test_a_conflict_is_decided_by_a_key_and_then_all_is_merged(
    desk: Desk, package: Path, qtbot: QtBot
) -> None:
    form = MergePreview(desk, package)
    shown(form, desk, qtbot)
    lines = form.ui.conflicts.model()
    told = [lines.index(0, column).data() for column in range(lines.columnCount())]
    assert told == ["依申请公开", "2025-001", "备注", "本人来过", "来过电话", "交接包的（较晚）"]
    assert form.ui.conflicts.hasFocus()
    assert "李明远" in form.ui.label_choice.text()
    assert notes(desk) == {"2025-001": "本人来过"}  # nothing is written yet
    QTest.keyClick(form.ui.conflicts, Qt.Key.Key_1)
    assert lines.index(0, 5).data() == "这里的（选定）"
    QTest.keyClick(form.ui.conflicts, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "已并入" in form.ui.label_file.text() and not desk.jobs.busy)
    assert notes(desk) == {"2025-001": "本人来过", "2025-002": None}
    assert not form.ui.take_in.isEnabled()
    assert not form.ui.keep_here.isEnabled()


def test_a_package_without_news_and_a_foreign_file_can_be_exchanged_for_another(
    desk: Desk, package: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    foreign = tmp_path / "别的.jjb"
    foreign.write_text("这不是交接包", encoding="utf-8")
    form = MergePreview(desk, foreign)
    shown(form, desk, qtbot)
    assert form.ui.label_file.text().startswith("没有并入。“别的.jjb”不是交接包")
    assert form.ui.choose_other.hasFocus()
    assert not form.ui.conflicts.isVisible()
    assert form.ui.label_conflicts.text() == form.ui.label_changes.text() == ""
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(package))
    form.ui.choose_other.click()
    qtbot.waitUntil(lambda: form.ui.conflicts.isVisible() and not desk.jobs.busy)
    form.ui.take_in.click()
    qtbot.waitUntil(lambda: "已并入" in form.ui.label_file.text() and not desk.jobs.busy)
    again = MergePreview(desk, package)
    shown(again, desk, qtbot)
    assert "里面没有新的内容" in again.ui.label_file.text()
    assert not again.ui.take_in.isEnabled()


def test_a_conflict_that_nobody_was_shown_stops_the_merging(
    desk: Desk, package: Path, qtbot: QtBot
) -> None:
    form = MergePreview(desk, package)
    shown(form, desk, qtbot)
    form._conflicts.clear()  # as if it had come only after the look
    form.ui.take_in.click()
    qtbot.waitUntil(lambda: "请重新核对" in form.ui.label_file.text() and not desk.jobs.busy)
    assert notes(desk) == {"2025-001": "本人来过"}


def test_a_package_is_made_by_keys(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    form = HandoverMake(desk)
    shown(form, desk, qtbot)
    assert form.ui.span.currentText() == "全部登记"
    form.ui.folder.setText(str(tmp_path))
    QTest.keyClick(form.ui.folder, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "读回来核对无误" in form.ui.label_notes.text())
    (made,) = tmp_path.glob("*_交接包_全部_*.jjb")
    assert made.stat().st_size > 0
