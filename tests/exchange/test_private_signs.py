"""Private signs are told wherever a published item comes in; reviews are asked for."""

from datetime import date
from pathlib import Path

from sqlalchemy import update

from disclosure_desk.commands.registers import add_record
from disclosure_desk.commands.reporting import switch_rule_off
from disclosure_desk.commands.rows import SheetRow, add_rows
from disclosure_desk.exchange.read_ledger import import_ledger
from disclosure_desk.records.office import Office
from disclosure_desk.records.publication import Publication
from disclosure_desk.statistics.register_gaps import unfinished_records
from disclosure_desk.storage.database import Database
from disclosure_desk.storage.journal import Actor
from tests.workbooks import item_row, write_rows

CLERK = Actor("周砚清", "窗口电脑")
TODAY = date(2026, 11, 22)
MOBILE, PHONE = "13800001234", "0591-2345678"


def test_a_ledger_is_taken_in_and_its_private_signs_are_told_by_row(
    office: Database, tmp_path: Path
) -> None:
    with office.writing(CLERK) as session:
        session.execute(update(Office).values(phone=PHONE))
    rows = [
        item_row("关于补贴的公示"),
        item_row(f"联系人李某{MOBILE}", 编号="G2"),
        item_row("机构信息", 备注=f"办公电话{PHONE}"),
        item_row("工作方案（秘密）", 保密审查结论="不予公开", 保密审查日期="2024-03-01"),
    ]
    taken = import_ledger(office, write_rows(tmp_path / "台账.xlsx", {"主动公开": rows}), CLERK)
    assert [(one.rule, one.severity) for one in taken.findings] == [
        ("L40", "warning"),
        ("L41", "warning"),
    ]
    assert taken.findings[0].message.startswith("主动公开第3行：")
    assert taken.findings[0].records == ("G2",)
    assert MOBILE not in taken.findings[0].message
    with office.reading() as session:
        kept = session.query(Publication).filter_by(title="工作方案（秘密）").one()
        assert (kept.secrecy_result, kept.secrecy_reviewed_on) == ("refused", date(2024, 3, 1))


def test_pasted_rows_are_told_too(office: Database) -> None:
    card = {"title": f"电话{MOBILE}", "made_on": TODAY, "published_on": TODAY}
    with office.writing(CLERK) as session:
        entered = add_rows(session, "publication", [SheetRow(1, card)], today=TODAY)
    assert "L40" in {one.rule for one in entered.by_row[1]}


def publish(office: Database, title: str, day: date, **more: str) -> None:
    card = {"title": title, "made_on": day, "published_on": day, "channels": ("政府网站",), **more}
    with office.writing(CLERK) as session:
        add_record(session, "publication", card)


def test_a_review_is_asked_for_once_an_office_records_them(office: Database) -> None:
    publish(office, "以前的", date(2026, 1, 5))
    publish(office, "没有的", date(2026, 3, 5))
    with office.reading() as session:
        assert unfinished_records(session, TODAY) == []
    publish(office, "审查过的", date(2026, 2, 5), secrecy_reviewer="王芳")
    with office.reading() as session:
        (asked,) = unfinished_records(session, TODAY)
        assert (asked.title, asked.text) == ("没有的", "已公开而没有保密审查记录")
    with office.writing(CLERK) as session:
        switch_rule_off(session, "I2", "另有审查登记本", today=TODAY)
    with office.reading() as session:
        assert unfinished_records(session, TODAY) == []
