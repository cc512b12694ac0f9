"""The process that encodes, as its parent sees it: a request goes in, progress comes out."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import Any

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import MediaError
from topa_studio.film.export.request import Asked, Work
from topa_studio.film.export.unread import Unread
from topa_studio.model.status import reason_of

_CHILD = "topa_studio.film.export.child"
_SECRET = ("KEY", "TOKEN", "SECRET", "PASSWORD")
_NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_BELOW_NORMAL: int = getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
_LAST_WORDS = 2_000
# Pictures of some megabytes come and go: their memory is kept instead of given back each time.
_OWN = {
    "QT_QPA_PLATFORM": "offscreen",
    "PYTHONIOENCODING": "utf-8",
    "MALLOC_MMAP_THRESHOLD_": "400000000",
    "MALLOC_TRIM_THRESHOLD_": "4000000000",
}

Told = Callable[[int], None]


async def encode(request: Asked, told: Told) -> Unread:
    """Have a request written, as `encode_all`."""
    return await encode_all(Work((request,)), told)


async def encode_all(work: Work, told: Told) -> Unread:
    """Have requests written one after the other; what could not be read is given back.

    A cancel ends the process, and waits for its end.

    Args:
        told: how many of all the plans' `frames` are behind it.

    Raises:
        MediaError: one could not be written; what is in the targets then means nothing.
    """
    asked = await asyncio.to_thread(pickle.dumps, work)
    try:
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-P", "-m", _CHILD),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env=_environment(),
            creationflags=_NO_WINDOW | _BELOW_NORMAL,
        )
    except OSError as error:
        raise MediaError("export.broke-off-because", reason=reason_of(error)) from error
    async with asyncio.TaskGroup() as both:
        last_words = both.create_task(_last_words(child))
        try:
            await _ask(child, asked)
            last = await _listen(child, told)
        finally:
            await to_the_end(_end(child))
    if "code" in last:
        raise MediaError(str(last["code"]), **last["params"])
    if not last.get("done"):
        words = last_words.result()
        if words:
            raise MediaError("export.broke-off-because", reason=words)
        raise MediaError("export.broke-off")
    return Unread(dict(last.get("shots", {})), dict(last.get("sounds", {})))


def _environment() -> dict[str, str]:
    """This process's own, without what is secret in it."""
    return {
        name: value
        for name, value in os.environ.items()
        if not any(word in name.upper() for word in _SECRET)
    } | _OWN


async def _ask(child: asyncio.subprocess.Process, asked: bytes) -> None:
    assert child.stdin is not None
    try:
        child.stdin.write(len(asked).to_bytes(8, "big") + asked)
        await child.stdin.drain()
    except (BrokenPipeError, ConnectionResetError):
        return  # it died: that shows when it is listened to


async def _listen(child: asyncio.subprocess.Process, told: Told) -> dict[str, Any]:
    """Pass on how far it is; its last line, {} where it ended without one."""
    assert child.stdout is not None
    async for line in child.stdout:
        try:
            facts = json.loads(line)
        except ValueError:
            continue
        if "frame" not in facts:
            return dict(facts)
        told(int(facts["frame"]))
    return {}


async def _end(child: asyncio.subprocess.Process) -> None:
    if child.stdin is not None:
        child.stdin.close()
    if child.returncode is None:
        with contextlib.suppress(ProcessLookupError):
            child.kill()
    await child.wait()


async def _last_words(child: asyncio.subprocess.Process) -> str:
    """The last line of what it wrote about a mistake of its own."""
    assert child.stderr is not None
    kept = b""
    while piece := await child.stderr.read(4096):
        kept = (kept + piece)[-_LAST_WORDS:]
    lines = kept.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else ""
