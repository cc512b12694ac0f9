"""Edits random films at random and asserts every law of the document after each edit.

    python scripts/random_edits.py [EDITS] [SEED]

Prints how many edits were made and refused, of which kind, and how long they took.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.given_numbers import numbers
from tests.support.random_edits import Laws, random_edit, random_film

_PER_FILM = 40


def main() -> None:
    """Make films and edit them until so many edits are done."""
    wanted, seed = numbers(__doc__, edits=10_000, seed=random.randrange(10**6))
    rng = random.Random(seed)
    applied: Counter[str] = Counter()
    refused: Counter[str] = Counter()
    films, undone, spent = 0, 0, 0.0
    while applied.total() + refused.total() < wanted:
        films += 1
        state = rng.getstate()
        laws = Laws(random_film(rng))
        try:
            for _round in range(_PER_FILM):
                if rng.random() < 0.15:
                    laws.copy(rng)
                if rng.random() < 0.1 and laws.done:
                    laws.undo()
                    undone += 1
                edit = random_edit(rng, laws.document, laws.clipboard)
                started = time.perf_counter()
                laws.edit(edit)
                spent += time.perf_counter() - started
            laws.finish()
        except AssertionError:
            print(f"seed {seed}, film {films}, state {hash(state)}: a law is broken")
            print(laws.document.text)
            print(edit)
            raise
        applied += laws.applied
        refused += laws.refused
    total = applied.total() + refused.total()
    print(f"seed {seed}: {total} edits of {films} films, {undone} undone on the way")
    print(f"made {applied.total()}, refused {refused.total()}, {spent / total * 1000:.1f} ms each")
    for title, counts in (("made", applied), ("refused", refused)):
        print(f"{title}: " + ", ".join(f"{name} {n}" for name, n in sorted(counts.items())))


if __name__ == "__main__":
    main()
