"""The letters of a request: made, listed, opened, saved again, and what a letter still lacks."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import QSettings, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from sqlalchemy import select

from disclosure_desk.commands.letter_files import letters_of
from disclosure_desk.commands.registers import add_record, change_record
from disclosure_desk.commands.steps import add_event, change_event
from disclosure_desk.desk import file_choice, machine_settings, opened_file
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.letter_making import LetterMaking
from disclosure_desk.desk.dialogs.office_over import OfficeOver
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.letter_choice import Place, kinds_offered, place_of
from disclosure_desk.records.cards import Card
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.office import Office
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.statistics.letter_fields import FIELDS
from tests.desk.keyboard import CTRL, ENTER, form_over, is_gone, keys, press, type_over

REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 9, 15),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "奖补资金的发放名单",
}
OFFICE: Card = {
    "letter_code": "示科公开",
    "reconsideration_organ": "示例县人民政府",
    "court": "示例县人民法院",
    "address": "示例县中山路18号",
    "phone": "0571-60000001",
}
TODAY = date(2025, 9, 30)
Show = Callable[[], RequestEdit]
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a test chooses is not what this computer remembers."""
    file = str(tmp_path / "desk.ini")
    monkeypatch.setattr(
        machine_settings, "store", lambda: QSettings(file, QSettings.Format.IniFormat)
    )


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were handed to the system's program."""
    files: list[Path] = []

    def take(url: QUrl) -> bool:
        files.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(opened_file, "open_url", take)
    return files


