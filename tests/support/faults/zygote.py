"""A warm process that forks one child for each plan: some tens of runs a second.

Where a system cannot fork, each plan gets a new interpreter; slower, with the same meaning.
"""

from __future__ import annotations

import gc
import json
import os
import select
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any, Self

Json = dict[str, Any]
_LONGEST = 600.0
ROOT = Path(__file__).resolve().parents[3]


class Zygote:
    """Runs plans in processes that may die; used by one thread at a time."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.faults.zygote"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        return self

    def __exit__(self, *_raised: object) -> None:
        _end(self._process, 600)

    def run(self, plan: Json) -> Json:
        """What came of it: {"code", "err"} and, unless it died, what `child.act` tells."""
        return self.run_all([plan])[0]

    def run_all(self, plans: list[Json]) -> list[Json]:
        """Run several processes at the same time."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(plans)}\n")
        self._process.stdin.flush()
        found: list[Json] = json.loads(self._process.stdout.readline())
        return found


class ServiceProcess:
    """The service of many worlds in a process of its own."""

    def __enter__(self) -> Self:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.support.faults.service"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.url = self._process.stdout.readline().strip()
        return self

    def __exit__(self, *_raised: object) -> None:
        _end(self._process, 300)


def _end(process: subprocess.Popen[str], patience: float) -> None:
    """Close its input, which ends it."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.close()
    process.wait(timeout=patience)
    process.stdout.close()


def _warm() -> None:
    """Everything a run imports and reads for itself is there before the first fork."""
    import httpx

    import topa_studio.app.opening
    import topa_studio.provider.kie.client
    from tests.support.faults import child
    from tests.support.faults.service import result_bytes
    from topa_studio.catalogue.catalogue import Catalogue

    Catalogue.bundled()
    result_bytes("warm", clip=True)
    context = httpx.create_ssl_context()
    # Reading certificates takes longer than a whole run; loopback needs none.
    httpx.create_ssl_context = lambda *_given, **_named: context
    assert topa_studio.app.opening
    assert topa_studio.provider.kie.client
    assert child
    # What is warm stays as it is: no child looks through it, so no page of it is copied.
    gc.collect()
    gc.freeze()
    gc.disable()


def _forked(plan: Json) -> tuple[int, int, Path]:
    """Start one child; its id, where its answer comes from, and where its words go."""
    from tests.support.faults.child import in_child

    told = Path(plan["home"]).parent / f"stderr-{time.monotonic_ns()}.txt"
    reader, writer = os.pipe()
    write = os.write
    number = os.fork()
    if number:
        os.close(writer)
        return number, reader, told
    os.close(reader)
    handle = os.open(told, os.O_WRONLY | os.O_CREAT, 0o644)
    os.dup2(handle, 2)
    os.dup2(handle, 1)

    def tell(found: Json) -> None:
        data = json.dumps(found).encode()
        while data:
            data = data[write(writer, data) :]

    in_child(plan, tell)
    os._exit(1)


def _ended(number: int, reader: int, told: Path) -> Json:
    """Wait for a child's answer or death; one that hangs is ended and told as such."""
    pieces = []
    until = time.monotonic() + _LONGEST
    while select.select([reader], [], [], max(0.0, until - time.monotonic()))[0]:
        piece = os.read(reader, 1 << 20)
        if not piece:
            break
        pieces.append(piece)
    else:
        os.kill(number, signal.SIGKILL)
        pieces = [json.dumps({"raw": "it hangs", "where": ""}).encode()]
    os.close(reader)
    code = os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])
    data = b"".join(pieces)
    found: Json = json.loads(data) if data else {}
    return {**found, "code": code, "err": told.read_text(errors="replace")}


def _spawned(plan: Json) -> Json:
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.faults.zygote", "one"],
        input=json.dumps(plan),
        capture_output=True,
        text=True,
        check=False,
        timeout=_LONGEST,
    )
    found: Json = json.loads(done.stdout) if done.stdout else {}
    return {**found, "code": done.returncode, "err": done.stderr}


def _together(plans: list[Json]) -> list[Json]:
    if hasattr(os, "fork"):
        return [_ended(*child) for child in [_forked(plan) for plan in plans]]
    found: dict[int, Json] = {}

    def run(place: int) -> None:
        found[place] = _spawned(plans[place])

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(plans))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [found[place] for place in range(len(plans))]


def _main() -> None:
    if sys.argv[1:] == ["one"]:
        from tests.support.faults.child import in_child

        def tell(found: Json) -> None:
            sys.stdout.write(json.dumps(found))
            sys.stdout.flush()

        in_child(json.loads(sys.stdin.read()), tell)
    if hasattr(os, "fork"):
        _warm()
    for line in sys.stdin:
        sys.stdout.write(f"{json.dumps(_together(json.loads(line)))}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    _main()
