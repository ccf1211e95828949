"""Figures, counted from dated events as of a day."""
