"""A session in a process of its own whose disk is full from the moment a create was accepted.

    python -m tests.support.limited FILM LARGEST

LARGEST is the size in bytes up to which files may still be written. Prints the codes of what is
told, then dies as if it were killed.
"""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import sys
from pathlib import Path
from typing import Any

from tests.support.open_film import opened, told
from tests.support.small_kie import until
from topa_studio.model.request import DEFAULT_PROVIDER
from topa_studio.model.wish import clips

_PAGES = 40


async def main(film: Path, largest: int) -> None:
    async with opened(film, os.environ) as session:
        production = session._production
        provider = production.providers.of(DEFAULT_PROVIDER)
        submit = provider.submit

        async def then_full(*given: Any) -> str:
            task_id: str = await submit(*given)
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
            return task_id

        provider.submit = then_full  # type: ignore[method-assign, assignment]
        for number in range(_PAGES):
            # The database's own log is longer than the room set aside.
            text = str(number) * 3000
            await production.till.kept.add_upload(f"{number}", "nowhere", text, 0.0)
        notices = told(session)
        making = asyncio.create_task(session.make(clips("1__1")))
        await until(lambda: any("pipeline.id-" in notice.code for notice in notices))
        os.write(1, " ".join(notice.code for notice in notices).encode())
        making.cancel()
        os._exit(9)


if __name__ == "__main__":
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
