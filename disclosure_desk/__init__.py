"""Disclosure Desk (信息公开工作台): the register of an office's 政府信息公开 work."""

__version__ = "0.1.0"
