"""Who writes, and whether they may: asked once at the start of every writing transaction.

Roles. An office that has entered nobody (人员) works as one person with all rights, and is asked
one small question a transaction, in one statement, and nothing more. Once there are people, the
actor is looked for among them: by name (chosen at this desk), else by the name under which one
logs in to this computer. On a server its own user name is the proof: only people with that login
can be meant, and a user without the right to insert can only read, whatever the list says. The
owner of the tables is the exception while nobody is listed with its name: all clerks share that
account then, and who sits there is told as on a file.

Where they are asked. Everything that writes goes through `Database.writing`, which calls `admit`
here; no form, bulk edit, paste, import, undo, letter, closing or call can get round it. Whoever
may not write is refused before anything is done. What only some may write is known by its table
(records/rights.py), looked at in every flush.

What it guards. On a plain file roles guard against mistakes, not against somebody who opens
the file with another tool: encryption and the rights of the folder do that.

An office is never locked out of its own list: with nobody active all may do everything, and
while no reviewer is active whoever may write may change the list.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, event, inspect, literal_column, select, true
from sqlalchemy.orm import Session, UOWTransaction

from disclosure_desk.faults import Refusal
from disclosure_desk.records.confirmation import Confirmation
from disclosure_desk.records.person import CLERK, REVIEWER, ROLES, Person, is_active, logins_in
from disclosure_desk.records.rights import PROTECTED, ROLE_RIGHTS, Protected, Right
from disclosure_desk.storage.journal import PERSON, Actor
from disclosure_desk.storage.prepared import Prepared

_LIST = "设置—人员和复核"
_BY_TABLE: dict[str, list[Protected]] = {}
for _one in PROTECTED:
    _BY_TABLE.setdefault(_one.table, []).append(_one)


@dataclass(frozen=True, slots=True)
class Standing:
    """What somebody may do in this office now; `actor` is who the journal will name.

    `role` is empty for an office without people. `problem` says in one sentence why nothing may
    be written. `may_choose` are the names that this desk may be taken over by.
    """

    actor: Actor
    role: str = ""
    rights: frozenset[Right] = frozenset(Right)
    problem: str = ""
    may_choose: tuple[str, ...] = ()
    has_confirmations: bool = False

    def may(self, right: Right) -> bool:
        """Whether this person has a right."""
        return right in self.rights

    def refusal(self, right: Right) -> str:
        """Why this person may not do something, in one sentence; empty when they may."""
        if right in self.rights:
            return ""
        if self.problem:
            return self.problem
        role = ROLES.label_of(self.role)
        return f"“{self.actor.name}”的角色是{role}，不能{right.value}，请由复核人办理。"


@dataclass(frozen=True, slots=True)
class _Listed:
    name: str
    role: str
    logins: tuple[str, ...]
    active_from: date
    active_until: date | None

    def is_active(self, on: date) -> bool:
        return is_active(self.active_from, self.active_until, on)


def this_day() -> date:
    """The day on this computer: people come and go by it."""
    return datetime.now().astimezone().date()


def standing_of(connection: Connection, actor: Actor, on: date | None = None) -> Standing:
    """Who the actor is among the people of the office, and what they may do."""
    on_server = connection.dialect.name == "postgresql"
    rows = (_ON_SERVER if on_server else _IN_FILE).run(connection, {})
    has_confirmations, server_user, is_owner, may_insert = rows[0][:4]
    listed = [_listed(row[4:]) for row in rows if row[4] is not None]
    if is_owner and not any(server_user.casefold() in one.logins for one in listed):
        proof = ""
    else:
        proof = server_user
    found = _standing(listed, actor, on or this_day(), proof)
    if not may_insert:
        words = (
            f"服务器用户“{server_user}”只有查看的权限，没有保存；"
            "要登记和修改请数据库管理员授予写入的权限。"
        )
        found = replace(found, rights=frozenset(), problem=words)
    return replace(found, has_confirmations=bool(has_confirmations))


def _statement(server_user: Any, is_owner: Any, may_insert: Any) -> Select[Any]:
    """One row for each person, or one row without: nothing is asked twice."""
    people: Any = Person.__table__
    one = select(literal_column("1").label("one")).subquery()
    any_said = select(Confirmation.id).exists()
    names = ("name", "role", "login", "active_from", "active_until")
    columns = (people.c[name] for name in names)
    return (
        select(any_said, server_user, is_owner, may_insert, *columns)
        .select_from(one.outerjoin(people, true()))
        .order_by(people.c.id)
    )


_IN_FILE = Prepared(_statement(*map(literal_column, ("''", "0", "1"))))
_ON_SERVER = Prepared(
    _statement(
        *map(
            literal_column,
            (
                "current_user::text",
                "pg_has_role(current_user,"
                " (SELECT relowner FROM pg_class WHERE oid = 'journal'::regclass), 'USAGE')",
                "has_table_privilege('journal', 'INSERT')",
            ),
        )
    )
)


def _listed(row: Any) -> _Listed:
    name, role, login, active_from, active_until = row
    return _Listed(name, role, logins_in(login), _day(active_from), _day(active_until))


def _standing(people: list[_Listed], actor: Actor, on: date, server_user: str) -> Standing:
    active = [one for one in people if one.is_active(on)]
    if not active:
        return Standing(actor)
    if server_user:
        meant = [one for one in active if server_user.casefold() in one.logins]
        if not meant:
            words = f"服务器用户“{server_user}”不在在岗的人员名单里"
            return Standing(actor, rights=frozenset(), problem=_told(words))
    else:
        meant = active
    names = tuple(one.name for one in meant)
    found = _found(meant, actor.name, alone=bool(server_user))
    if found is None:
        return Standing(actor, "", frozenset(), _why_unknown(people, actor, on), names)
    rights = ROLE_RIGHTS[found.role]
    if found.role == CLERK and not any(one.role == REVIEWER for one in active):
        rights |= {Right.PEOPLE}
    problem = "" if Right.WRITE in rights else _only_looks(found)
    return Standing(Actor(found.name, actor.computer), found.role, rights, problem, names)


def _found(meant: list[_Listed], name: str, *, alone: bool) -> _Listed | None:
    """The one who is meant: by name, by login, or the only one who can be."""
    by_name = [one for one in meant if one.name == name]
    by_login = [one for one in meant if name.casefold() in one.logins]
    for some in (by_name, by_login, meant if alone else []):
        if len(some) == 1:
            return some[0]
    return None


def _why_unknown(people: list[_Listed], actor: Actor, on: date) -> str:
    for one in people:
        if one.name == actor.name and not one.is_active(on):
            until = one.active_until
            when = f"已于{until}离岗" if until and until < on else f"{one.active_from}才到岗"
            return _told(f"“{one.name}”{when}")
    if sum(actor.name.casefold() in one.logins for one in people if one.is_active(on)) > 1:
        return _told(f"登录名“{actor.name}”有几个人共用，还没有选择是哪一位")
    return _told(f"“{actor.name}”不在在岗的人员名单里")


def _told(why: str) -> str:
    chosen = f"请从菜单“切换人员”选择自己（命令行用环境变量 {PERSON} 写明姓名）"
    return f"{why}，只能查看，没有保存；{chosen}，或请复核人在“{_LIST}”里登记。"


def _only_looks(person: _Listed) -> str:
    return f"“{person.name}”的角色是只读，只能查看，没有保存；要修改请复核人在“{_LIST}”里改角色。"


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value


# ---------------------------------------------------------------------------- asking


def admit(session: Session) -> None:
    """Let the session write as who its actor is. Raises Refusal for who may not write."""
    standing = standing_of(session.connection(), session.info["actor"])
    if refusal := standing.refusal(Right.WRITE):
        raise Refusal(refusal)
    session.info["actor"] = standing.actor
    session.info["standing"] = standing


def must_may(session: Session, right: Right) -> None:
    """Raises Refusal where who writes has not this right: before work that would be refused."""
    standing: Standing = session.info["standing"]
    if refusal := standing.refusal(right):
        raise Refusal(refusal)


def watch(sessions: type[Session]) -> None:
    """Ask of whatever these sessions flush whether their person may write it."""
    event.listen(sessions, "before_flush", _ask)


def _ask(session: Session, _context: UOWTransaction, _instances: object) -> None:
    standing: Standing | None = session.info.get("standing")
    if standing is None:
        return
    for record in (*session.new, *session.dirty, *session.deleted):
        for one in _BY_TABLE.get(record.__tablename__, ()):
            if not standing.may(one.right) and _is_meant(session, record, one):
                raise Refusal(standing.refusal(one.right))
    for record in session.deleted:
        if isinstance(record, Person):
            raise Refusal("人员名单里的人不删除，请改名，或者填写离岗日期。")


def _is_meant(session: Session, record: Any, one: Protected) -> bool:
    """Whether a flush writes what is protected, and not only what lies beside it."""
    if record in session.deleted:
        return True
    if not one.column:
        return record in session.new or session.is_modified(record)
    if record in session.new:
        return bool(getattr(record, one.column) != one.free)
    history = inspect(record).attrs[one.column].history
    return bool(history.added and history.added[0] != one.free)
