"""The same in a real window with a real pointer; the whole walk is `scripts/by_hand.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.reader.screen import missing, worked

pytestmark = pytest.mark.long
_SECONDS = 300


def test_shots_are_chosen_moved_written_and_made(tmp_path: Path) -> None:
    if why := missing():
        pytest.skip(f"No screen to work on here: {why}")
    done = worked(tmp_path, whole=False, seconds=_SECONDS)
    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stdout.split("\n")[-2] == "it plays"
