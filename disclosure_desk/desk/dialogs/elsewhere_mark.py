"""Tells in an open form that another clerk changed its record; what is typed is not touched."""

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING

from disclosure_desk.desk.dialogs.form_part import FormPart
from disclosure_desk.records.cards import FIELDS

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog
    from sqlalchemy.orm import Session

    from disclosure_desk.desk.context import Desk
    from disclosure_desk.storage.row_versions import Change

_MOST_NAMED = 4


class ElsewhereMark(FormPart):
    """Works for the form of a record, which tells its `kind`, its `record_id` and `seen`.

    The sentence stands in the bar above the fields, or, while that offers a draft, in the line
    beside the buttons.
    """

    def __init__(self, desk: "Desk", form: "QDialog") -> None:
        super().__init__(form)
        self._desk = desk
        desk.changed_elsewhere.connect(self._hear)

    def _hear(self, records: "frozenset[tuple[str, int]]") -> None:
        form = self._form
        if form.record_id is None or (form.kind, form.record_id) not in records:
            return
        kind, record_id, version = form.kind, form.record_id, form.seen.version
        own = self._desk.database.own_changes

        def query(session: "Session") -> "list[Change]":
            from disclosure_desk.storage.changes import change_of_line
            from disclosure_desk.storage.row_versions import changes_since

            found = changes_since(session, kind, record_id, version)
            begun = ((one, change_of_line(session, one.line)) for one in found)
            return [one for one, change in begun if change is None or change.first_line not in own]

        self._desk.look_up(query, succeeded=partial(self._tell, record_id))

    def _tell(self, record_id: int, others: "list[Change]") -> None:
        form = self._form
        if form.record_id != record_id or not others:
            return
        words = words_of(form.kind, others)
        bar = form.offer.bar
        if form.offer.draft is None:
            bar.tell(words, asks=False)
        else:
            form.ui.label_saved.setText(words)
        if not others[0].removed:
            form.read_elsewhere()


def words_of(kind: str, changes: "list[Change]") -> str:
    """«此记录已被王芳（11-22 14:30）修改：“备注”。…», of the newest changes."""
    who = changes[0].words
    if changes[0].removed:
        return f"此记录已被{who}删除；您填的内容没有动，离开时留作草稿。"
    labels = dict.fromkeys(_labels(kind, changes))
    told = "、".join(f"“{label}”" for label in list(labels)[:_MOST_NAMED])
    what = f"：{told}{'等' if len(labels) > _MOST_NAMED else ''}" if told else ""
    return f"此记录已被{who}修改{what}；您填的内容没有动，保存时合在一起，同一栏不同的会问您。"


def _labels(kind: str, changes: "list[Change]") -> Iterable[str]:
    for change in changes:
        for name in sorted(change.columns):
            field = FIELDS[kind].get("department" if name == "department_id" else name)
            if field is not None:
                yield field.label
