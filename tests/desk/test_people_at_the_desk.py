"""People, roles and confirmations on the desk: real windows, by keys."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.confirming import confirm
from disclosure_desk.commands.people import add_person, change_person, people, want_confirmed
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.confirm_record import ConfirmRecord
from disclosure_desk.desk.dialogs.person_edit import PersonEdit
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.rule_choice import RuleChoice
from disclosure_desk.desk.dialogs.sign_off import SignOff
from disclosure_desk.desk.dialogs.switch_person import SwitchPerson
from disclosure_desk.desk.journal_words import what_changed
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.pages.people_list import PeopleList
from disclosure_desk.desk.pages.register_page import RegisterPage
from disclosure_desk.desk.pages.settings_page import SettingsPage
from disclosure_desk.desk.pages.today_page import TodayPage
from disclosure_desk.desk.person_at_desk import told_of
from disclosure_desk.records.base import FieldValue
from disclosure_desk.storage.confirmations import sayings, state_now
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.journal_reader import journal_page
from tests.desk.keyboard import commit, form_over, press

TODAY = date(2025, 9, 30)
REVIEWER, CLERK, READER = (Actor(name, "ZWGK-PC2") for name in ("王芳", "林知夏", "李明"))
ITEM: dict[str, FieldValue] = {
    "number": "P1",
    "title": "科技项目申报通知",
    "made_on": date(2025, 9, 1),
    "published_on": date(2025, 9, 3),
}


def staff(database: Database, *wanted: str) -> None:
    """One of each role; the office wants these kinds confirmed."""
    with database.writing(REVIEWER) as session:
        for actor, role in ((REVIEWER, "reviewer"), (CLERK, "clerk"), (READER, "reader")):
            told = {"name": actor.name, "role": role, "active_from": date(2020, 1, 1)}
            add_person(session, told)
        for kind in wanted:
            want_confirmed(session, kind, date(2025, 1, 1))


def enter(database: Database, by: Actor = CLERK, **more: FieldValue) -> int:
    with database.writing(by) as session:
        return add_record(session, "publication", ITEM | more).record_id


def sit(desk: Desk, actor: Actor) -> Desk:
    with desk.database.reading() as session:
        desk.person.known(told_of(session, actor))
    return desk


def state(database: Database, record_id: int) -> str | None:
    with database.reading() as session:
        return state_now(session, "publication", record_id)


def shown(qtbot: QtBot, widget: QWidget) -> None:
    """In front, with the keys."""
    if not widget.testAttribute(Qt.WidgetAttribute.WA_DeleteOnClose):
        qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)


def test_without_people_nothing_is_asked_and_everything_acts(desk: Desk) -> None:
    assert desk.person.refusal("PEOPLE") == ""
    assert not desk.person.only_looks
    assert desk.person.words == "王芳"
    assert not sit(desk, REVIEWER).person.must_choose


def test_the_first_person_is_entered_by_keys_as_a_reviewer(qtbot: QtBot, desk: Desk) -> None:
    page = PeopleList(desk)
    shown(qtbot, page)
    page.add_person()
    form = form_over(page, PersonEdit, qtbot)
    assert (form.ui.role.value(), form.ui.login.value()) == ("reviewer", "王芳")
    commit(form.ui.name, "王芳芳")
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.ui.people.model().rowCount() == 1)
    qtbot.waitUntil(lambda: desk.actor.name == "王芳芳")  # by the login
    assert desk.person.words == "王芳芳（复核人）"
    with desk.database.reading() as session:
        assert [one.name for one in people(session)] == ["王芳芳"]


def test_what_is_to_be_confirmed_is_ticked_and_dated(
    qtbot: QtBot, desk: Desk, database: Database
) -> None:
    staff(database)
    sit(desk, REVIEWER)
    page = PeopleList(desk)
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.ui.people.model().rowCount() == 3)
    page.ui.wants_publication.click()
    qtbot.waitUntil(lambda: desk.person.confirmed_kinds == {"publication"})
    qtbot.waitUntil(lambda: page.ui.since_publication.isEnabled())
    page.ui.since_publication.set_value(date(2025, 1, 1))
    page.ui.since_publication.editingFinished.emit()
    qtbot.waitUntil(lambda: page._wanted == {"publication": date(2025, 1, 1)})
    page.ui.wants_publication.click()
    qtbot.waitUntil(lambda: not desk.person.confirmed_kinds)


def test_one_digit_lets_another_person_sit_down(
    qtbot: QtBot, desk: Desk, database: Database
) -> None:
    staff(database)
    sit(desk, REVIEWER)
    form = SwitchPerson(desk)
    shown(qtbot, form)
    qtbot.waitUntil(lambda: form.ui.people.count() == 3)
    QTest.keyClick(form.ui.people, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: desk.actor.name == "林知夏")
    assert desk.person.refusal("PEOPLE").startswith("“林知夏”的角色是经办人")


def test_a_digit_pressed_before_the_names_are_here_is_not_lost(
    qtbot: QtBot, desk: Desk, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    staff(database)
    sit(desk, REVIEWER)
    look_up, asked = desk.look_up, []
    with monkeypatch.context() as slowly:
        slowly.setattr(desk, "look_up", lambda query, **told: asked.append((query, told)))
        form = SwitchPerson(desk)
    shown(qtbot, form)
    QTest.keyClick(form.ui.people, Qt.Key.Key_2)
    assert desk.actor.name == "王芳"
    (query, told) = asked[0]
    look_up(query, **told)
    qtbot.waitUntil(lambda: desk.actor.name == "林知夏")


@pytest.mark.parametrize(
    ("actor", "held"),
    [
        (READER, {"add_record", "remove_record", "paste_rows", "import_ledger", "restore_backup"}),
        (CLERK, {"restore_backup"}),
        (REVIEWER, set()),
    ],
)
def test_the_menus_grey_what_one_may_not_do_and_say_why(
    qtbot: QtBot, desk: Desk, database: Database, actor: Actor, held: set[str]
) -> None:
    staff(database)
    window = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(window)
    window._menus.guard(sit(desk, actor))
    names = ("add_record", "remove_record", "paste_rows", "import_ledger", "restore_backup")
    for name in names:
        getattr(window.ui, name).setEnabled(True)  # as a page does
    assert {name for name in names if not getattr(window.ui, name).isEnabled()} == held
    for name in held:
        assert f"“{actor.name}”的角色是" in getattr(window.ui, name).toolTip()


def test_who_is_not_known_is_asked_at_the_start_and_only_looks_until_then(
    qtbot: QtBot, desk: Desk, database: Database
) -> None:
    staff(database)
    database.settle()
    window = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(window)
    window.show()
    window.open_place(str(database.path))
    qtbot.waitUntil(lambda: window.desk is not None)
    form = form_over(window, SwitchPerson, qtbot)
    assert window.desk is not None
    assert "（只读）" in window.windowTitle()
    assert not window.ui.import_ledger.isEnabled()
    assert "选择前只能查看" in form.ui.label_notes.text()
    qtbot.waitUntil(lambda: form.ui.people.count() == 3)
    QTest.keyClick(form.ui.people, Qt.Key.Key_1)
    qtbot.waitUntil(lambda: "（只读）" not in window.windowTitle())
    assert window.desk.person.words == "王芳（复核人）"
    assert window.ui.import_ledger.isEnabled()
    window.close()


def test_pages_and_dialogs_grey_what_is_a_reviewers(
    qtbot: QtBot, desk: Desk, database: Database
) -> None:
    staff(database)
    sit(desk, CLERK)
    page = SettingsPage(desk)
    qtbot.addWidget(page)
    rules, signing = RuleChoice(desk, page), SignOff(desk, page)
    qtbot.waitUntil(lambda: signing.ui.state.count() == 3 and not desk.jobs.busy)
    for button in (page.office.ui.save, page.people.ui.add_person, rules.ui.switch_off):
        button.setEnabled(True)
        assert not button.isEnabled()
        assert "角色是经办人，不能" in button.toolTip()
    assert not signing.ui.state.isEnabled()
    assert signing.ui.sign.isEnabled()  # names are the clerk's business
    assert page.departments.ui.add_department.isEnabled()
    sit(desk, REVIEWER)
    assert rules.ui.switch_off.isEnabled()
    assert signing.ui.state.isEnabled()
    sit(desk, READER)
    assert not page.departments.ui.add_department.isEnabled()


def test_a_reader_opens_a_form_only_to_look(qtbot: QtBot, desk: Desk, database: Database) -> None:
    record_id = enter(database, REVIEWER)
    staff(database)
    form = PublicationEdit(sit(desk, READER), record_id)
    shown(qtbot, form)
    assert not form.ui.save.isEnabled()
    assert not form.ui.title.isEnabled()
    assert "角色是只读" in form.ui.label_saved.text()


def test_a_reader_scrolls_a_long_text_and_types_nothing_into_it(
    qtbot: QtBot, desk: Desk, database: Database
) -> None:
    note = "\n".join(f"第{number}行" for number in range(60))
    record_id = enter(database, REVIEWER, note=note)
    staff(database)
    form = PublicationEdit(sit(desk, READER), record_id)
    shown(qtbot, form)
    bar = form.ui.note.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.triggerAction(QAbstractSlider.SliderAction.SliderToMaximum)
    assert form.ui.note.isEnabled()
    assert bar.value() == bar.maximum()
    QTest.mouseClick(form.ui.note.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(form.ui.note, "x")
    assert not form.ui.note.hasFocus()
    assert form.ui.note.toPlainText() == note


@pytest.fixture
def waiting(database: Database) -> int:
    """An item that a clerk published and nobody confirmed; the reviewer sits at the desk."""
    staff(database, "publication")
    return enter(database)


def test_today_lists_what_waits_and_one_key_opens_and_one_confirms_it(
    qtbot: QtBot, desk: Desk, database: Database, waiting: int
) -> None:
    page = TodayPage(sit(desk, REVIEWER))
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.agenda is not None)
    assert page.agenda is not None
    group = next(one for one in page.agenda.groups if one.slug == "confirming")
    assert (group.title, [one.number for one in group.items]) == ("待复核", ["P1"])
    page.ui.items.setCurrentIndex(page.model.place_of("confirming", group.items[0]))
    page.ui.items.setFocus()
    QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    form = form_over(page, ConfirmRecord, qtbot)
    qtbot.waitUntil(form.ui.confirm.isEnabled)
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: state(database, waiting) == "confirmed")

    def slugs() -> set[str]:
        return {one.slug for one in page.agenda.groups} if page.agenda else set()

    qtbot.waitUntil(lambda: "confirming" not in slugs())


def test_a_return_needs_a_reason_and_stands_on_the_clerks_day(
    qtbot: QtBot, desk: Desk, database: Database, waiting: int
) -> None:
    form = ConfirmRecord(sit(desk, REVIEWER), "publication", waiting)
    shown(qtbot, form)
    qtbot.waitUntil(form.ui.give_back.isEnabled)
    form.ui.give_back.click()
    assert "请在“复核意见”里写明" in form.ui.label_refusal.text()
    commit(form.ui.note, "标题写错了")
    form.ui.give_back.click()
    qtbot.waitUntil(lambda: state(database, waiting) == "returned")
    with database.reading() as session:
        assert sayings(session, "publication", waiting)[0].note == "标题写错了"
    page = TodayPage(sit(desk, CLERK))
    shown(qtbot, page)
    qtbot.waitUntil(lambda: page.agenda is not None)
    assert page.agenda is not None
    (item,) = next(one.items for one in page.agenda.groups if one.slug == "returned")
    assert "退回原因：标题写错了" in item.text


def test_what_one_typed_himself_is_shown_but_not_confirmed(
    qtbot: QtBot, desk: Desk, database: Database
) -> None:
    staff(database, "publication")
    own = enter(database, REVIEWER)
    form = ConfirmRecord(sit(desk, REVIEWER), "publication", own)
    shown(qtbot, form)
    qtbot.waitUntil(lambda: "要由另一个人复核" in form.ui.label_refusal.text())
    assert not form.ui.confirm.isEnabled()


def test_a_clerk_sees_the_sheet_with_the_buttons_greyed(
    qtbot: QtBot, desk: Desk, waiting: int
) -> None:
    form = ConfirmRecord(sit(desk, CLERK), "publication", waiting)
    shown(qtbot, form)
    qtbot.waitUntil(lambda: bool(form.ui.label_refusal.text().strip()))
    assert not form.ui.confirm.isEnabled()
    assert not form.ui.give_back.isEnabled()
    assert "不能复核" in form.ui.confirm.toolTip()
    assert not form.ui.note.isEnabled()
    assert form.ui.leave.hasFocus()
    assert form.ui.label_sayings.text() == "由林知夏登记或修改"


def test_an_open_register_gets_the_column_when_the_office_wants_confirming(
    qtbot: QtBot, desk: Desk, database: Database
) -> None:
    staff(database)
    page = RegisterPage(sit(desk, REVIEWER), "publication")
    shown(qtbot, page)
    assert "confirmation" not in [one.field for one in page.model.columns]
    with database.writing(REVIEWER) as session:
        want_confirmed(session, "publication", date(2025, 1, 1))
    sit(desk, REVIEWER)
    qtbot.waitUntil(lambda: page.model.columns[-1].field == "confirmation")


def test_the_form_says_who_confirmed_and_the_register_has_the_column(
    qtbot: QtBot, desk: Desk, database: Database, waiting: int
) -> None:
    sit(desk, REVIEWER)
    page = RegisterPage(desk, "publication")
    shown(qtbot, page)
    place = [one.field for one in page.model.columns].index("confirmation")
    qtbot.waitUntil(lambda: page.model.index(0, place).data() == "待复核")
    form = PublicationEdit(desk, waiting)
    shown(qtbot, form)
    qtbot.waitUntil(lambda: form.confirmation.label.text() == "待复核：由另一个人核对（Ctrl+R）。")
    press(form, Qt.Key.Key_R)
    sheet = form_over(form, ConfirmRecord, qtbot)
    qtbot.waitUntil(sheet.ui.confirm.isEnabled)
    sheet.confirm()
    qtbot.waitUntil(lambda: form.confirmation.label.text().startswith("已由王芳于"))
    qtbot.waitUntil(lambda: page.model.index(0, place).data() == "已复核")


def test_a_condition_finds_what_waits(qtbot: QtBot, desk: Desk, database: Database) -> None:
    from disclosure_desk.storage.filters import Filter

    staff(database, "publication")
    enter(database)
    enter(database, number="P2", published_on=None)
    page = RegisterPage(sit(desk, REVIEWER), "publication")
    shown(qtbot, page)
    page.set_filters([Filter("confirmation", ("waiting",))])
    qtbot.waitUntil(lambda: page.ui.label_count.text() == "找到1条")
    assert "复核：待复核" in page.actions_on_list.conditions()
    page.set_filters([Filter("confirmation", (None,))])
    qtbot.waitUntil(lambda: page.model.index(0, 0).data() == "P2")


def test_the_journal_tells_roles_and_sayings_in_words_and_of_which_record(
    desk: Desk, database: Database, waiting: int
) -> None:
    with database.writing(REVIEWER) as session:
        confirm(session, "publication", waiting, "与原件一致")
        change_person(session, people(session)[1].id, {"role": "reader"})
    with database.reading() as session:
        changed, said = journal_page(session, size=2)
    assert what_changed(changed.entry, {}) == "角色：经办人 → 只读"
    assert said.name == "P1 科技项目申报通知"
    told = what_changed(said.entry, {}).split("\n")
    assert {"复核：已复核", "复核人：王芳", "复核意见：与原件一致"} <= set(told)
