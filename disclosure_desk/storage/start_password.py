"""The start password of an office: asked by the desk before it shows anything.

On a plain file it keeps off who looks over the shoulder or sits down at the desk, and nobody who
opens the file with another program; an encrypted file has the password of its encryption.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field

from sqlalchemy import delete, insert, select
from sqlalchemy.orm import Session

from disclosure_desk.faults import Refusal
from disclosure_desk.records.start_password import start_password
from disclosure_desk.storage.file_key import WrongPassword
from disclosure_desk.storage.password_needed import PasswordNeeded

SHORTEST = 4
COST = 15  # 32 MiB: what it guards can be read without it
_COSTS = range(1, 19)
# By digest: who was let in once is not asked again by the same run of the program.
_answered: set[bytes] = set()


@dataclass(frozen=True, slots=True)
class KeptPassword:
    """A password as it is kept."""

    cost: int
    salt: bytes
    digest: bytes = field(repr=False)

    def must_be(self, given: str) -> None:
        """Raises WrongPassword where another one was given."""
        if self.cost not in _COSTS or not hmac.compare_digest(
            _digest(given, self.cost, self.salt), self.digest
        ):
            raise WrongPassword("密码不对，请核对后再输入。")


class StartPasswordNeeded(PasswordNeeded):
    """The office wants its start password first."""

    def __init__(self, kept: KeptPassword) -> None:
        super().__init__("这个单位设置了启动密码，要先输入密码。")
        self._kept = kept

    def unlock(self, given: str) -> None:
        """Let this process in. Raises WrongPassword for another password."""
        self._kept.must_be(given)
        _answered.add(self._kept.digest)


def must_be_let_in(session: Session) -> None:
    """Raises StartPasswordNeeded where the office wants one that nobody has given yet."""
    kept = start_password_of(session)
    if kept is not None and kept.digest not in _answered:
        raise StartPasswordNeeded(kept)


def start_password_of(session: Session) -> KeptPassword | None:
    """What the office keeps of its start password; None where it wants none."""
    columns = start_password.columns
    row = session.execute(select(columns.cost, columns.salt, columns.digest)).first()
    return KeptPassword(row.cost, bytes(row.salt), bytes(row.digest)) if row else None


def keep_start_password(session: Session, password: str, *, cost: int = COST) -> None:
    """Ask for this one from now on. Raises Refusal for a short one; `cost` as for a file's key."""
    if len(password) < SHORTEST:
        raise Refusal(f"密码太短，请用{SHORTEST}个以上的字符。")
    salt = secrets.token_bytes(16)
    digest = _digest(password, cost, salt)
    session.execute(delete(start_password))
    session.execute(insert(start_password), {"cost": cost, "salt": salt, "digest": digest})
    _answered.add(digest)  # whoever sets it sits at the open desk


def drop_start_password(session: Session) -> None:
    """Ask for none any longer."""
    session.execute(delete(start_password))


def _digest(password: str, cost: int, salt: bytes) -> bytes:
    return hashlib.scrypt(
        unicodedata.normalize("NFKC", password).encode(),
        salt=salt,
        n=1 << cost,
        r=8,
        p=1,
        maxmem=128 * 8 * ((1 << cost) + 16),
        dklen=32,
    )
