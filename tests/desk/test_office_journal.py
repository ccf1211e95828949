"""全部修改记录: every line of the journal, those of removed records above all."""

from datetime import date

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.enrolment import enrol
from disclosure_desk.commands.exports import note_personal_export
from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.commands.registers import add_record, change_record, remove_record
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.journal_view import JournalView
from disclosure_desk.desk.dialogs.office_journal import OfficeJournal
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.records.cards import Card
from disclosure_desk.records.request import RequestEvent
from disclosure_desk.storage.journal import begin_step

REQUEST: Card = {
    "number": "2025-001",
    "received_on": date(2025, 3, 3),
    "received_via": "letter",
    "applicant_kind": "natural",
    "applicant_name": "周大勇",
    "content": "奖补资金的发放名单",
    "finished_on": date(2025, 3, 20),
    "outcome": "granted",
}


def shown(desk: Desk, qtbot: QtBot, *, page: int = 200) -> OfficeJournal:
    form = OfficeJournal(desk, page=page)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(lambda: "正在" not in form.ui.label_count.text())
    return form


def find(form: OfficeJournal, words: str, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.model.modelReset):
        form.ui.search.setText(words)
    qtbot.waitUntil(lambda: "正在" not in form.ui.label_count.text())


def test_a_removed_record_is_read_with_its_reason_and_all_its_values(
    desk: Desk, qtbot: QtBot
) -> None:
    with desk.database.writing(desk.actor) as session:
        record = add_record(session, "request", REQUEST).record_id
    with desk.database.writing(desk.actor) as session:
        remove_record(session, "request", record, "和2024-118重复登记")
    form = shown(desk, qtbot)
    find(form, "重复登记 奖补资金", qtbot)
    kinds = [form.model.index(row, 5).data() for row in range(form.model.rowCount())]
    form.ui.lines.setCurrentIndex(form.model.index(kinds.index("依申请公开"), 0))
    told = form.ui.details.toPlainText()
    assert "王芳（ZWGK-PC2）" in told
    for words in (
        "删除依申请公开：和2024-118重复登记",
        "2025-001 奖补资金的发放名单",
        "收到日期：2025-03-03",
        "收到方式：信函",
        "申请人类型：自然人",
        "周大勇",
        "2025-03-20",
        "予以公开",
    ):
        assert words in told, words


def test_every_kind_of_line_can_be_read(desk: Desk, qtbot: QtBot) -> None:
    with desk.database.writing(desk.actor) as session:
        card: Card = {"title": "预算", "made_on": date(2025, 1, 9), "department": "财务科"}
        add_record(session, "publication", card)
    with desk.database.writing(desk.actor) as session:
        write_report_text(session, 2025, 1, "全年主动公开信息3条。")
    with desk.database.writing(desk.actor) as session:
        note_personal_export(session, 2025, "台账.xlsx")
    form = shown(desk, qtbot)
    told = {}
    for row in range(form.model.rowCount()):
        form.ui.lines.setCurrentIndex(form.model.index(row, 0))
        told[form.model.index(row, 5).data()] = form.ui.details.toPlainText()
    assert set(told) == {"导出", "年度报告", "主动公开", "科室", "单位信息"}
    assert "文件：台账.xlsx" in told["导出"]
    assert "正文：全年主动公开信息3条。" in told["年度报告"]
    assert "责任科室：财务科" in told["主动公开"]
    form.ui.group.setCurrentIndex(form.ui.group.findData("export"))
    qtbot.waitUntil(lambda: form.ui.label_count.text() == "共1条，最近的在前")
    find(form, "没有这样的字", qtbot)
    assert form.ui.label_count.text() == "没有找到修改记录"


def test_older_lines_come_when_they_are_wanted(desk: Desk, qtbot: QtBot) -> None:
    with desk.database.writing(desk.actor) as session:
        for number in range(60):
            card: Card = {"number": f"{number}", "title": "预算", "made_on": date(2025, 1, 9)}
            add_record(session, "publication", card)
    form = shown(desk, qtbot, page=25)
    assert form.model.rowCount() == 25
    assert "最近的25条" in form.ui.label_count.text()
    while form.model.canFetchMore(QModelIndex()):
        before = form.model.rowCount()
        form.model.fetchMore(QModelIndex())
        qtbot.waitUntil(lambda rows=before: form.model.rowCount() > rows)
    ids = [form.model._lines[row].entry.id for row in range(form.model.rowCount())]
    assert len(ids) == 61
    assert ids == sorted(set(ids), reverse=True)