@pytest.fixture
def chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names that were proposed for files; each is accepted in a folder of the test."""
    names: list[str] = []

    def answer(dialog: QFileDialog) -> str:
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            return str(tmp_path)
        names.append(Path(dialog.selectedFiles()[0]).name)
        return str(tmp_path / names[-1])

    monkeypatch.setattr(file_choice, "ask", answer)
    return names


@pytest.fixture
def request_id(desk: Desk) -> int:
    with desk.database.writing(desk.actor) as session:
        return add_record(session, "request", REQUEST).record_id


@pytest.fixture
def show(desk: Desk, request_id: int, qtbot: QtBot) -> Iterator[Show]:
    forms: list[RequestEdit] = []

    def made() -> RequestEdit:
        form = RequestEdit(desk, request_id)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(form)
        form.show()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        forms.append(form)
        return form

    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    for form in filter(isValid, forms):
        form.done(0)


def describe_office(desk: Desk, card: Card = OFFICE) -> None:
    with desk.database.writing(desk.actor) as session:
        office = session.scalars(select(Office.id)).one()
        change_record(session, "office", office, card)


def enter(desk: Desk, request_id: int, kind: str, **told: object) -> None:
    with desk.database.writing(desk.actor) as session:
        add_event(session, request_id, kind, told, today=TODAY)


def making(form: RequestEdit, qtbot: QtBot) -> LetterMaking:
    """The making of a letter, opened by its key, once it knows what it lacks."""
    keys(form, Qt.Key.Key_F7)
    dialog = form_over(form, LetterMaking, qtbot)
    qtbot.waitUntil(lambda: dialog.preview is not None)
    return dialog


def look_again(dialog: LetterMaking, qtbot: QtBot) -> None:
    dialog.preview = None
    dialog.look()
    qtbot.waitUntil(lambda: dialog.preview is not None)


def lines(form: RequestEdit) -> list[list[str]]:
    model = form.ui.letters.model()
    return [
        [model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())
    ]


def stored(desk: Desk, request_id: int) -> list[Letter]:
    with desk.database.reading() as session:
        return letters_of(session, request_id)


class TestMaking:
    def test_a_draft_is_written_where_the_clerk_says_opened_and_listed(
        self,
        show: Show,
        desk: Desk,
        request_id: int,
        chosen: list[str],
        opened: list[Path],
        tmp_path: Path,
        qtbot: QtBot,
    ) -> None:
        describe_office(desk)
        form = show()
        dialog = making(form, qtbot)
        assert dialog.ui.kind.currentText() == "登记回执"
        assert dialog.ui.made_on.value() == date(2025, 9, 15)  # that of the receipt
        assert dialog.ui.label_number.text() == "定稿时的文号：示科公开回〔2025〕1号"
        press(dialog, ENTER)
        qtbot.waitUntil(lambda: lines(form) != [])
        assert chosen == ["2025-001 登记回执.docx"]
        assert opened == [tmp_path / "2025-001 登记回执.docx"]
        assert "周大勇" in "".join(one.text for one in Document(str(opened[0])).paragraphs)
        assert lines(form) == [["登记回执", "", "2025-09-15", "草稿"]]
        assert "草稿已写出" in dialog.ui.label_notes.text()
        assert machine_settings.LETTER_FOLDER.value() == str(tmp_path)

    def test_a_final_letter_becomes_a_step_and_moves_the_due_date(
        self,
        show: Show,
        desk: Desk,
        request_id: int,
        chosen: list[str],
        opened: list[Path],
        qtbot: QtBot,
    ) -> None:
        describe_office(desk)
        form = show()
        qtbot.waitUntil(lambda: "2025-10-17" in form.ui.label_due.text())
        dialog = making(form, qtbot)
        dialog.ui.kind.set_value("agency_consultation")
        dialog.ui.final.setFocus()
        keys(dialog, " ")
        look_again(dialog, qtbot)
        press(dialog, ENTER)
        box = form_over(dialog, QMessageBox, qtbot)
        assert "协作机关" in box.text()
        box.close()
        dialog.activateWindow()
        enter(
            desk,
            request_id,
            "consultation_sent",
            happened_on=TODAY,
            consulted="agency",
            addressee="示例县财政局",
            reason="请提供意见。",
        )
        look_again(dialog, qtbot)
        assert dialog.preview is not None
        assert "协作机关" not in dialog.preview.missing
        press(dialog, ENTER)
        qtbot.waitUntil(lambda: lines(form) != [])
        assert lines(form)[0][1:] == ["示科公开商〔2025〕1号", "2025-09-30", "定稿"]
        table = form.ui.events.model()
        assert table.index(0, 3).data() == "示科公开商〔2025〕1号"
        qtbot.waitUntil(lambda: "正在征求意见" in form.ui.label_due.text())
        assert "文号示科公开商〔2025〕1号" in dialog.ui.label_notes.text()

    def test_after_a_final_letter_the_next_is_a_draft_and_the_person_is_nobody_logged_in(
        self,
        show: Show,
        desk: Desk,
        request_id: int,
        chosen: list[str],
        opened: list[Path],
        qtbot: QtBot,
    ) -> None:
        describe_office(desk, OFFICE | {"clerk": "李明"})
        form = show()
        dialog = making(form, qtbot)
        dialog.ui.final.setFocus()
        keys(dialog, " ")
        look_again(dialog, qtbot)
        press(dialog, ENTER)
        qtbot.waitUntil(lambda: lines(form) != [])
        assert lines(form)[0][3] == "定稿"
        assert not dialog.ui.final.isChecked()
        assert "已定稿" in dialog.ui.label_notes.text()
        keys(dialog, Qt.Key.Key_Escape)
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        assert form.ui.letters.hasFocus()
        selected = form.letters.selected()
        assert selected is not None
        assert selected.final
        press(form, Qt.Key.Key_1)
        step = form_over(form, EventEdit, qtbot)
        assert step.ui.person.text() == "李明"
        step.reject()

    def test_only_letters_that_fit_are_offered_what_the_state_calls_for_first(
        self, desk: Desk, request_id: int
    ) -> None:
        with desk.database.reading() as session:
            wanted, others = kinds_offered(session.get_one(Request, request_id), [])
        assert [kind.slug for kind in wanted] == ["receipt", "correction_notice"]
        assert not any(kind.needs_outcome for kind in others)
        enter(desk, request_id, "correction_asked", happened_on=date(2025, 9, 16))
        enter(desk, request_id, "correction_received", happened_on=date(2025, 9, 17))
        enter(
            desk,
            request_id,
            "consultation_sent",
            happened_on=date(2025, 9, 18),
            consulted="agency",
        )
        with desk.database.reading() as session:
            wanted, _ = kinds_offered(session.get_one(Request, request_id), [])
        assert [kind.slug for kind in wanted] == ["agency_consultation", "correction_notice"]
        enter(desk, request_id, "reply", happened_on=date(2025, 9, 20), outcome="not_exist")
        with desk.database.reading() as session:
            wanted, others = kinds_offered(session.get_one(Request, request_id), [])
        assert [kind.slug for kind in wanted] == ["reply_not_exist", "delivery_receipt"]
        assert "reply_granted" not in {kind.slug for kind in others}

    def test_a_day_that_cannot_be_is_told_before_anything_is_written(
        self, show: Show, chosen: list[str], qtbot: QtBot
    ) -> None:
        dialog = making(show(), qtbot)
        type_over(dialog.ui.made_on, "20250801")
        qtbot.waitUntil(lambda: "早于" in dialog.ui.label_notes.text())
        type_over(dialog.ui.made_on, "20250230")
        press(dialog, ENTER)
        assert "没有30日" in dialog.ui.label_notes.text()
        assert chosen == []

    def test_a_program_that_is_missing_is_told(
        self, show: Show, chosen: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        monkeypatch.setattr(opened_file, "open_url", lambda _url: False)
        dialog = making(show(), qtbot)
        press(dialog, ENTER)
        box = form_over(dialog, QMessageBox, qtbot)
        assert "请安装 Word 或 WPS" in box.text()
        box.close()

    def test_the_folder_of_templates_is_kept_on_this_computer(
        self, show: Show, chosen: list[str], tmp_path: Path, qtbot: QtBot
    ) -> None:
        dialog = making(show(), qtbot)
        keys(dialog, Qt.Key.Key_F2)
        assert dialog.ui.templates.text() == str(tmp_path)
        assert machine_settings.LETTER_TEMPLATES.value() == str(tmp_path)
        type_over(dialog.ui.templates, str(tmp_path / "gone"))
        qtbot.waitUntil(lambda: "gone" in dialog.ui.label_notes.text())
        dialog.ui.templates.clear()
        assert machine_settings.LETTER_TEMPLATES.value() == ""

    def test_the_shipped_templates_are_put_into_it_to_be_changed(
        self, show: Show, tmp_path: Path, qtbot: QtBot
    ) -> None:
        dialog = making(show(), qtbot)
        assert not dialog.ui.copy_templates.isEnabled()
        folder = tmp_path / "templates"
        folder.mkdir()
        type_over(dialog.ui.templates, str(folder))
        qtbot.wait(400)
        keys(dialog, Qt.Key.Key_F6)
        qtbot.waitUntil(lambda: "已放入" in dialog.ui.label_notes.text())
        assert (folder / "登记回执.docx").exists()
        keys(dialog, Qt.Key.Key_F6)
        qtbot.waitUntil(lambda: "没有覆盖" in dialog.ui.label_notes.text())


class TestWhatIsMissing:
    def test_it_is_listed_and_the_office_is_described_without_leaving(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        enter(
            desk,
            request_id,
            "reply",
            happened_on=date(2025, 9, 20),
            outcome="not_exist",
            reason="经检索没有",
        )
        dialog = making(show(), qtbot)
        assert dialog.preview is not None
        assert "复议机关" in dialog.preview.missing
        assert "复议机关（单位信息）" in dialog.ui.label_missing.text()
        assert "机关代字" in dialog.ui.label_number.text()
        number = dialog.gaps.places.index(Place("office", "reconsideration_organ"))
        dialog.ui.label_missing.linkActivated.emit(str(number))
        office = form_over(dialog, OfficeOver, qtbot)
        assert office.page.ui.reconsideration_organ.hasFocus()
        keys(office, "示例县人民政府")
        press(office, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: not isValid(office) or not office.isVisible())
        qtbot.waitUntil(
            lambda: dialog.preview is not None and "复议机关" not in dialog.preview.missing
        )

    def test_an_office_half_described_is_asked_about(self, desk: Desk, qtbot: QtBot) -> None:
        window = QWidget()
        qtbot.addWidget(window)
        window.show()
        OfficeOver(desk, window, field="court").open()
        office = form_over(window, OfficeOver, qtbot)
        keys(office, "示例县人民法院", Qt.Key.Key_Escape)
        box = form_over(office, QMessageBox, qtbot)
        keys(box, Qt.Key.Key_Escape)
        assert office.isVisible()
        office.page.load()
        keys(office, Qt.Key.Key_Escape)
        assert is_gone(office)

    def test_a_key_opens_the_step_that_lacks_it(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        describe_office(desk)
        enter(desk, request_id, "correction_asked", happened_on=date(2025, 9, 18))
        dialog = making(show(), qtbot)
        dialog.ui.kind.set_value("correction_notice")
        look_again(dialog, qtbot)
        assert dialog.gaps.places[0] == Place("step", "correction_asked")
        keys(dialog, Qt.Key.Key_F5)
        step = form_over(dialog, EventEdit, qtbot)
        assert step.event_id is not None
        step.ui.reason.setFocus()
        keys(step, "请提供身份证明")
        press(step, ENTER)
        qtbot.waitUntil(
            lambda: dialog.preview is not None and "补正事项" not in dialog.preview.missing
        )

    def test_a_field_of_the_registration_gets_the_keys(
        self, show: Show, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        with desk.database.writing(desk.actor) as session:
            change_record(session, "request", request_id, {"content": None})
        form = show()
        dialog = making(form, qtbot)
        dialog.place_wanted.emit(Place("request", "content"))
        assert not dialog.isVisible()
        assert form.focusWidget() is form.ui.content

    def test_every_field_that_a_clerk_fills_in_has_a_place(self) -> None:
        computed = ("法规数据", "程序推算", "文书日期", "最近定稿的文书", "办理过程", "步骤")
        for field in FIELDS.values():
            if not field.origin.startswith(computed) or "“" in field.origin:
                assert place_of(field.name, field.origin), field.name


class TestList:
    @pytest.fixture
    def with_draft(
        self, show: Show, desk: Desk, chosen: list[str], opened: list[Path], qtbot: QtBot
    ) -> RequestEdit:
        describe_office(desk)
        form = show()
        dialog = making(form, qtbot)
        press(dialog, ENTER)
        qtbot.waitUntil(lambda: lines(form) != [])
        dialog.reject()
        form.activateWindow()
        qtbot.waitUntil(form.isActiveWindow)
        form.ui.letters.setFocus()
        form.ui.letters.selectRow(0)
        opened.clear()
        return form

    def test_enter_opens_a_copy_that_cannot_be_changed(
        self, with_draft: RequestEdit, opened: list[Path], tmp_path: Path, qtbot: QtBot
    ) -> None:
        keys(with_draft, ENTER)
        qtbot.waitUntil(lambda: len(opened) == 1)
        assert opened[0].read_bytes() == (tmp_path / opened[0].name).read_bytes()
        assert opened[0].parent != tmp_path
        assert not opened[0].stat().st_mode & 0o222

    def test_a_kept_letter_is_saved_again(
        self,
        with_draft: RequestEdit,
        chosen: list[str],
        tmp_path: Path,
        qtbot: QtBot,
    ) -> None:
        file = tmp_path / "2025-001 登记回执.docx"
        content = file.read_bytes()
        file.unlink()
        QTest.keyClick(
            with_draft.ui.letters, Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier
        )
        qtbot.waitUntil(file.exists)
        qtbot.waitUntil(lambda: "已另存到" in with_draft.ui.label_saved.text())
        assert file.read_bytes() == content

    def test_a_draft_is_taken_away_after_a_question(
        self, with_draft: RequestEdit, desk: Desk, request_id: int, qtbot: QtBot
    ) -> None:
        keys(with_draft, Qt.Key.Key_Delete)
        box = form_over(with_draft, QMessageBox, qtbot)
        remove = next(one for one in box.findChildren(QPushButton) if one.text() == "删除")
        QTest.keyClick(remove, Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: lines(with_draft) == [])
        assert stored(desk, request_id) == []

    def test_a_decision_letter_is_outdated_once_the_outcome_is_another(
        self,
        show: Show,
        desk: Desk,
        request_id: int,
        chosen: list[str],
        opened: list[Path],
        qtbot: QtBot,
    ) -> None:
        describe_office(desk)
        enter(
            desk,
            request_id,
            "reply",
            happened_on=TODAY,
            outcome="not_exist",
            reason="经检索没有这项信息",
        )
        form = show()
        dialog = making(form, qtbot)
        assert dialog.ui.kind.value() == "reply_not_exist"
        dialog.ui.final.setChecked(True)
        press(dialog, ENTER)
        qtbot.waitUntil(lambda: lines(form) != [])
        assert lines(form)[0][3] == "定稿"
        with desk.database.writing(desk.actor) as session:
            event = session.scalars(select(RequestEvent.id)).one()
            change_event(session, request_id, event, {"outcome": "granted"}, today=TODAY)
        form._steps_changed()
        assert lines(form)[0][3] == "定稿，已过时"
        form.ui.letters.selectRow(0)
        assert not form.ui.remove_letter.isEnabled()

    def test_a_new_request_has_no_letters_yet(self, desk: Desk, qtbot: QtBot) -> None:
        form = RequestEdit(desk, None)
        qtbot.addWidget(form)
        form.show()
        assert not form.ui.make_letter.isEnabled()
        assert not form.ui.open_letter.isEnabled()
        qtbot.waitUntil(lambda: not desk.jobs.busy)
