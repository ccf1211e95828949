"""The one table of colours: what each is for, in the light look and in the dark one.

Sheet, palette and every widget that paints take their colours from here by name, so that the
look can change while the program runs. Printed pages and the official form stay white paper in
both. No colour says anything alone: a sign or a word stands beside it.
"""

import re

from PySide6.QtGui import QColor, QGuiApplication, QPalette

# name: (light, dark)
COLOURS: dict[str, tuple[str, str]] = {
    # grounds
    "window": ("#f3f5f8", "#1f242b"),
    "base": ("#ffffff", "#272d35"),
    "stripe": ("#f5f8fc", "#2b323b"),
    "button": ("#ffffff", "#323a44"),
    "button_hover": ("#eaf1f9", "#3a4552"),
    "button_pressed": ("#d9e5f2", "#44546a"),
    "button_off": ("#f1f3f6", "#262c33"),
    "field_off": ("#eef1f5", "#232930"),
    "header": ("#e9eef4", "#303842"),
    "status": ("#e9eef4", "#191e24"),
    "chosen": ("#d5e4f5", "#2a4668"),
    "marked": ("#2f5d94", "#3d73b5"),
    "tip": ("#fffbe6", "#3b3722"),
    "rail": ("#2b4a73", "#18212d"),
    "rail_hover": ("#35588a", "#25364d"),
    "rail_chosen": ("#f3f5f8", "#b4cbe8"),
    "paper": ("#ffffff", "#ffffff"),
    # inks
    "ink": ("#1f2933", "#e4e8ed"),
    "paper_ink": ("#1a1a1a", "#1a1a1a"),
    "on_marked": ("#ffffff", "#ffffff"),
    "grey": ("#5b6b7b", "#a3afbc"),
    "greyed": ("#9aa5b1", "#76828f"),
    "title": ("#1f3a5f", "#bcd4f0"),
    "group": ("#2b4a73", "#a9c7ea"),
    "header_ink": ("#33475b", "#cfd8e2"),
    "status_ink": ("#4a5b6c", "#b3bfcb"),
    "link": ("#1c5aa6", "#7fb4f2"),
    "problem": ("#a93226", "#ff9c8f"),
    "rail_ink": ("#dbe5f1", "#dbe5f1"),
    "rail_off": ("#7f95b3", "#5d6f86"),
    "rail_chosen_ink": ("#1f3a5f", "#14253d"),
    "office": ("#ffffff", "#f0f4f9"),
    # lines
    "line": ("#b8c2cf", "#6b7989"),
    "soft_line": ("#d5dbe2", "#3d4752"),
    "grid": ("#e6eaef", "#363f49"),
    "hover_line": ("#8fa9c8", "#6f8cb0"),
    "focus": ("#2f5d94", "#6ea3e0"),
    "tip_line": ("#c9b458", "#8d7f3a"),
    "chosen_frame": ("#1259b8", "#8cc0ff"),
    # findings: the weight is always said in words, too
    "error_line": ("#c0392b", "#e0685b"),
    "error_ground": ("#fdf0ee", "#46292a"),
    "error_ink": ("#a93226", "#ff9c8f"),
    "warning_line": ("#d19a1d", "#d3a542"),
    "warning_ground": ("#fff6dd", "#433a20"),
    "warning_ink": ("#8a5f00", "#f0c566"),
    "hint_line": ("#d9b65a", "#a08a4a"),
    "hint_ink": ("#75651c", "#d9cb8a"),
    "good_ink": ("#1e6b32", "#8fd6a0"),
    # days of the calendar and of the clock
    "working_ground": ("#ffffff", "#272d35"),
    "weekend_ground": ("#eceff3", "#323a43"),
    "weekend_ink": ("#5a6875", "#b0bcc8"),
    "holiday_ground": ("#fbe0db", "#4f2e2d"),
    "holiday_ink": ("#a93226", "#ff9c8f"),
    "make_up_ground": ("#d8efdc", "#254230"),
    "make_up_ink": ("#1e6b32", "#8fd6a0"),
    "start_ground": ("#d9e7f7", "#2b4364"),
    "waiting_ground": ("#fff6dd", "#3e3825"),
    "waiting_hatch": ("#ecd9a0", "#6b5f36"),
    "due_ground": ("#1f3a5f", "#b4cbe8"),
    "due_ink": ("#ffffff", "#14253d"),
    "overdue_ground": ("#fdf0ee", "#46292a"),
}

_WRITTEN = re.compile(r"color:\s*(#[0-9a-f]{6})")
_IN_TEXTS = (
    *("ink", "grey", "title", "group", "link", "problem"),
    *("error_ink", "warning_ink", "hint_ink", "good_ink"),
)


def is_dark() -> bool:
    """Whether the program wears its dark look now."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def shade(name: str) -> str:
    """A colour of the look that is worn now, as sheets and rich text write it."""
    return COLOURS[name][is_dark()]


def colour(name: str) -> QColor:
    """The same, for painting."""
    return QColor(shade(name))


def printed(name: str) -> str:
    """A colour as it goes on paper, which is white in both looks."""
    return COLOURS[name][0]


def recoloured(text: str, *, dark: bool) -> str:
    """Rich text with the inks of the other look put in place of those it was written with."""
    inks = {COLOURS[name][not dark]: COLOURS[name][dark] for name in _IN_TEXTS}
    return _WRITTEN.sub(lambda found: f"color:{inks.get(found[1], found[1])}", text)
