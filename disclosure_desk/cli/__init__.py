"""The command line: parse, call a command, print. Starts without Qt."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from disclosure_desk.cli import without_console
from disclosure_desk.cli.answers import DONE, INTERRUPTED, UNUSABLE, Options
from disclosure_desk.cli.without_console import give_streams, is_reader_gone
from disclosure_desk.faults import KnownError

_OFFICE_FILES = (".db", ".sqlite")  # as the desk offers them


def main(argv: Sequence[str] | None = None) -> int:
    """Run one call and return its exit status: 0 done, 1 findings of severity error, 2 unusable."""
    is_read = give_streams()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A name may hold bytes that are no text; they are shown escaped.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    words = list(sys.argv[1:] if argv is None else argv)
    if len(words) == 1 and words[0].lower().endswith(_OFFICE_FILES) and os.path.isfile(words[0]):  # noqa: PTH113  # pathlib is slow to load
        words.insert(0, "open")  # a file was opened by a double click
    try:
        if _opens_desktop(words):
            return _desktop(words)
        from disclosure_desk.cli.parser import parse

        options = parse(words)
        run: Callable[[Options], int] = options.run
        with _passwords_given(options):
            status = run(options)
        sys.stdout.flush()
        return status
    except OSError as error:
        if not is_reader_gone(error):
            raise
        # Python would complain at its end once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except KnownError as error:
        if is_read:
            print(" ".join(str(error).split("\n")), file=sys.stderr)
        else:
            without_console.show(str(error))
        return UNUSABLE


@contextmanager
def _passwords_given(options: Options) -> Iterator[None]:
    """Encrypted files are opened by the passwords of this call, and forgotten after it."""
    if "key_file" not in options:  # a call that opens no office file
        yield
        return
    from disclosure_desk.cli.passwords import Passwords
    from disclosure_desk.storage.file_connections import ask_with, forget_keys

    ask_with(Passwords(options.key_file))
    try:
        yield
    finally:
        ask_with(None)
        forget_keys()


def _opens_desktop(words: list[str]) -> bool:
    """Whether a call only opens the desktop: the window stands sooner without all the others."""
    return words in ([], ["open"]) or (
        len(words) == 2 and words[0] == "open" and words[1][:1] not in ("", "-")
    )


def _desktop(words: list[str]) -> int:
    from disclosure_desk.desk.app import open_desk

    return open_desk(words[1] if len(words) == 2 else None)
