"""The year in the head of the window, for the pages that show one."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.opening import years_offered


def offer_years(box: QComboBox, desk: Desk, years: tuple[int, ...]) -> None:
    """Put the years with records and the usual ones into the box, that of the desk chosen."""
    offered = years_offered((*years, desk.year), desk.today())
    with QSignalBlocker(box):
        box.clear()
        for year in offered:
            box.addItem(f"{year}年", year)
        box.setCurrentIndex(offered.index(desk.year))


def lacks_a_year(box: QComboBox, years: tuple[int, ...]) -> bool:
    """Whether one of these years cannot be chosen yet."""
    return bool(set(years) - {box.itemData(row) for row in range(box.count())})
