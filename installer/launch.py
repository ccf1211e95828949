"""The frozen program starts here; what it does is `python -m disclosure_desk`."""

import sys
from multiprocessing import freeze_support

from disclosure_desk.__main__ import main

freeze_support()  # a process that this program starts for itself begins here too
sys.exit(main())
