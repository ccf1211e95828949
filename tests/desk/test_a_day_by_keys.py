"""A whole day at the desk, from the first key to the last, without a mouse."""

import shutil
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from disclosure_desk.commands.registers import change_record
from disclosure_desk.desk import file_choice, opened_file
from disclosure_desk.desk.dialogs.help_view import HelpView
from disclosure_desk.desk.dialogs.key_sheet import KeySheet
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.records.cards import card_of
from disclosure_desk.records.letter import Letter
from disclosure_desk.records.office import Office
from disclosure_desk.records.publication import Publication
from disclosure_desk.records.request import Request
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.statistics.period import Period
from disclosure_desk.statistics.tally import tally
from disclosure_desk.storage.database import open_database
from disclosure_desk.storage.drafts import every_draft
from disclosure_desk.storage.journal import Actor
from disclosure_desk.storage.verify import verify
from tests.desk.clerk import Clerk, MouseWatch

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
TODAY = date(2025, 9, 30)
AMOUNTS = {
    "行政许可处理决定数量": "12",
    "行政处罚处理决定数量": "3",
    "行政强制处理决定数量": "1",
    "行政事业性收费金额": "2.5",
}
PROFILE = {
    "letter_code": "示科公开",
    "reconsideration_organ": "示例县人民政府",
    "court": "示例县人民法院",
    "address": "示例县中山路18号",
    "phone": "0571-60000001",
}
FIGURES = {
    "art20.1.normative.made": 1,  # proposed by its number, 示科规〔2025〕1号
    "art20.1.normative.in_force": 1,
    "art20.5.licence.decisions": 12,
    "art20.6.penalty.decisions": 3,
    "art20.6.coercion.decisions": 1,
    "art20.8.fee.amount": Decimal("2.5"),
    "requests.new.natural": 2,
    "requests.new.total": 2,
    "requests.3.1.natural": 1,
    "requests.3.1.total": 1,
    "requests.3.7.natural": 1,
    "requests.3.7.total": 1,
    "requests.carried_out.natural": 1,
    "requests.carried_out.total": 1,
    "review.reconsideration.pending": 1,
    "review.reconsideration.total": 1,
}
ROWS = "信息名称\t生成日期\t公开日期\t公开渠道\n" + "\n".join(
    f"第{number}期工作简报\t2025-09-{number:02}\t2025-09-{number + 1:02}\t政府网站"
    for number in (1, 8, 15, 22, 25)
)


