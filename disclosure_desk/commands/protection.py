"""Who set or took off a password, or the encryption: asked of the rights, and journalled."""

from sqlalchemy.orm import Session

from disclosure_desk.commands.done import Done
from disclosure_desk.faults import Refusal
from disclosure_desk.records.rights import Right
from disclosure_desk.storage.admission import must_may, standing_of
from disclosure_desk.storage.journal import Actor, begin_step, note
from disclosure_desk.storage.start_password import (
    drop_start_password,
    keep_start_password,
    start_password_of,
)

SECURITY_KIND = "security"
ENCRYPTED, DECRYPTED = "加密单位数据库", "取消单位数据库的加密"
PASSWORD_CHANGED = "更换加密密码和恢复密钥"


def set_start_password(session: Session, password: str) -> Done:
    """Let the desk ask for this password before it shows anything. Raises Refusal."""
    had_one = start_password_of(session) is not None
    done = note_security(session, "更换启动密码" if had_one else "设置启动密码")
    keep_start_password(session, password)
    return done


def take_off_start_password(session: Session) -> Done:
    """Let the desk ask for no password any longer. Raises Refusal where there is none."""
    if start_password_of(session) is None:
        raise Refusal("没有设置启动密码。")
    done = note_security(session, "取消启动密码")
    drop_start_password(session)
    return done


def ask_for_security(session: Session, actor: Actor) -> None:
    """Raises Refusal where this person may not change passwords and encryption."""
    if refusal := standing_of(session.connection(), actor).refusal(Right.SECURITY):
        raise Refusal(refusal)


def note_security(session: Session, step: str) -> Done:
    """Journal that passwords or encryption were changed; of the passwords nothing is kept.

    The line is of kind "security"; its record id is 0, for no record has changed.
    """
    must_may(session, Right.SECURITY)
    begin_step(session, step)
    note(session, SECURITY_KIND, 0, {"what": step})
    return Done(step, frozenset({SECURITY_KIND}))
