"""Signing a year on the statistics page: signed, today, and the records in between."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from disclosure_desk.commands.closing import close_year
from disclosure_desk.commands.registers import add_record
from disclosure_desk.desk import file_choice
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.closing_year import ClosingYear
from disclosure_desk.desk.models.grid_model import SignedRole
from disclosure_desk.desk.pages.statistics_page import StatisticsPage
from disclosure_desk.records.cards import Card
from disclosure_desk.statistics.carry_over import opening_carry
from disclosure_desk.statistics.closing import in_force
from disclosure_desk.statistics.edition import edition_for
from disclosure_desk.storage.backup import backups_in
from disclosure_desk.storage.database import open_database
from tests.conftest import UNIT
from tests.desk.keyboard import compose, form_over, is_gone, keys, press
from tests.finished_layouts import (
    Told,
    items,
    printed,
    random_figures,
    sound_texts,
    write_docx,
)

REQUEST: Card = {
    "received_on": date(2024, 5, 6),
    "received_via": "letter",
    "applicant_kind": "natural",
    "content": "县级科技计划项目的立项文件",
}
WHY = "2025年1月8日局长办公会审定"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[StatisticsPage]:
    with desk.database.writing(desk.actor) as session:
        add_record(session, "request", {**REQUEST, "number": "S1"})
    desk.set_year(2024)
    made = StatisticsPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    settled(made, qtbot)
    yield made
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def settled(page: StatisticsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page._count is not None and not page._desk.jobs.busy)


def sign(page: StatisticsPage, qtbot: QtBot, reason: str = WHY) -> None:
    page.ui.sign_year.click()
    form = form_over(page, ClosingYear, qtbot)
    keys(form, reason)
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form) and not page._desk.jobs.busy)


def test_the_file_is_backed_up_before_a_year_is_signed(page: StatisticsPage, qtbot: QtBot) -> None:
    place = page._desk.database.path
    assert place is not None
    sign(page, qtbot)
    assert is_signed(page)
    (backup,) = backups_in(place.parent / "备份")
    database = open_database(backup.path)
    with database.reading() as session:
        assert in_force(session, 2024) is None
    database.close()


def is_signed(page: StatisticsPage) -> bool:
    with page._desk.database.reading() as session:
        return in_force(session, 2024) is not None


def test_what_signing_means_is_read_whole(page: StatisticsPage, qtbot: QtBot) -> None:
    page.ui.sign_year.click()
    form = form_over(page, ClosingYear, qtbot)
    for label in (form.ui.label_question, form.ui.label_notes):
        assert label.height() >= label.heightForWidth(label.width())
    form.reject()


def test_a_year_is_signed_with_a_reason_by_keys_alone(page: StatisticsPage, qtbot: QtBot) -> None:
    page.ui.sign_year.setFocus()
    keys(page, Qt.Key.Key_Space)
    form = form_over(page, ClosingYear, qtbot)
    assert "签发2024年统计表（2021年格式，200个数字）" in form.ui.label_question.text()
    assert not form.ui.settle.isEnabled()
    assert not form.ui.findings.isVisible()
    keys(form, WHY)
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form))
    qtbot.waitUntil(lambda: "由王芳签发，与今天的数字相同" in page.ui.checks.text())
    assert is_signed(page)
    assert "重新开放" in page.ui.sign_year.text()


def test_nothing_is_signed_while_a_word_is_composed_or_without_a_reason(
    page: StatisticsPage, qtbot: QtBot
) -> None:
    page.ui.sign_year.click()
    form = form_over(page, ClosingYear, qtbot)
    press(form, Qt.Key.Key_Return)
    keys(form, WHY)
    compose(form.ui.reason, "shen")
    press(form, Qt.Key.Key_Return)
    assert not page._desk.jobs.busy
    assert form.isVisible()
    assert not is_signed(page)
    form.close()


def test_a_later_correction_is_marked_and_explained_where_it_is_clicked(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    sign(page, qtbot)
    late: Card = {**REQUEST, "number": "S2", "received_on": date(2024, 12, 30)}
    with qtbot.waitSignal(desk.changed):
        desk.run(lambda session: add_record(session, "request", late), reason="补登")
    qtbot.waitUntil(lambda: "今天有4个数字不同" in page.ui.checks.text())
    code = "requests.carried_out.natural"
    index = next(found for one in page.ui.paper._models if (found := one.index_of(code)).isValid())
    assert (index.data(), index.data(SignedRole)) == ("2", "1")
    assert "签发时：1，与今天不同" in index.data(Qt.ItemDataRole.ToolTipRole)
    page.go_to_cell(code)
    qtbot.waitUntil(lambda: "签发时1，今天2，相差+1" in page.ui.explanation.toPlainText())
    qtbot.waitUntil(lambda: "计入4个单元格" in page.ui.explanation.toPlainText())
    said = page.ui.explanation.toPlainText()
    assert "S2：新计入（+1）" in said
    with qtbot.waitSignal(desk.open_record) as opened:
        found = page.ui.explanation.toHtml().split('href="request:')[1].split('"')[0]
        page.ui.explanation.anchorClicked.emit(QUrl(f"request:{found}"))
    assert opened.args == ["request", 2]


def test_the_findings_name_every_figure_that_is_not_as_signed(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    sign(page, qtbot)
    late: Card = {**REQUEST, "number": "S2"}
    with qtbot.waitSignal(desk.changed):
        desk.run(lambda session: add_record(session, "request", late), reason="补登")
    model = page.ui.findings.model()
    qtbot.waitUntil(lambda: model.rowCount() == 4)
    assert "签发时1，今天2" in model.index(0, 2).data()


def test_a_signed_year_is_opened_again_with_a_reason(page: StatisticsPage, qtbot: QtBot) -> None:
    sign(page, qtbot)
    qtbot.waitUntil(lambda: "重新开放" in page.ui.sign_year.text())
    page.ui.sign_year.click()
    form = form_over(page, ClosingYear, qtbot)
    assert "由王芳签发，现在重新开放" in form.ui.label_question.text()
    keys(form, "更正办结日期")
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form) and "签发本年" in page.ui.sign_year.text())
    assert not is_signed(page)


def test_what_cannot_be_signed_is_told_and_the_words_stay(
    page: StatisticsPage, desk: Desk, qtbot: QtBot
) -> None:
    page.ui.sign_year.click()
    form = form_over(page, ClosingYear, qtbot)
    with desk.database.writing(desk.actor) as session:
        close_year(session, edition_for(2024), 2024, "另一处", today=desk.today())
    keys(form, WHY)
    press(form, Qt.Key.Key_Return)
    box = form_over(form, QMessageBox, qtbot)
    assert "2024年统计表已由王芳于2025-09-30签发" in box.text()
    box.close()
    assert form.ui.reason.value() == WHY
    form.close()


@pytest.mark.parametrize(("year", "code"), [(2025, "2021"), (2024, "2014")])
def test_a_year_that_runs_or_an_edition_out_of_use_offers_no_signing(
    page: StatisticsPage, desk: Desk, qtbot: QtBot, year: int, code: str
) -> None:
    assert page.ui.sign_year.isVisible()
    desk.set_year(year)
    page.ui.edition.setCurrentIndex(page.ui.edition.findData(code))
    qtbot.waitUntil(lambda: not page.ui.sign_year.isVisible())
    settled(page, qtbot)


# ---------------------------------------------------------- reports of before the program


def report_of(folder: Path, **changed: str) -> Path:
    """The published report of 2024, four requests carried over."""
    figures = random_figures("2021", 3)
    for code in ("requests.new", "requests.carried_out"):
        for column in ("natural", "total"):
            figures[f"{code}.{column}"] += 4
    said = {code: printed(figure) for code, figure in figures.items()} | changed
    told = Told("2021", 2024, UNIT, said, texts=sound_texts(2024))
    return write_docx(folder / "2024年报.docx", items(told, "official"))


def choose_report(
    page: StatisticsPage, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> ClosingYear:
    page.ui.sign_year.click()
    form = form_over(page, ClosingYear, qtbot)
    monkeypatch.setattr(file_choice, "file_to_open", lambda *_, **__: str(path))
    form.ui.take_report.click()
    qtbot.waitUntil(lambda: form.ui.settle.text().startswith("取用"))
    return form


def test_a_published_report_is_taken_as_signed(
    page: StatisticsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    form = choose_report(page, qtbot, report_of(tmp_path), monkeypatch)
    assert "“2024年报.docx”的200个数字作为签发的数字" in form.ui.label_question.text()
    assert not form.ui.settle.isEnabled()
    keys(form, "2025年1月20日公布")
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form) and not page._desk.jobs.busy)
    with page._desk.database.reading() as session:
        closed = in_force(session, 2024)
        assert closed is not None
        assert (closed.taken_from, closed.reason) == ("2024年报.docx", "2025年1月20日公布")
    qtbot.waitUntil(lambda: page._count is not None and page._count.closed is not None)
    assert page._count is not None
    assert page._count.closed is not None
    assert page._count.closed.differs == ()


def test_of_a_report_with_doubtful_cells_only_the_carried_over_are_entered(
    page: StatisticsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = report_of(tmp_path, **{"art20.6.penalty.decisions": "约40"})
    form = choose_report(page, qtbot, path, monkeypatch)
    assert "行政处罚" in form.ui.label_question.text()
    assert "只登记结转下年度的4件" in form.ui.label_question.text()
    keys(form, "单位留存的纸质件")
    press(form, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: is_gone(form) and not page._desk.jobs.busy)
    with page._desk.database.reading() as session:
        assert in_force(session, 2024) is None
        carry = opening_carry(session, 2024)
        assert carry is not None
        assert (carry.natural, carry.other) == (4, 0)
        assert carry.source == "2024年报.docx：单位留存的纸质件"


def test_a_report_that_says_too_little_cannot_be_taken(
    page: StatisticsPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = report_of(tmp_path, **{"requests.carried_out.natural": "/"})
    form = choose_report(page, qtbot, path, monkeypatch)
    assert "不能取用" in form.ui.label_question.text()
    keys(form, "已公布")
    assert not form.ui.settle.isEnabled()
    form.reject()
