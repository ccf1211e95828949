"""A register that shows nothing says how to begin, or where there is something."""

from datetime import date

from pytestqt.qtbot import QtBot

from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.pages.register_page import RegisterPage
from disclosure_desk.records.cards import Card

REQUEST: Card = {
    "number": "2023-001",
    "received_on": date(2023, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "content": "奖补资金的发放名单",
    "finished_on": date(2023, 3, 20),
    "outcome": "granted",
}
_ENDING = ("finished_on", "outcome")


def page_of(desk: Desk, qtbot: QtBot) -> RegisterPage:
    page = RegisterPage(desk, "request")
    qtbot.addWidget(page)
    page.show()
    return page


def find(page: RegisterPage, words: str) -> None:
    page.ui.search.setText(words)
    page.reload()


def test_an_empty_register_says_how_to_begin(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot)
    begin = "还没有登记。按 Ctrl+N 登记第一条，或用“文件—导入台账”导入。"
    assert page.ui.label_empty.isVisible()
    assert page.ui.label_empty.text() == begin
    asked = {name: value for name, value in REQUEST.items() if name not in _ENDING}
    with qtbot.waitSignal(desk.changed):
        desk.run(lambda session: add_record(session, "request", asked))
    assert not page.ui.label_empty.isVisible()


def test_a_search_tells_of_other_years(desk: Desk, qtbot: QtBot) -> None:
    with desk.database.writing(desk.actor) as session:
        add_record(session, "request", REQUEST)
    with desk.database.writing(desk.actor) as session:
        add_record(session, "request", REQUEST | {"number": "2023-002", "note": "邮件补寄"})
    page = page_of(desk, qtbot)
    elsewhere = "本年没有，其他年度有 2 件，按 Alt+Q 勾选“全部年度”查看。"
    assert page.ui.label_empty.text() == elsewhere
    find(page, "奖补资金")
    assert page.ui.label_empty.text() == elsewhere
    find(page, "补寄")
    assert "其他年度有 1 件" in page.ui.label_empty.text()
    page.ui.all_years.setChecked(True)
    assert not page.ui.label_empty.isVisible()
    find(page, "没有的词")
    assert page.ui.label_empty.text().startswith("没有找到“没有的词”")


def test_nothing_to_change_is_said(desk: Desk, qtbot: QtBot) -> None:
    page = page_of(desk, qtbot)
    page.actions_on_list.edit_many()
    assert page.ui.label_scope.text() == "列表里没有记录，没有可以修改的"
