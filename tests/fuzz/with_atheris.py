"""The readers of texts under atheris, which looks for inputs that reach new code.

Called as `python -m tests.fuzz.with_atheris READER [-runs=N] [-max_total_time=SECONDS]`. Atheris is
no dependency of the tests: it has wheels for Linux alone, and is installed by hand where wanted.
"""

import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

READERS = ("clipboard", "quick-line", "notice", "unit-list", "chapter", "settings", "report-html")


def main(arguments: list[str]) -> int:
    """Run one reader; a find ends the run with its traceback and a file that holds the input."""
    if find_spec("atheris") is None:
        print("atheris is not installed here: pip install atheris", file=sys.stderr)
        return 2
    if not arguments or arguments[0] not in READERS:
        print(f"one of: {' '.join(READERS)}", file=sys.stderr)
        return 2
    _run(arguments[0], arguments[1:])
    return 0


def _run(name: str, options: list[str]) -> None:
    import atheris

    with atheris.instrument_imports(include=["disclosure_desk"]):
        from disclosure_desk.faults import KnownError
        from tests.fuzz.readers import READERS as KNOWN

        reader = KNOWN[name]
        seeds = reader.seeds()
        reader.read(seeds[0], Path(tempfile.mkdtemp()))  # loads what it imports itself
    corpus = Path(tempfile.mkdtemp(prefix="ddsk-corpus-"))
    for number, seed in enumerate(seeds):
        (corpus / str(number)).write_bytes(seed)

    def one_input(content: bytes) -> None:
        if reader.kind == "text":
            content = content.decode("utf-8", "replace").encode()
        with tempfile.TemporaryDirectory(prefix="ddsk-fuzz-") as folder:
            try:
                reader.read(content, Path(folder))
            except KnownError:
                return

    limits = ["-timeout=20", "-rss_limit_mb=1024", "-max_len=20000"]
    atheris.Setup([sys.argv[0], *limits, *options, str(corpus)], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
