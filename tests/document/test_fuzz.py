"""Broken files are told about, never crash, stay as they are (scripts/fuzz_scenarios.py)."""

from __future__ import annotations

import asyncio
import random
import time
from pathlib import Path

import pytest

from tests.support.films import FILM, errors, opened
from tests.support.fuzz_pool import Tally, fuzz
from tests.support.fuzz_worker import judge
from tests.support.fuzzing import broken_film
from topa_studio.document.document import Document

_SEED = 20


def test_two_thousand_broken_films_do_no_harm() -> None:
    tally = asyncio.run(fuzz(2000, _SEED, workers=2))
    assert tally.is_clean, tally
    assert tally.files == tally.kinds.total() == 2000
    # A run that only meets what cannot be read would show little.
    assert tally.kinds["with problems"] + tally.kinds["sound"] > 500


def test_a_file_is_the_same_each_time() -> None:
    assert [broken_film(1, n) for n in range(50)] == [broken_film(1, n) for n in range(50)]


_WORKER = """\
import json, os, sys, time
for line in sys.stdin:
    number = int(line)
    if number == 3:
        os.kill(os.getpid(), 9) if hasattr(os, "fork") else os._exit(9)
    fault = "Traceback: at 5" if number == 5 else ""
    seconds = 3.0 if number == 7 else 0.0
    told = {"number": number, "seconds": seconds, "kind": "sound", "fault": fault}
    print(json.dumps(told), flush=True)
"""


def test_a_worker_that_dies_is_counted_and_the_rest_is_read(tmp_path: Path) -> None:
    worker = tmp_path / "worker.py"
    worker.write_text(_WORKER, encoding="utf-8")
    tally: Tally = asyncio.run(fuzz(20, 1, workers=1, worker=worker))
    assert tally.files == 20
    assert list(tally.signals) == [3]
    assert tally.faults == {5: "Traceback: at 5"}
    assert list(tally.slow) == [7]
    assert tally.kinds.total() == 18
    assert not tally.is_clean


def test_a_changed_byte_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Document, "to_bytes", lambda _document: b"other")
    with pytest.raises(AssertionError, match="changed the bytes"):
        judge(FILM.encode(), None, random.Random(1))


def test_words_without_end_are_only_too_long_and_take_no_time() -> None:
    prompt = "Wide shot. @Topa walks. " * 40_000
    text = FILM.replace("High angle. @Topa rolls down the hill and lands softly.", prompt.strip())
    started = time.process_time()
    (told,) = errors(opened(text))
    assert "characters" in told
    assert time.process_time() - started < 2
