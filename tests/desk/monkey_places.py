"""How each form is reached that the monkey plays on: the name of its .ui, and the way there."""

from collections.abc import Callable
from datetime import date
from itertools import count
from uuid import uuid4

from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.dialogs.event_edit import EventEdit
from disclosure_desk.desk.dialogs.outcome_finder import OutcomeFinder
from disclosure_desk.desk.dialogs.password_asked import PasswordAsked
from disclosure_desk.desk.dialogs.recovery_key import RecoveryKey
from disclosure_desk.desk.dialogs.switch_person import SwitchPerson
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.rail import row_of
from disclosure_desk.records.event_kinds import EVENT_KINDS

_PATIENCE_MS = 20_000
_SOME_DAY = date(2025, 9, 30)
Opener = Callable[[MainWindow], QWidget]


def _settled(window: MainWindow) -> None:
    QApplication.processEvents()
    while window.jobs.busy:
        window.jobs.settle()
        QApplication.processEvents()


def _in_front(window: MainWindow) -> QWidget | None:
    """The dialog that was asked for; rows that it needs may still be on their way."""
    patience = QDeadlineTimer(_PATIENCE_MS)
    while QApplication.activeModalWidget() is None and not patience.hasExpired():
        _settled(window)
    return QApplication.activeModalWidget()


def _page(name: str) -> Opener:
    def opened(window: MainWindow) -> QWidget:
        window.ui.rail.setCurrentRow(row_of(name))
        _settled(window)
        window._go_to(row_of(name))
        return window.page(name)

    return opened


def _tab(number: int) -> Opener:
    def opened(window: MainWindow) -> QWidget:
        page = _page("settings")(window)
        page.tabs.setCurrentIndex(number)
        parts = ("office", "departments", "people", "security", "computer", "privacy")
        part = getattr(page, parts[number])
        part.focusWidget() or part.nextInFocusChain().setFocus()
        return part

    return opened


def _dialog(page: str, call: Callable[[MainWindow, QWidget], object]) -> Opener:
    """Whatever dialog stands in front once this was called on that page."""

    def opened(window: MainWindow) -> QWidget:
        call(window, _page(page)(window))
        found = _in_front(window)
        _settled(window)
        assert isinstance(found, QDialog), f"{page} opened {found}"
        return found

    return opened


def _action(name: str, page: str = "today") -> Opener:
    return _dialog(page, lambda window, _page: getattr(window.ui, name).trigger())


def _new(kind: str) -> Opener:
    return _dialog(kind, lambda _window, page: page.add_record())


def _ids(window: MainWindow, kind: str) -> list[int]:
    from disclosure_desk.records.cards import MODELS

    assert window.desk is not None
    with window.desk.database.reading() as session:
        return [one for (one,) in session.query(MODELS[kind].id).order_by(MODELS[kind].id)]


def _old(kind: str) -> Opener:
    turn = count()

    def call(window: MainWindow, page: QWidget) -> None:
        ids = _ids(window, kind)
        page.open_record(ids[next(turn) % len(ids)])

    return _dialog(kind, call)


def _on_register(kind: str, step: str) -> Opener:
    def call(_window: MainWindow, page: QWidget) -> None:
        page.actions_on_list.clear_filters()
        page.ui.search.clear()
        page.ui.all_years.setChecked(True)
        patience = QDeadlineTimer(_PATIENCE_MS)
        _settled(_window)
        while not page.model.rowCount() and not patience.hasExpired():
            _settled(_window)  # what was typed before is looked for a moment later
        page._select_row(0)
        (getattr(page, step, None) or getattr(page.actions_on_list, step))()

    return _dialog(kind, call)


def _over(dialog: Callable[..., QDialog], *given: object) -> Opener:
    """A dialog that only asks, made over the window."""
    return _dialog("settings", lambda window, _page: dialog(*given, window).open())


def _step() -> Opener:
    """The form of a step of each kind in turn, of a new step and of an old one."""
    turn = count()

    def call(window: MainWindow, page: QWidget) -> None:
        number = next(turn)
        kinds = [kind for kind in EVENT_KINDS if kind != "letter"]
        form = page.open_record(_ids(window, "request")[number % 7])
        _settled(window)
        old = form.steps.events[number % len(form.steps.events)] if form.steps.events else None
        if number % 3 == 2 and old is not None and old.kind != "letter":
            form.steps.open_step(old.kind, old)
        else:
            form.steps.open_step(kinds[number % len(kinds)])

    return _dialog("request", call)


def _finder(window: MainWindow) -> QWidget:
    form = _old_request(window)
    form.steps.open_step("reply")
    _settled(window)
    step = QApplication.activeModalWidget()
    assert isinstance(step, EventEdit)
    step.aids.find_outcome()
    _settled(window)
    found = QApplication.activeModalWidget()
    assert isinstance(found, OutcomeFinder)
    return found


def _old_request(window: MainWindow) -> QWidget:
    page = _page("request")(window)
    form = page.open_record(_ids(window, "request")[0])
    _settled(window)
    return form


def _letter(window: MainWindow) -> QWidget:
    form = _old_request(window)
    made = form.letters.make_letter()
    _settled(window)
    return made


def _button(page: str, name: str) -> Opener:
    return _dialog(page, lambda _window, shown: getattr(shown.ui, name).click())


def _quick(window: MainWindow) -> QWidget:
    page = _page("publication")(window)
    page.quick_entry.take_keys()
    return page.quick_entry


def _bin(window: MainWindow) -> QWidget:
    _remove_one(window)
    return _action("show_recycle_bin")(window)


def _reason(window: MainWindow) -> QWidget:
    from disclosure_desk.desk.dialogs.correction_reason import CorrectionReason

    form = CorrectionReason("这项改动会使2024年度已签发的数字有变，请写明更正的原因。", window)
    form.open()
    return form


