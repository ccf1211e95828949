"""The three ways in which the program says no; anything else that is raised is a bug.

A *finding* (records/finding.py) is never raised: it is collected and shown.
"""

import errno
import os


class KnownError(Exception):
    """Something the user can understand and mend; its text is one Chinese sentence."""


class Refusal(KnownError):  # noqa: N818  # the word of house and law, not a malfunction
    """The law, the state of the records or the call itself forbids this step."""


class Fault(KnownError):  # noqa: N818
    """The surroundings failed: a missing or damaged file, a full disk, a locked database."""


_REASONS = {
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.ENAMETOOLONG: "名称太长",
    errno.ENOENT: "路径不存在",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EISDIR: "它是文件夹",
    errno.EBUSY: "正被别的程序使用",
}


# Windows is more exact than the numbers that Python makes of its own: winerror.h (225, 226 from
# memory).
_IN_USE = "正被别的程序打开"
_NO_NAME = "名称里有不能用的字符"
_WINDOWS_REASONS = {
    **dict.fromkeys((32, 33, 1224), _IN_USE),
    19: "磁盘是只读的",
    21: "U盘或磁盘没有接好",
    **dict.fromkeys((39, 112), "磁盘已满"),
    **dict.fromkeys((51, 53, 55, 59, 64, 67, 121, 1231), "连接不上共享文件夹"),
    **dict.fromkeys((123, 161), _NO_NAME),
    206: "名称太长",
    **dict.fromkeys((225, 226), "被杀毒软件拦住了"),
}
_ON_WINDOWS = os.name == "nt"
_LONGEST_WINDOWS_PATH = 259  # characters, where nobody has allowed longer ones


def reason_of(error: OSError) -> str:
    """Why the system refused, in Chinese."""
    told = getattr(error, "winerror", None)
    if told in _WINDOWS_REASONS:
        return _WINDOWS_REASONS[told]
    if _ON_WINDOWS:
        if error.errno == errno.ENOENT and len(str(error.filename)) > _LONGEST_WINDOWS_PATH:
            return "名称太长"
        if told is None and error.filename is not None:  # opening tells no more
            if error.errno == errno.EACCES:
                return f"没有权限，或者{_IN_USE}"
            if error.errno == errno.EINVAL:
                return _NO_NAME
    return _REASONS.get(error.errno or 0, f"系统错误号{error.errno}")
