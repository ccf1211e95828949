"""The three ways in which the program says no; anything else that is raised is a bug.

A *finding* (records/finding.py) is never raised: it is collected and shown.
"""


class KnownError(Exception):
    """Something the user can understand and mend; its text is one Chinese sentence."""


class Refusal(KnownError):  # noqa: N818  # the word of house and law, not a malfunction
    """The law, the state of the records or the call itself forbids this step."""


class Fault(KnownError):  # noqa: N818
    """The surroundings failed: a missing or damaged file, a full disk, a locked database."""
