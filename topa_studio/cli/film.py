"""Commands on an open film: opened, worked on, closed in order, also when interrupted."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.base.words import say
from topa_studio.cli.printing import tell

T = TypeVar("T")


@asynccontextmanager
async def opened(scenario: Path, how: Opening) -> AsyncIterator[ProjectSession]:
    """The film as a session that is closed at the end, whatever happens."""
    session = await open_film(scenario, how)
    for trouble in session.spending.untold():
        tell(say(trouble.code, trouble.params), err=True)
    try:
        yield session
    finally:
        await session.aclose()


def run(work: Callable[[], Awaitable[T]]) -> T:
    """Run a command's work; SIGTERM ends it as Ctrl-C does: in order."""

    async def main() -> T:
        task = asyncio.current_task()
        if task is not None:
            # Windows has no handlers on its loop; there the process simply ends.
            with contextlib.suppress(NotImplementedError, ValueError):
                asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
        return await work()

    try:
        return asyncio.run(main())
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None
