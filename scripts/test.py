"""Run the checks and the tests; arguments go to pytest: `python3 scripts/test.py -k drag`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import start

sys.exit(start.main(["test", *sys.argv[1:]]))
