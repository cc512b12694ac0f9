"""Which modules a command or a module loads, as a process of its own tells."""

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
    return _told(_RUN, *(str(argument) for argument in arguments))


def modules_with(name: str) -> set[str]:
    """Names of all modules that are loaded with module `name`."""
    return _told(f"import sys, {name}; print('\\n'.join(sys.modules), file=sys.stderr)")


def _told(code: str, *arguments: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    return set(done.stderr.split())
