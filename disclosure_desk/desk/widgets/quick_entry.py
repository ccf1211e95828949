"""Quick entry (快速登记): one typed line becomes a published item, shown as chips while typing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.typing_kept import TypingKept
from disclosure_desk.desk.widgets.entry_line import EntryLine
from disclosure_desk.desk.widgets.flow_keys import composing
from disclosure_desk.desk.widgets.flow_row import FlowRow
from disclosure_desk.desk.widgets.part_chip import PartChip
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.cards import FIELDS, Card, shown
from disclosure_desk.records.finding import errors as errors_of
from disclosure_desk.records.line_parts import Known, Part
from disclosure_desk.records.quick_line import card_of_parts, read_line, with_defaults
from disclosure_desk.records.soundness import check_card
from disclosure_desk.records.wording import words_in

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from disclosure_desk.commands.done import Done
    from disclosure_desk.desk.pins import Pins
    from disclosure_desk.storage.drafts import Typed

KIND = "publication"
CARRIED = ("department", "category", "channels", "secrecy_reviewer")
_PAUSE_BEFORE_READING_MS = 150
_ITEMS_LOOKED_AT = 2_000
_HOW_TO = "如：0512 关于印发……的通知 城政办〔2025〕7号 网站 公众号 @城管股 #类别"


@dataclass(slots=True)
class _Typed:
    """What stands in the line, which words belong to the title, and what was mended in chips.

    A correction stands as long as the words that it corrects stand in the line: what is typed
    later counts.
    """

    text: str = ""
    kept: list[str] = field(default_factory=list)
    corrected: dict[str, tuple[str, FieldValue]] = field(default_factory=dict)

    def applied_to(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """The parts with the corrections in place of what was read."""
        told = {part.field: part for part in parts}
        for name, (words, value) in list(self.corrected.items()):
            part = told.get(name, Part(name, None))
            if part.typed != words:
                del self.corrected[name]
            elif value in (None, (), ""):
                told.pop(name, None)
            else:
                told[name] = Part(name, value, part.words, origin="已核对")
        order = [part.field for part in parts]
        return tuple(sorted(told.values(), key=lambda one: _place(order, one.field)))


def _place(order: Sequence[str], name: str) -> int:
    return order.index(name) if name in order else len(order)


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
        self.chips: dict[str, PartChip] = {}
        self._typed = _Typed()
        self._on_the_way: _Typed | None = None
        self._carried: Card | None = None  # not asked for yet
        self._known: Known | None = None
        self._numbers: dict[int, str] = {}
        self._parts: tuple[Part, ...] = ()
        self._shown_doubts: set[tuple[str, str]] = set()
        self._clears_next = False
        self._reading = QTimer(self, singleShot=True, interval=_PAUSE_BEFORE_READING_MS)
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
        self._box = QWidget(self)
        self._flow = FlowRow(self._box)
        self._box.hide()
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
        self.line.led_down.connect(lambda: self._lead_to(0))
        self.line.escaped.connect(self._on_escaped)
        self.line.cells_pasted.connect(self._on_cells)
        self.line.words_for = self._words
        self.keep.clicked.connect(self.submit)
        self._reading.timeout.connect(self.read)
        self.desk.changed.connect(self._on_changed)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.submit)

    def take_keys(self) -> None:
        """Put the keys into the line."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.end(False)

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read the line as it stands and show its parts."""
        self._reading.stop()
        if self.line.composing:
            return
        today = self.desk.today()
        self._typed.text = self.line.text()
        parts: tuple[Part, ...] = ()
        if self._typed.text.strip():
            read = read_line(self._typed.text, today, self.known(), kept=self._typed.kept)
            parts = self._typed.applied_to(read)
            parts = self._numbered(with_defaults(parts, today, self._carried_on()))
            parts = self._typed.applied_to(parts)
        else:
            self._typed = _Typed()
        self._parts = parts
        self._show(parts)

    def known(self) -> Known:
        """The departments and categories of the register."""
        if self._known is None:
            from disclosure_desk.desk.lookups import department_names

            with self.desk.database.reading() as session:
                self._known = Known(department_names(session), _categories(session))
        return self._known

    def _carried_on(self) -> Card:
        """What goes on from item to item: the fields that are pinned in the form, too."""
        pins = self._pins()
        if self._carried is None:
            pinned = {name: _of_pin(value) for name, value in pins.values().items()}
            self._carried = {name: value for name, value in pinned.items() if name in CARRIED}
        return {name: value for name, value in self._carried.items() if name in pins.names}

    def _pins(self) -> "Pins":
        from disclosure_desk.desk.dialogs.publication_edit import PublicationEdit
        from disclosure_desk.desk.pins import Pins

        return Pins(self.desk, KIND, PublicationEdit.pins)

    def _numbered(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """The parts with the next number of the year, where none was typed."""
        if any(part.field == "number" for part in parts):
            return tuple(parts)
        year = self._year_of(card_of_parts(parts))
        if year not in self._numbers:
            from disclosure_desk.desk.lookups import proposed_number

            with self.desk.database.reading() as session:
                self._numbers[year] = proposed_number(session, KIND, year)
        return (*parts, Part("number", self._numbers[year], origin="默认"))

    def _year_of(self, card: Card) -> int:
        made = card.get("made_on")
        return made.year if isinstance(made, date) else self.desk.year

    def _words(self, name: str) -> list[str]:
        if name == "department":
            return list(self.known().departments)
        if name == "category":
            return list(self.known().categories)
        return []

    # ------------------------------------------------------------------ showing

    def _show(self, parts: Sequence[Part]) -> None:
        for place, part in enumerate(parts):
            chip = self.chips.get(part.field) or self._new_chip(part.field)
            if not chip.is_mended_now:
                chip.show_part(part)
            self._flow.put(place, chip)
            chip.show()
        told = {part.field for part in parts}
        for name, chip in self.chips.items():
            if name not in told and not chip.is_mended_now:
                chip.hide()
        self._order_tabs([part.field for part in parts])
        self._box.setVisible(bool(parts))
        self._shown_doubts = {(part.field, part.doubt) for part in parts if part.doubt}
        if parts:
            self._tell(self._state())

    def _state(self) -> str:
        wrong = sum(1 for part in self._parts if part.problem)
        doubtful = sum(1 for part in self._parts if part.doubt)
        hints = [one.message for one in check_card(KIND, card_of_parts(self._parts))]
        told = [f"{wrong}处要改"] * bool(wrong) + [f"{doubtful}处待核对"] * bool(doubtful)
        has_title = any(part.field == "title" for part in self._parts)
        if told:
            words = f"{'，'.join(told)}：按 ↓ 逐个查看，Enter 修改，Delete 放回标题。"
        elif not has_title:
            return "还没有标题。"
        else:
            words = "按 Enter 登记。"
        return words + "".join(one for one in hints if "没有填写" not in one)

    def _new_chip(self, name: str) -> PartChip:
        chip = PartChip(name, self.desk.today, self._words, self._box)
        chip.setObjectName(f"chip_{name}")
        chip.corrected.connect(self._on_corrected)
        chip.removed.connect(self._on_removed)
        chip.led.connect(self._on_led)
        chip.closed.connect(self._on_closed)
        chip.left.connect(self.take_keys)
        chip.looked_at.connect(self._tell)
        self.chips[name] = chip
        self._flow.addWidget(chip)
        return chip

    def _order_tabs(self, names: Sequence[str]) -> None:
        before: QWidget = self.line
        for name in names:
            QWidget.setTabOrder(before, self.chips[name].button)
            before = self.chips[name].button

    def _tell(self, words: str) -> None:
        self.note.setText(words)
        self.note.setVisible(bool(words))

    def _shown_chips(self) -> list[PartChip]:
        return [self.chips[part.field] for part in self._parts]

    def _lead_to(self, place: int) -> None:
        """Put the keys into a chip; the first that is to be looked at, where there is one."""
        self.read()
        chips = self._shown_chips()
        wanting = [chip for chip in chips if chip.needs_a_look]
        if chips:
            (wanting or chips)[place].setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ hearing

    def _on_typed(self) -> None:
        self._clears_next = False
        self._reading.start()
        self._kept.hear()

    def _on_entered(self) -> None:
        """Enter keeps what is sure, and leads to what is not."""
        if composing():
            return
        self.read()
        if any(chip.needs_a_look for chip in self._shown_chips()):
            self._lead_to(0)
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
            self._retitle(str(value or ""))
        elif value in (None, (), ""):
            self._on_removed(name)
            return
        else:
            self._typed.corrected[name] = (part.typed, value)
        self._after_chip(name)

    def _retitle(self, title: str) -> None:
        """Write the line anew: words of the new title are its own, whatever they look like."""
        others = [word for part in self._parts if part.field != "title" for word in part.words]
        for part in read_line(title, self.desk.today(), self.known()):
            if part.field != "title":
                self._typed.kept += [word for word in part.words if word not in others]
        self.line.setText(" ".join([title, *others]))

    def _on_removed(self, name: str) -> None:
        part = self.chips[name].part
        if name == "title":
            self._tell("标题是各部分以外剩下的字，请在上面的行里修改，或按 Enter 修改。")
            return
        had_words = bool(part.words)
        self._typed.corrected.pop(name, None)
        if had_words and part.origin != "已核对":
            self._typed.kept += [word for word in part.words if word not in self._typed.kept]
        else:
            self._typed.corrected[name] = (part.typed, None)
        self._after_chip(name)

    def _after_chip(self, name: str) -> None:
        self._kept.hear()
        had_keys = not self.line.hasFocus()
        self.read()
        if not had_keys:
            return
        chip = self.chips[name]
        if any(part.field == name for part in self._parts):
            chip.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_keys()

    def _on_closed(self, name: str) -> None:
        """A chip whose words were taken out of the line while it stood open goes away."""
        if all(part.field != name for part in self._parts):
            had_keys = self.chips[name].button.hasFocus()
            self.chips[name].hide()
            if had_keys:
                self.take_keys()

    def _on_led(self, name: str, by: int) -> None:
        chips = self._shown_chips()
        place = chips.index(self.chips[name]) + by
        if place < 0:
            self.take_keys()
        elif place < len(chips):
            chips[place].setFocus(Qt.FocusReason.OtherFocusReason)

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
            self.rows_pasted.emit(text, html)
        elif rows:
            cells = (" ".join(cell.split()) for cell in rows[0])
            self.line.insert(" ".join(cell for cell in cells if cell))

    def _on_changed(self, kinds: frozenset[str], _initiator: object) -> None:
        if KIND in kinds or "office" in kinds:
            self._known = None
            self._numbers.clear()

    # ------------------------------------------------------------------ keeping

    def submit(self) -> None:
        """Put the item into the register, unless something is wanting, or was not seen yet."""
        if composing() or self._on_the_way is not None:
            return
        for chip in self.chips.values():
            if chip.is_mended_now and not chip.finish():
                return
        if not self.line.text().strip():
            self._tell("先写一行再登记。")
            return
        seen = self._shown_doubts
        self.read()
        if (unseen := self._shown_doubts - seen) and self.isVisible():
            self._tell(f"有{len(unseen)}处待核对，看过以后再按一次 Ctrl+Enter。")
            return
        if refused := self._why_not():
            self._tell(refused)
            return
        self._send(card_of_parts(self._parts))

    def _why_not(self) -> str:
        wrong = [part for part in self._parts if part.problem]
        if wrong:
            label = FIELDS[KIND][wrong[0].field].label
            self.chips[wrong[0].field].setFocus(Qt.FocusReason.OtherFocusReason)
            return f"没有登记：{label}要改，{wrong[0].problem.rstrip('。')}。"
        card = card_of_parts(self._parts)
        if "title" not in card:
            return "没有登记：还没有标题，请写上标题；已经写的都留着。"
        found = errors_of(check_card(KIND, card))
        return f"没有登记：{found[0].message}" if found else ""

    def _send(self, card: Card) -> None:
        numbers_itself = any(
            part.field == "number" and part.origin == "默认" for part in self._parts
        )
        year = self._year_of(card) if numbers_itself else None
        self._on_the_way, self._typed = self._typed, _Typed()
        self._reading.stop()
        self.line.clear()
        self.read()
        self._tell("正在登记…")
        self.desk.run(
            partial(_add, card=card, year=year, today=self.desk.today(), draft_key=self._kept.key),
            self,
            succeeded=partial(self._is_in, card),
            failed=partial(self._is_not_in, card),
        )

    def _is_in(self, card: Card, done: "Done") -> None:
        self._on_the_way = None
        self._carried = {name: card[name] for name in CARRIED if name in card}
        self._numbers.clear()
        self._kept.forget()
        self.read()
        told = "".join(one.message for one in done.findings)
        self._tell(f"已登记：{card['title']}　{told}".strip())
        self.saved.emit(done.record_id)

    def _is_not_in(self, _card: Card, error: Exception) -> None:
        """Put the line back, before whatever was typed meanwhile."""
        sent, self._on_the_way = self._on_the_way, None
        assert sent is not None
        self._numbers.clear()
        typed_meanwhile = self.line.text()
        self._typed = sent
        self.line.setText(f"{sent.text} {typed_meanwhile}".rstrip())
        self.read()
        from disclosure_desk.faults import KnownError

        if isinstance(error, KnownError):
            self._tell(f"没有登记：{error}")
        else:
            errors.tell(error, self)

    # ------------------------------------------------------------------ over a restart

    def keep_typed(self) -> None:
        """Write at once what stands in the line."""
        self._kept.write()

    def _content(self) -> Mapping[str, Any] | None:
        typed = self._on_the_way or self._typed
        text = typed.text if self._on_the_way else self.line.text()
        if self._on_the_way and self.line.text():
            text = f"{text} {self.line.text()}"
        if not text.strip():
            return None
        corrected = {
            name: [words, shown(FIELDS[KIND][name], value)]
            for name, (words, value) in typed.corrected.items()
        }
        return {"text": text, "kept": typed.kept, "corrected": corrected}

    def _restore(self, content: Mapping[str, Any]) -> None:
        if self.line.text():
            return
        from disclosure_desk.exchange.sheet_rows import read_rows

        typed = _Typed(str(content["text"]), list(content["kept"]))
        for name, (words, told) in dict(content["corrected"]).items():
            rows = read_rows(KIND, (name,), [(told,)], self.desk.today())
            typed.corrected[name] = (words, rows[0].card.get(name) if rows else None)
        self._typed = typed
        self.line.setText(typed.text)
        self.read()
        self._tell(f"上次没有登记的一行还在。{self._state()}")


def _of_pin(typed: "Typed") -> FieldValue:
    """A pinned value as a field holds it: several words of channels, or a text."""
    return words_in("、".join(typed)) if isinstance(typed, list) else str(typed or "") or None


def _categories(session: "Session") -> list[str]:
    """The categories of the newest items, each once."""
    from sqlalchemy import select

    from disclosure_desk.records.publication import Publication

    newest = select(Publication.category).order_by(Publication.id.desc()).limit(_ITEMS_LOOKED_AT)
    return list(dict.fromkeys(one for one in session.scalars(newest) if one))


def _add(
    session: "Session", *, card: Card, year: int | None, today: date, draft_key: str
) -> "Done":
    """Enter the item and take its draft away: never both, or none.

    A number that was only proposed is the next one at this moment.
    """
    from disclosure_desk.commands.registers import add_record
    from disclosure_desk.desk.lookups import proposed_number
    from disclosure_desk.storage.drafts import drop_drafts

    if year is not None:
        card = card | {"number": proposed_number(session, KIND, year)}
    done = add_record(session, KIND, card, today=today)
    drop_drafts(session, draft_key)
    return done
