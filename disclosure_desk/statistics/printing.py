"""Figures as the forms print them; no database here, so that the desk starts without one."""

from decimal import Decimal

from disclosure_desk.records.finding import Figure


def plain(figure: Figure) -> Figure:
    """A whole amount as a whole number."""
    return int(figure) if figure == int(figure) else figure


def shown(value: Figure | str, *, signed: bool = False) -> str:
    """A figure with all its digits and no others; signed ones as +3, -2 and 0."""
    if isinstance(value, str):
        return value
    value = plain(value)
    text = format(value.normalize(), "f") if isinstance(value, Decimal) else str(value)
    return f"+{text}" if signed and value > 0 else text
