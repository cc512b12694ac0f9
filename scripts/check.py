"""Run the checks without the tests, all or those named: `python3 scripts/check.py Style Types`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import start

start.prepare("test")
sys.exit(start.run_checks([], sys.argv[1:] or ["Style", "Format", "Types", "Layers"]))
