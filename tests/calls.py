"""The command line as a test calls it: in this process, its answer taken apart."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import simplejson

from disclosure_desk import cli


@dataclass(frozen=True, slots=True)
class Answer:
    """What a call left behind: its exit status and both streams."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON object on standard output, its decimals exact."""
        return simplejson.loads(self.out, use_decimal=True)


def call(capsys: pytest.CaptureFixture[str], *words: str | Path) -> Answer:
    """Run one call of the command line."""
    capsys.readouterr()
    try:
        status = cli.main([str(word) for word in words])
    except SystemExit as stopped:  # --help and --version end so
        status = int(stopped.code or 0)
    out, err = capsys.readouterr()
    return Answer(status, out, err)


def figures(answer: Answer) -> dict[str, Decimal]:
    """The cells of a table as decimals, so that 2 and 2.0 are the same."""
    return {code: Decimal(figure) for code, figure in answer.json["cells"].items()}
