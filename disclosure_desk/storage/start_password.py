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

SHORTEST = 4
COST = 15  # 32 MiB: what it guards can be read without it
_COSTS = range(1, 19)


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
    session.execute(delete(start_password))
    session.execute(
        insert(start_password),
        {"cost": cost, "salt": salt, "digest": _digest(password, cost, salt)},
    )


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
