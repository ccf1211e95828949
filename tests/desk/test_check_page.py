"""Finished reports on the page 核查汇总: read, checked, compared and added up; rules kept."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.reporting import keep_subordinates, rules_off, subordinates
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.rule_choice import RuleChoice
from disclosure_desk.desk.dialogs.subordinate_units import SubordinateUnits
from disclosure_desk.desk.pages.check_page import CheckPage
from disclosure_desk.statistics.edition import editions
from disclosure_desk.storage.database import Database
from tests.desk.conftest import CLERK
from tests.desk.keyboard import CTRL, ENTER, form_over, press

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
EDITION = editions()["2021"]
SOUND = {
    **dict.fromkeys(EDITION.cells, 0),
    "requests.new.natural": 3,
    "requests.new.total": 3,
    "requests.3.1.natural": 2,
    "requests.3.1.total": 2,
    "requests.3.7.natural": 2,
    "requests.3.7.total": 2,
    "requests.carried_out.natural": 1,
    "requests.carried_out.total": 1,
}


def page_of(folder: Path, unit: str, year: int, **changed: int) -> Path:
    """A report's tables as a web page of a portal."""
    figures = SOUND | {code.replace("__", "."): number for code, number in changed.items()}
    tables = []
    for chapter in EDITION.chapters:
        tables.append(f"<h2>{chapter.title}</h2><p>本章写明有关情况，内容具体完整，便于核对。</p>")
        for id_ in chapter.grids:
            rows: dict[int, list[str]] = {}
            for placed in EDITION.grid(id_).cells:
                cell = placed.cell
                text = str(figures[cell.text]) if cell.kind == "figure" else cell.text
                span = f'rowspan="{cell.rows}" colspan="{cell.columns}"'
                rows.setdefault(placed.row, []).append(f"<td {span}>{text}</td>")
            lines = "".join(f"<tr>{''.join(cells)}</tr>" for cells in rows.values())
            tables.append(f'<table border="1">{lines}</table>')
    title = f"{unit}{year}年政府信息公开工作年度报告"
    path = folder / f"{unit}{year}.html"
    path.write_text(
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
        f"{''.join(tables)}<p>未收取信息处理费。</p></body></html>",
        encoding="utf-8",
    )
    return path


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[CheckPage]:
    made = CheckPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def read(page: CheckPage, qtbot: QtBot, *paths: Path) -> None:
    count = len({*paths, *(one.path for one in page.files)})
    page.read(paths)
    qtbot.waitUntil(lambda: len(page.files) == count and not page._desk.jobs.busy, timeout=20_000)


def lines(page: CheckPage) -> list[list[str]]:
    model = page.ui.files.model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def told(page: CheckPage) -> list[str]:
    model = page.ui.findings.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_files_are_dropped_listed_and_checked(
    page: CheckPage, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = {"requests__new__total": 4}
    paths = [
        page_of(tmp_path, "示例县财政局", 2025),
        page_of(tmp_path, "示例县教育局", 2025, **wrong),
    ]
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in (*paths, tmp_path / "坏.docx")])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    entered = QDragEnterEvent(QPoint(5, 5), action, data, buttons, keys)
    QApplication.sendEvent(page, entered)
    assert entered.isAccepted()
    QApplication.sendEvent(page, QDropEvent(QPointF(5, 5), action, data, buttons, keys))
    qtbot.waitUntil(lambda: len(page.files) == 3, timeout=20_000)
    first, second, third = lines(page)
    assert first[:4] == ["示例县财政局", "2025", "2021年格式", "0"]
    assert second[0] == "示例县教育局"
    assert int(second[3]) == 2
    assert third[0] == "没有读出"
    page.ui.files.selectRow(2)
    assert "已损坏" in page.ui.label_findings.text()


def test_a_finding_shows_both_numbers_and_marks_its_cell_on_paper(
    page: CheckPage, tmp_path: Path, qtbot: QtBot
) -> None:
    read(page, qtbot, page_of(tmp_path, "示例县教育局", 2025, requests__new__total=4))
    assert page.ui.findings.currentIndex().row() == 0
    assert "须改正" in told(page)[0]
    every = "".join(told(page))
    assert "各项之和3（自然人），总计4，相差1" in every
    page.ui.files.setFocus()
    QTest.keyClick(page.ui.files, Qt.Key.Key_F8)
    assert page.ui.findings.hasFocus()
    rows = [row for row, line in enumerate(told(page)) if "H3" in line]
    while page.ui.findings.currentIndex().row() != rows[0]:
        QTest.keyClick(page.ui.findings, Qt.Key.Key_F6)
    assert page.ui.sheet.chosen() == "requests.new.total"
    QTest.keyClick(page.ui.findings, ENTER)
    assert page.ui.sheet.isAncestorOf(QApplication.focusWidget())


