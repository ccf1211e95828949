"""Light and dark, three sizes of type: readable, complete, and changed at once."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import look, machine_settings
from disclosure_desk.desk.colours import COLOURS, colour, is_dark, recoloured, shade
from disclosure_desk.desk.finding_line import finding_line
from disclosure_desk.desk.look_sheet import sheet
from disclosure_desk.desk.main_window import MainWindow
from disclosure_desk.desk.widgets.report_edit import ReportEdit
from disclosure_desk.records.finding import Finding
from disclosure_desk.shipped import shipped_path

DESK = Path(look.__file__).parent
# Printed pages are white paper with black ink in both looks.
ON_PAPER = {
    *("colours.py", "paper_table.py", "report_html.py"),
    *("trend_model.py", "trend_plot.py"),  # charts are printed, too
}
READ_ON = {
    "window": (
        *("ink", "grey", "title", "group", "link", "problem"),
        *("error_ink", "warning_ink", "hint_ink", "good_ink"),
    ),
    "base": ("ink", "grey", "title", "link", "problem", "error_ink", "warning_ink", "hint_ink"),
    "stripe": ("ink", "grey", "problem"),
    "button": ("ink",),
    "button_hover": ("ink",),
    "button_pressed": ("ink",),
    "header": ("header_ink", "ink"),
    "status": ("status_ink", "warning_ink"),
    "chosen": ("ink", "problem"),
    "marked": ("on_marked",),
    "tip": ("ink",),
    "rail": ("rail_ink", "office"),
    "rail_hover": ("rail_ink",),
    "rail_chosen": ("rail_chosen_ink",),
    "error_ground": ("ink", "error_ink"),
    "warning_ground": ("ink", "warning_ink"),
    "working_ground": ("ink",),
    "weekend_ground": ("weekend_ink",),
    "holiday_ground": ("holiday_ink",),
    "make_up_ground": ("make_up_ink", "ink"),
    "start_ground": ("ink",),
    "waiting_ground": ("ink",),
    "due_ground": ("due_ink",),
    "overdue_ground": ("error_ink",),
}


@pytest.fixture(autouse=True)
def dressed(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QApplication]:
    """The program in its look, kept in a file of its own, and undressed afterwards."""
    kept = QSettings(str(tmp_path / "desk.ini"), QSettings.Format.IniFormat)
    monkeypatch.setattr(machine_settings, "store", lambda: kept)
    palette, font, style = qapp.palette(), qapp.font(), qapp.style().name()
    look.dress(qapp)
    yield qapp
    qapp.styleHints().unsetColorScheme()
    qapp.setStyleSheet("")
    qapp.setStyle(style)
    qapp.setFont(font)
    qapp.setPalette(palette)


def brightness(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((brightness(one), brightness(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_ink_can_be_read_on_its_grounds(dark: bool) -> None:
    faint = [
        (ink, ground, round(contrast(COLOURS[ink][dark], COLOURS[ground][dark]), 2))
        for ground, inks in READ_ON.items()
        for ink in inks
        if contrast(COLOURS[ink][dark], COLOURS[ground][dark]) < 4.5
    ]
    assert not faint


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_drawing_can_be_seen_on_buttons_and_menus(dark: bool) -> None:
    with shipped_path("icons") as folder:
        for drawing in folder.glob("*.svg"):
            if drawing.stem == "disclosure-desk":
                continue  # brings a ground of its own
            (ink,) = set(
                re.findall(r'(?:stroke|fill)="(#[0-9a-f]{6})"', drawing.read_text("utf-8"))
            )
            if drawing.stem.endswith("-chosen"):
                grounds = ["rail_chosen"]
            elif (folder / f"{drawing.stem}-chosen.svg").exists():
                grounds = ["rail"]
            else:
                grounds = ["window", "base", "button", "header"]
            for ground in grounds:
                assert contrast(ink, COLOURS[ground][dark]) >= 3, (drawing.stem, ground)


def test_colours_are_written_in_the_one_table_only() -> None:
    strays = [
        f"{path.relative_to(DESK)}:{number}: {line.strip()}"
        for path in DESK.rglob("*.py")
        if path.name not in ON_PAPER and "forms" not in path.parts
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if re.search(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b", line)
    ]
    assert not strays


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_sheet_names_only_known_colours(dark: bool) -> None:
    assert "$" not in sheet(dark=dark, points=10)


def test_the_smallest_size_made_smaller_leaves_every_window_as_it_is(
    dressed: QApplication, qtbot: QtBot
) -> None:
    look.set_font_size("small")
    label = QLabel()
    qtbot.addWidget(label)
    fonts: list[int] = []
    label.event = lambda event: fonts.append(event.type()) or False
    look.step_font_size(-1)
    assert not fonts
    look.step_font_size(1)
    assert fonts
    assert dressed.font().pointSize() == 10


def test_the_look_changes_at_once_and_is_kept(dressed: QApplication, qtbot: QtBot) -> None:
    label = QLabel(finding_line(Finding("R1", "error", "日期不对。")))
    qtbot.addWidget(label)
    light = COLOURS["error_ink"][0]
    assert light in label.text()
    look.set_look("dark")
    assert is_dark()
    assert dressed.palette().color(QPalette.ColorRole.Base).name() == COLOURS["base"][1]
    assert COLOURS["base"][1] in dressed.styleSheet()
    assert shade("error_ink") in label.text()
    assert light not in label.text()
    look.set_look("light")
    assert not is_dark()
    assert light in label.text()
    look.set_look("dark")
    assert machine_settings.LOOK.value() == "dark"


def test_fields_of_a_report_wear_the_look_that_is_put_on(
    dressed: QApplication, qtbot: QtBot
) -> None:
    edit = ReportEdit()
    qtbot.addWidget(edit)
    edit.set_fields([], lambda _name: "")
    edit.setPlainText("本年新收【本年新收】件")
    edit.show()
    look.set_look("dark")
    (drawn,) = edit.extraSelections()
    assert drawn.format.background().color() == colour("error_ground")
    look.set_look("light")
    (drawn,) = edit.extraSelections()
    assert drawn.format.background().color() == colour("error_ground")


def test_the_look_follows_the_system_when_asked_to(dressed: QApplication) -> None:
    look.set_look("system")
    changed = dressed.styleHints().colorSchemeChanged
    changed.emit(Qt.ColorScheme.Dark)
    assert is_dark()
    changed.emit(Qt.ColorScheme.Light)
    assert not is_dark()
    look.set_look("light")
    changed.emit(Qt.ColorScheme.Dark)
    assert not is_dark()


def test_the_size_of_type_has_three_steps_and_stops_at_their_ends(dressed: QApplication) -> None:
    sizes = {}
    for by in (-1, -1, 1, 1, 1):
        look.step_font_size(by)
        sizes[look.font_size()] = dressed.font().pointSize()
    assert list(sizes) == ["small", "normal", "large"]
    assert sizes["small"] < sizes["normal"] < sizes["large"]
    assert look.font_size() == "large"
    look.set_font_size("normal")
    assert dressed.font().pointSize() == sizes["normal"]
    machine_settings.FONT_SIZE.keep("riesig")
    assert look.font_size() == "normal"


def test_other_colours_of_rich_text_stay() -> None:
    text = '<span style="color:#123456">甲</span><span style="color:#a93226">乙</span>'
    changed = recoloured(text, dark=True)
    assert "#123456" in changed
    assert "#a93226" not in changed


def test_a_drawing_of_the_rail_has_one_for_the_chosen_page() -> None:
    with shipped_path("icons") as folder:
        chosen = {one.stem.removesuffix("-chosen") for one in folder.glob("*-chosen.svg")}
        assert chosen >= {"today", "publication", "settings", "check"}
        assert not [one for one in chosen if QIcon(str(folder / f"{one}.svg")).isNull()]


def test_the_bar_of_a_rail_that_is_scrolled_wears_its_colours(
    dressed: QApplication, qtbot: QtBot
) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    assert window.ui.rail.verticalScrollBar().sizeHint().width() == 9  # as the sheet says