def _clash(window: MainWindow) -> QWidget:
    from disclosure_desk.commands.meanwhile import Clash
    from disclosure_desk.desk.dialogs.changed_meanwhile import ChangedMeanwhile
    from disclosure_desk.records.cards import FIELDS

    clash = Clash("title", "信息名称", "关于绿化的通知", "关于绿地的通知", "关于绿化、绿地的通知")
    form = ChangedMeanwhile([clash], FIELDS["publication"], window)
    form.open()
    return form


def _remove_one(window: MainWindow) -> None:
    from disclosure_desk.commands.registers import remove_record

    assert window.desk is not None
    with window.desk.database.writing(window.desk.actor) as session:
        done = add_record(
            session, "publication", {"title": f"登错的{uuid4()}", "made_on": window.today()}
        )
        remove_record(session, "publication", done.record_id, "登错了")


# A .ui may be played on in several ways; those without one of their own come last.
PLACES: dict[str, tuple[str, Opener]] = {
    "publication_edit new": ("publication_edit", _new("publication")),
    "publication_edit old": ("publication_edit", _old("publication")),
    "request_edit new": ("request_edit", _new("request")),
    "request_edit old": ("request_edit", _old("request")),
    "dispute_edit new": ("dispute_edit", _new("dispute")),
    "dispute_edit old": ("dispute_edit", _old("dispute")),
    "indicator_edit new": ("indicator_edit", _new("indicator")),
    "indicator_edit old": ("indicator_edit", _old("indicator")),
    "event_edit": ("event_edit", _step()),
    "outcome_finder": ("outcome_finder", _finder),
    "letter_making": ("letter_making", _letter),
    "fee_reckoner": ("fee_reckoner", _action("reckon_fee")),
    "unseen_content": ("unseen_content", _action("look_for_unseen")),
    "day_strip_view": ("day_strip_view", _on_register("request", "show_days")),
    "journal_view": ("journal_view", _on_register("request", "show_journal")),
    "removal": ("reason_asked", _on_register("publication", "remove_record")),
    "correction_reason": ("reason_asked", _reason),
    "changed_meanwhile": ("changed_meanwhile", _clash),
    "register_filter": ("register_filter", _on_register("request", "choose_filter")),
    "register_groups": ("register_groups", _on_register("request", "group_rows")),
    "register_columns": ("register_columns", _on_register("request", "choose_columns")),
    "bulk_edit": ("bulk_edit", _on_register("publication", "edit_many")),
    "find_anywhere": ("find_anywhere", _action("find_anywhere")),
    "office_journal": ("office_journal", _action("show_office_journal")),
    "calendar_view": ("calendar_view", _action("show_calendar")),
    "export_year": ("export_year", _action("export_year")),
    "archive_year": ("archive_year", _action("archive_year")),
    "restore_backup": ("restore_backup", _action("restore_backup")),
    "server_office": ("server_office", _action("open_server")),
    "office_new": ("office_new", _action("found_office")),
    "recycle_bin": ("recycle_bin", _bin),
    "drafts_list": ("drafts_list", _action("show_drafts")),
    "import_preview": ("import_preview", _action("import_ledger")),
    "handover_make": ("handover_make", _action("make_handover")),
    "merge_preview": ("merge_preview", _action("merge_handover")),
    "paste_sheet publication": ("paste_sheet", _action("paste_rows", "publication")),
    "paste_sheet request": ("paste_sheet", _action("paste_rows", "request")),
    "closing_year": ("closing_year", _button("statistics", "sign_year")),
    "department_edit": (
        "department_edit",
        _dialog("settings", lambda _window, page: page.departments.change_department()),
    ),
    "alike_view": ("alike_view", _button("report", "compare_previous")),
    "sign_off": ("sign_off", _button("report", "sign_off")),
    "rule_choice": ("rule_choice", _button("check", "choose_rules")),
    "subordinate_units": ("subordinate_units", _button("check", "choose_units")),
    "main_window": ("main_window", _page("today")),
    "today_page": ("today_page", _page("today")),
    "register_page publication": ("register_page", _page("publication")),
    "register_page request": ("register_page", _page("request")),
    "register_page dispute": ("register_page", _page("dispute")),
    "register_page indicator": ("register_page", _page("indicator")),
    "quick line": ("quick_entry", _quick),
    "statistics_page": ("statistics_page", _page("statistics")),
    "report_page": ("report_page", _page("report")),
    "check_page": ("check_page", _page("check")),
    "office_edit": ("office_edit", _tab(0)),
    "department_list": ("department_list", _tab(1)),
    "people_list": ("people_list", _tab(2)),
    "person_edit": (
        "person_edit",
        _dialog("settings", lambda _window, page: page.people.add_person()),
    ),
    "switch_person": (
        "switch_person",
        _dialog("today", lambda window, _page: SwitchPerson(window.desk, window).open()),
    ),
    "confirm_record": ("confirm_record", _on_register("request", "confirm_record")),
    "security_settings": ("security_settings", _tab(3)),
    "password_choice": (
        "password_choice",
        _dialog("settings", lambda _window, page: page.security._set_password()),
    ),
    "password_asked": ("password_asked", _over(PasswordAsked, "启动密码", "请输入。", "取消")),
    "recovery_key": (
        "recovery_key",
        _over(RecoveryKey, "4EP5-18Z8-9XXD-CCWK-0NP3-WZKV-0161", "示例局", "a.db", _SOME_DAY),
    ),
    "computer_settings": ("computer_settings", _tab(4)),
    "privacy_settings": ("privacy_settings", _tab(5)),
}
