"""Compiled from ui/ by `python -m disclosure_desk.desk.forms`; never edited."""
