"""The practice service: a process of its own that answers as KIE does, and costs nothing."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
import threading
from collections.abc import Callable

from aiohttp import web

from topa_studio.base.visible import visible
from topa_studio.practice.book import Book
from topa_studio.practice.faults import Faults
from topa_studio.practice.files_api import FilesApi
from topa_studio.practice.jobs_api import JobsApi
from topa_studio.practice.ledger import Ledger
from topa_studio.practice.options import Options, PracticeError
from topa_studio.practice.painters import Painters
from topa_studio.practice.server import make_app
from topa_studio.practice.store import Store
from topa_studio.practice.studio import Studio

__all__ = ["Options", "PracticeError", "main", "serve"]


def main(options: Options) -> int:
    """Serve until told to end; returns the exit code (2: it could not start)."""
    try:
        asyncio.run(serve(options))
    except PracticeError as error:
        sys.stderr.write(f"{visible(str(error))}\n")
        return 2
    return 0


async def serve(options: Options) -> None:
    """Serve until SIGTERM, SIGINT or, where asked, the end of standard input.

    Prints one JSON line with `base_url` and `upload_url` when it is ready.

    Raises:
        PracticeError: it cannot start; the text says why.
    """
    options.check()
    faults = Faults.read(options.faults) if options.faults else Faults()
    ledger = Ledger(options.ledger)
    store = Store(options.ledger, options.url_seconds)
    try:
        book = Book(ledger, options.credits, options.speed)
        studio = Studio(book, store, painters := Painters())
        try:
            await _listen(options, book, store, studio, faults, painters)
        finally:
            await studio.close()
    finally:
        store.remove()
        ledger.close()


async def _listen(
    options: Options, book: Book, store: Store, studio: Studio, faults: Faults, painters: Painters
) -> None:
    jobs, files = JobsApi(book, store, studio, options.speed), FilesApi(book, store, studio)
    runner = web.AppRunner(make_app(jobs, files, faults, options.key), access_log=None)
    await runner.setup()
    try:
        site = web.TCPSite(runner, options.host, options.port, shutdown_timeout=0.5)
        try:
            await site.start()
        except OSError as error:
            raise PracticeError(f"Port {options.port} is taken: {error.strerror}.") from error
        jobs.base_url = files.base_url = _address(runner)
        ended = _end_signals(options.parent_pipe)
        for task in book.unfinished():
            studio.begin(task)
        sys.stdout.write(json.dumps({"base_url": jobs.base_url, "upload_url": files.base_url}))
        sys.stdout.write("\n")
        sys.stdout.flush()
        await ended.wait()
    finally:
        await runner.cleanup()


def _address(runner: web.AppRunner) -> str:
    host, port = runner.addresses[0][:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _end_signals(parent_pipe: bool) -> asyncio.Event:
    """An event that is set when the service is told to end."""
    loop, ended = asyncio.get_running_loop(), asyncio.Event()

    def end(*_: object) -> None:
        loop.call_soon_threadsafe(ended.set)

    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, end)
    if parent_pipe:
        threading.Thread(target=_wait_for_end_of_input, args=(end,), daemon=True).start()
    return ended


def _wait_for_end_of_input(end: Callable[[], None]) -> None:
    # Not through sys.stdin: its lock, held by a thread, would break the end of the interpreter.
    while os.read(0, 4096):
        pass
    end()