def test_last_years_report_is_found_among_the_files_or_chosen(
    page: CheckPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = page_of(tmp_path, "示例县财政局", 2025)  # carried in 0, last year's out 1
    then = page_of(tmp_path, "示例县财政局", 2024)
    read(page, qtbot, now)
    assert lines(page)[0][6] == ""
    monkeypatch.setattr(file_choice, "file_to_open", lambda *_a, **_k: str(then))
    page.ui.choose_previous.click()
    qtbot.waitUntil(lambda: lines(page)[0][6] == "有", timeout=20_000)
    assert len(page.files) == 1
    assert any("X1" in line for line in told(page))
    assert then.name in page.ui.label_findings.text()
    page.ui.remove_file.click()
    qtbot.waitUntil(lambda: not page.files)
    read(page, qtbot, now, then)
    assert [line[6] for line in lines(page)] == ["有", ""]
    added = page._sum.added
    assert added is not None
    assert [one.file for one in added.units] == [now.name]  # last year's is not added up


def test_ctrl_o_asks_for_files_and_nothing_happens_when_none_is_chosen(
    page: CheckPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen: list[str] = []
    monkeypatch.setattr(file_choice, "files_to_open", lambda *_a, **_k: chosen)
    page.ui.files.setFocus()
    QTest.keyClick(page.ui.files, Qt.Key.Key_O, CTRL)
    assert not page.files
    chosen.append(str(page_of(tmp_path, "示例县财政局", 2025)))
    QTest.keyClick(page.ui.files, Qt.Key.Key_O, CTRL)
    qtbot.waitUntil(lambda: len(page.files) == 1, timeout=20_000)


def test_units_are_added_up_those_missing_named_and_one_workbook_written(
    page: CheckPage,
    desk: Desk,
    database: Database,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with database.writing(CLERK) as session:
        units = [("示例县财政局", False), ("示例县水利局", False), ("示例县税务局", True)]
        keep_subordinates(session, units)
    page.reload()
    names = ("示例县财政局", "示例县教育局", "示例县税务局")
    read(page, qtbot, *(page_of(tmp_path, name, 2025) for name in names))
    words = page.ui.label_sum.text()
    assert "汇总2份报告" in words
    assert "缺1个单位：示例县水利局。" in words
    added = page._sum.added
    assert added is not None
    assert added.sums["2021"]["requests.new.total"] == 6
    matrix = page.ui.matrix.model()
    column = [matrix.index(row, 0).data() for row in range(matrix.rowCount())]
    assert column == ["示例县财政局", "示例县教育局", "缺：示例县水利局"]
    target = tmp_path / "汇总.xlsx"
    monkeypatch.setattr(file_choice, "file_to_save", lambda *_a, **_k: str(target))
    page.ui.write_sum.click()
    qtbot.waitUntil(lambda: "已写入" in page.ui.label_sum.text(), timeout=20_000)
    assert openpyxl.load_workbook(target).sheetnames[:3] == ["汇总", "核对情况", "问题清单"]


def test_a_rule_is_switched_off_with_a_reason_and_is_asked_no_more(
    page: CheckPage, desk: Desk, database: Database, tmp_path: Path, qtbot: QtBot
) -> None:
    read(page, qtbot, page_of(tmp_path, "示例县教育局", 2025, requests__new__total=4))
    assert any("H3" in line for line in told(page))
    page.ui.choose_rules.click()
    form = form_over(page.window(), RuleChoice, qtbot)
    qtbot.waitUntil(lambda: form.ui.rules.model().rowCount() > 10)
    row = next(row for row in range(40) if form.ui.rules.model().index(row, 0).data() == "H3")
    form.ui.rules.selectRow(row)
    form.ui.switch_off.click()
    boxes: list[QMessageBox] = []

    def is_told() -> bool:
        boxes[:] = [one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox)]
        return any("停用规则H3的原因" in one.text() for one in boxes)

    qtbot.waitUntil(is_told)
    for box in boxes:
        box.done(0)
    form.ui.reason.setText("上级表样没有这一列")
    form.ui.switch_off.click()
    qtbot.waitUntil(lambda: not any("H3" in line for line in told(page)))
    with database.reading() as session:
        assert rules_off(session) == {"H3": "上级表样没有这一列"}
    qtbot.waitUntil(form.ui.switch_on.isEnabled)
    form.ui.switch_on.click()
    qtbot.waitUntil(lambda: any("H3" in line for line in told(page)))
    form.close()


def test_subordinate_units_are_pasted_as_lines(
    page: CheckPage, desk: Desk, database: Database, qtbot: QtBot
) -> None:
    page.ui.choose_units.click()
    form = form_over(page.window(), SubordinateUnits, qtbot)
    qtbot.waitUntil(form.ui.keep.isEnabled)
    form.ui.units.setPlainText("示例县财政局\n示例县税务局（垂直）\n")
    form.ui.units.setFocus()
    press(form, ENTER)

    def kept() -> list[tuple[str, bool]]:
        with database.reading() as session:
            return subordinates(session)

    qtbot.waitUntil(lambda: kept() == [("示例县财政局", False), ("示例县税务局", True)])
