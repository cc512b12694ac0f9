"""Rows F1 and F6 of the faults: no log line and no traceback holds a key or a signed address."""

from __future__ import annotations

import base64
import io
import json as jsonlib
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote

import pytest

from tests.support.kie_client import CANARY
from topa_studio.provider.redact import Redactor, redact
from topa_studio.provider.secret import Secret

SPELLINGS = (
    CANARY,
    quote(CANARY, safe=""),
    base64.b64encode(CANARY.encode()).decode(),
    jsonlib.dumps(CANARY)[1:-1],
)
SIGNED = "https://files.kie.test/r/a.mp4?X-Signature=s3cr3t-s1gn&Expires=1"


@pytest.fixture
def written() -> Iterator[io.StringIO]:
    """What a handler of anyone writes while a guarded process logs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("tests.redact")
    log.propagate = False
    log.addHandler(handler)
    factory = logging.getLogRecordFactory()
    guard = Redactor()
    guard.add(Secret(CANARY))
    guard.guard_process()
    yield stream
    logging.setLogRecordFactory(factory)
    log.removeHandler(handler)


def test_f1_no_handler_writes_the_key(written: io.StringIO) -> None:
    log = logging.getLogger("tests.redact")
    for spelling in SPELLINGS:
        log.warning("asked with %s at %d", spelling, 7)
    try:
        raise ValueError(CANARY)
    except ValueError:
        log.exception("failed")
    log.warning("stands at", stack_info=True)
    told = written.getvalue()
    assert not any(spelling in told for spelling in SPELLINGS)
    assert told.count("asked with *** at 7") == len(SPELLINGS)
    assert "ValueError: ***" in told


def test_f1_a_wrong_log_line_does_not_fail_whoever_wrote_it(written: io.StringIO) -> None:
    logging.getLogger("tests.redact").warning("%d and %d", CANARY)
    assert "%d and %d" in written.getvalue()
    assert CANARY not in written.getvalue()


def test_f6_a_log_tells_of_an_address_its_host_and_a_hash(written: io.StringIO) -> None:
    log = logging.getLogger("tests.redact")
    log.warning("fetching %s now", SIGNED)
    log.warning("fetching (%s), again", SIGNED)
    first, second = written.getvalue().splitlines()
    assert "s3cr3t" not in written.getvalue()
    assert "a.mp4" not in written.getvalue()
    assert first.split()[1].startswith("files.kie.test#")
    assert first.split()[1] in second, "the same address is known again by its hash"


def test_f6_the_http_library_says_nothing_at_all() -> None:
    Redactor().guard_process()
    assert not logging.getLogger("httpx").isEnabledFor(logging.INFO)
    assert not logging.getLogger("httpcore.connection").isEnabledFor(logging.DEBUG)


PROGRAM = """
import asyncio, gc, logging, os, sys, threading
from topa_studio.cli.log import set_up_log
from topa_studio.provider.redact import Redactor
from topa_studio.provider.secret import Secret

canary = os.environ.pop("CANARY")
set_up_log({verbose})
Redactor.shared().add(Secret(canary))
told = f"here is {{canary}} of https://files.kie.test/a?sign=s3cr3t"


def thread():
    raise RuntimeError("thread: " + told)


class Unraisable:
    def __del__(self):
        raise RuntimeError("unraisable: " + told)


def fail():
    raise RuntimeError("loop: " + told)


async def loops():
    asyncio.get_running_loop().call_soon(fail)
    asyncio.ensure_future(lost())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    gc.collect()


async def lost():
    raise RuntimeError("task: " + told)


logging.getLogger("httpx").info("request " + told)
logging.getLogger("x").critical("log: %s", told)
worker = threading.Thread(target=thread)
worker.start()
worker.join()
Unraisable()
gc.collect()
asyncio.run(loops())
raise RuntimeError("main: " + told)
"""


@pytest.mark.parametrize("verbose", [True, False])
def test_f1_a_traceback_that_nobody_caught_is_clean(verbose: bool) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(verbose=verbose)],
        env={**os.environ, "CANARY": CANARY},
        capture_output=True,
        text=True,
        check=False,
    )
    told = ended.stdout + ended.stderr
    assert ended.returncode == 1
    places = ["log", "thread", "unraisable", "main", *(["loop", "task"] if verbose else [])]
    assert [
        place for place in places if f"{place}: here is *** of files.kie.test#" not in told
    ] == []
    assert "request" not in told
    assert "s3cr3t" not in told
    assert not any(spelling in told for spelling in SPELLINGS)


def test_a_hook_of_another_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def mine(*_args: object) -> None:
        return

    monkeypatch.setattr(sys, "excepthook", mine)
    factory = logging.getLogRecordFactory()
    Redactor().guard_process()
    logging.setLogRecordFactory(factory)
    assert sys.excepthook is mine


def test_a_key_too_short_to_find_hides_nothing_else() -> None:
    assert redact("a cat sat", Secret("a")) == "a cat sat"
    shown = Redactor()
    shown.add(Secret("a"))
    shown.add(Secret(""))
    assert shown.clean("a cat sat") == "a cat sat"
