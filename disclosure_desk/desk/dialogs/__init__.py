"""Dialogs over the main window: one for each form, and a few to ask or show."""
