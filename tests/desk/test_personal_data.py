"""Identity numbers, telephones and addresses are hidden on screen until somebody asks for them."""

import json
from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.journal_view import JournalView
from disclosure_desk.desk.dialogs.office_journal import OfficeJournal
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.draft_forms import fields_of
from disclosure_desk.desk.field_history import Place
from disclosure_desk.desk.jobs import Jobs
from disclosure_desk.desk.models.paste_model import PasteModel, SheetColumn, SheetState
from disclosure_desk.desk.widgets.personal_line import PersonalLine
from disclosure_desk.faults import Refusal
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.journal import JournalEntry
from disclosure_desk.records.request import Request
from disclosure_desk.storage.database import Database, open_database
from disclosure_desk.storage.find_anywhere import find_anywhere
from tests.desk.keyboard import CTRL, commit, compose, keys, press

NUMBER, PHONE, ADDRESS = "11010519491231002X", "13900000001", "示例县向阳路1号"
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 9, 1),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "id_number": NUMBER,
    "phone": PHONE,
    "address": ADDRESS,
    "content": "2024年科技奖补资金的发放名单",
}
SHOW = CTRL | Qt.KeyboardModifier.ShiftModifier
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def line(qtbot: QtBot) -> PersonalLine:
    made = PersonalLine()
    qtbot.addWidget(made)
    made.show()
    made.set_value(NUMBER)
    return made


@pytest.fixture
def request_id(desk: Desk) -> int:
    with desk.database.writing(desk.actor) as session:
        return add_record(session, "request", REQUEST).record_id


@pytest.fixture
def form(desk: Desk, request_id: int, qtbot: QtBot) -> Iterator[RequestEdit]:
    made = opened(desk, request_id, qtbot)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    made.binder.keep(made.binder.values())
    made.done(0)


def opened(desk: Desk, request_id: int | None, qtbot: QtBot) -> RequestEdit:
    form = RequestEdit(desk, request_id)
    form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    return form


def seen(widget: QWidget) -> str:
    """All that can be read in a window: texts, masks, tool tips, and what is told aloud."""
    told = []
    for one in (widget, *widget.findChildren(QWidget)):
        for name in ("text", "placeholderText", "toolTip", "plainText", "accessibleDescription"):
            told.append(str(one.property(name) or ""))
    return "\n".join(told)


def looks(database: Database) -> list[JournalEntry]:
    with database.reading() as session:
        found = select(JournalEntry).where(JournalEntry.kind == "look").order_by(JournalEntry.id)
        return list(session.scalars(found))


def ask_to_see(form: QWidget, desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(form.focusWidget() or form, Qt.Key.Key_I, SHOW)
    qtbot.waitUntil(lambda: not desk.jobs.busy)


class TestLine:
    def test_the_mask_is_no_text_of_the_line(self, line: PersonalLine) -> None:
        assert line.placeholderText() == "110****2X"
        assert line.text() == ""
        assert (line.value(), line.typed()) == (NUMBER, NUMBER)
        line.selectAll()
        QGuiApplication.clipboard().setText("别处的字")
        line.copy()
        assert QGuiApplication.clipboard().text() == "别处的字"

    @pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_End])
    def test_keys_in_a_hidden_line_change_nothing(self, line: PersonalLine, key: Qt.Key) -> None:
        edits: list[None] = []
        line.edited.connect(lambda: edits.append(None))
        QTest.keyClick(line, key)
        assert line.value() == NUMBER
        assert not edits

    def test_what_is_typed_is_seen_and_is_the_new_value(self, line: PersonalLine) -> None:
        QTest.keyClicks(line, "138")
        assert (line.text(), line.value()) == ("138", "138")
        for _ in range(3):
            QTest.keyClick(line, Qt.Key.Key_Backspace)
        assert line.is_hidden
        assert line.value() == NUMBER

    def test_an_input_method_composes_beside_the_mask(self, line: PersonalLine) -> None:
        compose(line, "zhong")
        assert line.value() == NUMBER
        compose(line, "")
        assert line.value() == NUMBER
        commit(line, "中山路")
        assert line.value() == "中山路"

    def test_shown_it_can_be_emptied_and_hidden_again(self, line: PersonalLine) -> None:
        line.reveal()
        assert line.text() == NUMBER
        line.conceal()
        assert line.text() == ""
        assert line.value() == NUMBER
        line.reveal()
        line.clear()
        assert line.value() is None
        line.conceal()
        assert line.value() is None
        assert line.placeholderText() == ""

    def test_another_value_tells_of_itself_and_the_same_does_not(self, line: PersonalLine) -> None:
        edits: list[None] = []
        line.edited.connect(lambda: edits.append(None))
        line.set_value(NUMBER)
        line.reveal()
        line.conceal()
        assert not edits
        line.set_value(PHONE)
        assert len(edits) == 1
        assert line.value() == PHONE