def imported(desk: Desk) -> list[int]:
    cards: list[Card] = [
        REQUEST | {"number": f"2024-{place:03d}", "applicant_name": "赵敏"}
        for place in range(1, 151)
    ]
    cards[70] |= {"applicant_name": "周大勇", "received_via": "fax"}
    with desk.database.writing(desk.actor) as session:
        begin_step(session, "导入台账")
        return enrol(session, "request", cards)


def test_records_entered_together_are_told_by_number_and_title(desk: Desk, qtbot: QtBot) -> None:
    imported(desk)
    form = shown(desk, qtbot)
    rows = [form.model.index(row, 6).data() for row in range(form.model.rowCount())]
    assert rows[:2] == ["2024-001 等150条", "2024-001 等150条"]
    qtbot.waitUntil(lambda: "一并登记的150条" in form.ui.details.toPlainText())
    assert "2024-150 答复 2025-03-20" in form.ui.details.toPlainText()
    form.ui.lines.setCurrentIndex(form.model.index(1, 0))
    qtbot.waitUntil(lambda: "2024-150 奖补资金" in form.ui.details.toPlainText())
    told = form.ui.details.toPlainText().splitlines()
    assert told[0].endswith("王芳（ZWGK-PC2）　导入台账")
    assert told[1] == "依申请公开 2024-001 等150条"
    assert told[2] == "一并登记的150条："
    assert told[3:] == [f"2024-{place:03d} 奖补资金的发放名单" for place in range(1, 151)]


def test_of_records_entered_together_those_looked_for_stand_first_in_full(
    desk: Desk, qtbot: QtBot
) -> None:
    imported(desk)
    form = shown(desk, qtbot)
    find(form, "周大勇 传真", qtbot)
    qtbot.waitUntil(lambda: "一并登记" in form.ui.details.toPlainText())
    told = form.ui.details.toPlainText()
    assert "符合“周大勇 传真”的有1条：" in told
    assert "申请人名称：周大勇" in told
    assert "收到方式：传真" in told
    assert "赵敏" not in told
    find(form, "赵敏", qtbot)
    # Their steps were entered after them.
    assert [form.model.index(row, 5).data() for row in (0, 1)] == ["依申请公开步骤", "依申请公开"]
    form.ui.lines.setCurrentIndex(form.model.index(1, 0))
    qtbot.waitUntil(lambda: "符合“赵敏”的有149条" in form.ui.details.toPlainText())
    assert form.ui.details.toPlainText().count("申请人名称：赵敏") == 20
    assert "（其余129条见下）" in form.ui.details.toPlainText()


def test_the_history_of_a_record_entered_with_many_is_its_own(desk: Desk, qtbot: QtBot) -> None:
    record_id = imported(desk)[70]
    with desk.database.writing(desk.actor) as session:
        change_record(session, "request", record_id, {"note": "补记"})
    form = JournalView(desk, "request", record_id)
    qtbot.addWidget(form)
    assert form.ui.label_record.text() == "依申请公开记录共有3次变动，最近的在前。"
    model = form.ui.lines.model()
    lines = [[model.index(row, column).data() for column in range(5)] for row in range(3)]
    assert [line[3] for line in lines] == ["修改依申请公开", "导入台账", "导入台账"]
    assert {line[2] for line in lines} == {"王芳（ZWGK-PC2）"}
    assert [line[1] for line in lines] == ["2025-03-03", "2025-03-20", "2025-03-03"]
    assert lines[1][4] == "步骤：答复\n办结日期：2025-03-20\n办理结果：予以公开"
    told = lines[2][4].splitlines()
    assert told[:2] == ["申请编号：2024-071", "收到日期：2025-03-03"]
    assert "申请人名称：周大勇" in told


def test_what_only_a_step_tells_is_read_under_its_own_name(desk: Desk, qtbot: QtBot) -> None:
    with desk.database.writing(desk.actor) as session:
        card: Card = {name: REQUEST[name] for name in REQUEST if name != "finished_on"}
        record = add_record(session, "request", card | {"outcome": None}).record_id
        begin_step(session, "登记延期告知")
        session.add(
            RequestEvent(
                request_id=record,
                kind="extension",
                happened_on=date(2025, 3, 20),
                reason="案情复杂",
                approved_by="孙立",
                consulted="agency",
            )
        )
    form = JournalView(desk, "request", record)
    qtbot.addWidget(form)
    told = form.ui.lines.model().index(0, 4).data().splitlines()
    assert {"延期告知日期：2025-03-20", "延期理由：案情复杂", "批准人：孙立"} <= set(told)
    assert "征求对象：其他行政机关" in told


def test_the_menu_offers_it_for_an_open_office(qtbot: QtBot, qapp: QApplication) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    action = window.ui.show_office_journal
    assert action.shortcut().toString() == "Ctrl+H"
    assert action in window.ui.menu_edit.actions()
    assert not action.isEnabled()
