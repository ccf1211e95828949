"""How work that takes long tells how far it is, and learns that it is to stop."""

from collections.abc import Callable

# Called with what is done, with all there is to do, and with a sentence for the user. It may
# raise: then the work is to end, and nothing of it is kept.
Report = Callable[[int, int, str], None]


def unheard(_done: int, _total: int, _text: str) -> None:
    """For callers who need not know."""
