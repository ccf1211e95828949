"""Who may do what (角色和权限): the one table of it, in the words in which it is refused.

A clerk (经办人) logs, changes, drafts, imports and exports. A reviewer (复核人) may do this too,
and besides confirm, sign, close and reopen years, switch rules off, change the people, the
profile and the settings of the office. A reader (只读) looks at everything and changes nothing.

Rights are asked of what is written, not of who calls: `PROTECTED` names the tables, and where
only some of its values matter the column, so that no form, import, undo or call gets round it.
"""

from dataclasses import dataclass
from enum import Enum

from disclosure_desk.records.person import CLERK, READER, REVIEWER
from disclosure_desk.records.report_signing import STATES


class Right(Enum):
    """What may be done, as a refusal names it."""

    WRITE = "登记和修改"
    CONFIRM = "复核"
    SIGN = "审核、签发和重新开放年度"
    RULES = "停用和启用核对规则"
    PEOPLE = "修改人员名单和复核设置"
    OFFICE = "修改单位信息"
    SECURITY = "修改密码和加密"


ROLE_RIGHTS: dict[str, frozenset[Right]] = {
    READER: frozenset(),
    CLERK: frozenset({Right.WRITE}),
    REVIEWER: frozenset(Right),
}


@dataclass(frozen=True, slots=True)
class Protected:
    """Rows that only some may write: all of a table, or those in which a column changes.

    A column may be given the value `free` by whoever may write at all.
    """

    table: str
    right: Right
    column: str = ""
    free: object = None


PROTECTED = (
    Protected("person", Right.PEOPLE),
    Protected("confirmation_wanted", Right.PEOPLE),
    Protected("confirmation", Right.CONFIRM),
    Protected("office", Right.OFFICE),
    Protected("rule_off", Right.RULES),
    Protected("closed_year", Right.SIGN),
    Protected("published_carry", Right.SIGN),
    Protected("report_signing", Right.SIGN, column="state", free=STATES[0]),
)
