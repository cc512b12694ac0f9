"""A process that reads broken films, one number a line on stdin, and answers each with one line."""

from __future__ import annotations

import json
import random
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path

from tests.support.fuzzing import broken_film
from tests.support.random_edits import random_edit
from topa_studio.base.errors import DocumentError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.document.reading.findings import describe

_EDITS = 2
_MEMORY = 1_500_000_000


def main(seed: int) -> None:
    """Answer until stdin ends."""
    _limit_memory()
    catalogue = Catalogue.bundled()
    for line in sys.stdin:
        number = int(line)
        data = broken_film(seed, number)
        started = time.perf_counter()
        fault = ""
        kind = ""
        try:
            kind = judge(data, catalogue, random.Random(number))
        except Exception:  # noqa: BLE001 - whatever it is, it is what is looked for
            fault = traceback.format_exc()
        seconds = time.perf_counter() - started
        answer = {"number": number, "seconds": seconds, "kind": kind, "fault": fault}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


def judge(data: bytes, catalogue: Catalogue | None, rng: random.Random) -> str:
    """Open, tell every problem, edit, undo: what the file was like; AssertionError if changed."""
    document = Document(Path("film.yaml"), data, catalogue)
    for problem in document.problems:
        words = describe(problem)
        assert words, problem
        assert "document." not in words, f"a code, not a sentence: {words}"
    assert document.to_bytes() == data, "opening changed the bytes"
    if not document.is_readable:
        assert document.problems, "not readable, and nothing is told"
        return "unreadable"
    for _edit in range(_EDITS):
        edit = random_edit(rng, document, "")
        with suppress(DocumentError):
            document.apply(type(edit).__name__, [edit])
    while document.undo():
        pass
    assert document.to_bytes() == data, "undo did not give the bytes back"
    return "with problems" if document.problems else "sound"


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


if __name__ == "__main__":
    main(int(sys.argv[1]))