@pytest.fixture
def place(founded: Path, tmp_path: Path) -> Path:
    """An office that has said who it is, and has no records yet."""
    path = tmp_path / "office.db"
    database = open_database(shutil.copyfile(founded, path))
    with database.writing(Actor("王芳", "ZWGK-PC2")) as session:
        office = session.scalars(select(Office.id)).one()
        change_record(session, "office", office, PROFILE)
    database.close()
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture(autouse=True)
def _chosen_files(place: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever asks for a file is answered without a dialog of the system."""

    def answer(dialog: QFileDialog) -> list[str]:
        dialog.deleteLater()
        if dialog.fileMode() == QFileDialog.FileMode.Directory:
            return [str(out)]
        if dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave:
            return [str(out / Path(dialog.selectedFiles()[0]).name)]
        if any(".db" in one for one in dialog.nameFilters()):
            return [str(place)]
        return [str(one) for one in out.glob("*年度报告.docx")]

    monkeypatch.setattr(file_choice, "ask_for_many", answer)
    monkeypatch.setattr(opened_file, "open_url", lambda _url: True)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(today=lambda: TODAY)
    qtbot.addWidget(made)
    made.resize(1350, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


class Day:
    """The parts of the day, in their order."""

    def __init__(self, clerk: Clerk, window: MainWindow, out: str) -> None:
        self.clerk, self.window, self.out = clerk, window, out

    @property
    def page(self) -> Any:
        return self.window.ui.stack.currentWidget()

    @property
    def shown(self) -> str:
        """How many records the register in view lists."""
        return str(self.page.ui.label_count.text())

    def open_the_office(self) -> None:
        self.clerk.press("Ctrl+O")
        self.clerk.wait(lambda: self.window.desk is not None)
        assert self.window.ui.label_title.text() == "今日"

    def enter_items(self) -> None:
        """One with all its fields, then two with its pins; one by the quick line; five pasted."""
        clerk = self.clerk
        clerk.press("Alt+2", "Ctrl+N")
        clerk.write(
            "关于印发科技计划管理办法的通知", "0926", "示科规〔2025〕1号", "0929", "科技项目"
        )
        clerk.press("Tab", "Tab", "Space")
        for title in ("关于开展科普活动的通知", "关于住建局科技项目验收的公告"):
            clerk.press("Ctrl+Return")
            clerk.write(title)
        clerk.press("Ctrl+Return", "Esc")

    def enter_a_line_and_rows(self) -> None:
        """What is doubtful in a line, here a department not known yet, is looked at first."""
        clerk = self.clerk
        clerk.press("Ctrl+J")
        clerk.write("0930 关于防汛的公告 网站 @办公室")
        clerk.press("Ctrl+Return", "Ctrl+Return")
        clerk.copy_elsewhere(ROWS)
        clerk.press("Ctrl+Shift+V", "Ctrl+Return")
        assert self.shown == "共9条"

    def enter_requests(self) -> None:
        """A letter that counts from the day it was confirmed; then the same applicant again."""
        clerk = self.clerk
        clerk.press("Alt+3", "Ctrl+N")
        form: Any = clerk.front
        clerk.write("0901", "4", "周大勇", "1", "2024年科技奖补资金发放名单")
        assert "确认" in form.ui.label_receipt.text()
        clerk.press("Tab")
        clerk.write("纸质邮寄", "13900000000", "示例县向阳路1号", "", "", "办公室")
        clerk.press("Ctrl+Return")
        clerk.write("0908", "3", "周大勇")
        clerk.wait(lambda: form.ui.address.value() == "示例县向阳路1号")
        clerk.press("Return")
        clerk.write("", "科技特派员补助标准")
        clerk.press("Ctrl+Return", "Esc")

    def handle_one(self) -> None:
        """A correction asked for and received, an extension, a reply; a letter made final."""
        clerk = self.clerk
        clerk.press("Home", "Return")
        form: Any = clerk.front
        for step, day in (("Ctrl+1", "0910"), ("Ctrl+2", "0912"), ("Ctrl+5", "0922")):
            clerk.press(step)
            clerk.write(day)
            clerk.press("Ctrl+Return")
        clerk.press("Ctrl+9")
        clerk.write("0929")
        clerk.press("F4", "1", "1", "Return", "Ctrl+Return")
        assert form.ui.label_state.text() == "已办结：2025-09-29　予以公开"
        clerk.press("F7")
        clerk.reach("final")
        clerk.press("Space", "Ctrl+Return", "Esc", "Esc")

    def enter_a_dispute_and_figures(self) -> None:
        """From a list of more than nine, ↓ chooses."""
        clerk = self.clerk
        clerk.press("Alt+4", "Ctrl+N")
        clerk.reach("kind")
        clerk.write("1", "2025-002", "0925")
        clerk.press("Ctrl+Return", "Esc", "Alt+5", "Ctrl+N")
        figures: Any = clerk.front
        clerk.write("0831")
        for indicator, amount in AMOUNTS.items():
            clerk.reach("indicator")
            while figures.ui.indicator.currentText() != indicator:
                clerk.press("Down")
            clerk.write("", amount)
            clerk.press("Ctrl+Return")
        clerk.press("Esc")

    def find_and_change(self) -> None:
        """By pinyin, by a filter; many at once, taken back and done again."""
        clerk = self.clerk
        clerk.press("Alt+2", "Ctrl+F")
        clerk.write("zjj")
        clerk.wait(lambda: self.shown == "找到1条")
        clerk.press("Esc")
        clerk.wait(lambda: self.shown == "共9条")
        clerk.press("Ctrl+L")
        conditions: Any = clerk.front
        while not conditions.ui.fields.currentItem().text().startswith("信息类别"):
            clerk.press("Down")
        clerk.press("Tab")
        while not conditions.ui.choices.currentItem().text().startswith("科技项目"):
            clerk.press("Down")
        clerk.press("Space", "Ctrl+Return")
        clerk.wait(lambda: self.shown == "找到4条")
        clerk.press("Ctrl+Shift+X", "Alt+2", "Home", "Shift+Down", "Shift+Down", "Ctrl+B")
        clerk.reach("department")
        clerk.write("科技管理股")
        clerk.press("Ctrl+Return", "Ctrl+Z", "Ctrl+Y")

    def put_back(self) -> None:
        """An earlier value from the history of a field; a record from the recycle bin."""
        clerk = self.clerk
        clerk.press("Alt+2", "End", "Return")
        clerk.reach("title")
        clerk.press("End")
        clerk.write("（试行）")
        clerk.press("Ctrl+S", "Ctrl+Shift+H", "Down", "Ctrl+Return", "Esc", "Esc", "Delete")
        clerk.write("登错了")
        clerk.press("Ctrl+Return")
        assert self.shown == "共8条"
        clerk.choose("Alt+E", "show_recycle_bin")
        clerk.reach("lines")
        clerk.press("Ctrl+Return", "Esc")
        assert self.shown == "共9条"

    def read_the_table(self) -> None:
        """A figure, its records, one of them; and back to the figure."""
        clerk = self.clerk
        clerk.press("Alt+6")
        paper = self.page.ui.paper
        while not paper.chosen().startswith("requests.3.1."):
            clerk.press("Down")
        while paper.chosen() != "requests.3.1.natural":
            clerk.press("Left")
        clerk.press("Return", "Return")
        form: Any = clerk.front
        assert form.ui.number.text() == "2025-002"
        clerk.press("Esc")
        assert self.page.ui.paper.chosen() == "requests.3.1.natural"

    def write_the_report(self) -> None:
        """A figure is a field, found by the initials of its name."""
        clerk = self.clerk
        clerk.press("Alt+7", "Return", "Ctrl+End")
        clerk.write("本年新收政府信息公开申请")
        clerk.write("【")
        clerk.write("bnxs")
        clerk.press("Return")
        clerk.write("件。")
        assert self.page.ui.body.toPlainText() == "本年新收政府信息公开申请【本年新收】件。"
        clerk.press("F8")

    def hand_it_over(self) -> None:
        """Table, report and ledger; then the report is checked as others would check it."""
        clerk = self.clerk
        clerk.press("Ctrl+E")
        form: Any = clerk.front
        clerk.reach("folder")
        clerk.press("Ctrl+A")
        clerk.write(self.out)
        clerk.reach("export_files")
        clerk.press("Space")
        clerk.wait(lambda: "已导出3个文件" in form.ui.label_lead.text())
        clerk.press("Esc", "Alt+8", "Ctrl+O")
        (checked,) = self.page.files
        assert checked.report.unit == "示例县科学技术局"
        assert [one.message for one in checked.findings if one.severity == "error"] == []
        clerk.press("F6", "F8")

    def leave(self) -> None:
        """The manual and the keys are looked at; a backup is made."""
        clerk = self.clerk
        clerk.press("F1")
        assert isinstance(clerk.front, HelpView)
        clerk.press("Esc", "Ctrl+/")
        assert isinstance(clerk.front, KeySheet)
        clerk.press("Esc")
        clerk.choose("Alt+F", "back_up")
        told = clerk.front
        assert isinstance(told, QMessageBox)
        assert "读回来核对无误" in told.text()
        clerk.press("Esc", "Ctrl+Q")
        assert not self.window.isVisible()


def test_a_whole_day_uses_no_mouse(
    window: MainWindow, place: Path, out: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    mouse = MouseWatch()
    qapp.installEventFilter(mouse)
    day = Day(Clerk(window, qtbot), window, str(out))
    try:
        day.open_the_office()
        day.enter_items()
        day.enter_a_line_and_rows()
        day.enter_requests()
        day.handle_one()
        day.enter_a_dispute_and_figures()
        day.find_and_change()
        day.put_back()
        day.read_the_table()
        day.write_the_report()
        day.hand_it_over()
        day.leave()
    finally:
        qapp.removeEventFilter(mouse)
    assert mouse.seen == []
    check_what_is_kept(place)
    names = sorted(one.suffix for one in out.iterdir())
    assert names == [".db", ".docx", ".docx", ".xlsx", ".xlsx"]
    assert [one.message for one in verify(place).findings] == []


def check_what_is_kept(place: Path) -> None:
    """Registers, steps and the figures of the table at the end of the day."""
    database = open_database(place)
    with database.reading() as session:
        items = [card_of(one) for one in session.scalars(select(Publication))]
        first, second = session.scalars(select(Request).order_by(Request.id))
        (letter,) = session.scalars(select(Letter))
        steps = [event.kind for event in second.events]
        figures = tally(session, edition_for(2025), Period.of_year(2025))
        every_draft_there_is = every_draft(session)
    database.close()
    assert [one["title"] for one in items] == [
        "关于印发科技计划管理办法的通知",
        "关于开展科普活动的通知",
        "关于住建局科技项目验收的公告",
        "关于防汛的公告",
        *(f"第{number}期工作简报" for number in (1, 8, 15, 22, 25)),
    ]
    departments = [one["department"] for one in items if one.get("department")]
    assert departments == [*["科技管理股"] * 3, "办公室"]
    assert (first.outcome, second.outcome) == (None, "granted")
    assert (second.address, second.phone) == (first.address, first.phone)
    assert steps == ["correction_asked", "correction_received", "extension", "reply"]
    assert (letter.final, letter.number) == (True, "示科公开答〔2025〕1号")
    assert {code: figure for code, figure in figures.items() if figure} == FIGURES
    assert every_draft_there_is == []
