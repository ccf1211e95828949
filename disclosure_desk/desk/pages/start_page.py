"""What is seen before an office file is open: found one, open one, or look at the sample."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from disclosure_desk.desk.forms.ui_start_page import Ui_StartPage
from disclosure_desk.storage.recent import recent_offices

_MOST_SHOWN = 5


class StartPage(QWidget):
    """Three ways in, and the files opened lately."""

    title = "开始"
    found_wanted = Signal()
    open_wanted = Signal()
    sample_wanted = Signal()
    place_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_StartPage()
        self.ui.setupUi(self)
        self.ui.found_office.clicked.connect(self.found_wanted)
        self.ui.open_office.clicked.connect(self.open_wanted)
        self.ui.view_sample.clicked.connect(self.sample_wanted)
        self._links: list[QPushButton] = []
        self.tell("")

    def tell(self, problem: str) -> None:
        """Say why no office is open, if there is a reason."""
        self.ui.label_problem.setText(problem)
        self.ui.label_problem.setVisible(bool(problem))
        self.reload()

    def reload(self) -> None:
        """List the files opened lately that are still there."""
        for link in self._links:
            link.deleteLater()
        self._links = []
        here = [place for place in recent_offices() if "://" in place or Path(place).is_file()]
        for place in here[:_MOST_SHOWN]:
            link = QPushButton(_in_short(place))
            link.setToolTip(_in_short(place))
            link.setFlat(True)
            link.setAutoDefault(False)
            link.setMinimumWidth(340)
            link.clicked.connect(partial(self.place_wanted.emit, place))
            self.ui.layout_recent.addWidget(link)
            self._links.append(link)
        self.ui.label_recent.setVisible(bool(self._links))


def _in_short(place: str) -> str:
    """A path as it is; of a server no account and password."""
    return place if "://" not in place else place.rsplit("@", 1)[-1]
