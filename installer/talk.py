"""What the set-up says: Chinese for the office, a few English words beside it."""

import sys


class SetupError(Exception):
    """The set-up cannot go on; its text is one sentence and says what to do."""

    exit_status = 2

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(f"{chinese}（{english}）")


class JobError(SetupError):
    """The set-up is complete, but what was to be done with it failed."""

    exit_status = 1


def prepare_output() -> None:
    """Keep a console that cannot show Chinese from ending the set-up."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def say(chinese: str, english: str = "") -> None:
    """Print one line at once, before whatever a child process prints after it."""
    print(f"{chinese}（{english}）" if english else chinese, flush=True)
