"""An editor saves in its own ways at random times while the film is edited: no word is lost."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from tests.support.outside_saves import both

# The long run: TOPA_OUTSIDE_SAVES=1000 and --timeout 3600
SAVES = int(os.environ.get("TOPA_OUTSIDE_SAVES", "8"))
SEED = int(os.environ.get("TOPA_SEED", "20261122"))


def test_no_word_of_either_side_is_lost(tmp_path: Path) -> None:
    outcome = asyncio.run(both(tmp_path / "film.yaml", SAVES, SEED))
    assert outcome.lost == ()
    assert outcome.saves == SAVES
    assert outcome.edits > SAVES // 4
