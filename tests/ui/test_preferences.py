"""What the window remembers, and what it makes of a damaged memory."""

from __future__ import annotations

import json
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from topa_studio.ui.running.preferences import (
    RECENT_LIMIT,
    Preferences,
    PreferenceStore,
    preferences_file,
)

Run = Callable[[Coroutine[Any, Any, Any]], Any]


def test_what_is_saved_is_read_again(qrun: Run, tmp_path: Path) -> None:
    async def main() -> None:
        store = PreferenceStore(tmp_path / "deep" / "window.json")
        store.change(volume=0.25, language="ru", theme="light", text_percent=150)
        store.opened(tmp_path / "film.yaml", practice=True)
        await store.save()
        again = PreferenceStore(store.path).now
        assert again == store.now
        assert again.recent == again.practised == (str(tmp_path / "film.yaml"),)

    qrun(main())


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '{"volume": "loud", "recent": 7}', "\x00"])
def test_a_damaged_file_counts_as_none(qrun: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "window.json"
    path.write_text(text, encoding="utf-8")

    async def main() -> None:
        assert PreferenceStore(path).now == Preferences()

    qrun(main())


def test_a_strange_value_does_not_spoil_the_others(qrun: Run, tmp_path: Path) -> None:
    path = tmp_path / "window.json"
    path.write_text(json.dumps({"volume": [], "theme": "light", "new": 1}), encoding="utf-8")

    async def main() -> None:
        assert PreferenceStore(path).now == Preferences(theme="light")

    qrun(main())


def test_recent_films_stand_once_and_the_last_opened_first() -> None:
    now = Preferences()
    for number in (*range(RECENT_LIMIT + 3), 5):
        now = now.with_recent(Path(f"film{number}.yaml"), practice=number % 2 == 0)
    assert now.recent[0] == "film5.yaml"
    assert len(now.recent) == len(set(now.recent)) == RECENT_LIMIT
    assert "film5.yaml" not in now.practised
    assert set(now.practised) <= set(now.recent)


def test_a_folder_that_cannot_be_written_does_not_stop_the_window(
    qrun: Run, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("in the way")

    async def main() -> None:
        await PreferenceStore(tmp_path / "file" / "window.json").save()

    qrun(main())
    assert "preferences not written" in caplog.text


def test_they_lie_in_the_users_own_folder(own_user: Path) -> None:
    assert own_user in preferences_file().parents
