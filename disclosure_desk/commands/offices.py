"""Found an office database; the office's own profile; the texts of its reports."""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.commands.meanwhile import ChangedMeanwhile, Clash
from disclosure_desk.faults import Fault, Refusal
from disclosure_desk.records.office import Office
from disclosure_desk.records.report_text import ReportText
from disclosure_desk.records.wording import trimmed
from disclosure_desk.storage.journal import begin_step
from disclosure_desk.storage.row_versions import changes_of_row


def office_name(told: str) -> str:
    """The name under which an office is kept. Raises Refusal where none or no text is told."""
    name = trimmed(told)
    if not name:
        raise Refusal("请填写单位名称。")
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes of a command line that are no text
        raise Refusal("单位名称里有不能识别的字符，请重新填写。") from None
    return name


def found_office(session: Session, name: str) -> Done:
    """Enter the office whose registers a new database holds. Raises Refusal as `office_name`."""
    begin_step(session, "建立单位")
    office = Office(name=office_name(name))
    session.add(office)
    session.flush()
    return Done("建立单位", frozenset({"office"}), office.id)


def the_office(session: Session) -> Office:
    """The office of this database. Raises Fault when its founding was never finished."""
    office = session.scalars(select(Office)).first()
    if office is None:
        raise Fault("数据库里没有单位信息，建立时可能中断了，请重新建立。")
    return office


def office_phones(session: Session) -> tuple[str, ...]:
    """The telephones of the office's profile: they may stand in what is published."""
    told = session.scalars(select(Office.phone)).first() or ""
    return tuple(one for one in re.split(r"[、,，;；/\s]+", told) if one)


def write_report_text(
    session: Session, year: int, chapter: int, body: str, *, seen: str | None = None
) -> Done:
    """Keep what the clerk wrote in a chapter (1 to 6); an empty text gives the draft back.

    `seen` is the text over which it was written: where another clerk has changed that since to
    something else, ChangedMeanwhile is raised and nothing kept.
    """
    begin_step(session, f"修改{year}年度报告第{chapter}章")
    found = session.scalars(
        select(ReportText).where(ReportText.year == year, ReportText.chapter == chapter)
    ).one_or_none()
    now = found.body if found is not None else ""
    if seen is not None and now not in (seen, body):
        raise _text_changed(session, found, chapter, (seen, now, body))
    if found is not None and not body.strip():
        session.delete(found)
    elif found is not None:
        found.body = body
    elif body.strip():
        session.add(ReportText(year=year, chapter=chapter, body=body))
    session.flush()
    return Done(f"修改{year}年度报告第{chapter}章", frozenset({"report_text"}))


def _text_changed(
    session: Session, found: ReportText | None, chapter: int, texts: tuple[str, str, str]
) -> ChangedMeanwhile:
    table, row_id = ReportText.__tablename__, found.id if found is not None else 0
    changes = changes_of_row(session, table, row_id) if row_id else []
    by = changes[0].words if changes else ""
    clash = Clash("body", f"第{chapter}章正文", *texts, by)
    return ChangedMeanwhile("年度报告", [clash], changes[0].line if changes else 0)


def report_texts(session: Session, year: int) -> dict[int, str]:
    """What the clerk wrote for a year, by chapter."""
    rows = session.execute(
        select(ReportText.chapter, ReportText.body).where(ReportText.year == year)
    )
    return dict(rows.all())
