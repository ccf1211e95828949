"""The set-up is no package: its modules lie beside start.py and find each other there."""

import sys
from pathlib import Path

# At the end: installer/build.py must not stand before the package of that name.
sys.path.append(str(Path(__file__).resolve().parents[2] / "installer"))
