"""The window: starting without an office, opening, pages, year, taking in and handing over."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import file_choice, opening
from disclosure_desk.desk.dialogs.calendar_view import CalendarView
from disclosure_desk.desk.dialogs.day_strip_view import DayStripView
from disclosure_desk.desk.dialogs.export_year import ExportYear
from disclosure_desk.desk.dialogs.fee_reckoner import FeeReckoner
from disclosure_desk.desk.dialogs.import_preview import ImportPreview
from disclosure_desk.desk.dialogs.office_new import OfficeNew
from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
from disclosure_desk.desk.dialogs.request_edit import RequestEdit
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.models.entry_model import RecordRole
from disclosure_desk.desk.rail import RAIL, row_of
from disclosure_desk.exchange.founding import found
from disclosure_desk.storage import recent

ALT = Qt.KeyboardModifier.AltModifier
TODAY = date(2026, 2, 1)
Opened = Callable[[str], None]


@pytest.fixture(scope="module")
def sample(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_file, tmp_path_factory.mktemp("sample") / "office.db"))


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1350, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def opened(window: MainWindow, place: Path | str, qtbot: QtBot) -> None:
    window.open_place(str(place))
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy, timeout=20_000)


def dialog(window: QWidget, kind: type[QWidget], qtbot: QtBot) -> QWidget:
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(kind)))
    return next(one for one in window.findChildren(kind) if one.isVisible())


def test_without_an_office_there_are_three_ways_in(window: MainWindow) -> None:
    assert window.ui.label_title.text() == "开始"
    assert not window.ui.rail.isEnabled()
    assert not window.ui.import_ledger.isEnabled()
    assert not window.ui.add_record.isEnabled()


def test_a_missing_file_is_said_on_the_start_page(window: MainWindow, qtbot: QtBot) -> None:
    window.open_place("/没有/这个.db")
    label = window.findChild(QWidget, "label_problem")
    qtbot.waitUntil(lambda: "找不到文件" in label.text())
    assert recent.last_office() is None


def test_an_opened_office_is_remembered_and_shown(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    assert recent.last_office() == str(sample)
    assert window.windowTitle().startswith("示例县科学技术局")
    assert window.desk is not None
    # Nothing is dated in 2026 yet: the latest year with records comes first.
    assert window.desk.year == 2025
    assert window.ui.year.itemText(0) == "2026年"
    assert "主动公开 201" in window.ui.status_bar.findChild(QWidget, "label_status").text()


def test_an_office_that_stays_open_is_still_told_of_below(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    window.open_place("/没有/这个.db")
    dialog(window, QMessageBox, qtbot).close()
    line = window.ui.status_bar.findChild(QWidget, "label_status")
    qtbot.waitUntil(lambda: "主动公开 201" in line.text())


@pytest.mark.parametrize("number", range(1, len(RAIL) + 1))
def test_every_page_opens_by_its_key(
    window: MainWindow, sample: Path, qtbot: QtBot, number: int
) -> None:
    opened(window, sample, qtbot)
    QTest.keyClick(window, Qt.Key(Qt.Key.Key_0.value + number), ALT)
    assert window.ui.label_title.text() == RAIL[number - 1][1]
    page = window.pages[RAIL[number - 1][0]]
    assert window.ui.stack.currentWidget() is page
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)


@pytest.mark.parametrize("number", range(1, len(RAIL) + 1))
def test_its_key_puts_the_keys_into_the_page_from_the_rail_too(
    window: MainWindow, sample: Path, qtbot: QtBot, number: int
) -> None:
    opened(window, sample, qtbot)
    window.ui.rail.setFocus(Qt.FocusReason.TabFocusReason)
    assert window.ui.rail.hasFocus()
    for _ in range(2):  # the second time from the page itself
        QTest.keyClick(window.focusWidget(), Qt.Key(Qt.Key.Key_0.value + number), ALT)
        qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
        keyed = window.focusWidget()
        page = window.pages[RAIL[number - 1][0]]
        assert page.isAncestorOf(keyed)
        assert isinstance(keyed, QAbstractItemView | QLineEdit)


def test_the_arrows_and_enter_act_in_the_register_that_was_called(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    window.ui.rail.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(window.ui.rail, Qt.Key.Key_3, ALT)
    page = window.pages["request"]
    first = page.selected_id()
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Down)
    assert window.ui.rail.currentRow() == 2
    assert page.selected_id() not in (None, first)
    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    form = dialog(window, RequestEdit, qtbot)
    assert form.record_id == page.selected_id()
    form.reject()


def test_another_year_shows_other_records(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    opened(window, sample, qtbot)
    page = window.page("request")
    window.ui.rail.setCurrentRow(2)
    before = page.model.rowCount()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert window.ui.year.hasFocus()
    window.ui.year.setCurrentIndex(window.ui.year.findData(2023))
    assert page.model.wanted.year == 2023
    assert page.model.rowCount() != before


def test_a_record_named_elsewhere_opens_in_its_register(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    window.desk.open_record.emit("publication", 1)
    form = dialog(window, PublicationEdit, qtbot)
    assert form.record_id == 1
    assert window.pages["publication"].selected_id() == 1
    form.close()


def test_a_record_opened_from_a_figure_leads_back_to_that_figure(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    window.ui.rail.setCurrentRow(5)
    page = window.pages["statistics"]
    qtbot.waitUntil(lambda: "平衡" in page.ui.checks.text() and not window.jobs.busy)
    page.ui.paper.choose("requests.3.1.natural", takes_focus=True)
    qtbot.waitUntil(lambda: page.ui.records.model().rowCount() > 1 and not window.jobs.busy)
    page.ui.records.setFocus()
    page.ui.records.selectRow(1)
    chosen = page.ui.records.currentIndex().data(RecordRole)
    QTest.keyClick(page.ui.records, Qt.Key.Key_Return)
    form = dialog(window, RequestEdit, qtbot)
    assert form.record_id == chosen.id
    assert window.ui.label_title.text() == "依申请公开"
    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.ui.stack.currentWidget() is page)
    assert window.ui.label_title.text() == "年度统计"
    assert page.ui.paper.chosen() == "requests.3.1.natural"
    assert page.ui.records.currentIndex().data(RecordRole).id == chosen.id
    qtbot.waitUntil(lambda: window.focusWidget() is page.ui.records)


def test_an_opened_office_begins_with_today(window: MainWindow, sample: Path, qtbot: QtBot) -> None:
    opened(window, sample, qtbot)
    assert [title for _, title in RAIL] == [
        *("今日", "主动公开", "依申请公开", "复议诉讼"),
        *("数据填报", "年度统计", "年度报告", "核查汇总"),
        "设置",
    ]
    assert window.ui.label_title.text() == "今日"
    assert window.ui.stack.currentWidget() is window.pages["today"]
    assert not window.ui.year.isVisible()
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    assert window.ui.year.isVisible()


def test_a_thing_to_do_opens_its_form_and_leads_back_to_today(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    page = window.pages["today"]
    qtbot.waitUntil(lambda: page.chosen() is not None)
    chosen = page.chosen()
    assert (chosen.kind, chosen.number) == ("request", "2025-012")
    QTest.keyClick(page.ui.items, Qt.Key.Key_Return)
    form = dialog(window, RequestEdit, qtbot)
    assert form.record_id == chosen.record_id
    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.ui.stack.currentWidget() is page)
    assert page.chosen() == chosen
    QTest.keyClick(window, Qt.Key.Key_F9)
    strip = dialog(window, DayStripView, qtbot)
    qtbot.waitUntil(lambda: strip.drawn is not None and not window.jobs.busy)
    assert strip.drawn.name == "2025-012"
    strip.close()


def test_f9_opens_the_days_of_the_selected_request_in_its_register_only(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert not window.ui.show_days.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    page = window.pages["request"]
    qtbot.waitUntil(lambda: page.selected_id() is not None)
    QTest.keyClick(window, Qt.Key.Key_F9)
    strip = dialog(window, DayStripView, qtbot)
    qtbot.waitUntil(lambda: strip.drawn is not None and not window.jobs.busy)
    assert strip.drawn.name == "2025-012"
    strip.close()


def test_the_calendar_and_the_fee_are_there_without_an_office(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.ui.reckon_fee.trigger()
    dialog(window, FeeReckoner, qtbot).close()
    window.ui.show_calendar.trigger()
    view = dialog(window, CalendarView, qtbot)
    assert view.ui.year.currentText() == "2026年"
    view.close()
    assert not window.ui.show_days.isEnabled()


def test_ctrl_n_adds_to_the_register_in_view(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    assert not window.ui.add_record.isEnabled()
    QTest.keyClick(window, Qt.Key.Key_2, ALT)
    window.ui.add_record.trigger()
    form = dialog(window, PublicationEdit, qtbot)
    assert form.record_id is None
    form.close()


def test_an_office_is_founded_from_the_start_page(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.ui.found_office.trigger()
    form = dialog(window, OfficeNew, qtbot)
    form.found()
    assert form.ui.label_notes.text() == "请填写单位名称。"
    form.ui.unit_name.setText("示例县水利局")
    assert form.ui.place.text().endswith("示例县水利局信息公开.db")
    form.ui.place.setText(str(tmp_path / "水利"))
    form.found()
    qtbot.waitUntil(lambda: window.desk is not None, timeout=20_000)
    assert window.desk.database.path == tmp_path / "水利.db"
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_a_file_that_exists_is_never_overwritten(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    window.ui.found_office.trigger()
    form = dialog(window, OfficeNew, qtbot)
    form.ui.unit_name.setText("示例县水利局")
    form.ui.place.setText(str(sample))
    form.found()
    box = dialog(form, QMessageBox, qtbot)
    assert "已经存在" in box.text()
    box.close()
    assert form.ui.unit_name.text() == "示例县水利局"
    form.close()


def test_the_sample_is_founded_once_and_opened(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "data" / "示例单位.db"
    monkeypatch.setattr(opening, "sample_place", lambda: place)
    window.ui.view_sample.trigger()
    qtbot.waitUntil(lambda: window.desk is not None and not window.jobs.busy, timeout=30_000)
    assert place.exists()


def test_a_year_goes_out_and_its_ledger_comes_in(
    window: MainWindow, sample: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(window, sample, qtbot)
    window.ui.export_year.trigger()
    out = dialog(window, ExportYear, qtbot)
    out.ui.folder.setText(str(tmp_path / "导出"))
    out.export_files()
    qtbot.waitUntil(lambda: "已导出3个文件" in out.ui.label_lead.text(), timeout=60_000)
    out.close()
    (ledger,) = (tmp_path / "导出").glob("*台账.xlsx")
    found(str(tmp_path / "另一个.db"), "示例县科学技术局")
    opened(window, tmp_path / "另一个.db", qtbot)
    monkeypatch.setattr(file_choice, "ask", lambda _dialog: str(ledger))
    window.ui.import_ledger.trigger()
    preview = dialog(window, ImportPreview, qtbot)
    qtbot.waitUntil(preview.ui.take_in.isEnabled, timeout=20_000)
    window.ui.rail.setCurrentRow(1)
    assert window.page("publication").model.rowCount() == 0
    preview.ui.take_in.click()
    qtbot.waitUntil(lambda: "已导入" in preview.ui.label_file.text(), timeout=20_000)
    preview.close()
    window.desk.set_year(2025)
    qtbot.waitUntil(lambda: window.page("publication").model.rowCount() > 50)
    qtbot.waitUntil(lambda: not window.jobs.busy)


def test_unsaved_words_keep_the_window_open(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    found(str(tmp_path / "office.db"), "示例县科学技术局")
    opened(window, tmp_path / "office.db", qtbot)
    window.ui.rail.setCurrentRow(row_of("settings"))
    page = window.pages["settings"]
    page.office.ui.clerk.setText("周砚清")
    assert not window.close()
    box = dialog(page, QMessageBox, qtbot)
    box.close()
    page.load()
    assert window.close()


def test_counts_and_years_follow_new_records(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    found(str(tmp_path / "office.db"), "示例县科学技术局")
    opened(window, tmp_path / "office.db", qtbot)
    card = {"title": "旧文件", "made_on": date(2011, 5, 4)}
    window.desk.run(lambda session: add_record(session, "publication", card))
    qtbot.waitUntil(lambda: window.ui.year.findData(2011) >= 0)
    assert window.desk.year == TODAY.year


LOADED = """
import sys
from disclosure_desk.desk import app
from disclosure_desk.desk.main_window import MainWindow
at_start = {name.split(".")[0] for name in sys.modules}
from disclosure_desk.desk.pages import (
    register_page, report_page, settings_page, statistics_page, today_page
)
with_pages = {name.split(".")[0] for name in sys.modules}
print(*sorted(at_start & {"sqlalchemy"}), "|", *sorted(with_pages & set(sys.argv[1:])))
"""


def test_the_window_stands_without_the_database_and_pages_without_excel_or_word() -> None:
    heavy = ["openpyxl", "docx", "xlsxwriter", "alembic", "python_calamine", "lxml"]
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *heavy], capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout.strip() == "|"


def test_every_page_fits_a_small_magnified_screen(
    window: MainWindow, sample: Path, qtbot: QtBot
) -> None:
    opened(window, sample, qtbot)
    for row in range(len(RAIL)):
        window.ui.rail.setCurrentRow(row)
    qtbot.waitUntil(lambda: not window.jobs.busy, timeout=20_000)
    # 1366×768 at twice its size, without the frame of the window: pages are scrolled to.
    wanted = window.minimumSizeHint()
    assert wanted.width() <= 683
    assert wanted.height() <= 350
    window.resize(683, 350)
    assert window.size() == QSize(683, 350)
    for name, page in window.pages.items():
        window.ui.rail.setCurrentRow(row_of(name))
        reach = window.ui.scroll_page.verticalScrollBar().maximum()
        assert page.height() <= window.ui.scroll_page.viewport().height() + reach


def test_a_window_beyond_the_screen_is_drawn_in(window: MainWindow, qtbot: QtBot) -> None:
    box = QWidget(window, Qt.WindowType.Dialog)
    room = window.screen().availableGeometry()
    box.setGeometry(room.adjusted(100, 100, 300, 300))
    box.show()
    box.activateWindow()
    qtbot.waitUntil(lambda: room.contains(box.frameGeometry()))
    window.hide()
    window.resize(room.size() * 2)
    window.show()
    assert window.width() <= room.width()
    assert window.height() <= room.height()


def test_the_window_fits_before_it_is_shown(qapp: QApplication, qtbot: QtBot) -> None:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    assert made.width() <= made.screen().availableGeometry().width()
