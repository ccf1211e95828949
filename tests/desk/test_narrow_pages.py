"""The pages on a screen of 1366×768 that is magnified to 150 %: 911×512 points."""

import pytest
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.look_sheet import sheet
from disclosure_desk.desk.pages.check_page import CheckPage
from disclosure_desk.desk.pages.report_page import ReportPage
from disclosure_desk.desk.pages.settings_page import SettingsPage
from disclosure_desk.desk.pages.statistics_page import StatisticsPage
from disclosure_desk.desk.widgets.page_stack import PageStack

_WIDTH, _HEIGHT = 911 - 158, 400  # without the rail, the head and the line of state
_PAGES = (StatisticsPage, ReportPage, CheckPage, SettingsPage)


def cut(page: QWidget) -> list[str]:
    """Buttons and labels that are narrower than what stands on them."""
    return [
        one.text()
        for kind in (QPushButton, QLabel)
        for one in page.findChildren(kind)
        if one.isVisible() and one.width() < one.minimumSizeHint().width()
    ]


@pytest.mark.parametrize("kind", _PAGES)
def test_a_page_fits_a_magnified_screen_and_cuts_no_text(
    kind: type[QWidget], desk: Desk, qtbot: QtBot
) -> None:
    page = kind(desk)
    qtbot.addWidget(page)
    page.setStyleSheet(sheet(dark=False, points=10))
    page.show()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    page.resize(_WIDTH, max(_HEIGHT, page.minimumSizeHint().height()))
    assert page.width() == _WIDTH
    assert not cut(page)


def test_a_narrow_page_is_not_scrolled_to_the_side_because_another_is_wide(qtbot: QtBot) -> None:
    area, stack = QScrollArea(), PageStack()
    qtbot.addWidget(area)
    narrow, wide = QWidget(), QWidget()
    narrow.setLayout(QHBoxLayout())
    narrow.layout().addWidget(QPushButton("保存"))
    wide.setLayout(QHBoxLayout())
    wide.layout().addWidget(button := QPushButton("保存"))
    button.setMinimumWidth(900)
    for page in (narrow, wide):
        stack.addWidget(page)
    area.setWidgetResizable(True)
    area.setWidget(stack)
    area.resize(500, 300)
    area.show()
    for page, is_scrolled in ((wide, True), (narrow, False), (wide, True)):
        stack.setCurrentWidget(page)
        bar = area.horizontalScrollBar()
        qtbot.waitUntil(lambda bar=bar, is_scrolled=is_scrolled: (bar.maximum() > 0) is is_scrolled)
