"""A process that adds to the shared status file, one entry after the other.

    python -m tests.support.status_worker OUTPUT NAME UPDATES

Every update writes the element NAME, and one more view of the element that all share.
"""

from __future__ import annotations

import sys
from pathlib import Path

from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.status_files import Json, merge_into


def work(output: Path, name: str, updates: int) -> None:
    """Raises OSError."""
    layout = Layout(output.parent, output, output / "elements", name)
    for number in range(updates):
        view: Json = {"task_id": f"{name}-{number}"}
        entries: dict[str, Json] = {
            name: {"completed": True, "last": number},
            "Shared": {"views": {f"{name}-{number}": view}},
        }
        while not _written(entries, layout):
            pass


def _written(entries: dict[str, Json], layout: Layout) -> bool:
    """Whether it was this one's turn; the program tries again a second later."""
    try:
        merge_into(layout.elements_status, "elements", entries, layout)
    except TimeoutError:
        return False
    return True


if __name__ == "__main__":
    work(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
