"""The sheet of the desk's look: colours by the names of `colours`, sizes by the step of type."""

from string import Template

from disclosure_desk.desk.colours import COLOURS

_SHEET = Template("""
QToolTip {
    padding: 4px; border: 1px solid $tip_line; background: $tip; color: $ink;
}
QLineEdit, QPlainTextEdit, QComboBox {
    border: 1px solid $line; border-radius: 3px; background: $base; padding: 3px 6px;
    selection-background-color: $marked; selection-color: $on_marked;
}
QPlainTextEdit { padding: 1px 3px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 1px solid $focus; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $field_off; color: $greyed;
}
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: 18px; }
QComboBox::down-arrow { image: url(icons:down.svg); width: 12px; height: 12px; }
QComboBox QAbstractItemView { border: 1px solid $line; background: $base; }
QComboBox QAbstractItemView::item {
    min-height: ${row}px; max-height: ${row}px; padding: 0 6px;
}
*[finding="error"] { border: 1px solid $error_line; background: $error_ground; }
*[finding="warning"] { border: 1px solid $warning_line; background: $warning_ground; }
*[finding="hint"] { border: 1px solid $hint_line; }
*[proposed="true"] { color: $grey; font-style: italic; }
/* What is hidden is written where others tell what to type: as clear as a value. */
PersonalLine { placeholder-text-color: $ink; }
PersonalLine[proposed="true"] { placeholder-text-color: $grey; }
QPushButton {
    border: 1px solid $line; border-radius: 3px; background: $button; padding: 4px 12px;
}
QPushButton:hover { background: $button_hover; border-color: $hover_line; }
QPushButton:pressed, QPushButton:checked { background: $button_pressed; }
QPushButton:focus { border: 1px solid $focus; }
QPushButton:disabled { color: $greyed; background: $button_off; border-color: $soft_line; }
QCheckBox::indicator {
    width: ${points}px; height: ${points}px; border: 1px solid $line; border-radius: 2px;
    background: $base; padding: 1px;
}
QCheckBox::indicator:checked { image: url(icons:tick.svg); border: 1px solid $focus; }
QCheckBox::indicator:disabled { background: $field_off; }
QCheckBox, QRadioButton { padding: 1px 3px; border-radius: 3px; }
QCheckBox:focus, QRadioButton:focus { background: $chosen; }
QGroupBox {
    border: 1px solid $soft_line; border-radius: 4px; margin-top: 9px; padding-top: 8px;
    background: transparent;
}
QGroupBox::title {
    subcontrol-origin: margin; left: 10px; padding: 0 4px; color: $group; font-weight: bold;
}
QTableCornerButton::section { background: $header; border: none; }
QTableView, QTreeView {
    border: 1px solid $soft_line; gridline-color: $grid; alternate-background-color: $stripe;
    selection-background-color: $chosen; selection-color: $ink;
}
QTableView::item { padding: 0 4px; border: none; }
QTableView::item:selected, QTreeView::item:selected { background: $chosen; color: $ink; }
QHeaderView::section {
    background: $header; color: $header_ink; border: none; border-right: 1px solid $soft_line;
    border-bottom: 1px solid $soft_line; padding: 5px 6px; font-weight: bold;
}
QHeaderView::down-arrow {
    image: url(icons:descending.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 2px;
}
QHeaderView::up-arrow {
    image: url(icons:ascending.svg); width: 12px; height: 12px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 2px;
}
#panel_rail { background: $rail; }
#label_office { color: $office; padding: 14px 12px 12px 14px; font-weight: bold; }
#rail { background: transparent; border: none; outline: none; }
#rail::item { color: $rail_ink; padding: ${rail_gap}px 8px ${rail_gap}px 12px; }
#rail::item:hover { background: $rail_hover; }
#rail::item:selected { background: $rail_chosen; color: $rail_chosen_ink; }
#rail::item:disabled { color: $rail_off; }
/* By the panel: Qt asks what its bar is to look like before the list has its name. */
#panel_rail QScrollBar:vertical { background: $rail; width: 9px; }
#panel_rail QScrollBar::handle:vertical {
    background: $rail_off; min-height: 30px; border-radius: 4px;
}
#panel_rail QScrollBar::add-line:vertical, #panel_rail QScrollBar::sub-line:vertical { height: 0; }
#panel_rail QScrollBar::add-page:vertical, #panel_rail QScrollBar::sub-page:vertical {
    background: $rail;
}
#panel_head { background: $base; border-bottom: 1px solid $soft_line; }
QLabel[role="title"] { font-size: ${title_points}pt; font-weight: bold; color: $title; }
QLabel[role="heading"] { font-size: ${heading_points}pt; font-weight: bold; color: $title; }
QLabel[role="grey"] { color: $grey; }
QLabel[role="state"] { color: $title; font-weight: bold; }
QLabel[role="problem"] { color: $problem; }
QLabel[role="warning"] { color: $warning_ink; font-weight: bold; }
*[role="paper"] { background: $paper; color: $paper_ink; }
*[role="paper"] QLabel { background: transparent; color: $paper_ink; }
QStatusBar { background: $status; color: $status_ink; }
QStatusBar QLabel { color: $status_ink; }
QStatusBar QLabel[role="warning"] { color: $warning_ink; }
QStatusBar::item { border: none; }
""")


def sheet(*, dark: bool, points: int) -> str:
    """The sheet for a look and a size of type in points."""
    names = {name: pair[dark] for name, pair in COLOURS.items()}
    sizes = {
        "points": points + 2,
        "row": points * 2 + 2,
        "rail_gap": points - 1,
        "title_points": points + 4,
        "heading_points": points * 2 + 2,
    }
    return _SHEET.substitute(names, **sizes)
