"""The pages of a year's archive: what is on each, and the index that leads to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from disclosure_desk.exchange.web_pages import (
    Cell,
    Link,
    verify_figures,
    verify_list,
    write_figures,
    write_list,
)
from disclosure_desk.exchange.write_ledger import ledger_rows, ledger_sheets, profile_rows
from disclosure_desk.records.cards import EVENT_FIELDS, shown
from disclosure_desk.records.event_kinds import EVENT_KINDS
from disclosure_desk.records.finding import Figure
from disclosure_desk.records.request import Request, RequestEvent
from disclosure_desk.statistics.closing import in_force, signed_of
from disclosure_desk.statistics.edition import Edition, editions
from disclosure_desk.statistics.needed import needed_records
from disclosure_desk.statistics.period import Period

_STEP_HEADINGS = ("申请编号", "步骤", "日期", "内容")
_STEPS_AT_ONCE = 5_000


@dataclass(frozen=True, slots=True)
class Page:
    """A page that was written: the file, and what the index says of it."""

    file_name: str
    words: str


def write_registers(session: Session, year: int, folder: Path, *, personal: bool) -> Iterator[Page]:
    """The office's profile, the registers and the steps of requests, each read back."""
    lead = [f"{year}年度。只列出这一年统计表用到的登记，和台账的内容相同。"]
    path = folder / "单位信息.html"
    write_list(path, "单位信息", [], profile_rows(session))
    verify_list(path, profile_rows(session))
    yield Page(path.name, "单位名称、负责人、联系方式")
    for sheet in ledger_sheets(personal=personal):
        path = folder / f"{sheet.name}.html"
        write_list(path, sheet.name, lead, ledger_rows(session, sheet, year))
        verify_list(path, ledger_rows(session, sheet, year))
        yield Page(path.name, f"{sheet.name}登记簿")
    path = folder / "办理步骤.html"
    of_steps = [f"{year}年度。“依申请公开”里每件申请的步骤，按登记的先后。"]
    write_list(path, "依申请公开办理步骤", of_steps, _steps(session, year))
    verify_list(path, _steps(session, year))
    yield Page(path.name, "每件申请的每一步：日期、理由、批准人、经办人")


def _steps(session: Session, year: int) -> Iterator[Sequence[Cell]]:
    yield _STEP_HEADINGS
    wanted = needed_records(Period.of_year(year))["request"]
    statement = (
        select(RequestEvent, Request.number)
        .join(Request, RequestEvent.request_id == Request.id)
        .where(wanted)
        .order_by(Request.id, RequestEvent.id)
        .execution_options(yield_per=_STEPS_AT_ONCE)
    )
    for event, number in session.execute(statement):
        kind = EVENT_KINDS[event.kind]
        told = [
            f"{kind.reason_label if name == 'reason' else field.label}："
            f"{shown(field, value)}{field.unit if field.unit != '工作日' else ''}"
            for name, field in EVENT_FIELDS.items()
            if name != "happened_on" and not field.personal
            if (value := getattr(event, name)) not in (None, "")
        ]
        yield number, kind.label, event.happened_on, "；".join(told)


def write_statistics(
    session: Session, edition: Edition, year: int, folder: Path, figures: Mapping[str, Figure]
) -> Iterator[Page]:
    """The table as it is counted today; of a signed year also as it was signed."""
    path = folder / "统计表.html"
    lead = [f"{edition.name}（{edition.source}），按归档这一天的登记统计。"]
    write_figures(path, f"{year}年政府信息公开统计表", lead, edition, figures)
    verify_figures(path, edition, figures)
    yield Page(path.name, "统计表，按归档这一天的登记统计")
    closed = in_force(session, year)
    if closed is None:
        return
    signed = signed_of(session, closed)
    form, mark = editions()[signed.edition], signed.signature
    path = folder / "签发的统计表.html"
    lead = [
        f"{mark.on.isoformat()}由{mark.by}签发：{mark.reason}",
        f"校验值（SHA-256）：{closed.sha256}",
        _told_of_differences(signed.cells, figures, form.code == edition.code),
    ]
    write_figures(path, f"{year}年签发的统计表", lead, form, signed.cells)
    verify_figures(path, form, signed.cells)
    yield Page(path.name, f"{mark.on.isoformat()}签发的统计表，数字从那时固定")


def _told_of_differences(
    signed: Mapping[str, Figure], counted: Mapping[str, Figure], same_form: bool
) -> str:
    if not same_form:
        return "格式与归档的统计表不同，没有逐格比较。"
    number = sum(signed[code] != counted.get(code) for code in signed)
    if not number:
        return "每个数字都和按归档这一天的登记统计的相同。"
    return f"有{number}个数字和按归档这一天的登记统计的不同：签发以后登记有更正。"


def write_index(
    folder: Path, title: str, entries: Sequence[tuple[str, str]], *, made_on: date, program: str
) -> None:
    """The page that leads to all files: place and words of each."""
    rows: list[Sequence[Cell]] = [("文件", "内容")]
    rows += [(Link(place, place), words) for place, words in entries]
    lead = [
        f"{made_on.isoformat()}归档，信息公开工作台 {program}。",
        "这个文件夹不需要本程序就能看：点下面的文件名打开。怎样核对有没有被改动，见“说明.txt”。",
    ]
    write_list(folder / "首页.html", title, lead, rows)
    verify_list(folder / "首页.html", rows)
