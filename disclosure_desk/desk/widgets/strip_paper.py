"""The day strip as words to copy and as a page to print."""

from datetime import date
from html import escape

from disclosure_desk.desk.colours import printed
from disclosure_desk.desk.models.day_model import LEGEND, sign_of, told, weeks
from disclosure_desk.desk.models.drawn_clock import DrawnClock
from disclosure_desk.desk.widgets.day_cell import GROUNDS
from disclosure_desk.rules.day_strip import StripDay
from disclosure_desk.rules.written_dates import WEEKDAYS, chinese_date


def strip_title(drawn: DrawnClock) -> str:
    """答复期限, with the number of the request where it has one."""
    return f"答复期限　{drawn.name}".strip()


def strip_words(drawn: DrawnClock) -> str:
    """All that the dialog shows, line by line."""
    lines = [strip_title(drawn), *_head(drawn)]
    if drawn.days:
        lines += ["", "逐日："]
        lines += [f"{sign_of(day, drawn.festivals)}\t{told(day)}" for day in drawn.days]
    lines += ["", "计算步骤："]
    for step in drawn.steps:
        source = f"（{step.source}）" if step.source else ""
        lines.append(f"{step.date}　{step.text}{source}")
    return "\n".join(lines) + "\n"


def _head(drawn: DrawnClock) -> list[str]:
    due = "，".join(filter(None, (drawn.headline, drawn.standing)))
    return [f"收到日期：{chinese_date(drawn.received)}", due, *drawn.clock.problems]


def strip_page(drawn: DrawnClock, *, unit: str, printed_on: date) -> str:
    """The same as a page of the unit: the weeks, what the signs mean, and the steps, in HTML."""
    paper = [f"单位：{unit}", f"打印日期：{chinese_date(printed_on)}"]
    if drawn.name:
        paper.insert(1, f"申请编号：{drawn.name}")
    head = "".join(f"<p>{escape(line)}</p>" for line in ("　　".join(paper), *_head(drawn)))
    steps = "".join(
        f"<tr><td>{step.date}</td><td>{escape(step.text)}</td><td>{escape(step.source)}</td></tr>"
        for step in drawn.steps
    )
    days = ""
    if drawn.days:
        days = f"{_weeks(drawn)}<p style='white-space:pre-wrap'>{escape(LEGEND)}</p>"
    return (
        f"<h2 style='white-space:pre-wrap'>{escape(strip_title(drawn))}</h2>{head}{days}"
        "<h3>计算步骤</h3>"
        "<table width='100%' border='1' cellspacing='0' cellpadding='4' "
        "style='border-collapse:collapse'>"
        "<thead><tr><th width='16%'>日期</th><th>说明</th><th width='26%'>依据</th></tr></thead>"
        f"{steps}</table>"
    )


def _weeks(drawn: DrawnClock) -> str:
    heading = "".join(f"<th width='{100 // 7}%'>周{name}</th>" for name in WEEKDAYS[:-1])
    heading += f"<th>周{WEEKDAYS[-1]}</th>"
    rows = "".join(
        "<tr>" + "".join(_cell(day, drawn) for day in week) + "</tr>" for week in weeks(drawn.days)
    )
    return (
        "<table width='100%' border='1' cellspacing='0' cellpadding='3' "
        f"style='border-collapse:collapse'><thead><tr>{heading}</tr></thead>{rows}</table>"
    )


def _cell(day: StripDay | None, drawn: DrawnClock) -> str:
    if day is None:
        return "<td>&nbsp;</td>"
    written = f"{day.date.month}月{day.date.day}日"
    sign = escape(sign_of(day, drawn.festivals))
    # On paper the due date is told by its words and a bold face: dark ground eats ink.
    ground = printed("base" if day.mark == "due" else GROUNDS[day.mark])
    if day.number is not None or day.mark in ("start", "restart"):
        sign = f"<b>{sign}</b>"
    return f"<td bgcolor='{ground}'>{written}<br>{sign}</td>"
