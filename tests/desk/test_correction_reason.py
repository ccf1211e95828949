"""A form that moves signed figures asks why; given, it is saved; not given, nothing is lost."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.correction_reason import CorrectionReason
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database
from tests.desk.conftest import CLERK, TODAY

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def form(desk: Desk, database: Database, qtbot: QtBot) -> Iterator[RequestEdit]:
    """The form of a request that stands in a signed year."""
    with database.writing(CLERK) as session:
        done = add_record(
            session,
            "request",
            {
                "number": "2024-001",
                "received_on": date(2024, 3, 1),
                "received_via": "letter",
                "applicant_kind": "natural",
                "applicant_name": "李明",
                "content": "补贴发放名单",
                "finished_on": date(2024, 3, 20),
                "outcome": "granted",
            },
        )
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
    assert not question.ui.keep.isEnabled()
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
