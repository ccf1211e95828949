"""Settings (设置): what the office says of itself, and what belongs to this computer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.pages.computer_settings import ComputerSettings
from disclosure_desk.desk.pages.department_list import DepartmentList
from disclosure_desk.desk.pages.office_page import OfficePage
from disclosure_desk.desk.pages.people_list import PeopleList
from disclosure_desk.desk.pages.privacy_settings import PrivacySettings
from disclosure_desk.desk.pages.security_settings import SecuritySettings
from disclosure_desk.desk.widgets.keys_begin import KeysBegin


class SettingsPage(QWidget):
    """One tab a matter; what is typed into the profile stays until it is saved or given up."""

    title = "设置"
    step_wanted = Signal(str)  # an entry of the menus
    second_chosen = Signal()  # another second place for backups

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.office = OfficePage(desk)
        self.tabs = QTabWidget()
        self.tabs.setObjectName("tabs")
        self.tabs.setDocumentMode(True)
        self._add(self.office, self.office.title)
        self.departments = DepartmentList(desk)
        self._add(self.departments, self.departments.title)
        self.people = PeopleList(desk)
        self.people.switch_wanted.connect(lambda: self.step_wanted.emit("switch_person"))
        self._add(self.people, self.people.title)
        self.security = SecuritySettings(desk)
        self._add(self.security, self.security.title)
        self.computer = ComputerSettings()
        self.computer.step_wanted.connect(self.step_wanted)
        self.computer.second_chosen.connect(self.second_chosen)
        self._add(self.computer, self.computer.title)
        self.privacy = PrivacySettings(desk)
        self._add(self.privacy, self.privacy.title)
        self.tabs.currentChanged.connect(lambda _place: self.computer.reload())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.tabs)
        KeysBegin(self, self.office.ui.name)

    def _add(self, part: QWidget, title: str) -> None:
        """A part that is higher than a small magnified screen is scrolled to."""
        scrolled = QScrollArea()
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+Tab leads to the first field
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(part)
        self.tabs.addTab(scrolled, title)

    def show_privacy(self) -> None:
        """Bring the part about persons forward."""
        self.tabs.setCurrentIndex(self.tabs.count() - 1)

    @property
    def is_unsaved(self) -> bool:
        """Whether something was typed into the profile that is not kept yet."""
        return self.office.is_unsaved

    def save(self) -> None:
        """Keep what was typed."""
        self.office.save()

    def load(self) -> None:
        """Show what is stored; what was typed is given up."""
        self.office.load()

    def reload(self) -> None:
        """Show what is stored, unless something is being typed."""
        self.office.reload()

    def tell_backup(self, words: str) -> None:
        """How old the last backup is."""
        self.computer.tell_backup(words)

    def show_journal(self) -> None:
        """Show what was changed in the profile."""
        self.office.show_journal()
