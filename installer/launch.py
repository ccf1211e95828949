"""The frozen program starts here; what it does is `python -m disclosure_desk`."""

import sys

from disclosure_desk.__main__ import main

sys.exit(main())
