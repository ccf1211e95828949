"""The desktop: Qt, only here."""

from disclosure_desk.desk.plain_imports import import_plainly

import_plainly()
