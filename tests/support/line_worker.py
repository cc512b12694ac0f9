"""A process with a line that waits: it says so once the line is on the disk, and waits for its end.

Run as `python -m tests.support.line_worker FILM KEY...` with the service in the environment.
"""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.model.wish import clips


async def kept(session: ProjectSession, count: int) -> None:
    """Wait until so many subjects that were not sent stand on the disk."""
    production = session._production
    async with asyncio.timeout(60):
        while (  # noqa: ASYNC110 - the state on the disk is asked
            len(await production.till.kept.line(production.layout.film)) != count
        ):
            await asyncio.sleep(0.02)


async def main(film: str, keys: list[str]) -> None:
    session = await open_film(Path(film), Opening(), os.environ)
    session.pause()
    session.press(clips(*keys))
    await kept(session, len(keys))
    os.write(1, b"kept\n")
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:]))
