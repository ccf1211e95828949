"""Quick entry (快速登记): one typed line becomes a published item, shown as chips while typing."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.line_item import LineItem
from disclosure_desk.desk.line_knowledge import KIND, LineKnowledge
from disclosure_desk.desk.typed_line import TypedLine
from disclosure_desk.desk.typing_kept import TypingKept
from disclosure_desk.desk.widgets.chip_row import ChipRow
from disclosure_desk.desk.widgets.entry_line import EntryLine
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.marking import mark
from disclosure_desk.desk.widgets.part_chip import PartChip
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, Card
from disclosure_desk.records.finding import errors as errors_of
from disclosure_desk.records.line_parts import Part
from disclosure_desk.records.quick_line import read_line
from disclosure_desk.records.soundness import check_card

if TYPE_CHECKING:
    from disclosure_desk.commands.done import Done

_PAUSE_BEFORE_READING_MS = 150
_HELD = "这一行还没有登记"
_WRITE_FIRST = "先写一行再登记。"
_HOW_TO = "如：0512 关于印发……的通知 城政办〔2025〕7号 网站 公众号 @城管股 #类别"


class QuickEntry(QWidget):
    """Ctrl+Enter keeps the item and goes on with an empty line; Enter does so when all is sure.

    What is 待核对 is shown before it is kept. Nothing typed is lost: it stays in the line until
    it is in the register, also over a restart.
    """

    saved = Signal(int)
    rows_pasted = Signal(str, str)  # text and HTML of the clipboard
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.line = EntryLine(self)
        self.note = QLabel(self)
        self._register = LineKnowledge(desk, self)
        self._item = LineItem(desk, self._register)
        self._box = ChipRow(desk.today, self._item.words_for, self.line)
        self._on_the_way: TypedLine | None = None
        self._waiting: Callable[[], None] | None = None  # for the register to answer
        self._shown_doubts: set[tuple[str, str]] = set()
        self._clears_next = False
        self._is_held = False  # it was to be kept, and something is to be looked at first
        self._greeting = ""  # before the state of a line that stands here from before
        self._refusal = ""  # why the line as it stands was not kept
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_READING_MS)
        self._kept = TypingKept(desk, "quick_line", "快速登记", self._content, self)
        self._lay_out()
        self._connect()
        self._kept.look(self._restore)

    def _lay_out(self) -> None:
        label = QLabel("快速登记(&J)", self)
        label.setBuddy(self.line)
        self.line.setObjectName("quick_line")
        self.line.setAccessibleName("快速登记")
        self.line.setPlaceholderText(_HOW_TO)
        self.line.setToolTip(
            "一行登记一条主动公开信息，各部分不分先后，用空格隔开；也可以写“标题：”“生成日期：”这样的栏名。\n"
            "Ctrl+Enter 登记，↓ 到下面核对，可以粘贴从 Excel 或 WPS 复制的行。"
        )
        self.line.how_to = self.line.toolTip()
        self.keep = QPushButton("登记（Ctrl+Enter）", self)
        self.keep.setAutoDefault(False)
        self.keep.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (label, self.line, self.keep):
            row.addWidget(widget)
        row.setStretch(1, 1)
        self.note.setProperty("role", "grey")
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.hide()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(6)
        whole.addLayout(row)
        whole.addWidget(self._box)
        whole.addWidget(self.note)
        self.setFocusProxy(self.line)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._on_typed)
        self.line.entered.connect(self._on_entered)
        self.line.led_down.connect(self._lead_down)
        self.line.escaped.connect(self._on_escaped)
        self.line.cells_pasted.connect(self._on_cells)
        self.line.words_for = self._item.words_for
        self.keep.clicked.connect(self.submit)
        self._pause.timeout.connect(self._read_typed)
        self._register.told.connect(self._on_register_told)
        self._box.corrected.connect(self._on_corrected)
        self._box.removed.connect(self._on_removed)
        self._box.left.connect(self.take_keys)
        self._box.looked_at.connect(self._tell_of_chip)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    @property
    def chips(self) -> Mapping[str, PartChip]:
        """The chips by their fields, those that are hidden too."""
        return self._box.chips

    def take_keys(self) -> None:
        """Put the keys into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.end(False)

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read the line as it stands and show its parts."""
        self._pause.stop()
        if self.line.composing:
            return
        if not self.line.text().strip():
            self._hold(False)
        self._show(self._item.read(self.line.text()))

    def _read_typed(self) -> None:
        """Read what was typed; nothing is told of a line that is empty again."""
        self.read()
        if not self._item.parts and not self.line.composing:
            self._tell("")

    # ------------------------------------------------------------------ showing

    def _show(self, parts: Sequence[Part]) -> None:
        self._box.show_parts(parts)
        self._shown_doubts = {(part.field, part.doubt) for part in parts if part.doubt}
        if parts:
            self._tell(self._refusal or self._greeting + self._state())

    def _state(self) -> str:
        wrong = sum(1 for part in self._item.parts if part.problem)
        doubtful = sum(1 for part in self._item.parts if part.doubt)
        hints = [one.message for one in self._item.findings()]
        told = [f"{wrong}处要改"] * bool(wrong) + [f"{doubtful}处待核对"] * bool(doubtful)
        if told:
            words = f"{'，'.join(told)}：按 ↓ 逐个查看，Enter 修改，Delete 放回标题。"
        elif not self._item.has_title():
            return "还没有标题。"
        else:
            words = "按 Enter 登记。"
        if self._is_held:
            words = f"{_HELD}。{words}"
        return words + "".join(one for one in hints if "没有填写" not in one)

    def _hold(self, is_held: bool) -> None:
        """Say strongly, at the line itself too, that it was to be kept and is not yet."""
        self._is_held = is_held
        mark(self.line, "warning" if is_held else "", _HELD if is_held else self.line.how_to)
        self.line.setAccessibleDescription(_HELD if is_held else "")
        self.note.setProperty("role", "warning" if is_held else "grey")
        self.note.style().unpolish(self.note)
        self.note.style().polish(self.note)

    def _tell(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _refuse(self, words: str) -> None:
        """Say why the line was not kept, until it or one of its parts is another."""
        self._refusal = words
        self._tell(words)

    def _tell_of_chip(self, words: str) -> None:
        held = self._refusal or (f"{_HELD}。" if self._is_held else "")
        self._tell(held + words)

    def _lead_down(self) -> None:
        self.read()
        self._box.lead_to(0)

    # ------------------------------------------------------------------ hearing

    def _on_typed(self) -> None:
        self._clears_next = False
        self._greeting = self._refusal = ""
        self._waiting = None
        if self.note.text() == _WRITE_FIRST:
            self._tell("")
        self._pause.start()
        self._kept.hear()

    def _on_entered(self) -> None:
        """Enter keeps what is sure, and leads to what is not."""
        if composing() or self._must_wait(self._on_entered):
            return
        self.read()
        if any(chip.needs_a_look for chip in self._box.shown):
            self._hold(True)
            self._box.lead_to(0)
        else:
            self.submit()

    def _on_escaped(self) -> None:
        if not self.line.text():
            self._tell("")
            self.left.emit()
        elif self._clears_next:
            self.line.selectAll()
            self.line.del_()  # unlike clear(), it can be taken back by Ctrl+Z
            self.read()
            self._tell("已清空，按 Ctrl+Z 恢复。")
        else:
            self._clears_next = True
            self._tell("再按一次 Esc 清空这一行；不清空的话，内容一直留着，下次打开也在。")

    def _on_corrected(self, name: str, value: FieldValue) -> None:
        part = self.chips[name].part
        if name == "title":
            self.line.setText(self._item.retitled(str(value or "")))
        elif value in (None, (), ""):
            self._on_removed(name)
            return
        else:
            self._item.correct(part, value)
        self._after_chip(name)

    def _on_removed(self, name: str) -> None:
        part = self.chips[name].part
        if name == "title":
            self._tell("标题是各部分以外剩下的字，请在上面的行里修改，或按 Enter 修改。")
            return
        self._item.take_out(part)
        self._after_chip(name)

    def _after_chip(self, name: str) -> None:
        self._kept.hear()
        self._refusal = ""
        had_keys = not self.line.hasFocus()
        self.read()
        if had_keys:
            self._box.give_keys_to(name)

    def _on_cells(self, text: str, html: str) -> None:
        """One row of cells is a typed line; more go to the sheet for many."""
        from disclosure_desk.exchange.pasted_table import pasted_rows
        from disclosure_desk.faults import Refusal

        try:
            rows = pasted_rows(text, html)
        except Refusal as refused:
            self._tell(str(refused))
            return
        if len(rows) > 1:
            self._tell("")
            self.rows_pasted.emit(text, html)
        elif rows:
            cells = (" ".join(cell.split()) for cell in rows[0])
            self._insert_row(" ".join(cell for cell in cells if cell))

    def _insert_row(self, words: str) -> None:
        """A row with a title of its own does not join a line that has one."""
        both = [read_line(one, self.desk.today()) for one in (self.line.text(), words)]
        if all(any(part.field == "title" for part in parts) for parts in both):
            self._hold(True)
            self._tell(f"没有粘贴，像是两条：{_HELD}，登记或清空以后再粘贴。")
        else:
            self.line.insert(words)

    def _must_wait(self, act: Callable[[], None]) -> bool:
        """Whether the register has not told yet what it knows: then this is done afterwards."""
        if self._register.is_there:
            return False
        self._waiting = act
        self._register.look()
        return True

    def _on_register_told(self) -> None:
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting()
        else:
            self.read()

    # ------------------------------------------------------------------ keeping

    def submit(self) -> None:
        """Put the item into the register, unless something is wanting, or was not seen yet."""
        if composing() or self._on_the_way is not None or self._must_wait(self.submit):
            return
        if not self._box.finish_mending():
            return
        if not self.line.text().strip():
            self._tell(_WRITE_FIRST)
            return
        seen = self._shown_doubts
        self.read()
        if (unseen := self._shown_doubts - seen) and self.isVisible():
            self._hold(True)
            self._refuse(f"{_HELD}：有{len(unseen)}处待核对，看过以后再按一次 Ctrl+Enter。")
            return
        if refused := self._why_not():
            self._hold(True)
            self._refuse(refused)
            return
        self._send(self._item.card())

    def _why_not(self) -> str:
        wrong = [part for part in self._item.parts if part.problem]
        if wrong:
            label = FIELDS[KIND][wrong[0].field].label
            self.chips[wrong[0].field].setFocus(Qt.FocusReason.OtherFocusReason)
            return f"没有登记：{label}要改，{wrong[0].problem.rstrip('。')}。"
        card = self._item.card()
        if "title" not in card:
            return "没有登记：还没有标题，请写上标题；已经写的都留着。"
        found = errors_of(check_card(KIND, card))
        return f"没有登记：{found[0].message}" if found else ""

    def _send(self, card: Card) -> None:
        add = self._item.adding()
        self._on_the_way = self._item.take()
        self._pause.stop()
        if any(chip.button.hasFocus() for chip in self._box.shown):
            self.take_keys()  # a chip that goes away takes the keys with it
        self.line.setText("")  # unlike clear(): Ctrl+Z must not write what is registered again
        self.read()
        self._tell("正在登记…")
        self.desk.run(
            self._kept.saved_with(add),
            self,
            succeeded=partial(self._is_in, card),
            failed=partial(self._is_not_in, card),
        )

    def _is_in(self, card: Card, done: "Done") -> None:
        self._on_the_way = None
        self._item.carry_on(card)
        self._kept.release(saved=True)
        self.read()
        told = "".join(one.message for one in done.findings)
        self._tell(f"已登记：{card['title']}　{told}".strip())
        self.saved.emit(done.record_id)

    def _is_not_in(self, _card: Card, error: Exception) -> None:
        """Put the line back, before whatever was typed meanwhile."""
        sent, self._on_the_way = self._on_the_way, None
        assert sent is not None
        self._register.look()
        typed_meanwhile = self.line.text()
        self._item.put_back(sent)
        self.line.setText(f"{sent.text} {typed_meanwhile}".rstrip())
        self._kept.release(saved=False)
        self.read()
        from disclosure_desk.faults import KnownError

        if isinstance(error, KnownError):
            self._refuse(f"没有登记：{error}")
        else:
            errors.tell(error, self)

    # ------------------------------------------------------------------ over a restart

    def keep_typed(self) -> None:
        """Write at once what stands in the line."""
        self._kept.write()

    def _content(self) -> Mapping[str, Any] | None:
        if self._on_the_way:
            return self._on_the_way.content(self.line.text())
        return self._item.content(self.line.text())

    def _restore(self, content: Mapping[str, Any]) -> None:
        if self.line.text():
            return
        self.line.setText(self._item.restore(content))
        self._greeting = "上次没有登记的一行还在。"
        self.read()
