"""Handing a year over: what to look at in the report is told before and after."""

from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.export_year import ExportYear
from disclosure_desk.exchange.export import Exported
from disclosure_desk.storage.database import Database
from tests.desk.conftest import CLERK

UNKNOWN = "【请注意】“一、总体情况”里的“【申请总数】”不是可用的字段，原样留在报告里，请改正。"
NOT_OVER = "【提示】2025年还没有结束，报告里的数字截至今天。"


def dialog_of(desk: Desk, qtbot: QtBot) -> ExportYear:
    form = ExportYear(desk)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(form.ui.findings.isVisible)
    return form


def test_findings_are_told_before_and_after_the_export(
    desk: Desk, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    with database.writing(CLERK) as session:
        write_report_text(session, 2025, 1, "全年收到申请【申请总数】件。")
    form = dialog_of(desk, qtbot)
    told = form.ui.findings.toPlainText().splitlines()
    assert told[0] == UNKNOWN
    assert NOT_OVER in told
    assert any("用的是根据台账生成的草稿" in line for line in told)
    assert form.ui.findings.property("finding") == "warning"
    assert form.ui.label_findings.text() == f"年度报告里请核对的地方：{len(told)}处"
    form.ui.folder.setText(str(tmp_path / "导出"))
    desk.run(lambda session: write_report_text(session, 2025, 1, "全年收到申请3件。"))
    qtbot.waitUntil(lambda: UNKNOWN not in form.ui.findings.toPlainText())
    with database.writing(CLERK) as session:
        write_report_text(session, 2025, 1, "全年收到申请【申请总数】件。")
    form.export_files()
    qtbot.waitUntil(lambda: "已导出3个文件" in form.ui.label_lead.text(), timeout=60_000)
    assert form.ui.findings.toPlainText().splitlines()[0] == UNKNOWN


def test_a_year_that_is_over_is_not_called_open(desk: Desk, qtbot: QtBot) -> None:
    desk.today = lambda: date(2026, 1, 5)
    form = dialog_of(desk, qtbot)
    assert "还没有结束" not in form.ui.findings.toPlainText()


def test_the_dialog_keeps_its_width_whatever_the_files_are_called(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    form = dialog_of(desk, qtbot)
    width = form.width()
    assert form.ui.label_edition.text() == "报告格式(&G)"
    form.ui.folder.setText(str(tmp_path / "导出"))
    form.export_files()
    qtbot.waitUntil(lambda: "已导出3个文件" in form.ui.label_lead.text(), timeout=60_000)
    qtbot.wait(50)
    assert form.width() == width
    form._is_written(Exported({"table": tmp_path / f"{'长名' * 60}.xlsx"}, ()))
    qtbot.wait(50)
    assert form.width() == width
    assert form.minimumSizeHint().width() <= width
