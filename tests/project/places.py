"""Where the tests of the project itself find it, and the programs beside their Python."""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "topa_studio"


def program(name: str) -> str:
    """A program installed with the Python that runs the tests."""
    return str(Path(sys.executable).with_name(f"{name}.exe" if os.name == "nt" else name))
