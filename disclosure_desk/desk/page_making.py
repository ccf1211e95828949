"""Makes the pages of the main window, and knows where the keys belong in each."""

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QTableView, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.widgets.keys_begin import first_of

if TYPE_CHECKING:
    from disclosure_desk.desk.first_look import FirstPage

_LISTS = ("chapters", "name")  # where the keys begin on pages that do not say so themselves


def made_page(name: str, desk: Desk, seen: "FirstPage | None" = None) -> QWidget:
    """A page; what it needs is only imported now. `seen` is what 今日 goes on from."""
    if name == "today":
        from disclosure_desk.desk.pages.today_page import TodayPage

        return TodayPage(desk, seen=seen)
    if name == "statistics":
        from disclosure_desk.desk.pages.statistics_page import StatisticsPage

        return StatisticsPage(desk)
    if name == "report":
        from disclosure_desk.desk.pages.report_page import ReportPage

        return ReportPage(desk)
    if name == "check":
        from disclosure_desk.desk.pages.check_page import CheckPage

        return CheckPage(desk)
    if name == "settings":
        from disclosure_desk.desk.pages.settings_page import SettingsPage

        return SettingsPage(desk)
    if name == "publication":
        from disclosure_desk.desk.pages.publication_page import PublicationPage

        return PublicationPage(desk)
    from disclosure_desk.desk.pages.register_page import RegisterPage
    from disclosure_desk.desk.pages.request_page import RequestPage

    return RequestPage(desk) if name == "request" else RegisterPage(desk, name)


def place_of_keys(page: Any) -> QWidget:
    """The table or list of a page; the first field of one that has none."""
    if (first := first_of(page)) is not None:
        return first
    if hasattr(page.ui, "paper"):
        tables = page.ui.paper.findChildren(QTableView)
        chosen = [table for table in tables if table.currentIndex().isValid()]
        return next(iter(chosen + tables), page)
    for name in _LISTS:
        if hasattr(page.ui, name):
            return getattr(page.ui, name)
    assert isinstance(page, QWidget)
    return page
