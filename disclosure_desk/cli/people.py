"""The call that lists, enters and ends the people of an office."""

from datetime import date, datetime
from typing import TYPE_CHECKING

from disclosure_desk.cli.answers import DONE, Options, day_of, office, say
from disclosure_desk.faults import Refusal

if TYPE_CHECKING:
    from disclosure_desk.storage.database import Database

ACTIONS = ("list", "add", "end")
OPTIONS = (
    ("--name", "姓名"),
    ("--role", "角色：经办人、复核人、只读"),
    ("--login", "登录名，几个的用顿号隔开"),
    ("--from", "到岗日期；不写时是今天"),
    ("--until", "离岗日期（在岗的最后一天）；end 不写时是今天"),
)


def keep_people(options: Options) -> int:
    """List the people; or first enter one, or somebody's last day."""
    from disclosure_desk.commands.people import people
    from disclosure_desk.records.person import ROLES

    doing = options.doing or ACTIONS[0]
    if doing not in ACTIONS:
        raise Refusal(f"没有“people {doing}”，可用的有：{'、'.join(ACTIONS)}。")
    today = datetime.now().astimezone().date()
    with office(options) as database:
        if doing == "add":
            _enter(options, database, today)
        elif doing == "end":
            _end(options, database, today)
        with database.reading() as session:
            every = people(session)
    answer = [
        {
            "name": one.name,
            "role": ROLES.label_of(one.role),
            "login": one.login,
            "from": one.active_from.isoformat(),
            "until": one.active_until.isoformat() if one.active_until else None,
            "active": one.is_active(today),
        }
        for one in every
    ]
    lines = [
        f"{one.name}　{ROLES.label_of(one.role)}　{one.active_from}—{one.active_until or ''}"
        for one in every
    ]
    say(options, {"people": answer}, lines or ["还没有登记人员，打开的人可以做全部操作。"])
    return DONE


def _enter(options: Options, database: "Database", today: date) -> None:
    from disclosure_desk.commands.people import add_person
    from disclosure_desk.records.base import FieldValue
    from disclosure_desk.records.person import ROLES
    from disclosure_desk.storage.journal import Actor

    name = _needed(options.name, "--name")
    with database.writing(Actor.of_this_computer()) as session:
        role = ROLES.find(_needed(options.role, "--role"))
        told: dict[str, FieldValue] = {
            "name": name,
            "role": role.slug if role is not None else options.role,
            "login": options.login,
            "active_from": _day(options, "--from") or today,
            "active_until": _day(options, "--until"),
        }
        add_person(session, told)


def _end(options: Options, database: "Database", today: date) -> None:
    from disclosure_desk.commands.people import end_person, people
    from disclosure_desk.storage.journal import Actor

    name = _needed(options.name, "--name")
    with database.writing(Actor.of_this_computer()) as session:
        found = next((one for one in people(session) if one.name == name), None)
        if found is None:
            raise Refusal(f"人员名单里没有“{name}”，请核对姓名。")
        end_person(session, found.id, _day(options, "--until") or today)


def _needed(value: str | None, option: str) -> str:
    if not value:
        raise Refusal(f"缺少“{option}”，请用 disclosure-desk people --help 查看写法。")
    return value


def _day(options: Options, option: str) -> date | None:
    return None if getattr(options, option.strip("-")) is None else day_of(options, option)
