"""The calls that encrypt an office file and take the encryption off again."""

from pathlib import Path

from disclosure_desk.cli.answers import DONE, Options, place_of, say
from disclosure_desk.cli.passwords import given_by, new_password
from disclosure_desk.faults import Refusal


def encrypt_office(options: Options) -> int:
    """Encrypt the office file, or give an encrypted one another password; prints the recovery key.

    The recovery key is printed this once; the program keeps nothing of it.
    """
    from disclosure_desk.commands.protection import ENCRYPTED, PASSWORD_CHANGED
    from disclosure_desk.storage.encryption import (
        delete_plain,
        encrypt,
        is_encrypted_file,
        plain_copies,
    )

    path = _file_of(options)
    was_encrypted = is_encrypted_file(path)
    unit = _may_protect(path)
    if was_encrypted and options.new_key_file is None and given_by(options.key_file):
        raise Refusal(f"“{path}”已经加密；要更换密码，请用“--new-key-file”写明存放新密码的文件。")
    password = new_password(options.new_key_file or options.key_file)
    recovery = encrypt(path, password)
    _journal(path, PASSWORD_CHANGED if was_encrypted else ENCRYPTED)
    plain = plain_copies(path, unit)
    left = delete_plain(plain) if options.delete_plain else plain
    answer = {"db": str(path), "recovery_key": recovery, "plain": [str(one) for one in left]}
    lines = [
        f"已加密：{path}",
        f"恢复密钥（只显示这一次，请抄下来锁好；忘记密码时用它打开）：{recovery}",
        *(f"没有加密的旧文件：{one}" for one in left),
    ]
    if left and not options.delete_plain:
        lines.append("这些旧文件谁都能打开，不用时请删除，或者再加“--delete-plain”。")
    say(options, answer, lines)
    return DONE


def decrypt_office(options: Options) -> int:
    """Lay the office file down plain again."""
    from disclosure_desk.commands.protection import DECRYPTED
    from disclosure_desk.storage.encryption import decrypt

    path = _file_of(options)
    _may_protect(path)
    decrypt(path)
    _journal(path, DECRYPTED)
    say(options, {"db": str(path)}, [f"已取消加密：{path}"])
    return DONE


def _file_of(options: Options) -> Path:
    from disclosure_desk.storage.database import url_of
    from disclosure_desk.storage.plain_faults import is_file

    url = url_of(place_of(options))
    if not is_file(url):
        raise Refusal("数据库在服务器上，加密请由服务器的管理员设置。")
    return Path(url.database or "")


def _may_protect(path: Path) -> str:
    """The unit whose file it is. Raises Refusal where this person may not protect it."""
    from disclosure_desk.commands.offices import the_office
    from disclosure_desk.commands.protection import ask_for_security
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.journal import Actor

    database = open_database(path)
    try:
        with database.reading() as session:
            ask_for_security(session, Actor.of_this_computer())
            return the_office(session).name
    finally:
        database.close()


def _journal(path: Path, step: str) -> None:
    from disclosure_desk.commands.protection import note_security
    from disclosure_desk.storage.database import open_database
    from disclosure_desk.storage.journal import Actor

    database = open_database(path)
    try:
        with database.writing(Actor.of_this_computer()) as session:
            note_security(session, step)
    finally:
        database.close()
