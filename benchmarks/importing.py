"""How long a script of 120 pages takes: read, broken down, written, and compared with a newer one.

python benchmarks/importing.py
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from topa_studio.app.scripts.making import Making, make_at
from topa_studio.app.scripts.sources import pasted, script_source
from topa_studio.document.document import Document
from topa_studio.film.scripts.again import compared

PAGES, WORDS_A_PAGE = 120, 190
LIMIT_MS = 1000
_NAMES = ("МИЛА", "ПЕРЕЦ", "ТОПА", "ПУША", "ANNA", "BORIS", "OLD TOM", "CAPTAIN")
_TEXT = (
    "rain runs down the round window while boats drift past дождь бежит по стеклу и лодки плывут "
    "мимо старого маяка lantern stairs yellow coat cold grey sea"
)
_WORDS = _TEXT.split()


def script(pages: int = PAGES) -> str:
    """A script as long as that, half of it speech, in both languages."""
    rng = random.Random(7)
    rows: list[str] = ["Title: One hundred and twenty pages", ""]
    scene = words = 0
    while words < pages * WORDS_A_PAGE:
        scene += 1
        where = ("INT. LIGHTHOUSE", "НАТ. ПИРС", "EXT. SEA", "ИНТ. МАЯК")[scene % 4]
        rows += [f"{where} {scene // 8} - {'НОЧЬ' if scene % 2 else 'DAY'}", ""]
        for _beat in range(rng.randint(8, 14)):
            count = rng.randint(8, 26)
            words += count + 1
            said = " ".join(rng.choices(_WORDS, k=count)).capitalize()
            if rng.random() < 0.5:
                rows += [rng.choice(_NAMES), f"{said}.", ""]
            else:
                rows += [f"{rng.choice(_NAMES)} waits. {said}.", ""]
    return "\n".join(rows) + "\n"


def timed(work: Callable[[], object], times: int = 5) -> float:
    """The middle of some runs, in milliseconds."""
    took = []
    for _turn in range(times):
        begun = time.perf_counter()
        work()
        took.append((time.perf_counter() - begun) * 1000)
    return statistics.median(took)


def main() -> int:
    text = script()
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        file = home / "long.fountain"
        file.write_text(text, encoding="utf-8")
        count = iter(range(100))

        def whole() -> None:
            source = script_source(file)
            make_at(home / f"film {next(count)}", "Long", "16:9", Making(source))

        took = timed(whole)
        film = Document.open(home / "film 0" / "scenario.yaml")
        old = pasted(text).script
        new = pasted(text.replace("waits.", "waits long.", 9)).script
        again = timed(lambda: compared(film.scenario, old, new), 3)
        edits = compared(film.scenario, old, new).edits
        begun = time.perf_counter()
        film.apply("Script", edits)
        bring = (time.perf_counter() - begun) * 1000
    rows, words = text.count("\n"), len(text.split())
    print(f"{PAGES} pages, {rows} lines, {words} words, {film.scenario.count()} shots")
    print(f"import, file to film's folder  {took:7.0f} ms (limit {LIMIT_MS})")
    print(f"compared with a newer one      {again:7.0f} ms")
    print(f"{len(edits)} edits brought               {bring:7.0f} ms")
    return 0 if took <= LIMIT_MS else 1


if __name__ == "__main__":
    sys.exit(main())
