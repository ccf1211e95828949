"""All drafts of the office: opened again in their forms, or given up."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from disclosure_desk.desk import errors
from disclosure_desk.desk.context import Desk
from disclosure_desk.desk.dialogs.draft_offer import as_words, time_words
from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.draft_keeping import drop_written, write_draft
from disclosure_desk.desk.forms.ui_drafts_list import Ui_DraftsList
from disclosure_desk.desk.models.lines_model import LinesModel

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from disclosure_desk.desk.draft_forms import ListedDraft

_HEADINGS = ("内容", "表单", "状态", "时间", "操作人")
_ELSEWHERE = "正在另一个窗口填写"
_WIDTHS = (0, 150, 130, 130, 120)


class DraftsList(QDialog):
    """One line for each draft, the chosen one in full below."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.listed: list[ListedDraft] = []
        self._elsewhere: set[str] = set()
        self.ui = Ui_DraftsList()
        self.ui.setupUi(self)
        self.model = LinesModel(_HEADINGS, self)
        self.ui.drafts.show_model(self.model, _WIDTHS, stretched=0)
        self.ui.drafts.act_on({"Return": self.open_draft, "Enter": self.open_draft})
        self.ui.drafts.act_on({"Del": self.drop_draft})
        self.ui.drafts.doubleClicked.connect(lambda _index: self.open_draft())
        self.ui.drafts.selectionModel().selectionChanged.connect(self._show_chosen)
        self.ui.open_draft.clicked.connect(self.open_draft)
        self.ui.drop_draft.clicked.connect(self.drop_draft)
        self.ui.take_back.clicked.connect(self.take_back)
        bind_keys(self, ("Ctrl+Z", self.take_back))
        self.ui.leave.clicked.connect(self.reject)
        desk.drafts_changed.connect(self.reload)
        self.ui.drafts.setFocus()
        self.reload()

    def reload(self) -> None:
        """Ask anew, behind the window."""
        from disclosure_desk.desk.draft_forms import listed_drafts

        desk = self._desk

        def query(session: "Session") -> "tuple[list[ListedDraft], set[str]]":
            found = listed_drafts(session)
            return found, desk.typed_elsewhere(one.draft for one in found)

        desk.look_up(query, succeeded=self._show)

    def _show(self, looked: "tuple[list[ListedDraft], set[str]]") -> None:
        from disclosure_desk.desk.draft_forms import form_words

        found, self._elsewhere = looked

        row = self.ui.drafts.selected_row() or 0
        self.listed = [one for one in found if one.draft.key not in self._desk.open_drafts]
        self.model.set_rows(
            [
                (
                    one.draft.name or "（还没有名称）",
                    form_words(one.draft),
                    _ELSEWHERE if one.draft.key in self._elsewhere else _state(one),
                    time_words(one.draft),
                    f"{one.draft.actor}（{one.draft.computer}）",
                )
                for one in self.listed
            ]
        )
        if self.listed:
            self.ui.drafts.selectRow(min(row, len(self.listed) - 1))
        self._show_chosen()

    def chosen(self) -> "ListedDraft | None":
        """The draft that the buttons act on."""
        row = self.ui.drafts.selected_row()
        return None if row is None else self.listed[row]

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        for button in (self.ui.open_draft, self.ui.drop_draft):
            button.setEnabled(chosen is not None and chosen.draft.key not in self._elsewhere)
        self.ui.take_back.setEnabled(bool(self._desk.given_up))
        self.ui.details.setPlainText(_in_full(chosen) if chosen else "没有草稿。")

    def open_draft(self) -> None:
        """Go on typing the chosen draft in its form."""
        if (chosen := self.chosen()) is None or not self.ui.open_draft.isEnabled():
            return
        from disclosure_desk.desk.draft_forms import opened_form

        form = opened_form(self._desk, chosen, self)
        if form is None:
            why = "这份草稿在它自己的页面里，打开那一页就能接着填"
            if chosen.is_orphan:
                why = "这份草稿所在的记录已被删除，不能再打开"
            self.ui.details.setPlainText(f"{why}；内容如下，可以复制。\n\n{_in_full(chosen)}")
            return
        form.finished.connect(self.reload)

    def drop_draft(self) -> None:
        """Give the chosen draft up."""
        if (chosen := self.chosen()) is not None and self.ui.drop_draft.isEnabled():
            self._desk.given_up.append(chosen.draft)
            drop_written(self._desk, chosen.draft.key)

    def take_back(self) -> None:
        """Keep the draft again that was given up last, in this list or in a form."""
        if not self._desk.given_up:
            return
        draft = self._desk.given_up.pop()
        self._desk.open_drafts.discard(draft.key)
        write_draft(self._desk, draft, failed=lambda error: errors.tell(error, self))


def _state(listed: "ListedDraft") -> str:
    if listed.is_orphan:
        return "原记录已被删除"
    if listed.draft.is_wanting:
        return f"待补（{len(listed.draft.reasons)}项）"
    return "未保存"


def _in_full(listed: "ListedDraft") -> str:
    from disclosure_desk.desk.draft_forms import fields_of

    draft = listed.draft
    lines = [f"待补：{reason}" for reason in draft.reasons]
    fields = fields_of(draft)
    for name, typed in draft.typed.items():
        if name in fields:
            before = as_words(fields[name], draft.before.get(name))
            changed = f"（原为“{before}”）" if draft.record_id is not None else ""
            lines.append(f"{fields[name].label}：{as_words(fields[name], typed)}{changed}")
        else:
            lines.append(str(typed))
    return "\n".join(lines)


def offer_left_over(
    desk: Desk, parent: QWidget, opened: "Callable[[DraftsList], object]" = lambda _list: None
) -> None:
    """Open the list where the program was stopped while this person typed here.

    What was left on purpose, or kept as 待补, is only counted: it can wait.
    """

    def query(session: "Session") -> bool:
        from disclosure_desk.storage.drafts import every_draft

        found = every_draft(session)
        elsewhere = desk.typed_elsewhere(found)
        return any(
            not one.left
            and not one.is_wanting
            and one.key not in desk.open_drafts
            and one.key not in elsewhere
            and (one.actor, one.computer) == (desk.actor.name, desk.actor.computer)
            for one in found
        )

    def show(are_there: bool) -> None:
        if are_there:
            dialog = DraftsList(desk, parent)
            dialog.ui.label_lead.setText(
                "上次程序没有正常关闭，下面是当时填了还没有保存的内容，可以打开接着填。"
            )
            dialog.open()
            opened(dialog)

    desk.look_up(query, succeeded=show)
