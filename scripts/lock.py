"""Write the lock files anew from `pyproject.toml` with `uv`; no index is named in them.

Versions that still fit are kept; `python scripts/lock.py --upgrade` takes the newest.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {
    "requirements/run.txt": ["--group", "build"],
    "requirements/test.txt": ["--group", "test", "--constraint", "requirements/run.txt"],
}
COMPILE = [
    *("uv", "pip", "compile", "pyproject.toml", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
]


def main() -> int:
    for lock, wanted in LOCKS.items():
        made = subprocess.run([*COMPILE, *wanted, "-o", lock, *sys.argv[1:]], cwd=ROOT, check=False)
        if made.returncode:
            return made.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
