"""Many records as cards, read in two queries without building an object a record."""

from collections import defaultdict
from collections.abc import Iterator

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from disclosure_desk.records.cards import FIELDS, MODELS, Card, events_on_card
from disclosure_desk.records.office import Department
from disclosure_desk.records.request import RequestEvent


def read_cards(
    session: Session, kind: str, *conditions: ColumnElement[bool]
) -> Iterator[tuple[int, Card]]:
    """The id and card of every record of a kind that meets the conditions, in order of entry."""
    table = MODELS[kind].__table__
    names = [name for name in FIELDS[kind] if name in table.columns]
    columns = [table.columns[name] for name in names]
    departments: dict[int, str] = {}
    if "department_id" in table.columns:
        departments = _departments(session)
        columns.append(table.columns["department_id"])
    events = _events(session, *conditions) if kind == "request" else {}
    statement = select(table.columns["id"], *columns).where(*conditions)
    for row in session.execute(statement.order_by(table.columns["id"])):
        card: Card = {
            name: value
            for name, value in zip(names, row[1:], strict=False)
            if value not in (None, (), "")
        }
        if "department_id" in table.columns and row[-1] is not None:
            card["department"] = departments[row[-1]]
        told = events_on_card(events.get(row[0], []))
        card |= {name: value for name, value in told.items() if value is not None}
        yield row[0], card


def _departments(session: Session) -> dict[int, str]:
    rows = session.execute(select(Department.id, Department.name))
    return dict(rows.all())


def _events(session: Session, *conditions: ColumnElement[bool]) -> dict[int, list[RequestEvent]]:
    """The events of the requests that meet the conditions, by request id, as entered."""
    requests = MODELS["request"].__table__
    statement = select(RequestEvent).order_by(RequestEvent.id)
    if conditions:
        chosen = select(requests.columns["id"]).where(*conditions)
        statement = statement.where(RequestEvent.request_id.in_(chosen))
    found: dict[int, list[RequestEvent]] = defaultdict(list)
    for event in session.scalars(statement.execution_options(yield_per=5_000)):
        found[event.request_id].append(event)
    return found
