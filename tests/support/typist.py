"""A process that opens a film and types on, to be killed at any moment: `typist.py FILM`.

Each edit is told as a line `number time` on standard output once it is in the document.
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

from topa_studio.app.opening import Opening, open_film
from topa_studio.document.edits import SetField, ShotTarget


async def type_on(film: Path) -> None:
    """Edit one shot after the other until the end."""
    session = await open_film(film, Opening(), {})
    keys = [shot.key for shot in session.document.scenario.shots()]
    number = 0
    while True:
        edit = SetField(ShotTarget(keys[number % len(keys)]), "notes", f"note {number}")
        # Every third edit goes on typing in one undo step with those before it.
        await session.edit("Note", [edit], coalesce="typing" if number % 3 else None)
        sys.stdout.write(f"{number} {time.time()}\n")
        sys.stdout.flush()
        number += 1
        await asyncio.sleep(0.03)


if __name__ == "__main__":
    asyncio.run(type_on(Path(sys.argv[1])))
