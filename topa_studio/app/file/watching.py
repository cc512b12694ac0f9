"""Sees within a second that another program wrote a file, however that program saves."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

_PAUSE = 0.35
_REST = 0.12

Signature = tuple[int, int, int] | None


class Watcher:
    """Calls `look` when the file changed and rests; `look` says whether to call again soon."""

    def __init__(self, path: Path, look: Callable[[], Awaitable[bool]]) -> None:
        self._path = path
        self._look = look

    async def run(self) -> None:
        """Watch until cancelled. The file system is asked off the loop."""
        last: Signature | object = object()
        while True:
            now = await asyncio.to_thread(_signature, self._path)
            if now != last:
                await asyncio.sleep(_REST)
                again = await asyncio.to_thread(_signature, self._path)
                # A file that still grows is not read half-way.
                if again == now:
                    last = object() if await self._look() else now
            await asyncio.sleep(_PAUSE)


def _signature(path: Path) -> Signature:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
