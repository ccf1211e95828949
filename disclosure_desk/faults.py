"""The three ways in which the program says no; anything else that is raised is a bug.

A *finding* (records/finding.py) is never raised: it is collected and shown.
"""

import errno


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


def reason_of(error: OSError) -> str:
    """Why the system refused, in Chinese."""
    return _REASONS.get(error.errno or 0, f"系统错误号{error.errno}")
