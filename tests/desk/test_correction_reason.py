"""A form that moves signed figures asks why; given, it is saved; not given, nothing is lost."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import file_choice, opened_file
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.correction_reason import CorrectionReason
from disclosure_desk.desk.dialogs.import_preview import ImportPreview
from disclosure_desk.desk.dialogs.letter_making import LetterMaking
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.rules.letters import letter_kinds
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database
from tests.desk.conftest import CLERK, TODAY
from tests.letter_requests import describe_office
from tests.workbooks import request_row, write_rows

CTRL = Qt.KeyboardModifier.ControlModifier


CARD = {
    "number": "2024-001",
    "received_on": date(2024, 3, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "李明",
    "content": "补贴发放名单",
}
ENDED = {"finished_on": date(2024, 3, 20), "outcome": "granted"}


def sign(database: Database) -> int:
    """Enter an ended request and an open one, and sign their year; the key of the open one."""
    with database.writing(CLERK) as session:
        add_record(session, "request", CARD | ENDED)
        late = {"number": "2024-002", "received_on": date(2024, 12, 2)}
        done = add_record(session, "request", CARD | late)
        close_year(session, editions()["2021"], 2024, "审定", today=TODAY)
    return done.record_id


def last_step(database: Database) -> str:
    with database.reading() as session:
        return session.scalars(select(JournalEntry.step).order_by(JournalEntry.id.desc())).first()


def give_reason(qtbot: QtBot, reason: str) -> None:
    question = asked(qtbot)
    question.ui.reason.setText(reason)
    QTest.keyClick(question.ui.reason, Qt.Key.Key_Return, CTRL)


@pytest.fixture
def form(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[RequestEdit]:
    """The form of a request that stands in a signed year."""
    with database.writing(CLERK) as session:
        done = add_record(session, "request", CARD | ENDED)
        close_year(session, editions()["2021"], 2024, "审定", today=TODAY)
    made = RequestEdit(desk, done.record_id)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def asked(qtbot: QtBot) -> CorrectionReason:
    def found() -> list[CorrectionReason]:
        windows = QApplication.topLevelWidgets()
        return [one for one in windows if isinstance(one, CorrectionReason) and one.isVisible()]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def kind_of(database: Database) -> str:
    with database.reading() as session:
        return session.scalars(select(Request.applicant_kind)).one()


def test_with_a_reason_the_change_is_saved_and_journalled(
    form: RequestEdit, database: Database, qtbot: QtBot
) -> None:
    form.ui.applicant_kind.set_value("business")
    form.ui.applicant_kind.edited.emit()
    form.save()
    question = asked(qtbot)
    assert "2024年度已签发" in question.ui.label_question.text()
    assert not question.ui.act.isEnabled()
    question.ui.reason.setText("来函说明是企业")
    QTest.keyClick(question.ui.reason, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: kind_of(database) == "business")
    with database.reading() as session:
        steps = session.scalars(select(JournalEntry.step)).all()
    assert steps[-1].endswith("来函说明是企业")


def test_without_one_nothing_is_saved_and_nothing_lost(
    form: RequestEdit, database: Database, qtbot: QtBot
) -> None:
    form.ui.applicant_kind.set_value("business")
    form.ui.applicant_kind.edited.emit()
    form.save()
    QTest.keyClick(asked(qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not form.desk.jobs.busy)
    assert kind_of(database) == "natural"
    assert form.ui.applicant_kind.value() == "business"
    assert form.binder.is_unsaved
    for box in QApplication.topLevelWidgets():
        if box is not form and box.isVisible():
            box.close()


def test_a_ledger_is_taken_in_once_the_reason_is_given(
    desk: Desk, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    sign(database)
    row = request_row("2024-009", 办结日期="2024-05-06", 办理结果="予以公开")
    preview = ImportPreview(desk, write_rows(tmp_path / "台账.xlsx", {"依申请公开": [row]}))
    qtbot.addWidget(preview)
    preview.show()
    qtbot.waitUntil(preview.ui.take_in.isEnabled)
    assert "2024年的统计表已经签发" in preview.ui.findings.toPlainText()
    preview.ui.take_in.click()
    QTest.keyClick(asked(qtbot), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "还没有导入" in preview.ui.label_file.text())
    preview.ui.take_in.click()
    give_reason(qtbot, "科室补报")
    qtbot.waitUntil(lambda: "已导入" in preview.ui.label_file.text() and not desk.jobs.busy)
    assert last_step(database) == "导入台账：更正已签发年度，科室补报"


def test_a_final_letter_that_moves_a_figure_asks_for_the_reason(
    desk: Desk,
    database: Database,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    describe_office(database)
    request_id = sign(database)
    kinds = ([letter_kinds()["withdrawal_confirmation"]], [])
    out = tmp_path / "撤回.docx"
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(out))
    monkeypatch.setattr(opened_file, "open_url", lambda _url: True)
    dialog = LetterMaking(desk, request_id, "2024-002", kinds)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.ui.made_on.setText("20241220")
    dialog.ui.made_on.textEdited.emit("20241220")
    dialog.ui.final.set_value(True)
    dialog.make()
    question = asked(qtbot)
    assert not out.exists()
    give_reason(qtbot, "申请人已撤回")
    qtbot.waitUntil(out.exists)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    with database.reading() as session:
        steps = session.scalars(select(JournalEntry.step)).all()
    assert any(step.endswith("更正已签发年度，申请人已撤回") for step in steps), question