class TestForm:
    def test_every_personal_field_stands_in_a_line_that_hides(self, form: RequestEdit) -> None:
        for name, field in form.binder.fields.items():
            assert isinstance(form.binder.widgets[name], PersonalLine) == field.personal, name

    def test_nothing_personal_is_seen_until_a_key_asks_for_it(
        self, desk: Desk, form: RequestEdit, request_id: int, qtbot: QtBot
    ) -> None:
        for value in (NUMBER, PHONE, ADDRESS):
            assert value not in seen(form)
        assert not form.binder.is_unsaved
        ask_to_see(form, desk, qtbot)
        for value in (NUMBER, PHONE, ADDRESS):
            assert value in seen(form)
        assert not form.binder.is_unsaved
        (entry,) = looks(desk.database)
        assert (entry.actor, entry.record_id) == (desk.actor.name, request_id)
        assert json.loads(entry.after or "") == {
            "number": "2025-001",
            "fields": "证件号码、联系电话、联系地址",
        }
        assert entry.step == "查看依申请公开的个人信息"

    def test_the_key_hides_it_again_and_a_second_look_is_the_same_look(
        self, desk: Desk, form: RequestEdit, qtbot: QtBot
    ) -> None:
        ask_to_see(form, desk, qtbot)
        ask_to_see(form, desk, qtbot)
        assert NUMBER not in seen(form)
        ask_to_see(form, desk, qtbot)
        assert NUMBER in seen(form)
        assert len(looks(desk.database)) == 1

    def test_after_some_minutes_it_is_hidden_unless_somebody_types_there(
        self, desk: Desk, form: RequestEdit, qtbot: QtBot
    ) -> None:
        ask_to_see(form, desk, qtbot)
        form.ui.phone.setFocus()
        form.personal._pause.timeout.emit()
        assert NUMBER in seen(form)
        form.ui.note.setFocus()
        form.personal._pause.timeout.emit()
        assert NUMBER not in seen(form)

    def test_a_save_keeps_what_is_hidden_as_it_is(
        self, desk: Desk, form: RequestEdit, request_id: int, qtbot: QtBot
    ) -> None:
        form.ui.phone.setFocus()
        keys(form, "0571-60000001")
        form.ui.note.setFocus()
        keys(form, "abc")
        press(form, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: form.ui.label_saved.text().startswith("已保存"))
        with desk.database.reading() as session:
            stored = session.get_one(Request, request_id)
            assert (stored.id_number, stored.address) == (NUMBER, ADDRESS)
            assert (stored.phone, stored.note) == ("0571-60000001", "abc")
        assert form.ui.phone.text() == ""  # hidden again, once it is kept
        assert form.ui.phone.value() == "0571-60000001"

    def test_what_the_last_request_told_is_proposed_hidden(
        self, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        form = opened(desk, None, qtbot)
        form.ui.applicant_name.setFocus()
        commit(form.ui.applicant_name, "周大勇")
        qtbot.waitUntil(lambda: form.ui.phone.value() == PHONE)
        assert PHONE not in seen(form)
        form.done(0)
        qtbot.waitUntil(lambda: not desk.jobs.busy)

    def test_a_window_opened_read_only_shows_nothing_as_no_look_can_be_journalled(
        self, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        place = str(desk.database.path)
        looking = Database(open_database(place).engine, desk.database.url, is_read_only=True)
        failures: list[Exception] = []
        beside = Desk(looking, desk.actor, Jobs(failed=failures.append), year=2025)
        form = opened(beside, request_id, qtbot)
        QTest.keyClick(form.ui.note, Qt.Key.Key_I, SHOW)
        qtbot.waitUntil(lambda: bool(failures))
        assert isinstance(failures[0], Refusal)
        assert "只读" in str(failures[0])
        assert NUMBER not in seen(form)
        form.done(0)
        beside.jobs.finish()
        looking.close()


class TestElsewhere:
    def test_the_journals_hide_it_and_the_history_shows_it_when_asked(
        self, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        with desk.database.writing(desk.actor) as session:
            change_record(session, "request", request_id, {"phone": "13900000002"})
        office = OfficeJournal(desk)
        qtbot.addWidget(office)
        office.show()
        qtbot.waitUntil(lambda: office.model.rowCount() > 2)
        told = []
        for row in range(office.model.rowCount()):
            office.ui.lines.setCurrentIndex(office.model.index(row, 0))
            told.append(office.ui.details.toPlainText())
        assert "联系电话：139****01 → 139****02" in told[0]
        assert not any(value in "\n".join(told) for value in (NUMBER, PHONE, ADDRESS))
        view = JournalView(desk, "request", request_id, place=Place("phone"))
        view.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(view)
        view.show()
        view.activateWindow()
        qtbot.waitUntil(view.isActiveWindow)
        assert view.model.index(0, 4).data() == "139****01 → 139****02"
        ask_to_see(view, desk, qtbot)
        assert view.model.index(0, 4).data() == f"{PHONE} → 13900000002"
        assert len(looks(desk.database)) == 1
        view.ui.lines.setCurrentIndex(view.model.index(1, 0))
        with qtbot.waitSignal(view.put_back):
            view.restore()
        with desk.database.reading() as session:
            assert session.get_one(Request, request_id).phone == PHONE

    def test_who_knows_a_number_finds_its_record(self, desk: Desk, request_id: int) -> None:
        with desk.database.reading() as session:
            for words in (NUMBER, NUMBER.lower(), f" {PHONE} ", "139-0000-0001"):
                (found,) = find_anywhere(session, words)
                assert found.id == request_id
                assert NUMBER not in found.name
            assert find_anywhere(session, "13900000009") == []

    def test_pasted_rows_and_drafts_hide_it(self, desk: Desk) -> None:
        from disclosure_desk.desk.dialogs.draft_offer import as_words
        from disclosure_desk.storage.drafts import Draft

        model = PasteModel("request", ["number", "phone"])
        columns = (SheetColumn("number"), SheetColumn("phone"))
        model.put(SheetState(columns, (("2025-002", PHONE),)))
        cell = model.index(0, 2)
        assert cell.data() == "139****01"
        assert cell.data(Qt.ItemDataRole.EditRole) == PHONE
        fields = fields_of(Draft("k", "request", None, None, "", {"phone": PHONE}))
        assert as_words(fields["phone"], PHONE) == "139****01"
        assert as_words(FIELDS["request"]["number"], "2025-002") == "2025-002"

    def test_two_values_written_at_once_are_told_hidden(self, qtbot: QtBot) -> None:
        from disclosure_desk.desk.dialogs.changed_meanwhile import _words

        assert _words(PHONE, FIELDS["request"]["phone"]) == "139****01"
        assert _words(None, FIELDS["request"]["phone"]) == "（空）"
        assert _words("张三", FIELDS["request"]["applicant_name"]) == "张三"
