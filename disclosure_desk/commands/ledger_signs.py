"""What a ledger of published items holds that had better not be public, told by its rows."""

from collections.abc import Iterator, Sequence
from itertools import islice

from sqlalchemy.orm import Session

from disclosure_desk.commands.offices import office_phones
from disclosure_desk.records.base import FieldValue
from disclosure_desk.records.card_columns import CardColumns
from disclosure_desk.records.cards import KIND_LABELS
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.publication_signs import PUBLIC_TEXTS, private_in_card
from disclosure_desk.rules.not_public import may_hold_signs

_MOST_TOLD = 100
_LOOKED_AT_ONCE = 500


def private_rows(session: Session, rows: Sequence[int], cards: CardColumns) -> Iterator[Finding]:
    """L40 and L41 of the sheet 主动公开; `rows` are the rows of Excel. At most a hundred."""
    places = sorted(set(_places(cards)))
    if places:
        phones = office_phones(session)
        found = (
            Finding(
                one.rule,
                one.severity,
                f"{KIND_LABELS['publication']}第{rows[place]}行：{one.message}",
                records=(str(number),) if (number := cards.card(place).get("number")) else (),
                field=one.field,
            )
            for place in places
            for one in private_in_card(cards.card(place), phones)
        )
        yield from islice(found, _MOST_TOLD)


def _places(cards: CardColumns) -> Iterator[int]:
    """Where it is worth while to look closely: most rows are passed over by the hundred."""
    for name in PUBLIC_TEXTS:
        values: Sequence[FieldValue] = cards.columns.get(name, ())
        for start in range(0, len(values), _LOOKED_AT_ONCE):
            some = [str(value or "") for value in values[start : start + _LOOKED_AT_ONCE]]
            if may_hold_signs("\n".join(some)):
                yield from (
                    start + place for place, text in enumerate(some) if may_hold_signs(text)
                )
