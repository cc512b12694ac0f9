"""Which modules a command loads, as its own process tells."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_RUN = """
import sys
sys.argv = ["topa-studio", *sys.argv[1:]]
try:
    from topa_studio.__main__ import main
    main()
except SystemExit:
    pass
print("\\n".join(sys.modules), file=sys.stderr)
"""


def modules_of(*arguments: str | Path) -> set[str]:
    """Names of all modules that are loaded when `topa-studio ARGUMENTS` ends."""
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *(str(argument) for argument in arguments)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return set(done.stderr.split())
