"""The one door: a sentence for what is known, a text to copy for what is not."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk import errors
from disclosure_desk.desk.jobs import Cancelled
from disclosure_desk.faults import Fault, Refusal


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def button(box: QMessageBox, text: str) -> QPushButton:
    return next(one for one in box.findChildren(QPushButton) if one.text() == text)


@pytest.mark.parametrize("kind", [Refusal, Fault])
def test_a_known_error_is_one_plain_sentence(
    window: QWidget, kind: Callable[[str], Exception]
) -> None:
    box = errors.tell(kind("“<b>预算</b>”正在被WPS使用，请关闭后再试。"), window)
    assert box is not None
    assert box.text() == "“<b>预算</b>”正在被WPS使用，请关闭后再试。"
    assert box.detailedText() == ""
    box.close()


def test_a_cancelled_job_is_not_worth_a_word(window: QWidget) -> None:
    assert errors.tell(Cancelled(), window) is None


def test_a_bug_shows_a_text_to_copy_and_stays_open_meanwhile(
    window: QWidget, capsys: pytest.CaptureFixture[str]
) -> None:
    try:
        raise KeyError("published_on")
    except KeyError as error:
        box = errors.tell(error, window)
    assert box is not None
    button(box, "复制错误信息").click()
    assert box.isVisible()
    copied = QGuiApplication.clipboard().text()
    assert "test_errors.py" in copied
    assert "KeyError: 'published_on'" in copied
    assert "published_on" in capsys.readouterr().err
    button(box, "关闭").click()
    assert not box.isVisible()


def test_the_same_is_said_once_at_a_time(window: QWidget) -> None:
    boxes = {id(errors.tell(Fault("磁盘已满。"), window)) for _ in range(30)}
    other = errors.tell(Fault("数据库已经损坏。"), window)
    assert other is not None
    assert len(boxes | {id(other)}) == 2
    for box in window.findChildren(QMessageBox):
        box.close()


def test_what_a_slot_lets_escape_comes_to_the_door(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(errors, "tell", lambda error, *_: told.append(error))
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    with qtbot.captureExceptions():
        errors.watch()

        def slot() -> None:
            raise Fault("磁盘已满。")

        QTimer.singleShot(0, slot)
        qtbot.waitUntil(lambda: bool(told))
    assert isinstance(told[0], Fault)
