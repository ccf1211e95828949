"""All rules about a request: its registration, its steps, its outcome (R01–R25)."""

from disclosure_desk.records.case import Case
from disclosure_desk.records.finding import Finding
from disclosure_desk.records.outcome_rules import OUTCOME_RULES
from disclosure_desk.records.registration_rules import REGISTRATION_RULES
from disclosure_desk.records.rulebook import Judge, judged
from disclosure_desk.records.step_rules import STEP_RULES

REQUEST_RULES: dict[str, Judge[Case]] = dict(
    sorted({**REGISTRATION_RULES, **STEP_RULES, **OUTCOME_RULES}.items())
)
# Those that judge what happens to a request, without asking for others of the applicant.
COURSE_RULES: dict[str, Judge[Case]] = {
    "R01": REGISTRATION_RULES["R01"],
    **STEP_RULES,
    **OUTCOME_RULES,
}


def request_findings(case: Case) -> list[Finding]:
    """The findings of all rules about a request, in the order of the rules."""
    return list(judged(REQUEST_RULES, case, case.clock.law))


def course_findings(case: Case) -> list[Finding]:
    """The findings about its receipt, its steps and its outcome."""
    return list(judged(COURSE_RULES, case, case.clock.law))
