"""`disclosure-desk` and `python -m disclosure_desk`; Qt is imported only where it is needed."""

import sys

from disclosure_desk.cli import main as run


def main() -> int:
    """Run the command line on this process's arguments and return its exit status."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
