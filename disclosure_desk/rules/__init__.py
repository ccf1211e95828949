"""The law: pure functions of dates and numbers."""
