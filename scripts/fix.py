"""Bring every file into the project's style: `python3 scripts/fix.py`."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import start

start.prepare("test")
for options in (["check", "--fix"], ["format"]):
    subprocess.run([start.program("ruff"), *options], cwd=start.ROOT, check=True)
