"""Days in Chinese words."""

from datetime import date

WEEKDAYS = "一二三四五六日"


def chinese_date(day: date) -> str:
    """A day as official letters write it, month and day without zeros: 2024年2月4日."""
    return f"{day.year}年{day.month}月{day.day}日"
