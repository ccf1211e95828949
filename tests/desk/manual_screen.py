"""The screen on which the pictures of the manual are drawn: that of an office, and not there."""

import json
import tempfile
from pathlib import Path


def screen() -> str:
    """Qt's platform without a screen, told how large that is.

    By itself it has 800×800, on which forms are made narrower than clerks see them.
    """
    told = Path(tempfile.mkdtemp(prefix="disclosure-desk-")) / "screen.json"
    place = {"name": "screen", "x": 0, "y": 0, "width": 1366, "height": 768}
    sharpness = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    told.write_text(json.dumps({"screens": [place | sharpness]}), encoding="utf-8")
    return f"offscreen:configfile={told}"
