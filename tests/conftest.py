"""What all tests share: no real screen, and a machine without Qt's system libraries."""

import importlib
import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def _qt_can_be_loaded() -> bool:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError:
        return False
    return True


QT = _qt_can_be_loaded()
collect_ignore = [] if QT else ["desk"]


def pytest_addoption(parser: pytest.Parser, pluginmanager: pytest.PytestPluginManager) -> None:
    """Know pytest-qt's settings also where it is switched off because Qt cannot be loaded."""
    if not pluginmanager.hasplugin("pytest-qt"):
        parser.addini("qt_api", "unused without Qt")
        parser.addini("qt_log_level_fail", "unused without Qt")
        parser.addini("qt_log_ignore", "unused without Qt")


def pytest_report_header() -> list[str]:
    """Say at the top what this machine leaves out."""
    return [] if QT else ["tests/desk is left out: Qt's system libraries cannot be loaded here"]
