"""The key of an encrypted office file: by its password, or by the recovery key on paper.

The first 16 bytes of the file are the salt that SQLCipher keeps there in any case. Ours says
what the file is, and all that is needed to find the key again lies in it: whoever copies the one
file to a stick has copied everything.

    4 bytes DDSK · 1 byte cost · 8 random bytes · 3 bytes check

    recovery = scrypt(password, first 13 bytes, N = 2^cost, r = 8, p = 1), 16 bytes
    key      = HMAC-SHA256(recovery, "disclosure-desk file key" + first 13 bytes)
    check    = HMAC-SHA256(key, "check"), its first 3 bytes

The recovery key is what the password was worth on the day of encryption: it opens the same file
without the slow step, and another password makes another one. Nothing of it is stored. The check
tells a mistyped password from damage; a changed head gives another key, which opens nothing,
and each page of the file carries a seal of SQLCipher's own (HMAC-SHA512).
Source: RFC 7914 (scrypt); cost 17 (128 MiB) as OWASP's Password Storage Cheat Sheet asks.
"""

import hashlib
import hmac
import secrets
import unicodedata
from dataclasses import dataclass, field

from disclosure_desk.faults import Refusal

HEAD_BYTES = 16
COST = 17
SHORTEST_PASSWORD = 8
_MARK = b"DDSK"
_SALTED = 13  # mark, cost and random bytes; the check comes after them
# What a file from outside may ask for: 256 MiB; fewer than 2 is no power that scrypt takes.
_COSTS = range(1, 19)
_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: none is taken for another
_LOOKS_ALIKE = str.maketrans({"O": "0", "I": "1", "L": "1"})
_RECOVERY_BYTES, _RECOVERY_LETTERS, _CHECK_LETTERS, _GROUP = 16, 26, 2, 4


class WrongPassword(Refusal):
    """The password or recovery key given does not belong to the file."""


@dataclass(frozen=True, slots=True)
class FileKey:
    """What opens an encrypted file: its head, which it begins with, and the key of its pages."""

    head: bytes
    key: bytes = field(repr=False)

    @property
    def pragma(self) -> str:
        """As SQLCipher takes a raw key with its salt."""
        return f"PRAGMA key = \"x'{self.key.hex()}{self.head.hex()}'\""


def is_encrypted(head: bytes) -> bool:
    """Whether a file that begins so is an office file that somebody encrypted."""
    return len(head) == HEAD_BYTES and head.startswith(_MARK) and head[len(_MARK)] in _COSTS


def new_key(password: str, *, cost: int = COST) -> tuple[FileKey, str]:
    """A key of its own for a file, and the recovery key to print; both are made anew each time.

    `cost` is the power of two of scrypt's work: tests take a low one, the program never does.
    Raises Refusal for a password that is too short.
    """
    if len(password) < SHORTEST_PASSWORD:
        raise Refusal(f"密码太短，请用{SHORTEST_PASSWORD}个以上的字符。")
    salted = _MARK + bytes([cost]) + secrets.token_bytes(_SALTED - len(_MARK) - 1)
    recovery = _recovery_of(password, salted)
    key = _key_of(recovery, salted)
    return FileKey(salted + _check_of(key), key), _told(recovery)


def key_by_password(head: bytes, password: str) -> FileKey:
    """Raises WrongPassword."""
    key = _key_of(_recovery_of(password, head[:_SALTED]), head[:_SALTED])
    if not hmac.compare_digest(_check_of(key), head[_SALTED:]):
        raise WrongPassword(
            "密码不对，请核对后再输入；确认无误仍打不开的，文件开头可能已损坏，请用备份恢复。"
        )
    return FileKey(head, key)


def key_by_recovery(head: bytes, typed: str) -> FileKey:
    """Raises WrongPassword for a recovery key of another file, Refusal for a mistyped one."""
    key = _key_of(_read(typed), head[:_SALTED])
    if not hmac.compare_digest(_check_of(key), head[_SALTED:]):
        raise WrongPassword("这不是这个文件现在的恢复密钥；改过密码的，请用改密码时新印的那一张。")
    return FileKey(head, key)


def key_by(head: bytes, given: str) -> FileKey:
    """By the password, or by the recovery key where that was given in its place.

    Raises WrongPassword, or Refusal for a recovery key with a slip in it.
    """
    try:
        return key_by_password(head, given)
    except WrongPassword:
        if len(_plain(given)) != _RECOVERY_LETTERS + _CHECK_LETTERS or "-" not in given:
            raise
    return key_by_recovery(head, given)


def same_group(typed: str, group: str) -> bool:
    """Whether somebody typed this group of a recovery key from the paper."""
    return _plain(typed) == _plain(group)


def _recovery_of(password: str, salted: bytes) -> bytes:
    cost = 1 << salted[len(_MARK)]
    return hashlib.scrypt(
        # A password typed with a Chinese input method may be full-width.
        unicodedata.normalize("NFKC", password).encode(),
        salt=salted,
        n=cost,
        r=8,
        p=1,
        maxmem=128 * 8 * (cost + 16),
        dklen=_RECOVERY_BYTES,
    )


def _key_of(recovery: bytes, salted: bytes) -> bytes:
    return hmac.digest(recovery, b"disclosure-desk file key" + salted, "sha256")


def _check_of(key: bytes) -> bytes:
    return hmac.digest(key, b"check", "sha256")[: HEAD_BYTES - _SALTED]


# ---------------------------------------------------------------------------- on paper


def _told(recovery: bytes) -> str:
    """Seven groups of four letters; the last two letters find a slip of the pen."""
    text = _in_letters(int.from_bytes(recovery), _RECOVERY_LETTERS) + _check_letters(recovery)
    return "-".join(text[start : start + _GROUP] for start in range(0, len(text), _GROUP))


def _read(typed: str) -> bytes:
    text = _plain(typed)
    wanted = _RECOVERY_LETTERS + _CHECK_LETTERS
    if len(text) != wanted:
        raise Refusal(f"恢复密钥是{wanted}个字母和数字，现在是{len(text)}个，请对照纸上的再输入。")
    wrong = sorted(set(text) - set(_LETTERS))
    if wrong:
        raise Refusal(f"恢复密钥里没有“{wrong[0]}”，请对照纸上的再输入。")
    number = 0
    for letter in text[:_RECOVERY_LETTERS]:
        number = number * len(_LETTERS) + _LETTERS.index(letter)
    fits = number < 1 << 8 * _RECOVERY_BYTES
    recovery = number.to_bytes(_RECOVERY_BYTES) if fits else b""
    if not fits or text[_RECOVERY_LETTERS:] != _check_letters(recovery):
        raise Refusal("恢复密钥有字母或数字输错了，请对照纸上的再输入。")
    return recovery


def _plain(typed: str) -> str:
    """Without dashes and blanks, in capital letters of half width."""
    folded = unicodedata.normalize("NFKC", typed).upper().translate(_LOOKS_ALIKE)
    return "".join(letter for letter in folded if letter.isalnum())


def _check_letters(recovery: bytes) -> str:
    digest = hashlib.sha256(b"disclosure-desk recovery key" + recovery).digest()
    return _in_letters(int.from_bytes(digest) % len(_LETTERS) ** _CHECK_LETTERS, _CHECK_LETTERS)


def _in_letters(number: int, length: int) -> str:
    letters = []
    for _ in range(length):
        number, place = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[place])
    return "".join(reversed(letters))
