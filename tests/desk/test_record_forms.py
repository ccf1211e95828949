"""The forms of records: refused saves, what cannot be read, proposals, and small screens."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.desk import screen_fit
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.dispute_edit import DisputeEdit
from disclosure_desk.desk.dialogs.indicator_edit import IndicatorEdit
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.record_dialog import RecordDialog
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.records.cards import Card
from disclosure_desk.records.event_kinds import EVENT_KINDS

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return
AFTER_HINTS_MS = 500
ITEM: Card = {
    "number": "2025-001",
    "title": "关于印发办法的通知",
    "made_on": date(2025, 3, 3),
    "department": "办公室",
}
REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "奖补资金的发放名单",
    "department": "办公室",
}
# The offscreen platform says so of every list that pops up.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
FORMS = (PublicationEdit, RequestEdit, DisputeEdit, IndicatorEdit)
Show = Callable[[type[RecordDialog], int | None], RecordDialog]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Iterator[Show]:
    forms: list[RecordDialog] = []

    def made(kind: type[RecordDialog], record_id: int | None = None) -> RecordDialog:
        form = kind(desk, record_id)
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
        form.binder.keep(form.binder.values())
        form.done(0)


def store(desk: Desk, kind: str, card: Card) -> int:
    with desk.database.writing(desk.actor) as session:
        return add_record(session, kind, card).record_id


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)


class TestWhatCannotBeARecord:
    def test_its_reason_stays_until_a_field_it_names_changes(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit, store(desk, "publication", ITEM))
        type_into(form.ui.repealed_on, "20250101")
        QTest.keyClick(form.ui.repealed_on, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: form.ui.repealed_on.property("finding") == "error")
        qtbot.wait(AFTER_HINTS_MS)
        assert "早于生成日期" in form.ui.label_notes.text()
        assert form.ui.repealed_on.property("finding") == "error"
        QTest.keyClick(form.ui.repealed_on, Qt.Key.Key_Tab)
        assert form.ui.repealed_on.property("finding") == "error"
        type_into(form.ui.category, "2")
        qtbot.wait(AFTER_HINTS_MS)
        assert "早于生成日期" in form.ui.label_notes.text()
        assert form.ui.repealed_on.property("finding") == "error"
        type_into(form.ui.made_on, "20241231")
        qtbot.waitUntil(lambda: form.ui.repealed_on.property("finding") == "")
        assert not form.ui.label_notes.isVisible()

    def test_the_keys_stay_and_f6_leads_from_finding_to_finding(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        card = ITEM | {"published_on": date(2025, 3, 1)}
        form = show(PublicationEdit, store(desk, "publication", card))
        form.ui.title.clear()
        form.ui.note.setFocus()
        QTest.keyClick(form.ui.note, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: form.ui.title.property("finding") == "error")
        assert form.ui.note.hasFocus()
        walked = []
        for _ in range(3):
            QTest.keyClick(form.focusWidget(), Qt.Key.Key_F6)
            walked.append(form.binder.field_with_keys())
        assert walked == ["title", "published_on", "channels"]
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_F6)
        assert form.ui.title.hasFocus()

    def test_f6_goes_through_the_fields_as_the_paper_has_them(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show(RequestEdit)
        type_into(form.ui.received_on, "20250929")
        form.ui.applicant_name.setFocus()
        QTest.keyClick(form.ui.applicant_name, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: form.ui.applicant_kind.property("finding") == "error")
        walked = []
        for _ in range(2):
            QTest.keyClick(form.focusWidget(), Qt.Key.Key_F6)
            walked.append(form.binder.field_with_keys())
        assert walked == ["applicant_kind", "content"]

    def test_a_kept_record_says_when_until_it_is_changed_again(
        self, desk: Desk, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit, store(desk, "publication", ITEM))
        assert form.ui.label_saved.text() == ""
        type_into(form.ui.category, "3")
        QTest.keyClick(form.ui.category, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: form.ui.label_saved.text().startswith("已保存 "))
        assert form.ui.label_saved.isVisible()
        QTest.keyClicks(form.ui.category, "4")
        assert form.ui.label_saved.text() == ""

    @pytest.mark.parametrize("kind", [DisputeEdit, IndicatorEdit])
    def test_a_narrow_form_tells_its_reason_in_whole_lines_and_grows_for_it(
        self, kind: type[RecordDialog], show: Show, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
    ) -> None:
        monkeypatch.setattr(screen_fit, "_room", lambda _form: QSize(1350, 740))
        form = show(kind, None)
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: form.ui.label_saved.text() == "还没有填写，没有保存。")
        form.binder.widgets["note"].set_typed("丙")
        QTest.keyClick(form.focusWidget(), Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(lambda: form.ui.label_saved.text().startswith("已存为待补草稿"))
        lines = form.ui.label_saved.fontMetrics().lineSpacing()
        qtbot.waitUntil(lambda: form.ui.label_saved.width() > form.width() * 0.9)
        assert form.ui.label_saved.height() < 3 * lines
        qtbot.waitUntil(lambda: form.ui.scroll_fields.verticalScrollBar().maximum() == 0)


class TestUnreadable:
    def test_a_bad_date_is_marked_on_leaving_and_stays_so(self, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit, None)
        type_into(form.ui.made_on, "20250230")
        QTest.keyClick(form.ui.made_on, ENTER)
        assert form.ui.made_on.property("finding") == "warning"
        qtbot.wait(AFTER_HINTS_MS)
        assert form.ui.made_on.property("finding") == "warning"
        assert "没有30日" in form.ui.label_notes.text()
        assert "没有30日" in form.ui.made_on.toolTip()
        type_into(form.ui.made_on, "20250228")
        assert form.ui.made_on.property("finding") == ""

    def test_a_bad_date_is_told_in_words_also_when_it_is_left_after_a_pause(
        self, show: Show, qtbot: QtBot
    ) -> None:
        form = show(PublicationEdit, None)
        type_into(form.ui.made_on, "20250230")
        qtbot.wait(AFTER_HINTS_MS)
        assert not form.ui.label_notes.isVisible()
        QTest.keyClick(form.ui.made_on, ENTER)
        qtbot.waitUntil(lambda: "没有30日" in form.ui.label_notes.text())

    def test_a_date_being_typed_is_not_called_bad(self, show: Show, qtbot: QtBot) -> None:
        form = show(PublicationEdit, None)
        type_into(form.ui.made_on, "202502")
        qtbot.wait(AFTER_HINTS_MS)
        assert form.ui.made_on.property("finding") == ""
        assert not form.ui.label_notes.isVisible()


@pytest.mark.parametrize(
    ("kind", "card", "next_field"),
    [(PublicationEdit, ITEM, "document_kind"), (RequestEdit, REQUEST, "agent")],
)
class TestProposals:
    def opened(
        self, desk: Desk, show: Show, kind: type[RecordDialog], card: Card, qtbot: QtBot
    ) -> tuple[RecordDialog, QWidget]:
        for number, department in enumerate(("a1", "a2"), start=1):
            store(desk, kind.kind, card | {"number": f"2025-00{number}", "department": department})
        form = show(kind, None)
        line = form.ui.department
        # What is looked up for a new form is shown in it before anything is typed.
        qtbot.waitUntil(lambda: line.completer() is not None and not desk.jobs.busy)
        line.setFocus()
        qtbot.waitUntil(line.hasFocus)
        QTest.keyClicks(line, "a")
        popup = line.completer().popup()
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is popup)
        # The list has the keys of the platform only some time after it is shown.
        qtbot.waitUntil(lambda: QApplication.focusWindow() is popup.windowHandle())
        return form, popup

    def test_enter_moves_one_field_with_the_list_open(
        self, desk: Desk, show: Show, qtbot: QtBot, kind: type, card: Card, next_field: str
    ) -> None:
        form, popup = self.opened(desk, show, kind, card, qtbot)
        QTest.keyClick(QApplication.activePopupWidget() or popup, ENTER)
        qtbot.waitUntil(lambda: form.focusWidget() is getattr(form.ui, next_field))
        assert not popup.isVisible()
        QApplication.processEvents()
        assert form.focusWidget() is getattr(form.ui, next_field), "one field, and no more"
        assert form.ui.department.text() == "a"

    def test_enter_takes_the_chosen_word(
        self, desk: Desk, show: Show, qtbot: QtBot, kind: type, card: Card, next_field: str
    ) -> None:
        form, popup = self.opened(desk, show, kind, card, qtbot)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, Qt.Key.Key_Down)
        QTest.keyClick(popup, ENTER)
        qtbot.waitUntil(lambda: form.focusWidget() is getattr(form.ui, next_field))
        assert form.ui.department.text() == "a2"

    def test_enter_moves_one_field_without_the_list(
        self, desk: Desk, show: Show, qtbot: QtBot, kind: type, card: Card, next_field: str
    ) -> None:
        form = show(kind, None)
        type_into(form.ui.department, "x")
        QTest.keyClick(form.ui.department, ENTER)
        qtbot.waitUntil(lambda: form.focusWidget() is getattr(form.ui, next_field))

    def test_keys_of_the_form_act_with_the_list_open(
        self, desk: Desk, show: Show, qtbot: QtBot, kind: type, card: Card, next_field: str
    ) -> None:
        form, popup = self.opened(desk, show, kind, card, qtbot)
        QTest.keyClick(popup, Qt.Key.Key_S, CTRL)
        qtbot.waitUntil(form.ui.label_notes.isVisible)
        assert "没有填写" in form.ui.label_notes.text()


# What 1366×768 leaves at 1.5-fold size, 1024×700, and 1366×768 at twofold size.
@pytest.mark.parametrize("room", [(910, 470), (1024, 660), (683, 350)])
@pytest.mark.parametrize("kind", FORMS)
def test_everything_can_be_reached_on_a_small_screen(
    kind: type[RecordDialog], room: tuple[int, int], show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_fit, "_room", lambda _window: QSize(*room))
    form = show(kind, None)
    form.show_findings(form._findings()[:3])
    QApplication.processEvents()
    assert form.width() <= room[0]
    assert form.height() <= room[1]
    for button in (form.ui.save, form.ui.save_and_next, form.ui.leave, form.ui.label_notes):
        place = QRect(button.mapTo(form, QPoint(0, 0)), button.size())
        assert form.rect().contains(place), button.objectName()
    for name, widget in form.binder.widgets.items():
        form.lead_to(name)
        QApplication.processEvents()
        assert not widget.visibleRegion().isEmpty(), name


def test_on_a_large_screen_nothing_needs_to_be_scrolled(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen_fit, "_room", lambda _window: QSize(1350, 720))
    for kind in FORMS:
        scrolled = show(kind, None).ui.scroll_fields
        assert scrolled.verticalScrollBar().maximum() == 0, kind
        assert scrolled.horizontalScrollBar().maximum() == 0, kind


def test_a_step_just_added_is_brought_into_view(desk: Desk, show: Show, qtbot: QtBot) -> None:
    request = store(desk, "request", REQUEST)
    repeated = next(slug for slug, kind in EVENT_KINDS.items() if not kind.once)
    with desk.database.writing(desk.actor) as session:
        for day in range(4, 28):
            step = {"happened_on": date(2025, 3, day)}
            add_event(session, request, repeated, step)
    form = show(RequestEdit, request)
    assert isinstance(form, RequestEdit)
    with desk.database.writing(desk.actor) as session:
        step = {"happened_on": date(2025, 3, 28)}
        add_event(session, request, repeated, step)
    form._steps_changed()
    table = form.ui.events
    last = table.model().index(table.model().rowCount() - 1, 0)
    assert table.selectionModel().selectedRows() == [last]
    assert table.viewport().rect().contains(table.visualRect(last).center())
