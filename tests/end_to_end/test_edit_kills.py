"""A killed editing run loses a second at most and keeps its undo (scripts/kill_edits.py)."""

from pathlib import Path

from tests.support.edit_kills import kill_once, moments


def test_a_killed_editing_run_comes_back_with_its_history(tmp_path: Path) -> None:
    kills = [kill_once(tmp_path / str(n), after) for n, after in enumerate(moments(5, 3))]
    assert all(kill.is_clean for kill in kills), kills
    assert all(kill.typed for kill in kills), kills
    assert any(kill.steps for kill in kills), kills
