"""Offers in a form what was typed there before: restored or given up by one key each."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QVBoxLayout

from disclosure_desk.desk.dialogs.form_keys import bind_keys
from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.desk.draft_keeping import DraftKeeper
from disclosure_desk.desk.widgets.draft_bar import DraftBar
from disclosure_desk.rules.personal_marks import masked

if TYPE_CHECKING:
    from disclosure_desk.records.cards import Field
    from disclosure_desk.storage.drafts import Draft, Typed

_MOST_NAMED = 4


class DraftOffer(FormPart):
    """Works on the bar above the fields of a form with a `binder`."""

    def __init__(self, form: QDialog, keeper: DraftKeeper) -> None:
        super().__init__(form)
        self._keeper = keeper
        self.draft: Draft | None = None
        self.bar = DraftBar(form)
        layout = form.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(0, self.bar)
        self.bar.restored.connect(self.restore)
        self.bar.dropped.connect(self.drop)
        keeper.offered.connect(self._show)
        bind_keys(form, ("F5", self.restore), ("Shift+F5", self.drop))

    def _show(self, draft: "Draft", more: int) -> None:
        self.draft = draft
        self.bar.tell(offer_words(draft, self._form.binder.fields, more), asks=True)

    def restore(self) -> None:
        """Type it in again, and tell what has changed in the record since."""
        draft, self.draft = self.draft, None
        if draft is None:
            return
        self.bar.hide()
        self.take(draft)

    def take(self, draft: "Draft") -> None:
        """Type a draft in, chosen here or in the list of drafts."""
        binder = self._form.binder
        now = {name: binder.shown_typed(name) for name in draft.typed if name in binder.widgets}
        self._keeper.take_up(draft)
        if draft.record_id is not None and (words := changed_words(draft, now, binder.fields)):
            self.bar.tell(words, asks=False)

    def drop(self) -> None:
        """Give it up; the one before it, if any, is offered next."""
        draft, self.draft = self.draft, None
        if draft is not None:
            self.bar.hide()
            self._keeper.drop(draft)

    def forget(self) -> None:
        """Another record stands in the form now: nothing is offered for it."""
        self.draft = None
        self.bar.hide()


def offer_words(draft: "Draft", fields: "dict[str, Field]", more: int) -> str:
    """«上次未保存的内容（14:32）：信息名称、文号»."""
    what = "待补的草稿" if draft.is_wanting else "上次未保存的内容"
    labels = [fields[name].label for name in draft.typed if name in fields]
    told = "、".join(labels[:_MOST_NAMED]) + ("等" if len(labels) > _MOST_NAMED else "")
    others = f"；另有{more}份，可从“草稿”里打开" if more else ""
    return f"{what}（{time_words(draft)}）：{told}{others}"


def time_words(draft: "Draft") -> str:
    """When it was written, by the clock of this computer: the time, of an earlier day the date."""
    assert draft.written_at is not None
    written = draft.written_at.replace(tzinfo=UTC).astimezone()
    is_today = written.date() == datetime.now().astimezone().date()
    return f"{written:%H:%M}" if is_today else f"{written:%Y-%m-%d %H:%M}"


def changed_words(draft: "Draft", now: "dict[str, Typed]", fields: "dict[str, Field]") -> str:
    """What was changed in the record after the draft was begun; empty where nothing was."""
    told = [
        f"“{fields[name].label}”由“{as_words(fields[name], draft.before[name])}”"
        f"改成了“{as_words(fields[name], now[name])}”"
        for name in now
        if name in draft.before and name in fields and draft.before[name] != now[name]
    ]
    if not told:
        return ""
    return f"写草稿以后记录已被修改：{'；'.join(told)}。保存会用草稿里的内容替换，请核对。"


def as_words(field: "Field", typed: "Typed") -> str:
    """A field as typed, in one phrase."""
    if field.choices is not None and isinstance(typed, str) and typed in field.choices.slugs:
        return field.choices.label_of(typed)
    if isinstance(typed, bool):
        return "是" if typed else "否"
    if isinstance(typed, list):
        return "、".join(typed)
    return (masked(typed) if field.personal else typed) if typed else "空"
