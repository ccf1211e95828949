"""Marks a field with what was found about it; colours are in look.py, words in the tool tip."""

from PySide6.QtWidgets import QWidget


def mark(widget: QWidget, severity: str, words: str = "") -> None:
    """Mark as `error`, `warning` or `hint`, or clear with an empty severity."""
    widget.setToolTip(words)
    if widget.property("finding") != severity:
        widget.setProperty("finding", severity)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def show_proposed(widget: QWidget, *, proposed: bool) -> None:
    """Draw what stands in a field as a proposal, in grey italics, or as its own value."""
    widget.setProperty("proposed", proposed)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
