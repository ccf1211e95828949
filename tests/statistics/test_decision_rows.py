"""Where the outcomes of the decision path are counted, in every edition of the table."""

import pytest

from disclosure_desk.records.terms import OUTCOMES
from disclosure_desk.rules.decision_path import path_to
from disclosure_desk.statistics.edition import editions

ROWS = {  # outcome: row of 2021, of 2019, cell of 2014
    "granted": ("3.1", "3.1", "replies.granted"),
    "granted_public": ("3.1", "3.1", "replies.already_public"),
    "partial": ("3.2", "3.2", "replies.partial"),
    "refused_secret": ("3.3.1", "3.3.1", "replies.refused.secret"),
    "refused_law": ("3.3.2", "3.3.2", "replies.refused.other_law"),
    "refused_safety": ("3.3.3", "3.3.3", "replies.refused.safety"),
    "refused_commercial": ("3.3.4", "3.3.4", "replies.refused.commercial"),
    "refused_privacy": ("3.3.4", "3.3.4", "replies.refused.privacy"),
    "refused_internal": ("3.3.5", "3.3.5", "replies.refused.other_law"),
    "refused_process": ("3.3.6", "3.3.6", "replies.refused.other_law"),
    "refused_enforcement": ("3.3.7", "3.3.7", "replies.refused.other_law"),
    "refused_inquiry": ("3.3.8", "3.3.8", "replies.other_way"),
    "not_exist": ("3.4.1", "3.4.1", "replies.not_exist"),
    "not_this_agency": ("3.4.1", "3.4.1", "replies.not_this_agency"),
    "unable_create": ("3.4.2", "3.4.2", "replies.refused.other_law"),
    "unable_unclear": ("3.4.3", "3.4.3", "replies.clarify"),
    "declined_petition": ("3.5.1", "3.5.1", "replies.other_way"),
    "declined_duplicate": ("3.5.2", "3.5.2", "replies.other_way"),
    "declined_publication": ("3.5.3", "3.5.3", "replies.already_public"),
    "declined_excessive": ("3.5.4", "3.5.4", "replies.other_way"),
    "declined_reissue": ("3.5.5", "3.5.5", "replies.other_way"),
    "closed_uncorrected": ("3.6.1", "3.6", "replies.clarify"),
    "closed_unpaid": ("3.6.2", "3.6", "replies.other_way"),
    "closed_withdrawn": ("3.6.3", "3.6", "replies.other_way"),
    "closed_not_information": ("3.6.3", "3.6", "replies.refused.not_information"),
    "closed_other": ("3.6.3", "3.6", "replies.other_way"),
}
# The first keys of a path stand for a group of rows of the official table.
GROUPS = {"11": "3.1", "12": "3.1", "13": "3.2", "14": "3.3", "15": "3.3"}
GROUPS |= {"2": "3.4", "3": "3.5", "4": "3.6"}


def counted_in(code: str, outcome: str) -> set[str]:
    """The cells that count this outcome by name, sums left out."""
    return {
        cell.code
        for cell in editions()[code].cells.values()
        if any(name == "outcome" and outcome in slugs for name, slugs in cell.measure.where)
        and not cell.sums
    }


@pytest.mark.parametrize("outcome", OUTCOMES.slugs)
def test_an_outcome_is_counted_in_the_row_to_which_its_keys_lead(outcome: str) -> None:
    keys = "".join(option.key for option in path_to(outcome))
    row = ROWS[outcome][0]
    group = next(row for keys_, row in GROUPS.items() if keys.startswith(keys_))
    assert row == group or row.startswith(f"{group}.")


@pytest.mark.parametrize("outcome", OUTCOMES.slugs)
def test_an_outcome_is_counted_in_one_row_of_each_edition(outcome: str) -> None:
    of_2021, of_2019, of_2014 = ROWS[outcome]
    for code, row in (("2021", of_2021), ("2019", of_2019)):
        rows = {cell.rpartition(".")[0] for cell in counted_in(code, outcome)}
        assert rows == {f"requests.{row}"}, code
    for code in ("2014", "2014-county"):
        assert counted_in(code, outcome) == {of_2014}, code
