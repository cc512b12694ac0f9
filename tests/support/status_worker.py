"""A process that adds to the shared status file, one entry after the other.

    python -m tests.support.status_worker OUTPUT NAME UPDATES

Every update writes a view of the element NAME, and the view NAME of the element that all share.
"""

from __future__ import annotations

import sys
from pathlib import Path

from topa_studio.pipeline.layout import Layout
from topa_studio.pipeline.status_files import Json, merge_into


def work(output: Path, name: str, updates: int) -> None:
    """Raises OSError."""
    layout = Layout(output.parent, output, output / "elements", name)
    for number in range(updates):
        view: Json = {"task_id": f"{name}-{number}", "status": "completed"}
        own: Json = {"completed": True, "views": {f"view_{number}": view}}
        shared: Json = {"completed": True, "views": {f"view_{name}_{number}": view}}
        entries = {name: own, "Shared": shared}
        merge_into(layout.elements_status, "elements", entries, layout)


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
