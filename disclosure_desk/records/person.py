"""The people of the office (人员): who works with the registers, from when to when, as what."""

from datetime import date

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped

from disclosure_desk.records.base import Base, field
from disclosure_desk.records.terms import Term, Terms

CLERK, REVIEWER, READER = "clerk", "reviewer", "reader"
ROLES = Terms("角色", Term(CLERK, "经办人"), Term(REVIEWER, "复核人"), Term(READER, "只读"))


class Person(Base):
    """Somebody of the office; who has left is ended, never deleted: the journal names them.

    An office that has entered nobody works as ever: whoever opens the file may do everything.
    """

    __tablename__ = "person"

    name: Mapped[str] = field("姓名", required=True, definition="登记、复核和日志里写的名字。")
    role: Mapped[str] = field("角色", required=True, choices=ROLES)
    login: Mapped[str | None] = field(
        "登录名",
        definition=(
            "登录电脑（数据库在服务器上的，登录服务器）用的用户名，打开程序时按它认人；"
            "有几个的用顿号隔开，几个人共用一个的各写各的。"
        ),
    )
    active_from: Mapped[date] = field("到岗日期", required=True)
    active_until: Mapped[date | None] = field(
        "离岗日期", definition="在岗的最后一天；过了这一天只能查看。"
    )
    note: Mapped[str | None] = field("备注")

    __table_args__ = (UniqueConstraint("name"), {"sqlite_autoincrement": True})

    @property
    def logins(self) -> tuple[str, ...]:
        """The names under which this person logs in, in small letters."""
        return logins_in(self.login)

    def is_active(self, on: date) -> bool:
        """Whether this person works with the registers on a day; both ends inclusive."""
        return is_active(self.active_from, self.active_until, on)


def logins_in(text: str | None) -> tuple[str, ...]:
    """The names in a list as people write it: joined by 、 or a comma; case is no difference."""
    words = (text or "").replace("，", "、").replace(",", "、").split("、")
    return tuple(word.strip().casefold() for word in words if word.strip())


def is_active(active_from: date, active_until: date | None, on: date) -> bool:
    """Whether a day lies between the first and the last one, both inclusive."""
    return active_from <= on and (active_until is None or on <= active_until)
