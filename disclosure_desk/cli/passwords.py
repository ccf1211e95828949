"""Passwords on the command line: from a file, from the environment, or asked on a terminal.

Never as a word of the call: everybody on the computer sees the words of a running program.
"""

import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_desk.faults import Fault, Refusal, reason_of

if TYPE_CHECKING:
    from disclosure_desk.storage.file_key import FileKey

VARIABLE = "DISCLOSURE_DESK_PASSWORD"
_LONGEST_FILE = 4096
_MOST_LINES = 5  # of a file: each takes scrypt half a second
_MOST_TRIES = 3


class Passwords:
    """Answers for the encrypted files of one call: `key_file` as the call names it."""

    def __init__(self, key_file: str | None) -> None:
        self._key_file = key_file

    def __call__(self, path: Path, head: bytes) -> "FileKey":
        """The key of a file. Raises Refusal where no password is given, or a wrong one."""
        from disclosure_desk.storage.file_key import WrongPassword, key_by

        given = given_by(self._key_file)
        asked = not given and _is_terminal()
        if not given and not asked:
            raise Refusal(
                f"“{path}”已加密，请用“--key-file”写明存放密码的文件，或者设置环境变量 {VARIABLE}。"
            )
        wrong: Refusal | None = None
        for tried in range(_MOST_TRIES if asked else len(given)):
            word = getpass.getpass(f"“{path.name}”的密码：") if asked else given[tried]
            try:
                return key_by(head, word)
            except WrongPassword as error:
                wrong = WrongPassword(f"打不开“{path}”：{error}")
        assert wrong is not None
        raise wrong


def given_by(key_file: str | None) -> list[str]:
    """The passwords that a file holds, one a line, else that of the environment; else none.

    A file may hold the password of an older backup in a further line.
    """
    if key_file is None:
        word = os.environ.get(VARIABLE, "")
        return [word] if word else []
    try:
        with Path(key_file).expanduser().open("rb") as file:
            content = file.read(_LONGEST_FILE)
        lines = content.decode("utf-8-sig").splitlines()
    except ValueError:  # no text, or a null character in the name
        raise Fault(f"“{key_file}”不是存放密码的文本文件，请核对。") from None
    except OSError as error:
        raise Fault(f"无法读取“{key_file}”，{reason_of(error)}，请核对路径和权限。") from error
    words = [line for line in lines if line.strip()][:_MOST_LINES]
    if not words:
        raise Refusal(f"“{key_file}”里没有密码，请把密码写在第一行。")
    return words


def new_password(key_file: str | None) -> str:
    """A password to be set: from a file, or asked twice on a terminal."""
    given = given_by(key_file)
    if given:
        return given[0]
    if not _is_terminal():
        raise Refusal(f"请用“--new-key-file”写明存放新密码的文件，或者设置环境变量 {VARIABLE}。")
    first = getpass.getpass("新密码：")
    if first != getpass.getpass("再输入一次："):
        raise Refusal("两次输入的密码不一样，没有改动，请再试一次。")
    return first


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()
