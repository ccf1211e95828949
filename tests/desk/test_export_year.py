"""Handing a year over: errors block the final files, warnings ask for a reason, drafts say so."""

from datetime import date
from pathlib import Path

from docx import Document
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.commands.reporting import answers_of, switch_rule_off
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.export_year import ExportYear
from disclosure_desk.exchange.export import Exported
from disclosure_desk.records.published_carry import PublishedCarry
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.drafts import Draft, keep_draft
from disclosure_desk.storage.journal import begin_step
from tests.desk.conftest import CLERK
from tests.desk.keyboard import CTRL, ENTER

UNKNOWN = "“一、总体情况”里的“【申请总数】”不是可用的字段，原样留在报告里，请改正。"
NOT_OVER = "2025年还没有结束，报告里的数字截至今天。"


def dialog_of(desk: Desk, qtbot: QtBot) -> ExportYear:
    form = ExportYear(desk)
    qtbot.addWidget(form)
    form.show()
    qtbot.waitUntil(form.ui.findings.isVisible)
    return form


def told(form: ExportYear) -> list[tuple[str, str, str]]:
    model = form.ui.findings.model()
    return [
        (model.index(row, 0).data(), model.index(row, 1).data(), model.index(row, 2).data())
        for row in range(model.rowCount())
    ]


def written(form: ExportYear, count: int, qtbot: QtBot) -> None:
    words = f"已导出{count}个文件"
    qtbot.waitUntil(lambda: words in form.ui.label_lead.text(), timeout=60_000)
    qtbot.waitUntil(lambda: not form._desk.jobs.busy)


def test_a_warning_without_a_reason_keeps_the_files_from_being_final(
    desk: Desk, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    with database.writing(CLERK) as session:
        write_report_text(session, 2025, 1, "全年收到申请【申请总数】件。")
    form = dialog_of(desk, qtbot)
    assert told(form)[0] == ("请核对", UNKNOWN, "")
    assert ("提示", NOT_OVER, "") in told(form)
    assert form.ui.findings.property("finding") == "warning"
    count = len(told(form))
    assert form.ui.label_findings.text().startswith(f"年度报告里请核对的地方：{count}处，其中1处")
    form.ui.folder.setText(str(tmp_path / "导出"))
    QTest.keyClick(form.ui.folder, ENTER, CTRL)
    assert form.ui.label_notes.text() == (
        "还有1处没有写明情况说明，不能导出正式的报告；可以先导出草稿。"
    )
    assert not (tmp_path / "导出").exists()
    form.ui.reason.setText("字段留待上级填写")
    form.ui.keep_reason.click()
    qtbot.waitUntil(lambda: told(form)[0][2] == "字段留待上级填写")
    with database.reading() as session:
        (kept,) = answers_of(session, 2025, "2021").values()
        assert (kept.rule, kept.answered_by) == ("R2", "王芳")
    form.export_files()
    written(form, 3, qtbot)
    names = sorted(path.name for path in (tmp_path / "导出").iterdir())
    assert len(names) == 3
    assert not any("草稿" in name for name in names)
    # Another field is another finding: it is asked again.
    desk.run(lambda session: write_report_text(session, 2025, 1, "全年【总数】件。"))
    qtbot.waitUntil(lambda: "【总数】" in told(form)[0][1])
    assert told(form)[0][2] == ""


def test_drafts_are_told_beside_the_success_of_an_export(
    desk: Desk, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    with database.writing(CLERK) as session:
        keep_draft(session, Draft("k", "publication", None, None, "某件", {"title": "某件"}))
    form = dialog_of(desk, qtbot)
    form.ui.folder.setText(str(tmp_path / "导出"))
    form.export_draft()
    written(form, 3, qtbot)
    assert "已导出3个文件" in form.ui.label_lead.text()
    assert "1份未保存的草稿不在导出内容里" in form.ui.label_lead.text()


def test_an_error_blocks_the_final_files_but_not_a_draft(
    desk: Desk, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    with database.writing(CLERK) as session:
        begin_step(session, "登记已公布的结转数")
        columns = dict.fromkeys(
            ("natural", "business", "research", "public_welfare", "legal_service", "other"), 0
        )
        carry = {**columns, "natural": 2}
        session.add(PublishedCarry(year=2024, source="已公布的年报", **carry))
    form = dialog_of(desk, qtbot)
    assert told(form)[0][0] == "须改正"
    assert told(form)[0][1].startswith("X1")
    form.ui.folder.setText(str(tmp_path / "导出"))
    form.export_files()
    assert "处须改正" in form.ui.label_notes.text()
    assert not form.ui.reason.isEnabled()
    form.ui.pdf.setChecked(True)
    form.ui.export_draft.click()
    written(form, 5, qtbot)
    names = sorted(path.name for path in (tmp_path / "导出").iterdir())
    assert sum("（草稿）" in name for name in names) == 4
    assert sum(name.endswith(".pdf") for name in names) == 2
    (report,) = (tmp_path / "导出").glob("*.docx")
    assert Document(str(report)).paragraphs[0].text == "草稿"


def test_a_rule_that_is_switched_off_does_not_block(
    desk: Desk, database: Database, qtbot: QtBot
) -> None:
    with database.writing(CLERK) as session:
        write_report_text(session, 2025, 5, "无")
    form = dialog_of(desk, qtbot)
    assert any(line[1].startswith("Q1") for line in told(form))
    with database.writing(CLERK) as session:
        switch_rule_off(session, "Q1", "上级不作要求", today=date(2025, 9, 30))
    form._look_over()
    qtbot.waitUntil(lambda: not any(line[1].startswith("Q1") for line in told(form)))


def test_a_year_that_is_over_is_not_called_open(desk: Desk, qtbot: QtBot) -> None:
    desk.today = lambda: date(2026, 1, 5)
    form = dialog_of(desk, qtbot)
    assert not any("还没有结束" in line[1] for line in told(form))


def test_the_dialog_keeps_its_width_whatever_the_files_are_called(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    form = dialog_of(desk, qtbot)
    width = form.width()
    assert form.ui.label_edition.text() == "报告格式(&G)"
    form.ui.folder.setText(str(tmp_path / "导出"))
    form.export_draft()
    written(form, 3, qtbot)
    assert form.width() == width
    form._is_written(Exported({"table": tmp_path / f"{'长名' * 60}.xlsx"}, ()))
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert form.width() == width
    assert form.minimumSizeHint().width() <= width
