"""The sample office: three invented years, taken in like any ledger."""

import csv
import tomllib

from sqlalchemy.orm import Session

from disclosure_desk.commands.ledger import take_in
from disclosure_desk.commands.offices import write_report_text
from disclosure_desk.exchange.read_ledger import read_sheet
from disclosure_desk.shipped import shipped

_FILES = {
    "office": "unit.csv",
    "publication": "publications.csv",
    "request": "requests.csv",
    "dispute": "disputes.csv",
    "indicator": "indicators.csv",
}


def fill_with_sample(session: Session, unit_name: str) -> None:
    """Enter the sample records and report texts under the office's own name."""
    parts = []
    for kind, name in _FILES.items():
        text = shipped(f"sample/{name}").read_text(encoding="utf-8")
        parts.append(read_sheet(kind, csv.reader(text.splitlines())))
    for part in parts:
        if part.kind == "office":
            part.rows = [row for row in part.rows if "name" not in row.card]
    take_in(session, parts)
    texts = shipped("sample/report_texts.toml").read_text(encoding="utf-8")
    for written in tomllib.loads(texts)["text"]:
        body = written["body"].strip().replace("【单位名称】", unit_name)
        write_report_text(session, written["year"], written["chapter"], body)
