"""Requests made up for letters: an office that tells all, and requests with all their steps."""

from datetime import date
from decimal import Decimal

from sqlalchemy.orm import Session

from disclosure_desk.commands.offices import the_office
from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.steps import add_event
from disclosure_desk.records.cards import Card
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor, begin_step

CLERK = Actor("周砚清", "窗口电脑")
ENDED = date(2025, 3, 4)
TODAY = date(2025, 4, 1)
REQUEST: Card = {
    "number": "S1",
    "received_on": date(2025, 1, 6),
    "received_via": "network",
    "applicant_kind": "natural",
    "applicant_name": "林知夏",
    "id_number": "330000199001010014",
    "phone": "13800000000",
    "address": "示例县解放路2号",
    "content": "2024年度科技项目资金分配方案",
    "delivery_wanted": "电子邮件",
    "repeats_number": "S-2024-9",
    "department": "办公室",
}


def describe_office(database: Database, **changes: str | None) -> None:
    """Fill in what letters say of the office; None empties a field."""
    told: dict[str, str | None] = {
        "letter_code": "示科公开",
        "reconsideration_organ": "示例县人民政府",
        "court": "示例县人民法院",
        "address": "示例县中山路18号",
        "phone": "0571-60000001",
    }
    with database.writing(CLERK) as session:
        begin_step(session, "修改单位信息")
        office = the_office(session)
        for name, value in (told | changes).items():
            setattr(office, name, value)


def enter_request(database: Database, **changes: object) -> int:
    """Enter a request without any step; its key."""
    with database.writing(CLERK) as session:
        return add_record(session, "request", REQUEST | changes).record_id


# An applicant who did not answer did not answer.
LEFT_OUT = {
    "closed_uncorrected": ("correction_received", "extension", "fee_notice", "fee_paid"),
    "closed_unpaid": ("fee_paid",),
}


def enter_steps(session: Session, request_id: int, outcome: str) -> None:
    """A correction, an opinion, an extension and a fee, as far as they fit the outcome."""
    steps: list[tuple[str, Card]] = [
        (
            "correction_asked",
            {
                "happened_on": date(2025, 1, 9),
                "answer_by": date(2025, 1, 24),
                "reason": "请提供身份证明。",
            },
        ),
        ("correction_received", {"happened_on": date(2025, 1, 14)}),
        (
            "consultation_sent",
            {
                "happened_on": date(2025, 1, 20),
                "consulted": "third_party",
                "addressee": "示例县云帆制造有限公司",
            },
        ),
        ("consultation_received", {"happened_on": date(2025, 1, 27), "opinion": "objection"}),
        (
            "extension",
            {"happened_on": date(2025, 2, 10), "extension_workdays": 10, "reason": "材料较多"},
        ),
        ("fee_notice", {"happened_on": date(2025, 2, 11), "charged_pages": 50}),
        ("fee_paid", {"happened_on": date(2025, 2, 17), "fee_yuan": Decimal(200)}),
    ]
    for kind, told in steps:
        if kind not in LEFT_OUT.get(outcome, ()):
            add_event(session, request_id, kind, told)


# What a final letter of these outcomes needs beside the text.
REASONS = {
    "partial": "不予公开部分的条文：第十五条\n见所附说明。",
    "not_this_agency": "见所附说明。\n负责公开的行政机关：示例县财政局，电话0571-60000002",
    "declined_excessive": "说明理由告知日期：2025年1月13日\n见所附说明。",
}


def end_request(
    session: Session, request_id: int, outcome: str, on: date = ENDED, **told: object
) -> None:
    """Answer a request, or note that the applicant has withdrawn it."""
    kind = "withdrawal" if outcome == "closed_withdrawn" else "reply"
    reason = REASONS.get(outcome, "见所附说明。")
    card = {"happened_on": on, "outcome": outcome, "reason": reason} | told
    add_event(session, request_id, kind, card)


def whole_request(database: Database, outcome: str, **changes: object) -> int:
    """A request with every step, answered with this outcome."""
    request_id = enter_request(database, **changes)
    with database.writing(CLERK) as session:
        enter_steps(session, request_id, outcome)
        # A payment is awaited for thirty days.
        ended = date(2025, 3, 20) if outcome == "closed_unpaid" else ENDED
        end_request(session, request_id, outcome, ended)
    return request_id


def unanswered_request(database: Database, **changes: object) -> int:
    """A request with every step but the answer: with most outcomes these are the same."""
    request_id = enter_request(database, **changes)
    with database.writing(CLERK) as session:
        enter_steps(session, request_id, "granted")
    return request_id
