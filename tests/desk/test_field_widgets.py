"""Field widgets under real key events: dates, choices, channels, and compositions."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from disclosure_desk.desk.widgets.channel_edit import ChannelEdit
from disclosure_desk.desk.widgets.choice_box import ChoiceBox
from disclosure_desk.desk.widgets.date_edit import DateEdit
from disclosure_desk.desk.widgets.figure_edit import FigureEdit, WholeNumberEdit
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.long_text import LongText
from disclosure_desk.desk.widgets.text_line import TextLine
from disclosure_desk.desk.widgets.yes_no_box import YesNoBox
from disclosure_desk.records.terms import OUTCOMES, RECEIVED_VIA

TODAY = date(2025, 9, 30)
Shower = Callable[..., QWidget]


@pytest.fixture
def show(qtbot: QtBot) -> Shower:
    """Put widgets below one another into an active window."""
    kept = []

    def make(*widgets: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        qtbot.addWidget(window)
        layout = QVBoxLayout(window)
        for widget in widgets:
            layout.addWidget(widget)
        window.show()
        window.activateWindow()
        qtbot.waitExposed(window)
        widgets[0].setFocus()
        qtbot.waitUntil(widgets[0].hasFocus)
        return window

    return make


@pytest.fixture
def dated() -> DateEdit:
    made = DateEdit()
    made.today = lambda: TODAY
    return made


def compose(widget: QWidget, text: str) -> None:
    """What the input method shows before it commits."""
    QApplication.sendEvent(widget, QInputMethodEvent(text, []))


def commit(widget: QWidget, text: str) -> None:
    event = QInputMethodEvent("", [])
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


class TestDates:
    def test_a_date_is_rewritten_with_its_weekday_on_leaving(
        self, dated: DateEdit, show: Shower
    ) -> None:
        show(dated, TextLine())
        QTest.keyClicks(dated, "0512")
        QTest.keyClick(dated, Qt.Key.Key_Tab)
        assert dated.text() == "2025-05-12 周一"
        assert dated.value() == date(2025, 5, 12)

    def test_a_wrong_date_stays_as_typed_and_is_marked(self, dated: DateEdit, show: Shower) -> None:
        show(dated, TextLine())
        QTest.keyClicks(dated, "2025-13-40")
        assert not dated.property("finding")
        QTest.keyClick(dated, Qt.Key.Key_Tab)
        assert dated.text() == "2025-13-40"
        assert dated.property("finding") == "warning"
        assert dated.problem() == "没有13月，请核对日期。"
        assert dated.value() is None

    def test_plus_and_minus_go_by_days_and_pages_by_months(
        self, dated: DateEdit, show: Shower
    ) -> None:
        show(dated)
        QTest.keyClick(dated, Qt.Key.Key_Plus)
        assert dated.value() == TODAY
        QTest.keyClick(dated, Qt.Key.Key_Minus)
        QTest.keyClick(dated, Qt.Key.Key_Minus)
        assert dated.value() == date(2025, 9, 28)
        QTest.keyClick(dated, Qt.Key.Key_PageUp)
        assert dated.value() == date(2025, 8, 28)
        QTest.keyClick(dated, Qt.Key.Key_PageDown)
        assert dated.text() == "2025-09-28 周日"

    def test_a_minus_inside_a_date_is_a_minus(self, dated: DateEdit, show: Shower) -> None:
        show(dated)
        QTest.keyClicks(dated, "5-12")
        assert dated.text() == "5-12"
        assert dated.value() == date(2025, 5, 12)

    def test_empty_is_allowed(self, dated: DateEdit, show: Shower) -> None:
        show(dated, TextLine())
        dated.set_value(TODAY)
        dated.clear()
        QTest.keyClick(dated, Qt.Key.Key_Tab)
        assert (dated.value(), dated.problem(), dated.text()) == (None, "", "")


class TestChoices:
    def test_the_wheel_never_changes_a_choice(self, show: Shower) -> None:
        box = ChoiceBox()
        box.offer(RECEIVED_VIA)
        box.set_value("network")
        show(box)
        turn = QWheelEvent(
            QPointF(5, 5),
            QPointF(5, 5),
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(box, turn)
        assert box.value() == "network"

    def test_digits_choose_from_short_lists(self, show: Shower) -> None:
        box = ChoiceBox()
        box.offer(RECEIVED_VIA)
        show(box)
        QTest.keyClick(box, Qt.Key.Key_4)
        assert box.value() == "letter"
        QTest.keyClick(box, Qt.Key.Key_9)
        assert box.value() == "letter"

    def test_a_digit_with_alt_is_left_to_the_window(self, show: Shower) -> None:
        box = ChoiceBox()
        box.offer(RECEIVED_VIA)
        box.set_value("network")
        show(box)
        called = QShortcut("Alt+4", box.window())
        heard: list[bool] = []
        called.activated.connect(lambda: heard.append(True))
        for digit in (Qt.Key.Key_1, Qt.Key.Key_4):
            QTest.keyClick(box, digit, Qt.KeyboardModifier.AltModifier)
        assert (box.value(), heard) == ("network", [True])
        QTest.keyClick(box, Qt.Key.Key_4, Qt.KeyboardModifier.KeypadModifier)
        assert box.value() == "letter"

    @pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    def test_an_opened_list_shows_its_digits_and_they_choose_there(
        self, show: Shower, qtbot: QtBot
    ) -> None:
        box = ChoiceBox()
        box.offer(RECEIVED_VIA)
        show(box)
        option = QStyleOptionViewItem()
        box.itemDelegate().initStyleOption(option, box.model().index(4, 0))
        assert option.text == f"4 {RECEIVED_VIA.label_of('letter')}"
        box.showPopup()
        qtbot.waitUntil(box.view().isVisible)
        QTest.keyClick(box.view(), Qt.Key.Key_4)
        qtbot.waitUntil(lambda: not box.view().isVisible())
        assert box.value() == "letter"
        assert box.currentText() == RECEIVED_VIA.label_of("letter")
        box.offer(OUTCOMES)
        box.itemDelegate().initStyleOption(option, box.model().index(4, 0))
        assert not option.text[0].isdigit()

    @pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
    def test_the_first_letters_of_pinyin_choose_from_any_list(
        self, show: Shower, qtbot: QtBot
    ) -> None:
        box = ChoiceBox()
        box.offer(OUTCOMES)
        show(box)
        chosen = []
        for typed in ("bfgk", "yy", "gk", "q"):
            QTest.keyClicks(box, typed)
            chosen.append(box.value())
            if typed != "yy":
                box._pause.timeout.emit()  # somebody thinks before typing on
        assert chosen == ["partial", "granted", "granted", "granted"]
        box.showPopup()
        qtbot.waitUntil(box.view().isVisible)
        QTest.keyClicks(box.view(), "bfgk")
        assert box.value() == "granted"
        QTest.keyClick(box.view(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: not box.view().isVisible())
        assert box.value() == "partial"

    def test_headings_cannot_be_chosen(self, show: Shower) -> None:
        box = ChoiceBox()
        box.offer_groups([("（一）予以公开", OUTCOMES[:2]), ("（二）部分公开", OUTCOMES[2:3])])
        show(box)
        chosen = []
        for _ in range(4):
            QTest.keyClick(box, Qt.Key.Key_Down)
            chosen.append(box.value())
        assert chosen == ["granted", "granted_public", "partial", "partial"]


class TestChannels:
    def test_the_four_are_ticks_and_others_words(self, qtbot: QtBot) -> None:
        channels = ChannelEdit()
        qtbot.addWidget(channels)
        channels.set_value(("政府网站", "公示栏", "报纸"))
        assert channels.value() == ("政府网站", "公示栏", "报纸")
        channels.others.setText("公示栏, 政务微信；公示栏")
        assert channels.value() == ("政府网站", "公示栏", "政务微信")
        channels.set_value(())
        assert channels.value() == ()

    def test_every_stop_is_reached_by_the_keyboard(self, show: Shower) -> None:
        channels = ChannelEdit()
        window = show(TextLine(), channels, TextLine())
        for stop in channels.tab_stops():
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
            assert stop.hasFocus()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Return)
        assert not channels.others.hasFocus()


class TestFigures:
    @pytest.mark.parametrize(
        ("typed", "figure"),
        [
            ("3.5", Decimal("3.5")),
            ("１２", Decimal(12)),
            ("1,200.50", Decimal("1200.50")),
            ("", None),
        ],
    )
    def test_figures_are_read_to_the_last_digit(
        self, typed: str, figure: Decimal | None, qtbot: QtBot
    ) -> None:
        edit = FigureEdit()
        qtbot.addWidget(edit)
        edit.setText(typed)
        assert edit.value() == figure
        assert edit.problem() == ""

    @pytest.mark.parametrize("typed", ["三", "1e5x", "NaN", "Infinity", "1_000", "１２号", "--1"])
    def test_what_is_no_figure_is_told(self, typed: str, qtbot: QtBot) -> None:
        edit = FigureEdit()
        qtbot.addWidget(edit)
        edit.setText(typed)
        assert edit.value() is None
        assert "不是数字" in edit.problem()

    def test_a_whole_number_has_no_fraction(self, qtbot: QtBot) -> None:
        edit = WholeNumberEdit()
        qtbot.addWidget(edit)
        edit.setText("20")
        assert edit.value() == 20
        edit.setText("2.5")
        assert "不是整数" in edit.problem()


class TestCompositions:
    """While the input method composes, no key but its own acts."""

    @pytest.mark.parametrize("make", [TextLine, DateEdit, FigureEdit])
    @pytest.mark.parametrize(
        "key",
        [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Escape],
    )
    def test_leading_keys_stay_in_the_field(
        self, make: type[TextLine], key: Qt.Key, show: Shower
    ) -> None:
        field = make()
        show(field, TextLine())
        compose(field, "zhu")
        assert composing()
        QTest.keyClick(field, key)
        assert field.hasFocus()
        commit(field, "住")
        assert not composing()
        assert field.text() == "住"

    def test_the_same_keys_act_after_the_commit(self, show: Shower) -> None:
        first, second = TextLine(), TextLine()
        show(first, second)
        compose(first, "zhu")
        commit(first, "住")
        QTest.keyClick(first, Qt.Key.Key_Return)
        assert second.hasFocus()

    @pytest.mark.parametrize("make", [TextLine, LongText])
    def test_no_shortcut_fires(self, make: type[QWidget], show: Shower, qtbot: QtBot) -> None:
        field = make()
        window = show(field)
        fired: list[str] = []
        for keys in ("Ctrl+Return", "Ctrl+S", "Esc"):
            QShortcut(keys, window).activated.connect(lambda keys=keys: fired.append(keys))
        compose(field, "zhu")
        QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(field, Qt.Key.Key_Escape)
        assert fired == []
        commit(field, "住")
        QTest.keyClick(field, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: fired == ["Ctrl+S"])

    def test_leaving_the_field_ends_a_composition(self, show: Shower) -> None:
        first, second = TextLine(), TextLine()
        show(first, second)
        compose(first, "zhu")
        second.setFocus()
        first.setFocus()
        assert not composing()


def test_tab_leaves_a_long_text_and_enter_begins_a_line(show: Shower) -> None:
    note, after = LongText(), YesNoBox()
    show(note, after)
    QTest.keyClicks(note, "a")
    QTest.keyClick(note, Qt.Key.Key_Return)
    QTest.keyClicks(note, "b")
    assert note.value() == "a\nb"
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_up_and_down_lead_through_the_fields(show: Shower) -> None:
    first, second = TextLine(), TextLine()
    show(first, second)
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    QTest.keyClick(second, Qt.Key.Key_Up)
    assert first.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of pop-ups
@pytest.mark.parametrize("typed", ["转化", "cgzh", "ＣＧＺＨ", "zhk"])
def test_proposals_contain_what_is_typed_or_begin_so_in_pinyin(
    typed: str, show: Shower, qtbot: QtBot
) -> None:
    line = TextLine()
    show(line)
    line.propose(["科技规划科", "成果转化科", "办公室"])
    if typed.isascii():
        QTest.keyClicks(line, typed)
    else:
        commit(line, typed)
    completer = line.completer()
    assert completer is not None
    qtbot.waitUntil(completer.popup().isVisible)
    assert completer.completionModel().rowCount() == 1
    assert completer.completionModel().index(0, 0).data() == "成果转化科"
    completer.popup().hide()


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of pop-ups
def test_proposals_wait_for_the_commit_and_give_way_to_a_composition(
    show: Shower, qtbot: QtBot
) -> None:
    line = TextLine()
    show(line)
    line.propose(["成果转化科", "办公室"])
    compose(line, "bangong")
    popup = line.completer().popup()
    assert not popup.isVisible()
    commit(line, "办公")
    qtbot.waitUntil(popup.isVisible)
    compose(line, "shi")
    assert not popup.isVisible()
    commit(line, "室")
    assert line.text() == "办公室"


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen one, of pop-ups
@pytest.mark.parametrize("downs", [0, 1])
def test_one_enter_leaves_a_line_with_open_proposals(
    show: Shower, qtbot: QtBot, downs: int
) -> None:
    line, after = TextLine(), TextLine()
    line.propose(["2025-001", "2025-002"])
    show(line, after)
    QTest.keyClicks(line, "2025")
    popup = line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    for _ in range(downs):
        QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(after.hasFocus)
    assert line.text() == ("2025-001" if downs else "2025")
    assert not popup.isVisible()
