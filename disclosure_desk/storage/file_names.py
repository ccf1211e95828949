"""Texts as parts of file names that every disk takes."""

import re

# Source: https://learn.microsoft.com/windows/win32/fileio/naming-a-file, from memory.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
# Characters: a name may take 255 bytes on Linux, up to four each, and a path 259 on Windows.
_LONGEST = 45
LONGEST_TITLE = 60


def in_file_name(text: str, longest: int = _LONGEST) -> str:
    """A text as a file name can hold it, cut to so many characters; empty where nothing is left.

    What no name may hold becomes _; it neither begins nor ends with a blank or a full stop.
    """
    return _FORBIDDEN.sub("_", text).strip(" .")[:longest].rstrip(" .")
